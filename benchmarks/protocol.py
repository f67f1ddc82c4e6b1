"""The talk between `speed.py` and a worker: a process that runs one checker over documents.

A worker is given a folder of documents and says, in one line of JSON, which version it runs once it is
ready. To each line ``[first, count]`` that it reads it answers with the seconds that these documents
took, which are counted round the folder, and the most memory in bytes that the checker has held so far.
"""

from __future__ import annotations

import json
import sys
import time
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

KIB = 1024


def arguments() -> list[str]:
    """Return what the worker was given besides the folder."""
    return sys.argv[1:-1]


def peak(process: int | str = "self") -> int:
    """Return the most memory, in bytes, that a process has held at once; 0 where Linux is not there to ask.

    The usage that the system reports of an ended child would include that of the parent it was forked
    from.
    """
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * KIB for line in lines if line.startswith("VmHWM:")), 0)


def serve(
    version: str,
    check: Callable[[Sequence[str]], float | None],
    memory: Callable[[], int] = peak,
) -> None:
    """Answer until standard input ends.

    Args:
        version: the version of the checker.
        check: runs it over documents; returns the seconds taken where these are not those of the call.
        memory: returns the checker's peak memory in bytes.
    """
    # Line ends count as they stand, as in the files that the other checkers read.
    texts = [path.read_bytes().decode() for path in sorted(Path(sys.argv[-1]).iterdir())]
    _say({"version": version})
    for line in sys.stdin:
        first, count = json.loads(line)
        chosen = list(islice(cycle(texts), first, first + count))
        start = time.perf_counter()
        seconds = check(chosen)
        if seconds is None:
            seconds = time.perf_counter() - start
        _say({"seconds": seconds, "peak": memory()})


def _say(message: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()
