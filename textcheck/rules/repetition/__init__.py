"""Word, phrase, sentence or paragraph that stands in the text twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textcheck.finding import Severity

severity: Severity = "warning"
