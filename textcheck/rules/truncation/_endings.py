"""The end of a block, and what the document tells about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from textcheck.rules.truncation._words import (
    ATTRIBUTE,
    AUXILIARY,
    COMPLETE,
    DECISIVE,
    DECISIVE_PAUSE,
    FINITE,
    NO_WORD,
    PREDICATE,
    STRANDING,
    SUBJECT,
    WEAK,
)

if TYPE_CHECKING:
    from textcheck.document import Block, BlockKind, Document

_ELLIPSIS: Final = r"\s?(?:…+\.?|\.(?:\s?\.){2,3})"
_ENDING: Final = regex.compile(
    rf"(?P<span>(?P<word>[\p{{L}}\p{{N}}][\p{{L}}\p{{N}}\p{{M}}'’]*)(?P<mark>(?P<ellipsis>{_ELLIPSIS})|[-,;])?)$"
)
_STOP: Final = regex.compile(r"[.!?…:;。！？।॥][\"'”’»)\]}*_\s]*(?:\[\d+\]\s*)*$")
_CONTINUES: Final = regex.compile(r"[^\p{Lu}\p{Lt}\p{Lo}\p{N}\"“„«‘'’(\[]|\.\.\.")
_ADDRESS: Final = regex.compile(r"[/@#_]\S*$|\p{N}-\S*$")
_ELLIPSES: Final = regex.compile(r"…|\.\s?\.\s?\.")
_ARTICLE: Final = regex.compile(r"(?<!\w)(?:[Tt]he|[Aa]n?)\s")
_HEADLINE: Final = regex.compile(
    r"^(?:How|Why|Best|Top|Worst|What|Where|Who|Whose|Which|Whether|Meet|Here)\s"
    r"|^(?:The\s+)?(?:\p{N}+|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\s+(?:\p{Ll}+\s+){1,3}(?:you|to|we|I|every)\s"
    r"|(?<!\w)(?:says?|finds?|shows?|warns?|reports?|suggests?|reveals?|claims?)$"
)
_TRANSITIVE: Final = regex.compile(r"(?<!\w)\p{Ll}{2,}s\s+(?:the|an?|its|their)\s")
_SUBJECT: Final = regex.compile(rf"(?:{SUBJECT})\s")
_FINITE: Final = regex.compile(rf"(?<!\w)(?:{FINITE})(?!\w)")
_MAIN_FINITE: Final = regex.compile(rf"(?<!\w)(?<!\b(?:who|that|which)\s)(?:{FINITE})(?!\w)")
_PREDICATE: Final = regex.compile(
    rf"(?<!\w)(?<!\b(?:who|that|which)\s)(?:{PREDICATE})(?!\w)"
    r"|(?<!\w)(?:(?:if|until|because|unless|although)\s+(?:the|an?)"
    r"|(?:if|when|until|because|unless|although|before|after|while|once|so\s+that)\s+(?:you|they|he|she|it|we|I))\s"
)
_STRANDING: Final = regex.compile(rf"(?i)(?<!\w)(?:{STRANDING})(?!\w)")

_FINAL: Final = ("!", "?", ":", '"', "”", ")", "]", "»")
"""Marks after which no word is left hanging, for a quick look."""

_FIELD_LENGTHS: Final = frozenset(
    (155, 160, 200, 250, 254, 255, 256, 280, 300, 400, 500, 512, 1000, 1024, 2000, 2048, 4000, 4096, 5000)
)
"""Field lengths, in code points, that databases, feeds and social networks cut text to."""

_LONE_AMONG: Final = 3
"""Fewest paragraphs with a stop that make the one without it stand out."""

_RHETORIC: Final = 2
"""Other ellipses outside quotations that show an author who pauses on purpose."""

_COORDINATED: Final = 2
"""Fewest verbs with an object that tell a sentence in the present tense from a caption."""

_WRAP_MAX: Final = 120
"""Longest line, in code points, that may be a line of verse or of wrapped text."""

_TAIL: Final = 200
"""Code points looked at before the end of a block; few words and addresses are longer."""

_PHRASE: Final = 60
"""Code points of the longest phrase that tells of a cut."""


def _final(words: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?i)(?<![\w'’.-])(?:{words})$")


_LISTS: Final = {
    "decisive": _final(f"{DECISIVE}|{ATTRIBUTE}"),
    "decisive_pause": _final(DECISIVE_PAUSE),
    "weak": _final(WEAK),
    "auxiliary": _final(AUXILIARY),
    "complete": _final(COMPLETE),
    "no_word": regex.compile(rf"(?<![\w'’.-])(?<!\p{{N}}\s)(?:{NO_WORD})$"),
}


def ends_in(kind: str, text: str, end: int) -> bool:
    """Tell whether ``text[:end]`` ends in a word of one of the lists of `_words`, by its name."""
    return _LISTS[kind].search(text[max(end - _PHRASE, 0) : end]) is not None


def has_stop(text: str) -> bool:
    """Tell whether a text ends in a stop or a colon."""
    return _STOP.search(text, max(len(text) - _TAIL, 0)) is not None


def has_open_quotation(text: str) -> bool:
    """Tell whether a quotation is open at the end of a text."""
    return text.rfind("“") > text.rfind("”") or text.count('"') % 2 == 1


def has_open_bracket(text: str) -> bool:
    """Tell whether a bracket is open at the end of a text."""
    return text.rfind("(") > text.rfind(")") or text.rfind("[") > text.rfind("]")


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole document tells about the end of any of its blocks.

    `is_prose`: most paragraphs end in a stop; `stands_out`: all but one do; `lone`: all but one of
    several do; `sole`: there is one block only; `series`: several blocks end in a comma or semicolon;
    `ellipses`: how many there are; `at_field_length`: see `_FIELD_LENGTHS`.
    """

    is_prose: bool
    stands_out: bool
    lone: bool
    sole: bool
    series: bool
    ellipses: int
    at_field_length: bool

    @classmethod
    def of(cls, document: Document) -> Context:
        """Look at a document."""
        texts = [document.text(block).rstrip() for block in document.prose_blocks]
        paragraphs = [document.text(block) for block in document.prose_blocks if block.kind == "paragraph"]
        stopped = sum(map(has_stop, paragraphs))
        return cls(
            is_prose=stopped * 2 >= len(paragraphs) - 1,
            stands_out=stopped == len(paragraphs) - 1,
            lone=stopped == len(paragraphs) - 1 >= _LONE_AMONG,
            sole=len(texts) == 1,
            series=sum(text.endswith((",", ";")) for text in texts) > 1,
            ellipses=sum(len(_ELLIPSES.findall(text)) for text in texts),
            at_field_length=len(document.source.rstrip()) in _FIELD_LENGTHS,
        )

    @property
    def rhetorical(self) -> bool:
        """Whether the author pauses on purpose."""
        return self.ellipses > _RHETORIC


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a block in a word, with an ellipsis, a hyphen, a comma or a semicolon, or with nothing.

    The groups of `match` are ``span``, and within it ``word``, ``mark`` and ``ellipsis``.
    """

    text: str
    sentence: str
    match: regex.Match[str]
    kind: BlockKind
    following: str
    following_kind: BlockKind | None

    def ends_in(self, kind: str) -> bool:
        """Tell whether the last word is one of a list; see `ends_in`."""
        return ends_in(kind, self.text, self.match.end("word"))

    @property
    def last(self) -> bool:
        """Whether the text ends here."""
        return self.following_kind is None

    @property
    def words(self) -> int:
        """The number of words in the block."""
        return len(self.text.split())

    @property
    def titled(self) -> bool:
        """Whether most words have a capital, as in a headline."""
        words = self.sentence.split()
        return sum(word[0].isupper() for word in words) * 2 > len(words)

    @property
    def labelled(self) -> bool:
        """Whether the end is a name in a heading or a list."""
        return self.match["word"][0].isupper() and self.kind != "paragraph"

    @property
    def strands(self) -> bool:
        """Whether the words before the last one let it stand at the end."""
        return _STRANDING.search(self.text[: self.match.start("word")]) is not None

    @property
    def finite(self) -> bool:
        """Whether the text may hold a main verb."""
        return _FINITE.search(self.text) is not None

    @property
    def clause(self) -> bool:
        """Whether the sentence has the subject and the verb of a main clause."""
        return bool(
            _PREDICATE.search(self.sentence)
            or (_SUBJECT.match(self.sentence) and _MAIN_FINITE.search(self.sentence))
            or len(_TRANSITIVE.findall(self.sentence)) >= _COORDINATED
        )

    @property
    def has_article(self) -> bool:
        """Whether there is an article, which headlines leave out."""
        return _ARTICLE.search(self.sentence) is not None

    @property
    def running(self) -> bool:
        """Whether the sentence has the form of running prose, not of a headline or a caption."""
        return self.clause and self.has_article and not _HEADLINE.search(self.sentence)


def ending(document: Document, block: Block, following: Block | None) -> Ending | None:
    """Return the end of a block, or None where it has a stop or the next block carries it on."""
    text = document.text(block).rstrip()
    if text.endswith(_FINAL) or (text.endswith(".") and not text.endswith(("..", ". .", "…."))):
        return None
    tail = max(len(text) - _TAIL, 0)
    match = _ENDING.search(text, tail)
    if match is None or _ADDRESS.search(text, tail) or block.kind in {"caption", "verse"} or block.level:
        return None
    after = document.text(following) if following else ""
    if _CONTINUES.match(after):
        return None
    # Lines of verse, of an address and of wrapped text follow one another without a blank line.
    adjoins = following is not None and document.prose.count("\n", block.end, following.start) == 1
    if adjoins and not match["ellipsis"] and len(text) - text.rfind("\n") <= _WRAP_MAX:
        return None
    sentence = document.prose[document.sentences(block)[-1].start : block.start + len(text)]
    return Ending(text, sentence, match, block.kind, after, following.kind if following else None)
