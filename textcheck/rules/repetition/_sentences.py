"""The sentences of a document in the form in which repeats are found."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from textcheck.document import quoted

if TYPE_CHECKING:
    from textcheck.document import Block, Document
    from textcheck.finding import Span

_NO_LETTERS: Final = re.compile(r"[\W\d_]+")
_FIGURE: Final = re.compile(r"\d+(?:[.,:/]\d+)*")
_OPENING: Final = "“\"‘'«"
_STOP: Final = re.compile(r"[.!?…][\"'”’»)\]]*$")
_LABEL: Final = re.compile(r"(?:\S+\s+){0,6}\S*[:|]\s|\S+\t")
_FORMULA: Final = re.compile(
    r"(?i)(?:(?:also )?see (?:also|more|below|the|table|figure|chapter|section|page|full)|click|read more"
    r"|for (?:more|further|additional)|subscribe|sign up|follow|photo|image|source|copyright|all rights"
    r"|this (?:article|section|page|post|story|report)|contact|please|voting|note that|download|visit|share"
    r"|the (?:ayes|noes|motion|meeting|minutes|amendment|question) (?:was|were|is|have)"
    r"|listen|watch|i thank|i yield|mr\. "
    r"|madam |thank you|be it|resolved|whereas|return to|back to|updated|originally published|results? "
    r"|the \S-axis|scale bars?|error bars|values (?:are|represent)|data (?:are|represent))"
)

_EDGE: Final = 16
"""Code points at the beginning or at the end that a sentence shares with its copy."""

NEAR: Final = 20
"""Sentences between two copies up to which a reader takes the second for a slip."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its lower-case letters as words in `key`, and its place among all of them.

    `quoted` tells whether it stands in a quotation.
    """

    span: Span
    text: str
    key: str
    number: int
    quoted: bool

    @property
    def words(self) -> int:
        return self.key.count(" ") + 1

    @property
    def figures(self) -> list[str]:
        """The numerals in it, in order."""
        return _FIGURE.findall(self.text)


@lru_cache(maxsize=1)
def of(document: Document) -> tuple[Sentence, ...]:
    """Return, in order, the sentences of the paragraphs that begin or end like another one.

    Only these can be copies. Lists, quotations set apart, verse, headings and captions repeat on purpose.
    """
    prose = document.prose
    placed = [
        (span, block)
        for block in document.blocks
        if block.kind == "paragraph"
        for span in document.sentences(block)
    ]
    heads = [prose[span.start : span.start + _EDGE].lower() for span, _ in placed]
    tails = [prose[max(span.end - _EDGE, span.start) : span.end].lower() for span, _ in placed]
    if len(set(heads)) == len(heads) and len(set(tails)) == len(tails):
        return ()
    begins, ends = Counter(heads), Counter(tails)
    return tuple(
        _sentence(document, block, span, number)
        for number, ((span, block), head, tail) in enumerate(zip(placed, heads, tails, strict=True))
        if begins[head] > 1 or ends[tail] > 1
    )


def _sentence(document: Document, block: Block, span: Span, number: int) -> Sentence:
    text = document.prose[span.start : span.end]
    inside = text[0] in _OPENING or quoted(document.text(block), span.start - block.start)
    return Sentence(span, text, _NO_LETTERS.sub(" ", text.lower()).strip(), number, inside)


def is_formula(text: str) -> bool:
    """Tell whether a text is a label, a heading or a form of words, which may stand anywhere."""
    return (
        not _STOP.search(text)
        or text.endswith(" here.")
        or _LABEL.match(text) is not None
        or _FORMULA.match(text) is not None
    )


def shown(text: str, limit: int = 40) -> str:
    """Return text on one line and cut to `limit` code points, to quote in a message."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"
