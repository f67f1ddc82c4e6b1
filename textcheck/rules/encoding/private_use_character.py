"""Private-use character, which has no meaning outside of its font."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textcheck.finding import Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.encoding._context import damages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_ANY = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_RUN = lazy("[\ue000-\uf8ff\U000f0000-\U0010fffd]+")

_MEANINGS = {
    "\uf001": "fi",
    "\uf002": "fl",
    "\uf020": " ",
    "\uf02d": "-",
    "\uf0a7": "▪",
    "\uf0b0": "°",
    "\uf0b1": "±",
    "\uf0b3": "≥",
    "\uf0a3": "≤",
    "\uf0b4": "×",
    "\uf0b7": "•",
    "\uf0d8": "➢",
    "\uf061": "α",
    "\uf062": "β",
    "\uf06d": "μ",
    "\uf044": "Δ",
    "\uf0ae": "→",
    "\uf0fc": "✓",
}
"""Signs of the fonts Symbol and Wingdings, which Windows maps to U+F020 and up, and of common text fonts."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    prose = document.prose
    for damage in damages(document, block, _ANY, _RUN):
        start, end = damage.span
        mended = damage.mended(prose, lambda run: _MEANINGS.get(run, run))
        suggestion = Suggestion(start, end, mended, f"Write “{mended}”")
        yield Hit(
            start,
            end,
            f"U+{ord(damage.first):04X} shows in its own font only",
            suggestions=() if _ANY.search(mended) else (suggestion,),
        )


rule = block_function(
    _check,
    anchor=_ANY.pattern,
    why="A sign of a symbol or icon font was copied as text; put in the character that it showed.",
    severity="warning",
    confidence=0.95,
    cases=[
        flags("[[\uf0b7]] First item of the list"),
        flags("The [[\uf001nal]] score was even."),
        flags("Share this [[\ue80c\ue80d]] with friends."),
        passes("• First item of the list"),
        passes("The private-use character \ue000 has no meaning of its own."),
        passes("Café, naïve, Łódź and ½ are sound."),
        passes("An emoji 😀 is sound."),
        passes("東京 and Москва are sound."),
    ],
)
