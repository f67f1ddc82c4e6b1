"""A statement that contradicts another in the same text, or the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textcheck.finding import Severity

severity: Severity = "warning"
