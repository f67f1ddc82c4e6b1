"""The networks that were compared, in JAX: each scores the gap behind every token.

A network is a pair of functions: one makes its parameters, the other maps parameters, vectors of tokens
(batch, length, `VECTOR`) and classes of density (batch, length) to two logits per gap: that anything is
missing there, and that it is words rather than a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from textcheck.model import tokens as tk
from textcheck.model.network import FILTER_REACH

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Parameters = dict[str, Any]
Tensor = Any

WIDTHS = {"word": 96, "beginning": 16, "ending": 24, "shape": 8}
"""Columns of the tables that the vector of a token is put together from."""

VECTOR = sum(WIDTHS.values())
FILTER = 24
"""Units of the hidden layer of the filter."""

HEAD = 64
"""Units of the layer between the two tokens at a gap and its score."""


class Network(NamedTuple):
    """How to make parameters, and how to score with them."""

    make: Callable[[np.random.Generator], Parameters]
    scores: Callable[[Parameters, Tensor, Tensor], Tensor]


def tables(random: np.random.Generator, words: int) -> dict[str, np.ndarray[Any, Any]]:
    """Make the tables of vectors.

    Args:
        random: for the initial values.
        words: rows of the table of words.
    """
    rows = {"word": words, "beginning": tk.AFFIXES, "ending": tk.AFFIXES, "shape": tk.SHAPES}
    return {
        name: (random.standard_normal((rows[name], width)) * 0.3).astype(np.float32)
        for name, width in WIDTHS.items()
    }


def _matrix(random: np.random.Generator, rows: int, columns: int, gain: float = 1.0) -> Tensor:
    return (random.standard_normal((rows, columns)) * gain / np.sqrt(rows)).astype(np.float32)


def _shifted(x: Tensor, by: int) -> Tensor:
    """Return x with position i holding what stood at i + by; zero beyond the ends."""
    if not by:
        return x
    pad = ((0, 0), (0, by), (0, 0)) if by > 0 else ((0, 0), (-by, 0), (0, 0))
    padded = jnp.pad(x, pad)
    return padded[:, by:] if by > 0 else padded[:, :by]


def _head(random: np.random.Generator, channels: int) -> Parameters:
    return {
        "left": _matrix(random, channels, HEAD),
        "right": _matrix(random, channels, HEAD),
        "head_bias": np.zeros(HEAD, np.float32),
        "out": _matrix(random, HEAD, 2, 0.3),
        "out_bias": np.array([-3.5, 0.0], np.float32),
    }


def _gap(p: Parameters, h: Tensor) -> Tensor:
    hidden = jax.nn.relu(h @ p["left"] + _shifted(h @ p["right"], 1) + p["head_bias"])
    return hidden @ p["out"] + p["out_bias"]


def convolution(channels: int, dilations: Sequence[int], kind: str = "pre") -> Network:
    """Residual layers of width 3, one dilation each."""

    def make(random: np.random.Generator) -> Parameters:
        layers = []
        for _ in dilations:
            layer = {
                "taps": _matrix(random, 3 * channels, channels, 0.7).reshape(3, channels, channels),
                "bias": np.zeros(channels, np.float32),
            }
            if kind == "glu":
                layer["gate"] = _matrix(random, 3 * channels, channels, 0.7).reshape(3, channels, channels)
                layer["gate_bias"] = np.zeros(channels, np.float32)
            layers.append(layer)
        return {
            "enter": _matrix(random, VECTOR, channels, 2.0),
            "density": np.zeros((tk.DENSITIES, channels), np.float32),
            "layers": layers,
            **_head(random, channels),
        }

    def scores(p: Parameters, x: Tensor, densities: Tensor) -> Tensor:
        h = x @ p["enter"] + p["density"][densities]
        for layer, dilation in zip(p["layers"], dilations, strict=True):

            def conv(a: Tensor, w: Tensor, b: Tensor, d: int = dilation) -> Tensor:
                return _shifted(a, -d) @ w[0] + a @ w[1] + _shifted(a, d) @ w[2] + b

            if kind == "pre":
                h = h + conv(jax.nn.relu(h), layer["taps"], layer["bias"])
            elif kind == "post":
                h = h + jax.nn.relu(conv(h, layer["taps"], layer["bias"]))
            else:
                gate = jnp.clip(conv(h, layer["gate"], layer["gate_bias"]) * 0.25 + 0.5, 0, 1)
                h = h + conv(h, layer["taps"], layer["bias"]) * gate
        return _gap(p, h)

    return Network(make, scores)


def make_filter(random: np.random.Generator) -> Parameters:
    """Make the filter: one hidden layer over the tokens of `FILTER_REACH`."""
    return {
        "window": [_matrix(random, VECTOR, FILTER, 1.0) for _ in FILTER_REACH],
        "density": np.zeros((tk.DENSITIES, FILTER), np.float32),
        "out": _matrix(random, FILTER, 1, 0.3),
        "out_bias": np.full(1, -3.5, np.float32),
    }


def filter_scores(p: Parameters, x: Tensor, densities: Tensor) -> Tensor:
    """Score the gaps by the filter; the vectors of tokens are not trained for it."""
    x = jax.lax.stop_gradient(x)
    hidden = p["density"][densities]
    for by, window in zip(FILTER_REACH, p["window"], strict=True):
        hidden = hidden + _shifted(x @ window, by)
    return (jax.nn.relu(hidden) @ p["out"] + p["out_bias"])[..., 0]


def recurrent(channels: int) -> Network:
    """One layer of gated recurrent units in either direction (Cho et al. 2014)."""

    def make(random: np.random.Generator) -> Parameters:
        p: Parameters = {"density": np.zeros((tk.DENSITIES, 2 * channels), np.float32)}
        for side in ("forward", "backward"):
            p[side] = {
                "enter": _matrix(random, VECTOR, 3 * channels, 2.0),
                "again": _matrix(random, channels, 3 * channels),
                "bias": np.zeros(3 * channels, np.float32),
            }
        return {**p, **_head(random, 2 * channels)}

    def run(p: Parameters, x: Tensor, *, reverse: bool) -> Tensor:
        entered = jnp.swapaxes(x @ p["enter"] + p["bias"], 0, 1)

        def step(h: Tensor, u: Tensor) -> tuple[Tensor, Tensor]:
            again = h @ p["again"]
            update = jax.nn.sigmoid(u[:, :channels] + again[:, :channels])
            reset = jax.nn.sigmoid(u[:, channels : 2 * channels] + again[:, channels : 2 * channels])
            new = jnp.tanh(u[:, 2 * channels :] + reset * again[:, 2 * channels :])
            h = update * h + (1 - update) * new
            return h, h

        start = jnp.zeros((x.shape[0], channels))
        return jnp.swapaxes(jax.lax.scan(step, start, entered, reverse=reverse)[1], 0, 1)

    def scores(p: Parameters, x: Tensor, densities: Tensor) -> Tensor:
        both = [run(p["forward"], x, reverse=False), run(p["backward"], x, reverse=True)]
        return _gap(p, jnp.concatenate(both, -1) + p["density"][densities])

    return Network(make, scores)


def transformer(channels: int, layers: int, heads: int = 4, window: int = 32) -> Network:
    """Pre-norm layers of self-attention within windows of tokens and the next ones on either side."""

    def make(random: np.random.Generator) -> Parameters:
        return {
            "enter": _matrix(random, VECTOR, channels, 2.0),
            "density": np.zeros((tk.DENSITIES, channels), np.float32),
            "layers": [
                {
                    "qkv": _matrix(random, channels, 3 * channels),
                    "join": _matrix(random, channels, channels, 0.5),
                    "up": _matrix(random, channels, 4 * channels),
                    "down": _matrix(random, 4 * channels, channels, 0.5),
                    "scale": np.ones((2, channels), np.float32),
                    "near": np.zeros((heads, 4 * window), np.float32),
                }
                for _ in range(layers)
            ],
            **_head(random, channels),
        }

    def norm(x: Tensor, scale: Tensor) -> Tensor:
        return x * jax.lax.rsqrt((x * x).mean(-1, keepdims=True) + 1e-6) * scale

    def attend(p: Parameters, x: Tensor) -> Tensor:
        batch, length, _ = x.shape
        parts = length // window
        q, k, v = jnp.split((x @ p["qkv"]).reshape(batch, parts, window, 3 * channels), 3, -1)

        def around(y: Tensor) -> Tensor:
            padded = jnp.pad(y, ((0, 0), (1, 1), (0, 0), (0, 0)))
            return jnp.concatenate([padded[:, :-2], y, padded[:, 2:]], 2)

        def split(y: Tensor) -> Tensor:
            return y.reshape(*y.shape[:3], heads, channels // heads)

        q, k, v = split(q), split(around(k)), split(around(v))
        distance = np.arange(3 * window)[None] - np.arange(window)[:, None]
        logits = jnp.einsum("bpqhc,bpkhc->bphqk", q, k) / np.sqrt(channels // heads)
        logits = logits + p["near"][:, distance + window - 1]
        out = jnp.einsum("bphqk,bpkhc->bpqhc", jax.nn.softmax(logits, -1), v)
        return out.reshape(batch, length, channels) @ p["join"]

    def scores(p: Parameters, x: Tensor, densities: Tensor) -> Tensor:
        h = x @ p["enter"] + p["density"][densities]
        for layer in p["layers"]:
            h = h + attend(layer, norm(h, layer["scale"][0]))
            h = h + jax.nn.relu(norm(h, layer["scale"][1]) @ layer["up"]) @ layer["down"]
        return _gap(p, h)

    return Network(make, scores)


NETWORKS: Mapping[str, Network] = {
    "convolution 96x3": convolution(96, (1, 2, 4)),
    "convolution 160x4": convolution(160, (1, 2, 4, 8)),
    "convolution 160x4 post": convolution(160, (1, 2, 4, 8), "post"),
    "convolution 112x4 gated": convolution(112, (1, 2, 4, 8), "glu"),
    "convolution 128x4 gated": convolution(128, (1, 2, 4, 8), "glu"),
    "convolution 144x4 gated": convolution(144, (1, 2, 4, 8), "glu"),
    "convolution 160x5": convolution(160, (1, 2, 4, 8, 1)),
    "convolution 192x5": convolution(192, (1, 2, 4, 8, 1)),
    "convolution 224x5": convolution(224, (1, 2, 4, 8, 1)),
    "recurrent 96": recurrent(96),
    "transformer 96x3": transformer(96, 3),
}
"""Every network that can be named on the command line."""
