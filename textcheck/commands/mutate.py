"""The command ``textcheck mutate``."""

from __future__ import annotations

import math
import sys
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO

import click

from textcheck.commands.common import (
    TROUBLE,
    find_sources,
    progress,
    read_settings,
    settings_options,
    source_options,
)
from textcheck.formats import format_of
from textcheck.gold import SUFFIX, Gold, read
from textcheck.mutate import MODES
from textcheck.mutate import mutate as damage
from textcheck.source import SourceError, decode, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MODES_HELP = "\b\nModes:\n" + "\n".join(f"  {name:14} {mode.summary}" for name, mode in MODES.items())


@click.command(epilog=_MODES_HELP)
@click.argument("paths", nargs=-1, required=True, metavar="PATH... | -")
@click.option("--mode", type=click.Choice(tuple(MODES)), required=True, help="What to delete; see below.")
@click.option(
    "--rate",
    type=click.FloatRange(0, 1),
    default=1.0,
    show_default=True,
    help="The share of values to delete.",
)
@click.option("--one", is_flag=True, help="Delete one value per document, whatever the rate.")
@click.option(
    "--seed", type=int, default=0, show_default=True, help="Decides, with the id, which values are deleted."
)
@click.option(
    "--output",
    "target",
    type=click.File("wb", atomic=True),
    default="-",
    metavar="FILE",
    help="Where to write the records.  [default: standard output]",
)
@source_options
@settings_options
def mutate(  # noqa: PLR0913  # one parameter an option
    paths: tuple[str, ...],
    *,
    mode: str,
    rate: float,
    one: bool,
    seed: int,
    target: BinaryIO,
    input_format: str | None,
    encoding: str | None,
    stdin_filename: str | None,
    exclude: tuple[str, ...],
    config_file: Path | None,
    isolated: bool,
) -> None:
    """Damage sound texts in a known way, to measure with "textcheck evaluate" what is found.

    Reads files, folders, standard input (-), and archives that are named (.jsonl: one object a line
    with "text" and, if you like, "id" and "format"). Writes one JSON object a line: id, format, mode,
    the damaged text, and its gaps with start and end, in code points, kind, and what was removed.

    Exit code 0: all is written; 2: something could not be read.
    """
    if math.isnan(rate):
        raise click.BadParameter("nan is no share; use one from 0 to 1", param_hint="--rate")
    settings = read_settings(config_file, isolated=isolated)
    failed = False
    with progress("damaging", lines=False) as advance:
        for source in find_sources(paths, settings, exclude):
            advance(source)
            for text in _texts(source, input_format, encoding, stdin_filename or "<stdin>"):
                if isinstance(text, SourceError):
                    failed = True
                    click.echo(f"Error: {text}", err=True)
                    continue
                damaged = damage(
                    text.text, mode, rate=rate, one=one, seed=seed, name=text.name, format=text.format
                )
                target.write(f"{damaged.to_json(mode)}\n".encode("ascii"))
    if failed:
        sys.exit(TROUBLE)


def _texts(
    source: Path | SourceError | None, input_format: str | None, encoding: str | None, stdin_name: str
) -> Iterator[Gold | SourceError]:
    """Yield the texts of one source, each without gaps; None stands for standard input."""
    if isinstance(source, SourceError):
        yield source
        return
    # The id decides what is deleted, so it must not depend on the platform's separator.
    name = stdin_name if source is None else source.as_posix()
    if PurePath(name).suffix.lower() == SUFFIX:
        yield from _archived(source, name)
        return
    try:
        text = read_text(source, encoding) if source else decode(sys.stdin.buffer.read(), encoding)
    except SourceError as error:
        yield error
        return
    yield Gold(name, text, input_format or format_of(PurePath(name)))


def _archived(source: Path | None, name: str) -> Iterator[Gold | SourceError]:
    try:
        with source.open("rb") if source else click.open_file("-", "rb") as lines:
            for record in read(lines, name):
                if isinstance(record, Gold) and record.gaps:
                    yield SourceError(f"{name}: record {record.name!r} has gaps already; give sound texts")
                else:
                    yield record
    except OSError as error:
        yield SourceError(f"{name}: cannot be read ({error.strerror}); check the path")
