"""Measure every rule, and write its record into the package, or check that the record holds.

Usage: python tools/records.py [--check]

The record holds counts, never text. Hits on sound text are true or false as ``clean.jsonl`` of the
labels says; the gaps of the wiki text are those of ``wikiextractor.jsonl``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import zlib
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, Any, NamedTuple

from corpora import ROOT, read

from textcheck import registry
from textcheck.config import Config
from textcheck.engine import Engine, Given
from textcheck.evaluate import Rate, Tally
from textcheck.gold import LIST_NUMBER, Gap
from textcheck.mutate import mutate
from textcheck.parallel import BATCH_TEXTS, use_one_thread
from textcheck.records import LABELLED, MUTATED, SOUND

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from textcheck.finding import Finding

RECORDS = ROOT / "textcheck" / "records.json"
LABELS = ROOT / "fixtures" / "labels"

GAPS = "gaps"

SOUND_SETS: Mapping[str, int] = {
    "wikinews": 1,
    "current_events": 1,
    "gum": 1,
    "stateunion": 1,
    "fomc": 1,
    "pclob": 1,
    "state_history": 1,
    "craft": 1,
    "govblog": 1,
    "congress": 4,
    "digitalgov": 4,
    "human_rights": 4,
}
"""The sound corpora; of each, every so-manieth document is read, told by the checksum of its id."""

WIKI = "wikiextractor"

UNASKED = frozenset({"list", "quotation"})
"""Kinds of labelled gaps that are no task of gap rules: they are neither asked for nor punished."""

MUTATIONS: Mapping[str, tuple[str, bool]] = {
    "digits": ("digits", False),
    "digits-one": ("digits", True),
    "digits-tidied": ("digits-tidied", False),
    "numbers": ("numbers", False),
    "names-one": ("names", True),
    "nouns-one": ("nouns", True),
    "phrases-one": ("phrases", True),
}
"""The sets of mutated text: the mode, and whether one value a document is deleted."""

MUTATED_CORPORA = ("wikinews", "current_events", "congress")
MUTATED_DOCUMENTS = 120
"""Documents of each of these corpora that are mutated."""

DIGITS = 4
"""Decimals of the shares, rates and intervals in the record."""


class Sample(NamedTuple):
    """A document to measure on; `gaps` are what is known to be missing in it."""

    name: str
    format: str
    text: str
    gaps: tuple[Gap, ...] = ()


class Checked(NamedTuple):
    """A document and what was found in it."""

    name: str
    words: int
    findings: tuple[Finding, ...]
    verdict: str
    gaps: tuple[Gap, ...]


class Label(NamedTuple):
    """The judgement of a hit on sound text."""

    rule: str
    start: int
    end: int
    verdict: str


def names() -> tuple[str, ...]:
    """Return the names of all sets."""
    return (*SOUND_SETS, WIKI, *MUTATIONS)


def samples(name: str) -> list[Sample]:
    """Return the documents of a set.

    Raises:
        ValueError: a labelled document is missing in the corpus, or has changed.
    """
    if name in SOUND_SETS:
        every = SOUND_SETS[name]
        return [Sample(*text) for text in read(name) if zlib.crc32(text.name.encode()) % every == 0]
    return _labelled() if name == WIKI else list(_mutated(*MUTATIONS[name]))


def _labelled() -> list[Sample]:
    labels = {label["id"]: label for label in _json_lines("wikiextractor.jsonl")}
    found = []
    for name, kind, text in read("damaged/wikiextractor"):
        label = labels.pop(name, None)
        if label is None:
            continue
        if not hashlib.sha256(text.encode()).hexdigest().startswith(label["sha256"]):
            raise ValueError(f"{name} is not the text that was labelled; label it anew")
        gaps = (
            Gap(gap["start"], gap["end"], LIST_NUMBER if gap["kind"] in UNASKED else gap["kind"], "")
            for gap in label["gaps"]
        )
        found.append(Sample(name, kind, text, tuple(gaps)))
    if labels:
        raise ValueError(f"{min(labels)} is labelled but not in the corpus; remove its label")
    return found


def _mutated(mode: str, one: bool) -> Iterator[Sample]:  # noqa: FBT001  # a value of `MUTATIONS`
    for corpus in MUTATED_CORPORA:
        # The checksum of a longer string, or the sample would share its bits with the halves.
        texts = sorted(read(corpus), key=lambda text: zlib.crc32(f"records/{text.name}".encode()))
        for name, kind, text in texts[:MUTATED_DOCUMENTS]:
            damaged = mutate(text, mode, one=one, name=name)
            yield Sample(name, kind, damaged.text, damaged.gaps)


def _json_lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (LABELS / name).read_text(encoding="utf-8").splitlines()]


def clean_labels() -> Mapping[tuple[str, str], list[Label]]:
    """Return the judgements of hits on sound text, by corpus and id."""
    found = defaultdict(list)
    for item in _json_lines("clean.jsonl"):
        label = Label(item["rule"], item["start"], item["end"], item["verdict"])
        found[item["corpus"], item["id"]].append(label)
    return found


def check(batch: Sequence[Sample]) -> list[Checked]:
    """Check documents with every rule.

    Raises:
        RuntimeError: a rule crashed or took too long.
    """
    results = []
    with Engine(Config(readability=False, preview=True)) as engine:
        for start in range(0, len(batch), BATCH_TEXTS):
            some = batch[start : start + BATCH_TEXTS]
            reports = engine.check_all([Given(text, kind, name) for name, kind, text, _ in some])
            for (name, _, text, gaps), report in zip(some, reports, strict=True):
                if report.problems:
                    raise RuntimeError(f"{name}: {report.problems[0].message}")
                words = len(text.split())
                results.append(Checked(name, words, report.findings, str(report.verdict), gaps))
    return results


def measure(name: str, documents: Iterable[Checked]) -> dict[str, Any]:
    """Return the part of the record that is about one set."""
    return _sound(name, documents) if name in SOUND_SETS else _damaged(name, documents)


def _sound(name: str, documents: Iterable[Checked]) -> dict[str, Any]:
    labels = clean_labels()
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    verdicts: Counter[str] = Counter()
    words = 0
    for document in documents:
        words += document.words
        verdicts[document.verdict] += 1
        own = labels.get((name, document.name), [])
        for finding in document.findings:
            rules[finding.rule][_judgement(finding, own)] += 1
    return {
        "kind": SOUND,
        "documents": verdicts.total(),
        "words": words,
        "verdicts": dict(sorted(verdicts.items())),
        "rules": {rule: dict(sorted(counts.items())) for rule, counts in sorted(rules.items())},
    }


def _judgement(finding: Finding, labels: Iterable[Label]) -> str:
    """Return the verdict of the label of the same rule that overlaps the finding."""
    for label in labels:
        if label.rule == finding.rule and label.start < finding.end and finding.start < label.end:
            return label.verdict
    return "unread"


def _damaged(name: str, documents: Iterable[Checked]) -> dict[str, Any]:
    tally = Tally()
    for document in documents:
        findings = [finding for finding in document.findings if finding.category == GAPS]
        tally.add(findings, document.gaps, words=document.words, verdict=document.verdict)
    rules = sorted({*tally.true_by_rule, *tally.false_by_rule})
    return {
        "kind": LABELLED if name == WIKI else MUTATED,
        "documents": tally.documents,
        "words": tally.words,
        "gaps": tally.gaps.total(),
        "verdicts": dict(sorted(tally.verdicts.items())),
        "recall": _rounded(tally.recall.to_dict()),
        "precision": _rounded(tally.precision.to_dict()),
        "false_alarms_per_10000_words": _rounded(tally.false_alarms.to_dict()),
        "rules": {
            rule: {
                "found": tally.found_by_rule[rule],
                "true": tally.true_by_rule[rule],
                "false": tally.false_by_rule[rule],
            }
            for rule in rules
        },
    }


def _rounded(figures: Mapping[str, Any]) -> dict[str, Any]:
    def shorten(value: Any) -> Any:  # noqa: ANN401  # any JSON value
        if isinstance(value, list):
            return [shorten(item) for item in value]
        return round(value, DIGITS) if isinstance(value, float) else value

    return {key: shorten(value) for key, value in figures.items()}


def _totals(sets: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Return what all gap rules together do on all sound text."""
    gap_rules = {rule.name for rule in registry.rules().values() if rule.category.name == GAPS}
    parts = [sets[name] for name in SOUND_SETS]
    hits: Counter[str] = Counter()
    for part in parts:
        for rule in gap_rules.intersection(part["rules"]):
            hits.update(part["rules"][rule])
    words = sum(part["words"] for part in parts)
    return {
        "documents": sum(part["documents"] for part in parts),
        "words": words,
        "true": hits["true"],
        "false": hits["false"],
        "unread": hits["unread"],
        "false_alarms_per_10000_words": _rounded(Rate(hits["false"] + hits["unread"], words).to_dict()),
    }


def measure_all() -> str:
    """Measure every rule on every set, in two processes, and return the content of the record."""
    batches = [(name, part) for name in names() for part in _parts(samples(name))]
    checked: dict[str, list[Checked]] = defaultdict(list)
    with ProcessPoolExecutor(2, initializer=use_one_thread) as pool:
        results = pool.map(check, [batch for _, batch in batches])
        for (name, _), documents in zip(batches, results, strict=True):
            checked[name] += documents
    sets = {name: measure(name, checked[name]) for name in names()}
    content = {
        "rules": {rule.name: rule.category.name for rule in registry.rules().values()},
        "totals": {"sound": {GAPS: _totals(sets)}},
        "sets": sets,
    }
    return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _parts(batch: list[Sample], size: int = 32) -> Iterator[list[Sample]]:
    return (batch[start : start + size] for start in range(0, len(batch), size))


def main() -> None:
    """Write the record; with ``--check``, exit with 1 if it differs from what would be written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    arguments = parser.parse_args()
    content = measure_all()
    if not arguments.check:
        RECORDS.write_text(content, encoding="utf-8")
    elif not RECORDS.exists() or RECORDS.read_text(encoding="utf-8") != content:
        sys.exit("the record of the rules is out of date; run python tools/records.py")


if __name__ == "__main__":
    main()
