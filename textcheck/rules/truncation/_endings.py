"""The end of a block, and what the document tells about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from textcheck.document import once, place
from textcheck.rule import lazy
from textcheck.rules.speech._quotations import CLOSED_BY_SINGLE
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
    from collections.abc import Iterator

    import regex

    from textcheck.document import Block, BlockKind, Document

_ELLIPSIS: Final = r"\s?(?:…+\.?|\.(?:\s?\.){2,3})"
# What stands at an end is matched from right to left, so that nothing before the last words is tried.
_ENDING: Final = lazy(
    rf"(?r)(?P<span>(?P<word>[\p{{L}}\p{{N}}][\p{{L}}\p{{N}}\p{{M}}'’]*)(?P<mark>(?P<ellipsis>{_ELLIPSIS})|[-,;])?)$"
)
_STOPS: Final = tuple(".!?…:;。！？।॥")
_STOP: Final = lazy(r"[.!?…:;。！？।॥][\"'”’»)\]}*_\s]*(?:\[\d+\]\s*)*$")
_CONTINUES: Final = lazy(r"[^\p{Lu}\p{Lt}\p{Lo}\p{N}\"“„«‘'’(\[]|\.\.\.")
_ADDRESS: Final = lazy(r"(?r)(?:[/@#_]|\p{N}-)\S*$")
_ELLIPSES: Final = lazy(r"…|\.\s?\.\s?\.")
_ARTICLE: Final = lazy(r"(?<!\w)(?:[Tt]he|[Aa]n?)\s")
_HEADLINE: Final = lazy(
    r"^(?:How|Why|Best|Top|Worst|What|Where|Who|Whose|Which|Whether|Meet|Here)\s"
    r"|^(?:The\s+)?(?:\p{N}+|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\s+(?:\p{Ll}+\s+){1,3}(?:you|to|we|I|every)\s"
    r"|(?<!\w)(?:says?|finds?|shows?|warns?|reports?|suggests?|reveals?|claims?)$"
)
_TRANSITIVE: Final = lazy(r"(?<!\w)\p{Ll}{2,}s\s+(?:the|an?|its|their)\s")
_SUBJECT: Final = lazy(rf"(?:{SUBJECT})\s")
_FINITE: Final = lazy(rf"(?<!\w)(?:{FINITE})(?!\w)")
_MAIN_FINITE: Final = lazy(rf"(?<!\w)(?<!\b(?:who|that|which)\s)(?:{FINITE})(?!\w)")
_PREDICATE: Final = lazy(
    rf"(?<!\w)(?<!\b(?:who|that|which)\s)(?:{PREDICATE})(?!\w)"
    r"|(?<!\w)(?:(?:if|until|because|unless|although)\s+(?:the|an?)"
    r"|(?:if|when|until|because|unless|although|before|after|while|once|so\s+that)\s+(?:you|they|he|she|it|we|I))\s"
)
_STRANDING: Final = lazy(rf"(?i)(?<!\w)(?:{STRANDING})(?!\w)")

_FINAL: Final = frozenset('!?:"”)]»')
"""Marks after which no word is left hanging, for a quick look."""

_DOTTED: Final = frozenset(".… ")
"""What stands before the last full stop of an ellipsis."""

_FIELD_LENGTHS: Final = frozenset(
    (155, 160, 200, 250, 254, 255, 256, 280, 300, 400, 500, 512, 1000, 1024, 2000, 2048, 4000, 4096, 5000)
)
"""Field lengths, in code points, that databases, feeds and social networks cut text to."""

_LONE_AMONG: Final = 3
"""Fewest paragraphs with a stop that make the one without it stand out."""

_QUOTATION: Final = ("“", '"', "‘", "«")
_SPEECHES: Final = 2
"""Paragraphs that open with a quotation from which a text tells what people say to each other."""

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
    return lazy(rf"(?ri)(?<![\w'’.-])(?:{words})$")


_LISTS: Final = {
    "decisive": _final(f"{DECISIVE}|{ATTRIBUTE}"),
    "decisive_pause": _final(DECISIVE_PAUSE),
    "weak": _final(WEAK),
    "auxiliary": _final(AUXILIARY),
    "complete": _final(COMPLETE),
    "no_word": lazy(rf"(?r)(?<![\w'’.-])(?<!\p{{N}}\s)(?:{NO_WORD})$"),
}


def ends_in(kind: str, text: str, end: int) -> bool:
    """Tell whether ``text[:end]`` ends in a word of one of the lists of `_words`, by its name."""
    return _LISTS[kind].search(text[max(end - _PHRASE, 0) : end]) is not None


def has_stop(text: str) -> bool:
    """Tell whether a text ends in a stop or a colon."""
    if text.endswith(_STOPS):
        return True
    return not text[-1:].isalnum() and _STOP.search(text, max(len(text) - _TAIL, 0)) is not None


def has_open_quotation(text: str) -> bool:
    """Tell whether a quotation is open at the end of a text."""
    is_open = text.rfind("“") > text.rfind("”") or text.count('"') % 2 == 1
    return is_open and not CLOSED_BY_SINGLE.search(text, max(text.rfind("“"), text.rfind('"')))


def has_open_bracket(text: str) -> bool:
    """Tell whether a bracket is open at the end of a text."""
    return text.rfind("(") > text.rfind(")") or text.rfind("[") > text.rfind("]")


@dataclass(frozen=True)
class Context:
    """What the whole document tells about the end of any of its blocks."""

    document: Document

    @cached_property
    def _texts(self) -> list[str]:
        return [self.document.text(block).rstrip() for block in self.document.prose_blocks]

    @cached_property
    def _unstopped(self) -> tuple[int, int]:
        """The number of paragraphs without a stop at the end, and of all paragraphs."""
        texts = [
            self.document.text(block) for block in self.document.prose_blocks if block.kind == "paragraph"
        ]
        return len(texts) - sum(map(has_stop, texts)), len(texts)

    @property
    def is_prose(self) -> bool:
        """Whether most paragraphs end in a stop."""
        unstopped, paragraphs = self._unstopped
        return unstopped * 2 <= paragraphs + 1

    @property
    def stands_out(self) -> bool:
        """Whether all paragraphs but one end in a stop."""
        return self._unstopped[0] == 1

    @property
    def lone(self) -> bool:
        """Whether all but one of several paragraphs end in a stop."""
        unstopped, paragraphs = self._unstopped
        return unstopped == 1 and paragraphs > _LONE_AMONG

    @property
    def sole(self) -> bool:
        """Whether there is one block only."""
        return len(self._texts) == 1

    @property
    def series(self) -> bool:
        """Whether several blocks end in a comma or semicolon."""
        return sum(text.endswith((",", ";")) for text in self._texts) > 1

    @property
    def at_field_length(self) -> bool:
        """Whether the text is as long as a field; see `_FIELD_LENGTHS`."""
        return len(self.document.source.rstrip()) in _FIELD_LENGTHS

    @cached_property
    def has_dialogue(self) -> bool:
        """Whether paragraphs of it open with a quotation."""
        return sum(text.startswith(_QUOTATION) for text in self._texts) >= _SPEECHES

    @cached_property
    def rhetorical(self) -> bool:
        """Whether the author pauses on purpose."""
        return sum(len(_ELLIPSES.findall(text)) for text in self._texts) > _RHETORIC


@once
def context_of(document: Document) -> Context:
    """Return what the whole document tells, each part of it found once."""
    return Context(document)


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a block in a word, with an ellipsis, a hyphen, a comma or a semicolon, or with nothing.

    The groups of `match` are ``span``, and within it ``word``, ``mark`` and ``ellipsis``.
    """

    document: Document
    block: Block
    text: str
    match: regex.Match[str]
    following: str
    following_kind: BlockKind | None

    @property
    def kind(self) -> BlockKind:
        """The kind of the block."""
        return self.block.kind

    @property
    def sentence(self) -> str:
        """The last sentence of the block."""
        start = self.document.sentences(self.block)[-1].start
        return self.document.prose[start : self.block.start + len(self.text)]

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


def endings(document: Document) -> Iterator[tuple[Block, Ending]]:
    """Yield the blocks that have neither a stop at the end nor one after them that carries them on."""
    prose, blocks = document.prose, document.prose_blocks
    for block in blocks:
        last = prose[block.end - 1]
        if last in _FINAL or (last == "." and prose[block.end - 2] not in _DOTTED):
            continue
        if end := ending(document, block):
            yield block, end


def ending(document: Document, block: Block) -> Ending | None:
    """Return the end of a block of prose, or None where it has a stop or the next one carries it on."""
    if block.level or block.kind in {"caption", "verse"}:
        return None
    text = document.text(block).rstrip()
    tail = max(len(text) - _TAIL, 0)
    match = _ENDING.search(text, tail)
    if match is None or _ADDRESS.search(text, tail):
        return None
    number = place(block, document.prose_blocks) + 1
    following = next(iter(document.prose_blocks[number : number + 1]), None)
    after = document.text(following) if following else ""
    if _CONTINUES.match(after):
        return None
    # Lines of verse, of an address and of wrapped text follow one another without a blank line.
    adjoins = following is not None and document.prose.count("\n", block.end, following.start) == 1
    if adjoins and not match["ellipsis"] and len(text) - text.rfind("\n") <= _WRAP_MAX:
        return None
    return Ending(document, block, text, match, after, following.kind if following else None)
