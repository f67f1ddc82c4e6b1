from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from textcheck.finding import Problem, Report
from textcheck.output import Summary, create
from textcheck.output.text import PIPED_WIDTH, _fit
from textcheck.output.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from textcheck.finding import Finding


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def render(
    *reports: Report, stream: io.StringIO | None = None, verbose: bool = False, quiet: bool = False
) -> str:
    stream = stream or io.StringIO()
    writer = create("text", stream, verbose=verbose, quiet=quiet)
    summary = Summary()
    for report in reports:
        writer.write(report)
        summary = summary.plus(report)
    writer.close(summary)
    return stream.getvalue()


def unreadable() -> Report:
    return Report((), problems=(Problem("unreadable", "b.pdf: this is a PDF document"),), name="b.pdf")


def test_everything_about_two_files(damaged: Report) -> None:
    assert render(damaged, unreadable()) == (
        "docs/a.md:3:13: warning [dropped-ordinal] No number before “th”\n"
        "    They marked the th anniversary.\n"
        "                ^^^^^^\n"
        "    A template dropped the digits.\n"
        "    suggestion: Ask the author for the number\n"
        "\n"
        "docs/a.md:5:8: error [dropped-ordinal] No number before “percent”\n"
        "    Nearly  percent agreed.\n"
        "           ^^^^^^^^\n"
        "    A template dropped the digits.\n"
        "    suggestion: Ask the author for the number\n"
        "\n"
        "docs/a.md: verdict block: 2 empty slots (likely cause: digits were stripped)\n"
        "docs/a.md: readability: flesch reading ease 61.2; not scored: smog index (fewer than 30 sentences)\n"
        "\n"
        "b.pdf: problem [unreadable] this is a PDF document\n"
        "1 error, 1 warning in 1 file; checked 1 file, 1,204 words; 1 problem\n"
    )


def test_nothing_to_report() -> None:
    assert render(Report((), counts={"words": 7})) == "No findings; checked 1 file, 7 words\n"


def test_quiet_leaves_out_readability_and_totals(damaged: Report) -> None:
    output = render(damaged, quiet=True)
    assert "readability" not in output
    assert "checked" not in output
    assert "verdict block" in output


def test_verbose_adds_confidence_and_evidence(damaged: Report) -> None:
    output = render(damaged, verbose=True)
    assert "    confidence: 0.90\n    evidence: dropped-ordinal: suffix alone (0.90)\n" in output
    assert "evidence" not in render(damaged)


def test_markup_of_rich_is_printed_literally(make_finding: Callable[..., Finding]) -> None:
    finding = make_finding("a [bold]b[[/bold]] :smile:", message="[red]no[/red]")
    output = render(Report((finding,), name="[x].md"))
    assert "[x].md:3:10: error [dropped-ordinal] [red]no[/red]\n" in output
    assert "    a [bold]b/bold :smile:\n" in output


@pytest.mark.parametrize(
    ("marked", "shown", "underline"),
    [
        ("漢字[[漢]]x", "漢字漢x", "    ^^"),
        ("cafe\u0301 [[th]]", "cafe\u0301 th", "     ^^"),
        ("a\tb\r\n[[c]]", "a⇥b↵c", "    ^"),
        ("a[[\n\n]]b", "a↵↵b", " ^^"),
        ("a[[]]b", "ab", " ^"),
        ("a\x1b[31m[[b]]", "a<U+001B>[31mb", "             ^"),
        ("\u202e[[x]]", "<U+202E>x", "        ^"),
        ("\ud800[[x]]", "<U+D800>x", "        ^"),
    ],
)
def test_underline_is_exact(
    make_finding: Callable[..., Finding], marked: str, shown: str, underline: str
) -> None:
    lines = render(Report((make_finding(marked),))).splitlines()
    assert lines[1:3] == [f"    {shown}", f"    {underline}"]


def test_only_the_excerpt_is_cut_in_a_pipe(make_finding: Callable[..., Finding]) -> None:
    finding = make_finding("word " * 100 + "[[the th]]" + " word" * 100, message="long" * 60)
    lines = render(Report((finding,), name="n" * 300)).splitlines()
    assert lines[0].endswith("long" * 60)
    assert len(lines[1]) == PIPED_WIDTH
    start = lines[1].index("the th")
    assert lines[2] == " " * start + "^" * 6


def test_a_finding_as_long_as_a_page_is_shown_in_one_line(make_finding: Callable[..., Finding]) -> None:
    lines = render(Report((make_finding("[[" + "word " * 1000 + "]]"),))).splitlines()
    assert len(lines[1]) <= PIPED_WIDTH
    assert len(lines[2]) <= PIPED_WIDTH


def test_a_long_line_is_cut_around_the_span_on_a_terminal(
    make_finding: Callable[..., Finding], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    finding = make_finding("word " * 100 + "[[the th]]" + " word" * 100)
    lines = Text.from_ansi(render(Report((finding,)), stream=Terminal())).plain.splitlines()
    assert lines[1] == "    ...d word word the th word word w..."
    assert lines[2] == "                   ^^^^^^"


def test_colour_follows_the_terminal_and_the_environment(
    damaged: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    red = "\x1b[1;31merror\x1b[0m"
    assert "\x1b" not in render(damaged)
    assert red in render(damaged, stream=Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;31m" not in render(damaged, stream=Terminal())
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert red in render(damaged)
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in render(damaged, stream=Terminal())


def test_an_ascii_stream_gets_escapes_instead_of_an_error(make_finding: Callable[..., Finding]) -> None:
    buffer = io.BytesIO()
    writer = create("text", io.TextIOWrapper(buffer, encoding="ascii"))
    writer.write(Report((make_finding("é\n[[th]]"),)))
    writer.close(Summary())
    assert b"    <U+00E9><U+21B5>th\n                    ^^\n" in buffer.getvalue()


@given(st.text(st.characters()))
def test_visible_text_is_one_harmless_line(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert all(char.isprintable() or char.isspace() for char in shown)
    shown.encode()


@given(st.text("ab漢"), st.text("cd漢", min_size=1), st.text("ef漢"), st.integers(10, 60))
def test_a_cut_line_fits_and_keeps_the_span(before: str, marked: str, after: str, width: int) -> None:
    parts = _fit(before, marked, after, width)
    assert cell_len("".join(parts)) <= width
    assert parts[1] == marked or cell_len(marked) > width
    if cell_len(before + marked + after) <= width:
        assert parts == (before, marked, after)
