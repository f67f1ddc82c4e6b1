"""Comma against the inside of a bracket."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.document import RUNNING_KINDS
from textcheck.rule import Hit, block_function, flags, lazy, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from textcheck.document import Block, Document

_CLOSING: Final = lazy(r"(?P<span>,[”\"]?\s?\))(?!\w)")
_OPENING: Final = lazy(r"(?<![\w(])(?P<span>\([,;])\s?[\p{L}\p{N}]")
_WORDS: Final = lazy(r"(?=[^()]*\p{L}{3})[^()]*\s[^()]*[\p{L}\p{N}]|\p{L}{4,}[\p{L}’'-]*")
"""What stands in a bracket of prose, unlike in one of code."""

_ASIDE: Final = 200
"""Code points of the longest aside whose other bracket is looked for."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    if document.technical:
        return
    text = document.text(block)
    for match in _CLOSING.finditer(text):
        opening = text.rfind("(", max(match.start() - _ASIDE, 0), match.start())
        if opening > 0 and text[opening - 1].isspace() and _WORDS.fullmatch(text, opening + 1, match.start()):
            yield _hit(block.start, match)
    for match in _OPENING.finditer(text):
        yield _hit(block.start, match)


def _hit(offset: int, match: regex.Match[str]) -> Hit:
    start, end = match.span("span")
    return Hit(offset + start, offset + end, f"Comma inside of a bracket: “{match['span']}”")


rule = block_function(
    _check,
    why="What stood between the comma and the bracket was deleted; restore it, or delete the comma.",
    triggers=(",)", ", )", ",”)", ',")', "(,", "(;"),
    confidence=0.85,
    scope=RUNNING_KINDS,
    cases=[
        flags("The ferry (a gift of the king[[,)]] sails at noon."),
        flags("The school [[(,]] built by the parish) is full."),
        flags("Her brother (born in 1911[[,)]] was a painter, and her sister [[(;]] born later) a nurse."),
        flags("The lake (deep and cold[[, )]] freezes in March."),
        passes("The ferry (a gift of the king), old as it is, sails at noon."),
        passes("The tuple (1,) has one member, and f(x, y,) is called."),
        passes("We won ;) and they lost (,: or so it seems."),
        passes("Tick the boxes a), b), and c), please."),
        passes("He wrote a comma in brackets: “(,)”."),
        passes("The point (3, 4) lies on the line (see below)."),
    ],
)
