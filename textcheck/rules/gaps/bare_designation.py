"""Letters of a type designation left without its number: “an F- fighter”."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

_PREFIX = "Mid|Non|Pre|Pro|Co|Ex|Re|Anti|Post|Semi|Multi|Inter|Sub"
_BEFORE_LETTER = "the|an?|of|with|for|from|by|and|on|against|including|includes|called"
"""Not “plan” or “vitamin”, behind which a single letter is a name of its own."""

rule = pattern(
    rf"""(?x)
    (?<=[\s(/]) (?P<name> \p{{Lu}}\p{{L}}{{0,4}}- ) (?= \s+\p{{L}} | \s?[,;)\]] | \s[—–] | \.\s )
      (?! \s+(?:and|or|to|und|bis|vs)\b )
      (?<! \b(?:{_PREFIX})- )
      (?<! \b(?:A|B|C|D|AB)- (?=\s+(?:in|for|on|at|from|as|is|was)\b|[,.;)]) )
    | (?<=\s) (?P<name> FY ) (?= \s+\p{{L}} | [,.;)] )
    | (?<= \b(?:{_BEFORE_LETTER})\s ) (?P<name> [B-HJ-WYZ] ) (?= \s\p{{Ll}}{{3,}} | , )
    """,
    message="No number after “{name}”",
    why="The number of a type, a model or a road was dropped; take it from the source.",
    scope=RUNNING_KINDS,
    clue=True,
    spacing=True,
    confidence=0.6,
    severity="warning",
    cases=[
        flags("Two [[Ka-]] helicopters took off."),
        flags("They drove along [[I-]] eastward."),
        flags("They fought the [[M]] rebels on the [[FY]] budget."),
        flags("The rebels, including [[M]], armed with an [[AR-]], took a [[C-]] aircraft."),
        flags("A [[Tu-]] flew over the [[K-]] summit."),
        passes("Two Ka-27 helicopters took off."),
        passes("The pre- and post-war B- and C-roads."),
        passes("He got a B- in maths."),
        passes("He said — I — no, never."),
        passes("Plan B was not a vitamin C pill."),
        passes("The T-shirt and the X-ray."),
    ],
)
