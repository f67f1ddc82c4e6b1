"""The sentences of a document in the form in which repeats are found."""

from __future__ import annotations

import re
import string
from bisect import bisect_left, bisect_right
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate, islice, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from textcheck.document import once, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textcheck.document import Document
    from textcheck.finding import Span

_NO_LETTERS: Final = re.compile(r"[\W\d_]+")
_FIGURE: Final = re.compile(r"\d+(?:[.,:/]\d+)*")
_OPENING: Final = "“\"‘'«"
_STOP: Final = re.compile(r"[.!?…][\"'”’»)\]]*$")
_LABEL: Final = re.compile(r"(?:\S+\s+){0,6}\S*[:|]\s|\S+\t")
_FORMULA: Final = re.compile(
    r"(?i)(?:(?:also )?see (?:also|more|below|the|table|figure|chapter|section|page|full)|click|read more"
    r"|for (?:more|further|additional)|subscribe|sign up|follow|photo|image|source|copyright|all rights"
    r"|this (?:article|section|page|post|story|report)|contact|please|voting|note that|download|visit|share"
    r"|the (?:ayes|noes|motion|meeting|minutes|amendment|question) (?:was|were|is|have)"
    r"|listen|watch|i thank|i yield|mr\. "
    r"|madam |thank you|be it|resolved|whereas|return to|back to|updated|originally published|results? "
    r"|the \S-axis|scale bars?|error bars|values (?:are|represent)|data (?:are|represent))"
)

_LEGEND: Final = re.compile(r"(?i)(?:supplementa\w+ )?(?:fig(?:ure|\.)?|table|chart|plate|box) ?S?\d")
_CREDIT: Final = re.compile(r"\b(?:Image|Photo|Picture|Credit|Source)s?:")

_LEGEND_BLOCKS: Final = 2
"""Blocks between the number of a figure or a table and the notes on it: its title and a first note."""

_ALIKE: Final = 0.6
"""Share of words in common from which two neighbours of two copies are copies too."""

_ALIKE_WORDS: Final = 3
"""Words of the shortest sentence of which that is asked."""

_EDGE: Final = 16
"""Code points at the beginning or at the end that a sentence shares with its copy."""

_EDGE_LETTERS: Final = 12
"""Letters in these, with four blanks."""

_EDGE_WORDS: Final = 4
"""Words at the beginning or at the end of a sentence that its copy has too."""

_LENGTH_SHARE: Final = 0.6
"""Share of its letters that a sentence which is changed in a few words has at least."""

_PART_LETTERS: Final = 8
"""Letters of the shortest sentence that is looked for; less before a stop is an abbreviation."""

_STOPS: Final = bytes({mark.encode()[-1] for mark in ".!?…‽⁇⁈⁉。！？｡]"})
"""Last bytes of what may end a sentence; some of them end other characters too, which does no harm."""

_LEADS: Final = bytes({*range(0xC3, 0xF5)} - {0xE2, 0xEF})
"""First bytes of letters beyond ASCII, which stand for them."""

_LETTERS: Final = string.ascii_letters.encode() + _LEADS
_OTHERS: Final = bytes({*range(256)} - {*_LETTERS, *_STOPS})
_LOWER: Final = bytes.maketrans(
    string.ascii_uppercase.encode() + _STOPS + _OTHERS,
    string.ascii_lowercase.encode() + b"." * len(_STOPS) + b" " * len(_OTHERS),
)

NEAR: Final = 20
"""Sentences between two copies up to which a reader takes the second for a slip."""


class Sentence(NamedTuple):
    """A sentence, its lower-case letters as words in `key`, and its `offset` in the text of its block.

    `paragraph` is the number of its block, and `place` its own number there.
    """

    span: Span
    text: str
    key: str
    paragraph: int
    place: int
    block: str
    offset: int

    @property
    def quoted(self) -> bool:
        """Whether it stands in a quotation."""
        return self.text[0] in _OPENING or quoted(self.block, self.offset)

    @property
    def words(self) -> int:
        return self.key.count(" ") + 1

    @property
    def figures(self) -> list[str]:
        """The numerals in it, in order."""
        return _FIGURE.findall(self.text)


@once
def paragraphs(document: Document) -> tuple[int, ...]:
    """Return the numbers of the blocks in which a sentence may begin or end in the words of another one.

    Only these can hold copies. Lists, quotations set apart, verse, headings and captions repeat on
    purpose. What stands around every mark that may end a sentence is compared, first its letters and
    then its words: to find the sentences themselves takes many times as long.
    """
    texts = {
        number: document.text(block).encode(errors="surrogatepass")
        for number, block in enumerate(document.blocks)
        if block.kind == "paragraph"
    }
    text = b".".join(texts.values())
    letters = text.translate(_LOWER, _OTHERS).split(b".")
    parts = [part for part in letters if len(part) >= _PART_LETTERS]
    heads, tails = [part[:_EDGE_LETTERS] for part in parts], [part[-_EDGE_LETTERS:] for part in parts]
    if len(set(heads)) == len(parts) == len(set(tails)):
        return ()
    begins, ends = _repeated(heads), _repeated(tails)
    words = text.translate(_LOWER).split(b".")
    firsts = (
        _Edge(b" ".join(words[index].split(None, _EDGE_WORDS)[:_EDGE_WORDS]), len(part), index)
        for index, part in enumerate(letters)
        if part[:_EDGE_LETTERS] in begins
    )
    lasts = (
        _Edge(b" ".join(words[index].rsplit(None, _EDGE_WORDS)[-_EDGE_WORDS:]), len(part), index)
        for index, part in enumerate(letters)
        if part[-_EDGE_LETTERS:] in ends
    )
    alike = sorted({*_places_of_alike(firsts), *_places_of_alike(lasts)})
    if not alike:
        return ()
    counts = (text.translate(_LOWER).count(b".") + 1 for text in texts.values())
    borders = list(accumulate(counts))
    numbers = list(texts)
    return tuple(dict.fromkeys(numbers[bisect_right(borders, place)] for place in alike))


def _repeated(items: Iterable[bytes]) -> set[bytes]:
    return {item for item, times in Counter(items).items() if times > 1}


class _Edge(NamedTuple):
    """The first or the last words of what is between two stops, the number of its letters, and its place."""

    words: bytes
    letters: int
    place: int


def _places_of_alike(edges: Iterable[_Edge]) -> Iterator[int]:
    """Yield the places that share their edge with one of about the same length."""
    for one, other in pairwise(sorted(edges)):
        if one.words == other.words and one.letters >= _LENGTH_SHARE * other.letters:
            yield from (one.place, other.place)


@once
def of(document: Document) -> tuple[Sentence, ...]:
    """Return, in order, the sentences that begin or end like another one."""
    prose = document.prose
    placed = [
        (span, paragraph, place)
        for paragraph in paragraphs(document)
        for place, span in enumerate(document.sentences(document.blocks[paragraph]))
    ]
    blocks = {paragraph: document.text(document.blocks[paragraph]) for paragraph in paragraphs(document)}
    texts = [prose[start:end] for (start, end), *_ in placed]
    heads = [text[:_EDGE].lower() for text in texts]
    tails = [text[-_EDGE:].lower() for text in texts]
    if len(set(heads)) == len(texts) == len(set(tails)):
        return ()
    begins, ends = Counter(heads), Counter(tails)
    return tuple(
        Sentence(
            span,
            text,
            _NO_LETTERS.sub(" ", text.lower()).strip(),
            paragraph,
            place,
            blocks[paragraph],
            span.start - document.blocks[paragraph].start,
        )
        for (span, paragraph, place), text, head, tail in zip(placed, texts, heads, tails, strict=True)
        if begins[head] > 1 or ends[tail] > 1
    )


def apart(document: Document, earlier: Sentence, later: Sentence) -> int:
    """Return by how many sentences of paragraphs the later one stands behind the earlier one.

    Any number above `NEAR` stands for all of them.
    """
    passed = -earlier.place
    for block in islice(document.blocks, earlier.paragraph, later.paragraph):
        if block.kind == "paragraph":
            passed += len(document.sentences(block))
        if passed > NEAR:
            break
    return passed + later.place


def is_formula(text: str) -> bool:
    """Tell whether a text is a label, a heading or a form of words, which may stand anywhere."""
    return (
        not _STOP.search(text)
        or text.endswith(" here.")
        or _LABEL.match(text) is not None
        or _FORMULA.match(text) is not None
    )


class Copies(NamedTuple):
    """Two copies of a sentence, and what stands around them."""

    document: Document
    earlier: Sentence
    later: Sentence

    def tell_of_slip(self, close: int) -> bool:
        """Tell whether one of them is there by mistake: it is near, or the ones beside are alike.

        One that is alone and far off is often a standing remark, a slogan, a legend or a figure of speech.
        """
        distance = apart(*self)
        alike = self._are_alike(-1) or self._are_alike(1)
        parallel = distance > 1 and not alike and self._are_at_edge(-1) != self._are_at_edge(1)
        evident = (distance <= close and self._are_among_paragraphs()) or (distance <= NEAR and alike)
        return evident and not parallel and not (_is_legend(*self[:2]) and _is_legend(*self[::2]))

    def _are_among_paragraphs(self) -> bool:
        between = self.document.blocks[self.earlier.paragraph : self.later.paragraph]
        return all(block.kind == "paragraph" for block in between)

    def _are_alike(self, step: int) -> bool:
        """Tell whether the sentences before or behind the copies are nearly copies too."""
        texts = self._beside(step)
        one, other = (_NO_LETTERS.sub(" ", text.lower()).split() for text in texts)
        if min(len(one), len(other)) < _ALIKE_WORDS or any(map(is_formula, texts)):
            return False
        return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE

    def _are_at_edge(self, step: int) -> bool:
        """Tell whether both copies begin or end their paragraphs."""
        return not any(self._beside(step))

    def _beside(self, step: int) -> list[str]:
        """Return the sentences before or behind the copies in their paragraphs, empty where there is none."""
        found = []
        for copy in (self.earlier, self.later):
            spans = self.document.sentences(self.document.blocks[copy.paragraph])
            place = bisect_left(spans, copy.span) + step
            start, end = spans[place] if 0 <= place < len(spans) else (0, 0)
            found.append(self.document.prose[start:end])
        return found


def _is_legend(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence stands in the legend of a figure or in the notes on a table."""
    last = sentence.paragraph
    before = map(document.text, document.blocks[max(last - _LEGEND_BLOCKS, 0) : last])
    return _has_credit(sentence.block) or any(map(_LEGEND.match, (*before, sentence.block)))


@lru_cache(maxsize=8)
def _has_credit(text: str) -> bool:
    """Tell whether a paragraph names a source; kept, since what repeats in it asks for it often."""
    return _CREDIT.search(text) is not None


def shown(text: str, limit: int = 40) -> str:
    """Return text on one line and cut to `limit` code points, to quote in a message."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"
