"""Several blanks between two words of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.document import RUNNING_KINDS
from textcheck.finding import Suggestion
from textcheck.rule import Hit, flags, function, lazy, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_BLANKS: Final = lazy(r"(?<![\s.:!?…|][\"'”’)\]]?) {2,}(?=[\p{L}\p{N}(“‘\"'])(?<=[\p{L}\p{N},;)”’\"] +)")

_LAYOUT_SHARE: Final = 40
"""Words for each doubled blank from which a document with several of them is laid out with blanks."""

_LAYOUT_MIN: Final = 4
"""Doubled blanks that a document may have whatever its length."""


def _check(document: Document) -> Iterator[Hit]:
    if document.collapses_blanks:
        return
    found = [
        (block.start + match.start(), block.start + match.end())
        for block in document.blocks
        if block.kind in RUNNING_KINDS
        for match in _BLANKS.finditer(document.text(block))
    ]
    if not found or document.technical:
        return
    if len(found) > _LAYOUT_MIN and len(found) * _LAYOUT_SHARE > len(document.prose.split()):
        return
    for start, end in found:
        remedy = Suggestion(start, end, " ", "leave one blank", "safe")
        yield Hit(start, end, f"{end - start} blanks between two words", suggestions=(remedy,))


rule = function(
    _check,
    why="A word was deleted here, or a blank was typed twice; look for a word that is missing.",
    anchor=r"[\p{L}\p{N},;)”’\"] {2,}[\p{L}\p{N}(“‘\"']",
    severity="info",
    confidence=0.7,
    spacing=True,
    cases=[
        flags("The mayor opened[[  ]]the new bridge."),
        flags("Rain fell all day,[[   ]]but nobody left."),
        flags("The firm (a[[  ]]bank) was sold."),
        passes("The bridge opened.  Nobody came.  It rained."),
        passes("He asked why?  “Because,” she said."),
        passes("The mayor opened  the new bridge.", format="markdown"),
        passes("one  two  three  four  five  six  seven  eight"),
        passes("The note read:  nobody knows."),
        passes("Name    Age    Town"),
    ],
)
