"""Read the shared corpora, which stand beside the repository and are never part of it."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
CORPORA = ROOT / "../shared/corpora"
NEWS = ("wikinews", "current_events", "congress", "gum", "stateunion")
"""The plain-text news and speeches among the sound corpora."""


class Text(NamedTuple):
    """A document of a corpus; `format` is a name that `textcheck.check` knows."""

    name: str
    format: str
    text: str


def read(corpus: str, half: int | None = None) -> Iterator[Text]:
    """Yield the documents of a corpus that are in a format textcheck reads.

    Args:
        corpus: a file below the corpora without its ending; ``clean/`` may be left out.
        half: 0 to tune on, 1 to look at once, None for both; told by the checksum of the id.
    """
    path = CORPORA / f"{corpus if '/' in corpus else 'clean/' + corpus}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["format"] not in {"text", "markdown", "rst"}:
                continue
            if half is None or zlib.crc32(record["id"].encode()) % 2 == half:
                kind = "markdown" if record["format"] == "markdown" else "text"
                yield Text(record["id"], kind, record["text"])
