"""Time of day left without its hour."""

from __future__ import annotations

from textcheck.rule import flags, passes, pattern

rule = pattern(
    r"""(?x)
    (?<![\w'’-]|[ap]\.m\.\s)
    (?i:at|by|from|until|till|around|about|to|before|after|between|and|since|approximately|nearly|starting|beginning)
    (?:
      \s*:? \s? (?P<gap> (?: [ap]\.m\b\.?+ | (?:[AP]M|pm)\b | o['’]clock\b ) )
      (?! \s+(?:to|and|or|until)\s+[ap]\.?m )
    | \s* (?P<gap> : ) (?=\s+(?:local|GMT|UTC|BST|CST|EST|PST|ET|PT|CT|today|yesterday|tonight
          |this\s+(?:morning|afternoon|evening))\b
        | \s+on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day | \s*[,.](?:\s|$))
    )
    | (?<![\w:.]) (?P<gap> :\s?(?:[ap]\.m\.?|[ap]m|[AP]M) ) (?!\w)
    """,
    message="No hour before “{gap}”",
    why="The digits of a time were dropped; take it from the source.",
    cases=[
        flags("The museum closes [[at p.m.]] on Mondays."),
        flags("Doors open [[from : a.m.]] every day."),
        flags("They met [[around PM]] in the hall."),
        flags("The blast came [[about :]] local time, the next [[:pm]]."),
        flags("The alarm went off [[at o’clock]] sharp."),
        passes("The museum closes at 5 p.m. on Mondays."),
        passes("Doors open at five p.m. sharp."),
        passes("The shift changes from a.m. to p.m. this week."),
        passes("He looked at AMD and at PMI figures."),
        passes("Meet me at noon, or at midnight."),
    ],
)
