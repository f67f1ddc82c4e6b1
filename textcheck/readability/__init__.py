"""Readability scores of English prose, or the reason why there is none.

The counts come first (`counts`), then one formula a file. textstat is the reference for formulas and word
lists, but sentences are the caller's, and a text that no formula was made for gets no number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textcheck.finding import Score
from textcheck.readability.automated_readability_index import automated_readability_index
from textcheck.readability.coleman_liau_index import coleman_liau_index
from textcheck.readability.counts import Counts, count
from textcheck.readability.dale_chall_readability_score import dale_chall_readability_score
from textcheck.readability.flesch_kincaid_grade import flesch_kincaid_grade
from textcheck.readability.flesch_reading_ease import flesch_reading_ease
from textcheck.readability.gunning_fog import gunning_fog
from textcheck.readability.smog_index import MINIMUM_SENTENCES as SMOG_SENTENCES
from textcheck.readability.smog_index import smog_index

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Counts", "count", "scores", "to_mapping"]

MINIMUM_WORDS = 100
"""The sample that Flesch, Gunning, Dale and Chall, and Coleman and Liau measured their formulas on."""

MINIMUM_SENTENCES = 3
"""Our own bound: with fewer sentences, one of them decides the average length. SMOG has another."""

LONGEST_AVERAGE_SENTENCE = 100
"""Words; of 6,119 sound documents the longest average is 79, so a longer one means that stops are missing."""

MINIMUM_KNOWN_SHARE = 0.65
"""Words in the pronouncing dictionary, of the words of letters only.

Of the 6,119 sound documents it was chosen on, those with less were all Spanish, up to 0.55, or dummy Latin;
short samples of French, the nearest of ten languages, reached 0.60. Of 2,994 further articles, from an
encyclopedia, it refuses three in English: lists of foreign names.
"""


class _Formula(NamedTuple):
    compute: Callable[[Counts], float]
    minimum_sentences: int = MINIMUM_SENTENCES


_FORMULAS = {
    "flesch_reading_ease": _Formula(flesch_reading_ease),
    "flesch_kincaid_grade": _Formula(flesch_kincaid_grade),
    "gunning_fog": _Formula(gunning_fog),
    "smog_index": _Formula(smog_index, SMOG_SENTENCES),
    "automated_readability_index": _Formula(automated_readability_index),
    "coleman_liau_index": _Formula(coleman_liau_index),
    "dale_chall_readability_score": _Formula(dale_chall_readability_score),
}


def scores(counts: Counts) -> dict[str, Score]:
    """Compute every score, by the formula's name.

    The value is None, with a reason, where the text is too short for the formula or is not English prose.
    """
    obstacle = _obstacle(counts)
    return {name: _score(name, formula, counts, obstacle) for name, formula in _FORMULAS.items()}


def to_mapping(counts: Counts) -> dict[str, float]:
    """Name the counts as `Report.counts` does; ``reading_time`` is in seconds."""
    return {
        "words": counts.words,
        "sentences": counts.sentences,
        "syllables": counts.syllables,
        "letters": counts.letters,
        "characters": counts.characters,
        "polysyllables": counts.polysyllables,
        "difficult_words": counts.difficult_words,
        "complex_words": counts.complex_words,
        "reading_time": counts.reading_time,
    }


def _score(name: str, formula: _Formula, counts: Counts, obstacle: str | None) -> Score:
    if obstacle is None and counts.sentences < formula.minimum_sentences:
        obstacle = f"too few sentences: {counts.sentences}, {name} needs {formula.minimum_sentences}"
    return Score(name, None, obstacle) if obstacle else Score(name, formula.compute(counts))


def _obstacle(counts: Counts) -> str | None:
    """Say what keeps every formula from a meaningful score."""
    if 2 * counts.letters < counts.characters:
        return "not prose: most characters belong to no word"
    if counts.words < MINIMUM_WORDS:
        return f"too few words: {counts.words}, a score needs {MINIMUM_WORDS}"
    if 2 * counts.alphabetic_words < counts.words:
        return "not prose: most words contain digits"
    if counts.known_words < MINIMUM_KNOWN_SHARE * counts.alphabetic_words:
        return f"not English: {counts.known_words} of {counts.alphabetic_words} words are in the dictionary"
    if counts.words > LONGEST_AVERAGE_SENTENCE * counts.sentences:
        return f"not prose: {counts.words / counts.sentences:.0f} words per sentence, stops are missing"
    return None
