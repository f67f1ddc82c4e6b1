"""Commas with nothing between them."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

rule = pattern(
    r"""(?x)
    (?P<span> (?<![\w’'")\]]) (?P<word> [\w’'")\]]++ (?:(?<=\bal)\.)? ) \s*
        (?: ,\s+,(?!,) | (?:,\s+|\s,)\.(?=\s+[\p{L}"“]|$) | ;\s+[,;] | ,\s+; ) )
    (?! \s*[.…]\s*[.…] )
    """,
    message="Nothing between two stops after “{word}”",
    why="A number, a date or a name between two commas was dropped.",
    scope=RUNNING_KINDS,
    spacing=True,
    cases=[
        flags("On January [[6, ,]] he signed the bill."),
        flags("Listed at six feet, one [[inch, .]] He batted left."),
        flags("The ships carried [[guns, ,]] and mines."),
        flags("The gap was seen by Ober et [[al., ;]] Dietz saw it too."),
        passes("Guns, mines, and nets."),
        passes("I am not, uh,. I cannot say it."),
        passes("He said, “,” is a comma."),
        passes("Wait, ... what?"),
        passes("One; two; three."),
        passes("The first, the second, etc., were lost."),
    ],
)
