from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textcheck.document import STAND_IN
from textcheck.formats.markdown import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from textcheck.document import Document

LINE_ENDS = ("\n", "\r\n", "\r")

FRAGMENTS = (
    *(
        "word",
        "the",
        "of .",
        "a",
        "1",
        "é",
        "😀",
        "e\u0301",
        "\u00a0",
        "\u2028",
        "\x0c",
        "\x85",
        "\ufeff",
        "\0",
        "\ufffd",
    ),
    *(" ", "  ", "    ", "\t", " \t"),
    *("\n", "\r\n", "\r", "\n\n", "  \n", "\\\n"),
    *("# ", "## ", " ##", "===", "---", "***", "- ", "* ", "1. ", "12) ", "> ", ">", "- [ ] "),
    *("*", "**", "_", "~~", "`", "``", "```\n", "~~~", "\\", "\\*", "\\|", "|", "|---|---|\n", "| a | b |\n"),
    *(
        "[",
        "]",
        "(",
        ")",
        "![",
        "](x)",
        "[a][b]",
        "[b]: /x 'y'\n",
        "[^1]",
        "[^1]: ",
        "<https://x.y>",
        "<a@b.c>",
    ),
    *(
        "&amp;",
        "&#0;",
        "&#65;",
        "&nosuch;",
        "&",
        "<",
        ">",
        "<b>",
        "</b>",
        "<br>",
        "<div>\n",
        "</div>",
        "<!--",
        "-->",
    ),
    *("<script>", "</script>", "<?", "?>", "<!A", "<![CDATA[", "]]>", "<p title='", "---\ntitle: x\n---\n"),
)
MARKDOWN = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=3), max_size=40).map("".join)


def blocks(source: str) -> list[tuple[str, str]]:
    document = parse(source)
    return [(block.kind, document.text(block)) for block in document.blocks]


def underlined(document: Document, text: str) -> str:
    start = document.prose.index(text)
    span = document.source_span(start, start + len(text))
    return document.source[span.start : span.end]


@given(MARKDOWN)
def test_map_holds_for_any_markdown(check_map: Callable[[Document], None], source: str) -> None:
    check_map(parse(source))


@given(MARKDOWN, st.data())
def test_span_of_verbatim_prose_is_the_same_text(source: str, data: st.DataObject) -> None:
    document = parse(source)
    for segment in document.segments or ():
        start = data.draw(st.integers(segment.prose_start, segment.prose_end - 1))
        end = data.draw(st.integers(start + 1, segment.prose_end))
        span = document.source_span(start, end)
        if segment.verbatim:
            assert source[span.start : span.end] == document.prose[start:end]
        else:
            assert span == (segment.source_start, segment.source_end)


@given(
    st.lists(
        st.sampled_from(["alpha", "beta.", "Gamma", "*", "**", "`", "[", "](u)"]), min_size=1, max_size=20
    )
)
def test_words_are_neither_lost_nor_moved(words: list[str]) -> None:
    source = " ".join(words)
    document = parse(source)
    for word in ("alpha", "beta", "Gamma"):
        position = document.prose.find(word)
        if position >= 0:
            assert underlined(document, word) == word


@given(MARKDOWN)
def test_line_ends_do_not_change_what_is_read(source: str) -> None:
    unix = source.replace("\r\n", "\n").replace("\r", "\n")
    assert [blocks(unix.replace("\n", end)) for end in LINE_ENDS] == [blocks(unix)] * 3


@pytest.mark.parametrize("end", LINE_ENDS)
@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# A head #\n\nText.", [("heading", "A head"), ("paragraph", "Text.")]),
        ("A head\non two lines\n===\nText.", [("heading", "A head\non two lines"), ("paragraph", "Text.")]),
        ("#hash\n---\n", [("heading", "#hash")]),
        ("# # twice", [("heading", "# twice")]),
        ("> quoted\nlazy\n>   again", [("quote", "quoted\nlazy\nagain")]),
        ("- one\n  - two\n\n\tthree", [("list-item", "one"), ("list-item", "two"), ("list-item", "three")]),
        ("-\ttab\n\tmore", [("list-item", "tab\nmore")]),
        ("> > 1. deep\n> >    text", [("list-item", "deep\ntext")]),
        ("> 1. > deep", [("quote", "deep")]),
        ("hard  \nbreak\\\nhere", [("paragraph", "hard\nbreak\nhere")]),
        ("one<br>two", [("paragraph", "one\ntwo")]),
        ("<b>75</b>th &amp; *last*", [("paragraph", "75th & last")]),
        (r"5 \* 6 \# 7", [("paragraph", "5 * 6 # 7")]),
        ("the `x` of ![alt](u)", [("paragraph", f"the {STAND_IN} of {STAND_IN}")]),
        ("see <https://a.b/c> and [this *one*](u)", [("paragraph", "see https://a.b/c and this one")]),
        ("see [this][r]\n\n[r]: /u", [("paragraph", "see this")]),
        ("noted[^1]\n\n[^1]: The *note*.", [("paragraph", "noted"), ("paragraph", "The note.")]),
        ("---\ntitle: the th\n---\nText.", [("paragraph", "Text.")]),
        ("```py\nof .\n```\nText.", [("code", STAND_IN), ("paragraph", "Text.")]),
        ("    code\n\nText.", [("code", STAND_IN), ("paragraph", "Text.")]),
        ("a\n\n***\n\nb", [("paragraph", "a"), ("paragraph", "b")]),
        ("~~gone~~ *a **b***", [("paragraph", "gone a b")]),
        (
            "<div>\nOne <i>two</i>\n<p>three &lt; 4</div>",
            [("paragraph", "One two"), ("paragraph", "three < 4")],
        ),
        ("> <div>\n> One\n> two\n> </div>", [("paragraph", "One\ntwo")]),
        ("<!-- hidden\n\nof . -->\n\nText.", [("paragraph", "Text.")]),
        ("<script>\nof .\n</script>\n\nText.", [("paragraph", "Text.")]),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str]], end: str) -> None:
    assert blocks(source.replace("\n", end)) == expected


@pytest.mark.parametrize(
    "source",
    [
        "| > | b |\n|---|---|\n| - | b\\|c |\n| 1 | x | extra |\n| b |\n",
        "> | > | b |\n> |---|---|\n> | - | b\\|c |\n> | 1 | x | extra |\n> | b |\n",
        "- | > | b |\n  |---|---|\n  | - | b\\|c |\n  | 1 | x | extra |\n  | b |\n",
    ],
)
def test_table_cells_are_found_where_they_stand(source: str) -> None:
    document = parse(source)
    spans = [document.source_span(block.start, block.end) for block in document.blocks]
    assert [source[start:end] for start, end in spans] == [">", "b", "-", "b\\|c", "1", "x", "b"]
    assert [source[start - 2 : start] for start, _ in spans] == ["| "] * 7


@pytest.mark.parametrize(
    ("source", "prose", "expected"),
    [
        ("a *bold th* end", "bold th", "bold th"),
        ("in **the** th", "the th", "the** th"),
        ("Q&amp;A *x*", "Q&A", "Q&amp;A"),
        ("Q&amp;A *x*", "&", "&amp;"),
        (r"five \* six", "* six", r"\* six"),
        ("see <https://a.b/c>.", "a.b", "a.b"),
        ("> one\r\n> two three", "one\ntwo", "one\r\n> two"),
        ("nul\0 here *x*", "nul\0 here", "nul\0 here"),
        ("a `b` c", f"a {STAND_IN} c", "a `b` c"),
        ("😀😀 *end 😀*", "end 😀", "end 😀"),
        ("word\ufeffword *x*", "\ufeffw", "\ufeffw"),
        ("# 1 # 1", "# 1", "# 1"),
        ("- a a\n  a b", "a b", "a b"),
    ],
)
def test_underlined(source: str, prose: str, expected: str) -> None:
    assert underlined(parse(source), prose) == expected


def test_depth_does_not_hide_text() -> None:
    source = "".join(f"{'  ' * depth}- level {depth}\n" for depth in range(15))
    assert [text for _, text in blocks(source)] == [f"level {depth}" for depth in range(15)]


@pytest.mark.parametrize(
    "opening", ["[", "![", "*a ", "> ", "<b ", "`", "&", "\\", "- ", "|", "~~", "<", "[a](", "**a"]
)
def test_time_grows_linearly_with_unclosed_markup(opening: str) -> None:
    started = time.process_time()
    parse(opening * 20_000)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("Plain words go on and on. " * 40_000, id="one line of 1 MB"),
        pytest.param("Plain words go on and on.\n" * 40_000, id="one paragraph of 1 MB"),
        pytest.param("Plain *words* go `on` & on.\n\n" * 10_000, id="many paragraphs"),
        pytest.param("<div>" + " " * 1_000_000, id="white space in HTML"),
        pytest.param("x" * 5_000_000, id="one word of 5 MB"),
        pytest.param("Plain words. " * 400_000, id="one line of 5 MB"),
    ],
)
def test_time_is_bounded(source: str) -> None:
    started = time.process_time()
    parse(source)
    assert time.process_time() - started < 20
