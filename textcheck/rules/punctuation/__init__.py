"""Punctuation mark that is out of place, doubled, or without its space or its partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textcheck.finding import Severity

severity: Severity = "warning"
symptom = True
