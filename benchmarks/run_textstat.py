"""textstat's `text_standard`, the one of its functions that takes in most of the others.

It would download the CMU Pronouncing Dictionary through NLTK. It gets our table of its words and
syllables instead, spelt out as pronunciations that are a little shorter than the real ones.
"""

from __future__ import annotations

import zlib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import protocol
import textstat
from textstat.backend.counts import _count_syllables

if TYPE_CHECKING:
    from collections.abc import Sequence

SYLLABLES = Path(__file__).parents[1] / "textcheck" / "readability" / "data" / "syllables.txt.zlib"

SYLLABLE = ["T", "AH0"]
"""Phones of one syllable; real ones have two and a half on average."""

pronunciations = {
    word: [SYLLABLE * number]
    for number, words in enumerate(zlib.decompress(SYLLABLES.read_bytes()).decode("ascii").split("\n"))
    for word in words.split()
}
_count_syllables.get_cmudict = lambda _: pronunciations


def check(texts: Sequence[str]) -> None:
    """Grade every text."""
    for text in texts:
        textstat.text_standard(text)


protocol.serve(version("textstat"), check)
