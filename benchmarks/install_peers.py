"""Install the checkers that `speed.py` compares with, each apart, into ``benchmarks/.peers``.

Run it with ``python benchmarks/install_peers.py [NAME…]``. They come through `pip`, `npm`, `go` and
`mvn` as these are set up on the machine. A peer that cannot be installed is left out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / "benchmarks" / ".peers"

VALE = "3.20.0"
"""Version of Vale, which does not know it where it was built with ``go install``."""

SECONDS = 900
"""Longest time that one installation may take."""


class NotInstalledError(Exception):
    """A peer cannot be installed here."""


def _run(command: Sequence[str | Path], folder: Path, **variables: str) -> None:
    program = shutil.which(command[0])
    if program is None:
        raise NotInstalledError(f"{command[0]} is missing")
    try:
        subprocess.run(
            [program, *command[1:]],
            check=True,
            capture_output=True,
            cwd=folder,
            env={**os.environ, **variables},
            text=True,
            timeout=SECONDS,
        )
    except subprocess.CalledProcessError as error:
        lines = f"{error.stderr}\n{error.stdout}".strip().splitlines() or ["no message"]
        raise NotInstalledError(f"{Path(program).name}: {lines[-1]}") from error
    except subprocess.TimeoutExpired as error:
        raise NotInstalledError(f"{Path(program).name} took more than {SECONDS} s") from error


def python_of(name: str) -> Path:
    """Return the interpreter of a peer that comes from PyPI."""
    return PEERS / name / ("Scripts" if os.name == "nt" else "bin") / "python"


def _pip(requirement: str, folder: Path) -> None:
    venv.create(folder, with_pip=True)
    _run([python_of(folder.name), "-m", "pip", "install", "--quiet", requirement], folder)


def _npm(package: str, folder: Path) -> None:
    _run(["npm", "install", "--silent", "--prefix", folder, package], folder)


def _go(module: str, folder: Path) -> None:
    _run(["go", "install", module], folder, GOBIN=str(folder))


def _maven(pom: str, folder: Path) -> None:
    copy = ["dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
    _run(["mvn", "-B", "-q", "-f", ROOT / pom, *copy], folder)


INSTALLERS: Mapping[str, Callable[[Path], None]] = {
    "codespell": partial(_pip, "codespell==2.4.3"),
    "proselint": partial(_pip, "proselint==0.16.0"),
    "textstat": partial(_pip, "textstat==0.7.13"),
    "write-good": partial(_npm, "write-good@1.0.8"),
    "harper": partial(_npm, "harper.js@2.10.0"),
    "vale": partial(_go, f"github.com/vale-cli/vale/v3/cmd/vale@v{VALE}"),
    "languagetool": partial(_maven, "tests/languagetool/pom.xml"),
}
"""How each peer is installed into its folder."""


def main(names: Sequence[str]) -> int:
    """Install the peers of these names, all of them if there are none, that are not there yet."""
    unknown = [name for name in names if name not in INSTALLERS]
    if unknown:
        print(f"unknown peer {unknown[0]!r}: choose from {', '.join(INSTALLERS)}", file=sys.stderr)
        return 2
    for name in names or INSTALLERS:
        folder = PEERS / name
        if folder.exists():
            print(f"{name}: is there")
            continue
        folder.mkdir(parents=True)
        try:
            INSTALLERS[name](folder)
        except NotInstalledError as error:
            print(f"{name}: left out ({error})")
        else:
            print(f"{name}: installed")
            continue
        # What is half there would pass for a peer.
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
