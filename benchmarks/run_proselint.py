"""proselint as a library, with its default checks."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

import protocol
from proselint.checks import __register__  # type: ignore[import-not-found, unused-ignore]  # installed apart
from proselint.registry import CheckRegistry  # type: ignore[import-not-found, unused-ignore]  # as above
from proselint.tools import LintFile  # type: ignore[import-not-found, unused-ignore]  # as above

if TYPE_CHECKING:
    from collections.abc import Sequence

CheckRegistry().register_many(__register__)


def check(texts: Sequence[str]) -> None:
    """Lint every text."""
    for text in texts:
        LintFile("text", text).lint()


protocol.serve(version("proselint"), check)
