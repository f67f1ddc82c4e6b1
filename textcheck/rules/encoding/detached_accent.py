"""Accent that stands beside its letter."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from textcheck.finding import Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.encoding._context import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from textcheck.document import Block, Document

_ANY = re.compile("[´¨¸˘ˇ˝][A-Za-zı]")
_COMBINING = {"´": "\u0301", "¨": "\u0308", "¸": "\u0327", "˘": "\u0306", "ˇ": "\u030c", "˝": "\u030b"}
_NO_APOSTROPHE = r"(?!(?:t|s|m|d|re|ve|ll)\b)"
_WORD = lazy(
    rf"(?<![\p{{L}}´¨])(?![dlcjnsmt]´|[CcTt][hs]´)\p{{L}}++[´¨¸˘ˇ˝]{_NO_APOSTROPHE}"
    r"[aeiouycnszgrltdı]\p{Ll}*+"
    r"|(?<![\p{L}´¨])[´¨¸ˇ][AEIOUCSZ]\p{L}++|(?<!\p{L})\p{Lu}{2,}+[´¨¸˘ˇ˝][AEIOUCSZ]\p{Lu}*+"
)
"""A word whose accent stands before its letter, as TeX sets it."""

_MARKED = lazy(r"([´¨¸˘ˇ˝])(\p{L})")


def _check(document: Document, block: Block) -> Iterator[Hit]:
    prose = document.prose
    for match in _WORD.finditer(prose, block.start, block.end):
        word = match[0]
        if len(word) < 3:  # noqa: PLR2004  # two letters and an accent
            continue
        right = _MARKED.sub(_composed, word)
        yield Hit(
            *match.span(),
            f"“{shown(word)}” has its accent beside the letter",
            suggestions=(Suggestion(*match.span(), right, f"Write “{right}”"),) if right != word else (),
        )


def _composed(match: regex.Match[str]) -> str:
    letter = "i" if match[2] == "ı" else match[2]
    return unicodedata.normalize("NFC", letter + _COMBINING[match[1]])


rule = block_function(
    _check,
    anchor=_ANY.pattern,
    why="The file set accent and letter as two signs, as TeX does; put the accented letter in.",
    severity="warning",
    confidence=0.95,
    cases=[
        flags("The [[Universit´e]] de Paris replied."),
        flags("Gerhard [[M¨uller]] met Carlos [[Garc´ıa]]."),
        flags("A [[na¨ıve]] reading of the data."),
        passes("The Université de Paris replied."),
        passes("They don´t know, and it´s late."),
        passes("The rock ´n´ roll years."),
        passes("Rock, as D´Aquisto said, is ´the thing´ of l´eau."),
        passes("The signs ´ and ¨ stand alone."),
        passes("The angle is 5´ 3´´ wide."),
    ],
)
