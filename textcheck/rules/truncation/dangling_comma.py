"""Paragraph that ends in a comma or a semicolon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.truncation._endings import context_of, ending
from textcheck.vocabulary import SPEECH_VERB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.rules.truncation._endings import Ending

_OPENS: Final = lazy(r"[\"“‘'«(\[]")
_LETTER: Final = regex.compile(
    r"(?i)(?:dear|hi|hello|hey|good\s+(?:morning|afternoon|evening)|to\s+whom|greetings)\b"
    r"|.*\b(?:sincerely|faithfully|truly|regards|wishes|respectfully|cordially|thanks|servant|yours|love)\b.{0,30},$"
    r"|.*\b(?:hearing\s+from\s+you|remain|thanking\s+you)\b",
    regex.DOTALL,
)
_LEADS_UP: Final = lazy(
    rf"(?i)\b(?:assembled|whereas|resolved|enacted|(?:{SPEECH_VERB})(?:\s+to)?(?:\s+\p{{L}}+){{0,2}}),$"
)

_WORDS: Final = 8
"""Fewest words of a sentence that is no line of an address or of a letter."""

_FEWEST_WORDS: Final = 3
"""Fewest words of a sentence that follows another and ends the text."""

_NEXT_WORDS: Final = 5
"""Most words of the name that follows the close of a letter."""


def _is_cut(document: Document, block: Block, end: Ending) -> bool:
    """Tell whether the words before the mark are a sentence that wants to go on."""
    if end.last and len(document.sentences(block)) > 1 and end.words >= _FEWEST_WORDS:
        return True
    return end.words >= _WORDS and (end.clause or (end.last and end.finite))


def _check(document: Document, block: Block) -> Iterator[Hit]:
    if not document.text(block).rstrip().endswith((",", ";")):
        return
    end = ending(document, block)
    if end is None or end.titled or not _is_cut(document, block, end):
        return
    if _OPENS.match(end.following) or _LETTER.match(end.text) or _LEADS_UP.search(end.text):
        return
    if not end.last and (end.match["mark"] == ";" or len(end.following.split()) <= _NEXT_WORDS):
        return
    context = context_of(document)
    if context.series or not context.is_prose:
        return
    start, stop = end.match.span("span")
    yield Hit(
        block.start + start,
        block.start + stop,
        f"Paragraph ends at “{end.match['span'][-40:]}”",
        severity="error" if end.last else "warning",
        confidence=0.85 if end.last else 0.7,
    )


rule = block_function(
    _check,
    why="The rest of the sentence was cut off or stands elsewhere; take it from the source.",
    anchor=r"[,;]\s*$",
    scope={"paragraph"},
    cases=[
        flags("Growth slowed in the first half of the year, although exports to the region [[recovered,]]"),
        flags(
            "The tunnel will be closed to lorries from [[Monday,]]\n\nThe work is expected to take six weeks."
        ),
        flags("Fold in the flour and fill the tin with the batter. Bake until [[golden,]]"),
        flags("The owner has three ways out. She can sell the mill, she can let it [[out;]]"),
        flags(
            "Although the fog had lifted by the time they reached the [[summit,]]\n\nWalkers described the"
            " descent as the worst of their lives."
        ),
        passes(
            "Dear neighbours and friends of the garden that we all love,\n\nThe road is closed on Friday."
        ),
        passes("I look forward to hearing from you before the end of the month,\n\nMarta Field"),
        passes("The act would do three things: lower the tax; raise the limit; and\n\nopen the register."),
        passes(
            "The nurse, who had been there since dawn, put it like this,\n\n“Nobody sleeps in this house.”"
        ),
        passes("The board decided that it would sell the mill,\n\nand it told the staff on Friday."),
        passes(
            "In the spring of that year she wrote to her brother,\n\nThe house is cold and the roof leaks."
        ),
        passes("12 Mill Lane, Upper Field, near the old bridge over the river,\n\nKent"),
        passes(
            "The board resolved that the mill be sold,\n\nthat the staff be paid,\n\nand that it dissolve."
        ),
    ],
)
