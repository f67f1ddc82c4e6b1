"""Paragraph that stands in the text twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.rule import Hit, flags, function, passes
from textcheck.rules.repetition._sentences import is_formula, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_WORDS: Final = 12
"""Words of the shortest paragraph that is no label, refrain or form of words."""

_SHORTEST: Final = 2 * _WORDS - 1
"""Code points of the shortest paragraph of so many words."""

_OPENING: Final = 4
"""Words by which two paragraphs are first compared."""

_NEAR: Final = 12
"""Paragraphs between two copies up to which a reader takes the second for a slip."""

_REFRAIN: Final = 3
"""Copies from which a paragraph is a refrain or a form of words."""


def _check(document: Document) -> Iterator[Hit]:
    blocks = [block for block in document.blocks if block.kind == "paragraph"]
    openings = [
        " ".join(document.prose[block.start : block.end].split(None, _OPENING)[:_OPENING]).lower()
        for block in blocks
        if block.end - block.start >= _SHORTEST
    ]
    if len(set(openings)) == len(openings):
        return
    keys = [" ".join(document.text(block).split()).lower() for block in blocks]
    latest: dict[str, int] = {}
    for number, (block, key) in enumerate(zip(blocks, keys, strict=True)):
        earlier = latest.get(key)
        latest[key] = number
        if earlier is None or key.count(" ") + 1 < _WORDS or is_formula(key) or keys.count(key) >= _REFRAIN:
            continue
        message = f"Paragraph stands in the text twice: “{shown(key, 32)}”"
        doubtful = (
            number - earlier > _NEAR or key.endswith("?") or _is_standing(document, blocks[earlier], block)
        )
        yield Hit(block.start, block.end, message, "info" if doubtful else None)


def _is_standing(document: Document, *copies: Block) -> bool:
    """Tell whether both copies are one sentence that opens a section, as in a form or a yearly report."""
    return all(
        len(document.sentences(block)) == 1
        and document.blocks[document.blocks.index(block) - 1].kind == "heading"
        for block in copies
    )


rule = function(
    _check,
    why="A paragraph was pasted or generated twice; delete one of the two.",
    confidence=0.95,
    cases=[
        flags(
            "The council closed the bridge on Monday. It will stay shut until the end of May.\n\n"
            "[[The council closed the bridge on Monday. It will stay shut until the end of May.]]"
        ),
        flags(
            "A storm tore down the old oak by the church last night, the mayor said.\n\nNobody was hurt.\n\n"
            "[[A storm tore down the old oak by the church last night, the mayor said.]]"
        ),
        flags(
            "The fair opens at nine. There is music at noon, and there are fireworks at night.\n\n"
            "[[The fair opens at nine.  There is music at noon, and there are fireworks at night.]]\n\n"
            "Come early."
        ),
        passes("It was late.\n\nNobody came.\n\nIt was late."),
        passes("Voting for this action: all.\n\nA pause.\n\nVoting for this action: all."),
        passes(
            "The fair opens at nine on Friday in the park.\n\nThe fair opens at ten on Sunday in the park."
        ),
        passes("# Results\n\nNone.\n\n# Results\n\nNone.", format="markdown"),
        passes(
            "> The road goes on and on, over the hills and far away, to the sea.\n\nA pause.\n\n"
            "> The road goes on and on, over the hills and far away, to the sea.",
            format="markdown",
        ),
    ],
)
