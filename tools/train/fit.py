"""Train one network on the draws that data.py wrote; checkpoints can be exported at any time."""

from __future__ import annotations

import argparse
import json
import os
import pickle
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jax
import jax.numpy as jnp
import numpy as np
import scipy.sparse
from data import IGNORED, SOUND, WORD, unpacked
from networks import NETWORKS, WIDTHS, filter_scores, make_filter, tables

from textcheck.model import tokens as tk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data import Rows
    from networks import Network

Array = np.ndarray[Any, np.dtype[Any]]

LENGTH = 512
"""Tokens of a row."""

EDGE = 16
"""Tokens at either end of a row whose gaps are not learnt, since their context is cut off."""

ROWS = 32
"""Rows of a batch."""

DECAY = (0.9, 0.99)
"""Decay rates of Adam's two averages (Kingma & Ba 2015)."""

TINY = 1e-8


class Tables:
    """The tables of vectors, trained by Adam on the rows that a batch touches only."""

    def __init__(self, random: np.random.Generator, words: int) -> None:
        self.values = tables(random, words)
        self.first = {name: np.zeros_like(value) for name, value in self.values.items()}
        self.second = {name: np.zeros_like(value) for name, value in self.values.items()}

    def look_up(self, rows: Rows) -> Array:
        """Return the vectors of tokens."""
        return np.concatenate([self.values[name][getattr(rows, name)] for name in WIDTHS], -1)

    def update(self, rows: Rows, gradient: Array, rate: float, step: int) -> None:
        """Take one step of Adam, which leaves the rows that are not touched as they are."""
        gradient = gradient.reshape(-1, gradient.shape[-1])
        column = 0
        for name, width in WIDTHS.items():
            touched, inverse = np.unique(getattr(rows, name), return_inverse=True)
            count = inverse.size
            ones = np.ones(count, np.float32)
            ordered = scipy.sparse.csr_matrix(
                (ones, (inverse.ravel(), np.arange(count))), shape=(len(touched), count)
            )
            total = ordered @ gradient[:, column : column + width]
            column += width
            first = self.first[name][touched] * DECAY[0] + total * (1 - DECAY[0])
            second = self.second[name][touched] * DECAY[1] + total * total * (1 - DECAY[1])
            self.first[name][touched] = first
            self.second[name][touched] = second
            corrected = np.sqrt(second / (1 - DECAY[1] ** step)) + TINY
            self.values[name][touched] -= rate * first / (1 - DECAY[0] ** step) / corrected


def make_step(network: Network) -> Any:  # noqa: ANN401  # a compiled function
    """Return the compiled step: new parameters, averages, the loss, and the gradient of the vectors."""

    def entropy(logits: Any, target: Any) -> Any:  # noqa: ANN401  # tensors
        return jax.nn.softplus(logits) - target.astype(jnp.float32) * logits

    def loss(p: Any, x: Any, densities: Any, labels: Any) -> Any:  # noqa: ANN401  # tensors
        scores = network.scores(p, x, densities)
        position = jnp.arange(LENGTH)
        weight = (labels != IGNORED) & (position >= EDGE) & (position < LENGTH - EDGE)
        is_hole = (labels != SOUND) & weight
        total = sum(
            entropy(logits, is_hole) * weight
            for logits in (scores[..., 0], filter_scores(p["filter"], x, densities))
        )
        total += entropy(scores[..., 1], labels == WORD) * is_hole
        return total.sum() / weight.sum()

    def step(state: Any, batch: Any, rate: Any, number: Any) -> Any:  # noqa: ANN401
        p, m, v = state
        value, (grad, grad_x) = jax.value_and_grad(loss, argnums=(0, 1))(p, *batch)
        norm = jnp.sqrt(sum(jnp.sum(g * g) for g in jax.tree.leaves(grad)))
        scale = jnp.minimum(1.0, 1.0 / (norm + TINY))
        grad = jax.tree.map(lambda g: g * scale, grad)
        m = jax.tree.map(lambda a, g: a * DECAY[0] + g * (1 - DECAY[0]), m, grad)
        v = jax.tree.map(lambda a, g: a * DECAY[1] + g * g * (1 - DECAY[1]), v, grad)

        def moved(w: Any, a: Any, b: Any) -> Any:  # noqa: ANN401
            return w - rate * (a / (1 - DECAY[0] ** number)) / (jnp.sqrt(b / (1 - DECAY[1] ** number)) + TINY)

        return (jax.tree.map(moved, p, m, v), m, v), value, grad_x

    return jax.jit(step)


def rows_of(data: Path, draw: int, limit: int | None) -> tuple[Array, Array, Array]:
    """Return a draw cut into rows that overlap by twice `EDGE`."""
    tokens = np.load(data / f"tokens-{draw}.npy")[:limit]
    labels = np.load(data / f"labels-{draw}.npy")[:limit]
    densities = np.load(data / f"densities-{draw}.npy")[:limit]
    starts = np.arange(0, len(tokens) - LENGTH, LENGTH - 2 * EDGE)

    def cut(array: Array) -> Array:
        windows = np.lib.stride_tricks.sliding_window_view(array, LENGTH)
        return windows[starts]

    return cut(tokens), cut(labels), cut(densities)


def train(  # noqa: PLR0913  # the options, by keyword
    name: str,
    data: Path,
    out: Path | None,
    *,
    epochs: list[int],
    rate: float = 2e-3,
    limit: int | None = None,
    seconds: float | None = None,
    seed: int = 1,
    resume: Path | None = None,
) -> dict[str, Any]:
    """Train a network and return its parameters and tables.

    Args:
        name: a key of `NETWORKS`.
        data: the folder of data.py.
        out: the file for checkpoints, or None.
        epochs: the draws to read, one after the other.
        rate: the highest rate of learning; it rises for 200 steps and then falls linearly to 0.
        limit: read only so many tokens of each draw.
        seconds: let the rate reach 0 after so many seconds, and stop then; None reads all draws.
        seed: for the initial values and the order of rows.
        resume: a checkpoint to begin with, with averages of its own; None begins at random.
    """
    random = np.random.default_rng(seed)
    network = NETWORKS[name]
    words = len(np.load(data / "vocabulary.npy")) + tk.UNKNOWN + 1
    vectors = Tables(random, words)
    p = jax.tree.map(jnp.asarray, {**network.make(random), "filter": make_filter(random)})
    if resume:
        begun_with = pickle.loads(resume.read_bytes())  # noqa: S301  # written by this command
        p = jax.tree.map(jnp.asarray, begun_with["p"])
        vectors.values = begun_with["tables"]
    m = jax.tree.map(jnp.zeros_like, p)
    v = jax.tree.map(jnp.zeros_like, p)
    step = make_step(network)
    number = 0
    running = 0.0
    begun = time.monotonic()
    saved = begun
    for index, draw in enumerate(epochs):
        tokens, labels, densities = rows_of(data, draw, limit)
        order = random.permutation(len(tokens))
        batches = len(order) // ROWS
        for batch in range(batches):
            chosen = np.sort(order[batch * ROWS : (batch + 1) * ROWS])
            rows = unpacked(tokens[chosen])
            done = (index + (batch + 1) / batches) / len(epochs)
            if seconds:
                done = max(done, (time.monotonic() - begun) / seconds)
            if done >= 1 and seconds:
                break
            now = rate * min(1.0, (number + 1) / 200) * max(1 - done, 0.001)
            number += 1
            (p, m, v), value, grad_x = step(
                (p, m, v), (vectors.look_up(rows), densities[chosen], labels[chosen]), now, number
            )
            vectors.update(rows, np.asarray(grad_x) * 1.0, now, number)
            running += float(value)
            if number % 100 == 0:
                speed = number * ROWS * LENGTH / (time.monotonic() - begun)
                print(
                    f"{number} {done:.3f} loss {running / 100:.5f} {speed:.0f} tokens/s"
                    f" {time.monotonic() - begun:.0f} s",
                    flush=True,
                )
                running = 0.0
            if out and time.monotonic() - saved > 240:  # noqa: PLR2004  # every four minutes
                saved = time.monotonic()
                _save(out, _result(name, p, vectors, number))
    result = _result(name, p, vectors, number)
    if out:
        _save(out, _result(name, p, vectors, number))
    return result


def _result(name: str, p: Any, vectors: Tables, number: int) -> dict[str, Any]:  # noqa: ANN401
    return {"name": name, "steps": number, "p": jax.tree.map(np.asarray, p), "tables": vectors.values}


def _save(out: Path, result: Mapping[str, Any]) -> None:
    temporary = out.with_suffix(".new")
    temporary.write_bytes(pickle.dumps(result))
    temporary.replace(out)


def main() -> None:
    """Train, and write checkpoints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network", choices=NETWORKS)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--draws", default="0,1,2,3,4", help="draws to read, in order")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--resume", type=Path)
    arguments = parser.parse_args()
    os.nice(19)
    train(
        arguments.network,
        arguments.data,
        arguments.out,
        epochs=[int(draw) for draw in arguments.draws.split(",")],
        rate=arguments.rate,
        limit=arguments.limit,
        seconds=arguments.seconds,
        resume=arguments.resume,
    )
    print(json.dumps({"written": arguments.out.name}))


if __name__ == "__main__":
    main()
