"""Words that announce an age, with none behind them."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

_GOES_ON = "to|he|she|they|it|and|in|on|at|from|after|when|while|by|with|due|following"
_AGED_LIKE_CHEESE = r"the|an?|and|for|of|our|their|more|most|well|also|had|has|have|\p{L}+ly"
"""Words behind which “aged” needs no number."""

rule = pattern(
    rf"""(?x)
    (?<![\w'’-])
      (?P<word> (?i: at|over|under|above|below|before|by|from|until|reached ) \s+ (?:the|an) \s+
        (?:(?:tender|early|young|ripe|old|average|median)\s+)? age \s+ of )
      (?= \s+(?:{_GOES_ON})\b | [,.;](?:\s|$) )
    | (?<! [\w'’-] | \b(?:{_AGED_LIKE_CHEESE})\s ) (?P<word> (?i: aged ) )
      (?= \s+(?:and|or)\s+(?:over|under|above|older|younger|up|below)\b
        | \s+to\s+(?:years|months|weeks|days)\b | \s+(?:years|months)\b(?!\s+ago) | \s+between\s+and\b
        | ,\s+(?:of(?!\s+course)|from|who)\s | ,\s+(?:was|is|has|had|died|were)\b )
    | (?<![\w'’-])
      (?P<word> (?i: (?:when|since|after|until|before)\s+(?:he|she|they)\s+(?:was|were|turned|is) ) )
      (?= \s+years\s+old\b )
    """,
    message="No age after “{word}”",
    why="An age was dropped and the blanks around it tidied; take it from the source.",
    scope=RUNNING_KINDS,
    confidence=0.93,
    cases=[
        flags("He left school [[at the age of]] to work in the foundry."),
        flags("Voters [[aged]] and over can apply; a teacher, [[aged]], of Leeds, was hurt."),
        flags("It is for children [[aged]] to years and adults [[aged]] between and."),
        flags("She married [[at the age of]]."),
        passes("Beautifully aged, of excellent balance, the wine is worth it."),
        passes("He left school at the age of fifteen to work in the foundry."),
        passes("Voters aged 18 and over can apply."),
        passes("At the age of the dinosaurs, it was a swamp."),
        passes("He cares for the aged, who have no kin, and the aged and over-tired."),
        passes("The cheese is aged in caves, and aged between boards."),
        passes("She was well aged, from the look of it."),
    ],
)
