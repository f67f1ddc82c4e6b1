"""Blank between a bracket and the words in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.document import RUNNING_KINDS
from textcheck.rule import Hit, block_function, flags, lazy, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from textcheck.document import Block, Document

_OPENING: Final = lazy(r"(?<![\w(:;=])\([ ][\p{L}\p{N}“\"‘][\p{L}\p{N}’'-]*+")
_CLOSING: Final = lazy(r"(?<![\p{L}\p{N}’'-])[\p{L}\p{N}][\p{L}\p{N}’'-]*+[.”\"]?[ ]\)")

_ASIDE: Final = 300
"""Code points of the longest aside whose other bracket is looked for."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    if "( " not in text and " )" not in text:
        return
    for match in _OPENING.finditer(text):
        after = text[match.end() : match.end() + _ASIDE]
        if ")" in after and "(" not in after.partition(")")[0]:
            yield _hit(block.start, match)
    for match in _CLOSING.finditer(text):
        before = text[max(match.start() - _ASIDE, 0) : match.start()]
        if before.rfind("(") > before.rfind(")"):
            yield _hit(block.start, match)


def _hit(offset: int, match: regex.Match[str]) -> Hit:
    message = f"Blank inside of the bracket at “{match[0][-40:]}”"
    return Hit(offset + match.start(), offset + match.end(), message)


rule = block_function(
    _check,
    why="A blank was typed there, or a word next to it was deleted; close it up or restore the word.",
    triggers=("( ", " )"),
    spacing=True,
    confidence=0.7,
    scope=RUNNING_KINDS,
    cases=[
        flags("The new school [[( built]] in 2010) is full."),
        flags("The school (built in [[2010 )]] is full."),
        flags("The bank [[( a]] shop until 1990) is shut, they said (and rightly [[so )]]."),
        passes("The new school (built in 2010) is full."),
        passes("- [ ] buy milk\n- [x] sell bread"),
        passes("She smiled :( and left, and he winked ;) at her."),
        passes("As a [ persona ] I want to [ goal ]."),
        passes("a ) first, b ) second"),
        passes("The set { x } and the empty ( ) brackets."),
    ],
)
