"""The sets of RE2 with the relaxed patterns of the default rules, and nothing else: the limit of the work."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

import protocol
from bare import BareScan

from textcheck import registry

if TYPE_CHECKING:
    from collections.abc import Sequence

scan = BareScan(registry.resolve())


def check(texts: Sequence[str]) -> None:
    """Match the sets against every text."""
    for text in texts:
        scan.match(text)


protocol.serve(version("google-re2"), check)
