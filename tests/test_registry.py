from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from textcheck import registry
from textcheck.registry import SelectorError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textcheck.rule import Category, Rule


@pytest.fixture
def rules(
    make_rule: Callable[..., Rule], use_rules: Callable[..., None], gaps: Category, residue: Category
) -> None:
    use_rules(
        make_rule("lost-number", "x", gaps),
        make_rule("lost-name", "x", gaps, stability="preview"),
        make_rule("chat-reply", "x", residue),
    )


@pytest.fixture
def write_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    monkeypatch.syspath_prepend(tmp_path)

    def write(name: str, content: str) -> None:
        (tmp_path / f"{name}.py").write_text(content)

    return write


def test_the_collection_is_well_formed_and_in_order() -> None:
    found = registry.rules()
    assert found
    assert list(found) == [
        rule.name for rule in sorted(found.values(), key=lambda r: (r.category.name, r.name))
    ]
    assert {rule.category.name for rule in found.values()} <= set(registry.categories())
    assert all(rule.summary.endswith(".") for rule in found.values())


@pytest.mark.usefixtures("rules")
@pytest.mark.parametrize(
    ("select", "extend_select", "ignore", "preview", "expected"),
    [
        ([], [], [], False, ["lost-number", "chat-reply"]),
        ([], [], [], True, ["lost-number", "lost-name", "chat-reply"]),
        (["all"], [], [], False, ["lost-number", "chat-reply"]),
        (["gaps"], [], [], False, ["lost-number"]),
        (["lost-name"], [], [], False, ["lost-name"]),
        (["gaps"], [], [], True, ["lost-number", "lost-name"]),
        ([], ["lost-name"], [], False, ["lost-number", "lost-name", "chat-reply"]),
        (["residue"], ["lost-name"], [], False, ["lost-name", "chat-reply"]),
        ([], [], ["gaps"], False, ["chat-reply"]),
        (["lost-number"], [], ["gaps"], False, ["lost-number"]),
        (["gaps"], [], ["lost-number"], False, []),
        (["gaps"], [], ["gaps"], False, []),
        ([], [], ["all"], False, []),
        (["gaps"], [], ["all"], False, ["lost-number"]),
        (["grammar"], [], [], False, []),
    ],
)
def test_the_more_specific_selector_wins(
    select: list[str],
    extend_select: list[str],
    ignore: list[str],
    *,
    preview: bool,
    expected: list[str],
) -> None:
    chosen = registry.resolve(select, ignore, extend_select=extend_select, preview=preview)
    assert [rule.name for rule in chosen] == expected


@pytest.mark.usefixtures("rules")
@pytest.mark.parametrize(
    ("select", "extend_select", "ignore", "expected"),
    [
        ([], [], [], True),
        (["gaps"], [], [], False),
        (["gaps"], ["grammar"], [], True),
        (["grammar"], [], ["all"], True),
        ([], [], ["all"], False),
        ([], [], ["grammar"], False),
        (["all"], [], [], True),
    ],
)
def test_grammar_is_selected_as_a_category(
    select: list[str],
    extend_select: list[str],
    ignore: list[str],
    *,
    expected: bool,
) -> None:
    assert registry.includes(registry.GRAMMAR, select, ignore, extend_select=extend_select) is expected


@pytest.mark.usefixtures("rules")
@pytest.mark.parametrize("option", ["select", "ignore", "extend_select"])
def test_an_unknown_selector_names_the_nearest(option: str) -> None:
    with pytest.raises(
        SelectorError, match="no rule or category is named 'lost-numbr': did you mean 'lost-number'"
    ):
        registry.resolve(**{option: ["lost-numbr"]})  # type: ignore[arg-type]  # any of the three


@pytest.mark.usefixtures("rules")
def test_a_selector_near_to_none_lists_the_known() -> None:
    with pytest.raises(SelectorError, match="known are all, gaps, residue, grammar, lost-number"):
        registry.validate(["Ω"])


def test_rules_of_languagetool_go_by_their_prefix() -> None:
    registry.validate(["languagetool-en-a-vs-an"])


@pytest.mark.usefixtures("rules")
def test_without() -> None:
    rules = registry.resolve()
    assert [rule.name for rule in registry.without(rules, ["gaps"])] == ["chat-reply"]
    assert [rule.name for rule in registry.without(rules, ["chat-reply"])] == ["lost-number"]
    assert registry.without(rules, ["all"]) == ()


HEADER = '"""What it is."""\nfrom textcheck.rule import flags, passes, pattern\n'
FLAGS, PASSES = 'flags("[[x]]")', 'passes("y")'


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("word", "", "a rule is named by two or more words"),
        ("no_rule", HEADER, "has no `rule`: make one with pattern, phrases or function"),
        (
            "no_flags",
            f'{HEADER}rule = pattern("x", message="m", why="w", cases=[{PASSES}])',
            "cases that flag",
        ),
        ("no_pass", f'{HEADER}rule = pattern("x", message="m", why="w", cases=[{FLAGS}])', "cases that pass"),
    ],
)
def test_a_malformed_rule_file_is_named(
    write_module: Callable[[str, str], None], gaps: Category, name: str, content: str, message: str
) -> None:
    write_module(f"malformed_{name}", content)
    with pytest.raises(registry.RegistryError, match=message) as caught:
        registry._load(f"malformed_{name}", name, gaps)
    assert str(caught.value).startswith(f"malformed_{name}")


def test_a_rule_file_without_docstring_is_named(
    write_module: Callable[[str, str], None], gaps: Category
) -> None:
    rule = f'rule = pattern("x", message="m", why="w", cases=[{FLAGS}, {PASSES}])'
    write_module("malformed_plain", HEADER.partition("\n")[2] + rule)
    with pytest.raises(registry.RegistryError, match="malformed_plain has no docstring"):
        registry._load("malformed_plain", "no_docstring", gaps)
