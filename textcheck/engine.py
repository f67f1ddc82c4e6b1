"""From a text and a configuration to a report: parse, run, merge, sort, score, judge."""

from __future__ import annotations

import os
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

import regex

from textcheck import formats, readability, registry
from textcheck.clues import supported
from textcheck.config import Config, ConfigError
from textcheck.document import PROSE_KINDS, RUNNING_KINDS
from textcheck.finding import (
    SEVERITIES,
    Evidence,
    Finding,
    Problem,
    Report,
    Span,
    Suggestion,
    at_least,
)
from textcheck.grammar import GrammarError, connect
from textcheck.parts import parts
from textcheck.scan import scanner
from textcheck.source import read_text
from textcheck.verdict import judge

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from pathspec import GitIgnoreSpec
    from typing_extensions import Self

    from textcheck.document import Document
    from textcheck.finding import Severity
    from textcheck.grammar import Checker, Match, Matches
    from textcheck.parts import Part
    from textcheck.rule import Category, Hit, Rule
    from textcheck.scan import Scan

EXCERPT_CONTEXT = 60
"""Code points of context on either side of a finding in its excerpt."""

SYMPTOM_SPAN = 80
"""Code points of the longest finding that takes in a symptom that overlaps it.

A longer one marks a passage, in which a symptom is a defect of its own.
"""

_LINE_END = regex.compile(r"[\r\n]")
_SPACE = regex.compile(r"\s+")

GRAMMAR_CONFIDENCE = 0.5
"""Confidence of a LanguageTool match, which comes with none of its own."""

MAX_REPLACEMENTS = 5
"""Replacements kept of those that LanguageTool offers for one match."""

MAX_CONFIDENCE = 0.99
"""Highest confidence that several pieces of evidence add up to."""

TOGETHER = 500_000
"""Code points that are scanned together at most; a part of a long document counts by itself."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A hit mapped to the source, before candidates for the same hole are merged."""

    rule: str
    category: Category
    severity: Severity
    span: Span
    message: str
    why: str
    confidence: float
    origin: str
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def strength(self) -> tuple[int, float, int]:
        """The order in which candidates speak for a hole: worst, surest, narrowest first."""
        return (-SEVERITIES.index(self.severity), -self.confidence, self.span.end - self.span.start)

    @property
    def is_loss(self) -> bool:
        """Whether a value is missing there."""
        return self.category.name == "gaps" and at_least(self.severity, "warning")

    @property
    def is_short(self) -> bool:
        """Whether it is about one place, so that what overlaps it is about the same place."""
        return self.span.end - self.span.start <= SYMPTOM_SPAN


class _Grammar(NamedTuple):
    """What LanguageTool found, and what it could not do."""

    candidates: Sequence[_Candidate] = ()
    problems: Sequence[Problem] = ()


@dataclass
class _Seen:
    """What was seen of a document, part by part; no evidence is 0."""

    hits: list[tuple[Rule, Hit]] = field(default_factory=list)
    crashes: dict[Rule, Exception] = field(default_factory=dict)
    counts: readability.Counts = field(default_factory=readability.Counts)
    evidence: float = 0.0


class Given(NamedTuple):
    """A text to check, the key of its format in `textcheck.formats.PARSERS`, and what to call it."""

    text: str
    format: str = "text"
    name: str | None = None


def read(path: Path, *, format: str | None = None, encoding: str | None = None) -> Given:  # noqa: A002  # as in check_file
    """Read a file, to be called by its path; see `Engine.check_file`.

    Raises:
        SourceError: the file cannot be read or is not text.
    """
    return Given(read_text(path, encoding), format or formats.format_of(path), str(path))


class Engine:
    """Checks texts under one configuration; reusable, and to be closed after use.

    Raises:
        SelectorError: the configuration names an unknown rule or category.
        ConfigError: a pattern of `per_file_ignores` is malformed.
    """

    def __init__(self, config: Config | None = None) -> None:
        self.config = config or Config()
        self._checker: Checker | None = None
        self._asks_for_grammar = bool(self.config.grammar.server) and registry.includes(
            registry.GRAMMAR,
            self.config.select,
            self.config.ignore,
            extend_select=self.config.extend_select,
        )
        self._per_file = _per_file_ignores(self.config)
        registry.validate(self.config.severity)
        self._chosen = frozenset((*self.config.select, *self.config.extend_select))
        self._rules = registry.resolve(
            self.config.select,
            self.config.ignore,
            extend_select=self.config.extend_select,
            preview=self.config.preview,
        )
        if self.config.model == "off":
            self._rules = tuple(rule for rule in self._rules if not rule.definition.model)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the grammar server."""
        if self._checker is not None:
            self._checker.close()
            self._checker = None

    def check(self, text: str, *, format: str = "text", name: str | None = None) -> Report:  # noqa: A002  # promised
        """Check one text.

        Args:
            text: the text; offsets in the report are code points into it.
            format: a key of `textcheck.formats.PARSERS`.
            name: what to call the text in the report, such as its path.

        Raises:
            TypeError: `text` is not a string.
            ValueError: `format` is unknown.
        """
        return self.check_all([Given(text, format, name)])[0]

    def check_all(self, texts: Sequence[Given]) -> list[Report]:
        """Check some texts together, which is faster than one by one; all are in memory meanwhile.

        Raises:
            TypeError: one of them is not a string.
            ValueError: a format is unknown.
        """
        documents: list[Document] = []
        ignored: list[tuple[str, ...]] = []
        for text, format_, name in texts:
            require_text(text)
            documents.append(formats.parse(text, format_))
            ignored.append(self._ignored_in(name))
        reports: dict[int, Report] = {}
        for selectors in dict.fromkeys(ignored):
            numbers = [number for number, own in enumerate(ignored) if own == selectors]
            rules = registry.without(self._rules, selectors)
            seen = self._seen([documents[number] for number in numbers], rules)
            for number, own in zip(numbers, seen, strict=True):
                grammar = self._grammar(documents[number], selectors)
                reports[number] = self._report(documents[number], own, grammar, texts[number].name)
        return [reports[number] for number in range(len(texts))]

    def _seen(self, documents: Sequence[Document], rules: tuple[Rule, ...]) -> list[_Seen]:
        """Return what is seen of some documents, all looked at together."""
        seen = [_Seen() for _ in documents]
        every = (
            (own, part) for own, document in zip(seen, documents, strict=True) for part in parts(document)
        )
        for batch in _together(every):
            scans = scanner(rules).scan([part.document for _, part in batch])
            for (own, part), scan in zip(batch, scans, strict=True):
                self._add(own, part, scan, rules)
        return seen

    def _add(self, seen: _Seen, part: Part, scan: Scan, rules: Collection[Rule]) -> None:
        """Add what is seen of a part to what was seen of its document."""
        hits = self._supported(part.document, scan, rules)
        seen.hits += [(rule, part.in_whole(hit)) for rule, hit in hits if part.holds(hit)]
        seen.crashes = {**dict(scan.crashes), **seen.crashes}
        seen.evidence = max(seen.evidence, self._evidence(part.document, rules))
        if self.config.readability:
            seen.counts += readability.count(_running_sentences(part))

    def _report(self, document: Document, seen: _Seen, grammar: _Grammar, name: str | None) -> Report:
        problems = [*(_problem(rule, error) for rule, error in seen.crashes.items()), *grammar.problems]
        candidates = [self._candidate(document, rule, hit) for rule, hit in seen.hits]
        groups = _merge([*candidates, *grammar.candidates])
        if any(group[0].is_loss for group in groups):
            groups = [_with_traces(group) for group in groups]
        findings = tuple(_finding(document, group) for group in groups)
        scored = self.config.readability
        return Report(
            findings,
            scores=readability.scores(seen.counts) if scored else {},
            counts=readability.to_mapping(seen.counts) if scored else {"words": document.words},
            verdict=judge(findings, document, seen.evidence or None),
            problems=tuple(problems),
            name=name,
        )

    def _grammar(self, document: Document, ignored: Collection[str]) -> _Grammar:
        """Ask LanguageTool, if that is wanted and not ignored."""
        if not self._asks_for_grammar or not registry.includes(registry.GRAMMAR, ignore=ignored):
            return _Grammar()
        try:
            matches = self._checked_grammar(document)
        except GrammarError as error:
            return _Grammar(problems=[Problem("grammar", str(error))])
        found = (self._grammar_candidate(document, match) for match in matches)
        unwanted = {*self.config.ignore, *ignored}
        return _Grammar(
            [candidate for candidate in found if candidate.rule not in unwanted],
            [Problem("grammar", problem) for problem in matches.problems],
        )

    def _supported(self, document: Document, scan: Scan, rules: Collection[Rule]) -> list[tuple[Rule, Hit]]:
        """Return the hits that count; in preview, what the model proposes all counts and supports nothing."""
        if self.config.model != "preview":
            return supported(document, scan.hits, chosen=self._chosen, modelled=self._is_modelled(rules))
        seen = [item for item in scan.hits if not item[0].definition.model]
        proposed = [(rule, hit) for rule, hit in scan.hits if rule.definition.model]
        return [*supported(document, seen, chosen=self._chosen), *proposed]

    def _is_modelled(self, rules: Collection[Rule]) -> bool:
        """Tell whether what the model says counts."""
        return self.config.model == "on" and any(rule.definition.model for rule in rules)

    def _evidence(self, document: Document, rules: Collection[Rule]) -> float:
        """Return the model's probability that values were lost, if it is asked and speaks for that, or 0."""
        if not self._is_modelled(rules):
            return 0.0
        from textcheck import model  # noqa: PLC0415  # it reads a file, and then NumPy

        try:
            found = model.evidence(document)
        except model.WeightsError:  # the rule has said so
            return 0.0
        return found if found >= model.EVIDENCE else 0.0

    def check_file(
        self,
        path: Path,
        *,
        format: str | None = None,  # noqa: A002  # promised
        encoding: str | None = None,
    ) -> Report:
        """Check one file; its path is the name of the report.

        Args:
            path: the file.
            format: a key of `textcheck.formats.PARSERS`; None goes by the extension.
            encoding: the file's encoding; None means UTF-8, or what a byte order mark says.

        Raises:
            SourceError: the file cannot be read or is not text.
            ValueError: `format` is unknown.
        """
        return self.check_all([read(path, format=format, encoding=encoding)])[0]

    def _ignored_in(self, name: str | None) -> tuple[str, ...]:
        """Return the selectors that are ignored in the file of this name."""
        if not self._per_file or name is None:
            return ()
        # Patterns are seen from the folder of the settings, names from the working directory.
        path = os.path.relpath(name, self.config.root or os.curdir)
        return tuple(
            selector for spec, ignored in self._per_file if spec.match_file(path) for selector in ignored
        )

    def _severity(self, rule: str, category: str, default: Severity) -> Severity:
        overrides = self.config.severity
        return overrides.get(rule) or overrides.get(category) or overrides.get(registry.ALL) or default

    def _candidate(self, document: Document, rule: Rule, hit: Hit) -> _Candidate:
        doubtful = rule.definition.model and self.config.model == "preview"
        severity = "info" if doubtful else hit.severity or rule.severity
        return _Candidate(
            rule=rule.name,
            category=rule.category,
            severity=self._severity(rule.name, rule.category.name, severity),
            span=document.source_span(hit.start, hit.end),
            message=hit.message,
            why=hit.why or rule.definition.why,
            confidence=rule.definition.confidence if hit.confidence is None else hit.confidence,
            origin=rule.name,
            suggestions=tuple(_to_source(document, suggestion) for suggestion in hit.suggestions),
        )

    def _checked_grammar(self, document: Document) -> Matches:
        settings = self.config.grammar
        if self._checker is None:
            self._checker = connect(
                settings.server or "",
                language=settings.language,
                timeout=settings.timeout,
                disabled_rules=settings.disabled_rules,
            )
        return self._checker.check(_language_only(document))

    def _grammar_candidate(self, document: Document, match: Match) -> _Candidate:
        name = registry.GRAMMAR_PREFIX + match.rule_id.lower().replace("_", "-")
        replacements = [
            Suggestion(match.start, match.end, text, f"replace by “{text}”")
            for text in match.replacements[:MAX_REPLACEMENTS]
        ]
        return _Candidate(
            rule=name,
            category=registry.GRAMMAR,
            severity=self._severity(name, registry.GRAMMAR.name, registry.GRAMMAR.severity),
            span=document.source_span(match.start, match.end),
            message=match.message,
            why="",
            confidence=GRAMMAR_CONFIDENCE,
            origin=f"languagetool:{match.rule_id}",
            suggestions=tuple(_to_source(document, suggestion) for suggestion in replacements),
        )


def require_text(text: object) -> None:
    """Check that a text is a string.

    Raises:
        TypeError: it is not.
    """
    if not isinstance(text, str):
        hint = ": decode it first" if isinstance(text, bytes | bytearray) else ""
        raise TypeError(f"text must be a str, not {type(text).__name__}{hint}")


def _per_file_ignores(config: Config) -> tuple[tuple[GitIgnoreSpec, tuple[str, ...]], ...]:
    if not config.per_file_ignores:
        return ()
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # 30 ms that most configurations need not pay

    specs: list[tuple[GitIgnoreSpec, tuple[str, ...]]] = []
    for pattern, selectors in config.per_file_ignores.items():
        registry.validate(selectors)
        try:
            specs.append((GitIgnoreSpec.from_lines([pattern]), selectors))
        except ValueError:
            raise ConfigError(
                f"setting per-file-ignores: pattern {pattern!r} is malformed; use the syntax of .gitignore"
            ) from None
    return tuple(specs)


def _together(every: Iterable[tuple[_Seen, Part]]) -> Iterator[list[tuple[_Seen, Part]]]:
    """Yield parts of documents in batches that fit into memory."""
    batch: list[tuple[_Seen, Part]] = []
    size = 0
    for own, part in every:
        size += len(part.document.prose)
        if batch and size > TOGETHER:
            yield batch
            batch, size = [], len(part.document.prose)
        batch.append((own, part))
    if batch:
        yield batch


def _problem(rule: Rule, error: Exception) -> Problem:
    if isinstance(error, TimeoutError):
        return Problem("timeout", f"rule {rule.name} took too long and was skipped; ignore it for this text")
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    return Problem(
        "rule",
        f"rule {rule.name} crashed and was skipped ({reason}); report it, and ignore the rule meanwhile",
    )


def _to_source(document: Document, suggestion: Suggestion) -> Suggestion:
    start, end = document.source_span(suggestion.start, suggestion.end)
    replaced = document.prose[suggestion.start : suggestion.end]
    # Across markup, and where an insertion may stand on either side of it, a person has to decide.
    if document.segments is not None and not (replaced and document.source[start:end] == replaced):
        return replace(suggestion, start=start, end=end, applicability="ask")
    return replace(suggestion, start=start, end=end)


def _language_only(document: Document) -> str:
    """Return the prose with all that is not language blanked, offsets kept."""
    parts: list[str] = []
    position = 0
    for block in document.blocks:
        if block.kind not in PROSE_KINDS:
            parts += (document.prose[position : block.start], "\n" * (block.end - block.start))
            position = block.end
    parts.append(document.prose[position:])
    return "".join(parts)


def _running_sentences(part: Part) -> list[str]:
    """Return the sentences that readability is measured on: no headings, captions or tables."""
    document = part.document
    return [
        document.prose[start:end]
        for block in part.blocks
        if block.kind in RUNNING_KINDS
        for start, end in document.sentences(block)
    ]


def _merge(candidates: Sequence[_Candidate]) -> list[list[_Candidate]]:
    """Group what was seen of the same defect, strongest first, in the order of the text.

    Overlapping candidates of one category are one defect. A symptom joins any other defect that it
    overlaps and does not speak for it.
    """
    ordered = sorted(candidates, key=lambda item: (item.span, item.rule))
    defects = _grouped(
        (item for item in ordered if not item.category.symptom), key=lambda item: item.category.name
    )
    holes = sorted((group for group in defects if group[0].is_short), key=lambda group: group[0].span)
    alone = [item for item in ordered if item.category.symptom and not _absorb(holes, item)]
    symptoms = _grouped(alone, key=lambda item: "" if item.is_short else item.category.name)
    return sorted((*defects, *symptoms), key=lambda group: (group[0].span, group[0].rule))


def _grouped(ordered: Iterable[_Candidate], key: Callable[[_Candidate], str]) -> list[list[_Candidate]]:
    """Group overlapping candidates of the same key, each group by strength."""
    groups: list[list[_Candidate]] = []
    latest: dict[str, tuple[list[_Candidate], int]] = {}
    for candidate in ordered:
        group, end = latest.get(key(candidate), ([], 0))
        if not group or candidate.span.start >= end:
            group = []
            groups.append(group)
        group.append(candidate)
        latest[key(candidate)] = group, max(end, candidate.span.end)
    for group in groups:
        group.sort(key=lambda item: item.strength)
    return groups


def _with_traces(group: list[_Candidate]) -> list[_Candidate]:
    """Leave the white space of a text that lost values to a person: it may be all that is left of one."""
    first, *others = group
    if not first.category.symptom:
        return group
    asked = tuple(replace(suggestion, applicability="ask") for suggestion in first.suggestions)
    return [replace(first, suggestions=asked), *others]


def _absorb(holes: Sequence[list[_Candidate]], symptom: _Candidate) -> bool:
    """Put a symptom into the first of the holes, which are in the order of the text, that it overlaps."""
    first = bisect_left(holes, symptom.span.start - SYMPTOM_SPAN, key=lambda group: group[0].span.start)
    for index in range(first, len(holes)):
        if holes[index][0].span.start >= symptom.span.end:
            return False
        if holes[index][0].span.overlaps(symptom.span):
            holes[index].append(symptom)
            return True
    return False


def _finding(document: Document, group: Sequence[_Candidate]) -> Finding:
    first = group[0]
    start, end = first.span
    line, column = document.location(start)
    end_line, end_column = document.location(end)
    excerpt_start, excerpt_end = _excerpt(document.source, first.span)
    doubt = 1.0
    for candidate in group:
        doubt *= 1 - candidate.confidence
    return Finding(
        rule=first.rule,
        category=first.category.name,
        severity=first.severity,
        start=start,
        end=end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        message=first.message,
        why=first.why,
        excerpt=document.source[excerpt_start:excerpt_end],
        excerpt_start=excerpt_start,
        confidence=round(min(1 - doubt, MAX_CONFIDENCE), 3),
        suggestions=first.suggestions,
        evidence=tuple(Evidence(item.origin, *item.span, item.message, item.confidence) for item in group),
    )


def _excerpt(source: str, span: Span) -> Span:
    """Return the range of the finding with some context, within its lines and at word borders."""
    low = max(span.start - EXCERPT_CONTEXT, 0)
    high = min(span.end + EXCERPT_CONTEXT, len(source))
    start = max((match.end() for match in _LINE_END.finditer(source, low, span.start)), default=low)
    following = _LINE_END.search(source, span.end, high)
    end = following.start() if following else high
    if start == low > 0 and not source[low - 1].isspace():
        space = _SPACE.search(source, low, span.start)
        start = space.end() if space else start
    if end == high < len(source) and not source[high].isspace():
        spaces = [match.start() for match in _SPACE.finditer(source, span.end, high)]
        end = spaces[-1] if spaces else end
    return Span(start, end)
