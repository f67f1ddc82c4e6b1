"""The linear model that networks are compared with: logistic regression over hashed n-grams at a gap."""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from compare import recalls
from data import HOLE, IGNORED, WORD, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Array = np.ndarray[Any, np.dtype[Any]]

BUCKETS = 2**20
BATCH = 8192
"""Gaps of a step."""

_WORDS = (
    (-2,), (-1,), (0,), (1,), (2,), (3,), (-1, 0), (0, 1), (1, 2), (0, 2), (-1, 1), (-1, 0, 1), (0, 1, 2),
    (-2, -1, 0), (1, 2, 3), (-1, 0, 1, 2),
)  # fmt: skip
_SHAPES = ((-1, 0, 1, 2), (-2, -1, 0, 1, 2, 3))
_MIX = np.uint64(0x9E3779B97F4A7C15)


def features(packed: Array, densities: Array) -> Iterator[Array]:
    """Yield the buckets of each template, for the gap behind every token."""
    rows = unpacked(packed)
    word, ending, shape = (a.astype(np.uint64) for a in (rows.word, rows.ending, rows.shape))
    density = densities.astype(np.uint64)
    parts: list[tuple[Array, ...]] = [tuple(np.roll(word, -at) for at in places) for places in _WORDS]
    parts += [tuple(np.roll(shape, -at) for at in places) for places in _SHAPES]
    parts += [(word, np.roll(ending, -1)), (ending, np.roll(word, -1)), (ending, np.roll(ending, -1))]
    parts += [(density,), (word, density), (np.roll(word, -1), density)]
    for number, part in enumerate(parts, start=1):
        mixed = np.full(len(packed), number, np.uint64)
        for column in part:
            mixed = (mixed ^ column) * _MIX
            mixed ^= mixed >> np.uint64(29)
        yield (mixed % np.uint64(BUCKETS)).astype(np.int32)


def train(data: Path, limit: int, epochs: int, rate: float = 0.1) -> dict[str, Any]:
    """Train by AdaGrad (Duchi et al. 2011) on the first tokens of the first draw."""
    labels = np.load(data / "labels-0.npy")[:limit]
    densities = np.load(data / "densities-0.npy")[:limit]
    buckets = np.stack(list(features(np.load(data / "tokens-0.npy")[:limit], densities)), 1)
    seen = np.flatnonzero(labels != IGNORED)
    weights = np.zeros(BUCKETS, np.float64)
    squares = np.full(BUCKETS, 1e-3)
    bias = -4.0
    random = np.random.default_rng(1)
    for _ in range(epochs):
        order = random.permutation(seen)
        for first in range(0, len(order), BATCH):
            chosen = order[first : first + BATCH]
            own = buckets[chosen]
            logits = weights[own].sum(1) + bias
            wrong = 1 / (1 + np.exp(-logits)) - np.isin(labels[chosen], (HOLE, WORD))
            gradient = np.bincount(own.ravel(), np.repeat(wrong, own.shape[1]), BUCKETS)
            touched = np.flatnonzero(gradient)
            squares[touched] += gradient[touched] ** 2
            weights[touched] -= rate * gradient[touched] / np.sqrt(squares[touched])
    return {"weights": weights, "bias": bias}


def score(model: Mapping[str, Any], packed: Array, documents: Array) -> Array:
    """Return the logit of the gap behind every token of a development set."""
    total = np.full(len(packed), model["bias"])
    for column in features(packed, np.repeat(documents[:, 1], documents[:, 0])):
        total += model["weights"][column]
    return total


def main() -> None:
    """Train, and print recall."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=3_000_000)
    parser.add_argument("--epochs", type=int, default=4)
    arguments = parser.parse_args()
    os.nice(19)
    begun = time.process_time()
    model = train(arguments.data, arguments.limit, arguments.epochs)
    seconds = round(time.process_time() - begun)
    tokens = f"{arguments.limit / 1e6:.1f} M × {arguments.epochs}"
    figures = recalls(dict(model), arguments.data, score)
    print(
        json.dumps(
            {"network": "linear", "parameters": BUCKETS, "seconds": seconds, "tokens": tokens, **figures}
        )
    )


if __name__ == "__main__":
    main()
