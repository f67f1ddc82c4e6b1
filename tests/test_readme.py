"""What the README shows is what the command prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from textcheck.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _block(marker: str) -> str:
    match = re.search(rf"<!-- {re.escape(marker)} -->\n```\w+\n(.*?)```\n", README, re.DOTALL)
    assert match is not None, marker
    return match[1]


def test_example_output_is_real() -> None:
    arguments = ["check", "--isolated", "--quiet", "--stdin-filename", "ferry.txt", "-"]
    result = CliRunner().invoke(main, arguments, input=_block("example: input"))
    assert result.exit_code == 1
    assert result.output.strip() == _block("example: output").strip()


def test_damaged_article_of_the_first_command_has_findings() -> None:
    path = _block("command: try").split()[-1]
    result = CliRunner().invoke(main, ["check", "--isolated", str(ROOT / path)])
    assert result.exit_code == 1
    for category in (
        "dropped-ordinal",
        "cut-sentence",
        "placeholder-byline",
        "unquoted-speech",
        "template-heading",
    ):
        assert category in result.output


def test_both_commands_set_up_their_own_environment() -> None:
    for marker in ("command: try", "command: test"):
        assert _block(marker).startswith("python3 -m venv .venv && .venv/bin/python -m pip install")


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures" / "sound").iterdir()), ids=lambda path: path.name)
def test_sound_article_has_no_finding(path: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--isolated", "--fail-on", "info", str(path)])
    assert result.exit_code == 0, result.output
