"""Against a real LanguageTool server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from textcheck.grammar import GrammarError, connect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.grammar import Checker

pytestmark = [
    pytest.mark.languagetool,
    pytest.mark.xdist_group("languagetool"),
    pytest.mark.usefixtures("extra"),
]


@pytest.fixture(scope="module")
def checker(languagetool: str) -> Iterator[Checker]:
    with connect(languagetool, timeout=120) as checker:
        yield checker


def found(checker: Checker, text: str) -> list[tuple[str, str]]:
    matches = checker.check(text)
    assert matches.problems == ()
    return [(match.rule_id, text[match.start : match.end]) for match in matches]


def test_a_mistake_is_found_with_its_replacement(checker: Checker) -> None:
    text = "She bought a umbrella at the station."
    (match,) = checker.check(text)
    assert text[match.start : match.end] == "a"
    assert (match.rule_id, match.category, match.issue_type) == ("EN_A_VS_AN", "MISC", "misspelling")
    assert match.replacements == ("an",)
    assert "vowel" in match.message


def test_sound_prose_has_no_matches(checker: Checker) -> None:
    assert found(checker, "The harbor master opened the gate at noon. Nobody complained.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The 🎉 crew 🎉🎉 bought a umbrella.",
        "👩‍👩‍👧 We bought a umbrella. 🇩🇪",
        "First paragraph.\n\nSecond one.\n\n\nThey bought a umbrella.\n\nLast.",
        "First line.\r\nSecond line.\r\n\r\nThey bought a umbrella.\r\n",
        "A soft\u00adhyphen, a zero\u200bwidth space, \ufeffand a umbrella.",
        "A null \0 and\x0b they bought a umbrella.",
        "A lone \ud83c half, then a umbrella.",
        "Fish & chips = 50% + 1; they bought a umbrella.",
    ],
)
def test_the_span_is_exact(checker: Checker, text: str) -> None:
    spans = [(match.start, match.end) for match in checker.check(text) if match.rule_id == "EN_A_VS_AN"]
    start = text.index("a umbrella")
    assert spans == [(start, start + 1)]


def test_a_match_may_hold_astral_letters(checker: Checker) -> None:
    text = "😀 We read 𝔵𝔮𝔢𝔯x aloud 😀."
    assert ("MORFOLOGIK_RULE_EN_US", "𝔵𝔮𝔢𝔯x") in found(checker, text)


def test_a_long_text_is_checked_to_its_end(languagetool: str) -> None:
    paragraph = "The 🎉 train left on time and they bought a umbrella.\n\n"
    with connect(languagetool, timeout=120, request_size=300) as checker:
        matches = checker.check(paragraph * 20)
    offset = paragraph.index("a umbrella")
    assert [match.start for match in matches] == [offset + len(paragraph) * i for i in range(20)]


def test_names_pass_and_misspelt_words_do_not(languagetool: str, checker: Checker) -> None:
    text = "Mayor Zorvendal aproved the plan."
    assert found(checker, text) == [("MORFOLOGIK_RULE_EN_US", "aproved")]
    with connect(languagetool, names=True) as strict:
        assert [word for _, word in found(strict, text)] == ["Zorvendal", "aproved"]


def test_spelling_can_be_disabled(languagetool: str) -> None:
    with connect(languagetool, disabled_categories=["TYPOS"]) as checker:
        assert found(checker, "The mayor aproved the plan.") == []


def test_defaults_leave_out_spacing_and_own_rules_replace_them(languagetool: str, checker: Checker) -> None:
    text = "They met at  noon and bought a umbrella."
    assert found(checker, text) == [("EN_A_VS_AN", "a")]
    with connect(languagetool, disabled_rules=["EN_A_VS_AN"]) as other:
        assert [word for _, word in found(other, text)] == ["  "]


def test_what_adjoins_inline_code_is_no_mistake(checker: Checker) -> None:
    assert found(checker, "Please run \ufffc . The \ufffcs are here, and a umbrella too.") == [
        ("EN_A_VS_AN", "a"),
    ]


@pytest.mark.parametrize("language", ["xx", "en-ZZ", "C", "not a language"])
def test_an_unsupported_language_is_named(languagetool: str, language: str) -> None:
    with connect(languagetool, language=language) as checker, pytest.raises(GrammarError, match=language):
        checker.check("A text.")


@pytest.mark.parametrize("suffix", ["", "/", "/v2", "/v2/"])
def test_every_form_of_the_address_is_understood(languagetool: str, suffix: str) -> None:
    with connect(languagetool + suffix, language="en_GB") as checker:
        assert found(checker, "The colour of a umbrella.") == [("EN_A_VS_AN", "a")]
