from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest

from textcheck.finding import Problem, Report
from textcheck.output import Summary, create

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textcheck.finding import Finding


@pytest.fixture
def step_summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def render(*reports: Report) -> str:
    stream = io.StringIO()
    writer = create("github", stream)
    summary = Summary()
    for report in reports:
        writer.write(report)
        summary = summary.plus(report)
    writer.close(summary)
    return stream.getvalue()


@pytest.mark.usefixtures("step_summary")
def test_worst_first_and_totals_last(damaged: Report) -> None:
    unreadable = Report((), problems=(Problem("unreadable", "b.pdf: a PDF document"),), name="b.pdf")
    assert render(damaged, unreadable) == (
        "::error file=docs/a.md,title=verdict::"
        "verdict block: 2 empty slots (likely cause: digits were stripped)\n"
        "::error file=docs/a.md,line=5,endLine=5,col=8,endColumn=16,title=dropped-ordinal::"
        "No number before “percent”\n"
        "::warning file=docs/a.md,line=3,endLine=3,col=13,endColumn=19,title=dropped-ordinal::"
        "No number before “th”\n"
        "::warning file=b.pdf,title=problem%3A unreadable::a PDF document\n"
        "1 error, 1 warning in 1 file; checked 1 file, 1,204 words; 1 problem\n"
    )


def test_messages_and_properties_are_escaped(make_finding: Callable[..., Finding]) -> None:
    finding = make_finding("[[x]]", severity="info", message="50 %: a,\r\n::error::b\x1b")
    assert render(Report((finding,), name="C:\\a,b%.md")).splitlines()[0] == (
        "::notice file=C%3A\\a%2Cb%25.md,line=3,endLine=3,col=1,endColumn=2,title=dropped-ordinal::"
        "50 %25: a,%0D%0A::error::b<U+001B>"
    )


def test_a_span_across_lines_has_no_columns(make_finding: Callable[..., Finding]) -> None:
    output = render(Report((make_finding("a [[b\nc]]"),), name="a.md"))
    assert output.startswith("::error file=a.md,line=3,endLine=4,title=dropped-ordinal::")


def test_a_text_without_a_name_has_no_file(make_finding: Callable[..., Finding]) -> None:
    assert render(Report((make_finding("[[b]]"),))).startswith("::error line=3,")


def test_step_summary_lists_worst_first_and_escapes(
    make_finding: Callable[..., Finding], damaged: Report, step_summary: Path
) -> None:
    step_summary.write_text("earlier\n", encoding="utf-8")
    info = make_finding("[[x]]", severity="info", message="a|b <img> [x](y)\n`c`")
    render(Report((info,)), damaged)
    assert step_summary.read_text(encoding="utf-8") == (
        "earlier\n"
        "### textcheck\n"
        "\n"
        "1 error, 1 warning, 1 info in 2 files; checked 2 files, 1,204 words\n"
        "\n"
        "| Severity | Where | Rule | Message |\n"
        "| --- | --- | --- | --- |\n"
        "| error | docs/a.md:5:8 | dropped-ordinal | No number before “percent” |\n"
        "| warning | docs/a.md:3:13 | dropped-ordinal | No number before “th” |\n"
        "| info | 3:1 | dropped-ordinal | a\\|b \\<img\\> \\[x\\](y)↵\\`c\\` |\n"
    )


def test_step_summary_stays_below_the_limit(make_finding: Callable[..., Finding], step_summary: Path) -> None:
    mild = make_finding("[[x]]", severity="warning", message="é" * 400)
    bad = make_finding("[[x]]", message="the bad one")
    report = Report((mild,) * 2000 + (bad,))
    render(report)
    content = step_summary.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (error|warning) ", content, re.MULTILINE)
    assert rows[0] == "error"
    assert f"\n{2001 - len(rows):,} more are in the log of this step.\n" in content
    for _ in range(3):
        render(report)
        assert 1_000_000 < step_summary.stat().st_size <= 1024 * 1024


def test_a_step_summary_that_cannot_be_written_is_said_so(
    damaged: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    assert "::warning title=no step summary::" in render(damaged)
