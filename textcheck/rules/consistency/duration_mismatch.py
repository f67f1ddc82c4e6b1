"""Number of years that is not the length of the period named with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.consistency._context import discussed, numbers_before, places, shown
from textcheck.rules.consistency._numbers import NUMBER, NUMBER_END, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.rule import Match

_YEAR: Final = r"(?:1[5-9]|20)\d\d(?![\p{L}\p{N}]|[.,]\d|\s?%)"
_PERIOD: Final = (
    rf"(?:,?\s+from\s+(?P<low>{_YEAR})\s+(?:to|until|till|through)\s+(?P<high>{_YEAR})"
    rf"|,?\s+between\s+(?P<low>{_YEAR})\s+and\s+(?P<high>{_YEAR})"
    rf"|\s\((?:from\s+)?(?P<low>{_YEAR})(?:\s?[-–—]\s?|\s+to\s+)(?P<high>{_YEAR})\))"
)
_SPAN: Final = lazy(
    rf"(?P<number>{NUMBER})\s+years{_PERIOD}"
    r"(?P<more>\s+and\b|,\s+(?:(?:and|then|again)\s+){0,3}(?:from|between|in|\d)\b)?"
)
_FOR: Final = lazy(r"(?i)\b(?:for|lasted|spent|served|took)\s+(?:(?:the|all|a\s+total\s+of)\s+)?$")
_MARKS: Final = (" years, from ", " years from ", " years, between ", " years between ", " years (")
_PLANNED: Final = lazy(
    r"(?i)\b(?:jail|imprison|sentenc|bann|suspend|sign|contract|leas|hir|elect|appoint)\p{L}*[^.!?]{0,24}$"
)
"""Words for a period that may end before its time."""
_VAGUE: Final = lazy(
    r"(?i)\b(?:over|than|about|around|nearly|almost|some|least|most|first|last|every|within|under|up\s+to|roughly"
    r"|approximately|another)\s+(?:the\s+)?$"
)
_REACH: Final = 40
"""Code points before a number of years that are looked at."""
_ROUNDING: Final = 1
"""Years by which both ends counted, or neither, change the length."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    for anchor in places(text, _MARKS):
        found = (_SPAN.match(text, start) for start in numbers_before(text, anchor, reach=_REACH))
        match = next((match for match in found if match and match.end("number") == anchor), None)
        if match is not None and _contradicts(match):
            end = match.start("more") if match["more"] else match.end()
            words = text[match.start() : end]
            length = int(match["high"]) - int(match["low"])
            message = f"“{shown(words)}” makes {length} years"
            yield Hit(block.start + match.start(), block.start + end, message)


def _contradicts(match: Match) -> bool:
    """Tell whether a number of years is that of the one period named with it, and wrong."""
    text = match.string
    before = text[max(match.start() - _REACH, 0) : match.start()]
    length = int(match["high"]) - int(match["low"])
    return (
        length > 0
        and not match["more"]
        and _FOR.search(before) is not None
        and not (_VAGUE.search(before) or _PLANNED.search(before))
        and abs(value(match["number"]) - length) > _ROUNDING
        and not discussed(before + match[0])
    )


rule = block_function(
    _check,
    why="The number or one of the two years is wrong; look them up in the source.",
    anchor=rf"{NUMBER_END}\s+years(?:,?\s+(?:from|between)\s+|\s\((?:from\s+)?){_YEAR}",
    confidence=0.85,
    cases=[
        flags("She led the choir for [[nine years, from 2006 to 2010]], and then retired."),
        flags("The siege lasted [[six years (1641–1643)]], says the guide."),
        flags("He taught here for [[12 years between 1990 and 1998]]."),
        passes("She led the choir for nine years, from 2006 to 2015, and for ten years, from 1990 to 1999."),
        passes("He was mayor for nine years, from 2006 to 2010 and from 2015 to 2020."),
        passes("He sat for more than six years from 2001 to 2009, and for about two years (2010–2014)."),
        passes("In the last two years, from 2006 to 2010 prices rose."),
        passes("He was jailed for ten years from 2001 to 2006, when he was freed."),
        passes("A boy of nine years from 2006 to 2010 sang here."),
        passes("They met every two years from 2006 to 2010, and in three years between 1990 and 1998."),
    ],
)
