"""Reply or prompt of a chat with a language model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import once, place, quoted
from textcheck.rule import Case, Hit, block_function, flags, lazy, passes
from textcheck.rules.residue._chat import (
    ABOUT_CHATS,
    ABOUT_TEXT,
    ABOUT_WORDING,
    ANCHOR,
    ANSWERER,
    ANYWHERE,
    ASKER,
    ASSENT_ALONE,
    CLOSING,
    INTERFACE,
    NOTE,
    OPENING,
    PROMPT,
    REPORTED,
    TASK_WORD,
    TURN,
    TURNS,
)
from textcheck.rules.residue._context import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.finding import Severity

_STOP = lazy(r"[.!?:\n]")

_EDGE = 3
"""Blocks from the end of a text, but for its signature, among which a reply takes its leave."""

_SIGNATURE = 12
"""Most blocks from the end of a text, its signature and what it answers with them."""

_SIGNED_WORDS = 8
"""Words of the longest line of a signature."""

_START = 2
"""Blocks from the start of a text among which a reply or a prompt begins."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    blocks = document.prose_blocks
    number = place(block, blocks)
    text = document.text(block)
    end_of_last = -1
    spans = [*_at_start(document, text, number), *_anywhere(document, text)]
    spans += _closings(document, block, number)
    for start, end, severity in sorted(spans):
        if start < end_of_last or quoted(text, start) or _is_reported(text, start, end):
            continue
        end_of_last = end
        yield Hit(
            block.start + start,
            block.start + end,
            f"“{shown(text[start:end])}” comes from a chat",
            severity=severity,
            confidence=0.7 if severity == "warning" else None,
        )


@once
def _is_about_chats(document: Document) -> bool:
    """Tell whether a text speaks of chats apart from what a chat says of itself."""
    own = [match.span() for match in ANYWHERE.finditer(document.prose)]
    return any(
        not any(start <= match.start() < end for start, end in own)
        for match in ABOUT_CHATS.finditer(document.prose)
    )


def _is_reported(text: str, start: int, end: int) -> bool:
    """Tell whether somebody is given as the one who says the words."""
    if text[end - 1] in ".!?:":
        return REPORTED.search(text, start, end) is not None
    stop = _STOP.search(text, end)
    return REPORTED.search(text, start, stop.start() if stop else len(text)) is not None


def _at_start(document: Document, text: str, number: int) -> Iterator[tuple[int, int, Severity]]:
    """Yield the first wording of a chat with which a block begins."""
    if whole := INTERFACE.fullmatch(text.strip()):
        yield 0, len(whole[0]), "warning"
        return
    for expression in (ANSWERER, ASKER, OPENING, *((PROMPT, ASSENT_ALONE) if number < _START else ())):
        match = expression.match(text)
        if match is None or (expression is ASKER and len(set(TURN.findall(document.prose))) < TURNS):
            continue
        if expression is OPENING and (
            not TASK_WORD.search(match[0]) or (number >= _START and _is_about_chats(document))
        ):
            continue
        yield *match.span(), "error"
        return


def _anywhere(document: Document, text: str) -> Iterator[tuple[int, int, Severity]]:
    for match in ANYWHERE.finditer(text):
        if match.start() == 0 or not _is_about_chats(document):
            yield *match.span(), "error"
    if note := NOTE.match(text):
        yield *note.span(), "warning"


def _closings(document: Document, block: Block, number: int) -> Iterator[tuple[int, int, Severity]]:
    after = document.prose_blocks[number + 1 : number + 1 + _SIGNATURE]
    signed = sum(_is_signature(document, other) for other in after)
    if len(after) == _SIGNATURE or len(after) - signed >= _EDGE:
        return
    # Those who sign a letter offer to answer questions, but not to word it anew.
    about = ABOUT_WORDING if signed else ABOUT_TEXT
    text = document.text(block)
    for sentence in document.sentences(block):
        match = CLOSING.match(text, sentence.start - block.start)
        if match and about.search(match[0]) and not _is_about_chats(document):
            yield *match.span(), "warning"


def _is_signature(document: Document, block: Block) -> bool:
    """Tell whether a block is a line of a signature, or of the letter that is answered."""
    text = document.text(block)
    return text.startswith(">") or (
        len(text.split()) <= _SIGNED_WORDS and not text.rstrip().endswith((".", "!", "?"))
    )


rule = block_function(
    _check,
    why="A language model’s answer or prompt was published with the text; delete it and read the rest.",
    anchor=ANCHOR,
    severity="error",
    confidence=0.92,
    cases=[
        flags("[[As an AI language model]], I cannot predict the vote. The vote is on Sunday."),
        flags("[[Sure! Here's the rewritten article:]]\n\nThe council met on Monday."),
        flags("[[Certainly!]]\n\nThe council met on Monday."),
        flags(
            "The council met on Monday.\n\n[[I hope this helps!]] [[Let me know if you'd like any changes.]]"
        ),
        flags("[[Here is a revised version of the text you provided:]]\n\nThe council met on Monday."),
        flags("The figures are old. [[As of my last knowledge update]] in 2021, the mill was open."),
        flags("[[Rewrite the following article in your own words.]]\n\nThe council met on Monday."),
        Case("[Assistant]: The council met on Monday.", ((0, 12),)),
        flags("[[I’m sorry, but I cannot fulfill this request]]."),
        flags("The council met.\n\n[[Would you like me to make the tone more formal?]]"),
        flags("[[Here's the article:]]\n\nThe council met on Monday."),
        flags("The council met.\n\n[[Is there anything else I can help you with?]]"),
        flags("[[Note: I have kept the quotes unchanged.]]\n\nThe council met on Monday."),
        flags("[[Human:]] When did it open?\n\n[[Assistant:]] The library opened on Tuesday."),
        flags("The council met on Monday.[[</s>]]"),
        flags("The council met on Monday.\n\n[[Regenerate response]]"),
        flags("[[Here is the poem with improved line breaks:]]\n\nThe hill at noon\n\nAll is still."),
        flags("[[Here’s your polished cover letter for the post:]]\n\nDear Ms Hill, I should like to apply."),
        flags("[[Below is the recipe with its corrected spelling:]]\n\nBoil the beans."),
        flags(
            "Hi all,\n\nThe lift is out of order.\n\n[[Let me know if you’d like me to make it softer!]]"
            "\n\nAnn Hill\n\nHouse manager, room 4\n\n> On 3 May Tom wrote:\n\n> Is the lift working?"
        ),
        passes("Thank you for the rota.\n\nLet me know if you have any questions.\n\nBest,\n\nAnn Hill"),
        passes("Thanks for sending the letter.\n\nHere is the corrected list:\n\nAnn Hill\n\nTom Field"),
        passes("Here is the recipe with the fewest steps:\n\nBoil the beans."),
        passes("Here is the notice that the clerk sent with the letter:\n\nThe hall is shut."),
        passes("Human: A Love Story opened on Friday.\n\nThe User: a film of the year 1990."),
        passes("Note: I have a share in the mill.\n\nThe council met on Monday."),
        passes("I’m sorry, but I can’t help with the harvest, the clerk told her."),
        passes("You are an expert witness, the judge told him."),
        passes("Here is the text of the pact that the leaders signed:\n\nThe sides agree on nine points."),
        passes("The book’s preface began: “As an AI language model, I cannot have opinions.”"),
        passes("ChatGPT answers often begin with as an AI language model, a phrase that readers know."),
        passes("“Certainly!” she said.\n\nThe council met on Monday."),
        passes("Here is a summary of the bill, which the House passed on Monday."),
        passes("“I hope this helps the farmers,” he said."),
        passes("The council met on Monday.\n\nHe asked her to let me know if it rained."),
        passes("Sure, it was late, but they went on."),
        passes("The editor had to rewrite the following chapter twice."),
        passes("Write to the mayor about the bridge, he told them."),
    ],
)
