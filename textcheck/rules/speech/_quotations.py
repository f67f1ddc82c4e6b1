"""Quotation marks in pairs, and where a text quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from textcheck.document import PROSE_KINDS, once, place
from textcheck.finding import Span
from textcheck.rule import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textcheck.document import Block, Document

_QUOTED: Final = re.compile(r"[\"“”„‟«»]")
_MARK: Final = re.compile(r"[\"“”„‟«»](?:(?<!\")|(?<![\"`]\")(?![\"`]))(?<!â€.)(?<!Â[«»])")
"""A mark that is neither one of several in a row nor the last character of one that was misread."""
_SINGLE: Final = lazy(
    r"(?<!\w)[‘'](?=[\p{L}…])[^‘’'\n]*+(?:(?:(?<=\w)'|’)(?=\w)[^‘’'\n]*+)*+(?<=[.,!?…\p{L}])[’'](?!\w)"
)
CLOSED_BY_SINGLE: Final = lazy(
    r"[“„\"](?:[^“”„\"‘’'\n]|(?<=\w)[’'](?=\w))*+(?<=[.,!?…])[’'](?=\s|$)(?![^“„\"]*[”\"])"
)
"""A quotation that a single mark closes, after a stop or a comma, and no double one."""
_OPENED_BY_SINGLE: Final = lazy(r"(?<![^\s(—–])‘(?=\p{L})(?:[^“”„\"‘’'\n]|(?<=\w)[’'](?=\w))*+(?<=[.,!?…])$")
"""What a single mark opens, up to the double one that closes it after a stop or a comma."""

_SINGLE_LENGTH: Final = range(5, 804)
"""Code points of a quotation in single marks; a longer one begins with an apostrophe."""

_OPENERS: Final = "“„«"
_BEFORE_OPENING: Final = lazy(r"(?:^|[\s(\[{—–/“‘„«-]|(?:^|\s)')$")
_AFTER_OPENING: Final = lazy(r"[^\s.,;:!?)\]}”’»]|[.…]\w|\.{3}")
_OPENS_BLOCK: Final = lazy(r"\s*[\"“„«‘'(\[—–…-]")
_BRACKETED: Final = lazy(r"(?<=\()[\"“][^()\"“”\n]*\)")
"""What opens after a bracket and is still open where that closes, so that no paragraph carries it on."""
_INCH: Final = lazy(r"[\p{N}′'’]$|[′'’]\p{N}{1,2}[.,]$")

KINDS: Final = PROSE_KINDS - {"caption"}
"""The kinds of block whose marks are put in pairs."""

_MARKUP: Final = re.compile(r"[{\"“”](?:(?<=\{)%|(?<=[\w-]=[\"“”])|(?<=[}\]>][\"”])|(?<=\")[>\]])")
"""Attributes and template tags that were left in a text, whose marks quote nothing."""

_STYLES: Final = frozenset(("“”", "„“", "„”", "„„", "‟”", "«»", "»«", "»»", '""'))
"""Opening and closing marks that belong together, in English and in the languages it quotes."""

_ACROSS: Final = 12
"""Most paragraphs of one quotation that are looked at for its end."""


class Pair(NamedTuple):
    """The offsets of an opening and a closing mark within a block, and whether they are of one style."""

    opening: int
    closing: int
    matched: bool


class Pairing(NamedTuple):
    """The marks of one block: those in pairs, and those that close or open nothing."""

    pairs: tuple[Pair, ...]
    closing: tuple[int, ...]
    opening: tuple[int, ...]


class QuotedBlock(NamedTuple):
    """The marks of a block, and whether a quotation is carried on into the next one."""

    pairing: Pairing
    carries: bool


def quoted(document: Document) -> list[Span]:
    """Return the quoted ranges of the prose, marks included, in order.

    A quotation that its paragraph leaves open runs to the paragraph's end, and on to the first
    closing mark of the next one where nothing is opened before.
    """
    spans: list[Span] = []
    carried = False
    for block in document.prose_blocks:
        text = document.text(block)
        opened: int | None = block.start if carried and not _opens(text) else None
        for mark in _QUOTED.finditer(text):
            position = block.start + mark.start()
            if opened is None:
                opened = position
            elif mark[0] not in _OPENERS:
                spans.append(Span(opened, position + 1))
                opened = None
        if opened is not None and (opened > block.start or _opens(text)):
            spans.append(Span(opened, block.end))
        carried = opened is not None and (not carried or _opens(text))
        spans += (
            Span(block.start + m.start(), block.start + m.end())
            for m in _SINGLE.finditer(text)
            if len(m[0]) in _SINGLE_LENGTH
        )
    return sorted(spans)


def _opens(text: str) -> bool:
    return text.lstrip()[:1] in {*_OPENERS, '"'}


class Quotations:
    """The running blocks of a text, whose marks are put in pairs when one asks for them.

    A quotation may go on over several paragraphs, each of which may open it anew, as is American usage.
    Of a mark that a quotation of several paragraphs opens or closes, nothing is left over.
    """

    def __init__(self, document: Document) -> None:
        self.blocks = [block for block in document.prose_blocks if block.kind in KINDS]
        self._document = document
        self._alone: dict[int, Pairing] = {}
        self._carried: dict[int, bool] = {}

    def _text(self, number: int) -> str:
        return self._document.text(self.blocks[number])

    def of(self, block: Block) -> QuotedBlock:
        """Return the marks of a block of one of the `KINDS`."""
        number = place(block, self.blocks)
        return self._read(number, carried=self._is_carried_into(number))

    def _read(self, number: int, *, carried: bool) -> QuotedBlock:
        alone = self._pair_alone(number)
        pairing = _pair(self._text(number), carried=True) if carried else alone
        still_open = bool(pairing.opening) or (carried and len(pairing.closing) == len(alone.closing))
        bracketed = pairing.opening and _BRACKETED.match(self._text(number), pairing.opening[-1])
        return QuotedBlock(pairing, carries=still_open and not bracketed and self._goes_on(number))

    def _is_carried_into(self, number: int) -> bool:
        """Tell whether a quotation is carried into a block, which the blocks before it decide."""
        first = number
        while first not in self._carried and first and self._may_be_carried_into(first):
            first -= 1
        carried = self._carried.setdefault(first, False)
        for later in range(first + 1, number + 1):
            carried = self._read(later - 1, carried=carried).carries
            self._carried[later] = carried
        return carried

    def _may_be_carried_into(self, number: int) -> bool:
        if _OPENS_BLOCK.match(self._text(number)):
            return False
        return number - 1 in self._carried or self._goes_on(number - 1)

    def _goes_on(self, number: int) -> bool:
        """Tell whether a quotation that a block leaves open is opened anew, or closed, further on."""
        for later in range(number + 1, min(number + 1 + _ACROSS, len(self.blocks))):
            if later == number + 1 and _OPENS_BLOCK.match(self._text(later)):
                return True
            pairing = self._pair_alone(later)
            if pairing.closing or pairing.opening:
                return bool(pairing.closing)
        return False

    def _pair_alone(self, number: int) -> Pairing:
        if number not in self._alone:
            self._alone[number] = _pair(self._text(number), carried=False)
        return self._alone[number]


quotations = once(Quotations)


def _pair(text: str, *, carried: bool) -> Pairing:
    """Pair the marks of a block, into which a quotation may be carried; the latter is no mark of it."""
    carried_on = -1
    opened: list[int] = [carried_on] if carried else []
    pairs: list[Pair] = []
    closing: list[int] = []
    marks = list(_MARK.finditer(text))
    if not marks or _MARKUP.search(text):
        return Pairing((), (), ())
    for match in marks:
        position = match.start()
        mark = match[0]
        if mark == '"' and not opened and _is_inch(text, position):
            continue
        if _closes(text, position, opened):
            start = opened.pop() if opened else None
            if start is None:
                closing.append(position)
            elif start != carried_on:
                pairs.append(Pair(start, position, text[start] + mark in _STYLES))
        else:
            opened.append(position)
    opened = [start for start in opened if start != carried_on]
    pairs += _pair_with_single(text, opened, closing)
    # A lone guillemet is an arrow.
    left = [[start for start in rest if text[start] not in "«»"] for rest in (closing, opened)]
    return Pairing(tuple(pairs), tuple(left[0]), tuple(left[1]))


def _pair_with_single(text: str, opened: list[int], closing: list[int]) -> Iterator[Pair]:
    """Take those of the double marks left over that a single one closes or opens, and yield them in pairs."""
    for start in opened[:]:
        if single := CLOSED_BY_SINGLE.match(text, start):
            opened.remove(start)
            yield Pair(start, single.end() - 1, matched=False)
    for position in closing[:]:
        start = text.rfind("‘", max(position - _SINGLE_LENGTH.stop, 0), position)
        if start >= 0 and _OPENED_BY_SINGLE.match(text, start, position):
            closing.remove(position)
            yield Pair(start, position, matched=False)


def _is_inch(text: str, position: int) -> bool:
    return _INCH.search(text[max(position - 4, 0) : position]) is not None


def _closes(text: str, position: int, opened: Sequence[int]) -> bool:
    """Tell whether the mark closes: by its form, by the blanks around it, or by what is open."""
    mark = text[position]
    open_mark = text[opened[-1]] if opened and opened[-1] >= 0 else ""
    at_start = _BEFORE_OPENING.search(text[max(position - 2, 0) : position]) is not None
    before_word = _AFTER_OPENING.match(text, position + 1) is not None
    if mark in "«»":
        closes = open_mark != mark if open_mark in {"«", "»"} else mark == "»" and not at_start
    elif mark == "”":
        closes = bool(opened) or not (at_start and before_word)
    elif mark == '"':
        closes = not at_start if at_start == before_word else bool(opened)
    else:
        turned = open_mark == "“" and not at_start and not before_word
        closes = mark == "“" and (open_mark == "„" or turned)
    return closes
