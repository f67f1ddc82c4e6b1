"""Numeral missing where only the words around the hole can tell."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from textcheck.rule import Hit, flags, function, lazy, passes
from textcheck.vocabulary import MONTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textcheck.document import Document
    from textcheck.model import Proposal

_NOTATION = frozenset("%/#•*–—=~^<>|")
"""Marks beside a hole that other rules know; the model takes the notation of a science for holes."""

_MONTH = lazy(rf"(?<!\w)(?:{MONTH})(?!\w)")
_SURE_BY_MONTH = 0.9
"""Probability from which something is missing beside a month, which may as well stand alone."""

_TAKES_NAME = lazy(
    r"(?i)(?:by|from|to|with|and|or|between|of|see|the|in|at|for|on|via|under|than|called|named)\s"
    r"(?:[.,;:!?)]|(?:and|or|but|who|which|is|was|has|had|said|says|will|in|on|at|for|to)$)"
)
"""The words around a hole that would fit a name or a link as well."""

_LOOP = 4
"""Proposals in a row for the same words from which they stand in a loop, which is no loss of numbers."""

_ROUND = 40
"""Code points of the longest round of such a loop."""

_SHOWN = 40
"""Code points of the words around the hole that the message shows."""


def _check(document: Document) -> Iterator[Hit]:
    from textcheck import model  # noqa: PLC0415  # it reads a file, and then NumPy

    for (start, end, probability, kind), words in _outside_of_loops(document, model.proposals(document)):
        if not _NOTATION.isdisjoint(words):
            continue
        what = "number or name" if kind == "number" and _TAKES_NAME.match(words) else kind
        article = "An" if what[0] in "aeiou" else "A"
        yield Hit(
            start,
            end,
            f"{article} {what} seems to be missing in “{words[:_SHOWN]}”",
            confidence=probability,
            clue=probability < (_SURE_BY_MONTH if _MONTH.search(words) else model.SURE),
        )


def _outside_of_loops(document: Document, proposals: Sequence[Proposal]) -> Iterator[tuple[Proposal, str]]:
    """Yield the proposals, with their words, but for those in a text that says the same over and over."""
    found = [
        (proposal, " ".join(document.prose[proposal.start : proposal.end].split())) for proposal in proposals
    ]
    for _, group in groupby(found, key=itemgetter(1)):
        same = list(group)
        if len(same) < _LOOP or same[-1][0].start - same[0][0].start > _ROUND * len(same):
            yield from same


def _prepare(documents: Sequence[Document]) -> None:
    from textcheck import model  # noqa: PLC0415  # as above

    model.read.fill(documents)


rule = function(
    _check,
    prepare=_prepare,
    why=(
        "Sound text has a number between such words; extraction or cleaning dropped it with the blanks around"
        " it. Look into the source."
    ),
    severity="warning",
    model=True,
    cases=[
        flags("The council has a total [[of seats]], and the party won most of them in the spring."),
        flags("The storm killed at [[least people]] and left many homeless, officials said on Tuesday."),
        flags("Prices rose [[by percent]] in the first months of the year, the bank said."),
        flags("The bridge, which [[is metres]] long, was opened [[in by]] the king."),
        passes("The council has a total of forty seats, and the party won most of them in the spring."),
        passes("The storm killed many people and left others homeless, officials said on Tuesday."),
        passes("Prices rose by a tenth in the first months of the year, the bank said."),
        passes("The bridge is long and was opened by the king."),
        passes("A total of seats and places\n\nThe party won most of them in the spring."),
        passes("- a total of seats\n- by percent\n- at least people"),
    ],
)
