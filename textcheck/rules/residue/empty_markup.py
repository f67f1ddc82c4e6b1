"""Markup with nothing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import STAND_IN
from textcheck.rule import Case, Hit, block_function, flags, lazy, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_BEFORE = (
    r"(?<=(?<![\w’'-])(?:in|into|from|on|at|by|via|under|with|[Ss]ee|[Oo]pen|[Cc]lick|[Tt]ap|[Ss]elect|[Pp]ress"
    r"|[Cc]hoose|called|named|as|our|your|and|between)\s|\p{L}:\s)"
)
"""What goes on to a word that stands out; an oath in asterisks follows other words."""
_MARKS = lazy(
    rf"(?P<bold>(?<![\w*])\*\*[ \u00a0]\*\*(?![\w*])|(?<![\w_])__[ \u00a0]__(?![\w_])"
    rf"|{_BEFORE}\*\*\*\*(?=[.,;:!?)]|\s[\p{{Ll}}(&]))"
    r"|(?P<code>(?<![^\s(])``(?=[.,;:!?)](?:\s|$)|\s|$))"
)
"""Marks of Markdown around nothing, which a parser takes for text."""
_LINK = lazy(r"\[\s*\]\s?[(\[]")
_CODE = lazy(r"(`+)\s*\1")
_LATEX = "''"

_SHOWN = 40
"""Code points of a link that fit into a message."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    # Marks mean something in formats that read them; elsewhere asterisks stand for an oath or for stars.
    if not document.collapses_blanks or document.technical:
        return
    text = document.text(block)
    for match in _MARKS.finditer(text):
        if match["code"] and _LATEX in text:
            continue
        start, end = block.start + match.start(), block.start + match.end()
        what = "bold words" if match["bold"] else "code"
        yield Hit(start, end, f"“{match[0]}” marks {what}, of which there are none")
    place = text.find(STAND_IN)
    while place >= 0:
        start = block.start + place
        source = document.source[slice(*document.source_span(start, start + 1))]
        if _LINK.match(source):
            yield Hit(start, start + 1, f"Link without words: “{source[:_SHOWN]}”")
        elif _CODE.fullmatch(source):
            yield Hit(start, start + 1, f"“{source[:_SHOWN]}” marks code, of which there is none")
        place = text.find(STAND_IN, place + 1)


rule = block_function(
    _check,
    why="The words that the markup held were dropped; take them from the source, or delete what is left.",
    anchor=rf"{STAND_IN}|{_MARKS.pattern}",
    severity="error",
    confidence=0.9,
    cases=[
        flags("You will find the switch under [[****]]. Turn it off.", format="markdown"),
        flags("Delivery: [[** **]] is free, and [[__ __]] costs two pounds.", format="markdown"),
        flags("To see the list, type [[` `]] and wait, or press [[``]].", format="markdown"),
        Case("Read our [](/terms) before you order.", ((9, 19),), "markdown"),
        Case("The form is on [](https://club.example/form), as it was in May.", ((15, 44),), "markdown"),
        passes("The hall is on [our map](/map), and the form is [here](/form).", format="markdown"),
        passes("[](#opening)We open at nine. ![](/hall.png) The hall is **new**.", format="markdown"),
        passes("What the **** is going on? The old hotel **** has a new cook.", format="markdown"),
        passes(
            "Write your name here: ____ and there: ******.\n\n* * *\n\n****\n\nThe end.", format="markdown"
        ),
        passes("The word is ``stark'' and the code `x`.", format="markdown"),
        passes("You will find the switch under ****. See our [](/terms)."),
    ],
)
