"""The functions of the package: check a text, a file, or many, and mend what is safe to mend."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from textcheck.config import Config
from textcheck.engine import Engine, require_text
from textcheck.fixing import fix as mend
from textcheck.formats import require_format
from textcheck.parallel import Job, check_jobs, workers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from textcheck.finding import Report
    from textcheck.fixing import Fixed

Settings: TypeAlias = "Config | Mapping[str, Any] | None"
"""A configuration, or a mapping with the keys of the settings file, or None for the defaults."""

Item: TypeAlias = "str | Path | tuple[str, str]"
"""A text, the path of a file, or a pair of name and text."""


def _engine(config: Settings) -> Engine:
    return Engine(config if isinstance(config, Config | None) else Config.from_mapping(config))


def check(text: str, *, format: str = "text", config: Settings = None) -> Report:  # noqa: A002  # promised
    """Check one text.

    Args:
        text: the text; all offsets of the report are code points into it.
        format: how to read it, ``"text"`` or ``"markdown"``.
        config: settings; the defaults if None. No settings file and no environment is read.

    Raises:
        TypeError: `text` is not a string.
        ValueError: `format`, a setting or a selector is unknown.
    """
    with _engine(config) as engine:
        return engine.check(text, format=format)


def fix(text: str, *, format: str = "text", config: Settings = None) -> Fixed:  # noqa: A002  # promised
    """Apply every safe suggestion of the findings in one text, until none is left.

    What is not marked safe stays as it is: a person decides about it.

    Args:
        text: the text.
        format: how to read it, ``"text"`` or ``"markdown"``.
        config: settings, which also say what is mended; the defaults if None.

    Returns:
        The mended text and the suggestions that were applied; `check` tells what remains.

    Raises:
        TypeError: `text` is not a string.
        ValueError: `format`, a setting or a selector is unknown.
    """
    with _engine(config) as engine:
        mended, _ = mend(engine, text, format=format)
    return mended


def check_file(
    path: str | Path,
    *,
    format: str | None = None,  # noqa: A002  # promised
    config: Settings = None,
    encoding: str | None = None,
) -> Report:
    """Check one file. Offsets are code points into its decoded text, after any byte order mark.

    Args:
        path: the file; its path is the name of the report.
        format: how to read it; None goes by the extension.
        config: settings; the defaults if None.
        encoding: the file's encoding; None means UTF-8, or what a byte order mark says.

    Raises:
        SourceError: the file cannot be read or is not text.
        ValueError: `format`, a setting or a selector is unknown.
    """
    with _engine(config) as engine:
        return engine.check_file(Path(path), format=format, encoding=encoding)


def check_many(
    items: Iterable[Item],
    *,
    format: str | None = None,  # noqa: A002  # promised
    config: Settings = None,
    jobs: int = 1,
) -> Iterator[Report]:
    """Check many texts or files, lazily and in order.

    A file that cannot be read gives a report with the problem, and the others go on. From a list, some
    texts are checked together, which is faster; from an iterator, each one as it comes.

    Args:
        items: texts, pairs of name and text, or paths of files.
        format: how to read them; None goes by the extension of a path and means text otherwise.
        config: settings; the defaults if None.
        jobs: processes to spread the work over; 0 takes one for each processor. As with all that
            `multiprocessing` starts, a script needs ``if __name__ == "__main__":`` around the call then.

    Raises:
        TypeError: an item is none of these.
        ValueError: `format`, a setting or a selector is unknown, or `jobs` is negative.
    """
    if isinstance(items, str | bytes | Path):
        raise TypeError(f"items must be an iterable of texts or paths, not one {type(items).__name__}")
    if format is not None:
        require_format(format)
    drawn = (_job(item, format) for item in items)
    return _check_each(_engine(config), drawn, workers(jobs), ahead=isinstance(items, Collection))


def _check_each(engine: Engine, jobs: Iterable[Job], processes: int, *, ahead: bool) -> Iterator[Report]:
    with engine:
        yield from check_jobs(engine, jobs, processes, ahead=ahead)


def _job(item: Item, format: str | None) -> Job:  # noqa: A002  # named as in check
    if isinstance(item, Path):
        return Job(path=item, format=format)
    if isinstance(item, tuple):
        name, text = _pair(item)
        return Job(text, format=format, name=name)
    require_text(item)
    return Job(item, format=format)


def _pair(item: tuple[Any, ...]) -> tuple[str, str]:
    if len(item) != 2 or not isinstance(item[0], str):  # noqa: PLR2004  # a pair
        raise TypeError("a tuple among the items must be a name and a text, both str")
    return item[0], item[1]
