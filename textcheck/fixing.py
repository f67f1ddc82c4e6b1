"""Applying safe suggestions: the only way in which textcheck ever changes a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textcheck import formats
from textcheck.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textcheck.document import BlockKind
    from textcheck.engine import Engine
    from textcheck.finding import Finding, Report, Suggestion

MAX_ROUNDS = 10
"""Rounds of checking and mending one text; each may bring to light what the one before it hid."""

MAX_EFFORT = 20
"""Code points in the lines of the suggestions, for each one of a text, up to which they are told apart
where one of them would change its markup; above, none of them is applied."""

_LINE_END = re.compile(r"[\r\n]|\Z")
_INDENT = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A mended text and the suggestions that were applied to it, in order.

    Offsets of a suggestion are code points into the text as its round found it: a text in which
    nothing is left to mend after one round has them all in the text as it was given.
    """

    text: str
    applied: tuple[Suggestion, ...] = ()


def fixed(text: str, report: Report) -> Fixed:
    """Apply, once, the safe suggestions of a report.

    Of suggestions that overlap, the first in the order of the text is applied; of several for one
    finding, which are alternatives, the first that is safe.

    Args:
        text: the text that was checked.
        report: its report.

    Raises:
        ValueError: the report is about another text.
    """
    return _applied(text, _chosen(text, report))


def fix(engine: Engine, text: str, *, format: str = "text", name: str | None = None) -> tuple[Fixed, Report]:  # noqa: A002  # named as in check
    """Check and mend a text until nothing that is safe is left, and report what remains.

    Left alone are suggestions that would turn prose into markup or markup into prose, and those by
    which a text would come back to what it has been. Where `MAX_ROUNDS` do not come to an end,
    nothing is changed at all.

    Args:
        engine: what checks the text.
        text: the text.
        format: a key of `textcheck.formats.PARSERS`.
        name: what to call the text in the report, such as its path.

    Raises:
        TypeError: `text` is not a string.
        ValueError: `format` is unknown.
    """
    steps: dict[str, tuple[Fixed, Report]] = {}
    applied: tuple[Suggestion, ...] = ()
    current = text
    while current not in steps and len(steps) <= MAX_ROUNDS:
        report = engine.check(current, format=format, name=name)
        steps[current] = Fixed(current, applied), report
        chosen = _sparing_markup(current, _chosen(current, report), format)
        if not chosen:
            return steps[current]
        current = _applied(current, chosen).text
        applied += chosen
    return steps.get(current, steps[text])


def _chosen(text: str, report: Report) -> tuple[Suggestion, ...]:
    """Choose the suggestions to apply, in the order of the text, none overlapping another."""
    safe = {(item.start, item.end, item.replacement): item for item in map(_safe, _of(text, report)) if item}
    chosen: list[Suggestion] = []
    for item in sorted(safe.values(), key=lambda item: (item.start, item.end)):
        if not chosen or (item.start >= chosen[-1].end and item.end > chosen[-1].start):
            chosen.append(item)
    return tuple(chosen)


def _of(text: str, report: Report) -> Iterator[Finding]:
    """Yield the findings, each of which quotes the text that it is about."""
    for finding in report:
        if not text.startswith(finding.excerpt, finding.excerpt_start):
            raise ValueError("the report is about another text; check the text that is to be mended")
        yield finding


def _safe(finding: Finding) -> Suggestion | None:
    return next((item for item in finding.suggestions if item.applicability == "safe"), None)


def _applied(text: str, suggestions: Sequence[Suggestion]) -> Fixed:
    parts: list[str] = []
    position = 0
    for item in suggestions:
        parts += (text[position : item.start], item.replacement)
        position = item.end
    return Fixed("".join((*parts, text[position:])), tuple(suggestions))


def _sparing_markup(text: str, suggestions: tuple[Suggestion, ...], format: str) -> tuple[Suggestion, ...]:  # noqa: A002  # named as in check
    """Leave out the suggestions with which the markup would not be the same."""
    if not suggestions:
        return ()
    markup = _markup(text, format)
    if _markup(_applied(text, suggestions).text, format) == markup:
        return suggestions
    # Which of them it is shows in their lines alone; the whole text has the last word.
    lines = [_line(text, item) for item in suggestions]
    if sum(end - start for start, end in lines) > MAX_EFFORT * len(text):
        return ()
    harmless = tuple(
        item for item, line in zip(suggestions, lines, strict=True) if _is_harmless(text, item, line, format)
    )
    return harmless if _markup(_applied(text, harmless).text, format) == markup else ()


def _is_harmless(text: str, item: Suggestion, line: Span, format: str) -> bool:  # noqa: A002  # named as in check
    """Tell whether a suggestion leaves the markup of its own line as it is."""
    before = text[line.start : line.end]
    alone = replace(item, start=item.start - line.start, end=item.end - line.start)
    return _markup(before, format) == _markup(_applied(before, [alone]).text, format)


def _line(text: str, item: Suggestion) -> Span:
    """Return the range of the line of a suggestion, or of its lines, without the indent."""
    start = max(text.rfind("\n", 0, item.start), text.rfind("\r", 0, item.start)) + 1
    end = _LINE_END.search(text, item.end)
    indent = _INDENT.match(text, start, item.start)
    return Span(indent.end() if indent else start, end.start() if end else len(text))


def _markup(text: str, format: str) -> tuple[list[tuple[BlockKind, int]], str] | None:  # noqa: A002  # named as in check
    """Return the kinds of blocks and all that is not prose; None where the whole text is prose."""
    document = formats.parse(text, format)
    if document.segments is None:
        return None
    parts: list[str] = []
    position = 0
    for segment in document.segments:
        if segment.verbatim:
            parts.append(text[position : segment.source_start])
            position = segment.source_end
    parts.append(text[position:])
    return [(block.kind, block.level) for block in document.blocks], "".join(parts)
