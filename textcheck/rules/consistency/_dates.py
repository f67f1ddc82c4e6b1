"""Parts of dates, as alternatives for a pattern, and the calendar."""

from __future__ import annotations

import calendar
from typing import Final

from textcheck.vocabulary import MONTH as _MONTH

MONTH: Final = rf"(?:{_MONTH})\b\.?"
"""A month in full or abbreviated, with or without a stop."""

DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?(?!\p{L}|\p{N}|:\d|\.\d)"
YEAR: Final = r"(?:1\d|20)\d\d(?![\p{L}\p{N}]|[.,]\d)"

GREGORIAN_SINCE: Final = 1752
"""The year in which Britain and its colonies took over the Gregorian calendar (24 Geo. 2 c. 23)."""

_STEMS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def month_stem(number: int) -> str:
    """Return the three letters that each match of `MONTH` for a month, from 1, begins with."""
    return _STEMS[number - 1].capitalize()


def month_number(name: str) -> int:
    """Return the number, from 1, of a match of `MONTH`."""
    return _STEMS.index(name[:3].lower()) + 1


def day_number(day: str) -> int:
    """Return the number in a match of `DAY`."""
    return int(day.rstrip("stndrh"))


def days_in(month: int, year: int | None) -> int:
    """Return the length of a month in days; a February without a year may have 29.

    Before `GREGORIAN_SINCE` every fourth year was a leap year.
    """
    if year is None:
        year = 2000
    if month == 2 and year < GREGORIAN_SINCE:  # noqa: PLR2004  # February
        return 29 if year % 4 == 0 else 28
    return calendar.monthrange(year, month)[1]


def exists(day: int, month: int, year: int | None) -> bool:
    """Tell whether there is such a day."""
    return 1 <= month <= 12 and 1 <= day <= days_in(month, year)  # noqa: PLR2004  # months of a year
