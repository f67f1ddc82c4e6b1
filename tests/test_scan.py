from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from textcheck import registry
from textcheck.formats import parse
from textcheck.rule import Hit, block_function, flags, function, passes, pattern
from textcheck.scan import Scanner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textcheck.document import Block, Document
    from textcheck.rule import Rule

FIXTURES = Path(__file__).parents[1] / "fixtures"
ONE_PASS = importlib.util.find_spec("re2") is not None
CASES = [flags("[[x]]"), passes("y")]


def spans(rule: Rule, text: str, format: str = "text") -> list[tuple[int, int]]:  # noqa: A002  # named as in check
    return [(hit.start, hit.end) for _, hit in Scanner([rule]).scan([parse(text, format)])[0].hits]


def test_pattern_is_run_block_by_block(make_rule: Callable[..., Rule]) -> None:
    assert spans(make_rule("a-b", r"^\w+"), "one two.\n\nthree") == [(0, 3), (10, 15)]
    assert spans(make_rule("a-b", r"\.\s+t"), "one.\n\ntwo") == []


def test_pattern_reports_its_group_span(make_rule: Callable[..., Rule]) -> None:
    assert spans(make_rule("a-b", r"in (?P<span>the) th"), "in the th year") == [(3, 6)]


def test_message_quotes_groups(make_rule: Callable[..., Rule]) -> None:
    rule = make_rule("a-b", pattern(r"(?P<gap>\w+) x", message="after “{gap}”", why="w", cases=CASES))
    result = Scanner([rule]).scan([parse("the x")])[0]
    assert [hit.message for _, hit in result.hits] == ["after “the”"]


def test_where_has_the_last_word(make_rule: Callable[..., Rule]) -> None:
    rule = make_rule(
        "a-b", pattern(r"\w+", message="m", why="w", cases=CASES, where=lambda match: match[0] == "b")
    )
    assert spans(rule, "a b c") == [(2, 3)]


def test_scope_leaves_kinds_of_block_out(make_rule: Callable[..., Rule]) -> None:
    rule = make_rule("a-b", pattern("x", message="m", why="w", cases=CASES, scope={"heading"}))
    assert spans(rule, "# x\n\nx\n\n- x", "markdown") == [(0, 1)]


def test_code_is_not_read(make_rule: Callable[..., Rule]) -> None:
    assert spans(make_rule("a-b", "x"), "`x`\n\n    x\n\n<!-- x -->\n", "markdown") == []


def test_spacing_rules_rest_in_tokenised_text(make_rule: Callable[..., Rule]) -> None:
    tokenised = "We went home . They ate , too . It rained ; we slept . Then she left ."
    assert spans(make_rule("a-b", r" \.", spacing=True), tokenised) == []
    assert len(spans(make_rule("a-b", r" \."), tokenised)) == 4


@pytest.mark.parametrize(("text", "expected"), [("The TRIGGER word", [(0, 1)]), ("another word", [])])
def test_function_runs_where_a_trigger_occurs(
    make_rule: Callable[..., Rule], text: str, expected: list[tuple[int, int]]
) -> None:
    def check(_: Document) -> Iterator[Hit]:
        yield Hit(0, 1, "m")

    rule = make_rule("a-b", function(check, why="w", cases=CASES, triggers=["trigger"]))
    assert spans(rule, text) == expected


def test_a_rule_that_crashes_loses_only_its_own_hits(make_rule: Callable[..., Rule]) -> None:
    def check(_: Document) -> Iterator[Hit]:
        yield Hit(0, 1, "m")
        raise RuntimeError("half way")

    crashing = make_rule("crash-es", function(check, why="w", cases=CASES))
    working = make_rule("work-s", "x")
    result = Scanner([crashing, working]).scan([parse("x")])[0]
    assert [rule for rule, _ in result.hits] == [working]
    assert [(rule, str(error)) for rule, error in result.crashes] == [(crashing, "half way")]


def test_a_rule_is_prepared_for_the_documents_that_it_runs_on(make_rule: Callable[..., Rule]) -> None:
    seen: list[list[str]] = []

    def prepare(documents: Sequence[Document]) -> None:
        seen.append([document.prose for document in documents])
        raise RuntimeError

    def check(document: Document) -> Iterator[Hit]:
        yield Hit(0, len(document.prose), str(len(seen)))

    rule = make_rule("a-b", function(check, why="w", cases=CASES, triggers=["x"], prepare=prepare))
    scans = Scanner([rule]).scan([parse("x one"), parse("two"), parse("x three")])
    assert seen == [["x one", "x three"]]
    assert [[hit.message for _, hit in scan.hits] for scan in scans] == [["1"], [], ["1"]]
    assert not any(scan.crashes for scan in scans)


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (0, 0), (2, 1), (0, 4), (9, 12)])
def test_a_hit_outside_of_the_text_is_a_crash(make_rule: Callable[..., Rule], start: int, end: int) -> None:
    rule = make_rule("a-b", function(lambda _: iter([Hit(start, end, "m")]), why="w", cases=CASES))
    result = Scanner([rule]).scan([parse("abc")])[0]
    assert not result.hits
    assert [str(error) for _, error in result.crashes] == [
        f"a hit at {start}-{end} is empty or outside of the text"
    ]


def test_an_anchor_calls_a_function(make_rule: Callable[..., Rule]) -> None:
    def check(_: Document) -> Iterator[Hit]:
        yield Hit(0, 1, "m")

    rule = make_rule("a-b", function(check, why="w", cases=CASES, anchor=r"\bthe\s+\d"))
    for one_pass in (True, False):
        scanner = Scanner([rule], one_pass=one_pass and ONE_PASS)
        assert scanner.scan([parse("It is the 4th.")])[0].hits
        assert not scanner.scan([parse("It is the fourth.")])[0].hits


def test_a_block_function_gets_the_blocks_that_hold_what_it_waits_for(make_rule: Callable[..., Rule]) -> None:
    def check(document: Document, block: Block) -> Iterator[Hit]:
        assert "th" in document.text(block)
        yield Hit(block.start, block.end, "m")

    text = "# The th\n\nA day.\n\nThe th of May."
    for options, expected in (
        ({"anchor": r"\bth\b"}, [(0, 6), (16, 30)]),
        ({"triggers": ["TH".lower()], "scope": {"heading"}}, [(0, 6)]),
    ):
        rule = make_rule("a-b", block_function(check, why="w", cases=CASES, **options))
        for one_pass in (True, False):
            scan = Scanner([rule], one_pass=one_pass and ONE_PASS).scan([parse(text, "markdown")])[0]
            assert not scan.crashes
            assert [(hit.start, hit.end) for _, hit in scan.hits] == expected


def test_documents_are_scanned_together_as_alone(make_rule: Callable[..., Rule]) -> None:
    rules = [make_rule("a-b", "x"), make_rule("c-d", r"\bth\b"), make_rule("e-f", "(?m)^x")]
    texts = ["x", "", "the th x", "y", "a\nx\n\nth"]
    together = Scanner(rules).scan([parse(text) for text in texts])
    assert together == [Scanner(rules).scan([parse(text)])[0] for text in texts]


def test_a_long_text_is_scanned_as_its_parts(make_rule: Callable[..., Rule]) -> None:
    parts = [
        f"Paragraph {number} has a th in it. " + "It goes on. " * (number % 400) for number in range(150)
    ]
    rules = [make_rule("a-b", r"\bth\b"), make_rule("c-d", r"^Paragraph\s7\b"), make_rule("e-f", r"on\.$")]
    parsed = parse("\n\n".join(parts))
    fast, slow = (Scanner(rules, one_pass=one_pass).scan([parsed])[0].hits for one_pass in (ONE_PASS, False))
    assert fast == slow
    assert len([rule for rule, _ in fast if rule.name == "a-b"]) == len(parts)


def test_a_lone_surrogate_is_read(make_rule: Callable[..., Rule]) -> None:
    assert spans(make_rule("a-b", "x"), "\ud800 x") == [(2, 3)]


@pytest.mark.skipif(not ONE_PASS, reason="RE2 is not installed")
def test_one_pass_finds_the_same() -> None:
    rules = tuple(registry.rules().values())
    scanners = Scanner(rules, one_pass=True), Scanner(rules, one_pass=False)
    texts = [case.text for rule in rules for case in rule.definition.cases]
    texts += ["\n\n".join(texts[start : start + 40]) for start in range(0, len(texts), 40)]
    texts += [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*/*.txt"))]
    for text in texts:
        for format in ("text", "markdown"):  # noqa: A001  # named as in check
            document = parse(text, format)
            fast, slow = (scanner.scan([document])[0] for scanner in scanners)
            assert fast.hits == slow.hits, text
            assert [str(error) for _, error in fast.crashes] == [str(error) for _, error in slow.crashes]
