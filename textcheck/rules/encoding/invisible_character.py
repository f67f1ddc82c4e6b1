"""Invisible character inside the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textcheck.finding import Span, Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.encoding._context import code_point, damages
from textcheck.rules.encoding._words import common_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.finding import Applicability
    from textcheck.rules.encoding._context import Damage

_INVISIBLE = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2028\u2029\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f"
)
_SEPARATORS = "\u2028\u2029"
"""Line and paragraph separator of Unicode, which most programs do not show."""

_ANY = re.compile(f"[{_INVISIBLE}]")
_JOINED = (
    r"\p{Arabic}\p{Syriac}\p{Nko}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}"
    r"\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}\p{Javanese}"
    r"\p{Balinese}\p{Hangul}\p{Han}\p{Hiragana}\p{Katakana}\p{Hebrew}"
)
"""Scripts in which an unseen character joins letters, parts them or marks the end of a word."""

_EMOJI = r"\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\ufe0f\u20e3\U000e0020-\U000e007f"
_RUN = lazy(
    rf"(?:(?<![{_JOINED}{_EMOJI}])(?<![{_JOINED}]\p{{M}})[\u200c\u200d]+(?![{_JOINED}])"
    rf"|(?<![{_JOINED}])\u200b+(?![{_JOINED}])"
    # A variation selector follows an emoji, a sign with an emoji form, or a letter of East Asia.
    r"|(?<=[\p{Latin}\s.,;:!?]|^)[\ufe00-\ufe0f]+"
    rf"|(?<![\U0001f3f4{_EMOJI}])[\U000e0000-\U000e007f]+"
    rf"|(?<![{_JOINED}])[\u034f\u115f\u1160\u17b4\u17b5\u180e\u2028\u2029\u3164\uffa0]+(?![{_JOINED}])"
    r"|[\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]+)+"
)


def _check(document: Document, block: Block) -> Iterator[Hit]:
    prose = document.prose
    for damage in damages(document, block, _ANY, _RUN):
        start, end = damage.span
        # A mark of the byte order is no part of the text where it begins it.
        if damage.first == "\ufeff" and damage.runs == (Span(0, 1),):
            continue
        mended = damage.mended(prose, _meant)
        yield Hit(
            start,
            end,
            f"{code_point(damage.first)} is in the text, unseen",
            suggestions=(
                Suggestion(start, end, mended, "Break the line")
                if "\n" in mended
                else Suggestion(start, end, mended, "Remove it", _applicability(prose, damage, mended)),
            ),
        )


def _applicability(prose: str, damage: Damage, mended: str) -> Applicability:
    """Tell whether nothing is lost without the character, which may stand for a blank between two words."""
    parts = any(
        prose[start - 1 : start].isalnum() and prose[end : end + 1].isalnum() for start, end in damage.runs
    )
    return "ask" if parts and mended.lower() not in common_words() else "safe"


def _meant(run: str) -> str:
    return "\n" if run[0] in _SEPARATORS else ""


rule = block_function(
    _check,
    anchor=_ANY.pattern,
    why="It came with copied or generated text; it breaks search and line breaks unseen, so remove it.",
    severity="warning",
    confidence=0.96,
    cases=[
        flags("The [[gov\u200bernment]] fell in May."),
        flags("It [[rained\u2060]]. The [[\ufeffmayor]] left."),
        flags("They [[met\u200c]] and [[left\u200dearly]], he said."),
        flags("The [[end\ufe0f]] was near."),
        passes("The government fell in May."),
        passes(
            "A family 👨\u200d👩\u200d👧 and a heart ❤\ufe0f and a flag 🏴\U000e0067\U000e0062\U000e007f."
        ),
        passes("The Persian می\u200cخواهم and the Hindi क्\u200dष are sound."),
        passes("The key 1\ufe0f\u20e3 and ™\ufe0f are emoji."),
        passes("The zero-width space (\u200b) is unseen."),
        passes("ภาษา\u200bไทย is Thai."),
    ],
)
