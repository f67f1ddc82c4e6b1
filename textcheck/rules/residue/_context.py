"""What several rules of this category need to speak about leftovers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPACE = regex.compile(r"\s+")


def shown(text: str, limit: int = 38) -> str:
    """Return text on one line and cut to `limit` code points, to quote in a message."""
    line = _SPACE.sub(" ", text).strip()
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def holds(text: str, signs: Iterable[str]) -> bool:
    """Tell whether a text holds one of the signs without which a pattern cannot match."""
    return any(sign in text for sign in signs)
