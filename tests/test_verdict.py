from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import textcheck
from textcheck.formats import parse
from textcheck.verdict import judge

if TYPE_CHECKING:
    from textcheck.document import Document
    from textcheck.finding import Finding, Severity

(GAP,) = textcheck.check("They marked the th anniversary.")


def text(words: int, numerals: int) -> Document:
    return parse("1 " * numerals + "word " * (words - numerals - 1) + "word.")


def gaps(number: int, rule: str = "dropped-ordinal", severity: Severity = "error") -> list[Finding]:
    return [replace(GAP, rule=rule, severity=severity)] * number


def test_nothing_found_passes_even_without_numerals() -> None:
    verdict = judge([], text(800, 0))
    assert (verdict, verdict.reasons, verdict.cause) == ("pass", (), None)


@pytest.mark.parametrize(
    ("number", "words", "numerals", "expected"),
    [
        (1, 100, 0, "warn"),
        (2, 100, 0, "warn"),
        (3, 100, 0, "block"),
        (3, 100, 1, "warn"),
        (3, 1000, 0, "warn"),
        (5, 1000, 40, "block"),
        (5, 10_000, 40, "warn"),
    ],
)
def test_block_takes_many_slots_for_the_length(number: int, words: int, numerals: int, expected: str) -> None:
    assert judge(gaps(number), text(words, numerals)) == expected


@pytest.mark.parametrize(
    ("rule", "numerals", "cause"),
    [
        ("dropped-ordinal", 1, "digits were stripped"),
        ("empty-brackets", 50, "templates were dropped"),
        ("dropped-link", 50, "links were dropped"),
        ("dropped-formula", 50, "maths was dropped"),
        ("bare-percent", 50, "values were dropped"),
    ],
)
def test_the_likely_cause_is_named(rule: str, numerals: int, cause: str) -> None:
    verdict = judge(gaps(6, rule), text(300, numerals))
    assert verdict == "block"
    assert verdict.cause == cause
    assert verdict.reasons == (
        f"6 empty slots, {numerals} numeral{'' if numerals == 1 else 's'} in 300 words",
    )


def test_single_errors_and_doubtful_places_warn() -> None:
    verdict = judge([*gaps(1), *gaps(2, severity="warning")], text(500, 9))
    assert verdict == "warn"
    assert verdict.reasons == (
        "1 error to be mended before publication",
        "2 places where a value may be missing",
    )


def test_information_does_not_count() -> None:
    assert judge(gaps(9, severity="info"), text(50, 0)) == "pass"


def test_a_lone_proposal_of_the_model_says_nothing_of_the_document() -> None:
    proposals = gaps(2, "missing-number", "warning")
    assert judge(proposals[:1], text(300, 5)) == "pass"
    assert judge(proposals, text(300, 5)) == "warn"
    assert judge(proposals[:1], text(300, 5), evidence=0.9) == "warn"
    assert judge([*gaps(1), *proposals[:1]], text(300, 5)).reasons == (
        "1 error to be mended before publication",
    )


def test_the_model_may_speak_of_the_whole_document() -> None:
    verdict = judge([], text(300, 5), evidence=0.9)
    assert verdict == "warn"
    assert "probability 0.90" in verdict.reasons[0]
