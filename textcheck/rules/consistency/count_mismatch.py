"""Number of things announced that is not the number listed."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

import regex

from textcheck.document import place
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.consistency._context import discussed, numbers_before, places, shown
from textcheck.rules.consistency._lists import COUNTED, PLURAL, is_exact, item_counts
from textcheck.rules.consistency._numbers import NUMBER, NUMBER_END, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.rule import Match

_LONGEST: Final = 1000
"""Code points of the longest list that is read, so that one long sentence is not read from each number."""

_COUNTED: Final = lazy(rf"(?P<counted>{COUNTED})")
_NUMBER: Final = lazy(NUMBER)
_NAME: Final = r"(?:the\s+)?\p{Lu}[\p{L}’'-]*(?:\s+\p{Lu}[\p{L}’'-]*)*"
_APPOSED: Final = lazy(
    rf"(?P<counted>{COUNTED}),\s+(?:namely:?\s+)?(?P<items>{_NAME}(?:,\s+{_NAME})*,?\s+and\s+{_NAME})"
    rf"(?=[,.;:])"
)
_TAIL: Final = (
    r"(?:\s+(?:of|for|to|in|on|from|with|at|that|you|we|it|they|are|were|is|have|has|follow|below|here|won"
    r"|visited"
    r"|named|took|scored|attended|signed|competed|remain\w*|there|as)(?:\s+[\p{L}\p{N}'’-]+){0,6})?"
)
_COLON: Final = lazy(
    rf"(?P<counted>{COUNTED}){_TAIL}(?:,\s+namely:?|\s?:|,\s+viz\.?|\s+[–—]|—)\s+(?P<items>[^.!?:\n]{{1,{_LONGEST}}}+)"
    rf"(?:[.!?](?:\s|$)|$)"
)
_DASHES: Final = lazy(
    rf"(?P<counted>{COUNTED})(?:\s[–—]\s|—)(?P<items>[^.!?:;–—\n]{{1,{_LONGEST}}})(?:\s[–—]\s|—)"
)
_BRACKETS: Final = lazy(rf"(?P<counted>{COUNTED})\s\((?P<items>[^().:\n]{{1,{_LONGEST}}}+)\)")
_ARE: Final = lazy(
    rf"(?P<counted>{COUNTED})(?:\s+(?:of|in|at|on|from)\s+(?:[\p{{L}}'’-]+\s?){{1,6}}?)?"
    rf"\s+(?:are|were|will\s+be|have\s+been)\s+(?P<items>[^.!?:;\n]{{1,{_LONGEST}}}+)[.!?](?:\s|$)"
)
_MARKED: Final = lazy(
    rf"(?P<counted>{COUNTED}){_TAIL}\s?:\s+(?P<items>[(]?(?:1|a|i)[).]\s[^\n]{{1,{4 * _LONGEST}}}+)(?:\n|$)"
)
_MARKS: Final = lazy(r"(?:(?<=^)|(?<=[\s;,(]))\(?(?P<mark>\d{1,2}|[a-h]|[ivx]{1,4})\)(?=\s)")
_ANNOUNCES: Final = lazy(rf"(?P<counted>{COUNTED}){_TAIL}\s?:\s*$")
_TITLE: Final = lazy(rf"^(?:(?:The|My|Our|Top|Here\s+Are|Here\s+are)\s+)?(?P<counted>{COUNTED})\b")
_NAMES: Final = lazy(r"^(?:(?:the|and|an?)\s+)?\p{Lu}")
_OPEN_TAIL: Final = lazy(r"(?i)\b(?:includ\w+|such\s+as|among|e\.g|some\s+of|for\s+example)\b")
_DEFINITE: Final = lazy(r"(?i)\b(?:the|its|his|her|their|our|my|these|those)\s+$")
_LISTED: Final = re.compile(r"[^.!?\n]{0,200}?(?:,| and | or | & |;)")
_NAMED: Final = re.compile(r"(?: will| have)? \w+\s+(?:(?:the|and|an?)\s+)?[^\W\da-z_][^.!?\n]*?(?:,| and )")
_ANCHORS: Final = (
    ((":", "namely"), _LISTED, (_MARKED, _COLON)),
    ((" – ", " — ", "—"), _LISTED, (_COLON, _DASHES)),
    ((" (",), _LISTED, (_BRACKETS,)),
    (
        ("members, ", "countries, ", "states, ", "sons, ", "daughters, ", "children, ", ", namely "),
        _LISTED,
        (_APPOSED,),
    ),
    ((" are ", " were ", " will be ", " have been "), _NAMED, (_ARE,)),
)
"""What stands before a list, a quick look at what follows, and the patterns of both with the number."""
_LONGEST_NOUN: Final = 10
"""Letters of the longest noun that is part of an anchor."""

_THINGS: Final = rf"{NUMBER_END}\s+(?:\p{{Ll}}[\p{{Ll}}-]*\s+){{0,3}}{PLURAL}"
_ANCHOR: Final = (
    rf"{_THINGS}(?:{_TAIL}(?:,\s+(?:namely|viz)\b|\s?:(?!\S)|\s*[–—])|\s\([^().:\n]+(?:,|\s(?:and|or|&)\s|;)"
    rf"|(?:\s+(?:of|in|at|on|from)\s+(?:[\p{{L}}’'-]+\s?){{1,6}}?)?\s+(?:are|were|will\s+be|have\s+been)"
    rf"\s+(?:(?:the|and|an?)\s+)?\p{{Lu}}|,\s{_NAME}(?:,\s|\s+and\s+){_NAME})"
    rf"|(?m:{_TITLE.pattern})(?:[^\r\n]*[^\s.])?\s*(?:[\r\n]|$)"
)
"""A number with its noun before the beginning of a list, or at that of a line without a full stop."""

_MOST: Final = 30
"""Most items that anyone announces and then lists in a text."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    if (below := _below(document, block, text)) is not None:
        yield below
    for literals, list_, patterns in _ANCHORS:
        anchors = (anchor for anchor in places(text, literals) if list_.match(text, anchor))
        yield from islice(filter(None, (_inside(block, text, anchor, patterns) for anchor in anchors)), 1)


def _hit(block: Block, match: Match, listed: int) -> Hit | None:
    start, end = match.span("counted")
    number = value(match["number"])
    text = match.string
    if not 1 < number <= _MOST or not is_exact(text[max(start - 30, 0) : start]):
        return None
    if discussed(text[max(start - 100, 0) : end + 200]):
        return None
    message = f"“{shown(match['counted'])}”, but {listed} listed"
    return Hit(block.start + start, block.start + end, message)


def _inside(block: Block, text: str, anchor: int, patterns: tuple[regex.Pattern[str], ...]) -> Hit | None:
    """Compare a list that begins at an anchor with the number before it."""
    for start in numbers_before(text, anchor):
        for pattern in patterns:
            match = pattern.match(text, start)
            if match is None or match.end("counted") > anchor + _LONGEST_NOUN:
                continue
            if pattern is _MARKED:
                return _numbered(block, match)
            counts = _contradicted(match)
            if counts is not None:
                return _hit(block, match, counts.start)
    return None


def _contradicted(match: Match) -> range | None:
    """Return the numbers of items that the list can have, where the announced one is none of them."""
    if _NUMBER.search(match.string, match.end("counted"), match.start("items")):
        return None
    before = match.string[max(match.start() - 16, 0) : match.start()]
    if match.re.pattern == _ARE.pattern:
        items = regex.split(r",\s*|\s+and\s+", match["items"])
        if _DEFINITE.search(before) is None or not all(map(_NAMES.match, items)):
            return None
    counts = item_counts(match["items"], match["noun"])
    return None if counts is None or value(match["number"]) in counts else counts


def _numbered(block: Block, match: Match) -> Hit | None:
    """Compare a list whose items are marked: “(1) …; (2) …”."""
    marks = [mark["mark"] for mark in _MARKS.finditer(match["items"])]
    expected = [str(number) for number in range(1, len(marks) + 1)]
    lettered = list("abcdefgh")[: len(marks)]
    if len(marks) < 2 or marks not in (expected, lettered) or value(match["number"]) == len(marks):  # noqa: PLR2004  # one mark is no list
        return None
    return _hit(block, match, len(marks))


def _below(document: Document, block: Block, text: str) -> Hit | None:
    """Compare a list whose items are the next blocks."""
    blocks = document.blocks
    first = place(block, blocks) + 1
    following = map(blocks.__getitem__, range(first, len(blocks)))
    items = list(takewhile(lambda other: other.kind == "list-item", following))
    if not items or block.kind == "list-item":
        return None
    match = (_TITLE if block.kind == "heading" else _ANNOUNCES).search(text)
    if (
        match is None
        or _OPEN_TAIL.search(text, match.start())
        or len(_COUNTED.findall(text, match.start())) > 1
    ):
        return None
    indents = [_indent(document, item) for item in items]
    listed = sum(indent <= indents[0] for indent in indents)
    after = first + len(items)
    interrupted = any(other.kind == "list-item" for other in blocks[after : after + 3])
    if listed < 2 or interrupted or value(match["number"]) in {listed, len(items)}:  # noqa: PLR2004  # one item is no list
        return None
    return _hit(block, match, listed)


def _indent(document: Document, item: Block) -> int:
    """Return how far the line of an item is indented in the source, in code points."""
    start = document.source_span(item.start, item.end).start
    line = document.source[document.source.rfind("\n", 0, start) + 1 : start]
    return len(line) - len(line.lstrip())


rule = block_function(
    _check,
    why="An item was lost or added, or the number is wrong; compare the list with the source.",
    anchor=_ANCHOR,
    confidence=0.85,
    cases=[
        flags("The fair is backed by [[three countries]]: France, Spain, Italy and Portugal."),
        flags("The [[four members]] are Ann, Bob and Cy."),
        flags("Follow these [[five steps]]:\n\n1. Mix.\n2. Stir.\n3. Bake.\n4. Eat."),
        flags("She speaks [[two languages]] – Dutch, Welsh and Greek – and reads a third."),
        flags("It has [[four rooms]] (kitchen, bath and hall) and a shed."),
        flags("There are [[three reasons]] to go:\n\n- cost\n- time\n", format="markdown"),
        flags("They named [[six winners]]: Ann Lee, Bob Roy, Cy Poe, Di Fox, and Ed Gray."),
        flags("The plan has [[two aims]]: (1) to cut costs, (2) to save time and (3) to please all."),
        flags(
            "The fund has [[two tasks]]: to plant more trees, to clean the river and to teach more children."
        ),
        passes("Common effects, in up to 1 in 10 people: drowsiness, headache, dry mouth."),
        passes("The fund has two tasks: to plant and to water trees, and to clean the river."),
        flags("The committee visited [[three towns]], namely Hull and Leeds."),
        passes("The fair is backed by four countries: France, Spain, Italy and Portugal."),
        passes("It is run by three countries: France, Spain, and Trinidad and Tobago."),
        passes("Three countries joined, including France and Spain: a first."),
        passes("The four members are tired, hungry and cold."),
        passes("They met two officers: John Smith, captain, and Jane Doe, sergeant."),
        passes("Follow these three steps:\n\n1. Mix.\n   - well\n2. Stir.\n3. Bake.", format="markdown"),
        passes("He saw at least three birds: a wren, a robin, a tit and a crow."),
        passes("The 27 members agreed on:\n\n- peace\n- trade"),
        passes("They have two sons: John, 34, Paul, 31, and a dog."),
        passes("The firm has two offices: Portland, Oregon, and Austin, Texas."),
        passes("She gave three reasons: the roof leaked, the walls were damp and nobody cared."),
        passes("It took five minutes: mix, stir and bake."),
        passes(
            "They paid three visits (to a hall, at a mill) and sold 18 new maps (latest: Hull and Leeds)."
        ),
        flags("The band’s [[three members]], Ann, Bob, Cy and Di, split up."),
        passes("Two of its three members, Ann and Bob, split up; the four friends were three: A, B and C."),
        passes("She sits on two of these committees: the House Judiciary, Science and Space Committees."),
        passes("It fell in five parishes: Iberia, Orleans, St. Mary, Tangipahoa, and Iberville."),
        passes("They compared two languages: Siwu, a language of Ghana, and Lao, a language of Laos."),
        passes("Two of the three cities (Hull and Leeds) agreed."),
        passes("There are two parties: the Greens and the Social Democrats."),
    ],
)
