from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textcheck.document import Builder, Document, once
from textcheck.formats import parse

TEXT = st.lists(st.sampled_from(["a", "😀", "\n", "\r\n", "\r", "\u2028", "\0"]), max_size=30).map("".join)


@pytest.mark.parametrize(
    ("source", "offset", "expected"),
    [
        ("", 0, (1, 1)),
        ("ab", 2, (1, 3)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\r\nb", 2, (1, 3)),
        ("a\rb", 2, (2, 1)),
        ("a\n\rb", 3, (3, 1)),
        ("a\n", 2, (2, 1)),
        ("😀😀b", 2, (1, 3)),
        ("a\u2028b", 2, (1, 3)),
    ],
)
def test_location(source: str, offset: int, expected: tuple[int, int]) -> None:
    assert Document(source, source, ()).location(offset) == expected


@given(TEXT)
def test_location_leads_back_to_the_offset(source: str) -> None:
    document = Document(source, source, ())
    for offset in range(len(source) + 1):
        line, column = document.location(offset)
        assert document.location(offset - column + 1) == (line, 1)
    line_ends = source.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert document.location(len(source))[0] == line_ends + 1


def built() -> Document:
    builder = Builder("Q&amp;A: *one* two")
    builder.verbatim(0, 1)
    builder.replaced("&", 1, 6)
    builder.verbatim(6, 9)
    builder.verbatim(10, 13)
    builder.block("heading", 0, 2)
    start = builder.position
    builder.verbatim(14, 18)
    builder.block("paragraph", start)
    return builder.build()


def test_builder() -> None:
    document = built()
    assert [(block.kind, document.text(block), block.level) for block in document.blocks] == [
        ("heading", "Q&A: one", 2),
        ("paragraph", "two", 0),
    ]
    assert document.prose.startswith("Q&A: one\n\n")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 1, "Q"), (1, 2, "&amp;"), (0, 3, "Q&amp;A"), (2, 8, "A: *one"), (5, 8, "one"), (7, 14, "e* two")],
)
def test_source_span_is_exact_at_both_ends(start: int, end: int, expected: str) -> None:
    document = built()
    span = document.source_span(start, end)
    assert document.source[span.start : span.end] == expected


def test_builder_makes_no_block_of_white_space() -> None:
    builder = Builder(" \n text ")
    builder.verbatim(0, 2)
    builder.block("paragraph", 0)
    assert builder.build().blocks == ()


def test_sentences_are_prose_spans_within_the_block() -> None:
    document = parse("# Title\n\nOne *more* word. Another one.", "markdown")
    _, paragraph = document.blocks
    found = [document.prose[start:end] for start, end in document.sentences(paragraph)]
    assert found == ["One more word.", "Another one."]
    assert document.sentences(paragraph) is document.sentences(paragraph)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("We went home . They ate , too . It rained ; we slept . Then she left .", True),
        ("We went home. They ate, too. It rained; we slept. Then she left.", False),
        ("It fell by of . It rose to . It was in . It came from . It was the . It was an .", False),
        ("We went home .", False),
    ],
)
def test_tokenised(source: str, expected: bool) -> None:  # noqa: FBT001  # a parameter of the test
    assert parse(source).tokenised is expected


def test_white_space_tells_nothing_in_a_worksheet() -> None:
    sheet = "The museum closes at ____ . It opened in ____ . It has ____ rooms, and a hall built in ."
    assert not parse(sheet).white_space_tells
    assert parse("The museum closes at . It opened in .").white_space_tells


def test_what_is_found_once_is_kept_with_the_document() -> None:
    calls: list[Document] = []

    @once
    def words(document: Document) -> list[str]:
        calls.append(document)
        return document.prose.split()

    one, other = parse("a b"), parse("a b")
    assert words(one) is words(one)
    assert words(other) == words(one)
    assert calls == [one, other]
