"""What is looked out for, for each pattern of our own rules: it takes too long to work out at a start."""

from __future__ import annotations

import hashlib
import json
import zlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from textcheck.cues import Cues, cues
from textcheck.relax import relax
from textcheck.syntax import NotRelaxableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE = "relaxed.json.zlib"
"""The table in the package, which ``python tools/relaxed.py`` writes."""


class Relaxed(NamedTuple):
    """What is in every text in which a pattern may be found: see `relax` and `cues`.

    None stands for a pattern that may be found in any text.
    """

    expression: str | None
    cues: Cues | None


def relaxed(expression: str, *, in_blocks: bool) -> Relaxed:
    """Return what is in every text in which a pattern may be found, or in one of its blocks."""
    known = _table().get(_key(expression, in_blocks=in_blocks))
    return _relaxed(expression, in_blocks=in_blocks) if known is None else known


def pack(expressions: Iterable[tuple[str, bool]]) -> bytes:
    """Return the content of the table for these patterns; True marks those that are run on blocks."""
    table = {}
    for expression, in_blocks in sorted(set(expressions)):
        found = _relaxed(expression, in_blocks=in_blocks)
        told = found.cues and (sorted(found.cues.strings), sorted(found.cues.characters))
        table[_key(expression, in_blocks=in_blocks)] = found.expression, told
    return zlib.compress(json.dumps(table, sort_keys=True).encode(), 9)


def _relaxed(expression: str, *, in_blocks: bool) -> Relaxed:
    try:
        return Relaxed(relax(expression, in_blocks=in_blocks), cues(expression))
    except NotRelaxableError:
        return Relaxed(None, None)


def _key(expression: str, *, in_blocks: bool) -> str:
    return hashlib.blake2b(expression.encode(), digest_size=12, person=b"block" * in_blocks).hexdigest()


@cache
def _table() -> Mapping[str, Relaxed]:
    path = files("textcheck").joinpath(FILE)
    if not path.is_file():
        return {}
    table = json.loads(zlib.decompress(path.read_bytes()))
    return {
        key: Relaxed(expression, told and Cues(frozenset(told[0]), frozenset(map(tuple, told[1]))))
        for key, (expression, told) in table.items()
    }
