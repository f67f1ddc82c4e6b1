"""The documents that are checked: sound news, cut at the ends of paragraphs."""

from __future__ import annotations

import random
import re
import sys
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ROOT = Path(__file__).resolve().parents[1]

SIZE = 2000
"""Bytes from which a document ends with the paragraph."""

LONGEST = 4000
"""Bytes of the longest document that is taken; a few have paragraphs longer than that."""

NEWS = ("wikinews", "current_events", "gum")
MORE = ("congress", "digitalgov", "human_rights", "stateunion")
"""Corpora that long texts go on with."""

GENERATED = 300
"""Documents made from the fixtures where the corpora are absent."""

_PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*")


def news() -> tuple[list[str], str]:
    """Return documents of about 2 kB, always in the same order, and what they are."""
    if not _corpora():
        return list(_generated()), "generated from fixtures/sound by putting its paragraphs in varied order"
    texts = [text for text in _cut(_read(NEWS), SIZE) if len(text.encode()) <= LONGEST]
    random.Random(1).shuffle(texts)  # noqa: S311  # an order, not a secret
    return texts, f"sound news ({', '.join(NEWS)}) cut at ends of paragraphs"


def endless(least: int = SIZE) -> Iterator[str]:
    """Yield documents of `least` bytes and what is left of the paragraph, in the order of the corpora.

    They repeat themselves only where there is no more text.
    """
    return cycle(_cut(_read((*NEWS, *MORE)), least) if _corpora() else _generated())


def joined(size: int) -> list[str]:
    """Return documents of about 2 kB that are `size` bytes of UTF-8 together, or a little more."""
    texts: list[str] = []
    for text in endless():
        texts.append(text)
        size -= len(text.encode())
        if size <= 0:
            break
    return texts


def write(texts: Iterable[str], folder: Path) -> Path:
    """Write each text to a file of a new folder, in order, and return the folder."""
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:06}.txt").write_bytes(text.encode())
    return folder


def _corpora() -> bool:
    return (ROOT / "../shared/corpora/clean").is_dir()


def _read(names: Sequence[str]) -> Iterator[str]:
    sys.path.append(str(ROOT / "tools"))
    import corpora  # noqa: PLC0415  # found only now

    return (text.text for name in names for text in corpora.read(name) if text.format == "text")


def _cut(texts: Iterable[str], least: int) -> Iterator[str]:
    for text in texts:
        paragraphs: list[str] = []
        size = 0
        for paragraph in _PARAGRAPH_END.split(text.strip()):
            paragraphs.append(paragraph)
            size += len(paragraph.encode())
            if size >= least:
                yield "\n\n".join(paragraphs) + "\n"
                paragraphs, size = [], 0


def _generated() -> Iterator[str]:
    order = random.Random(1)  # noqa: S311  # an order, not a secret
    sources = cycle(sorted((ROOT / "fixtures" / "sound").glob("*.txt")))
    for source in islice(sources, GENERATED):
        paragraphs = _PARAGRAPH_END.split(source.read_text(encoding="utf-8").strip())
        order.shuffle(paragraphs)
        yield "\n\n".join(paragraphs) + "\n"
