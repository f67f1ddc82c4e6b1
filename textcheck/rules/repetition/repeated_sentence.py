"""Sentence that stands in the text twice, word for word."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from textcheck.rule import Hit, flags, function, lazy, passes
from textcheck.rules.repetition import _sentences
from textcheck.vocabulary import SPEECH_VERB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document
    from textcheck.rules.repetition._sentences import Sentence

_SPOKEN: Final = lazy(
    r"(?i)(?<![\w’'])(?:I|we|you|me|us|my|our|your)(?!\w)|n[’']t|\w[’'](?:s|re|ll|ve|d|m)\s"
)

_DECLARATIVE: Final = lazy(
    r"(?:I|You|We|He|She|It|They|This|That|These|Those|There|The|An?|My|Your|Our|His|Her|Its|Their|Some|Most|Many|All"
    r"|In|On|At|If|When)[\s’']"
)
"""What begins like a statement, and unlike an order, which people give twice."""
_ATTRIBUTED: Final = lazy(rf"[“\"‘][^“”\"]+[.,!?][”\"’]\s[^“”\"]*(?<!\w)(?:{SPEECH_VERB})(?!\w)[^“”\"]*\.")
"""A quotation with the name of its speaker, which is reported once."""

_ADJACENT_WORDS: Final = 4
"""Words of the shortest sentence that is not repeated at once for effect."""

_ADJACENT_SPOKEN_WORDS: Final = 5
"""Words of the shortest one that is not even repeated so by somebody who speaks to the reader."""

_ATTRIBUTED_WORDS: Final = 6
"""Words of the shortest quotation with its speaker that is not told again at once for effect."""

_CLOSE: Final = 5
"""Sentences between two copies that are read in one breath."""

_CLOSE_WORDS: Final = 6
"""Words of the shortest sentence that is hardly told twice within these."""

_CLOSE_LINE_WORDS: Final = 5
"""Words of the shortest one within a line; in verse a line may come back."""

_DISTANT_WORDS: Final = 8
"""Words of the shortest sentence that hardly comes about twice."""

_REFRAIN: Final = 3
"""Copies from which a sentence is a refrain or a form of words."""


def _check(document: Document) -> Iterator[Hit]:
    groups: defaultdict[tuple[str, str], list[Sentence]] = defaultdict(list)
    for sentence in _sentences.of(document):
        groups[sentence.key, " ".join(sentence.figures)].append(sentence)
    for copies in groups.values():
        hit: Hit | None = None
        for earlier, sentence in pairwise(copies):
            if _is_meant(document, earlier, sentence, copies=len(copies)):
                continue
            if hit and hit.end == earlier.span.end and _sentences.apart(document, earlier, sentence) == 1:
                hit = replace(hit, end=sentence.span.end)
                continue
            if hit:
                yield hit
            message = f"Sentence stands in the text twice: “{_sentences.shown(sentence.text)}”"
            slip = _sentences.Copies(document, earlier, sentence).tell_of_slip(_CLOSE)
            hit = Hit(*sentence.span, message, None if slip else "info")
        if hit:
            yield hit


def _is_meant(document: Document, earlier: Sentence, sentence: Sentence, *, copies: int) -> bool:
    """Tell whether a sentence is a copy by chance, for effect, or as a form of words."""
    if _sentences.is_formula(sentence.text):
        return True
    apart = _sentences.apart(document, earlier, sentence)
    one_line = "\n" not in document.prose[earlier.span.start : sentence.span.end]
    spoken = sentence.quoted or _is_spoken(sentence)
    close = _CLOSE_LINE_WORDS if one_line else _CLOSE_WORDS
    long = sentence.words >= (close if apart <= _CLOSE and not spoken else _DISTANT_WORDS)
    if apart == 1:
        words = len(sentence.text.split())
        if _ATTRIBUTED.fullmatch(sentence.text):
            return words < _ATTRIBUTED_WORDS
        plain = one_line and sentence.text.endswith(".") and _DECLARATIVE.match(sentence.text)
        if spoken and not plain:
            return not long
        return not long and words < (_ADJACENT_SPOKEN_WORDS if spoken else _ADJACENT_WORDS)
    either_quoted = (sentence.quoted or earlier.quoted) and not (
        apart <= _CLOSE and _ATTRIBUTED.fullmatch(sentence.text)
    )
    return not long or either_quoted or copies >= _REFRAIN or sentence.text.endswith("?")


def _is_spoken(sentence: Sentence) -> bool:
    return sentence.text[-1] in '!?”"' or _SPOKEN.search(sentence.text) is not None


rule = function(
    _check,
    why="A sentence was pasted twice; delete one of the two, or restore what it replaced.",
    confidence=0.9,
    cases=[
        flags("The road to the port is closed. [[The road to the port is closed.]]"),
        flags(
            "The council closed the bridge on Monday. [[The council closed the bridge on Monday.]] It is old."
        ),
        flags(
            "The mill by the river will open to visitors again in spring. It rained.\n\n"
            "Nobody came to the fair. [[The mill by the river will open to visitors again in spring.]]"
        ),
        flags("The mill shut early. [[The mill shut early. The mill shut early.]] Nobody came."),
        flags("My hat blew off. You must hold on to it. [[You must hold on to it.]] The wind was strong."),
        flags(
            "“I found the old key,” she said.\n\n[[“I found the old key,” she said.]]\n\nHe did not look up."
        ),
        passes(
            "“Not me,” she said.\n\n“Not me,” she said.\n\nIt hurt. I did it. I did it. We wait. We wait."
        ),
        passes("“You must hold on to it. You must hold on to it.”"),
        flags("Prices rose by 3 per cent in May. [[Prices rose by 3 per cent in May.]] Wages did not."),
        flags(
            "The pass is valid for a year. Dogs travel free of charge. Bicycles need a ticket of their own."
            " [[Dogs travel free of charge.]]"
        ),
        flags(
            "“The river has never been so high,” the miller said. The road is under water. "
            "[[“The river has never been so high,” the miller said.]]"
        ),
        passes("“No. No. No,” he said. Thank you. Thank you. We will win. We will win."),
        passes("Leeds beat Hull 3-1 at home on Saturday. Leeds beat Hull 2-0 at home on Saturday."),
        passes("We shall fight on the beaches. We shall fight on the hills. We shall fight in the streets."),
        passes("Voting for this action: all of the members. Voting for this action: all of the members."),
        passes("- The door must be kept shut at night.\n- The door must be kept shut at night."),
        passes(
            "“The plan is a threat to the homes of us all,” she wrote. It rained. "
            "The plan is a threat to the homes of us all."
        ),
        passes("Get your feet off the table. Get your feet off the table."),
        passes("The ayes have it. The ayes have it."),
        passes("It was late.\n\nThe town slept under the snow.\n\nIt was late.\n\nNobody spoke."),
    ],
)
