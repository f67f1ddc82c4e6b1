from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from textcheck import check, check_many
from textcheck.config import Config
from textcheck.engine import Engine
from textcheck.parallel import BATCH_SIZE, BATCH_TEXTS, Job, check_jobs, workers

ROOT = Path(__file__).parents[1]


class Poison(str):
    """A text at which the process that reads it dies."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (1,)


def test_order_and_findings_do_not_depend_on_the_processes(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    items: list[str | Path | tuple[str, str]] = [
        *(f"Text {number} marks the th anniversary." for number in range(150)),
        ("named", "In February , they met."),
        missing,
    ]
    alone = list(check_many(items, config={"readability": False}))
    spread = list(check_many(items, config={"readability": False}, jobs=2))
    assert spread == alone
    assert spread[150].name == "named"
    assert spread[151].problems[0].kind == "unreadable"


def test_a_text_that_kills_its_process_is_named_and_the_others_go_on() -> None:
    jobs = [Job(f"The {'th' * (number % 2)} day.", name=f"n{number}") for number in range(BATCH_TEXTS * 3)]
    jobs[70] = Job(Poison("x"), name="bad")
    reports = list(check_jobs(Engine(Config(readability=False)), jobs, 2))
    assert [report.name for report in reports] == [job.name for job in jobs]
    (problem,) = reports[70].problems
    assert (problem.kind, problem.message.partition(":")[0]) == ("crash", "bad")
    assert [report.problems for report in reports[:70] + reports[71:]] == [()] * (len(jobs) - 1)
    assert reports[:70] == list(check_jobs(Engine(Config(readability=False)), jobs[:70], 1))


def test_texts_are_drawn_as_they_are_needed() -> None:
    drawn = 0

    def texts() -> Any:  # noqa: ANN401  # a generator that counts
        nonlocal drawn
        while True:
            drawn += 1
            yield "Plain words. " * (BATCH_SIZE // 100)

    reports = check_many(texts(), config={"select": ["dropped-ordinal"], "readability": False}, jobs=2)
    next(iter(reports))
    assert drawn <= 200
    reports.close()  # type: ignore[attr-defined]  # a generator, promised as an iterator only


def test_wrong_input_is_told_at_once() -> None:
    with pytest.raises(ValueError, match="jobs must be 0 or more"):
        check_many([], jobs=-1)
    with pytest.raises(ValueError, match="unknown format"):
        check_many([], format="word", jobs=2)
    assert workers(0) >= 1


def test_the_command_spreads_files(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"They marked the {'th' * (number == 3)} day.\n")
    command = [sys.executable, "-m", "textcheck", "check", "--output-format", "json", str(tmp_path)]
    one, two = (
        subprocess.run([*command, "--jobs", jobs], capture_output=True, cwd=ROOT, check=False)
        for jobs in "12"
    )
    assert (one.returncode, two.returncode) == (1, 1)
    assert one.stdout == two.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_an_interrupt_stops_at_once(tmp_path: Path) -> None:
    for number in range(4000):
        (tmp_path / f"{number}.txt").write_text("They marked the fourth day. " * 400)
    command = [sys.executable, "-m", "textcheck", "check", "--jobs", "2", str(tmp_path)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # What a shell runs in the background ignores interrupts, and hands that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  # no threads here
    ) as running:
        assert running.stdout
        # Something is printed when the first texts are done, and all processes at work.
        assert running.stdout.readline()
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=30)
    assert running.returncode != 0
    assert b"Traceback" not in said


def test_one_text_needs_no_processes() -> None:
    assert list(check_many(["The th day."])) == [check("The th day.")]
