"""List, quotation or example that a colon announces and that does not follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from textcheck.rule import Hit, flags, function, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_ANNOUNCES: Final = regex.compile(r"(?P<span>(?P<word>[\p{L}\p{N}'’]+)\s?:)\s*$")
_LIST: Final = regex.compile(
    r"(?i)\b(?:following|follows|include|includes|including|included|these|below|steps|reasons|points|ways|are|as)\b"
)

_WORDS: Final = 5
"""Fewest words that announce something; fewer are a label, such as “Photo credit:”."""


def _check(document: Document) -> Iterator[Hit]:
    level = 0
    for number, block in enumerate(document.blocks):
        level = block.level or level
        if block.kind not in {"paragraph", "list-item"}:
            continue
        following = document.blocks[number + 1] if number + 1 < len(document.blocks) else None
        # A heading of the same depth may be the first item, and in plain text a short item looks like one.
        if following is not None and not (
            following.kind == "heading" and 0 < following.level < level and block.kind == "paragraph"
        ):
            continue
        text = document.text(block)
        match = _ANNOUNCES.search(text)
        if match is None or len(text.split()) < _WORDS:
            continue
        start, end = match.span("span")
        sure = following is None and _LIST.search(text) is not None
        yield Hit(
            block.start + start,
            block.start + end,
            f"Nothing follows “{match['span']}”",
            severity="error" if sure else "warning",
            confidence=0.9 if sure else 0.7,
        )


rule = function(
    _check,
    why="A list, a quotation or a table was lost after the colon; take it from the source.",
    cases=[
        flags("The shelter is short of staff. It asks the public for the following [[things:]]"),
        flags("Prices went up again.\n\nThe board gave three reasons for the new [[fares:]]"),
        flags("The mayor then turned to the crowd and [[said:]]"),
        flags(
            "## Causes\n\nThe study names four causes of the [[delay:]]\n\n# Outlook\n\nMore is to come.",
            format="markdown",
        ),
        passes("The board gave three reasons:\n\n- cost\n- time\n- weather"),
        passes("The board gave these reasons for the fares:\n\nHigher wages\n\nDearer fuel"),
        passes("Photo credit:"),
        passes("The mayor turned to the crowd and said: enough."),
        passes("The call is:\n\n```\nrun(1)\n```\n", format="markdown"),
        passes("The result was clear: nobody came."),
    ],
)
