"""What stands before and behind a hole, where that tells a hole from a word order that English has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.rule import lazy
from textcheck.vocabulary import ARTICLE, BE, DEMONSTRATIVE, POSSESSIVE, PREPOSITION

if TYPE_CHECKING:
    from textcheck.rule import Match

_REACH = 160
"""Code points before a hole that are looked at for the subject of its clause."""

_QUOTED_REACH = 2000
"""Code points before a hole that are looked at for an opened quotation."""

_PRONOUN = "I|you|he|she|it|they|we|me|him|them|us|one|anyone|everyone|nobody|somebody|someone|everybody"
_DETERMINER = f"{ARTICLE}|{POSSESSIVE}|{DEMONSTRATIVE}|no|any|some|every|each|few|many|most|all|both|another"
_ASKING = "what|which|who|whom|where|when|why|how|whatever|whichever|wherever|whoever|than"

_CLAUSE = lazy(r".*(?:[.!?;:,(—–\n]\s*|\b(?:and|but|while|when|because)\s+)|^")
_SUBJECT = lazy(
    rf"""(?xi)
    (?: {_PRONOUN} | who | which | there
      | (?:(?:{_DETERMINER})\s+)?
        (?: (?: (?:{PREPOSITION})\s+(?:{_DETERMINER})\s+ )?
            (?! (?:{_PRONOUN}|{_DETERMINER}|{_ASKING}|{BE})\b )
            [\p{{L}}\p{{N}}][\w’'&%.-]*+ (?:\s+|$) ){{1,8}} )
    (?: \s* (?: has|have|had|will|would|could|may|might|also|then|now|thus|\p{{L}}+ly ) )*
    \s*
    """
)
_NAME_INSIDE = lazy(rf"(?<!\b(?:{PREPOSITION}|and|[A-Z]\w+))\s\p{{Lu}}\p{{Ll}}")

_INSERTED = lazy(
    rf"""(?x)
    \s* (?: [\d“"‘'\p{{Sc}}] | (?:and|or|but|if)\b[^,.;:!?]{{1,60}}\b(?:{PREPOSITION}),
      | (?i: u+[mh] | e+rm? | a+h | oh | well | you\s+know | I\s+mean | like | what | how | shall ) \b
      # A pair of commas is closed, and what was broken off goes on.
      | [^,.;:!?—–]{{1,80}} (?: , | \s?[—–] ) \s*
        (?! (?: {PREPOSITION}|{BE}|{_PRONOUN}|and|but|who|which|where|while|when|has|had
          |have )\b )
        [\p{{L}}\p{{N}}] )
    """
)


def has_whole_subject(text: str, start: int) -> bool:
    """Tell whether only its subject stands before a verb, not what a clause is about: “the bed he lay on”.

    Args:
        text: the text of a block.
        start: where the verb begins in it, with its auxiliary.
    """
    before = text[max(0, start - _REACH) : start]
    clause = _CLAUSE.match(before)
    subject = before[clause.end() :] if clause else before
    return bool(_SUBJECT.fullmatch(subject)) and not _NAME_INSIDE.search(subject)


def is_broken_off(match: Match) -> bool:
    """Tell whether the comma after `match` opens an insertion: “the, to me, odd idea”, “at, or near, it”."""
    text, end = match.string, match.end()
    return text.startswith(",", end) and bool(_INSERTED.match(text, end + 1))


def is_quoted(text: str, position: int) -> bool:
    """Tell whether a quotation is open there; people break off when they talk."""
    begin = max(0, position - _QUOTED_REACH)
    return text.count("“", begin, position) > text.count("”", begin, position) or bool(
        text.count('"', begin, position) % 2
    )
