"""Range whose two ends are given in different currencies or units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.consistency._context import discussed, shown
from textcheck.rules.consistency._numbers import NUMBER
from textcheck.vocabulary import MAGNITUDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.finding import Severity
    from textcheck.rule import Match

_UNITS: Final = {
    "dollar": r"(?:US\s+)?dollars?",
    "euro": r"euros?",
    "pound sterling": r"pounds?\s+sterling",
    "yen": r"yen",
    "rupee": r"rupees?",
    "metric length": r"kilomet(?:er|re)s?|met(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?|km|cm|mm|m",
    "imperial length": r"miles?|yards?|feet|foot|inch(?:es)?|ft|mi",
    "metric mass": r"kilograms?|kilos?|grams?|tonnes?|kg|g|mg",
    "imperial mass": r"pounds|ounces?|lbs?|oz|stone",
    "metric speed": r"km/h|kph|kmh|kilomet(?:er|re)s?\s+(?:per|an)\s+hour",
    "imperial speed": r"mph|miles\s+(?:per|an)\s+hour",
    "Celsius": r"°\s?C|degrees\s+(?:Celsius|centigrade)",
    "Fahrenheit": r"°\s?F|degrees\s+Fahrenheit",
    "metric area": r"hectares?|square\s+(?:kilo)?met(?:er|re)s?|ha",
    "imperial area": r"acres?|square\s+(?:miles?|feet|yards?)",
    "metric volume": r"lit(?:er|re)s?|millilit(?:er|re)s?|ml",
    "imperial volume": r"gallons?|pints?|quarts?|fluid\s+ounces?",
    "time": r"seconds?|minutes?|hours?|days?|weeks?|months?|years?",
    "share": r"%|per\s?cent|percent",
}
_KINDS: Final = {name: lazy(unit) for name, unit in _UNITS.items()}
_SIGNS: Final = r"US\$|A\$|C\$|[$£€¥₹]"
_UNIT: Final = "|".join(sorted(_UNITS.values(), key=len, reverse=True))
_NUMBER: Final = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?|{NUMBER})"
_END: Final = (
    rf"(?P<sign>{_SIGNS})?{_NUMBER}(?:\s?(?:{MAGNITUDE}|m|bn|k)\b)?(?:[\s-]?(?P<unit>{_UNIT})"
    rf"(?![\p{{L}}\p{{N}}]))?"
)
_RANGE: Final = lazy(
    rf"\b(?:(?P<between>[Bb]etween)|(?P<from>[Ff]rom))\s+(?P<span>{_END}\s+(?:and|to)\s+{_END})"
)
_DASH: Final = lazy(
    rf"(?P<span>(?P<sign>{_SIGNS})\d+(?:[.,]\d+)?\s?[-–]\s?(?P<sign>{_SIGNS})\d+(?:[.,]\d+)?"
    rf"(?:\s{MAGNITUDE})?)"
)
_EITHER: Final = lazy(
    r"(?P<span>\b\d+(?:\.\d+)?(?:\s?[-–]\s?\d+(?:\.\d+)?)?\s?(?:kg\s?/\s?lbs?|lbs?\s?/\s?kg|km\s?/\s?mi"
    r"(?:les?)?|miles?\s?/\s?km|cm\s?/\s?in(?:ch(?:es)?)?))(?![\p{L}\p{N}])"
)
_CONVERTED: Final = lazy(
    r"(?i)\b(?:convert\w*|exchang\w*|conversion|switch\w*|chang\w+|choice|cho\w+|differen\w+|trade-?off"
    r"|equivalent|rate|relation\w*"
    r"|compar\w+|races?|runs?|running|courses|routes|trails|swims?|rides|events?|distances|rose|fell|grew"
    r"|went|moved|cut|down|up|drop\w*"
    r"|scal\w+|everything|anything)\s*$"
)
_PATTERNS: Final = ((_RANGE, ("etween", "rom")), (_DASH, tuple("$£€¥₹")), (_EITHER, ("/",)))
"""Each pattern with what a text holds where it is found."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    for pattern, literals in _PATTERNS:
        if any(literal in text for literal in literals):
            for match in pattern.finditer(text):
                yield from _judge(block, match)


def _judge(block: Block, match: Match) -> Iterator[Hit]:
    severity = _severity(match)
    start, end = match.span("span")
    if severity is None or discussed(match.string[max(start - 90, 0) : end + 60]):
        return
    message = f"“{shown(match['span'])}” mixes units"
    yield Hit(block.start + start, block.start + end, message, severity=severity)


def _severity(match: Match) -> Severity | None:
    if match.re.pattern == _EITHER.pattern:
        return "info"
    signs = match.captures("sign")
    if match.re.pattern == _DASH.pattern:
        return "warning" if signs[0] != signs[1] else None
    units = [_kind(unit) for unit in match.captures("unit")]
    joint = "and" if match["between"] else "to"
    if f" {joint} " not in " ".join(match["span"].split()) or _leads(match):
        return None
    if len(signs) > 1:
        return "warning" if signs[0] != signs[1] else None
    if signs or len(units) < 2 or units[0] == units[1]:  # noqa: PLR2004  # two ends
        return None
    # “From 5 km to 10 hours” may be two things; what is between the two cannot be.
    same_measure = units[0].split()[-1] == units[1].split()[-1]
    temperatures = {*units} == {"Celsius", "Fahrenheit"}
    money = {*units} <= {"dollar", "euro", "pound sterling", "yen", "rupee"}
    return "warning" if match["between"] or same_measure or temperatures or money else None


def _leads(match: Match) -> bool:
    before = match.string[max(match.start() - 30, 0) : match.start()]
    return _CONVERTED.search(before) is not None


def _kind(unit: str) -> str:
    return next(name for name, known in _KINDS.items() if known.fullmatch(unit))


rule = block_function(
    _check,
    why="Give both ends of the range in one currency or unit, as the source does.",
    anchor="|".join(expression.pattern for expression, _ in _PATTERNS),
    confidence=0.85,
    cases=[
        flags("It will cost between [[$5 and €10 million]] to mend."),
        flags("The path is from [[5 km to 10 miles]] long, he said."),
        flags("Add between [[5 kg and 10 lb]] of sand."),
        flags("Seats go for [[$20–€40]] at the door."),
        flags("The days saw between [[20 °C and 80 °F]] in May."),
        flags("A part weighs [[5-10 kg/lb]] in the list."),
        flags("They want from [[five dollars to ten euros]] a head."),
        passes("It will cost between $5 and $10 million to mend."),
        passes("The path is between 500 metres and 2 km (1.2 miles) long."),
        passes("Add between 5 kg (11 lb) and 10 kg (22 lb) of sand."),
        passes("The price went from £5 to €6 when the border moved."),
        passes("The choice between 5 kg and 10 litres is yours."),
        passes("It takes between 30 minutes and 2 hours, or from 6 inches to 2 feet of rope."),
        passes("There are races from 5 km to 10 miles, and fees of $5-$10."),
        passes("He walked from 5 a.m. to 10 miles beyond the town."),
    ],
)
