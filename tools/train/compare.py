"""Compare networks at equal data: recall on the development set at two budgets of false alarms."""

from __future__ import annotations

import argparse
import json
import os
import pickle
import time
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from data import DEVELOPMENT, HOLE, REPEATS, WIKI, WORD, unpacked
from fit import EDGE, LENGTH, ROWS, train
from networks import NETWORKS, WIDTHS

Array = np.ndarray[Any, np.dtype[Any]]

NEWS = ("wikinews", "current_events", "congress", "gum", "stateunion")
GENRES = {
    "news": NEWS,
    "reports": ("human_rights", "state_history", "fomc", "pclob"),
    "blogs": ("govblog", "digitalgov"),
    "wiki": (*WIKI, "wikiextractor"),
}
"""The corpora of each genre."""

BUDGETS = (50_000, 10_000)
"""Words of sound text per false alarm."""


def score(model: dict[str, Any], packed: Array, documents: Array) -> Array:
    """Return the logit of the gap behind every token of a development set."""
    network = NETWORKS[model["name"]]
    p = jax.tree.map(jnp.asarray, model["p"])
    run = jax.jit(network.scores)
    densities = np.repeat(documents[:, 1], documents[:, 0])
    inner = LENGTH - 2 * EDGE
    count = -(-len(packed) // inner)
    tokens = np.zeros(count * inner + 2 * EDGE, np.int64)
    classes = np.zeros(len(tokens), np.int64)
    tokens[EDGE : EDGE + len(packed)] = packed
    classes[EDGE : EDGE + len(packed)] = densities
    starts = np.arange(count) * inner
    windows = starts[:, None] + np.arange(LENGTH)
    out = np.zeros((count, inner), np.float32)
    size = 64
    for first in range(0, count, size):
        part = windows[first : first + size]
        rows = unpacked(tokens[part])
        x = np.concatenate([model["tables"][name][getattr(rows, name)] for name in WIDTHS], -1)
        y = run(p, x, classes[part])
        out[first : first + len(part)] = np.asarray(y)[:, EDGE:-EDGE, 0]
    return out.ravel()[: len(packed)]


def peaks(scores: Array) -> Array:
    """Return the highest score of each run of positive-going gaps, so that neighbours count once."""
    left = np.concatenate([[-np.inf], scores[:-1]])
    right = np.concatenate([scores[1:], [-np.inf]])
    return scores[(scores >= left) & (scores > right)]


def recalls(model: dict[str, Any], data: Path, score_with: Any = score) -> dict[str, Any]:  # noqa: ANN401
    """Return recall by genre, set and budget; thresholds are those of the genre's own sound documents."""
    corpora = [*REPEATS, *WIKI]
    table: dict[str, Any] = {}
    limits: dict[str, list[float]] = {}
    for name in DEVELOPMENT:
        dev = np.load(data / f"dev-{name}.npz")
        documents = dev["documents"]
        scores = score_with(model, dev["tokens"], documents)
        genre_of = np.repeat(documents[:, 2], documents[:, 0])
        for genre, members in GENRES.items():
            numbers = [corpora.index(member) for member in members if member in corpora]
            own = np.isin(genre_of, numbers)
            if name == "sound":
                words = int(documents[np.isin(documents[:, 2], numbers), 3].sum())
                ordered = np.sort(peaks(scores[own]))[::-1]
                limits[genre] = [float(ordered[int(words / budget)]) for budget in BUDGETS]
                continue
            near = np.maximum(scores, np.maximum(np.roll(scores, 1), np.roll(scores, -1)))
            hole = near[own & np.isin(dev["labels"], (HOLE, WORD))]
            table.setdefault(genre, {})[name] = [
                round(float((hole > limit).mean()), 3) for limit in limits[genre]
            ]
    return table


def report(model: dict[str, Any], data: Path, tokens: str, seconds: float) -> None:
    """Print the recall of a network as one line of JSON."""
    row = {
        "network": model["name"],
        "parameters": sum(leaf.size for leaf in jax.tree.leaves(model["p"])),
        "seconds": round(seconds),
        "tokens": tokens,
        **recalls(model, data),
    }
    print(json.dumps(row, ensure_ascii=False), flush=True)


def main() -> None:
    """Train each network on the same few tokens, and print its recall."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("networks", nargs="*")
    parser.add_argument("--model", type=Path, help="score this checkpoint as well")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=3_000_000)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=2e-3)
    arguments = parser.parse_args()
    os.nice(19)
    if arguments.model:
        model = pickle.loads(arguments.model.read_bytes())  # noqa: S301  # written by fit.py
        tokens = f"{model['steps'] * ROWS * (LENGTH - 2 * EDGE) / 1e6:.0f} M"
        report(model, arguments.data, tokens, 0)
    for name in arguments.networks:
        begun = time.process_time()
        model = train(
            name,
            arguments.data,
            None,
            epochs=[0] * arguments.epochs,
            limit=arguments.limit,
            rate=arguments.rate,
        )
        tokens = f"{arguments.limit / 1e6:.1f} M × {arguments.epochs}"
        report(model, arguments.data, tokens, time.process_time() - begun)


if __name__ == "__main__":
    main()
