"""Measure the model alone, the rules alone, and both together, on documents that nothing was trained on.

``--half 0`` reads the development set, which thresholds are chosen on; ``--half 1`` is looked at once.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import pickle
import sys
import zlib
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import data as examples
from compare import GENRES
from corpora import read
from records import WIKI, samples

from textcheck import formats, model
from textcheck.config import Config
from textcheck.engine import Engine
from textcheck.evaluate import TOLERANCE
from textcheck.finding import at_least
from textcheck.gold import LIST_NUMBER
from textcheck.model import tokens as tk
from textcheck.mutate import mutate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

SETS: Mapping[str, tuple[str, float]] = {
    "sound": ("", 0.0),
    "digits-tidied": ("digits-tidied", 1.0),
    "numbers": ("numbers", 1.0),
    "measures": ("measures", 1.0),
    "dates": ("dates", 1.0),
    "digits-tidied, a tenth": ("digits-tidied", 0.1),
    "numbers, a tenth": ("numbers", 0.1),
    "digits-tidied, one": ("digits-tidied", 0.0),
    "numbers, one": ("numbers", 0.0),
    "names, a tenth": ("names", 0.1),
    "names, one": ("names", 0.0),
    "nouns, one": ("nouns", 0.0),
    "phrases, one": ("phrases", 0.0),
    "units, one": ("units", 0.0),
}
"""Modes of damage and shares of values deleted; 0 stands for exactly one value a document."""

REAL = "real losses"
"""The set of wiki text whose losses were labelled by hand, most of them not of numerals."""

WIKI_SHARE = 40
"""One in so many documents of wiki text that nothing was trained on is read with half 1."""

FEW = 3
"""Losses from which a document should not pass."""


class Measured(NamedTuple):
    """What is known of a document: its gaps, what the rules found, what the model scored; in its source.

    A candidate is the number of its token, its range, and its log-odds; before calibration, its two scores.
    """

    corpus: str
    name: str
    words: int
    tokens: int
    density: int
    gaps: tuple[tuple[int, int], ...]
    neutral: tuple[tuple[int, int], ...]
    rules: tuple[tuple[int, int], ...]
    candidates: tuple[tuple[int, int, int, Any], ...]


def documents(half: int) -> Iterator[examples.Source]:
    """Yield the documents of the development set, or of half 1."""
    if half == 0:
        yield from examples.sources(training=False)
        return
    for corpus in examples.REPEATS:
        for text in read(corpus, 1):
            yield examples.Source(text.name, corpus, text.text if text.format == "text" else f"\0{text.text}")
    for text in read(f"damaged/{WIKI}"):
        if zlib.crc32(text.name.encode()) % WIKI_SHARE == 0:
            yield examples.Source(text.name, WIKI, text.text)


def measure(job: tuple[str, list[examples.Source]]) -> list[Measured]:
    """Damage documents, and look at them."""
    name, batch = job
    mode, rate = SETS.get(name, ("", 0.0))
    source_gaps = {sample.name: sample.gaps for sample in samples(WIKI)} if name == REAL else {}
    found: list[Measured] = []
    with Engine(Config(select=("gaps",), model="off", readability=False)) as engine:
        for source in batch:
            kind = "markdown" if source.text.startswith("\0") else "text"
            text = source.text.removeprefix("\0")
            gold = (
                mutate(text, mode, rate=rate, one=not rate, name=source.name, format=kind) if mode else None
            )
            text = gold.text if gold else text
            document = formats.parse(text, kind)
            findings = engine.check(text, format=kind).findings
            [(candidates, length)] = model.candidates([document])
            numbers = sum(token[0].isdecimal() for token in tk.tokens(document))
            gaps = gold.gaps if gold else source_gaps.get(source.name, ())
            found.append(
                Measured(
                    source.corpus,
                    source.name,
                    len(text.split()),
                    length,
                    tk.density(length, numbers),
                    tuple((gap.start, gap.end) for gap in gaps if gap.kind != LIST_NUMBER),
                    tuple((gap.start, gap.end) for gap in gaps if gap.kind == LIST_NUMBER),
                    tuple((f.start, f.end) for f in findings if at_least(f.severity, "warning")),
                    tuple(
                        (c.token, span.start, span.end, (c.score, c.words))
                        for c in candidates
                        for span in [document.source_span(c.start, c.end)]
                    ),
                )
            )
    return found


def collect(half: int, share: int = 1) -> dict[str, list[Measured]]:
    """Measure all sets."""
    batch = list(documents(half))[::share]
    jobs = []
    for name in SETS:
        # Only what is sound is read in full from the larger corpora.
        part = [
            source
            for number, source in enumerate(batch)
            if name == "sound" or source.corpus in GENRES["news"] or number % 4 == 0
        ]
        jobs += [(name, part[first : first + 40]) for first in range(0, len(part), 40)]
    jobs.append((REAL, [examples.Source(sample.name, WIKI, sample.text) for sample in samples(WIKI)]))
    sets: dict[str, list[Measured]] = defaultdict(list)
    with ProcessPoolExecutor(2) as pool:
        for (name, _), found in zip(jobs, pool.map(measure, jobs), strict=True):
            sets[name] += found
    return sets


def load(path: Path) -> dict[str, list[Measured]]:
    """Return what was kept by this command, with scores."""
    content = pickle.loads(path.read_bytes())  # noqa: S301  # written by this command
    return {name: [Measured(*item) for item in found] for name, found in content.items()}


def calibrated(
    sets: Mapping[str, Sequence[Measured]], log_odds: Callable[[float, float], float]
) -> dict[str, list[Measured]]:
    """Return sets with log-odds for scores."""
    return {
        name: [
            item._replace(
                candidates=tuple(
                    (token, start, end, log_odds(*scores)) for token, start, end, scores in item.candidates
                )
            )
            for item in found
        ]
        for name, found in sets.items()
    }


def runs(candidates: Iterable[tuple[int, int, int, float]], limit: float) -> Iterator[tuple[int, int, float]]:
    """Yield the proposals at a limit of the score: range and highest score of neighbours."""
    last = -2
    start = end = 0
    best = -math.inf
    for token, first, stop, score in candidates:
        if score < limit:
            continue
        if token != last + 1:
            if last >= 0:
                yield start, end, best
            start, best = first, -math.inf
        last, end, best = token, stop, max(best, score)
    if last >= 0:
        yield start, end, best


def near(one: tuple[int, int], others: Sequence[tuple[int, ...]]) -> bool:
    """Tell whether a range is within `TOLERANCE` of one of the others."""
    return any(one[0] <= other[1] + TOLERANCE and other[0] <= one[1] + TOLERANCE for other in others)


class Figures(NamedTuple):
    """Counts over a set: gaps, those found by the rules, by the model, by either; false ones; words."""

    gaps: int
    by_rules: int
    by_model: int
    by_either: int
    false_model: int
    true_model: int
    false_rules: int
    words: int
    losing: int
    losing_seen: int
    losing_seen_rules: int
    documents: int
    flagged: int


def figures(
    measured: Iterable[Measured], limit: float, real: Mapping[tuple[str, str], Any] | None = None
) -> Figures:
    """Count at a limit of the score; `real` are the ranges of real holes in sound documents."""
    total = [0] * len(Figures._fields)
    for item in measured:
        known = [*item.gaps, *item.neutral, *(real or {}).get((item.corpus, item.name), ())]
        proposed = [(start, end) for start, end, _ in runs(item.candidates, limit)]
        by_rules = [near(gap, item.rules) for gap in item.gaps]
        by_model = [near(gap, proposed) for gap in item.gaps]
        true = [near(each, known) for each in proposed]
        alone = [
            each for each, good in zip(proposed, true, strict=True) if not good and not near(each, item.rules)
        ]
        losing = len(item.gaps) >= FEW
        counts = (
            len(item.gaps),
            sum(by_rules),
            sum(by_model),
            sum(map(max, by_rules, by_model)),
            len(alone),
            sum(true),
            sum(not near(each, known) for each in item.rules),
            item.words,
            losing,
            losing and bool(proposed or item.rules),
            losing and bool(item.rules),
            1,
            bool(proposed or item.rules),
        )
        total = [a + int(b) for a, b in zip(total, counts, strict=True)]
    return Figures(*total)


def of_genre(measured: Iterable[Measured], genre: str) -> list[Measured]:
    """Return the documents of a genre, or all of them."""
    return [item for item in measured if genre == "all" or item.corpus in GENRES[genre]]


def alarms(
    sound: Iterable[Measured], real: Mapping[tuple[str, str], Any] | None = None
) -> list[tuple[float, Measured, int, int]]:
    """Return the false proposals on sound documents at any limit, highest score first."""
    found = []
    for item in sound:
        known = [*item.rules, *(real or {}).get((item.corpus, item.name), ())]
        # Peaks: a proposal at a lower limit may join two of a higher one.
        scored = list(item.candidates)
        for index, (token, start, end, score) in enumerate(scored):
            left = index and scored[index - 1][0] == token - 1 and scored[index - 1][3] > score
            right = (
                index + 1 < len(scored)
                and scored[index + 1][0] == token + 1
                and scored[index + 1][3] >= score
            )
            if not left and not right and not near((start, end), known):
                found.append((score, item, start, end))
    return sorted(found, key=lambda each: -each[0])


def main() -> None:
    """Measure, and keep what was measured for calibrate.py and record.py."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", type=int, choices=(0, 1), default=0)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--share", type=int, default=1, help="read one document in so many")
    arguments = parser.parse_args()
    os.nice(5)
    sets = collect(arguments.half, arguments.share)
    plain = {name: [tuple(item) for item in found] for name, found in sets.items()}
    arguments.out.write_bytes(pickle.dumps(plain))
    print(json.dumps({name: len(found) for name, found in sets.items()}))


if __name__ == "__main__":
    main()
