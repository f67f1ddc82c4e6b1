from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textcheck import engine as engine_module
from textcheck import model, scan
from textcheck.config import Config, ConfigError
from textcheck.engine import EXCERPT_CONTEXT, SYMPTOM_SPAN, Engine, Given
from textcheck.grammar import GrammarError, Match, Matches
from textcheck.registry import SelectorError
from textcheck.rule import flags, function, passes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textcheck.document import Document
    from textcheck.finding import Report
    from textcheck.rule import Category, Hit, Rule

CASES = [flags("[[x]]"), passes("y")]


def check(text: str, config: dict[str, Any] | None = None, **options: str) -> Report:
    with Engine(Config.from_mapping(config or {})) as engine:
        return engine.check(text, **options)


def found(report: Report) -> list[tuple[str, int, int]]:
    return [(finding.rule, finding.start, finding.end) for finding in report]


class StubChecker:
    """A grammar checker that answers what it was made with and keeps what it was asked."""

    def __init__(self, answer: Matches | GrammarError) -> None:
        self.answer = answer
        self.asked: list[str] = []
        self.closed = 0

    def check(self, text: str) -> Matches:
        self.asked.append(text)
        if isinstance(self.answer, GrammarError):
            raise self.answer
        return self.answer

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def use_checker(monkeypatch: pytest.MonkeyPatch) -> Callable[[Matches | GrammarError], StubChecker]:
    def use(answer: Matches | GrammarError) -> StubChecker:
        checker = StubChecker(answer)
        monkeypatch.setattr(engine_module, "connect", lambda _server, **_options: checker)
        return checker

    return use


def match(start: int, end: int, rule_id: str = "EN_A_VS_AN") -> Match:
    return Match(start, end, rule_id, "GRAMMAR", "grammar", "Use “an”", ("an", "one"))


def test_findings_of_others_stay_where_a_rule_crashes(
    make_rule: Callable[..., Rule], use_rules: Callable[..., None]
) -> None:
    def crash(_: Document) -> Iterator[Hit]:
        raise RuntimeError("two\nlines")

    use_rules(make_rule("crash-es", function(crash, why="w", cases=CASES)), make_rule("lost-x", "x"))
    report = check("an x")
    assert found(report) == [("lost-x", 3, 4)]
    (problem,) = report.problems
    assert problem.kind == "rule"
    assert "rule crash-es crashed and was skipped (RuntimeError: two lines)" in problem.message
    assert "\n" not in problem.message


def test_a_pattern_that_takes_too_long_is_skipped(
    make_rule: Callable[..., Rule], use_rules: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan, "DOCUMENT_SECONDS", 0.4)
    use_rules(make_rule("slow-one", r"(?:a|aa)+(?<!a)y"), make_rule("lost-x", "x"))
    report = check("a" * 500 + "y x")
    assert found(report) == [("lost-x", 502, 503)]
    assert [(problem.kind, problem.message) for problem in report.problems] == [
        ("timeout", "rule slow-one took too long and was skipped; ignore it for this text")
    ]


def test_a_finding_says_all_about_its_place(
    make_rule: Callable[..., Rule], use_rules: Callable[..., None]
) -> None:
    use_rules(make_rule("lost-x", "x\ny"))
    (finding,) = check("> one\r\n> two *x*\r\n> y three", format="markdown")
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (2, 8, 3, 4)
    assert (finding.category, finding.severity, finding.confidence) == ("gaps", "error", 0.5)
    assert (finding.message, finding.why) == ("lost-x here", "Why lost-x.")
    assert finding.excerpt == "> two *x*\r\n> y three"
    assert finding.excerpt_start == 7


def test_overlapping_hits_of_one_category_are_one_finding_named_by_the_strongest(
    make_rule: Callable[..., Rule], use_rules: Callable[..., None], residue: Category
) -> None:
    use_rules(
        make_rule("weak-one", "a b", confidence=0.5),
        make_rule("sure-one", "b c", confidence=0.8),
        make_rule("mild-one", "c d", confidence=0.9, severity="info"),
        make_rule("other-kind", "b c d", residue),
    )
    report = check("a b c d")
    assert found(report) == [("sure-one", 2, 5), ("other-kind", 2, 7)]
    finding = report[0]
    assert [item.source for item in finding.evidence] == ["sure-one", "weak-one", "mild-one"]
    assert [(item.start, item.end) for item in finding.evidence] == [(2, 5), (0, 3), (4, 7)]
    assert finding.confidence == 0.99


def test_hits_that_only_touch_are_two_findings(
    make_rule: Callable[..., Rule], use_rules: Callable[..., None]
) -> None:
    use_rules(make_rule("one-a", "ab"), make_rule("two-b", "cd"))
    assert found(check("abcd")) == [("one-a", 0, 2), ("two-b", 2, 4)]


@pytest.mark.parametrize("severity", ["info", "error"])
def test_a_symptom_is_evidence_for_what_it_overlaps(
    make_rule: Callable[..., Rule], use_rules: Callable[..., None], spacing: Category, severity: str
) -> None:
    use_rules(make_rule("lost-x", r"of \.", severity="warning"), make_rule("space-before", r" \.", spacing))
    report = check("It is of . And so .", {"severity": {"space-before": severity}})
    assert found(report) == [("lost-x", 6, 10), ("space-before", 17, 19)]
    assert [item.source for item in report[0].evidence] == ["lost-x", "space-before"]


def test_a_passage_does_not_take_symptoms_in(
    make_rule: Callable[..., Rule], use_rules: Callable[..., None], spacing: Category, residue: Category
) -> None:
    use_rules(make_rule("long-one", "^.+$", residue), make_rule("space-before", r" \.", spacing))
    assert found(check("x" * SYMPTOM_SPAN + " .")) == [
        ("long-one", 0, SYMPTOM_SPAN + 2),
        ("space-before", SYMPTOM_SPAN, SYMPTOM_SPAN + 2),
    ]


@given(st.lists(st.sampled_from(["a", "b", " .", " ", "the th", ". "]), max_size=30).map("".join))
def test_findings_are_in_order_and_the_same_each_time(text: str) -> None:
    report = check(text)
    assert report == check(text)
    assert found(report) == sorted(found(report), key=lambda item: (item[1:], item[0]))
    for finding in report:
        assert 0 <= finding.excerpt_start <= finding.start < finding.end
        assert finding.end <= finding.excerpt_start + len(finding.excerpt) <= len(text)
        assert text[finding.excerpt_start :].startswith(finding.excerpt)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_excerpt_stays_within_its_line_and_breaks_at_words(
    make_rule: Callable[..., Rule], use_rules: Callable[..., None], end: str
) -> None:
    use_rules(make_rule("lost-x", "x"))
    text = f"First line.{end}Before x after.{end}{'word ' * 30}x{' word' * 30}"
    short, long = check(text)
    assert short.excerpt == "Before x after."
    assert long.excerpt == ("word " * (EXCERPT_CONTEXT // 5)) + "x" + (" word" * (EXCERPT_CONTEXT // 5))
    for finding in (short, long):
        assert text[finding.excerpt_start :].startswith(finding.excerpt)
        assert text[finding.start : finding.end] == "x"


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        ({}, "error"),
        ({"all": "info"}, "info"),
        ({"gaps": "warning", "all": "info"}, "warning"),
        ({"gaps": "warning", "lost-x": "info"}, "info"),
    ],
)
def test_severity_is_overridden_by_rule_then_category(
    make_rule: Callable[..., Rule], use_rules: Callable[..., None], severity: dict[str, str], expected: str
) -> None:
    use_rules(make_rule("lost-x", "x"))
    assert [finding.severity for finding in check("x", {"severity": severity})] == [expected]


@pytest.mark.parametrize(
    "settings",
    [{"select": ["losst-x"]}, {"severity": {"losst-x": "info"}}, {"per-file-ignores": {"*": ["losst-x"]}}],
)
def test_an_unknown_name_anywhere_in_the_settings_is_an_error(
    make_rule: Callable[..., Rule], use_rules: Callable[..., None], settings: dict[str, Any]
) -> None:
    use_rules(make_rule("lost-x", "x"))
    with pytest.raises(SelectorError, match="no rule or category is named 'losst-x': did you mean 'lost-x'"):
        Engine(Config.from_mapping(settings))


@pytest.mark.parametrize(
    ("pattern", "name", "ignored"),
    [
        ("*.md", "a.md", True),
        ("*.md", "docs/a.md", True),
        ("docs/*.md", "docs/a.md", True),
        ("/docs/", "docs/deep/a.md", True),
        ("docs/*.md", "other/a.md", False),
        ("*.md", None, False),
    ],
)
def test_per_file_ignores_are_seen_from_the_folder_of_the_settings(  # noqa: PLR0913  # fixtures
    make_rule: Callable[..., Rule],
    use_rules: Callable[..., None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    pattern: str,
    name: str | None,
    ignored: bool,
) -> None:
    use_rules(make_rule("lost-x", "x"), make_rule("lost-y", "y"))
    (tmp_path / "docs").mkdir()
    config = Config.from_mapping({"per-file-ignores": {pattern: ["lost-x"]}}, root=tmp_path)
    expected = ["lost-y"] if ignored else ["lost-x", "lost-y"]
    relative_to_docs = None if name is None else f"../{name}"
    absolute = None if name is None else str(tmp_path / name)
    for folder, given_name in ((tmp_path, name), (tmp_path / "docs", relative_to_docs), (tmp_path, absolute)):
        monkeypatch.chdir(folder)
        assert [finding.rule for finding in Engine(config).check("x y", name=given_name)] == expected


def test_texts_checked_together_keep_their_own_settings(
    make_rule: Callable[..., Rule], use_rules: Callable[..., None]
) -> None:
    use_rules(make_rule("lost-x", "x"), make_rule("lost-y", "y"))
    engine = Engine(Config.from_mapping({"per-file-ignores": {"a.txt": ["lost-x"]}}))
    texts = [Given("x y", name="a.txt"), Given("# x", "markdown"), Given("x y", name="b.txt"), Given("")]
    reports = engine.check_all(texts)
    assert [[finding.rule for finding in report] for report in reports] == [
        ["lost-y"],
        ["lost-x"],
        ["lost-x", "lost-y"],
        [],
    ]
    assert reports == [engine.check(text, format=format_, name=name) for text, format_, name in texts]
    assert engine.check_all([]) == []


def test_a_malformed_pattern_is_named() -> None:
    with pytest.raises(
        ConfigError, match=r"per-file-ignores: pattern '!' is malformed; use the syntax of \.gitignore"
    ):
        Engine(Config(per_file_ignores={"!": ("gaps",)}))


def test_grammar_is_merged_with_what_it_overlaps(
    make_rule: Callable[..., Rule],
    use_rules: Callable[..., None],
    use_checker: Callable[[Matches | GrammarError], StubChecker],
) -> None:
    use_rules(make_rule("lost-x", "a x"))
    checker = use_checker(Matches((match(8, 9), match(14, 19, "ODD_WORD"))))
    report = check("*Here* is a x and xoxox.", {"grammar": {"server": "http://x"}}, format="markdown")
    assert found(report) == [("lost-x", 10, 13), ("languagetool-odd-word", 16, 21)]
    assert [item.source for item in report[0].evidence] == ["lost-x", "languagetool:EN_A_VS_AN"]
    assert report[1].category == "grammar"
    assert [(item.start, item.end, item.replacement) for item in report[1].suggestions] == [
        (16, 21, "an"),
        (16, 21, "one"),
    ]
    assert checker.closed == 1


def test_grammar_sees_language_only(
    use_checker: Callable[[Matches | GrammarError], StubChecker],
) -> None:
    checker = use_checker(Matches())
    check(
        "# One\n\n    code\n\n| a | b |\n|---|---|\n\nTwo.", {"grammar": {"server": "x"}}, format="markdown"
    )
    (asked,) = checker.asked
    assert asked.split() == ["One", "Two."]


@pytest.mark.parametrize("answer", [GrammarError("no answer"), Matches(problems=("no answer",))])
def test_what_grammar_could_not_do_is_a_problem(
    make_rule: Callable[..., Rule],
    use_rules: Callable[..., None],
    use_checker: Callable[[Matches | GrammarError], StubChecker],
    answer: Matches | GrammarError,
) -> None:
    use_rules(make_rule("lost-x", "x"))
    use_checker(answer)
    report = check("x", {"grammar": {"server": "http://x"}})
    assert found(report) == [("lost-x", 0, 1)]
    assert [(problem.kind, problem.message) for problem in report.problems] == [("grammar", "no answer")]


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"grammar": {"server": "http://x"}, "ignore": ["grammar"]},
        {"grammar": {"server": "http://x"}, "ignore": ["all"]},
        {"grammar": {"server": "http://x"}, "select": ["gaps"]},
        {"grammar": {"server": "http://x"}, "per-file-ignores": {"a.*": ["grammar"]}},
    ],
)
def test_grammar_is_not_asked(
    use_checker: Callable[[Matches | GrammarError], StubChecker], settings: dict[str, Any]
) -> None:
    checker = use_checker(GrammarError("asked"))
    assert not check("Some text.", settings, name="a.md").problems
    assert not checker.asked


@pytest.mark.parametrize(
    "settings",
    [
        {"ignore": ["languagetool-en-a-vs-an"]},
        {"per-file-ignores": {"*.txt": ["languagetool-en-a-vs-an"]}},
    ],
)
def test_a_rule_of_languagetool_is_ignored_by_its_name(
    use_checker: Callable[[Matches | GrammarError], StubChecker], settings: dict[str, Any]
) -> None:
    use_checker(Matches((match(0, 1), match(2, 3, "OTHER"))))
    report = check("a b", {"grammar": {"server": "http://x"}} | settings, name="a.txt")
    assert [finding.rule for finding in report] == ["languagetool-other"]


def test_preview_rules_wait_to_be_asked_for(
    make_rule: Callable[..., Rule], use_rules: Callable[..., None]
) -> None:
    use_rules(make_rule("lost-x", "x", stability="preview"))
    assert found(check("x")) == []
    assert found(check("x", {"preview": True})) == [("lost-x", 0, 1)]
    assert found(check("x", {"extend-select": ["lost-x"]})) == [("lost-x", 0, 1)]


def test_many_findings_are_merged_in_linear_time(
    make_rule: Callable[..., Rule], use_rules: Callable[..., None], spacing: Category
) -> None:
    use_rules(make_rule("lost-x", r"\w x"), make_rule("space-before", r" \w", spacing))
    assert len(check("a x b " * 20_000, {"readability": False})) > 20_000


def test_readability_can_be_left_out() -> None:
    assert check("Some text.", {"readability": False}).scores == {}
    assert check("Some text.").scores
    assert check("Some text.", {"readability": False}).counts["words"] == 2


LOSSES = "The company employs people in countries and has offices in cities."


@pytest.mark.parametrize(
    ("model", "severities", "verdict"),
    [("off", [], "pass"), ("preview", ["info"], "pass"), ("on", ["warning"], "block")],
)
def test_the_model_is_asked_as_the_settings_say(*, model: str, severities: list[str], verdict: str) -> None:
    report = Engine(Config.from_mapping({"model": model, "select": ["gaps"]})).check(LOSSES)
    assert {finding.rule for finding in report} <= {"missing-number"}
    assert sorted({finding.severity for finding in report}) == severities
    assert report.verdict.value == verdict


def test_the_rules_of_the_model_can_be_ignored() -> None:
    for settings in ({"ignore": ["missing-number", "missing-words"]}, {"select": ["residue"]}):
        report = Engine(Config.from_mapping(settings)).check(LOSSES)
        assert not any(finding.category == "gaps" for finding in report)
        assert report.verdict.value == "pass"
    named = Engine(Config.from_mapping({"severity": {"missing-number": "error"}})).check(LOSSES)
    assert {finding.severity for finding in named if finding.rule == "missing-number"} == {"error"}


def test_damaged_weights_are_a_problem_and_no_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged() -> None:
        raise model.WeightsError("the weights were changed or are damaged; install textcheck anew")

    monkeypatch.setattr(model, "shipped", damaged)
    report = Engine(Config()).check(LOSSES)
    assert [problem.kind for problem in report.problems] == ["rule", "rule"]
    assert all("weights" in problem.message for problem in report.problems)
