"""Time of day left without its hour."""

from __future__ import annotations

from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import WEEKDAY

_BEFORE_TIME = (
    "at|by|from|until|till|around|about|to|before|after|between|and|since|approximately|nearly|starting"
    "|beginning"
)
_HALF_DAY = r"[ap]\.m\b\.?+|(?:[AP]M|pm)\b"
_BEHIND_TIME = (
    r"local|GMT|UTC|BST|CST|EST|PST|ET|PT|CT|today|yesterday|tonight|this\s+(?:morning|afternoon|evening)"
)
_IN_MATCH = r"scor\w+|equali[sz]\w+|struck|netted|header|goal|booked|levell?ed|converted|penalty|replaced"

rule = pattern(
    rf"""(?x)
    (?<![\w'’-]|[ap]\.m\.\s) (?i: {_BEFORE_TIME} ) (?<!,\sand)
      (?: \s*:?\s? (?P<gap> {_HALF_DAY} | o['’]clock\b ) (?! \s+(?:to|and|or|until)\s+[ap]\.?m )
        | \s* (?P<gap> : ) (?= \s+(?:{_BEHIND_TIME})\b | \s+on\s+(?:{WEEKDAY}) | \s*[,.](?:\s|$) )
      )
    | (?<![\w'’-]) (?i: at|by|from|until|till|around|before|after|since ) \s+ (?P<gap> am )
      (?= \s+\p{{Ll}} | [,.;)] ) (?<! \b(?:than|what|where|who|how)\s\w+\sam )
    | (?<![\w'’-]) from \s+ (?P<gap> [ap]\.?m\.? \s+ (?:to|until|till) \s+ [ap]\.?m\b\.? )
      (?= \s+(?:on|every|each|daily|(?:{WEEKDAY})s?)\b )
    | (?<![\w:.]) (?P<gap> :\s?(?:[ap]\.m\.?|[AP]\.M\.?|[ap]m|[AP]M) ) (?!\w)
    | (?<![\w'’-]) (?P<gap> until|from|at|before ) (?= \s+on\s+(?:{WEEKDAY})s?\b )
    # The minute of a match
    | \b (?:{_IN_MATCH}) \b [^.;]{{0,40}} \b in\sthe \s (?P<gap> minute )
      (?! \s+(?:before|after|that|of)\b )
    """,
    message="No hour before “{gap}”",
    why="The digits of a time were dropped; take it from the source.",
    cases=[
        flags("The museum closes [[at p.m.]] on Mondays."),
        flags("Doors open [[from : a.m.]] every day."),
        flags("They met [[around PM]] in the hall."),
        flags("The blast came [[about :]] local time, the next [[:pm]]."),
        flags("The alarm went off [[at o’clock]] sharp."),
        flags("The blast came [[at am]] as they slept."),
        flags("South Court Auditorium, [[: P.M.]] EDT"),
        flags("Trains run [[from a.m. to p.m.]] on Sundays."),
        passes("The museum closes at 5 p.m. on Mondays."),
        passes("Doors open at five p.m. sharp. Join the round, taking care not to twist, and pm."),
        passes("The shift changes from a.m. to p.m. this week."),
        passes("He looked at AMD and at PMI figures."),
        passes("Meet me at noon, or at midnight."),
    ],
)
