from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textcheck.gold import LIST_NUMBER
from textcheck.mutate import MODES, mutate

if TYPE_CHECKING:
    from textcheck.gold import Gold

UNTIDIED = [name for name, mode in MODES.items() if not mode.tidy]
TIDIED = [name for name, mode in MODES.items() if mode.tidy]

PIECES = [
    *(
        "Rents rose",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        ", ",
        ". ",
        "5.3 percent",
        "$1.5 million",
        "the 10th",
        "km2",
    ),
    *(
        "(1999)",
        "( 7 )",
        "7",
        "3 4 5",
        "5-year-old",
        "May 5, 2010",
        "1. ",
        "# ",
        "- ",
        "`x5`",
        "**8**th",
        "é𝟗",
    ),
    *(
        "https://port.example/3",
        "www.quay.example",
        " (see 4)",
        "“",
        "”",
        "|2|",
        "```\n9\n```\n",
        "&amp; 6",
        "\r\n",
        "said Ann Lee",
        "of the old town",
        "in",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join)
FORMATS = st.sampled_from(["text", "markdown"])
RATES = st.sampled_from([0.3, 1.0])


def restored(damaged: Gold) -> str:
    """Put back what was removed."""
    text = damaged.text
    for gap in reversed(damaged.gaps):
        text = text[: gap.start] + gap.removed + text[gap.end :]
    return text


@given(TEXTS, st.sampled_from(UNTIDIED), FORMATS, RATES, st.booleans())
def test_putting_back_what_was_removed_restores_the_text(
    text: str,
    mode: str,
    format_name: str,
    rate: float,
    one: bool,  # noqa: FBT001  # Hypothesis passes arguments by position
) -> None:
    damaged = mutate(text, mode, rate=rate, one=one, format=format_name)
    assert restored(damaged) == text


@given(TEXTS, st.sampled_from(TIDIED), FORMATS, RATES, st.booleans())
def test_tidied_text_differs_by_what_was_removed_and_blanks_only(
    text: str,
    mode: str,
    format_name: str,
    rate: float,
    one: bool,  # noqa: FBT001  # Hypothesis passes arguments by position
) -> None:
    damaged = mutate(text, mode, rate=rate, one=one, format=format_name)
    assert re.sub(r"[ \t]", "", restored(damaged)) == re.sub(r"[ \t]", "", text)


@given(TEXTS, st.sampled_from(list(MODES)), FORMATS, RATES)
def test_gaps_are_in_order_and_in_bounds(text: str, mode: str, format_name: str, rate: float) -> None:
    damaged = mutate(text, mode, rate=rate, format=format_name)
    offsets = [offset for gap in damaged.gaps for offset in (gap.start, gap.end)]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(damaged.text) for offset in offsets)
    assert all(gap.removed for gap in damaged.gaps)
    if mode != "links":
        assert all(len(damaged.text[gap.start : gap.end]) < len(gap.removed) for gap in damaged.gaps)


@given(TEXTS, st.sampled_from(list(MODES)), FORMATS)
def test_at_rate_0_nothing_changes(text: str, mode: str, format_name: str) -> None:
    damaged = mutate(text, mode, rate=0, format=format_name)
    assert (damaged.text, damaged.gaps) == (text, ())


@given(TEXTS, st.sampled_from(list(MODES)))
def test_one_deletes_one_value_that_is_no_list_number(text: str, mode: str) -> None:
    counted = [gap for gap in mutate(text, mode).gaps if gap.kind != LIST_NUMBER]
    one = mutate(text, mode, one=True, rate=0)
    assert len(one.gaps) == min(len(counted), 1)
    assert all(gap.kind != LIST_NUMBER for gap in one.gaps)


@pytest.mark.parametrize(
    ("sound", "removed", "kind"),
    [
        ("The 10th bridge opened.", "10th", "ordinal"),
        ("The 21st-century town hall.", "21st-century", "ordinal"),
        ("Songs of the 1980s.", "1980s", "decade"),
        ("Songs of the ’80s.", "80s", "decade"),
        ("Rents rose 5.3 percent.", "5.3", "percent"),
        ("Rents rose 5.3 per cent.", "5.3", "percent"),
        ("Rents rose 5.3%.", "5.3%", "percent"),
        ("Rents rose 5 %.", "5", "percent"),
        ("It cost $1.5 million.", "$1.5", "amount"),
        ("It cost 250€ to mend.", "250€", "amount"),
        ("It cost 20 dollars.", "20", "amount"),
        ("It cost 20 million dollars.", "20", "amount"),
        ("It sold 3.5 million tickets.", "3.5", "magnitude"),
        ("A debt of 3.5bn.", "3.5bn", "magnitude"),
        ("The 35-year-old captain.", "35-year-old", "age"),
        ("He is 35 years old.", "35", "age"),
        ("He died aged 81.", "81", "age"),
        ("Anna Marsh, 42, of Leeds.", "42", "age"),
        ("The ferry sails at 5:30.", "5:30", "time"),
        ("The ferry sails at 5 p.m. daily.", "5", "time"),
        ("The ferry sails at 5pm.", "5pm", "time"),
        ("The ferry sails at 5.30pm.", "5.30pm", "time"),
        ("The ferry sails at 6 o’clock.", "6", "time"),
        ("It opened on May 5.", "5", "date"),
        ("It opened on 5 May.", "5", "date"),
        ("It opened on the 5th of May.", "5th", "date"),
        ("It closes from June 3-5.", "3-5", "date"),
        ("It opened on 2019-05-17.", "2019-05-17", "date"),
        ("It opened on 17.05.2019.", "17.05.2019", "date"),
        ("It opened in 1999.", "1999", "year"),
        ("In 2010 prices fell.", "2010", "year"),
        ("The 2019-20 season.", "2019-20", "year"),
        ("It drew 2000 people.", "2000", "count"),
        ("It drew 1500 visitors.", "1500", "count"),
        ("The quay is 1500 metres long.", "1500", "measure"),
        ("A 12-mile walk.", "12-mile", "measure"),
        ("It weighs 12kg.", "12kg", "measure"),
        ("It closed for 12 weeks.", "12", "measure"),
        ("It froze at -5°C.", "-5°C", "measure"),
        ("A mile is 5280 ft long.", "5280", "measure"),
        ("See chapter 12.", "12", "reference"),
        ("Bus No. 12 stops there.", "12", "reference"),
        ("They won 3-1 at home.", "3-1", "range"),
        ("Pick 10–12 apples.", "10–12", "range"),
        ("An F-16 flew over.", "F-16", "name"),
        ("The G20 met there.", "G20", "name"),
        ("It drew 15 boats.", "15", "count"),
        ("It drew 3,500 boats.", "3,500", "count"),
        ("Spent: (15)", "15", "count"),
    ],
)
def test_kinds(sound: str, removed: str, kind: str) -> None:
    assert [(gap.removed, gap.kind) for gap in mutate(sound, "numbers").gaps] == [(removed, kind)]


@pytest.mark.parametrize(
    ("mode", "sound", "damaged"),
    [
        ("digits", "The 10th pier cost $1.5 million.", "The th pier cost $. million."),
        ("digits-tidied", "A total of 12 seats.", "A total of seats."),
        ("digits-tidied", "Ann Marsh, aged 42, of Leeds.", "Ann Marsh, aged, of Leeds."),
        ("digits-tidied", "12 boats sank.", "boats sank."),
        ("digits-tidied", "  12 boats sank.", "  boats sank."),
        ("digits-tidied", "It sank in 1912", "It sank in"),
        ("digits-tidied", "It sank in 1912\r\nand rose", "It sank in\r\nand rose"),
        ("digits-tidied", "Boats 1 2 3 sank.", "Boats sank."),
        ("digits-tidied", "Boats 1 2 3.", "Boats."),
        ("digits-tidied", "The walk (5 km) is long.", "The walk (km) is long."),
        ("digits-tidied", "Two  spaces, 7 boats , far.", "Two  spaces, boats , far."),
        ("digits-tidied", "It rose\t7\tpoints.", "It rose\tpoints."),
        ("numbers", "The 10th pier cost $1.5 million.", "The pier cost million."),
        ("numbers", "The 35-year-old captain.", "The captain."),
        ("measures", "It cost $1.5 million in 1999.", "It cost in."),
        ("measures", "A plot of 5 km2 was sold.", "A plot of was sold."),
        ("measures", "It held 5 million people.", "It held people."),
        ("dates", "On May 5, 2010, 12 boats sank.", "On May , , 12 boats sank."),
        ("links", "See https://quay.example/a?b=1. Or www.pier.example!", "See . Or !"),
        ("parentheses", "The pier (built in 1912) sank.", "The pier () sank."),
        ("digits", "See https://quay.example/17 for 3 more.", "See https://quay.example/17 for  more."),
        ("names", "She met Ann de Vries, and left.", "She met, and left."),
        ("names", "In June the talks in New York failed.", "In June the talks in failed."),
        ("names", "It sank. Ann Marsh said so; Ann knew.", "It sank. said so; Ann knew."),
        ("names", "The French town, The Hague and he.", "The French town, and he."),
        ("nouns", "The old pier of the town was sold.", "The of the was sold."),
        ("nouns", "It is the pier that he sold.", "It is the that he sold."),
        ("phrases", "He fled to the old town, by boat and on foot.", "He fled to, by and on."),
        ("phrases", "It was built with care", "It was built with care"),
        ("units", "It rose 5 percent, or 3 km, in 2 years.", "It rose 5, or 3, in 2."),
        ("units", "It cost 5 million euros and 12%.", "It cost 5 million and 12."),
    ],
)
def test_modes(mode: str, sound: str, damaged: str) -> None:
    assert mutate(sound, mode).text == damaged


@pytest.mark.parametrize("marker", ["(1) ", "2.1. ", "1) ", "1. "])
def test_list_numbers_are_never_counted(marker: str) -> None:
    kinds = {gap.kind for gap in mutate(f"{marker}Mend the pier.\n", "digits").gaps}
    assert kinds <= {LIST_NUMBER}


def test_markup_and_code_are_left_alone() -> None:
    source = (
        "---\nyear: 1999\n---\n\n# 7 piers\n\nSee [pier 8](pier-9.html), `x10`, **11**th.\n\n```\n12\n```\n"
    )
    expected = source.replace("7", "").replace("pier 8", "pier ")
    assert mutate(source, "digits", format="markdown").text == expected


def test_what_is_deleted_hangs_on_seed_and_name_only() -> None:
    text = "".join(f"Pier {number} sank. " for number in range(100, 200))
    first = mutate(text, "digits", rate=0.05, seed=3, name="a")
    assert first == mutate(text, "digits", rate=0.05, seed=3, name="a")
    assert [gap.removed for gap in first.gaps] == ["131", "152", "155", "156", "191"]
    others = {
        mutate(text, "digits", rate=0.05, seed=seed, name=name).text for seed, name in ((4, "a"), (3, "b"))
    }
    assert len(others | {first.text}) == 3


@pytest.mark.parametrize("rate", [0.25, 0.75])
def test_rate_is_the_share_that_is_deleted(rate: float) -> None:
    damaged = mutate("Pier 12 sank. " * 2000, "digits", rate=rate)
    assert len(damaged.gaps) == pytest.approx(2000 * rate, rel=0.1)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"mode": "digit"}, "unknown mode 'digit': use one of digits, "),
        ({"mode": "digits", "rate": 1.5}, "rate 1.5: use a share from 0 to 1"),
        ({"mode": "digits", "rate": float("nan")}, "rate nan: "),
        ({"mode": "digits", "format": "odt"}, "unknown format 'odt': use one of "),
    ],
)
def test_wrong_options_name_the_way_out(options: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        mutate("Pier 12", **options)  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize(
    "piece", ["word 15 ", "a", "-", "1.", "1,", "5", "www.", "(1 ", "http://.", "1 ", " ", "⟦1"]
)
@pytest.mark.parametrize("mode", ["measures", "digits-tidied", "units"])
def test_long_text_takes_linear_time(piece: str, mode: str) -> None:
    start = time.process_time()
    mutate(piece * (100_000 // len(piece)), mode)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "piece", ["Ann ", "J. ", "Ann de ", "a", "A", "an ", "of ", "old ", "of the old ", "’s", "-"]
)
@pytest.mark.parametrize("mode", ["names", "nouns", "phrases"])
def test_long_text_without_words_to_delete_takes_linear_time(piece: str, mode: str) -> None:
    start = time.process_time()
    mutate("a " + piece * (100_000 // len(piece)), mode)
    assert time.process_time() - start < 5
