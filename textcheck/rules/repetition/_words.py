"""What several rules of this category know about words that follow themselves."""

from __future__ import annotations

from functools import lru_cache
from operator import eq
from typing import TYPE_CHECKING, Final

import regex

from textcheck.document import PROSE_KINDS
from textcheck.finding import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from textcheck.document import Document

_SPOKEN: Final = regex.compile(
    r"(?i)(?<![\w’'-])(?:uh|um|erm|mhm|mm-?hm+|uh-huh|yeah|you know(?=,| [-–—a-z]))(?![\w’'-])"
)

_MARKS: Final = ',.;:!?)”"'
_BLANKS: Final = str.maketrans("\r\n", "  ")
_LINE_ENDS: Final = frozenset(("\n", "\r\n", " \n"))

_SPOKEN_MIN: Final = 2
"""Sounds of hesitation from which a text is a transcript, which keeps what was said twice."""


def is_transcript(document: Document) -> bool:
    """Tell whether the text is speech taken down word for word."""
    return len(_SPOKEN.findall(document.prose)) >= _SPOKEN_MIN


@lru_cache(maxsize=1)
def tokens(prose: str) -> tuple[str, ...]:
    """Return the lower-case words of a text; a comma, a stop or a closing mark is a word of its own."""
    text = prose.lower()
    for mark in _MARKS:
        text = text.replace(mark, f" {mark}")
    return tuple(text.split())


def repeats(words: Sequence[str], length: int) -> Iterator[int]:
    """Yield the places at which `length` words stand for the second time in a row."""
    same = bytes(map(eq, words, words[length:]))
    run = b"\1" * length
    at = same.find(run)
    while at >= 0:
        yield at + length
        at = same.find(run, at + 1)


def passages(document: Document, wanted: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield the stretches of prose, other than verse, that hold one of the lower-case strings `wanted`.

    Each comes with its offset, and with blanks for line ends. A line that begins with a small letter
    carries on the line before it.
    """
    for start, end in _stretches(document):
        text = document.prose[start:end].translate(_BLANKS)
        squeezed = " ".join(text.split()).lower()
        if any(repeat in squeezed for repeat in wanted):
            yield start, text


def _stretches(document: Document) -> Iterator[Span]:
    start = end = 0
    for block in document.blocks:
        if block.kind not in PROSE_KINDS or block.kind == "verse":
            continue
        if document.prose[end : block.start] not in _LINE_ENDS or not document.prose[block.start].islower():
            yield Span(start, end)
            start = block.start
        end = block.end
    yield Span(start, end)
