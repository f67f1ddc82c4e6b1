"""The command ``textcheck check``."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

import click

from textcheck import config, output
from textcheck.commands.common import (
    CLEAN,
    FOUND,
    STDIN,
    TROUBLE,
    find_sources,
    progress,
    read_settings,
    selection_options,
    settings_options,
    source_options,
)
from textcheck.engine import Engine
from textcheck.finding import SEVERITIES, Problem, Report, at_least
from textcheck.fixing import fix as mend
from textcheck.formats import format_of
from textcheck.output import Summary
from textcheck.output.diff import HEADER_LINES, unified
from textcheck.output.visible import visible
from textcheck.parallel import Job, check_jobs, unreadable, use_one_thread, workers
from textcheck.source import Source, SourceError, decode, read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from textcheck.config import Model
    from textcheck.finding import Severity


class _Given(NamedTuple):
    """A text to check, and how."""

    source: Source
    name: str
    format: str


class _Outcome(NamedTuple):
    """What is left to say about a text, and the number of suggestions applied to it."""

    report: Report
    fixed: int = 0


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH... | -")
@click.option(
    "--output-format",
    type=click.Choice(output.FORMATS),
    default="text",
    show_default=True,
    help="How to write the findings.",
)
@click.option("--fix", is_flag=True, help="Apply the safe suggestions, and report what remains.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, as a patch; change nothing.")
@selection_options
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help="Exit with 1 from this severity on.  [default: error]"
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@source_options
@click.option("--readability/--no-readability", default=None, help="Score readability.")
@click.option(
    "--grammar-server",
    envvar="TEXTCHECK_GRAMMAR_SERVER",
    metavar="URL",
    help="Ask this LanguageTool server too.  [env: TEXTCHECK_GRAMMAR_SERVER]",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help="Processes to spread the files over; 0 takes one for each processor.",
)
@settings_options
@click.option("-v", "--verbose", is_flag=True, help="Show confidence and evidence.")
@click.option("-q", "--quiet", is_flag=True, help="Show findings and problems only.")
def check(  # noqa: PLR0913  # one parameter an option
    paths: tuple[str, ...],
    *,
    output_format: str,
    fix: bool,
    diff: bool,
    select: tuple[str, ...] | None,
    extend_select: tuple[str, ...] | None,
    ignore: tuple[str, ...] | None,
    preview: bool | None,
    model: Model | None,
    fail_on: Severity | None,
    exit_zero: bool,
    input_format: str | None,
    encoding: str | None,
    stdin_filename: str | None,
    exclude: tuple[str, ...],
    readability: bool | None,
    grammar_server: str | None,
    jobs: int,
    config_file: Path | None,
    isolated: bool,
    verbose: bool,
    quiet: bool,
) -> None:
    """Check files, folders, or standard input (-).

    With --fix, text from standard input goes mended to standard output, and the report to standard error.

    Exit code 0: nothing to report; 1: findings at or above --fail-on, or with --diff changes to make;
    2: something could not be done.
    """
    if fix and diff:
        raise click.UsageError("--fix and --diff exclude each other")
    use_one_thread()
    settings = read_settings(config_file, isolated=isolated)
    settings = config.override(
        settings,
        select=select,
        extend_select=extend_select,
        ignore=ignore,
        preview=preview,
        model=model,
        fail_on=fail_on,
        readability=readability,
        grammar_server=grammar_server,
    )
    stdin_name = stdin_filename or "<stdin>"
    read = partial(_read, input_format=input_format, encoding=encoding, stdin_name=stdin_name)
    # Texts that are printed have standard output for themselves.
    prints_text = diff or (fix and STDIN in paths)
    lines = output_format == "text" and not prints_text
    summary = Summary()
    failed = False
    with (
        Engine(settings) as engine,
        progress("checking", lines=lines) as advance,
        ExitStack() as stack,
    ):
        sources = _told(find_sources(paths, settings, exclude), advance)
        stream = sys.stderr if prints_text else sys.stdout
        writer = output.create("text" if diff else output_format, stream, verbose=verbose, quiet=quiet)
        outcomes: Iterable[_Outcome]
        if fix or diff:
            treat = partial(_fix if fix else _diff, engine)
            outcomes = (_outcome(source, stdin_name, read, treat) for source in sources)
        else:
            drawn = (_job(source, stdin_name, read, input_format, encoding) for source in sources)
            # Closed here and at once, whatever stops us: processes have to be waited for in this thread.
            outcomes = map(_Outcome, stack.enter_context(closing(check_jobs(engine, drawn, workers(jobs)))))
        for report, fixed in outcomes:
            writer.write(report)
            summary = summary.plus(report, fixed)
            failed = failed or any(at_least(finding.severity, settings.fail_on) for finding in report)
        if not diff:
            writer.close(summary)
        elif not quiet:
            click.echo(f"{summary.fixed:,} would be fixed", err=True)
    if summary.problems:
        sys.exit(TROUBLE)
    sys.exit(FOUND if (failed or (diff and summary.fixed)) and not exit_zero else CLEAN)


def _told(
    sources: Iterable[Path | SourceError | None], advance: Callable[[Path | SourceError | None], object]
) -> Iterator[Path | SourceError | None]:
    """Pass the sources on, and tell which one's turn it is."""
    for source in sources:
        advance(source)
        yield source


def _job(
    source: Path | SourceError | None,
    stdin_name: str,
    read: Callable[[Path | None], _Given],
    input_format: str | None,
    encoding: str | None,
) -> Job:
    if isinstance(source, SourceError):
        return Job(trouble=source)
    if source is not None:
        return Job(path=source, format=input_format, encoding=encoding)
    try:
        given = read(None)
    except SourceError as error:
        return Job(trouble=error, name=stdin_name)
    return Job(given.source.text, format=given.format, name=given.name)


def _outcome(
    source: Path | SourceError | None,
    stdin_name: str,
    read: Callable[[Path | None], _Given],
    treat: Callable[[_Given], _Outcome],
) -> _Outcome:
    try:
        if isinstance(source, SourceError):
            raise source
        given = read(source)
    except SourceError as error:
        return _Outcome(unreadable(error, stdin_name))
    return treat(given)


def _read(path: Path | None, *, input_format: str | None, encoding: str | None, stdin_name: str) -> _Given:
    if path is not None:
        source = read_source(path, encoding)
        return _Given(source, str(path), input_format or format_of(path))
    data = sys.stdin.buffer.read()
    source = Source(data, decode(data, encoding), encoding)
    return _Given(source, stdin_name, input_format or format_of(PurePath(stdin_name)))


def _fix(engine: Engine, given: _Given) -> _Outcome:
    """Write the mended text to where it belongs."""
    data, outcome = _mended(engine, given)
    if given.source.path is None:
        sys.stdout.buffer.write(data)
    elif outcome.fixed:
        try:
            given.source.write(data)
        except SourceError as error:
            return _unwritten(engine, given, error)
    return outcome


def _diff(engine: Engine, given: _Given) -> _Outcome:
    """Print what would change, and report only what could not be done."""
    data, outcome = _mended(engine, given)
    codec = given.source.codec
    lines = unified(given.name, given.source.data.decode(codec), data.decode(codec))
    if sys.stdout.isatty():
        for line in lines:
            click.echo(visible(line.rstrip("\r\n")))
    else:
        # A patch of bytes fits the file, whatever its encoding, as long as lines end in a byte LF.
        codec = codec if "\n".encode(codec) == b"\n" else "utf-8"
        for number, line in enumerate(lines):
            sys.stdout.buffer.write(os.fsencode(line) if number < HEADER_LINES else line.encode(codec))
    return _Outcome(Report((), problems=outcome.report.problems, name=given.name), outcome.fixed)


def _mended(engine: Engine, given: _Given) -> tuple[bytes, _Outcome]:
    """Return the bytes of the mended text, those given where nothing can be mended, and the outcome."""
    source = given.source
    mended, report = mend(engine, source.text, format=given.format, name=given.name)
    if not mended.applied:
        return source.data, _Outcome(report)
    try:
        return source.encode(mended.text), _Outcome(report, len(mended.applied))
    except SourceError as error:
        return source.data, _unwritten(engine, given, error)


def _unwritten(engine: Engine, given: _Given, error: SourceError) -> _Outcome:
    report = engine.check(given.source.text, format=given.format, name=given.name)
    return _Outcome(replace(report, problems=(*report.problems, Problem("unwritable", str(error)))))
