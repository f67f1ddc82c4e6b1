"""What the formulas are computed from: words, sentences, syllables and letters."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import add, attrgetter
from typing import TYPE_CHECKING, NamedTuple

from textcheck.readability.easy_words import easy_words
from textcheck.readability.syllables import count_syllables, syllable_table

if TYPE_CHECKING:
    from collections.abc import Sequence

MILLISECONDS_PER_CHARACTER = 14.69
"""Reading speed, the default of textstat, which ascribes it to Demberg and Keller (2008)."""

POLYSYLLABLE = 3
"""Syllables from which on a word is a polysyllable (McLaughlin 1969) and may be complex (Gunning 1952)."""

LONGEST_WORD = 64
"""Characters: a longer run without a blank is an address, encoded data or a script without blanks.

It also keeps the costs down, as hyphenation takes some 4 microseconds a character.
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """What one text contains; everything adds up over its sentences.

    Attributes:
        words: words, where a hyphenated compound and a contraction are one each.
        sentences: sentences with at least one word.
        syllables: syllables of all words.
        letters: letters and digits of all words.
        characters: code points other than white space, punctuation included.
        polysyllables: words of three or more syllables.
        difficult_words: words that are not on the Dale-Chall list; names, numbers and most inflections
            of listed words count as difficult, as in textstat.
        complex_words: difficult words of three or more syllables.
        alphabetic_words: words of letters and apostrophes only.
        known_words: words that the CMU Pronouncing Dictionary contains.
    """

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    letters: int = 0
    characters: int = 0
    polysyllables: int = 0
    difficult_words: int = 0
    complex_words: int = 0
    alphabetic_words: int = 0
    known_words: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*map(add, _every(self), _every(other)))

    @property
    def reading_time(self) -> float:
        """Time that silent reading takes, in seconds.

        14.69 milliseconds a character: V. Demberg, F. Keller (2008), "Data from eye-tracking corpora as
        evidence for theories of syntactic processing complexity", Cognition 109(2), 193-210.
        """
        return self.characters * MILLISECONDS_PER_CHARACTER / 1000


_every = attrgetter(*(field.name for field in fields(Counts)))

_STAND_IN = "\ufffc"
_DASHES = ("—", "–", "―", "--")
_OTHER_APOSTROPHE = re.compile(r"(?<!\w)'|'(?![tsd]|ve|ll|re)")
_PUNCTUATION = re.compile(r"[^\w']")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def count(sentences: Sequence[str]) -> Counts:
    """Count what the formulas need, in one pass over `sentences`, each the prose of one sentence.

    Words are those of textstat 0.7: what white space separates, without its punctuation but with the
    apostrophe of a contraction. They differ in that a run without a letter or a digit, or of more than
    `LONGEST_WORD` characters, is no word; ``’`` is an apostrophe, an opening quotation mark never is; a dash
    (``—``, ``–``, ``--``) separates words, a hyphen does not. U+FFFC, which stands for inline code, counts
    as nothing.
    """
    tokens: list[str] = []
    with_words = 0
    for sentence in sentences:
        found = _tokens(sentence)
        tokens += found
        with_words += any(_word(token) for token in found)
    repeated = Counter(tokens)
    words = [(times, word) for token, times in repeated.items() if (word := _word(token))]
    return Counts(
        words=sum(times for times, _ in words),
        sentences=with_words,
        syllables=sum(times * word.syllables for times, word in words),
        letters=sum(times * word.letters for times, word in words),
        characters=sum(times * len(token) for token, times in repeated.items()),
        polysyllables=sum(times for times, word in words if word.polysyllable),
        difficult_words=sum(times for times, word in words if word.difficult),
        complex_words=sum(times for times, word in words if word.difficult and word.polysyllable),
        alphabetic_words=sum(times for times, word in words if word.alphabetic),
        known_words=sum(times for times, word in words if word.known),
    )


class _Word(NamedTuple):
    syllables: int
    letters: int
    polysyllable: bool
    difficult: bool
    alphabetic: bool
    known: bool


def _tokens(sentence: str) -> list[str]:
    sentence = sentence.replace("’", "'").replace(_STAND_IN, "")
    for dash in _DASHES:
        sentence = sentence.replace(dash, f" {dash} ")
    return sentence.split()


def _word(token: str) -> _Word | None:
    return None if len(token) > LONGEST_WORD else _measured(token)


@lru_cache(maxsize=1 << 16)
def _measured(token: str) -> _Word | None:
    word = _PUNCTUATION.sub("", _OTHER_APOSTROPHE.sub("", token))
    if not _LETTER_OR_DIGIT.search(word):
        return None
    syllables = count_syllables(word)
    letters = word.replace("'", "")
    return _Word(
        syllables=syllables,
        letters=len(letters),
        polysyllable=syllables >= POLYSYLLABLE,
        difficult=word.lower() not in easy_words(),
        alphabetic=letters.isalpha(),
        known=word.lower() in syllable_table(),
    )
