"""Measure how fast textcheck is, beside the checkers that `install_peers.py` has installed.

Run it with ``python benchmarks/speed.py``. A run with every installed peer writes
``docs/performance.md`` and its plot.
"""

from __future__ import annotations

import json
import platform
from dataclasses import asdict, replace
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click
import documents
import own
import report
from contestants import BARE, PEERS_BY_NAME, all_cores, measure, use_cores
from rich.console import Console

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = documents.ROOT / "docs" / "performance.md"
PLOT = PAGE.with_suffix(".svg")

ROUNDS = 5
FEW_ROUNDS = 3
"""Rounds of the short form, and of what takes a minute."""

SHORT_DOCUMENTS = 100
SHORT_LENGTHS = 3
"""How many of `own.LENGTHS` the short form measures."""

STAGE_DOCUMENTS = 100
"""Documents that the stages are measured on."""


def _peers(_: click.Context, __: click.Parameter, value: str | None) -> list[str] | None:
    names = None if value is None else [name for name in value.split(",") if name]
    for name in names or ():
        if name not in PEERS_BY_NAME:
            raise click.BadParameter(f"{name!r} is none: choose from {', '.join(PEERS_BY_NAME)}")
    return names


def _machine(cores: set[int]) -> dict[str, str]:
    return {
        "processor": f"{len(cores)} cores, {platform.machine()}",
        "system": platform.system(),
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "RE2": f"google-re2 {version('google-re2')}",
    }


def _measured(
    folder: Path, machine: dict[str, str], names: Sequence[str], limit: int | None, rounds: int
) -> report.Results:
    """Measure the peers of these names that are there, on so many documents at most."""
    found, what = documents.news()
    texts = found[:limit]
    sizes = [len(text.encode()) for text in texts]
    contests, left_out = measure(
        [BARE, *(PEERS_BY_NAME[name] for name in names)],
        documents.write(texts, folder / "news"),
        sizes,
        rounds,
    )
    return report.Results(
        machine=machine, documents=what, rounds=rounds, contests=contests, left_out=left_out
    )


def _alone(folder: Path, results: report.Results, lengths: Sequence[int], rounds: int) -> report.Results:
    """Add what is measured of textcheck alone and takes seconds only."""
    texts, _ = documents.news()
    return replace(
        results,
        rules=own.rule_counts(texts, rounds),
        lengths=own.lengths(lengths, folder, rounds),
        stages=own.stages(texts[:STAGE_DOCUMENTS], rounds),
    )


def _at_length(folder: Path, results: report.Results, *, long: bool) -> report.Results:
    """Add what takes minutes."""
    whole, pieces, ratio = own.whole_and_pieces(own.WHOLE, folder, FEW_ROUNDS)
    longest = own.lengths([own.LONGEST], folder, 1) if long else []
    return replace(results, lengths=[*results.lengths, whole, pieces, *longest], whole_to_pieces=ratio)


@click.command()
@click.option("--short", is_flag=True, help="A few seconds, without peers; nothing is written.")
@click.option(
    "--peers", callback=_peers, metavar="NAME,…", help="Only these peers and no more; nothing is written."
)
@click.option("--long", is_flag=True, help="Check a document of 100 MB too.")
@click.option("--json", "target", type=click.Path(path_type=Path), help="Write all figures to a file.")
def main(*, short: bool, peers: list[str] | None, long: bool, target: Path | None) -> None:
    """Measure how fast textcheck is, beside other checkers."""
    console = Console()
    complete = not short and peers is None
    cores = all_cores()
    use_cores({max(cores)})
    with TemporaryDirectory() as name, console.status("measuring"):
        folder = Path(name)
        if short:
            results = _measured(folder, _machine(cores), (), SHORT_DOCUMENTS, FEW_ROUNDS)
            results = _alone(folder, results, own.LENGTHS[:SHORT_LENGTHS], FEW_ROUNDS)
        else:
            names = [*PEERS_BY_NAME] if peers is None else peers
            results = _measured(folder, _machine(cores), names, None, ROUNDS)
        if complete:
            results = _alone(folder, results, own.LENGTHS, ROUNDS)
            results = _at_length(folder, results, long=long)
            use_cores(cores)
            results = replace(results, jobs=own.jobs(folder / "files", FEW_ROUNDS))
    for table in report.tables(results):
        console.print(table)
    for name, reason in results.left_out.items():
        console.print(f"{name}: left out, {reason}")
    if target is not None:
        target.write_text(json.dumps(asdict(results), indent=1) + "\n", encoding="utf-8")
    if complete:
        PLOT.write_text(report.plot(results.contests), encoding="utf-8")
        PAGE.write_text(report.page(results, PLOT.name), encoding="utf-8")
        console.print(f"wrote {PAGE.name} and {PLOT.name} in docs")


if __name__ == "__main__":
    main()
