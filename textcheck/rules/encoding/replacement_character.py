"""Replacement character where a letter or mark was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.finding import Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.encoding._accented import restored
from textcheck.rules.encoding._context import is_mentioned, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_RUN = lazy(r"[\p{L}\p{N}]{0,30}+\ufffd+(?:[\p{L}\p{N}]++\ufffd*+)*+")
_CONTRACTED = lazy(r"(?<=\p{L})\ufffd{1,3}(?=(?:s|t|m|d|re|ve|ll)$)")


def _check(document: Document, block: Block) -> Iterator[Hit]:
    for match in _RUN.finditer(document.prose, block.start, block.end):
        start, end = match.span()
        if is_mentioned(document, start, end):
            continue
        readings = restored(match[0], "\ufffd")
        if not readings and _CONTRACTED.search(match[0]):
            readings = (_CONTRACTED.sub("’", match[0]),)
        yield Hit(
            start,
            end,
            f"“{shown(match[0], 40)}” has a replacement character",
            suggestions=tuple(Suggestion(start, end, word, f"Write “{word}”") for word in readings),
        )


rule = block_function(
    _check,
    why="A byte could not be decoded and is lost here; only the source knows which character it was.",
    triggers=("\ufffd",),
    confidence=0.99,
    cases=[
        flags("They met in a [[caf\ufffd]] near the river."),
        flags("The [[mayor\ufffds]] office didn't reply."),
        flags("[[\ufffd\ufffdWe]] won,[[\ufffd]] she said."),
        flags("Prices rose [[3\ufffd5]] per cent, or 5 per cent."),
        passes("They met in a café near the river."),
        passes("The replacement character (\ufffd) marks a byte that could not be decoded."),
        passes("Unicode shows “\ufffd” where a character is unknown."),
        passes("A browser shows the symbol \ufffd for what it cannot decode."),
        passes("Is it a question? Yes, it is."),
    ],
)
