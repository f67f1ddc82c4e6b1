"""Blank of underscores where a word or a figure should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import quoted
from textcheck.rule import Hit, flags, function, lazy, passes
from textcheck.rules.placeholders._context import FORM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

LEAST_WORDS = 6
"""Words of the shortest sentence that is taken for running prose."""

MOST_BLANKS = 4
"""Blanks of a text from which it is a form, a bill before passage or an exercise."""

_BLANK = lazy(
    r"(?<=[\p{L}\p{N},’]['’]?s?[ ]|[\p{L}\p{N},;][ ][(“\"$£€]|[ ][$£€])(?<!\w)_{3,}(?!\w)"
    r"(?=['’]s\b|\s?%|\s*[,;.!?)]|[”\"]|[ ][\p{L}\p{N}(])"
)


def _check(document: Document) -> Iterator[Hit]:
    if document.technical or FORM.search(document.prose):
        return
    found: list[Hit] = []
    for block in document.prose_blocks:
        text = document.text(block)
        if "___" not in text or block.kind not in {"paragraph", "quote"}:
            continue
        for sentence in document.sentences(block):
            words = document.prose[sentence.start : sentence.end]
            if len(words.split()) < LEAST_WORDS or not words.rstrip().endswith(
                (".", "!", "?", "”", '"', ")")
            ):
                continue
            found += [
                Hit(
                    sentence.start + match.start(),
                    sentence.start + match.end(),
                    "A blank stands where a word or a figure should be",
                )
                for match in _BLANK.finditer(words)
                if not quoted(text, sentence.start - block.start + match.start())
            ]
    if len(found) <= MOST_BLANKS:
        yield from found


rule = function(
    _check,
    why="The blank of a draft or a form letter was never filled in; a person knows what belongs there.",
    triggers=("___",),
    severity="warning",
    confidence=0.8,
    cases=[
        flags("The guests were met by the head of the school, [[______]], and stayed for lunch."),
        flags("The new bridge over the Tamar will cost $[[____]] million and open in May."),
        flags("She was born in [[_____]] and moved to the coast as a child."),
        flags("The recipe calls for [[___]] grams of flour and two eggs."),
        flags("The keeper saved a penalty from [[____]]’s captain late in the match."),
        passes("Name: ______\n\nAddress of the school: ______\n\nDate: ______"),
        passes("Fill in the word. The capital of France is ______ and it lies on the Seine."),
        passes("The first part ends here.\n\n______\n\nThe second part begins here."),
        passes("“What the ____ are you doing here?” he asked the man at the gate."),
        passes("I, ______, do solemnly swear that I will do my duty to the town."),
        passes("The user first_name__c and the mark ___init___ were in the list of the club."),
        passes("Total due ______\n\nPaid by the member named above ______"),
    ],
)
