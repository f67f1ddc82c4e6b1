from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from textcheck import cli
from textcheck.cli import main
from textcheck.commands import check

if TYPE_CHECKING:
    from click.testing import Result

DAMAGED = "They marked the th anniversary of the club.\n"
SOUND = "They marked the tenth anniversary of the club.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TEXTCHECK_GRAMMAR_SERVER", raising=False)
    Path("damaged.txt").write_text(DAMAGED)
    Path("sound.txt").write_text(SOUND)
    return tmp_path


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def process(*arguments: str, stdin: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "textcheck", *arguments],
        input=stdin,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(Path(cli.__file__).parents[1])} | variables,
        check=False,
        timeout=60,
    )


def rules_found(*arguments: str, stdin: str | bytes | None = None) -> list[str]:
    result = run("check", "--output-format", "json", *arguments, stdin=stdin)
    files = json.loads(result.stdout)["files"]
    return [finding["rule"] for file in files for finding in file["findings"]]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["sound.txt"], 0),
        (["damaged.txt"], 1),
        (["sound.txt", "damaged.txt"], 1),
        (["damaged.txt", "--exit-zero"], 0),
        (["none.txt"], 2),
        (["none.txt", "damaged.txt"], 2),
        (["none.txt", "damaged.txt", "--exit-zero"], 2),
        (["damaged.txt", "--fail-on", "warning"], 1),
        (["damaged.txt", "--fail-on", "info"], 1),
        (["damaged.txt", "--ignore", "gaps"], 0),
        (["damaged.txt", "--select", "residue"], 0),
        (["damaged.txt", "--select", "residue, gaps"], 1),
        (["damaged.txt", "--ignore", "residue", "--ignore", "gaps"], 0),
        (["."], 1),
        ([], 2),
        (["sound.txt", "--no-such-option"], 2),
        (["sound.txt", "--fail-on", "fatal"], 2),
        (["sound.txt", "--config", "x.toml", "--isolated"], 2),
    ],
)
def test_exit_codes(arguments: list[str], code: int) -> None:
    assert run("check", *arguments).exit_code == code


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        (severity, fail_on, int(rank >= threshold))
        for rank, severity in enumerate(("info", "warning", "error"))
        for threshold, fail_on in enumerate(("info", "warning", "error"))
    ],
)
def test_fail_on_is_a_threshold(severity: str, fail_on: str, code: int) -> None:
    Path("textcheck.toml").write_text(f"severity = {{gaps = '{severity}'}}\nfail-on = '{fail_on}'")
    assert run("check", "damaged.txt").exit_code == code
    assert run("check", "damaged.txt", "--fail-on", "info").exit_code == 1


def test_findings_are_printed_beside_trouble() -> None:
    result = run("check", "none.txt", "damaged.txt")
    assert "none.txt: problem [unreadable] no such file or folder; check the path\n" in result.stdout
    assert "damaged.txt:1:13: error [dropped-ordinal] No number before “th”\n" in result.stdout
    assert result.stdout.endswith("1 error in 1 file; checked 1 file, 8 words; 1 problem\n")


def test_standard_input() -> None:
    result = run("check", "-", stdin=DAMAGED)
    assert result.exit_code == 1
    assert result.stdout.startswith("<stdin>:1:13: error")
    assert rules_found("-", stdin=b"") == []


def test_standard_input_goes_by_the_name_given() -> None:
    text = "`the th`, in the th year."
    assert len(rules_found("-", stdin=text)) == 2
    assert len(rules_found("-", "--stdin-filename", "x.md", stdin=text)) == 1
    assert len(rules_found("-", "--format", "markdown", stdin=text)) == 1
    assert run("check", "-", "--stdin-filename", "x.md", stdin=text).stdout.startswith("x.md:1:14: error")


def test_standard_input_that_is_no_text() -> None:
    result = run("check", "-", "--stdin-filename", "x.md", stdin=b"\xff\xfe\xff")
    assert result.exit_code == 2
    assert result.stdout.startswith("x.md: problem [unreadable] ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["damaged.txt", "--select", "dropped-ordnal"], "'dropped-ordnal': did you mean 'dropped-ordinal'?"),
        (["damaged.txt", "--config", "none.toml"], "none.toml: cannot be read: No such file or directory"),
        (["damaged.txt", "--exclude", "!"], "exclude pattern '!' is malformed; use the syntax of .gitignore"),
    ],
)
def test_an_error_is_one_line_on_stderr(arguments: list[str], message: str) -> None:
    result = run("check", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Error: ")
    assert result.stderr.endswith(f"{message}\n")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("select = [", "is not valid TOML: "),
        ("selct = []", "unknown setting selct: did you mean select?"),
        ("preview = 'yes'", "setting preview: expected true or false, not 'yes'"),
        ("ignore = ['gapz']", "no rule or category is named 'gapz': did you mean 'gaps'?"),
        ("severity = {gapz = 'info'}", "no rule or category is named 'gapz': did you mean 'gaps'?"),
    ],
)
@pytest.mark.parametrize("name", ["textcheck.toml", "other.toml"])
def test_an_error_in_the_settings_is_one_line_on_stderr(content: str, message: str, name: str) -> None:
    Path(name).write_text(content)
    options = ["--config", name] if name == "other.toml" else []
    result = run("check", "damaged.txt", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert run("check", "damaged.txt", "--isolated").exit_code == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [("textcheck.toml", "ignore = ['gaps']"), ("pyproject.toml", "[tool.textcheck]\nignore = ['gaps']")],
)
def test_settings_are_found_upwards(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str
) -> None:
    Path(name).write_text(content)
    (folder / "deep" / "down").mkdir(parents=True)
    monkeypatch.chdir(folder / "deep" / "down")
    assert run("check", "../../damaged.txt").exit_code == 0
    assert run("check", "../../damaged.txt", "--isolated").exit_code == 1
    assert run("check", "../../damaged.txt", "--ignore", "residue").exit_code == 1


def test_per_file_ignores_and_exclude_hold_from_anywhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("textcheck.toml").write_text("exclude = ['old/']\nper-file-ignores = {'new/*.txt' = ['gaps']}")
    for name in ("old", "new"):
        Path(name).mkdir()
        Path(name, "a.txt").write_text(DAMAGED)
    assert run("check", "old", "new").exit_code == 2
    assert rules_found(".") == ["dropped-ordinal"]
    monkeypatch.chdir(folder / "new")
    assert rules_found("a.txt") == []


def test_a_crash_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(check, "Engine", crash)
    result = run("check", "damaged.txt")
    assert result.exit_code == 2
    assert "ZeroDivisionError" in result.stderr
    assert result.stderr.endswith("please report it with the lines above\n")


def test_an_interruption_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "Engine", interrupt)
    result = run("check", "damaged.txt")
    assert (result.exit_code, result.stderr) == (2, "Error: interrupted\n")


def test_a_dead_grammar_server_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("language_tool_python", reason="the extra grammar is not installed")
    monkeypatch.setenv("TEXTCHECK_GRAMMAR_SERVER", "http://localhost:9")
    result = run("check", "damaged.txt")
    assert result.exit_code == 2
    assert "damaged.txt: problem [grammar] " in result.stdout
    assert "localhost:9" in result.stdout
    assert "[dropped-ordinal]" in result.stdout
    assert run("check", "sound.txt", "--ignore", "grammar").exit_code == 0


def test_a_pipe_has_no_escape_codes() -> None:
    assert b"\x1b" not in process("check", "damaged.txt").stdout
    assert b"\x1b" in process("check", "damaged.txt", FORCE_COLOR="1").stdout
    assert b"\x1b" not in process("rules").stdout


def test_a_reader_that_goes_away_is_no_traceback(folder: Path) -> None:
    for number in range(50):
        (folder / f"{number}.txt").write_text(DAMAGED * 50)
    for format_name in ("text", "json"):
        command = f"{sys.executable} -m textcheck check --output-format {format_name} . | head -c 1"
        result = subprocess.run(
            ["sh", "-c", command],
            capture_output=True,
            env=os.environ | {"PYTHONPATH": str(Path(cli.__file__).parents[1])},
            check=True,
            timeout=60,
        )
        assert result.stderr == b""


def test_module_runs_as_the_command() -> None:
    result = process("--version")
    assert result.returncode == 0
    assert result.stdout.startswith(b"textcheck ")
    assert process("check", "-", stdin=DAMAGED.encode()).returncode == 1


@pytest.mark.parametrize("terminal", ["stdout", "stderr", "both"])
def test_progress_at_a_terminal_leaves_the_output_whole(folder: Path, terminal: str) -> None:
    pty = pytest.importorskip("pty", reason="this platform has no pseudo-terminals")
    (folder / "long.txt").write_text(DAMAGED + "\n" + "Plain words go on and on. " * 4000)
    parent, child = pty.openpty()
    stdout = subprocess.PIPE if terminal == "stderr" else child
    stderr = subprocess.PIPE if terminal == "stdout" else child
    environment = {name: value for name, value in os.environ.items() if name not in {"CI", "NO_COLOR"}}
    command = [sys.executable, "-m", "textcheck", "check", "long.txt"]
    environment |= {"PYTHONPATH": str(Path(cli.__file__).parents[1]), "TERM": "xterm"}
    with subprocess.Popen(command, env=environment, stdout=stdout, stderr=stderr) as running:
        os.close(child)
        shown = b""
        while chunk := _read(parent):
            shown += chunk
        piped = b"".join(stream.read() for stream in (running.stdout, running.stderr) if stream)
    os.close(parent)
    assert running.returncode == 1
    assert (b"checking long.txt" in shown) is (terminal != "stdout")
    assert b"dropped-ordinal" in (piped if terminal == "stderr" else shown)
    assert b"\x1b" not in piped
    assert shown.count(b"\x1b[?25l") == shown.count(b"\x1b[?25h")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # what Linux says once nobody writes to a terminal any more
        return b""


def test_rules_are_listed_by_category() -> None:
    lines = run("rules").stdout.splitlines()
    assert lines[0].startswith("encoding: ") or ": " in lines[0]
    assert any(line.startswith("  dropped-ordinal ") and " error " in line for line in lines)
    assert run("rules", "--select", "dropped-ordinal").stdout.count("\n") == 2
    assert run("rules", "--select", "dropped-ordnal").exit_code == 2


def test_explain_shows_cases_and_the_way_out() -> None:
    result = run("explain", "dropped-ordinal")
    assert result.exit_code == 0
    assert result.stdout.startswith("dropped-ordinal (gaps, error, ")
    assert "\nReported:\n" in result.stdout
    assert "[[" in result.stdout
    assert result.stdout.endswith("ignore = ['dropped-ordinal'] in the settings.\n")


def test_explain_names_the_nearest_rule() -> None:
    result = run("explain", "dropped-ordnal")
    assert result.exit_code == 2
    assert result.stderr == "Error: no rule is named 'dropped-ordnal': did you mean 'dropped-ordinal'?\n"
