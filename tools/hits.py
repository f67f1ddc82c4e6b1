"""Show what rules report on the corpora, for reading.

Usage: python tools/hits.py CORPUS… [--rules RULE,CATEGORY,…] [--half 0|1] [--sample N] [--docs N]

CORPUS is a file such as ``wikinews`` or ``damaged/wikiextractor`` below ``../shared/corpora``
(``clean/`` is implied). A document belongs to half 0 or 1 by the checksum of its id: tune on 0,
look at 1 once.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

from corpora import read

from textcheck.config import Config
from textcheck.engine import Engine

if TYPE_CHECKING:
    from corpora import Text

    from textcheck.finding import Finding


def _work(job: tuple[list[Text], tuple[str, ...]]) -> tuple[int, list[tuple[str, Finding]]]:
    batch, select = job
    engine = Engine(Config(select=select, readability=False, preview=True))
    words = 0
    found: list[tuple[str, Finding]] = []
    for name, kind, text in batch:
        words += len(text.split())
        report = engine.check(text, format=kind)
        for problem in report.problems:
            print(name, problem)
        found += [(name, finding) for finding in report]
    return words, found


def main() -> None:
    """Print the hits and their counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--rules", default="all")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--sample", type=int, default=40, help="hits shown of each rule")
    parser.add_argument("--docs", type=int, help="documents read of each corpus, at random")
    arguments = parser.parse_args()
    select = tuple(arguments.rules.split(","))
    chooser = random.Random(1)  # noqa: S311  # a repeatable sample, no secret
    for corpus in arguments.corpora:
        batch = list(read(corpus, arguments.half))
        if arguments.docs and arguments.docs < len(batch):
            batch = chooser.sample(batch, arguments.docs)
        parts = [batch[start::16] for start in range(16)]
        with ProcessPoolExecutor(2) as pool:
            results = list(pool.map(_work, [(part, select) for part in parts]))
        words = sum(count for count, _ in results)
        found = [item for _, items in results for item in items]
        counts = Counter((finding.rule, finding.severity) for _, finding in found)
        print(f"\n== {corpus}: {len(batch)} documents, {words} words, {len(found)} findings")
        for (rule, severity), count in counts.most_common():
            print(f"{count:6} {severity:8} {rule}  (one per {words // count} words)")
            hits = [item for item in found if item[1].rule == rule and item[1].severity == severity]
            for name, finding in chooser.sample(hits, min(len(hits), arguments.sample)):
                offset = finding.start - finding.excerpt_start
                length = finding.end - finding.start
                excerpt = finding.excerpt
                marked = (
                    f"{excerpt[:offset]}⟦{excerpt[offset : offset + length]}⟧{excerpt[offset + length :]}"
                )
                print(f"       {name[-28:]:28} {' '.join(marked.split())}")


if __name__ == "__main__":
    main()
