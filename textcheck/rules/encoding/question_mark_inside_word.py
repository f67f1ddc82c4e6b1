"""Question mark in place of a letter, an apostrophe or another mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import regex

from textcheck.finding import Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.encoding._accented import restored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.finding import Severity

_NOT = r"(?:do|does|did|is|are|was|were|ca|could|wo|would|should|has|have|had|must|need|ai)n"
_PRONOUN = (
    r"(?:I|you|we|they|he|she|it|that|there|here|who|what|where|how|let|today|everyone|somebody|someone"
    r"|nobody)"
)
_CONTRACTION = rf"(?:(?i:{_NOT})\?t|(?i:{_PRONOUN})\?(?:s|m|re|ve|ll|d))(?!\w)"
_SUSPECT = re.compile(r"\?(?:\w| [a-zà-ÿ])")
_LEFT = lazy(r"[^\s\"“”()\[\]]*$")
_RIGHT = lazy(r"[^\s\"“”()\[\]]*")
_REACH = 80
_ADDRESS = lazy(r"[/=&@\\<>{}|*+^$]|\?[!?]|\.\w+\?|\?\.\w")
_WORD = lazy(
    rf"(?<![\w?])(?P<apostrophe>{_CONTRACTION}|\p{{L}}{{2,}}\?s(?![\w?]))"
    r"|(?<![\w?])(?P<letter>\p{L}*(?:\?\p{L}+)+\??|\p{L}+\?)(?![\w?])"
    r"|(?<![\w?])(?P<dash>\d{2,4}\?\d{2,4})(?![\w?])"
)
MIN_LENGTH = 5
"""Code points of the shortest unknown word that counts, its question mark included."""

_NO_VOWEL = lazy(r"(?i)[^aeiouy]+|[eouy]")
_QUOTATION = lazy(r"(?<=^|[\s(])\?(?=\p{Lu})[^?\n]{1,300}?[.,!](?P<closing>\?)(?=\s|$)")
_MONEY = lazy(r"(?<=\b(?:cost|costs|worth|paid|pay|for|of|raised|at|than|to|about|and|a|the) )\?(?=\d)")


def _check(document: Document, block: Block) -> Iterator[Hit]:
    prose = document.prose
    done = block.start
    for place in _SUSPECT.finditer(prose, block.start, block.end):
        if place.start() < done:
            continue
        left = _LEFT.search(prose, max(place.start() - _REACH, done), place.start())
        right = _RIGHT.match(prose, place.start(), min(place.start() + _REACH, block.end))
        start = left.start() if left else place.start()
        done = right.end() if right else place.end()
        if not _ADDRESS.search(prose, start, done):
            yield from _in_token(prose, start, done)
    for match in _QUOTATION.finditer(prose, block.start, block.end):
        opening, closing = match.start(), match.start("closing")
        yield _hit(opening, opening + 1, "?", ("“",), "error")
        yield _hit(closing, closing + 1, "?", ("”",), "error")
    for match in _MONEY.finditer(prose, block.start, block.end):
        yield _hit(match.start(), match.end(), "?", ("£", "€"), "warning")


def _in_token(prose: str, start: int, end: int) -> Iterator[Hit]:
    for match in _WORD.finditer(prose, start, end):
        word = match[0]
        if match["apostrophe"]:
            yield _hit(*match.span(), word, (word.replace("?", "’"),), "error")
        elif match["dash"]:
            yield _hit(*match.span(), word, (word.replace("?", "–"),), "warning")
        elif readings := restored(word, "?"):
            # At the end of a sentence the mark may well be a question.
            if (
                "?" in word[:-1]
                or not word.endswith("?")
                or regex.match(r"\s\p{Ll}", prose[match.end() : match.end() + 2])
            ):
                yield _hit(*match.span(), word, readings, "error")
        elif _is_broken(word):
            yield _hit(*match.span(), word, (), "warning")


def _is_broken(word: str) -> bool:
    """Tell whether a part of the word is no word, so that the mark is not a question run into the next."""
    left, _, right = word.partition("?")
    if not left or not right.isalpha() or not right.islower() or len(word) < MIN_LENGTH:
        return False
    return _NO_VOWEL.fullmatch(left) is not None or _NO_VOWEL.fullmatch(right) is not None


def _hit(start: int, end: int, word: str, readings: tuple[str, ...], severity: Severity) -> Hit:
    return Hit(
        start,
        end,
        f"“{word[:40]}” has a question mark for another character",
        severity=severity,
        suggestions=tuple(Suggestion(start, end, reading, f"Write “{reading}”") for reading in readings),
    )


rule = block_function(
    _check,
    why="The text was stored in an encoding that lacks the character; only the source knows which it was.",
    anchor=_SUSPECT.pattern,
    confidence=0.95,
    cases=[
        flags("They [[don?t]] know, and [[it?s]] late."),
        flags("The [[mayor?s]] office served [[caf?]] au lait to Mr [[M?ller]]."),
        flags("[[?]]We won,[[?]] she said."),
        flags("The war of [[1914?1918]] cost [[?]]20 million."),
        flags("[[Fran?ois]] met [[Bj?rn]] in [[S?o]] Paulo."),
        passes("Is it late? They don’t know. Why? Because it rained."),
        passes("See https://paper.news/watch?v=dQ and page?id=3."),
        passes("Did you go to the café? or not?"),
        passes("What?! No?? Really?"),
        passes("“Is it?” she said. “Who knows?”"),
        passes("Was it him?he asked. Is it so?because I think it is."),
        passes("The pattern *?.txt finds a file, and so does v?.doc."),
    ],
)
