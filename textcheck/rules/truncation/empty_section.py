"""Heading with nothing under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.rule import Hit, flags, function, lazy, passes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textcheck.document import Block, Document

_SECTION: Final = lazy(
    r"(?i)(?:\d+[.)]?\s+)?(?:introduction|background|context|conclusions?|summary|overview|key\s+(?:takeaways|points|facts|findings)"
    r"|what\s+(?:we\s+can\s+learn|happens\s+next|comes\s+next|this\s+means|to\s+expect|you\s+need\s+to\s+know|it\s+means)|what['’]s\s+next"
    r"|why\s+(?:it|this)\s+matters|next\s+steps|looking\s+ahead|outlook|discussion|results|methods|the\s+bottom\s+line|final\s+thoughts"
    r"|frequently\s+asked\s+questions|lessons\s+learned"
    r"|(?:how|why|what)\s+(?:it|this|we|you|they)\s+(?:\p{Ll}+\s?){1,4})\s*[:?]?"
)
_PART: Final = lazy(
    rf"(?i){_SECTION.pattern.removeprefix('(?i)')}|(?:what|why|how|where|who|related|references|sources|read\s+also|about\s+the)\b.{{0,60}}"
)


_SENTENCE: Final = lazy(r"\p{Ll}[.!]$|(?:\S+\s+){12}|\{\{")
"""What a heading holds that stands for its own section."""

_LINE: Final = lazy(
    r"\p{Lu}[\p{L}’'-]*(?:\s(?:and|of|the|for|in|to|a|at|on|with|\p{Ll}+|(?<=\b(?:and|&)\s)\p{Lu}\p{Ll}+)){0,4}"
)
"""A short line in the capitals of a sentence, unlike a name."""

_PART_TITLE: Final = lazy(r"(?:By|From|In|On|At|For|With|Under|To|The)\s|.*:$")
"""How the title of a part begins rather than that of a section: “Get in”, “By train”."""

_LEAST_TEXT: Final = 2
"""Paragraphs of the shortest text that has sections."""

_ROW: Final = 3
"""Fewest headings in a row that are meant to be one."""


def _check(document: Document) -> Iterator[Hit]:
    blocks = document.blocks
    texts = [document.text(block).strip() for block in blocks]
    titles = [bool(block.level) or _is_title(block, text) for block, text in zip(blocks, texts, strict=True)]
    bare = _bare_heading(blocks, texts)
    for number, block in enumerate(blocks):
        if not titles[number] or number == 0:
            continue
        if number == bare:
            yield _hit(block, texts[number])
            continue
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if block.level:
            empty = _is_empty(blocks, number) and not (
                _SENTENCE.search(texts[number]) or _in_row(blocks, number)
            )
        elif _SECTION.fullmatch(texts[number]) is None or all(titles[max(number - 2, 0) : number]):
            # A heading after two others belongs to a table of contents.
            empty = False
        else:
            empty = following is None or (
                titles[number + 1] and _PART.fullmatch(texts[number + 1]) is not None
            )
        if empty:
            yield _hit(block, texts[number])


def _hit(block: Block, text: str) -> Hit:
    return Hit(block.start, block.start + len(text), f"Nothing under “{text[:50]}”")


def _bare_heading(blocks: Sequence[Block], texts: Sequence[str]) -> int | None:
    """Return the only heading of plain text right before another one, where the others head a paragraph.

    A section with parts of its own would have two of them, so the second heading must be the last one.
    """
    if not all(block.kind in {"heading", "paragraph"} and not block.level for block in blocks):
        return None
    heads = [
        block.kind == "heading" and _LINE.fullmatch(text) is not None
        for block, text in zip(blocks, texts, strict=True)
    ]
    pairs = [
        n
        for n in range(2, len(blocks) - 2)
        if heads[n] and heads[n + 1] and not heads[n - 1] and not heads[n + 2]
    ]
    if len(pairs) != 1 or sum(block.kind == "heading" for block in blocks) > len(blocks) - _LEAST_TEXT:
        return None
    pair = pairs[0]
    last = all(block.kind != "heading" for block in blocks[pair + 2 :])
    filled = any(heads[number] and not heads[number + 1] for number in range(1, pair))
    return pair if last and filled and not _PART_TITLE.match(texts[pair + 1]) else None


def _is_empty(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether the text ends, or a heading that is no deeper follows."""
    if number + 1 == len(blocks):
        return True
    following = blocks[number + 1]
    return following.kind == "heading" and 0 < following.level <= blocks[number].level


def _in_row(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether the heading is one of several in a row, which are items or a table of contents."""
    level = blocks[number].level
    row = blocks[max(number - _ROW + 1, 0) : number + _ROW]
    run = longest = 0
    for block in row:
        run = run + 1 if block.kind == "heading" and block.level == level else 0
        longest = max(longest, run)
    return longest >= _ROW


def _is_title(block: Block, text: str) -> bool:
    """Tell whether a block is a heading, with or without a mark at its end."""
    return block.kind == "heading" or (text.endswith((":", "?")) and _SECTION.fullmatch(text) is not None)


rule = function(
    _check,
    why="The section was lost, or its heading is left over from a template; restore it or delete this.",
    confidence=0.8,
    severity="warning",
    cases=[
        flags("The ships left the port at noon.\n\n[[Conclusion]]"),
        flags("The ships left the port at noon.\n\n[[What happens next]]"),
        flags("The ships left the port.\n\n[[Key facts:]]\n\nRelated articles"),
        flags(
            "# Ships\n\nThey left the port.\n\n## [[Crew]]\n\n## Cargo\n\nThey carried grain.",
            format="markdown",
        ),
        passes("The ships left the port at noon.\n\nConclusion\n\nThe strike is over."),
        passes("The ships left the port at noon.\n\nMarta Field"),
        passes("# Ships\n\n## Crew\n\nTwelve people sailed.", format="markdown"),
        passes("# Rules\n\n## Be kind.\n\n## Be brief.\n\nThat is all.", format="markdown"),
        passes("# Rules\n\n## Kindness\n\n## Brevity\n\n## Truth\n\nThat is all.", format="markdown"),
        flags(
            "The mill trust\n\nVisitors\n\nThe mill drew 900 people in its first year.\n\n[[Repairs]]\n\n"
            "Opening hours\n\nThe mill is open on Sunday."
        ),
        passes(
            "The mill trust\n\nVisitors\n\nThe mill drew 900 people.\n\nRepairs\n\nThe wheel\n\nIt turns"
            " again.\n\nThe roof\n\nIt is tight."
        ),
        passes(
            "Visit\n\nThe mill drew 900 people.\n\nGetting there\n\nBy train\n\nThe line runs to the dam."
        ),
        passes("Visitors\n\nThe mill drew 900 people.\n\nRepairs\n\nMarta Field\n\nThe wheel turns again."),
        passes("Overview"),
        passes("Contents\n\nIntroduction\n\nThe ships\n\nConclusion"),
        passes("In conclusion, the strike is over.\n\nThat is the summary."),
    ],
)
