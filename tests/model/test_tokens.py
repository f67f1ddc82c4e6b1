from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textcheck import formats
from textcheck.model import tokens as tk

PROSE = "On 4 March 2019, Dr. O’Neil paid $3.5m (about 1,200 people's wages) at 10:30."


def words(text: str) -> list[str]:
    return tk.tokens(formats.parse(text))


def test_numbers_words_and_marks_are_tokens() -> None:
    assert words(PROSE)[1:-1] == (
        [
            "On",
            "4",
            "March",
            "2019",
            ",",
            "Dr",
            ".",
            "O’Neil",
            "paid",
            "$",
            "3.5",
            "m",
            "(",
            "about",
            "1,200",
            "people's",
            "wages",
            ")",
            "at",
            "10:30",
            ".",
        ]
    )


def test_white_space_makes_no_difference() -> None:
    tidied = "Fares rose. percent in. They fell to, then to."
    untidied = "Fares rose . percent in . They fell  to , then to  ."
    assert words(tidied) == words(untidied)


def test_boundaries_stand_around_blocks() -> None:
    text = "The first paragraph ends here.\n\nA Heading\n\nThe second one ends here."
    found = words(text)
    assert found.count(tk.BOUNDARY) == 3
    assert found[0] == found[-1] == tk.BOUNDARY
    assert "Heading" not in found


def test_text_without_prose_is_one_boundary() -> None:
    assert words("") == [tk.BOUNDARY]


@pytest.mark.parametrize(
    ("token", "known"),
    [
        ("2019", "1999"),
        ("1500", "1999"),
        ("2100", "0000"),
        ("7", "0"),
        ("12", "00"),
        ("123456789", "0000000"),
        ("3.5", "0.0"),
        ("1,200", "0,000"),
        ("10:30", "0:00"),
        ("March", "march"),
        ("O’Neil", "o'neil"),
        ("—", "—"),
    ],
)
def test_normal_tokens(token: str, known: str) -> None:
    assert tk.normal(token) == known


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("", 0),
        ("\n", 0),
        ("12", 1),
        (",", 2),
        ("the", 3),
        ("a", 4),
        ("A", 5),
        ("NATO", 6),
        ("March", 7),
        ("McDonald", 8),
        ("iPhone", 9),
        ("中国", 9),
    ],
)
def test_shapes(token: str, expected: int) -> None:
    assert tk.shape(token) == expected


@given(st.text(min_size=1, max_size=12))
def test_features_are_within_their_tables_and_survive_packing(text: str) -> None:
    vocabulary = {tk.checksum("the"): tk.UNKNOWN + 1}
    for token in tk.TOKEN.findall(text):
        rows = tk.features(token, vocabulary)
        assert rows.word in {tk.UNKNOWN, tk.UNKNOWN + 1}
        assert 0 <= rows.beginning < tk.AFFIXES
        assert 0 <= rows.ending < tk.AFFIXES
        assert 0 <= rows.shape < tk.SHAPES
        assert tk.unpack(tk.pack(rows)) == rows


@given(st.text(max_size=200))
def test_tokens_hold_all_ink_in_order(text: str) -> None:
    assert "".join(tk.TOKEN.findall(text)) == "".join(text.split())


def test_features_never_change() -> None:
    vocabulary = {tk.checksum("march"): 7}
    assert tk.checksum("march") == 2128001463
    assert tk.features("March", vocabulary) == (7, 1288, 1804, 7)
    assert tk.features("", {}) == (0, 0, 0, 0)
    assert tk.features("\n", {}) == (1, 0, 0, 0)


@pytest.mark.parametrize(
    ("length", "numbers", "expected"),
    [(10, 0, 0), (60, 0, 1), (999, 0, 3), (1000, 0, 4), (1000, 1, 5), (200, 1, 6), (100, 4, 9), (10, 9, 9)],
)
def test_density_classes(length: int, numbers: int, expected: int) -> None:
    assert tk.density(length, numbers) == expected
    assert expected < tk.DENSITIES
