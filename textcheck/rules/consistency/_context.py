"""What several rules of this category ask about the words around a place."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from textcheck.document import once
from textcheck.rule import lazy
from textcheck.rules.consistency._numbers import NUMBER_STEM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textcheck.document import Block, Document
    from textcheck.finding import Span

_DISCUSSED = lazy(
    r"(?i)\b(?:wrong(?:ly)?|incorrect(?:ly)?|erroneous(?:ly)?|in error|an error|mistak\w+|misprint\w*|typo"
    r"|misdated|misquoted|misstated|corrections?|corrected|should (?:have )?(?:read|be|been|say|said)"
    r"|(?:no|not) such|not (?:exist|add|match)|non-?existent|nonexistent|imaginary|fictional|impossible"
    r"|invalid|there (?:is|was) no|never (?:comes?|came|exist\w*)|ha[sd] no \d|contradict\w*|inconsisten\w+"
    r"|discrepanc\w+|hoax|joked?|joking|validat\w+|out of range|bogus|absurd|contradictory)\b"
)


_NUMBER = re.compile(rf"\d|{NUMBER_STEM}")


def discussed(text: str) -> bool:
    """Tell whether a passage speaks of a mistake, as a correction or an example does."""
    return _DISCUSSED.search(text) is not None


def places(text: str, literals: Iterable[str]) -> list[int]:
    """Return the offsets at which one of the literals stands, in order; faster than a pattern."""
    return sorted(offset for literal in literals if literal in text for offset in _found(text, literal))


def anchored(document: Document, literals: Iterable[str]) -> Iterator[tuple[Block, list[int]]]:
    """Yield the blocks of prose in which one of the literals stands, and its offsets in their text.

    Searching the whole document for literals is far faster than a pattern run block by block.
    """
    return in_blocks(document, (offset for literal in literals for offset in _found(document.prose, literal)))


def _found(text: str, literal: str) -> Iterator[int]:
    position = text.find(literal)
    while position >= 0:
        yield position
        position = text.find(literal, position + 1)


def in_blocks(document: Document, offsets: Iterable[int]) -> Iterator[tuple[Block, list[int]]]:
    """Yield the blocks of prose that hold some of the prose offsets, and these as offsets in their text."""
    blocks = document.prose_blocks
    starts = [block.start for block in blocks]
    found: dict[int, list[int]] = {}
    for offset in offsets:
        index = bisect_right(starts, offset) - 1
        if index >= 0 and offset < blocks[index].end:
            found.setdefault(index, []).append(offset - starts[index])
    for index in sorted(found):
        yield blocks[index], sorted(found[index])


def sentence(document: Document, block: Block, offset: int) -> Span:
    """Return the sentence of a block that holds a prose offset of it."""
    sentences = document.sentences(block)
    return sentences[bisect_right(sentences, offset, key=attrgetter("end"))]


@once
def _sentence_texts(_document: Document) -> dict[Span, str]:
    return {}


def sentence_text(document: Document, block: Block, offset: int) -> str:
    """Return the text of the sentence of a block that holds a prose offset of it.

    It is the same string each time, so that what is kept about a sentence is found without reading it.
    """
    around = sentence(document, block, offset)
    return _sentence_texts(document).setdefault(around, document.prose[around.start : around.end])


def shown(words: str, limit: int = 40) -> str:
    """Return words on one line, cut to at most `limit` code points."""
    line = " ".join(words.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def numbers_before(text: str, end: int, reach: int = 90) -> Iterator[int]:
    """Yield where a number, in digits or in words, may begin within `reach` code points before `end`."""
    for match in _NUMBER.finditer(text, max(end - reach, 0), end):
        start = match.start()
        before = text[start - 1] if start else " "
        if before in "$£€":
            yield start - 1
        elif not before.isalnum():
            yield start
