"""The hand-made labels are well formed and belong to the texts of the corpora."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import records as tool
from corpora import read

from textcheck import registry

ROOT = Path(__file__).parents[1]
CORPORA = ROOT / "../shared/corpora"


def _lines(name: str) -> list[dict[str, Any]]:
    lines = (ROOT / "fixtures" / "labels" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture
def corpora() -> None:
    if not CORPORA.is_dir():
        message = f"the corpora are not at {CORPORA}"
        pytest.fail(message) if "CI" in os.environ else pytest.skip(message)


def test_clean_labels_judge_hits_of_known_rules_on_measured_corpora() -> None:
    for label in _lines("clean.jsonl"):
        assert set(label) == {"id", "corpus", "rule", "start", "end", "verdict"}
        assert label["rule"] in registry.rules()
        assert label["corpus"] in tool.SOUND_SETS
        assert label["verdict"] in {"true", "false"}


def test_clean_labels_are_in_order_and_none_is_given_twice() -> None:
    keys = [(label["corpus"], label["id"], label["start"], label["rule"]) for label in _lines("clean.jsonl")]
    assert keys == sorted(set(keys))


@pytest.mark.corpus
@pytest.mark.usefixtures("corpora")
def test_clean_labels_lie_within_their_texts() -> None:
    labels = _lines("clean.jsonl")
    lengths = {
        (corpus, text.name): len(text.text)
        for corpus in {label["corpus"] for label in labels}
        for text in read(corpus)
    }
    for label in labels:
        assert 0 <= label["start"] < label["end"] <= lengths[label["corpus"], label["id"]], label


@pytest.mark.corpus
@pytest.mark.usefixtures("corpora")
def test_wiki_labels_lie_within_the_texts_that_were_labelled() -> None:
    samples = tool.samples(tool.WIKI)  # raises where a text is missing or its checksum differs
    assert len(samples) == len(_lines("wikiextractor.jsonl"))
    for sample in samples:
        assert all(0 <= gap.start <= gap.end <= len(sample.text) for gap in sample.gaps), sample.name


def test_wiki_labels_are_given_once_a_document_and_in_order() -> None:
    labels = _lines("wikiextractor.jsonl")
    ids = [label["id"] for label in labels]
    assert len(ids) == len(set(ids))
    for label in labels:
        starts = [gap["start"] for gap in label["gaps"]]
        assert starts == sorted(starts), label["id"]
