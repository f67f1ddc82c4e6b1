from __future__ import annotations

import copy
import json
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from textcheck import formats
from textcheck.model import network
from textcheck.model import tokens as tk

GOLDEN: list[dict[str, Any]] = json.loads(Path(__file__).with_name("golden.json").read_text(encoding="utf-8"))
MOST_BYTES = 8_000_000


def scored(net: network.Network, *texts: str) -> list[list[list[float]]]:
    batch = net.batch([tk.tokens(formats.parse(text)) for text in texts])
    return as_lists(net.scores(batch, batch.every_gap()))


def as_lists(scores: list[list[network.Score]]) -> list[list[list[float]]]:
    """Return scores as JSON has them."""
    return [[[*score] for score in own] for own in scores]


@pytest.fixture
def weights() -> bytes:
    return resources.files("textcheck.model").joinpath(network.WEIGHTS).read_bytes()


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["text"][:30])
def test_scores_are_the_golden_ones_to_the_bit(case: dict[str, Any]) -> None:
    assert scored(network.shipped(), case["text"]) == [case["scores"]]


@pytest.mark.parametrize("tile", [1, 7, 10_000])
def test_scores_hang_on_the_document_alone(tile: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "TILE", tile)
    texts = [case["text"] for case in reversed(GOLDEN)]
    assert scored(network.shipped(), *texts) == [case["scores"] for case in reversed(GOLDEN)]


def test_a_gap_has_the_same_score_whichever_others_are_scored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "FILTER_TILE", 5)
    net = network.shipped()
    batch = net.batch([tk.tokens(formats.parse(case["text"])) for case in GOLDEN])
    through = net.filtered(batch)
    assert any(through)
    expected = [[case["scores"][gap] for gap in own] for case, own in zip(GOLDEN, through, strict=True)]
    assert as_lists(net.scores(batch, through)) == expected


def test_a_batch_without_gaps_has_no_scores() -> None:
    net = network.shipped()
    batch = net.batch([[], [tk.BOUNDARY], []])
    assert batch.every_gap() == [range(-1), range(0), range(-1)]
    assert net.filtered(batch) == [[], [], []]
    assert net.scores(batch, batch.every_gap()) == [[], [], []]


def test_rows_survive_a_full_cache(weights: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "CACHED_TOKENS", 5)
    fresh = network.read(weights, network.manifest())
    for case in GOLDEN:
        assert scored(fresh, case["text"]) == [case["scores"]]


def test_products_are_exact() -> None:
    net = network.shipped()
    products = [net._enter, net._head, net._out, net._filter_out, *(layer.product for layer in net._layers)]
    for product in products:
        assert np.array_equal(product.matrix, np.rint(product.matrix))
        assert product.levels == int(product.levels)
        assert np.abs(product.matrix).sum(0).max() * product.levels < network.EXACT


def test_units_are_whole_and_within_their_range() -> None:
    product = network.shipped()._head
    far = np.array([[1e9, -1e9, 0.4 * product.step, 0.6 * product.step]], np.float32)
    assert product.units(far).tolist() == [[product.levels, -product.levels, 0, 1]]


def test_weights_are_small_and_hold_no_pickle(weights: bytes) -> None:
    assert len(weights) == network.manifest()["bytes"] <= MOST_BYTES
    assert b"allow_pickle" not in weights


def test_damaged_weights_are_refused(weights: bytes) -> None:
    damaged = weights[:-1] + bytes([weights[-1] ^ 1])
    with pytest.raises(network.WeightsError, match="changed or are damaged"):
        network.read(damaged, network.manifest())


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("format", network.FORMAT + 1, "update textcheck"),
        ("format", network.FORMAT - 1, "older version"),
        ("tokens", tk.VERSION + 1, "older version"),
    ],
)
def test_other_formats_are_refused(weights: bytes, key: str, value: int, message: str) -> None:
    content = copy.deepcopy(network.manifest())
    content[key] = value
    with pytest.raises(network.WeightsError, match=message):
        network.read(weights, content)


def test_manifest_tells_how_the_weights_came_about() -> None:
    content = network.manifest()
    assert {"network", "steps", "licence", "training", "sha256", "budgets", "calibration"} <= content.keys()
