"""The figures of an evaluation, as tables for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from textcheck.evaluate import PER_WORDS, Share
from textcheck.output.visible import visible

if TYPE_CHECKING:
    from textcheck.evaluate import Tally

_PIPE_WIDTH = 120
"""Cells of a line where the output is no terminal; the widest table has fewer."""


def write(tally: Tally, stream: TextIO) -> None:
    """Write all figures of `tally`; colours follow the terminal, ``NO_COLOR`` and ``FORCE_COLOR``.

    Raises:
        ImportError: scipy, of the extra ``evidence``, is not installed.
    """
    width = None if stream.isatty() else _PIPE_WIDTH
    console = Console(
        file=stream, force_jupyter=False, markup=False, emoji=False, highlight=False, width=width
    )
    encoding = getattr(stream, "encoding", None) or "utf-8"
    for table in (_totals(tally), _kinds(tally, encoding), _rules(tally, encoding)):
        if table.row_count:
            console.print(table)
    verdicts = ", ".join(f"{name} {count:,}" for name, count in sorted(tally.verdicts.items()))
    console.print(Text(f"Verdicts: {verdicts or 'none'}"))
    stream.flush()


def _table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE, pad_edge=False)
    table.add_column(columns[0], no_wrap=True)
    for column in columns[1:]:
        table.add_column(column, justify="right", no_wrap=True)
    return table


def _totals(tally: Tally) -> Table:
    alarms = tally.false_alarms
    table = _table(f"{tally.documents:,} documents, {tally.words:,} words", "count", "of", "figure", "95 %")
    table.add_row("recall", *_cells(tally.recall))
    table.add_row("precision", *_cells(tally.precision))
    table.add_row(
        f"false alarms per {PER_WORDS:,} words",
        f"{alarms.events:,}",
        f"{alarms.words:,}",
        _number(alarms.value),
        _bounds(alarms.interval()),
    )
    return table


def _kinds(tally: Tally, encoding: str) -> Table:
    table = _table("kind", "found", "gaps", "recall", "95 %")
    for kind, total in sorted(tally.gaps.items()):
        table.add_row(Text(visible(kind, encoding)), *_cells(Share(tally.found[kind], total)))
    return table


def _rules(tally: Tally, encoding: str) -> Table:
    table = _table("rule", "true", "findings", "precision", "95 %", "recall")
    for rule in tally.rules:
        table.add_row(
            Text(visible(rule, encoding)),
            *_cells(tally.rule_precision(rule)),
            _number(tally.rule_recall(rule).value),
        )
    return table


def _cells(share: Share) -> tuple[str, str, str, str]:
    return f"{share.hits:,}", f"{share.total:,}", _number(share.value), _bounds(share.interval())


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _bounds(bounds: tuple[float, float] | None) -> str:
    return "-" if bounds is None else f"{bounds[0]:.3f} to {bounds[1]:.3f}"
