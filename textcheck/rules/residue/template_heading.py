"""Heading or label of a writing template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import RUNNING_KINDS, once
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.residue._headings import (
    ANCHOR,
    EXCEPTION,
    FAMILY,
    LABEL,
    STRONG,
    TASK,
    TITLE,
    USUAL,
    WEAK,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.rule import Match

SENTENCE_WORDS = 6
"""Words of the shortest block that counts as a paragraph if it ends in a stop."""

PARAGRAPH_WORDS = 15
"""Words of the shortest block that counts as a paragraph of the body."""

LEAST_PARAGRAPHS = 2
"""Paragraphs of the shortest body in which a single heading stands out."""

_VOICE = lazy(r"(?<![\w“\"‘])(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]our?|us|me)\b")
_CATALOGUE = lazy(
    r"(?m)^(?:Author|Artist|Director|Publisher|Year|Date|Pages|ISBN|Composer|Genre|Editor|Cast|Rating|Name"
    r"|Age"
    r"|Position|Salary|Location|Medium)s?:"
)
_QUOTATION = lazy(r"“[^”]{1,2000}”|\"[^\"]{1,2000}\"")
_HEADING = lazy(r"(?:\S+\s+){0,9}\S*[^\s.!?…”\"’](?<!,)|[IVXLC]{1,6}\.|\d{1,2}\.")
"""A short line without a stop, or a number alone."""


def _is_paragraph(document: Document, block: Block, least: int) -> bool:
    text = document.text(block)
    words = len(text.split())
    return block.kind in RUNNING_KINDS and (
        words >= PARAGRAPH_WORDS or (words >= least and text.rstrip("”\"’') ").endswith((".", "!", "?")))
    )


def _is_report(document: Document, paragraphs: list[int]) -> bool:
    """Tell whether the paragraphs speak of others, as news does, and never of writer or reader."""
    blocks = document.prose_blocks
    return not any(_VOICE.search(_QUOTATION.sub("", document.text(blocks[number]))) for number in paragraphs)


_NAME = lazy(r"(?:By\s+)?\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){1,2}")
_CLOSING = 3
"""Blocks at the end of a text among which its byline stands."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block).strip()
    bare = text.strip("*_# ")
    if _is_task(document, block):
        yield Hit(block.start, block.end, f"“{bare[:40]}” names a part of a writing task", confidence=0.9)
    elif label := _label(document, block):
        yield Hit(
            block.start,
            block.start + label.end(),
            f"“{label[0]}” names a part of a writing task",
            confidence=0.8,
        )
    elif block.kind != "list-item" and _is_usual(bare):
        yield from (hit for hit in _outline_of(document) if hit.start == block.start)


def _is_task(document: Document, block: Block) -> bool:
    return TASK.fullmatch(document.text(block).strip().strip("*_# ")) is not None and not document.technical


def _label(document: Document, block: Block) -> Match | None:
    """Return the label with which a block begins."""
    text = document.text(block).strip()
    label = LABEL.match(text)
    if label is None and (title := TITLE.match(text)):
        # A catalogue gives the title of a book with its author.
        alone = len(document.prose_blocks) == 1
        label = None if alone or _CATALOGUE.search(document.prose) else title
    return label if label and not document.technical else None


@once
def _outline_of(document: Document) -> tuple[Hit, ...]:
    blocks = document.prose_blocks
    paragraphs = [
        number
        for number, block in enumerate(blocks)
        if _is_paragraph(document, block, SENTENCE_WORDS) and not STRONG.fullmatch(document.text(block))
    ]
    if len(paragraphs) < LEAST_PARAGRAPHS:
        return ()
    usual: list[int] = []
    others: list[int] = []
    for number in sorted({*range(1, len(blocks) - 1)}.difference(paragraphs)):
        block = blocks[number]
        bare = document.text(block).strip().strip("*_# ")
        if block.kind == "list-item" or _is_task(document, block) or _label(document, block):
            continue
        if _is_usual(bare):
            usual.append(number)
        elif (
            number > paragraphs[0]
            and _HEADING.fullmatch(bare)
            # A name close to the end is a byline.
            and not (_NAME.fullmatch(bare) and number >= len(blocks) - _CLOSING)
        ):
            others.append(number)
    return tuple(_outline(document, paragraphs, usual, others))


def _outline(document: Document, paragraphs: list[int], usual: list[int], others: list[int]) -> Iterator[Hit]:
    """Yield the usual headings that stand alone, or draw a lesson at the end of a report."""
    blocks = document.prose_blocks
    strong = [number for number in usual if STRONG.fullmatch(document.text(blocks[number]).strip("*_# "))]
    if others:
        last = max(*others, *usual) if usual else others[-1]
        report = strong and strong[-1] == last and paragraphs[0] < last and _is_report(document, paragraphs)
        usual = strong[-1:] if report else []
    if len(usual) == 1 and WEAK.fullmatch(document.text(blocks[usual[0]]).strip("*_# ")):
        return
    for number in usual:
        if number not in strong and number > paragraphs[-1]:
            continue
        shown = document.text(blocks[number]).strip()[:40]
        yield Hit(
            blocks[number].start,
            blocks[number].end,
            f"“{shown}” is a heading of an outline",
            confidence=0.6 if others else 0.75,
        )


def _is_usual(line: str) -> bool:
    return not EXCEPTION.fullmatch(line) and any(
        expression.fullmatch(line) for expression in (STRONG, FAMILY, USUAL)
    )


rule = block_function(
    _check,
    why="It belongs to the outline that a person or a language model wrote from; delete or replace it.",
    anchor=ANCHOR,
    confidence=0.8,
    cases=[
        flags(
            "The two countries have signed a pact on trade, after weeks of talks in the capital of the"
            " north.\n\n"
            "[[What we can learn]]\n\n"
            "As the countries mark the day, the pact shows how much each of them has to gain from trade."
        ),
        flags(
            "The two countries have signed a pact on trade, after weeks of talks in the capital of the"
            " north.\n\n"
            "[[Key Takeaways:]]\n\n"
            "As the countries mark the day, the pact shows how much each of them has to gain from trade."
        ),
        flags(
            "# Pact signed\n\nThe two countries have signed a pact on trade, after weeks of talks in the"
            " capital.\n\n"
            "## [[Conclusion]]\n\n"
            "As the countries mark the day, the pact shows how much each of them has to gain from trade.",
            format="markdown",
        ),
        flags(
            "The side drew in Bergen and went through.\n\n[[Lessons to take away]]\n\n"
            "The draw in Bergen shows what patience is worth."
        ),
        flags(
            "The mill burnt down on Sunday night.\n\n[[Moral of the story]]\n\nOld mills need care.\n\n"
            "The town mourns its mill and its clock."
        ),
        flags(
            "The mill burnt down on Sunday night.\n\nThe night of the fire\n\nIt began at nine in the"
            " attic.\n\n"
            "[[What We Can Learn]]\n\nThe fire shows how fast old wood burns."
        ),
        flags(
            "The mill burnt down on Sunday night.\n\n[[Why this matters]]\n\nThe town mourns its mill and"
            " its clock."
        ),
        passes(
            "We visited the mill on Sunday night.\n\nThe night of the fire\n\nIt began at nine in our"
            " attic.\n\n"
            "Lessons learned\n\nWe now know how fast old wood burns."
        ),
        passes(
            "The mill burnt down on Sunday night.\n\nKey takeaways were few, and the town mourns its mill."
        ),
        flags("[[Paragraph 1:]] The two countries sign a pact.\n\n[[Title:]] A pact at last"),
        flags("The two countries sign a pact.\n\n[[(Word count: 512)]]"),
        passes(
            "The mill is a watermill on the river Ouse.\n\nOverview.\n\nThe mill has three floors, and its"
            " wheel is the oldest in the county."
        ),
        passes("Title: Emma\n\nAuthor: Jane Austen\n\nThe book was first printed in 1815."),
        passes("Paragraph 4: the parties shall meet each year."),
        flags("[[Rewritten version:]]\n\nThe two countries have signed a pact on trade."),
        flags("The two countries have signed a pact.\n\n[[Body paragraph 2]]\n\nThe talks took weeks."),
        flags("[[Headline:]] Two countries sign a pact on trade\n\nThe talks took weeks."),
        passes(
            "The two countries have signed a pact on trade, after weeks of talks in the capital of the"
            " north.\n\n"
            "The talks\n\nThey began in May, in a hotel by the lake, and nobody thought that they would last"
            " so long.\n\n"
            "The pact\n\nIt has nine parts, and each of them was read aloud before the leaders put down"
            " their names.\n\n"
            "Conclusion\n\nAs the countries mark the day, the pact shows how much each has to gain from"
            " trade at last."
        ),
        passes("The two countries have signed a pact.\n\nThe rewritten version of the law is shorter."),
        passes("Lessons learned the hard way, she said, are the best.\n\nThe talks took weeks."),
        passes("What we can learn from the pact is open.\n\nThe talks took weeks."),
        passes("The headline: a pact at last, and an end to nine weeks of talk.\n\nThe talks took weeks."),
        passes("In conclusion, the pact is sound.\n\nThe talks took weeks."),
    ],
)
