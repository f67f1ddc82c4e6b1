"""Damages sound text in known ways, so that recall can be measured on anyone's own archive.

Each mode mimics one way in which pipelines lose content. Every gap is recorded with its place in
the damaged text, the kind of value that stood there, and what it was.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from random import Random
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import regex

from textcheck import formats
from textcheck.gold import LIST_NUMBER, Gap, Gold
from textcheck.vocabulary import (
    ARTICLE,
    BE,
    CONJUNCTION,
    CURRENCY_WORD,
    DEMONSTRATIVE,
    MAGNITUDE,
    MONTH,
    PERCENT,
    PERIOD,
    POSSESSIVE,
    PREPOSITION,
    SPEECH_VERB,
    UNIT,
    WEEKDAY,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from textcheck.document import BlockKind, Document
    from textcheck.finding import Span

UNDAMAGED_KINDS: frozenset[BlockKind] = frozenset({"code", "front-matter"})
"""The kinds of block that nobody reads as text, so that nothing is missed there."""

_MAGNITUDE = rf"{MAGNITUDE}|hundred|bn|mn|tn"
_COUNTED = rf"{PERCENT}|{UNIT}|{PERIOD}|{CURRENCY_WORD}"

# The look-behind keeps the scan linear: a run of word characters is looked at once, from its start.
_CHUNK = (
    r"(?<![\w$£€¥#+−-])[\w$£€¥#+−-]*\d"
    r"(?:[\w$£€¥%°#+−/:.,–-]*[\w$£€¥%°])?"
)
_ADDRESS = r"(?:https?://|\bwww\.)[^\s<>()\[\]\"]*[^\s<>()\[\]\".,;:!?'”’]"
_NUMERAL = regex.compile(rf"(?P<link>{_ADDRESS})|{_CHUNK}")
_LINK = regex.compile(_ADDRESS)
_DIGITS = regex.compile(r"\d+")
_MEASURE = regex.compile(rf"[\s-]?(?:(?:{_MAGNITUDE})\b(?:\s(?:{_COUNTED})\b)?|(?:{_COUNTED})(?!\w)|[%°])")
_PARENTHESIS = regex.compile(r"(?<=\w\s)\([^()\n]{1,80}\)")
_LIST_MARKER = regex.compile(r"^[ \t]*+\(?\d{1,3}(?:\.\d{1,3})*[.)](?=\s)", regex.MULTILINE)

_DETERMINER = f"{ARTICLE}|{POSSESSIVE}|{DEMONSTRATIVE}"
_CLOSED = (
    f"{PREPOSITION}|{CONJUNCTION}|{BE}|{SPEECH_VERB}|has|have|had|will|would|can|could|may|might|must|should"
    "|do|does|did|he|she|it|they|we|you|I|who|which|that|when|where|while|because|if|not"
)
_BEHIND = rf"(?=[.,;:!?)]|\s(?:{_CLOSED})\b)"
"""What follows a phrase: a mark, or a word that begins the next one."""

_CONTENT_WORD = rf"(?!(?:{_CLOSED}|{_DETERMINER})\b)\p{{L}}+(?:[’'-]\p{{L}}+)*+(?![\w’'-])"
_CONTENT_WORDS = rf"{_CONTENT_WORD}(?:\s{_CONTENT_WORD}){{0,2}}+"
_NAME_WORD = r"\p{Lu}\p{L}+(?:['’-]\p{L}+)*+"
_NAME = regex.compile(
    rf"""(?x) (?: (?<= (?<![\w’]) \p{{Ll}}+ \s ) | (?<=[\d,;]\s)
      | (?: ^ | (?<=[.!?]\s) ) (?= {_NAME_WORD} \s \p{{Lu}} ) (?! (?i:{_CLOSED}|{_DETERMINER}) \b ) )
    (?! (?:{MONTH}|{WEEKDAY}) \b )
    {_NAME_WORD} (?: \s (?:\p{{Lu}}\.\s)* (?: of\s(?:the\s)? | de\s | van\s | von\s )? {_NAME_WORD} ){{0,5}}+
    (?: {_BEHIND} | (?= \s (?: \p{{Ll}}+ed | also|later|still|now|then ) \b ) )""",
    regex.MULTILINE,
)
_NOUN = regex.compile(rf"\b(?i:{_DETERMINER})\s\K{_CONTENT_WORDS}{_BEHIND}")
_OBJECT = regex.compile(rf"\b(?:{PREPOSITION})\s\K(?:(?:{_DETERMINER})\s)?+{_CONTENT_WORDS}{_BEHIND}")
_UNIT = regex.compile(
    rf"\d(?:\s(?:{MAGNITUDE}))?\K[ -]?(?:{PERCENT}|{UNIT}|{PERIOD}|{CURRENCY_WORD}|[%°])(?![\w-])"
)

_LINE_ENDS = frozenset("\r\n")
_OPENING = frozenset("([“‘ \t") | _LINE_ENDS
_CLOSING = frozenset(".,;:!?)]”’") | _LINE_ENDS

_CONTEXT = 30
"""Code points of context on either side of a numeral that tell its kind."""

# The first that matches names the kind; `⟦…⟧` stands for the numeral between its contexts.
_KINDS = tuple(
    (kind, regex.compile(expression))
    for kind, expression in (
        (
            "date",
            (
                rf"\b(?:{MONTH})\.?\s(?:the\s)?⟦\d{{1,2}}(?:st|nd|rd|th)?(?:[-–]\d+)?⟧"
                rf"|⟦\d{{1,2}}(?:[-–]\d+|st|nd|rd|th)?⟧\s(?:of\s)?(?:{MONTH})\b"
                r"|⟦(?:\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{4})⟧"
            ),
        ),
        ("ordinal", r"⟦[\d,]+(?:st|nd|rd|th)(?:-\w+)?⟧"),
        ("decade", r"⟦\d+0s⟧"),
        ("percent", rf"⟦[^⟧]*%⟧|⟧(?:\s?%|[\s-](?:{PERCENT})\b)"),
        ("amount", rf"⟦[^⟧]*[$£€¥]|⟧[\s-](?:(?:{_MAGNITUDE})\s)?(?:{CURRENCY_WORD})\b"),
        ("magnitude", rf"⟧[\s-](?:{_MAGNITUDE})\b|⟦[\d.,]+(?:bn|mn|tn|k)⟧"),
        (
            "age",
            (
                r"⟦\d+-(?:year|month|week|day)s?-olds?⟧|⟧[\s-]years?[\s-](?:old|of age)"
                r"|\b(?:[Aa]ged?|age of)\s⟦|\b\p{Lu}\p{Ll}+,\s⟦[1-9]\d⟧,"
            ),
        ),
        (
            "time",
            (
                r"⟦\d{1,2}[:.]\d\d(?:[ap]m)?⟧\s?(?:[ap]\.?m\b|[AP]M\b)|⟦\d{1,2}:\d\d(?::\d\d)?(?:[ap]m)?⟧"
                r"|⟦\d{1,2}(?:[.]\d\d)?[ap]m⟧|⟧\s?(?:[ap]\.?m\b|[AP]M\b|o['’]clock)"
            ),
        ),
        (
            "measure",
            (
                rf"⟧\s(?:{UNIT}|{PERIOD})(?!\w)|⟦[-+−]?[\d.,]+-?(?:{UNIT}|{PERIOD}|m|g|l)⟧"
                r"|⟦[\d.,]+-(?:\w+-)?\p{L}+⟧|⟦(?:[cdkm]?m|ft|in)[23]⟧"
            ),
        ),
        (
            "reference",
            (
                r"\b(?:Nos?\.|[Aa]rticles?|[Ss]ections?|[Cc]hapters?|[Ff]ig(?:ure|\.)|[Tt]ables?"
                r"|[Rr]esolution|[Pp]ages?|pp?\.)\s⟦"
            ),
        ),
        (
            "year",
            (
                r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter|[Dd]uring)\s⟦(?:1\d|20)\d\d⟧"
                r"|⟦(?:1\d|20)\d\d(?:[-–/]\d+)?⟧(?!\s(?:people|\p{Ll}{4,}s)\b)"
            ),
        ),
        ("range", r"⟦\d[\d.,]*[-–/:]\d[\d.,]*⟧"),
        ("name", r"⟦[^⟧]*\p{L}[^⟧]*⟧"),
    )
)
_COUNT = "count"
_OWN_MARKS = str.maketrans("⟦⟧", "  ")
PROPER_NAME = "proper name"
"""The kind of a deleted name; a numeral with letters, such as “M23”, is of the kind “name”."""

WORD_KINDS = frozenset({PROPER_NAME, "noun", "phrase", "unit"})
"""The kinds of gaps where words stood."""

_DATE_KINDS = frozenset({"date", "decade", "year"})


class _Value(NamedTuple):
    """A value in the sound text, its kind, and the ranges to delete from it."""

    start: int
    end: int
    kind: str
    cuts: tuple[tuple[int, int], ...]


def _numerals(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the range and the kind of each numeral outside of links."""
    marker_ends = {match.end() for match in _LIST_MARKER.finditer(text)}
    for match in _NUMERAL.finditer(text):
        if match["link"] is None:
            start, end = match.span()
            yield start, end, LIST_NUMBER if end + 1 in marker_ends else _kind(text, start, end)


def _kind(text: str, start: int, end: int) -> str:
    before = text[max(start - _CONTEXT, 0) : start].translate(_OWN_MARKS)
    after = text[end : end + _CONTEXT].translate(_OWN_MARKS)
    marked = f"{before}⟦{text[start:end]}⟧{after}"
    return next((kind for kind, expression in _KINDS if expression.search(marked)), _COUNT)


def _digits(text: str) -> Iterator[_Value]:
    for start, end, kind in _numerals(text):
        cuts = tuple(digits.span() for digits in _DIGITS.finditer(text, start, end))
        yield _Value(start, end, kind, cuts)


def _whole(text: str) -> Iterator[_Value]:
    for start, end, kind in _numerals(text):
        yield _Value(start, end, kind, ((start, end),))


def _with_unit(text: str) -> Iterator[_Value]:
    stop = 0
    for start, end, kind in _numerals(text):
        if start < stop:  # the exponent of the unit before it, as in “5 km2”
            continue
        unit = _MEASURE.match(text, end)
        stop = unit.end() if unit else end
        yield _Value(start, stop, kind, ((start, stop),))


def _dates(text: str) -> Iterator[_Value]:
    return (value for value in _digits(text) if value.kind in _DATE_KINDS)


def _parentheses(text: str) -> Iterator[_Value]:
    for match in _PARENTHESIS.finditer(text):
        start, end = match.span()
        yield _Value(start, end, "parenthesis", ((start + 1, end - 1),))


def _matches(pattern: regex.Pattern[str], kind: str) -> Callable[[str], Iterator[_Value]]:
    """Return a function that finds what a pattern matches."""

    def found(text: str) -> Iterator[_Value]:
        return (_Value(*match.span(), kind, (match.span(),)) for match in pattern.finditer(text))

    return found


class Mode(NamedTuple):
    """A way to damage text: what it finds to delete, and whether blanks are tidied afterwards."""

    summary: str
    values: Callable[[str], Iterable[_Value]]
    tidy: bool


MODES: Mapping[str, Mode] = MappingProxyType(
    {
        "digits": Mode("digits deleted, all around them left", _digits, tidy=False),
        "digits-tidied": Mode("digits deleted, blanks tidied", _digits, tidy=True),
        "numbers": Mode("numbers deleted with their affixes, blanks tidied", _whole, tidy=True),
        "measures": Mode("numbers deleted with affixes and unit, blanks tidied", _with_unit, tidy=True),
        "dates": Mode("the digits of dates deleted, all around them left", _dates, tidy=False),
        "links": Mode("the addresses of links deleted", _matches(_LINK, "link"), tidy=False),
        "parentheses": Mode("what stands in parentheses deleted", _parentheses, tidy=False),
        "names": Mode(
            "names within sentences deleted, blanks tidied", _matches(_NAME, PROPER_NAME), tidy=True
        ),
        "nouns": Mode(
            "nouns deleted behind their article, blanks tidied", _matches(_NOUN, "noun"), tidy=True
        ),
        "phrases": Mode(
            "what prepositions govern deleted, blanks tidied", _matches(_OBJECT, "phrase"), tidy=True
        ),
        "units": Mode("units deleted behind their number, blanks tidied", _matches(_UNIT, "unit"), tidy=True),
    }
)
"""Every mode by name."""


def mutate(  # noqa: PLR0913  # the options, all by keyword
    text: str,
    mode: str,
    *,
    rate: float = 1.0,
    one: bool = False,
    seed: int = 0,
    name: str = "",
    format: str = "text",  # noqa: A002  # named as in check
) -> Gold:
    """Damage a text where it is prose; markup, code and front matter are left alone.

    Args:
        text: sound text.
        mode: a key of `MODES`.
        rate: the share of values to delete, 0 to 1.
        one: delete exactly one value, if there is any, whatever `rate` says; never a list number.
        seed: with `name`, decides which values are deleted; the same on every platform.
        name: the name of the text.
        format: a key of `textcheck.formats.PARSERS`.

    Returns:
        The damaged text and its gaps; offsets are code points into the damaged text. Where blanks
        are not tidied, putting each gap's `removed` in the place of its range restores the text.

    Raises:
        ValueError: the mode or the format is unknown, or the rate is no share.
    """
    if mode not in MODES:
        raise ValueError(f"unknown mode {mode!r}: use one of {', '.join(MODES)}")
    if not 0 <= rate <= 1:
        raise ValueError(f"rate {rate!r}: use a share from 0 to 1")
    document = formats.parse(text, format)
    # Only the sequence of `random()` is promised to stay the same in every version of Python.
    chooser = Random(zlib.crc32(f"{seed}/{name}".encode("utf-8", "surrogatepass")))  # noqa: S311  # repeatable, no secret
    values = list(_in_source(document, MODES[mode].values(document.prose)))
    if one:
        counted = [value for value in values if value.kind != LIST_NUMBER]
        values = [counted[int(chooser.random() * len(counted))]] if counted else []
    else:
        values = [value for value in values if chooser.random() < rate]
    cuts = [cut for value in values for cut in value.cuts]
    kept = _kept(text, cuts, tidy=MODES[mode].tidy)
    return Gold(name, "".join(text[start:end] for start, end in kept), format, _gaps(text, kept, values))


def _in_source(document: Document, values: Iterable[_Value]) -> Iterator[_Value]:
    """Map values from the prose to the source, less those in code and those that markup runs through."""
    blocks = [block for block in document.blocks if block.kind not in UNDAMAGED_KINDS]
    starts = [block.start for block in blocks]
    for value in values:
        index = bisect_right(starts, value.start) - 1
        if index < 0 or value.end > blocks[index].end:
            continue
        span = document.source_span(value.start, value.end)
        if document.source[span.start : span.end] == document.prose[value.start : value.end]:
            yield _moved(value, span)


def _moved(value: _Value, span: Span) -> _Value:
    shift = span.start - value.start
    return _Value(
        span.start, span.end, value.kind, tuple((start + shift, end + shift) for start, end in value.cuts)
    )


def _kept(text: str, cuts: Sequence[tuple[int, int]], *, tidy: bool) -> list[tuple[int, int]]:
    """Return what is left of `text`: the non-empty ranges between the cuts, less the blanks to tidy."""
    kept: list[tuple[int, int]] = []
    position = 0
    for number, (start, end) in enumerate((*cuts, (len(text), len(text)))):
        if tidy and number:
            position = _tidy(text, kept, position, start)
        if position < start:
            kept.append((position, start))
        position = end
    return kept


def _tidy(text: str, kept: list[tuple[int, int]], position: int, stop: int) -> int:
    """Drop blanks at a hole as a tidy writer would: none before a stop, none doubled, none at the start.

    Args:
        text: the sound text.
        kept: the ranges before the hole; blanks at the end of the last one may be dropped.
        position: where the text goes on after the hole.
        stop: where the next hole begins.

    Returns:
        Where the text goes on after the blanks that are dropped behind the hole.
    """
    inked = stop - len(text[position:stop].lstrip(" \t"))
    if inked == len(text) or (inked < stop and text[inked] in _CLOSING):
        if kept and text[kept[-1][1] - 1] in " \t":
            start, end = kept.pop()
            end = start + len(text[start:end].rstrip(" \t"))
            kept += [(start, end)] if start < end else []
        return inked
    if not kept or text[kept[-1][1] - 1] in _OPENING:
        return inked
    return position


def _gaps(text: str, kept: Sequence[tuple[int, int]], values: Iterable[_Value]) -> tuple[Gap, ...]:
    starts = [start for start, _ in kept]
    lengths = [0]
    for start, end in kept:
        lengths.append(lengths[-1] + end - start)

    def moved(offset: int) -> int:
        index = bisect_right(starts, offset) - 1
        return lengths[index] + min(offset, kept[index][1]) - kept[index][0] if index >= 0 else 0

    return tuple(
        Gap(moved(value.start), moved(value.end), value.kind, text[value.start : value.end])
        for value in values
    )
