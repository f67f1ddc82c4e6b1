"""A text or a sentence that stops before it is complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textcheck.finding import Severity

severity: Severity = "error"
