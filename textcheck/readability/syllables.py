"""Syllables of English words."""

from __future__ import annotations

import zlib
from functools import cache
from importlib.resources import files

from pyphen import Pyphen


@cache
def syllable_table() -> dict[str, int]:
    """Load the syllable counts of the CMU Pronouncing Dictionary: lower-case word to syllables.

    ``tools/derive_syllables.py`` makes the file and describes its form. Callers must not change the table.
    """
    packed = files("textcheck.readability").joinpath("data", "syllables.txt.zlib").read_bytes()
    table: dict[str, int] = {}
    for syllables, words in enumerate(zlib.decompress(packed).decode("ascii").split("\n")):
        table.update(dict.fromkeys(words.split(), syllables))
    return table


@cache
def _hyphenator() -> Pyphen:
    return Pyphen(lang="en_US")


def count_syllables(word: str) -> int:
    """Count the syllables of one word, in either case and with the apostrophe ``'``.

    The CMU Pronouncing Dictionary answers first (its first pronunciation). A word it lacks has one
    syllable more than the places where the hyphenation patterns of en_US would break it; textstat 0.7
    does the same. An interjection without a vowel ("shh") has none, a number has one.
    """
    word = word.lower()
    syllables = syllable_table().get(word)
    if syllables is None:
        hyphenator = _hyphenator()
        syllables = len(hyphenator.positions(word)) + 1
        # Pyphen keeps every word it has seen for ever; a long run over a corpus would fill the memory.
        hyphenator.hd.cache.clear()
    return syllables
