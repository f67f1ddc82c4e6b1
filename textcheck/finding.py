"""The values a check returns: findings, scores, problems and the report that holds them.

Everything here is immutable and imports nothing else of the package. Offsets are code points into
the text as it was given, half-open; lines and columns count from 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, overload

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from typing_extensions import Self

Severity = Literal["error", "warning", "info"]
"""How bad a finding is: ``error`` must not be published, ``warning`` needs a look, ``info`` is context."""

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
"""Every severity, mildest first; the index is its rank."""

Applicability = Literal["safe", "ask"]
"""``safe``: the right text is certain and may be applied unseen; ``ask``: a person decides."""


def at_least(severity: Severity, threshold: Severity) -> bool:
    """Tell whether `severity` is as bad as `threshold`, or worse."""
    return SEVERITIES.index(severity) >= SEVERITIES.index(threshold)


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One way to mend a finding: replace ``source[start:end]`` by `replacement`."""

    start: int
    end: int
    replacement: str
    title: str
    applicability: Applicability = "ask"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One observation behind a finding: what saw it, where, and what it said.

    `source` is a rule name, or ``languagetool:RULE_ID`` for a match of LanguageTool.
    """

    source: str
    start: int
    end: int
    message: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect, located in the text.

    `excerpt` is a slice of the text around the finding and begins at offset `excerpt_start`;
    `confidence` is the estimated probability, 0 to 1, that a careful reader agrees.
    """

    rule: str
    category: str
    severity: Severity
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    why: str
    excerpt: str
    excerpt_start: int
    confidence: float
    suggestions: tuple[Suggestion, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def span(self) -> Span:
        """The range of the finding in the source."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Score:
    """A readability score: `value` is None, with a `reason`, where a number would be a lie."""

    name: str
    value: float | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be done. It never hides the findings that were made.

    `kind` is one of ``crash``, ``grammar``, ``rule``, ``timeout``, ``unreadable`` and ``unwritable``.
    """

    kind: str
    message: str


class Verdict(str):
    """One word about a whole document, ``pass``, ``warn`` or ``block``, that knows its reasons.

    It compares and prints as that word. `cause` is the likely cause of a systemic loss, or None.
    """

    __slots__ = ("cause", "reasons")

    reasons: tuple[str, ...]
    cause: str | None

    def __new__(
        cls,
        value: Literal["pass", "warn", "block"],
        reasons: Sequence[str] = (),
        cause: str | None = None,
    ) -> Self:
        """Make a verdict of a word, its reasons and its cause."""
        verdict = super().__new__(cls, value)
        verdict.reasons = tuple(reasons)
        verdict.cause = cause
        return verdict

    @property
    def value(self) -> str:
        """The verdict as a plain string."""
        return str.__str__(self)

    def __getnewargs__(self) -> tuple[str, tuple[str, ...], str | None]:  # type: ignore[override]  # more than str's own
        return (self.value, self.reasons, self.cause)


@dataclass(frozen=True)
class Report(Sequence[Finding]):
    """All that is known about one text: a sequence of findings, in the order of the text.

    `counts` holds ``words``, ``sentences``, ``syllables``, ``characters`` and ``reading_time``
    (seconds); `scores` maps a formula's name to its score.
    """

    findings: tuple[Finding, ...]
    scores: Mapping[str, Score] = field(default_factory=dict)
    counts: Mapping[str, float] = field(default_factory=dict)
    verdict: Verdict = field(default_factory=lambda: Verdict("pass"))
    problems: tuple[Problem, ...] = ()
    name: str | None = None

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, index: int | slice) -> Finding | tuple[Finding, ...]:
        return self.findings[index]

    def __len__(self) -> int:
        return len(self.findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __bool__(self) -> bool:
        """A report is always true: an empty one is still an answer."""
        return True
