from __future__ import annotations

import codecs
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from textcheck import cli
from textcheck.cli import main
from textcheck.engine import Engine

if TYPE_CHECKING:
    from click.testing import Result

    from textcheck.finding import Report

DAMAGED = "The govern\xadment fell.\nThey marked the th anniversary.\n"
MENDED = "The government fell.\nThey marked the th anniversary.\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TEXTCHECK_GRAMMAR_SERVER", raising=False)
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["check", "--isolated", "--no-readability", *arguments], input=stdin)


def write(name: str, content: bytes | str = DAMAGED) -> Path:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_what_is_safe_is_applied_and_what_remains_is_reported() -> None:
    path = write("a.txt")
    result = run("a.txt", "--fix")
    assert path.read_bytes() == MENDED.encode()
    assert result.exit_code == 1
    assert result.stdout.startswith("a.txt:2:13: error [dropped-ordinal] ")
    assert result.stdout.endswith("1 fixed, 1 error in 1 file; checked 1 file, 8 words\n")
    again = run("a.txt", "--fix")
    assert path.read_bytes() == MENDED.encode()
    assert again.stdout.endswith("\n1 error in 1 file; checked 1 file, 8 words\n")


def test_nothing_left_is_success() -> None:
    write("a.txt", "The govern\xadment fell.\n")
    result = run("a.txt", "--fix")
    assert (result.exit_code, result.stdout) == (0, "1 fixed, no findings; checked 1 file, 3 words\n")


def test_only_what_is_selected_is_mended() -> None:
    path = write("a.txt")
    assert run("a.txt", "--fix", "--ignore", "soft-hyphen").exit_code == 1
    assert path.read_bytes() == DAMAGED.encode()


@pytest.mark.parametrize("name", ["json", "github"])
def test_other_formats_report_what_remains(name: str) -> None:
    write("a.txt")
    shown = run("a.txt", "--fix", "--output-format", name).stdout
    assert "dropped-ordinal" in shown
    assert "soft-hyphen" not in shown
    if name == "json":
        assert json.loads(shown)["summary"]["fixed"] == 1


CONTENTS = [
    ("utf-8", DAMAGED.replace("\n", "\r\n").encode(), MENDED.replace("\n", "\r\n").encode()),
    ("utf-8", DAMAGED.replace("\n", "\r").encode(), MENDED.replace("\n", "\r").encode()),
    ("utf-8", codecs.BOM_UTF8 + DAMAGED.encode(), codecs.BOM_UTF8 + MENDED.encode()),
    ("utf-8", b"govern\xc2\xadment", b"government"),
    ("utf-8-sig", DAMAGED.encode(), MENDED.encode()),
    ("utf-8-sig", codecs.BOM_UTF8 + DAMAGED.encode(), codecs.BOM_UTF8 + MENDED.encode()),
    ("cp1252", f"“{DAMAGED}é€".encode("cp1252"), f"“{MENDED}é€".encode("cp1252")),
    ("utf-16", f"\ufeff{DAMAGED}".encode("utf-16-be"), f"\ufeff{MENDED}".encode("utf-16-be")),
    ("utf-16", f"\ufeff{DAMAGED}".encode("utf-16-le"), f"\ufeff{MENDED}".encode("utf-16-le")),
    ("utf-16-le", DAMAGED.encode("utf-16-le"), MENDED.encode("utf-16-le")),
    ("utf-32", f"\ufeff{DAMAGED}".encode("utf-32-le"), f"\ufeff{MENDED}".encode("utf-32-le")),
]


@pytest.mark.parametrize(("encoding", "before", "after"), CONTENTS)
def test_encoding_mark_and_newlines_stay(encoding: str, before: bytes, after: bytes) -> None:
    path = write("a.txt", before)
    run("a.txt", "--fix", "--encoding", encoding)
    assert path.read_bytes() == after
    assert run("-", "--fix", "--encoding", encoding, stdin=before).stdout_bytes == after


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-32-be"])
def test_a_byte_order_mark_tells_how_to_write(codec: str) -> None:
    path = write("a.txt", f"\ufeff{DAMAGED}".encode(codec))
    run("a.txt", "--fix")
    assert path.read_bytes() == f"\ufeff{MENDED}".encode(codec)


@pytest.mark.parametrize("option", ["--fix", "--diff"])
@pytest.mark.parametrize(
    ("encoding", "content", "message"),
    [
        (
            "cp1252",
            "The KoÅ›ciÃ³Å‚ stood there.".encode("cp1252"),
            "U+015B cannot be written in cp1252; convert",
        ),
        (
            "utf-7",
            b"The govern+AK0-ment and+ACA-so.",
            "cannot be written back in utf-7 byte by byte; convert",
        ),
    ],
)
def test_what_the_encoding_cannot_hold_is_a_problem(
    option: str, encoding: str, content: bytes, message: str
) -> None:
    path = write("a.txt", content)
    other = write("b.txt", MENDED)
    result = run("a.txt", "b.txt", option, "--encoding", encoding)
    assert result.exit_code == 2
    assert f"a.txt: problem [unwritable] {message}" in result.output
    assert path.read_bytes() == content
    assert other.read_bytes() == MENDED.encode()
    piped = run("-", "--fix", "--encoding", encoding, stdin=content)
    assert (piped.exit_code, piped.stdout_bytes) == (2, content)


@posix
def test_mode_and_links_stay() -> None:
    path = write("a.txt")
    path.chmod(0o751)
    Path("link.txt").symlink_to("a.txt")
    run("link.txt", "--fix")
    assert Path("link.txt").is_symlink()
    assert path.read_bytes() == MENDED.encode()
    assert path.stat().st_mode & 0o777 == 0o751
    assert sorted(os.listdir()) == ["a.txt", "link.txt"]  # noqa: PTH208  # names of hidden files too


@posix
def test_a_file_that_cannot_be_written_does_not_stop_the_others() -> None:
    path, other = write("a.txt"), write("b.txt")
    path.chmod(0o444)
    result = run("a.txt", "b.txt", "--fix")
    assert result.exit_code == 2
    assert "a.txt: problem [unwritable] cannot be written (Permission denied); check who may" in result.stdout
    assert "a.txt:1:5: warning [soft-hyphen]" in result.stdout
    assert "1 fixed, 2 errors, 1 warning in 2 files;" in result.stdout
    assert path.read_bytes() == DAMAGED.encode()
    assert other.read_bytes() == MENDED.encode()


@posix
def test_a_read_only_folder_is_a_problem(folder: Path) -> None:
    path = write("deep/a.txt")
    (folder / "deep").chmod(0o555)
    if os.access("deep", os.W_OK):
        pytest.skip("root may write anywhere")
    result = run("deep", "--fix")
    (folder / "deep").chmod(0o755)
    assert result.exit_code == 2
    assert "problem [unwritable] cannot be written (Permission denied)" in result.stdout
    assert path.read_bytes() == DAMAGED.encode()


def test_a_failed_replacement_leaves_no_trace(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.txt")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    result = run("a.txt", "--fix")
    assert result.exit_code == 2
    assert "cannot be written (No space left on device)" in result.stdout
    assert list(folder.iterdir()) == [folder / "a.txt"]
    assert path.read_bytes() == DAMAGED.encode()


def test_a_file_that_changes_meanwhile_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.txt")
    check = Engine.check

    def slow(engine: Engine, text: str, **options: str) -> Report:
        path.write_text("Edited.")
        return check(engine, text, **options)

    monkeypatch.setattr(Engine, "check", slow)
    result = run("a.txt", "--fix")
    assert result.exit_code == 2
    assert "a.txt: problem [unwritable] has changed since it was read; run textcheck again" in result.stdout
    assert path.read_text() == "Edited."
    assert list(folder.iterdir()) == [folder / "a.txt"]


def test_standard_input_goes_mended_to_standard_output() -> None:
    result = run("-", "--fix", stdin=DAMAGED.encode())
    assert result.exit_code == 1
    assert result.stdout_bytes == MENDED.encode()
    assert result.stderr.startswith("<stdin>:2:13: error [dropped-ordinal] ")
    assert "1 fixed, 1 error in 1 file;" in result.stderr
    sound = b"\xef\xbb\xbfIt fell.\r\n"
    assert run("-", "--fix", stdin=sound).stdout_bytes == sound


def test_standard_input_that_is_no_text_gives_none() -> None:
    result = run("-", "--fix", stdin=b"caf\xe9")
    assert (result.exit_code, result.stdout_bytes) == (2, b"")
    assert "<stdin>: problem [unreadable] not valid UTF-8" in result.stderr


def test_fix_and_diff_exclude_each_other() -> None:
    path = write("a.txt")
    result = run("a.txt", "--fix", "--diff")
    assert result.exit_code == 2
    assert "--fix and --diff exclude each other" in result.stderr
    assert path.read_bytes() == DAMAGED.encode()


def test_a_diff_changes_nothing() -> None:
    path = write("a.txt")
    result = run("a.txt", "--diff")
    assert result.exit_code == 1
    assert result.stdout == (
        "--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n-The govern\xadment fell.\n+The government fell.\n"
        " They marked the th anniversary.\n"
    )
    assert result.stderr == "1 would be fixed\n"
    assert path.read_bytes() == DAMAGED.encode()
    assert run("a.txt", "--diff", "--exit-zero", "--quiet").stderr == ""
    assert run("a.txt", "--diff", "--exit-zero").exit_code == 0


def test_a_diff_goes_by_changes_not_by_findings() -> None:
    write("a.txt", MENDED)
    result = run("a.txt", "--diff")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "0 would be fixed\n")


def test_trouble_with_one_file_does_not_hide_the_diff_of_another() -> None:
    write("a.txt")
    result = run("none.txt", "a.txt", "--diff")
    assert result.exit_code == 2
    assert result.stdout.startswith("--- a.txt\n")
    assert result.stderr.startswith("none.txt: problem [unreadable] no such file or folder")


def test_a_diff_of_standard_input_has_its_name() -> None:
    result = run("-", "--diff", "--stdin-filename", "x.md", stdin=DAMAGED.encode())
    assert result.stdout.startswith("--- x.md\n+++ x.md\n")


def test_a_diff_at_a_terminal_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pty = pytest.importorskip("pty", reason="this platform has no pseudo-terminals")
    monkeypatch.setenv("CI", "1")
    write("a.txt", DAMAGED.replace("\n", "\x1b[1m\r\n"))
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "textcheck", "check", "--isolated", "--diff", "a.txt"]
    environment = os.environ | {"PYTHONPATH": str(Path(cli.__file__).parents[1])}
    subprocess.run(command, env=environment, stdout=child, stderr=subprocess.DEVNULL, check=False, timeout=60)
    os.close(child)
    shown = os.read(parent, 65536).decode()
    os.close(parent)
    assert "-The govern<U+00AD>ment fell.<U+001B>[1m\r\n" in shown
    assert "\x1b" not in shown


@pytest.mark.skipif(shutil.which("patch") is None, reason="the program patch is not installed")
@pytest.mark.parametrize(
    ("encoding", "before", "after"), [row for row in CONTENTS if "utf-8" in row[0] or row[0] == "cp1252"]
)
@pytest.mark.parametrize("name", ["a.txt", "a b.txt", "deep/ä.txt"])
def test_a_diff_is_a_patch(name: str, encoding: str, before: bytes, after: bytes) -> None:
    path = write(name, before)
    diff = run(".", "--diff", "--encoding", encoding)
    assert path.read_bytes() == before
    subprocess.run(["patch", "--binary", "-p0"], input=diff.stdout_bytes, check=True, capture_output=True)
    assert path.read_bytes() == after
