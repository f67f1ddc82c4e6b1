"""Make the examples that the model is trained on: tokens of damaged and of sound documents, with labels.

All documents are split by the checksum of their id: half 1 of the sound corpora is never read here. Of
half 0, `TRAIN_TENTHS` tenths are trained on and the rest is the development set.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from bisect import bisect_right
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from corpora import read

from textcheck import formats
from textcheck.config import Config
from textcheck.engine import Engine, Given
from textcheck.gold import LIST_NUMBER
from textcheck.model import tokens as tk
from textcheck.mutate import WORD_KINDS, mutate
from textcheck.parallel import BATCH_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from textcheck.document import Document
    from textcheck.gold import Gold

Array = np.ndarray[Any, np.dtype[Any]]

WIKI = ("train/wiki-1", "train/wiki-2", "train/wiki-4", "train/wiki-5")
"""Wiki text; its templates are gone, so that paragraphs in which a gap rule fires are left out."""

REPEATS: Mapping[str, int] = {
    "wikinews": 6,
    "current_events": 6,
    "congress": 3,
    "gum": 5,
    "stateunion": 4,
    "fomc": 6,
    "pclob": 6,
    "state_history": 4,
    "govblog": 3,
    "digitalgov": 3,
    "human_rights": 2,
    "craft": 1,
}
"""Sound corpora, and how often each document of them is damaged anew in one draw; wiki text is read once."""

TRAIN_TENTHS = 6
"""Tenths of half 0 of the sound corpora that are trained on."""

WIKI_FIFTIETHS = 49
"""Fiftieths of the wiki text that are trained on."""

MODES: Mapping[str, float] = {
    "": 0.19,
    "digits-tidied": 0.27,
    "numbers": 0.28,
    "measures": 0.05,
    "dates": 0.045,
    "names": 0.075,
    "nouns": 0.03,
    "phrases": 0.06,
}
"""Shares of documents by the mode of their damage; those of no mode are sound."""

RATES: Mapping[float, float] = {0.0: 0.1, 0.1: 0.15, 0.3: 0.2, 0.6: 0.1, 1.0: 0.45}
"""Shares of damaged documents by the share of values that is deleted; 0 stands for exactly one value."""

WORD_RATES: Mapping[float, float] = {0.0: 0.1, 0.1: 0.3, 0.3: 0.35, 0.6: 0.15, 1.0: 0.1}
"""The same where words are deleted, of which there are more; less is left of a text that loses all."""

WORD_MODES = frozenset({"names", "nouns", "phrases"})

VOCABULARY = 60_000
"""Words with a vector of their own."""

FEWEST = 5
"""Occurrences in the sound text from which a word may have one."""

PADS = 4
"""Paddings between documents."""

SOUND, HOLE, IGNORED, WORD = 0, 1, 2, 3
"""Labels of the gap behind a token: at a `HOLE`, a number is missing, at a `WORD`, a name or other words."""


class Source(NamedTuple):
    """A sound document as plain text."""

    name: str
    corpus: str
    text: str


def trains(name: str, *, wiki: bool) -> bool:
    """Tell whether a document is trained on; what is not, and is not of half 1, is for development."""
    number = zlib.crc32(name.encode()) // 2
    return number % 50 < WIKI_FIFTIETHS if wiki else number % 10 < TRAIN_TENTHS


def plain(text: str, kind: str) -> str:
    """Return a text as plain text, so that offsets of its source and of its prose are the same."""
    if kind == "text":
        return text
    document = formats.parse(text, kind)
    return "\n\n".join(document.text(block) for block in document.prose_blocks)


def sources(*, training: bool) -> Iterator[Source]:
    """Yield the documents for training or for development."""
    for corpus in REPEATS:
        for text in read(corpus, 0):
            if trains(text.name, wiki=False) is training:
                yield Source(text.name, corpus, plain(text.text, text.format))
    for corpus in WIKI:
        for text in read(corpus):
            if trains(text.name, wiki=True) is training:
                yield Source(text.name, corpus, text.text)


def without_holes(batch: Sequence[Source]) -> list[Source]:
    """Return documents less the lines in which a gap rule fires."""
    kept: list[Source] = []
    # Without the model: it is not to choose its own text.
    with Engine(Config(select=("gaps",), model="off", readability=False)) as engine:
        for first in range(0, len(batch), BATCH_TEXTS):
            some = batch[first : first + BATCH_TEXTS]
            reports = engine.check_all([Given(source.text, name=source.name) for source in some])
            for source, report in zip(some, reports, strict=True):
                spans = [(finding.start, finding.end) for finding in report.findings]
                kept.append(source._replace(text=_less(source.text, spans)))
    return kept


def _less(text: str, spans: Iterable[tuple[int, int]]) -> str:
    bad = list(spans)
    lines: list[str] = []
    position = 0
    for line in text.split("\n"):
        end = position + len(line)
        if not any(start <= end and position <= stop for start, stop in bad):
            lines.append(line)
        position = end + 1
    return "\n".join(lines)


def vocabulary(batch: Iterable[Source]) -> Counter[str]:
    """Count the normal tokens of documents."""
    counts: Counter[str] = Counter()
    for source in batch:
        counts.update(tk.TOKEN.findall(source.text))
    normal: Counter[str] = Counter()
    for token, count in counts.items():
        normal[tk.normal(token)] += count
    return normal


def damaged(source: Source, draw: str) -> Gold | None:
    """Damage a document as the draw has it, or return None where it stays sound."""
    chooser = Random(zlib.crc32(f"{draw}/{source.name}".encode()))  # noqa: S311  # repeatable, no secret
    mode = _chosen(MODES, chooser.random())
    rate = _chosen(WORD_RATES if mode in WORD_MODES else RATES, chooser.random())
    if not mode:
        return None
    seed = int(chooser.random() * 2**31)
    return mutate(source.text, mode, rate=rate, one=not rate, seed=seed, name=source.name)


def _chosen(shares: Mapping[Any, float], number: float) -> Any:  # noqa: ANN401  # any key
    for key, share in shares.items():
        number -= share
        if number < 0:
            return key
    return next(iter(shares))


def holes(gold: Gold) -> Iterator[tuple[int, int]]:
    """Yield the places of holes, in code points, and their labels.

    Of a value whose digits were deleted, that is each place where digits stood.
    """
    for gap in gold.gaps:
        label = WORD if gap.kind in WORD_KINDS else IGNORED if gap.kind == LIST_NUMBER else HOLE
        if gap.start == gap.end:
            yield gap.start, label
            continue
        place = gap.start
        inside = False
        for sign in gap.removed:
            if not sign.isdecimal():
                place += 1
                inside = False
            elif not inside:
                yield place, label
                inside = True


def labelled(document: Document, places: Iterable[tuple[int, int]]) -> tuple[list[str], Array]:
    """Return the tokens of a document, and the label of the gap behind each."""
    found = [tk.BOUNDARY]
    starts: list[int] = [-1]
    ends: list[int] = [-1]
    bounds: list[tuple[int, int]] = []
    prose = tk.prose(document)
    for block in tk.blocks(document):
        bounds.append((block.start, block.end))
        for match in tk.TOKEN.finditer(prose, block.start, block.end):
            found.append(match[0])
            starts.append(match.start())
            ends.append(match.end())
        found.append(tk.BOUNDARY)
        starts.append(block.end)
        ends.append(block.end)
    labels = np.zeros(len(found), np.uint8)
    firsts = [start for start, _ in bounds]
    for place, label in places:
        index = bisect_right(firsts, place + 1) - 1
        if index < 0 or place > bounds[index][1] + 1:
            continue
        place = min(max(place, bounds[index][0]), bounds[index][1])  # noqa: PLW2901  # into its block
        right = bisect_right(starts, place - 1)  # the first token that starts at the place or behind it
        left = right - 1
        if ends[left] > place:  # within a token
            labels[left - 1 : left + 1] = IGNORED
        elif label == IGNORED or labels[left] == SOUND:
            labels[left] = label
    return found, labels


class Encoded(NamedTuple):
    """Documents one after the other: packed tokens, labels, classes of density, and lengths."""

    tokens: Array
    labels: Array
    densities: Array
    lengths: Array


class Rows(NamedTuple):
    """The rows of many tokens in the four tables: `textcheck.model.tokens.Features`, as arrays."""

    word: Array
    beginning: Array
    ending: Array
    shape: Array


def unpacked(packed: Array) -> Rows:
    """Return the rows of packed tokens."""
    parts: Any = tk.unpack(cast("int", packed))  # the same arithmetic for arrays
    return Rows(*parts)


class Encoder(dict[str, int]):
    """From a token to its packed rows, made when first asked for."""

    def __init__(self, words: Mapping[int, int]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, token: str) -> int:
        packed = tk.pack(tk.features(token, self._words))
        self[token] = packed
        return packed


def document_density(found: Sequence[str]) -> int:
    """Return the class of a document by its tokens."""
    return tk.density(len(found), sum(token[0].isdecimal() for token in found))


def encode(batch: Sequence[Source], draw: str, words: Mapping[int, int]) -> Encoded:
    """Damage and encode documents."""
    encoder = Encoder(words)
    parts: list[Array] = []
    labels: list[Array] = []
    densities: list[int] = []
    for source in batch:
        gold = damaged(source, draw)
        text = gold.text if gold else source.text
        found, label = labelled(formats.parse(text), holes(gold) if gold else ())
        parts.append(np.fromiter(map(encoder.__getitem__, found), np.int64, len(found)))
        labels.append(label)
        densities.append(document_density(found))
    lengths = np.array([len(part) for part in parts])
    return Encoded(np.concatenate(parts), np.concatenate(labels), np.array(densities, np.uint8), lengths)


def _encode(job: tuple[list[Source], str, dict[int, int]]) -> Encoded:
    return encode(*job)


def joined(parts: Sequence[Encoded], seed: int) -> tuple[Array, Array, Array]:
    """Return documents in a random order with padding between them: tokens, labels, density of each token."""
    tokens = np.concatenate([part.tokens for part in parts])
    labels = np.concatenate([part.labels for part in parts])
    densities = np.concatenate([part.densities for part in parts])
    lengths = np.concatenate([part.lengths for part in parts])
    starts = np.cumsum(lengths) - lengths
    order = np.random.default_rng(seed).permutation(len(lengths))
    total = int(lengths.sum() + PADS * len(lengths))
    out = np.zeros(total, np.int64), np.full(total, IGNORED, np.uint8), np.zeros(total, np.uint8)
    position = 0
    for index in order:
        start, length = starts[index], lengths[index]
        place = slice(position, position + length)
        out[0][place] = tokens[start : start + length]
        out[1][place] = labels[start : start + length]
        out[2][place] = densities[index]
        position += int(length) + PADS
    return out


DEVELOPMENT: Mapping[str, tuple[str, float]] = {
    "sound": ("", 0.0),
    "digits-tidied": ("digits-tidied", 1.0),
    "numbers": ("numbers", 1.0),
    "digits-tidied-one": ("digits-tidied", 0.0),
    "numbers-one": ("numbers", 0.0),
    "digits-tidied-tenth": ("digits-tidied", 0.1),
    "numbers-tenth": ("numbers", 0.1),
    "names": ("names", 0.3),
    "phrases": ("phrases", 0.3),
}
"""The development sets: mode of damage and share of values deleted, where 0 stands for exactly one."""


def development(out: Path, words: Mapping[int, int], share: int) -> None:
    """Write the development sets, encoded, into a folder."""
    encoder = Encoder(words)
    batch = list(sources(training=False))[::share]
    corpora = [*REPEATS, *WIKI]
    for name, (mode, rate) in DEVELOPMENT.items():
        parts: list[Array] = []
        labels: list[Array] = []
        rows: list[tuple[int, int, int, int]] = []
        for source in batch:
            if name != "sound" and source.corpus in WIKI and zlib.crc32(source.name.encode()) // 100 % 4:
                continue
            gold = mutate(source.text, mode, rate=rate, one=not rate, name=source.name) if mode else None
            text = gold.text if gold else source.text
            found, label = labelled(formats.parse(text), holes(gold) if gold else ())
            parts.append(np.fromiter(map(encoder.__getitem__, found), np.int64, len(found)))
            labels.append(label)
            density = document_density(found)
            rows.append((len(found), density, corpora.index(source.corpus), len(text.split())))
        np.savez(
            out / f"dev-{name}.npz",
            tokens=np.concatenate(parts),
            labels=np.concatenate(labels),
            documents=np.array(rows),
        )


def _parts(items: Sequence[Source], size: int = 500) -> list[list[Source]]:
    return [list(items[start : start + size]) for start in range(0, len(items), size)]


def main() -> None:
    """Write the vocabulary and the draws into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--draws", type=int, default=5)
    parser.add_argument("--development", action="store_true", help="write the development sets only")
    parser.add_argument("--share", type=int, default=1, help="read one document in so many")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.development:
        checksums = np.load(arguments.out / "vocabulary.npy").tolist()
        words = {number: tk.UNKNOWN + 1 + row for row, number in enumerate(checksums)}
        development(arguments.out, words, arguments.share)
        return
    every = list(sources(training=True))[:: arguments.share]
    with ProcessPoolExecutor(2) as pool:
        wiki = [source for source in every if source.corpus in WIKI]
        sound = [source for source in every if source.corpus not in WIKI]
        before = sum(len(source.text) for source in wiki)
        wiki = [source for part in pool.map(without_holes, _parts(wiki)) for source in part]
        after = sum(len(source.text) for source in wiki)
        print(f"wiki text: {before} code points, {after} without the lines in which a rule fires", flush=True)
        counts: Counter[str] = Counter()
        for source in sound:
            for normal, count in vocabulary([source]).items():
                counts[normal] += count * REPEATS[source.corpus]
        for part in pool.map(vocabulary, _parts(wiki, 2000)):
            counts.update(part)
        ordered = sorted((-count, word) for word, count in counts.items() if count >= FEWEST)[:VOCABULARY]
        checksums = [tk.checksum(word) for _, word in ordered]
        words = {number: tk.UNKNOWN + 1 + row for row, number in enumerate(checksums)}
        np.save(arguments.out / "vocabulary.npy", np.array(checksums, np.uint32))
        print(f"{len(counts)} words, {len(words)} kept, least {-ordered[-1][0]}", flush=True)
        for draw in range(arguments.draws):
            jobs = [(part, f"{draw}", words) for part in _parts(wiki)]
            for corpus_repeat in range(max(REPEATS.values())):
                again = [source for source in sound if corpus_repeat < REPEATS[source.corpus]]
                jobs += [(part, f"{draw}/{corpus_repeat}", words) for part in _parts(again, 200)]
            tokens, labels, densities = joined(list(pool.map(_encode, jobs)), draw)
            np.save(arguments.out / f"tokens-{draw}.npy", tokens)
            np.save(arguments.out / f"labels-{draw}.npy", labels)
            np.save(arguments.out / f"densities-{draw}.npy", densities)
            figures = {
                "tokens": len(tokens),
                "holes": int((labels == HOLE).sum()),
                "words": int((labels == WORD).sum()),
            }
            print(draw, json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
