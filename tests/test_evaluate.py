from __future__ import annotations

import json
import time

import pytest

from textcheck.evaluate import Rate, Share, Tally
from textcheck.finding import Finding
from textcheck.gold import LIST_NUMBER, Gap, Gold, read
from textcheck.source import SourceError


def finding(start: int, end: int, rule: str = "dropped-value") -> Finding:
    return Finding(rule, "gaps", "error", start, end, 1, 1, 1, 1, "m", "w", "", 0, 0.9)


def tally(findings: list[Finding], gaps: list[Gap], words: int = 100) -> Tally:
    result = Tally()
    result.add(findings, gaps, words=words, verdict="warn")
    return result


@pytest.mark.parametrize(
    ("span", "gap", "found"),
    [
        ((4, 8), (6, 6), True),
        ((4, 8), (8, 8), True),
        ((4, 8), (9, 9), True),
        ((4, 8), (10, 10), False),
        ((4, 8), (3, 3), True),
        ((4, 8), (2, 2), False),
        ((4, 8), (0, 20), True),
        ((4, 8), (0, 3), True),
        ((4, 8), (0, 2), False),
    ],
)
def test_a_gap_is_found_within_the_tolerance(
    span: tuple[int, int], gap: tuple[int, int], *, found: bool
) -> None:
    result = tally([finding(*span)], [Gap(*gap, "count")])
    assert (result.recall.hits, result.precision.hits) == (found, found)
    assert result.false_alarms.events == (not found)


def test_figures_by_kind_and_rule() -> None:
    findings = [finding(0, 4, "a"), finding(3, 9, "b"), finding(50, 55, "b"), finding(60, 61, "c")]
    gaps = [Gap(2, 2, "year"), Gap(8, 8, "count"), Gap(20, 22, "count")]
    result = tally(findings, gaps)
    assert (result.recall, result.precision) == (Share(2, 3), Share(2, 4))
    assert (result.gaps, result.found) == ({"year": 1, "count": 2}, {"year": 1, "count": 1})
    assert result.rules == ["a", "b", "c"]
    assert [result.rule_recall(rule) for rule in "abc"] == [Share(1, 3), Share(2, 3), Share(0, 3)]
    assert [result.rule_precision(rule) for rule in "abc"] == [Share(1, 1), Share(1, 2), Share(0, 1)]


def test_a_list_number_is_neither_asked_for_nor_punished() -> None:
    gaps = [Gap(5, 5, LIST_NUMBER), Gap(30, 30, LIST_NUMBER)]
    result = tally([finding(4, 6)], gaps)
    assert (result.recall, result.precision) == (Share(0, 0), Share(0, 0))
    assert result.false_alarms.events == 0


def test_findings_in_a_sound_text_are_false_alarms() -> None:
    result = tally([finding(4, 6)], [], words=20_000)
    result.add([], [], words=30_000, verdict="pass")
    assert result.false_alarms.value == pytest.approx(0.2)
    assert result.verdicts == {"warn": 1, "pass": 1}


def test_nested_findings_are_all_seen() -> None:
    result = tally(
        [finding(0, 90, "long"), finding(10, 12, "short"), finding(95, 99, "late")], [Gap(80, 80, "year")]
    )
    assert result.found_by_rule == {"long": 1}


def test_intervals_are_the_published_ones() -> None:
    # Wilson's for 8 of 10, and Garwood's for 0 and 10 events, as printed in tables of both.
    assert Share(8, 10).interval() == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert Rate(0, 10_000).interval() == pytest.approx((0, 3.6889), abs=1e-4)
    assert Rate(10, 10_000).interval() == pytest.approx((4.7954, 18.3904), abs=1e-4)


def test_of_nothing_there_is_no_figure() -> None:
    nothing = Tally().to_dict()
    assert nothing["recall"] == {"hits": 0, "total": 0, "value": None, "interval": None}
    assert nothing["false_alarms_per_10000_words"]["value"] is None
    assert nothing["false_alarms_per_10000_words"]["interval"] is None


def test_many_gaps_and_findings_take_no_quadratic_time() -> None:
    places = range(0, 300_000, 10)
    start = time.process_time()
    result = tally(
        [finding(place, place + 3) for place in places], [Gap(place, place, "count") for place in places]
    )
    assert time.process_time() - start < 5
    assert result.recall.value == 1


def test_a_record_survives_writing_and_reading() -> None:
    gold = Gold("a/é", "In \ud800 , \U0001f6a2.", "markdown", (Gap(3, 3, "year", "1999"), Gap(5, 6, "date")))
    line = gold.to_json("digits")
    assert line.isascii()
    assert list(read([line.encode()], "gold.jsonl")) == [gold]


def test_only_the_text_is_needed() -> None:
    lines = [
        '\ufeff{"text": "a"}\r\n',
        "\n",
        '{"text": "b", "id": 7, "gaps": [{"start": 1, "end": 1, "kind": "x"}]}',
    ]
    assert list(read([line.encode() for line in lines], "g.jsonl")) == [
        Gold("g.jsonl:1", "a"),
        Gold("7", "b", gaps=(Gap(1, 1, "x"),)),
    ]


GAP = {"start": 0, "end": 1, "kind": "year"}


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (b"{", "not valid JSON"),
        (b'{"text": "\xff"}', "not valid UTF-8 at byte 10"),
        (b"[" * 100_000, "not readable as JSON"),
        (b"1" * 5000, "not readable as JSON"),
        ([], "not a record"),
        ({}, 'has no "text"'),
        ({"text": 1}, 'has no "text"'),
        ({"text": "ab", "format": "odt"}, 'unknown "format"'),
        ({"text": "ab", "format": []}, 'unknown "format"'),
        ({"text": "ab", "id": True}, '"id" is True'),
        ({"text": "ab", "gaps": {}}, '"gaps" is {}'),
        ({"text": "ab", "gaps": [3]}, "gap 3 is no object"),
        ({"text": "ab", "gaps": [GAP | {"start": 0.5}]}, 'gap has no integer as "start"'),
        ({"text": "ab", "gaps": [GAP | {"end": True}]}, 'gap has no integer as "end"'),
        ({"text": "ab", "gaps": [GAP | {"end": 3}]}, "gap 0–3 is outside of the text"),
        ({"text": "ab", "gaps": [GAP | {"start": 2}]}, "gap 2–1 is outside of the text"),
        ({"text": "ab", "gaps": [GAP | {"kind": ""}]}, 'gap 0–1 has no "kind"'),
        ({"text": "ab", "gaps": [GAP | {"removed": 7}]}, 'gap 0–1 has no string as "removed"'),
    ],
)
def test_a_broken_record_names_its_line_and_the_rest_is_read(record: object, message: str) -> None:
    broken = record if isinstance(record, bytes) else json.dumps(record).encode()
    first, error, last = read([b'{"text": "a"}', broken, b'{"text": "c"}'], "gold.jsonl")
    assert isinstance(error, SourceError)
    assert str(error).startswith(f"gold.jsonl:2: {message}")
    assert "\n" not in str(error)
    assert (first, last) == (Gold("gold.jsonl:1", "a"), Gold("gold.jsonl:3", "c"))
