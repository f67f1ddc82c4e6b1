"""What several rules of this category ask about the words around a place."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from textcheck.rule import lazy

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


_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety half"
)
_NUMBER = re.compile("|".join([*"0123456789", *_NUMBER_WORDS.split(), *_NUMBER_WORDS.title().split()]))
"""The beginning of a number: literals only, which the standard library finds by their first letters."""


def discussed(text: str) -> bool:
    """Tell whether a passage speaks of a mistake, as a correction or an example does."""
    return _DISCUSSED.search(text) is not None


def anchored(document: Document, literals: Iterable[str]) -> Iterator[tuple[Block, list[int]]]:
    """Yield the blocks of prose in which one of the literals stands, and its offsets in their text.

    Searching the whole document for literals is far faster than a pattern run block by block.
    """
    blocks = document.prose_blocks
    starts = [block.start for block in blocks]
    found: dict[int, list[int]] = {}
    for literal in literals:
        position = document.prose.find(literal)
        while position >= 0:
            index = bisect_right(starts, position) - 1
            if index >= 0 and position < blocks[index].end:
                found.setdefault(index, []).append(position - starts[index])
            position = document.prose.find(literal, position + 1)
    for index in sorted(found):
        yield blocks[index], sorted(found[index])


def sentence(document: Document, block: Block, offset: int) -> Span:
    """Return the sentence of a block that holds a prose offset of it."""
    return next(span for span in document.sentences(block) if offset < span.end)


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
