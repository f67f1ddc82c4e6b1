"""The Coleman-Liau index."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textcheck.readability.counts import Counts


def coleman_liau_index(counts: Counts) -> float:
    """Compute the years of American schooling that the text asks for.

    0.058 letters per 100 words - 0.296 sentences per 100 words - 15.8: M. Coleman, T. L. Liau (1975),
    "A computer readability formula designed for machine scoring", Journal of Applied Psychology 60(2),
    283-284. Their regression gives 0.0588 for the letters; textstat 0.7, whose scores ours stay comparable
    with, cuts it to 0.058, which is some 0.4 grades lower.

    Raises:
        ZeroDivisionError: `counts` has no words.
    """
    return 5.8 * counts.letters / counts.words - 29.6 * counts.sentences / counts.words - 15.8
