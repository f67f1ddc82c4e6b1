"""Settings: their types, their defaults, and where they are read from.

A project's settings stand in ``textcheck.toml`` or under ``[tool.textcheck]`` in
``pyproject.toml``, in the nearest folder upwards that has one of them.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

from textcheck.finding import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textcheck.finding import Severity

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Model = Literal["off", "preview", "on"]
"""Whether the model is asked for silent losses: not at all, for information only, or as one of the rules."""

FILE_NAME = "textcheck.toml"
PYPROJECT = "pyproject.toml"

T = TypeVar("T")


class ConfigError(ValueError):
    """A setting that is unknown or of the wrong kind; the message names it and the way out."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """How to reach LanguageTool; without a `server` nothing is asked and no network touched.

    `timeout` is in seconds, for one request; `disabled_rules` None leaves the choice to the client.
    """

    server: str | None = None
    language: str = "en-US"
    timeout: float = 30.0
    disabled_rules: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """All settings, immutable. Selectors are rule names, categories or ``all``.

    `severity` overrides that of a rule or category; `per_file_ignores` and `exclude` match paths
    by gitignore patterns, seen from the folder of the settings file; `fail_on` is the severity from
    which the command exits with 1.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    fail_on: Severity = "error"
    preview: bool = False
    model: Model = "on"
    readability: bool = True
    grammar: Grammar = Grammar()
    root: Path | None = None

    @classmethod
    def from_mapping(cls, settings: Mapping[str, Any], *, root: Path | None = None) -> Config:
        """Build a configuration from settings with the keys of the TOML file (``fail-on``, …).

        Raises:
            ConfigError: a key is unknown, or its value of the wrong kind.
        """
        if not isinstance(settings, Mapping):
            raise ConfigError(f"settings: expected a table, not {settings!r}")
        return cls(**_read(settings, _READERS, ""), root=root)


def _fail(key: str, expected: str, value: object) -> ConfigError:
    return ConfigError(f"setting {key}: expected {expected}, not {value!r}")


def _strings(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, Collection) or isinstance(value, str | Mapping):
        raise _fail(key, "a list of strings", value)
    for item in value:
        if not isinstance(item, str):
            raise _fail(key, "a list of strings", value)
    return tuple(value)


def _flag(key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise _fail(key, "true or false", value)
    return value


def _string(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise _fail(key, "a string", value)
    return value


def _seconds(key: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        raise _fail(key, "a number of seconds above 0", value)
    return float(value)


def _severity(key: str, value: object) -> Severity:
    for severity in SEVERITIES:
        if value == severity:
            return severity
    raise _fail(key, f"one of {', '.join(SEVERITIES)}", value)


def _model(key: str, value: object) -> Model:
    for choice in get_args(Model):
        if value == choice:
            known: Model = choice
            return known
    raise _fail(key, f"one of {', '.join(get_args(Model))}", value)


def _table(read: Callable[[str, object], T]) -> Callable[[str, object], Mapping[str, T]]:
    def reader(key: str, value: object) -> Mapping[str, T]:
        if not isinstance(value, Mapping):
            raise _fail(key, "a table", value)
        return {name: read(f"{key}.{name}", item) for name, item in value.items()}

    return reader


def _grammar(key: str, value: object) -> Grammar:
    if not isinstance(value, Mapping):
        raise _fail(key, "a table", value)
    return Grammar(**_read(value, _GRAMMAR_READERS, f"{key}."))


_GRAMMAR_READERS: Mapping[str, Callable[[str, object], object]] = MappingProxyType(
    {"server": _string, "language": _string, "timeout": _seconds, "disabled-rules": _strings}
)

_READERS: Mapping[str, Callable[[str, object], object]] = MappingProxyType(
    {
        "select": _strings,
        "extend-select": _strings,
        "ignore": _strings,
        "severity": _table(_severity),
        "per-file-ignores": _table(_strings),
        "exclude": _strings,
        "fail-on": _severity,
        "preview": _flag,
        "model": _model,
        "readability": _flag,
        "grammar": _grammar,
    }
)


def _read(
    settings: Mapping[str, Any], readers: Mapping[str, Callable[[str, object], object]], prefix: str
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in settings.items():
        reader = readers.get(key)
        if reader is None:
            close = get_close_matches(str(key), readers, n=1, cutoff=0)
            raise ConfigError(f"unknown setting {prefix}{key}: did you mean {prefix}{close[0]}?")
        values[key.replace("-", "_")] = reader(f"{prefix}{key}", value)
    return values


def load(path: Path) -> Config:
    """Read the settings of one file, ``pyproject.toml`` or any other TOML file.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or has a wrong setting.
    """
    try:
        data = _parsed(path)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: is not valid TOML: {error}") from None
    settings = _section(data) or {} if path.name == PYPROJECT else data
    try:
        return Config.from_mapping(settings, root=path.parent)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from None


def discover(folder: Path) -> Config:
    """Read the settings that hold in `folder`: those of the nearest file upwards, or the defaults.

    Raises:
        ConfigError: see `load`.
    """
    for candidate in (folder, *folder.parents):
        own = candidate / FILE_NAME
        if own.is_file():
            return load(own)
        shared = candidate / PYPROJECT
        if shared.is_file() and _has_settings(shared):
            return load(shared)
    return Config()


def _has_settings(pyproject: Path) -> bool:
    try:
        return _section(_parsed(pyproject)) is not None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return True


def _parsed(path: Path) -> Mapping[str, Any]:
    # Editors on Windows begin files with a byte order mark, which TOML does not allow for.
    return tomllib.loads(path.read_text(encoding="utf-8-sig"))


def _section(pyproject: Mapping[str, Any]) -> Any:  # noqa: ANN401  # whatever the user wrote there
    tools = pyproject.get("tool")
    return tools.get("textcheck") if isinstance(tools, Mapping) else None


def override(config: Config, *, grammar_server: str | None = None, **changes: Any) -> Config:  # noqa: ANN401  # values of any setting
    """Return `config` with the settings that are not None in place of its own."""
    grammar = replace(config.grammar, server=grammar_server) if grammar_server else config.grammar
    given = {key: value for key, value in changes.items() if value is not None}
    return replace(config, grammar=grammar, **given)
