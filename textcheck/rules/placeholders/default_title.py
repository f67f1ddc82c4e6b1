"""Title that a publishing system or a word processor gives of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.rule import Hit, block_function, flags, lazy, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

FIRST = 2
"""Blocks at the start of a text among which its title stands."""

LEAST_BLOCKS = 2
"""Blocks of the shortest text that has a title; a lone line may be a name or a label."""

_WORK = r"(?:post|article|page|document|story|entry)"
_IN_HEADLINES = "is|was|to|at|for|goes|found|sold|stolen|lost|returned|surfaces|fetches|sells|shown|on|in"
_TITLES = (
    rf"(?:untitled|unnamed)(?:\s+(?:{_WORK}|draft|presentation|design|note))?(?:[\s-]*\(?\d+\)?)?",
    r"hello,?\s+world!?",
    rf"(?:sample|test|example|demo)\s+(?:{_WORK}|title|headline)",
    r"auto\s+draft",
    r"draft(?:\s+\d+)?",
    r"\(?no\s+(?:title|subject)\)?",
    rf"new\s+(?:blog\s+)?{_WORK}(?:\s+\d+)?",
    rf"(?:my|our)\s+(?:very\s+)?first\s+(?:blog\s+)?{_WORK}!?",
    r"(?:document|presentation|doc)\s?(?:\d+|\(\d+\))(?:\.docx?)?",
    rf"(?:(?:blog\s+)?{_WORK}\s+)?(?:title|headline)",
    (
        rf"(?:insert|enter|add|your|type)\s+(?:(?:your|the|an?)\s+)?(?:(?:blog\s+)?{_WORK}\s+)?(?:title"
        rf"|headline)"
        r"(?:\s+here)?"
    ),
    rf"(?:your\s+|{_WORK}\s+)?(?:title|headline|heading)\s+(?:goes\s+)?here",
    r"(?:title|headline)?\s*placeholder(?:\s+(?:title|headline))?",
    r"lorem\s+ipsum",
    rf"copy\s+of\s+(?!(?:the|an?|his|her|their|this)\b)(?!.*\b(?:{_IN_HEADLINES})\b).{{1,60}}",
    r".{1,60}\s[-–]\s?copy(?:\s?\(\d+\))?",
    r"(?:(?:title|headline|hed)\s+)?(?:tbd|tbc|tk)",
    r"(?:title|headline)\s+to\s+come",
)
_TITLE = lazy(rf"(?i)(?:{'|'.join(_TITLES)})")
_ANCHOR = rf"(?im)(?<![^\W_])(?:{'|'.join(_TITLES)})[^\w\n]*_*[^\w\n]*$"
"""A title at the end of a line."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    blocks = document.prose_blocks
    if len(blocks) < LEAST_BLOCKS or block not in blocks[:FIRST]:
        return
    text = document.text(block).strip('[]<>*_"“” ')
    if _TITLE.fullmatch(text):
        start = block.start + document.text(block).index(text)
        yield Hit(start, start + len(text), f"“{text}” is no title yet")


rule = block_function(
    _check,
    why="The text was published before it had a title; the author has to give it one.",
    anchor=_ANCHOR,
    confidence=0.9,
    cases=[
        flags("[[Untitled]]\n\nThe council met on Monday to discuss the budget."),
        flags("[[Hello world!]]\n\nThe council met on Monday to discuss the budget."),
        flags("[[Insert title here]]\n\nThe council met on Monday to discuss the budget."),
        flags("# [[Sample Page]]\n\nThe council met on Monday.", format="markdown"),
        flags("[[Untitled document (2)]]\n\nThe council met on Monday."),
        flags("[[My first blog post]]\n\nThe council met on Monday."),
        flags("[[Copy of Budget story]]\n\nThe council met on Monday."),
        flags("[[Untitled-1]]\n\nThe council met on Monday."),
        passes("My first post was in Leeds\n\nThe envoy told his story on Monday."),
        passes("Copy of the charter found\n\nA clerk found it on Monday, behind a shelf of the county hall."),
        passes("Untitled (Skull)\n\nThe painting was sold on Monday."),
        passes("Hello, world: a new computer greets us\n\nThe firm showed it on Monday."),
        passes("Untitled"),
        passes("The council met on Monday.\n\nIt talked.\n\nTitle\n\nIt voted."),
        passes("Title fight ends early\n\nThe boxer won on Monday."),
        passes("Test match\n\nThe side won on Monday."),
    ],
)
