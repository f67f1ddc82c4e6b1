from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textcheck.readability import Counts, count, to_mapping
from textcheck.readability.easy_words import easy_words

WORDS = [
    "the",
    "dog",
    "Responsibility",
    "don't",
    "well-known",
    "2024",
    "naïve",
    "zyzzyxian",
    "'quoted'",
    "A.M.",
    "(so)",
]
SENTENCES = st.lists(
    st.lists(st.sampled_from([*WORDS, "—", "***", "\ufffc", "___"]), max_size=8).map(" ".join), max_size=6
)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The dog barked.", 3),
        ("", 0),
        ("* * * —", 0),
        ("___", 0),
        ("Use the \ufffc option.", 3),
        ("\ufffc", 0),
        ("A well-known state-of-the-art trick", 4),
        ("It was late—too late–for us--all.", 8),
        ("pages 10–12", 3),
        ("don't don’t", 2),
        ("May 3, 2024, at 10 a.m.", 6),
        ("Ünïcode œuvre Ελλάδα", 3),
        ("See https://example.org/" + "path/" * 20 + " now.", 2),
    ],
)
def test_words(sentence: str, words: int) -> None:
    assert count([sentence]).words == words


def test_every_count_of_a_sentence() -> None:
    assert count(["The responsible dog's 2 well-known owners — Ann and I — left."]) == Counts(
        words=10,
        sentences=1,
        syllables=15,
        letters=45,
        characters=50,
        polysyllables=1,
        difficult_words=6,
        complex_words=1,
        alphabetic_words=9,
        known_words=8,
    )


def test_easy_words_of_three_syllables_are_not_complex() -> None:
    counts = count(["Another elephant remembered yesterday."])

    assert "another" in easy_words()
    assert (counts.polysyllables, counts.complex_words) == (4, 1)


@pytest.mark.parametrize("typographic", ["don’t", "they’re", "the dogs’ tails", "‘those two’", "“don’t”"])
def test_typographic_quotes_count_as_typewriter_ones(typographic: str) -> None:
    typewriter = typographic.translate({ord("‘"): "'", ord("’"): "'", ord("“"): '"', ord("”"): '"'})

    assert count([typographic]) == count([typewriter])


def test_opening_quote_is_no_part_of_a_word() -> None:
    assert count(["'the dog'"]).difficult_words == 0


def test_only_sentences_with_words_count() -> None:
    assert count(["It rains.", "...", "", "\ufffc", "It stops."]).sentences == 2


def test_nothing_counts_nothing() -> None:
    assert count([]) == Counts()


def test_reading_time_is_in_seconds() -> None:
    assert count(["ab cd."]).reading_time == pytest.approx(5 * 0.01469)


@given(SENTENCES, SENTENCES)
def test_counts_add_up(first: list[str], second: list[str]) -> None:
    together, one, other = (to_mapping(count(part)) for part in (first + second, first, second))

    assert together == pytest.approx({name: one[name] + other[name] for name in one})


@given(st.lists(st.text(max_size=40), max_size=5))
def test_counts_of_any_text_are_consistent(sentences: list[str]) -> None:
    counts = count(sentences)

    assert counts.sentences <= counts.words <= counts.letters <= counts.characters
    assert counts.complex_words <= min(counts.difficult_words, counts.polysyllables) <= counts.words
    assert max(counts.alphabetic_words, counts.known_words) <= counts.words


def test_a_megabyte_without_a_blank_is_skipped_not_hyphenated() -> None:
    begin = time.perf_counter()
    counts = count(["QmFzZTY0" * 125_000])

    assert (counts.words, counts.characters) == (0, 1_000_000)
    assert time.perf_counter() - begin < 1


def test_missing_word_list_names_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textcheck.readability.easy_words.find_spec", lambda _: None)

    with pytest.raises(ModuleNotFoundError, match=r"^textstat.* is missing: pip install textstat$"):
        easy_words.__wrapped__()
