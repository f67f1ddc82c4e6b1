from __future__ import annotations

from dataclasses import replace

import pytest

import textcheck
from textcheck import formats, registry
from textcheck.clues import is_systemic
from textcheck.scan import scanner

STRIPPED = (
    "They marked the th anniversary in May . The firm, worth $. billion, rose per cent. "
    "The vote is on November and the blast wounded workers."
)
SOUND = (
    "They marked the 10th anniversary in May 2001. The firm, worth $1.5 billion, rose 3 per cent. "
    "The vote is on November and the blast wounded workers."
)


def rules_in(text: str, **settings: object) -> list[str]:
    return [finding.rule for finding in textcheck.check(text, config={"model": "off", **settings})]


def test_a_clue_counts_where_values_were_lost_throughout() -> None:
    assert "missing-day" in rules_in(STRIPPED)
    assert "missing-day" not in rules_in(SOUND)


def test_a_clue_in_the_sentence_of_a_sure_hole_does_not_count() -> None:
    assert rules_in(
        "In 2001 and 2002 they marked the th anniversary, and the vote is on November and later."
    ) == ["dropped-ordinal"]


def test_a_rule_and_the_model_bear_each_other_out_on_one_hole() -> None:
    text = "They left on March and came back later."
    assert rules_in(text) == []
    (finding,) = textcheck.check(text, config={"select": ["gaps"]})
    assert {evidence.source for evidence in finding.evidence} == {"missing-day", "missing-number"}


def test_a_clue_rule_that_is_asked_for_by_name_counts_anywhere() -> None:
    assert rules_in(SOUND, select=["missing-day"]) == ["missing-day"]


@pytest.mark.parametrize("numerals", [0, 2, 30])
def test_numerals_that_are_left_speak_against_systemic_loss(numerals: int) -> None:
    text = f"{STRIPPED} {' '.join('He won 7.' for _ in range(numerals))}"
    assert ("missing-day" in rules_in(text)) is (numerals < 30)


def test_doubled_blanks_of_markdown_authors_are_clues_only() -> None:
    text = "She took the ferry across  wide open water, and the sea was calm."
    assert rules_in(text) == ["dropped-number"]
    assert [finding.rule for finding in textcheck.check(text, format="markdown")] == []


def test_clues_that_the_model_has_nothing_to_say_of_are_no_evidence() -> None:
    text = (
        "The old town hall beside the river was built in. Nobody knows why the mill next to it was sold in,"
        " nor who had the walls of both houses painted in."
    )
    document = formats.parse(text)
    (scan,) = scanner(registry.resolve(select=["missing-year"])).scan([document])
    assert len(scan.hits) == 3
    assert is_systemic(document, scan.hits)
    assert not is_systemic(document, scan.hits, modelled=True)
    model = next(rule for rule in registry.resolve() if rule.definition.model)
    proposed = [(model, replace(hit, confidence=0.5)) for _, hit in scan.hits]
    assert is_systemic(document, [*scan.hits, *proposed], modelled=True)
