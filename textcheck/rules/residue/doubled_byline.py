"""Byline that stands in a text twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.rule import Hit, flags, function, lazy, passes
from textcheck.rules.residue._context import LINE_START

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_NAME = r"\p{Lu}[\p{L}.’'-]*(?:\s(?:\p{Lu}[\p{L}.’'-]*|de|van|von|der|bin|al|la|du)){1,3}"
_BY = (
    r"(?i:(?:(?:words|text|story|report|reporting|article)\s)?(?:(?:written|posted|published|reported)\s)?"
    r"by:?\s)"
)
_BYLINE = lazy(
    rf"{_BY}(?P<name>{_NAME}(?:(?:,\s{_NAME})*,?\s(?:and|&)\s{_NAME})?)(?:\s*[|,·•–—].{{0,80}}|\s+(?:and"
    rf"|in)\s.{{0,60}})?"
)
_IN_LINE = lazy(rf"(?P<line>[Bb][Yy]\s{_NAME}?)[\s|,]+(?P<span>(?P=line))(?=\s|[,|.]|$)")


def _check(document: Document) -> Iterator[Hit]:
    blocks = document.prose_blocks
    first: dict[str, Block] = {}
    for number, block in enumerate(blocks):
        text = document.text(block)
        if match := _IN_LINE.match(text):
            start, end = match.span("span")
            yield _hit(block.start + start, block.start + end, match["span"])
            continue
        byline = _BYLINE.fullmatch(text.strip())
        if byline is None:
            continue
        earlier = first.setdefault(byline["name"].lower(), block)
        if earlier is not block and not _heads_another(document, earlier, number):
            yield _hit(block.start, block.start + byline.end("name"), text[: byline.end("name")])


def _heads_another(document: Document, earlier: Block, number: int) -> bool:
    """Tell whether the byline stands under a heading of its own, as in a collection by one author."""
    before = document.prose_blocks[number - 1]
    return (
        before.kind == "heading"
        and before.start > earlier.end
        and not _BYLINE.fullmatch(document.text(before))
    )


def _hit(start: int, end: int, line: str) -> Hit:
    return Hit(start, end, f"The byline “{line[:50]}” stands here again")


rule = function(
    _check,
    why="The text came with its byline, and the site added one; delete the second.",
    anchor=rf"{LINE_START}{_BY}\p{{Lu}}",
    confidence=0.9,
    cases=[
        flags("By Ann Hill\n[[By Ann Hill]]\n\nThe school was founded in 1850."),
        flags("By Ann Hill\n\nThe school was founded in 1850.\n\n[[By Ann Hill]]\n\nIt closed in 1990."),
        flags("By Ann Hill [[By Ann Hill]] The school was founded in 1850."),
        flags(
            "By Ann Hill and Jan Berg\n\n[[By ANN HILL and Jan Berg]], Staff Writers\n\nThe school closed."
        ),
        flags("Written by Ann Hill\n\n[[By Ann Hill]] | Leeds\n\nThe school closed."),
        passes("By Ann Hill\n\nThe school was founded in 1850 by Ann Hill."),
        passes("By Ann Hill\n\nBy Jan Berg\n\nThe school was founded in 1850."),
        passes("The sea\n\nBy Ann Hill\n\nIt is cold.\n\nThe land\n\nBy Ann Hill\n\nIt is dry."),
        passes("By Ann Hill and Ann Hall\n\nThe school was founded in 1850."),
        passes("By and by the school closed.\n\nBy and by it was sold."),
        passes("By Monday the school had closed. By Monday Ann Hill had left."),
    ],
)
