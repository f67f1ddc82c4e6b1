"""Counted nouns, and the number of items in a list of them."""

from __future__ import annotations

from typing import Final

from textcheck.rule import lazy
from textcheck.rules.consistency._numbers import NUMBER

PLURAL: Final = (
    r"(?:\p{Ll}[\p{Ll}-]{2,}(?<!ss|us|is)s|people|men|women|children|criteria|phenomena|countries|teeth"
    r"|feet|mice|media)"
)
"""A noun of which there is more than one."""
_UNIT: Final = (
    r"(?:minutes|hours|seconds|degrees|dollars|euros|pounds|cents|pence|yen|points|goals|votes|miles|metres"
    r"|meters"
    r"|kilomet(?:re|er)s|feet|inches|yards|acres|hectares|tonnes|tons|grams|kilograms|lit(?:re|er)s|runs"
    r"|wickets"
    r"|years|months|weeks|centuries|decades|percent|sets|games|laps|pages|times|is|was|has|as|this|its|thus"
    r"|does)"
)
COUNTED: Final = (
    rf"(?P<number>{NUMBER})\s+(?P<noun>(?!(?:more|other)\s+than\b)(?:(?!(?:of|these|those|and"
    rf"|or)\b)\p{{Ll}}[\p{{Ll}}-]*\s+){{0,3}}?"
    rf"(?!{_UNIT}\b){PLURAL})(?!\p{{L}})"
)
"""A number and the noun that it counts: “three new countries”."""

_VAGUE: Final = lazy(
    r"(?i)\b(?:least|most|than|about|around|nearly|almost|approximately|roughly|up\s+to|over|some|or|of"
    r"|least|first|last"
    r"|top|one|another|every|after|within|for|past|next|page|chapter|figure|than|and|to|under|about)\s+"
    r"(?:the\s+|these\s+|those\s+|its\s+|his\s+|her\s+|their\s+)?$"
    r"|(?<!\w)(?:1|one|two)\s+(?:in|out\s+of)\s+$"
)
_OPEN: Final = lazy(
    r"(?i)\b(?:including|includ\w+|among|such\s+as|e\.g|for\s+example|for\s+instance|notably|mainly|mostly"
    r"|primarily"
    r"|especially|particularly|etc|and\s+so\s+(?:on|forth)|others?|more|plus|as\s+well\s+as|along\s+with"
    r"|together\s+with"
    r"|both|either|respectively|like|several|various|some|many|unnamed|unidentified|rest|see|not|formerly"
    r"|aka|alias"
    r"|known\s+as|i\.e|viz|who|which|whose|where|when|because|that|what|how|have|has|had|is|are|was|were"
    r"|been|be|will|does?|did)\b|…|\.\.\."
)
_FIXED: Final = lazy(
    r"(?i)\b(?:Trinidad\s+and\s+Tobago|Bosnia\s+and\s+Herzegovina|Antigua\s+and\s+Barbuda"
    r"|Saint\s+\w+\s+and\s+(?:Nevis|the\s+Grenadines)"
    r"|St\.?\s+\w+\s+and\s+(?:Nevis|the\s+Grenadines)|S[ãa]o\s+Tom[ée]\s+and\s+Pr[íi]ncipe"
    r"|Turks\s+and\s+Caicos|Newfoundland\s+and\s+Labrador"
    r"|research\s+and\s+development|food\s+and\s+drinks?|food\s+and\s+beverages?|health\s+and\s+safety"
    r"|arts\s+and\s+crafts|law\s+and\s+order"
    r"|science\s+and\s+technology|rock\s+and\s+roll|bed\s+and\s+breakfast|supply\s+and\s+demand"
    r"|fish\s+and\s+chips|bread\s+and\s+butter"
    r"|salt\s+and\s+(?:pepper|vinegar)|black\s+and\s+white|terms\s+and\s+conditions|profit\s+and\s+loss"
    r"|track\s+and\s+field|search\s+and\s+rescue)\b"
)
_PLACE: Final = lazy(
    r"(?i)(?:cities|towns|villages|places|sites|venues|locations|universities|colleges|airports|offices"
    r"|plants|stops|campuses|schools|communities|counties|suburbs|hospitals|stores)$"
)
_REGION: Final = lazy(
    r"(?:Ala(?:bama|ska)|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii"
    r"|Idaho|Illinois|Indiana|Iowa|Kansas"
    r"|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana"
    r"|Nebraska|Nevada|New\s+(?:Hampshire|Jersey|Mexico|York)"
    r"|(?:North|South)\s+(?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode\s+Island|Tennessee"
    r"|Texas|Utah|Vermont|(?:West\s+)?Virginia|Washington"
    r"|Wisconsin|Wyoming|Ontario|Quebec|Alberta|England|Scotland|Wales|France|Germany|Italy|Spain|India"
    r"|China|Japan|Canada|Mexico|Brazil|Australia|[A-Z]\.?[A-Z]\.?)"
)
_CUT: Final = lazy(r"\b(?:St|Ste|Mt|Ft|Mr|Mrs|Ms|Dr|Jr|Sr|Prof|Gen|Sen|Rep|Gov|No|vs|\p{Lu})$")
"""An abbreviation, whose stop does not end the list."""
_JOIN: Final = lazy(r"\s+(?:and|or|&)\s+")
_LEADING: Final = lazy(r"^(?:and|or|&|then|finally)\s+")
_ARTICLE: Final = lazy(r"^(?:the|a|an|his|her|its|their|our|my)\s+")
_REMARK: Final = lazy(r"an?\s")
_PREPOSITION: Final = lazy(r"(?:to|in|at|by|from|for|with|on|of|under|over|between|during)\b")
_NUMERIC: Final = lazy(
    r"(?i)\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)\b"
)

_COMMAS: Final = lazy(r"[,;]\s*")
_INFINITIVE: Final = lazy(r"(?:and\s+|or\s+)?to\s+\p{Ll}{2,}\b[^():“”—–\p{N}]*$")
_JOINED_INFINITIVE: Final = lazy(r"(?<=\S)\s+(?:and|or)\s+to\s+\p{Ll}{2,}\b")
_VAGUE_AIM: Final = lazy(
    r"(?i)\b(?:includ\w+|among|such\s+as|for\s+example|etc|so\s+(?:on|forth)|others|respectively|which|who)\b|…|\.\.\."
)

_NOT_PLAIN: Final = frozenset('():"“”—–')

_LONGEST_ITEM: Final = 6
"""Words of the longest item of a list that is still taken for one."""


def is_exact(before: str) -> bool:
    """Tell whether the words before a number leave it exact, and the list all of it."""
    return _VAGUE.search(before) is None


def item_counts(items: str, noun: str) -> range | None:
    """Return the numbers of items that a list in a sentence can be read as.

    None means that it is no plain list: it is open, its items are long, or explain each other.
    """
    if (aims := _infinitive_counts(items.strip())) is not None:
        return aims
    text = _FIXED.sub("Pair", items.strip())
    if _CUT.search(text) or _OPEN.search(text) or not _NOT_PLAIN.isdisjoint(text):
        return None
    mark = ";" if ";" in text else ","
    pieces = [piece.strip() for piece in text.split(mark)]
    joins = [len(_JOIN.findall(_LEADING.sub("", piece))) for piece in pieces]
    bare = [_LEADING.sub("", piece) for piece in pieces]
    plain = [_ARTICLE.sub("", piece) for piece in bare]
    if not _REMARK.match(bare[0]) and any(map(_REMARK.match, bare[1:])):
        return None
    if not all(plain) or (len(pieces) == 1 and joins[0] != 1) or not _are_alike(plain, joins, noun):
        return None
    closed = mark == ";" or _LEADING.match(pieces[-1]) is not None
    # The last “and” of a list joins two items; any other may stand inside of one.
    fewest = len(pieces) + (0 if closed else min(joins[-1], 1))
    return range(fewest, len(pieces) + sum(joins) + 1)


def _infinitive_counts(items: str) -> range | None:
    """Return the numbers of items in a list of infinitives, each with its “to”, or None for another list."""
    pieces = _COMMAS.split(items)
    if len(pieces) == 1 or _VAGUE_AIM.search(items) or not all(map(_INFINITIVE.match, pieces)):
        return None
    closed = _LEADING.match(pieces[-1]) is not None
    joined = [len(_JOINED_INFINITIVE.findall(piece)) for piece in pieces]
    fewest = len(pieces) + (0 if closed else min(joined[-1], 1))
    # “and” may join two aims of the last item, or two verbs in any of them.
    return range(fewest, len(pieces) + sum(joined) + 1) if closed or joined[-1] else None


def _are_alike(pieces: list[str], joins: list[int], noun: str) -> bool:
    """Tell whether the pieces of a list are its items, none of them a remark on another."""
    leads = {match[0] if (match := _PREPOSITION.match(piece)) else "" for piece in pieces}
    return (
        all(
            len(piece.split()) <= _LONGEST_ITEM * (1 + join)
            for piece, join in zip(pieces, joins, strict=True)
        )
        and not any(map(_NUMERIC.search, pieces))
        and len(leads) == 1
        and len({piece[0].isupper() for piece in pieces}) == 1
        and not (_PLACE.search(noun) and any(map(_REGION.fullmatch, pieces[1:])))
    )
