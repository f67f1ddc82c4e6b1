"""The Flesch reading ease."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textcheck.readability.counts import Counts


def flesch_reading_ease(counts: Counts) -> float:
    """Compute how easy the text reads: 0 is very hard, 100 very easy, both ends are open.

    206.835 - 1.015 words per sentence - 84.6 syllables per word: R. Flesch (1948), "A new readability
    yardstick", Journal of Applied Psychology 32(3), 221-233, measured on samples of 100 words.

    Raises:
        ZeroDivisionError: `counts` has no words or sentences.
    """
    return 206.835 - 1.015 * counts.words / counts.sentences - 84.6 * counts.syllables / counts.words
