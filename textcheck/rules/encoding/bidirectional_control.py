"""Bidirectional control character without text that runs from right to left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import regex

from textcheck.finding import Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.encoding._context import code_point, damages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ANY = re.compile(f"[{_CONTROLS}]")
_RUN = lazy(f"[{_CONTROLS}]+")
_RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}--[\u061c\u200f]]", regex.VERSION1)
_REACH = 80
"""Code points on either side within which such text makes the character sound."""

_OVERRIDES = frozenset("\u202d\u202e")


def _check(document: Document, block: Block) -> Iterator[Hit]:
    prose = document.prose
    for damage in damages(document, block, _ANY, _RUN):
        start, end = damage.span
        if _RIGHT_TO_LEFT.search(prose, max(start - _REACH, 0), end + _REACH):
            continue
        mended = damage.mended(prose, lambda _: "")
        yield Hit(
            start,
            end,
            f"{code_point(damage.first)} is in the text, unseen",
            severity="error" if damage.first in _OVERRIDES else "warning",
            suggestions=(Suggestion(start, end, mended, "Remove it", "safe"),),
        )


rule = block_function(
    _check,
    anchor=_ANY.pattern,
    why="It came with copied text and may reorder the words around it; nothing here needs it, so remove it.",
    severity="warning",
    confidence=0.96,
    cases=[
        flags("The meeting is on [[\u200e5]] May."),
        flags("A message from [[\u2068Jane\u2069]] came."),
        flags("The file is [[photo\u202egpj]].exe, he said."),
        passes("The Hebrew \u200fשלום\u200f is a greeting."),
        passes("In Arabic: \u202bالسلام عليكم\u202c, he said."),
        passes("The meeting is on 5 May."),
        passes("The right-to-left mark (\u200f) is unseen."),
        passes("“Élan” – it’s naïve."),
    ],
)
