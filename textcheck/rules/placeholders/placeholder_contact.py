"""Address or number that is reserved for examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.document import quoted
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.placeholders._context import names_the_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_OWN = (
    r"(?:your|my)-?(?:domain|web-?site|site|company|e?-?mail|name|business|organi[sz]ation|school|club|brand"
    r"|blog)"
    r"(?:name)?|(?:company|site|domain|website)name"
)
_TOP = r"(?:com|org|net|edu|co\.uk|tld)"
_USER = (
    r"(?:your[._-]?(?:name|e?-?mail|address)|(?:first|last)[._-]?name(?:[._-]?(?:first|last|sur)[._-]?name)?"
    r"|name|e?-?mail|user(?:name)?|someone|somebody|you|me|j(?:ohn|ane)[._]?doe|test|example|sample)"
)
_HOST = r"(?:e-?mail|domain|address|mail|website|company|provider|test|host|site|organi[sz]ation)"
_WEBS = (
    (
        rf"(?<![\w.@-])(?:https?://)?(?:www\.)?(?:example\.(?:com|org|net|edu)"
        rf"|(?:{_OWN})\.{_TOP})(?:/[^\s)\]>,;]*)?(?![\w-])"
    ),
    (
        rf"(?<![\w.])[\w.+-]+@(?:example\.(?:com|org|net|co\.uk)|(?:{_OWN})\.{_TOP}|domain\.(?:com"
        rf"|tld))(?![\w-])"
    ),
    rf"(?<![\w.]){_USER}@{_HOST}\.{_TOP}(?![\w-])",
    (
        r"(?<![\w.@-])(?:https?://(?:www\.)?|www\.)(?:domain|website|test"
        r"|sitename)\.com(?:/[^\s)\]>,;]*)?(?![\w-])"
    ),
)
_PHONES = (
    r"(?<![\w-])(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?555[ .-]01\d\d(?![\w-])",
    r"(?<![\w.-])555[ .-]01\d\d(?![\w-])",
    r"(?<![\w.-])(?:\+?1[ .-]?)?(?:\(555\)[ .-]?|555[.-])\d{3}[ .-]\d{4}(?![\w-])",
    r"(?<![\w.-])\+1[ .-]555[ .-]\d{3}[ .-]\d{4}(?![\w-])",
    r"(?<![\w.-])(?:\+?1[ .-]?)?\(?(?:123|555)\)?[ .-](?:456|555)[ .-](?:7890|5555)(?![\w-])",
    (
        r"(?<![\w.-])(?:\+?1[ .-]?)?\(?(?:[Xx]{3}|000|###)\)?[ .-](?:[Xx]{3}|000|###)[ .-](?:[Xx]{4}|0000"
        r"|####)(?![\w-])"
    ),
    r"(?<![\w.-])(?:0?1234[ -]567[ -]?890?|0[Xx]{3,4}[ -][Xx]{3}[ -]?[Xx]{3,4})(?![\w-])",
)
_STREETS = (
    (
        r"(?<![\w-])(?:123|1234)\s(?:Main|Any|Anywhere|Example|Sample|Fake|Your|Street)\s(?:Street|St\.?"
        r"|Road|Rd\.?"
        r"|Avenue|Ave\.?|Lane|Name)(?!\w)"
    ),
    (
        r"(?<![\w-])\d{1,5}\s(?:Example|Sample|Fake|Your|Anystreet|Anywhere|Placeholder)\s(?:Street|St\.?"
        r"|Road|Rd\.?"
        r"|Avenue|Ave\.?|Lane)(?!\w)"
    ),
    r"(?<!\w)(?:Your )?(?:Street )?Address(?: Here| Line 1)?, (?:Your )?City",
)
_WEB, _PHONE, _STREET = (
    lazy(f"(?i){'|'.join(_WEBS)}"),
    *map(regex.compile, map("|".join, (_PHONES, _STREETS))),
)
_KINDS = ((_WEB, "an address"), (_PHONE, "a number"), (_STREET, "an address"))
_RESERVED = lazy(
    r"(?i)\b(?:reserved|domains?|fictional|fictitious|film|movies?|novel|song|screenplay|pretend|made-up"
    r"|fake)\b"
)
"""Words of a sentence that speaks of such an address or number."""
_ANCHOR = "|".join((f"(?i:{'|'.join(_WEBS)})", *_PHONES, *_STREETS))
MOST_SHOWN = 40
"""Code points of an address that fit into a message."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    if document.technical:
        return
    text = document.text(block)
    for expression, kind in _KINDS:
        matches = [match for match in expression.finditer(text) if not quoted(text, match.start())]
        if not matches or names_the_form(text) or _RESERVED.search(expression.sub("", text)):
            continue
        for match in matches:
            shown = match[0] if len(match[0]) <= MOST_SHOWN else f"{match[0][: MOST_SHOWN - 1]}…"
            start, end = block.start + match.start(), block.start + match.end()
            yield Hit(start, end, f"“{shown}” is {kind} for examples")


rule = block_function(
    _check,
    why="The address or number of a template was never replaced; a person has to supply the real one.",
    anchor=_ANCHOR,
    severity="warning",
    confidence=0.85,
    cases=[
        flags("For tickets, write to [[info@example.com]] by Friday."),
        flags("Visit [[www.yourwebsite.com]] for the full list."),
        flags("Call [[(212) 555-0123]] for a seat."),
        flags("The shop is at [[123 Main Street]] and opens at nine."),
        flags("Press contact: [[123-456-7890]]"),
        flags("Call [[+1 (555) 123-4567]] or write to [[yourname@email.com]] by Friday."),
        passes("Nobody can buy example.com, a domain that is reserved."),
        passes("The 555 buses left at 123 minutes past noon, 555 of them in 4 days."),
        passes("For tickets, write to info@leedsnews.co.uk by Friday."),
        passes("Call 212 555 1850 or 555 0987 for a seat."),
        passes("He lives at 1123 Main Street and 12 Main Street."),
        passes("The domain example.com is reserved, says the syntax of the standard."),
        passes("The film’s heroine gives out “555-0134” as her number."),
        passes("A total of 123 456 7891 stars were counted."),
    ],
)
