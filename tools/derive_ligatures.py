"""Derive common words, and the table of those that lost an f-ligature ("signicant", "signi cant").

Usage: ``python tools/derive_ligatures.py``. The words are those of the syllable table, which comes from
the CMU Pronouncing Dictionary, and `UNLISTED`. Counts of words in the shared corpora tell common words
from names, and which damaged forms are words after all; no text of the corpora is taken over.

The table is a zlib stream of ASCII text of two lines: forms to match in any case, and forms to match in
lower case only, since in title case they are names. An entry is ``FORM=WORD``, or ``FORM=WORD/WORD``
where several words lose their ligatures the same way, the most frequent first. In FORM an underscore
is a blank, and capitals mark the part that is no word by itself and so gives the form away.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from corpora import CORPORA, read

from textcheck.readability.syllables import syllable_table

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parents[1] / "textcheck" / "rules" / "encoding" / "data"
SYLLABLES = Path(__file__).parents[1] / "textcheck" / "readability" / "data"
SAMPLES = ("train/wiki-1", "train/wiki-2", *(f"clean/{name}" for name in (
    "wikinews", "current_events", "gum", "congress", "state_history", "human_rights", "digitalgov", "pepys",
)))  # fmt: skip
LIGATURE = re.compile(r"ff[il]?|f[il]")
TOKEN = re.compile(r"[^\W\d_]+")
MIN_COUNT = 3
"""Times that a word must occur in lower case to be no name."""

MIN_FORM = 4
"""Letters and blanks of the shortest form that is found out by rule; shorter ones are abbreviations."""

_UNLISTED = (
    "workflow workflows offence offences offside fulfil fulfils fulfilment midfielder midfielders"
    " midfield offline trafficked declassification quarterfinal quarterfinals fibre fibres flavour"
    " flavours flavoured fluorescence modifier modifiers identifier identifiers influencer influencers"
    " filmography diffing diffuser codified reclassified reclassification biofilm firewall firewalls"
    " fintech cashflow inflow inflows outflow outflows overflow airflow airfield finalised finalise"
    " officeholder offshoring profitability unprofitable decarbonification fibreglass fluoride"
    " insufficiency"
)
UNLISTED = tuple(_UNLISTED.split())
"""Words of today, and British ones, that the dictionary lacks."""

_SHORT = (
    "RST=first NAL=final OCE=office o_CE=office o_CES=offices of_CE=office of_CES=offices o_CER=officer"
    " of_CER=officer BENE_t=benefit BENE_ts=benefits PRO_t=profit PRO_ts=profits DI_cult=difficult"
    " CON_dent=confident con_DENCE=confidence con_ICT=conflict con_ICTS=conflicts e_ORT=effort"
    " a_ORD=afford TRA_c=traffic re_ECT=reflect re_ECTS=reflects con_NED=confined con_RM=confirm"
    " pro_LE=profile pro_LES=profiles re_NE=refine SATIS_ed=satisfied"
    " IDENTI_ed=identified SPECI_ed=specified QUALI_ed=qualified out_TS=outfits MIS_t=misfit SU_er=suffer"
    " DI_er=differ o_ERS=offers a_AIRS=affairs in_ICT=inflict in_NITE=infinite"
    " arti_CIAL=artificial di_ERS=differs"
)
SHORT = dict(entry.split("=") for entry in _SHORT.split())
"""Forms too short or too much like words to be found by rule, which are yet nothing else."""

SOUND = frozenset({"ction", "sties", "indel", "indels", "prole", "proles", "identies", "yers"})
"""Forms that are words of other fields or languages, or more often half of a word that was split."""


def counted() -> tuple[Counter[str], Counter[str]]:
    """Count the words of the samples as they are written, and the lower-case pairs of words."""
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for sample in SAMPLES:
        for _, _, text in read(sample):
            tokens = TOKEN.findall(text)
            words.update(tokens)
            pairs.update(f"{left} {right}" for left, right in pairwise(tokens) if len(left) < MIN_FORM * 2)
    return words, pairs


def damaged(word: str) -> Iterator[str]:
    """Yield the forms of a word with one ligature gone, a blank in its place, or a blank after it."""
    for match in LIGATURE.finditer(word):
        left, ligature, right = word[: match.start()], match[0], word[match.end() :]
        # Fonts without a glyph of three letters set f and a glyph of two, or two f as one.
        losses = (("", ""), ("f", ""), ("ff", ""), ("", ligature[2])) if len(ligature) > 2 else (("", ""),)  # noqa: PLR2004  # letters
        for before, after in losses:
            yield left + before + after + right
            yield f"{left}{before} {after}{right}".strip()
        yield f"{left}{ligature} {right}".strip()


def table(counts: Counter[str], pairs: Counter[str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return the forms to match in any case, and in lower case only, with their words."""
    dictionary = syllable_table()
    words = [word for word in dictionary if word.isalpha() and counts[word] >= MIN_COUNT]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word in (*words, *UNLISTED):
        for form in damaged(word):
            parts = form.split()
            strange = [part for part in parts if len(part) > 1 and not counts[part]]
            if form == word or form in SOUND or len(form) < MIN_FORM or pairs[form] or not strange:
                continue
            key = max(strange, key=len)
            found["_".join(part.upper() if part == key else part for part in parts)].add(word)
    anywhere: dict[str, list[str]] = {}
    lower: dict[str, list[str]] = {form: [word] for form, word in SHORT.items()}
    for form, candidates in found.items():
        plain = form.lower()
        is_name = "_" not in form and (plain in dictionary or counts[plain.title()] or counts[plain.upper()])
        ranked = sorted(candidates, key=lambda word: (-counts[word], word))
        (lower if is_name else anywhere)[form] = ranked
    return anywhere, lower


def common_words(counts: Counter[str]) -> str:
    """Return the words of the dictionary, and those of `UNLISTED`, that are no names."""
    listed = (word for word in syllable_table() if word.isalpha() and counts[word] >= MIN_COUNT)
    return " ".join(sorted({*listed, *UNLISTED} - {"-"}))


def packed(*groups: dict[str, list[str]]) -> bytes:
    """Pack the table; equal tables give equal bytes."""
    lines = (
        " ".join(f"{form}={'/'.join(words)}" for form, words in sorted(group.items())) for group in groups
    )
    return zlib.compress("\n".join(lines).encode("ascii"), level=9)


def main() -> None:
    """Write the table and the licence of the dictionary into the package."""
    if not CORPORA.is_dir():
        sys.exit(f"{CORPORA}: no such folder; the shared corpora, which are counted, must be there")
    counts, pairs = counted()
    anywhere, lower = table(counts, pairs)
    data = packed(anywhere, lower)
    DATA.mkdir(parents=True, exist_ok=True)
    (DATA / "ligatures.txt.zlib").write_bytes(data)
    (DATA / "LICENSE-cmudict").write_bytes((SYLLABLES / "LICENSE-cmudict").read_bytes())
    words = zlib.compress(common_words(counts).encode("ascii"), level=9)
    (DATA / "words.txt.zlib").write_bytes(words)
    print(f"{DATA / 'words.txt.zlib'}: {len(words)} bytes")
    print(f"{DATA / 'ligatures.txt.zlib'}: {len(anywhere)} + {len(lower)} forms, {len(data)} bytes")


if __name__ == "__main__":
    main()
