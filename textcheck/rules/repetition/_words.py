"""What several rules of this category know about words that follow themselves."""

from __future__ import annotations

import re
import string
from itertools import compress, islice, pairwise
from operator import eq, itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from textcheck.document import PROSE_KINDS, once
from textcheck.finding import Span
from textcheck.rule import lazy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    import regex

    from textcheck.document import Block, Document

_SOUND: Final = lazy(
    r"(?i)(?<![\w’'-])(?:uh|um|erm|mhm|mm-?hm+|uh-huh|yeah|you know(?=,| [-–—a-z]))(?![\w’'-])"
)
_BREAK: Final = re.compile(r"[-–—]\s")
_BEGUN_AGAIN: Final = lazy(
    r"(?i)(?<![\w’'-])(?P<word>\w++),?\s(?:--|—|–)\s(?P=word)(?!\w)|(?<![\w’'-])(?P<part>\p{L}++)-\s(?:—\s)?(?P=part)\p{L}"
)

_MARKS: Final = b',.;:!?()[]"'
_FOLD: Final = bytes.maketrans(
    string.ascii_uppercase.encode() + _MARKS, string.ascii_lowercase.encode() + b" " * len(_MARKS)
)
_QUOTE: Final = "”".encode()

_LINE_ENDS: Final = frozenset(("\n", "\r\n", " \n"))

_BEFORE_WORD: Final = " “”\"‘'’([—–"
_PASSAGE: Final = 4096
"""Code points from which a passage ends with its block."""

_SPOKEN_MIN: Final = 2
"""Sounds of hesitation from which a text is a transcript, which keeps what was said twice."""


@once
def is_transcript(document: Document) -> bool:
    """Tell whether the text is speech taken down word for word."""
    spoken = len(list(islice(_SOUND.finditer(document.prose), _SPOKEN_MIN)))
    if spoken < _SPOKEN_MIN and _BREAK.search(document.prose):
        spoken += len(list(islice(_BEGUN_AGAIN.finditer(document.prose), _SPOKEN_MIN)))
    return spoken >= _SPOKEN_MIN


class Passage(NamedTuple):
    """Some blocks of a text, and their words in UTF-8, lower-case and without marks."""

    blocks: Sequence[Block]
    words: list[bytes]


@once
def passages(document: Document) -> list[Passage]:
    """Cut a text into passages, so that each is searched only for what is in it."""
    blocks = document.blocks
    begins = [0]
    for number, block in enumerate(blocks):
        if block.start - blocks[begins[-1]].start >= _PASSAGE and not document.prose[block.start].islower():
            begins.append(number)
    return [
        Passage(blocks[first:last], _words(document.prose[blocks[first].start : blocks[last - 1].end]))
        for first, last in pairwise([*begins, len(blocks)])
        if first < last
    ]


def _words(text: str) -> list[bytes]:
    return text.encode("utf-8", "surrogatepass").translate(_FOLD).replace(_QUOTE, b" ").split()


def doubled_words(passage: Passage) -> set[str]:
    """Return the words that stand twice in a row, if marks and case are overlooked."""
    words = passage.words
    return {_decoded(word) for word in compress(words, map(eq, words, islice(words, 1, None)))}


def doubled_phrases(passage: Passage, longest: int) -> Iterator[list[str]]:
    """Yield the runs of two to `longest` words that stand twice in a row, in the same way."""
    words = passage.words
    finals = int.from_bytes(bytes(map(itemgetter(-1), words)), "little")
    for length in range(2, longest + 1):
        # A byte of the difference is zero where the word `length` places on ends in the same letter.
        same = (finals ^ (finals >> 8 * length)).to_bytes(len(words), "little")
        at = same.find(bytes(length))
        while at >= 0:
            phrase = words[at : at + length]
            if phrase == words[at + length : at + 2 * length]:
                yield list(map(_decoded, phrase))
            at = same.find(bytes(length), at + 1)


def _decoded(word: bytes) -> str:
    return word.decode("utf-8", "surrogatepass")


def matches(
    document: Document, passage: Passage, expression: regex.Pattern[str], wanted: Collection[str]
) -> Iterator[tuple[int, regex.Match[str]]]:
    """Yield what begins with one of the lower-case strings `wanted`, each with the offset of its text.

    Verse is left out. A line that begins with a small letter carries on the line before it, and line
    ends are blanks in the texts.
    """
    if not wanted:
        return
    for start, end in _stretches(document, passage.blocks):
        text = document.prose[start:end].replace("\r", " ").replace("\n", " ")
        if held := _held(text, wanted):
            yield from ((start, match) for match in _in_text(text, expression, held))


def _held(text: str, wanted: Collection[str]) -> list[str]:
    """Return those of the lower-case strings that stand in a text where a word may begin."""
    squeezed = f" {' '.join(text.lower().split())}"
    return [
        phrase
        for phrase in wanted
        if phrase in squeezed and any(mark + phrase in squeezed for mark in _BEFORE_WORD)
    ]


def _in_text(
    text: str, expression: regex.Pattern[str], wanted: Collection[str]
) -> Iterator[regex.Match[str]]:
    lowered = text.lower()
    if not len(" ".join(text.split())) == len(lowered) == len(text):
        yield from expression.finditer(text)
        return
    done = 0
    for place in sorted(place for phrase in wanted for place in _places(lowered, phrase)):
        match = expression.match(text, place) if place >= done else None
        if match:
            done = match.end()
            yield match


def _places(text: str, phrase: str) -> Iterator[int]:
    place = text.find(phrase)
    while place >= 0:
        yield place
        place = text.find(phrase, place + 1)


def _stretches(document: Document, blocks: Sequence[Block]) -> Iterator[Span]:
    start = end = 0
    for block in blocks:
        if block.kind not in PROSE_KINDS or block.kind == "verse":
            continue
        if document.prose[end : block.start] not in _LINE_ENDS or not document.prose[block.start].islower():
            yield Span(start, end)
            start = block.start
        end = block.end
    yield Span(start, end)
