"""Words of a text, folded for a quick look whether any of a set is among them."""

from __future__ import annotations

import zlib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textcheck.rule import Hit

_FOLD = bytes(byte | 32 if bytes((byte,)).isalpha() else 32 for byte in range(256))
"""Lower-cases ASCII letters and turns all else to blanks."""


@lru_cache(maxsize=1)
def folded_words(prose: str) -> frozenset[bytes]:
    """Return the runs of ASCII letters of a text, lower-cased; the last text's are kept for the next rule."""
    return frozenset(prose.encode("utf-8", "surrogatepass").translate(_FOLD).split())


def read_table(name: str) -> list[str]:
    """Return the lines of a packed table of this package; ``tools/derive_ligatures.py`` makes them."""
    packed = files("textcheck.rules.encoding").joinpath("data", name).read_bytes()
    return zlib.decompress(packed).decode("ascii").split("\n")


def longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield hits in the order of the text, of those that overlap the first and longest one only."""
    done = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= done:
            done = hit.end
            yield hit


@cache
def common_words() -> frozenset[str]:
    """Load the common words of English, lower-case, without names."""
    return frozenset(read_table("words.txt.zlib")[0].split())
