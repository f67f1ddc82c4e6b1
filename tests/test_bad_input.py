"""Files as they come: every encoding, line end and kind of trouble, through the command."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

import textcheck
from textcheck.cli import main

DAMAGED = "They met.\nThey marked the th anniversary.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", "--isolated", *arguments])
    assert result.stderr == ""
    return result.exit_code, result.stdout


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, end: str) -> None:
    Path("a.txt").write_bytes(DAMAGED.replace("\n", end).encode(encoding))
    code, shown = run("a.txt")
    assert code == 1
    assert shown.startswith("a.txt:2:13: error [dropped-ordinal]")


def test_an_encoding_can_be_named() -> None:
    Path("a.txt").write_bytes(f"Café. {DAMAGED}".encode("cp1252"))
    code, shown = run("a.txt")
    assert code == 2
    assert "problem [unreadable] not valid UTF-8: byte 0xe9 at byte offset 3, line 1" in shown
    assert run("a.txt", "--encoding", "cp1252")[0] == 1
    assert "unknown text encoding 'cp1225'; did you mean" in run("a.txt", "--encoding", "cp1225")[1]


def test_nul_is_text() -> None:
    Path("a.txt").write_bytes(b"A\0b. " + DAMAGED.encode())
    assert "a.txt:2:13: error [dropped-ordinal]" in run("a.txt")[1]


@pytest.mark.parametrize("content", [b"", b"\n", b" \r\n\t", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_files_without_words(name: str, content: bytes) -> None:
    Path(name).write_bytes(content)
    code, shown = run(name, "--quiet", "--no-readability")
    assert (code, shown) == (0, "")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7", "this is a PDF document; extract its text first"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\xff\0\0", "this is a binary file, not text"),
        (b"a\0b\0c\0d\0", "this looks like UTF-16 without a byte order mark; pass --encoding utf-16-le"),
        (b"\xff\xff text", "not valid UTF-8"),
    ],
)
def test_what_is_no_text_is_named(content: bytes, reason: str) -> None:
    Path("a.txt").write_bytes(content)
    code, shown = run("a.txt")
    assert code == 2
    assert shown.startswith(f"a.txt: problem [unreadable] {reason}")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("none.txt", "no such file or folder; check the path"),
        ("a.txt/b", "no such file or folder; check the path"),
        ("empty", "no file to check in this folder; looked for "),
        ("link.txt", "a broken link; mend or remove it"),
    ],
)
def test_a_path_without_text_is_named(path: str, reason: str) -> None:
    Path("a.txt").write_text("text")
    Path("empty").mkdir()
    Path("link.txt").symlink_to("nowhere")
    code, shown = run(path)
    assert code == 2
    assert shown.startswith(f"{path}: problem [unreadable] {reason}")


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_named() -> None:
    Path("a.txt").write_text("text")
    Path("a.txt").chmod(0)
    code, shown = run("a.txt")
    assert code == 2
    assert "permission denied; make it readable or leave it out" in shown


def test_json_says_what_could_not_be_read() -> None:
    (document,) = json.loads(run("none.txt", "--output-format", "json")[1])["files"]
    assert document["path"] == "none.txt"
    assert document["verdict"] is None
    assert [problem["kind"] for problem in document["problems"]] == ["unreadable"]


@pytest.mark.parametrize(
    "piece",
    ["Plain words go on. ", "word", " ", "the of . ", "(", ".", "“", "1,2.", "\n", "\0", "a\u0301", "[", "-"],
)
def test_no_rule_slows_down_on_a_long_line(piece: str) -> None:
    text = "x" + piece * (20_000 // len(piece)) + "x"
    started = time.process_time()
    assert [problem.message for problem in textcheck.check(text).problems] == []
    assert time.process_time() - started < 5
