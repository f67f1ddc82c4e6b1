"""Quotation mark without its partner."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from textcheck.document import block_at
from textcheck.rule import Hit, flags, function, lazy, passes
from textcheck.rules.speech._quotations import KINDS, quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_BLANK: Final = re.compile(r"\s")
_STOP: Final = lazy(r"[.!?…:][\"'”’»)\]]*\s*$")
_SINGLE: Final = lazy(
    r"(?:(?<=[,:]\s)[‘'](?=\p{Lu})|(?<=\p{Ll}\s)[‘'](?=\p{Ll}))"
    r"(?!(?i:t(?:is|was|were|il|ill|will)|em|er|im|n|c[au]z|cause|co[sz]|bout|round|neath|nuff|gainst|ere|ood|okina|s|d|ll|re|ve)\b)"
)
_SINGLE_END: Final = lazy(r"(?<=[\p{L}\p{N}.,!?…])[’'](?!\p{L})")
_LINE: Final = r"(?:^|[\r\n])[^\"\r\n]*(?:\"[^\"\r\n]*\"[^\"\r\n]*)*"
_ANCHOR: Final = (
    r"“[^”\r\n]*(?:[“\r\n]|$)|(?:^|[\r\n”])[^“\r\n]*”|[„‟«»]|\"[\"`]|`\"|\"[^\"“”\r\n]*[“”]|[“”][^\"“”\r\n]*\""
    rf"|{_LINE}\"[^\"\r\n]*(?:[\r\n]|$)"
    rf"|{_LINE}[^\s(\[{{—–/‘\"-]\"(?:[\s.,;:!?)\]}}’]|$)"
    rf"|{_LINE}\"(?:[^\"\r\n]*[\s(\[{{—–/‘'-])?\"[^\s.,;:!?)\]}}’\"]"
    r"|(?:[,:]\s[‘']\p{Lu}|\p{Ll}\s[‘']\p{Ll})(?:[^’'\r\n]|[’']\p{L}|[^\p{L}\p{N}.,!?…][’'](?!\p{L}))*(?:[\r\n]|$)"
)
"""A line whose marks are not all in pairs of one style, and each on its side of a word."""
_MARK: Final = '"“”„‟«»'
_PAIRED: Final = re.compile(
    rf"[^{_MARK}]*(?:(?:“[^{_MARK}\r\n]*”"
    rf"|(?<![^\s(\[{{—–/-])\"(?![\s.…,;:!?)\]}}’`])[^{_MARK}\r\n]+(?<![\s(\[{{—–/‘'`-])\"(?=[\s,;:!?)\]}}’]|\.?$|\.\s))"
    rf"[^{_MARK}]*){{0,1000}}"
)
"""Text whose marks are in pairs of one style, each on its side of a word and both on one line.

What follows so many pairs is looked at closely, for the memory that more of them take.
"""
_OPENED: Final = re.compile(r"[‘'](?<=[,:\w]\s.)(?=\w)")
"""A single mark that may open a quotation, for a quick look."""

MOST_SHOWN = 40
"""Code points of a word that fit into a message."""


def _check(document: Document) -> Iterator[Hit]:
    hits = [hit for block in _doubtful(document) for hit in _unpaired(document, block)]
    if hits and not document.technical:
        yield from hits


def _doubtful(document: Document) -> list[Block]:
    """Return the blocks, in order, whose marks are not all in plain pairs."""
    prose = document.prose
    places = [match.start() for match in _OPENED.finditer(prose)]
    blocks = {block_at(document, place) for place in places}
    position = 0
    while (found := _PAIRED.match(prose, position)) and (mark := found.end()) < len(prose):
        block = block_at(document, mark)
        blocks.add(block)
        position = block.end if block else mark + 1
    return sorted((block for block in blocks if block and block.kind in KINDS), key=attrgetter("start"))


def _unpaired(document: Document, block: Block) -> Iterator[Hit]:
    found = quotations(document)
    pairing, carries = found.of(block)
    text = document.text(block)
    # An open quotation in an unfinished last sentence is a sign of truncation.
    unfinished = block is found.blocks[-1] and not _STOP.search(text)
    if pairing.opening and not carries and not unfinished:
        yield _hit(block.start, text, pairing.opening[0], "never closed")
    for position in pairing.closing:
        yield _hit(block.start, text, position, "never opened")
    if not pairing.closing and not unfinished:
        yield from _open_single(block.start, text)


def _open_single(offset: int, text: str) -> Iterator[Hit]:
    """Yield single marks that open and that no other single mark can close."""
    openings = [match.start() for match in _SINGLE.finditer(text)]
    if openings:
        last = max((match.start() for match in _SINGLE_END.finditer(text)), default=-1)
        yield from (_hit(offset, text, start, "never closed") for start in openings if start > last)


def _hit(offset: int, text: str, position: int, what: str) -> Hit:
    blanks = _blanks(text)
    number = bisect_left(blanks, position)
    start = blanks[number - 1] + 1 if number else 0
    end = blanks[number] if number < len(blanks) else len(text)
    shown = text[start : min(end, start + MOST_SHOWN)]
    return Hit(offset + start, offset + end, f"Quotation mark {what} at “{shown}”")


@lru_cache(maxsize=8)
def _blanks(text: str) -> list[int]:
    """Return the offsets of white space; kept, since a block may have many marks without a partner."""
    return [match.start() for match in _BLANK.finditer(text)]


rule = function(
    _check,
    why="A mark was dropped or typed the wrong way round; find where the quotation begins or ends.",
    anchor=_ANCHOR,
    confidence=0.8,
    cases=[
        flags("The mayor called it [[“a]] good day for the town. Nobody else spoke."),
        flags("The mayor called it a good [[day”]] for the town. Nobody else spoke."),
        flags('She called the plan [["reckless]] and went home. Nobody else spoke.'),
        flags("[[“We]] won, she said.\n\nThe match had lasted five hours."),
        flags("[[“We]] have waited for years, the nurse said. “Now we want an answer.”"),
        flags("The judge spoke of ‘a plot’ and then of [['a]] war on the poor. He jailed all three."),
        flags(
            'LESSOR: Hill Farms Ltd [[("the]] Lessor); and\n\n"Premises" means the barn.\n\n'
            "The rent is due in May."
        ),
        passes("“We won,” she said. “It was hard.”"),
        passes("The fare went up by â‚¹80â€“90 a trip. It is â€” as they say â€” dear."),
        passes("“We won.\n\n“It was hard,” she said."),
        passes("“We won.\n\nIt was hard.”\n\nShe left."),
        passes("“We won.\n\nSome call it “luck,” and some do not.\n\nI call it work.”\n\nShe left."),
        passes("He wrote: “I am well.\n\nI hope you are too.\n\nYour son, Tom”\n\nIt was his last letter."),
        passes('"We won.\n\nSome call it "luck," and some do not."\n\nShe left.'),
        passes('The screen measures 27" and the pole 5\'10". The wall is 3\' 6" high.'),
        passes("The workers’ tools were gone, and ’tis no wonder. Give 'em to the boys' club."),
        passes("“He told us ‘no’ twice,” she said. “He thinks he is “the boss,” and he is.”"),
        passes(
            "„Wir haben gewonnen“, said the paper; « On a gagné », said the other, and »Gewonnen« a third."
        ),
        passes("Meet the members »\n\nThe date is 9 May »"),
        passes("He did it, 'cause they told him to. She sang for 'em, 'til dawn, ’cuz it was loud."),
        passes("The band played rock 'n' roll in the '90s, and 'twas loud."),
    ],
)
