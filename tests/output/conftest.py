from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from textcheck.finding import Evidence, Finding, Report, Score, Suggestion, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from textcheck.finding import Severity


@pytest.fixture
def make_finding() -> Callable[..., Finding]:
    """Make a finding from an excerpt with its span in double brackets."""

    def make(
        marked: str, *, severity: Severity = "error", message: str = "No number before “th”", line: int = 3
    ) -> Finding:
        before, rest = marked.split("[[", 1)
        span, after = rest.split("]]", 1)
        start = 100 + len(before)
        end = start + len(span)
        breaks = span.count("\n")
        return Finding(
            rule="dropped-ordinal",
            category="gaps",
            severity=severity,
            start=start,
            end=end,
            line=line,
            column=len(before) + 1,
            end_line=line + breaks,
            end_column=len(span.rpartition("\n")[2]) + 1 if breaks else len(before) + len(span) + 1,
            message=message,
            why="A template dropped the digits.",
            excerpt=before + span + after,
            excerpt_start=100,
            confidence=0.9,
            suggestions=(Suggestion(start, start, "10", "Ask the author for the number"),),
            evidence=(Evidence("dropped-ordinal", start, end, "suffix alone", 0.9),),
        )

    return make


@pytest.fixture
def damaged(make_finding: Callable[..., Finding]) -> Report:
    return Report(
        findings=(
            make_finding("They marked [[the th]] anniversary.", severity="warning"),
            make_finding("Nearly [[ percent]] agreed.", line=5, message="No number before “percent”"),
        ),
        scores={
            "flesch_reading_ease": Score("flesch_reading_ease", 61.234),
            "smog_index": Score("smog_index", None, "fewer than 30 sentences"),
        },
        counts={"words": 1204, "reading_time": 303.5},
        verdict=Verdict("block", ["2 empty slots"], "digits were stripped"),
        name="docs/a.md",
    )
