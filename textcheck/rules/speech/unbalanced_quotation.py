"""Quotation mark without its partner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from textcheck.document import RUNNING_KINDS
from textcheck.rule import Hit, flags, function, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_MARK: Final = regex.compile(r"[“”]|(?<![\"`])\"(?![\"`])")
_INCH: Final = regex.compile(r"[\p{N}′'’]$|[′'’]\p{N}{1,2}[.,]$")
_OPENS: Final = regex.compile(r"[\"“„«‘'(\[—–…-]")
_AROUND: Final = regex.compile(r"\S*")
_STOP: Final = regex.compile(r"[.!?…:][\"'”’»)\]]*\s*$")
_OPENING: Final = regex.compile(r"(?:^|[\s(\[—–-])$")


def _check(document: Document) -> Iterator[Hit]:
    blocks = [block for block in document.blocks if block.kind in RUNNING_KINDS]
    texts = [document.text(block) for block in blocks]
    closes = _closes_next(texts)
    carried = False
    for number, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        last = number + 1 == len(blocks)
        stray, opened = _pair(text, carried=carried and not _OPENS.match(text))
        reopened = not last and _OPENS.match(texts[number + 1].lstrip()) is not None
        carried = opened is not None and (reopened or closes[number])
        # An open quotation in an unfinished last sentence is a sign of truncation.
        unfinished = last and not _STOP.search(text)
        if opened is not None and opened >= 0 and not carried and not unfinished:
            yield _hit(block.start, text, opened, "never closed")
        for position in stray:
            yield _hit(block.start, text, position, "never opened")


def _closes_next(texts: list[str]) -> list[bool]:
    """Tell for each block whether the next mark after it closes, as in a statement between two marks."""
    answers: list[bool] = []
    closes = False
    for text in reversed(texts):
        answers.append(closes)
        first = _MARK.search(text)
        if first is not None:
            closes = first[0] == "”" or (first[0] == '"' and not _OPENING.search(text[: first.start()]))
    return answers[::-1]


def _pair(text: str, *, carried: bool) -> tuple[list[int], int | None]:
    """Return the closing marks without an opening one, and the opening mark that is left over.

    The latter is -1 where the paragraph before opened the quotation.
    """
    stray: list[int] = []
    opened: int | None = -1 if carried else None
    for mark in _MARK.finditer(text):
        position = mark.start()
        opens = mark[0] == "“" or (mark[0] == '"' and opened is None)
        if opens and mark[0] == '"' and _INCH.search(text[max(position - 4, 0) : position]):
            continue
        if opens and opened is None:
            opened = position
        elif not opens and opened is not None:
            opened = None
        elif not opens:
            stray.append(position)
    return stray, opened


def _hit(offset: int, text: str, position: int, what: str) -> Hit:
    start = position
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    around = _AROUND.match(text, position)
    end = around.end() if around else position + 1
    return Hit(offset + start, offset + end, f"Quotation mark {what} at “{text[start:end][:40]}”")


rule = function(
    _check,
    why="A mark was dropped or typed the wrong way round; find where the quotation begins or ends.",
    triggers=("“", "”", '"'),
    confidence=0.8,
    cases=[
        flags("The mayor called it [[“a]] good day for the town. Nobody else spoke."),
        flags("The mayor called it a good [[day”]] for the town. Nobody else spoke."),
        flags('She called the plan [["reckless]] and went home. Nobody else spoke.'),
        flags("[[“We]] won, she said.\n\nThe match had lasted five hours."),
        passes("“We won,” she said. “It was hard.”"),
        passes("“We won.\n\n“It was hard,” she said."),
        passes("“We won.\n\nIt was hard.”\n\nShe left."),
        passes('The screen measures 27" and the pole 5\'10".'),
        passes("The workers’ tools were gone, and ’tis no wonder."),
        passes("“He told us ‘no’ twice,” she said."),
    ],
)
