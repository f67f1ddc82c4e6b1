"""Who is measured, and the rounds in which two of them take turns."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from install_peers import PEERS, python_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from typing_extensions import Self

HERE = Path(__file__).resolve().parent

DOCUMENTS = 300
"""Documents of a round."""

START_UPS = 5
"""Runs of a command of which the median is its start-up."""

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Contestant:
    """A checker and how it is run.

    `start_up` is the command that does next to nothing; None takes the time until its worker is
    ready. `installed` must be there. `rival` is the name of our own run to compare with.
    """

    name: str
    worker: tuple[str, ...]
    how: str
    start_up: tuple[str, ...] | None = None
    installed: Path | None = None
    documents: int = DOCUMENTS
    rival: str = "textcheck"

    @property
    def missing(self) -> str:
        """What keeps it from being run here, or nothing."""
        if self.installed is not None and not self.installed.exists():
            return "not installed"
        program = self.worker[0]
        return "" if shutil.which(program) else f"{Path(program).name} is missing"


def _python(script: str, *options: str, interpreter: str | Path = sys.executable) -> tuple[str, ...]:
    return (str(interpreter), str(HERE / script), *options)


def _from_pypi(name: str, how: str, start_up: Sequence[str], rival: str = "textcheck") -> Contestant:
    python = python_of(name)
    return Contestant(
        name=name,
        worker=_python(f"run_{name}.py", interpreter=python),
        how=how,
        start_up=(str(python), *start_up),
        installed=PEERS / name,
        rival=rival,
    )


OURS = Contestant(
    "textcheck",
    _python("run_textcheck.py"),
    "as a library, rules without the model, findings only",
    (sys.executable, "-m", "textcheck", "--version"),
)
MODEL = Contestant(
    "textcheck with its model",
    _python("run_textcheck.py", "model"),
    "as a library, rules and model, findings only",
    (sys.executable, "-m", "textcheck", "--version"),
)
SCORED = Contestant(
    "textcheck with readability",
    _python("run_textcheck.py", "readability"),
    "as a library, rules without the model, findings and readability",
    (sys.executable, "-m", "textcheck", "--version"),
)
BARE = Contestant(
    "bare RE2 scan",
    _python("run_bare_scan.py"),
    "our patterns, relaxed, as sets of RE2 on whole documents; nothing is verified or reported",
)
PEERS_BY_NAME = {
    peer.name: peer
    for peer in (
        _from_pypi(
            "codespell",
            "its loop over the words of each line, default dictionaries",
            ("-m", "codespell_lib", "--version"),
        ),
        Contestant(
            "vale",
            _python("run_vale.py"),
            "command line on a folder, its own style only, less its start-up on an empty file",
            (str(PEERS / "vale" / "vale"), "--version"),
            PEERS / "vale" / "vale",
        ),
        Contestant(
            "write-good",
            ("node", str(HERE / "run_write_good.mjs")),
            "as a library",
            ("node", str(PEERS / "write-good/node_modules/write-good/bin/write-good.js"), "--version"),
            PEERS / "write-good" / "node_modules",
        ),
        _from_pypi("proselint", "as a library, default checks", ("-m", "proselint", "version")),
        Contestant(
            "harper",
            ("node", str(HERE / "run_harper.mjs")),
            "WebAssembly in Node, one long-lived linter, default rules; start-up is until it is ready",
            None,
            PEERS / "harper" / "node_modules",
            documents=60,
        ),
        Contestant(
            "languagetool",
            _python("run_languagetool.py"),
            "local server over HTTP, American English; start-up is until its first answer",
            None,
            PEERS / "languagetool",
            documents=20,
        ),
        _from_pypi(
            "textstat",
            "`text_standard`, with our table of syllables for the one it downloads; start-up is its import",
            ("-c", "import textstat"),
            SCORED.name,
        ),
    )
}


class Answer(NamedTuple):
    """Seconds that some documents took, and the most bytes held so far."""

    seconds: float
    peak: int


class Worker:
    """A running contestant.

    Raises:
        ChildProcessError: it ended of its own accord.
    """

    def __init__(self, contestant: Contestant, folder: Path) -> None:
        self.contestant = contestant
        start = time.perf_counter()
        self._process = subprocess.Popen(
            [*contestant.worker, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.version = str(self._read()["version"])
        self.seconds_to_start = time.perf_counter() - start

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _value: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def run(self, first: int, count: int) -> Answer:
        """Check `count` documents from number `first` on, round the folder."""
        assert self._process.stdin is not None  # noqa: S101  # it is a pipe
        self._process.stdin.write(json.dumps([first, count]) + "\n")
        self._process.stdin.flush()
        answer = self._read()
        return Answer(float(answer["seconds"]), int(answer["peak"]))

    def _read(self) -> dict[str, str]:
        assert self._process.stdout is not None  # noqa: S101  # it is a pipe
        line = self._process.stdout.readline()
        if not line:
            self._process.wait()
            raise ChildProcessError(f"{self.contestant.name} ended early")
        message: dict[str, str] = json.loads(line)
        return message


@dataclass(frozen=True, slots=True)
class Contest:
    """What was measured of a contestant.

    `speed` is in MB/s; `ratio` says how many times as fast our own run was on the same documents,
    the median of the rounds; `start_up` is in seconds, `peak` in bytes, 0 where it is not known.
    """

    name: str
    version: str
    how: str
    rival: str
    documents: int
    speed: float
    ratio: float
    start_up: float
    peak: int


def measure(
    contestants: Sequence[Contestant], folder: Path, sizes: Sequence[int], rounds: int
) -> tuple[list[Contest], dict[str, str]]:
    """Let our own runs and each contestant take turns over the same documents.

    Before the first round each checks as many documents as in a round, which do not count.

    Args:
        contestants: without `OURS`, `MODEL` and `SCORED`, which come first in what is returned.
        folder: the documents, as `documents.write` wrote them.
        sizes: the bytes of each document.
        rounds: turns; the documents of one are those that follow the ones of the turn before.

    Returns:
        What was measured, and why a contestant is not among it.
    """
    with ExitStack() as stack:
        ours = {each.name: stack.enter_context(Worker(each, folder)) for each in (OURS, MODEL, SCORED)}
        contests = [_contest(worker, ours[OURS.name], sizes, rounds) for worker in ours.values()]
        failed: dict[str, str] = {}
        for contestant in contestants:
            if contestant.missing:
                failed[contestant.name] = contestant.missing
                continue
            try:
                with Worker(contestant, folder) as worker:
                    contests.append(_contest(worker, ours[contestant.rival], sizes, rounds))
            except ChildProcessError as error:
                failed[contestant.name] = str(error)
    return contests, failed


def _contest(worker: Worker, rival: Worker, sizes: Sequence[int], rounds: int) -> Contest:
    contestant = worker.contestant
    count = min(contestant.documents, len(sizes))
    speeds: list[float] = []
    ratios: list[float] = []
    peak = 0
    for turn in range(rounds + 1):
        first = turn * count
        theirs = worker.run(first, count)
        seconds = rival.run(first, count).seconds if rival is not worker else theirs.seconds
        size = sum(sizes[number % len(sizes)] for number in range(first, first + count))
        if turn:
            speeds.append(size / theirs.seconds / MB)
            ratios.append(theirs.seconds / seconds)
            peak = theirs.peak
    return Contest(
        name=contestant.name,
        version=worker.version,
        how=contestant.how,
        rival=contestant.rival,
        documents=count,
        speed=median(speeds),
        ratio=median(ratios),
        start_up=_start_up(contestant.start_up) if contestant.start_up else worker.seconds_to_start,
        peak=peak,
    )


def _start_up(command: Sequence[str]) -> float:
    return median(seconds_of(command) for _ in range(START_UPS))


def seconds_of(command: Sequence[str]) -> float:
    """Return how long a command takes whose output nobody reads.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def use_cores(cores: set[int]) -> None:
    """Keep this process, and those it starts from now on, on these cores where the system allows."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, cores)


def all_cores() -> set[int]:
    """Return the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return set(os.sched_getaffinity(0))
    return set(range(os.cpu_count() or 1))
