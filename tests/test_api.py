from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import textcheck
from textcheck import output
from textcheck.output import Summary

DAMAGED = "They marked the th anniversary of the club."


def test_text_at_the_offsets_is_what_is_underlined() -> None:
    text = "# 😀\r\n\r\nThey *marked* the th anniversary."
    (finding,) = textcheck.check(text, format="markdown")
    assert text[finding.start : finding.end] == "the th"
    assert (finding.line, finding.column) == (3, 15)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "text must be a str, not NoneType"),
        (3, "text must be a str, not int"),
        (b"x", "text must be a str, not bytes: decode it first"),
        (["x"], "text must be a str, not list"),
    ],
)
def test_what_is_no_text_is_an_error(text: Any, message: str) -> None:  # noqa: ANN401  # as a user may call it
    with pytest.raises(TypeError) as caught:
        textcheck.check(text)
    assert str(caught.value) == message
    with pytest.raises(TypeError, match=message):
        list(textcheck.check_many([text]))


def test_an_unknown_format_is_an_error(tmp_path: Path) -> None:
    message = "unknown format 'word': use one of text, markdown"
    with pytest.raises(ValueError, match=message):
        textcheck.check("x", format="word")
    path = tmp_path / "a.txt"
    path.write_text("x")
    with pytest.raises(ValueError, match=message):
        textcheck.check_file(path, format="word")


@pytest.mark.parametrize("text", ["", " ", "\n\n\t \r\n", "\ufeff", "\0", "\u2028"])
@pytest.mark.parametrize("format_name", ["text", "markdown"])
def test_text_without_words(text: str, format_name: str) -> None:
    report = textcheck.check(text, format=format_name, config={"select": ["gaps"]})
    assert (len(report), report.verdict, report.counts["words"], report.problems) == (0, "pass", 0, ())
    assert all(score.value is None and score.reason for score in report.scores.values())


@pytest.mark.parametrize("format_name", ["text", "markdown"])
def test_lone_surrogates_pass_through(format_name: str) -> None:
    text = f"\ud800 {DAMAGED} \udfff"
    report = textcheck.check(text, format=format_name)
    assert [text[item.start : item.end] for item in report if item.category == "gaps"] == ["the th"]
    stream = io.StringIO()
    writer = output.create("json", stream)
    writer.write(report)
    writer.close(Summary().plus(report))
    assert "\ud800" in json.loads(stream.getvalue())["files"][0]["findings"][0]["excerpt"]


def test_settings_are_a_mapping_or_a_config() -> None:
    as_mapping = textcheck.check(DAMAGED, config={"severity": {"gaps": "info"}})
    assert as_mapping[0].severity == "info"
    assert textcheck.check(DAMAGED, config=textcheck.Config(severity={"gaps": "info"})) == as_mapping


@pytest.mark.parametrize(
    ("config", "error", "message"),
    [
        ({"selct": []}, textcheck.ConfigError, "unknown setting selct: did you mean select"),
        ({"select": ["gapz"]}, textcheck.SelectorError, "'gapz': did you mean 'gaps'"),
        (["gaps"], textcheck.ConfigError, "settings: expected a table"),
    ],
)
def test_wrong_settings_are_an_error_at_once(config: Any, error: type[Exception], message: str) -> None:  # noqa: ANN401  # as a user may call it
    with pytest.raises(error, match=message):
        textcheck.check("x", config=config)
    with pytest.raises(error, match=message):
        textcheck.check_many([], config=config)


def test_no_settings_file_and_no_environment_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "textcheck.toml").write_text("broken [")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TEXTCHECK_GRAMMAR_SERVER", "http://localhost:1")
    assert not textcheck.check(DAMAGED).problems


def test_check_file_goes_by_the_extension(tmp_path: Path) -> None:
    path = tmp_path / "a.MD"
    path.write_text("`the th year`\n\nIn the th year.\n")
    report = textcheck.check_file(str(path))
    assert [(item.line, item.column) for item in report] == [(3, 4)]
    assert report.name == str(path)
    assert len(textcheck.check_file(path, format="text")) == 2


def test_offsets_of_a_file_count_after_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for encoding in ("utf-8-sig", "utf-16"):
        path.write_bytes(f"\r\n{DAMAGED}".encode(encoding))
        assert [(item.start, item.line, item.column) for item in textcheck.check_file(path)] == [(14, 2, 13)]


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(textcheck.SourceError, match=r"none\.txt: no such file or folder; check the path"):
        textcheck.check_file(tmp_path / "none.txt")


def test_check_many_mixes_texts_pairs_and_paths(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("`the th`")
    reports = list(textcheck.check_many([DAMAGED, ("named", DAMAGED), tmp_path / "none.txt", path]))
    assert [report.name for report in reports] == [None, "named", str(tmp_path / "none.txt"), str(path)]
    assert [len(report) for report in reports] == [1, 1, 0, 0]
    assert [[problem.kind for problem in report.problems] for report in reports] == [
        [],
        [],
        ["unreadable"],
        [],
    ]


def test_check_many_is_lazy() -> None:
    taken: list[int] = []

    def items() -> Any:  # noqa: ANN401  # a generator
        for number in range(3):
            taken.append(number)
            yield DAMAGED

    reports = textcheck.check_many(items())
    assert taken == []
    assert len(next(reports)) == 1
    assert taken == [0]


@pytest.mark.parametrize(
    ("items", "message"),
    [
        ("one text", "items must be an iterable of texts or paths, not one str"),
        (Path("a.txt"), "items must be an iterable of texts or paths, not one "),
    ],
)
def test_one_text_is_not_many(items: Any, message: str) -> None:  # noqa: ANN401  # as a user may call it
    with pytest.raises(TypeError, match=message):
        textcheck.check_many(items)


@pytest.mark.parametrize("pair", [(), ("a",), ("a", "b", "c"), (1, "b")])
def test_a_tuple_that_is_no_pair_is_an_error(pair: Any) -> None:  # noqa: ANN401  # as a user may call it
    with pytest.raises(TypeError, match="a tuple among the items must be a name and a text"):
        list(textcheck.check_many([pair]))


HEAVY = ("click", "rich", "textstat", "nltk", "language_tool_python", "markdown_it", "requests")


def test_import_is_light() -> None:
    code = (
        "import sys, textcheck; textcheck.check('Some text.'); "
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_import_is_quick() -> None:
    def seconds(code: str) -> float:
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return time.perf_counter() - started

    assert min(seconds("import textcheck") - seconds("pass") for _ in range(3)) < 0.3
