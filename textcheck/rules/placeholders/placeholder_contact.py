"""Address or number that is reserved for examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.document import quoted
from textcheck.rule import Hit, flags, function, passes
from textcheck.rules.placeholders._context import names_the_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_WEB = regex.compile(
    r"(?i)(?<![\w.@-])(?:https?://)?(?:www\.)?(?P<host>example\.(?:com|org|net|edu)|(?:your|my)-?(?:domain"
    r"|website|site|company"
    r"|email|name|business|organi[sz]ation)\.(?:com|org|net|co\.uk))(?:/[^\s)\]>,;]*)?(?![\w-])"
    r"|(?<![\w.])[\w.+-]+@(?:example\.(?:com|org|net)|(?:your|my)-?(?:domain|website|site|company|email|name"
    r"|business"
    r"|organi[sz]ation)\.(?:com|org|net|co\.uk)|domain\.(?:com|tld))(?![\w-])"
)
_PHONE = regex.compile(
    r"(?<![\w-])(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?555[ .-]01\d\d(?![\w-])|(?<![\w.-])555[ .-]01\d\d(?![\w-])"
    r"|(?<![\w.-])\(?555\)?[ .-]555[ .-]5555(?![\w-])|(?<![\w.-])\(?123\)?[ .-]456[ .-]7890(?![\w-])"
    r"|(?<![\w.-])\(?(?:[Xx]{3}|000|###)\)?[ .-](?:[Xx]{3}|000|###)[ .-](?:[Xx]{4}|0000|####)(?![\w-])"
)
_STREET = regex.compile(
    r"(?<![\w-])(?:123|1234)\s(?:Main|Any|Anywhere|Example|Sample|Fake|Your)\s(?:Street|St\.?|Road|Rd\.?"
    r"|Avenue|Ave\.?|Lane)(?!\w)"
    r"|(?<!\w)Your (?:Street )?Address(?: Here)?, (?:Your )?City"
)


def _check(document: Document) -> Iterator[Hit]:
    if document.technical:
        return
    for block in document.prose_blocks:
        text = document.text(block)
        if names_the_form(text):
            continue
        for expression, kind in ((_WEB, "address"), (_PHONE, "number"), (_STREET, "address")):
            for match in expression.finditer(text):
                if not quoted(text, match.start()):
                    shown = match[0] if len(match[0]) <= 40 else f"{match[0][:39]}…"  # noqa: PLR2004  # 80 in all
                    yield Hit(
                        block.start + match.start(),
                        block.start + match.end(),
                        f"“{shown}” is an {kind} for examples"
                        if kind == "address"
                        else f"“{shown}” is a {kind} for examples",
                    )


rule = function(
    _check,
    why="The address or number of a template was never replaced; a person has to supply the real one.",
    triggers=("example.", "domain.", "your", "my", "555", "456", "xxx", "000", "###", "123"),
    severity="warning",
    confidence=0.85,
    cases=[
        flags("For tickets, write to [[info@example.com]] by Friday."),
        flags("Visit [[www.yourwebsite.com]] for the full list."),
        flags("Call [[(212) 555-0123]] for a seat."),
        flags("The shop is at [[123 Main Street]] and opens at nine."),
        flags("Press contact: [[123-456-7890]]"),
        passes("For tickets, write to info@leedsnews.co.uk by Friday."),
        passes("Call 212 555 1850 or 555 0987 for a seat."),
        passes("He lives at 1123 Main Street and 12 Main Street."),
        passes("The domain example.com is reserved, says the syntax of the standard."),
        passes("The film’s heroine gives out “555-0134” as her number."),
        passes("A total of 123 456 7891 stars were counted."),
    ],
)
