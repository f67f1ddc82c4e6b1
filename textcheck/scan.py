"""Runs rules over documents, in one pass where that is possible.

What few rules can do without is looked up in a text at a glance (`textcheck.cues`), for all rules at once.
For those that are left, RE2 searches it for their patterns, loosened by `textcheck.relax`, in linear time,
and `regex` has the last word. Where one of the two is not installed, more is tried: the findings are the
same, only later.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import regex

from textcheck.cues import glance
from textcheck.relaxed import relaxed
from textcheck.rule import Function, Hit, Pattern, compiled

try:
    import ahocorasick_rs
    import re2
except ImportError:  # no wheel for this platform
    re2 = None

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from textcheck.document import Block, BlockKind, Document
    from textcheck.rule import Rule

    _Try: TypeAlias = tuple[int, Sequence[Block]]
    """The number of a document that a rule is run on, and the blocks, if it looks at them one by one."""

DOCUMENT_SECONDS = 30.0
"""Seconds that the patterns may take for one document, and again for every `BUDGET_SIZE` code points."""

BUDGET_SIZE = 1_000_000

LARGEST_SHARE = 0.25
"""Share of that time that one pattern may take, so that the others have their turn."""

MAX_MEMORY = 16 * 2**20
"""Most memory, in bytes, that RE2 may take for the states of one pattern."""

CHUNK = 4096
"""Code points of a long text that are looked at together."""

OVERLAP = 256
"""Code points behind a chunk that are looked at with it; no cue is longer."""


@dataclass(frozen=True, slots=True)
class Scan:
    """The hits of each rule, and the rules that crashed."""

    hits: tuple[tuple[Rule, Hit], ...]
    crashes: tuple[tuple[Rule, Exception], ...]


class _Budget:
    """The seconds that are left for a document."""

    def __init__(self, document: Document) -> None:
        self._seconds = DOCUMENT_SECONDS * (1 + len(document.prose) // BUDGET_SIZE)
        self._left = self._seconds

    def for_one(self) -> float:
        """Return the seconds that the next rule may take.

        Raises:
            TimeoutError: nothing is left.
        """
        if self._left <= 0:
            raise TimeoutError
        return min(self._left, self._seconds * LARGEST_SHARE)

    def take(self, seconds: float) -> None:
        """Take off what a rule took; one that was stopped late has had its share and no more."""
        self._left -= min(seconds, self._seconds * LARGEST_SHARE)


class Scanner:
    """Runs a fixed choice of rules over any number of documents.

    Args:
        rules: the rules, in the order in which their hits are to come.
        one_pass: whether to look at a glance first; None does so where it is possible.
    """

    def __init__(self, rules: Sequence[Rule], *, one_pass: bool | None = None) -> None:
        self._rules = tuple(rules)
        self._one_pass = re2 is not None if one_pass is None else one_pass

    def scan(self, documents: Sequence[Document]) -> list[Scan]:
        """Run every rule that may find something; one that raises loses its own hits only.

        Rule by rule over all documents: what a rule needs stays in the caches of the processor.
        """
        hits: list[list[tuple[Rule, Hit]]] = [[] for _ in documents]
        crashes: list[list[tuple[Rule, Exception]]] = [[] for _ in documents]
        budgets = [_Budget(document) for document in documents]
        for rule, tries in self._candidates(documents):
            _prepare(rule, [documents[number] for number, _ in tries])
            for number, blocks in tries:
                document = documents[number]
                if rule.definition.spacing and not document.white_space_tells:
                    continue
                start = time.monotonic()
                try:
                    found = _run(rule, document, blocks, budgets[number].for_one())
                    hits[number] += [(rule, _checked(hit, document)) for hit in found]
                except Exception as error:  # noqa: BLE001  # a rule may be anyone's code
                    crashes[number].append((rule, error))
                budgets[number].take(time.monotonic() - start)
        return [Scan(tuple(found), tuple(lost)) for found, lost in zip(hits, crashes, strict=True)]

    def _candidates(self, documents: Sequence[Document]) -> Iterator[tuple[Rule, list[_Try]]]:
        """Yield the rules, in order, with what each is to look at."""
        if self._sieve is None:
            for index, rule in enumerate(self._rules):
                yield rule, list(self._called(index, documents))
            return
        texts = [_encoded(document.prose) for document in documents]
        may_match = self._sieve.may_match
        for index, (rule, cued) in enumerate(zip(self._rules, self._cued(documents, texts), strict=True)):
            if self._scopes[index] is not None:
                tries = ((number, self._matching(index, chunk)) for number, chunk in cued)
                yield rule, [(number, blocks) for number, blocks in tries if blocks]
            else:
                numbers = dict.fromkeys(number for number, _ in cued)
                yield rule, [(number, ()) for number in numbers if may_match(index, texts[number])]

    def _called(self, index: int, documents: Sequence[Document]) -> Iterator[_Try]:
        """Yield what a rule is to look at, without a sieve."""
        rule, scope = self._rules[index], self._scopes[index]
        for number, document in enumerate(documents):
            if scope is not None:
                blocks = [block for block in document.blocks if block.kind in scope]
                yield number, [block for block in blocks if _is_called(rule, document.text(block))]
            elif _is_called(rule, document.prose):
                yield number, ()

    def _cued(self, documents: Sequence[Document], texts: Sequence[bytes]) -> list[list[tuple[int, _Chunk]]]:
        """Return, for each rule, the chunks that a cue of it is in, with the numbers of their documents."""
        assert self._sieve is not None  # noqa: S101  # callers have one
        cued: list[list[tuple[int, _Chunk]]] = [[] for _ in self._rules]
        for number, (document, encoded) in enumerate(zip(documents, texts, strict=True)):
            for chunk in _chunks(document, encoded):
                item = number, chunk
                for index in self._sieve.cued(chunk.text):
                    cued[index].append(item)
        return cued

    def _matching(self, index: int, chunk: _Chunk) -> list[Block]:
        """Return the blocks of a chunk in which the pattern of a rule may be."""
        assert self._sieve is not None  # noqa: S101  # callers have one
        if not self._sieve.may_match(index, chunk.encoded):
            return []
        scope, may_match = self._scopes[index] or (), self._sieve.may_match
        return [block for block, encoded in chunk.pieces if block.kind in scope and may_match(index, encoded)]

    @cached_property
    def _scopes(self) -> list[frozenset[BlockKind] | None]:
        """The kinds of block that rules look at one by one; None stands for the whole document."""
        return [rule.definition.scope if is_in_blocks(rule) else None for rule in self._rules]

    @cached_property
    def _sieve(self) -> Sieve | None:
        return Sieve(self._rules) if self._one_pass else None


def _encoded(text: str) -> bytes:
    return text.encode(errors="surrogatepass")


@dataclass(frozen=True)
class _Chunk:
    """A range of the prose, in UTF-8 too, and the blocks in it."""

    document: Document
    text: str
    encoded: bytes
    blocks: Sequence[Block]

    @cached_property
    def pieces(self) -> list[tuple[Block, bytes]]:
        """The blocks with their text in UTF-8."""
        return [(block, _encoded(self.document.text(block))) for block in self.blocks]


def _chunks(document: Document, encoded: bytes) -> Iterator[_Chunk]:
    prose, blocks = document.prose, document.blocks
    if len(prose) <= CHUNK or not blocks:
        yield _Chunk(document, prose, encoded, blocks)
        return
    first = start = 0
    for number, block in enumerate(blocks, 1):
        if block.end - start >= CHUNK or number == len(blocks):
            end = len(prose) if number == len(blocks) else blocks[number].start
            # One code point more before it: white space, which shows that something begins.
            text = prose[max(start - 1, 0) : end + OVERLAP]
            yield _Chunk(document, text, _encoded(text), blocks[first:number])
            first, start = number, end


@lru_cache(maxsize=16)
def scanner(rules: tuple[Rule, ...]) -> Scanner:
    """Return what runs these rules; it is costly to make, so that it is kept."""
    return Scanner(rules)


class Sieve:
    """Tells which rules may find something in a text, by number."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        expressions = [(expression_of(rule), is_in_blocks(rule)) for rule in rules]
        known = [
            None if expression is None else relaxed(expression, in_blocks=in_blocks)
            for expression, in_blocks in expressions
        ]
        self._loose = [None if one is None else one.expression for one in known]
        self._always: list[int] = []
        self._ranges: list[tuple[int, int, int]] = []
        self._owners: list[int] = []
        strings: list[bytes] = []
        for index, one in enumerate(known):
            if one is None or one.cues is None:
                self._always.append(index)
                continue
            self._ranges += [(low, high, index) for low, high in one.cues.characters]
            strings += [string.encode(errors="surrogatepass") for string in one.cues.strings]
            self._owners += [index] * len(one.cues.strings)
        self._strings = ahocorasick_rs.BytesAhoCorasick(strings)
        self._sets: dict[int, Any] = {}
        self._by_character: dict[str, list[int]] = {}

    def cued(self, text: str) -> set[int]:
        """Return the rules that have a cue in the text."""
        seen = glance(text)
        owners = self._owners
        found = {
            owners[cue] for cue, _, _ in self._strings.find_matches_as_indexes(seen.folded, overlapping=True)
        }
        found.update(self._always)
        for character in seen.characters:
            found.update(self._with(character))
        return found

    def _with(self, character: str) -> list[int]:
        known = self._by_character.get(character)
        if known is None:
            code = ord(character)
            known = [index for low, high, index in self._ranges if low <= code <= high]
            self._by_character[character] = known
        return known

    def may_match(self, index: int, encoded: bytes) -> bool:
        """Tell whether what is loosened of a rule's pattern is in a text in UTF-8."""
        loose = self._loose[index]
        if loose is None:
            return True
        made = self._sets.get(index)
        if made is None:
            try:
                made = self._sets[index] = _set(loose)
            except re2.error:  # too large for its memory
                self._loose[index] = None
                return True
        return bool(made.Match(encoded))


def _set(expression: str) -> Any:  # noqa: ANN401  # re2 has no types
    """Return a set of one pattern: asking it costs less than a search, since it tells no place."""
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = MAX_MEMORY
    options.log_errors = False
    made = re2.Set.SearchSet(options)
    made.Add(expression.encode("ascii"))
    made.Compile()
    return made


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


def is_in_blocks(rule: Rule) -> bool:
    """Tell whether a rule looks at blocks one by one."""
    return not isinstance(rule.definition.shape, Function)


def _is_called(rule: Rule, text: str) -> bool:
    """Tell whether a text holds what the function of a rule waits for."""
    shape = rule.definition.shape
    if isinstance(shape, Pattern):
        return True
    if shape.anchor is not None:
        return compiled(shape.anchor).search(text) is not None
    lowered = text.lower()
    return not shape.triggers or any(trigger in lowered for trigger in shape.triggers)


def _prepare(rule: Rule, documents: Sequence[Document]) -> None:
    """Let a rule see together the documents that it will run on; what goes wrong, it meets again there."""
    shape = rule.definition.shape
    if isinstance(shape, Function) and shape.prepare is not None:
        with suppress(Exception):
            shape.prepare(documents)


def _run(rule: Rule, document: Document, blocks: Sequence[Block], seconds: float) -> Iterator[Hit]:
    shape = rule.definition.shape
    deadline = time.monotonic() + seconds
    if isinstance(shape, Pattern):
        yield from _matches(shape, document, blocks, deadline)
        return
    found = (
        shape.check(document)
        if isinstance(shape, Function)
        else chain.from_iterable(shape.check(document, block) for block in blocks)
    )
    for hit in found:
        # Nothing stops a function but what it finds.
        if time.monotonic() > deadline:
            raise TimeoutError
        yield hit


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
