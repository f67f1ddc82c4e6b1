"""The Flesch-Kincaid grade level."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textcheck.readability.counts import Counts


def flesch_kincaid_grade(counts: Counts) -> float:
    """Compute the years of American schooling that the text asks for.

    0.39 words per sentence + 11.8 syllables per word - 15.59: J. P. Kincaid, R. P. Fishburne, R. L. Rogers,
    B. S. Chissom (1975), "Derivation of new readability formulas (Automated Readability Index, Fog Count and
    Flesch Reading Ease Formula) for Navy enlisted personnel", Research Branch Report 8-75.

    Raises:
        ZeroDivisionError: `counts` has no words or sentences.
    """
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59
