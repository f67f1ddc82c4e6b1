"""Texts made to keep a pattern busy: what a rule takes must grow no faster than they do."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from textcheck import registry
from textcheck.formats import parse
from textcheck.scan import Scanner

if TYPE_CHECKING:
    from textcheck.rule import Rule

SIZE = 1_000
"""Code points of the shorter text."""

TIMES = 8
"""How many times as long the other one is."""

MOST_GROWTH = 4 * TIMES
"""Growth of the time that is still taken for linear: timing is coarse, and patterns warm up."""

QUICK = 0.1
"""Seconds that are not worth looking at."""

MARKS = "a A 0 0, 1. - — . .. … ( ) [ {{ < “ \" ' ’ _ | é \u200b \ufffd a, Aa a.a 0- 1\xa01 $ % # * a@ &a \\ https://a."
PIECES = [
    *MARKS.split(" "),
    " ",
    "\t",
    "\n",
    "\n\n",
    "- ",
    ". ",
    ", ",
    "’ ",
    "the ",
    "of the ",
    "Mr. ",
    "Aa ",
    "and ",
]


def _seconds(scanner: Scanner, text: str) -> float:
    document = parse(text)
    start = time.perf_counter()
    scanner.scan([document])
    return time.perf_counter() - start


@pytest.mark.parametrize("rule", registry.rules().values(), ids=lambda rule: rule.name)
def test_time_grows_with_the_text(rule: Rule) -> None:
    cases = rule.definition.cases
    spans = [case.text[start:end] for case in cases for start, end in case.spans]
    texts = [case.text for case in cases[:3]]
    endless = [f"{text.rstrip('.')}, " for text in texts]
    pieces = [*PIECES, *spans[:3], *texts, *endless, *(f"{span} " for span in spans[:3])]
    scanner = Scanner([rule])
    scanner.scan([parse(" ".join(case.text for case in cases))])
    # The model looks closer at a long text without a number than at a short one.
    size = 3 * SIZE if rule.definition.model else SIZE
    for piece in pieces:
        for text in (piece, f"{spans[0]} {piece}", f"{piece}{cases[0].text}\n\n"):
            long = (text * (size * TIMES // len(text) + 1))[: size * TIMES]
            took = _seconds(scanner, long)
            if took > QUICK:
                short = min(_seconds(scanner, long[:size]) for _ in range(3))
                took = min(took, _seconds(scanner, long))
                assert took <= max(QUICK, MOST_GROWTH * short), f"{text[:40]!r}: {short:.4f} s, {took:.4f} s"
