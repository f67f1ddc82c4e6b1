"""The commands of ``textcheck``, one module each; a command is imported when it is first asked for."""

from __future__ import annotations

NAMES: tuple[str, ...] = ("check", "rules", "explain", "mutate", "evaluate")
"""The names of the commands; ``textcheck.commands.NAME`` holds the command as ``NAME``."""
