"""The command ``textcheck``."""

from __future__ import annotations

import os
import sys
import traceback
from importlib import import_module
from typing import Any, cast

import click

from textcheck import commands
from textcheck.commands.common import TROUBLE, Trouble
from textcheck.config import ConfigError
from textcheck.registry import SelectorError
from textcheck.source import SourceError
from textcheck.version import version


class _Group(click.Group):
    """The command group; whatever goes wrong ends with exit code 2, never that of findings."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's own signature
        return list(commands.NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's own signature
        if cmd_name not in commands.NAMES:
            return None
        module = import_module(f"textcheck.commands.{cmd_name}")
        return cast("click.Command", getattr(module, cmd_name))

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  # click's own signature
        try:
            return super().invoke(ctx)
        except (ConfigError, SelectorError, SourceError) as error:
            raise Trouble(str(error)) from None
        except click.FileError as error:  # click would exit with 1
            raise Trouble(error.format_message()) from None
        except KeyboardInterrupt:
            raise Trouble("interrupted") from None
        except BrokenPipeError:
            # The reader of our output has gone; there is nobody left to tell.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(TROUBLE)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except Exception:  # noqa: BLE001  # Python's own exit code for it is that of findings
            traceback.print_exc()
            click.echo("Error: this is a bug in textcheck; please report it with the lines above", err=True)
            sys.exit(TROUBLE)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version(), prog_name="textcheck", message="%(prog)s %(version)s")
def main() -> None:
    """Find what a text pipeline lost or left behind: gaps, cut sentences, placeholders, residue."""
