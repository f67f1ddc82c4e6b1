"""Number, moment or truth value in the notation of a machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import once, quoted
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.residue._context import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_MOMENT = r"\d{4}-\d\d-\d\d\s\d\d:\d\d:\d\d(?:\.\d+)?"
_NOTATIONS = (
    r"(?<![\w.,-])\d(?:\.\d+[eE]\+?|[eE]\+)0?\d{1,2}(?=\s(?!(?:is|was|are|were|on|in|at|and|or|to)\b)\p{Ll})",
    r"(?<![\w/])0x[0-9a-fA-F]{6,16}(?!\w)",
    r"(?<![\w-])\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?(?!\w)",
    rf"(?<![\w-]){_MOMENT}(?:\s(?:{_MOMENT}|True|False|None))*(?!\w)",
    (
        r"(?<=\b(?:is|are|was|were)\s)(?:True|False)(?=\s*[,.;](?!\w)|\s(?:and|or|but|on|at|for|in)\s\p{Ll}"
        r"|\s*$)"
    ),
    (
        r"(?<=^(?!(?:[Aa]nswer|[Vv]erdict|[Rr]ating|[Cc]laim|[Ss]tatement|[Rr]uling|[Qq]uestion)\b)"
        r"\p{L}[\p{L} -]{1,30}:\s)(?:true|false)(?=\s*$)"
    ),
)
_NOTATION = lazy(f"(?m:{'|'.join(_NOTATIONS)})")
_SUBJECT = lazy(
    r"(?i)\b(?:p[ -]?values?|e-values?|equations?|constants?|genes?|proteins?|samples?|logarithm\w*"
    r"|exponent\w*|blockchain|bitcoin|ethereum|wallets?|crypto\w*|hexadecimal|firmware|timestamps?"
    r"|iso 8601|scientific notation|true or false|quiz|answers?)\b"
)
"""Subjects whose texts use such notations on purpose."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    if document.technical or _is_of_subject(document):
        return
    text = document.text(block)
    if block.kind == "heading" and text.istitle() and ":" not in text:
        return
    for match in _NOTATION.finditer(text):
        if not quoted(text, match.start()):
            message = f"“{shown(match[0])}” is how a program writes a value"
            yield Hit(block.start + match.start(), block.start + match.end(), message)


@once
def _is_of_subject(document: Document) -> bool:
    return _SUBJECT.search(document.prose) is not None


rule = block_function(
    _check,
    why="A program printed the value as it stores it; write it as a reader expects it.",
    anchor=_NOTATION.pattern,
    confidence=0.8,
    cases=[
        flags("The city has [[1.0E7]] inhabitants."),
        flags("The stadium cost [[3.5e+08]] dollars to build."),
        flags("The vote was held on [[2020-05-01T00:00:00Z]] in Rome."),
        flags("The inn is [[True]] and serves lunch.\n\nWheelchair access: [[true]]"),
        flags("The clerk wrote [[0x7f3a2c90]] on the form."),
        passes("True to her word, she said that the tale was true.\n\nAnswer: true"),
        passes("The bus 7E9 goes to bay 0x in the E7 lot, and the rate is 1.0 per cent."),
        passes("The p-value was 1.2e5 times that of the other samples."),
        passes("The fair opens on 2020-05-01 at 09:00."),
        passes("The figure 6.02e23 was on his shirt, and what he says is false."),
        passes("The pupils had to say whether it is True or False."),
    ],
)
