"""The command ``textcheck rules``."""

from __future__ import annotations

import click

from textcheck import registry
from textcheck.commands.common import select_option


@click.command()
@select_option
def rules(select: tuple[str, ...] | None) -> None:
    """List the rules."""
    chosen = registry.resolve(select or (), preview=True)
    width = max((len(rule.name) for rule in chosen), default=0)
    category = None
    for rule in chosen:
        if rule.category != category:
            category = rule.category
            click.secho(f"{category.name}: {category.summary}", bold=True)
        preview = " (preview)" if rule.definition.stability == "preview" else ""
        click.echo(f"  {rule.name:{width}}  {rule.severity:7}  {rule.summary}{preview}")
