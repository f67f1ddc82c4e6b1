"""Text of the site around the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import PROSE_KINDS, place, quoted
from textcheck.finding import Span
from textcheck.rule import Hit, block_function, flags, passes
from textcheck.rules.residue._context import shown
from textcheck.rules.residue._notices import (
    ACTION,
    ANCHOR,
    BAR,
    BREAK,
    CALL,
    CONTROL,
    LABEL,
    LINE,
    LINK,
    META,
    PROSE_NOUNS,
    READING_TIME,
    RUN_ON,
    SENTENCE,
    TALK,
    TALK_SUBJECT,
    TO_THE_SITE,
    VOICE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

SHORT = 40
"""Words of the longest block that can be a notice of the site."""

SHORT_TALK = 25
"""Words of the longest block in which a site speaks of itself."""

HEAD = 2
"""Blocks at the start of a text that may be the site's."""

LEAST_CONTROLS = 2
"""Parts of the shortest line that is a row of the site's controls."""

TAIL = 6
"""Blocks at the end of a text that may be the site's."""


def _is_bar(line: str) -> bool:
    """Tell whether a line is a row of the site's controls, or a byline that ends in one."""
    parts = [part for part in BAR.split(line.strip("|•·»› \t")) if part]
    if len(parts) < LEAST_CONTROLS:
        return RUN_ON.fullmatch(line) is not None
    controls = [part for part in parts if CONTROL.fullmatch(part)]
    return len(controls) == len(parts) or (
        any(ACTION.fullmatch(part) for part in controls)
        and all(part in controls or META.fullmatch(part) for part in parts)
    )


def _is_own_byline(document: Document, block: Block) -> bool:
    """Tell whether a block right under the only title of a text names its author, its day and its length."""
    titles = [heading for heading in document.prose_blocks if heading.level == 1]
    if len(titles) != 1 or document.prose_blocks[:2] != (titles[0], block):
        return False
    parts = [part for part in BAR.split(document.text(block).strip()) if part]
    signed = [part for part in parts if META.fullmatch(part) and not ACTION.fullmatch(part)]
    return bool(signed) and all(part in signed or READING_TIME.fullmatch(part) for part in parts)


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    if block.kind == "table-cell":
        # A line with bars in it reads as a row of a table.
        if block is not document.blocks[0] and _is_bar(text):
            yield _hit(document, block, Span(block.start, block.end))
        return
    for match in BREAK.finditer(text):
        start, end = block.start + match.start(), block.start + match.end()
        yield Hit(start, end, f"“{match[0]}” belongs to the site")
    span = _span(document, block)
    if span and not _is_own_byline(document, block):
        yield _hit(document, block, span)


def _span(document: Document, block: Block) -> Span | None:
    number, total = place(block, document.prose_blocks), len(document.prose_blocks)
    text = document.text(block)
    if len(text.split()) > SHORT * 2:
        return _call_in_prose(document, block)
    if number == 0 < total - 1 and LABEL.fullmatch(text.strip()):
        return Span(block.start, block.end)
    edge = total > 1 and (number < HEAD or number >= total - TAIL)
    alone = not document.technical and number > 0
    return _notice(document, block, edge=edge, alone=alone) or _call_in_prose(document, block)


def _hit(document: Document, block: Block, span: Span) -> Hit:
    message = f"“{shown(document.prose[span.start : span.end])}” belongs to the site"
    to_a_source = LINK.match(document.prose, span.start, block.end) and not TO_THE_SITE.search(
        document.prose, span.start, span.end
    )
    is_own = block.kind == "list-item" or (block.kind == "heading" and block.level)
    if to_a_source or is_own:
        # The author's own link, list or section.
        return Hit(*span, message, severity="info", confidence=0.6)
    return Hit(*span, message)


def _call_in_prose(document: Document, block: Block) -> Span | None:
    """Return the first run of calls to the reader in a paragraph that is written of others."""
    if block.kind != "paragraph":
        return None
    text = document.text(block)
    calls: list[Span] = []
    voice = False
    for sentence in document.sentences(block):
        start = sentence.start - block.start
        words = text[start : sentence.end - block.start]
        if CALL.match(words) and SENTENCE.match(text, start) and not quoted(text, start):
            if not calls or calls[-1].end < sentence.start - 2:
                calls.append(sentence)
            else:
                calls[-1] = Span(calls[-1].start, sentence.end)
        elif spoken := VOICE.search(words):
            voice = voice or not quoted(text, start + spoken.start())
    return calls[0] if calls and not voice else None


def _notice(document: Document, block: Block, *, edge: bool, alone: bool) -> Span | None:
    text = document.text(block)
    words = len(text.split())
    line = text.strip()
    if (
        alone
        and words <= SHORT
        and (LINE.fullmatch(line) or _is_bar(line))
        and (edge or not PROSE_NOUNS.fullmatch(line))
    ):
        return Span(block.start, block.end)
    if edge and words <= SHORT_TALK and TALK.match(text) and TALK_SUBJECT.search(text):
        return Span(block.start, block.end)
    if not edge and (words > SHORT // 2 or block.kind == "list-item"):
        return None
    run: Span | None = None
    for sentence in document.sentences(block):
        if SENTENCE.match(text, sentence.start - block.start) and not quoted(
            text, sentence.start - block.start
        ):
            run = Span(run.start if run else sentence.start, sentence.end)
    return run


rule = block_function(
    _check,
    why="The extraction took in what the site puts around its articles; delete it.",
    anchor=ANCHOR,
    confidence=0.85,
    scope=PROSE_KINDS | {"table-cell"},
    cases=[
        flags("The pact is signed.\n\n[[This is my favourite website. I hope it is your favourite too.]]"),
        flags("The pact is signed.\n\n[[Subscribe to our newsletter for more stories like this.]]"),
        flags(
            "The pact is signed.\n\n[[Print | Share on X | Email this story | Copy link]]\n\nIt took weeks."
        ),
        passes("The pact is signed.\n\nBergen | Oslo | Share of vote | Email"),
        flags("The pact is signed.\n\n[[Share this:]]\n\nThe talks took weeks."),
        flags("[[Skip to content]]\n\nThe pact is signed.".replace("[[Skip", "Pact signed\n\n[[Skip")),
        flags("The pact is signed.\n\n[[ADVERTISEMENT]]\n\nThe talks took weeks."),
        flags("The pact is signed.\n\n[[Follow us on Twitter and Facebook!]]"),
        flags("[[Welcome to my blog! Today I write about a pact.]]\n\nThe talks took weeks."),
        flags("The talks took weeks. The pact is signed.\n\n[[© 2023 The Paper. All rights reserved.]]"),
        flags("The pact is signed.\n\n[[This article was originally published on The Talk.]]"),
        passes(
            "The pact is signed.\n\nThis is the website of the union, which lists the votes of each member."
        ),
        flags(
            "The mill burnt down on Sunday. [[Subscribe to our newsletter to get the latest stories.]]"
            " Nobody was hurt."
        ),
        flags(
            "The mill burnt down. [[Get the day’s top stories delivered to your inbox.]] It was built in"
            " 1890."
        ),
        flags("Mill burns\n\n[[Posted on May 4, 2021 | Leave a comment]]\n\nThe mill burnt down on Sunday."),
        flags("Mill burns\n\n[[Home • About • Contact]]\n\nThe mill burnt down on Sunday."),
        flags("The mill burnt down.\n\n[[Related stories: Five walks by the river]]\n\nNobody was hurt."),
        flags("The mill burnt down.\n\n[[This article was generated by an automated system.]]"),
        flags("The mill burnt down on Sunday. [[ADVERTISEMENT]] Nobody was hurt."),
        flags("The mill burnt down on Sunday.\n\n[[4 min read]]\n\nNobody was hurt."),
        passes(
            "# Two hives\n\n*Posted by Ann on 3 May 2019 · 5 min read*\n\nWe keep bees.", format="markdown"
        ),
        flags(
            "# Two hives\n\n[[Posted by Ann on 3 May 2019 · Leave a comment]]\n\nWe keep bees.",
            format="markdown",
        ),
        flags("[[Tags: fire, mill, Leeds]]\n\nThe mill burnt down on Sunday."),
        passes("The word was long. Advertisement is spelt with an s. Nobody was hurt."),
        passes("The mill is old.\n\nThank you for reading to the children, the teacher told her."),
        passes("The baker is new.\n\nWe use cookies in the cake, crushed to a fine crumb."),
        passes("All rights reserved to the states remain in force, the judge wrote.\n\nThe mill burnt down."),
        passes("Mill burns\n\nAnn Hill | Leeds\n\nThe mill burnt down on Sunday."),
        passes("The rule is old.\n\nThis article was rewritten by the assembly in 1990."),
        passes("The club is new. Sign up at the town hall to take part. It meets on Mondays."),
        passes("The rule is old.\n\nYou may also bring a friend."),
        passes("The union asked its members to subscribe to its newsletter.\n\nThe talks took weeks."),
        passes(
            "He said the advertisement was false, and that its share of the market fell.\n\nThe talks took"
            " weeks."
        ),
        passes(
            "We use cookies as bait, the hunter said, and the bears love them.\n\n".replace(
                "We use", "They use"
            )
            + "So."
        ),
        passes("“Thank you for reading my book,” she told the crowd.\n\nThe talks took weeks."),
        passes("The site of the old mill is our pride.\n\nThis site was dug in 1990."),
        passes("Related parties met.\n\nComments came from all sides, and the talks took weeks."),
    ],
)
