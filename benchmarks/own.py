"""What is measured of textcheck alone: its growth with rules, length and workers, and its stages."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import islice, product
from statistics import median
from typing import TYPE_CHECKING, TypeVar

import documents
from bare import BareScan
from contestants import MB, OURS, Worker, seconds_of

from textcheck import formats, registry
from textcheck.config import Config
from textcheck.engine import Engine, Given
from textcheck.rule import Category, Pattern, Rule, flags, passes, pattern
from textcheck.scan import Scanner

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from textcheck.document import Document

_Item = TypeVar("_Item")
_Key = TypeVar("_Key")

RULES = (10, 50, 100, 200)
"""Numbers of synthetic rules."""

LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
"""Bytes of one document."""

WHOLE = 8_000_000
"""Bytes of the text that is checked as one document and in pieces."""

LONGEST = 100_000_000
"""Bytes of the document that is checked on request."""

ENOUGH = 200_000
"""Bytes that a round checks at least, a short document several times, so that there is something to time."""

JOBS = (1, 2)
FILES = 20_000
FILE_SIZE = 1000
"""Bytes from which a file that workers share ends with the paragraph."""

_BEFORE = ("in", "of", "by", "on", "from", "to", "with", "about", "over", "than")
_AFTER = ("the", "a", "its", "his", "this", "that", "those", "many", "some", "other")
_LAST = ("th", "nd", "km", "kg", "mm", "ft", "per cent", "percent", "million", "billion", "degrees", "mph")


@dataclass(frozen=True, slots=True)
class Length:
    """Seconds per MB, and peak memory in bytes, of one document or of the same text in many."""

    size: int
    documents: int
    seconds: float
    peak: int


@dataclass(frozen=True, slots=True)
class Stage:
    """Seconds per MB of a part of `Engine.check`."""

    name: str
    seconds: float


def synthetic_rules(number: int) -> list[Rule]:
    """Return rules of the usual kind: function words, and a unit that stands without its number."""
    choices = list(product(_BEFORE, _AFTER, _LAST))
    random.Random(1).shuffle(choices)  # noqa: S311  # an order, not a secret
    category = Category("synthetic", "Rules to measure with.", "info")
    cases = [flags("[[in the th]] year"), passes("in the year")]
    return [
        Rule(
            f"synthetic-{index}",
            category,
            "A rule to measure with.",
            pattern(
                rf"(?i)\b{before}\s+(?:{after}|{last})\s+(?P<gap>{last})\b(?!\s*\d)",
                message="No number before “{gap}”",
                why="It is synthetic.",
                cases=cases,
            ),
        )
        for index, (before, after, last) in enumerate(choices[:number])
    ]


def rule_counts(texts: Sequence[str], rounds: int) -> dict[int, float]:
    """Return the seconds per MB that the scan takes for numbers of synthetic rules."""
    parsed = [formats.parse(text) for text in texts]
    scanners = {number: Scanner(synthetic_rules(number)) for number in RULES}
    turns = {number: partial(_seconds_of_all, scanner.scan, parsed) for number, scanner in scanners.items()}
    return _per_megabyte(turns, texts, rounds)


def lengths(sizes: Sequence[int], folder: Path, rounds: int) -> list[Length]:
    """Return what one document of each size takes."""
    return [_length(size, folder / str(size), rounds) for size in sizes]


def _length(size: int, folder: Path, rounds: int) -> Length:
    times = max(1, ENOUGH // size)
    with Worker(OURS, documents.write([_joined(documents.joined(size), size)], folder)) as worker:
        worker.run(0, times if rounds > 1 else 0)
        answers = [worker.run(0, times) for _ in range(rounds)]
    return Length(size, 1, median(answer.seconds for answer in answers) / times / size * MB, answers[-1].peak)


def whole_and_pieces(size: int, folder: Path, rounds: int) -> tuple[Length, Length, float]:
    """Return what a text takes as one document and as many of about 2 kB, and the ratio of the two.

    The ratio is the median of the rounds, in which both take turns.
    """
    texts = documents.joined(size)
    with ExitStack() as stack:
        whole, pieces = (
            stack.enter_context(Worker(OURS, documents.write(contents, folder / name)))
            for name, contents in (("whole", [_joined(texts, size)]), ("pieces", texts))
        )
        turns = [(whole.run(0, 1), pieces.run(0, len(texts))) for _ in range(rounds + 1)]
    ones, many = zip(*turns[1:], strict=True)
    return (
        Length(size, 1, median(one.seconds for one in ones) / size * MB, ones[-1].peak),
        Length(size, len(texts), median(each.seconds for each in many) / size * MB, many[-1].peak),
        median(one.seconds / each.seconds for one, each in turns[1:]),
    )


def _joined(texts: Sequence[str], size: int) -> str:
    return "\n\n".join(texts).encode()[:size].decode(errors="ignore")


def jobs(folder: Path, rounds: int) -> dict[int, float] | None:
    """Return the seconds that a check takes with each number of workers; None without ``--jobs``."""
    check = [sys.executable, "-m", "textcheck", "check"]
    if "--jobs" not in subprocess.run([*check, "--help"], capture_output=True, check=True, text=True).stdout:
        return None
    documents.write(islice(documents.endless(FILE_SIZE), FILES), folder)
    command = [
        *check,
        "--isolated",
        "--quiet",
        "--exit-zero",
        "--no-readability",
        "--model",
        "off",
        str(folder),
        "--jobs",
    ]
    turns = {number: partial(seconds_of, [*command, str(number)]) for number in JOBS}
    return _medians(turns, rounds)


def stages(texts: Sequence[str], rounds: int) -> list[Stage]:
    """Return where the time of a check goes; what cannot be run alone is told by difference."""
    rules = [rule for rule in registry.resolve() if not rule.definition.model]
    patterns = [rule for rule in rules if isinstance(rule.definition.shape, Pattern)]
    functions = [rule for rule in rules if not isinstance(rule.definition.shape, Pattern)]
    scan, scan_patterns, scan_functions = (Scanner(some).scan for some in (rules, patterns, functions))
    given = [Given(text) for text in texts]
    bare, plain = BareScan(patterns), Engine(Config(readability=False, model="off"))
    full, scored = Engine(Config(readability=False)), Engine(Config(model="off"))
    turns = {
        "parse": partial(_seconds, formats.parse, texts),
        "set": partial(_seconds, bare.match, texts),
        "patterns": partial(_seconds_parsed, scan_patterns, texts),
        "functions": partial(_seconds_parsed, scan_functions, texts),
        "scan": partial(_seconds_parsed, scan, texts),
        "check": partial(_seconds_of_all, plain.check_all, given),
        "full": partial(_seconds_of_all, full.check_all, given),
        "scored": partial(_seconds_of_all, scored.check_all, given),
    }
    took = _per_megabyte(turns, texts, rounds)
    return [
        Stage("parse into blocks", took["parse"]),
        Stage("scan for all patterns at once", took["set"]),
        Stage("cut into blocks and verify candidates", took["patterns"] - took["set"]),
        Stage("functions, and the sentences and words they share", took["functions"]),
        Stage("merge, judge and report", took["check"] - took["parse"] - took["scan"]),
        Stage("the model", took["full"] - took["check"]),
        Stage("readability", took["scored"] - took["check"]),
    ]


def _seconds(call: Callable[[_Item], object], items: Sequence[_Item]) -> float:
    start = time.perf_counter()
    for item in items:
        call(item)
    return time.perf_counter() - start


def _seconds_of_all(call: Callable[[Sequence[_Item]], object], items: Sequence[_Item]) -> float:
    start = time.perf_counter()
    call(items)
    return time.perf_counter() - start


def _seconds_parsed(call: Callable[[Sequence[Document]], object], texts: Sequence[str]) -> float:
    """Time a call on new documents, which keep nothing from one round to the next."""
    return _seconds_of_all(call, [formats.parse(text) for text in texts])


def _per_megabyte(
    turns: Mapping[_Key, Callable[[], float]], texts: Sequence[str], rounds: int
) -> dict[_Key, float]:
    size = sum(len(text.encode()) for text in texts)
    return {key: seconds / size * MB for key, seconds in _medians(turns, rounds).items()}


def _medians(turns: Mapping[_Key, Callable[[], float]], rounds: int) -> dict[_Key, float]:
    """Return the median seconds of each; they take turns in rounds, after one that does not count."""
    found = [{key: turn() for key, turn in turns.items()} for _ in range(rounds + 1)]
    return {key: median(seconds[key] for seconds in found[1:]) for key in turns}
