"""Time of day that no clock shows."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.consistency._context import discussed, places, sentence_text, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from textcheck.document import Block, Document
    from textcheck.rule import Match

_ANCHORS: Final = (
    ":",
    "a.m",
    "p.m",
    "A.M",
    "P.M",
    "am",
    "pm",
    "AM",
    "PM",
    "o'clock",
    "o’clock",
    "hours",
    "hrs",
)
_NOON: Final = 12
_HOURS: Final = 24
_MINUTES: Final = 60
_LEAP_SECOND: Final = 60
_SLIP: Final = 30
"""Hours from which a number is hardly a time of day with a wrong digit."""

_REACH: Final = 8
"""Code points before an anchor in which the time may begin."""

_ZONE: Final = (
    r"hours|hrs|GMT|UTC|CES?T|BST|E[SD]T|C[SD]T|M[SD]T|P[SD]T|IST|JST|AEST|local\s+time|Eastern|Pacific"
)
_HALF: Final = r"(?:[ap]\.\s?m\b\.?|[ap]m\b|[AP]M\b|[AP]\.M\b\.?)"
_TIME: Final = lazy(
    rf"(?<![\p{{L}}\p{{N}}.,:/$£€–-])(?:(?P<hour>\d{{1,2}})(?:(?P<mark>[:.])(?P<minute>\d\d)"
    rf"(?::(?P<second>\d\d))?)?(?!\d|:\d|[.,]\d)(?:\s?(?P<half>{_HALF})"
    rf"|\s?(?P<oclock>o['’]clock)\b|\s(?P<zone>{_ZONE})\b)?"
    r"|(?P<hour>\d\d)(?P<minute>\d\d)\s(?P<military>hours|hrs)\b(?!\s+(?:of|in|a|per|each|on|for)\b))"
)
_AT: Final = lazy(
    r"(?i)\b(?:(?:at|until|till|by|before|after|starts?|began|begins?|opens?|closes?|leaves?|departs?"
    r"|arrives?)(?:\s+(?:about|around|exactly|precisely|nearly))?|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day,?"
    r"|(?:from|between)\s+\d{1,2}[:.]\d\d\s+(?:to|until|till|and))\s+$"
)
_TIMETABLE: Final = lazy(r"(?i)\b(?:opens?|closes?|leaves?|departs?|arrives?|boards?|docks?)\s+at\s+$")
"""Verbs of timetables, which no clock of a game or a recording goes with."""

_RANGE: Final = lazy(r"\s+(?:to|until|till)\s+(?:[01]?\d|2[0-3])[:.][0-5]\d\b")
_FROM: Final = lazy(r"(?i)\bfrom\s+$")
_NOT_A_CLOCK: Final = lazy(
    r"(?i)\b(?:quarter(?!\s+of\s+an)|half(?!\s+(?:an\s+hour|hour|past))|period"
    r"|(?:minutes?|seconds?)(?!\s+(?:later|before|after|early|late)\b)|laps?"
    r"|(?:races?|marathon|film)(?!\s+(?:will\s+)?(?:starts?|begins?)\b)|\d+k|finish\w*|clock(?:ed)?|mark"
    r"|remaining|left to play|goals?|scored?|overtime|chess|verses?|psalms?|gospel|chapter|genesis|exodus"
    r"|isaiah|proverbs|matthew|luke|john|bible|quran|surah|scriptures?|odds|ratio|aspect|video|audio"
    r"|time-?stamp|track|song|runtime|running time|recording|podcast|episode|personal best|runner|ran"
    r"|swam|paced?|record|heat|bets?|mix\w*|dilut\w+|scale|japan\w*|broadcast|anime|late-night|touchdown)\b"
)

_ANCHOR: Final = (
    r"(?<![\d.,:/])(?:(?:2[4-9]|[3-9]\d):\d\d|\d\d?:(?:[6-9]\d|\d\d:[6-9]\d)"
    rf"|(?:(?:0?0|1[3-9]|[2-9]\d)(?:[:.]\d\d(?::\d\d)?)?|\d\d?\.[6-9]\d)\s?(?:{_HALF}|o['’]clock)"
    r"|(?:(?:2[4-9]|[3-9]\d)\d|\d\d[6-9])\d\s(?:hours|hrs)\b)"
)
"""Hours beyond a half or a whole day, and minutes and seconds beyond 59."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    seen: set[int] = set()
    for anchor in places(text, _ANCHORS):
        if not any(map(str.isdigit, text[max(anchor - 2, 0) : anchor])):
            continue
        match = _TIME.search(text, max(anchor - _REACH, 0), anchor + 24)
        if match is None or match.start() in seen or match.start() >= anchor:
            continue
        seen.add(match.start())
        fault = _fault(match)
        if fault is None:
            continue
        words = sentence_text(document, block, block.start + match.start())
        if _is_discussed(words) or (fault == "bare" and _is_of_no_clock(words)):
            continue
        start, end = block.start + match.start(), block.start + match.end()
        yield Hit(start, end, f"No clock shows “{shown(match[0])}”")


@lru_cache(maxsize=8)
def _is_discussed(words: str) -> bool:
    """Tell whether a sentence speaks of a mistake; kept, since it may tell many times."""
    return discussed(words)


@lru_cache(maxsize=8)
def _is_of_no_clock(words: str) -> bool:
    """Tell whether a sentence has other figures with a colon than times of day; kept likewise."""
    return _NOT_A_CLOCK.search(words) is not None


def _fault(match: Match) -> str | None:
    """Tell how a time is wrong: for certain, or as “bare” if it is a time of day at all."""
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if match["half"]:
        return _fault_of_half(match, hour, minute)
    if match["oclock"]:
        return "certain" if hour > _HOURS or hour == 0 else None
    possible = (
        minute < _MINUTES and second <= _LEAP_SECOND and (hour < _HOURS or (hour == _HOURS and not minute))
    )
    if possible or not (match["mark"] == ":" or match["military"]):
        return None
    if match["military"]:
        return "certain" if hour < _SLIP and _says(match, _AT) else None
    if hour < _SLIP and (match["zone"] or _says(match, _TIMETABLE)):
        return "certain"
    ranged = _says(match, _FROM) and _RANGE.match(match.string, match.end())
    return "bare" if hour < _SLIP and (ranged or _says(match, _AT)) else None


def _fault_of_half(match: Match, hour: int, minute: int) -> str | None:
    morning = match["half"][0] in "aA"
    if minute >= _MINUTES or hour > _HOURS:
        # “32 pm” is a length in picometres, and “25 am” may be the end of a question.
        return "certain" if match["minute"] or _says(match, _AT) else None
    if hour > _NOON and (match["minute"] or _says(match, _AT)):
        return "certain"
    # Half past midnight is often written “0:30 a.m.”.
    return "certain" if hour == 0 and not morning and match["mark"] == ":" else None


def _says(match: Match, words: regex.Pattern[str]) -> bool:
    return words.search(match.string, max(match.start() - 32, 0), match.start()) is not None


rule = block_function(
    _check,
    why="A digit is wrong, or a 24-hour time carries “a.m.” or “p.m.”; take the time from the source.",
    anchor=_ANCHOR,
    confidence=0.95,
    cases=[
        flags("The train leaves at [[25:10]] from the main station."),
        flags("Doors open at [[13:75]], and the play begins an hour later."),
        flags("The quake struck at [[12:61 p.m.]] on Sunday."),
        flags("The meeting starts at [[14:30 p.m.]] on Sunday."),
        flags("The alarm went off at [[2570 hours]], the report says."),
        flags("The shop is open from 9:00 to [[18:60]] on weekdays."),
        flags("The launch is set for [[27:15 GMT]] tonight."),
        flags("Lunch is at [[25 o'clock]], he wrote."),
        flags("The call came at [[7.75 pm]] and nobody answered."),
        flags("The bus left at [[15 p.m.]] and came back at nine."),
        flags("The film starts at [[27:15]], and the bar opens a quarter of an hour before it."),
        flags("The gates close at [[24:45]], and the first boat leaves ten minutes later."),
        flags("The bus departs at [[24:40]] and takes twenty minutes."),
        passes("The second half began at 47:10 on the referee’s watch."),
        passes("The train leaves at 23:59, at 0:30 a.m. and at 24:00."),
        passes("She won in 2:05:44 and he finished in 25:10 minutes."),
        passes("The goal came at 25:10 of the second period."),
        passes("The sermon was on Psalm 25:10 and Luke 12:61."),
        passes("He offered odds at 25:10; the mix is at 10:90, a ratio of 1:9."),
        passes("The bond is 154 pm long, and in 25 am I to be old?"),
        passes("They worked for 2500 hours and met at 1530 hours."),
        passes("The clip at 75:30 in the video shows the car. At 31:05 she wades into the ford."),
        passes("The 24-hour race began at 12:00 p.m. and rain came at 11.59 pm."),
        passes("There is no such time as 25:10 a.m., she said."),
    ],
)
