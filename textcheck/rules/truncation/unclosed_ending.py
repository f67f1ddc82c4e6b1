"""Text that ends inside a bracket or a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.rule import Hit, flags, function, lazy, passes
from textcheck.rules.truncation._endings import ending, has_open_bracket, has_open_quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_SMILEY: Final = lazy(r"[:;=8][-']?[(\[]|[(\[](?=\s|$)")
_INCHES: Final = lazy(r"\p{N}\"")

_WORDS: Final = 6
"""Fewest words of a text whose end can be told from a label."""


def _check(document: Document) -> Iterator[Hit]:
    blocks = document.prose_blocks
    if (
        not blocks
        or blocks[-1].kind == "list-item"
        or document.prose.endswith((".", '"', "”"), 0, blocks[-1].end)
    ):
        return
    block = blocks[-1]
    end = ending(document, block)
    if end is None or end.words < _WORDS or end.match["ellipsis"]:
        return
    bracket = has_open_bracket(end.text) and not _SMILEY.search(end.text)
    # A quotation of several paragraphs may be opened in each of them.
    quotation = has_open_quotation(end.text) and not _INCHES.search(end.text)
    if bracket or quotation:
        start, stop = end.match.span("span")
        what = "bracket" if bracket else "quotation"
        message = f"Text ends inside a {what} at “{end.match['span'][-40:]}”"
        yield Hit(block.start + start, block.start + stop, message, confidence=0.9)


rule = function(
    _check,
    why="The rest was cut off by a length limit or a failed extraction; take it from the source.",
    cases=[
        flags("Prices rose in May. The bank (which had expected the opposite for most of the [[year]]"),
        flags("The pact covers three seas (the Baltic, the North Sea and the Irish [[Sea]]"),
        flags("The cause is clear. The inquiry said the firm had “ignored every warning it was [[given]]"),
        flags('The widow turned to the judge and told him: "Nobody asked us what we [[saw]]'),
        passes("The pact covers three seas (the Baltic, the North Sea and the Irish Sea)"),
        passes("“Nobody told us.’ He left the room, and the hall fell silent"),
        passes("The firm “ignored every warning,” the inquiry said"),
        passes("We lost the last game of the season to a late goal :("),
        passes('The screen of the new model is larger by far at 27" diagonal'),
        passes("(Photo"),
        passes("The inquiry said the firm had “ignored every warning.\n\n“It had been told,” it said"),
    ],
)
