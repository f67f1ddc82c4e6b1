"""Number left without the unit that its noun is always measured in."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

_RATE = (
    r"inflation|unemployment|joblessness|(?:unemployment|jobless|interest|mortgage|base|bank|inflation|vacancy"
    r"|occupancy)\s+rates?|(?:gross|operating|profit|net)\s+margins?|turnout"
)
_IS = (
    r"is|was|are|were|stands?\s+at|stood\s+at|at|of|hit|reached|rose\s+to|fell\s+to|dropped\s+to|climbed\s+to|came\s+in\s+at"
    r"|is\s+running\s+at|remains\s+at|remained\s+at"
)
_BEHIND_RATE = (
    r"[.,;)](?!\d) | $"
    r" | \s(?:up|down|from|in|and|but|as|last|this|compared|against|for|on|after|while|when)\b"
)
_UNIT = (
    r"%|\bper\s?cent|\bpercentage|\bpct|\bp\.?c\b|\bpoints?\b|illion|\b(?:seconds?|met(?:re|er)s?|goals?)\b"
)
_OFTEN = r"once|twice|three\s+times|four\s+times|every|each|per\s+day|a\s+day|at\s+night|in\s+the\s+morning"

rule = pattern(
    rf"""(?x)
    (?<![\w'’-])
    (?: (?i: {_RATE} ) \s (?:(?:now|currently|still)\s)? (?:{_IS}) \s (?:(?:now|about|around|still|just)\s)?
      (?P<span> [1-9]\d?\.\d{{1,2}} ) (?= {_BEHIND_RATE} )
      # The unit may come later, after another figure.
      (?! (?:[^.]|\.\d){{0,100}}?(?:{_UNIT}) )
    | \b dos(?:e|age)s? \s (?:is|of|was|were|are) \s (?P<span> \d{{2,4}}(?:\.\d+)? | \d\.\d+ )
      (?= \s(?:(?:{_OFTEN})\b | daily(?:\s*[.,;)]|$|\s(?:for|and|or|in|to|if|until|with|unless)\b)) )
    )""",
    message="No unit after “{span}”",
    why="The sign or the unit behind a number was dropped; take it from the source.",
    severity="warning",
    confidence=0.8,
    scope=RUNNING_KINDS,
    cases=[
        flags("Inflation is [[8.2]]. Prices for food rose most."),
        flags("Operating margin was [[12.4]], up from a year ago, and turnout hit [[61.5]] in spring."),
        flags("The usual dose is [[25]] twice daily; do not take more."),
        passes("Inflation is 8.2%. Unemployment fell to 4.1 per cent, and turnout was 2.4 million."),
        passes("Inflation was 2.1 and 3.4 percent in the two years; the margin was 0.23 seconds."),
        passes("Turnout was two in three. The interest rate rose to 5.25 percentage points above the base."),
        passes("Inflation fell to its lowest since 2.0 was the target; version 8.2 is out."),
        passes("The usual dose is 2 twice a day; a dose of 25 mg once daily; a dose of 15 daily minutes."),
    ],
)
