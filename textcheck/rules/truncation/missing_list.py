"""List, quotation or example that a colon announces and that does not follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.document import place
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.vocabulary import SPEECH_VERB

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textcheck.document import Block, Document

_ANNOUNCES: Final = lazy(r"(?P<span>(?P<word>[\p{L}\p{N}'’]+)\s?:)\s*$")
_LIST: Final = lazy(
    r"(?i)\b(?:following|follows|include|includes|including|included|these|below|steps|reasons|points|ways|are|as)\b"
)
_SAYS: Final = lazy(rf"(?i)\s(?:{SPEECH_VERB}|asked|replied|read|reads):\s*$")
_SEVERAL: Final = lazy(
    r"(?i)\b(?:the\s+following(?:\s+\p{Ll}+)?(?:\s+\p{Ll}+s)?|as\s+follows|(?:two|three|four|five|six|seven|several)(?:\s+\p{Ll}+)?\s+\p{Ll}+s"
    r"(?:\s+(?:for|in|of|to|at|on|from|after|before|by|with|during)\s[^.,:;]{2,60})?"
    r"|\p{Ll}+s(?:\s+(?:in|for|of)\s[^.:]{2,40})?\s+(?:are|were|include|included)):\s*$"
)
_SINGLE: Final = lazy(
    r"(?i)\b(?:statement|letter|message|announcement|question|remarks?|note|answer|speech|text|words|notice|email"
    r"|advice|warning|summary|paragraph|passage|quotation|quote|report|terms|lines|comments?|response|story|order)\b"
)
_SENTENCE: Final = lazy(r"\p{Lu}(?:(?!\sand\s)[^,:;“\"]){20,}[.!?]\s*")

_TAIL: Final = 80
"""Code points before the end of a block in which its last word stands."""

_WORDS: Final = 5
"""Fewest words that announce something; fewer are a label, such as “Photo credit:”."""

_SAYING_WORDS: Final = 3
"""Fewest words that announce what somebody said; “Smith said:” may be the label of a transcript."""


_COUNTED_WORDS: Final = 4
"""Fewest words that announce several things, such as “The three winners are:”."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    match = _ANNOUNCES.search(text, max(len(text) - _TAIL, 0))
    if match is None:
        return
    fewest = _SAYING_WORDS if _SAYS.search(text) else _COUNTED_WORDS if _SEVERAL.search(text) else _WORDS
    if len(text.split()) < fewest:
        return
    number = place(block, document.blocks)
    following = document.blocks[number + 1 : number + 3]
    ended = not following or _ends_section(document, number)
    if not ended and not _goes_on(document, text, following):
        return
    start, end = match.span("span")
    sure = not following and _LIST.search(text) is not None
    yield Hit(
        block.start + start,
        block.start + end,
        f"Nothing follows “{match['span']}”",
        severity="error" if sure else "warning",
        confidence=0.9 if sure else 0.7,
    )


def _ends_section(document: Document, number: int) -> bool:
    """Tell whether a heading follows that can be no item: one of the same depth may be the first."""
    following, block = document.blocks[number + 1], document.blocks[number]
    if following.kind != "heading" or not following.level or block.kind != "paragraph":
        return False
    levels = (before.level for before in reversed(document.blocks[: number + 1]) if before.level)
    return following.level < next(levels, 0)


def _goes_on(document: Document, text: str, following: Sequence[Block]) -> bool:
    """Tell whether the text goes on, after several things were announced, with a last sentence on its own."""
    if len(following) != 1 or following[0].kind != "paragraph" or not _SEVERAL.search(text):
        return False
    return not _SINGLE.search(text) and _SENTENCE.fullmatch(document.text(following[0])) is not None


rule = block_function(
    _check,
    why="A list, a quotation or a table was lost after the colon; take it from the source.",
    anchor=r":\s*$",
    scope={"paragraph", "list-item"},
    cases=[
        flags("The shelter is short of staff. It asks the public for the following [[things:]]"),
        flags("Prices went up again.\n\nThe board gave three reasons for the new [[fares:]]"),
        flags("The mayor then turned to the crowd and [[said:]]"),
        flags("The widow [[replied:]]"),
        flags("The four finalists [[are:]]"),
        flags("The charity set three goals for its first [[winter:]]\n\nThe doors open again on Monday."),
        flags("Volunteers must bring the [[following:]]\n\nThe bus leaves from the town hall at nine."),
        flags(
            "## Causes\n\nThe study names four causes of the [[delay:]]\n\n# Outlook\n\nMore is to come.",
            format="markdown",
        ),
        passes("The board gave three reasons:\n\n- cost\n- time\n- weather"),
        passes("The board gave these reasons for the fares:\n\nHigher wages\n\nDearer fuel"),
        passes("Photo credit:"),
        passes("The mayor made the following statement:\n\nThe road will be closed for the whole of May."),
        passes("The board gave three reasons:\n\nWages have gone up since May.\n\nFuel is dearer as well."),
        passes("The shelter needs the following things:\n\nBlankets, tins, soap and towels of any size."),
        passes("There were two reasons for the delay:\n\nThe bridge was old and the crew was on strike."),
        passes("The mayor turned to the crowd and said: enough."),
        passes("The call is:\n\n```\nrun(1)\n```\n", format="markdown"),
        passes("The result was clear: nobody came."),
    ],
)
