"""Annotations for GitHub Actions, and a summary of the step.

The workflow commands are described under "Workflow commands for GitHub Actions" in GitHub's
documentation. GitHub shows ten annotations of each severity for a step; the log shows all of them.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from textcheck.finding import SEVERITIES
from textcheck.output.visible import visible
from textcheck.output.writer import explain_verdict

if TYPE_CHECKING:
    from textcheck.finding import Finding, Report, Severity
    from textcheck.output.writer import Summary

_COMMANDS: dict[str, str] = {"error": "error", "warning": "warning", "info": "notice"}

_SUMMARY_LIMIT = 1024 * 1024
"""Bytes GitHub takes as the summary of one step ("Adding a job summary"); above, it drops all of it."""

_RESERVE = 1024
"""Bytes of the summary kept for its heading, the totals and the line about omitted rows."""

_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~&$!]")


class GithubWriter:
    """Writes one workflow command a finding, worst first within a file, and the totals at the end.

    `summary_path` is the file GitHub reads the step's summary from, or None for no summary. Its rows
    are kept until the end, no more of them than GitHub takes.
    """

    def __init__(self, stream: TextIO, summary_path: Path | None) -> None:
        self._stream = stream
        self._encoding = getattr(stream, "encoding", None) or "utf-8"
        self._summary_path = summary_path
        self._rows: dict[Severity, list[str]] = {severity: [] for severity in SEVERITIES}
        self._room = dict.fromkeys(SEVERITIES, _SUMMARY_LIMIT)

    def write(self, report: Report, /) -> None:
        """Write the annotations of one file: problems, the verdict, then findings."""
        for problem in report.problems:
            message = problem.message.removeprefix(f"{report.name}: ")
            self._command("warning", message, file=report.name, title=f"problem: {problem.kind}")
        if report.verdict != "pass":
            command = "error" if report.verdict == "block" else "warning"
            self._command(command, explain_verdict(report), file=report.name, title="verdict")
        for finding in sorted(report, key=lambda finding: -SEVERITIES.index(finding.severity)):
            self._annotate(finding, report.name)
            self._remember(finding, report.name)

    def close(self, summary: Summary, /) -> None:
        """Write the totals, and append the summary of the step."""
        self._stream.write(f"{summary}\n")
        if self._summary_path is not None:
            self._append_summary(self._summary_path, summary)
        self._stream.flush()

    def _annotate(self, finding: Finding, name: str | None) -> None:
        # GitHub refuses columns where the two lines differ.
        one_line = finding.line == finding.end_line
        self._command(
            _COMMANDS[finding.severity],
            finding.message,
            file=name,
            line=finding.line,
            endLine=finding.end_line,
            col=finding.column if one_line else None,
            endColumn=finding.end_column if one_line else None,
            title=finding.rule,
        )

    def _command(self, command: str, message: str, **properties: str | int | None) -> None:
        listed = ",".join(
            f"{key}={self._escape(str(value)).replace(':', '%3A').replace(',', '%2C')}"
            for key, value in properties.items()
            if value is not None
        )
        self._stream.write(f"::{command} {listed}::{self._escape(message)}\n")

    def _escape(self, text: str) -> str:
        """Escape as the runner expects it, each newline and carriage return kept."""
        escapes = {"\r": "%0D", "\n": "%0A"}
        lines = re.split(r"([\r\n])", text)
        return "".join(
            escapes.get(part) or visible(part, self._encoding).replace("%", "%25") for part in lines
        )

    def _remember(self, finding: Finding, name: str | None) -> None:
        if self._summary_path is None or self._room[finding.severity] <= 0:
            return
        where = f"{name or ''}:{finding.line}:{finding.column}".removeprefix(":")
        cells = (finding.severity, where, finding.rule, finding.message)
        row = f"| {' | '.join(_cell(cell) for cell in cells)} |\n"
        self._room[finding.severity] -= len(row.encode())
        self._rows[finding.severity].append(row)

    def _append_summary(self, path: Path, summary: Summary) -> None:
        rows = [row for severity in reversed(SEVERITIES) for row in self._rows[severity]]
        kept: list[str] = []
        try:
            room = _SUMMARY_LIMIT - _RESERVE - (path.stat().st_size if path.exists() else 0)
            if room < 0:
                return
            for row in rows:
                room -= len(row.encode())
                if room < 0:
                    break
                kept.append(row)
            with path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(_summary_markdown(summary, kept))
        except OSError as error:
            self._command("warning", f"{path}: {error.strerror}", title="no step summary")


def create(stream: TextIO, *, verbose: bool, quiet: bool) -> GithubWriter:  # noqa: ARG001  # one signature for every format
    """Make the writer; ``GITHUB_STEP_SUMMARY`` names the file of the step's summary, if there is one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    return GithubWriter(stream, Path(path) if path else None)


def _summary_markdown(summary: Summary, rows: list[str]) -> str:
    lines = [f"### textcheck\n\n{summary}\n"]
    if rows:
        lines += ["\n| Severity | Where | Rule | Message |\n| --- | --- | --- | --- |\n", *rows]
    if len(rows) < summary.findings:
        lines.append(f"\n{summary.findings - len(rows):,} more are in the log of this step.\n")
    return "".join(lines)


def _cell(text: str) -> str:
    """Write text into a table cell of GitHub's Markdown so that it is read literally."""
    return _MARKDOWN.sub(r"\\\g<0>", visible(text))
