from __future__ import annotations

import io
import subprocess
import sys

import pytest

from textcheck.finding import Report
from textcheck.output import FORMATS, Summary, create


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    stream = io.StringIO()
    writer = create(name, stream)
    writer.write(Report(()))
    writer.close(Summary().plus(Report(())))
    assert stream.getvalue().endswith("\n")


def test_an_unknown_format_names_the_others() -> None:
    with pytest.raises(ValueError, match="no output format 'xml'; choose one of text, json, github"):
        create("xml", io.StringIO())


def test_rich_is_imported_only_for_text() -> None:
    code = (
        "import io, sys; from textcheck.output import create; "
        "create('json', io.StringIO()); print('rich' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "False\n"
