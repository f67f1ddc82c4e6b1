"""A character that was misread, replaced, split, hidden or lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textcheck.finding import Severity

severity: Severity = "error"
