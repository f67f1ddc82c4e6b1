from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"

# Generous, since other tests run at the same time.
LEAST_SHARE_OF_SCAN = 1 / 60
MOST_FOR_FOUR_TIMES_THE_RULES = 2.5


@pytest.fixture(scope="module")
def short_run(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The figures of the short benchmark."""
    if importlib.util.find_spec("re2") is None:
        if os.environ.get("CI"):
            pytest.fail("google-re2 is not installed")
        pytest.skip("google-re2 is not installed")
    target = tmp_path_factory.mktemp("benchmarks") / "short.json"
    subprocess.run([sys.executable, BENCHMARKS / "speed.py", "--short", "--json", target], check=True)
    figures: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return figures


def speeds(figures: Mapping[str, Any]) -> dict[str, float]:
    return {contest["name"]: contest["speed"] for contest in figures["contests"]}


@pytest.mark.xdist_group("benchmarks")
def test_findings_keep_up_with_a_bare_scan(short_run: dict[str, Any]) -> None:
    measured = speeds(short_run)
    assert measured["textcheck"] / measured["bare RE2 scan"] >= LEAST_SHARE_OF_SCAN


@pytest.mark.xdist_group("benchmarks")
def test_cost_is_nearly_flat_in_the_number_of_rules(short_run: dict[str, Any]) -> None:
    assert short_run["rules"]["200"] / short_run["rules"]["50"] <= MOST_FOR_FOUR_TIMES_THE_RULES


@pytest.mark.xdist_group("benchmarks")
def test_every_stage_is_measured(short_run: dict[str, Any]) -> None:
    assert sum(stage["seconds"] for stage in short_run["stages"]) > 0


def test_an_unknown_peer_is_named() -> None:
    run = subprocess.run(
        [sys.executable, BENCHMARKS / "speed.py", "--peers", "grammarian"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert run.returncode == 2
    assert "'grammarian' is none" in run.stderr
    assert "codespell" in run.stderr
