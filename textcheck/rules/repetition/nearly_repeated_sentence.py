"""Sentence that stands in the text twice, in nearly the same words."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from textcheck.rule import Hit, flags, function, lazy, passes
from textcheck.rules.repetition import _sentences
from textcheck.vocabulary import MONTH, NUMBER_WORDS, WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document
    from textcheck.finding import Severity
    from textcheck.rules.repetition._sentences import Sentence

_WORDS: Final = 9
"""Words of the shortest sentence that hardly comes about twice in nearly the same words."""

_EDGE: Final = 4
"""Words at the beginning or at the end that two copies share."""

_CHANGED_SHARE: Final = 0.25
"""Share of the words of a sentence that may differ in its copy."""

_HEAD: Final = 2
"""Words that a sentence begins with, its subject among them."""

_SWAPPED_WORDS: Final = 11
"""Words of the shortest sentence in which one word for another is hardly another fact."""

_CLOSE: Final = 3
"""Sentences between two copies that are read in one breath."""

_FEW: Final = 2
"""Words that may differ in a copy that is evident."""

_FEW_ADDED: Final = 3
"""The same where words were only added or only left out."""

_CONTRAST_WORDS: Final = """
    first second third fourth last next previous other another same new old former latter left right
    north south east west northern southern eastern western upper lower front rear inner outer men women
    boys girls male female man woman boy girl he she his her him hers i we you they my our your their
    rose fell rise fall increase decrease increased decreased more less fewer most least higher up down
    before after win won lose lost home away not no never without with can cannot may must shall should
    will would is was are were has had day night morning evening summer winter spring autumn black white
    red blue green yellow large small big high low young adult child children early late federal state
    local public private domestic foreign import export imports exports monthly yearly annual weekly
    quarterly single double or if unless both neither either than on off in out open closed start
    end begin began ended started from to over under above below all some none any every each only yes
    mother father son daughter brother sister husband wife king queen positive negative true false good
    bad better worse best worst fast slow inside outside primary secondary major minor singles doubles
    freshman junior senior daily today tomorrow yesterday past future maximum minimum buy sell bought
    sold light dark hot cold wet dry happy sad
"""
_CONTRAST: Final = NUMBER_WORDS | frozenset(_CONTRAST_WORDS.split())
"""Words that set two facts apart that are told in the same words."""
_JOINING: Final = frozenset(("on", "to"))
"""Those of them that do not where they are added, left out or part of a phrase."""

_NAME: Final = lazy(rf"\p{{Lu}}|\p{{N}}|(?:{MONTH}|{WEEKDAY})$")
_WORD: Final = lazy(r"[\p{L}\p{M}’'\p{N}]+")


def _check(document: Document) -> Iterator[Hit]:
    seen: dict[tuple[str, str], Sentence] = {}
    for sentence in _sentences.of(document):
        if sentence.words < _WORDS:
            continue
        words = sentence.key.split()
        edges = [("first", " ".join(words[:_EDGE])), ("last", " ".join(words[-_EDGE:]))]
        for candidate in {id(found): found for edge in edges if (found := seen.get(edge))}.values():
            severity = _likeness(document, candidate, sentence)
            if severity is not None:
                message = f"Nearly the same sentence stands before: “{_sentences.shown(sentence.text, 32)}”"
                yield Hit(*sentence.span, message, severity, 0.85 if severity == "warning" else 0.5)
                break
        seen.update(dict.fromkeys(edges, sentence))


def _likeness(document: Document, earlier: Sentence, sentence: Sentence) -> Severity | None:
    """Grade how surely one sentence is a copy of the other; None where both are meant."""
    if (
        earlier.key == sentence.key
        or earlier.quoted
        or sentence.quoted
        or abs(earlier.words - sentence.words) > _CHANGED_SHARE * sentence.words
        or earlier.figures != sentence.figures
        or any(_sentences.is_formula(text) for text in (earlier.text, sentence.text))
    ):
        return None
    before, after = _WORD.findall(earlier.text), _WORD.findall(sentence.text)
    one, other = ([word.lower() for word in words] for words in (before, after))
    common = sum((Counter(one) & Counter(other)).values())
    # No more can stand in the same order, which takes far longer to find.
    if max(len(before), len(after)) - common > _CHANGED_SHARE * len(after):
        return None
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    edits = [edit for edit in matcher.get_opcodes() if edit[0] != "equal"]
    size = sum(max(end - start, last - first) for _, start, end, first, last in edits)
    swapped = [edit for edit in edits if edit[0] == "replace"]
    if size > _CHANGED_SHARE * len(after) or any(
        _set_apart(before[start:end], after[first:last]) for _, start, end, first, last in edits
    ):
        return None
    # Sentences in parallel differ in their first noun, in their last words, or word by word.
    if any(start < _HEAD or end == len(before) for _, start, end, _, _ in swapped) or len(swapped) > 1:
        return None
    short = bool(swapped) and len(after) < _SWAPPED_WORDS
    few = _FEW if swapped else _FEW_ADDED
    if size > few or short:
        return "info"
    return "warning" if _sentences.Copies(document, earlier, sentence).tell_of_slip(_CLOSE) else "info"


def _set_apart(words: list[str], others: list[str]) -> bool:
    """Tell whether what stands in one sentence and what in the other make two facts of them."""
    # “On Sunday” and “Sunday”, or “near” and “close to”, say the same.
    contrast = _CONTRAST if len(words) == len(others) else _CONTRAST - _JOINING
    return any(word.lower() in contrast or _NAME.match(word) for word in words + others)


rule = function(
    _check,
    why="The same thing is told twice, as by a tool that rewrote the text; keep the better one of the two.",
    confidence=0.85,
    cases=[
        flags(
            "The council decided to close the old bridge by the mill. It rained. "
            "[[The council decided to shut the old bridge by the mill.]]"
        ),
        flags(
            "Residents said the noise from the port had become unbearable.\n\n"
            "[[Residents said that the noise from the port had become unbearable.]]"
        ),
        flags(
            "The mill by the river draws thousands of visitors from all over the country. "
            "[[The mill by the river attracts thousands of visitors from all over the country.]]"
        ),
        flags(
            "The ferry from the island was due back in the harbour on Friday night. Nobody was on board. "
            "[[The ferry from the island was due back in the harbour Friday night.]]"
        ),
        passes(
            "The north tower of the old castle is open to visitors at weekends. "
            "The south tower of the old castle is open to visitors at weekends."
        ),
        passes(
            "Leeds beat Hull by three goals in the second half of the match. "
            "Leeds beat York by three goals in the second half of the match."
        ),
        passes(
            "The price of bread rose by 3 per cent in the last year. "
            "The price of bread rose by 4 per cent in the last year."
        ),
        passes(
            "We will fight for the people of the coast and for their homes. "
            "We will fight for the workers of the docks and for their jobs."
        ),
        passes("The mill is old. The mill was old. The mills are old."),
        passes(
            "- The door of the shed must be kept shut at night by staff.\n"
            "- The gate of the shed must be kept shut at night by staff."
        ),
    ],
)
