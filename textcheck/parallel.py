"""Checks many texts, in this process or spread over several, in the order in which they come."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from textcheck.engine import Engine, Given, read
from textcheck.finding import Problem, Report
from textcheck.source import SourceError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence
    from multiprocessing.context import BaseContext
    from pathlib import Path

BATCH_TEXTS = 64
"""Most texts that are checked together, or sent to a process at once: more of them are no faster."""

BATCH_SIZE = 500_000
"""Code points, or bytes of files, from which a batch is full, whatever its number of texts."""

BATCHES_AHEAD = 3
"""Batches in work or waiting for each process, so that none idles and memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Job:
    """A text, or the file to read it from, and how to read it; `format` None goes by the extension.

    `trouble` says that there is nothing to check, and why.
    """

    text: str | None = None
    path: Path | None = None
    trouble: SourceError | None = None
    format: str | None = None
    encoding: str | None = None
    name: str | None = None


def check_batch(engine: Engine, jobs: Sequence[Job]) -> list[Report]:
    """Check some texts; a file that cannot be read gives a report of that problem."""
    given: list[Given] = []
    unread: dict[int, Report] = {}
    for number, job in enumerate(jobs):
        try:
            given.append(_given(job))
        except SourceError as error:  # noqa: PERF203  # a file costs far more than the block
            unread[number] = unreadable(error, str(job.path or job.name))
    checked = iter(engine.check_all(given))
    return [unread[number] if number in unread else next(checked) for number in range(len(jobs))]


def _given(job: Job) -> Given:
    if job.trouble is not None:
        raise job.trouble
    if job.path is not None:
        return read(job.path, format=job.format, encoding=job.encoding)
    return Given(job.text or "", job.format or "text", job.name)


def unreadable(error: SourceError, name: str) -> Report:
    """Report a text that cannot be had, by its path or else by `name`."""
    return Report((), problems=(Problem("unreadable", str(error)),), name=str(error.path or name))


def check_jobs(
    engine: Engine, jobs: Iterable[Job], workers: int, *, ahead: bool = True
) -> Generator[Report, None, None]:
    """Check texts lazily and in order, in so many processes.

    A text at which a process dies gives a report of that problem, and the others go on.

    Args:
        engine: what checks them in this process; others make one of the same settings. It stays open.
        jobs: the texts.
        workers: processes to spread them over; 1 checks them in this one.
        ahead: whether one process may take several texts before it reports on the first; more do so anyway.
    """
    if workers == 1:
        for batch in _batches(jobs) if ahead else ([job] for job in jobs):
            yield from check_batch(engine, batch)
    else:
        yield from _Spread(pickle.dumps(engine.config), workers).run(jobs)


def workers(jobs: int) -> int:
    """Return how many processes `jobs` asks for: 0 stands for one for each processor we may use.

    Raises:
        ValueError: it is negative.
    """
    if jobs < 0:
        raise ValueError(f"jobs must be 0 or more, not {jobs}; 0 takes one process for each processor")
    if jobs:
        return jobs
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


class _Spread:
    """One run over several processes."""

    def __init__(self, settings: bytes, workers: int) -> None:
        self._settings = settings
        self._workers = workers
        self._pool = self._new_pool(workers)

    def run(self, jobs: Iterable[Job]) -> Iterator[Report]:
        waiting: deque[tuple[list[Job], Future[list[Report]]]] = deque()
        try:
            for batch in _batches(jobs):
                waiting.append((batch, self._submit(batch)))
                if len(waiting) >= BATCHES_AHEAD * self._workers:
                    yield from self._next(waiting)
            while waiting:
                yield from self._next(waiting)
        finally:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _next(self, waiting: deque[tuple[list[Job], Future[list[Report]]]]) -> list[Report]:
        batch, future = waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            reports = self._one_by_one(batch)
            self._pool = self._new_pool(self._workers)
            again = [(later, self._submit(later)) for later, _ in waiting]
            waiting.clear()
            waiting.extend(again)
            return reports

    def _one_by_one(self, batch: list[Job]) -> list[Report]:
        """Find out at which texts of a batch a process dies."""
        reports: list[Report] = []
        pool = self._new_pool(1)
        for job in batch:
            try:
                reports += pool.submit(_check_batch, self._settings, [job]).result()
            except BrokenProcessPool:  # noqa: PERF203  # a process costs far more than the block
                reports.append(_lost(job))
                pool = self._new_pool(1)
        pool.shutdown()
        return reports

    def _submit(self, batch: list[Job]) -> Future[list[Report]]:
        try:
            return self._pool.submit(_check_batch, self._settings, batch)
        except BrokenProcessPool as error:
            broken: Future[list[Report]] = Future()
            broken.set_exception(error)
            return broken

    @staticmethod
    def _new_pool(workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, mp_context=_context(), initializer=_prepare)


def _context() -> BaseContext:
    """Return how processes are started: from a clean one, since ours may have threads and locks."""
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload([__name__])
    return context


def _prepare() -> None:
    """Let the first process alone answer to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_one_thread()


def use_one_thread() -> None:
    """Keep NumPy to one thread in this process, if it is loaded later: the model's matrices are small."""
    for library in ("OPENBLAS", "MKL", "OMP"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")


@lru_cache(maxsize=1)
def _engine(settings: bytes) -> Engine:
    return Engine(pickle.loads(settings))  # noqa: S301  # our own, from the first process


def _check_batch(settings: bytes, batch: list[Job]) -> list[Report]:
    return check_batch(_engine(settings), batch)


def _batches(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    batch: list[Job] = []
    size = 0
    for job in jobs:
        batch.append(job)
        size += len(job.text or "") if job.path is None else _size(job.path)
        if len(batch) >= BATCH_TEXTS or size >= BATCH_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(path: Path) -> int:
    """Return the bytes of a file; one that cannot be read says so later."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _lost(job: Job) -> Report:
    name = str(job.path) if job.path else job.name
    message = f"{name or 'a text'}: the process that checked it died; leave it out, and report it"
    return Report((), problems=(Problem("crash", message),), name=name)
