"""Title that a publishing system or a word processor gives of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.rule import Hit, flags, function, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

FIRST = 2
"""Blocks at the start of a text among which its title stands."""

LEAST_BLOCKS = 2
"""Blocks of the shortest text that has a title; a lone line may be a name or a label."""

_TITLE = regex.compile(
    r"(?i)(?:untitled(?:\s+(?:document|post|page|article|draft|story|presentation|design"
    r"|\d+))?(?:\s*\(?\d+\)?)?"
    r"|hello,?\s+world!?|sample\s+(?:page|post|article)|auto\s+draft|no\s+title|\(no\s+title\)|new\s+(?:post"
    r"|article|page"
    r"|document)(?:\s+\d+)?|document\s?\d+|(?:blog\s+)?post\s+title|article\s+title|page\s+title|headline"
    r"|title"
    r"|(?:insert|enter|add|your|type)\s+(?:your\s+|the\s+|a\s+|an\s+)?(?:article\s+|post\s+|page\s+"
    r"|blog\s+)?(?:title|headline)"
    r"(?:\s+here)?|(?:title|headline)\s+(?:goes\s+)?here|test\s+(?:post|article|page|title)|lorem\s+ipsum"
    r"|copy\s+of\s+.{1,60}"
    r"|title\s+tbd|tbd|tk|headline\s+tk)"
)


def _check(document: Document) -> Iterator[Hit]:
    blocks = document.prose_blocks
    if len(blocks) < LEAST_BLOCKS:
        return
    for block in blocks[:FIRST]:
        text = document.text(block).strip('[]<>*_"“” ')
        if _TITLE.fullmatch(text):
            start = document.text(block).index(text)
            yield Hit(block.start + start, block.start + start + len(text), f"“{text}” is no title yet")


rule = function(
    _check,
    why="The text was published before it had a title; the author has to give it one.",
    triggers=(
        *(
            "untitled",
            "hello",
            "sample",
            "draft",
            "title",
            "new post",
            "new article",
            "new page",
            "new document",
        ),
        *("document", "headline", "test ", "lorem", "copy of", "tbd", "tk"),
    ),
    confidence=0.9,
    cases=[
        flags("[[Untitled]]\n\nThe council met on Monday to discuss the budget."),
        flags("[[Hello world!]]\n\nThe council met on Monday to discuss the budget."),
        flags("[[Insert title here]]\n\nThe council met on Monday to discuss the budget."),
        flags("# [[Sample Page]]\n\nThe council met on Monday.", format="markdown"),
        flags("[[Untitled document (2)]]\n\nThe council met on Monday."),
        passes("Untitled (Skull)\n\nThe painting was sold on Monday."),
        passes("Hello, world: a new computer greets us\n\nThe firm showed it on Monday."),
        passes("Untitled"),
        passes("The council met on Monday.\n\nIt talked.\n\nTitle\n\nIt voted."),
        passes("Title fight ends early\n\nThe boxer won on Monday."),
        passes("Test match\n\nThe side won on Monday."),
    ],
)
