from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import pytest

from textcheck import config
from textcheck.config import Config, ConfigError, Grammar

if TYPE_CHECKING:
    from pathlib import Path

FULL = """
select = ["gaps"]
extend-select = ["chat-reply"]
ignore = ["bare-time"]
exclude = ["build/"]
fail-on = "warning"
preview = true
readability = false

[severity]
gaps = "info"

[per-file-ignores]
"drafts/*.md" = ["residue"]

[grammar]
server = "http://localhost:8081"
language = "en-GB"
timeout = 5
disabled-rules = ["A_B"]
"""


def test_every_setting_is_read(tmp_path: Path) -> None:
    path = tmp_path / "textcheck.toml"
    path.write_text(FULL)
    assert config.load(path) == Config(
        select=("gaps",),
        extend_select=("chat-reply",),
        ignore=("bare-time",),
        severity={"gaps": "info"},
        per_file_ignores={"drafts/*.md": ("residue",)},
        exclude=("build/",),
        fail_on="warning",
        preview=True,
        readability=False,
        grammar=Grammar("http://localhost:8081", "en-GB", 5.0, ("A_B",)),
        root=tmp_path,
    )


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"selct": []}, "unknown setting selct: did you mean select?"),
        ({"fail_on": "error"}, "unknown setting fail_on: did you mean fail-on?"),
        ({"grammar": {"sever": ""}}, "unknown setting grammar.sever: did you mean grammar.server?"),
        ({1: 2}, "unknown setting 1: did you mean "),
        ({"select": "gaps"}, "setting select: expected a list of strings, not 'gaps'"),
        ({"select": [1]}, "setting select: expected a list of strings, not [1]"),
        ({"ignore": {"gaps": True}}, "setting ignore: expected a list of strings, not {'gaps': True}"),
        ({"preview": 1}, "setting preview: expected true or false, not 1"),
        ({"model": True}, "setting model: expected one of off, preview, on, not True"),
        ({"fail-on": "fatal"}, "setting fail-on: expected one of info, warning, error, not 'fatal'"),
        ({"fail-on": ["error"]}, "setting fail-on: expected one of info, warning, error, not ['error']"),
        ({"severity": ["gaps"]}, "setting severity: expected a table, not ['gaps']"),
        (
            {"severity": {"gaps": "bad"}},
            "setting severity.gaps: expected one of info, warning, error, not 'bad'",
        ),
        (
            {"per-file-ignores": {"*": "gaps"}},
            "setting per-file-ignores.*: expected a list of strings, not 'gaps'",
        ),
        ({"grammar": "http://x"}, "setting grammar: expected a table, not 'http://x'"),
        ({"grammar": {"server": 1}}, "setting grammar.server: expected a string, not 1"),
        ({"grammar": {"timeout": 0}}, "setting grammar.timeout: expected a number of seconds above 0, not 0"),
        (
            {"grammar": {"timeout": True}},
            "setting grammar.timeout: expected a number of seconds above 0, not True",
        ),
        (
            {"grammar": {"timeout": float("nan")}},
            "setting grammar.timeout: expected a number of seconds above 0",
        ),
        ("gaps", "settings: expected a table, not 'gaps'"),
    ],
)
def test_a_wrong_setting_is_named(settings: Any, message: str) -> None:  # noqa: ANN401  # as a user may write it
    with pytest.raises(ConfigError) as caught:
        Config.from_mapping(settings)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"select = [", "is not valid TOML: "),
        (b"select = '\xff'", "is not valid TOML: "),
        (b"selct = []", "unknown setting selct"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "textcheck.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        config.load(path)
    assert str(caught.value).startswith(f"{path}: {message}")
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml: cannot be read: No such file"):
        config.load(tmp_path / "none.toml")
    with pytest.raises(ConfigError, match=r"cannot be read: "):
        config.load(tmp_path)


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "textcheck.toml"
    path.write_text("preview = true", encoding="utf-8-sig")
    assert config.load(path).preview


def test_discovery_goes_upwards_to_the_nearest_file_with_settings(tmp_path: Path) -> None:
    inner = tmp_path / "docs" / "deep"
    inner.mkdir(parents=True)
    (tmp_path / "textcheck.toml").write_text("preview = true")
    (tmp_path / "docs" / "pyproject.toml").write_text("[tool.other]\nx = 1")
    assert config.discover(inner) == Config(preview=True, root=tmp_path)
    (tmp_path / "docs" / "pyproject.toml").write_text("[tool.textcheck]\nfail-on = 'info'")
    assert config.discover(inner) == Config(fail_on="info", root=tmp_path / "docs")
    (tmp_path / "docs" / "textcheck.toml").write_text("")
    assert config.discover(inner) == Config(root=tmp_path / "docs")


@pytest.mark.parametrize("content", ["", "tool = 1", "[project]\nname = 'x'", "[tool]\nx = 1"])
def test_a_pyproject_without_settings_is_passed_over(tmp_path: Path, content: str) -> None:
    (tmp_path / "textcheck.toml").write_text("preview = true")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text(content)
    assert config.discover(inner).preview
    assert config.load(inner / "pyproject.toml") == Config(root=inner)


def test_settings_that_are_no_table_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("[tool]\ntextcheck = 3")
    with pytest.raises(ConfigError, match="settings: expected a table, not 3"):
        config.discover(tmp_path)


def test_override_keeps_what_is_not_given() -> None:
    base = Config(select=("gaps",), grammar=Grammar(language="en-GB"))
    changed = config.override(base, select=None, preview=True, grammar_server="http://x")
    assert changed == Config(
        select=("gaps",), preview=True, grammar=Grammar(server="http://x", language="en-GB")
    )


def test_config_pickles() -> None:
    settings = Config.from_mapping({"severity": {"gaps": "info"}, "per-file-ignores": {"*.md": ["gaps"]}})
    assert pickle.loads(pickle.dumps(settings)) == settings  # noqa: S301  # our own bytes
