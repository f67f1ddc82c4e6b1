"""The relaxed patterns of our own rules, carried in the package: relaxing them takes too long at a start."""

from __future__ import annotations

import hashlib
import json
import zlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from textcheck.relax import NotRelaxableError, relax

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE = "relaxed.json.zlib"
"""The table in the package, which ``python tools/relaxed.py`` writes."""


def relaxed(expression: str) -> str | None:
    """Return `textcheck.relax.relax` of a pattern, or None where that is not possible."""
    key = _key(expression)
    table = _table()
    return table[key] if key in table else _relaxed(expression)


def pack(expressions: Iterable[str]) -> bytes:
    """Return the content of the table for these patterns."""
    table = {_key(expression): _relaxed(expression) for expression in sorted(set(expressions))}
    return zlib.compress(json.dumps(table, sort_keys=True).encode(), 9)


def _relaxed(expression: str) -> str | None:
    try:
        return relax(expression)
    except NotRelaxableError:
        return None


def _key(expression: str) -> str:
    return hashlib.blake2b(expression.encode(), digest_size=12).hexdigest()


@cache
def _table() -> Mapping[str, str | None]:
    path = files("textcheck").joinpath(FILE)
    if not path.is_file():
        return {}
    table: dict[str, str | None] = json.loads(zlib.decompress(path.read_bytes()))
    return table
