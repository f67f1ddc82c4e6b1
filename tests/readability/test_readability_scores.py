from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textcheck.readability import Counts, count, scores, to_mapping

NAMES = [
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "automated_readability_index",
    "coleman_liau_index",
    "dale_chall_readability_score",
]
STORY = (Path(__file__).with_name("samples") / "story.txt").read_text(encoding="utf-8").splitlines()

GERMAN = [
    "Der Rat der Stadt hat am Montag beschlossen, die alte Brücke über den Fluss zu sanieren.",
    "Während dieser Zeit wird der Verkehr über eine Nebenstraße umgeleitet, was viele Anwohner ärgert.",
    "Die Bürgermeisterin sagte, man habe keine andere Wahl, weil das Tragwerk beschädigt sei.",
]
FRENCH = [
    "Le conseil de la ville a décidé lundi de rénover le vieux pont qui traverse la rivière.",
    "Pendant cette période, la circulation sera déviée par une petite rue, ce qui agace beaucoup les gens.",
    "La maire a déclaré qu'elle n'avait pas le choix, car la structure est en mauvais état.",
]
SPANISH = [
    "El consejo de la ciudad decidió el lunes reparar el viejo puente que cruza el río.",
    "Durante ese tiempo el tráfico será desviado por una calle pequeña, lo que molesta a muchos vecinos.",
    "La alcaldesa dijo que no había otra opción porque la estructura está en mal estado.",
]
RUSSIAN = [
    "Городской совет решил в понедельник отремонтировать старый мост через реку.",
    "Жители недовольны, потому что движение пойдёт по узкой улице.",
]
CHINESE = [
    "市议会周一决定修复横跨河流的旧桥，工程将于春季开始，持续约两年，期间车辆将改道，许多居民对此表示不满，市长说别无选择，因为桥的结构状况很差，必须尽快维修。"
]


def test_every_formula_scores_a_long_text() -> None:
    result = scores(count(STORY))

    assert list(result) == NAMES
    for name, score in result.items():
        assert score.name == name
        assert score.value is not None
        assert score.reason is None


@pytest.mark.parametrize(
    ("sentences", "reason"),
    [
        ([], "too few words: 0, a score needs 100"),
        (["He ran."], "too few words: 2, a score needs 100"),
        (["| --- | *** |"], "not prose: most characters belong to no word"),
        (CHINESE, "not prose: most characters belong to no word"),
        (["12.5 13.5 14.5 rows"] * 40, "not prose: most words contain digits"),
        (GERMAN * 3, "not English: "),
        (FRENCH * 3, "not English: "),
        (SPANISH * 3, "not English: "),
        (RUSSIAN * 8, "not English: 0 of "),
        ([" ".join(STORY)], "not prose: 225 words per sentence, stops are missing"),
        ([" ".join(STORY[:10]), " ".join(STORY[10:20])], "too few sentences: 2, "),
    ],
)
def test_no_score_without_a_basis(sentences: list[str], reason: str) -> None:
    result = scores(count(sentences))

    assert list(result) == NAMES
    for score in result.values():
        assert score.value is None
        assert score.reason is not None
        assert score.reason.startswith(reason)
        assert len(score.reason) < 80


def test_smog_alone_needs_ten_sentences() -> None:
    result = scores(replace(count(STORY[:30]), sentences=9))

    assert [name for name, score in result.items() if score.value is None] == ["smog_index"]
    assert result["smog_index"].reason == "too few sentences: 9, smog_index needs 10"
    assert scores(replace(count(STORY[:30]), sentences=10))["smog_index"].value is not None


@pytest.mark.parametrize(
    ("field", "least"),
    [("words", 100), ("sentences", 3), ("known_words", 65), ("letters", 250), ("alphabetic_words", 50)],
)
def test_bounds_are_inclusive(field: str, least: int) -> None:
    counts = Counts(
        words=100,
        sentences=30,
        syllables=150,
        letters=450,
        characters=500,
        alphabetic_words=100,
        known_words=100,
    )
    at_the_bound, below = (replace(counts, **{field: value}) for value in (least, least - 1))

    assert scores(at_the_bound)["flesch_reading_ease"].value is not None
    assert scores(below)["flesch_reading_ease"].value is None


@given(st.lists(st.text(max_size=60), max_size=5), st.integers(1, 200))
def test_a_score_has_a_value_or_a_reason(sentences: list[str], times: int) -> None:
    for score in scores(count(sentences * times)).values():
        assert (score.value is None) != (score.reason is None)


def test_mapping_names_the_counts_of_a_report() -> None:
    assert to_mapping(count(["A small dog slept.", "It dreamed of rabbits."])) == {
        "words": 8,
        "sentences": 2,
        "syllables": 9,
        "letters": 32,
        "characters": 34,
        "polysyllables": 0,
        "difficult_words": 2,
        "complex_words": 0,
        "reading_time": pytest.approx(34 * 0.01469),
    }
