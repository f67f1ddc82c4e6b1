"""Many findings, one statement about the document."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from textcheck.finding import Verdict, at_least

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textcheck.document import Document
    from textcheck.finding import Finding

SYSTEMIC_GAPS = 5
"""Empty slots in one document from which the loss is no accident."""

SYSTEMIC_RATE = 1 / 250
"""Empty slots per word from which the loss is no accident."""

STRIPPED_RATE = 1 / 60
"""Empty slots per word from which three of them, and no numeral left, are enough."""

FEWEST_GAPS = 3
"""Empty slots without which a document is never blocked."""

PROPOSALS = frozenset({"missing-number", "missing-words"})
"""The rules of what the model alone says, one of which hardly tells about a document."""

FEWEST_PROPOSALS = 2
"""Such findings in a document that tell, if the model does not speak of all of it."""

_CAUSES: Mapping[str, str] = MappingProxyType(
    {
        "dropped-link": "links were dropped",
        "dropped-formula": "maths was dropped",
        "dropped-direction-distance": "templates were dropped",
        "dropped-measure": "templates were dropped",
        "dropped-noun": "templates were dropped",
        "dropped-value": "templates were dropped",
        "empty-brackets": "templates were dropped",
        "empty-quotation": "templates were dropped",
    }
)
"""What a rule's findings tell of the cause, where the numerals are still there."""


def judge(findings: Sequence[Finding], document: Document, evidence: float | None = None) -> Verdict:
    """Return ``block`` for systemic loss, ``warn`` for errors and single gaps, else ``pass``.

    A document that merely has no numerals passes: it is the empty slots that tell.

    Args:
        findings: all findings of the document.
        document: where they were found; its words and numerals are counted only where gaps are.
        evidence: the model's probability that values were lost somewhere, where it is high.
    """
    if not findings and evidence is None:
        return Verdict("pass")
    gaps = [
        finding
        for finding in findings
        if finding.category == "gaps" and at_least(finding.severity, "warning")
    ]
    proposals = [finding for finding in gaps if finding.rule in PROPOSALS]
    if evidence is None and len(proposals) < FEWEST_PROPOSALS:
        gaps = [finding for finding in gaps if finding.rule not in PROPOSALS]
    if len(gaps) >= FEWEST_GAPS and _is_systemic(len(gaps), document.words, document.numerals):
        words, numerals = document.words, document.numerals
        plural = "" if numerals == 1 else "s"
        reason = f"{len(gaps)} empty slots, {numerals} numeral{plural} in {words} words"
        return Verdict("block", [reason], _cause(gaps, numerals))
    errors = sum(finding.severity == "error" for finding in findings)
    reasons = []
    if errors:
        reasons.append(f"{errors} error{'' if errors == 1 else 's'} to be mended before publication")
    doubtful = sum(finding.severity != "error" for finding in gaps)
    if doubtful:
        reasons.append(f"{doubtful} place{'' if doubtful == 1 else 's'} where a value may be missing")
    if evidence is not None and not gaps:
        reasons.append(f"the text reads as if values were lost in it (probability {evidence:.2f})")
    return Verdict("warn" if reasons else "pass", reasons)


def _is_systemic(gaps: int, words: int, numerals: int) -> bool:
    if gaps >= SYSTEMIC_GAPS and gaps >= SYSTEMIC_RATE * words:
        return True
    return numerals == 0 and gaps >= STRIPPED_RATE * words


def _cause(gaps: Sequence[Finding], numerals: int) -> str:
    """Name the likely cause: few numerals for so many slots, or else what most slots tell."""
    if numerals < len(gaps):
        return "digits were stripped"
    causes = Counter(_CAUSES.get(finding.rule, "values were dropped") for finding in gaps)
    return causes.most_common(1)[0][0]
