from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textcheck.formats.text import HEADING_MAX_WORDS, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from textcheck.document import Document

LINE_ENDS = ("\n", "\r\n", "\r")
FRAGMENTS = (
    "The",
    "end.",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "- ",
    "1. ",
    "|",
    "\0",
    "\ufeff",
    "😀",
    "\u2028",
    "wrapped " * 8,
)
TEXT = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=3), max_size=40).map("".join)


def blocks(source: str) -> list[tuple[str, str]]:
    document = parse(source)
    return [(block.kind, document.text(block)) for block in document.blocks]


@given(TEXT)
def test_map_holds_for_any_text(check_map: Callable[[Document], None], source: str) -> None:
    document = parse(source)
    check_map(document)
    assert document.prose == source
    assert "".join(text for _, text in blocks(source)).split() or not source.strip()


@given(TEXT, st.data())
def test_spans_are_the_same_in_prose_and_source(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    assert parse(source).source_span(start, end) == (start, end)


WRAPPED = (
    "This paragraph was wrapped by an editor at some seventy code points, so\n"
    "that the next word would not have fitted into the line that came before\n"
    "it."
)


@pytest.mark.parametrize("end", LINE_ENDS)
@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("A Heading\n\nSome text.", [("heading", "A Heading"), ("paragraph", "Some text.")]),
        ("First line.\nSecond line.", [("paragraph", "First line."), ("paragraph", "Second line.")]),
        (WRAPPED, [("paragraph", WRAPPED)]),
        ("- one thing\n* another", [("list-item", "one thing"), ("list-item", "another")]),
        ("1. one\n(b) two", [("list-item", "one"), ("list-item", "two")]),
        ("Name\tAge\tTown", [("table-cell", "Name\tAge\tTown")]),
        ("  indented text.", [("paragraph", "indented text.")]),
        ("word " * HEADING_MAX_WORDS, [("paragraph", ("word " * HEADING_MAX_WORDS).strip())]),
        ("Word " * HEADING_MAX_WORDS, [("heading", ("Word " * HEADING_MAX_WORDS).strip())]),
        ("Word " * (HEADING_MAX_WORDS + 1), [("paragraph", ("Word " * (HEADING_MAX_WORDS + 1)).strip())]),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str]], end: str) -> None:
    wanted = [(kind, text.replace("\n", end)) for kind, text in expected]
    assert blocks(source.replace("\n", end)) == wanted


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("Plain words go on. " * 2_600_000, id="one line of 50 MB"),
        pytest.param("Words without a stop " * 2_400_000, id="one line without stops"),
        pytest.param("\n" * 300_000, id="blank lines"),
        pytest.param(
            "wrapped words of a line of sixty code points and some more\n" * 20_000, id="one paragraph"
        ),
    ],
)
def test_time_is_bounded(source: str) -> None:
    started = time.process_time()
    parse(source)
    assert time.process_time() - started < 10


def test_lines_that_their_author_broke_are_verse() -> None:
    stanza = (
        "The water takes the evening in,\nthe gulls go over, one by one,\nand on the pier the lights begin"
    )
    assert [block.kind for block in parse(stanza).blocks] == ["verse"] * 3
    wrapped = (
        "The water takes the evening in and then the gulls\n"
        "go over one by one, while on the pier the lights\nbegin."
    )
    assert [block.kind for block in parse(wrapped).blocks] == ["paragraph"]
