"""The record of the rules is complete, supports what is on by default, and still holds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import records as tool
from click.testing import CliRunner

from textcheck import registry
from textcheck.cli import main
from textcheck.records import Damage, Record, load, record_of

CORPORA = Path(__file__).parents[1] / "../shared/corpora"

STABLE = [rule.name for rule in registry.rules().values() if rule.definition.stability == "stable"]


def test_every_rule_was_measured() -> None:
    assert load()["rules"] == {rule.name: rule.category.name for rule in registry.rules().values()}


@pytest.mark.parametrize("rule", STABLE)
def test_a_rule_on_by_default_is_supported_by_its_record(rule: str) -> None:
    record = record_of(rule)
    assert record is not None
    assert record.is_supported, record.lines()


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["wikinews", "fomc", tool.WIKI])
def test_the_record_still_holds(name: str) -> None:
    if not CORPORA.is_dir():
        message = f"the corpora are not at {CORPORA}"
        pytest.fail(message) if "CI" in os.environ else pytest.skip(message)
    assert tool.measure(name, tool.check(tool.samples(name))) == load()["sets"][name]


@pytest.mark.parametrize(
    ("words", "false", "damage", "supported"),
    [
        (100_000, 0, None, True),
        (100_000, 2, None, True),
        (100_000, 3, None, False),
        (100_000, 0, Damage(gaps=50, found=8, true=8, false=2), True),
        (100_000, 0, Damage(gaps=50, found=7, true=7, false=3), False),
        (100_000, 0, Damage(gaps=50, found=1, true=1, false=3), True),
    ],
    ids=["silent", "rarely false", "too often false", "precise", "imprecise", "too few to tell"],
)
def test_support_asks_for_few_false_hits_and_for_precision(
    words: int,
    false: int,
    damage: Damage | None,
    supported: bool,  # noqa: FBT001  # a column of the table
) -> None:
    damaged = {"digits": damage} if damage else {}
    record = Record(words=words, true=0, false=false, unread=0, damaged=damaged)
    assert record.is_supported is supported


def test_precision_is_told_by_damaged_text() -> None:
    damaged = {"digits": Damage(gaps=10, found=4, true=4, false=1)}
    assert Record(words=1, true=0, false=9, unread=9, damaged=damaged).precision == pytest.approx(4 / 5)


def test_explain_shows_the_record() -> None:
    record = record_of("dropped-ordinal")
    assert record is not None
    shown = CliRunner().invoke(main, ["explain", "dropped-ordinal"]).output
    assert all(line in shown for line in record.lines())


def test_a_rule_that_was_not_measured_has_no_record() -> None:
    assert record_of("no-such-rule") is None
