"""Fill in the figures of the manifest from the development set: probabilities, budgets, evidence."""

from __future__ import annotations

import argparse
import json
import math
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from compare import GENRES
from evaluate import FEW, alarms, calibrated, load, near, of_genre
from export import PACKAGE
from labels import real_holes

from textcheck import model
from textcheck.model import network as runtime

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evaluate import Measured

Array = np.ndarray[Any, np.dtype[Any]]

DAMAGED_SHARE = 0.1
"""Share of damaged documents, by words, in the text that probabilities are right for."""

BUDGETS: Mapping[str, int] = {"1 per 50,000 words": 75_000, "1 per 10,000 words": 12_000}
"""Words of sound text per false proposal; thresholds are chosen on the second figure, to be safe."""

FLAGGED = 0.0007
"""Share of sound documents above the limit of evidence; one in a thousand, to be on the safe side."""

SOUND_GENRES = tuple(genre for genre in GENRES if genre != "wiki")
"""Wiki text has too many real holes to choose a threshold on."""

FITTED = (
    "digits-tidied",
    "numbers",
    "digits-tidied, a tenth",
    "numbers, a tenth",
    "digits-tidied, one",
    "numbers, one",
    "names, a tenth",
    "nouns, one",
    "phrases, one",
)
"""The damaged sets that probabilities and evidence are fitted on."""


def logistic_fit(x: Array, y: Array, weight: Array) -> Array:
    """Fit a logistic regression by Newton's method; the last coefficient is the offset."""
    x = np.column_stack([x, np.ones(len(y))])
    beta = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (weight * (y - p))
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(x.shape[1])
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-9:  # noqa: PLR2004  # converged
            break
    return beta


def prose(measured: Sequence[Measured]) -> list[Measured]:
    """Return the documents of the genres that thresholds are chosen on."""
    return [item for genre in SOUND_GENRES for item in of_genre(measured, genre)]


class Judged(NamedTuple):
    """A scored gap: what it was scored, whether it is a hole, and how much of the text it stands for."""

    scores: Any
    is_hole: bool
    weight: float


def judged(sets: Mapping[str, Sequence[Measured]], real: Mapping[Any, Any]) -> Iterator[Judged]:
    """Yield the scored gaps, weighted so that damaged documents have their share of the words."""
    words = {name: sum(item.words for item in prose(sets[name])) for name in ("sound", *FITTED)}
    damaged = sum(words[name] for name in FITTED)
    for name in ("sound", *FITTED):
        weight = (1 - DAMAGED_SHARE) / words["sound"] if name == "sound" else DAMAGED_SHARE / damaged
        for item in prose(sets[name]):
            known = [*item.gaps, *real.get((item.corpus, item.name), ())]
            for _, start, end, scores in item.candidates:
                if near((start, end), item.neutral):
                    continue
                yield Judged(scores, near((start, end), known), weight)


def probabilities(sets: Mapping[str, Sequence[Measured]], real: Mapping[Any, Any]) -> dict[str, float]:
    """Return the log-odds that a scored gap is a hole, after Platt (1999), with the share of words added."""
    rows = [(score, model.logistic(words), *rest) for (score, words), *rest in judged(sets, real)]
    *features, holes, weights = np.array(rows).T
    fitted = logistic_fit(np.column_stack(features), holes, weights * len(weights) / weights.sum())
    slope, words, offset = (round(float(value), 4) for value in fitted)
    return {"slope": slope, "words": words, "offset": offset, "damaged": DAMAGED_SHARE}


def limit_of(sound: Sequence[Measured], words_per: int, real: Mapping[Any, Any], least: float) -> float:
    """Return the lowest limit of log-odds at which sound text has no more false proposals than allowed.

    `least` are the log-odds that a gap has at least.
    """
    found = alarms(sound, real)
    allowed = sum(item.words for item in sound) // words_per
    return found[allowed][0] + 1e-4 if allowed < len(found) else least


def to_probability(odds: float) -> float:
    """Return the probability of log-odds, rounded up, so that none below it have the same."""
    units = 10.0**model.DECIMALS
    return round(math.ceil(model.logistic(odds) * units) / units, model.DECIMALS)


def evidence(
    sets: Mapping[str, Sequence[Measured]], real: Mapping[Any, Any], least: float
) -> dict[str, float]:
    """Return the regression of "values were lost here" on the best log-odds and the length, and its limit.

    `least` are the log-odds that a gap has at least.
    """
    sound = [
        item for item in prose(sets["sound"]) if item.candidates and (item.corpus, item.name) not in real
    ]
    lost = [
        item for name in FITTED for item in prose(sets[name]) if len(item.gaps) >= FEW and item.candidates
    ]
    every = [*sound, *lost]
    x = np.array(
        [
            (
                model.mean_of_best((odds for *_, odds in item.candidates), least),
                math.log(max(item.tokens, model.SHORTEST)),
            )
            for item in every
        ]
    )
    y = np.array([0.0] * len(sound) + [1.0] * len(lost))
    weight = np.where(y > 0, len(sound) * DAMAGED_SHARE / len(lost), 1 - DAMAGED_SHARE)
    slope, length, offset = (round(float(value), 4) for value in logistic_fit(x, y, weight))
    values = np.sort(x[: len(sound)] @ (slope, length) + offset)[::-1]
    limit = model.logistic(values[int(FLAGGED * len(prose(sets["sound"])))])
    return {
        "slope": slope,
        "length": length,
        "offset": offset,
        "limit": round(math.ceil(limit * 1000 + 0.5) / 1000, 3),
    }


def main() -> None:
    """Rewrite the figures of the manifest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("measured", type=Path, help="what evaluate.py kept of half 0")
    arguments = parser.parse_args()
    sets = load(arguments.measured)
    real = real_holes()
    path = PACKAGE / runtime.MANIFEST
    content = json.loads(path.read_text(encoding="utf-8"))
    content["calibration"] = figures = probabilities(sets, real)
    log_odds = partial(model.log_odds, figures=figures)
    sets = calibrated(sets, log_odds)
    least = log_odds(model.FLOOR, -math.inf)
    limits = {
        genre: {
            name: limit_of(of_genre(sets["sound"], genre), per, real, least) for name, per in BUDGETS.items()
        }
        for genre in SOUND_GENRES
    }
    pooled = prose(sets["sound"])
    limits["all"] = {
        # What holds for all genres together must hold for news, too.
        name: max(limit_of(pooled, per, real, least), limits["news"][name])
        for name, per in BUDGETS.items()
    }
    content["budgets"] = {
        genre: {name: to_probability(limit) for name, limit in own.items()} for genre, own in limits.items()
    }
    content["limits"] = {
        genre: {name: round(limit, 4) for name, limit in own.items()} for genre, own in limits.items()
    }
    content["evidence"] = evidence(sets, real, least)
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(
        json.dumps({key: content[key] for key in ("calibration", "limits", "budgets", "evidence")}, indent=1)
    )


if __name__ == "__main__":
    main()
