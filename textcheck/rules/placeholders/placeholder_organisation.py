"""Stand-in where an organisation or a place should be named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.document import quoted
from textcheck.rule import Hit, flags, function, passes
from textcheck.rules.placeholders._context import names_the_form
from textcheck.vocabulary import SPEECH_VERB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_KIND = (
    r"Company|Corporation|Firm|Organi[sz]ation|University|Bank|Agency|Ministry|Party|Hospital|Airline|School"
    r"|Club|Brand"
    r"|Country|City|Town|State|Province|Region"
)
_STATED = (
    rf"{SPEECH_VERB}|has|had|is|was|were|will|plans|reported|reports|launched|acquired|opened|closed|signed"
    rf"|won|lost|raised"
    "|fell|rose|hired|sold|bought|released|unveiled|agreed"
)
_COMPANY = regex.compile(
    rf"(?<!\w)(?:{_KIND})\s(?:[XYZ]|XYZ|ABC|XX+|Name)(?=\s+(?:{_STATED})\b|['’]s\b)"
    rf"|(?<=\b(?:[Tt]he|in|at|of|from|by|with)\s)(?:{_KIND})\s(?:[XYZ]|XYZ|XX+|Name)(?=\s*[,.;:]|\s+(?:on|in"
    rf"|at|and|to|for)\b)"
    r"|(?<!\w)(?:ABC|XYZ)\s(?:Corporation|Corp\.?|Company|Inc\.?|Ltd\.?|Industries|Enterprises|Widgets"
    r"|Organi[sz]ation)(?!\w)"
    r"|(?<!\w)(?:Company|Organi[sz]ation|Business|City|Country|University|School|Product"
    r"|Brand) Name(?=\s*[,.;:]|\s+(?:"
    rf"{_STATED}|in|on)\b|['’]s)"
)
_PLACE = regex.compile(
    r"(?<!\w)(?:Any(?:town|ville|city)|ANYTOWN|Sometown|SOMETOWN)(?=,\s(?:[A-Z]{2}|USA|State)\b|\s*[—–-]"
    r"|\s\()"
    r"|^(?:CITY|City|LOCATION|Location|PLACE)(?:,\s(?:STATE|State|COUNTRY"
    r"|Country))?(?=\s*(?:\([A-Z][\w ]+\)\s*)?(?:[—–]|--))"
)
_HYPOTHESIS = regex.compile(
    r"(?i)\b(?:if|suppose|let(?:['’]s)? say|say,|for example|for instance|e\.g\.|such as|imagine"
    r"|hypothetical\w*"
    r"|every|any|each|typical|average|thought experiment|fictional|fictitious|pseudonym|anonym\w+"
    r"|cannot be named)\b"
)


def _check(document: Document) -> Iterator[Hit]:
    if document.technical or _HYPOTHETICAL_TEXT.search(document.prose):
        return
    for block in document.prose_blocks:
        text = document.text(block)
        if names_the_form(text):
            continue
        for start, end in document.sentences(block):
            sentence = document.prose[start:end]
            if _HYPOTHESIS.search(sentence):
                continue
            for expression in (_COMPANY, _PLACE):
                for match in expression.finditer(sentence):
                    if not quoted(text, start - block.start + match.start()):
                        yield Hit(
                            start + match.start(), start + match.end(), f"“{match[0]}” stands in for a name"
                        )


_HYPOTHETICAL_TEXT = regex.compile(
    r"(?i)\b(?:hypothetical(?:ly)?|thought experiment|(?:company|firm|country|bank|brand"
    r"|team) [wy]\b.{1,400}?(?:company|firm"
    r"|country|bank|brand|team) [yz]\b|names? (?:have|has) been changed|cannot be named)"
)


rule = function(
    _check,
    why="The name was to be filled in later, or was made anonymous; a person knows it.",
    triggers=(
        *(" x", " y", " z", " xyz", "abc ", "xyz ", " name", "anytown", "anyville", "anycity", "sometown"),
        *("city", "location", "place"),
    ),
    severity="warning",
    confidence=0.75,
    cases=[
        flags("[[Company X]] announced on Monday that it would cut 300 jobs."),
        flags("The strike at [[University X]], now in its third week, goes on."),
        flags("Shares of [[XYZ Corp]] fell by a fifth."),
        flags("[[Company Name]] has opened a plant in Leeds."),
        flags("[[ANYTOWN]], USA — The council met on Monday."),
        flags("[[CITY, State]] — The council met on Monday."),
        passes("Company B of the 2nd Battalion was sent to Kabul."),
        passes("Suppose Company X buys Company Y for a million."),
        passes("State Z would gain if the rule were dropped."),
        passes("Sony’s Team X was dissolved by the Brand Name Council."),
        passes("It could have been Anytown, a typical place."),
        passes("The City Council met, and the Company named a new head."),
        passes("The placeholder “Company X” stands for any firm."),
        passes("ABC Company records show nothing, for example."),
    ],
)
