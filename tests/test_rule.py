from __future__ import annotations

import pytest
import regex

from textcheck.rule import Case, Category, Function, Pattern, Rule, flags, function, passes, pattern, phrases

CASES = [flags("[[x]]"), passes("y")]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("In [[the th]] year.", Case("In the th year.", ((3, 9),))),
        ("[[a]] [[b]]", Case("a b", ((0, 1), (2, 3)))),
        ("[[two\nlines]].", Case("two\nlines.", ((0, 9),))),
        ("[x] [[y]]", Case("[x] y", ((4, 5),))),
    ],
)
def test_flags_takes_the_brackets_out(marked: str, expected: Case) -> None:
    assert flags(marked) == expected


def test_flags_needs_a_span() -> None:
    with pytest.raises(ValueError, match=r"no \[\[span\]\] is marked in 'nothing'"):
        flags("nothing")


def test_passes_has_no_spans() -> None:
    assert passes("text", format="markdown") == Case("text", (), "markdown")


def test_phrases_match_whole_words_in_any_case_and_across_line_ends() -> None:
    shape = phrases("as an AI", "c++", message="m", why="w", cases=CASES).shape
    assert isinstance(shape, Pattern)
    found = [match[0] for match in regex.finditer(shape.regex, "As  an\nAI, was an AI, as an AIR, c++ abc++")]
    assert found == ["As  an\nAI", "c++"]


def test_severity_is_the_rules_own_or_its_categorys() -> None:
    category = Category("gaps", "Holes.", "error")
    plain = pattern("x", message="m", why="w", cases=CASES)
    graded = pattern("x", message="m", why="w", cases=CASES, severity="info")
    assert Rule("a-b", category, "s", plain).severity == "error"
    assert Rule("a-b", category, "s", graded).severity == "info"


def test_function_keeps_its_triggers() -> None:
    shape = function(lambda _: iter(()), why="w", cases=CASES, triggers=["a", "b"]).shape
    assert isinstance(shape, Function)
    assert shape.triggers == ("a", "b")
