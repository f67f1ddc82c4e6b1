"""Many findings, one statement about the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.finding import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textcheck.finding import Finding

SYSTEMIC_GAPS = 5
"""Holes in one document from which the loss is no accident."""

SYSTEMIC_RATE = 1 / 250
"""Holes per word from which the loss is no accident."""


def judge(findings: Sequence[Finding], words: float, digits: int) -> Verdict:
    """Return ``block`` for systemic loss, ``warn`` for single errors, else ``pass``.

    Args:
        findings: all findings of the document.
        words: its number of words.
        digits: its number of digits.
    """
    errors = [finding for finding in findings if finding.severity == "error"]
    gaps = [finding for finding in errors if finding.category == "gaps"]
    if len(gaps) >= SYSTEMIC_GAPS and len(gaps) >= SYSTEMIC_RATE * words:
        stripped = digits < len(gaps)
        reason = f"content is missing in {len(gaps)} places; {digits} digits in {words:.0f} words"
        return Verdict("block", [reason], "digits were stripped" if stripped else "values were dropped")
    if errors:
        plural = "" if len(errors) == 1 else "s"
        return Verdict("warn", [f"{len(errors)} error{plural} must be mended before publication"])
    return Verdict("pass")
