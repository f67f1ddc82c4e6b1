"""Show how often each rule is looked at closer, and why: the rules whose cues are common cost time.

Usage: python tools/cues.py [RULE …]
"""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import islice

from corpora import NEWS, read

from textcheck import registry
from textcheck.cues import glance
from textcheck.relaxed import relaxed
from textcheck.scan import expression_of, is_in_blocks

TEXTS = 200
"""Texts of each corpus."""

SIZE = 2000
"""Code points of a text that are looked at."""

SHOWN = 8
"""Cues shown of a rule, the most frequent ones."""


def main() -> None:
    """Print a line for each rule that waits for something, the most often cued first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("rule", nargs="*")
    names = parser.parse_args().rule
    seen = [glance(text.text[:SIZE]) for corpus in NEWS for text in islice(read(corpus, 0), TEXTS)]
    lines: list[tuple[float, str]] = []
    for name, rule in registry.rules().items():
        expression = expression_of(rule)
        if expression is None or (names and name not in names):
            continue
        found = relaxed(expression, in_blocks=is_in_blocks(rule)).cues
        if found is None:
            lines.append((1.0, f"{name:28} any text"))
            continue
        strings = {string: string.encode(errors="surrogatepass") for string in found.strings}
        told = Counter(
            string for text in seen for string, encoded in strings.items() if encoded in text.folded
        )
        cued = sum(
            any(encoded in text.folded for encoded in strings.values())
            or any(low <= ord(one) <= high for one in text.characters for low, high in found.characters)
            for text in seen
        )
        common = ", ".join(f"{string!r} {count}" for string, count in told.most_common(SHOWN))
        lines.append((cued / len(seen), f"{name:28} {cued / len(seen):6.1%}  {common}"))
    for _, line in sorted(lines, reverse=True):
        print(line)


if __name__ == "__main__":
    main()
