"""The results as tables for the terminal, as a page, and as a plot."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contestants import Contest
    from own import Length, Stage

MIB = 2**20

INTRODUCTION = """\
# Performance

Written by `python benchmarks/speed.py`; do not edit. `python benchmarks/install_peers.py` installs the
checkers that are compared."""

METHOD = """\
Documents: {documents}.

Checkers run on one core. We and each checker take turns over the same documents in
{rounds} rounds, after one that does not count; speeds and ratios are medians of the rounds. A ratio says how
many times as fast as the checker our findings are, or our findings with readability where it only scores.
Checkers look for different things: the ratios compare cost, not worth."""


@dataclass(frozen=True, slots=True)
class Results:
    """All that one run measured; what it left out is empty or None.

    `rules` gives seconds per MB by the number of rules, `jobs` seconds by the number of workers.
    """

    machine: Mapping[str, str]
    documents: str
    rounds: int
    contests: Sequence[Contest]
    left_out: Mapping[str, str]
    rules: Mapping[int, float] = field(default_factory=dict)
    lengths: Sequence[Length] = ()
    whole_to_pieces: float | None = None
    jobs: Mapping[int, float] | None = None
    stages: Sequence[Stage] = ()


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table before it is laid out; the first column is text, the others are figures."""

    title: str
    note: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


def tables(results: Results) -> list[Table]:
    """Return the results as tables for the terminal."""
    found: list[Table] = []
    for grid in _grids(results):
        table = Table(*grid.head[:1], title=grid.title, title_justify="left")
        for name in grid.head[1:]:
            table.add_column(name, justify="right")
        for row in grid.rows:
            table.add_row(*row)
        found.append(table)
    return found


def page(results: Results, plot: str) -> str:
    """Return the results as a page of documentation.

    Args:
        results: what was measured.
        plot: where the page finds the plot.
    """
    machine = "\n".join(f"- {name}: {value}" for name, value in results.machine.items())
    how = [f"- {each.name} {each.version}: {each.how}" for each in results.contests]
    missing = [f"- {name}: left out, {reason}" for name, reason in results.left_out.items()]
    parts = [
        INTRODUCTION,
        machine,
        METHOD.format(documents=results.documents, rounds=results.rounds),
        f"![Megabytes a second, on a logarithmic scale]({plot})",
        *(_markdown(grid) for grid in _grids(results)),
        "## How each was run",
        "\n".join([*how, *missing]),
    ]
    return "\n\n".join(parts) + "\n"


def _grids(results: Results) -> list[_Grid]:
    grids = [
        _contests(results),
        _rules(results),
        _lengths(results),
        _jobs(results),
        _stages(results),
    ]
    return [grid for grid in grids if grid.rows]


def _contests(results: Results) -> _Grid:
    rows = [
        (
            each.name,
            f"{each.speed:.3g}",
            f"{each.ratio:.3g}",
            f"{each.documents}",
            f"{each.start_up:.2g}",
            f"{each.peak / MIB:.0f}" if each.peak else "–",
        )
        for each in results.contests
    ]
    return _Grid(
        "Speed",
        "Documents are those of a round; slow checkers get fewer, and their speed is that on these.",
        ("checker", "MB/s", "ratio", "documents", "start-up, s", "peak memory, MiB"),
        rows,
    )


def _rules(results: Results) -> _Grid:
    first = next(iter(results.rules.values()), 0.0)
    rows = [
        (f"{number}", f"{1 / seconds:.3g}", f"{seconds / first:.2f}")
        for number, seconds in results.rules.items()
    ]
    return _Grid(
        "Number of rules",
        "The scan alone, with synthetic patterns.",
        ("rules", "MB/s", "time to that of the fewest"),
        rows,
    )


def _lengths(results: Results) -> _Grid:
    rows = [
        (
            f"{each.size:,}",
            f"{each.documents:,}",
            f"{1 / each.seconds:.3g}",
            f"{each.peak / MIB:.0f}" if each.peak else "–",
        )
        for each in results.lengths
    ]
    note = "Findings only."
    if results.whole_to_pieces is not None:
        note += f" In one document, the text takes {results.whole_to_pieces:.2f} times as long as in pieces."
    return _Grid("Length of a document", note, ("bytes", "documents", "MB/s", "peak memory, MiB"), rows)


def _jobs(results: Results) -> _Grid:
    times = results.jobs or {}
    alone = next(iter(times.values()), 0.0)
    rows = [(f"{number}", f"{seconds:.2f}", f"{alone / seconds:.2f}") for number, seconds in times.items()]
    return _Grid(
        "Workers",
        "`textcheck check --jobs` on 20,000 files of about 1 kB.",
        ("workers", "s", "speed-up"),
        rows,
    )


def _stages(results: Results) -> _Grid:
    total = sum(stage.seconds for stage in results.stages)
    rows = [
        (stage.name, f"{stage.seconds * 1000:.0f}", f"{stage.seconds / total:.0%}")
        for stage in results.stages
    ]
    return _Grid(
        "Where the time goes",
        "Stages that cannot be run alone are differences of two runs, and noise may make one negative.",
        ("stage", "ms per MB", "share"),
        rows,
    )


def _markdown(grid: _Grid) -> str:
    rule = ["---", *("---:" for _ in grid.head[1:])]
    lines = [f"| {' | '.join(cells)} |" for cells in (grid.head, rule, *grid.rows)]
    return f"## {grid.title}\n\n{grid.note}\n\n" + "\n".join(lines)


BAR = 22
"""Height of a bar and the gap after it, in pixels."""

LABEL, WIDTH, MARGIN = 190, 420, 70
"""Pixels of the names, of the longest bar, and of the figures behind it."""


def plot(contests: Sequence[Contest]) -> str:
    """Return a bar chart of the speeds, as SVG, on a logarithmic scale."""
    ordered = sorted(contests, key=lambda each: -each.speed)
    low = math.floor(math.log10(ordered[-1].speed))
    high = math.log10(ordered[0].speed)
    bars: list[str] = []
    for index, each in enumerate(ordered):
        length = WIDTH * (math.log10(each.speed) - low) / (high - low)
        colour = "#2563eb" if each.name.startswith("textcheck") else "#94a3b8"
        y = index * BAR
        bars += (
            f'<text x="{LABEL - 8}" y="{y + 14}" text-anchor="end">{escape(each.name)}</text>',
            f'<rect x="{LABEL}" y="{y + 3}" width="{length:.0f}" height="{BAR - 7}" fill="{colour}"/>',
            f'<text x="{LABEL + length + 6:.0f}" y="{y + 14}">{each.speed:.3g}</text>',
        )
    width = LABEL + WIDTH + MARGIN
    # The grey of the text reads on light and on dark ground.
    font = 'font-family="sans-serif" font-size="12" fill="#7d8590"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{len(ordered) * BAR}" {font}>',
        "<title>Megabytes a second, on a logarithmic scale</title>",
        *bars,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"
