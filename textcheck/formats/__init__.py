"""Input formats: each is a function from source text to a document."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING

from textcheck.document import Document

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePath

Parser = Callable[[str], Document]


def _text(source: str) -> Document:
    from textcheck.formats.text import parse  # noqa: PLC0415  # formats load when first used

    return parse(source)


def _markdown(source: str) -> Document:
    from textcheck.formats.markdown import parse  # noqa: PLC0415  # formats load when first used

    return parse(source)


PARSERS: Mapping[str, Parser] = MappingProxyType({"text": _text, "markdown": _markdown})
"""Every input format by its name."""

EXTENSIONS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text",
        ".text": "text",
        ".md": "markdown",
        ".markdown": "markdown",
        ".mdown": "markdown",
        ".mkd": "markdown",
    }
)
"""The format of a file by its lower-case extension."""


def parse(source: str, format: str = "text") -> Document:  # noqa: A002  # the promised name of the option
    """Turn source text into a document.

    Args:
        source: the text as it was given.
        format: a key of `PARSERS`.

    Raises:
        ValueError: the format is unknown.
    """
    require_format(format)
    return PARSERS[format](source)


def require_format(format: str) -> None:  # noqa: A002  # the promised name of the option
    """Check that a format is known.

    Raises:
        ValueError: it is not.
    """
    if format not in PARSERS:
        raise ValueError(f"unknown format {format!r}: use one of {', '.join(PARSERS)}")


def format_of(path: PurePath) -> str:
    """Return the format that a file's extension names; ``text`` where it names none."""
    return EXTENSIONS.get(path.suffix.lower(), "text")
