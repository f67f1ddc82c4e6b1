"""Weekday that its date did not fall on."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from textcheck.finding import Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.consistency._context import discussed, sentence_text, shown
from textcheck.rules.consistency._dates import (
    DAY,
    GREGORIAN_SINCE,
    MONTH,
    YEAR,
    day_number,
    exists,
    month_number,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.rule import Match

_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_STEMS: Final = tuple(name[:3] for name in _NAMES)

_STEM: Final = re.compile("Mon|T(?:ue|hu)|Wed|Fri|S(?:at|un)")

_WEEKDAY: Final = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)"
    r"\b\.?(?![-’'\p{L}]))"
)
_PART: Final = r"(?:\s+(?:morning|afternoon|evening|night|noon|midnight))?"
_TIME: Final = r"(?:,?\s+(?:at\s+)?\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?(?=,))?"
_RANGE: Final = r"(?:\s?[-–—/]\s?(?:\d{1,2}(?:st|nd|rd|th)?))?"
_FIRST: Final = (
    rf"(?:(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY})"
    rf"|(?:the\s+)?(?P<day>{DAY}){_RANGE}(?:\s+day)?(?:\s+of)?[\s-]+(?P<month>{MONTH}))"
)
_DATE: Final = (
    rf"(?:(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY}){_RANGE}(?:,\s*|\s+)(?:(?:in|of)\s+)?(?P<year>{YEAR})"
    rf"|(?:the\s+)?(?P<day>{DAY}){_RANGE}(?:\s+day)?(?:\s+of)?[\s-]+(?P<month>{MONTH})[,\s-]\s*"
    rf"(?:(?:in|of)\s+)?(?P<year>{YEAR}))"
)
_NUMERIC: Final = (
    r"(?P<iso>(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2}))(?![\d-])"
    r"|(?P<either>(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)(?P<year>[12]\d{3}))(?![\d/-])"
)
_JOINED: Final = r"(?:,?\s+(?:and|or|to|until|till|through|thru)\s+|\s?[-–—]\s?|,\s+)"

_BEFORE: Final = lazy(
    rf"(?P<weekday>{_WEEKDAY}){_PART}{_TIME}(?:,\s*|\s*[(–—]\s*|\s+-\s+|\s+)(?:on\s+)?(?:{_NUMERIC}|{_DATE})"
)
"""A weekday and the date after it: “Tuesday, 3 March 2020”, “Tue. (2020-03-03)”."""

_SHARED: Final = lazy(
    rf"(?P<weekday>{_WEEKDAY}){_PART}(?:,\s*|\s+)(?:{_FIRST}|(?:the\s+)?(?P<day>{DAY}))"
    rf"(?={_JOINED}(?:on\s+)?(?:{_WEEKDAY}{_PART},?\s+)?(?:(?P<next_month>{MONTH})\s+(?:the\s+)?"
    rf"(?P<next_day>{DAY})(?:,\s*|\s+)"
    rf"|(?:the\s+)?(?P<next_day>{DAY})(?:\s+of)?\s+(?P<next_month>{MONTH}),?\s+)(?P<year>{YEAR}))"
)
"""A weekday and a date whose year, and perhaps month, are those of the next date."""

_PAIR: Final = lazy(
    rf"(?P<weekday>{_WEEKDAY})(?:\s+(?:and|to|through|until|or)\s+|\s?[-–—/]\s?)(?P<weekday>{_WEEKDAY})"
    rf"(?:,\s*|\s+|\s*\()(?:(?P<month>{MONTH})\s+(?P<day>{DAY})(?:\s+(?:and|to|or)\s+|\s?[-–—/]\s?)"
    rf"(?P<day>{DAY}),?\s+(?P<year>{YEAR})"
    rf"|(?:the\s+)?(?P<day>{DAY})(?:\s+(?:and|to|or)\s+|\s?[-–—/]\s?)(?P<day>{DAY})(?:\s+of)?\s+"
    rf"(?P<month>{MONTH}),?\s+(?P<year>{YEAR}))"
)
"""Two weekdays and their two dates: “Saturday and Sunday, 7–8 March 2020”."""

_AFTER: Final = lazy(
    rf"(?<![\p{{L}}\p{{N}}])(?:{_DATE}|{_NUMERIC})"
    r"(?:,?\s+(?:which|that)?\s*(?:was|is|fell|falls|will\s+be|will\s+fall|happened\s+to\s+be|landed)"
    r"(?:\s+on)?\s+an?\s+|,\s+(?:on\s+)?an?\s+|\s*[–—]\s*an?\s+|\s*\((?:an?\s+)?|,\s+)"
    rf"(?P<weekday>{_WEEKDAY})(?=\s*[,.;:!?)–—]|\s*$|\s+(?:and|at|when|in|from|as|just|but|after|before)\b)"
)
"""A date and the weekday after it: “3 March 2020, a Tuesday”, “March 3, 2020 (Tuesday)”."""

_FIRST_OF_TWO: Final = lazy(rf"{_WEEKDAY}(?:\s+(?:and|to|through|until|or)\s+|\s?[-–—/]\s?)$")

_REACH: Final = 70
"""Code points before a weekday in which its date may begin."""

_REACH_BEHIND: Final = 200
"""Code points from the start of a weekday in which its date ends."""

_FOUR_DIGITS: Final = re.compile(r"\d{4}")
_TITLE: Final = lazy(r"(?:\b(?:the|a|an|(?!On\b|From\b|By\b|Until\b)\p{Lu}[\p{L}.]*)\s+|[&’'-]\s?)$")
_OLD_STYLE: Final = lazy(r"\bO\.\s?S\.|\bN\.\s?S\.|(?i:old style|julian)")


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    for stem in _STEM.finditer(text):
        start = stem.start()
        if start and (text[start - 1].isalnum() or text[start - 1] in "-_"):
            continue
        if not _FOUR_DIGITS.search(text, max(start - _REACH, 0), start + _REACH_BEHIND):
            continue
        hit = _mismatch(document, block, text, start)
        if hit is not None:
            yield hit


def _mismatch(document: Document, block: Block, text: str, start: int) -> Hit | None:
    match = _PAIR.match(text, start) or _BEFORE.match(text, start) or _SHARED.match(text, start)
    if match is None:
        match = _dated_before(text, start)
    elif _TITLE.search(text, max(start - 20, 0), start) and text.startswith("Sun", start):
        return None
    if match is None or _goes_before(text, start):
        return None
    found = _claims(match)
    wrong = next(((name, days) for name, days in found if days and not _fits(name, days)), None)
    if wrong is None or wrong[1][0].year < GREGORIAN_SINCE:
        return None
    if _is_excused(sentence_text(document, block, block.start + start)):
        return None
    return _hit(block.start, match, *wrong)


@lru_cache(maxsize=8)
def _is_excused(words: str) -> bool:
    """Tell whether a sentence speaks of a mistake or another calendar; kept, since it may date much."""
    return discussed(words) or _OLD_STYLE.search(words) is not None


def _goes_before(text: str, start: int) -> bool:
    """Tell whether the weekday is the second of a pair, which is judged at the first."""
    return _FIRST_OF_TWO.search(text[max(start - 22, 0) : start]) is not None


def _dated_before(text: str, start: int) -> Match | None:
    for match in _AFTER.finditer(text, max(start - _REACH, 0), start + 20):
        if match.start("weekday") == start:
            return match
    return None


def _claims(match: Match) -> list[tuple[str, list[date]]]:
    """Return each weekday of a match and the days that its date can mean."""
    groups = match.capturesdict()
    year = int(groups["year"][0])
    if groups.get("either"):
        one, two = int(groups["one"][0]), int(groups["two"][0])
        readings = [(one, two), (two, one)][: 1 + (one != two)]
    else:
        month = _month(groups)
        readings = [(day_number(day), month) for day in groups["day"]]
        if groups.get("next_month") and month > month_number(groups["next_month"][0]):
            year -= 1
    days = [date(year, month, day) for day, month in readings if exists(day, month, year)]
    if len(groups["weekday"]) > 1:
        return [(name, [day]) for name, day in zip(groups["weekday"], days, strict=False)]
    return [(groups["weekday"][0], days)]


def _month(groups: dict[str, list[str]]) -> int:
    name = (groups.get("month") or groups["next_month"])[0]
    return int(name) if name.isdigit() else month_number(name)


def _fits(name: str, days: list[date]) -> bool:
    return any(day.weekday() == _STEMS.index(name[:3]) for day in days)


def _hit(offset: int, match: Match, name: str, days: list[date]) -> Hit:
    start, end = match.span()
    if match.re.pattern == _SHARED.pattern:
        end = max(match.end("day"), match.end("month"))
    if "(" in match[0] and match.string.startswith(")", end):
        end += 1
    right = [_NAMES[day.weekday()] for day in days]
    written = offset + match.start() + match[0].index(name)
    return Hit(
        offset + start,
        offset + end,
        f"“{shown(match.string[start:end], 36)}” is a {' or '.join(right)}",
        suggestions=tuple(
            Suggestion(written, written + len(name), day, f"make it {day}, if the date is right")
            for day in right
        ),
    )


rule = block_function(
    _check,
    why="Either the weekday or the date is wrong; look both up in the source.",
    anchor="|".join(expression.pattern for expression in (_PAIR, _BEFORE, _SHARED, _AFTER)),
    confidence=0.97,
    cases=[
        flags("The council met on [[Monday, March 3, 2020]], in the old hall."),
        flags("The bridge opened on [[Saturday 14 July 2017]]. It had taken two years."),
        flags("The vote is due on [[Wednesday (3 March 2020)]], the clerk said."),
        flags("The ferry sank on [[3 March 2020, a Monday]], in calm water."),
        flags("The show ran from [[Monday, March 3]], to Thursday, March 5, 2020."),
        flags("Doors open [[Sat., Sept. 5th, 2021]], at noon."),
        flags("The fair is on [[Saturday and Sunday, 8–9 March 2020]]."),
        flags("They wed on [[July 20, 1969 (Monday)]]; she wore blue."),
        flags("The log ends on [[Tuesday, 2021-03-03]]."),
        flags("The strike began on [[Monday, 25/12/2019]]."),
        flags("It was on [[the 4th of July 2021, which was a Saturday]], that the mill burned."),
        flags("The court sat on [[Thursday morning, June 2, 2021]], and rose at noon."),
        flags("Born on [[Sunday the 5th of May, 2020]], she was the first girl on the island."),
        passes("The council met on Tuesday, March 3, 2020, in the old hall."),
        passes("The show ran from Tuesday, March 3, to Thursday, March 5, 2020."),
        passes("The fair is on Saturday and Sunday, 7–8 March 2020."),
        passes("The log ends on Tuesday, 05/01/2021, or 5 January."),
        passes("They met on Monday. On March 3, 2020, they met again."),
        passes("Correction: the report gave the date as Monday, March 3, 2020; it was a Tuesday."),
        passes("The Sun, 3 March 2020, ran the story on its front page."),
        passes("The story ran in the Edmonton Sun, August 16, 2008, and was denied."),
        passes("The king died on Monday, 3 March 1620, after a short illness."),
        passes("From Monday, December 30, 2019, to Friday, January 3, 2020, the office is shut."),
        passes("From Monday, December 30, to Friday, January 3, 2020, the office is shut."),
        passes("On 3 March 2020, Monday's rain had not dried."),
        passes("It rained on Black Friday, 27 November 2020, and on Sat. 28 Nov. 2020."),
        passes("The Saturday Review of 3 March 2020 and Wednesday’s Child (2019) agree."),
        passes("Saturday 7 and Sunday 8 March 2020 were dry."),
    ],
)
