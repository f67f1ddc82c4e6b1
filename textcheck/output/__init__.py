"""Output formats, one module each; a format is imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, TextIO, cast

from textcheck.output.writer import Summary, Writer

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FORMATS", "Summary", "Writer", "create"]

FORMATS: tuple[str, ...] = ("text", "json", "github")
"""The names of the output formats; ``textcheck.output.NAME`` holds the format's ``create``."""


def create(name: str, stream: TextIO, *, verbose: bool = False, quiet: bool = False) -> Writer:
    """Make the writer of one output format.

    Args:
        name: one of `FORMATS`.
        stream: where the output goes; the writer neither closes nor seeks it.
        verbose: also show confidence and evidence, where the format leaves them out by default.
        quiet: leave out what is no finding, verdict or problem, where the format can.

    Raises:
        ValueError: there is no such format.
    """
    if name not in FORMATS:
        raise ValueError(f"no output format {name!r}; choose one of {', '.join(FORMATS)}")
    module = import_module(f"textcheck.output.{name}")
    factory = cast("Callable[..., Writer]", module.create)
    return factory(stream, verbose=verbose, quiet=quiet)
