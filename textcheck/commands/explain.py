"""The command ``textcheck explain``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from textcheck import registry
from textcheck.records import record_of
from textcheck.registry import SelectorError

if TYPE_CHECKING:
    from textcheck.rule import Rule


@click.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Explain one rule: what it reports, why, and examples."""
    known = registry.rules()
    if rule not in known:
        raise SelectorError(f"no rule is named {rule!r}: {registry.nearest(rule, known)}")
    click.echo(_explanation(known[rule]))


def _explanation(rule: Rule) -> str:
    definition = rule.definition
    record = record_of(rule.name)
    lines = [
        f"{rule.name} ({rule.category.name}, {rule.severity}, {definition.stability})",
        "",
        rule.summary,
        definition.why,
        "",
        "Reported:",
        *(f"  {case.marked()}" for case in definition.cases if case.spans),
        "",
        "Not reported:",
        *(f"  {case.marked()}" for case in definition.cases if not case.spans),
        "",
        "Record:",
        *(f"  {line}" for line in (record.lines() if record else ["Not measured yet."])),
        "",
        f"Switch it off with --ignore {rule.name}, or with ignore = [{rule.name!r}] in the settings.",
    ]
    return "\n".join(lines)
