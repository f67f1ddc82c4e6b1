from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Sequence

import pytest

import textcheck
from textcheck.finding import Report, Span, Verdict, at_least

TEXT = "They marked the th anniversary of the club. Then the 10th of May came."


@pytest.mark.parametrize(
    ("severity", "threshold", "expected"),
    [("error", "warning", True), ("warning", "warning", True), ("info", "warning", False)],
)
def test_at_least(severity: textcheck.Severity, threshold: textcheck.Severity, expected: bool) -> None:  # noqa: FBT001  # a parameter of the test
    assert at_least(severity, threshold) is expected


def test_spans_overlap_where_they_share_a_code_point() -> None:
    assert Span(0, 2).overlaps(Span(1, 3))
    assert not Span(0, 2).overlaps(Span(2, 3))


def test_verdict_is_its_word() -> None:
    verdict = Verdict("block", ["2 holes"], "digits were stripped")
    assert verdict == "block"
    assert {verdict: 1}["block"] == 1  # type: ignore[index]  # a verdict is a string
    assert f"{verdict} {verdict!s}" == "block block"
    assert type(verdict.value) is str


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_verdict_pickles_with_its_reasons(protocol: int) -> None:
    verdict = Verdict("block", ["2 holes"], "digits were stripped")
    again = pickle.loads(pickle.dumps(verdict, protocol))  # noqa: S301  # our own bytes
    assert (again, again.reasons, again.cause) == ("block", ("2 holes",), "digits were stripped")


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_verdict_copies_with_its_reasons(copied: object) -> None:
    assert callable(copied)
    again = copied(Verdict("warn", ["1 error"]))
    assert (again, again.reasons, again.cause) == ("warn", ("1 error",), None)


def test_report_is_a_sequence_of_findings() -> None:
    report = textcheck.check(TEXT)
    assert isinstance(report, Sequence)
    assert len(report) == 1
    assert list(report) == [report[0]]
    assert report[:1] == (report[0],)
    assert report[0] in report
    assert report.index(report[-1]) == 0


def test_empty_report_is_true() -> None:
    assert textcheck.check("")


def test_report_pickles_and_copies() -> None:
    report = textcheck.check(TEXT)
    again = pickle.loads(pickle.dumps(report))  # noqa: S301  # our own bytes
    assert again == copy.deepcopy(report) == report
    assert again.verdict.reasons == report.verdict.reasons


def test_report_of_an_unreadable_file_pickles() -> None:
    report = Report(())
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301  # our own bytes


def test_finding_is_immutable() -> None:
    finding = textcheck.check(TEXT)[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        finding.start = 0  # type: ignore[misc]  # that is the test
    assert finding.span == (finding.start, finding.end)
