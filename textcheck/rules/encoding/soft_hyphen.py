"""Soft hyphen left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.finding import Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.encoding._context import is_mentioned, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_WORD = lazy(
    r"(?:[\p{L}\p{M}\p{N}'’]++|\xad+(?:[ \t]*+\r?\n[ \t]*+(?=\p{Ll}))?)*?"
    r"\xad(?:\xad|(?:[ \t]*+\r?\n[ \t]*+(?=\p{Ll}))?[\p{L}\p{M}\p{N}'’]++)*+"
)
_BREAK = lazy(r"\xad\s*")


def _check(document: Document, block: Block) -> Iterator[Hit]:
    prose = document.prose
    position = block.start
    while (found := prose.find("\xad", position, block.end)) >= 0:
        start = found
        while start > position and (prose[start - 1].isalnum() or prose[start - 1] in "'’"):
            start -= 1
        match = _WORD.match(prose, start, block.end)
        position = max(match.end() if match else 0, found + 1)
        if is_mentioned(document, start, position):
            continue
        word = prose[start:position]
        yield Hit(
            start,
            position,
            f"“{shown(_BREAK.sub('', word), 40)}” has a soft hyphen in it",
            suggestions=(_suggestion(word, start, position),),
        )


def _suggestion(word: str, start: int, end: int) -> Suggestion:
    joined = _BREAK.sub("", word)
    if joined.isdigit():
        hyphened = _BREAK.sub("-", word)
        return Suggestion(start, end, hyphened, f"Write “{hyphened}”")
    return Suggestion(start, end, joined, "Remove the soft hyphen", "safe")


rule = block_function(
    _check,
    why="A break point of the layout was kept; it is unseen, but breaks search and copying, so remove it.",
    triggers=("\xad",),
    severity="warning",
    confidence=0.97,
    cases=[
        flags("The [[govern\xadment]] fell in May."),
        flags("It was an [[in\xadter\xadna\xadtion\xadal]] meeting."),
        flags("She paid for the [[cater\xading]], he said."),
        flags("The phrase “[[soft\xadly]]” stays, and so does the rest."),
        passes("The government fell in May."),
        passes("The soft hyphen “\xad” is unseen in most type."),
        passes("A well-known in‑house rule: use hyphens."),
        passes("It was an inter-\nnational meeting."),
        passes("The non-breaking blank is\u00a0no hyphen."),
    ],
)
