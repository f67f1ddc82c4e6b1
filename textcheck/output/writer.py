"""What every output format is: a writer that is given reports one by one, and totals at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from textcheck.finding import Report


class Writer(Protocol):
    """Writes reports in one format as they come; `close` is called once, after the last one.

    A file that could not be read arrives as a report without findings that holds a problem of the
    kind ``unreadable``.
    """

    def write(self, report: Report, /) -> None:
        """Write one report."""

    def close(self, summary: Summary, /) -> None:
        """Write what ends the output, and flush the stream."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Totals over the reports of one run.

    `files` counts the texts named, `unreadable` those of them that could not be read, and
    `affected` those with at least one finding; `words` counts the words checked, and `fixed` the
    suggestions applied.
    """

    files: int = 0
    unreadable: int = 0
    affected: int = 0
    words: float = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    problems: int = 0
    fixed: int = 0

    @property
    def findings(self) -> int:
        """The number of findings of every severity."""
        return self.errors + self.warnings + self.infos

    def plus(self, report: Report, fixed: int = 0) -> Summary:
        """Return the totals with one more report in them, before which so many suggestions were applied."""
        severities = [finding.severity for finding in report]
        return Summary(
            files=self.files + 1,
            unreadable=self.unreadable + is_unreadable(report),
            affected=self.affected + bool(severities),
            words=self.words + report.counts.get("words", 0),
            errors=self.errors + severities.count("error"),
            warnings=self.warnings + severities.count("warning"),
            infos=self.infos + severities.count("info"),
            problems=self.problems + len(report.problems),
            fixed=self.fixed + fixed,
        )

    def __str__(self) -> str:
        kinds = (("error", self.errors), ("warning", self.warnings), ("info", self.infos))
        found = ", ".join(_counted(number, noun) for noun, number in kinds if number)
        fixed = f"{self.fixed:,} fixed, " if self.fixed else ""
        nothing = "no findings" if fixed else "No findings"
        parts = [
            f"{fixed}{found} in {_counted(self.affected, 'file')}" if found else f"{fixed}{nothing}",
            f"checked {_counted(self.files - self.unreadable, 'file')}, {_counted(self.words, 'word')}",
        ]
        if self.problems:
            parts.append(_counted(self.problems, "problem"))
        return "; ".join(parts)


def is_unreadable(report: Report) -> bool:
    """Tell whether the report stands for a text that could not be read."""
    return any(problem.kind == "unreadable" for problem in report.problems)


def explain_verdict(report: Report) -> str:
    """Put the verdict, its reasons and its likely cause into one line."""
    verdict = report.verdict
    line = f"verdict {verdict}"
    if verdict.reasons:
        line += f": {'; '.join(verdict.reasons)}"
    return f"{line} (likely cause: {verdict.cause})" if verdict.cause else line


def _counted(number: float, noun: str) -> str:
    return f"{number:,.0f} {noun if number == 1 else noun + 's'}"
