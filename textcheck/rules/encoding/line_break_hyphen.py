"""Hyphen of a line break left inside a word."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

from textcheck.document import block_at
from textcheck.finding import Suggestion
from textcheck.rule import Hit, flags, function, passes
from textcheck.rules.encoding._context import shown
from textcheck.rules.encoding._words import common_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_HYPHEN = re.compile(r"-(?P<space>[ \t]*(?:\r?\n|\r)[ \t]*|[ ]{1,2})?(?P<right>[a-z]{2,30})(?![\w’'-])")
_INSIDE = ("-", "@", "/", "_")
_REACH = 32
_STEM = 3
"""Letters of the shortest word that has a plural; shorter ones are mostly endings, such as “-ees”."""

_CONJUNCTIONS = "and or to nor but versus vs through und et y plus as in of by"
_JOINING = frozenset(_CONJUNCTIONS.split())
"""Words after a suspended hyphen, as in “pre- and post-war”."""

_PREFIX_LIST = (
    "anti auto bi bio by co counter cross cyber de down e eco ex extra fore gastro hyper in infra inter"
    " intra macro mega meta micro mid mini mis mono multi neo net new non off on out over para photo"
    " poly post pre pro proto pseudo psycho re rendez retro self semi socio step sub super supra sur"
    " techno tele theo thermo to trans tri ultra un under up vice well"
)
_PREFIXES = frozenset(_PREFIX_LIST.split())
"""First parts that may be hyphened to a word that is also written solid."""


def _check(document: Document) -> Iterator[Hit]:
    prose = document.prose
    words = common_words()
    # A short line ends a block, so the rest of its last word stands in the next one.
    suspects = [
        match
        for match in _HYPHEN.finditer(prose)
        if _letters_before(prose, 0, match.start()).lower() + match["right"] in words
    ]
    for match in suspects:
        block = block_at(document, match.start())
        left = _word_before(prose, block.start, match.start()) if block else ""
        if not left or not _is_broken(left.lower(), match["right"], match["space"] or ""):
            continue
        start, end = match.start() - len(left), match.end()
        joined = left + match["right"]
        yield Hit(
            start,
            end,
            f"“{shown(prose[start:end], 40)}” is “{shown(joined)}”, broken",
            suggestions=(Suggestion(start, end, joined, f"Write “{joined}”"),),
        )


def _letters_before(prose: str, low: int, end: int) -> str:
    """Return the letters of ASCII that end at an offset."""
    text = prose[max(end - _REACH, low) : end]
    return text[len(text.rstrip(string.ascii_letters)) :]


def _word_before(prose: str, low: int, end: int) -> str:
    """Return the letters that end at an offset, or nothing where they are no word of their own."""
    word = _letters_before(prose, low, end)
    before = prose[max(end - _REACH, low) : end - len(word)]
    is_part = (
        before[-1:].isalnum() or before.endswith((".", "’", "'")) or before.rstrip(" ").endswith(_INSIDE)
    )
    return word if len(word) > 1 and word[1:].islower() and not is_part else ""


def _is_broken(left: str, right: str, space: str) -> bool:
    """Tell whether two parts are one word that was broken, and not a compound or a suspended hyphen."""
    words = common_words()
    if left + right not in words or right in _JOINING:
        return False
    if space.strip(" \t") or not space:
        # A compound may be hyphened anywhere, so a part must show that it is no word.
        return (left not in words and left not in _PREFIXES) or (
            not _is_word(right, words) and left not in _PREFIXES
        )
    return True


def _is_word(part: str, words: frozenset[str]) -> bool:
    stem = part.rstrip("s")
    return part in words or (len(stem) >= _STEM and stem in words)


rule = function(
    _check,
    why="The word was hyphened at a line end of its source and not joined again; join it.",
    anchor=r"\p{L}-\s{0,9}[a-z]{2}",
    severity="warning",
    confidence=0.95,
    cases=[
        flags("The [[govern- ment]] fell in May."),
        flags("It was an [[exam-ple]] of its kind, said the [[pro- fessor]]."),
        flags("The delegates came together in the capital for an [[interna-\ntional]] meeting on trade."),
        flags("The prize went to one of the [[train-\nees]], who came from a small town in the hills."),
        flags("He did not say [[any- thing]] about the [[some- times]] late trains."),
        passes("The pre- and post-war years; two- to three-year terms; over- or under-paid."),
        passes("The well- known co-operative of re-elected anti-war e- commerce firms."),
        passes("He is a part-time mid-week on-line semi-final player, to-day."),
        passes("A two-\nyear plan of the long-\nterm kind."),
        passes("Say it as syl-la-ble or ab-so-lute-ly."),
        passes("The Al-Qaeda men and the Anglo- Saxon king of Stoke-on-Trent."),
    ],
)
