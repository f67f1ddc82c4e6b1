"""What the model proposes, less what rules know better, for the rules that take its proposals up."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from textcheck.rule import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textcheck.document import Document
    from textcheck.model import Proposal

_NOTATION = frozenset("%/#•*–—=~^<>|×")
"""Marks beside a hole that other rules know; the model takes the notation of a science for holes."""

_LOOP = 4
"""Proposals in a row for the same words from which they stand in a loop, which is no loss of values."""

_ROUND = 40
"""Code points of the longest round of such a loop."""

DOUBT = 0.2
"""Share of words, or of numbers, among what may be missing from which a message names both."""

_MENTION = lazy(
    r"(?i)\b(?:prepositions?|conjunctions?|pronouns?|determiners?|infinitives?|adverbs?"
    r"|(?:in)?definite\s+articles?|stop-?words?|function\s+words?)\b"
)
"""What tells that a text speaks of words, which then stand in it as names of themselves."""

SHOWN = 40
"""Code points of the words around a hole that a message shows."""


def proposals(document: Document) -> Iterator[tuple[Proposal, str]]:
    """Yield the proposals of the model, with the words around each, less those in notation and in loops.

    A text about words has none: “fill in and fill up differ by in and up.”
    """
    from textcheck import model  # noqa: PLC0415  # it reads a file, and then NumPy

    found = [
        (proposal, " ".join(document.prose[proposal.start : proposal.end].split()))
        for proposal in model.proposals(document)
    ]
    if found and _MENTION.search(document.prose):
        return
    for words, group in groupby(found, key=itemgetter(1)):
        same = list(group)
        is_loop = len(same) >= _LOOP and same[-1][0].start - same[0][0].start <= _ROUND * len(same)
        if not is_loop and _NOTATION.isdisjoint(words):
            yield from (item for item in same if not document.prose.startswith("/", item[0].end))


def prepare(documents: Sequence[Document]) -> None:
    """Read documents together."""
    from textcheck import model  # noqa: PLC0415  # as above

    model.read.fill(documents)
