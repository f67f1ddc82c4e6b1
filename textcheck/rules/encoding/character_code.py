"""Character written as its code."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from textcheck.finding import Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.encoding._context import is_mentioned, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_CODE = lazy(
    r"(?P<glyph>\(cid:\d{1,5}\)(?:\(cid:\d{1,5}\))*+)"
    r"|<U\+(?P<number>[0-9A-Fa-f]{4,6})>"
    r"|(?<=\p{L})u(?P<number>201[3489cdCD]|2026|00[a-fA-F][0-9a-fA-F])(?=\p{Ll}|\b)"
    r"|(?<=[\s(]|^)u(?P<number>201[89cdCD])(?=\p{L})|(?<=\p{L}[.,!?])u(?P<number>201[9dD])\b"
    r"|(?P<percent>(?:%(?:E2%80%[89A][0-9A-F]|C3%[89AB][0-9A-F]|C2%A0))+|(?<=\p{L}{2})%20(?=\p{L}{2}))"
    r"|(?P<quoted>(?:=(?:E2=80=[89A][0-9A-F]|C3=[89AB][0-9A-F]|C2=A0))+"
    r"|(?<=\p{L}{2})=(?:9[23467]|E[89])(?=\p{Ll}))"
    r"|(?<![\w.])_x00(?P<excel>0D|0A|09)_|(?<=\w)_x00(?P<excel>0D|0A|09)_|(?<=[.!?]|\w)_x00(?P<excel>0D|0A)_"
)
_ADDRESS = lazy(r"[/=?&@#]|\.\w")
_BEFORE = lazy(r"(?s)^.*\s")
_AFTER = lazy(r"(?s)\s.*$")
_REACH = 200
_QUICK = r"\(cid:|<U\+|u20[12]|u00|%(?:E2|C[23]|20)|=(?:E2|C[23]|9[23467][a-z]|E[89][a-z])|_x00"


def _check(document: Document, block: Block) -> Iterator[Hit]:
    if document.technical:
        return
    for match in _CODE.finditer(document.prose, block.start, block.end):
        kind = next(name for name, text in match.groupdict().items() if text)
        start, end = match.span()
        if is_mentioned(document, start, end) or (kind == "percent" and _in_address(document.prose, start)):
            continue
        code = document.prose[start:end]
        meant = _meaning(kind, match[kind])
        yield Hit(
            start,
            end,
            f"“{shown(code, 40)}” is the code of a character",
            suggestions=(Suggestion(start, end, meant, f"Write “{meant}”"),) if meant else (),
        )


def _in_address(prose: str, position: int) -> bool:
    """Tell whether a place is in a run without blanks that is an address or the name of a file."""
    before = prose[max(position - _REACH, 0) : position]
    after = prose[position : position + _REACH]
    return _ADDRESS.search(_BEFORE.sub("", before) + _AFTER.sub("", after)) is not None


def _meaning(kind: str, code: str) -> str | None:
    """Return the character that a code stands for, or None where only the font of the source knows."""
    if kind == "glyph":
        return None
    if kind in {"number", "excel"}:
        return chr(int(code, 16))
    encoding = "utf-8" if len(code) > len("=92") or kind == "percent" else "cp1252"
    return unquote(code.replace("=", "%"), encoding=encoding)


rule = block_function(
    _check,
    why="A program printed the number of a character in place of the character; put the character in.",
    anchor=_QUICK,
    confidence=0.97,
    cases=[
        flags("The e[[(cid:11)]]ect was small."),
        flags("They don[[<U+2019>]]t know the caf[[<U+00E9>]]."),
        flags("They don[[u2019]]t know the caf[[u00e9]]."),
        flags("They don[[=E2=80=99]]t know, and don[[=92]]t care."),
        flags("The mayor[[%E2%80%99]]s office[[%20]]replied."),
        flags("It rained.[[_x000D_]] Then it stopped."),
        passes("See https://paper.news/caf%C3%A9%20menu?id=E2 for more."),
        passes("The sum is a=92 and b=E4."),
        passes("The letter é is U+00E9, and the mark ’ is U+2019."),
        passes("The boat U2014 sank; so did U201 and u-boat 20."),
        passes("It rose 20% 20 years ago."),
    ],
)
