"""Total that is not the sum of the parts named with it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.consistency._context import discussed, numbers_before, places, shown
from textcheck.rules.consistency._numbers import NUMBER, NUMBER_END, numbers, precision, value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textcheck.document import Block, Document
    from textcheck.finding import Severity
    from textcheck.rule import Match

_WORD: Final = r"[\p{L}][\p{L}'’-]*"
_NOUN: Final = (
    rf"(?!(?:and|or|more|fewer|less|times|of|per|plus|in|on|from|to|years?|million|percent|was|were|is|are"
    rf"|has|have|had|will|who|died|took|for|a|an|the|making|giving|may|can|must|should|could|would"
    rf"|might)\b){_WORD}"
)
_AMOUNT: Final = (
    rf"(?:[$£€]\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?(?:\s(?:million|billion|trillion|thousand)\b)?(?![\p{{N}}%])"
    rf"|(?:{NUMBER}))(?!\s?(?:%|per\s?cent|percent)|[-–])"
)
_SOME: Final = rf"(?:{_AMOUNT}|\ban?(?=\s\p{{Ll}}))"
_PART: Final = (
    rf"(?P<part>{_SOME})(?P<what>(?:\s+{_NOUN}){{0,3}}(?:\s+(?:from|for|in|to|of|by|on|against|at|with)"
    rf"(?:\s+(?!and\b){_WORD}){{1,4}})?)"
)
_NEXT: Final = rf"(?:,\s+(?:and\s+)?|;\s+(?:and\s+)?|\s+and\s+|\s+&\s+|\s+plus\s+){_PART}"
_PARTS: Final = rf"{_PART}(?:{_NEXT})+"
_ENDS: Final = (
    r"(?=\s*(?:[.;)!?–—,]|$)|\s+(?:were|was|are|died|have|had|will|took|attended|joined|signed|who)\b)"
)

_FIRST: Final = lazy(
    rf"(?P<sum>(?P<total>{_AMOUNT})(?P<whole>(?:\s+{_NOUN}){{0,4}}))"
    rf"(?P<mark>:\s+|\s+[–—]\s+|—|\s+-\s+|\s*\(|,\s+(?:namely\s+|comprising\s+|made\s+up\s+of\s+"
    rf"|consisting\s+of\s+)?|\s+(?:comprising|made\s+up\s+of|consisting\s+of)\s+){_PARTS}{_ENDS}"
)
_LAST: Final = lazy(
    rf"{_PARTS}(?:,\s+|\s*[–—]\s*|\s+)(?P<sum>(?:(?:for|(?:making|giving|bringing)(?:\s+(?:it|them|him|her|us|the\s+\p{{Ll}}+))?"
    rf"|or|which\s+makes|that\s+is)\s+)?"
    rf"(?:a\s+(?:grand\s+|combined\s+)?total\s+of\s+(?P<total>{_AMOUNT})"
    rf"|(?P<total>{_AMOUNT})(?P<whole>(?:\s+{_NOUN}){{0,2}})\s+(?:in\s+(?:all|total)|altogether|all\s+told)))"
)
_VAGUE: Final = lazy(
    r"(?i)\b(?:about|around|nearly|almost|approximately|roughly|some|over|under|least|most|than|up\s+to"
    r"|or\s+so|fewer|between|and|per|only\s+the)\s+(?:\$|£|€)?$"
)
_OPEN: Final = lazy(
    r"(?i)\b(?:among|includ\w+|others?|rest|remaind\w+|several|some|more|fewer|less|both|of\s+wh(?:om|ich)"
    r"|each|every"
    r"|apiece|respectively|versus|vs|against|about|around|nearly|almost|approximately|roughly|over|least"
    r"|most|aged|points?|after|before)\b"
)
_PERSONS: Final = lazy(
    r"(?i)\b(?:men|women|man|woman|boys?|girls?|males?|females?|adults?|child|children|soldiers?|civilians?"
    r"|sons?|daughters?"
    r"|students?|teachers?|pupils?|passengers?|crew|police|officers?|workers?|residents|visitors|adult"
    r"|teenagers?|toddlers?|babies|baby)\b"
)
_CROWD: Final = lazy(
    r"(?i)\b(?:people|persons|students|pupils|children|victims|passengers|players|members|hostages"
    r"|prisoners|suspects|patients"
    r"|employees|workers|candidates|delegates|dead|killed|injured|wounded|guests|residents|visitors"
    r"|survivors|crew|casualties|adults|teachers|athletes|officers|soldiers|jurors|volunteers|participants"
    r"|refugees|migrants|judges|siblings|deaths|inmates)\s*$"
)
_TALLY: Final = lazy(
    r"(?i)\b(?:medals?|games?|matches|wins?|votes?|seats?|books|albums|films|goals|races|titles|trophies"
    r"|houses|homes|cars|ships|aircraft|planes|animals|birds|dogs|cats|trees|rooms|beds|flats|apartments"
    r"|schools|shops|tickets)\s*$"
)
_CONTESTS: Final = lazy(r"(?i)\b(?:games?|match(?:es)?|races|seasons|rounds)\s*$")
_RESULT: Final = lazy(
    r"(?i)\b(?:won|lost|drawn|wins?|loss(?:es)?|draws?|ties|defeats?|victor\w+|home|away)\b"
)
_LABEL: Final = lazy(
    r"(?i)\b(?:chapter|room|group|no|number|day|team|class|grade|week|round|page|figure|table|route|at|by"
    r"|act|scene|part|june|july|march|april|may|january|february|august|september|october|november"
    r"|december)\.?\s+$"
)
_FOLLOWING: Final = lazy(r"\s+(\p{Ll}+)")
_MARKS: Final = (
    *(": ", " – ", "—", " - ", " (", ", namely ", " comprising ", " made up of ", " consisting of "),
    *("people, ", "persons, ", "passengers, ", "students, ", "members, ", "victims, ", "children, "),
)
_PART_BEGINS: Final = re.compile(
    r"\W{0,4}(?:[a-z]+, )?(?:namely |comprising |made up of |consisting of )?[$£€]?"
    r"(?:\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b)",
    re.IGNORECASE,
)
_SUMS: Final = ("total of ", " in all", " in total", "altogether", "all told")
_ANCHOR: Final = (
    rf"{NUMBER_END}(?:\s+{_NOUN}){{0,4}}(?::\s|\s\(|\s[-–—]\s|—"
    r"|,?\s(?:namely|comprising|made\s+up\s+of|consisting\s+of)\s+"
    r"|(?:\s(?:people|persons|passengers|students|members|victims|children)),\s)"
    rf"(?:\p{{Ll}}+,\s)?[$£€]?(?:an?\s|{NUMBER_END})"
    rf"[^():;]{{0,120}}?(?:[,;]|\s(?:and|&|plus))\s+(?:and\s+)?[$£€]?(?:an?\s|{NUMBER_END})"
    rf"|total\s+of\s+[$£€]?{NUMBER_END}"
    rf"|{NUMBER_END}(?:\s+{_NOUN}){{0,2}}\s+(?:in\s+(?:all|total)|altogether|all\s+told)"
)
"""A number before the beginning of a list of numbers, or with the words of a total."""
_TOTAL_OF: Final = lazy(r"(?i)\btotal\s+of\s+$")
_YEAR: Final = lazy(r"(?:1\d|20)\d\d")


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    for match in _before_parts(text, places(text, _MARKS)):
        yield from _judge(block, match, _severity_before)
    for anchor in places(text, _SUMS):
        last = next(numbers(_LAST, text, max(anchor - 140, 0), anchor + 60), None)
        if last is not None and last.end() >= anchor:
            yield from _judge(block, last, _severity_after)


def _before_parts(text: str, anchors: list[int]) -> Iterator[Match]:
    """Yield the totals that stand before one of the marks, and their parts."""
    seen: set[int] = set()
    for anchor in anchors:
        if not _PART_BEGINS.match(text, anchor):
            continue
        for start in numbers_before(text, anchor + 1, reach=60):
            match = _FIRST.match(text, start)
            if match is None or start in seen or not match.start("mark") - 12 <= anchor < match.end("mark"):
                continue
            seen.add(start)
            yield match


def _judge(block: Block, match: Match, severity_of: Callable[[Match], Severity | None]) -> Iterator[Hit]:
    total = _amount(match["total"])
    parts = [_amount(part) for part in match.captures("part")]
    severity = severity_of(match) if _differs(match, total, parts) else None
    text = match.string
    start, end = match.span()
    if severity is None or discussed(text[max(start - 80, 0) : end + 80]):
        return
    if "(" in match[0]:
        end += text.startswith(")", end)
    made = sum(parts, Decimal(0)).normalize()
    message = f"“{shown(match['sum'], 30)}”, but the parts make {made:,f}"
    yield Hit(block.start + start, block.start + end, message, severity=severity)


def _amount(words: str) -> Decimal:
    return value(words.lstrip("$£€"))


def _differs(match: Match, total: Decimal, parts: list[Decimal]) -> bool:
    """Tell whether parts that could be those of the total do not make it, rounding allowed for."""
    amounts = [match["total"], *match.captures("part")]
    units = [precision(amount.lstrip("$£€")) for amount in amounts]
    exact = all(unit == 1 for unit in units)
    slack = Decimal(0) if exact else max(units) * len(units) / 2
    before = match.string[max(match.start("total") - 24, 0) : match.start("total")]
    return (
        abs(sum(parts) - total) > slack
        and max(parts) < total
        and any(part[0] not in "aA" for part in match.captures("part"))
        and (match.re.pattern == _FIRST.pattern or all(match.captures("what")))
        and len({amount[0] in "$£€" for amount in amounts}) == 1
        and not _VAGUE.search(before)
        and not _OPEN.search(match[0])
    )


def _severity_before(match: Match) -> Severity | None:
    whole, kinds = match["whole"], match.captures("what")
    before = match.string[max(match.start() - 16, 0) : match.start()]
    if _LABEL.search(before) or (not whole and _YEAR.fullmatch(match["total"])):
        return None
    persons = all(map(_PERSONS.search, kinds))
    if _TOTAL_OF.search(before):
        return "warning"
    if match["mark"].strip() == ",":
        return "warning" if persons and _CROWD.search(whole) else None
    if (
        match["total"][0] in "$£€"
        or (persons and (not whole or _CROWD.search(whole)))
        or _is_tally(whole, kinds)
    ):
        return "warning"
    return "info" if whole and not _CONTESTS.search(whole) else None


def _is_tally(whole: str, kinds: list[str]) -> bool:
    """Tell whether the parts are of the kind that the total counts, by its noun."""
    return _TALLY.search(whole) is not None and (
        not _CONTESTS.search(whole) or all(map(_RESULT.search, kinds))
    )


def _severity_after(match: Match) -> Severity | None:
    following = _FOLLOWING.match(match.string, match.end())
    whole = match["whole"] or (following[1] if following else "")
    if _OPEN.search(whole):
        return None
    kinds = " ".join(match.captures("what"))
    if not whole.strip() or _CROWD.search(whole) or whole.strip() in kinds.split() or not kinds.strip():
        return "warning"
    return "info"


rule = block_function(
    _check,
    why="One of the figures is wrong, or a part is missing; take them all from the source.",
    anchor=_ANCHOR,
    confidence=0.85,
    cases=[
        flags("The crash killed [[12 people: five men and six women]]."),
        flags("There were [[15 – 10 boys and 6 girls]] – in the class."),
        flags("Police held [[12 people, five men and six women]], on Monday."),
        flags("On board were [[five men and six women, a total of 12]]."),
        flags("The team won [[12 medals (5 gold, 4 silver and 2 bronze)]] this year."),
        flags("It will cost [[$12 million: $7 million for roads and $9 million for schools]]."),
        flags(
            "He has [[12 cows in the valley and 9 on the hill, giving him a total of 23]] cows in the herd."
        ),
        flags("She sold [[40 cups and 30 bowls, 80 in all]], at the fair."),
        flags("A list of a total of [[20 ships: eleven tankers and eight ferries]] was read."),
        passes("The crash killed 12 people: six men and six women."),
        passes("The team won 12 medals (5 gold, 4 silver and 3 bronze)."),
        passes("There were about 12 people: five men and six women."),
        passes("The crash killed 12 people, five dogs and six cats."),
        passes("In 2010: 5 men and 6 women. In room 15 – 10 boys and 6 girls."),
        passes("He played 2 games: 10 points and 5 rebounds."),
        passes("Of 12 people, five men and some women, among them 3 nurses, were hurt."),
        passes("It cost $12.5 million: $7 million for roads and $5.4 million for schools."),
        passes("He had five goals and six assists for a total of 16 points."),
        passes("She sold 40 cups and 30 bowls, 70 in all, and a dozen: eleven plates and a jug."),
        passes("It can be one of three kinds: a club, a firm, or a trust."),
        passes("Children between 15 and 18 may work seven hours a day for a total of 38 a week."),
        passes("They have 12 rooms: five more than in May and six fewer than in June."),
    ],
)
