"""Vale's command line on a folder, with its own style only, less its start-up on one empty file."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import install_peers
import protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

PROGRAM = install_peers.PEERS / "vale" / "vale"
SETTINGS = "StylesPath = styles\nMinAlertLevel = suggestion\n\n[*.txt]\nBasedOnStyles = Vale\n"

START_UPS = 3
"""Runs of which the fastest counts as the start-up."""


class Vale:
    """Vale in a folder of its own.

    Args:
        home: an empty folder.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._peak = 0
        (home / ".vale.ini").write_text(SETTINGS, encoding="utf-8")
        (home / "styles").mkdir()
        self._write("empty", [""])

    def check(self, texts: Sequence[str]) -> float:
        """Return the seconds that it takes for texts."""
        self._write("texts", texts)
        start_up = min(self._run("empty") for _ in range(START_UPS))
        return self._run("texts") - start_up

    def memory(self) -> int:
        """Return the most bytes that it has held."""
        return self._peak

    def _write(self, folder: str, texts: Sequence[str]) -> None:
        target = self._home / folder
        target.mkdir(exist_ok=True)
        for old in target.iterdir():
            old.unlink()
        for number, text in enumerate(texts):
            (target / f"{number:05}.txt").write_bytes(text.encode())

    def _run(self, folder: str) -> float:
        start = time.perf_counter()
        process = subprocess.Popen(
            [PROGRAM, "--no-exit", "--output=JSON", folder],
            cwd=self._home,
            stdout=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, "vale")
        # This worker is small beside Vale, so that what the child inherits of its figure does not show.
        self._peak = max(self._peak, usage.ru_maxrss * protocol.KIB)
        return seconds


with TemporaryDirectory() as folder:
    vale = Vale(Path(folder))
    protocol.serve(install_peers.VALE, vale.check, vale.memory)
