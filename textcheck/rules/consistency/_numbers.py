"""English numbers, in digits and in words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from textcheck.rule import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from textcheck.rule import Match

_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    *("sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES: Final = {
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_VALUES: Final = {
    "a": 1,
    "an": 1,
    "zero": 0,
    **{word: number for number, word in enumerate((*_ONES, *_TEENS), start=1)},
    **{word: number * 10 for number, word in enumerate(_TENS, start=2)},
}

_ONE: Final = "|".join(sorted(_ONES, key=len, reverse=True))
_UP_TO_99: Final = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{_ONE}))?|{'|'.join(reversed(_TEENS))}|{_ONE}|zero)"
_UP_TO_999: Final = rf"(?:(?:a|{_ONE})\s+hundred(?:\s+(?:and\s+)?{_UP_TO_99})?|{_UP_TO_99})"
_WORDS: Final = (
    rf"(?:(?:{_UP_TO_999}|a)\s+thousand(?:,?\s+(?:and\s+)?{_UP_TO_999})?|half\s+a\s+dozen"
    rf"|(?:{_UP_TO_99}|a)\s+dozen|{_UP_TO_999})"
)
_DIGITS: Final = r"(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,6})?"

NUMBER: Final = (
    rf"(?<![\p{{L}}\p{{N}}.,$£€¥-])(?:{_DIGITS}|(?i:{_WORDS}))(?:\s(?:{'|'.join(_SCALES)})\b)?"
    r"(?![\p{L}\p{N}]|[.,]\d)"
)
"""A cardinal such as “12”, “1,250.5”, “3 million”, “twenty-one”, “a hundred and five” or “two dozen”."""

NUMBER_END: Final = rf"(?:\d|\b(?i:{'|'.join((*_ONES, *_TEENS, *_TENS, *_SCALES, 'hundred', 'dozen'))}))"
"""What a match of `NUMBER` ends with, for anchors."""

_ROUND: Final = {
    "centenary": 100,
    "centennial": 100,
    "bicentenary": 200,
    "bicentennial": 200,
    "hundredth": 100,
    "twenty-fifth": 25,
    "seventy-fifth": 75,
    "tenth": 10,
    **{word[:-1] + "ieth": number * 10 for number, word in enumerate(_TENS, start=2)},
}
ORDINAL: Final = rf"(?:\d{{1,4}}(?:st|nd|rd|th)|(?i:{'|'.join(_ROUND)}))"
"""An ordinal in digits, or one of those that anniversaries are named by."""

NUMBER_STEM: Final = (
    r"[Oo]ne|[Tt](?:wo|hree|en|welve|hir|wenty)|[Ff](?:our|ive|if|orty)|[Ss](?:ix|even)|[Ee](?:ight|leven)"
    r"|[Nn]ine|[Hh]alf"
)
"""The beginning of a number in words, led by letters, which the standard library finds fast."""

_BEGINS: Final = re.compile(rf"[$£€]?\d+|{NUMBER_STEM}|zero|an?\s", re.IGNORECASE)

_WORD_OR_DIGITS: Final = lazy(r"\d[\d,]*(?:\.\d+)?|[a-z]+")


def numbers(
    expression: regex.Pattern[str], text: str, start: int = 0, end: int | None = None
) -> Iterator[Match]:
    """Yield the matches of an expression that begins with a number, as its own search does, but faster."""
    position = start
    end = len(text) if end is None else end
    for place in _BEGINS.finditer(text, start, end):
        if place.start() >= position and (match := expression.match(text, place.start(), end)):
            position = match.end()
            yield match


def value(number: str) -> Decimal:
    """Return what a match of `NUMBER` stands for.

    Raises:
        KeyError: it holds a word that is no number.
    """
    total = current = Decimal(0)
    for word in _WORD_OR_DIGITS.findall(number.lower()):
        if word[0].isdigit():
            current = Decimal(word.replace(",", ""))
        elif word == "hundred":
            current *= 100
        elif word == "dozen":
            current = (current or Decimal(1)) * 12
        elif word == "half":
            current = Decimal("0.5")
        elif word in _SCALES:
            total += current * _SCALES[word]
            current = Decimal(0)
        elif word != "and" and not (word == "a" and current):
            current += _VALUES[word]
    return total + current


def precision(number: str) -> Decimal:
    """Return the unit of the last digit given: 1 for “12”, 100,000 for “1.2 million”."""
    scale = next((size for word, size in _SCALES.items() if number.lower().endswith(word)), 1)
    _, point, decimals = number.partition(" ")[0].partition(".")
    return Decimal(scale) / (10 ** len(decimals) if point else 1)


def ordinal_value(ordinal: str) -> int:
    """Return the number in a match of `ORDINAL`."""
    return _ROUND.get(ordinal.lower()) or int(ordinal.rstrip("stndrh"))
