from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from textcheck import registry
from textcheck.parallel import use_one_thread
from textcheck.rule import Category, Definition, Rule, flags, passes, pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from textcheck.finding import Severity
    from textcheck.rule import Stability

# The first example pays for loading the rules, and machines differ; tests of time measure it themselves.
settings.register_profile("textcheck", deadline=None)
settings.load_profile("textcheck")

# Tests run in several processes, whose threads would wait for each other.
use_one_thread()

GAPS = Category("gaps", "Holes.", "error")
RESIDUE = Category("residue", "Left-overs.", "warning")
SPACING = Category("spacing", "White space.", "info", symptom=True)


def _make_rule(  # noqa: PLR0913  # the options of a rule
    name: str,
    shape: str | Definition,
    category: Category = GAPS,
    *,
    confidence: float = 0.5,
    severity: Severity | None = None,
    stability: Stability = "stable",
    spacing: bool = False,
) -> Rule:
    definition = (
        shape
        if isinstance(shape, Definition)
        else pattern(
            shape,
            message=f"{name} here",
            why=f"Why {name}.",
            cases=[flags("[[x]]"), passes("y")],
            confidence=confidence,
            severity=severity,
            stability=stability,
            spacing=spacing,
        )
    )
    return Rule(name, category, f"About {name}.", definition)


@pytest.fixture
def make_rule() -> Callable[..., Rule]:
    """Make a rule of a pattern or a definition."""
    return _make_rule


@pytest.fixture
def use_rules(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put rules in the place of the collection."""

    def use(*rules: Rule) -> None:
        categories = {rule.category.name: rule.category for rule in rules} | {"grammar": registry.GRAMMAR}
        monkeypatch.setattr(registry, "rules", lambda: MappingProxyType({rule.name: rule for rule in rules}))
        monkeypatch.setattr(registry, "categories", lambda: MappingProxyType(categories))

    return use


@pytest.fixture
def gaps() -> Category:
    return GAPS


@pytest.fixture
def residue() -> Category:
    return RESIDUE


@pytest.fixture
def spacing() -> Category:
    return SPACING
