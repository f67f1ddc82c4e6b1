"""Decimal point left without its digits."""

from __future__ import annotations

from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import CURRENCY_SIGN, CURRENCY_WORD, MAGNITUDE, PERCENT, UNIT

_MEASURED = rf"{MAGNITUDE}|bn|{PERCENT}|{UNIT}|{CURRENCY_WORD}|points?|times|seconds?|minutes?|hours?"

rule = pattern(
    rf"""(?x)
    (?: (?<=[\s(“"‘'–—-]) | (?<!\p{{L}})\p{{Lu}}{{0,3}}[{CURRENCY_SIGN}]\s? )
    [.,] \s* (?P<unit> % | (?:{_MEASURED})\b )
    """,
    message="No digits around the point before “{unit}”",
    why="The digits of a decimal were dropped; take the figure from the source.",
    confidence=0.98,
    spacing=True,
    cases=[
        flags("The topic drew [[. million]] searches."),
        flags("Output grew [[. per cent]] in a year."),
        flags("The fund holds [[$. billion]]."),
        flags("The pass lies [[, metres]] above the sea."),
        flags("Inflation ([[.%]]) was low."),
        passes("The topic drew 1.5 million searches."),
        passes("Output grew .5 per cent. Prices fell."),
        passes("It is measured in tons, pounds, hours."),
        passes("Thousands, millions, even billions of years."),
        passes("He gave up. Million of them did."),
    ],
)
