"""The findings on sound text are the recorded ones: `python tools/snapshots.py` records them anew."""

from __future__ import annotations

import os

import pytest
import snapshots
from corpora import CORPORA


@pytest.mark.corpus
@pytest.mark.parametrize("corpus", snapshots.CORPORA)
def test_findings_are_the_recorded_ones(corpus: str) -> None:
    if not CORPORA.is_dir():
        message = f"the corpora are not at {CORPORA}"
        pytest.fail(message) if "CI" in os.environ else pytest.skip(message)
    assert snapshots.snapshot(corpus) == snapshots.path_of(corpus).read_text(encoding="utf-8")
