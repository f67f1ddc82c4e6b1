from __future__ import annotations

import io
import json
import math
from importlib import metadata, resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from textcheck.finding import SEVERITIES, Evidence, Finding, Problem, Report, Score, Suggestion, Verdict
from textcheck.output import Summary, create
from textcheck.version import version

SCHEMA = json.loads(
    (resources.files("textcheck.output") / "schema/report-v1.json").read_text(encoding="utf-8")
)
ANY_TEXT = st.text(st.characters())
OFFSETS = st.integers(0, 10**9)
POSITIONS = st.integers(1, 10**6)
PROBABILITIES = st.floats(0, 1) | st.just(math.nan)

findings = st.builds(
    Finding,
    rule=ANY_TEXT,
    category=ANY_TEXT,
    severity=st.sampled_from(SEVERITIES),
    start=OFFSETS,
    end=OFFSETS,
    line=POSITIONS,
    column=POSITIONS,
    end_line=POSITIONS,
    end_column=POSITIONS,
    message=ANY_TEXT,
    why=ANY_TEXT,
    excerpt=ANY_TEXT,
    excerpt_start=OFFSETS,
    confidence=PROBABILITIES,
    suggestions=st.lists(
        st.builds(Suggestion, OFFSETS, OFFSETS, ANY_TEXT, ANY_TEXT, st.sampled_from(["safe", "ask"])),
        max_size=2,
    ).map(tuple),
    evidence=st.lists(
        st.builds(Evidence, ANY_TEXT, OFFSETS, OFFSETS, ANY_TEXT, PROBABILITIES), max_size=2
    ).map(tuple),
)
reports = st.builds(
    Report,
    findings=st.lists(findings, max_size=2).map(tuple),
    scores=st.dictionaries(
        ANY_TEXT, st.builds(Score, ANY_TEXT, st.none() | st.floats(), st.none() | ANY_TEXT), max_size=2
    ),
    counts=st.dictionaries(ANY_TEXT, st.integers(0) | st.floats(), max_size=2),
    verdict=st.builds(
        Verdict,
        st.sampled_from(["pass", "warn", "block"]),
        st.lists(ANY_TEXT, max_size=2),
        st.none() | ANY_TEXT,
    ),
    problems=st.lists(st.builds(Problem, ANY_TEXT, ANY_TEXT), max_size=2).map(tuple),
    name=st.none() | ANY_TEXT,
)


def render(*reports: Report) -> str:
    stream = io.StringIO()
    writer = create("json", stream)
    summary = Summary()
    for report in reports:
        writer.write(report)
        summary = summary.plus(report)
    writer.close(summary)
    return stream.getvalue()


def refuse(constant: str) -> None:
    pytest.fail(f"{constant} is not JSON")


def parse(output: str) -> Any:  # noqa: ANN401  # any JSON value
    document = json.loads(output, parse_constant=refuse)
    Draft202012Validator(SCHEMA).validate(document)
    return document


def properties(*path: str) -> set[str]:
    node = SCHEMA
    for key in path:
        node = node[key]
    return set(node["properties"])


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_findings_are_flat_and_complete(damaged: Report) -> None:
    document = parse(render(damaged))
    assert document["tool"] == {"name": "textcheck", "version": version()}
    assert document["summary"] == {
        "files": 1, "findings": 2, "errors": 1, "warnings": 1, "infos": 0, "problems": 0, "fixed": 0,
    }  # fmt: skip
    file = document["files"][0]
    assert (file["path"], file["verdict"]) == ("docs/a.md", "block")
    assert (file["verdict_reasons"], file["verdict_cause"]) == (["2 empty slots"], "digits were stripped")
    assert file["scores"]["smog_index"] == {"value": None, "reason": "fewer than 30 sentences"}
    assert file["counts"] == {"words": 1204, "reading_time": 303.5}
    found = file["findings"][0]
    assert found["message"] == "No number before “th”"
    assert (found["start"], found["end"], found["line"], found["column"]) == (112, 118, 3, 13)


def test_the_schema_names_exactly_what_is_written(damaged: Report) -> None:
    problem = Report((), problems=(Problem("timeout", "too slow"),))
    document = parse(render(damaged, problem))
    file = document["files"][0]
    found = file["findings"][0]
    assert set(document) == properties()
    assert set(document["summary"]) == properties("$defs", "summary")
    assert set(file) == properties("$defs", "file")
    assert set(found) == properties("$defs", "finding")
    assert set(found["suggestions"][0]) == properties("$defs", "suggestion")
    assert set(found["evidence"][0]) == properties("$defs", "evidence")
    assert set(file["scores"]["smog_index"]) == properties("$defs", "score")
    assert set(document["files"][1]["problems"][0]) == properties("$defs", "problem")


def test_an_unreadable_text_has_no_verdict() -> None:
    file = parse(render(Report((), problems=(Problem("unreadable", "a.pdf: no text"),), name="a.pdf")))[
        "files"
    ][0]
    assert file["verdict"] is None
    assert file["problems"] == [{"kind": "unreadable", "message": "a.pdf: no text"}]


def test_the_version_is_known_to_be_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert parse(render())["tool"]["version"] == "0+unknown"


def test_no_file_at_all() -> None:
    assert parse(render())["files"] == []


def test_each_file_is_written_when_it_comes(damaged: Report) -> None:
    stream = io.StringIO()
    writer = create("json", stream)
    sizes = []
    for _ in range(3):
        writer.write(damaged)
        sizes.append(len(stream.getvalue()))
    assert sizes[0] < sizes[1] < sizes[2]


@given(st.lists(reports, max_size=3))
def test_any_report_gives_a_valid_ascii_document(given_reports: list[Report]) -> None:
    output = render(*given_reports)
    assert output.isascii()
    document = parse(output)
    assert [file["path"] for file in document["files"]] == [report.name for report in given_reports]
    assert [found["excerpt"] for file in document["files"] for found in file["findings"]] == [
        found.excerpt for report in given_reports for found in report
    ]
