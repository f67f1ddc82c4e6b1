"""Record every finding on a part of the sound corpora, so that a change of behaviour shows in the diff.

Usage: python tools/snapshots.py

The records hold ids, offsets and rule names, never text.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from corpora import ROOT, read

from textcheck.config import Config
from textcheck.engine import Engine

if TYPE_CHECKING:
    from pathlib import Path

SNAPSHOTS = ROOT / "fixtures" / "snapshots"
CORPORA = ("wikinews", "current_events", "gum", "fomc", "pclob")


def snapshot(corpus: str) -> str:
    """Return the findings of the rules that are on by default, a line a document that has any."""
    lines = []
    with Engine(Config(readability=False)) as engine:
        for name, kind, text in read(corpus):
            report = engine.check(text, format=kind)
            found = [[item.rule, item.severity, item.start, item.end] for item in report]
            problems = [problem.message for problem in report.problems]
            if found or problems:
                lines.append(json.dumps({"id": name, "findings": found, "problems": problems}))
    return "".join(f"{line}\n" for line in lines)


def path_of(corpus: str) -> Path:
    """Return where the record of a corpus is kept."""
    return SNAPSHOTS / f"{corpus}.jsonl"


def main() -> None:
    """Write the records."""
    SNAPSHOTS.mkdir(parents=True, exist_ok=True)
    for corpus in CORPORA:
        path_of(corpus).write_text(snapshot(corpus), encoding="utf-8")


if __name__ == "__main__":
    main()
