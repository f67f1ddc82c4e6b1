"""Percentage left without its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import APPROXIMATOR, PERCENT, QUANTIFIERS, is_number_word

if TYPE_CHECKING:
    from textcheck.rule import Match

_NAMES_THE_MEASURE = frozenset(
    ["in", "as", "of", "into", "weight", "volume", "mole", "mass", "annual", "sorted", "expressed", "cent"]
)


def _has_no_number(match: Match) -> bool:
    word = match["word"]
    return word is None or not (
        is_number_word(word) or word.lower() in QUANTIFIERS or word.lower() in _NAMES_THE_MEASURE
    )


rule = pattern(
    rf"""(?x)
    (?<![\w'’,.\ufffc-])
    (?: (?P<word> \p{{Ll}}[\p{{L}}'’-]* ) \s+ (?P<percent> {PERCENT} )
        (?! \s+(?:changes?|increases?|basis|values?|composition|range|error|differences?|signs?|symbols?)\b )
      | (?: {APPROXIMATOR}|by|than|to|from|between|and|or|only|just|rose|rise[sn]?|fell|falls?|grew|up
      |down|gained|lost
          |increased|decreased|declined|dropped|jumped|climbed|slipped|soared|surged|was|were|is|are
          |reached|with
          |had|has|have|received|won|another|of|for|paying|paid|pays?|charges?|least|most )
        \s+ (?P<percent> [.,]?\s?% ) (?! \s+(?:signs?|symbols?|changes?)\b | \w )
    ) (?!\w)""",
    message="No number before “{percent}”",
    why="The digits of a percentage were dropped; take the figure from the source.",
    where=_has_no_number,
    scope=RUNNING_KINDS,
    cases=[
        flags("The shares [[rose per cent]] to a record."),
        flags("The county [[pays percent]] of the bill."),
        flags("The party won [[nearly %]] of the vote."),
        flags("Unemployment was [[between %]] [[and %]] last year."),
        flags("Support fell [[by percentage points]]."),
        passes("The shares rose 5 per cent to a record."),
        passes("Turnout fell by twenty-five percent."),
        passes("Weigh the sample and give the loss in percent."),
        passes("The % sign stands behind the number."),
        passes("A large per cent of the voters stayed at home."),
        passes("It is significant at the 5 % level."),
        passes("What percent of the trees is ill?"),
    ],
)
