"""Heading with nothing under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from textcheck.rule import Hit, flags, function, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_SECTION: Final = regex.compile(
    r"(?i)(?:\d+[.)]?\s+)?(?:introduction|background|context|conclusions?|summary|overview|key\s+(?:takeaways|points|facts|findings)"
    r"|what\s+(?:we\s+can\s+learn|happens\s+next|comes\s+next|this\s+means|to\s+expect|you\s+need\s+to\s+know|it\s+means)|what['’]s\s+next"
    r"|why\s+(?:it|this)\s+matters|next\s+steps|looking\s+ahead|outlook|discussion|results|methods|the\s+bottom\s+line|final\s+thoughts"
    r"|frequently\s+asked\s+questions|lessons\s+learned)\s*:?"
)


def _check(document: Document) -> Iterator[Hit]:
    blocks = document.blocks
    for number, block in enumerate(blocks):
        if block.kind != "heading" or number == 0:
            continue
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        text = document.text(block).strip()
        if block.level:
            empty = following is None or (following.kind == "heading" and 0 < following.level <= block.level)
        else:
            empty = _SECTION.fullmatch(text) is not None and (
                following is None
                or (
                    following.kind == "heading"
                    and _SECTION.fullmatch(document.text(following).strip()) is not None
                )
            )
        if empty and text:
            yield Hit(
                block.start, block.start + len(document.text(block).rstrip()), f"Nothing under “{text[:50]}”"
            )


rule = function(
    _check,
    why="The section was lost, or its heading is left over from a template; restore it or delete this.",
    confidence=0.8,
    severity="warning",
    cases=[
        flags("The ships left the port at noon.\n\n[[Conclusion]]"),
        flags("The ships left the port at noon.\n\n[[What happens next]]"),
        flags(
            "# Ships\n\nThey left the port.\n\n## [[Crew]]\n\n## Cargo\n\nThey carried grain.",
            format="markdown",
        ),
        passes("The ships left the port at noon.\n\nConclusion\n\nThe strike is over."),
        passes("The ships left the port at noon.\n\nMarta Field"),
        passes("# Ships\n\n## Crew\n\nTwelve people sailed.", format="markdown"),
        passes("Overview"),
        passes("In conclusion, the strike is over.\n\nThat is the summary."),
    ],
)
