"""Long documents in parts, so that time and memory grow no faster than they do.

A part comes with its surroundings, so that its ends look like what they are, places within a text. What is
said twice in a text is found where both places are in one part or its surroundings.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textcheck.document import Block, Document, Segment
    from textcheck.rule import Hit

PART = 2**17
"""Code points of the longest document that is looked at in one part: some 20,000 words."""

MARGIN = 4096
"""Code points of surroundings on either side of a part, and at least a block."""

_START = attrgetter("start")


class Part(NamedTuple):
    """A part of a document, with its surroundings a document of its own.

    `offset` is where that begins in the prose of the whole; the part is from `start` to `end` of it.
    """

    document: Document
    offset: int
    start: int
    end: int

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks of the part, without its surroundings."""
        blocks = self.document.blocks
        return blocks[bisect_left(blocks, self.start, key=_START) : bisect_left(blocks, self.end, key=_START)]

    def holds(self, hit: Hit) -> bool:
        """Tell whether a hit in `document` is in the part."""
        return self.start <= hit.start < self.end

    def in_whole(self, hit: Hit) -> Hit:
        """Return a hit in `document` as one in the whole."""
        if not self.offset:
            return hit
        suggestions = tuple(
            replace(each, start=each.start + self.offset, end=each.end + self.offset)
            for each in hit.suggestions
        )
        return replace(hit, start=hit.start + self.offset, end=hit.end + self.offset, suggestions=suggestions)


def parts(document: Document) -> Iterator[Part]:
    """Yield the parts of a document in order; one that is not long is the only part of itself."""
    size, blocks = len(document.prose), document.blocks
    number = -(-size // PART)
    cuts = {bisect_left(blocks, size * part // number, key=_START) for part in range(1, number)}
    borders = [0, *sorted(cuts - {0, len(blocks)}), len(blocks)]
    if len(borders) == 2:  # noqa: PLR2004  # the beginning and the end
        yield Part(document, 0, 0, size)
        return
    for first, last in pairwise(borders):
        start = blocks[first].start if first else 0
        end = blocks[last].start if last < len(blocks) else size
        before = bisect_left(blocks, start - MARGIN, key=_START) if first else 0
        after = bisect_right(blocks, end + MARGIN, key=_START)
        around, offset = _cut(
            document, min(before, max(first - 1, 0)), max(after, min(last + 1, len(blocks)))
        )
        yield Part(around, offset, start - offset, end - offset)


def _cut(document: Document, first: int, last: int) -> tuple[Document, int]:
    """Return the blocks of these numbers as a document, and where its prose begins in that of `document`."""
    blocks = document.blocks
    start = blocks[first].start if first else 0
    end = blocks[last - 1].end if last < len(blocks) else len(document.prose)
    source_start = _line_start(document.source, document.source_span(start, start + 1).start)
    source = document.source[source_start : document.source_span(end - 1, end).end]
    if document.segments is None:
        # What stands before a block in its line, such as the mark of a list item, is prose, too.
        start, prose, segments = source_start, source, None
    else:
        prose = document.prose[start:end]
        segments = tuple(_moved(document.segments, start, end, source_start))
    moved = [replace(block, start=block.start - start, end=block.end - start) for block in blocks[first:last]]
    around = replace(
        document, source=source, prose=prose, blocks=tuple(moved), segments=segments, whole=document
    )
    return around, start


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _moved(segments: Sequence[Segment], start: int, end: int, source_start: int) -> Iterator[Segment]:
    """Yield what the segments say of a range of prose, for a source that begins at `source_start`."""
    first = bisect_right(segments, start, key=attrgetter("prose_start")) - 1
    for segment in segments[first:]:
        if segment.prose_start >= end:
            return
        low, high = max(segment.prose_start, start), min(segment.prose_end, end)
        skipped, left = low - segment.prose_start, segment.prose_end - high
        yield segment._replace(
            prose_start=low - start,
            prose_end=high - start,
            source_start=segment.source_start - source_start + skipped * segment.verbatim,
            source_end=segment.source_end - source_start - left * segment.verbatim,
        )
