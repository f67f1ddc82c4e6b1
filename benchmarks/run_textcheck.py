"""Our own engine with its default rules; ``readability`` as an argument adds the scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

import protocol

import textcheck
from textcheck.config import Config
from textcheck.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Sequence

engine = Engine(Config(readability="readability" in protocol.arguments()))


def check(texts: Sequence[str]) -> None:
    """Check every text."""
    for text in texts:
        engine.check(text)


protocol.serve(textcheck.__version__, check)
