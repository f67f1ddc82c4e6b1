"""The Dale-Chall readability score."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textcheck.readability.counts import Counts

DIFFICULT_PERCENT = 5
"""Share of difficult words above which the constant of the formula is added, in percent."""


def dale_chall_readability_score(counts: Counts) -> float:
    """Compute the score: up to 4.9 suits the fourth grade, 9 and more college students.

    0.1579 difficult words per 100 words + 0.0496 words per sentence, plus 3.6365 where more than 5 % of the
    words are difficult: E. Dale, J. S. Chall (1948), "A formula for predicting readability", Educational
    Research Bulletin 27(1), 11-20 and 28. The paper adds the constant always; the condition is textstat's. So
    is taking names and most inflections of listed words as difficult, which makes scores higher than by hand.

    Raises:
        ZeroDivisionError: `counts` has no words or sentences.
    """
    difficult_percent = 100 * counts.difficult_words / counts.words
    score = 0.1579 * difficult_percent + 0.0496 * counts.words / counts.sentences
    return score + 3.6365 if difficult_percent > DIFFICULT_PERCENT else score
