"""Accented letter lost from a word or name."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

import regex

from textcheck.finding import Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.encoding._accented import HOLE, holed_words
from textcheck.rules.encoding._words import any_of, folded_words, longest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textcheck.document import Block, Document

MIN_LETTERS = 4
"""Letters of the shortest remainder that is looked for; shorter ones are abbreviations and words."""

MIN_KEY = 2
"""Letters of the shortest run by which a remainder is looked up."""

SURE_LETTERS = 6
"""Letters from which a remainder is an error without a second look."""

_SOUND_WORDS = (
    "Andr Aperu Attach Blas Cear Chlo Citron Divorce Drer Durn Entre Este Expos Faon Fiance Flix Gael"
    " Gal Garon Glen Gring Hagen Herms Hernn Jess Julin Lige Luca Lule Malm Mara Maran Matre Micha"
    " Michal Mula Nave Nicols Panam Paran Pass Pice Pich Pied Premire Prez Pure Rene Ros Ross Runion"
    " Sane Saone Saut Sofa Toms Toru Touch Troms Wasa ahin apek attach brahim calan clair divorce douard"
    " elik entre expos faon fiance gnter koda lan land lite lodie lyse mile minc nave ngel pass pice"
    " pied premire pure rhus ross saut scar tienne touch"
)
_ALSO_SOUND = frozenset(_SOUND_WORDS.split()) | {
    *("Tom s", "K the", "Mar a", "In s", "Luc a", "se or", "Se or", "se ora", "El Nio", "ros s"),
}
"""What is left of some words and is a word or a name itself."""

_LETTER = lazy(r"\p{L}")
_FOLDED = lazy(r"[a-z]+")
_SHORT = frozenset({"caf", "So Paulo", "S o Paulo"})


@cache
def _table() -> Mapping[bytes, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return what is left of the known words, with the words, by their longest run of ASCII letters."""
    table: defaultdict[bytes, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for holed, words in holed_words().items():
        if words[0].isupper():
            continue
        for form in {" ".join(holed.replace(HOLE, filler).split()) for filler in ("", " ")}:
            letters = len(_LETTER.findall(form))
            if (letters >= MIN_LETTERS or form in _SHORT) and form not in _ALSO_SOUND:
                key = max(_FOLDED.findall(form.lower()), key=len, default="")
                if len(key) >= MIN_KEY:
                    table[key.encode("ascii")].setdefault(form, words)
    return {key: tuple(forms.items()) for key, forms in table.items()}


def _check(document: Document, block: Block) -> Iterator[Hit]:
    table = _table()
    text = document.text(block)
    yield from longest(
        hit
        for key in table.keys() & folded_words(text)
        for form, words in table[key]
        if form in text
        for hit in _hits(document, block, form, words)
    )


def _hits(document: Document, block: Block, form: str, words: tuple[str, ...]) -> Iterator[Hit]:
    pattern = lazy(rf"(?<![\w’'.@/-]){regex.escape(form)}(?![\w.@/]*[\w@/])")
    for match in pattern.finditer(document.prose, block.start, block.end):
        yield Hit(
            *match.span(),
            f"“{form}” has lost a letter of “{words[0]}”",
            severity="error" if len(form) >= SURE_LETTERS else "warning",
            suggestions=tuple(Suggestion(*match.span(), word, f"Write “{word}”") for word in words),
        )


rule = block_function(
    _check,
    anchor=any_of(form for forms in _table().values() for form, _ in forms),
    why="A step kept ASCII letters only and dropped the accented one; put it back here and elsewhere.",
    severity="warning",
    confidence=0.95,
    cases=[
        flags("[[Fran ois]] met [[Bj rn]] in [[S o Paulo]]."),
        flags("President [[Erdo an]] and [[Beyonc]] were there."),
        flags("Two [[caf s]] and a [[na ve]] [[r sum]] are enough."),
        flags("The [[faade]] of the hotel in [[Mnchen]] fell; [[Hernndez]] saw it."),
        passes("François met Björn in São Paulo."),
        passes("Francois met Bjorn in Sao Paulo, with a naive resume."),
        passes("The nave of the church; Rene Russo; Luca and Mara."),
        passes("Tom s a man; in the land of Glen Ross, so Paulo said."),
        passes("See www.beyonc.news and the file faade.txt."),
        passes("The pass and the touch are pure."),
    ],
)
