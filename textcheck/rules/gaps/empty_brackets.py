"""Brackets with nothing in them, or with nothing before their first comma."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

_LEFT_ALONE = (
    r"see|also|pop\.|population|c\.|ca\.|circa|est\.|or|and|about|from|since|until|in|of|to|at|by|on|approximately"
    "|founded|released|published|aged|age"
)
"""Words that nothing but a value may follow in brackets."""

_ANNOUNCES = r"pronounced|known\s+as|called|formerly|literally|meaning|lit\."

rule = pattern(
    rf"""(?x)
    (?P<span>
      (?<![\w.:\]'’$])
      (?<! \b(?:box|tick|circle|mark|check)\s )
      (?: \( (?: \s* | \s+[–/&-]\s+ | \s*/[\s/]* | \s*[,;](?:\s*[,;–-])*\s*
               | \s*(?:born|died|b\.|d\.)\s*[,;.–-]*\s*
               | (?:\s*(?:{_LEFT_ALONE}))+ (?:\s+[,;.–-]*\s*|\s*[,;–-]+\s*) ) \)
        | \[ \s* (?: /[\s/]* | [,;–-](?:\s*[,;–-])*\s* ) \]
        | (?<= \p{{Lu}}\p{{Ll}}+\s ) \( [–-] \)
        | \( \s* \p{{L}}{{1,4}} \s* [=<>≤≥] \s* \.? \s* \)
        | \( \s+ (?:[mgkc]?m|ft|kg|g|km²|mi) \)
        # What follows is sound.
        | \( \s* [,;](?:\s*[,;])* (?! [-)] ) (?= \s*[\w"“‘'] )
        | \( \s+ (?= (?:or|and|also|UTC|GMT|for|per|each)\b (?![^)]*\s\)) )
        | \( \s* \. (?= \s | $ )
        | \[ \s* [,;] (?= \s*\w ) )
    # An empty footnote mark stands behind a word or a stop.
    | (?<= [\p{{L}}.,;:”"’)]\s? | \]\s ) \[ [–-]? \] (?!\()
    # What comes before is sound.
    | (?: (?<= [\p{{L}}"”’] | \bal\. ) [;,:] | \b(?:SD|SE|CI|IQR|{_ANNOUNCES}) ) \s+ \)
    # A sign of statistics with no value behind it
    | (?<= \( [^()]{{0,120}} ) (?<![\w-]) (?:[pPnNrtFkzd]|df|SD|SE|OR|HR|RR|CI|[χηR][2²]|[αβ]) \s? [=<>≤≥]
      (?= \s?[);] | \s?,\s )
    | (?<![\w-]) CI \s? [:,=]? \s+ (?:to|[–-]) (?= \s?[;,)\]] )
    )""",
    message="Nothing in “{span}”",
    why="A number, name, link or translation in brackets was dropped.",
    scope=RUNNING_KINDS | {"heading"},
    confidence=0.97,
    cases=[
        flags("The Serbs [[()]] began to migrate."),
        flags("Hovit [[(,]] also known as Havit) is a village."),
        flags("Chen [[(;]] born in November) is a minister."),
        flags("The quake struck at noon [[( ]]UTC)."),
        flags("Yao Chang [[(born )]] is a painter."),
        flags("The theatre of the town (“Staw”[[; )]] is old; the fort [[( ]]or castle) is older."),
        flags("As shown before (Ober et al.[[, )]], the tools lag."),
        flags("The road climbs to the house [[( m)]]."),
        flags("It was higher in males [[(p = )]] than before; it is cheap [[( ]]for members)."),
        flags("The gap was small (95% [[CI to]]; [[p =]]), and less in men (t = 4.1, [[p <]])."),
        passes("Thanks =) and n =, in code; the gap was clear (95% CI 2 to 4; p = 0.01, n = 12)."),
        passes("Tick the box ( ) beside each; a week has [ ] days."),
        flags("Sir Hugh Vane [[(–)]] collected barometers."),
        passes("Call open() and close() in turn."),
        passes("He smiled ;) and left :(, as ever."),
        passes("The list (m, n,) is a tuple."),
        passes("Write to ada (at) example (dot) org; the (-/-) mice and the (–) lane."),
        passes("See (and hear) the choir (from 1950)."),
        passes("He was a painter (born 1942)."),
        passes("- [ ] buy milk", format="markdown"),
    ],
)
