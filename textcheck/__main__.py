"""Run the command as ``python -m textcheck``."""

from textcheck.cli import main

main(prog_name="textcheck")
