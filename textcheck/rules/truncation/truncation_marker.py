"""Marker or teaser that stands where the rest of the text was cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.document import place
from textcheck.rule import Case, Hit, block_function, flags, lazy, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from textcheck.document import Block, Document

_COUNTED: Final = (
    r"(?i:[\[(]\s?\+?\d[\d,.]*\s?(?:more\s+)?(?:chars?|characters|words|lines)(?:\s+(?:more|omitted|left|truncated))?\s?[\])]"
    r"|[\[(<](?:(?:the\s+)?(?:text|article|content|output|response|message|story|rest|body)\s+(?:is\s+|was\s+)?)?"
    r"(?:truncated|cut\s+off)(?:\s+(?:here|for\s+(?:length|brevity)))?(?:\.{3}|…)?[\])>])"
)
_WORK: Final = r"(?:story|article|post|report|text|piece|interview|entry|news|blog|review|version|analysis)"
_INVITATION: Final = (
    r"(?i:(?:read\s+(?:more|on)|(?:continue|keep)\s+reading|(?:see|show|view|load)\s+more|read\s+full"
    rf"|(?:read|see|view|show)\s+(?:the\s+)?(?:full|rest\s+of\s+(?:the|this)|whole|entire|complete|original)\s+{_WORK}"
    rf"|(?:click|tap)\s+(?:here\s+)?(?:to|for)\s+(?:(?:continue|keep)\s+reading|(?:read|see|view|show)\s+(?:more|on|the\s+(?:full|rest|whole)(?:\s+{_WORK})?)|more|(?:the\s+)?full\s+{_WORK})"
    rf"|(?:subscribe|log\s+in|sign\s+(?:in|up)|register)\s+to\s+(?:continue\s+reading|keep\s+reading|read\s+(?:more|on|the\s+(?:full|rest|whole|entire|complete)(?:\s+of\s+(?:the|this))?\s+{_WORK})))"
    r"(?:\s+(?:here|below|online|on\s+(?:our|the)\s+(?:web)?site))?)"
    r"(?P<tail>\s?[\])]|\s*(?:…|\.{3}|»|›|>{1,3}|→|➔|▸|⟶)+)?(?P<stop>[.!])?"
)
_NOTE: Final = (
    r"(?:[\[(]\s?(?i:more(?:\s+to\s+(?:come|follow))?|continues|continued|cont(?:['’]?d)?\.?)"
    r"(?:\s?(?i:on\s+(?:the\s+)?(?:next\s+page|page\s+\w+)))?(?:…|\.{3})?\s?[\])]"
    r"|(?:(?<=^)|(?<=\s))[-–—]{1,2}\s?(?i:more)\s?[-–—]{1,2})"
)
_ELISION: Final = r"(?:\[\s?(?:…|\.{3}|\.\s\.\s\.)\s?\]|\((?:…|\.{3})\))"

_COUNT: Final = lazy(rf"(?P<span>{_COUNTED})")
_TEASER: Final = lazy(
    r"(?P<span>(?P<cut>(?:…|\.{3})\s*)?(?P<open>[\[(]\s?)?(?<![\p{L}\p{N}]\s|[\p{L}\p{N},;:])"
    rf"{_INVITATION})\s*$"
)
_INVITES: Final = lazy(r"(?i)^\W*(?:click|tap|subscribe|log|sign|register|\w+\s+(?:the\s+)?(?:full|rest))\b")
_MORE: Final = lazy(rf"(?P<span>(?:(?:…|\.{{3}})\s*)?{_NOTE})\s*$")
_ELIDED: Final = lazy(rf"(?P<span>(?:\S+\s)?\S*{_ELISION})[\"”’]?\s*$")

_TRAILING: Final = 3
"""Blocks at the end of a text in which a teaser is likely to replace the rest of it."""

_LONGEST: Final = 200
"""Code points from the end of a block in which a marker that ends it begins."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    yield from (_hit(block.start, counted) for counted in _COUNT.finditer(text))
    tail = max(len(text) - _LONGEST, 0)
    remaining = len(document.prose_blocks) - place(block, document.prose_blocks)
    for found in (_teaser(text, tail, remaining), _notice(text, tail, remaining)):
        if found:
            yield _hit(block.start, found)


def _teaser(text: str, tail: int, remaining: int) -> regex.Match[str] | None:
    """Find an invitation to read on at the end of a block; `remaining` counts the blocks from it on."""
    teaser = _TEASER.search(text, tail)
    if teaser is None:
        return None
    if not (teaser["cut"] or teaser["open"]):
        if not teaser["span"][0].isupper():
            return None
        # “Eat less. Read more.” is advice, and a heading may invite the reader in the middle of a page.
        advice = teaser["stop"] and not _INVITES.match(teaser["span"])
        alone = teaser.start("span") == 0
        if not teaser["tail"] and (advice or remaining > _TRAILING or not (alone or remaining == 1)):
            return None
    return teaser


def _notice(text: str, tail: int, remaining: int) -> regex.Match[str] | None:
    """Find a note at the end of the text that there is more."""
    if remaining > 1:
        return None
    more = _MORE.search(text, tail)
    elided = None if more else _ELIDED.search(text, tail)
    return more or (elided if elided and not _in_quotation(text, elided.start()) else None)


def _in_quotation(text: str, position: int) -> bool:
    before = text[:position]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def _hit(offset: int, match: regex.Match[str]) -> Hit:
    start, end = match.span("span")
    return Hit(offset + start, offset + end, f"Text is cut off at “{match['span'][-40:]}”")


rule = block_function(
    _check,
    why="A feed or a web page gives only the beginning; take the whole text from the source.",
    anchor=rf"{_COUNTED}|(?:{_INVITATION}|{_NOTE}|{_ELISION}[\"”’]?)\s*$",
    cases=[
        flags("The plant will close in March, the company told its staff [[(+1834 chars)]]"),
        Case("The plant will close in May, the company told its… [+834 chars]", ((51, 63),)),
        flags("The plant will close in March.\n\n[[Continue reading]]"),
        flags("The plant will close in March, and its owner [[... Read more »]]\n\nSport follows."),
        Case("The plant will close in May. Its owner blames the price of steel […]", ((59, 68),)),
        flags("The plant will close in March. Its owner blames the price of steel. [[(more)]]"),
        flags("The plant will close in March. [[Click here to read the full story]]"),
        flags("The plant will close in March. [[Subscribe to read the rest of this article.]]"),
        flags("The plant will close in March [[(text truncated)]] and its owner is gone."),
        passes("She wants to read more and to write less."),
        passes("Read more books this year, the librarian advises."),
        passes("Sleep well. Eat slowly. Read more."),
        passes("Continue reading the dial until it settles."),
        passes("“The law […] is clear,” the judge wrote. It has been in force for years."),
        passes("Table 3 (continued)\n\nThe rates are given in euros."),
        passes("Read the full text of the letter below:\n\nDear Minister, the road is closed."),
    ],
)
