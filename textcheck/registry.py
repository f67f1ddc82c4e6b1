"""Finds the rules, checks that they are well formed, and resolves selectors to rules.

A rule is a module ``rules/<category>/<name>.py`` with one `rule`; the docstring of the category's
package is its summary, and its `severity` and `symptom` are the category's.
"""

from __future__ import annotations

import importlib
import pkgutil
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import regex

from textcheck import rules as collection
from textcheck.finding import SEVERITIES
from textcheck.rule import Category, Definition, Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from types import ModuleType

ALL = "all"
"""The selector that stands for every rule."""

GRAMMAR = Category("grammar", "What LanguageTool reports.", "warning", symptom=True)
"""The category of LanguageTool's matches, which has no rule files."""

GRAMMAR_PREFIX = "languagetool-"
"""What the names of LanguageTool's rules begin with."""

_MODULE_NAME = regex.compile(r"[a-z]+(?:_[a-z]+)+")


class RegistryError(Exception):
    """A rule file that is not well formed; the message names the file and what it lacks."""


class SelectorError(ValueError):
    """A selector that names no rule and no category; the message names the nearest one."""


def _summary(module: ModuleType) -> str:
    lines = (module.__doc__ or "").strip().splitlines()
    if not lines:
        raise RegistryError(f"{module.__name__} has no docstring: its first line names the defect")
    return lines[0]


@cache
def categories() -> Mapping[str, Category]:
    """Return every category by name, in alphabetical order; `GRAMMAR` is one of them."""
    found = {GRAMMAR.name: GRAMMAR}
    for info in pkgutil.iter_modules(collection.__path__):
        module = importlib.import_module(f"{collection.__name__}.{info.name}")
        severity = getattr(module, "severity", None)
        if severity not in SEVERITIES:
            raise RegistryError(f"{module.__name__} needs a severity: one of {', '.join(SEVERITIES)}")
        found[info.name] = Category(
            info.name, _summary(module), severity, symptom=getattr(module, "symptom", False)
        )
    return MappingProxyType(dict(sorted(found.items())))


@cache
def rules() -> Mapping[str, Rule]:
    """Return every rule by name, ordered by category and name.

    Raises:
        RegistryError: a rule file is not well formed, or two rules share a name.
    """
    found: dict[str, Rule] = {}
    for category in categories().values():
        if category is GRAMMAR:
            continue
        package = importlib.import_module(f"{collection.__name__}.{category.name}")
        for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
            if info.name.startswith("_"):
                continue
            rule = _load(f"{package.__name__}.{info.name}", info.name, category)
            if rule.name in found or rule.name in categories():
                raise RegistryError(f"two rules or categories are named {rule.name}")
            found[rule.name] = rule
    return MappingProxyType(found)


def _load(module_name: str, name: str, category: Category) -> Rule:
    if not _MODULE_NAME.fullmatch(name):
        raise RegistryError(f"{module_name}: a rule is named by two or more words, joined by _")
    module = importlib.import_module(module_name)
    definition = getattr(module, "rule", None)
    if not isinstance(definition, Definition):
        raise RegistryError(f"{module_name} has no `rule`: make one with pattern, phrases or function")
    flagging = sum(bool(case.spans) for case in definition.cases)
    if not 0 < flagging < len(definition.cases):
        raise RegistryError(f"{module_name} needs cases that flag and cases that pass")
    return Rule(name.replace("_", "-"), category, _summary(module), definition)


def nearest(word: str, known: Collection[str]) -> str:
    """Return a hint that names the nearest known word, or lists them where none is near."""
    close = get_close_matches(word, known, n=1, cutoff=0.5)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}"


def resolve(
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    *,
    extend_select: Collection[str] = (),
    preview: bool = False,
) -> tuple[Rule, ...]:
    """Return the rules that a selection leaves on.

    A selector is a rule's name, a category or ``all``; the more specific one wins, and of two
    alike `ignore` wins. With an empty `select` the stable rules are on. A rule in preview is on if
    it is selected by its name, or by any selector where `preview` is true.

    Raises:
        SelectorError: a selector is unknown.
    """
    validate([*select, *ignore, *extend_select])
    chosen = [*(select or (ALL,)), *extend_select]
    return tuple(rule for rule in rules().values() if _is_on(rule, chosen, ignore, preview=preview))


def validate(selectors: Collection[str]) -> None:
    """Check that every selector is known; those of LanguageTool's rules go by their prefix.

    Raises:
        SelectorError: one is not; the message names the nearest one.
    """
    known = (ALL, *categories(), *rules())
    for selector in selectors:
        if selector not in known and not selector.startswith(GRAMMAR_PREFIX):
            raise SelectorError(f"no rule or category is named {selector!r}: {nearest(selector, known)}")


def without(chosen: Collection[Rule], ignore: Collection[str]) -> tuple[Rule, ...]:
    """Return the rules of `chosen` that the selectors of `ignore` leave on."""
    if not ignore:
        return tuple(chosen)
    return tuple(rule for rule in chosen if not {rule.name, rule.category.name, ALL}.intersection(ignore))


def includes(
    category: Category,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    *,
    extend_select: Collection[str] = (),
) -> bool:
    """Tell whether a selection leaves a category without rule files on; see `resolve`."""
    chosen = [*(select or (ALL,)), *extend_select]
    return _selector((category.name, ALL), chosen, ignore) is not None


def _selector(names: Sequence[str], select: Collection[str], ignore: Collection[str]) -> str | None:
    """Return the first of the names, the most specific one first, that is selected and not ignored."""
    for name in names:
        if name in ignore:
            return None
        if name in select:
            return name
    return None


def _is_on(rule: Rule, select: Collection[str], ignore: Collection[str], *, preview: bool) -> bool:
    selector = _selector((rule.name, rule.category.name, ALL), select, ignore)
    if selector is None:
        return False
    return preview or rule.definition.stability == "stable" or selector == rule.name
