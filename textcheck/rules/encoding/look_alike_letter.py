"""Letter of another script that looks like a Latin one."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from textcheck.document import once
from textcheck.finding import Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.encoding._context import code_point, is_mentioned, shown
from textcheck.rules.encoding._words import common_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from textcheck.document import Block, Document

_LATIN = str.maketrans(
    {
        **dict(zip("АВЕЅІЈКМНОРСТУХҮԌԚԜ", "ABESIJKMHOPCTYXYGQW", strict=True)),
        **dict(zip("аеѕіјорсухһӏԁԛԝүѵ", "aesijopcyxhldqwyv", strict=True)),
        **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
        **dict(zip("οօսո", "ooun", strict=True)),
    }
)
"""Letters of Cyrillic, Greek and Armenian whose prototype is a Latin letter (Unicode TS #39, confusables)."""
_ALIKE = str.maketrans(dict(zip("αγεηικνρςστυχω", "ayenikvpsotuxw", strict=True)))
"""Small letters of Greek that resemble a Latin one from afar: only among the letters of an English word."""

_ALPHABETS = "\u0370-\u058f"
"""The blocks of Greek, Cyrillic and Armenian in which all letters that look like Latin ones are."""

_SHAPES = "！-ｚ\U0001d400-\U0001d7ff"
_ANY = re.compile(f"[{_ALPHABETS}{_SHAPES}]")
_ANY_LETTER = re.compile(f"[{_ALPHABETS}]")
_ANY_SHAPE = re.compile(f"[{_SHAPES}]")
_BLANK = re.compile(r"\s|$")
_WORD = lazy(r"[\p{L}\p{M}]{1,100}+")
_OTHER = lazy(r"[\p{Cyrillic}\p{Greek}\p{Armenian}]")
_OTHER_WORD = lazy(r"(?:[\p{Cyrillic}\p{Greek}\p{Armenian}]{2})")
_LATIN_LETTER = lazy(r"\p{Latin}")
_OWN_SHAPE = lazy(r"[bdf-hj-lm-nq-tvwzBDF-GJLNQRSUVWZ]")
"""Latin letters that no letter of the table's Cyrillic part resembles, so that the word must be Latin."""

_STYLED = lazy(r"[\U0001d400-\U0001d7ff]{3,}(?:[ ]?[\U0001d400-\U0001d7ff]{2,})*")
_FULL_WIDTH = lazy(r"[！-／：-＠]*[０-９Ａ-Ｚａ-ｚ][！-ｚ]*(?: [！-ｚ]+)*")
_EAST_ASIAN = lazy(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}、。「」]")
_LATIN_AROUND = lazy(r"[a-z,;] $")
_LATIN_AFTER = lazy(r" [a-z]{2,}|[.,;]")
_SUBJECT = lazy(r"\b(?:Cyrillic|Greek|Russian|Ukrainian|Bulgarian|Serbian|alphabet|homoglyph)")
_REACH = 20
_WORD_LENGTH = 4
"""Letters of the shortest word in which a letter that is only somewhat alike is no symbol."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    prose = document.prose
    for match in _foreign_words(prose, block.start, block.end):
        if word := _with_greek(match[0]):
            yield from _hit(document, match, word)
        elif _is_mixed(match[0]) or (_stands_for_latin(prose, match) and not _is_bilingual(document)):
            yield from _hit(document, match, match[0].translate(_LATIN))
    for shape in (_STYLED, _FULL_WIDTH) if _ANY_SHAPE.search(prose, block.start, block.end) else ():
        for match in shape.finditer(prose, block.start, block.end):
            around = prose[max(match.start() - _REACH, 0) : match.end() + _REACH]
            if not _EAST_ASIAN.search(around):
                yield from _hit(document, match, unicodedata.normalize("NFKC", match[0]))


def _foreign_words(prose: str, low: int, high: int) -> Iterator[regex.Match[str]]:
    """Yield the words with letters of another script of which some may look like Latin ones."""
    for place in _ANY_LETTER.finditer(prose, low, high):
        if place.start() < low:
            continue
        start = max(prose.rfind(" ", low, place.start()) + 1, prose.rfind("\n", low, place.start()) + 1, low)
        blank = _BLANK.search(prose, place.end(), high)
        low = blank.start() if blank else high
        yield from (match for match in _WORD.finditer(prose, start, low) if _OTHER.search(match[0]))


@once
def _is_bilingual(document: Document) -> bool:
    """Tell whether the text is about another script, or has whole words that are not Latin."""
    prose = document.prose
    return _SUBJECT.search(prose) is not None or any(
        _OTHER_WORD.match(word[0])
        and not _LATIN_LETTER.search(word[0])
        and word[0].translate(_LATIN) != word[0]
        for word in _foreign_words(prose, 0, len(prose))
        if any(_OTHER.match(letter) and letter.translate(_LATIN) == letter for letter in word[0])
    )


def _is_mixed(word: str) -> bool:
    """Tell whether a word of Latin letters has letters of another script that look like Latin ones."""
    latin = len(_LATIN_LETTER.findall(word))
    others = _OTHER.findall(word)
    is_greek = any("GREEK" in unicodedata.name(letter, "") for letter in others)
    # A capital of Greek beside one Latin letter is a symbol or a unit.
    return latin > is_greek and bool(others) and not _OTHER.search(word.translate(_LATIN))


def _with_greek(word: str) -> str:
    """Return the English word in which small letters of Greek stand among Latin ones, or nothing."""
    right = word.translate(_LATIN).translate(_ALIKE)
    inside = _LATIN_LETTER.match(word[0]) and _LATIN_LETTER.match(word[-1]) and len(word) >= _WORD_LENGTH
    english = inside and not _OTHER.search(right) and right.lower() in common_words()
    return right if english else ""


def _stands_for_latin(prose: str, match: regex.Match[str]) -> bool:
    """Tell whether a word wholly of look-alikes stands among Latin words and is none of its own script."""
    if _OTHER.search(match[0].translate(_LATIN)) or "GREEK" in unicodedata.name(match[0][0], ""):
        return False
    before = prose[max(match.start() - 2, 0) : match.start()]
    return bool(_LATIN_AROUND.search(before) and _LATIN_AFTER.match(prose, match.end()))


def _hit(document: Document, match: regex.Match[str], right: str) -> Iterator[Hit]:
    start, end = match.span()
    if is_mentioned(document, start, end):
        return
    other = next(letter for letter, latin in zip(match[0], right, strict=False) if letter != latin)
    certain = _OWN_SHAPE.search(match[0]) is not None or not _OTHER.search(match[0])
    yield Hit(
        start,
        end,
        f"“{shown(match[0], 20)}” has {code_point(other)}"[:78],
        suggestions=(Suggestion(start, end, right, f"Write “{right}”", "safe" if certain else "ask"),),
    )


rule = block_function(
    _check,
    anchor=_ANY.pattern,
    why="It only looks right: search, filters and screen readers see another letter; type the Latin one.",
    severity="warning",
    confidence=0.96,
    cases=[
        flags("Enter your [[p\u0430ssw\u043erd]] at the [[b\u0430nk]]."),
        flags("The [[\u0421ouncil]] met in [[\u039fctober]]."),
        flags("She is [[\u0430]] good doctor, he said."),
        flags("Read [[𝗯𝗿𝗲𝗮𝗸𝗶𝗻𝗴 𝗻𝗲𝘄𝘀]] on the [[Ｍａｉｎ]] page."),
        passes("Москва is Moscow, and Αθήνα is Athens; the word рак is “crayfish”."),
        flags("The [[librαry]] lends [[picτures]]."),
        passes("A resistor of 5 kΩ, 20 μm long, at 3 Å."),
        passes("TGFβ, NF-κB, β-carotene, IFNγ, Δx and the α-particle are sound."),
        passes("The band KoЯn and the game TETЯIS spell so."),
        passes("Let 𝑥 and 𝒩 be given, and 𝑓𝑥 too."),
        passes("東京のＪＲ駅 is in Tokyo."),
    ],
)
