"""Every rule's own cases: the rule alone, through the whole engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from textcheck import registry
from textcheck.config import Config
from textcheck.engine import Engine

if TYPE_CHECKING:
    from textcheck.rule import Case, Rule

CASES = [
    pytest.param(rule, case, id=f"{rule.name}-{number}")
    for rule in registry.rules().values()
    for number, case in enumerate(rule.definition.cases, start=1)
]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_case(rule: Rule, case: Case) -> None:
    engine = Engine(Config(select=(rule.name,), readability=False))
    report = engine.check(case.text, format=case.format)
    assert not report.problems
    found = [(finding.start, finding.end) for finding in report]
    assert found == list(case.spans), [case.text[start:end] for start, end in found]
    assert all(len(finding.message) < 80 for finding in report)


@pytest.mark.parametrize("rule", registry.rules().values(), ids=lambda rule: rule.name)
def test_rule_is_complete(rule: Rule) -> None:
    flagging = [case for case in rule.definition.cases if case.spans]
    passing = [case for case in rule.definition.cases if not case.spans]
    assert len(flagging) >= 3
    assert len(passing) >= 5
    assert rule.definition.why.endswith(".")
    assert rule.summary.endswith(".")
