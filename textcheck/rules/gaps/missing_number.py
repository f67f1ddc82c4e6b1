"""Numeral missing where only the words around the hole can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.rule import Hit, flags, function, lazy, passes
from textcheck.rules.gaps._proposals import DOUBT, SHOWN, prepare, proposals
from textcheck.vocabulary import MONTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_MONTH = lazy(rf"(?<!\w)(?:{MONTH})(?!\w)")
_SURE_BY_MONTH = 0.9
"""Probability from which something is missing beside a month, which may as well stand alone."""


def _check(document: Document) -> Iterator[Hit]:
    from textcheck import model  # noqa: PLC0415  # it reads a file, and then NumPy

    for (start, end, probability, kind, share), words in proposals(document):
        if kind == model.WORDS:
            continue
        what = f"{kind} or name" if share > DOUBT else kind
        article = "An" if what[0] in "aeiou" else "A"
        yield Hit(
            start,
            end,
            f"{article} {what} seems to be missing in “{words[:SHOWN]}”",
            confidence=probability,
            clue=probability < (_SURE_BY_MONTH if _MONTH.search(words) else model.SURE),
        )


rule = function(
    _check,
    prepare=prepare,
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
