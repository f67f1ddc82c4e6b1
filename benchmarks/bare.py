"""A set of RE2 that holds what the rules look for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import re2
import regex

from textcheck.relax import NotRelaxableError, relax
from textcheck.rule import Pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textcheck.rule import Rule

MAX_MEMORY = 512 * 2**20
"""Most memory, in bytes, that RE2 may take for the states of the set, as in `textcheck.scan`."""


def bare_set(rules: Sequence[Rule]) -> Any:  # noqa: ANN401  # re2 has no types
    """Return the set of the relaxed patterns of rules, and of what their functions wait for."""
    options = re2.Options()
    options.max_mem = MAX_MEMORY
    options.log_errors = False
    patterns = re2.Set.SearchSet(options)
    for rule in rules:
        expression = _expression(rule)
        if expression is not None:
            try:
                patterns.Add(relax(expression))
            except NotRelaxableError:
                continue
    patterns.Compile()
    return patterns


def _expression(rule: Rule) -> str | None:
    shape = rule.definition.shape
    if isinstance(shape, Pattern):
        return shape.regex
    return shape.anchor or (f"(?i:{'|'.join(map(regex.escape, shape.triggers))})" if shape.triggers else None)
