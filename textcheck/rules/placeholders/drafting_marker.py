"""Marker of an author's that something is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.document import quoted
from textcheck.rule import Case, Hit, flags, function, passes
from textcheck.rules.placeholders._context import names_the_form
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
_LABELLED = regex.compile(
    r"(?<=(?<!(?i:code|iata|icao|initials|abbreviation|call ?sign|symbol|ticker|country|domain|airlines?))"
    r":[ ]{1,3})\$?TK(?=\s*(?:[.,;)]|$|\n))"
)
_TASK = regex.compile(
    r"(?:TODO|TO-DO|TO DO|FIXME|TK|TBD|TBC)(?:\s?[:–—-]\s?|\s)(?i:please\s)?(?i:add|insert|check|confirm|get"
    r"|find|need|fill|replace|verify|write|update|include|ask|call|chase|supply|await)\w*\b[^”\"\n]{0,60}\b"
    r"(?i:quotes?|sources?|names?|figures?|numbers?|statements?|comments?|dates?|links?|photos?|captions?"
    r"|titles?|attribution|details|facts?|copy|text|spelling|response|reply|reaction)\b"
    r"|(?:TODO|TKTK|TK|TBD|TBC|FIXME|[Qq]uote\s(?:to\s(?:come|follow)|TK|here|goes\shere|TBC|TBD)"
    r"|TK\s(?i:quote|comment|statement|reaction|response)\b[^”\"\n]{0,60}|QUOTE(?:\s(?:HERE|TK|TO COME))?"
    r"|(?i:(?:insert|add|need)\s(?:a\s|the\s)?quote)(?i:\s(?:here|from)[^”\"\n]{0,60})?)"
    r"(?=\s?[.,…]?[”\"’'»])"
)
"""What a quotation holds whose words are still to come."""
_OPENING = frozenset("“\"‘'«")
_UNDECIDED = regex.compile(
    rf"(?<=\b(?:{PREPOSITION}|{ARTICLE})\s)(?:TBD|TBC|TBA)(?=\s*[,.;]|\s+(?:{PREPOSITION}|and|or|to|people"
    rf"|million|per)\b|$)"
)
_DEFINED = regex.compile(
    r"\p{Lu}[\p{L}.&’' -]{2,60}\s\((?:TK|TBC|TBD|TBA)\)|\b(?:TK|TBC|TBD|TBA)\s\(\p{Lu}"
    r"|(?i:\b(?:code|iata|icao|initials|abbreviat\w+))\b[^.\n]{0,20}\bTK\b"
)


def _check(document: Document) -> Iterator[Hit]:
    if document.technical or _DEFINED.search(document.prose):
        return
    for block in document.prose_blocks:
        text = document.text(block)
        if names_the_form(text):
            continue
        for expression in (_SURE, _TO_DO, _TASK, _LABELLED, _UNDECIDED):
            undecided = expression in (_LABELLED, _UNDECIDED)
            for match in expression.finditer(text):
                whole = quoted(text, match.start()) and text[match.start() - 1] in _OPENING
                if whole if expression is _TASK else not quoted(text, match.start()):
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
    triggers=("tk", "todo", "to do", "to-do", "fixme", "xxx", "tbd", "tbc", "tba", "quote", "[", "("),
    confidence=0.93,
    cases=[
        flags("Profits rose by [[TK]] percent, the firm said."),
        flags("The mayor, aged [[TKTK]], won again."),
        flags("She was born in [[TK]], the third of five."),
        flags("[[TODO]]: call the ministry for a comment. The talks go on."),
        flags("The vote will be held on [[TBD]], officials said."),
        Case("The law passed [check date] with ease.", ((15, 27),)),
        flags('The firm said: "[[TODO: add quote]] from the head of sales." Shares rose.'),
        flags("“[[Quote TK]],” said the coach after the match."),
        flags("Population: [[TK]]\n\nThe village lies on a lake."),
        passes("A note on the fridge read “TODO: buy milk,” and below it “TO DO: call Ann.”"),
        passes("“XXX: State of the Union” opened on Friday."),
        passes("Airline code: TK\n\nThe flight left at nine."),
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
