"""Our own library with its default rules; ``readability`` as an argument adds the scores."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import protocol

import textcheck
from textcheck.config import Config

if TYPE_CHECKING:
    from collections.abc import Sequence

settings = Config(readability="readability" in protocol.arguments())


def check(texts: Sequence[str]) -> None:
    """Check every text."""
    deque(textcheck.check_many(texts, config=settings), maxlen=0)


protocol.serve(textcheck.__version__, check)
