from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textcheck.grammar.utf16 import CodePoints

# Any code point, lone surrogates and astral characters included; the latter often enough to matter.
TEXTS = st.text(st.one_of(st.characters(), st.characters(codec="utf-8", min_codepoint=0x10000)))


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS, TEXTS, TEXTS)
def test_any_slice_is_found_again(before: str, inside: str, after: str) -> None:
    start = units(before)
    points = CodePoints(before + inside + after)
    assert points.span(start, start + units(inside)) == (len(before), len(before) + len(inside))


@given(TEXTS)
def test_length_is_counted_in_code_units(text: str) -> None:
    assert CodePoints(text).length == units(text)


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [(1, 2, (1, 2)), (2, 3, (1, 2)), (2, 4, (1, 3)), (0, 2, (0, 2)), (3, 3, (2, 2))],
)
def test_an_end_inside_a_character_widens_to_all_of_it(start: int, end: int, span: tuple[int, int]) -> None:
    assert CodePoints("a😀b").span(start, end) == span
