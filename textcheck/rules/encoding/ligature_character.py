"""Ligature set as one character."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from textcheck.finding import Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.encoding._context import is_mentioned, shown
from textcheck.rules.encoding._words import common_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_WORD = lazy(r"(?<![\p{L}\p{M}])[\p{L}\p{M}]*+(?<=[ﬀ-ﬆ]\p{L}*)(?=( [a-z]++)?)")


def _check(document: Document, block: Block) -> Iterator[Hit]:
    prose = document.prose
    for match in _WORD.finditer(prose, block.start, block.end):
        start = match.start()
        end = match.end() + len(_cut_off(match[0], match[1] or ""))
        if end - start == 1 or is_mentioned(document, start, end):
            continue
        word = prose[start:end]
        right = unicodedata.normalize("NFKC", word).replace(" ", "")
        yield Hit(
            start,
            end,
            f"“{shown(word)}” has a ligature for letters",
            suggestions=(Suggestion(start, end, right, f"Write “{right}”", "safe"),),
        )


def _cut_off(word: str, rest: str) -> str:
    """Return what a blank after the word's last letter, a ligature, cut off from it, with the blank."""
    spelt = unicodedata.normalize("NFKC", word).lower()
    words = common_words() if rest and "ﬀ" <= word[-1] <= "ﬆ" else frozenset[str]()
    return rest if spelt + rest[1:] in words and spelt not in words else ""


rule = block_function(
    _check,
    why="A font's ligature was copied as a character; search and screen readers miss the word, so spell it.",
    triggers=tuple("ﬀﬁﬂﬃﬄﬅﬆ"),
    severity="warning",
    confidence=0.97,
    cases=[
        flags("The [[ﬁnal]] score was even."),
        flags("An [[eﬀect]] of the [[inﬂuence]] of the [[oﬃce]]."),
        flags("The [[deﬁ nition]] is short; the [[staﬀ]] agreed."),
        passes("The final score was even."),
        passes("The œuvre of Ægir and the straße are sound."),
        passes("The ligature ﬁ is U+FB01, and “ﬂ” is a ligature too."),
        passes("The Dutch ĳ is sound."),
        passes("An effect of the influence of the office."),
    ],
)
