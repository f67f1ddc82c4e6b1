"""Direction left without its distance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import RUNNING_KINDS
from textcheck.rule import Hit, block_function, flags, lazy, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_COMPASS = r"(?:north|south|east|west)(?:[\s-]?(?:north|south|east|west))*(?:wards?|ern)?"
_FIRST = lazy(
    rf"(?<![\w’'-])(?P<approximator>(?i:approximately|about|some))\s+"
    rf"(?:(?:to\s+)?the\s+)?{_COMPASS}(?=\s+(?:of|from)\b)"
)
_FURTHER = lazy(rf"(?:,|\band)\s+(?:and\s+)?(?P<span>{_COMPASS})(?=\s+of\b)")

PARALLEL_CONFIDENCE = 0.85
"""Confidence in a parallel of a sure gap: a distance is likely there too, though not grammar's demand."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    """Report “approximately south of A”, and in the same sentence its parallels “, west of B”."""
    for start, end in document.sentences(block):
        first = _FIRST.search(document.prose, start, end)
        if first is None:
            continue
        yield Hit(*first.span(), f"No distance after “{first['approximator']}”")
        for match in _FURTHER.finditer(document.prose, first.end(), end):
            yield Hit(
                *match.span("span"),
                f"No distance before “{match['span']}”",
                confidence=PARALLEL_CONFIDENCE,
            )


rule = block_function(
    _check,
    anchor=_FIRST.pattern,
    why="A number with its unit was dropped, often by a template that was not expanded.",
    scope=RUNNING_KINDS,
    cases=[
        flags("It lies [[approximately south-east]] of the town."),
        flags("It lies [[approximately north]] of Dell, [[west]] of Orm, and [[south]] of the capital."),
        flags("The farm is [[about east]] of the river."),
        flags("They camped [[some south-west]] of the pass."),
        passes("It lies approximately 5 km south-east of the town."),
        passes("It lies south-east of the town, west of Orm."),
        passes("It is about east and west."),
        passes("About northern lights little was known."),
        passes("In the north, west of Orm, some southern trees grow."),
    ],
)
