"""Weak shapes count in company only: which clues become findings.

A hit that may as well be sound English ("for years", "in March,") is a clue. It becomes a finding
where the document shows that values were lost throughout: by strong shapes, or by clues so thick in a
text without a numeral that they bear each other out. A strong shape in the same sentence is not
enough: where one value is missing, the words around it are mostly sound. On one and the same hole, the
shape that a rule sees and what the model makes of the words around it bear each other out.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from textcheck.document import Document
    from textcheck.rule import Hit, Rule

NUMERALS_PER_HIT: Mapping[int, int] = MappingProxyType({2: 1, 3: 2})
"""Numerals that a document may still have for each of so many strong hits, if its loss is systemic."""

FEWEST_CLUES = 1.4
"""Sum of the confidences of strong hits and clues from which a text without a numeral is looked at closer."""

ONE_PLACE = 40
"""Code points within which clues without blanks, such as two months, are counted as one."""

CLUES_PER_WORD = 1 / 200
"""Such a sum per word from which the loss is systemic; sound texts without a numeral stay below 1/300."""

UNTIDIED_BLANKS = 2
"""Blanks of the kind that tidying takes out from which a document counts as one that was not tidied."""

BORNE_OUT = 0.9
"""Confidence that the shape of a hole and the model's proposal for it add up to, if they are to count."""

_LEFT_BLANK = regex.compile(r"(?<=\w)[ ](?:[.,;)](?=\s|$)|[ ]{1,2}(?=[\w(“\"]))")


def supported(
    document: Document,
    hits: Sequence[tuple[Rule, Hit]],
    *,
    chosen: Collection[str] = (),
    modelled: bool = False,
) -> list[tuple[Rule, Hit]]:
    """Return the hits that are no clues, and the clues where the document bears them out.

    Args:
        document: what was scanned.
        hits: what was found in it.
        chosen: names of rules whose clues count anywhere, since the user asked for them.
        modelled: the model read the document, and its proposals are among the hits.
    """
    if not any(_is_clue(rule, hit) for rule, hit in hits):
        return list(hits)
    gaps = [item for item in hits if item[0].category.name == "gaps"]
    if not is_systemic(document, gaps, modelled=modelled):
        seen = [(hit, _confidence(rule, hit)) for rule, hit in gaps if not rule.definition.model]
        proposed = [(hit, _confidence(rule, hit)) for rule, hit in gaps if rule.definition.model]
        return [
            (rule, hit)
            for rule, hit in hits
            if rule.name in chosen
            or not _is_clue(rule, hit)
            or _is_borne_out(hit, _confidence(rule, hit), seen if rule.definition.model else proposed)
        ]
    # Where holes have their blanks left, a place without blanks is none.
    untidied = len(_LEFT_BLANK.findall(document.prose)) >= UNTIDIED_BLANKS
    return [
        (rule, hit)
        for rule, hit in hits
        if rule.definition.spacing or not untidied or rule.name in chosen or not _is_clue(rule, hit)
    ]


def is_systemic(document: Document, gaps: Sequence[tuple[Rule, Hit]], *, modelled: bool = False) -> bool:
    """Tell whether hits are so many, and numerals so few, that values were lost throughout.

    Args:
        document: what was scanned.
        gaps: the hits of the category gaps.
        modelled: the model read the document. A clue without blanks is then none if the model, which has
            proposed less likely places, has nothing to say of it: “the village she is fond of.”
    """
    strong = sum(not _is_clue(rule, hit) for rule, hit in gaps)
    if strong >= min(NUMERALS_PER_HIT):
        return document.numerals <= NUMERALS_PER_HIT[min(strong, max(NUMERALS_PER_HIT))] * strong
    evidence = 0.0
    end = -ONE_PLACE
    proposed = [hit for rule, hit in gaps if rule.definition.model]
    for rule, hit in sorted(gaps, key=lambda item: (item[1].start, item[1].end)):
        if modelled and not rule.definition.spacing and not _is_among(hit, proposed):
            continue
        if rule.definition.spacing or hit.start >= end + ONE_PLACE:
            evidence += _confidence(rule, hit)
        end = max(end, hit.end)
    return (
        evidence >= FEWEST_CLUES
        and document.numerals == 0
        and evidence >= CLUES_PER_WORD * len(document.prose.split())
    )


def _is_borne_out(hit: Hit, confidence: float, others: Sequence[tuple[Hit, float]]) -> bool:
    """Tell whether one of `others`, which are in order, is about the same hole and sure enough with it."""
    return any(
        1 - (1 - confidence) * (1 - other) >= BORNE_OUT for seen, other in others if _overlap(hit, seen)
    )


def _is_among(hit: Hit, others: Sequence[Hit]) -> bool:
    return any(_overlap(hit, other) for other in others)


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _confidence(rule: Rule, hit: Hit) -> float:
    return rule.definition.confidence if hit.confidence is None else hit.confidence


def _is_clue(rule: Rule, hit: Hit) -> bool:
    return rule.definition.clue or hit.clue
