"""Verb of worth or growth whose preposition waits for a figure."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern
from textcheck.rules.gaps._clauses import has_whole_subject, is_broken_off

_WORTH = "assessed|valued|priced|estimated|capped|fixed|pegged|costed|set|put|sold|auctioned|listed"
_STOOD = (
    "ended|ends|stood|stands|closed|closes|opened|opens|finished|settled|peaked|peaks|traded|trades|remained"
    "|averaged\\s+out|bottomed\\s+out|topped\\s+out|levelled\\s+off|leveled\\s+off|(?:came|comes|went)\\s+in|started"
)
_GREW = (
    "amounted|amounts|rose|rises|risen|climbed|climbs|increased|increases|decreased|dropped|drops|grew|grows|grown"
    "|slipped|slips|jumped|jumps|declined|declines|soared|surged|plunged|shrank|narrowed|widened|rocketed|improved"
    "|(?:moved?|moves|climb(?:ed|s)?|went|gone|goes)\\s+(?:up|down)"
)
_CHANGED = "cut|reduced|lowered|raised|increased|extended|doubled"
_MEASURED = (
    "prices?|rates?|unemployment|inflation|temperatures?|turnout|shares?|index|numbers?|total|levels?|sales|output"
    "|revenues?|profits?|figures?|scores?|costs?|share|values?|membership|attendance|population|majority|deficit"
)
"""What falls to a figure, where people who fall to begin to eat."""

_SUM = (
    "totals?|bills?|collections?|costs?|sums?|damages?|takings|donations|proceeds|expenses|fees?|rent|tax"
    "|offerings?|invoices?|charges?|price|amount|repairs?|receipts|pledges|contributions|losses|profits?|premium"
)

rule = pattern(
    rf"""(?x)
    (?<![\w'’-])
    (?: (?P<subject> ) (?: (?:was|were|is|are|been|be) \s+ )?
        (?P<span> (?: (?:{_STOOD}) \s+ at | (?:{_GREW}) \s+ to ) )
      | (?P<subject> ) (?:was|were|is|are|been|be) \s+ (?: \p{{L}}+ly \s+ )? (?P<span> (?:{_CHANGED}) \s+ to )
      | (?i: {_MEASURED} ) \s+ (?P<subject> ) (?P<span> (?:fell|falls|fallen) \s+ to )
      | (?P<subject> ) (?:was|were|is|are|been|be) \s+ (?: \p{{L}}+ly \s+ )? (?P<span> (?:{_WORTH}) \s+ at )
      | (?<= ,\s ) (?: \p{{L}}+ly \s+ )? (?P<span> (?:assessed|valued|priced|estimated|capped) \s+ at )
      | (?i: {_SUM} ) \s+ (?P<subject> ) (?P<span> (?:came|comes|come) \s+ to )
    )
    (?= [.,;](?:\s|$) )
    """,
    message="No figure after “{span}”",
    where=lambda match: (
        (match["subject"] is None or has_whole_subject(match.string, match.start("subject")))
        and not is_broken_off(match)
    ),
    why="An amount, a price or a rank was dropped and the blanks around it tidied; take it from the source.",
    scope=RUNNING_KINDS,
    severity="warning",
    confidence=0.88,
    cases=[
        flags("Sales were steady; the order book [[stood at]]. Staff numbers held."),
        flags("She must pay the repairs, provisionally [[valued at]]. He appealed."),
        flags("The raffle takings [[came to]], of which half goes to the roof."),
        flags("Unemployment [[rose to]], its worst in a decade."),
        flags("Harlow [[move up to]], two points clear of the drop."),
        passes("That is the price the shares closed at. It is the level it stood at."),
        flags("The fine was [[cut to]]. Turnout [[fell to]], the least since the war."),
        passes("They fell to, and soon the pie was gone. The scene cuts to; the men fell to."),
        passes("When she came to, the room was dark. He came to."),
        passes("See what the damage amounts to. It was all it amounted to."),
        passes("The house was valued at, and sold for, half a million."),
        passes("It was an occasion he rose to, and a depth they never fell to."),
        passes("The index closed at, of all things, its opening price."),
        passes("A sum many firms rose to. Guess what price oil closed at."),
    ],
)
