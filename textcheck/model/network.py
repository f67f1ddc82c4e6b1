"""The network: dilated convolutions over tokens, two scores per gap, in exact arithmetic.

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
from collections import defaultdict
from functools import cache
from importlib import resources
from itertools import chain, count, islice, starmap
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from textcheck.model import tokens as tk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Integers = NDArray[np.intp]
    Marks = NDArray[np.bool_]

_T = TypeVar("_T", bound="np.generic")

FORMAT = 2
"""Version of the format of the weights that this module reads."""

WEIGHTS = "weights.npz"
MANIFEST = "manifest.json"

EXACT = 2**24
"""Whole numbers below it are exact in float32."""

FILTER_REACH = (-2, -1, 0, 1, 2, 3)
"""Tokens that the filter sees, counted from the one before the gap."""

TILE = 128
"""Gaps that the network scores together."""

FILTER_TILE = 1024
"""Gaps that the filter scores together."""

CACHED_TOKENS = 20_000
"""Distinct tokens whose rows are kept; about 1 KiB each."""


class WeightsError(Exception):
    """The weights are not those that were shipped, or not of a format that this version reads."""


class Score(NamedTuple):
    """What the network makes of a gap, as log-odds before calibration.

    `hole` is for anything missing there, and `words` for its being words rather than a number, if it is so.
    """

    hole: float
    words: float


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
        return np.clip(scaled, -self.levels, self.levels, out=scaled)

    def __call__(self, units: Floats, rows: Integers | None = None) -> Floats:
        """Return the product of whole numbers with the matrix, plus the bias.

        Args:
            units: the whole numbers, as many in a row as the matrix has rows, or a part of that.
            rows: the rows of `units` that stand side by side, where the matrix has a part for each; one
                column a product.
        """
        product = units @ self.matrix if rows is None else self._joined(units, rows)
        product *= self.scale
        product += self.bias
        return product

    def _joined(self, units: Floats, rows: Integers) -> Floats:
        parts, length = rows.shape
        if length <= len(units):
            return units.take(rows.T, axis=0).reshape(length, -1) @ self.matrix
        # Sums are exact in any order, so that few rows are multiplied once with each part of the matrix.
        matrices = self.matrix.reshape(parts, units.shape[1], -1)
        total: Floats = (units @ matrices[0]).take(rows[0], axis=0)
        for matrix, own in zip(matrices[1:], rows[1:], strict=True):
            total += (units @ matrix).take(own, axis=0)
        return total


class Layer(NamedTuple):
    """A residual layer of width 3, over what is positive."""

    product: Product
    dilation: int

    def __call__(self, state: Floats, around: Integers) -> Floats:
        """Return the states that follow.

        Args:
            state: the states that are looked at, one a row.
            around: the rows of the left neighbour, of the place itself, and of the right one; 3 rows.
        """
        import numpy as np  # noqa: PLC0415  # when the model is first used

        units = self.product.units(np.maximum(state, 0))
        following = self.product(units, around)
        following += state.take(around[1], axis=0)
        return following


class Batch(NamedTuple):
    """Documents one behind the other, with padding around each as far as the network sees.

    Of each place, `rows` has the number of the row of its token and `densities` the class of its document,
    which is 0 of padding; `starts` has the place of the first token of each document, `lengths` its tokens.
    A gap is behind the token of its place, or of its number in its document.
    """

    rows: Integers
    densities: Integers
    starts: Integers
    lengths: Integers

    def every_gap(self) -> list[range]:
        """Return all gaps of each document."""
        return [range(length - 1) for length in self.lengths.tolist()]

    def places(self, gaps: Sequence[Sequence[int]]) -> Integers:
        """Return the places of some gaps of each document."""
        import numpy as np  # noqa: PLC0415  # when the model is first used

        own = [start + np.array(numbers, np.intp) for start, numbers in zip(self.starts, gaps, strict=True)]
        return np.concatenate(own)

    def by_document(self, places: Integers) -> list[list[int]]:
        """Return the gaps of each document among some places, which are in order."""
        firsts = places.searchsorted(self.starts).tolist()
        lasts = places.searchsorted(self.starts + self.lengths - 1).tolist()
        return [
            (places[first:last] - start).tolist()
            for start, first, last in zip(self.starts, firsts, lasts, strict=True)
        ]


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
        self._is_number = np.empty(0, np.bool_)
        self._numbers = _numbers()

    def batch(self, documents: Sequence[Sequence[str]]) -> Batch:
        """Look up the tokens of documents.

        Args:
            documents: the tokens of each, as of `textcheck.model.tokens.tokens`.
        """
        import numpy as np  # noqa: PLC0415  # when the model is first used

        around = [tk.PADDING] * self._reach
        rows = self._looked_up([*around, *chain.from_iterable(chain(tokens, around) for tokens in documents)])
        lengths = np.array([len(tokens) for tokens in documents])
        starts = np.cumsum(lengths + self._reach) - lengths
        densities = np.zeros(len(rows), np.intp)
        for start, length in zip(starts.tolist(), lengths.tolist(), strict=True):
            own = slice(start, start + length)
            densities[own] = tk.density(length, int(self._is_number[rows[own]].sum()))
        return Batch(rows, densities, starts, lengths)

    def _looked_up(self, tokens: Sequence[str]) -> Integers:
        """Return the numbers of the rows of tokens."""
        import numpy as np  # noqa: PLC0415  # when the model is first used

        if len(self._numbers) > CACHED_TOKENS:
            self._numbers = _numbers()
        known = len(self._numbers)
        rows = np.fromiter(map(self._numbers.__getitem__, tokens), np.intp, len(tokens))
        if fresh := len(self._numbers) - known:
            newest = islice(reversed(self._numbers), fresh)
            features = [tk.features(token, self._vocabulary) for token in newest]
            columns = np.array([*zip(*features, strict=True)])[:, ::-1]
            made = self._made(columns)
            self._rows = _grown(self._rows, known, made[:, : self._channels])
            self._filter_rows = _grown(self._filter_rows, known, made[:, self._channels :])
            self._is_number = _grown(self._is_number, known, columns[-1] == tk.NUMBER)
        return rows

    def _made(self, columns: Integers) -> Floats:
        """Return the rows of tokens: their vectors times the first matrices of network and filter."""
        import numpy as np  # noqa: PLC0415  # when the model is first used

        vectors = [
            table[column] * scale[column][:, None]
            for (table, scale), column in zip(self._tables, columns, strict=True)
        ]
        return self._enter(self._enter.units(np.concatenate(vectors, axis=1)))

    def filtered(self, batch: Batch) -> list[list[int]]:
        """Return the gaps of each document that the filter lets through, which the network should score."""
        import numpy as np  # noqa: PLC0415  # when the model is first used

        places = np.arange(self._reach, len(batch.rows) - self._reach)
        through = _in_tiles(lambda part: self._filter_scores(batch, part), places, FILTER_TILE)
        return batch.by_document(places[through > self._filter_limit])

    def _filter_scores(self, batch: Batch, places: Integers) -> Floats:
        """Return what the filter makes of the gaps behind places that follow each other."""
        import numpy as np  # noqa: PLC0415  # when the model is first used

        first, length = places[0], len(places)
        seen = batch.rows[first + FILTER_REACH[0] : first + length + FILTER_REACH[-1]]
        rows = self._filter_rows.take(seen, axis=0)
        total = self._filter_density.take(batch.densities[places], axis=0)
        for column in range(len(FILTER_REACH)):
            total += rows[column : column + length, column * self._hidden : (column + 1) * self._hidden]
        np.maximum(total, 0, out=total)
        return self._filter_out(self._filter_out.units(total))[:, 0]

    def scores(self, batch: Batch, gaps: Sequence[Sequence[int]]) -> list[list[Score]]:
        """Return the scores of some gaps of each document, which are in order."""
        places = batch.places(gaps)
        scores = starmap(Score, _in_tiles(lambda part: self._scores(batch, part), places, TILE).tolist())
        return [list(islice(scores, len(own))) for own in gaps]

    def _scores(self, batch: Batch, gaps: Integers) -> Floats:
        import numpy as np  # noqa: PLC0415  # when the model is first used

        # Places from here on count from the first that is seen.
        first = gaps[0] - self._reach
        tops = gaps - first
        total = int(tops[-1]) + self._reach + 1
        needed = [_marked(total, (tops, tops + 1))]
        for layer in reversed(self._layers):
            last = needed[-1]
            needed.append(_marked(total, (last - layer.dilation, last, last + layer.dilation)))
        places = needed.pop()
        # A token has the same state wherever it stands, until its neighbours are looked at.
        keys = batch.rows[first + places] * tk.DENSITIES + batch.densities[first + places]
        distinct, numbers = np.unique(keys, return_inverse=True)
        state = self._rows.take(distinct // tk.DENSITIES, axis=0)
        state += self._density.take(distinct % tk.DENSITIES, axis=0)
        index = np.empty(total, np.intp)
        index[places] = numbers
        for layer in self._layers:
            places = needed.pop()
            around = index[places + np.array([[-layer.dilation], [0], [layer.dilation]])]
            state = layer(state, around)
            index[places] = np.arange(len(places))
        units = self._head.units(state)
        pairs = np.concatenate([units[index[tops]], units[index[tops + 1]]], axis=1)
        hidden = self._head(pairs)
        np.maximum(hidden, 0, out=hidden)
        return self._out(self._out.units(hidden))


def _in_tiles(function: Callable[[Integers], Floats], places: Integers, size: int) -> Floats:
    """Apply a function to so many places at a time; what it works on stays in the caches of the processor."""
    import numpy as np  # noqa: PLC0415  # when the model is first used

    parts = [function(places[first : first + size]) for first in range(0, len(places), size)]
    return np.concatenate(parts) if parts else np.empty(0, np.float32)


def _numbers() -> defaultdict[str, int]:
    """Return a mapping that gives each token the next number when it is first looked up."""
    return defaultdict(count().__next__)


def _grown(rows: NDArray[_T], first: int, more: NDArray[_T]) -> NDArray[_T]:
    """Put more rows into an array from a place on, or into a larger copy of it."""
    import numpy as np  # noqa: PLC0415  # when the model is first used

    last = first + len(more)
    if last > len(rows):
        rows = np.concatenate([rows[:first], np.empty((2 * last - first, *rows.shape[1:]), rows.dtype)])
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
