"""The command ``textcheck check``."""

from __future__ import annotations

import sys
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from textcheck import config, output
from textcheck.commands.common import (
    CLEAN,
    FOUND,
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
from textcheck.formats import format_of
from textcheck.output import Summary
from textcheck.source import SourceError, decode

if TYPE_CHECKING:
    from pathlib import Path

    from textcheck.finding import Severity


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH... | -")
@click.option(
    "--output-format",
    type=click.Choice(output.FORMATS),
    default="text",
    show_default=True,
    help="How to write the findings.",
)
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
@settings_options
@click.option("-v", "--verbose", is_flag=True, help="Show confidence and evidence.")
@click.option("-q", "--quiet", is_flag=True, help="Show findings and problems only.")
def check(  # noqa: PLR0913  # one parameter an option
    paths: tuple[str, ...],
    *,
    output_format: str,
    select: tuple[str, ...] | None,
    extend_select: tuple[str, ...] | None,
    ignore: tuple[str, ...] | None,
    preview: bool | None,
    fail_on: Severity | None,
    exit_zero: bool,
    input_format: str | None,
    encoding: str | None,
    stdin_filename: str | None,
    exclude: tuple[str, ...],
    readability: bool | None,
    grammar_server: str | None,
    config_file: Path | None,
    isolated: bool,
    verbose: bool,
    quiet: bool,
) -> None:
    """Check files, folders, or standard input (-).

    Exit code 0: nothing to report; 1: findings at or above --fail-on; 2: something could not be done.
    """
    settings = read_settings(config_file, isolated=isolated)
    settings = config.override(
        settings,
        select=select,
        extend_select=extend_select,
        ignore=ignore,
        preview=preview,
        fail_on=fail_on,
        readability=readability,
        grammar_server=grammar_server,
    )
    summary = Summary()
    failed = False
    with Engine(settings) as engine, progress("checking", lines=output_format == "text") as advance:
        sources = find_sources(paths, settings, exclude)
        writer = output.create(output_format, sys.stdout, verbose=verbose, quiet=quiet)
        for source in sources:
            advance(source)
            report = _report(engine, source, input_format, encoding, stdin_filename)
            writer.write(report)
            summary = summary.plus(report)
            failed = failed or any(at_least(finding.severity, settings.fail_on) for finding in report)
        writer.close(summary)
    if summary.problems:
        sys.exit(TROUBLE)
    sys.exit(FOUND if failed and not exit_zero else CLEAN)


def _report(
    engine: Engine,
    source: Path | SourceError | None,
    input_format: str | None,
    encoding: str | None,
    stdin_filename: str | None,
) -> Report:
    name = stdin_filename or "<stdin>"
    try:
        if isinstance(source, SourceError):
            raise source
        if source is not None:
            return engine.check_file(source, format=input_format, encoding=encoding)
        text = decode(sys.stdin.buffer.read(), encoding)
        return engine.check(text, format=input_format or format_of(PurePath(name)), name=name)
    except SourceError as error:
        problem = Problem("unreadable", str(error))
        return Report((), problems=(problem,), name=str(error.path) if error.path else name)
