"""Unit of measurement left without its number."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import AREA_UNIT, LENGTH_UNIT, MASS_UNIT, PERIOD, PLURAL_PERIOD, UNIT

_SYMBOL = "km(?:/h|²|2)?|kg|cm|mm|mph|°[CF]|m²|mg|ml|kW|kWh|MHz|GHz|mAh|kB|KB"
_SOUND_BEFORE_SYMBOL = (
    "in|per|square|cubic|sq|the|an?|each|one|every|and|or|by|of|into|as|is|half|few|several|many|total"
    "|additional|extra|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    "|fifty|sixty|seventy|eighty|ninety|dozen|hundreds?|thousands?|millions?|billions?"
)
"""Words that name a measure or a rate, and numbers in words."""

_TAKES_MEASURE = (
    "approximately|nearly|almost|roughly|than|least|up\\s+to|measuring|measures|weighing|weighs|stretching"
    "|stretches|spanning|spans|reaching|(?:rising|rises|climbs|climbing)\\s+to"
    "|(?:depth|height|length|width|weight|distance|speed|area|altitude|elevation)\\s+of"
)
_DIMENSION = "long|wide|high|tall|deep|thick|away|across|above|below"
_DIRECTION = "north|south|east|west|from|away|above|below|long|wide|off|offshore|inland"
_STORAGE = "of|RAM|SSD|storage|memory|drive|hard|version|model|card|disk|files?|free"
_RACE = "hurdles|sprint|relay|freestyle|backstroke|breaststroke|butterfly|medley|final|race|record"

_KITCHEN = "tbsps?|tsps?|oz|lbs?|ml|kg|g"
_SPOONS = "tablespoons?|teaspoons?|cups?|ounces?|pounds?|pints?"
_FOOD = (
    r"(?:(?:plain|wholemeal|self-raising|brown|white|caster|icing|olive|vegetable|sunflower|unsalted|salted|whole"
    r"|grated|chopped|melted|cold|warm|boiling|double|baking|soy|ground|dried|fresh)\s+){0,2}"
    "(?:flour|sugar|milk|buttermilk|butter|water|oil|salt|pepper|honey|cream|rice|yeast|vanilla|cinnamon|stock|broth"
    "|cocoa|syrup|treacle|molasses|vinegar|juice|zest|cheese|oats|cornflour|cornstarch|powder|soda|sauce|mustard"
    "|paprika|cumin|ginger|yog(?:h)?urt|lard|margarine|raisins|lentils)"
)
_ADDS = (
    "add|stir\\s+in|whisk\\s+in|fold\\s+in|mix\\s+in|pour\\s+in|beat\\s+in|melt|dissolve|weigh\\s+out|sift"
)
_NO_FOOD = "and|or|per|is|are|was|for|the|to|in|of(?!\\s\\p{Ll})|means|stands|equals|denotes|as|on|at|not"

rule = pattern(
    rf"""(?x)
    (?: (?<= \p{{L}}\s\( ) \s (?P<unit> {UNIT}|{PERIOD} )
      # In a recipe
    | ^ (?:[-*•–]\s+)? (?P<unit> {_KITCHEN} ) \.? (?= \s+(?!(?:{_NO_FOOD})\b)\p{{Ll}}{{2,}} )
    | ^ (?:[-*•–]\s+)? (?P<unit> {_SPOONS} ) (?= \s+(?:of\s+)?{_FOOD}\b )
    | (?<![\w'’.-]) (?:
      (?i: {_ADDS} ) \s+ (?P<unit> {_KITCHEN} ) (?= \s+(?!(?:{_NO_FOOD})\b)\p{{Ll}}{{2,}} )
    | (?i: {_ADDS} ) \s+ (?P<unit> {_SPOONS} ) (?= \s+{_FOOD}\b )
      # Symbols
    | (?! (?:{_SOUND_BEFORE_SYMBOL})\b ) \p{{Ll}}{{2,}} (?<!est) \s+ (?P<unit> {_SYMBOL} )
    | a \s+ (?P<unit> M[PW]|mm|ml|mg|km|kW|kg|cm ) (?= \s+\p{{Ll}} )
    | (?: to|of|at ) \s+ (?P<unit> °[CF]|km/h|mph )
    | \p{{Ll}}+ \s+ (?P<unit> ° )
    | (?: measures|measuring|of|about|is|are|was ) \s+ (?P<unit> × )
    | (?: is|was|of|by|to ) \s+ (?P<unit> mg|ml ) (?= \s+(?:once|twice|daily|per|every|of|a)\b )
    | (?: the|an?|its|with|of|and ) \s+ (?P<unit> [GMT]B ) (?= \s+(?:{_STORAGE})\b )
    | (?: the|in|her|his ) \s+ (?P<unit> m ) (?= \s+(?:{_RACE})\b )
      # Units
    | (?: {_TAKES_MEASURE} ) \s+
      (?P<unit> {AREA_UNIT}|{LENGTH_UNIT}|{MASS_UNIT}|degrees|knots|[kMG]W|[kMGT]B|[MG]Hz )
    | (?: is|was|are|were|stands|stood|measures ) \s+ (?P<unit> {LENGTH_UNIT} ) (?= \s+(?:{_DIMENSION})\b )
    | (?: about|around ) \s+ (?P<unit> {LENGTH_UNIT} ) (?= \s+(?:{_DIRECTION})\b )
    | (?: about|around|at\s+least|(?:less|more)\s+than|up\s+to ) \s+ (?P<unit> {UNIT} ) (?= \s+of\s )
      # Time and age
    | (?: approximately|nearly|almost|roughly|least|every|up\s+to|an\s+estimated|aged|age\s+of ) \s+
      (?P<unit> {PLURAL_PERIOD}|decades )
    | (?: is|was|are|were|be|been|just|only|than|an?|the|of ) \s+ (?P<unit> years?\s+old ) (?<!\ba\syear\sold)
    | (?: of|at|to|than|and|by|until ) \s+ (?P<unit> years\s+of\s+age )
    ) ) (?![\w'’/-])
    (?! \s+(?:and|upon|after)\s+(?P=unit)\b )
    """,
    message="No number before “{unit}”",
    why="The digits of a measurement were dropped; take the figure from the source.",
    scope=RUNNING_KINDS,
    confidence=0.9,
    cases=[
        flags("The reservoir [[lies km]] north of the town."),
        flags("Samples were heated [[to °C]] for an hour."),
        flags("The trail [[climbs to feet]] before the pass."),
        flags("The fish, [[weighing kilograms]], was a record."),
        flags("She [[was years old]] and it was three miles ([[ km]]) away."),
        flags("Trams leave [[every minutes]] and take [[nearly hours]]."),
        flags(
            "The nave [[is metres]] long; give it [[at least litres]] of water, or [[about grams]] of salt."
        ),
        flags("It has [[a MP]] sensor and ran [[the m]] hurdles at [[a °]] angle."),
        flags("- 200 g flour\n- [[tbsp]] malt extract\n- [[cups]] plain flour", format="markdown"),
        flags("[[Add g]] sugar and [[stir in ml]] water. [[Melt oz]] butter."),
        passes("- g is the acceleration\n- tsp = teaspoon\n- cups and saucers", format="markdown"),
        passes("Add 2 tbsp sugar and a cup of milk; another tbsp of oil."),
        passes("It was hard to choose between degrees in law and history."),
        passes("The reservoir lies 5 km north of the town."),
        passes("The distance in km, and the price per kg, were given."),
        passes("It covers three square km and twenty kg of salt."),
        passes("They walked for miles and miles, for hours on end."),
        passes("It lasted less than two hours; years went by."),
        passes("Every few minutes some days pass like years."),
    ],
)
