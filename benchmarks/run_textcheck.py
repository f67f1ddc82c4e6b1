"""Our own library with its default rules; ``readability`` and ``model`` as arguments add these."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import protocol

import textcheck
from textcheck.config import Config

if TYPE_CHECKING:
    from collections.abc import Sequence

added = protocol.arguments()
settings = Config(readability="readability" in added, model="on" if "model" in added else "off")


def check(texts: Sequence[str]) -> None:
    """Check every text."""
    deque(textcheck.check_many(texts, config=settings), maxlen=0)


protocol.serve(textcheck.__version__, check)
