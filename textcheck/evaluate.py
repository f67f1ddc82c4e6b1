"""Measures rules against texts whose gaps are known: recall by kind and rule, precision, false alarms.

A gap counts as found if a finding touches it, or is at most `TOLERANCE` code points away from it; a
finding counts as true if it is that close to a gap, and not at all if only a list number is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from textcheck.gold import LIST_NUMBER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textcheck.finding import Finding
    from textcheck.gold import Gap

TOLERANCE = 1
"""Code points between a finding and a gap that still belong together: the blank between two words."""

PER_WORDS = 10_000
"""The number of words that false alarms are counted per."""

CONFIDENCE_LEVEL = 0.95
"""Coverage of the intervals: Wilson's for shares, Garwood's exact one for a rate of rare events."""


@dataclass(frozen=True, slots=True)
class Share:
    """`hits` of `total`, with Wilson's interval."""

    hits: int
    total: int

    @property
    def value(self) -> float | None:
        """The share, or None of nothing."""
        return self.hits / self.total if self.total else None

    def interval(self) -> tuple[float, float] | None:
        """Return the bounds of the interval at `CONFIDENCE_LEVEL`, or None of nothing.

        Raises:
            ImportError: scipy, of the extra ``evidence``, is not installed.
        """
        if not self.total:
            return None
        from scipy.stats import binomtest  # noqa: PLC0415  # an extra

        bounds = binomtest(self.hits, self.total).proportion_ci(CONFIDENCE_LEVEL, method="wilson")
        return float(bounds.low), float(bounds.high)

    def to_dict(self) -> dict[str, Any]:
        """Return hits, total, value and interval as JSON values."""
        bounds = self.interval()
        return {
            "hits": self.hits,
            "total": self.total,
            "value": self.value,
            "interval": list(bounds) if bounds else None,
        }


@dataclass(frozen=True, slots=True)
class Rate:
    """A number of events in a number of words, with Garwood's interval."""

    events: int
    words: int

    @property
    def value(self) -> float | None:
        """Events per `PER_WORDS` words, or None where there is no word."""
        return self.events * PER_WORDS / self.words if self.words else None

    def interval(self) -> tuple[float, float] | None:
        """Return the bounds, per `PER_WORDS` words, at `CONFIDENCE_LEVEL`.

        F. Garwood (1936), "Fiducial limits for the Poisson distribution", Biometrika 28, 437-442.

        Raises:
            ImportError: scipy, of the extra ``evidence``, is not installed.
        """
        if not self.words:
            return None
        from scipy.stats import chi2  # noqa: PLC0415  # an extra

        tail = (1 - CONFIDENCE_LEVEL) / 2
        low = float(chi2.ppf(tail, 2 * self.events)) / 2 if self.events else 0.0
        high = float(chi2.ppf(1 - tail, 2 * self.events + 2)) / 2
        return low * PER_WORDS / self.words, high * PER_WORDS / self.words

    def to_dict(self) -> dict[str, Any]:
        """Return events, words, value and interval as JSON values."""
        bounds = self.interval()
        return {
            "events": self.events,
            "words": self.words,
            "value": self.value,
            "interval": list(bounds) if bounds else None,
        }


@dataclass
class Tally:
    """Counts over many documents; `add` takes one document after the other.

    A finding counts for each rule that saw it, not only for the one that it is named after.
    """

    documents: int = 0
    words: int = 0
    true: int = 0
    false: int = 0
    gaps: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    found_by_rule: Counter[str] = field(default_factory=Counter)
    true_by_rule: Counter[str] = field(default_factory=Counter)
    false_by_rule: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)

    def add(self, findings: Sequence[Finding], gaps: Sequence[Gap], *, words: int, verdict: str) -> None:
        """Compare the findings of one document with its gaps.

        Args:
            findings: those that count, such as all of the category `gaps`.
            gaps: all that is known to be missing; nothing for a sound document.
            words: the number of words of the document.
            verdict: that of its report.
        """
        self.documents += 1
        self.words += words
        self.verdicts[verdict] += 1
        ordered = sorted(findings, key=lambda finding: finding.start)
        starts = [finding.start for finding in ordered]
        furthest = list(accumulate((finding.end for finding in ordered), max))
        true: set[int] = set()
        neutral: set[int] = set()
        for gap in gaps:
            first = bisect_left(furthest, gap.start - TOLERANCE)
            last = bisect_right(starts, gap.end + TOLERANCE)
            near = [index for index in range(first, last) if ordered[index].end + TOLERANCE >= gap.start]
            if gap.kind == LIST_NUMBER:
                neutral.update(near)
                continue
            true.update(near)
            self.gaps[gap.kind] += 1
            if near:
                self.found[gap.kind] += 1
                self.found_by_rule.update({rule for index in near for rule in _rules(ordered[index])})
        self.true_by_rule.update(rule for index in true for rule in _rules(ordered[index]))
        self.true += len(true)
        wrong = set(range(len(ordered))) - true - neutral
        self.false_by_rule.update(rule for index in wrong for rule in _rules(ordered[index]))
        self.false += len(wrong)

    @property
    def recall(self) -> Share:
        """The share of all gaps that were found."""
        return Share(self.found.total(), self.gaps.total())

    @property
    def precision(self) -> Share:
        """The share of all findings that are at a gap."""
        return Share(self.true, self.true + self.false)

    @property
    def false_alarms(self) -> Rate:
        """Findings away from every gap."""
        return Rate(self.false, self.words)

    @property
    def rules(self) -> list[str]:
        """The names of the rules that reported something, sorted."""
        return sorted({*self.true_by_rule, *self.false_by_rule})

    def rule_recall(self, rule: str) -> Share:
        """Return the share of all gaps that one rule found."""
        return Share(self.found_by_rule[rule], self.gaps.total())

    def rule_precision(self, rule: str) -> Share:
        """Return the share of the findings of one rule that are at a gap."""
        true = self.true_by_rule[rule]
        return Share(true, true + self.false_by_rule[rule])

    def to_dict(self) -> dict[str, Any]:
        """Return all figures as JSON values; docs/evidence.md describes them.

        Raises:
            ImportError: scipy, of the extra ``evidence``, is not installed.
        """
        return {
            "documents": self.documents,
            "words": self.words,
            "recall": self.recall.to_dict(),
            "precision": self.precision.to_dict(),
            "false_alarms_per_10000_words": self.false_alarms.to_dict(),
            "verdicts": dict(sorted(self.verdicts.items())),
            "kinds": {
                kind: Share(self.found[kind], total).to_dict() for kind, total in sorted(self.gaps.items())
            },
            "rules": {
                rule: {
                    "recall": self.rule_recall(rule).to_dict(),
                    "precision": self.rule_precision(rule).to_dict(),
                }
                for rule in self.rules
            },
        }


def _rules(finding: Finding) -> set[str]:
    return {evidence.source for evidence in finding.evidence} or {finding.rule}
