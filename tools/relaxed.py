"""Relax the patterns of all rules for RE2, and write them into the package, or check that they hold.

Usage: python tools/relaxed.py [--check]
"""

from __future__ import annotations

import argparse
import sys
import zlib

from corpora import ROOT

from textcheck import registry
from textcheck.relaxed import FILE, pack
from textcheck.scan import expression_of, is_in_blocks

PATH = ROOT / "textcheck" / FILE


def main() -> None:
    """Write the table, or exit with 1 where it is out of date."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    found = ((expression_of(rule), is_in_blocks(rule)) for rule in registry.rules().values())
    packed = pack((expression, in_blocks) for expression, in_blocks in found if expression is not None)
    if not arguments.check:
        PATH.write_bytes(packed)
    elif not PATH.exists() or zlib.decompress(PATH.read_bytes()) != zlib.decompress(packed):
        sys.exit(f"{PATH.name} is out of date: run python tools/relaxed.py")


if __name__ == "__main__":
    main()
