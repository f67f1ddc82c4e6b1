from __future__ import annotations

import random
import zlib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from textcheck import registry
from textcheck.relax import relax
from textcheck.relaxed import FILE, pack
from textcheck.rule import Pattern
from textcheck.scan import expression_of, is_in_blocks
from textcheck.syntax import NotRelaxableError

if TYPE_CHECKING:
    from textcheck.rule import Rule

re2 = pytest.importorskip("re2", reason="RE2 is not installed")

EXPRESSIONS = [
    expression
    for rule in registry.rules().values()
    for shape in [rule.definition.shape]
    for expression in [shape.regex if isinstance(shape, Pattern) else shape.anchor]
    if expression is not None
]
PIECES = sorted(
    {
        piece
        for rule in registry.rules().values()
        for case in rule.definition.cases
        for piece in regex.findall(r"\s+|\w+|[^\w\s]", case.text)
    }
)


def loose(expression: str, *, in_blocks: bool = False) -> Any:  # noqa: ANN401  # re2 has no types
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    return re2.compile(relax(expression, in_blocks=in_blocks).encode("ascii"), options)


BEYOND_ASCII = st.characters(min_codepoint=0x80, exclude_categories=["Cs"])


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"th", r"th"),
        (r"\bth\b", r"(?:\A|[^0-9A-Z_a-z])th(?:\z|[^0-9A-Z_a-z])"),
        (r"(?<=the )th(?= year)", r"the\x20th\x20year"),
        (r"(?<![\w-])th(?![\w-])", r"(?:\A|[^\x2d0-9A-Z_a-z])th(?:\z|[^\x2d0-9A-Z_a-z])"),
        (r"a(?=b)(?!c)d", r"ad"),
        (r"(?x) a b # no c", r"ab"),
        (r"(?i:K)", r"(?:[Kk]|[\xe2][\x84][\xaa])"),
        (r"[^\w’]", r"(?:[\x00-\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f]|[\x80-\xff]+)"),
        (r"[’'-]s", r"(?:[\x27\x2d]|[\xe2][\x80][\x99])s"),
        (r"[а-я]", r"(?:[\xd0][\xb0-\xbf]|[\xd1][\x80-\x8f])"),
        (r"\w+é", r"[0-9A-Z_a-z\x80-\xff]+[\xc3][\xa9]"),
        (r"(?P<q>a(?=b))(?P=q)", r"a(?:a){1,1}"),
        (r"a{2,40}", r"(?:a){2,}"),
        (r"x++", r"(?:x)+"),
        (r"(?:(?<=a)|^)b", r"(?:a|\A)b"),
    ],
)
def test_what_cannot_be_said_is_left_out(expression: str, expected: str) -> None:
    assert relax(expression) == expected
    loose(expression)


@pytest.mark.parametrize("expression", [r"(", r"a)", r"\1", r"[[:alpha:]]", r"(?(1)a)", r"\X", r"a{", "*a"])
def test_what_is_not_understood_is_said(expression: str) -> None:
    with pytest.raises(NotRelaxableError):
        relax(expression)


@pytest.mark.parametrize("rule", registry.rules().values(), ids=lambda rule: rule.name)
def test_the_pattern_of_every_rule_is_understood(rule: Rule) -> None:
    shape = rule.definition.shape
    expression = shape.regex if isinstance(shape, Pattern) else shape.anchor
    if expression is not None:
        loose(expression)


@pytest.mark.parametrize("rule", registry.rules().values(), ids=lambda rule: rule.name)
def test_nothing_is_missed_in_a_case(rule: Rule) -> None:
    shape = rule.definition.shape
    expression = shape.regex if isinstance(shape, Pattern) else shape.anchor
    if expression is None:
        return
    strict, relaxed = regex.compile(expression), loose(expression)
    for case in rule.definition.cases:
        assert not strict.search(case.text) or relaxed.search(case.text.encode()), case.text


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=12).map("".join))
def test_nothing_is_missed_in_any_text(text: str) -> None:
    encoded = text.encode(errors="surrogatepass")
    for expression in random.Random(text).sample(EXPRESSIONS, 12):  # noqa: S311  # a repeatable choice, no secret
        if regex.search(expression, text):
            assert loose(expression).search(encoded), expression


@given(st.text("aAbk1 ’é-_İıſK", max_size=6), st.sampled_from("aAbkiI1é_sS"), st.booleans())
def test_case_is_ignored_as_widely(text: str, letter: str, negative: bool) -> None:  # noqa: FBT001  # drawn
    expression = f"(?i)[{'^' if negative else ''}{letter}]|(?i:{letter}b)"
    if regex.search(expression, text):
        assert loose(expression).search(text.encode())


@given(BEYOND_ASCII, BEYOND_ASCII, BEYOND_ASCII)
def test_a_range_holds_exactly_its_characters(one: str, other: str, character: str) -> None:
    low, high = sorted((one, other))
    found = loose(rf"\A[\u{ord(low):04x}-{high}]\Z" if ord(low) < 0x10000 else rf"\A[{low}-{high}]\Z")
    for drawn in (low, high, character):
        assert bool(found.search(drawn.encode())) == (low <= drawn <= high)


def test_the_table_in_the_package_is_up_to_date() -> None:
    found = {
        (expression, is_in_blocks(rule))
        for rule in registry.rules().values()
        if (expression := expression_of(rule))
    }
    packed = files("textcheck").joinpath(FILE).read_bytes()
    assert zlib.decompress(packed) == zlib.decompress(pack(found)), "run python tools/relaxed.py"


@pytest.mark.parametrize(
    "expression", [r"^\w+$", r"(?<![.\s])x", r"(?m)^x$", r"x(?!\s)", r"(?:^|, )x(?=[.,]|$)", r"\Ax\Z"]
)
@pytest.mark.parametrize("text", ["x", "- x\n", "a\n\nx\n\nb", "\u2003x\u2003\nb"])
def test_the_end_of_a_block_may_be_white_space(expression: str, text: str) -> None:
    assert regex.search(expression, "x")
    assert loose(expression, in_blocks=True).search(text.encode())
