"""Currency sign left without its amount."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import CURRENCY_SIGN, MAGNITUDE

_SIGN = rf"(?:US|AU|CA|NZ|HK|[ACS])?[{CURRENCY_SIGN}]"
_MEANS_THE_CURRENCY = (
    "in|the|per|sign|symbol|currency|dollars?|euros?|pounds?|as|using|into|leading|trailing|literal|preceding"
)
"""Words behind which the sign stands for the currency itself."""

rule = pattern(
    rf"""(?x)
    (?P<span>
      # A sign with what is left of “1,200” or “1.5” behind it needs no more.
      (?<![\w{CURRENCY_SIGN}]) (?P<sign> {_SIGN} )
      (?: \s{{0,2}},\s?[.,]* | \s?\.\s?[.,]+ | \.?(?:[MBKkm]|[bm]n)\b ) (?= [\s,.;)] | $ )
    | (?<![\w'’-]) (?! (?:{_MEANS_THE_CURRENCY})\b ) \p{{Ll}}+ ,? \s+ (?P<sign> {_SIGN} )
      (?= \s+(?!{MAGNITUDE}|signs?\b|symbols?\b|amounts?\b)\p{{Ll}}
        | \s?(?:[,;]|\.+(?:[\s)]|$)|$) | \s\) | [-–—](?!\w) )
    | \( (?P<sign> {_SIGN} ) \s+ (?= (?:in|at|as|of|per|and)\b | \) )
    | (?<![\w'’-]) (?P<sign> costs? )
      (?= \s+(?:each|(?:a|per)\s+(?:hour|night|day|week|month|year|head))(?:\s*[,.;]|\s+and\b) )
    )""",
    message="No amount after “{sign}”",
    why="The digits of an amount were dropped; take the figure from the source.",
    where=lambda match: match["sign"] * 2 not in match.string,  # “$$$” is a grade, or code
    scope=RUNNING_KINDS,
    cases=[
        flags("Tickets were sold [[for $]] to members."),
        flags("A round of [[$.M]] was shared: [[$,,.]] to the board."),
        flags("The plant will [[cost £]], he said."),
        flags("Shares rose [[to €]]. Trading was thin."),
        flags("It made $20,000 [[($ ]]in today's money)."),
        flags("The inspection cost the [[town £]], and took a week."),
        flags("It [[costs]] a month, and tickets [[cost]] each."),
        passes("The guide marks cheap places with $ and dear ones with $$$."),
        passes("Tickets were sold for $5 to members."),
        passes("Prices are in US$ and not in AU$."),
        passes("The euro (€) is the currency of the union."),
        passes("The dollar sign ($) stands before the amount."),
        passes("Write $x for the price and $y for the tax."),
        passes("The price was £3,000."),
    ],
)
