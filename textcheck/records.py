"""The measured record of every rule, which `python tools/records.py` writes and the package carries.

A record counts hits: on sound text, where each was read and judged; on wiki text whose gaps were
labelled by hand; and on sound text that was damaged in known ways.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

SOUND = "sound"
LABELLED = "labelled"
MUTATED = "mutated"

TITLES = {
    "wikiextractor": "Wiki text with dropped templates, labelled by hand",
    "digits": "News, all digits deleted",
    "digits-one": "News, the digits of one number per document deleted",
    "digits-tidied": "News, all digits deleted and blanks tidied",
    "numbers": "News, all numbers deleted with their affixes and blanks tidied",
    "names-one": "News, one name per document deleted and blanks tidied",
    "nouns-one": "News, one noun per document deleted behind its article and blanks tidied",
    "phrases-one": "News, one phrase per document deleted behind its preposition and blanks tidied",
}
"""What the damaged sets are called in a record, in the order they are shown."""

MAX_FALSE_PER_WORD = 1 / 50_000
"""Most false hits on sound text, per word, that a rule may have alone to run by default."""

MIN_PRECISION = 0.8
"""Least share of true hits on damaged text that a rule must have to run by default.

Sound text is not asked: there it tells how rare damage is, and not how good the rule.
"""

LEAST_JUDGED = 5
"""Fewest hits on damaged text from which that share is told."""


@dataclass(frozen=True, slots=True)
class Damage:
    """What a rule does on a set of damaged texts.

    `found` of its `gaps` were found by the rule; its hits were `true` or `false`.
    """

    gaps: int
    found: int
    true: int
    false: int


@dataclass(frozen=True, slots=True)
class Record:
    """What a rule did where it was measured.

    On sound text of `words` words, `true` hits are at real defects, `false` ones are not, and
    `unread` ones nobody has judged. `damaged` is empty for a rule that looks for no gaps.
    """

    words: int
    true: int
    false: int
    unread: int
    damaged: Mapping[str, Damage]

    @property
    def precision(self) -> float | None:
        """The share of true hits on damaged text, or None of fewer than `LEAST_JUDGED`."""
        true = sum(damage.true for damage in self.damaged.values())
        judged = true + sum(damage.false for damage in self.damaged.values())
        return true / judged if judged >= LEAST_JUDGED else None

    @property
    def is_supported(self) -> bool:
        """Whether the rule has earned to run by default: few false hits on sound text, few on damaged."""
        precise = self.precision is None or self.precision >= MIN_PRECISION
        return precise and self.false <= self.words * MAX_FALSE_PER_WORD

    def lines(self) -> list[str]:
        """Return the record in words, a line a kind of text."""
        hits = self.true + self.false + self.unread
        counts = f"{self.true} at real defects, {self.false} false"
        unread = f", {self.unread} not judged" if self.unread else ""
        shown = [f"Sound text, {self.words:,} words: {_hits(hits)}{f' ({counts}{unread})' if hits else ''}"]
        for name, damage in self.damaged.items():
            false = f", {damage.false} false" if damage.false else ""
            found = f"finds {damage.found} of {damage.gaps} gaps, {_hits(damage.true + damage.false)}{false}"
            shown.append(f"{TITLES[name]}: {found}")
        return shown


def _hits(count: int) -> str:
    return "no hits" if not count else f"{count} hit{'s' if count > 1 else ''}"


@cache
def load() -> Mapping[str, Any]:
    """Return the content of ``records.json``: `rules` by name with their category, `sets`, and `totals`."""
    content: dict[str, Any] = json.loads(
        files("textcheck").joinpath("records.json").read_text(encoding="utf-8")
    )
    return content


def record_of(rule: str) -> Record | None:
    """Return the record of a rule, or None where it was not measured."""
    content = load()
    if rule not in content["rules"]:
        return None
    sets: Mapping[str, Any] = content["sets"]
    sound = [part for part in sets.values() if part["kind"] == SOUND]
    hits = [part["rules"].get(rule, {}) for part in sound]
    damaged = {}
    if content["rules"][rule] == "gaps":
        for name in TITLES:
            own = sets[name]["rules"].get(rule, {})
            counts = (own.get(key, 0) for key in ("found", "true", "false"))
            damaged[name] = Damage(sets[name]["gaps"], *counts)
    return Record(
        words=sum(part["words"] for part in sound),
        true=sum(hit.get("true", 0) for hit in hits),
        false=sum(hit.get("false", 0) for hit in hits),
        unread=sum(hit.get("unread", 0) for hit in hits),
        damaged=damaged,
    )
