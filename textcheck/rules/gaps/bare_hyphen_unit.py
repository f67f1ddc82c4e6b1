"""Compound such as “10-year” left without its number."""

from __future__ import annotations

from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import PERIOD, UNIT

rule = pattern(
    rf"""(?x)
    (?: (?<![\w-]|-\s)(?P<word>(?!(?i:and|or|to|und|suffix|ending|prefix)\b)[\w’']++) \s+ | (?<=[(“"‘])  | ^ )
    (?P<gap> [.,]?[-–] (?:{PERIOD}|{UNIT}|fold|year|month|day|week|hour|minute|second|stor(?:e?y|ied)|page
        |point|mile|foot|inch|pound|ton|acre|dollar|percent|per\s+cent|strong|member|man|woman|person|seat
        |seater|room|bed|bedroom|bit|goal|run|game|match|set|round|lap|hole|yard|metre|meter|kilomet(?:er
        |re)|cent|megawatt|gallon|lit(?:er|re)|volt|watt|inning|wicket|volume|part|piece|track|issue
        |episode|vote|nation|country|state|city|team|player|time|ply|speed|cylinder|gun|degree|million
        |billion|word|character|line|step|way|star|term|decade|century|plus|odd|something)s? (?:-old)? \b )
    (?! -?\w*\s+- )
    # Any noun will do behind a determiner or a preposition, but a suffix that is spoken of.
    | (?<![\w-]|-\s) (?: an?|the|its|his|her|their|our|my|this|that|new|first|of|for|with|in|by|from|to
        |using ) \s+
      (?P<gap> [.,]?-\p{{Ll}}{{4,}}+ )
      (?<! ing|tion|sion|ness|able|ible|ment|ward|wise|like|less|ism|ist|ology )
      (?! -?\w*\s+- )
    | (?<=\s) (?P<gap> -for- ) (?=[\s,.;])
    | (?<![\w'’-]) (?:and|or) \s+ (?P<gap> -(?:year|month|week|day)-olds? ) \b
    # “A year-old dispute” has lasted one year, but a person is not one year old by that name.
    | (?<![\w'’-]) (?: an?|the|his|her|their|another|one|two|three ) \s+ (?P<gap> year-old )
      (?= \s+(?:boy|girl|man|woman|son|daughter|child|baby|student|pupil|teen\w*|victim|suspect|driver
          |mother|father|brother|sister|actor|actress|singer|player|striker|goalkeeper|defender|midfielder
          |resident|pensioner|farmer)\b )
    """,
    message="No number before “{gap}”",
    why="The number of a compound was dropped; take it from the source.",
    spacing=True,
    confidence=0.97,
    cases=[
        flags("Police arrested [[a -year-old]] man."),
        flags("It is [[a -story]] brick house."),
        flags("The [[new -seat]] chamber opened."),
        flags("She left a wife [[and -month-old]] baby."),
        flags("They plan [[a -suite]] camp after [[a .-magnitude]] quake."),
        flags("The victim, [[a year-old]] woman, was treated."),
        flags("Traffic grew ([[-fold]] in a year)."),
        passes("Police arrested a 19-year-old man."),
        passes("Both pre- and -post war houses stand."),
        passes("A two- or three-story house."),
        passes("They met – day after day – in town."),
        passes("It was an up- to- the -minute report."),
        passes("The -ment and the -ology of it all, up-to- the -minute."),
        passes("The year-old dispute ended; a month-old baby slept."),
        passes("A well-known, ten-year plan."),
    ],
)
