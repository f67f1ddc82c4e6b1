"""Where a text quotes, with quotations of several paragraphs understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from textcheck.finding import Span

if TYPE_CHECKING:
    from textcheck.document import Document

MARKS: Final = '"“”„‟«»'
"""Double quotation marks of all styles."""

_MARK: Final = regex.compile(rf"[{MARKS}]")
_SINGLE: Final = regex.compile(
    r"(?<!\w)[‘'](?=[\p{L}…])[^‘’'\n]*+(?:(?:(?<=\w)'|’)(?=\w)[^‘’'\n]*+)*+(?<=[.,!?…\p{L}])[’'](?!\w)"
)
_SINGLE_LENGTH: Final = range(5, 804)
"""Code points of a quotation in single marks; a longer one begins with an apostrophe."""

_OPENERS: Final = "“„«"


def quoted(document: Document) -> list[Span]:
    """Return the quoted ranges of the prose, marks included, in order.

    A quotation that its paragraph leaves open runs to the paragraph's end, and on to the first
    closing mark of the next one where nothing is opened before.
    """
    spans: list[Span] = []
    carried = False
    for block in document.prose_blocks:
        text = document.text(block)
        opened: int | None = block.start if carried and not _opens(text) else None
        for mark in _MARK.finditer(text):
            position = block.start + mark.start()
            if opened is None:
                opened = position
            elif mark[0] not in _OPENERS:
                spans.append(Span(opened, position + 1))
                opened = None
        if opened is not None and (opened > block.start or _opens(text)):
            spans.append(Span(opened, block.end))
        carried = opened is not None and (not carried or _opens(text))
        spans += (
            Span(block.start + m.start(), block.start + m.end())
            for m in _SINGLE.finditer(text)
            if len(m[0]) in _SINGLE_LENGTH
        )
    return sorted(spans)


def _opens(text: str) -> bool:
    return text.lstrip()[:1] in {*_OPENERS, '"'}
