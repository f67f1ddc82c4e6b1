"""The formulas against textstat's own answers, fed with the same syllables."""

from __future__ import annotations

import subprocess
import sys
import time
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from textcheck.readability import Counts, count, scores
from textcheck.readability.automated_readability_index import automated_readability_index
from textcheck.readability.coleman_liau_index import coleman_liau_index
from textcheck.readability.dale_chall_readability_score import dale_chall_readability_score
from textcheck.readability.easy_words import easy_words
from textcheck.readability.flesch_kincaid_grade import flesch_kincaid_grade
from textcheck.readability.flesch_reading_ease import flesch_reading_ease
from textcheck.readability.gunning_fog import gunning_fog
from textcheck.readability.smog_index import smog_index
from textcheck.readability.syllables import syllable_table

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(Path(__file__).with_name("samples").glob("*.txt"))
FORMULAS = [
    flesch_reading_ease,
    flesch_kincaid_grade,
    gunning_fog,
    smog_index,
    automated_readability_index,
    coleman_liau_index,
    dale_chall_readability_score,
]


@pytest.fixture(scope="module")
def textstat() -> Any:  # noqa: ANN401  # textstat has no type information
    phones = {word: [["AH0"] * syllables] for word, syllables in syllable_table().items()}
    with pytest.MonkeyPatch.context() as patch:
        module = import_module("textstat.backend.counts._count_syllables")
        patch.setattr(module, "get_cmudict", lambda _: phones)
        yield import_module("textstat").textstat


def sentences_of(sample: Path) -> list[str]:
    return sample.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula.__name__)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_formula_agrees_with_textstat(
    sample: Path,
    formula: Callable[[Counts], float],
    textstat: Any,  # noqa: ANN401  # textstat has no type information
) -> None:
    sentences = sentences_of(sample)
    text = " ".join(sentences)
    counts = count(sentences)

    assert counts.sentences == textstat.sentence_count(text)
    assert formula(counts) == pytest.approx(getattr(textstat, formula.__name__)(text))


def test_easy_words_are_textstats() -> None:
    module = import_module("textstat.backend.utils._get_lang_easy_words")

    assert easy_words() == module.get_lang_easy_words("en_US")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_counts_agree_with_textstat(sample: Path, textstat: Any) -> None:  # noqa: ANN401  # textstat has no type information
    sentences = sentences_of(sample)
    text = " ".join(sentences)
    counts = count(sentences)

    assert counts.words == textstat.lexicon_count(text)
    assert counts.syllables == textstat.syllable_count(text)
    assert counts.letters == textstat.letter_count(text)
    assert counts.characters == textstat.char_count(text)
    assert counts.polysyllables == textstat.polysyllabcount(text)
    assert counts.difficult_words == textstat.difficult_words(text, syllable_threshold=0, unique=False)
    assert counts.complex_words == textstat.difficult_words(text, syllable_threshold=3, unique=False)
    assert counts.reading_time == pytest.approx(textstat.reading_time(text))


def test_every_score_agrees_with_textstat(textstat: Any) -> None:  # noqa: ANN401  # textstat has no type information
    sentences = sentences_of(Path(__file__).with_name("samples") / "story.txt")
    text = " ".join(sentences)
    values = {name: score.value for name, score in scores(count(sentences)).items()}

    assert values == pytest.approx(
        {formula.__name__: getattr(textstat, formula.__name__)(text) for formula in FORMULAS}
    )


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        (flesch_reading_ease, 206.835 - 1.015 * 20 - 84.6 * 1.5),
        (flesch_kincaid_grade, 0.39 * 20 + 11.8 * 1.5 - 15.59),
        (gunning_fog, 0.4 * (20 + 10)),
        (smog_index, 1.043 * 900**0.5 + 3.1291),
        (automated_readability_index, 4.71 * 5 + 0.5 * 20 - 21.43),
        (coleman_liau_index, 0.058 * 450 - 0.296 * 5 - 15.8),
        (dale_chall_readability_score, 0.1579 * 20 + 0.0496 * 20 + 3.6365),
    ],
)
def test_formula_by_hand(formula: Callable[[Counts], float], value: float) -> None:
    counts = Counts(
        words=200,
        sentences=10,
        syllables=300,
        letters=900,
        characters=1000,
        polysyllables=300,
        difficult_words=40,
        complex_words=20,
    )

    assert formula(counts) == pytest.approx(value)


def test_dale_chall_adds_its_constant_only_above_five_percent() -> None:
    at_the_bound = Counts(words=200, sentences=10, difficult_words=10)

    assert dale_chall_readability_score(at_the_bound) == pytest.approx(0.1579 * 5 + 0.0496 * 20)


def test_scoring_imports_neither_textstat_nor_nltk() -> None:
    program = """
import sys
from textcheck.readability import count, scores
scores(count(["Unheardofly many words stand here, and not one of them is missing."] * 30))
sys.exit(" ".join({"textstat", "nltk"} & set(sys.modules)))
"""
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert result.stderr == "\n"


def test_all_scores_take_less_than_half_the_time_of_textstat(textstat: Any) -> None:  # noqa: ANN401  # textstat has no type information
    sentences = [sentence for sample in SAMPLES for sentence in sentences_of(sample)] * 40
    text = " ".join(sentences)

    def ours() -> None:
        scores(count(sentences))

    def theirs(text: str) -> None:
        for formula in FORMULAS:
            getattr(textstat, formula.__name__)(text)

    def seconds(run: Callable[[], None]) -> float:
        begin = time.perf_counter()
        run()
        return time.perf_counter() - begin

    ours()
    theirs(text)

    assert len(text) > 200_000
    # textstat remembers whole texts, so each run needs one of its own.
    textstat_seconds = min(seconds(partial(theirs, f"{text} {run}")) for run in range(3))
    assert min(seconds(ours) for _ in range(3)) < textstat_seconds / 2
