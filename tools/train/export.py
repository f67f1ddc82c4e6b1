"""Write a trained network as whole numbers into the package, with its manifest."""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import json
import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from corpora import CORPORA
from data import (
    IGNORED,
    MODES,
    RATES,
    REPEATS,
    SOUND,
    TRAIN_TENTHS,
    WIKI,
    WIKI_FIFTIETHS,
    WORD_RATES,
    unpacked,
)
from networks import WIDTHS

from textcheck.model import network as runtime
from textcheck.model import tokens as tk

if TYPE_CHECKING:
    from collections.abc import Mapping

Array = np.ndarray[Any, np.dtype[Any]]

PACKAGE = Path(runtime.__file__).parent

INT8 = 127

MOST_LEVELS = 4095
"""Largest number of units of an activation; finer steps than these change no score."""

ROOM = 1.25
"""How far the range of an activation reaches beyond the largest seen."""

SAMPLE = 200_000
"""Tokens that the ranges of activations are taken from."""

DILATIONS = {"convolution 160x4": (1, 2, 4, 8)}


def quantised(matrix: Array) -> tuple[Array, Array]:
    """Return a matrix in int8, and the scale of each column."""
    scale = np.abs(matrix).max(0) / INT8
    return np.rint(matrix / scale).astype(np.int8), scale.astype(np.float32)


class Writer:
    """Collects the arrays of the file."""

    def __init__(self) -> None:
        self.arrays: dict[str, Array] = {}

    def product(self, name: str, matrix: Array, bias: Array, largest: float) -> None:
        """Add a matrix whose inputs are at most `largest`."""
        whole, scale = quantised(matrix)
        sums = np.abs(whole.astype(np.int64)).sum(0).max()
        levels = min(MOST_LEVELS, (runtime.EXACT - 1) // int(sums))
        step = float(np.float32(largest * ROOM / levels))
        self.arrays[f"{name}.matrix"] = whole
        self.arrays[f"{name}.scale"] = (scale * np.float32(step)).astype(np.float32)
        self.arrays[f"{name}.bias"] = bias.astype(np.float32)
        self.arrays[f"{name}.range"] = np.array([step, levels])

    def data(self) -> bytes:
        """Return the file."""
        out = io.BytesIO()
        np.savez_compressed(out, allow_pickle=False, **self.arrays)
        return out.getvalue()


def export(model: Mapping[str, Any], data: Path) -> Writer:
    """Return the arrays of a model; ranges are those of its activations on a part of the training data."""
    p = model["p"]
    writer = Writer()
    tables: dict[str, Array] = {}
    for name in WIDTHS:
        table = model["tables"][name]
        scale = np.maximum(np.abs(table).max(1), 1e-8) / INT8
        whole = np.rint(table / scale[:, None]).astype(np.int8)
        writer.arrays[f"table.{name}"] = whole
        writer.arrays[f"table.{name}.scale"] = scale.astype(np.float32)
        tables[name] = whole * scale[:, None].astype(np.float32)
    writer.arrays["vocabulary"] = np.load(data / "vocabulary.npy")
    channels = p["density"].shape[1]
    enter = np.concatenate([p["enter"], *p["filter"]["window"]], 1)
    highest = max(float(np.abs(table).max()) for table in tables.values())
    writer.product("enter", enter, np.zeros(enter.shape[1]), highest / ROOM)
    writer.arrays["density"] = p["density"]
    writer.arrays["filter.density"] = p["filter"]["density"]
    writer.arrays["dilations"] = np.array(DILATIONS[model["name"]])

    packed = np.load(data / "tokens-0.npy", mmap_mode="r")[:SAMPLE]
    labels = np.load(data / "labels-0.npy", mmap_mode="r")[:SAMPLE]
    densities = np.load(data / "densities-0.npy", mmap_mode="r")[:SAMPLE]
    rows = unpacked(np.asarray(packed))
    x = np.concatenate([tables[name][getattr(rows, name)] for name in WIDTHS], -1)
    h = x @ p["enter"] + p["density"][densities]
    for number, (layer, dilation) in enumerate(zip(p["layers"], DILATIONS[model["name"]], strict=True)):
        a = np.maximum(h, 0)
        writer.product(
            f"layer{number}", layer["taps"].reshape(3 * channels, channels), layer["bias"], float(a.max())
        )
        before = np.concatenate([np.zeros((dilation, channels), np.float32), a[:-dilation]])
        behind = np.concatenate([a[dilation:], np.zeros((dilation, channels), np.float32)])
        taps = layer["taps"]
        h = h + before @ taps[0] + a @ taps[1] + behind @ taps[2] + layer["bias"]
    head = np.concatenate([p["left"], p["right"]])
    writer.product("head", head, p["head_bias"], float(np.abs(h).max()))
    hidden = np.maximum(h[:-1] @ p["left"] + h[1:] @ p["right"] + p["head_bias"], 0)
    writer.product("out", p["out"], p["out_bias"], float(hidden.max()))
    logits = (hidden @ p["out"] + p["out_bias"])[:, 0]
    reach = runtime.FILTER_REACH
    total = p["filter"]["density"][densities]
    for by, window in zip(reach, p["filter"]["window"], strict=True):
        total = total + np.roll(x @ window, -by, axis=0)
    total = np.maximum(total, 0)
    writer.product("filter.out", p["filter"]["out"], p["filter"]["out_bias"], float(total.max()))
    seen = labels[:-1] != IGNORED
    target = labels[:-1][seen] != SOUND
    print("mean loss on the sample:", float((np.logaddexp(0, logits[seen]) - target * logits[seen]).mean()))
    writer.arrays["filter.limit"] = np.array(-3.0, np.float32)
    return writer


def write(writer: Writer, figures: Mapping[str, Any]) -> None:
    """Write weights and manifest into the package."""
    data = writer.data()
    content = {
        "format": runtime.FORMAT,
        "tokens": tk.VERSION,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        **figures,
    }
    (PACKAGE / runtime.WEIGHTS).write_bytes(data)
    (PACKAGE / runtime.MANIFEST).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def training() -> dict[str, Any]:
    """Return what the network was trained on and how, for the manifest."""
    used = {*WIKI, *(f"clean/{corpus}" for corpus in REPEATS)}
    with (CORPORA / "SOURCES.tsv").open(encoding="utf-8", newline="") as lines:
        sources = [row for row in csv.DictReader(lines, delimiter="\t") if row["file"] in used]
    return {
        "command": "python tools/train/run.py",
        "modes": dict(MODES),
        "rates": {str(rate): share for rate, share in RATES.items()},
        "rates of words": {str(rate): share for rate, share in WORD_RATES.items()},
        "repeats": dict(REPEATS),
        "tenths of half 0": TRAIN_TENTHS,
        "fiftieths of the wiki text": WIKI_FIFTIETHS,
        "sources": [
            {key: row[key] for key in ("file", "documents", "words", "licence", "source")} for row in sources
        ],
    }


LICENCE = "CC BY-SA 4.0, as part of the text that the weights were trained on; see docs/model.md"

DEFAULTS: Mapping[str, Any] = {
    "calibration": {"slope": 1.0, "words": 0.0, "offset": 0.0},
    "budgets": {"all": {"1 per 50,000 words": 0.9, "1 per 10,000 words": 0.7}},
    "evidence": {"slope": 1.0, "length": 0.0, "offset": 0.0, "limit": 0.99},
}


def main() -> None:
    """Export a checkpoint; calibrate.py then fills in the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--filter-limit", type=float, default=-3.0)
    arguments = parser.parse_args()
    model = pickle.loads(arguments.model.read_bytes())  # noqa: S301  # written by fit.py
    writer = export(model, arguments.data)
    writer.arrays["filter.limit"] = np.array(arguments.filter_limit, np.float32)
    figures = {"network": model["name"], "steps": model["steps"], "licence": LICENCE, "training": training()}
    write(writer, {**figures, **DEFAULTS})


if __name__ == "__main__":
    main()
