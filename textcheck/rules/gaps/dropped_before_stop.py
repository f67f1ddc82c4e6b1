"""Blank before a stop where a value stood."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

rule = pattern(
    r"""(?x)
    (?<![\w@/.:-]) (?P<word> \p{L}[\p{L}’'-]* ) [ \u00a0]{1,2} (?P<stop> [.,;] ) (?<! ; (?=\s?[()]) )
    (?= \s(?!\s*[.…]\s?[.…]) | $ | ["”’)\]] )
    """,
    message="A blank, and perhaps no value, between “{word}” and “{stop}”",
    why="Where a value was deleted, its blank is left before the stop; compare with the source.",
    severity="warning",
    confidence=0.7,
    scope=RUNNING_KINDS,
    spacing=True,
    clue=True,
    cases=[
        flags("The crew of [[Flight ,]] lost on Monday, is safe."),
        flags("The blast hit the market, [[killing ,]] police said."),
        flags("They came home with a [[score .]]"),
        flags("A [[Mw\u00a0.]] earthquake struck the coast."),
        passes("The crew of Flight 12, lost on Monday, is safe."),
        passes("See docs.example.org/reports ."),
        passes("Wait . . . there is more."),
        passes("The .gov domain is old."),
        passes("Is that so ? Yes ! (French spacing)"),
    ],
)
