"""Two blanks where a number stood between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.document import RUNNING_KINDS
from textcheck.rule import Hit, flags, function, passes
from textcheck.vocabulary import APPROXIMATOR, MAGNITUDE, MONTH, PERCENT, PERIOD, UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

# The right word is looked at only, since it may be the left one of the next place.
_BLANKS = regex.compile(
    r"(?<!\S)(?P<left>[\p{L}$£€¥#(\[“\"][\w$£€¥&’'.-]*+[\])]?[,;]?)(?P<gap>[ \u00a0]{2,3})"
    r"(?=(?P<right>[\p{L}%°$£€¥(“\"–-][\w’'-]*+)(?P<further>(?: [\p{L}’'-]+)?))"
)
_ASKS_FOR_NUMBER = regex.compile(
    rf"(?i)[(“\"]?(?:{APPROXIMATOR}|least|most|than|every|each|aged|age|ages|no\.|number|between|{MONTH}"
    r"|killing|injuring|wounding|arresting|\p{Ll}{2,}ed|won|lost|sold)"
)
_COUNTED = regex.compile(
    rf"(?:{MAGNITUDE}|{PERCENT}|{UNIT}|{PERIOD}|votes?|[ap]\.m|[AP]M|pm|%|°)(?!\w)|-\p{{Ll}}"
)
_PLURAL = regex.compile(r"\b\p{Ll}{3,}s\b(?<!ss|us|is|as)|\b(?:people|others|men|women|children)\b")
_NEEDS_NUMBER_BEHIND = regex.compile(
    rf"(?:{MONTH}|[Ss]ections?|[Aa]rticles?|[Ff]igures?|Fig\.|[Cc]hapters?|[Tt]ables?|Nos?\.|[Ff]lights?|Routes?|Highway|Boeing|Airbus"
    r"|aged?|ages|approximately|least|nearly|almost|than|over|every|all|[Pp]hase|[Ll]evel|Resolution|Suite|Room|Rs\.?)"
)
_DATES_FROM = frozenset({"In", "Since", "By", "Until", "Before", "After", "From"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we"})
_SINGULAR = frozenset({"a", "an"})
_NOUN_PHRASE = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "of",
    ]
)
_NO_NUMBER_BEFORE = frozenset(
    [
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "who",
        "which",
        "whose",
        "what",
        "is",
        "was",
        "are",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "not",
        "very",
        "so",
        "too",
        "also",
        "there",
        "here",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
    ]
)

FEW = 2
"""Doubtful places in a document that may be slips of the typist if there are more, and losses if not."""


def _needs_number(match: regex.Match[str]) -> bool:
    """Tell whether the two words say that a number stood between them."""
    left, right = match["left"], match["right"]
    return bool(
        _COUNTED.match(right)
        or (_NEEDS_NUMBER_BEHIND.fullmatch(left) and right.lower() not in _NOUN_PHRASE)
        or (left in _DATES_FROM and right in _PRONOUNS)
        or (_ASKS_FOR_NUMBER.fullmatch(left) and _PLURAL.search(right + match["further"]))
    )


def _check(document: Document) -> Iterator[Hit]:
    sure: list[tuple[int, int, str]] = []
    doubtful: list[tuple[int, int, str]] = []
    unlikely: list[tuple[int, int, str]] = []
    for block in document.blocks:
        if block.kind not in RUNNING_KINDS:
            continue
        for match in _BLANKS.finditer(document.text(block)):
            left, right = match["left"], match["right"]
            place = (
                block.start + match.start(),
                block.start + match.end("right"),
                f"No number between “{left[-25:]}” and “{right[:25]}”",
            )
            if left.endswith(".") and not _NEEDS_NUMBER_BEHIND.fullmatch(left):
                continue
            if _needs_number(match):
                sure.append(place)
            elif right.lower() in _NO_NUMBER_BEFORE or left.lower() in _SINGULAR:
                unlikely.append(place)
            else:
                doubtful.append(place)
    slips = document.collapses_blanks or len(doubtful) > FEW
    for place in sure:
        yield Hit(*place)
    for place in doubtful:
        yield Hit(*place, severity="warning", confidence=DOUBTFUL, clue=slips)
    for place in unlikely:
        yield Hit(*place, severity="warning", confidence=UNLIKELY, clue=True)


UNLIKELY = 0.5
"""Confidence where the words around the blanks hardly leave room for a number."""

DOUBTFUL = 0.7
"""Confidence where the words around the blanks could do without a number."""

rule = function(
    _check,
    triggers=("  ", " \u00a0", "\u00a0 "),
    spacing=True,
    confidence=0.9,
    why="A number was deleted and the blanks on both its sides were left; take it from the source.",
    cases=[
        flags("The storm [[killed  people]] and closed the port."),
        flags("He waited [[for  years]]. She did not."),
        flags("[[In  he]] moved away; at [[least  houses]] stood empty."),
        flags("The bus, with [[some  passengers]] on board, left."),
        flags("He won [[the  season]] with ease."),
        passes("The storm killed 12 people and closed the port."),
        passes("He came home.  She did not."),
        passes("It was a long way:  to where they came from."),
        passes("The ship is old.  And it leaks."),
        passes("He came home:  late, and tired."),
    ],
)
