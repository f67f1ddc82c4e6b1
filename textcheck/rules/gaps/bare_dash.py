"""Dash or slash left of a score, a range or a date, in text that lost its digits."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

_SETTLED = (
    "votes?|voted|passed|approved|rejected|penalties|final|draw|drew|won|lost|beat|defeated|ended|finished"
)
_RESULT = (
    r"win|draw|lead|loss|defeat|victory|vote|majority|record|odds|in|over|to\s+win|on\s+penalties"
    r"|after\s+extra"
)
_BEFORE_DATE = "the|that|this|by|from|for|to|in|with|about|than|over|every|past"

rule = pattern(
    rf"""(?x)
    (?P<span> (?: (?<![\p{{L}}\]]) [\p{{L}}\]]++ | (?<=[–-]) , ) \s (?P<dash> [–-] ) )
      (?= \s(?:{_RESULT})\b | [,;)] | \s\( | \.$ | \.\s )
    | (?P<span> (?: (?<![\w\]]) (?:{_SETTLED}) | (?<=[–-]) , ) \s (?P<dash> [–-] ) ) (?= \s\p{{Ll}} )
    | (?P<span> \b (?:{_BEFORE_DATE}) \s (?P<dash> / ) ) (?= \s\p{{L}} )
    """,
    message="No numbers around “{dash}” in “{span}”",
    why="The digits of a score, a range or a vote were dropped; take them from the source.",
    scope=RUNNING_KINDS,
    spacing=True,
    clue=True,
    confidence=0.6,
    severity="warning",
    cases=[
        flags("They beat [[Leeds –]] after extra time."),
        flags("She lost the final, by [[sets -]], to a rival."),
        flags("She won it [[by –]][[, –]][[, –]] to win; the house [[voted –]] to keep it."),
        flags("It is a [[to –]] lead for the hosts."),
        flags("The bill on [[the /]] attacks, for responders, failed."),
        passes("They beat Leeds 3–1 after extra time."),
        passes("They beat Leeds — after extra time."),
        passes("A well-known, far-off place."),
        passes(
            "TOBIAS: If it were up to him, and it is up to him –\n\nMRS PELL: I thought, well, I thought –"
        ),
        passes("From A – Z, as ever."),
        passes("It rose -5 degrees."),
    ],
)
