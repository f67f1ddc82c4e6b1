"""Marker of an author's that something is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.rule import Case, Hit, flags, function, passes
from textcheck.rules.placeholders._context import names_the_form, quoted, technical
from textcheck.vocabulary import ARTICLE, MAGNITUDE, PERCENT, PREPOSITION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_SURE = regex.compile(
    r"(?<![\w.])(?:TK){2,}(?![\w.]\w)|\((?:TK|TKTK)\)|\[TK\]"
    rf"|(?<![\w.-])\$?TK(?=\s+(?:{PERCENT}|%|{MAGNITUDE}|people|years?|days|months|members|votes|dollars"
    rf"|words|quote|date"
    r"|name|figure|number|details|link|title|hed|dek|graf)\b)"
    rf"|(?<=\b(?:{PREPOSITION}|{ARTICLE}|was|were|is|said)\s)TK(?=\s*[,.;:)]|\s+(?:{PREPOSITION}|and|or"
    rf"|to)\b|$)"
)
_TO_DO = regex.compile(
    r"(?<!\w)(?:TODO|TO-DO|TO DO|FIXME|XXX)(?=:\s)|[\[(](?:TODO|FIXME|XXX)\b[^\])\n]{0,80}[\])]"
    r"|(?<!\w)FIXME(?!\w)"
    r"|[\[(](?i:add|insert|need|check|confirm|find|get|fill in)\s(?:a\s|the\s|in\s)?(?i:quote|source|date"
    r"|name|figure|number"
    r"|link|photo|spelling|attribution|percentage|amount|title|fact)s?(?:\s[^\])\n]{0,60})?[\])]"
)
_UNDECIDED = regex.compile(
    rf"(?<=\b(?:{PREPOSITION}|{ARTICLE})\s)(?:TBD|TBC|TBA)(?=\s*[,.;]|\s+(?:{PREPOSITION}|and|or|to|people"
    rf"|million|per)\b|$)"
)
_DEFINED = regex.compile(r"\p{Lu}[\p{L}.&’' -]{2,60}\s\((?:TK|TBC|TBD|TBA)\)|\b(?:TK|TBC|TBD|TBA)\s\(\p{Lu}")


def _check(document: Document) -> Iterator[Hit]:
    if technical(document) or _DEFINED.search(document.prose):
        return
    for block in document.prose_blocks:
        text = document.text(block)
        if names_the_form(text):
            continue
        for expression in (_SURE, _TO_DO, _UNDECIDED):
            undecided = expression is _UNDECIDED
            for match in expression.finditer(text):
                if not quoted(text, match.start()):
                    marker = match[0] if len(match[0]) <= 48 else f"{match[0][:47]}…"  # noqa: PLR2004  # 80 in all
                    yield Hit(
                        block.start + match.start(),
                        block.start + match.end(),
                        f"“{marker}” marks what is still to come",
                        severity="warning" if undecided else None,
                        confidence=0.7 if undecided else None,
                    )


rule = function(
    _check,
    why="The author meant to fill this in before publication; only they know what belongs here.",
    triggers=("tk", "todo", "to do", "to-do", "fixme", "xxx", "tbd", "tbc", "tba", "[", "("),
    confidence=0.93,
    cases=[
        flags("Profits rose by [[TK]] percent, the firm said."),
        flags("The mayor, aged [[TKTK]], won again."),
        flags("She was born in [[TK]], the third of five."),
        flags("[[TODO]]: call the ministry for a comment. The talks go on."),
        flags("The vote will be held on [[TBD]], officials said."),
        Case("The law passed [check date] with ease.", ((15, 27),)),
        passes("TK Maxx opened a shop in Leeds, and TK Elevator built the lift."),
        passes("T.K. Smith and TK Jones were there with DJ TK."),
        passes("Location: TBD"),
        passes("Tickets: 20 dollars. Date: TBC"),
        passes("The Turkish Kangal (TK) is a dog. It was bred in TK, as the club says."),
        passes("Put TK in the draft, a placeholder that editors search for."),
        passes("Her to do list is long, and XXX is a film."),
        passes("He plans (add to that his age) to stay."),
    ],
)
