"""The network: dilated convolutions over tokens, one score per gap, in exact arithmetic.

Weights and activations are whole numbers in float32, small enough that every sum of products stays
below 2 to the power of 24 and is exact. So the order of additions, which differs from one BLAS to the
next and with the size of a batch, changes nothing: a document has the same scores everywhere, to the bit.

A filter, which sees three tokens on either side, scores all gaps; the network itself is computed only
around those that it lets through.
"""

from __future__ import annotations

import hashlib
import io
import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple

from textcheck.model import tokens as tk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Integers = NDArray[np.intp]

FORMAT = 1
"""Version of the format of the weights that this module reads."""

WEIGHTS = "weights.npz"
MANIFEST = "manifest.json"

EXACT = 2**24
"""Whole numbers below it are exact in float32."""

FILTER_REACH = (-2, -1, 0, 1, 2, 3)
"""Tokens that the filter sees, counted from the one before the gap."""

CACHED_TOKENS = 20_000
"""Distinct tokens whose rows are kept; about 1 KiB each."""


class WeightsError(Exception):
    """The weights are not those that were shipped, or not of a format that this version reads."""


class Product(NamedTuple):
    """A matrix of whole numbers, and what turns a product with it into the numbers that it stands for.

    `step` is what one unit of an activation stands for, `levels` the largest number of units, and `scale`
    what one unit of each column of the product stands for.
    """

    matrix: Floats
    scale: Floats
    bias: Floats
    step: float
    levels: float

    def units(self, values: Floats) -> Floats:
        """Return activations as whole numbers of steps."""
        import numpy as np  # noqa: PLC0415  # when the model is first used

        scaled = values * np.float32(1 / self.step)
        np.rint(scaled, out=scaled)
        np.clip(scaled, -self.levels, self.levels, out=scaled)
        return scaled

    def __call__(self, units: Floats) -> Floats:
        """Return the product of whole numbers with the matrix, plus the bias."""
        product: Floats = units @ self.matrix
        product *= self.scale
        product += self.bias
        return product


class Layer(NamedTuple):
    """A residual layer of width 3, over what is positive."""

    product: Product
    dilation: int


class Gaps(NamedTuple):
    """The gaps that the filter let through: each is behind the token of its number, and has a score."""

    tokens: Integers
    scores: Floats


class Network:
    """The weights, ready for use."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        import numpy as np  # noqa: PLC0415  # when the model is first used

        self._tables = [
            (arrays[f"table.{name}"], arrays[f"table.{name}.scale"]) for name in tk.Features._fields
        ]
        known = arrays["vocabulary"].tolist()
        self._vocabulary = dict(zip(known, range(tk.UNKNOWN + 1, tk.UNKNOWN + 1 + len(known)), strict=True))
        self._enter = _product(arrays, "enter")
        self._density = arrays["density"]
        self._filter_density = arrays["filter.density"]
        self._filter_out = _product(arrays, "filter.out")
        self._filter_limit = float(arrays["filter.limit"])
        self._layers = tuple(
            Layer(_product(arrays, f"layer{number}"), int(dilation))
            for number, dilation in enumerate(arrays["dilations"])
        )
        self._head = _product(arrays, "head")
        self._out = _product(arrays, "out")
        self._channels = self._density.shape[1]
        self._hidden = self._filter_density.shape[1]
        self._reach = 1 + sum(layer.dilation for layer in self._layers)
        self._rows = np.empty((0, self._channels), np.float32)
        self._filter_rows = np.empty((0, self._enter.matrix.shape[1] - self._channels), np.float32)
        self._numbers: dict[str, int] = {}

    def scores(self, tokens: Sequence[str], *, everywhere: bool = False) -> Gaps:
        """Score the gaps of a document.

        Args:
            tokens: those of `textcheck.model.tokens.tokens`.
            everywhere: score all gaps, whatever the filter says.
        """
        import numpy as np  # noqa: PLC0415  # when the model is first used

        length = len(tokens)
        density = tk.density(length, sum(token[0].isdecimal() for token in tokens))
        numbers = self._looked_up(tokens)
        if everywhere:
            chosen = np.arange(length - 1)
        else:
            chosen = np.flatnonzero(self._filtered(numbers, density) > self._filter_limit)
        if not len(chosen):
            return Gaps(chosen, np.empty(0, np.float32))
        return Gaps(chosen, self._scored(numbers, chosen, density))

    def filter_scores(self, tokens: Sequence[str]) -> Floats:
        """Return what the filter makes of each gap; those above its limit are scored."""
        density = tk.density(len(tokens), sum(token[0].isdecimal() for token in tokens))
        return self._filtered(self._looked_up(tokens), density)

    def _looked_up(self, tokens: Sequence[str]) -> Integers:
        """Return the numbers of the rows of tokens, with padding at either end as far as the network sees."""
        import numpy as np  # noqa: PLC0415  # when the model is first used

        known = self._numbers
        if len(known) > CACHED_TOKENS:
            known.clear()
        if fresh := {*tokens, tk.PADDING}.difference(known):
            ordered = sorted(fresh)
            first = len(known)
            known.update(zip(ordered, range(first, first + len(ordered)), strict=True))
            made = self._made(ordered)
            self._rows = _grown(self._rows, first, made[:, : self._channels])
            self._filter_rows = _grown(self._filter_rows, first, made[:, self._channels :])
        length = len(tokens)
        numbers = np.full(length + 2 * self._reach, known[tk.PADDING], np.intp)
        numbers[self._reach : self._reach + length] = np.fromiter(
            map(known.__getitem__, tokens), np.intp, length
        )
        return numbers

    def _made(self, tokens: Sequence[str]) -> Floats:
        """Return the rows of tokens: their vectors times the first matrices of network and filter."""
        import numpy as np  # noqa: PLC0415  # when the model is first used

        features = np.array([tk.features(token, self._vocabulary) for token in tokens])
        vectors = [
            table[column].astype(np.float32) * scale[column][:, None]
            for (table, scale), column in zip(self._tables, features.T, strict=True)
        ]
        return self._enter(self._enter.units(np.concatenate(vectors, axis=1)))

    def _filtered(self, numbers: Integers, density: int) -> Floats:
        import numpy as np  # noqa: PLC0415  # when the model is first used

        length = len(numbers) - 2 * self._reach
        seen = numbers[self._reach + FILTER_REACH[0] : self._reach + length + FILTER_REACH[-1]]
        rows = self._filter_rows[seen]
        total = np.repeat(self._filter_density[density][None], length - 1, axis=0)
        for place in range(len(FILTER_REACH)):
            first = place * self._hidden
            total += rows[place : place + length - 1, first : first + self._hidden]
        np.maximum(total, 0, out=total)
        return self._filter_out(self._filter_out.units(total))[:, 0]

    def _scored(self, numbers: Integers, chosen: Integers, density: int) -> Floats:
        import numpy as np  # noqa: PLC0415  # when the model is first used

        total = len(numbers)
        tops = chosen + self._reach
        needed = [_marked(total, (tops, tops + 1))]
        for layer in reversed(self._layers):
            last = needed[-1]
            needed.append(_marked(total, (last - layer.dilation, last, last + layer.dilation)))
        places = needed.pop()
        state = np.empty((total, self._channels), np.float32)
        inner = (places >= self._reach) & (places < total - self._reach)
        state[places] = self._rows[numbers[places]] + np.where(
            inner[:, None], self._density[density], self._density[0]
        )
        units = np.empty_like(state)
        for layer in self._layers:
            product = layer.product
            units[places] = product.units(np.maximum(state[places], 0))
            places = needed.pop()
            around = places[:, None] + np.array((-layer.dilation, 0, layer.dilation))
            state[places] += product(units[around].reshape(len(places), -1))
        units[places] = self._head.units(state[places])
        pairs = tops[:, None] + np.array((0, 1))
        hidden = self._head(units[pairs].reshape(len(tops), -1))
        np.maximum(hidden, 0, out=hidden)
        return self._out(self._out.units(hidden))[:, 0]


def _grown(rows: Floats, first: int, more: Floats) -> Floats:
    """Put more rows into an array from a place on, or into a larger copy of it."""
    import numpy as np  # noqa: PLC0415  # when the model is first used

    last = first + len(more)
    if last > len(rows):
        rows = np.concatenate([rows[:first], np.empty((2 * last - first, rows.shape[1]), np.float32)])
    rows[first:last] = more
    return rows


def _marked(total: int, places: Sequence[Integers]) -> Integers:
    """Return all of some places, once each and in order."""
    import numpy as np  # noqa: PLC0415  # when the model is first used

    marks = np.zeros(total, np.bool_)
    for part in places:
        marks[part] = True
    return np.flatnonzero(marks)


def _product(arrays: Mapping[str, NDArray[Any]], name: str) -> Product:
    import numpy as np  # noqa: PLC0415  # when the model is first used

    step, levels = arrays[f"{name}.range"].tolist()
    return Product(
        arrays[f"{name}.matrix"].astype(np.float32),
        arrays[f"{name}.scale"],
        arrays[f"{name}.bias"],
        step,
        levels,
    )


@cache
def manifest() -> dict[str, Any]:
    """Return how the weights came about, their checksum, and the figures that belong to them."""
    content: dict[str, Any] = json.loads(
        resources.files(__package__).joinpath(MANIFEST).read_text(encoding="utf-8")
    )
    return content


def require_format(content: Mapping[str, Any]) -> None:
    """Check that weights are of the format, and for the tokens, that this version reads.

    Raises:
        WeightsError: they are not.
    """
    if content["format"] > FORMAT:
        raise WeightsError(
            f"the weights are of format {content['format']}, this version reads {FORMAT}; update textcheck"
        )
    if content["format"] < FORMAT or content["tokens"] != tk.VERSION:
        raise WeightsError("the weights are of an older version of textcheck; install it anew")


def read(data: bytes, content: Mapping[str, Any]) -> Network:
    """Return the network of a file of weights.

    Args:
        data: the file.
        content: its manifest.

    Raises:
        WeightsError: the file is not the one that the manifest describes.
    """
    import numpy as np  # noqa: PLC0415  # when the model is first used

    require_format(content)
    if hashlib.sha256(data).hexdigest() != content["sha256"]:
        raise WeightsError("the weights were changed or are damaged; install textcheck anew")
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        return Network({name: arrays[name] for name in arrays.files})


@cache
def shipped() -> Network:
    """Return the shipped network, read once.

    Raises:
        WeightsError: its file is damaged.
    """
    return read(resources.files(__package__).joinpath(WEIGHTS).read_bytes(), manifest())
