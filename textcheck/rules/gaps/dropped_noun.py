"""Article or possessive whose noun is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, lazy, passes, pattern
from textcheck.rules.gaps._clauses import is_broken_off, is_quoted
from textcheck.vocabulary import ARTICLE, BE, CONJUNCTION, MONTH, POSSESSIVE, PREPOSITION

if TYPE_CHECKING:
    from textcheck.rule import Match

_BEHIND_COMMA = (
    f"{PREPOSITION}|{CONJUNCTION}|{BE}|he|she|it|they|we|who|which|that|has|had|have|will|would|can|could|where"
    r"|when|while|because|so|as|also|then|now|just|open|closed|up|down|home|next|opposite|beside|behind|inside|outside|where|\p{Ll}+(?:ed|ing)"
)
"""What may follow a comma behind a hole, where another word would go on from the article."""

_OPERATOR = (
    "loops?|statements?|clauses?|operators?|keywords?|blocks?|expressions?|constructs?|gates?|phrases?|part|fields?"
    "|lines?|address(?:es)?|headers?|particle|prepositions?|conjunctions?|infinitives?|forms?|words?|parameters?"
    "|arguments?|options?|commands?|values?|dates?|ones?|side|column|box|be|do|come|been|fro|against|without"
    "|signs?|symbols?|free"
)
"""What makes of a function word a name: the for loop, the to and from fields."""

_SET_OFF = (
    r"at\s+(?:least|most|times|that|the|first|present|last|best|worst|once)|of\s+(?:late|course|necessity)"
    r"|to\s+(?:me|him|her|us|them|you|date|this|some|many|my|his|our|their|most|be)|(?:to|from|for|with|and)\s+(?:and|or)"
    r"|(?:for|with|to|from|in|by)\s+(?:me|him|her|us|them|you|now|hindsight|time|example|once|it|that|this)"
)
"""Phrases that writers put between an article and its noun."""

_MENTION = lazy(
    r"""(?xi) \b (?: words? | (?:in)?definite | articles? | determiners? | stop-?words? | pronouns?
      | possessives? | adjectives? | prepositions? | such\s+as | spel[lt] \w*
      | uh+ | um+ | erm? | you\s+know | i\s+mean ) \b"""
)
_REACH = 60
"""Code points around a hole in which a word is mentioned, or in which somebody talks and breaks off."""


def _is_hole(match: Match) -> bool:
    """Tell a hole from a word that is mentioned, a hesitation, and what stands between two commas."""
    if match["next"] is not None:
        return True
    text, start, end = match.string, match.start(), match.end()
    if _MENTION.search(text, max(0, start - _REACH), end + _REACH) or is_quoted(text, start):
        return False
    return not is_broken_off(match)


rule = pattern(
    rf"""(?x)
    (?<! [\w'’“"‘/&-] | \b(?:[Tt]he|an?|my|your|our|their|[Oo]h|not)\s | [,/]\s )
    (?: (?P<span> an? \s+ (?P<next> which|who|whose|located|situated ) ) (?![\w’'-])
      | (?P<span> the|my|your|our|their )
        (?= \. (?: \s(?!\s*[.…]) | $ ) | , \s+ (?:{_BEHIND_COMMA})\b (?![-’'/]) | ;\s )
    )
    | (?<! [\w'’“"‘/&-] | \b(?:[Tt]he|an?)\s )
      (?P<span> [Tt]he \s+
        (?: (?: is|was|are|were|has ) (?! \s+(?:tens|dozens|hundreds|thousands|many|several|some|no)\b )
          | (?! {_SET_OFF} ) (?: of (?!\s+(?:{MONTH})\b) | for|against|from|with|at|to|and )
            (?= \s+ (?: \p{{Lu}} | (?:{ARTICLE}|{POSSESSIVE}|{CONJUNCTION}|{PREPOSITION})\s )
              | [,.;]\s | (?<=\b(?:and|against|for)) \s )
          | (?: they|we|he|she|I )
            (?= \s+(?:had|have|has|would|could|also|never|already|still|then|once|owed?|paid|made
              |took|gave|got|won|saw|sold|bought|wrote|left|found|built|wanted|needed)\b )
        )
      ) (?! [\w’'/-] | \s+(?:{_OPERATOR})\b | \s[–—/] )
    """,
    message="No noun in “{span}”",
    where=_is_hole,
    why="A number, a name or a link was dropped together with the blanks around it.",
    scope=RUNNING_KINDS,
    confidence=0.85,
    severity="warning",
    cases=[
        flags("The Silverleaf was [[a which]] served in the war."),
        flags("The park is [[a located]] on the coast."),
        flags("He met [[a who]] had known her."),
        flags("Thank you for your letter of [[the]], and for the stamps. For sizes see [[the]]."),
        flags("A lift takes you up to [[the]], closed in winter. Details are in [[our]]."),
        flags("Buses leave from [[the]], next to the bank, and from the quay."),
        flags("[[The is]] a day to rest; do not miss [[the from]] Ravenna; he played [[the and]] drew."),
        flags("She thought of [[the they]] had lent him, and of [[the of]] the town."),
        passes("The Silverleaf was a tug which served in the war."),
        passes("The letter “a” which begins it is red."),
        passes("Vitamin A was found in it."),
        passes("A who's who of the trade was there."),
        passes("It is located on the coast."),
        passes("It was the, to me, odd part of her, and only her, plan. He saw the, er, the thing."),
        passes("Leave out the article the, and write “the.” The The, a band, played."),
        passes("“I went to the, and then,” he said."),
        passes(
            "The is-ought gap, the for loop, the to and from fields, the in vivo test, the at least double"
            " rise."
        ),
        passes("The I Ching, the he said, she said of it, the to me odd tale, the they of whom we speak."),
        passes("It is of the utmost. . . well, of the . . . kind. The senate must do its."),
    ],
)
