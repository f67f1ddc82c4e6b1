"""Month that a day or year should follow, in tidied text."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import MONTH, WEEKDAY

_BEFORE_DATE = "dated|on|since|until|by|from|to|for|before|after|between|and|during|through"

# Neither a number may follow nor a capital, as in “May Day”.
rule = pattern(
    rf"""(?x)
    (?<![\w'’-])
    (?P<span> (?: (?i: {_BEFORE_DATE} ) | (?:{WEEKDAY}),? ) \s+ (?P<month> {MONTH} ) )
    (?= ,?\s*$ | ,\s*+[^\s\d] | \s++[^\s\d\p{{Lu}}] | [^\w\s,] )
    """,
    message="No day or year after “{month}”",
    why="The digits of a date were dropped and the blanks tidied; look the date up in the source.",
    scope=RUNNING_KINDS,
    clue=True,
    confidence=0.6,
    severity="warning",
    cases=[
        flags("The vote is [[on November]] and the count a day later."),
        flags("They met [[since February]], then again [[by March]]."),
        flags("He left [[Friday, June]] at noon."),
        passes("The vote is on November 5 and the count a day later."),
        passes("They met since February 2020, then by March, 1999."),
        passes("It is on May Day and on April Fools."),
        passes("He may march in, august and slow."),
        passes("In February they met at the end of March."),
    ],
)
