"""Dash left of a score or a range, in text that lost its digits."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

_SETTLED = (
    "votes?|voted|passed|approved|rejected|penalties|final|draw|drew|won|lost|beat|defeated|ended|finished"
)

rule = pattern(
    rf"""(?x)
    (?P<span> (?: (?<![\p{{L}}\]]) [\p{{L}}\]]++ | (?<=[–-]) , ) \s (?P<dash> [–-] ) )
    (?= \s(?:on\s+penalties|in\s+the\s+final|after\s+extra|to\s+win|win|draw|lead|loss
        |defeat|victory|vote|majority|record|odds|in|over)\b
    | [,;)] | \s\( | \.?$ | \.\s | (?<=,\s[–-])\s\p{{Ll}} | (?<=\b(?:{_SETTLED})\s[–-])\s\p{{Ll}} )
    """,
    message="No numbers around the dash in “{span}”",
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
        passes("They beat Leeds 3–1 after extra time."),
        passes("They beat Leeds — after extra time."),
        passes("A well-known, far-off place."),
        passes("From A – Z, as ever."),
        passes("It rose -5 degrees."),
    ],
)
