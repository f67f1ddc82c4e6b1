from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textcheck import parts as cutting
from textcheck.config import Config
from textcheck.engine import Engine
from textcheck.finding import Suggestion
from textcheck.formats import parse
from textcheck.parts import Part, parts
from textcheck.rule import Hit

if TYPE_CHECKING:
    from textcheck.document import Document

GROWTH = 6
"""Bytes of memory for each byte of a long document, at most."""

SOUND = "The council met on 4 May. It agreed on 12 new bridges, and the mayor thanked all who had come.\n\n"
DAMAGED = "The council met on the th of May. It agreed on 12 new bridges , and the mayor thanked them.\n\n"
MARKED = "- Item *one* of the [list](https://example.org/a) &amp; more\n- and `code` at the 4th place\n\n"

BLOCKS = st.lists(
    st.sampled_from([SOUND, MARKED, "# Heading\n\n", "\n\n", "x\r\n\r\n", "y\r\r"]), max_size=40
)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "PART", 500)
    monkeypatch.setattr(cutting, "MARGIN", 120)


def _all_parts(source: str, format: str, size: int) -> tuple[Document, list[Part]]:  # noqa: A002  # as in parse
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "PART", size)
        patch.setattr(cutting, "MARGIN", size // 4)
        document = parse(source, format)
        return document, list(parts(document))


@given(BLOCKS.map("".join), st.sampled_from(["text", "markdown"]), st.integers(20, 800))
def test_parts_are_the_whole_again(source: str, format: str, size: int) -> None:  # noqa: A002  # as in parse
    document, found = _all_parts(source, format, size)
    assert [part.offset + part.start for part in found[1:]] == [part.offset + part.end for part in found[:-1]]
    assert found[0].offset + found[0].start == 0
    assert found[-1].offset + found[-1].end == len(document.prose)
    own = [(part, block) for part in found for block in part.blocks]
    assert [(block.kind, part.document.text(block)) for part, block in own] == [
        (block.kind, document.text(block)) for block in document.blocks
    ]
    for part in found:
        around = part.document
        assert around.prose == document.prose[part.offset : part.offset + len(around.prose)]
        for block in around.blocks:
            start, end = around.source_span(block.start, block.end)
            whole = document.source_span(block.start + part.offset, block.end + part.offset)
            assert around.source[start:end] == document.source[whole.start : whole.end]


def test_a_document_that_is_not_long_is_its_only_part() -> None:
    document = parse(SOUND)
    (part,) = parts(document)
    assert part.document is document
    hit = Hit(4, 11, "x")
    assert part.holds(hit)
    assert part.in_whole(hit) is hit


def test_suggestions_move_with_their_hit() -> None:
    document = parse(SOUND)
    hit = Hit(4, 11, "x", suggestions=(Suggestion(4, 11, "board", "replace"),))
    moved = Part(document, 100, 0, 50).in_whole(hit)
    assert (moved.start, moved.end) == (104, 111)
    assert moved.suggestions == (Suggestion(104, 111, "board", "replace"),)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("format", ["text", "markdown"])
def test_a_long_document_has_the_findings_of_its_paragraphs(format: str) -> None:  # noqa: A002  # as in check
    paragraphs = [(DAMAGED if number % 7 == 3 else SOUND) for number in range(60)]
    engine = Engine(Config(ignore=("repetition",), model="off"))
    report = engine.check("".join(paragraphs), format=format)
    expected = [
        (sum(map(len, paragraphs[:number])) + finding.start, finding.rule)
        for number, paragraph in enumerate(paragraphs)
        for finding in engine.check(paragraph, format=format).findings
    ]
    assert [(finding.start, finding.rule) for finding in report.findings] == expected
    assert report.counts["words"] == sum(map(_words, paragraphs))
    assert report.verdict == "block"


def _words(text: str) -> int:
    return sum(word[0].isalnum() for word in text.split())


@pytest.mark.usefixtures("small")
def test_the_ends_of_parts_are_no_ends_of_the_text() -> None:
    whole = "".join(
        f"Paragraph {number} tells of a bridge over the river, and ends\n\n" for number in range(80)
    )
    findings = Engine(Config(select=("truncation",), model="off")).check(whole).findings
    assert all(finding.start > len(whole) - 200 for finding in findings)


@pytest.mark.usefixtures("small")
def test_a_part_has_the_character_of_the_whole() -> None:
    code = "Call the `main` function of the Python API, which returns a JSON string.\n\n"
    document = parse(code + SOUND * 30, "markdown")
    *_, last = parts(document)
    assert document.technical
    assert last.document.technical


@pytest.mark.usefixtures("small")
def test_a_rule_that_crashes_on_every_part_is_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textcheck.scan.DOCUMENT_SECONDS", -1.0)
    report = Engine(Config(select=("dropped-ordinal",))).check(DAMAGED * 30)
    assert [problem.kind for problem in report.problems] == ["timeout"]


_GROWN = """
import resource
from textcheck.engine import Engine
from textcheck.config import Config
engine = Engine(Config(model="off"))
def peak(size):
    paragraphs = (
        {paragraph!r}.replace("12", f"{{number % 300}} of {{number // 300}}") for number in range(10**6)
    )
    # A field of a template asks what the whole text is about.
    letter = "Dear [Name], here are the minutes.\\n\\n"
    engine.check(letter + "".join(next(paragraphs) for _ in range(size // {length})))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
low = peak(2_000_000)
print((peak(6_000_000) - low) * {unit} / 4_000_000)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no peak memory of a process")
def test_memory_grows_by_less_than_six_times_the_size() -> None:
    script = _GROWN.format(paragraph=SOUND, length=len(SOUND), unit=1 if sys.platform == "darwin" else 1024)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert float(done.stdout) < GROWTH


def test_a_narrator_far_off_does_not_tell_of_speech() -> None:
    told = "I was ten that year. I saw the sea. I did not say much. My brother went out every day.\n\n"
    news = "The bridge is closed. The council met on the case. Nobody was hurt by it.\n\n"
    speech = "We will mend it by the spring, the mayor said to the council.\n\n"
    with Engine(Config(select=("unquoted-speech",), readability=False)) as engine:
        assert not engine.check(told * 20 + speech).findings
        text = told * 400 + news * 700 + speech
        (finding,) = engine.check(text).findings
    assert text[finding.start : finding.end] == speech.strip()
