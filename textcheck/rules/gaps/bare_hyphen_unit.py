"""Compound such as “10-year” left without its number."""

from __future__ import annotations

from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import PERIOD, UNIT

_UNIT = (
    rf"(?:{PERIOD}|{UNIT}|fold|stor(?:e?y|ied)|page|point|pound|dollar|cent|percent|per\s+cent|million|billion"
    "|strong|member|man|woman|person|player|team|seat|seater|room|bed|bedroom|bit|cylinder|gun|speed|ply|track"
    "|goal|run|game|match|set|round|lap|hole|inning|wicket|volume|part|piece|issue|episode|word|character|line"
    "|vote|nation|country|state|city|term|century|time|step|way|star|plus|odd|something)s?"
)
_SUFFIX_OR_SERIES = "and|or|to|und|suffix|ending|prefix"
_DETERMINER = "an?|the|its|his|her|their|our|my|this|that|new|first|of|for|with|in|by|from|to|using"
_PERSON = (
    r"boy|girl|man|woman|son|daughter|child|baby|mother|father|brother|sister|student|pupil|teen\w*|resident"
    "|pensioner|victim|suspect|driver|farmer|actor|actress|singer|player|striker|goalkeeper|defender|midfielder"
)

rule = pattern(
    rf"""(?x)
    (?: (?<![\w-]|-\s) (?P<word> (?!(?i:{_SUFFIX_OR_SERIES})\b)[\w’']++ ) \s+ | (?<=[(“"‘]) | ^ )
      (?P<gap> [.,]?[-–]{_UNIT}(?:-old)? ) \b (?! -?\w*\s+- )
    # Any noun will do behind a determiner or a preposition, but a suffix that is spoken of.
    | (?<![\w-]|-\s) (?:{_DETERMINER}) \s+ (?P<gap> [.,]?-\p{{Ll}}{{4,}}+ )
      (?<! ing|tion|sion|ness|able|ible|ment|ward|wise|like|less|ism|ist|ology ) (?! -?\w*\s+- )
    | (?<=\s) (?P<gap> -for- ) (?=[\s,.;])
    | (?<![\w'’-]) (?:and|or) \s+ (?P<gap> -(?:year|month|week|day)-olds? ) \b
    # “A year-old dispute” has lasted one year, but a person is not one year old by that name.
    | (?<![\w'’-]) (?:an?|the|his|her|their|another|one|two|three) \s+ (?P<gap> year-old )
      (?= \s+(?:{_PERSON})\b )
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
