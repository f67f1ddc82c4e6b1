"""Quotation that opens with one kind of mark and closes with another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.document import once
from textcheck.finding import Span
from textcheck.rule import Hit, block_function, flags, passes
from textcheck.rules.speech._quotations import KINDS, quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_MARK: Final = r"\"“”„‟«»"
_ANCHOR: Final = (
    rf"[“”„‟«»][^{_MARK}]*\"|\"[^{_MARK}]*[”«»]|[“„‟][^{_MARK}]*[«»]|[«»][^{_MARK}]*”|”[^{_MARK}]*”"
    rf"|[“„\"][^{_MARK}]*[.,!?…][’'](?:\s|$)|‘[^{_MARK}]*[.,!?…][”\"]|“[^{_MARK}]*[^{_MARK}\s]“"
)
"""Two marks side by side that are not of one style."""

_SHOWN: Final = 40
"""Code points of a quotation that the message repeats."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    prose = document.prose
    mixed = list(_mixed(document, block))
    if not mixed or not any(curly in prose for curly in "“”’") or document.technical:
        return
    if all(prose[start] == prose[end - 1] for start, end in mixed) and _quotes_in_nines(document):
        return
    for start, end in mixed:
        marks = f"{prose[start]}…{prose[end - 1]}"
        message = f"Marks {marks} do not match at “{prose[start + 1 : end - 1][:_SHOWN].strip()}”"
        yield Hit(start, end, message)


def _mixed(document: Document, block: Block) -> Iterator[Span]:
    for pair in quotations(document).of(block).pairing.pairs:
        if not pair.matched:
            yield Span(block.start + pair.opening, block.start + pair.closing + 1)


@once
def _quotes_in_nines(document: Document) -> bool:
    """Tell whether both marks of all such pairs have one form, that of a nine, as in Swedish and Finnish."""
    mixed = [span for block in quotations(document).blocks for span in _mixed(document, block)]
    return len(mixed) > 1 and all(document.prose[start] == document.prose[end - 1] for start, end in mixed)


rule = block_function(
    _check,
    why="One mark was typed or converted differently; give both the form that the rest of the text has.",
    confidence=0.85,
    anchor=_ANCHOR,
    scope=KINDS,
    cases=[
        flags('[[“We are ready"]] said the captain. The ship left at noon.'),
        flags("She said [[«the work is done”]] and left the room."),
        flags('The board spoke of [["a lasting peace”]] in its letter.'),
        flags('The poster calls it [[„the last dance"]] in red letters, “for now,” it adds.'),
        flags("[[“Nobody told us.’]] He left the room, and the hall fell silent."),
        passes("“He said ‘no.’ Then he left,” she said. “It was the boys’. It’s not,” he said."),
        flags("The poster says [[”Vote Brandt”]] in red letters. It hangs on every wall."),
        flags("[[“The house was cold,’]] she wrote. “It had no roof.”"),
        flags("‘It was dark,’ he said. [[‘Nobody saw the step.”]]"),
        flags("[[“We shall not sell the farm,“]] the widow said. “It is all we have.”"),
        passes("“We are ready,” said the captain."),
        passes('The paper wrote "ready," and the captain said “never.”'),
        passes("„Wir sind bereit“, said the captain. „Jetzt”, he added."),
        passes("”Vi är redo”, said the captain. ”Nu”, he added."),
        passes('The 27" screen is “too large,” she said.'),
        passes('“He called it a "war," and left,” she said.'),
    ],
)
