from __future__ import annotations

import random

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from textcheck import registry
from textcheck.cues import MOST_STRINGS, cues, glance
from textcheck.formats import parse
from textcheck.scan import Sieve, expression_of, is_in_blocks
from textcheck.syntax import NotRelaxableError

pytest.importorskip("ahocorasick_rs", reason="ahocorasick_rs is not installed")

RULES = tuple(registry.rules().values())
PIECES = sorted(
    {
        piece
        for rule in RULES
        for case in rule.definition.cases
        for piece in regex.findall(r"\s+|\w+|[^\w\s]", case.text)
    }
)


def is_cued(expression: str, text: str) -> bool:
    found = cues(expression)
    if found is None:
        return True
    seen = glance(text)
    return any(string.encode() in seen.folded for string in found.strings) or any(
        low <= ord(one) <= high for one in seen.characters for low, high in found.characters
    )


@pytest.mark.parametrize(
    ("expression", "text", "expected"),
    [
        (r"\bthe\s+(?:nd|rd)\b", "In the\n nd year", True),
        (r"\bthe\s+(?:nd|rd)\b", "in the 2nd year, the need", False),
        (r"(?i)LOREM IPSUM", "lorem  Ipsum", True),
        (r"\{\{\w+\}\}", "a {{name}}", True),
        (r"\{\{\w+\}\}", "a {name}", False),
        (r"\d{4}\s+sheep", "12 Sheep", True),
        (r"(?i)\d{4}\s+sheep", "1234\u00a0Sheep", True),
        (r"(?<=\bzebra\s)\w+", "the zebra ran", True),
        (r"zebra(?!s)", "the zebra ran", True),
        (r"zebra$", "the zebra\n\nran", True),
        (r"^zebra", "- zebra", True),
        (r"(?:zebra|gnu) (?:very )?\w+ stripes", "the gnu has no stripes", True),
        (r"[\u0300-\u036f]", "e\u0301", True),
        (r"[\u0300-\u036f]", "é", False),
        (r"x{3,}", "a xxxx b", True),
        (r"zebra’s", "the zebra’s stripes", True),
        (r"(?i:K)elvin zebra", "\u212aelvin zebra", True),
    ],
)
def test_a_text_in_which_a_pattern_may_be_found_has_a_cue(
    expression: str, text: str, *, expected: bool
) -> None:
    assert is_cued(expression, text) == expected


@pytest.mark.parametrize("expression", [r"the", r"\w+", r",\s", r"[^a]", r"(?:zebra)?", r"\s{2,}"])
def test_what_is_in_nearly_any_text_has_no_cues(expression: str) -> None:
    assert cues(expression) is None


def test_what_is_not_understood_is_said() -> None:
    with pytest.raises(NotRelaxableError):
        cues(r"(?(1)a)")


def test_cues_are_few() -> None:
    (found,) = {cues("".join(f"(?:{letter}|x{letter})" for letter in "qzjvkbwqzjvkbw"))}
    assert found is None or len(found.strings) <= MOST_STRINGS


@given(st.text(st.sampled_from(" \n\u00a0\u2009aZß’é0٣,.-_\0\x01\x1c\ud800😀"), max_size=30))
def test_folding_keeps_words_apart(text: str) -> None:
    folded = glance(text).folded
    assert folded.startswith(b" ")
    assert folded.endswith(b" ")
    assert b"  " not in folded.strip(b" ")
    assert b"00" not in folded


def test_rules_have_a_cue_where_their_patterns_match() -> None:
    sieve = Sieve(RULES)
    chooser = random.Random(7)  # noqa: S311  # texts, not secrets
    texts = [case.text for rule in RULES for case in rule.definition.cases]
    texts += ["".join(chooser.choices(PIECES, k=60)) for _ in range(300)]
    patterns = [
        (index, rule, regex.compile(x)) for index, rule in enumerate(RULES) if (x := expression_of(rule))
    ]
    for text in texts:
        cued = sieve.cued(text)
        document = parse(text)
        blocks = [document.text(block) for block in document.blocks]
        for index, rule, pattern in patterns:
            if index not in cued:
                looked_at = blocks if is_in_blocks(rule) else [text]
                assert not any(pattern.search(one) for one in looked_at), (rule.name, text)
