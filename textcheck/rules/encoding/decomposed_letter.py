"""Letter and accent as two characters, beside letters that are one."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from textcheck.finding import Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.encoding._context import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_ANY = re.compile("[\u0300-\u036f]")
_WORD = lazy(r"[\p{Latin}\u0300-\u036f]{0,200}+")
_COMPOSED = re.compile("[à-öø-ÿĀ-ſẀ-ỹ]")


def _check(document: Document, block: Block) -> Iterator[Hit]:
    prose = document.prose
    mixed = _COMPOSED.search(prose) is not None
    for word in _WORD.finditer(prose, block.start, block.end):
        text = word[0]
        if text.isascii() or not _ANY.search(text):
            continue
        composed = unicodedata.normalize("NFC", text)
        if composed == text:
            continue
        yield Hit(
            *word.span(),
            f"“{shown(text)}” has an accent as a character of its own",
            severity="warning" if mixed else "info",
            suggestions=(Suggestion(*word.span(), composed, "Compose letter and accent", "safe"),),
        )


rule = block_function(
    _check,
    anchor=_ANY.pattern,
    why="Two sources or systems spell accents in two ways; compose them all, or search misses words.",
    severity="warning",
    confidence=0.95,
    cases=[
        flags("The café is no [[cafe\u0301]]."),
        flags("Renée met [[Bjo\u0308rn]] and [[Franc\u0327ois]]."),
        flags("The [[re\u0301sume\u0301]] of a naïve man."),
        passes("The café is no cafe."),
        passes("The vowel n̈ has no composed form, nor has m̩."),
        passes("The Yoruba word ẹ́ is composed as far as it goes."),
        passes("שָׁלוֹם and हिन्दी have marks of their own."),
        passes("Renée met Björn and François."),
    ],
)
