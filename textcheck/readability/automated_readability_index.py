"""The automated readability index."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textcheck.readability.counts import Counts


def automated_readability_index(counts: Counts) -> float:
    """Compute the years of American schooling that the text asks for.

    4.71 characters per word + 0.5 words per sentence - 21.43, where punctuation counts among the characters,
    as a typewriter's strokes do: R. J. Senter, E. A. Smith (1967), "Automated Readability Index",
    AMRL-TR-66-220, Aerospace Medical Research Laboratories.

    Raises:
        ZeroDivisionError: `counts` has no words or sentences.
    """
    return 4.71 * counts.characters / counts.words + 0.5 * counts.words / counts.sentences - 21.43
