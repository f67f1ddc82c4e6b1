"""Preposition that a date should follow, before a stop or a conjunction."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

rule = pattern(
    r"""(?x)
    (?<![\w'’-])
    (?P<span>
      (?P<word> In|Since|By|From|Until|During ) , (?=\s)
    | (?P<word> in|since|by|until|from|of|between|than|about|over ) (?= [.,;)](?:\s|$|[”"’)]) )
    | (?P<word> in|from|since|until|between ) \s+ and (?=\s)
    | (?P<word> from ) \s+ (?= to\s+\w )
    )""",
    message="No number or date after “{word}”",
    why="A number or a date was dropped and the blanks around it tidied; take it from the source.",
    scope=RUNNING_KINDS,
    clue=True,
    confidence=0.6,
    severity="warning",
    cases=[
        flags("The bridge was built [[in]]."),
        flags("[[In,]] the firm moved to Leeds."),
        flags("It grew [[from ]]to nine members; he left [[in and]] died at sea."),
        passes("The bridge was built in 1902."),
        passes("In 1902, the firm moved to Leeds."),
        passes("In it, of course, there is room."),
        passes("It grew from five to nine members."),
        passes("He went by and left."),
    ],
)
