"""Item of a list with nothing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.document import STAND_IN, place
from textcheck.rule import Case, Hit, block_function, flags, lazy, passes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textcheck.document import Block, Document

_MARKER: Final = lazy(r"[-*+•‣◦▪]|\(?(?P<number>\d{1,2})[.)]")
_NUMBERED: Final = "(?m)^[ \\t]*\\(?{number}[.)][ \\t]+\\S"
"""An item of a number with something in it."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    start, end = document.source_span(block.start, block.end)
    line = document.source[start:end].strip(" \t>")
    marker = _MARKER.fullmatch(line)
    if marker is None or document.is_worksheet:
        return
    blocks = document.blocks
    index = place(block, blocks)
    if not 0 < index < len(blocks) - 1:
        return
    beside = (blocks[index - 1], blocks[index + 1])
    if _are_filled_items(document, beside) or (
        marker["number"] and _is_counted_past(document.source, start, int(marker["number"]))
    ):
        yield Hit(block.start, block.end, f"Nothing behind “{line}” in the list")


def _are_filled_items(document: Document, beside: Sequence[Block]) -> bool:
    return all(block.kind == "list-item" and document.text(block) != STAND_IN for block in beside)


def _is_counted_past(source: str, start: int, number: int) -> bool:
    """Tell whether the numbers before and after this one have something behind them."""
    before = lazy(_NUMBERED.format(number=number - 1)).search(source, 0, start)
    return before is not None and lazy(_NUMBERED.format(number=number + 1)).search(source, start) is not None


rule = block_function(
    _check,
    why="What the item said was dropped or never written; take it from the source, or delete the item.",
    anchor=rf"^(?:{STAND_IN}|{_MARKER.pattern})$",
    severity="warning",
    confidence=0.85,
    cases=[
        flags("Bring these:\n\n- a coat\n[[-]] \n- a lamp\n- soap"),
        flags("Tools\n\n* a saw\n[[*]]\n* a plane\n\nThe shed is open."),
        flags("How to start\n\n1. Fill the tank.\n[[2.]]\n3. Turn the key."),
        flags("1. What it is\n\nIt is a pump.\n\n[[2.]]\n\nTurn it on.\n\n3. How to keep it\n\nKeep it dry."),
        Case("- a coat\n- \n- a lamp", ((9, 11),), "markdown"),
        Case("1. Fill the tank.\n2.\n3. Turn the key.", ((18, 20),), "markdown"),
        passes("- a coat\n- a lamp\n-\n\nThe shed is open."),
        passes("- a coat\n- a lamp\n-\n\nThe shed is open.", format="markdown"),
        passes("1.\n2.\n3.\n\nWrite down three wishes."),
        passes("- [ ] a coat\n- ![](/lamp.png)\n- soap", format="markdown"),
        passes("-\n\nThe shed is open.\n\n-\n\nIt is dry."),
        passes("The score was 3\n-\n2 at the break."),
    ],
)
