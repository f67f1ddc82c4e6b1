"""Range or score left without its numbers."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import CURRENCY_WORD, MAGNITUDE, MONTH, PERCENT, PERIOD, UNIT

_COUNTED = (
    rf"(?:{PERCENT}|{UNIT}|{PERIOD}|{MAGNITUDE}|{CURRENCY_WORD}|{MONTH}"
    r"|people|votes|points|seats|[ap]\.m\.?|[$£€¥%])(?!\w)"
)
_PEOPLE = "people|adults|women|men|children|users|patients|households|families|pupils|voters"
_LENGTHS = r"inches|feet|met(?:re|er)s|miles|kilomet(?:re|er)s|degrees|tonnes|tons|pounds|percent|per\s+cent"
_RISES = "expects?|expected|receive[sd]?|brings?|drops?|dumps?|rose|rises?|fell|grew|climbed|risen|grows?"
_BEHIND_RANGE = (
    r"each|every|an?|at|on|for|with|by|in\s+(?:the|an?)|and(?!\s+fro)|as|when|while|before|depending"
    "|he|she|it"
)
_RESULT = (
    "won|win|wins|lost|lose|loses|beat|beats|beating|defeat(?:s|ed|ing)?|drew|drawn|draws|led|leads|leading"
    "|trail(?:s|ed|ing)?|victory|voted|score|scored|finished|ended|(?:score|vote|margin|ratio)\\s+of"
)
_BEHIND_RESULT = (
    "on|at|in|to|over|against|after|with|for|from|when|before|until|and|this|last|win|victory|defeat|loss|home"
    "|away|thanks"
)
_DECIDED = (
    "won|wins?|lost|loses?|losing|winning|beat(?:en|ing)?|beats|defeated|victory|lead|led|leads|trailed|trail"
)
_MARGIN = "runs|wickets|votes|goals|lengths|strokes|shots|seconds|games|seats|legs|frames"
_SCORED = (
    "win|victory|defeat|loss|draw|tie|lead|deficit|score|scoreline|vote|majority|decision|record|thrashing"
    "|triumph|thriller|success|ruling|split|run|season"
)
_COOKED = "teaspoons?|tablespoons?|cups?|tsp|tbsp|inch(?:es)?|pints?|ounces?|oz|lbs?"

rule = pattern(
    rf"""(?x)
    (?P<span> ,\s? [-–] (?= , | \s\( )
    | (?<![\w'’-]) (?:
      # Words
      (?i: between\s+and|from\s+to ) (?= \s*(?:[.,;]|$) | \s+{_COUNTED} )
    | (?i: from\s+to ) (?= \s+(?:{_BEHIND_RANGE})\s )
    | (?i: of|for|over|about|by|in|every|at|past|aged ) \s+ to (?= \s+{_COUNTED} )
    | (?i: by|of|at|about ) \s+ to (?= \s+(?:one|two|three|four|five)\b )
    | (?:{_RISES}) \s+ to (?= \s+(?:{_LENGTHS})\b )
    | (?: by ) \s+ of (?= \s+an?\s+(?:second|mile|point|percent|inch|met(?:re|er)|length)\b )
    | (?i: {_DECIDED} ) \s+ (?:\w+\s+){{0,2}} by (?= \s+(?:{_MARGIN})\b )
    | (?i: up\s+to|more\s+than|fewer\s+than|at\s+least|one|two|three|four|five|six|seven|eight|nine ) \s+ in
      (?= \s+(?:{_PEOPLE})\b (?!\s+who) )
      # Dashes
    | (?i: by\s+(?:an?\s+)?(?:score|vote|margin)\s+of\s+(?:to|[-–]) ) (?!\w)
    | (?i: {_RESULT} ) (?:\s+(?:by|the|\p{{Lu}}[\w’'-]*|of)){{0,4}} \s+ [-–]
      (?= \s+(?:{_BEHIND_RESULT})\b | \s*[,.;](?:\s|$) ) (?! [^.]*\s[-–]\s )
    | (?<= \p{{Ll}}\s ) [-–]
      (?= \s+(?:on\s+aggregate|after\s+extra\s+time|at\s+half[-\s]time|at\s+the\s+(?:break|interval))\b )
      (?! [^.]*\s[-–]\s )
    | (?i: to ) \s+ [-–] (?= \s+(?:on\s+the|this|for\s+the|in\s+the)\s ) (?! [^.]*\s[-–]\s )
    | (?i: at|of|by|from|in|to|an?|age|ages|aged|split ) \s+ [-–] (?= \s*[,.;)](?:\s|$|[”"’]) )
    | (?i: next|past|last|first|every|of|or|took|takes?|need|for|within|at|than|nearly|about|to|an?|the ) \s+
      [-–] (?= \s{_COUNTED} )
    | (?i: an?|the|his|her|their|its|another ) \s+ [-–] (?= \s+(?:{_SCORED})\b )
      # Slashes
    | (?<=\p{{Ll}}\s) /\s?/ (?= [,.;)] )
    | (?<= [,(–—]\s{{1,2}} | ^ ) / (?= \s(?:{_COOKED})\b )
    | (?i: on|dated|since|until|before|after ) \s+ /\s?/ (?=\s)
    | (?i: after|before|since|during|until|last|next|past|the|of|on|forget|post ) \s+ / (?= \s | [.,;”"] )
    | (?i: is|was|are|were|stood ) \s+ / (?= \s+(?:at|in|on|for|before|after)\s )
    | (?i: or|and|about|over|than|by|to|some|the|an? ) \s+ / (?= \s+of\b | \s+\p{{Ll}}+\s )
    ) )""",
    message="No numbers in “{span}”",
    why="The digits of a range, a score or a vote were dropped; take them from the source.",
    scope=RUNNING_KINDS,
    confidence=0.9,
    cases=[
        flags("Prosecutors ask for [[between and]] years in prison."),
        flags("Gusts range [[from to]] knots."),
        flags("Arsenal [[won –]] at home to go top."),
        flags("The house is split [[at -]]; she won 6–2[[, –]], 6–3, with a third [[or /]] of it."),
        flags("A sentence of five years [[or –]] hours of service."),
        flags("The Hawks [[beat the Rockets -]] on Wednesday."),
        flags("It was [[a -]] defeat for the hosts, by [[a –]] vote."),
        passes("Prosecutors ask for between five and ten years in prison."),
        passes("He left – years later – for the coast."),
        passes("The path runs between and around the houses."),
        flags(
            "The team improved [[to -]] on the season and [[lost by]] wickets; staff are [[by to]] one fewer."
        ),
        flags("The river [[rose to]] feet; the odds [[were /]] at the start."),
        flags("Rovers [[won -]] on aggregate, [[by of]] a second; it hits [[up to in]] people."),
        passes("They were transported from to and fro."),
        passes("Arsenal won – at last – and went top."),
        passes("The vote was close, 5-4, and the court ruled."),
        passes("He lost the match 3–1 in Leeds."),
    ],
)
