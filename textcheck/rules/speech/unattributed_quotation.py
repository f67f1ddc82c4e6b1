"""Quotation of a whole paragraph whose speaker is not named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.document import place
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.speech._quotations import quotations
from textcheck.vocabulary import SPEECH_VERB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_SPEAKER: Final = lazy(
    rf"(?i)\b(?:{SPEECH_VERB}|say|according\s+to|statement|speech|interview|asks?|reads?|quot\w+|words|letter"
    r"|motto|slogan|spokes\w+)\b|[:—–]\s*$"
)
_QUOTES: Final = lazy(r"\s*[\"“„«—–]")

_MARKS: Final = '"“”„«»'
_ANCHOR: Final = rf"[{_MARKS}]\s*$"
_CLOSING: Final = frozenset("\"“”«»’'")
_WORDS: Final = 8
"""Fewest words of a quotation that is no title, motto or sign."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    if document.prose[block.start] not in _MARKS:
        return
    text = document.text(block).rstrip()
    if text[-1] not in _CLOSING:
        return
    pairing, carries = quotations(document).of(block)
    if carries or pairing.closing or pairing.opening or not pairing.pairs:
        return
    whole = pairing.pairs[-1].opening == 0 and pairing.pairs[-1].closing == len(text) - 1
    if whole and len(text.split()) >= _WORDS and not _has_speaker(document, block):
        message = f"Nobody is named as the speaker of “{text[1:31].rstrip()}…”"
        yield Hit(block.start, block.start + len(text), message)


def _has_speaker(document: Document, block: Block) -> bool:
    """Tell whether a paragraph beside the quotation may name its speaker, or is a quotation itself."""
    blocks = quotations(document).blocks
    number = place(block, blocks)
    around = (*blocks[max(number - 1, 0) : number], *blocks[number + 1 : number + 2])
    beside = [document.text(other) for other in around]
    return not beside or any(_QUOTES.match(text) or _SPEAKER.search(text) for text in beside)


rule = block_function(
    _check,
    why="Readers cannot tell who speaks; name the speaker, or check whether the attribution was lost.",
    severity="info",
    confidence=0.5,
    anchor=_ANCHOR,
    scope={"paragraph"},
    cases=[
        flags("The pier has been shut since May.\n\n[[“It was the heart of the town and now it is gone.”]]"),
        flags('The strike is over.\n\n[["We have waited for this day for nine long weeks."]]\n\nBuses run.'),
        flags("[[“Nobody told us that the road would be shut for a year.”]]\n\nThe shop lost its customers."),
        passes("The mayor was blunt.\n\n“It was the heart of the town and now it is gone,” she said."),
        passes("The mayor said so on Friday.\n\n“It was the heart of the town and now it is gone.”"),
        passes("The sign on the door is old:\n\n“Nobody who has not wiped his feet may enter here.”"),
        passes("“Where have you been all day, you two?”\n\n“Down by the river with the rest of the boys.”"),
        passes("The pier has a motto.\n\n“Come wind, come weather, come what may, we stand.”"),
        passes("“It was the heart of the town and now it is gone.”"),
    ],
)
