"""What a rule is: a definition with its cases, in one of a few shapes.

A rule file holds one `rule`, made by `pattern`, `phrases`, `block_function` or `function`. The registry
gives it its name (the file's), category (the folder's) and summary (the first line of the docstring).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict, cast

import regex

from textcheck.document import PROSE_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from typing_extensions import Unpack

    from textcheck.document import Block, BlockKind, Document
    from textcheck.finding import Severity, Suggestion

Stability = Literal["preview", "stable"]
"""``stable`` rules run by default; ``preview`` rules wait for a record that earns it."""

Match: TypeAlias = "regex.Match[str]"

_MARK = regex.compile(r"\[\[(.*?)\]\]", regex.DOTALL)


class _Lazy:
    """A pattern that is compiled when first used: most texts need few of those that rules have."""

    def __init__(self, expression: str) -> None:
        self.pattern = expression

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        value: object = getattr(compiled(self.pattern), name)
        # From now on the attribute is found without coming here.
        setattr(self, name, value)
        return value


@cache
def compiled(expression: str) -> regex.Pattern[str]:
    """Compile a pattern of `regex`, once."""
    return regex.compile(expression)


def lazy(expression: str) -> regex.Pattern[str]:
    """Make a pattern of `regex` at the cost of none until it is used; flags stand in the expression."""
    return cast("regex.Pattern[str]", _Lazy(expression))


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields: a non-empty prose range and what is wrong there.

    `severity`, `confidence` and `why` override those of the rule where a hit is graded. A `clue`
    counts only in company; see `textcheck.clues`.
    """

    start: int
    end: int
    message: str
    severity: Severity | None = None
    confidence: float | None = None
    why: str | None = None
    suggestions: tuple[Suggestion, ...] = ()
    clue: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A text and the exact code-point spans that its rule must report in it."""

    text: str
    spans: tuple[tuple[int, int], ...]
    format: str = "text"

    def marked(self, opening: str = "[[", closing: str = "]]") -> str:
        """Return the text on one line, its spans between two marks."""
        parts: list[str] = []
        position = 0
        for start, end in self.spans:
            parts += (self.text[position:start], opening, self.text[start:end], closing)
            position = end
        parts.append(self.text[position:])
        return "".join(parts).replace("\n", "⏎")


def flags(marked: str, *, format: str = "text") -> Case:  # noqa: A002  # named as in textcheck.check
    """Make a case in which each span in double brackets must be reported, and no other.

    Raises:
        ValueError: nothing is marked.
    """
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = position = 0
    for match in _MARK.finditer(marked):
        parts += (marked[position : match.start()], match[1])
        length += match.start() - position
        spans.append((length, length + len(match[1])))
        length += len(match[1])
        position = match.end()
    if not spans:
        raise ValueError(f"no [[span]] is marked in {marked!r}")
    parts.append(marked[position:])
    return Case("".join(parts), tuple(spans), format)


def passes(text: str, *, format: str = "text") -> Case:  # noqa: A002  # named as in textcheck.check
    """Make a case in which nothing may be reported."""
    return Case(text, (), format)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression, run over each block of the rule's scope.

    The span is the group ``span`` where there is one, else the whole match. `message` may quote
    groups in braces. `where` has the last word on a match.
    """

    regex: str
    message: str
    where: Callable[[Match], bool] | None = None


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the document, run only where the prose holds what it waits for.

    That is one of the lower-case `triggers`, in any case, or the pattern `anchor`, in the syntax of
    `regex`. Without either it runs on every document. It must find nothing elsewhere: where RE2 looks
    out for it, it may be run on a text that holds only something alike.

    `prepare` is given the documents of a batch on which `check` will run, for what is found sooner in all
    of them together; the documents keep it, and `check` finds the same without.
    """

    check: Callable[[Document], Iterator[Hit]]
    triggers: tuple[str, ...] = ()
    anchor: str | None = None
    prepare: Callable[[Sequence[Document]], None] | None = None


@dataclass(frozen=True, slots=True)
class BlockFunction:
    """A function of a document and one of its blocks, run on each block that holds what it waits for.

    That is as in `Function`, but looked for in the text of the block. It must find nothing in other
    blocks, nor reach into them.
    """

    check: Callable[[Document, Block], Iterator[Hit]]
    triggers: tuple[str, ...] = ()
    anchor: str | None = None


Shape: TypeAlias = Pattern | Function | BlockFunction


@dataclass(frozen=True, slots=True)
class Definition:
    """What a rule file declares.

    `why` tells the likely cause and what to do; `confidence` is the estimated share of hits, 0 to 1,
    that a careful reader agrees with; `spacing` marks rules whose clue is white space, which are
    switched off in tokenised text and in worksheets; all hits of a `clue` rule are clues. `severity`
    None takes the category's. A `model` rule asks `textcheck.model`, and rests where that is switched off.
    """

    shape: Shape
    why: str
    cases: tuple[Case, ...]
    confidence: float
    severity: Severity | None
    scope: frozenset[BlockKind]
    spacing: bool
    clue: bool
    stability: Stability
    model: bool = False


def _define(  # noqa: PLR0913  # the options of every shape, all by keyword
    shape: Shape,
    *,
    why: str,
    cases: Sequence[Case],
    confidence: float = 0.95,
    severity: Severity | None = None,
    scope: Collection[BlockKind] = PROSE_KINDS,
    spacing: bool = False,
    clue: bool = False,
    stability: Stability = "stable",
    model: bool = False,
) -> Definition:
    return Definition(
        shape, why, tuple(cases), confidence, severity, frozenset(scope), spacing, clue, stability, model
    )


class _Needed(TypedDict):
    why: str
    cases: Sequence[Case]


class Options(_Needed, total=False):
    """What every shape of rule may say of itself, by keyword; see `Definition`.

    `why` is the likely cause, and what a person should do; of the `cases`, at least one flags and one
    passes; `scope` are the kinds of block to look at.
    """

    confidence: float
    severity: Severity | None
    scope: Collection[BlockKind]
    spacing: bool
    clue: bool
    stability: Stability
    model: bool


def pattern(
    expression: str,
    *,
    message: str,
    where: Callable[[Match], bool] | None = None,
    **options: Unpack[Options],
) -> Definition:
    """Define a rule by a regular expression of the `regex` module.

    It is run block by block, so ``^`` and ``$`` are the ends of a block and white space never
    reaches into the next one. Upper and lower case differ; begin with ``(?i)`` where they should not.

    Args:
        expression: what to report; see `Pattern` for the groups.
        message: what is wrong, under 80 characters; groups in braces are filled in.
        where: a last condition on the match; its string is the text of the block.
        options: see `Options`.
    """
    return _define(Pattern(expression, message, where), **options)


def phrases(*expressions: str, message: str, **options: Unpack[Options]) -> Definition:
    """Define a rule by fixed phrases, in any case and with any white space between the words."""
    alternatives = "|".join(
        r"\s+".join(regex.escape(word) for word in expression.split()) for expression in expressions
    )
    return pattern(rf"(?i)(?<!\w)(?:{alternatives})(?!\w)", message=message, **options)


def function(
    check: Callable[[Document], Iterator[Hit]],
    *,
    triggers: Sequence[str] = (),
    anchor: str | None = None,
    prepare: Callable[[Sequence[Document]], None] | None = None,
    **options: Unpack[Options],
) -> Definition:
    """Define a rule by a function of the document, for what needs context beyond one block.

    Name what it waits for, by `triggers` or by an `anchor`, and what can `prepare` it: see `Function`.
    """
    return _define(Function(check, tuple(triggers), anchor, prepare), **options)


def block_function(
    check: Callable[[Document, Block], Iterator[Hit]],
    *,
    triggers: Sequence[str] = (),
    anchor: str | None = None,
    **options: Unpack[Options],
) -> Definition:
    """Define a rule by a function of a block, which may ask the document about the whole text.

    Its hits are offsets into the prose, as those of any function. Name what it waits for, by `triggers`
    or by an `anchor`: see `BlockFunction`.
    """
    return _define(BlockFunction(check, tuple(triggers), anchor), **options)


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of defect: the folder of its rules.

    `severity` holds for its rules unless they say otherwise. A `symptom` (white space, grammar) is
    taken as evidence for a finding of another category where the two overlap.
    """

    name: str
    summary: str
    severity: Severity
    symptom: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A definition in its place; the registry makes one of each, so that they compare by identity."""

    name: str
    category: Category
    summary: str
    definition: Definition

    @property
    def severity(self) -> Severity:
        """The severity of its findings, where neither hit nor configuration says otherwise."""
        return self.definition.severity or self.category.severity
