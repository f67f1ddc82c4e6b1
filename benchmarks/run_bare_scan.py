"""One set of RE2 with the relaxed patterns of the default rules, and nothing else: the limit of the work."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

import protocol
from bare import bare_set

from textcheck import registry

if TYPE_CHECKING:
    from collections.abc import Sequence

patterns = bare_set(registry.resolve())


def check(texts: Sequence[str]) -> None:
    """Match the set against every text."""
    for text in texts:
        patterns.Match(text.encode())


protocol.serve(version("google-re2"), check)
