"""Sentence that stands in the text twice, once without its number."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from textcheck.rule import Hit, flags, function, lazy, passes
from textcheck.rules.repetition import _sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textcheck.document import Document
    from textcheck.rules.repetition._sentences import Sentence

_WORDS: Final = 5
"""Words of the shortest sentence that hardly comes about twice."""

_TOKEN: Final = lazy(r"\S+")
_NUMERAL: Final = lazy(r"[\p{Sc}(“\"‘'–-]*\p{N}")
_LEFT_OVER: Final = lazy(r"(?<!\S)(?:st|nd|rd|th|s|%|[$£€]|[.,;:!?]|-\p{L}+)(?![\p{L}\p{N}])|\s\s|\(\s*\)")


def _check(document: Document) -> Iterator[Hit]:
    groups: defaultdict[str, list[Sentence]] = defaultdict(list)
    for sentence in _sentences.of(document):
        groups[sentence.key].append(sentence)
    for copies in groups.values():
        if len(copies) > 1 and copies[0].words >= _WORDS:
            yield from _compare(copies)


def _compare(copies: Sequence[Sentence]) -> Iterator[Hit]:
    """Yield where one of several copies lacks a number that the fullest one has."""
    fullest = max(copies, key=lambda sentence: len(sentence.figures))
    for sentence in copies:
        if len(sentence.figures) < len(fullest.figures) and _is_part(sentence.figures, fullest.figures):
            hit = _lost(sentence, fullest)
            if hit is not None:
                yield hit


def _is_part(figures: Sequence[str], all_figures: Sequence[str]) -> bool:
    """Tell whether `figures` are some of the others, in the same order."""
    others = iter(all_figures)
    return all(figure in others for figure in figures)


def _lost(sentence: Sentence, fullest: Sentence) -> Hit | None:
    """Return the hit at the first number that one copy has as a word of its own, and the other lacks."""
    tokens = list(_TOKEN.finditer(sentence.text))
    words, others = [token[0] for token in tokens], fullest.text.split()
    for tag, start, end, first, last in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        number = next(filter(_NUMERAL.match, others[first:last]), None)
        if tag == "equal" or number is None:
            continue
        low, high = tokens[max(start - 1, 0)], tokens[min(end - (start != end), len(tokens) - 1)]
        evident = _LEFT_OVER.search(sentence.text, low.start(), high.end()) is not None
        return Hit(
            sentence.span.start + low.start(),
            sentence.span.start + high.end(),
            f"“{number.strip('.,;:!?')[:30]}” is missing here; the same sentence has it elsewhere",
            "error" if evident else None,
            0.97 if evident else None,
        )
    return None


rule = function(
    _check,
    why="One copy of the sentence lost its number; restore it from the other copy, and keep one of the two.",
    confidence=0.85,
    cases=[
        flags("It marks the 75th anniversary of the pact. It marks [[the th]] anniversary of the pact."),
        flags(
            "Prices rose 5% in the north last year. Few expected it. "
            "Prices [[rose %]] in the north last year."
        ),
        flags(
            "The fair drew crowds [[of people]] to the town. The fair drew crowds of 900 people to the town."
        ),
        passes(
            "The plan covers sight and hearing.1 It is new. The plan covers sight and hearing. It is cheap."
        ),
        passes("Leeds beat Hull 3-1 at home on Saturday. Leeds beat Hull 2-0 at home on Saturday."),
        passes("The fair drew 900 people in May. The fair drew 700 people in June."),
        passes("The bridge was built in 1890. The bridge was closed in 1990."),
        passes("The town has 900 people. It is old. The town has a mill."),
        passes("Step 1. Step 2. Step 3. Go."),
    ],
)
