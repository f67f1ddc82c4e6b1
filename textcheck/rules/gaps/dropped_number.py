"""Two blanks where a number stood between them."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice, product
from operator import attrgetter
from typing import TYPE_CHECKING

from textcheck.document import RUNNING_KINDS, once
from textcheck.finding import Span
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.vocabulary import (
    APPROXIMATOR,
    ARTICLE,
    BE,
    DEMONSTRATIVE,
    MAGNITUDE,
    MONTH,
    PERCENT,
    PERIOD,
    POSSESSIVE,
    UNIT,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, BlockKind, Document

# The right word is looked at only, since it may be the left one of the next place.
_BLANKS = lazy(
    r"(?<!\S)(?P<left>[\p{L}$£€¥#(\[“\"][\w$£€¥&’'.-]*+[\])]?[,;]?)(?P<gap>[ \u00a0]{2,3})"
    r"(?=(?P<right>[\p{L}%°$£€¥(“\"–-][\w’'-]*+)(?P<further>(?: [\p{L}’'-]+)?))"
)
_GAPS = tuple(map("".join, product(" \u00a0", repeat=2)))
_ASKS_FOR_NUMBER = lazy(
    rf"(?i)[(“\"]?(?:{APPROXIMATOR}|least|most|than|every|each|aged|age|ages|no\.|number|between|{MONTH}"
    r"|killing|injuring|wounding|arresting|\p{Ll}{2,}ed|won|lost|sold)"
)
_COUNTED = lazy(rf"(?:{MAGNITUDE}|{PERCENT}|{UNIT}|{PERIOD}|votes?|[ap]\.m|[AP]M|pm|%|°)(?!\w)|-\p{{Ll}}")
_PLURAL = lazy(r"\b\p{Ll}{3,}s\b(?<!ss|us|is|as)|\b(?:people|others|men|women|children)\b")
_NEEDS_NUMBER_BEHIND = lazy(
    rf"(?:{MONTH})\.?|[Ss]ections?|[Aa]rticles?|[Ff]igures?|Fig\.|[Cc]hapters?|[Tt]ables?|Nos?\.|Rs\.?"
    r"|[Ff]lights?|Routes?|Highway|Boeing|Airbus|[Pp]hase|[Ll]evel|Resolution|Suite|Room"
    r"|aged?|ages|approximately|least|nearly|almost|than|over|every|all"
)
_ENDS_SENTENCE = lazy(r"\p{Ll}{4,}\.(?<!approx\.)")
_LEADER = lazy(r"_{3,}|\.{4,}|…{2,}|(?:\. ){4}")
"""What leads to, or leaves room for, an entry of a form or a table, whose blanks are layout."""
_DATES_FROM = frozenset({"In", "Since", "By", "Until", "Before", "After", "From"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we"})
_SINGULAR = frozenset({"a", "an"})
_NOUN_PHRASE = frozenset(f"{ARTICLE}|{DEMONSTRATIVE}|{POSSESSIVE}|of".split("|"))
_NO_NUMBER_BEFORE = frozenset(
    f"a|an|{DEMONSTRATIVE}|{POSSESSIVE}|{BE}|has|have|had|it|he|she|they|we|i|you|who|which|what|not|very|so|too"
    "|also|there|here".split("|")
)

SURE = 0.9
"""Confidence where one of the words around the blanks asks for a number."""

DOUBTFUL = 0.7
"""Confidence where the words around the blanks could do without a number."""

UNLIKELY = 0.5
"""Confidence where the words around the blanks hardly leave room for a number."""

_KINDS: frozenset[BlockKind] = RUNNING_KINDS | {"heading"}

FEW = 2
"""Doubtful places in a document that may be slips of the typist if there are more, and losses if not."""


def _needs_number(left: str, right: str, further: str) -> bool:
    """Tell whether the two words, and what follows them, say that a number stood between them."""
    return bool(
        _COUNTED.match(right)
        or (_NEEDS_NUMBER_BEHIND.fullmatch(left) and right.lower() not in _NOUN_PHRASE)
        or (left in _DATES_FROM and right in _PRONOUNS)
        or (_ASKS_FOR_NUMBER.fullmatch(left) and _PLURAL.search(right + further))
    )


def _confidence(left: str, right: str, further: str) -> float:
    """Return how likely it is, 0 to 1, that a number stood between the two words."""
    if left.rstrip(")]").endswith(".") and not _NEEDS_NUMBER_BEHIND.fullmatch(left):
        # A typist may double the blank between sentences; but one that begins in lower case lacks a word.
        return DOUBTFUL if right[0].islower() and _ENDS_SENTENCE.fullmatch(left) else 0
    if _needs_number(left, right, further):
        return SURE
    if left.endswith((")", "]")) and right[0].isupper():
        return 0
    return UNLIKELY if right.lower() in _NO_NUMBER_BEFORE or left.lower() in _SINGULAR else DOUBTFUL


def _check(document: Document, block: Block) -> Iterator[Hit]:
    for confidence, start, end, message in _places(document, block):
        if confidence == SURE:
            yield Hit(start, end, message)
        else:
            clue = confidence == UNLIKELY or _has_slips(document)
            yield Hit(start, end, message, severity="warning", confidence=confidence, clue=clue)


def _places(document: Document, block: Block) -> Iterator[tuple[float, int, int, str]]:
    """Yield the confidence, the range and the message of each place with two blanks."""
    text = document.text(block)
    forms = _forms(text)
    for match in _BLANKS.finditer(text):
        line = bisect_right(forms, match.start(), key=attrgetter("start")) - 1
        if line >= 0 and match.start() < forms[line].end:
            continue
        left, right = match["left"], match["right"]
        confidence = _confidence(left, right, match["further"])
        if confidence == SURE or (confidence and block.kind in RUNNING_KINDS):
            start, end = block.start + match.start(), block.start + match.end("right")
            yield confidence, start, end, f"No number between “{left[-25:]}” and “{right[:25]}”"


def _forms(text: str) -> list[Span]:
    """Return the lines of a form, which have dots or room for what is to be filled in, in order."""
    lines: list[Span] = []
    while leader := _LEADER.search(text, lines[-1].end if lines else 0):
        end = text.find("\n", leader.end())
        lines.append(Span(text.rfind("\n", 0, leader.start()) + 1, len(text) if end < 0 else end))
    return lines


@once
def _has_slips(document: Document) -> bool:
    """Tell whether blanks are doubled in so many doubtful places that the typist did it."""
    if document.collapses_blanks:
        return True
    gapped = (
        block
        for block in document.blocks
        if block.kind in RUNNING_KINDS and any(gap in document.text(block) for gap in _GAPS)
    )
    doubtful = (place for block in gapped for place in _places(document, block) if place[0] == DOUBTFUL)
    return sum(1 for _ in islice(doubtful, FEW + 1)) > FEW


rule = block_function(
    _check,
    anchor=r"\S[ \u00a0]{2,3}[\p{L}%°$£€¥(“\"–-]",
    scope=_KINDS,
    spacing=True,
    confidence=SURE,
    why="A number was deleted and the blanks on both its sides were left; take it from the source.",
    cases=[
        flags("The storm [[killed  people]] and closed the port."),
        flags("He waited [[for  years]]. She did not."),
        flags("[[In  he]] moved away; at [[least  houses]] stood empty."),
        flags("The bus, with [[some  passengers]] on board, left."),
        flags("He won [[the  season]] with ease."),
        flags("He waited until [[Oct.  to]] leave. Some people [[died.  of]] them were old."),
        passes("The storm killed 12 people and closed the port."),
        passes("He came home.  She did not.  (Applause.)  In so doing, she won."),
        passes("It was a long way:  to where they came from."),
        passes("The ship is old.  And it leaks."),
        passes("He came home:  late, and tired."),
        passes("Signed .......... (Clerk)   Date ..........\n\nThe school ______  holds  ______ pupils."),
        passes("The hall (Annex)  Rooms to let. The list of [guests]  Ann Hill came first."),
        flags("Signed .......... (Clerk)\n\nThe storm [[killed  people]] in the port."),
    ],
)
