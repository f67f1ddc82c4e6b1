"""Address of a link left out after the words that announce it."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

_ANNOUNCES = (
    "available|accessible|found|hosted|published|posted|downloaded|downloadable|obtained|viewed|read|visited"
    "|listed|archived|registered|reached|contacted|online|freely|visit|see|us"
    r"|website|web\s+site|homepage|page|address|e-?mail|video|details|information"
)

rule = pattern(
    rf"""(?x)
    (?<![\w'’-])
    (?P<span>
      (?i: {_ANNOUNCES} ) (?: \s+ (?i: online|here|directly|also|free\s+of\s+charge ) )?
      \s+ (?P<word> (?i: at|from|on|via|under|is|visit ) ) :?
    | (?i: please|can|also|or ) \s+ (?P<word> visit )
    )
    (?: \s+ [.,;)] (?=\s|$|["”’)]) | \s* : \s* \. (?=\s|$) )
    """,
    message="No address after “{word}”",
    why="The address of a link was dropped with its markup; take it from the source.",
    scope=RUNNING_KINDS,
    spacing=True,
    confidence=0.97,
    cases=[
        flags("The data are [[available at]] . They are free."),
        flags("The report can be [[downloaded from]] , if needed."),
        flags("For [[details visit]] . Entry is free."),
        flags("Their [[website is]] ; it is new."),
        passes("The data are available at example.org. They are free."),
        passes("A room is available at the inn, on Monday."),
        passes("This is the page he was on, and the address is old."),
        passes("See under. It was found on, not in, the shelf."),
        passes("The `url` is at `x` .", format="markdown"),
    ],
)
