"""A small model that finds where a numeral or words were removed and only what is around them can tell.

It reads running English prose only and proposes; what becomes of a proposal is for the engine to say.
docs/model.md tells how it was trained, what it finds, and what it does not.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from textcheck import vocabulary
from textcheck.document import Together
from textcheck.model import tokens as tk
from textcheck.model.network import WeightsError, manifest, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from textcheck.document import Block, Document
    from textcheck.model.network import Score

__all__ = [
    "BUDGETS",
    "EVIDENCE",
    "GENRES",
    "SURE",
    "WORDS",
    "Candidate",
    "Proposal",
    "Reading",
    "WeightsError",
    "candidates",
    "evidence",
    "proposals",
    "read",
]

DECIMALS = 3
"""Decimals of a probability."""

FEWEST_WORDS = 5
"""Words of a block below which it is not read: a title, a label, a name."""

COMMON_SHARE = 0.15
"""Share of the commonest English words from which a block counts as English; prose has 0.3 and more."""

JUDGED_WORDS = 12
"""Words from which a block is asked whether it is English."""

NUMERAL_SHARE = 0.25
"""Share of numbers among the tokens of a block above which it is a list of figures."""

CAPITAL_SHARE = 0.6
"""Share of words with a capital above which a block is a list of names."""

CUT_OFF_WORDS = 3
"""Words that break off, such as “w-”, and hesitations from which a text is a transcript of speech.

Speech has holes of its own.
"""

BEST = 3
"""Gaps that the score of a document looks at."""

SHORTEST = 50
"""Tokens that a document is taken to have at least when its best gaps are judged by its length."""

WORDS = "words"
"""The kind of a hole where a name, a noun or a phrase stood rather than a number."""

FLOOR = -3.0
"""Score for a hole below which a gap is of no interest, and is taken to have that score."""

# The hyphen first, since few places have one; a look-behind is of one length.
_CUT_OFF = re.compile(
    r"-(?=\s|[,.—–]|$)(?:(?<=(?<![\w-])[a-z]-)|(?<=(?<![\w-])[a-z]{2}-)|(?<=(?<![\w-])[a-z]{3}-))"
)
_HESITATION = re.compile(r"\b(?:[Uu]h|[Uu]m|[Ee]rm|[Mm]hm)\b")
# A word and a dash between blanks, or the other way round: speech breaks off there, and rules see ranges.
_BROKEN_OFF = re.compile(r"[\w'’]+\s*[-–—]|[-–—]\s*[\w'’]+")
_DASHES = "-–—"
_REFERENCE_WORDS = "s ss p pp ch chs art arts sec secs para paras fig figs vol vols no nos reg regs"
_REFERENCES = frozenset(_REFERENCE_WORDS.split())
_BETWEEN_TWINS = frozenset({"by", "after", "to", "for", "upon", "on"})
_LATIN = frozenset(
    {"vivo", "vitro", "situ", "utero", "silico", "absentia", "camera", "extremis", "memoriam", "loco"}
)
_TEMPLATE = re.compile(r"\{[{%]|[%}]\}")
_COMMON_WORDS = (
    "the of and to in a is that for it was on with as by at from be are this which or an his her not they he"
    " she have had has were their its we you but our i who will been would there all more said after"
)
_COMMON = frozenset(_COMMON_WORDS.split())


class Proposal(NamedTuple):
    """A place where a value may be missing.

    `start` and `end` are a non-empty range of `Document.prose` from the token before the hole to the one
    after it. `probability` is calibrated, see docs/model.md; `kind` says what is missing, if it can be
    told: `WORDS`, or else year, day, percentage, amount, age, ordinal, measure or count, and number
    otherwise. `words` is the share of words, rather than numbers, among losses that leave such a hole.
    """

    start: int
    end: int
    probability: float
    kind: str
    words: float


class Candidate(NamedTuple):
    """A gap that the network scored: behind the token of this number, between two offsets of the prose.

    `score` is for anything missing, and `words` for its being words; see `textcheck.model.network.Score`.
    """

    token: int
    start: int
    end: int
    score: float
    words: float

    @property
    def log_odds(self) -> float:
        """The calibrated log-odds that something is missing."""
        return log_odds(self.score, self.words)


class Reading(NamedTuple):
    """All that the model has to say about a document."""

    proposals: tuple[Proposal, ...]
    evidence: float


BUDGETS: Mapping[str, float] = MappingProxyType(manifest()["budgets"]["all"])
"""Probabilities from which sound text, whatever its genre, has one false proposal in so many words."""

SURE: float = BUDGETS["1 per 50,000 words"]
"""Probability from which a proposal stands by itself; a lesser one is a clue."""

GENRES: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {genre: MappingProxyType(own) for genre, own in manifest()["budgets"].items()}
)
"""The same for each genre that was measured."""

EVIDENCE: float = manifest()["evidence"]["limit"]
"""What `evidence` returns for one sound document in a thousand, or more."""


def proposals(document: Document) -> tuple[Proposal, ...]:
    """Return the places where a value may be missing, in order.

    Only those are returned whose probability reaches the lowest of `BUDGETS`.

    Raises:
        WeightsError: the weights are damaged.
    """
    return read(document).proposals


def evidence(document: Document) -> float:
    """Return the probability that values were lost throughout a document; see `EVIDENCE`.

    Raises:
        WeightsError: the weights are damaged.
    """
    return read(document).evidence


@Together
def read(documents: Sequence[Document]) -> Iterator[Reading]:
    """Return proposals and evidence at the price of one; `read.fill` reads documents together, for less.

    Raises:
        WeightsError: the weights are damaged.
    """
    limit = min(BUDGETS.values())
    for document, (found, length) in zip(documents, candidates(documents), strict=True):
        odds = [candidate.log_odds for candidate in found]
        yield Reading(tuple(proposed(document, found, limit)), evidence_of(odds, length))


def candidates(documents: Sequence[Document]) -> list[tuple[list[Candidate], int]]:
    """Return the gaps of each document with a score above `FLOOR`, in order, and how many tokens were read.

    Raises:
        WeightsError: the weights are damaged.
    """
    texts = [tk.tokens(document) if document.white_space_tells else [] for document in documents]
    if max(map(len, texts), default=0) < FEWEST_WORDS:
        return [([], len(tokens)) for tokens in texts]
    network = shipped()
    batch = network.batch(texts)
    gaps = [
        list(_in_prose(document, tokens, own))
        for document, tokens, own in zip(documents, texts, network.filtered(batch), strict=True)
    ]
    return [
        (list(_placed(document, tokens, dict(zip(own, scores, strict=True)))), len(tokens))
        for document, tokens, own, scores in zip(
            documents, texts, gaps, network.scores(batch, gaps), strict=True
        )
    ]


class _Passage(NamedTuple):
    """A block with gaps in it: the numbers of the boundaries before and behind it, and its gaps."""

    block: Block
    first: int
    last: int
    gaps: Sequence[int]


def _passages(document: Document, tokens: Sequence[str], gaps: Sequence[int]) -> Iterator[_Passage]:
    first = taken = 0
    for block in tk.blocks(document):
        if taken == len(gaps):
            return
        last = tokens.index(tk.BOUNDARY, first + 1)
        # The gap before the block's first token is behind the boundary, whose number is `first`.
        if own := gaps[taken : bisect_left(gaps, last, taken)]:
            yield _Passage(block, first, last, own)
            taken += len(own)
        first = last


def _in_prose(document: Document, tokens: Sequence[str], gaps: Sequence[int]) -> Iterator[int]:
    """Yield the gaps that are in running English."""
    prose = document.prose
    if not gaps or len(_CUT_OFF.findall(prose)) + len(_HESITATION.findall(prose)) >= CUT_OFF_WORDS:
        return
    braces = "{" in prose or "}" in prose
    for block, first, last, own in _passages(document, tokens, gaps):
        # What template code will put there is not known.
        filled = braces and _TEMPLATE.search(prose, block.start, block.end)
        if not filled and is_prose(tokens[first + 1 : last]):
            yield from (gap for gap in own if not _needs_no_number(tokens, gap))


def _needs_no_number(tokens: Sequence[str], gap: int) -> bool:
    """Tell whether what follows a gap takes no number or has it elsewhere: “see s. 4”, “5 to the mile”."""
    following = tokens[gap + 1]
    # An option of a command, and Latin: “our in vivo studies”.
    if following == "-" == tokens[gap + 2] or (following == "in" and tokens[gap + 2] in _LATIN):
        return True
    if _is_said_twice(tokens, gap) or _is_said_twice(tokens, gap - 2):
        return True
    if following.lower() in _REFERENCES:
        return tokens[gap + 2] == "." and tokens[gap + 3][0].isdecimal()
    count, *words = tokens[max(gap - 2, 0) : gap + 1]
    counts = count[0].isdecimal() or count.lower() in vocabulary.NUMBER_WORDS
    return counts and words == ["to", "the"] and _unit().fullmatch(following) is not None


def _is_said_twice(tokens: Sequence[str], gap: int) -> bool:
    """Tell whether behind a gap is a phrase such as “inch by inch”."""
    return (
        0 <= gap < len(tokens) - 3
        and tokens[gap + 2] in _BETWEEN_TWINS
        and tokens[gap + 1] == tokens[gap + 3]
    )


def _placed(document: Document, tokens: Sequence[str], scores: Mapping[int, Score]) -> Iterator[Candidate]:
    """Place scored gaps in the prose, less those where speech breaks off."""
    gaps = [gap for gap, score in scores.items() if score.hole > FLOOR]
    prose = tk.prose(document)
    for block, first, _, own in _passages(document, tokens, gaps):
        spans = [match.span() for match in tk.TOKEN.finditer(prose, block.start, block.end)]
        for gap in own:
            left, right = gap - first - 1, gap - first
            start = spans[max(left, 0)][0]
            end = spans[min(right, len(spans) - 1)][1]
            if not _breaks_off(prose, start, end):
                yield Candidate(gap, start, end, scores[gap].hole, scores[gap].words)


def _breaks_off(prose: str, start: int, end: int) -> bool:
    """Tell whether one side of a gap is a dash between blanks, and the other a word."""
    if not _BROKEN_OFF.fullmatch(prose, start, end):
        return False
    if prose[end - 1] in _DASHES:
        return not prose[end : end + 1].strip()
    return prose[start + 1 : start + 2].isspace() and not prose[max(start - 1, 0) : start].strip()


def is_prose(tokens: Sequence[str]) -> bool:
    """Tell whether the tokens of a block are running English: no list of figures or names."""
    words = [token for token in tokens if token[0].isalpha()]
    if len(words) < FEWEST_WORDS:
        return False
    if sum(token[0].isdecimal() for token in tokens) > NUMERAL_SHARE * len(tokens):
        return False
    if sum(word[0].isupper() for word in words) > CAPITAL_SHARE * len(words):
        return False
    common = sum(word.lower() in _COMMON for word in words)
    return len(words) < JUDGED_WORDS or common >= COMMON_SHARE * len(words)


def log_odds(score: float, words: float, figures: Mapping[str, float] | None = None) -> float:
    """Return the calibrated log-odds of a hole; places that may lack words are sound more often.

    Args:
        score: for anything missing; see `textcheck.model.network.Score`.
        words: for its being words.
        figures: of the calibration; None stands for those of the manifest.
    """
    known: Mapping[str, float] = manifest()["calibration"] if figures is None else figures
    return known["slope"] * score + known["words"] * logistic(words) + known["offset"]


def probability(odds: float) -> float:
    """Return the probability of log-odds, to `DECIMALS`."""
    return round(logistic(odds), DECIMALS)


def logistic(value: float) -> float:
    """Return the probability of log-odds."""
    if value < 0:
        grown = math.exp(value)
        return grown / (1 + grown)
    return 1 / (1 + math.exp(-value))


def proposed(document: Document, found: Iterable[Candidate], limit: float) -> Iterator[Proposal]:
    """Yield the candidates whose probability reaches a limit; neighbours are one proposal."""
    run: list[Candidate] = []
    for candidate in found:
        if probability(candidate.log_odds) < limit:
            continue
        if run and candidate.token > run[-1].token + 1:
            yield _proposal(document, run)
            run = []
        run.append(candidate)
    if run:
        yield _proposal(document, run)


def _proposal(document: Document, run: Sequence[Candidate]) -> Proposal:
    best = max(run, key=attrgetter("log_odds"))
    words = probability(best.words)
    kind = WORDS if words > 0.5 else _kind(document, best)  # noqa: PLR2004  # the likelier of the two
    return Proposal(run[0].start, run[-1].end, probability(best.log_odds), kind, words)


def evidence_of(odds: Iterable[float], length: int) -> float:
    """Return the probability that values were lost throughout a document.

    Args:
        odds: the log-odds of its candidates.
        length: its tokens.
    """
    known = list(odds)
    if not known:
        return 0.0
    figures = manifest()["evidence"]
    return probability(
        figures["slope"] * mean_of_best(known, log_odds(FLOOR, -math.inf))
        + figures["length"] * math.log(max(length, SHORTEST))
        + figures["offset"]
    )


def mean_of_best(odds: Iterable[float], least: float) -> float:
    """Return the mean of the `BEST` highest log-odds of a document, whose gaps have at least `least`."""
    best = sorted(odds, reverse=True)[:BEST]
    return (sum(best) + least * (BEST - len(best))) / BEST


@cache
def _unit() -> re.Pattern[str]:
    """Return the pattern of one unit."""
    return re.compile(rf"(?:{vocabulary.UNIT}|{vocabulary.PERIOD})(?<!s)")


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the kinds by what stands around the hole, which is the mark “⟦⟧”; the first that matches."""
    of = vocabulary
    return tuple(
        (kind, re.compile(expression))
        for kind, expression in (
            ("percentage", rf"⟦⟧\W{{0,2}}(?:{of.PERCENT}|%)"),
            ("age", r"⟦⟧\W{0,2}years?[ -](?:old|of age)|\b[Aa]ged?\s*⟦⟧"),
            ("amount", rf"[$£€¥]\s*\W?⟦⟧|⟦⟧\W{{0,2}}(?:(?:{of.MAGNITUDE})\s)?(?:{of.CURRENCY_WORD})\b"),
            ("ordinal", r"⟦⟧\s*(?:st|nd|rd|th)\b"),
            ("number", rf"⟦⟧\W{{0,2}}(?:{of.MAGNITUDE})\b"),
            ("day", rf"⟦⟧\W{{0,2}}(?:of\s)?(?:{of.MONTH})\b|(?<!\b[Ii]n )\b(?:{of.MONTH})\.?\s*⟦⟧"),
            ("year", rf"\b(?:{of.MONTH}),?\s*⟦⟧|\b(?:[Ii]n|[Ss]ince|[Uu]ntil)\s*⟦⟧\s*(?:[,.;:)]|and\b|$)"),
            ("measure", rf"⟦⟧\W{{0,2}}(?:{of.UNIT}|{of.PERIOD})(?!\w)"),
            ("count", rf"⟦⟧\W{{0,2}}(?:{of.COUNTED}|[a-z]{{3,}}s)\b"),
        )
    )


def _kind(document: Document, candidate: Candidate) -> str:
    """Return which number is missing at a gap, by its neighbours."""
    prose = tk.prose(document)
    first = tk.TOKEN.match(prose, candidate.start)
    # A gap at the start of a block has its first token only, and one at the end its last.
    middle = first.end() if first and first.end() < candidate.end else candidate.end
    before = prose[max(candidate.start - 12, 0) : middle]
    after = prose[middle : candidate.end + 20]
    marked = f"{before}⟦⟧{after}".replace("\n", " ")
    return next((kind for kind, expression in _kinds() if expression.search(marked)), "number")
