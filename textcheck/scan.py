"""Runs rules over a document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import regex

from textcheck.rule import Hit, Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textcheck.document import Document
    from textcheck.rule import Rule


BLOCK_SECONDS = 5.0
"""Seconds that a pattern may take for one block, and again for every `BLOCK_SIZE` code points of it."""

BLOCK_SIZE = 1_000_000


@dataclass(frozen=True, slots=True)
class Scan:
    """The hits of each rule, and the rules that crashed."""

    hits: tuple[tuple[Rule, Hit], ...]
    crashes: tuple[tuple[Rule, Exception], ...]


def scan(document: Document, rules: Sequence[Rule]) -> Scan:
    """Run every rule; one that raises loses its own hits only."""
    hits: list[tuple[Rule, Hit]] = []
    crashes: list[tuple[Rule, Exception]] = []
    lowered = document.prose.lower()
    for rule in rules:
        if rule.definition.spacing and not document.white_space_tells:
            continue
        try:
            hits += [(rule, _checked(hit, document)) for hit in _run(rule, document, lowered)]
        except Exception as error:  # noqa: BLE001  # a rule may be anyone's code
            crashes.append((rule, error))
    return Scan(tuple(hits), tuple(crashes))


@cache
def _compiled(expression: str) -> regex.Pattern[str]:
    return regex.compile(expression)


def _run(rule: Rule, document: Document, lowered: str) -> Iterator[Hit]:
    shape = rule.definition.shape
    if isinstance(shape, Pattern):
        return _matches(rule, shape, document)
    if shape.triggers and not any(trigger in lowered for trigger in shape.triggers):
        return iter(())
    return shape.check(document)


def _checked(hit: Hit, document: Document) -> Hit:
    if not 0 <= hit.start < hit.end <= len(document.prose):
        raise ValueError(f"a hit at {hit.start}-{hit.end} is empty or outside of the text")
    return hit


def _matches(rule: Rule, shape: Pattern, document: Document) -> Iterator[Hit]:
    compiled = _compiled(shape.regex)
    span = "span" if "span" in compiled.groupindex else 0
    for block in document.blocks:
        if block.kind not in rule.definition.scope:
            continue
        text = document.text(block)
        limit = BLOCK_SECONDS * (1 + len(text) // BLOCK_SIZE)
        for match in compiled.finditer(text, timeout=limit):
            if shape.where is None or shape.where(match):
                start, end = match.span(span)
                yield Hit(block.start + start, block.start + end, shape.message.format(**match.groupdict()))
