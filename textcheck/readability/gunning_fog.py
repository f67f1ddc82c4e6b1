"""The Gunning fog index."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textcheck.readability.counts import Counts


def gunning_fog(counts: Counts) -> float:
    """Compute the years of schooling that the text asks for.

    0.4 (words per sentence + complex words per 100 words): R. Gunning (1952), "The technique of clear
    writing", McGraw-Hill, measured on samples of at least 100 words. Gunning leaves out names, compounds of
    easy words and verbs that reach three syllables by an ending; like textstat 0.7 we leave out the words of
    the Dale-Chall list instead.

    Raises:
        ZeroDivisionError: `counts` has no words or sentences.
    """
    return 0.4 * (counts.words / counts.sentences + 100 * counts.complex_words / counts.words)
