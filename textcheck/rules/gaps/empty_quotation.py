"""Quotation marks with nothing between them."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

rule = pattern(
    r"""(?x)
    (?<= \p{L}[,:]?\s | \( | ^ ) (?P<span> “\s?” | ‘\s?’ | ""(?!") | "\s" ) (?=\s+\p{L}|\s?[.,;)]|$)
    (?<! \b(?:empty|blank|null|string|value|prints?|returns?|equals?|is|default)\s(?P=span) )
    """,
    message="Nothing in “{span}”",
    why="A title, a name or a quotation was dropped and its marks were left.",
    scope=RUNNING_KINDS,
    confidence=0.9,
    cases=[
        flags('They fought at [[""]] in March.'),
        flags("The book [[“”]] was her second."),
        flags('Its song [[""]], a hit, is old.'),
        passes('The function returns "" where nothing is left.'),
        passes('Set name="" in the form.'),
        passes("The book “Tides” was her second."),
        passes('He wrote """ by mistake.'),
        passes("Rock ’n’ roll “lives” on."),
    ],
)
