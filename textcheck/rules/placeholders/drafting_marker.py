"""Marker of an author's that something is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import once, quoted
from textcheck.rule import Case, Hit, block_function, flags, lazy, passes
from textcheck.rules.placeholders._context import names_the_form
from textcheck.vocabulary import ARTICLE, MAGNITUDE, PERCENT, PREPOSITION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.rule import Match

_SURE = lazy(
    r"(?<![\w.])(?:TK){2,}(?![\w.]\w)|\((?:TK|TKTK)\)|\[TK\]"
    r"|[\[(](?:(?i:quote|name|date|figure|source|link|photo|more|details|age|title|number|stat"
    r"|amount)s?\s){1,3}"
    r"(?:TK|to come|TBC|TBD)[^\])\n]{0,60}[\])]"
    rf"|(?<![\w.-])\$?TK(?=\s+(?:{PERCENT}|%|{MAGNITUDE}|people|years?|days|months|members|votes|dollars"
    rf"|words|quote|date"
    r"|name|figure|number|details|link|title|hed|dek|graf)\b)"
    r"|(?<=\b\p{Ll}{2,}(?:ed|ew|ld|aw|st|nd|rs|es)\s)TK(?=\s(?!flights\b)\p{Ll}{3,}s\b)"
    rf"|(?<=\b(?:{PREPOSITION}|{ARTICLE}|was|were|is|said)\s)TK(?=\s*[,.;:)]|\s+(?:{PREPOSITION}|and|or"
    rf"|to)\b|$)"
)
_TO_DO = lazy(
    r"(?<!\w)(?:TODO|TO-DO|TO DO|FIXME|XXX)(?=:\s)|(?<!\w)XXX(?=\s(?:check|fix|confirm|verify|add|insert"
    r"|update|rewrite|ask)\b)|[\[(](?:TODO|FIXME|XXX)\b[^\])\n]{0,80}[\])]"
    r"|(?<!\w)FIXME(?!\w)"
)
_NOTE = lazy(
    r"[\[(](?i:add|insert|need|check|confirm|find|get|fill in)\s(?:a\s|the\s|in\s)?(?i:quote|source|date"
    r"|name|figure|number"
    r"|link|photo|spelling|attribution|percentage|amount|title|fact)s?(?:\s[^\])\n]{0,60})?[\])]"
)
_LABELLED = lazy(
    r"(?<=(?<!(?i:code|iata|icao|initials|abbreviation|call ?sign|symbol|ticker|country|domain|airlines?))"
    r":[ ]{1,3})\$?TK(?=\s*(?:[.,;)]|$|\n))"
)
_TASK = lazy(
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
_UNDECIDED = lazy(
    rf"(?<=\b(?:{PREPOSITION}|{ARTICLE})\s)(?:TBD|TBC|TBA)(?=\s*[,.;]|\s+(?:{PREPOSITION}|and|or|to|people"
    rf"|million|per)\b|$)"
)
_WILL_BE = lazy(
    r"(?:^|(?<=[.!?]\s))(?:TBD|TBC|TBA|TK)(?=\s(?:will|has|said|says|told|and|of|won|made)\b)"
    r"|(?:^|(?<=[.!?]\s))TK(?=\s(?!(?:plays|makes|goes|runs|flies|stands|means)\b)\p{Ll}{4,}s\s\p{Ll})"
)
_DEFINED = lazy(
    r"\p{Lu}[\p{L}.&’' -]{2,60}\s\((?:TK|TBC|TBD|TBA)\)|\b(?:TK|TBC|TBD|TBA)\s\(\p{Lu}"
    r"|(?i:\b(?:code|iata|icao|initials|abbreviat\w+))\b[^.\n]{0,20}\bTK\b"
)

_MILD = (_LABELLED, _UNDECIDED, _WILL_BE)
_PATTERNS = (_SURE, _TO_DO, _NOTE, _TASK, *_MILD)
_ANCHOR = (
    rf"TK|TO[ -]?DO|FIXME|XXX|TB[ACD]|QUOTE|[Qq]uote\s(?:to|here|goes)\b|{_NOTE.pattern}"
    r"|(?i:insert|add|need)\s(?:a\s|the\s)?(?i:quote)|[\[(](?:\w+\s){1,3}to come\b"
)
MOST_SHOWN = 48
"""Code points of a marker that fit into a message."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    hits = list(_markers(document, block))
    if hits and not document.technical and not _is_defined(document):
        yield from hits


@once
def _is_defined(document: Document) -> bool:
    """Tell whether the text says what one of the markers means."""
    return _DEFINED.search(document.prose) is not None


def _markers(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    for expression in _PATTERNS:
        for match in expression.finditer(text):
            if names_the_form(text) or not _is_meant(match, in_quotation=expression is _TASK):
                continue
            marker = match[0] if len(match[0]) <= MOST_SHOWN else f"{match[0][: MOST_SHOWN - 1]}…"
            undecided = expression in _MILD
            yield Hit(
                block.start + match.start(),
                block.start + match.end(),
                f"“{marker}” marks what is still to come",
                severity="warning" if undecided else None,
                confidence=0.7 if undecided else None,
            )


def _is_meant(match: Match, *, in_quotation: bool) -> bool:
    """Tell whether the marker stands outside of quotations, or alone at the start of one."""
    inside = quoted(match.string, match.start())
    return (inside and match.string[match.start() - 1] in _OPENING) if in_quotation else not inside


rule = block_function(
    _check,
    why="The author meant to fill this in before publication; only they know what belongs here.",
    anchor=_ANCHOR,
    confidence=0.93,
    cases=[
        flags("Profits rose by [[TK]] percent, the firm said."),
        flags("The mayor, aged [[TKTK]], won again."),
        flags("She was born in [[TK]], the third of five; the fair, which drew [[TK]] guests, is over."),
        flags("[[TODO]]: call the ministry for a comment. The talks go on."),
        flags("The vote will be held on [[TBD]], officials said."),
        Case("The law passed [check date] with ease.", ((15, 27),)),
        flags('The firm said: "[[TODO: add quote]] from the head of sales." Shares rose.'),
        flags("“[[Quote TK]],” said the coach after the match."),
        flags("The mayor said [[(quote TK)]] that the plan would go ahead."),
        flags("[[TBD]] will replace him as coach, the club said."),
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
