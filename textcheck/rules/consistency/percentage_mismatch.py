"""Parts of one whole that make more, or less, than 100 per cent."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.consistency._context import discussed, shown
from textcheck.rules.consistency._numbers import NUMBER, numbers, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.finding import Span

_NUMBER: Final = lazy(
    rf"(?P<number>{NUMBER})(?P<unit>\s?%|(?:\s|-)per\s?cent(?!age)\b|(?:\s|-)percent(?!age)\b)?"
)
_YEAR: Final = lazy(r"(?:1[5-9]|20)\d\d")

_FOR: Final = lazy(
    r"(?i)^\W*(?:(?:of|the|voters?|votes?|members|respondents|those|them|people|residents|asked|polled|who"
    r"|were"
    r"|was|said|they|would|had|have|voted?|came|out|cast|ballots|a|it|plan|is|are|being|in|will)\s+)*"
    r"(?:for|in\s+favou?r|yes|support\w*|approv\w*|back\w*|agreed?|favou?r\w*|satisfied|happy)\b"
)
_AGAINST: Final = lazy(
    r"(?i)^\W*(?:(?:of|the|voters?|votes?|members|respondents|those|them|people|residents|who|were|was|said"
    r"|they"
    r"|would|had|have|voted?|came|out|cast|ballots|a|it|is|are|in|will)\s+)*(?:against|oppos\w*|no\b(?!t)"
    r"|disapprov\w*|disagree\w*|reject\w*|dissatisfied|unhappy)\b"
)
_NEITHER: Final = lazy(
    r"(?i)^\W*(?:(?:of|the|voters?|votes?|members|respondents|those|them|people|who|were|was|said|they|had"
    r"|have"
    r"|it|is|are)\s+)*(?:abstain\w*|abstention\w*|undecided|unsure|not\s+sure|uncertain|neutral|did\s?n[o’']t"
    r"|did\s+not|do\s+not|don[’']t|had\s+no|no\s+(?:opinion|view)|blank|spoil\w*|neither)\b"
)
_REMAINING: Final = lazy(
    r"(?i)\b(?:the\s+(?:remaining|other|final|last)|remaining|the\s+(?:rest|remainder)\s*,)\s+$"
)
_WHOLE: Final = lazy(
    r"(?i)\b(?:made\s+up\s+of|composed\s+of|consist(?:s|ed|ing)?\s+of|compris(?:es|ed|ing)|breaks?\s+down"
    r"|is\s+divided"
    r"|was\s+divided|are\s+divided|(?:is|was|are|were)\s+split|split\s+into|(?:mix|blend|mixture"
    r"|alloy)\s+of|broken\s+down)\b"
)
_VOTE: Final = lazy(r"(?i)\bof\s+(?:the|all)\s+(?:(?:valid|total|popular)\s+)?(?:votes?|ballots)\b")
_RIVAL: Final = lazy(
    r"^(?:\s+of\s+(?:the\s+)?votes?)?[,;]?\s*(?:(?:and|while|with|to|for|against|ahead\s+of|followed\s+by"
    r"|compared\s+(?:to|with))\s+)?"
    r"(?:the\s+)?(?:[\p{Lu}][\p{L}’'-]*\s+){1,4}(?:(?:won|took|got|received|had|has|secured|polled|gained"
    r"|with|at|on|and|only|just)\s+){0,3}$"
)
_NESTED: Final = lazy(
    r"(?i)\b(?:of\s+wh(?:om|ich)|of\s+these|of\s+those|up|down|rose|rise|fell|fall|drop\w*|increas\w*"
    r"|decreas\w*"
    r"|compared|last\s+year|from|more|less|overlap\w*|also|both|turnout|multiple|several\s+answers|than"
    r"|respectively|(?:1[5-9]|20)\d\d|round|run-?off|points?|third|quarter|half|fifth|most|majority|growth)\b"
)
_TELLS: Final = re.compile(
    r"remain|the\s+(?:other|final|last|rest)|against|oppos|no\b|disa|reject|unhapp|dissat|made\s+up|compos|consist"
    r"|compris|break|broken|divided|split|mix|blend|alloy|votes?\b|ballots?\b"
)
"""A quick look, in lower case, for words that make shares those of one whole."""

_HUNDRED: Final = 100
_ROUNDING: Final = Decimal("0.5")
"""Percentage points by which each share may have been rounded up."""


class _Share(NamedTuple):
    start: int
    end: int
    share: Decimal


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    if ("%" not in text and "cent" not in text) or not _TELLS.search(text.lower()):
        return
    for span in document.sentences(block):
        words = document.prose[span.start : span.end]
        shared = ("%" in words or "cent" in words) and _TELLS.search(words.lower())
        hit = _judge(span, words) if shared else None
        if hit is not None:
            yield hit


def _judge(span: Span, words: str) -> Hit | None:
    found = [match for match in numbers(_NUMBER, words) if not _YEAR.fullmatch(match["number"])]
    first = next((index for index, match in enumerate(found) if match["unit"]), None)
    if first is None or len(found) - first < 2:  # noqa: PLR2004  # one share is no list
        return None
    shares = [_Share(*match.span(), value(match["number"])) for match in found[first:]]
    total = _sum(shares)
    slack = _ROUNDING * len(shares)
    if abs(total - _HUNDRED) <= slack or discussed(words) or any(share.share >= _HUNDRED for share in shares):
        return None
    between = [words[one.end : two.start] for one, two in pairwise(shares)]
    after = [*between, words[shares[-1].end :]]
    listed = all(match["unit"] for match in found[first:]) and not any(map(_NESTED.search, after[:-1]))
    before = words[: shares[0].start]
    exact = listed and any(map(_REMAINING.search, between)) and not _NESTED.search(before)
    over = total > _HUNDRED and (
        _is_vote(after) or (listed and (_WHOLE.search(before) is not None or _is_race(words, between)))
    )
    # The shares of a part, “40 per cent of the 60 per cent who came and the remaining 60”, do add up.
    nested = any(abs(_sum(shares[index:]) - _HUNDRED) <= slack for index in range(1, len(shares)))
    if not (over or exact) or nested:
        return None
    start, end = shares[0].start, shares[-1].end
    message = f"“{shown(words[start:end], 36)}” makes {total.normalize():f} per cent"
    return Hit(span.start + start, span.start + end, message)


def _sum(shares: list[_Share]) -> Decimal:
    return sum((share.share for share in shares), Decimal(0))


def _is_vote(after: list[str]) -> bool:
    """Tell whether each share is that of a side in one vote."""
    sides = [
        next((side for side, words in enumerate((_NEITHER, _AGAINST, _FOR)) if words.match(text)), None)
        for text in after
    ]
    apart = any(";" in text or _NESTED.search(text) for text in after[:-1])
    return None not in sides and sides.count(1) == 1 and sides.count(2) == 1 and not apart


def _is_race(words: str, between: list[str]) -> bool:
    """Tell whether each share of one vote goes to another name."""
    return _VOTE.search(words) is not None and all(map(_RIVAL.match, between))


rule = block_function(
    _check,
    why="One of the shares is wrong, or a part is counted twice; take the figures from the source.",
    triggers=("%", "per cent", "percent"),
    confidence=0.9,
    cases=[
        flags("In the end [[55 per cent voted for, 30 against and 25]] abstained."),
        flags("Of the members, [[61% supported the plan, 48%]] opposed it."),
        flags("The alloy is made up of [[60 per cent copper, 30 per cent zinc and 20 per cent]] tin."),
        flags("About [[70 per cent went to schools and the remaining 40 per cent]] to roads."),
        flags("Smith won [[54% of the vote, Jones 40% and Brown 16%]]."),
        flags("In the poll [[45 percent said yes, 40 percent said no and 35 percent]] did not know."),
        passes("In the end 55 per cent voted for, 30 against and 15 abstained."),
        passes("Of the members, 61% supported the plan; in 2010, 48% opposed it."),
        passes("The alloy is made up of 60.4 per cent copper, 29.5 per cent zinc and 10.2 per cent tin."),
        passes("Support rose from 55 per cent to 60 per cent, and 40 per cent were against."),
        passes("Of the 60 per cent who came, 40 per cent said yes and the remaining 60 per cent no."),
        passes("In the survey 70 per cent own a phone, 60 per cent a car and 20 per cent a boat."),
        passes("Smith won 54% of the vote in the north and 61% in the south."),
        passes("Sixty per cent of men and 55 per cent of women agreed with the plan."),
        passes("They gave 110 per cent, the coach said, and the other side 90 per cent."),
        passes("A third walk, 20 per cent cycle and the remaining 47 per cent take the bus."),
    ],
)
