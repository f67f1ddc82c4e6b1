"""Event that a year should date, and the preposition left alone."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

_HAPPENED = (
    "approved|released|founded|published|born|established|introduced|launched|created|completed|died|elected"
    "|re-elected|discovered|invented|formed|acquired|graduated|opened|inaugurated|demolished|rebuilt|renovated"
    "|commissioned|premiered|incorporated|appointed|awarded|adopted|enacted|ratified|abolished|dissolved"
    "|decommissioned|constructed|erected|restored|recorded|written|consecrated|patented|retired|married|divorced"
    "|emigrated|debuted"
)
"""Participles that name an event and form no phrase of their own with “in”, as “moved in” would."""

_GOES_ON = (
    "for|by|with|as|to|from|after|when|before|under|following|but|because|until|where|while|he|she|it|they|in|on"
    r"|at\s+the|at\s+an?|and\s+(?:in|was|is|has|had|were|became|moved|died)"
)

rule = pattern(
    rf"""(?x)
    (?<![\w'’-]) (?P<span> (?:{_HAPPENED}) \s+ (?P<word> in ) ) (?= \s+(?:{_GOES_ON})\b )
    # “Born in Trieste in and moved”: the place is there, the year is not.
    | (?<= \b(?:{_HAPPENED}) \s (?:in|at|near) \s (?:\p{{Lu}}[\w’'-]+\s){{1,3}} ) (?P<span> (?P<word> in ) )
      (?= \s+and\s+\p{{Ll}}{{2,}}(?:ed|t|w|me)\b )
    """,
    message="No year after “{word}”",
    why="A year was dropped and the blanks around it tidied; take it from the source.",
    scope=RUNNING_KINDS,
    severity="warning",
    confidence=0.85,
    cases=[
        flags("The drug was [[approved in]] for use in children."),
        flags("The church was [[rebuilt in]] at a cost that few could bear."),
        flags("He was [[born in]] and died in Leeds."),
        flags("He was born in Port Glasgow [[in]] and moved to Hull."),
        passes("The drug was approved in 2010 for use in children."),
        passes("The church was rebuilt in stone for the town."),
        passes("She moved in with her aunt and settled in by May."),
        passes("He was born in the north and died in Leeds."),
        passes("The hall opened in spring, and it closed in autumn."),
    ],
)
