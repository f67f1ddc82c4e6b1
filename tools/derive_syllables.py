"""Derive the table of syllable counts from the CMU Pronouncing Dictionary.

Usage: ``python tools/derive_syllables.py PATH/cmudict.zip``, where the archive is the one that NLTK
distributes. The table is a zlib stream of ASCII text whose line N, counted from 0, holds the words of N
syllables, sorted and separated by blanks.
"""

from __future__ import annotations

import sys
import zipfile
import zlib
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA = Path(__file__).parents[1] / "textcheck" / "readability" / "data"
FIRST_PRONUNCIATION = "1"


def syllable_counts(dictionary: str) -> dict[str, int]:
    """Read the syllables of every word, lower-cased, from lines of ``WORD NUMBER PHONE…``.

    A syllable is a vowel, and only vowels carry a digit, their stress. Where a word has several
    pronunciations the first one counts.
    """
    counts: dict[str, int] = {}
    for line in dictionary.splitlines():
        word, number, *phones = line.split()
        if number == FIRST_PRONUNCIATION:
            counts[word.lower()] = sum(phone[-1].isdigit() for phone in phones)
    return counts


def packed(counts: Mapping[str, int]) -> bytes:
    """Pack the table; equal tables give equal bytes."""
    words_of: defaultdict[int, list[str]] = defaultdict(list)
    for word, syllables in sorted(counts.items()):
        words_of[syllables].append(word)
    lines = (" ".join(words_of[syllables]) for syllables in range(max(words_of) + 1))
    return zlib.compress("\n".join(lines).encode("ascii"), level=9)


def licence(readme: str) -> str:
    """Take the title, the copyright and the conditions of redistribution out of the dictionary's README."""
    title = readme.partition("\n")[0]
    copyright_line = next(line for line in readme.splitlines() if line.startswith("Copyright"))
    conditions = readme[readme.index("Redistribution and use") :]
    return f"{title}\n\n{copyright_line}\n\n{conditions.rstrip()}\n"


def main() -> None:
    """Write the table and its licence into the package."""
    if len(sys.argv) != 2:  # noqa: PLR2004  # the script and its one argument
        sys.exit("usage: python tools/derive_syllables.py PATH/cmudict.zip")
    try:
        with zipfile.ZipFile(sys.argv[1]) as archive:
            dictionary = archive.read("cmudict/cmudict").decode("ascii")
            readme = archive.read("cmudict/README").decode("ascii")
    except (OSError, zipfile.BadZipFile, KeyError) as error:
        sys.exit(
            f"{sys.argv[1]}: not NLTK's cmudict.zip ({error}); get it from the package `cmudict` of nltk_data"
        )
    table = packed(syllable_counts(dictionary))
    DATA.mkdir(parents=True, exist_ok=True)
    (DATA / "syllables.txt.zlib").write_bytes(table)
    (DATA / "LICENSE-cmudict").write_text(licence(readme), encoding="ascii", newline="\n")
    print(f"{DATA / 'syllables.txt.zlib'}: {len(table)} bytes")


if __name__ == "__main__":
    main()
