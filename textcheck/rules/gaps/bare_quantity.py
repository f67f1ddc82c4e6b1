"""Quantity without a unit in a list whose other quantities have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.rule import Hit, flags, function, lazy, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_COUNTABLE = (
    "gram|gramme|kilo|litre|liter|millilitre|milliliter|cup|inch|degree|watt|volt|calorie|ounce|pound|pint|page|word"
    "|mile|metre|meter|minute|hour|second|day|week|year|piece|people|sheep|fish|percent|per|and|or|to|of|in|on|for"
    "|point|times|men|women|children|feet|teeth|mice|geese|mm|cm|large|small|medium|plus|each|more"
)
_BARE = lazy(
    rf"(?P<span>(?P<number>\d{{1,3}}[05])[ ](?P<noun>(?!(?:{_COUNTABLE})\b)\p{{Ll}}{{3,}}(?<!s)"
    rf"(?:[ ](?!(?:{_COUNTABLE})\b)\p{{Ll}}{{3,}}(?<!s))?))(?=[ ]*(?:$|[,(]))"
)
_WITH_UNIT = lazy(r"\d+(?:\.\d+)?[ ]?(?:g|kg|ml|l|cl|dl|oz|lb)[ ]\p{Ll}")
_LEAST = 50
"""Fewest of something that nobody counts in a recipe: “400 buttermilk”."""

_SIBLINGS = 2
"""Items that begin with a quantity and its unit from which the list is one of measures."""


def _check(document: Document) -> Iterator[Hit]:
    texts = [(block.start, document.text(block)) for block in document.prose_blocks]
    if sum(1 for _, text in texts if _WITH_UNIT.match(text)) < _SIBLINGS:
        return
    for offset, text in texts:
        match = _BARE.match(text)
        if match is not None and int(match["number"]) >= _LEAST:
            start, end = match.span("span")
            number, noun = match["number"], match["noun"]
            yield Hit(offset + start, offset + end, f"No unit between “{number}” and “{noun[:30]}”")


rule = function(
    _check,
    triggers=(" g ", " ml ", " kg ", " oz ", " cl ", " dl ", "0g ", "5g ", "0ml ", "5ml "),
    why="The unit of a quantity was dropped; the other items of the list have theirs.",
    severity="warning",
    confidence=0.8,
    cases=[
        flags("- 250 g rye flour\n- 100 ml milk\n- [[400 buttermilk]], cold", format="markdown"),
        flags("250 g rye flour\n100 ml milk\n[[75 brown sugar]]"),
        flags("* 200g oats\n* [[150 honey]]\n* 50g butter", format="markdown"),
        passes("- 250 g rye flour\n- 100 ml milk\n- 100 almonds\n- 50 fresh cherries", format="markdown"),
        passes("- 250 g rye flour\n- 100 ml milk\n- 2 lemon halves\n- 4 egg", format="markdown"),
        passes("- 250 g rye flour\n- 100 ml milk\n- 500 gram butter", format="markdown"),
        passes("- 400 buttermilk\n- 200 oats", format="markdown"),
        passes("400 buttermilk cartons were sold; 250 g rye flour and 100 ml milk each."),
    ],
)
