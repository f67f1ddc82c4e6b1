"""Currency sign left without its amount."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

rule = pattern(
    r"""(?x)
    (?P<span>
      # A sign with what is left of “1,200” or “1.5” behind it needs no more.
      (?<![\w$£€¥]) (?P<sign> (?:US|AU|CA|NZ|HK|[ACS])?[$£€¥] ) (?: \s?,\s?[.,]? | \s?\.\s?, ) (?=\s)
    | (?<![\w'’-])
      (?i: of|to|for|at|by|from|than|over|under|about|around|approximately|nearly|almost|roughly|some
        |between|and
        |only|just|least|most|paid|pay|pays|paying|costs?|costing|worth|spent|raised|earn(?:s|ed)?|is|was
        |were|up|down
        |with|additional|estimated|extra|another|total(?:l?ing|l?ed)?|owed|save[sd]?|charge[sd]?|fined
        |donated )
      \s+ (?P<sign> (?:US|AU|CA|NZ|HK|[ACS])?[$£€¥] )
      (?= \s+(?:to|and|in|for|from|per|an?|worth|at|by|on|or|of|each|every|as|with|when|this|last|the
        |more|less)\b
        | \s?(?:[,;]|\.+(?:[\s)]|$)|$) | \s\) | [-–—](?!\w) )
    | \( (?P<sign> (?:US|AU|CA|NZ|HK|[ACS])?[$£€¥] ) \s+ (?=in\b|at\b|as\b|of\b|per\b|and\b|\))
    )""",
    message="No amount after “{sign}”",
    why="The digits of an amount were dropped; take the figure from the source.",
    scope=RUNNING_KINDS,
    cases=[
        flags("Tickets were sold [[for $]] to members."),
        flags("The plant will [[cost £]], he said."),
        flags("Shares rose [[to €]]. Trading was thin."),
        flags("It made $20,000 [[($ ]]in today's money)."),
        flags("The inspection cost the town [[£, ]] and took a week."),
        passes("Tickets were sold for $5 to members."),
        passes("Prices are in US$ and not in AU$."),
        passes("The euro (€) is the currency of the union."),
        passes("The dollar sign ($) stands before the amount."),
        passes("Write $x for the price and $y for the tax."),
        passes("The price was £3,000."),
    ],
)
