"""textcheck finds what a text pipeline lost or left behind."""

from __future__ import annotations

from textcheck.api import check, check_file, check_many, fix
from textcheck.config import Config, ConfigError
from textcheck.finding import (
    Evidence,
    Finding,
    Problem,
    Report,
    Score,
    Severity,
    Suggestion,
    Verdict,
)
from textcheck.fixing import Fixed
from textcheck.registry import SelectorError
from textcheck.source import SourceError
from textcheck.version import version as _version

__version__ = _version()

__all__ = [
    "Config",
    "ConfigError",
    "Evidence",
    "Finding",
    "Fixed",
    "Problem",
    "Report",
    "Score",
    "SelectorError",
    "Severity",
    "SourceError",
    "Suggestion",
    "Verdict",
    "check",
    "check_file",
    "check_many",
    "fix",
]
