"""The tokens that the model reads: words, numbers and marks, without any white space.

Training and use share this module, so that a token is the same in both. White space is no feature:
whether blanks were tidied after a deletion must not tell the model that there was one.
"""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from textcheck.document import RUNNING_KINDS, STAND_IN, once

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textcheck.document import Block, Document

VERSION = 1
"""Goes up with every change of a token or its features; weights carry the one they were made for."""

# `re`, since it splits text into tokens about twice as fast as `regex`.
TOKEN = re.compile(
    # A plain word first, as the most frequent by far, and the one that is matched fastest.
    r"[A-Za-z]+(?![\w'’])|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\S"
)
"""A number, a word (with its apostrophes), or any other mark."""

_TEMPLATE_CODE = re.compile(r"\{(?:\{[^{}]*\}|%[^{}]*%)\}")

BOUNDARY = "\n"
"""Stands before, between and after blocks; no token of a text is white space."""

PADDING = ""
"""Stands beyond the ends of a document."""

SPECIAL = (PADDING, BOUNDARY)
"""The tokens that no text holds, in the order of their rows."""

UNKNOWN = len(SPECIAL)
"""The row of a word that is not in the vocabulary."""

AFFIXES = 4096
"""Rows of the tables of beginnings and of endings; an affix has the row of its checksum."""

AFFIX_LENGTH = 3
"""Code points of an affix."""

SHAPES = 10
"""Rows of the table of shapes: see `shape`."""

NUMBER = 1
"""The shape of a number."""

_WORD_BITS = 17
_AFFIX_BITS = 12
_SHAPE_BITS = 4
_YEAR = range(1500, 2100)
_YEAR_DIGITS = 4
_DIGIT_CLASSES = 7


def number_class(token: str) -> str:
    """Return what all numbers of one kind are to the model: a year, a count of so many digits, a decimal."""
    if "." in token:
        return "0.0"
    if "," in token:
        return "0,000"
    if ":" in token:
        return "0:00"
    if len(token) == _YEAR_DIGITS and int(token) in _YEAR:
        return "1999"
    return "0" * min(len(token), _DIGIT_CLASSES)


def normal(token: str) -> str:
    """Return what a token is looked up by: the class of a number, a word in lower case."""
    return number_class(token) if token[:1].isdecimal() else token.lower().replace("’", "'")


def shape(token: str) -> int:  # noqa: PLR0911  # one return a shape
    """Return the kind of a token, below `SHAPES`."""
    if token in SPECIAL:
        return 0
    if token[0].isdecimal():
        return NUMBER
    if not token[0].isalpha():
        return 2
    if token.islower():
        return 3 if len(token) > 1 else 4
    if len(token) == 1:
        return 5
    if token.isupper():
        return 6
    if token[0].isupper() and token[1:].islower():
        return 7
    return 8 if token[0].isupper() else 9


def checksum(text: str) -> int:
    """Return the CRC-32 of a text in UTF-8: the same on every platform."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=4 * AFFIXES)
def _affix(text: str) -> int:
    return checksum(text) % AFFIXES


class Features(NamedTuple):
    """The rows of a token in the four tables that its vector is put together from."""

    word: int
    beginning: int
    ending: int
    shape: int


def features(token: str, vocabulary: Mapping[int, int]) -> Features:
    """Return the rows of a token.

    Args:
        token: one of `TOKEN` or of `SPECIAL`.
        vocabulary: from the checksum of a normal token to its row.
    """
    if token in SPECIAL:
        return Features(SPECIAL.index(token), 0, 0, 0)
    known = normal(token)
    return Features(
        vocabulary.get(checksum(known), UNKNOWN),
        _affix("^" + known[:AFFIX_LENGTH]),
        _affix(known[-AFFIX_LENGTH:] + "$"),
        shape(token),
    )


def pack(rows: Features) -> int:
    """Return the rows as one integer, below 2 to the power of 63."""
    packed = rows.word
    packed = packed << _AFFIX_BITS | rows.beginning
    packed = packed << _AFFIX_BITS | rows.ending
    return packed << _SHAPE_BITS | rows.shape


def unpack(packed: int) -> Features:
    """Reverse `pack`; works on arrays of integers as well."""
    affix = (1 << _AFFIX_BITS) - 1
    return Features(
        packed >> (2 * _AFFIX_BITS + _SHAPE_BITS),
        packed >> (_AFFIX_BITS + _SHAPE_BITS) & affix,
        packed >> _SHAPE_BITS & affix,
        packed & (1 << _SHAPE_BITS) - 1,
    )


def blocks(document: Document) -> Iterator[Block]:
    """Yield the blocks that the model reads: those of running text."""
    return (block for block in document.blocks if block.kind in RUNNING_KINDS)


@once
def prose(document: Document) -> str:
    """Return the prose with a `STAND_IN` for template code, and blanks so that its length stays the same."""
    return _TEMPLATE_CODE.sub(lambda code: STAND_IN.ljust(len(code[0])), document.prose)


def tokens(document: Document) -> list[str]:
    """Return the tokens of all running blocks, with a `BOUNDARY` before, between and after blocks.

    Of a document without running text, that is a single `BOUNDARY`.
    """
    found = [BOUNDARY]
    text = prose(document)
    for block in blocks(document):
        found += TOKEN.findall(text, block.start, block.end)
        found.append(BOUNDARY)
    return found


NUMERAL_FREE_LENGTHS = (60, 150, 400, 1000)
"""Tokens of a document without a number below which it belongs to the first, second, … class."""

NUMERAL_DISTANCES = (200, 100, 50, 25)
"""Tokens per number above which a document with numbers belongs to the first, second, … class."""

DENSITIES = len(NUMERAL_FREE_LENGTHS) + len(NUMERAL_DISTANCES) + 2
"""The number of classes of documents by how many numbers they hold."""


def density(length: int, numbers: int) -> int:
    """Return the class of a document by its number of tokens and of numbers among them.

    A long text without a number has lost some more often than not; that is told to the model.
    """
    if not numbers:
        return sum(length >= bound for bound in NUMERAL_FREE_LENGTHS)
    first = len(NUMERAL_FREE_LENGTHS) + 1
    return first + sum(length <= bound * numbers for bound in NUMERAL_DISTANCES)
