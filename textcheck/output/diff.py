"""The difference between two states of a text, as a patch."""

from __future__ import annotations

import difflib
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADER_LINES = 2
"""Lines of a patch that name its file."""


def unified(name: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff, as GNU ``patch`` and ``git apply`` read it.

    Each line ends in a newline; carriage returns of the texts stay in front of it. The first
    `HEADER_LINES` hold the name, on both sides, so that ``patch -p0`` finds the file.
    """
    # Without the tab, patch would end the name at its first blank.
    name = f"{name}\t" if " " in name else name
    for line in difflib.unified_diff(_lines(before), _lines(after), name, name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Split at newlines alone: a patch knows no other line end."""
    return io.StringIO(text, newline="\n").readlines()
