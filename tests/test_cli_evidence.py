from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from textcheck.cli import main
from textcheck.mutate import MODES

if TYPE_CHECKING:
    from click.testing import Result

SOUND = "They marked the 10th anniversary of the club. It rose 5 percent to 12 boats in May 1999.\n"
DAMAGED = {"text": "They marked the th anniversary.", "gaps": [{"start": 16, "end": 18, "kind": "ordinal"}]}
PASSING = {"text": "They marked the tenth anniversary.", "id": "sound"}
LATIN_1 = "Café 12"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("club").mkdir()
    Path("club/a.txt").write_text(SOUND)
    Path("club/b.md").write_text("# Pier 7\n\n`x12`\n")
    write("archive.jsonl", {"text": SOUND, "id": "one"}, {"text": "# Pier 7", "format": "markdown"})
    write("gold.jsonl", DAMAGED, PASSING)


def write(name: str, *records: object) -> None:
    Path(name).write_text("".join(f"{json.dumps(record)}\n" for record in records))


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def mutated(*arguments: str, stdin: str | bytes | None = None) -> list[dict[str, Any]]:
    result = run("mutate", *arguments, stdin=stdin)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def measured(*arguments: str, code: int = 0) -> dict[str, Any]:
    result = run("evaluate", "--output-format", "json", *arguments)
    assert result.exit_code == code, result.output
    figures: dict[str, Any] = json.loads(result.stdout)
    return figures


def test_mutate_writes_gold_records() -> None:
    (record,) = mutated("club/a.txt", "--mode", "digits")
    assert list(record) == ["id", "format", "mode", "text", "gaps"]
    assert (record["id"], record["format"], record["mode"]) == ("club/a.txt", "text", "digits")
    assert (
        record["text"] == "They marked the th anniversary of the club. It rose  percent to  boats in May .\n"
    )
    assert record["gaps"][0] == {"start": 16, "end": 18, "kind": "ordinal", "removed": "10th"}


def test_mutate_reads_folders_archives_and_standard_input() -> None:
    assert [record["id"] for record in mutated("club", "--mode", "digits")] == ["club/a.txt", "club/b.md"]
    records = mutated("archive.jsonl", "--mode", "digits")
    assert [(record["id"], record["text"]) for record in records][1] == ("archive.jsonl:2", "# Pier ")
    assert mutated("-", "--mode", "numbers", stdin="Pier 7")[0]["text"] == "Pier"
    archive = Path("archive.jsonl").read_bytes()
    piped = mutated("-", "--stdin-filename", "x.jsonl", "--mode", "digits", stdin=archive)
    assert [record["id"] for record in piped] == ["one", "x.jsonl:2"]
    (record,) = mutated("-", "--encoding", "latin-1", "--mode", "digits", stdin=LATIN_1.encode("latin-1"))
    assert record["text"] == "Café "


def test_mutate_takes_rate_one_and_seed() -> None:
    assert mutated("club/a.txt", "--mode", "digits", "--rate", "0")[0]["text"] == SOUND
    chosen = {
        mutated("club/a.txt", "--mode", "digits", "--one", "--seed", str(seed))[0]["text"]
        for seed in range(9)
    }
    assert len(chosen) > 1
    assert {len(SOUND) - len(text) for text in chosen} <= {1, 2, 4}


def test_mutate_writes_to_a_file() -> None:
    assert run("mutate", "club", "--mode", "digits", "--output", "out.jsonl").stdout == ""
    assert Path("out.jsonl").read_bytes().count(b"\n") == 2
    assert measured("out.jsonl")["documents"] == 2


def test_mutate_lists_its_modes() -> None:
    shown = run("mutate", "--help").stdout
    for name, mode in MODES.items():
        assert f"  {name:14} {mode.summary}\n" in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.txt", "--mode", "digits"], "Error: none.txt: no such file or folder; check the path\n"),
        (["none.jsonl", "--mode", "digits"], "Error: none.jsonl: no such file or folder; check the path\n"),
        (["gold.jsonl", "--mode", "digits"], "Error: gold.jsonl: record 'gold.jsonl:1' has gaps already"),
        (["club", "--mode", "digit"], "Invalid value for '--mode'"),
        (["club", "--mode", "digits", "--rate", "2"], "Invalid value for '--rate'"),
        (["club", "--mode", "digits", "--rate", "nan"], "Invalid value for --rate: nan is no share"),
        (["club", "--mode", "digits", "--output", "no/x.jsonl"], "no/x.jsonl"),
    ],
)
def test_trouble_with_mutate_is_exit_code_2(arguments: list[str], message: str) -> None:
    result = run("mutate", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_the_rest_is_damaged_all_the_same() -> None:
    result = run("mutate", "none.txt", "club/a.txt", "gold.jsonl", "--mode", "digits")
    assert result.exit_code == 2
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["club/a.txt", "sound"]


def test_evaluate_as_json() -> None:
    figures = measured("gold.jsonl")
    assert (figures["documents"], figures["recall"]["hits"], figures["recall"]["total"]) == (2, 1, 1)
    assert figures["kinds"]["ordinal"]["value"] == 1
    assert figures["rules"]["dropped-ordinal"]["precision"]["value"] == 1
    assert figures["false_alarms_per_10000_words"]["events"] == 0
    assert sum(figures["verdicts"].values()) == 2


def test_evaluate_as_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    write("odd.jsonl", DAMAGED, {"text": "a", "gaps": [{"start": 0, "end": 0, "kind": "[red]\x1b[31m\n"}]})
    shown = run("evaluate", "odd.jsonl")
    assert shown.exit_code == 0
    assert "\x1b" not in shown.stdout
    assert "[red]<U+001B>[31m↵" in shown.stdout
    rows = [line.split() for line in shown.stdout.splitlines()]
    assert ["recall", "1", "2", "0.500", "0.095", "to", "0.905"] in rows
    assert ["dropped-ordinal", "1", "1", "1.000", "0.207", "to", "1.000", "0.500"] in rows
    assert shown.stdout.splitlines()[-1].startswith("Verdicts: ")


def test_evaluate_reads_what_mutate_writes_through_a_pipe() -> None:
    piped = run("mutate", "club/a.txt", "--mode", "digits").stdout
    result = run("evaluate", "-", "--output-format", "json", stdin=piped)
    assert json.loads(result.stdout)["recall"]["total"] == 4


def test_a_finding_in_a_sound_text_is_a_false_alarm() -> None:
    write("sound.jsonl", {"text": DAMAGED["text"]})
    figures = measured("sound.jsonl")
    assert figures["false_alarms_per_10000_words"]["events"] == 1
    assert figures["precision"]["value"] == 0
    assert figures["recall"]["value"] is None


def test_only_the_chosen_rules_and_categories_count() -> None:
    write("cut.jsonl", {"text": f"{DAMAGED['text']} He will stay in office until…"})
    assert list(measured("cut.jsonl", "--model", "off")["rules"]) == ["dropped-ordinal"]
    assert list(measured("cut.jsonl", "--category", "truncation")["rules"]) == ["cut-sentence"]
    both = measured("cut.jsonl", "--category", "truncation,gaps", "--model", "off")
    assert len(both["rules"]) == 2
    assert measured("cut.jsonl", "--ignore", "dropped-ordinal", "--model", "off")["rules"] == {}
    assert measured("gold.jsonl", "--select", "bare-percent")["recall"]["hits"] == 0
    Path("textcheck.toml").write_text("ignore = ['gaps']")
    assert measured("gold.jsonl")["recall"]["hits"] == 0
    assert measured("gold.jsonl", "--isolated")["recall"]["hits"] == 1


def test_a_broken_record_is_named_and_the_rest_measured() -> None:
    write("broken.jsonl", DAMAGED, {"text": "a", "gaps": [{"start": 0}]}, DAMAGED)
    result = run("evaluate", "broken.jsonl", "none.jsonl", "--output-format", "json")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: broken.jsonl:2: ")
    assert result.stderr.splitlines()[1].startswith("Error: none.jsonl: cannot be read (No such file")
    assert json.loads(result.stdout)["documents"] == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--category", "gap"], "Error: no category is named 'gap': did you mean 'gaps'?\n"),
        (["--select", "dropped-ordinals"], "did you mean 'dropped-ordinal'?"),
    ],
)
def test_unknown_names_are_errors(arguments: list[str], message: str) -> None:
    result = run("evaluate", "gold.jsonl", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_without_scipy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy", None)
    result = run("evaluate", "gold.jsonl")
    assert result.exit_code == 2
    assert result.stderr == "Error: intervals need scipy: run pip install 'textcheck-prose[evidence]'\n"


def test_commands_are_imported_when_asked_for() -> None:
    code = (
        "import sys; from textcheck.cli import main; main(['--version'], standalone_mode=False); "
        "print(*sys.modules)"
    )
    root = Path(__file__).parents[1]
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    loaded = shown.stdout.split()
    assert "textcheck.cli" in loaded
    assert not {"scipy", "rich.table", "textcheck.mutate", "textcheck.commands.check"}.intersection(loaded)
