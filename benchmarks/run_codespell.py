"""codespell's loop over words with its default dictionaries; it has no function for a text in memory."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import codespell_lib  # type: ignore[import-not-found, unused-ignore]  # installed apart
import protocol
from codespell_lib._codespell import (  # type: ignore[import-not-found, unused-ignore]  # as above
    build_dict,
    inline_ignore_regex,
    word_regex_def,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

DICTIONARIES = ("dictionary.txt", "dictionary_rare.txt")
"""The built-in dictionaries that are on by default, ``clear`` and ``rare``."""

misspellings: dict[str, Any] = {}
for name in DICTIONARIES:
    build_dict(str(Path(codespell_lib.__file__).parent / "data" / name), misspellings, set())
word = re.compile(word_regex_def)


def check(texts: Sequence[str]) -> None:
    """Look up every word of every text, as `codespell_lib.parse_file` does line by line."""
    for text in texts:
        for line in text.splitlines():
            if not inline_ignore_regex.search(line):
                found(line)


def found(line: str) -> list[str]:
    """Return the misspelt words of a line."""
    return [match.group() for match in word.finditer(line) if match.group().lower() in misspellings]


protocol.serve(version("codespell"), check)
