"""What several rules of this category need to speak about characters."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from textcheck.finding import Span
from textcheck.rule import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    import regex

    from textcheck.document import Block, Document

_NAMED_BEFORE = lazy(
    r"(?i)\b(?:letters?|characters?|ligatures?|marks?|accents?|spaces?|joiners?|overrides?|hyphens?|vowels?"
    r"|consonants?|glyphs?|signs?|symbols?|sequences?|code points?"
    r"|mojibake|garbled|shown|displayed|appears?|rendered|becomes?|turns? into|turned into|instead of"
    r"|such as|like|see|as)(?: an?| the|:)?[ (]*[“\"‘'`(]?$"
)
_SUBJECT = lazy(
    r"(?i)\b(?:mojibake|unicode|utf-?8|encodings?|encoded|character sets?|code points?|ascii|latin-1"
    r"|diacritics?|homoglyphs?|zero[- ]width|bidirectional|soft hyphens?|replacement characters?"
    r"|control characters?|ligatures?|alphabets?|typograph\w*)\b"
)
_QUOTES = frozenset({("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("`", "`"), ("«", "»"), ("(", ")")})
_WORD_LEFT = lazy(r"[\p{L}\p{M}\p{N}]*$")
_WORD_RIGHT = lazy(r"[\p{L}\p{M}\p{N}]*")
_REACH = 40


def is_mentioned(document: Document, start: int, end: int) -> bool:
    """Tell whether a text about characters names the one at this place, rather than uses it."""
    prose = document.prose
    if (prose[max(start - 1, 0) : start], prose[end : end + 1]) in _QUOTES:
        return _SUBJECT.search(prose) is not None or _is_named(prose, start)
    return prose[max(start - 1, 0) : start] in {" ", ""} and _is_named(prose, start)


def _is_named(prose: str, start: int) -> bool:
    return _NAMED_BEFORE.search(prose[max(start - _REACH, 0) : start]) is not None


class Damage(NamedTuple):
    """A word, and the first character and the runs in it that a pattern found."""

    span: Span
    first: str
    runs: tuple[Span, ...]

    def mended(self, prose: str, mend: Callable[[str], str]) -> str:
        """Return the word with each run replaced by what `mend` makes of it."""
        parts: list[str] = []
        position = self.span.start
        for start, end in self.runs:
            parts += (prose[position:start], mend(prose[start:end]))
            position = end
        return "".join((*parts, prose[position : self.span.end]))


def damages(
    document: Document, block: Block, first: re.Pattern[str], runs: regex.Pattern[str]
) -> Iterator[Damage]:
    """Yield the words of a block in which `runs` matches, each with all its matches, but those named only.

    `first` finds, fast, every character at which a match may begin. A word is widened by at most 40
    letters, marks and digits on either side.
    """
    prose = document.prose
    latest: Damage | None = None
    done = block.start
    for place in first.finditer(prose, block.start, block.end):
        match = runs.match(prose, place.start(), block.end) if place.start() >= done else None
        if match is None or is_mentioned(document, *match.span()):
            continue
        start, end = match.span()
        done = end
        left = _WORD_LEFT.search(prose, max(start - _REACH, block.start), start)
        right = _WORD_RIGHT.match(prose, end, min(end + _REACH, block.end))
        span = Span(left.start() if left else start, right.end() if right else end)
        if latest and span.start < latest.span.end:
            latest = Damage(Span(latest.span.start, span.end), latest.first, (*latest.runs, Span(start, end)))
            continue
        if latest:
            yield latest
        latest = Damage(span, match[0][0], (Span(start, end),))
    if latest:
        yield latest


def code_point(character: str) -> str:
    """Return the number and the Unicode name of a character, as in “U+200B ZERO WIDTH SPACE”."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()


def shown(text: str, limit: int = 30) -> str:
    """Return text on one line and cut to `limit` code points, to quote in a message."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"
