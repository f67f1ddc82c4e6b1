"""Paragraph that stands in the text twice."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from textcheck.rule import Hit, flags, function, passes
from textcheck.rules.repetition._sentences import is_formula, paragraphs, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_WORDS: Final = 12
"""Words of the shortest paragraph that is no label, refrain or form of words."""

_NEAR: Final = 12
"""Paragraphs between two copies up to which a reader takes the second for a slip."""

_REFRAIN: Final = 3
"""Copies from which a paragraph is a refrain or a form of words."""


def _check(document: Document) -> Iterator[Hit]:
    keys = {
        number: " ".join(document.text(document.blocks[number]).split()).lower()
        for number in paragraphs(document)
    }
    copies = Counter(keys.values())
    latest: dict[str, int] = {}
    for number, key in keys.items():
        earlier = latest.get(key)
        latest[key] = number
        if earlier is None or key.count(" ") + 1 < _WORDS or is_formula(key) or copies[key] >= _REFRAIN:
            continue
        block = document.blocks[number]
        between = (other.kind == "paragraph" for other in islice(document.blocks, earlier, number))
        doubtful = (
            next(islice(filter(None, between), _NEAR, None), False)
            or key.endswith("?")
            or _is_standing(document, earlier, number)
        )
        message = f"Paragraph stands in the text twice: “{shown(key, 32)}”"
        yield Hit(block.start, block.end, message, "info" if doubtful else None)


def _is_standing(document: Document, *copies: int) -> bool:
    """Tell whether both copies are one sentence that opens a section, as in a form or a yearly report."""
    return all(
        len(document.sentences(document.blocks[number])) == 1
        and document.blocks[number - 1].kind == "heading"
        for number in copies
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
