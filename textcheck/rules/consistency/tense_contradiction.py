"""Event of one date that is told both as planned and as past."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.rule import Hit, flags, function, lazy, passes
from textcheck.rules.consistency._context import anchored, shown
from textcheck.rules.consistency._dates import DAY, MONTH, day_number, month_number, month_stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document
    from textcheck.rule import Match

_VERBS: Final = {
    "hold": "held",
    "take place": "took place",
    "open": "opened",
    "close": "closed",
    "begin": "began",
    "start": "started",
    "end": "ended",
    "launch": "launched",
    "publish": "published",
    "release": "released",
    "run": "ran",
    "air": "aired",
    "premiere": "premiered",
    "play": "played",
    "meet": "met",
    "vote": "voted",
    "visit": "visited",
    "arrive": "arrived",
    "announce": "announced",
    "unveil": "unveiled",
    "host": "hosted",
    "celebrate": "celebrated",
}
_FUTURE_WORDS: Final = {**{verb: verb for verb in _VERBS}, **{past: verb for verb, past in _VERBS.items()}}
_DATE: Final = rf"(?:(?P<month>{MONTH})\s+(?P<day>{DAY})|(?P<day>{DAY})(?:\s+of)?\s+(?P<month>{MONTH}))"
_BETWEEN: Final = (
    r"(?:\s+(?!and\b|but\b|before\b|after\b|until\b)[^\s.;:!?\d]+){0,6}?\s+(?:on\s+)?(?:the\s+)?"
)
_FUTURE: Final = lazy(
    rf"\b(?:(?:will|shall|is\s+(?:to|due\s+to|set\s+to|expected\s+to|scheduled\s+to)|are\s+to)\s+(?:be\s+)?"
    rf"(?P<verb>{'|'.join(sorted(_FUTURE_WORDS, key=len, reverse=True))})\b){_BETWEEN}{_DATE}"
)
_PAST: Final = lazy(
    rf"(?:\b(?:(?:was|were|had\s+been)\s+)?"
    rf"(?P<verb>{'|'.join(sorted(_VERBS.values(), key=len, reverse=True))})\b)"
    rf"{_BETWEEN}{_DATE}"
)
_AUXILIARIES: Final = (
    "will ",
    "shall ",
    "is to ",
    "are to ",
    "is due to ",
    "is set to ",
    "is expected to ",
    "is scheduled to ",
)
_REPORTED: Final = lazy(r"(?:will|be|is|are|to|scheduled|planned|due|expected)\s+$")


def _check(document: Document) -> Iterator[Hit]:
    planned = {
        _event(match)
        for block, starts in anchored(document, _AUXILIARIES)
        for start in starts
        if (match := _FUTURE.match(document.text(block), start))
    }
    if not planned:
        return
    days = {str(day) for _, day, _ in planned}
    for block, _ in anchored(document, {month_stem(month) for *_, month in planned}):
        text = document.text(block)
        if not any(day in text for day in days):
            continue
        for match in _PAST.finditer(text):
            if _event(match) in planned and not _REPORTED.search(
                text, max(match.start() - 12, 0), match.start()
            ):
                start, end = match.span()
                message = f"“{shown(match[0])}” is also told as still to come"
                yield Hit(block.start + start, block.start + end, message)


def _event(match: Match) -> tuple[str, int, int]:
    return _FUTURE_WORDS[match["verb"]], day_number(match["day"]), month_number(match["month"])


rule = function(
    _check,
    why="The text was written partly before and partly after the event, or one tense is wrong.",
    anchor=_FUTURE.pattern,
    severity="info",
    confidence=0.6,
    cases=[
        flags("The fair will be held on 3 March 2020. The fair [[was held on 3 March]] 2020 in Hull."),
        flags("The talks will take place on June 5. The talks [[took place on June 5]], in Geneva."),
        flags("The show is to open on 1 May. It [[opened in Leeds on 1 May]], to full houses."),
        passes("The fair will be held on 3 March 2020. The last fair was held on 5 March 2019."),
        passes("The fair was held on 3 March 2020, and the next one will be held on 4 April."),
        passes("The talks will take place on June 5. The shop opened on June 5."),
        passes("He said that the fair will be held on 3 March."),
        passes("The fair was held on 3 March, as planned."),
    ],
)
