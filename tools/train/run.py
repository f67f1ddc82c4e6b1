"""Train the model from the corpora and put it into the package: one command, one seed.

Usage: python tools/train/run.py --out FOLDER [--unseen] [--trial]

The folder receives examples, checkpoints and what was measured, about 1.5 GB; nothing of it is shipped
but the weights and their manifest. ``--unseen`` looks at half 1 of the corpora, too. ``--trial`` takes all
steps in minutes, on so little text that the weights are no use: to see whether the steps work.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NETWORK = "convolution 160x4"
TRIAL_SHARE = 20
"""A trial reads one document in so many."""


def step(name: str, *arguments: str | Path) -> None:
    """Run one of the commands beside this one."""
    print("+", name, *arguments, flush=True)
    subprocess.run([sys.executable, HERE / f"{name}.py", *map(str, arguments)], check=True)  # noqa: S603


def main() -> None:
    """Run all steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--unseen", action="store_true")
    parser.add_argument("--trial", action="store_true")
    arguments = parser.parse_args()
    out: Path = arguments.out
    share = TRIAL_SHARE if arguments.trial else 1
    step("data", "--out", out, "--share", str(share))
    step("data", "--out", out, "--share", str(share), "--development")
    step("fit", NETWORK, "--data", out, "--out", out / "model.pickle")
    step("export", out / "model.pickle", "--data", out)
    step("evaluate", "--half", "0", "--share", str(share), "--out", out / "development.pickle")
    step("calibrate", out / "development.pickle")
    record: list[str | Path] = ["--development", out / "development.pickle"]
    if arguments.unseen:
        step("evaluate", "--half", "1", "--share", str(share), "--out", out / "unseen.pickle")
        record += ["--unseen", out / "unseen.pickle"]
    step("record", *record)


if __name__ == "__main__":
    main()
