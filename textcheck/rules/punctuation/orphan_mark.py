"""Punctuation mark at the beginning of a line, away from its word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from textcheck.document import RUNNING_KINDS
from textcheck.rule import Hit, flags, function, lazy, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_MARKS: Final = frozenset(",;.)]?!:")
_LATER_LINE: Final = re.compile(r"\n[ \t]*[,;.)\]?!:]")
_ORPHAN: Final = lazy(
    r"""(?mx)
    ^ [ \t]* (?P<span> (?: [,;.)\]?!] | :(?=\s*\p{Ll}+\s) ) (?: [”"] | (?=\s*+[\p{L}“"‘(]|[ \t]*$) ) )
    (?: [ \t]++(?=\S) | (?<!\.)(?=\p{Ll}{2,}+\s) | [ \t]*$ )
    """
)

_MANY: Final = 3
"""Lines that begin with the same mark from which the mark is a bullet, a comment or a margin."""


def _check(document: Document) -> Iterator[Hit]:
    later = _LATER_LINE.search(document.prose) is not None
    found = [
        (block.start + match.start("span"), match["span"])
        for block in document.blocks
        if block.kind in RUNNING_KINDS
        if document.prose[block.start] in _MARKS
        or (later and _LATER_LINE.search(document.prose, block.start, block.end))
        for match in _ORPHAN.finditer(document.text(block))
    ]
    if not found or document.technical:
        return
    marks = [mark for _, mark in found]
    for start, mark in found:
        if marks.count(mark) < _MANY:
            yield Hit(start, start + len(mark), f"Line begins with “{mark}”")


rule = function(
    _check,
    why="What stood before the mark was dropped, or a line was broken; join the lines or restore the words.",
    confidence=0.85,
    cases=[
        flags("[[,]] who was born in Boston, is a painter."),
        flags("The fair opens on Friday\n\n[[.]] It lasts a week."),
        flags("[[;]] the road was closed."),
        flags("[[)]] was the first of its kind."),
        passes("... and so it went on."),
        passes("…but nobody came."),
        passes(".NET runs on .gov servers."),
        passes(":) was all she wrote."),
        passes("! first note here\n\n! second note here\n\n! third note here"),
        passes("- .gov domains\n- .com domains"),
        passes(".5 of a point was enough."),
        passes("(a) One.\n\n1) Two."),
        passes(". . . and then there were none."),
    ],
)
