"""The command ``textcheck evaluate``."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from textcheck import config, registry
from textcheck.commands.common import (
    STDIN,
    TROUBLE,
    Trouble,
    progress,
    read_settings,
    selection_options,
    selectors,
    settings_options,
)
from textcheck.config import Grammar
from textcheck.engine import Engine
from textcheck.evaluate import Tally
from textcheck.gold import read
from textcheck.registry import SelectorError
from textcheck.source import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textcheck.config import Model
    from textcheck.gold import Gold


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="GOLD.jsonl... | -")
@click.option(
    "--output-format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to write the figures.",
)
@click.option(
    "--category",
    "categories",
    multiple=True,
    callback=selectors,
    metavar="CATEGORY,…",
    help="Count the findings of these categories.  [default: gaps]",
)
@selection_options
@settings_options
def evaluate(  # noqa: PLR0913  # one parameter an option
    paths: tuple[str, ...],
    *,
    output_format: str,
    categories: tuple[str, ...] | None,
    select: tuple[str, ...] | None,
    extend_select: tuple[str, ...] | None,
    ignore: tuple[str, ...] | None,
    preview: bool | None,
    model: Model | None,
    config_file: Path | None,
    isolated: bool,
) -> None:
    """Measure the rules on texts whose gaps are known: recall, precision, false alarms.

    Reads records as "textcheck mutate" writes them, or as people label them: one JSON object a line
    with "text" and "gaps", each gap with "start", "end" (code points) and "kind". A record without gaps
    is a sound text, in which every finding is a false alarm.

    Exit code 0: all is measured; 2: something could not be done.
    """
    if find_spec("scipy") is None:
        raise Trouble("intervals need scipy: run pip install 'textcheck-prose[evidence]'")
    counted = frozenset(categories or ("gaps",))
    known = registry.categories()
    for category in counted:
        if category not in known:
            raise SelectorError(f"no category is named {category!r}: {registry.nearest(category, known)}")
    settings = config.override(
        read_settings(config_file, isolated=isolated),
        select=select,
        extend_select=extend_select,
        ignore=ignore,
        preview=preview,
        model=model,
        readability=False,
    )
    if registry.GRAMMAR.name not in counted:
        settings = replace(settings, grammar=Grammar())
    tally = Tally()
    failed = False
    with Engine(settings) as engine, progress("measuring", lines=True) as advance:
        for record in _records(paths, advance):
            if isinstance(record, SourceError):
                failed = True
                click.echo(f"Error: {record}", err=True)
                continue
            report = engine.check(record.text, format=record.format)
            for problem in report.problems:
                failed = True
                click.echo(f"Error: {record.name}: {problem.message}", err=True)
            findings = [finding for finding in report if finding.category in counted]
            words = int(report.counts["words"])
            tally.add(findings, record.gaps, words=words, verdict=report.verdict.value)
    _write(tally, output_format)
    if failed:
        sys.exit(TROUBLE)


def _records(
    paths: tuple[str, ...], advance: Callable[[Path | None], object]
) -> Iterator[Gold | SourceError]:
    for path in paths:
        advance(None if path == STDIN else Path(path))
        try:
            with click.open_file(path, "rb") as lines:
                yield from read(lines, "<stdin>" if path == STDIN else path)
        except OSError as error:
            yield SourceError(f"{path}: cannot be read ({error.strerror}); check the path")


def _write(tally: Tally, output_format: str) -> None:
    if output_format == "json":
        click.echo(json.dumps(tally.to_dict(), indent=2))
        return
    from textcheck.output.evaluation import write  # noqa: PLC0415  # loads rich's tables

    write(tally, sys.stdout)
