"""Words of a text, folded for a quick look whether any of a set is among them."""

from __future__ import annotations

import zlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from textcheck.rule import Hit

_FOLD = bytes(byte | 32 if bytes((byte,)).isalpha() else 32 for byte in range(256))
"""Lower-cases ASCII letters and turns all else to blanks."""


def folded_words(text: str) -> set[bytes]:
    """Return the runs of ASCII letters of a text, lower-cased."""
    return set(text.encode("utf-8", "surrogatepass").translate(_FOLD).split())


def read_table(name: str) -> list[str]:
    """Return the lines of a packed table of this package; ``tools/derive_ligatures.py`` makes them."""
    packed = files("textcheck.rules.encoding").joinpath("data", name).read_bytes()
    return zlib.decompress(packed).decode("ascii").split("\n")


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of whole words, in any case, in which those that begin alike share their beginning."""
    tree: dict[str, Any] = {}
    for word in sorted(words):
        node = tree
        for letter in word.lower():
            node = node.setdefault(letter, {})
        node[""] = {}
    return rf"(?<!\w)(?i:{_branches(tree)})(?!\w)"


def _branches(tree: Mapping[str, Any]) -> str:
    branches = [letter + _branches(rest) for letter, rest in tree.items() if letter]
    if not branches:
        return ""
    optional = "?" if "" in tree else ""
    return branches[0] if len(branches) == 1 and not optional else f"(?:{'|'.join(branches)}){optional}"


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
