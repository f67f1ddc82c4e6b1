"""Line of results that begins with the party, where others begin with a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import once
from textcheck.rule import Hit, block_function, flags, lazy, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_PARTY = r"\(\p{Lu}[\p{L} .&'’/-]{0,24}\)"
_VALUE = r"[ \t:,;–—-]{1,3}\d"
_NAMELESS = lazy(rf"(?m)^{_PARTY}(?={_VALUE})")
_NAMED = lazy(rf"(?m)^\p{{Lu}}[^\n(),;]{{2,40}} {_PARTY}{_VALUE}")

_SIBLINGS = 2
"""Lines with a name before the bracket that tell of one without."""


@once
def _named(document: Document) -> int:
    texts = (document.text(block) for block in document.prose_blocks)
    return sum(len(_NAMED.findall(text)) for text in texts)


def _check(document: Document, block: Block) -> Iterator[Hit]:
    for match in _NAMELESS.finditer(document.text(block)):
        if _named(document) >= _SIBLINGS:
            start, end = block.start + match.start(), block.start + match.end()
            yield Hit(start, end, f"No name before “{match[0]}”")


rule = block_function(
    _check,
    anchor=rf"(?m)^{_PARTY}{_VALUE}",
    why="The name that the other lines of the list have was dropped; take it from the source.",
    confidence=0.9,
    cases=[
        flags("Ann Lee (Green) 1,204\nBo Ray (Ind) 310\n[[(Lab)]] 2,977"),
        flags("- Ann Lee (Ohio): 12\n- [[(Texas)]]: 11\n- Bo Ray (Utah): 9", format="markdown"),
        flags("[[(Harriers)]] 29:14\nAnn Lee (Striders) 30:02\nBo Ray (Striders) 31:40"),
        passes("Ann Lee (Green) 1,204\nBo Ray (Ind) 310\nCy Poe (Lab) 2,977"),
        passes("(Lab) 2,977\n(Con) 1,204\n(Green) 310"),
        passes("Ann Lee (Green) 1,204\n(Lab) 2,977"),
        passes("Ann Lee (Green) 1,204\nBo Ray (Ind) 310\n(see note 4)"),
        passes("The town has three members (Leeds) 11 miles away.\n\n(Lab) is short for Labour."),
    ],
)
