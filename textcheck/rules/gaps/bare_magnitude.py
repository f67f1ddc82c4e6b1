"""Million, billion or trillion, lakh or crore left without its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.rule import flags, lazy, passes, pattern
from textcheck.vocabulary import APPROXIMATOR, BE, CURRENCY_SIGN, QUANTIFIERS, is_number_word

if TYPE_CHECKING:
    from textcheck.rule import Match

_TAKES_AMOUNT = (
    f"{APPROXIMATOR}|{BE}|to|by|from|than|between|additional|estimated|extra|further|only|just"
    "|worth|cost(?:s|ing)?|rais(?:e|ed|es|ing)|paid|pay|pays|paying|spent|spend|spending|owed?|owing"
    "|earn(?:ed|s|ing)?|lost|lose|reach(?:ed|es|ing)?|exceed(?:ed|s|ing)?|total(?:l?ed|l?ing|s)?"
    "|(?:population|sum|budget|profits?|loss(?:es)?|fine|debts?|investment|revenues?|sales)\\s+of"
)
_CURRENCY_CODE = r"USD|EUR|GBP|CHF|JPY|CNY|INR|AUD|CAD|SEK|NOK|DKK|BRL|ZAR|HK\$|Rs\.?"


_INDIAN = "lakh|crore"
_INDIAN_UNIT = lazy(r"(?:\(|\b(?:in|as|per))\s*$")
"""What stands before “Rs crore” as the unit of a table."""

_BEFORE_INDIAN = frozenset(
    {*_INDIAN.split("|"), "in", "and", "or", "word", "words", "term", "terms", "called"}
)
"""Words behind which these are words, or carry on a number: “one lakh crore”."""


def _lacks_number(match: Match) -> bool:
    """Tell “over million people” from “over million-pound properties”, which is about a price."""
    word = match["word"]
    if match["magnitude"] in _INDIAN and (
        word in _BEFORE_INDIAN if word else _INDIAN_UNIT.search(match.string, 0, match.start())
    ):
        return False
    if word is not None and (is_number_word(word) or word.lower() in QUANTIFIERS):
        return False
    return not match.string[match.end() :].startswith("-")


rule = pattern(
    rf"""(?x)
    (?: (?<![\w'’-]) (?i: {_TAKES_AMOUNT} ) \s+
      | [{CURRENCY_SIGN}] [\s–-]?[–-]? \s?
      | (?<!\w) (?:{_CURRENCY_CODE}) \s
      | (?<![\w'’.-]) (?P<word> \p{{Ll}}{{2,}} ) \s+
    )
    (?P<magnitude> million|billion|trillion
      | (?:{_INDIAN}) (?! \s*\) | \s+(?:is|are|was|means|equals)\b )
    ) \b
    (?! [\s-](?:dollar|pound|euro|mark|peso|year|ruble|rouble)\b | s\b )
    """,
    message="No number before “{magnitude}”",
    why="The digits of an amount were dropped; take the figure from the source.",
    where=_lacks_number,
    cases=[
        flags("The war displaced [[more than million]] people."),
        flags("It is a city with a [[population of million]]."),
        flags("The merger is worth [[$ billion]]."),
        flags("Aid of [[$million]] was pledged, then [[EUR million]]."),
        flags("The deficit fell [[to billion]] euros."),
        flags("The bridge will cost [[Rs crore]] and [[carry lakh]] people."),
        flags("The scheme reached [[over crore]] farmers, at [[₹ lakh]] a village."),
        passes("The war displaced more than a million people."),
        flags("The outlay is put at a total of [[Rs crore]]."),
        passes("A sum of Rs 5 lakh crore, and some ten lakh people; one lakh is a hundred thousand."),
        passes("Receipts in Rs crore (₹ lakh for boards); the words lakh and crore; lakhs of people."),
        passes("About two million people fled; some three million stayed."),
        passes("Over million-pound properties the state has no say."),
        passes("About billion dollar appropriations they disagree."),
        passes("The figures are in $ millions."),
        passes("They earned millions, then added another million."),
    ],
)
