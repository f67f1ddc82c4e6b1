"""Findings for people: one block a finding, with the words in question underlined."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from textcheck.output.visible import visible
from textcheck.output.writer import explain_verdict

if TYPE_CHECKING:
    from textcheck.finding import Finding, Report
    from textcheck.output.writer import Summary

_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}
_VERDICT_STYLES = {"pass": "", "warn": "bold yellow", "block": "bold red"}
_INDENT = "    "
_CUT = "..."


PIPED_WIDTH = 240
"""Cells of an excerpt where there is no window: an ordinary finding fits, a repeated page does not."""


class TextWriter:
    """Writes findings grouped by file. Colours follow the terminal, ``NO_COLOR`` and ``FORCE_COLOR``.

    An excerpt is cut around the underlined words: on a terminal to the width of the window, elsewhere
    to `PIPED_WIDTH` cells. No other line is wrapped or cut.
    """

    def __init__(self, stream: TextIO, *, verbose: bool, quiet: bool) -> None:
        self._console = Console(
            file=stream, force_jupyter=False, soft_wrap=True, markup=False, emoji=False, highlight=False
        )
        self._width = self._console.width if stream.isatty() else PIPED_WIDTH
        self._encoding = getattr(stream, "encoding", None) or "utf-8"
        self._verbose = verbose
        self._quiet = quiet

    def write(self, report: Report, /) -> None:
        """Write what is known about one file: problems, findings, the verdict, readability."""
        name = "<text>" if report.name is None else self._show(report.name)
        for problem in report.problems:
            message = problem.message.removeprefix(f"{report.name}: ")
            self._line(
                (name, "bold"), ": ", ("problem", "bold magenta"), self._show(f" [{problem.kind}] {message}")
            )
        for finding in report:
            self._finding(finding, name)
        if report.verdict != "pass":
            style = _VERDICT_STYLES[report.verdict.value]
            self._line((name, "bold"), ": ", (self._show(explain_verdict(report)), style))
        if report.scores and not self._quiet:
            self._line((name, "bold"), ": ", (self._show(_readability(report)), "dim"))
        if report.findings:
            self._line()

    def close(self, summary: Summary, /) -> None:
        """Write the totals, unless quiet."""
        if not self._quiet:
            self._line((str(summary), "bold"))
        self._console.file.flush()

    def _finding(self, finding: Finding, name: str) -> None:
        style = _STYLES[finding.severity]
        self._line(
            (f"{name}:{finding.line}:{finding.column}", "bold"),
            ": ",
            (finding.severity, style),
            (f" [{self._show(finding.rule)}] ", "dim"),
            self._show(finding.message),
        )
        self._excerpt(finding, style)
        if finding.why:
            self._line(_INDENT, (self._show(finding.why), "dim"))
        for suggestion in finding.suggestions:
            label = "safe fix" if suggestion.applicability == "safe" else "suggestion"
            self._line(_INDENT, (f"{label}: ", "green"), self._show(suggestion.title))
        if self._verbose:
            self._line(_INDENT, (f"confidence: {finding.confidence:.2f}", "dim"))
            for evidence in finding.evidence:
                shown = self._show(f"{evidence.source}: {evidence.message} ({evidence.confidence:.2f})")
                self._line(_INDENT, (f"evidence: {shown}", "dim"))
        self._line()

    def _excerpt(self, finding: Finding, style: str) -> None:
        start = max(finding.start - finding.excerpt_start, 0)
        end = max(finding.end - finding.excerpt_start, start)
        text = finding.excerpt
        before, marked, after = (self._show(part) for part in (text[:start], text[start:end], text[end:]))
        before, marked, after = _fit(before, marked, after, self._width - len(_INDENT))
        self._line(_INDENT, before, (marked, style), after)
        self._line(_INDENT, " " * cell_len(before), ("^" * max(cell_len(marked), 1), style))

    def _show(self, text: str) -> str:
        return visible(text, self._encoding)

    def _line(self, *parts: str | tuple[str, str]) -> None:
        self._console.print(Text.assemble(*parts))


def create(stream: TextIO, *, verbose: bool, quiet: bool) -> TextWriter:
    """Make the writer."""
    return TextWriter(stream, verbose=verbose, quiet=quiet)


def _readability(report: Report) -> str:
    """Put the scores, rounded, into one line, and those without a value by their reason."""
    scored: list[str] = []
    missing: dict[str, list[str]] = {}
    for name, score in report.scores.items():
        label = name.replace("_", " ")
        if score.value is None:
            missing.setdefault(score.reason or "no reason given", []).append(label)
        else:
            scored.append(f"{label} {score.value:.1f}")
    parts = [", ".join(scored)] if scored else []
    parts += [f"not scored: {', '.join(labels)} ({reason})" for reason, labels in missing.items()]
    return f"readability: {'; '.join(parts)}"


def _fit(before: str, marked: str, after: str, width: int) -> tuple[str, str, str]:
    """Cut three adjacent parts of a line to `width` cells, keeping as much of the middle as fits."""
    marked = _head(marked, width)
    room = max(width - cell_len(marked), 0)
    # A short side leaves its room to the other one.
    left = min(cell_len(before), max(room // 2, room - cell_len(after)))
    return _tail(before, left), marked, _head(after, room - left)


def _head(text: str, width: int) -> str:
    """Keep the start of `text` in at most `width` cells."""
    if cell_len(text) <= width:
        return text
    if width < len(_CUT):
        return ""
    sizes = range(len(text) + 1)
    too_long = bisect_left(sizes, width - len(_CUT) + 1, key=lambda size: cell_len(text[:size]))
    return text[: too_long - 1] + _CUT


def _tail(text: str, width: int) -> str:
    """Keep the end of `text` in at most `width` cells."""
    if cell_len(text) <= width:
        return text
    if width < len(_CUT):
        return ""
    starts = range(len(text) + 1)
    fits = bisect_left(starts, len(_CUT) - width, key=lambda start: -cell_len(text[start:]))
    return _CUT + text[fits:]
