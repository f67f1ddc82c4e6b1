"""Percentage left without its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import PERCENT, QUANTIFIERS, is_number_word

if TYPE_CHECKING:
    from textcheck.rule import Match

_SHARE = (
    "stake|rise|cut|increase|fall|drop|share|tax|discount|chance|majority|turnout|tariff|decline|gain|reduction"
    "|return|yield|margin"
)
"""What a percentage may measure."""

_NAMES_THE_MEASURE = frozenset(
    ["in", "as", "of", "into", "weight", "volume", "mole", "mass", "annual", "sorted", "expressed", "cent"]
)
_NAMES_THE_SIGN = frozenset(["headed", "labelled", "labeled", "marked", "called", "column", "sign", "symbol"])
_CHANGES = frozenset(["by", "of", "to", "than", "up", "down"])


def _has_no_number(match: Match) -> bool:
    if match["word"] is None:
        return True
    word = match["word"].lower()
    if word in _NAMES_THE_SIGN or (len(word) == 1 and word != "a"):
        return False
    # “The lowest percent of voters”, “an added percentage point”: the measure itself is spoken of.
    if word.endswith("est") or (match["percent"].endswith("point") and word not in _CHANGES):
        return False
    if match["percent"].endswith("%"):
        # “the % of votes” names the measure; “the % tariff” lacks its number.
        of = match.string[match.end() :].lstrip().startswith("of ")
        return (
            not is_number_word(word)
            and word not in _NAMES_THE_MEASURE - {"of"}
            and not (word == "the" and of)
        )
    return not (is_number_word(word) or word in QUANTIFIERS or word in {"of", *_NAMES_THE_MEASURE})


rule = pattern(
    rf"""(?x)
    # What every branch begins with, so that they are not tried elsewhere.
    (?<!\w) (?= (?: \p{{L}}[\p{{L}}'’-]*+ \s* (?:of\s+)? )? ["“(]? \s? [.,]? \s? (?:per|%) )
    (?:
      (?<![\w'’-]) an? \s+ (?P<percent> {PERCENT} )
      (?= \s+(?:{_SHARE}|pay|interest|jump|levy|fee|swing)\b )
    | (?<![\w'’,.\ufffc-]) (?P<word> \p{{Ll}}[\p{{L}}'’-]* ) \s+ (?P<percent> {PERCENT} )
      (?! \s+(?:changes?|increases?|basis|values?|composition|range|error|differences?|signs?|symbols?)\b )
    | \b (?:{_SHARE}|increase|decrease|growth|rate|loss|average|probability|total) \s+ of \s+
      (?P<percent> {PERCENT}|% )
    | (?<![\w'’.\ufffc-]) (?P<word> \p{{L}}[\p{{L}}'’-]*+ ) \s+ (?P<percent> [.,]?\s?% )
      (?= \s+\p{{L}} | \s?[,.;)](?:\s|$) ) (?! \s*(?:signs?|symbols?|changes?|key)\b )
    | (?<=\s) (?:a|an|to|by|of|from|the|than|about|around|and|in|was|is) (?P<percent> [.,]\s?% )
    | (?: ^ | (?<=[.!?]["”’]?\s) ) ["“(]? (?P<percent> {PERCENT}|% ) (?= \s+of\b )
    | (?<=\() \s? (?P<percent> [.,]?% ) (?= \s?\) )
    | (?<=\p{{Ll}}[,;]\s) (?P<percent> [.,]?% ) (?= \s+(?:of|in|to|more|less|higher|lower|up|down|from|on)\b )
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
        flags("They put [[heavy %]] tariffs on it. [[%]] of all trade stopped ([[.%]])."),
        flags("Support fell [[by percentage points]]."),
        flags("They cut jobs, [[%]] of the staff."),
        flags("They want a [[rise of per cent]] over two years."),
        passes("Fill in the column headed %; in code x % y is what remains."),
        flags("The fund bought [[a per cent]] stake."),
        passes("The shares rose 5 per cent to a record."),
        passes("Turnout fell by twenty-five percent."),
        passes("Weigh the sample and give the loss in percent."),
        passes("The % sign stands behind the number."),
        passes("A large per cent of the voters stayed at home."),
        passes("It is significant at the 5 % level."),
        passes("Each added percentage point counts; the lowest percent of all left."),
        passes("What percent of the trees is ill?"),
    ],
)
