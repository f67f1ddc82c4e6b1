from __future__ import annotations

import importlib.util
import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from textcheck.readability.syllables import _hyphenator, count_syllables, syllable_table

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]
CMUDICT = ROOT / "../shared/data/cmudict.zip"
LICENCE = ROOT / "textcheck/readability/data/LICENSE-cmudict"


@pytest.fixture
def derive_syllables() -> ModuleType:
    spec = importlib.util.spec_from_file_location("derive_syllables", ROOT / "tools/derive_syllables.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def cmudict() -> zipfile.ZipFile:
    if not CMUDICT.exists():
        reason = f"the CMU Pronouncing Dictionary is missing: {CMUDICT}"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return zipfile.ZipFile(CMUDICT)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("cat", 1),
        ("Water", 2),
        ("RESPONSIBILITY", 6),
        ("don't", 1),
        ("couldn't", 2),
        ("shh", 0),
        ("2024", 1),
    ],
)
def test_dictionary_words_in_any_case(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


def test_words_outside_the_dictionary_are_hyphenated() -> None:
    assert "smartphone" not in syllable_table()
    assert count_syllables("smartphone") == 2


def test_words_seen_once_are_not_kept_for_ever() -> None:
    for number in range(100):
        count_syllables(f"unheardof{number}")

    assert len(_hyphenator().hd.cache) <= 1


def test_table_is_what_the_dictionary_says(derive_syllables: ModuleType, cmudict: zipfile.ZipFile) -> None:
    dictionary = cmudict.read("cmudict/cmudict").decode("ascii")

    assert syllable_table() == derive_syllables.syllable_counts(dictionary)


def test_licence_is_what_the_dictionary_says(derive_syllables: ModuleType, cmudict: zipfile.ZipFile) -> None:
    readme = cmudict.read("cmudict/README").decode("ascii")

    assert LICENCE.read_text(encoding="ascii") == derive_syllables.licence(readme)
    assert "Copyright (C) 1993-2008 Carnegie Mellon University" in LICENCE.read_text(encoding="ascii")


def test_derivation_counts_stressed_and_unstressed_vowels_of_the_first_pronunciation(
    derive_syllables: ModuleType,
) -> None:
    dictionary = "FIRE 1 F AY1 ER0\nFIRE 2 F AY1 R\nSHH 1 SH\nNATURAL 1 N AE1 CH ER0 AH0 L\n"

    assert derive_syllables.syllable_counts(dictionary) == {"fire": 2, "shh": 0, "natural": 3}


def test_packing_does_not_depend_on_the_order(derive_syllables: ModuleType) -> None:
    assert derive_syllables.packed({"b": 1, "a": 1, "ab": 2}) == derive_syllables.packed(
        {"ab": 2, "a": 1, "b": 1}
    )


def test_another_archive_is_refused_in_one_line(
    derive_syllables: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "other.zip"
    other.write_bytes(b"no archive")
    monkeypatch.setattr("sys.argv", ["derive_syllables.py", str(other)])

    with pytest.raises(SystemExit, match=r"^.*other\.zip: not NLTK's cmudict\.zip .*$"):
        derive_syllables.main()
