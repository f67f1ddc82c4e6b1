"""Weak shapes count in company only: which clues become findings.

A hit that may as well be sound English ("for years", "in March,") is a clue. It becomes a finding
where the document shows by strong shapes that values were lost throughout. A strong shape in the
same sentence is not enough: where one value is missing, the words around it are mostly sound.
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

UNTIDIED_BLANKS = 2
"""Blanks of the kind that tidying takes out from which a document counts as one that was not tidied."""

_LEFT_BLANK = regex.compile(r"(?<=\w)[ ](?:[.,;)](?=\s|$)|[ ]{1,2}(?=[\w(“\"]))")


def supported(
    document: Document, hits: Sequence[tuple[Rule, Hit]], *, chosen: Collection[str] = ()
) -> list[tuple[Rule, Hit]]:
    """Return the hits that are no clues, and the clues where the document bears them out.

    Args:
        document: what was scanned.
        hits: what was found in it.
        chosen: names of rules whose clues count anywhere, since the user asked for them.
    """
    strong = [item for item in hits if not _is_clue(*item)]
    if len(strong) == len(hits):
        return list(hits)
    if not is_systemic(document, [hit for rule, hit in strong if rule.category.name == "gaps"]):
        return [item for item in hits if item[0].name in chosen or not _is_clue(*item)]
    # Where holes have their blanks left, a place without blanks is none.
    untidied = len(_LEFT_BLANK.findall(document.prose)) >= UNTIDIED_BLANKS
    return [
        (rule, hit)
        for rule, hit in hits
        if rule.definition.spacing or not untidied or rule.name in chosen or not _is_clue(rule, hit)
    ]


def is_systemic(document: Document, strong: Sequence[Hit]) -> bool:
    """Tell whether strong hits are so many, and numerals so few, that values were lost throughout."""
    least, most = min(NUMERALS_PER_HIT), max(NUMERALS_PER_HIT)
    if len(strong) < least:
        return False
    allowed = NUMERALS_PER_HIT[min(len(strong), most)] * len(strong)
    return document.numerals <= allowed


def _is_clue(rule: Rule, hit: Hit) -> bool:
    return rule.definition.clue or hit.clue
