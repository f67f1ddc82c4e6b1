"""Ordinal suffix left without its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.rule import flags, lazy, passes, pattern
from textcheck.vocabulary import ARTICLE, CONJUNCTION, DEMONSTRATIVE, MONTH, POSSESSIVE, PREPOSITION

if TYPE_CHECKING:
    from textcheck.rule import Match

_BEFORE_ORDINAL = (
    f"{ARTICLE}|{POSSESSIVE}|{DEMONSTRATIVE}|{PREPOSITION}|{CONJUNCTION}|{MONTH}|early|late|mid|every|each"
    "|another|next|last|turned"
)
_RANKED = (
    "century|minute|place[dr]?|grade[rs]?|floor|day|year|anniversary|largest|ranked|seed(?:ed)?|round|season|gear"
    "|birthday|quarter|generation|most|best|busiest|hour|ballot|term"
)
"""What “th-” leads to, but in “th-fronting”."""

_BEHIND_ST = "[Cc]entury|[Bb]irthday|[Aa]nniversary|Congress|District|Street|Floor|Battalion|Amendment"
_SPELLING = "with|sounds?|digraph|spelling|cluster|phoneme"
_REST_OF_WORD = "e|at|is|[eo]se|ey|em|en|ere|eir|an|us|r?ough|ings?|ink|ird|ree|rew|ank|ousand|irty"
"""Rests of words that begin in “th” and were split."""

_STITCHES = lazy(
    r"\b(?:sts|rnds?|dc|sc|tr|yo|yoh|ch|sl|rep|k\d+|p\d+|k2tog|tog|MC|CC|RS|WS|(?i:knit\w*|purl\w*|crochet\w*"
    r"|stitch\w*|garter|needles?|yarn|hook|cast\s+(?:on|off)|bind\s+off|rows?))\b"
)
"""Terms of knitting and crochet, where “st” is a stitch and “rd” a round."""

_FUNCTION_WORD = lazy(
    rf"(?i)(?:{PREPOSITION}|{CONJUNCTION}|{DEMONSTRATIVE}|every|each|another|next|last)[\s-]"
)
_NUMBERED = lazy(
    rf"""(?x) [\s-]+ (?: (?:{_RANKED}|{_BEHIND_ST}|centuries|ward|place|time|person|of\s+(?:{MONTH})) \b
      | (?:and|or|to)\s+(?:the\s+)?(?:\w+-)?(?:\d*(?:st|nd|rd|th))\b )"""
)
"""What an ordinal leads to."""

_UNDATED = lazy(r"\s*[),;:]")

_REACH = 400
"""Code points around a suffix in which such terms are looked for."""


def _is_ordinal(match: Match) -> bool:
    """Tell a suffix from the stitch and the round of patterns, and from the “nd” of undated sources."""
    text, end = match.string, match.end()
    if match["gap"] == "nd":
        return not (match.start() == match.start("gap") and _UNDATED.match(text, end))
    if match["gap"] == "th" or _NUMBERED.match(text, end):
        return True
    if match["gap"] == "st" and _FUNCTION_WORD.match(match[0]):
        return False
    return not _STITCHES.search(text, max(0, match.start() - _REACH), end + _REACH)


rule = pattern(
    rf"""(?x)
    (?: (?<![\w'’-]) (?: (?i: {_BEFORE_ORDINAL} ) | \w+['’]s ) [\s-]+
      | (?<=[(–—] | (?<!\b\p{{L}})-) | (?<=[,)”"]\s) (?!st)
      # Before “nd”, “rd” and “th” any word will do, but a letter that is counted: the k th.
      | (?<![\w'’-]) \p{{L}}{{3,}}[.'’]? [\s-]+ (?!st)
      | (?<![\w'’-]) \p{{Ll}}{{4,}} \s+ (?= st\s+\p{{Lu}}\p{{Ll}} )
      | (?<![\w'’-]) \p{{L}}+ \s+ (?= st\s+(?:{_BEHIND_ST})\b )
      | (?<![\w'’-]) [NSEW]\.? \s+ (?= \p{{Ll}}{{2}}\s+(?:St|Street|Ave|Avenue|Place|Road|Rd|Blvd)\b )
    )
    (?P<gap> st|nd|rd|th )
    # “rd.” is an abbreviation unless a sentence ends there.
    (?! [\w'’‘] | -(?!(?:{_RANKED})\b) | \s+(?:{_SPELLING}|{_REST_OF_WORD}|st)\b | \s+in\s+[“"‘']
      | \.(?!\s+\p{{Lu}}|\s*$) )
    """,
    message="No number before “{gap}”",
    where=_is_ordinal,
    why="The digits of an ordinal were dropped; only the source can restore them.",
    confidence=0.98,
    cases=[
        flags("They marked [[the th]] anniversary of the treaty."),
        flags("It is [[her nd]] term in office."),
        flags("The mill dates from the [[early st]] century."),
        flags("The deadline is [[May th]], he said."),
        flags("It lasted [[from th]] to [[mid-th]] century."),
        flags("She was born on [[the rd]]."),
        flags("Sweden [[finished th]] in the [[bipartisan st]] century."),
        flags("In [[a th]]-century mill on [[S th]] Avenue he slept."),
        flags("It is a mill [[of st]] century make; the hens lay by [[the st]] of June."),
        passes("Cast on 40 sts. Work in st st until it fits, then 2 ch in next st and each st. Purl the rd."),
        passes("Change to st st. It is old (Orr, nd) and lost (nd)."),
        passes("They marked the 10th anniversary."),
        passes("For the nth time, the “k”th item is the last."),
        passes("She lives on the St. Clair shore, off Main St."),
        passes("It was built in the 17 th century."),
        passes("It was the first term, not the second."),
        passes("Words in th e scan are split."),
        passes("The k-th sum; learners replace th with s, and the th sound."),
        passes("The th-fronting of the th-sound in London."),
        passes("Turn off the rd. at the mill."),
        passes("Take the item at the i th place; they went th rough it."),
    ],
)
