"""Bracket without its partner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from textcheck.document import RUNNING_KINDS
from textcheck.rule import Case, Hit, flags, function, lazy, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from textcheck.document import Block, Document

_BRACKET: Final = lazy(r"[()\[\]]")
_FACE: Final = lazy(
    r"(?<![\w)])(?:[:;=8xX]['’]?[-^o~]?[()\[\]]+|[()\[\]]{1,40}+[-^o~]?[:;=8](?!\w)|\^_\^|<[()\[\]])"
)
_ITEM: Final = lazy(
    r"(?:^|(?<=[\s“\"‘]))(?:\p{N}{1,3}(?:\.\p{N}{1,2})*\p{L}?|\p{L}|[ivxlc]{1,6}|[IVXLC]{1,6}|\*+)[.’']?(?=[)\]])"
)
_STOP: Final = lazy(r"[.!?…:][\"'”’»)\]]*\s*$")
_AROUND: Final = lazy(r"\S*")
_INTERVAL: Final = lazy(r"[\[(\]]\s*[-−\p{N}a-zα-ω∞.]+\s*[,;]\s*[-−+\p{N}a-zα-ω∞.]+\s*[\])\[]")

_OTHERS: Final = bytes({*range(256)} - {*b"()[]\r\n"})

_TEMPLATE: Final = re.compile(r"\{\{|\}\}")

_MOST: Final = 5
"""Brackets left over in one paragraph from which it is a formula or a drawing."""

_PARTNER: Final = {")": "(", "]": "["}


def _check(document: Document) -> Iterator[Hit]:
    brackets = document.prose.encode(errors="surrogatepass").translate(None, _OTHERS)
    # Most texts have nothing but pairs in their lines.
    if not brackets.replace(b"[]", b"").replace(b"()", b"").replace(b"()", b"").strip():
        return
    blocks = [block for block in document.blocks if block.kind in RUNNING_KINDS]
    stray = [
        (block.start, document.text(block), position, number)
        for number, block in enumerate(blocks)
        if _is_uneven(document.prose, block)
        for position in _unpaired(document.text(block))
    ]
    if not stray or document.technical:
        return
    last_closing: dict[str, int] = {}
    first_opening: dict[str, int] = {}
    for _, text, position, number in stray:
        if text[position] in _PARTNER:
            last_closing[_PARTNER[text[position]]] = number
        else:
            first_opening.setdefault(text[position], number)
    for offset, text, position, number in stray:
        mark = text[position]
        # A passage of several paragraphs may stand between two brackets.
        if mark in _PARTNER:
            if first_opening.get(_PARTNER[mark], number) < number:
                continue
        elif last_closing.get(mark, number) > number or (
            number + 1 == len(blocks) and not _STOP.search(text)
        ):
            # An open bracket in an unfinished last sentence is a sign of truncation.
            continue
        yield _hit(offset, text, position)


def _is_uneven(prose: str, block: Block) -> bool:
    """Tell whether brackets are left over in a paragraph without template code."""
    start, end = block.start, block.end
    return (
        prose.count("(", start, end) != prose.count(")", start, end)
        or prose.count("[", start, end) != prose.count("]", start, end)
    ) and not _TEMPLATE.search(prose, start, end)


def _unpaired(text: str) -> list[int]:
    """Return the positions of the brackets without a partner in a paragraph.

    A bracket behind a letter or a number may belong to an item of a list, and one of an emoticon to
    its face; both then have none.
    """
    intervals = _inside(_INTERVAL, text)
    items = {match.end() for match in _ITEM.finditer(text)}
    faces = _inside(_FACE, text)
    readings = (faces, faces | items, set[int](), items)
    stray = min((_stray(text, intervals | ignored) for ignored in readings), key=len)
    return stray if len(stray) <= _MOST else []


def _inside(expression: regex.Pattern[str], text: str) -> set[int]:
    return {position for match in expression.finditer(text) for position in range(*match.span())}


def _stray(text: str, ignored: set[int]) -> list[int]:
    opened: list[int] = []
    stray: list[int] = []
    for match in _BRACKET.finditer(text):
        position, mark = match.start(), match[0]
        if position in ignored:
            continue
        if mark not in _PARTNER:
            opened.append(position)
        elif opened and text[opened[-1]] == _PARTNER[mark]:
            opened.pop()
        else:
            stray.append(position)
    return sorted(stray + opened)


def _hit(offset: int, text: str, position: int) -> Hit:
    start = position
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    around = _AROUND.match(text, position)
    end = around.end() if around else position + 1
    what = "opened" if text[position] in _PARTNER else "closed"
    return Hit(offset + start, offset + end, f"Bracket never {what} at “{text[start:end][:40]}”")


rule = function(
    _check,
    why="One of the two brackets was dropped, perhaps with words; find where the aside begins or ends.",
    triggers=("(", ")", "[", "]"),
    confidence=0.85,
    cases=[
        flags("The mayor [[(a]] lawyer by trade spoke first. Nobody listened."),
        flags("The mayor, a lawyer by [[trade)]] spoke first. Nobody listened."),
        flags("He put [[(a]] coat on the chair. It fell."),
        Case("The plan for the port] is dead. It is.", ((17, 22),)),
        flags("The firm [[(founded]] in 1990 (as a shop) was sold."),
        passes("The plan has a) a port, b) a road and 3) a bridge; (i) is done."),
        passes("She smiled :) and he did not :( at all ;-)"),
        passes("(The first part is long.\n\nThe second part is short.)"),
        passes("The value lies in [0, 1) and x in (0, 5]."),
        passes("1) Open the door.\n2) Go in."),
        passes("The firm (a bank [now closed]) was sold."),
        passes("Four trials [8,9,20] agree. The stem (= the trunk [30]) grows."),
        passes("In this function the array and the string are called with f( in Python."),
    ],
)
