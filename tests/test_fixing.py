from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import textcheck
from textcheck.config import Config
from textcheck.engine import Engine
from textcheck.finding import Finding, Report, Suggestion
from textcheck.fixing import MAX_EFFORT, MAX_ROUNDS, Fixed, fix, fixed
from textcheck.rule import Hit, flags, function, passes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textcheck.document import Document
    from textcheck.rule import Rule

TEXT = "0123456789"


def safe(start: int, end: int, replacement: str) -> Suggestion:
    return Suggestion(start, end, replacement, "Replace it", "safe")


def report(*suggestions: Suggestion | tuple[Suggestion, ...], text: str = TEXT) -> Report:
    """Make a report with a finding for each suggestion, or tuple of alternatives."""
    return Report(
        tuple(
            Finding(
                rule="some-rule",
                category="gaps",
                severity="error",
                start=0,
                end=1,
                line=1,
                column=1,
                end_line=1,
                end_column=2,
                message="m",
                why="",
                excerpt=text[2:5],
                excerpt_start=2,
                confidence=0.5,
                suggestions=item if isinstance(item, tuple) else (item,),
            )
            for item in suggestions
        )
    )


def mend(text: str, format_name: str = "text") -> Fixed:
    with Engine(Config()) as engine:
        return fix(engine, text, format=format_name)[0]


@pytest.mark.parametrize(
    ("suggestions", "mended", "count"),
    [
        ([], "0123456789", 0),
        ([Suggestion(0, 1, "x", "Ask")], "0123456789", 0),
        ([safe(0, 1, "abc"), safe(9, 10, "")], "abc12345678", 2),
        ([safe(9, 10, ""), safe(0, 1, "abc")], "abc12345678", 2),
        ([safe(2, 4, "a"), safe(4, 6, "b")], "01ab6789", 2),
        ([safe(3, 6, "b"), safe(2, 4, "a")], "01a456789", 1),
        ([safe(2, 8, "a"), safe(3, 4, "b")], "01a89", 1),
        ([safe(2, 8, "a"), safe(3, 4, "b"), safe(7, 9, "c")], "01a89", 1),
        ([safe(2, 4, "a"), safe(2, 4, "a")], "01a456789", 1),
        ([safe(5, 5, "a"), safe(5, 5, "b")], "01234a56789", 1),
        ([safe(5, 5, "a"), safe(5, 6, "b")], "01234ab6789", 2),
        ([(Suggestion(0, 1, "x", "Ask"), safe(2, 3, "a"), safe(4, 5, "b"))], "01a3456789", 1),
        ([safe(0, 10, "")], "", 1),
    ],
)
def test_what_is_applied(suggestions: list[Suggestion], mended: str, count: int) -> None:
    result = fixed(TEXT, report(*suggestions))
    assert result.text == mended
    assert len(result.applied) == count
    assert list(result.applied) == sorted(result.applied, key=lambda item: item.start)


def test_a_report_about_another_text_is_an_error() -> None:
    with pytest.raises(ValueError, match="the report is about another text"):
        fixed(TEXT[1:], report(safe(0, 1, "x")))


def replacing(pairs: dict[str, str], make_rule: Callable[..., Rule]) -> Rule:
    """Make a rule that takes each of some strings for safe to replace by another."""

    def check(document: Document) -> Iterator[Hit]:
        for wrong, right in pairs.items():
            if (start := document.prose.find(wrong)) >= 0:
                end = start + len(wrong)
                yield Hit(start, end, "m", suggestions=(Suggestion(start, end, right, "t", "safe"),))

    return make_rule("wrong-word", function(check, why="w", cases=[flags("[[x]]"), passes("y")]))


def test_mending_goes_on_until_nothing_is_left(
    make_rule: Callable[..., Rule], use_rules: Callable[..., None]
) -> None:
    use_rules(replacing({"a": "bb", "b": "c"}, make_rule))
    result = mend("The a.")
    assert (result.text, len(result.applied)) == ("The cc.", 3)


def test_a_cycle_ends_where_it_began(make_rule: Callable[..., Rule], use_rules: Callable[..., None]) -> None:
    use_rules(replacing({"x": "a", "a": "b", "b": "a"}, make_rule))
    for text in ("1 x 2", "1 a 2"):
        result = mend(text)
        assert result.text == "1 a 2"
        assert len(result.applied) == text.count("x")
    assert mend("1 b 2").text == "1 b 2"


def test_rules_that_find_no_end_change_nothing(
    make_rule: Callable[..., Rule], use_rules: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    use_rules(replacing({"a": "aa"}, make_rule))
    checks: list[str] = []
    original = Engine.check

    def check(engine: Engine, text: str, **options: str) -> Report:
        checks.append(text)
        return original(engine, text, **options)

    monkeypatch.setattr(Engine, "check", check)
    assert mend("The a.") == Fixed("The a.")
    assert len(checks) == MAX_ROUNDS + 1


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("The *govern\xadment* fell.", "The *government* fell."),
        ("The govern*\xadment* fell.", "The govern*\xadment* fell."),
        ("The [cafÃ©](a.md) was shut.", "The [café](a.md) was shut."),
        ("> The govern\xadment,\r\n> they donâ€™t\r\n> say.", "> The government,\r\n> they don’t\r\n> say."),
        ("`govern\xadment` and govern\xadment fell.", "`govern\xadment` and government fell."),
        # What is unseen keeps these from being a list, a heading and an emphasis.
        ("\u200b- It is no item, but the govern\xadment.", "\u200b- It is no item, but the government."),
        ("The end.\n\n\u200b# It is no heading.", "The end.\n\n\u200b# It is no heading."),
        ("It was *\u200bbold* or an\u200bd so.", "It was *bold* or and so."),
        ("The end.\n\n\u200b\n\nThe start.", "The end.\n\n\u200b\n\nThe start."),
    ],
)
def test_markup_stays_as_it_is(text: str, mended: str) -> None:
    assert mend(text, "markdown").text == mended
    assert mend(mended, "markdown") == Fixed(mended)


@pytest.mark.parametrize(
    ("text", "start", "end", "applicability"),
    [
        ("An *old* town", 3, 6, "safe"),
        ("An *old* town", 1, 5, "ask"),
        ("An *old* town", 3, 8, "ask"),
        ("An &amp; town", 3, 4, "ask"),
        ("An `x` town", 3, 4, "ask"),
        ("An old town", 3, 3, "ask"),
        ("> old\n> town", 0, 5, "ask"),
        ("old\r\ntown", 0, 5, "ask"),
    ],
)
def test_a_suggestion_is_safe_only_where_prose_and_source_are_the_same(  # noqa: PLR0913, PLR0917  # a case and fixtures
    make_rule: Callable[..., Rule],
    use_rules: Callable[..., None],
    text: str,
    start: int,
    end: int,
    applicability: str,
) -> None:
    def check(_: Document) -> Iterator[Hit]:
        yield Hit(start, end + 1, "m", suggestions=(safe(start, end, "new"),))

    use_rules(make_rule("wrong-word", function(check, why="w", cases=[flags("[[x]]"), passes("y")])))
    (finding,) = textcheck.check(text, format="markdown")
    assert finding.suggestions[0].applicability == applicability


def test_one_suggestion_that_changes_markup_does_not_stop_the_others() -> None:
    text = (
        "The govern\xadment met.\n\n\u200b- It is no item.\n\n10. Its terms\n\n    The govern\xadment.\n\n"
        * 50
    )
    result = mend(text, "markdown")
    assert result.text == text.replace("\xad", "")
    assert len(result.applied) == 100


def test_telling_apart_what_changes_markup_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\u200b- It is no item of the govern\xadment. " * MAX_EFFORT
    read: list[int] = []
    original = textcheck.formats.parse

    def parse(source: str, format: str = "text") -> Document:  # noqa: A002  # as the original
        read.append(len(source))
        return original(source, format)

    monkeypatch.setattr("textcheck.formats.parse", parse)
    assert mend(text, "markdown") == Fixed(text)
    assert sum(read) <= 3 * len(text)


DAMAGE = st.sampled_from(
    [
        "govern\xadment",
        "an\u200bd",
        "fell ,",
        "donâ€™t",
        "Ã©tÃ©",
        "ﬁne",
        "don\x92t",
        "e\u0301t",
        "\u202edue\u202c",
        "a  b",
    ]
)
SOUND = st.sampled_from(
    ["The", "town", "fell.", "\n\n", "\r\n", "It", "😀", "was", "“late”,", "*", "-", "`x`", "#"]
)


@given(st.lists(DAMAGE | SOUND, max_size=12).map(" ".join), st.sampled_from(["text", "markdown"]))
def test_what_is_mended_has_nothing_left_to_mend(text: str, format_name: str) -> None:
    result = mend(text, format_name)
    assert mend(result.text, format_name) == Fixed(result.text)
    if format_name == "text":
        left = [item for finding in textcheck.check(result.text) for item in finding.suggestions]
        assert all(item.applicability == "ask" for item in left)


@given(st.lists(DAMAGE | SOUND, max_size=12).map(" ".join), st.sampled_from(["text", "markdown"]))
def test_text_outside_of_the_suggestions_stays(text: str, format_name: str) -> None:
    result = fixed(text, textcheck.check(text, format=format_name))
    position = shift = 0
    for item in result.applied:
        assert text[position : item.start] == result.text[position + shift : item.start + shift]
        assert result.text.startswith(item.replacement, item.start + shift)
        shift += len(item.replacement) - (item.end - item.start)
        position = item.end
    assert text[position:] == result.text[position + shift :]


def test_what_remains_is_reported() -> None:
    with Engine(Config()) as engine:
        result, remaining = fix(engine, "The govern\xadment marked the th year.", name="a.txt")
    assert result.text == "The government marked the th year."
    assert [(item.rule, item.start) for item in remaining] == [("dropped-ordinal", 22)]
    assert remaining.name == "a.txt"


def test_the_library_mends_what_is_selected() -> None:
    text = "The govern\xadment, they donâ€™t say."
    result = textcheck.fix(text)
    assert result.text == "The government, they don’t say."
    assert [text[item.start : item.end] for item in result.applied] == ["govern\xadment", "donâ€™t"]
    assert (
        textcheck.fix(text, config={"ignore": ["soft-hyphen"]}).text == "The govern\xadment, they don’t say."
    )
    with pytest.raises(ValueError, match="unknown format 'word'"):
        textcheck.fix(text, format="word")
