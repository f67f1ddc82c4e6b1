"""Runs rules over documents, in one pass where RE2 is installed.

All patterns, loosened by `textcheck.relax`, make a set that RE2 matches against each block at once;
`regex` then verifies the few that may be there. What functions wait for makes further sets, matched
against the whole text. Without RE2 every pattern is tried: the findings are the same, only later.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

import regex

from textcheck.relaxed import relaxed
from textcheck.rule import Function, Hit, Pattern, compiled

try:
    import re2
except ImportError:  # no wheel for this platform
    re2 = None

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textcheck.document import Block, BlockKind, Document
    from textcheck.rule import Rule

DOCUMENT_SECONDS = 30.0
"""Seconds that the patterns may take for one document, and again for every `BUDGET_SIZE` code points."""

BUDGET_SIZE = 1_000_000

LARGEST_SHARE = 0.25
"""Share of that time that one pattern may take, so that the others have their turn."""

FUNCTIONS_IN_SET = 8
"""Functions in one set of RE2: more of them in one share a pass, but multiply the states it has to build.

On 300 texts of news of 2 kB, sets of 60, 20, 8, 3 and 1 of what our 60 functions wait for took 93, 55, 45,
134 and 189 microseconds for a text, and 16, 4, 2, 1 and 1 milliseconds while they were new.
"""

PATTERNS_IN_SET = 40
"""Patterns in one set: they are more alike than what functions wait for, and blocks are short.

Sets of 33, 17 and 11 of our patterns took 8, 12 and 27 microseconds for such a text.
"""

MAX_MEMORY = 64 * 2**20
"""Most memory, in bytes, that RE2 may take for the states of one set of patterns."""


@dataclass(frozen=True, slots=True)
class Scan:
    """The hits of each rule, and the rules that crashed."""

    hits: tuple[tuple[Rule, Hit], ...]
    crashes: tuple[tuple[Rule, Exception], ...]


class _Budget:
    """The seconds that are left for a document."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds

    def for_one(self) -> float:
        """Return when one rule has to be done.

        Raises:
            TimeoutError: nothing is left.
        """
        now = time.monotonic()
        if now >= self._deadline:
            raise TimeoutError
        return min(self._deadline, now + self._seconds * LARGEST_SHARE)


class Scanner:
    """Runs a fixed choice of rules over any number of documents.

    Args:
        rules: the rules, in the order in which their hits are to come.
        one_pass: whether to use RE2; None uses it where it is installed.
    """

    def __init__(self, rules: Sequence[Rule], *, one_pass: bool | None = None) -> None:
        self._rules = tuple(rules)
        self._one_pass = re2 is not None if one_pass is None else one_pass

    def scan(self, document: Document) -> Scan:
        """Run every rule that may find something; one that raises loses its own hits only."""
        hits: list[tuple[Rule, Hit]] = []
        crashes: list[tuple[Rule, Exception]] = []
        budget = _Budget(DOCUMENT_SECONDS * (1 + len(document.prose) // BUDGET_SIZE))
        for index, blocks in self._candidates(document):
            rule = self._rules[index]
            if rule.definition.spacing and not document.white_space_tells:
                continue
            try:
                hits += [(rule, _checked(hit, document)) for hit in _run(rule, document, blocks, budget)]
            except Exception as error:  # noqa: BLE001  # a rule may be anyone's code
                crashes.append((rule, error))
        return Scan(tuple(hits), tuple(crashes))

    def _candidates(self, document: Document) -> Iterator[tuple[int, Sequence[Block]]]:
        """Yield the rules, by number and in order, that may find something, and the blocks to look at."""
        blocks: dict[int, list[Block]] = {}
        for block in document.blocks:
            for index in self._in_block(document, block):
                blocks.setdefault(index, []).append(block)
        functions = self._in_text(document)
        for index in sorted({*blocks, *functions}):
            yield index, blocks.get(index, ())

    def _in_block(self, document: Document, block: Block) -> Sequence[int]:
        wanted = self._scopes.get(block.kind)
        if wanted is None:
            return ()
        everything, sieve = wanted
        if sieve is None:
            return everything
        return sieve.candidates(document.prose[block.start : block.end])

    def _in_text(self, document: Document) -> Sequence[int]:
        sieve = self._functions_sieve
        if sieve is not None:
            return sieve.candidates(document.prose)
        lowered = document.prose.lower()
        return [index for index in self._functions if _is_called(self._rules[index], document.prose, lowered)]

    @cached_property
    def _functions(self) -> tuple[int, ...]:
        return tuple(
            index for index, rule in enumerate(self._rules) if isinstance(rule.definition.shape, Function)
        )

    @cached_property
    def _functions_sieve(self) -> Sieve | None:
        if not self._one_pass:
            return None
        known = [(index, relaxed_of(self._rules[index])) for index in self._functions]
        return Sieve(known, FUNCTIONS_IN_SET)

    @cached_property
    def _scopes(self) -> dict[BlockKind, tuple[tuple[int, ...], Sieve | None]]:
        """The patterns of each kind of block; kinds with the same patterns share one set."""
        patterns = [
            (index, rule)
            for index, rule in enumerate(self._rules)
            if isinstance(rule.definition.shape, Pattern)
        ]
        kinds = {kind for _, rule in patterns for kind in rule.definition.scope}
        sieves: dict[tuple[int, ...], Sieve | None] = {}
        scopes: dict[BlockKind, tuple[tuple[int, ...], Sieve | None]] = {}
        for kind in kinds:
            chosen = tuple(index for index, rule in patterns if kind in rule.definition.scope)
            if chosen not in sieves:
                loose = [(index, relaxed_of(rule)) for index, rule in patterns if index in chosen]
                sieves[chosen] = Sieve(loose, PATTERNS_IN_SET) if self._one_pass else None
            scopes[kind] = chosen, sieves[chosen]
        return scopes


@lru_cache(maxsize=16)
def scanner(rules: tuple[Rule, ...]) -> Scanner:
    """Return what runs these rules; it is costly to make, so that it is kept."""
    return Scanner(rules)


class Sieve:
    """Tells which of many patterns of RE2 may be in a text; a pattern None may be in any."""

    def __init__(self, patterns: Sequence[tuple[int, str | None]], size: int) -> None:
        self._always = [index for index, expression in patterns if expression is None]
        known = [(index, expression) for index, expression in patterns if expression is not None]
        self._sets: list[tuple[Any, list[int]]] = []
        for first in range(0, len(known), size):
            self._add(known[first : first + size])

    def _add(self, patterns: Sequence[tuple[int, str]]) -> None:
        options = re2.Options()
        options.encoding = re2.Options.Encoding.LATIN1
        options.max_mem = MAX_MEMORY
        options.log_errors = False
        made = re2.Set.SearchSet(options)
        numbers: list[int] = []
        for index, expression in patterns:
            if made.Add(expression.encode("ascii")) < 0:
                self._always.append(index)
            else:
                numbers.append(index)
        if numbers:
            made.Compile()
            self._sets.append((made, numbers))

    def candidates(self, text: str) -> Sequence[int]:
        """Return the numbers of the patterns that may be in the text."""
        encoded = text.encode(errors="surrogatepass")
        found = self._always.copy()
        for made, numbers in self._sets:
            if matched := made.Match(encoded):
                found += [numbers[number] for number in matched]
        return found


def expression_of(rule: Rule) -> str | None:
    """Return the pattern that has to be in a text for the rule to find something, or None of any text."""
    shape = rule.definition.shape
    if isinstance(shape, Pattern):
        return shape.regex
    if shape.anchor is not None:
        return shape.anchor
    return "|".join(map(_in_any_case, shape.triggers)) or None


def _in_any_case(trigger: str) -> str:
    cased = any(letter.upper() != letter and len(letter.upper()) == 1 for letter in trigger)
    return f"(?i:{regex.escape(trigger)})" if cased else regex.escape(trigger)


def relaxed_of(rule: Rule) -> str | None:
    """Return what RE2 looks out for, or None where a rule has to be tried on every text."""
    expression = expression_of(rule)
    return None if expression is None else relaxed(expression)


def _is_called(rule: Rule, prose: str, lowered: str) -> bool:
    shape = rule.definition.shape
    assert isinstance(shape, Function)  # noqa: S101  # callers ask for functions only
    if shape.anchor is not None:
        return compiled(shape.anchor).search(prose) is not None
    return not shape.triggers or any(trigger in lowered for trigger in shape.triggers)


def _run(rule: Rule, document: Document, blocks: Sequence[Block], budget: _Budget) -> Iterator[Hit]:
    shape = rule.definition.shape
    if isinstance(shape, Pattern):
        return _matches(shape, document, blocks, budget.for_one())
    budget.for_one()
    return shape.check(document)


def _checked(hit: Hit, document: Document) -> Hit:
    if not 0 <= hit.start < hit.end <= len(document.prose):
        raise ValueError(f"a hit at {hit.start}-{hit.end} is empty or outside of the text")
    return hit


def _matches(shape: Pattern, document: Document, blocks: Sequence[Block], deadline: float) -> Iterator[Hit]:
    expression = compiled(shape.regex)
    span = "span" if "span" in expression.groupindex else 0
    for block in blocks:
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        for match in expression.finditer(document.text(block), timeout=left):
            if shape.where is None or shape.where(match):
                start, end = match.span(span)
                yield Hit(block.start + start, block.start + end, shape.message.format(**match.groupdict()))
