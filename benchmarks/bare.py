"""The sets of RE2 that hold what the rules look for, matched against whole texts and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import re2

from textcheck.relaxed import relaxed
from textcheck.scan import expression_of, is_in_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textcheck.rule import Rule

IN_SET = 8
"""Patterns in one set: more of them multiply the states that RE2 has to build.

Sets of 60, 20, 8, 3 and 1 took 93, 55, 45, 134 and 189 microseconds for a text of 2 kB.
"""

MAX_MEMORY = 64 * 2**20
"""Most memory, in bytes, for the states of one set."""


class BareScan:
    """The sets of some rules, and nothing else."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        known = [
            relaxed(expression, in_blocks=is_in_blocks(rule)).expression
            for rule in rules
            if (expression := expression_of(rule)) is not None
        ]
        loose = [expression for expression in known if expression is not None]
        self._sets = [_set(loose[start : start + IN_SET]) for start in range(0, len(loose), IN_SET)]

    def match(self, text: str) -> None:
        """Match every set against a text."""
        encoded = text.encode()
        for one in self._sets:
            one.Match(encoded)


def _set(expressions: Sequence[str]) -> Any:  # noqa: ANN401  # re2 has no types
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = MAX_MEMORY
    made = re2.Set.SearchSet(options)
    for expression in expressions:
        made.Add(expression.encode("ascii"))
    made.Compile()
    return made
