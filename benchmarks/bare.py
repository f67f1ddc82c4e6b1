"""The sets of RE2 that hold what the rules look for, matched against whole texts and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.rule import Pattern
from textcheck.scan import FUNCTIONS_IN_SET, PATTERNS_IN_SET, Sieve, relaxed_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textcheck.rule import Rule


class BareScan:
    """The sieves of a scanner without the scanner."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        known = [
            (index, rule, expression)
            for index, rule in enumerate(rules)
            if (expression := relaxed_of(rule)) is not None
        ]
        patterns = [(i, x) for i, rule, x in known if isinstance(rule.definition.shape, Pattern)]
        functions = [(i, x) for i, rule, x in known if not isinstance(rule.definition.shape, Pattern)]
        self._sieves = Sieve(patterns, PATTERNS_IN_SET), Sieve(functions, FUNCTIONS_IN_SET)

    def match(self, text: str) -> None:
        """Match every set against a text."""
        for sieve in self._sieves:
            sieve.candidates(text)
