"""Range whose end comes before its beginning."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.consistency._context import discussed, places, shown
from textcheck.rules.consistency._dates import DAY, MONTH, day_number, month_number
from textcheck.rules.consistency._numbers import NUMBER, value
from textcheck.vocabulary import CURRENCY_WORD, MAGNITUDE, PERCENT, PERIOD, UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.rule import Match

_YEAR: Final = r"(?<![\d$£€,.#-])(?:1\d|20)\d\d(?!\d|[.,]\d|\s?%|s\b)"
_DATED: Final = rf"(?:(?:\d{{1,2}}\s+)?{MONTH}\s+(?:{DAY},?\s+)?)?"

_LIFE: Final = lazy(
    rf"\((?P<span>(?:(?:born|b\.)\s+)?{_DATED}(?P<low>{_YEAR})\s?[-–—]\s?(?:(?:died|d\.)\s+)?{_DATED}"
    rf"(?P<high>{_YEAR}))\)"
)
_LIFE_HINT: Final = re.compile(r"\d{4}\)")
"""A cheap first test, by the standard library’s faster search."""
_YEARS: Final = lazy(
    rf"\b(?:(?P<from>[Ff]rom)\s+{_DATED}(?P<low>{_YEAR})\s+(?:to|until|till|through)\s+{_DATED}"
    rf"(?P<high>{_YEAR})"
    rf"|[Bb]etween\s+{_DATED}(?P<low>{_YEAR})\s+and\s+{_DATED}(?P<high>{_YEAR}))"
    r"(?!\s?[-–]\d|\s+(?:levels?|values?|prices?|dollars|people|[\p{Ll}]+s\b(?<!as|was|is|his|this|across)))"
)
_DAYS: Final = lazy(
    rf"\b(?:[Bb]etween|[Ff]rom)\s+(?:(?P<one>{DAY})\s+(?:and|to|until)\s+(?P<two>{DAY})\s+(?P<month>{MONTH})"
    rf"|(?P<month>{MONTH})\s+(?P<one>{DAY})\s+(?:and|to|until)\s+(?P<two>{DAY}))(?!\s*[-–]|\s+(?:people|per"
    rf"|%))"
)
_DATES: Final = lazy(
    rf"\b[Ff]rom\s+(?:(?P<one>{DAY})\s+(?P<first>{MONTH})\s+(?:to|until|till|through)\s+(?P<two>{DAY})\s+(?P<last>{MONTH})"
    rf"|(?P<first>{MONTH})\s+(?P<one>{DAY})\s+(?:to|until|till|through)\s+(?P<last>{MONTH})\s+(?P<two>{DAY}))"
    rf",?\s+{_YEAR}"
)
_COUNTED: Final = (
    r"(?:\s?%|°|\s(?:people|men|women|children|members|students|pupils|guests|visitors|tickets|cars|homes"
    r"|houses"
    rf"|jobs|pages|employees|workers|users|patients|points|words|times|{PERCENT}|{UNIT}|{CURRENCY_WORD}"
    rf"|{PERIOD})"
    r"(?![\p{L}\p{N}]))"
)
_SIGN: Final = r"(?P<sign>[$£€¥]?)"
_AMOUNT: Final = lazy(
    rf"\b[Bb]etween\s+(?P<span>{_SIGN}(?P<low>(?:(?<=[$£€¥])\d+(?:,\d{{3}})*(?:\.\d+)?(?:\s"
    rf"(?:{MAGNITUDE}))?|{NUMBER}))"
    rf"(?P<unit>{_COUNTED})?\s+and\s+[$£€¥]?"
    rf"(?P<high>(?:(?<=[$£€¥])\d+(?:,\d{{3}})*(?:\.\d+)?(?:\s(?:{MAGNITUDE}))?|{NUMBER}))"
    rf"(?P<last>{_COUNTED})?)"
)
_YEAR_COUNT: Final = lazy(
    r"(?i)\b(?:BCE?|B\.\s?C|fell|falls?|fall(?:en|ing)|dropp\w+|drops?|mov\w+|brought|reschedul\w+"
    r"|declin\w+|decreas\w+|reduc\w+|cut"
    r"|cuts|lower\w*"
    r"|shrank|shrunk|slipp\w+|slid|went|goes|going|moved|lost|population|attendance|number|count|figures?"
    r"|sales"
    r"|total|enrol\w+|rating|points|elo|index|down|back|backwards?|revers\w+|rewind|rewound|sorted|descending"
    r"|listed|countdown|dynasty|bronze|babylon\w*|egypt\w*|pharaoh|mesopotam\w+|sumer\w*|hittite|assyria\w*"
    r"|minoan"
    r"|ancient|iron age|neolithic|rooms?|pages?|route|highway|model)\b"
)
_NO_RANGE: Final = lazy(
    r"(?i)\b(?:difference|differences|gap|cho(?:ice|ose|osing|se)|distance|midway|halfway|relation\w*"
    r"|contrast"
    r"|compar\w+|line|margin|link|split|border|match|game|fixture|switch\w*|swing\w*|swung|fluctuat\w*"
    r"|oscillat\w*"
    r"|alternat\w*|shift\w*|drop\w*|fell|fall\w*|decreas\w*|declin\w*|ratio|trade-?off|exchang\w*|convers\w*"
    r"|transition\w*|descend\w*|balance|average|mean|correlation|divided?|interval|south|west|minus"
    r"|negative)\s+$"
)
_BACKWARDS: Final = lazy(
    r"(?i)\s*(?:ago|before|earlier|prior|left|remaining|to go|below|minus|south|west|BCE?|B\.C|early"
    r"|from now|under"
    r"|late|overdue)\b"
)

_BACK: Final = range(10, 63)
"""Days by which a range of dates that names one year runs backwards; longer ones may span a new year."""
_MONTH_END: Final = 28
"""First day that may be the last of a month, as that of a financial period is."""

_LAST_DAY: Final = 31
"""Last day of the longest months."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    for offset in places(text, ("etween ", "rom ")):
        start = max(offset - 1, 0)
        match = next(
            (found for shape in (_YEARS, _DAYS, _DATES, _AMOUNT) if (found := shape.match(text, start))),
            None,
        )
        if match is not None:
            yield from _judge(block, match)
    if _LIFE_HINT.search(text):
        for match in _LIFE.finditer(text):
            yield from _judge(block, match)


def _judge(block: Block, match: Match) -> Iterator[Hit]:
    reason = _fault(match)
    around = match.string[max(match.start() - 120, 0) : match.end() + 80]
    if reason is not None and not discussed(around):
        name = "span" if "span" in match.re.groupindex else 0
        start, end = match.span(name)
        yield Hit(block.start + start, block.start + end, f"“{shown(match[name])}” {reason}")


def _fault(match: Match) -> str | None:
    groups, text = match.groupdict(), match.string
    before, after = text[max(match.start() - 70, 0) : match.start()], text[match.end() : match.end() + 40]
    if match.re.pattern == _DAYS.pattern:
        one, two = day_number(match["one"]), day_number(match["two"])
        return "runs backwards" if _LAST_DAY >= one > two > 0 else None
    if match.re.pattern == _DATES.pattern:
        one, two = day_number(match["one"]), day_number(match["two"])
        days = date(2000, month_number(match["first"]), 1) - date(2000, month_number(match["last"]), 1)
        back = days.days + one - two
        return "runs backwards" if back in _BACK and one > 1 and two < _MONTH_END else None
    if match.re.pattern == _AMOUNT.pattern:
        return _fault_of_amount(match, before, after)
    if int(groups["low"]) <= int(groups["high"]) or _YEAR_COUNT.search(before + match[0] + after):
        return None
    if match.re.pattern == _LIFE.pattern:
        return "ends before it begins"
    return None if _NO_RANGE.search(before) else "runs backwards"


def _fault_of_amount(match: Match, before: str, after: str) -> str | None:
    unit, last = match["unit"], match["last"]
    if not (unit or last or match["sign"]) or _NO_RANGE.search(before) or _BACKWARDS.match(after):
        return None
    if unit and unit.strip() != (last or "").strip():
        return None
    low, high = value(match["low"]), value(match["high"])
    return "runs backwards" if low > high else None


rule = block_function(
    _check,
    why="The two ends are the wrong way round, or one of them is wrong; look them up in the source.",
    anchor="|".join(expression.pattern for expression in (_YEARS, _DAYS, _DATES, _AMOUNT, _LIFE)),
    confidence=0.9,
    cases=[
        flags("Anna Roth ([[1960–1950]]) painted the hall."),
        flags("Paul Lee ([[3 May 1960 – 5 June 1950]]) was its first mayor."),
        flags("She served as mayor [[from 2010 to 2005]], when she retired."),
        flags("The mill was closed [[between 1999 and 1989]], the guide says."),
        flags("The crowd was between [[20,000 and 10,000 people]], police said."),
        flags("A ticket costs between [[$50 and $20]], drinks included."),
        flags("They expect between [[thirty and twenty guests]] at the wedding."),
        flags("The fair runs [[from 12 to 8 March]] in the park."),
        flags("The road is closed [[from 18 June to 9 May 2021]]."),
        passes("It ran from 15 December to 10 January 2024, and from 6 April to 5 April 2023."),
        flags("It covers between [[40 per cent and 30 per cent]] of the cost."),
        passes("Anna Roth (1950–1960) was four when the hall was built."),
        passes("The king (1810–1750 BC) ruled from 1790 to 1750 BC."),
        passes("The number of jobs fell from 2010 to 1950 in a year."),
        passes("Cut emissions from 2010 to 2005 levels, she said."),
        passes("The shop is open between 9 and 5, or between 10 and 2 on Sundays."),
        passes("The difference between 20 and 10 people is small."),
        passes("It happened between 20 and 10 years ago, between 5 and 2 minutes before the end."),
        passes("It costs between $900 and $1.1 million, and between 800 million and 1.2 billion euros."),
        passes("Staff numbers went from 50 people to 30 people."),
        passes("It fell to between 5 and 10 degrees, and between 20 and 10 degrees below zero at night."),
        passes("It is open from 28 February to 3 March, and from May 30 to June 2."),
    ],
)
