"""The command ``textcheck``."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import click

from textcheck import config, output, registry
from textcheck.config import Config, ConfigError
from textcheck.engine import Engine
from textcheck.finding import SEVERITIES, Problem, Report, at_least
from textcheck.formats import EXTENSIONS, PARSERS, format_of
from textcheck.output import Summary
from textcheck.output.visible import visible
from textcheck.registry import SelectorError
from textcheck.source import SourceError, decode, find_files
from textcheck.version import version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textcheck.finding import Severity
    from textcheck.rule import Case, Rule

CLEAN, FOUND, TROUBLE = 0, 1, 2
"""Exit codes: nothing to report; findings at or above ``--fail-on``; something could not be done."""

STDIN = "-"


class _Trouble(click.ClickException):
    """What a user can cause: one line, and the exit code that says so."""

    exit_code = TROUBLE


class _Group(click.Group):
    """The command group; whatever goes wrong ends with exit code 2, never that of findings."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  # click's own signature
        try:
            return super().invoke(ctx)
        except (ConfigError, SelectorError, SourceError) as error:
            raise _Trouble(str(error)) from None
        except KeyboardInterrupt:
            raise _Trouble("interrupted") from None
        except BrokenPipeError:
            # The reader of our output has gone; there is nobody left to tell.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(TROUBLE)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except Exception:  # noqa: BLE001  # Python's own exit code for it is that of findings
            traceback.print_exc()
            click.echo("Error: this is a bug in textcheck; please report it with the lines above", err=True)
            sys.exit(TROUBLE)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version(), prog_name="textcheck", message="%(prog)s %(version)s")
def main() -> None:
    """Find what a text pipeline lost or left behind: gaps, cut sentences, placeholders, residue."""


def _selectors(_: click.Context, __: click.Parameter, value: Sequence[str]) -> tuple[str, ...] | None:
    """Split comma-separated selectors; None where the option was not given."""
    return tuple(item.strip() for part in value for item in part.split(",") if item.strip()) or None


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH... | -")
@click.option(
    "--output-format",
    type=click.Choice(output.FORMATS),
    default="text",
    show_default=True,
    help="How to write the findings.",
)
@click.option(
    "--select", multiple=True, callback=_selectors, metavar="RULE,…", help="Only these rules or categories."
)
@click.option(
    "--extend-select",
    multiple=True,
    callback=_selectors,
    metavar="RULE,…",
    help="These too, such as rules in preview.",
)
@click.option(
    "--ignore", multiple=True, callback=_selectors, metavar="RULE,…", help="Not these rules or categories."
)
@click.option("--preview/--no-preview", default=None, help="Also run rules in preview.")
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help="Exit with 1 from this severity on.  [default: error]"
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option(
    "--format",
    "input_format",
    type=click.Choice(tuple(PARSERS)),
    help="How to read; by the extension if not given.",
)
@click.option(
    "--encoding", metavar="NAME", help="Encoding of the files.  [default: utf-8, or by byte order mark]"
)
@click.option(
    "--stdin-filename", metavar="NAME", help="What to call standard input, and to tell its format by."
)
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave these out of folders.")
@click.option("--readability/--no-readability", default=None, help="Score readability.")
@click.option(
    "--grammar-server",
    envvar="TEXTCHECK_GRAMMAR_SERVER",
    metavar="URL",
    help="Ask this LanguageTool server too.  [env: TEXTCHECK_GRAMMAR_SERVER]",
)
@click.option(
    "--config", "config_file", type=click.Path(path_type=Path), metavar="FILE", help="Settings to use."
)
@click.option("--isolated", is_flag=True, help="Use no settings file.")
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
    settings = _settings(config_file, isolated=isolated)
    settings = config.override(
        settings,
        select=select,
        extend_select=extend_select,
        ignore=ignore,
        preview=preview,
        fail_on=fail_on,
        exclude=(*settings.exclude, *exclude),
        readability=readability,
        grammar_server=grammar_server,
    )
    summary = Summary()
    failed = False
    with Engine(settings) as engine, _progress(output_format) as advance:
        sources = _sources(paths, settings)
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


def _settings(config_file: Path | None, *, isolated: bool) -> Config:
    if config_file and isolated:
        raise click.UsageError("--config and --isolated exclude each other")
    if isolated:
        return Config()
    return config.load(config_file) if config_file else config.discover(Path.cwd())


def _sources(paths: Sequence[str], settings: Config) -> Iterator[Path | SourceError | None]:
    """Yield the files to check; None stands for standard input."""
    files = [Path(path) for path in paths if path != STDIN]
    if STDIN in paths:
        yield None
    yield from find_files(files, extensions=EXTENSIONS, exclude=settings.exclude, root=settings.root)


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


@contextmanager
def _progress(output_format: str) -> Iterator[Callable[[Path | SourceError | None], object]]:
    """Give a callback that shows at a terminal which file is being checked."""
    # Where findings go to the same terminal, they have to pass through the console of the progress
    # line, which wraps long lines: no harm to text, but to every other format.
    shared = sys.stdout.isatty()
    if not sys.stderr.isatty() or "CI" in os.environ or (shared and output_format != "text"):
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
    ) as progress:
        task = progress.add_task("checking", total=None)
        yield lambda source: progress.update(task, description=visible(f"checking {source or STDIN}"))


@main.command()
@click.option(
    "--select", multiple=True, callback=_selectors, metavar="RULE,…", help="Only these rules or categories."
)
def rules(select: tuple[str, ...] | None) -> None:
    """List the rules."""
    chosen = registry.resolve(select or (), preview=True)
    width = max((len(rule.name) for rule in chosen), default=0)
    category = None
    for rule in chosen:
        if rule.category != category:
            category = rule.category
            click.secho(f"{category.name}: {category.summary}", bold=True)
        preview = " (preview)" if rule.definition.stability == "preview" else ""
        click.echo(f"  {rule.name:{width}}  {rule.severity:7}  {rule.summary}{preview}")


@main.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Explain one rule: what it reports, why, and examples."""
    known = registry.rules()
    if rule not in known:
        raise SelectorError(f"no rule is named {rule!r}: {registry.nearest(rule, known)}")
    click.echo(_explanation(known[rule]))


def _explanation(rule: Rule) -> str:
    definition = rule.definition
    lines = [
        f"{rule.name} ({rule.category.name}, {rule.severity}, {definition.stability})",
        "",
        rule.summary,
        definition.why,
        "",
        "Reported:",
        *(f"  {_marked(case)}" for case in definition.cases if case.spans),
        "",
        "Not reported:",
        *(f"  {_marked(case)}" for case in definition.cases if not case.spans),
        "",
        f"Switch it off with --ignore {rule.name}, or with ignore = [{rule.name!r}] in the settings.",
    ]
    return "\n".join(lines)


def _marked(case: Case) -> str:
    """Return the text of a case on one line, its spans in double brackets."""
    parts: list[str] = []
    position = 0
    for start, end in case.spans:
        parts += (case.text[position:start], f"[[{case.text[start:end]}]]")
        position = end
    parts.append(case.text[position:])
    return "".join(parts).replace("\n", "⏎")
