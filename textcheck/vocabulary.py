"""Words that several rules share, as alternatives for a pattern, longest first where one begins another."""

from __future__ import annotations

MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
MAGNITUDE = "thousand|million|billion|trillion"
PERCENT = "per\\s?cent|percentage\\s+points?"
ARTICLE = "the|an|a"
POSSESSIVE = "its|his|her|their|our|my|your|whose"
DEMONSTRATIVE = "this|that|these|those"
PREPOSITION = (
    "of|in|on|at|to|for|from|by|with|since|until|till|as|per|than|into|onto|over|under|about|around|after"
    "|before|during|between|through|throughout|towards|toward|within|without|against|among|across|above"
    "|below|near|via|like|upon"
)
CONJUNCTION = "and|or|but|nor"
BE = "is|was|are|were|be|been|being"
APPROXIMATOR = (
    "approximately|about|around|roughly|nearly|almost|some|over|under|up\\s+to|more\\s+than|less\\s+than"
    "|fewer\\s+than|at\\s+least|at\\s+most|as\\s+many\\s+as|as\\s+much\\s+as|no\\s+more\\s+than|just\\s+over"
    "|just\\s+under|well\\s+over|an\\s+estimated|a\\s+total\\s+of|an\\s+average\\s+of"
)
SPEECH_VERB = (
    "said|says|stated|states|added|adds|explained|explains|noted|notes|remarked|remarks|declared|declares"
    "|announced|announces|argued|argues|claimed|claims|insisted|insists|warned|warns|admitted|admits"
    "|commented|comments|replied|replies|responded|responds|observed|observes|recalled|recalls|concluded"
    "|concludes|continued|continues|stressed|stresses|emphasized|emphasised|emphasizes|emphasises|told"
    "|tells|asked|asks|wrote|writes|tweeted|tweets|acknowledged|acknowledges|affirmed|asserted|asserts"
    "|complained|complains|confirmed|confirms|conceded|concedes|cautioned|pointed\\s+out"
)
LENGTH_UNIT = (
    "kilomet(?:er|re)s?|met(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?|miles?|yards?|feet|foot"
    "|inch(?:es)?|nautical\\s+miles?|light[ -]years?|km|cm|mm|ft|mi|yds?"
)
AREA_UNIT = (
    "square\\s+(?:kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet|foot|yards?|inches)|acres?|hectares?"
    "|sq\\.?\\s*(?:km|mi|ft|m)|km²|m²|km2|m2|ha"
)
MASS_UNIT = "kilograms?|grams?|milligrams?|tonnes?|tons?|pounds|ounces?|stone|kg|mg|lbs?|oz"
OTHER_UNIT = (
    "degrees?|°\\s?[CF]|°|lit(?:er|re)s?|gallons?|barrels?|bushels?|watts?|kilowatts?|megawatts?|gigawatts?"
    "|volts?|horsepower|hp|knots|mph|km/h|kph|bpm|hertz|[kMG]Hz|[kMG]W|[kKMGT]B|bytes?|megabytes?"
    "|gigabytes?|pixels?|decibels?|dB|calories|kilojoules?|basis\\s+points?"
)
UNIT = f"{AREA_UNIT}|{LENGTH_UNIT}|{MASS_UNIT}|{OTHER_UNIT}"
PERIOD = "seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|quarters?|years?|decades?|centuries"
PLURAL_PERIOD = "seconds|minutes|hours|days|weeks|months|years"
CURRENCY_SIGN = (
    r"$¢-¥\u058f\u060b\u07fe\u07ff\u09f2\u09f3\u09fb\u0af1\u0bf9\u0e3f\u17db\u20a0-\u20cf\ua838\ufdfc\ufe69\uff04"
    r"\uffe0\uffe1\uffe5\uffe6"
)
"""Members of Sc in the basic plane, to stand in brackets: ``\\p{Sc}`` is loosened to all outside of ASCII."""

CURRENCY_WORD = (
    "dollars?|euros?|pounds?|pence|yen|yuan|renminbi|rubles?|roubles?|rupees?|pesos?|francs?|cents?"
)
COUNTED = (
    "people|persons|men|women|children|students|pupils|passengers|soldiers|troops|members|employees|workers"
    "|residents|homes|houses|families|households|votes|seats|countries|nations|states|cities|companies|firms"
    "|cases|deaths|jobs|units|schools|vehicles|cars|inmates|migrants|refugees|civilians|officers|delegates"
    "|lawmakers|patients|tickets|visitors|volunteers|guests|customers|spectators|supporters|fans|users|readers"
    "|subscribers|shareholders|farmers|teachers|nurses|doctors|firefighters|others|points|goals|games|matches"
    "|copies|barrels|times|victims|fighters|protesters|prisoners|hostages"
)
"""Plurals of what news counts most: people, buildings, votes, things scored."""

NUMBER_WORDS = frozenset(
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "dozen",
        "hundreds",
        "thousands",
        "millions",
        "half",
        "quarter",
        "third",
        "thirds",
        "fifth",
        "fifths",
        "tenth",
        "tenths",
        "point",
        "nil",
        "nought",
    ]
)
QUANTIFIERS = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "what",
        "which",
        "whose",
        "any",
        "some",
        "each",
        "every",
        "no",
        "few",
        "fewer",
        "several",
        "many",
        "more",
        "most",
        "another",
        "other",
        "same",
        "certain",
        "small",
        "large",
        "larger",
        "high",
        "higher",
        "low",
        "lower",
        "great",
        "greater",
        "whole",
        "full",
        "first",
        "second",
        "last",
        "next",
        "multi",
        "per",
        "odd",
        "couple",
        "such",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "your",
    ]
)


def is_number_word(word: str) -> bool:
    """Tell whether a word is, or ends in, a spelt-out number: “five”, “twenty-five”, “two-thirds”."""
    return word.lower().replace("–", "-").rsplit("-", 1)[-1] in NUMBER_WORDS
