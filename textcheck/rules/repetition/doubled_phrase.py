"""Phrase that stands twice in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.finding import Suggestion
from textcheck.rule import Hit, flags, function, lazy, passes
from textcheck.rules.repetition._words import doubled_phrases, is_transcript, matches, passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from textcheck.document import Document
    from textcheck.finding import Severity
    from textcheck.rules.repetition._words import Passage

_LONGEST: Final = 5
"""Words of the longest phrase that is looked for."""

_LEFT: Final = 80
"""Code points on either side of a doubled phrase that are looked at."""

_LOOPED: Final = (
    "A program or a language model was caught in a loop; delete the passage and restore the text."
)

_WORD: Final = r"[\p{L}\p{N}][\p{L}\p{N}\p{M}’'.-]*+(?<!\.)"
_END: Final = r"(?![\p{L}\p{N}\p{M}_/@’'-]|\.\p{L})"
_DOUBLED: Final = lazy(
    rf"(?i)(?<![^\s“”\"‘'’(\[—–])"
    rf"(?P<phrase>{_WORD}(?:\s++{_WORD}){{1,{_LONGEST - 1}}}?)\s++(?P<again>(?P=phrase)){_END}"
    rf"(?P<more>(?:\s++(?P=phrase){_END})*+)",
)
_LOOP: Final = 12
"""Times that a phrase stands in a row from which a program is caught in a loop; chants are shorter."""

_CHAINED: Final = frozenset(("and", "or", "by", "after", "upon", "on", "to", "for", "as", "in"))
_IDIOMS: Final = """
    place day year month week hand face side step time door back head word minute hour night end eye
    shoulder game try point goal one line page man house heart room coast wall bit inch piece little
    row blow letter note dollar city town country state island person generation case moment layer
"""
_IDIOMATIC: Final = frozenset(_IDIOMS.split())
"""Words that are doubled around a preposition, as in “from place to place”."""

_OTHERS: Final = frozenset(("other", "others", "next", "another"))
"""Words that end a phrase which stands for each of several steps, as in “to the next to the next”."""

_NAMING: Final = lazy(r"(?i)\b(?:call|name|dub|term|label|nam|dubb|labell)(?:s|ed|ing|d)?\s$")

_NOT_STRESSED: Final = frozenset(("the", "a", "an", "in", "to", "of", "for", "at", "is", "was"))
_SPOKEN: Final = lazy(
    r"(?i)(?:(?:i|you|we|they) (?:know|mean|see|do|did|can|will|think|love|want)|come on|thank you"
    r"|thanks a lot|oh (?:no|yes|my)|no (?:no|way)|yes (?:yes|sir)|go on|good (?:night|luck)|all right"
    r"|let me|never (?:mind|again)|what if|not (?:me|yet)|wait for|let it|it is|is it|who is|that is"
    r"|is that|do it|beep beep|one more|so (?:much|many)|a lot|how (?:much|many)|to be"
    r"|had had|and so (?:on|forth))"
)
_MARKS: Final = '.,;:!?”"'
_LETTER: Final = lazy(r"\p{L}{2}")


def _check(document: Document) -> Iterator[Hit]:
    found = [
        (offset, match)
        for passage in passages(document)
        for offset, match in matches(document, passage, _DOUBLED, _wanted(passage))
        if not (_is_chant(match) if match["more"] else _is_meant(match.string, match))
    ]
    severity: Severity | None = "info" if found and is_transcript(document) else None
    for offset, match in found:
        start, end = offset + match.start(), offset + match.end()
        shown = " ".join(match["phrase"].split())
        if match["more"]:
            times = 2 + len(match["more"].split()) // len(match["phrase"].split())
            yield Hit(start, end, f"“{shown[:50]}” stands {times} times in a row", severity, why=_LOOPED)
            continue
        remedy = Suggestion(offset + match.end("phrase"), end, "", "leave it once")
        yield Hit(start, end, f"“{shown[:50]}” stands twice", severity, suggestions=(remedy,))


def _wanted(passage: Passage) -> set[str]:
    """Return the phrases that stand twice in a passage, both times together."""
    return {
        " ".join(phrase + phrase)
        for phrase in doubled_phrases(passage, _LONGEST)
        if len(set(phrase)) > 1 and all(word[0].isalnum() for word in phrase)
    }


def _is_chant(match: regex.Match[str]) -> bool:
    """Tell whether a phrase that stands more than twice in a row is no loop of a program."""
    words = match["phrase"].lower().split()
    return len(set(words)) == 1 or len(match["more"].split()) < (_LOOP - 2) * len(words)


def _is_meant(text: str, match: regex.Match[str]) -> bool:
    """Tell whether a phrase is doubled for stress, as a name, or as a row of figures."""
    words = match["phrase"].lower().split()
    if len(set(words)) == 1 or not _LETTER.search(match["phrase"]) or match["again"][0].isupper():
        return True
    if _SPOKEN.fullmatch(" ".join(words)):
        return True
    left = text[max(match.start() - _LEFT, 0) : match.start()]
    if _NAMING.search(left):
        return True
    before = left.lower().split()[-len(words) :]
    right = text[match.end() : match.end() + _LEFT]
    following = [word.strip(_MARKS) for word in right.lower().split()[: len(words)]]
    if words in (before, following):
        return True
    first, *rest = words
    if len(rest) > 1:
        return first in _CHAINED and rest[-1] in _OTHERS
    # The pair is cut out of “more and more and more”.
    return (
        (rest[0] in _CHAINED and (following[:1] == [first] or first in _IDIOMATIC or before[-1:] == ["from"]))
        or rest[0] in {"and", "or"}
        or (first in _CHAINED and before[-1:] == rest)
        or (first == "and" and rest[0] not in _NOT_STRESSED)
    )


rule = function(
    _check,
    why="A phrase was pasted twice, or what stood between was deleted; leave it once or restore the rest.",
    confidence=0.9,
    cases=[
        flags("It is one [[of the of the]] oldest mills."),
        flags("They met [[in order in order]] to talk."),
        flags("She was born in Leeds and [[went to school went to school]] there."),
        flags("The fair opens [[at the end at\nthe end]] of May."),
        flags("The price " + "[[" + " ".join(["of the"] * 14) + "]] barrel rose."),
        passes("The crowd sang " + " ".join(["we want more"] * 6) + " and went home."),
        passes("It grew more and more and more, over and over and over."),
        passes("You know you know it, and I know I know it."),
        passes("He sang New York New York, ha ha ha ha."),
        passes("The scores were 6 4 6 4 and 2 2 2 2."),
        passes("They moved from place to place to find work, and so on and so on."),
        passes("A line of filler is list item list item list item."),
        passes("Day by day, day by day, the wall rose."),
        passes("It was very very very very cold."),
        passes("They call the mill the mill, and walk from one room to the next to the next."),
    ],
)
