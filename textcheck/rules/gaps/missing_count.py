"""Word that asks for a number, before what should be counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.document import RUNNING_KINDS
from textcheck.rule import Hit, flags, function, passes
from textcheck.vocabulary import QUANTIFIERS, is_number_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_COUNTED = (
    "people|persons|men|women|children|students|pupils|passengers|soldiers|troops|members|employees|workers|residents"
    "|homes|houses|families|households|votes|seats|countries|nations|states|cities|companies|firms|cases|deaths|jobs"
    "|units|schools|vehicles|cars|inmates|migrants|refugees|civilians|officers|delegates|lawmakers|patients|tickets"
    "|others|points|goals|games|matches|copies|barrels|times|victims|fighters|protesters|prisoners|hostages"
)
_ASKS = (
    r"at\s+least|more\s+than|fewer\s+than|less\s+than|approximately|up\s+to|an?\s+(?:estimated|additional|total\s+of)"
    r"|as\s+many\s+as|nearly|almost|around|over|about|roughly|just\s+over|well\s+over"
)
_SURE = regex.compile(
    rf"(?<![\w'’-])(?P<span>(?P<word>(?i:at\s+least|approximately|an?\s+estimated|an?\s+total\s+of|as\s+many\s+as))"
    rf"\s+(?P<noun>(?:(?P<adjective>\p{{Ll}}+)\s)?(?:{_COUNTED})))\b"
)
_LIKELY = regex.compile(
    rf"(?<![\w'’-])(?P<span>(?P<word>(?i:{_ASKS}|kill(?:s|ed|ing)|injur(?:es|ed|ing)|wound(?:s|ed|ing)|displac(?:es|ed|ing)"
    r"|arrest(?:s|ed|ing)|leaving|last|past|next|another|within|every|and(?=\s+others)))"
    rf"\s+(?P<noun>(?:{_COUNTED}|seconds|minutes|hours|days|weeks|months|years)))\b"
)


def _check(document: Document) -> Iterator[Hit]:
    for block in document.blocks:
        if block.kind not in RUNNING_KINDS:
            continue
        text = document.text(block)
        for sure, expression in ((True, _SURE), (False, _LIKELY)):
            for match in expression.finditer(text):
                if sure and _is_counted(match["adjective"]):
                    continue
                start, end = match.span("span")
                yield Hit(
                    block.start + start,
                    block.start + end,
                    f"No number between “{match['word']}” and “{match['noun']}”",
                    severity=None if sure else "warning",
                    confidence=None if sure else LIKELY,
                    clue=not sure,
                )


def _is_counted(adjective: str | None) -> bool:
    return adjective is not None and (is_number_word(adjective) or adjective in QUANTIFIERS)


LIKELY = 0.6
"""Confidence where the word may also do without a number: “for years”."""

rule = function(
    _check,
    why="A number was dropped and the blanks around it tidied; take it from the source.",
    confidence=0.9,
    cases=[
        flags("The storm left [[at least people]] dead."),
        flags("[[An estimated homes]] were lost, and [[approximately residents]] fled."),
        flags("The blast wounded [[as many as workers]]."),
        flags("The fire [[killed people]] and died [[within hours]]."),
        passes("The storm left at least nine people dead."),
        passes("At least some people were safe."),
        passes("An estimated 300 homes were lost."),
        passes("Approximately half of the residents fled."),
        passes("As many workers as residents came."),
    ],
)
