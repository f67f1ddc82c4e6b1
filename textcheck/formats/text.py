"""Plain text: prose and source are the same; blocks are told by blank lines and line lengths."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

import regex

from textcheck.document import Block, Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textcheck.document import BlockKind

_LINE_END = regex.compile(r"\r\n|\r|\n")
_LIST_MARKER = regex.compile(r"(?:[-*+•‣◦▪·]|\(?(?:\d{1,3}|[a-zA-Z])[.)])[ \t]+(?=\S)")
_TABLE_GAP = regex.compile(r"\t+| {3,}|[ \t]\|[ \t]?|\|[ \t]")
_STOPS = ".!?…:;,。！？"
_CLOSING = "\"'”’»)]"
_CAPITAL_OR_DIGIT = regex.compile(r"[\"'“‘«(\[]*[\p{Lu}\p{Lt}\p{N}\p{Lo}]")

WRAP_MAX = 120
"""Longest line, in code points, of text that was wrapped by hand or by an editor."""

WRAP_MIN = 40
"""Shortest longest-line of wrapped text; shorter lines are verse, addresses or lists."""

VERSE_LINES = 3
"""Fewest lines of a stanza, a menu or an address."""

VERSE_WIDTH = 60
"""Longest line of such text, in code points."""

LINES_TOGETHER = 2**20
"""Code points that are split into lines at once."""

HEADING_MAX_WORDS = 14
"""A line of more words is a paragraph even without a stop."""


class _Line:
    __slots__ = ("end", "indent", "start", "text")

    def __init__(self, raw: str, start: int) -> None:
        self.text = raw.strip()
        self.indent = len(raw) - len(raw.lstrip()) if raw[:1].isspace() else 0
        self.start = start + self.indent
        self.end = self.start + len(self.text)


def parse(source: str) -> Document:
    """Parse plain text.

    A blank line ends a block. Within a run of lines, a line end is part of a paragraph where the
    next word would not have fitted into the line; elsewhere it ends a block too.
    """
    blocks: list[Block] = []
    for blank, group in groupby(_lines(source), key=lambda line: not line.text):
        if not blank:
            blocks.extend(_blocks(tuple(group)))
    return Document(source, source, tuple(blocks))


def _lines(source: str) -> Iterator[_Line]:
    position = 0
    if "\r" not in source:
        while position <= len(source):
            end = source.find("\n", position + LINES_TOGETHER)
            for line in source[position : None if end < 0 else end].split("\n"):
                yield _Line(line, position)
                position += len(line) + 1
        return
    for match in _LINE_END.finditer(source):
        yield _Line(source[position : match.start()], position)
        position = match.end()
    yield _Line(source[position:], position)


def _blocks(lines: Sequence[_Line]) -> Iterator[Block]:
    width = max(len(line.text) + line.indent for line in lines)
    wrapped = WRAP_MIN <= width <= WRAP_MAX
    verse = _is_verse(lines, width)
    first = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and wrapped and not verse and _continues(lines[index - 1], lines[index], width):
            continue
        run = lines[first:index]
        marker = _LIST_MARKER.match(run[0].text)
        start = run[0].start + (marker.end() if marker else 0)
        yield Block("list-item" if marker else "verse" if verse else _kind(run), start, run[-1].end)
        first = index


def _is_verse(lines: Sequence[_Line], width: int) -> bool:
    """Tell whether lines were broken by their author: short, ragged, and mostly without a full stop."""
    if len(lines) < VERSE_LINES or width > VERSE_WIDTH:
        return False
    if any(_LIST_MARKER.match(line.text) or _is_table_row(line.text) for line in lines):
        return False
    if 2 * sum(line.text.endswith((".", "!", "?", ":")) for line in lines) >= len(lines):
        return False
    joined = sum(_continues(line, following, width) for line, following in pairwise(lines))
    return width < WRAP_MIN or 2 * joined < len(lines)


def _continues(line: _Line, following: _Line, width: int) -> bool:
    """Tell whether `following` carries on the paragraph of `line` in text wrapped at `width`."""
    if _LIST_MARKER.match(following.text) or _is_table_row(following.text) or _is_table_row(line.text):
        return False
    next_word = following.text.split(None, 1)[0]
    return line.indent + len(line.text) + 1 + len(next_word) > width


def _is_table_row(text: str) -> bool:
    if "\t" not in text and "|" not in text and "   " not in text:
        return False
    return len(_TABLE_GAP.findall(text)) >= 2  # noqa: PLR2004  # two gaps make three columns


def _kind(lines: Sequence[_Line]) -> BlockKind:
    text = lines[0].text
    if len(lines) > 1:
        return "paragraph"
    if _is_table_row(text):
        return "table-cell"
    if (
        text.rstrip(_CLOSING)[-1:] not in _STOPS
        and _CAPITAL_OR_DIGIT.match(text)
        and len(text.split(None, HEADING_MAX_WORDS)) <= HEADING_MAX_WORDS
    ):
        return "heading"
    return "paragraph"
