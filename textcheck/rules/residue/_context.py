"""What several rules of this category need to speak about leftovers."""

from __future__ import annotations

import regex

_SPACE = regex.compile(r"\s+")


def shown(text: str, limit: int = 38) -> str:
    """Return text on one line and cut to `limit` code points, to quote in a message."""
    line = _SPACE.sub(" ", text).strip()
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"
