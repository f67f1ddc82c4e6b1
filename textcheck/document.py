"""The document: what a reader reads, and the way back to the text as it was given.

Rules look at `Document.prose` and its blocks only. Markup is not in it; what cannot be read as
prose but does stand in the sentence (inline code, an image, a formula) is one `STAND_IN` there, so
that "the `x` option" has no gap. `Document.source_span` maps every prose offset back.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache, update_wrapper, wraps
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, TypeVar

import regex

from textcheck import sentences
from textcheck.finding import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_T = TypeVar("_T")

STAND_IN = "\ufffc"
"""OBJECT REPLACEMENT CHARACTER: something that is not prose stands here."""

BlockKind = Literal[
    "paragraph", "heading", "list-item", "quote", "verse", "caption", "table-cell", "code", "front-matter"
]

PROSE_KINDS: frozenset[BlockKind] = frozenset(
    {"paragraph", "heading", "list-item", "quote", "verse", "caption"}
)
"""The kinds of block that hold language; the others hold figures or code."""

RUNNING_KINDS: frozenset[BlockKind] = frozenset({"paragraph", "list-item", "quote"})
"""The kinds of block that are expected to hold whole sentences."""

_DASHES = ("—", "–", "―", "--", " - ")
_NUMERAL = regex.compile(r"\d+(?:[.,:]\d+)*")
_LINE_END = regex.compile(r"\r\n|\r|\n")
_QUOTATIONS = (("“", "”"), ("‘", "’"), ("«", "»"))
_QUOTATION_MARK = re.compile('["“”‘’«»]')
_WHITE = " \t\r\n"
_SPACED_STOP = regex.compile(r"(?P<word>(?<!\p{L})\p{L}++|\p{N})(?P<space>[ \t]?)[.,;:!?](?=\s|$)")

_SPACED_MARKS = tuple(blank + mark for blank in " \t" for mark in ".,;:!?")

WORDS_TOGETHER = 1000
"""Blocks whose words are counted together."""

TOKENISED_MIN_STOPS = 5
"""Spaced stops needed before a document counts as tokenised."""

TOKENISED_ALL_STOPS = 3
"""Spaced stops needed where no stop stands without a space."""

TOKENISED_SHARE = 0.5
"""Share of stops with a space before them from which a document counts as tokenised.

Tokenised text spaces nearly every stop. A damaged document spaces those where a value is gone,
which follow function words and month names; these are not counted at all.
"""

_SLOT_WORD = regex.compile(
    r"a|an|the|of|in|on|at|to|for|from|by|with|since|until|and|or|than|is|was|are|were|as|per|about"
    r"|approximately|between|under|over|around|through|during|january|february|march|april|may|june|july"
    r"|august|september|october|november|december",
    regex.IGNORECASE,
)

WORKSHEET_BLANKS = 3
"""Blanks to fill in from which a document counts as a worksheet or a form."""

_FILL_IN = regex.compile(r"_{3,}|\.{7,}|…{3,}")

TECHNICAL_WORDS = 3
"""Distinct terms of programming from which a text counts as technical."""

_TERMS = (
    b"html css javascript json xml yaml toml api python java php sql latex regex markdown wikitext"
    b" jinja jinja2 liquid mustache handlebars django jekyll unicode ascii syntax placeholder template"
    b" variable parameter string metadata markup snippet repository repositories compiler interpreter"
    b" plugin shortcode datatype url programming debug debugger debugging bytecode backslash"
    b" backslashes attribute iterable function array object method".split()
)
_TECHNICAL_WORDS = frozenset((*_TERMS, *(term + b"s" for term in _TERMS)))
_TECHNICAL_PHRASES = (
    b" regular expression",
    b" source code",
    b" command line",
    b" front matter",
    b" mail merge",
    b" merge field",
    b" curly brace",
    b" data type",
    b" config file",
    b" configuration file",
    b" style guide",
    b" naming convention",
    b" null pointer",
    b" stack trace",
    b" escape sequence",
)
_FIRST_OF_PHRASES = frozenset(phrase.split()[0] for phrase in _TECHNICAL_PHRASES)
_WORDS_ONLY = bytes(
    ord(character.lower()) if character.isalnum() or character == "_" else ord(" ")
    for character in map(chr, range(0x80))
).ljust(0x100)
"""Lower case for letters in UTF-8, and a blank for what is in no English word."""


def quoted(text: str, start: int) -> bool:
    """Tell whether offset `start` of a block's text is inside a quotation that began before it."""
    marks = _quotation_marks(text)
    if not marks:
        return False
    before = {mark: bisect_left(places, start) for mark, places in marks.items()}
    return before.get('"', 0) % 2 == 1 or any(
        _last(marks, before, opening) > _last(marks, before, closing) for opening, closing in _QUOTATIONS
    )


def _last(marks: Mapping[str, Sequence[int]], before: Mapping[str, int], mark: str) -> int:
    number = before.get(mark, 0)
    return marks[mark][number - 1] if number else -1


@lru_cache(maxsize=8)
def _quotation_marks(text: str) -> dict[str, list[int]]:
    """Return the offsets of each quotation mark; kept, since what repeats in a text asks for them often."""
    marks: dict[str, list[int]] = {}
    for match in _QUOTATION_MARK.finditer(text):
        marks.setdefault(match[0], []).append(match.start())
    return marks


class Segment(NamedTuple):
    """A stretch of prose and the stretch of source that it stands for.

    A `verbatim` segment is the same text in both; any other maps as a whole.
    """

    prose_start: int
    prose_end: int
    source_start: int
    source_end: int
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A block of prose, as offsets into `Document.prose`; `level` is a heading's depth, from 1."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, eq=False)
class Document:
    """A text, its prose view, and the map between the two; compared by identity.

    `segments` is ordered and covers all of `prose`; None means that prose and source are the same.
    `collapses_blanks` is true of formats whose readers see several blanks as one, so that their
    authors never see them either. A part of a long document (`textcheck.parts`) names the `whole`,
    which it takes its character from: whether it is technical, tokenised, a worksheet.
    """

    source: str
    prose: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...] | None = None
    collapses_blanks: bool = False
    whole: Document | None = None

    @cached_property
    def _kept(self) -> dict[object, Any]:
        return {}

    def source_span(self, start: int, end: int) -> Span:
        """Map a prose range to the source; exact at both ends.

        Args:
            start: first code point of a non-empty prose range.
            end: the code point after its last.
        """
        if self.segments is None:
            return Span(start, end)
        first = self._segment(start)
        last = self._segment(end - 1)
        source_start = first.source_start + (start - first.prose_start if first.verbatim else 0)
        source_end = last.source_start + (end - last.prose_start) if last.verbatim else last.source_end
        return Span(source_start, max(source_end, source_start))

    def _segment(self, offset: int) -> Segment:
        assert self.segments is not None  # noqa: S101  # callers have the segments
        return self.segments[bisect_right(self._segment_starts, offset) - 1]

    @cached_property
    def _segment_starts(self) -> list[int]:
        return [segment.prose_start for segment in self.segments or ()]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.source))]

    def location(self, offset: int) -> tuple[int, int]:
        """Return the line and column, both from 1, of a source offset; columns are code points."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def text(self, block: Block) -> str:
        """Return the prose of a block."""
        return self.prose[block.start : block.end]

    @cached_property
    def prose_blocks(self) -> tuple[Block, ...]:
        """The blocks that hold language, in order."""
        return tuple(block for block in self.blocks if block.kind in PROSE_KINDS)

    @cached_property
    def _sentences(self) -> dict[int, tuple[Span, ...]]:
        return {}

    def sentences(self, block: Block) -> tuple[Span, ...]:
        """Return the sentences of a block as prose spans, computed once."""
        found = self._sentences.get(block.start)
        if found is None:
            found = tuple(
                Span(block.start + start, block.start + end)
                for start, end in sentences.split(self.text(block))
            )
            self._sentences[block.start] = found
        return found

    @cached_property
    def words(self) -> int:
        """The number of words in its running text, between white space and dashes; a lone mark is none."""
        running = [block for block in self.blocks if block.kind in RUNNING_KINDS]
        # All blocks of a document at once, if it is not long: the words of a long one need much memory.
        return sum(
            _words(" ".join(map(self.text, running[first : first + WORDS_TOGETHER])))
            for first in range(0, len(running), WORDS_TOGETHER)
        )

    @cached_property
    def numerals(self) -> int:
        """The number of numerals, such as “12” and “3,500.5”."""
        return sum(1 for _ in _NUMERAL.finditer(self.prose))

    @cached_property
    def is_worksheet(self) -> bool:
        """Whether the text has blanks for the reader to fill in, so that what is missing is meant to be."""
        if self.whole:
            return self.whole.is_worksheet
        return len(_FILL_IN.findall(self.prose)) >= WORKSHEET_BLANKS

    @cached_property
    def white_space_tells(self) -> bool:
        """Whether a blank too many says that something is missing."""
        return not (self.tokenised or self.is_worksheet)

    @cached_property
    def tokenised(self) -> bool:
        """Whether the text has a space before most stops, so that white space tells nothing."""
        if self.whole:
            return self.whole.tokenised
        spaced = total = 0
        most = sum(map(self.prose.count, _SPACED_MARKS))
        if most < TOKENISED_ALL_STOPS:
            return False
        for block in self.prose_blocks:
            for match in _SPACED_STOP.finditer(self.prose, block.start, block.end):
                if _SLOT_WORD.fullmatch(match["word"]):
                    continue
                total += 1
                spaced += bool(match["space"])
                if most <= total * TOKENISED_SHARE:
                    return False
        least = TOKENISED_ALL_STOPS if spaced == total else TOKENISED_MIN_STOPS
        return spaced >= least and spaced > total * TOKENISED_SHARE

    @cached_property
    def technical(self) -> bool:
        """Whether the text is about programming, where stand-ins and markup are its subject."""
        if self.whole:
            return self.whole.technical
        if any(block.kind == "code" for block in self.blocks):
            return True
        found: set[bytes] = set()
        # A long document by and by, since all of its words at once take many times its size.
        borders = [0, *(block.start for block in self.blocks[WORDS_TOGETHER::WORDS_TOGETHER])]
        for start, end in zip(borders, [*borders[1:], len(self.prose)], strict=True):
            found |= _technical_terms(self.prose[start:end])
            if len(found) >= TECHNICAL_WORDS:
                return True
        return False


def _technical_terms(text: str) -> set[bytes]:
    """Return the words and phrases of programming in a text."""
    words = text.encode(errors="surrogatepass").translate(_WORDS_ONLY).split()
    distinct = set(words)
    found = {word.rstrip(b"s") for word in distinct & _TECHNICAL_WORDS}
    if not distinct.isdisjoint(_FIRST_OF_PHRASES):
        joined = b" ".join([b"", *words])
        found.update(phrase for phrase in _TECHNICAL_PHRASES if phrase in joined)
    return found


def _words(text: str) -> int:
    for dash in _DASHES:
        text = text.replace(dash, " ")
    words = text.split()
    return len(words) - len([word for word in words if len(word) == 1 and not word.isalnum()])


def place(block: Block, blocks: Sequence[Block]) -> int:
    """Return the index of a block among blocks in the order of the text."""
    return bisect_left(blocks, block.start, key=attrgetter("start"))


def block_at(document: Document, offset: int) -> Block | None:
    """Return the block of language that holds a prose offset."""
    number = bisect_right(document.prose_blocks, offset, key=attrgetter("start")) - 1
    block = document.prose_blocks[number] if number >= 0 else None
    return block if block and offset < block.end else None


def once(function: Callable[[Document], _T]) -> Callable[[Document], _T]:
    """Make a function find what it finds in a document once, for all that ask; the document keeps it."""

    @wraps(function)
    def kept(document: Document) -> _T:
        found = document._kept  # noqa: SLF001  # what the document keeps for us
        if function not in found:
            found[function] = function(document)
        answer: _T = found[function]
        return answer

    return kept


class Together(Generic[_T]):
    """A function of one document whose answers documents keep, as of `once`, and can be given together."""

    def __init__(self, function: Callable[[Sequence[Document]], Iterable[_T]]) -> None:
        self._function = function
        update_wrapper(self, function)

    def __call__(self, document: Document) -> _T:
        """Return the answer for a document."""
        self.fill([document])
        answer: _T = document._kept[self]  # noqa: SLF001  # what the document keeps for us
        return answer

    def fill(self, documents: Sequence[Document]) -> None:
        """Find the answers for documents, all at once; those that have one keep it."""
        new = [document for document in documents if self not in document._kept]  # noqa: SLF001  # as above
        for document, answer in zip(new, self._function(new) if new else (), strict=True):
            document._kept[self] = answer  # noqa: SLF001  # as above


class Builder:
    """Assembles a document whose prose differs from its source, block by block, in order."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._blocks: list[Block] = []
        self._length = 0
        self._consumed = 0
        self._closed = 0

    def verbatim(self, start: int, end: int) -> None:
        """Take ``source[start:end]`` over as prose."""
        if start < end:
            self._append(self._source[start:end], start, end, verbatim=True)

    def replaced(self, text: str, start: int, end: int) -> None:
        """Let `text` stand for ``source[start:end]``."""
        if text:
            self._append(text, start, end, verbatim=False)

    def _append(self, text: str, start: int, end: int, *, verbatim: bool) -> None:
        self._segments.append(Segment(self._length, self._length + len(text), start, end, verbatim))
        self._parts.append(text)
        self._length += len(text)
        self._consumed = max(self._consumed, end)

    @property
    def position(self) -> int:
        """The prose offset at which the next part will stand."""
        return self._length

    def block(self, kind: BlockKind, start: int, level: int = 0) -> None:
        """Close the block that began at prose offset `start`, if anything but white space was put into it.

        White space at its ends is no part of it.
        """
        text = "".join(self._parts[self._closed :])[start - self._length :]
        if stripped := text.strip(_WHITE):
            first = start + text.index(stripped)
            self._blocks.append(Block(kind, first, first + len(stripped), level))
            self.replaced("\n\n", self._consumed, self._consumed)
        self._closed = len(self._parts)

    def build(self) -> Document:
        """Return the finished document."""
        return Document(
            self._source,
            "".join(self._parts),
            tuple(self._blocks),
            tuple(self._segments),
            collapses_blanks=True,
        )
