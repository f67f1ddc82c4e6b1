"""What several commands share: exit codes, options, settings, the files to read, progress."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from textcheck import config
from textcheck.config import Config, Model
from textcheck.formats import EXTENSIONS, PARSERS
from textcheck.output.visible import visible
from textcheck.source import find_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textcheck.source import SourceError

CLEAN, FOUND, TROUBLE = 0, 1, 2
"""Exit codes: nothing to report; findings at or above ``--fail-on``; something could not be done."""

STDIN = "-"

Command = TypeVar("Command", bound="Callable[..., Any]")


class Trouble(click.ClickException):
    """What a user can cause: one line, and the exit code that says so."""

    exit_code = TROUBLE


def selectors(_: click.Context, __: click.Parameter, value: Sequence[str]) -> tuple[str, ...] | None:
    """Split comma-separated selectors; None where the option was not given."""
    return tuple(item.strip() for part in value for item in part.split(",") if item.strip()) or None


def _together(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


select_option = click.option(
    "--select", multiple=True, callback=selectors, metavar="RULE,…", help="Only these rules or categories."
)

selection_options = _together(
    select_option,
    click.option(
        "--extend-select",
        multiple=True,
        callback=selectors,
        metavar="RULE,…",
        help="These too, such as rules in preview.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        callback=selectors,
        metavar="RULE,…",
        help="Not these rules or categories.",
    ),
    click.option("--preview/--no-preview", default=None, help="Also run rules in preview."),
    click.option(
        "--model",
        type=click.Choice(get_args(Model)),
        help="Ask the model for numbers missing without a trace; preview: as information.  [default: on]",
    ),
)
"""Which rules run."""

source_options = _together(
    click.option(
        "--format",
        "input_format",
        type=click.Choice(tuple(PARSERS)),
        help="How to read; by the extension if not given.",
    ),
    click.option(
        "--encoding", metavar="NAME", help="Encoding of the files.  [default: utf-8, or by byte order mark]"
    ),
    click.option(
        "--stdin-filename", metavar="NAME", help="What to call standard input, and to tell its format by."
    ),
    click.option("--exclude", multiple=True, metavar="GLOB", help="Leave these out of folders."),
)
"""Which files are read, and how."""

settings_options = _together(
    click.option(
        "--config", "config_file", type=click.Path(path_type=Path), metavar="FILE", help="Settings to use."
    ),
    click.option("--isolated", is_flag=True, help="Use no settings file."),
)
"""Where the settings come from."""


def read_settings(config_file: Path | None, *, isolated: bool) -> Config:
    """Read the settings that the options name, by default those that hold in the working directory."""
    if config_file and isolated:
        raise click.UsageError("--config and --isolated exclude each other")
    if isolated:
        return Config()
    return config.load(config_file) if config_file else config.discover(Path.cwd())


def find_sources(
    paths: Sequence[str], settings: Config, exclude: Sequence[str] = ()
) -> Iterator[Path | SourceError | None]:
    """Yield the files to read; None stands for standard input."""
    files = [Path(path) for path in paths if path != STDIN]
    if STDIN in paths:
        yield None
    yield from find_files(
        files, extensions=EXTENSIONS, exclude=(*settings.exclude, *exclude), root=settings.root
    )


@contextmanager
def progress(verb: str, *, lines: bool) -> Iterator[Callable[[Path | SourceError | None], object]]:
    """Give a callback that shows at a terminal which file is being read.

    Args:
        verb: what is done with it, such as ``checking``.
        lines: whether what goes to standard output meanwhile may be wrapped.
    """
    # What goes to the same terminal has to pass through the console of the progress
    # line, which wraps long lines: no harm to text, but to every other format.
    shared = sys.stdout.isatty()
    if not sys.stderr.isatty() or "CI" in os.environ or (shared and not lines):
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415  # only at a terminal
    from rich.progress import Progress, SpinnerColumn, TextColumn  # noqa: PLC0415  # only at a terminal

    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        console=Console(stderr=not shared),
        transient=True,
        redirect_stdout=shared,
    ) as shown:
        task = shown.add_task(verb, total=None)
        yield lambda source: shown.update(task, description=visible(f"{verb} {source or STDIN}"))
