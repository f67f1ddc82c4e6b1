"""Time of day left without its hour."""

from __future__ import annotations

from textcheck.rule import flags, passes, pattern

rule = pattern(
    r"""(?x)
    (?<![\w'’-]|[ap]\.m\.\s)
    (?i:at|by|from|until|till|around|about|to|before|after|between|and|since|approximately|nearly
      |starting|beginning)
    (?:
      \s*:? \s? (?P<gap> (?: [ap]\.m\b\.?+ | (?:[AP]M|pm)\b | o['’]clock\b ) )
      (?! \s+(?:to|and|or|until)\s+[ap]\.?m )
    | \s* (?P<gap> : ) (?=\s+(?:local|GMT|UTC|BST|CST|EST|PST|ET|PT|CT|today|yesterday|tonight
          |this\s+(?:morning|afternoon|evening))\b
        | \s+on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day | \s*[,.](?:\s|$))
    )
    | (?<![\w'’-]) (?P<gap> until|from|at|before ) (?= \s+on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur
      |Sun)days?\b )
    | \b(?:scor\w+|equali[sz]\w+|struck|netted|header|goal|booked|levell?ed|converted|penalty
      |replaced)\b [^.;]{0,40}
      \b in \s the \s (?P<gap> minute ) (?! \s+(?:before|after|that|of)\b )
    | (?<![\w'’-]) from \s+ (?P<gap> [ap]\.?m\.? \s+ (?:to|until|till) \s+ [ap]\.?m\b\.? )
      (?= \s+(?:on|every|each|daily|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)\b )
    | (?<![\w:.]) (?P<gap> :\s?(?:[ap]\.m\.?|[AP]\.M\.?|[ap]m|[AP]M) ) (?!\w)
    | (?<![\w'’-]) (?i: at|by|from|until|till|around|before|after|since ) \s+ (?P<gap> am )
      (?= \s+\p{Ll} | [,.;)] )
      (?<! \b(?:than|what|where|who|how)\s\w+\sam )
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
        passes("Doors open at five p.m. sharp."),
        passes("The shift changes from a.m. to p.m. this week."),
        passes("He looked at AMD and at PMI figures."),
        passes("Meet me at noon, or at midnight."),
    ],
)
