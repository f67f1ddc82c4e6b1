"""The version of the installed distribution."""

from __future__ import annotations

from importlib import metadata


def version() -> str:
    """Return the version of the installed distribution, or ``0+unknown`` where it is not installed."""
    try:
        return metadata.version("textcheck-prose")
    except metadata.PackageNotFoundError:
        return "0+unknown"
