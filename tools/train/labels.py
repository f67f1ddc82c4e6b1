"""The judgements of false alarms that were read: which of them are real holes in the "sound" text."""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from corpora import ROOT

LABELS = ROOT / "fixtures" / "labels" / "model.tsv"
"""One alarm a line: corpus, id of the document, start and end in its source, verdict.

The verdict is ``hole`` where a value is missing in the published text, ``damage`` where something else
is, and ``sound`` where nothing is.
"""

REAL = frozenset({"hole", "damage"})


def real_holes() -> dict[tuple[str, str], list[tuple[int, int]]]:
    """Return the ranges of real holes by corpus and id."""
    found: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    if LABELS.exists():
        with LABELS.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                if row["verdict"] in REAL:
                    found[row["corpus"], row["id"]].append((int(row["start"]), int(row["end"])))
    return dict(found)
