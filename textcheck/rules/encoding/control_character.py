"""Control character in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textcheck.finding import Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.encoding._context import code_point, damages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_ANY = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_RUN = lazy(
    r"\x1b\[[0-9;]{0,12}[A-Za-z]"
    # After these letters it belongs to UTF-8 that was read as Latin-1.
    r"|(?<![\xc2-\xdf])(?<![\xe0-\xf4][\x80-\xbf€-™]?)[\x80-\x9f]+"
    r"|[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]+|\x1b(?!\[)|(?<=[^\s\x0c])\x0c+(?=[^\s\x0c])"
)
_TRUNCATED = {"\x13": "–", "\x14": "—", "\x18": "‘", "\x19": "’", "\x1c": "“", "\x1d": "”"}
"""Punctuation of U+2013 to U+201D of which only the lower byte is left."""

_CERTAIN = lazy(r"[\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e\x9f]+")
"""Controls that Windows-1252 gives a character, but for the next-line control 85, which some systems use."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    prose = document.prose
    for damage in damages(document, block, _ANY, _RUN):
        start, end = damage.span
        mended = damage.mended(prose, _meant)
        is_certain = all(_CERTAIN.fullmatch(prose, *run) for run in damage.runs)
        yield Hit(
            start,
            end,
            f"{code_point(damage.first)}, a control character, is in the text",
            why=_why(damage.first),
            suggestions=(
                Suggestion(start, end, mended, f"Write “{mended}”", "safe" if is_certain else "ask"),
            ),
        )


def _why(character: str) -> str | None:
    """Return the cause of a control character other than those of Windows-1252, or None."""
    if character == "\0":
        return (
            "A program wrote a NUL, or UTF-16 was read as something else; delete it, or read the file anew."
        )
    if character == "\x1b":
        return "A terminal’s code for colours or the cursor was copied with the text; delete it."
    if character in _TRUNCATED:
        return "Only the lower byte of a punctuation mark is left; put in the mark that was meant."
    return None if character >= "\x80" else "A program left its code in the text; delete it."


def _meant(run: str) -> str:
    if run[0] >= "\x80":
        return run.encode("latin-1").decode("cp1252", "ignore")
    return _TRUNCATED.get(run, "")


rule = block_function(
    _check,
    anchor=_ANY.pattern,
    why="Windows-1252 was read as Latin-1; put in the character that was meant.",
    confidence=0.97,
    cases=[
        flags("They [[don\x92t]] know; [[\x93it]] [[rained\x94]], he said."),
        flags("The word is [[broken\x00here]] by a NUL."),
        flags("They [[don\x19t]] know."),
        flags("An [[\x1b[1merror]] was shown."),
        passes("They don’t know; “it rained”, he said."),
        passes("A tab\tand a line\nend are sound."),
        passes("Page one ends here.\n\x0cPage two begins."),
        passes("It is 20 °C – or ½ of 40 £ – in the café."),
        passes("Do\u00a0not break this."),
    ],
)
