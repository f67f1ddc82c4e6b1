"""Day that is not in the calendar."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import regex

from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.consistency._context import discussed, sentence_text, shown
from textcheck.rules.consistency._dates import MONTH, YEAR, day_number, exists, month_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.rule import Match

_DAY: Final = r"(?:29|[3-9]\d)(?P<suffix>st|nd|rd|th)?(?!\p{L}|\p{N}|[:.,]\d|\s?%)"
_YEAR: Final = rf"(?:(?:,\s*|\s+(?:(?:in|of)\s+)?)(?P<year>{YEAR})(?!\s\p{{Ll}}{{4,}}s\b))"
_NAMED: Final = lazy(
    rf"(?<![\p{{L}}\p{{N}}])(?:(?P<month>{MONTH})(?:,?\s+the)?[\s-]+(?:\d{{1,2}}(?:st|nd|rd|th)?"
    rf"(?:\s?[-–—]\s?|\s+(?:to|and|or)\s+))?(?P<day>{_DAY}){_YEAR}?"
    rf"|(?<![$£€#.,:/-])(?P<day>{_DAY})(?:\s+day)?(?P<of>\s+of)?[\s-]+(?P<month>{MONTH})(?:[,\s-]\s*"
    rf"(?:(?:in|of)\s+)?(?P<year>{YEAR}))?)"
)
_NUMERIC: Final = lazy(
    r"(?<![\p{L}\p{N}./:–-])(?:(?P<iso>(?:1[5-9]|20)\d\d-(?P<month>\d\d)-(?P<day>\d\d))"
    r"|(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:1[5-9]|20)\d\d))"
    r"(?!\d|[/-]\p{N}|[.,]\d)"
)
_NAMED_HINT: Final = re.compile(r"(?:29|3\d)(?:\D|$)")
_NUMERIC_HINT: Final = re.compile(r"\d[-/.]\d\d?[-/.]\d")
"""Cheap first tests, by the standard library’s faster search."""

_LAST_DAY: Final = 31
_LAST_MONTH: Final = 12
_SLIP: Final = 39
"""Largest number that is still taken for a day with a wrong digit."""

_LEADS: Final = lazy(
    r"(?i)(?:\b(?:on|by|until|till|til|from|since|before|after|through|thru|dated?|due|to|and|or|between"
    r"|effective"
    r"|ending|ended|ends|starting|starts?|beginning|begins?|deadline|expires?|born|died"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?(?:\s+the)?|[(–—-])\s*$"
)
_GOES_ON: Final = lazy(
    r"\s*(?:[.,;:!?)”’\"–—]|$)|\s+(?:and|or|to|at|in|the|is|was|were|will|when|as|but|with|from|that|for"
    r"|until"
    r"|this|last|next|because|after|before|he|she|it|they|we|I|\p{Lu}\p{L}*)\b"
)
_NUMBERED: Final = lazy(
    r"(?i)\b(?:no|nos|number|numbers|directive|regulation|case|decree|resolution|bill|order|law|act|file|code"
    r"|room|part|model|serial|reference|ref|id|invoice|docket|phone|tel|telephone|fax|call|version|psalm"
    r"|chapter|verse|section|doc|document|isbn|sku|item)\.?:?\s*#?(?:\p{Lu}+-)?$"
)
_REFUSED: Final = lazy(
    r"(?i)\bonly\s(?:28|29|30|thirty|twenty-(?:eight|nine))\sdays\b"
    r"|\b(?:refus\w+|reject\w+|accept\w*|typ(?:ed?|ing)|enter\w*|no|not)\s(?:the\sdate\s)?[“\"‘']?(?:29|3\d)\b"
)
"""Words of a sentence about a day that is not in the calendar."""
_QUOTED: Final = frozenset(("“”", '""', "‘’", "''", "“,", '",', "“.", '".'))
"""What stands on either side of a date that is quoted by itself."""
_SWEDEN: Final = lazy(r"1712|(?i:swed(?:en|ish)|soviet (?:revolutionary )?calendar|leap)")


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    for match in _matches(text):
        if not (_impossible_name(match) if match.re.pattern == _NAMED.pattern else _impossible_number(match)):
            continue
        if _is_excused(sentence_text(document, block, block.start + match.start())) or _is_quoted(match):
            continue
        yield Hit(
            block.start + match.start(),
            block.start + match.end(),
            f"There is no day “{shown(match[0])}”",
        )


@lru_cache(maxsize=8)
def _is_excused(words: str) -> bool:
    """Tell whether a sentence means a day that is not in the calendar; kept, since it may name many."""
    return discussed(words) or any(expression.search(words) for expression in (_SWEDEN, _REFUSED))


def _is_quoted(match: Match) -> bool:
    start, end = match.span()
    return match.string[max(start - 1, 0) : start] + match.string[end : end + 1] in _QUOTED


def _matches(text: str) -> Iterator[Match]:
    if _NAMED_HINT.search(text):
        yield from _NAMED.finditer(text)
    if _NUMERIC_HINT.search(text):
        yield from _NUMERIC.finditer(text)


def _impossible_name(match: Match) -> bool:
    year = int(match["year"]) if match["year"] else None
    day, month = day_number(match["day"]), month_number(match["month"])
    if exists(day, month, year):
        return False
    if match["suffix"] or (year is not None and day <= _SLIP) or match.groupdict().get("of"):
        return True
    if day > _LAST_DAY:
        return False
    text = match.string
    leads = _LEADS.search(text, max(match.start() - 20, 0), match.start()) is not None
    stands = regex.search(r"(?i)\b(?:in|all|these|those|the|of|for|with|May)\s*$", text[: match.start()][-8:])
    return _GOES_ON.match(text, match.end()) is not None and (leads or stands is None)


def _impossible_number(match: Match) -> bool:
    if _NUMBERED.search(match.string, max(match.start() - 24, 0), match.start()):
        return False
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        # “2019-20-21” counts seasons.
        return not exists(day, month, year) and month != (year + 1) % 100
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if one == 0 or two == 0 or (match["mark"] != "/" and min(one, two) > _LAST_MONTH):
        return False
    return not exists(one, two, year) and not exists(two, one, year)


rule = block_function(
    _check,
    why="A digit or the month is wrong; take the date from the source.",
    anchor=f"{_NAMED.pattern}|{_NUMERIC.pattern}",
    confidence=0.97,
    cases=[
        flags("The vote is on [[February 30]], the clerk said."),
        flags("The lease ends on [[31 April 2024]]."),
        flags("Entries close on [[June 31st]]."),
        flags("He was born on [[29 February 2023]] in Leeds."),
        flags("The log begins on [[2021-13-45]] and has no end."),
        flags("The letter is dated [[31/02/2020]]."),
        flags("The form was signed on [[13/32/2020]] in ink."),
        flags("They met on the [[31st of September]], in the rain."),
        flags("The sale runs from [[April 29–31]], the shop said."),
        flags("She left on [[Nov. 31, 1999]] for good."),
        flags("Rent is due on [[March 32nd]] this year."),
        flags("Pay by [[Feb. 29, 1900]], the note read."),
        passes("The vote is on February 29, the clerk said, or on 29 February 2024."),
        passes("There is no 30 February, and no 31 April either."),
        passes("The website rejected “31 November” at once, and then refused 30 February too."),
        passes("She wrote 31 September on the card, though September has only thirty days."),
        flags("The court refused bail on [[31 April]], and he was sent home."),
        passes("In June 31 people died, and in April 31 more."),
        passes("Sweden had a 30 February in 1712."),
        passes("The lease ends on 31 May 2024, the other on December 31st."),
        passes("See Directive 31/02/2020 and invoice no. 2021-13-45."),
        passes("The seasons 2019-20-21 were lost. In April 32,000 people came."),
        passes("The June 30 deadline and the 30 June 2021 one both passed."),
        passes("In February 30 per cent of the shops closed, and in June 31 reopened."),
        passes("By March 45 ships had been sunk, and on April 35 guns were lost."),
        passes("The parser calls 2023-02-30 an invalid date."),
    ],
)
