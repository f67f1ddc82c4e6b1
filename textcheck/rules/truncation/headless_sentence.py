"""Paragraph that starts in the middle of a sentence."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from textcheck.rule import Hit, flags, function, lazy, passes
from textcheck.rules.truncation._endings import has_stop
from textcheck.rules.truncation._words import NO_OPENING, RARE_OPENING, WORD_ENDING
from textcheck.vocabulary import SPEECH_VERB

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from textcheck.document import Block, Document
    from textcheck.finding import Severity

_START: Final = lazy(r"(?:\p{Ll}|(?:[,;)\]]\s?|\.\s)\p{L})")
_FIRST: Final = lazy(r"(?P<mark>[,;)\]]\s?|\.\s)?(?P<word>[\p{L}'’]+)(?=[\s,])")
_NO_OPENING: Final = lazy(rf"(?:{NO_OPENING})")
_RARE_OPENING: Final = lazy(rf"(?:{RARE_OPENING}|{SPEECH_VERB})")
_WORD_ENDING: Final = lazy(rf"(?:{WORD_ENDING})")
_PARTICIPLE: Final = lazy(r"\p{Ll}{3,}(?:ed|ing)\s+(?:by|in|on|at|to|for|with|from|that|the|an?)\s")
_SENTENCES: Final = lazy(r"[.!?][\"”’)]*\s+[\"“‘(]?(?P<first>\p{L})")

_WORDS: Final = 6
"""Fewest words of a paragraph that is no label or item."""


def _check(document: Document) -> Iterator[Hit]:
    for previous, block in pairwise((None, *document.blocks)):
        if block is None or block.kind != "paragraph" or not _START.match(document.prose, block.start):
            continue
        if previous is None or _is_complete(document, previous):
            yield from _judge(document, block, after=previous)


def _is_complete(document: Document, block: Block) -> bool:
    """Tell whether nothing of a block is carried on after it."""
    if block.kind == "heading":
        return block.level > 0
    text = document.text(block)
    return block.kind == "paragraph" and has_stop(text) and not text.endswith((":", ";", "…", "..."))


def _judge(document: Document, block: Block, *, after: Block | None) -> Iterator[Hit]:
    text = document.text(block)
    found = _FIRST.match(text)
    # Whoever writes all sentences in lower case has lost nothing.
    capitals = [match["first"].isupper() for match in _SENTENCES.finditer(text)]
    if after is not None:
        if document.prose[after.end - 1] in '”"’':
            # The sentence may carry on after what it quotes.
            return
        capitals.append(document.text(after).lstrip("\"“‘'(")[:1].isupper())
    if found is None or not has_stop(text) or len(text.split()) < _WORDS or not any(capitals):
        return
    judged = _clues(text, found) if all(capitals) else None
    if judged:
        severity, confidence = judged
        yield Hit(
            block.start,
            block.start + found.end(),
            f"Sentence starts in the middle, at “{found[0][:40]}”",
            severity,
            confidence,
        )


def _clues(text: str, found: regex.Match[str]) -> tuple[Severity, float] | None:
    """Judge the first word, and the mark before it."""
    word = found["word"]
    if found["mark"]:
        return "error", 0.9
    if _NO_OPENING.fullmatch(word):
        return "error", 0.9
    if _RARE_OPENING.fullmatch(word) or _WORD_ENDING.fullmatch(word) or _PARTICIPLE.match(text):
        return "warning", 0.7
    return None


rule = function(
    _check,
    why="The beginning was cut off, or lost with what stood before it; take it from the source.",
    cases=[
        flags("[[of]] the mill, which had stood empty since the flood. Its owner hopes to sell it in June."),
        flags("[[, which]] was built in 1890. It has been empty for a decade."),
        flags("The mayor opened the session.\n\n[[who]] had come a long way to be there. Nobody left early."),
        flags("[[to]] mend the pier after the storm. The work will take a year."),
        flags(
            "# The pier\n\n[[was]] rebuilt after the storm by volunteers from the town.", format="markdown"
        ),
        flags("[[ed]] the plan, saying that it would cost too much. The vote was put off."),
        passes("iPhone owners complained about the change. The firm withdrew it."),
        passes("de Gaulle came back to power that year. He stayed for eleven."),
        passes("adidas sold more shoes than ever. Its rival did not."),
        passes("the pier is gone. nobody knows why. the mayor has not said a word about it."),
        passes("The area is\n\nwhere r is the radius. It is given in metres."),
        passes("The rules are these:\n\nto be on time, and to bring a towel. Nothing else counts."),
        passes("user: where is the pier that I read about? It was here."),
        passes("Which brings us to the pier. And there is the question of the money."),
        passes("…and then it was gone. Nobody ever spoke of it again."),
        passes("x is the number of trials. It is a whole number."),
        passes(".NET runs on the server. It has done so since the first version."),
    ],
)
