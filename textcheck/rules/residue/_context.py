"""What several rules of this category need to speak about leftovers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.rule import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

LINE_START = r"(?:^|[\r\n])[^\p{L}\p{N}\r\n]*(?:\w{1,3}[.)]\s)?[^\p{L}\p{N}\r\n]*"
"""The start of a line, with the marks of lists and headings, after which a block may begin."""

_SPACE = lazy(r"\s+")


def shown(text: str, limit: int = 38) -> str:
    """Return text on one line and cut to `limit` code points, to quote in a message."""
    line = _SPACE.sub(" ", text).strip()
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def holds(text: str, signs: Iterable[str]) -> bool:
    """Tell whether a text holds one of the signs without which a pattern cannot match."""
    return any(sign in text for sign in signs)
