"""Stand-in where an organisation or a place should be named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import once, quoted
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.placeholders._context import names_the_form
from textcheck.vocabulary import SPEECH_VERB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_KIND = (
    "Company|Corporation|Firm|Organi[sz]ation|University|College|Bank|Agency|Ministry|Hospital|Airline|School"
    "|Club|Country|City|Town|Village|Province"
)
_OTHER_KIND = "Party|Brand|State|Region|Team|Product"
"""Kinds that are followed by a letter in real names too (Brand X, Region X)."""
_STATED = (
    rf"{SPEECH_VERB}|has|had|will|plans|reported|reports|launched|acquired|opened|closed|signed"
    "|won|lost|raised|fell|rose|hired|sold|bought|released|unveiled|agreed"
)
_LETTER = "[XYZ]|XYZ|XX+"
_FIRM = (
    r"Corporation|Corp\.?|Company|Co\.|Inc\.?|Ltd\.?|LLC|Limited|Industries|Enterprises|Widgets"
    r"|Organi[sz]ation"
    "|Group|Holdings|University|Bank|School"
)
_NAMES = (
    rf"(?<![\w’'-])(?:{_KIND})\s(?:{_LETTER}|ABC)(?![\w-])",
    (
        rf"(?<!\w)(?:{_OTHER_KIND})\s(?:{_LETTER})(?=\s+(?:{_STATED})\b|['’]s\s(?:shares|head|chief|owners?"
        rf"|profits?)\b)"
    ),
    (
        rf"(?<![\w’'-])(?:ABC\s(?:Company|Corp(?:oration)?\b\.?|Inc\b\.?|Widgets|Industries|Enterprises)"
        rf"|XYZ\s(?:{_FIRM}))(?!\w)"
    ),
    r"(?<![\w’'-])Acme\s(?:Corp(?:oration)?\b\.?|Inc\b\.?|Ltd\b\.?|Widgets)",
    rf"(?<!\w)(?:{_KIND}|Business|{_OTHER_KIND})\sName(?=\s*[,.;:]|\s+(?:{_STATED}|is|was|in|on)\b|['’]s)",
)
_PLACES = (
    r"(?<!\w)(?:Any|Some|Your)(?:town|ville|city)(?!\w|\s\p{Lu})",
    r"(?<!\w)(?:ANY|SOME|YOUR)(?:TOWN|VILLE|CITY)(?!\w)",
)
_DATELINE = lazy(
    r"\(?(?P<span>(?:CITY|City|TOWN|Town|LOCATION|Location|PLACE|Place)"
    r"(?:,\s(?:STATE|State|COUNTRY|Country|ST))?)(?=\)?\s*(?:\([A-Z][\w ]+\)\s*)?(?:[—–]|--|-\s))"
)
_ANCHOR = "|".join((rf"(?<!\p{{L}} ){_DATELINE.pattern}", *_NAMES, *_PLACES))
_COMPANY = lazy("|".join(_NAMES))
_PLACE = lazy("|".join(_PLACES))
_HYPOTHESIS = lazy(
    rf"(?i)\b(?:if|let(?:['’]s)? say|say,|for example|for instance|e\.g\.|such as|(?:every|any|each|typical"
    rf"|average|only|called|named|known as|referred to as|identified as|dubbed|labell?ed|code-?named)"
    rf"(?:\s\w+)?\s(?:{_KIND}|{_OTHER_KIND}|ABC|XYZ))\b"
)
_TYPICAL = lazy(
    r"(?i)\b(?:could|might|any|typical|every|like|just|set in|called|fiction\w*|feels?|looks?|imaginary"
    r"|average"
    r"|everyday|ordinary|generic|welcome to)\b"
)
"""Words around a town that stands for all towns."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    for start, end in _spans(document, block):
        if quoted(text, start - block.start) or names_the_form(text):
            continue
        if not document.technical and not _is_hypothetical(document):
            yield Hit(start, end, f"“{document.prose[start:end]}” stands in for a name")


@once
def _is_hypothetical(document: Document) -> bool:
    return _HYPOTHETICAL_TEXT.search(document.prose) is not None


def _spans(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    text = document.text(block)
    if dateline := _DATELINE.match(text):
        yield block.start + dateline.start("span"), block.start + dateline.end("span")
    for expression, other_sense in ((_COMPANY, _HYPOTHESIS), (_PLACE, _TYPICAL)):
        for start, end in document.sentences(block):
            matches = list(expression.finditer(document.prose, start, end))
            if matches and not other_sense.search(document.prose, start, end):
                yield from (match.span() for match in matches)


_OTHER = r"company|firm|country|bank|brand|team|university|city|party|school|agency|airline|hospital|product"
_HYPOTHETICAL_TEXT = lazy(
    rf"(?i)\b(?:hypothetical\w*|thought experiment|suppose|imagine|imaginary|assume|fictional|fictitious"
    rf"|pseudonym\w*|anonymi[sz]ed|cartoons?|(?:{_OTHER}) (?:[wy]\b.{{1,400}}?(?:{_OTHER}) [xz]"
    rf"|x\b.{{1,400}}?"
    rf"(?:{_OTHER}|and|or) [yz])\b|names? (?:have|has) been changed|(?:cannot|not) be (?:named|identified))\b"
)


rule = block_function(
    _check,
    why="The name was to be filled in later, or was made anonymous; a person knows it.",
    anchor=_ANCHOR,
    severity="warning",
    confidence=0.75,
    cases=[
        flags("[[Company X]] announced on Monday that it would cut 300 jobs."),
        flags("The strike at [[University X]], now in its third week, goes on."),
        flags("Shares of [[XYZ Corp]] fell by a fifth."),
        flags("[[Company Name]] has opened a plant in Leeds."),
        flags("[[ANYTOWN]], USA — The council met on Monday."),
        flags("A spokesman for [[Company X]] declined to comment."),
        flags("She studied law at [[University X]] before moving to Madrid."),
        flags("The parade winds through downtown [[Anytown]] on Saturday."),
        flags("([[City, State]]) – The council met on Monday."),
        flags("[[CITY, State]] — The council met on Monday."),
        passes("Company B of the 2nd Battalion was sent to Kabul."),
        passes("Company X makes shoes, and Company Y sells them for twice the price."),
        passes("The filing named the lender only as Bank X."),
        passes("The show is set in Anytown, USA, and its mayor is a cat."),
        passes("The Club X-Treme team rode home in the Model X."),
        passes("Suppose Company X buys Company Y for a million."),
        passes("State Z would gain if the rule were dropped."),
        passes("Sony’s Team X was dissolved by the Brand Name Council."),
        passes("It could have been Anytown, a typical place."),
        passes("The City Council met, and the Company named a new head."),
        passes("The placeholder “Company X” stands for any firm."),
        passes("ABC Company records show nothing, for example."),
    ],
)
