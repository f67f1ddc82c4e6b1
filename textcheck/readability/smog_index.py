"""The SMOG grade."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textcheck.readability.counts import Counts

MINIMUM_SENTENCES = 10
"""One of the three runs of ten sentences that McLaughlin samples from a long text.

He normalises to all thirty, so that a short article of one run has a score, with three times the variance.
"""


def smog_index(counts: Counts) -> float:
    """Compute the years of American schooling that full comprehension of the text asks for.

    1.0430 sqrt(polysyllables * 30 / sentences) + 3.1291: G. H. McLaughlin (1969), "SMOG grading: a new
    readability formula", Journal of Reading 12(8), 639-646, the regression behind his rounded rule of thumb.

    Raises:
        ZeroDivisionError: `counts` has no sentences.
    """
    return 1.043 * sqrt(30 * counts.polysyllables / counts.sentences) + 3.1291
