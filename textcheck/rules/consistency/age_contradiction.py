"""Age or anniversary that the two years beside it do not allow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.consistency._context import discussed, shown
from textcheck.rules.consistency._dates import DAY, MONTH
from textcheck.rules.consistency._numbers import NUMBER, ORDINAL, ordinal_value, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.finding import Span
    from textcheck.rule import Match

_YEAR: Final = r"(?<![\d$£€,.#-])(?:1\d|20)\d\d(?!\d|[.,]\d|s\b|\s?(?:B\.?C|%))"
_DATED: Final = rf"(?:(?:\d{{1,2}}\s+)?{MONTH}\s+(?:{DAY},?\s+)?)?"
_WHEN: Final = rf"(?:in|on)\s+(?:the\s+(?:spring|summer|autumn|fall|winter)\s+of\s+)?{_DATED}"
_BIT: Final = r"[^\s.;:()\d]+"
_SAME_CLAUSE: Final = (
    r"(?!(?:and|but|then|before|after|when|while|who|where|later|which|whose|until|since|had|served)\b)"
)

_LIFE: Final = lazy(
    rf"\((?:born\s+)?{_DATED}(?P<begin>{_YEAR})\s?[-–—]\s?(?:died\s+)?{_DATED}(?P<end>{_YEAR})\)"
)
_BORN: Final = lazy(
    rf"(?:\b[Bb]orn(?:\s+{_BIT}){{0,8}}?\s+{_WHEN}|\((?:born|b\.)\s*{_DATED})(?P<begin>{_YEAR})"
)
_FOUNDED: Final = lazy(
    r"\b(?i:founded|established|opened|built|created|launched|formed|incorporated|set\s+up|started|published"
    r"|premiered|married|wed|inaugurated|completed|organi[sz]ed|chartered|unveiled)"
    rf"(?:\s+{_BIT}){{0,8}}?\s+{_WHEN}(?P<begin>{_YEAR})"
)
_DIED: Final = lazy(
    rf"\b(?:died|passed\s+away|killed|murdered|drowned)(?:\s+{_SAME_CLAUSE}{_BIT}){{0,8}}?\s+{_WHEN}"
    rf"(?P<end>{_YEAR})"
)

_NUMBER: Final = rf"(?P<age>{NUMBER})(?!\s+(?:days|weeks|months|hours|minutes)\b)"
_OLD: Final = rf"{_NUMBER}(?:\s+years?(?:\s+(?:old|of\s+age))?)?"
_AGED: Final = rf"(?:aged|at\s+(?:the\s+)?(?:[a-z]+\s+)?age(?:\s+of)?)\s+{_OLD}"
_AGES: Final = tuple(
    lazy(expression)
    for expression in (
        rf"(?P<end>{_YEAR}),?\s+\(?(?:{_SAME_CLAUSE}{_BIT}\s+){{0,6}}?(?P<span>{_AGED})",
        rf"(?P<span>{_AGED})\)?,?\s+(?:{_SAME_CLAUSE}{_BIT}\s+){{0,6}}?{_WHEN}(?P<end>{_YEAR})",
        (
            rf"(?P<end>{_YEAR}),?\s+(?P<span>(?:when\s+)?(?:he|she)\s+(?:was|turned)\s+{_OLD}|at\s+{_NUMBER})"
            r"(?=\s*[,.;:)]|\s*$)"
        ),
        (
            rf"(?P<span>\b(?:was|were|turn(?:ed|s)|turning)\s+{_OLD}),?\s+(?:(?:when|at)\s+"
            rf"(?:{_BIT}\s+){{1,7}}?)?"
            rf"{_WHEN}(?P<end>{_YEAR})"
        ),
        (
            rf"(?P<span>\b(?:his|her|their|a)\s+(?P<nth>{ORDINAL})\s+birthday),?\s+"
            rf"(?:{_BIT}\s+){{0,5}}?{_WHEN}"
            rf"(?P<end>{_YEAR})"
        ),
        (
            rf"\b[Ii]n\s+(?P<end>{_YEAR}),?\s+(?:{_BIT}\s+){{1,5}}?(?P<span>turned\s+{_OLD}"
            rf"|(?:his|her)\s+(?P<nth>{ORDINAL})\s+birthday)"
        ),
    )
)
_DEATH_AGE: Final = lazy(
    rf"\b(?:died|dead|death|passed\s+away)\b(?:\s+{_BIT}){{0,8}}?\s+\(?(?P<span>{_AGED}"
    rf"|at\s+{_NUMBER}(?=\s*[,.;)]|\s*$))"
)
_JUBILEE: Final = (
    rf"(?P<span>(?:{_BIT}\s+)?(?P<nth>{ORDINAL})\s+(?:wedding\s+)?(?:anniversary|birthday|jubilee)"
    r"|(?:its|the|their)\s+(?P<nth>(?:bi)?centen(?:ary|nial)))(?!\s+of\s+(?!(?:its|their)\b))"
)
_CELEBRATES: Final = r"(?:celebrat|mark|observ|commemorat)\w*"
_ANNIVERSARIES: Final = tuple(
    lazy(expression)
    for expression in (
        rf"\b{_CELEBRATES}\s+{_JUBILEE},?\s+(?:{_BIT}\s+){{0,6}}?{_WHEN}(?P<end>{_YEAR})",
        rf"\b[IiOo]n\s+{_DATED}(?P<end>{_YEAR}),?\s+(?:{_BIT}\s+){{0,7}}?{_CELEBRATES}\s+{_JUBILEE}",
    )
)
_OTHERS: Final = lazy(
    r"(?i)\b(?:(?:step|grand)?(?:mother|father|parent|son|daughter|child|brother|sister|children)s?|wife"
    r"|husband"
    r"|widow(?:er)?|uncle|aunt|cousin|nephew|niece|twins?|friend|grand\w+|namesake|predecessor|successor)\b"
)
_CONTINUES: Final = lazy(r"(?:He|She|It|They|His|Her|Its|The)\b")

_BEGINS: Final = re.compile(r"[Bb]orn|\(b\.|\d ?[-–—] ?[\w ,.]{0,16}\d{4}\)|annivers|centen|jubilee")
_EVENT: Final = re.compile(
    r"\bage|turn|birthday|annivers|centen|jubilee|died|killed|passed|murdered|drowned| was | at \d"
)
"""Cheap first tests, by the standard library’s faster search."""

_TOLERANCE: Final = 1
"""Years by which an age may be off, on either side of what birthdays allow."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    if not (_BEGINS.search(text) and _EVENT.search(text)):
        return
    spans = document.sentences(block)
    texts = [document.prose[span.start : span.end] for span in spans]
    for index, text in enumerate(texts):
        following = texts[index + 1] if index + 1 < len(texts) else ""
        scope = [(spans[index], text)]
        if _CONTINUES.match(following):
            scope.append((spans[index + 1], following))
        yield from _persons(text, scope)
        yield from _bodies(text, scope)


def _persons(text: str, scope: list[tuple[Span, str]]) -> Iterator[Hit]:
    lives, births = list(_LIFE.finditer(text)), list(_BORN.finditer(text))
    if len(lives or births) != 1 or len(births) > 1:
        return
    begin = int((lives or births)[0]["begin"])
    if lives:
        end = int(lives[0]["end"])
        for span, words in scope:
            for match in _DEATH_AGE.finditer(words):
                yield from _verdict(match, span, words, begin, end)
    for span, words in scope:
        if words is not text and (_BORN.search(words) or _LIFE.search(words)):
            continue
        if not lives:
            yield from _too_early(span, words, begin)
        for pattern in _AGES:
            for match in pattern.finditer(words):
                yield from _verdict(match, span, words, begin, int(match["end"]))


def _too_early(span: Span, words: str, begin: int) -> Iterator[Hit]:
    match = _DIED.search(words)
    if match and int(match["end"]) < begin and not discussed(words):
        start = span.start + match.start()
        yield Hit(start, span.start + match.end(), f"A death in {match['end']} and a birth in {begin}")


def _bodies(text: str, scope: list[tuple[Span, str]]) -> Iterator[Hit]:
    founded = list(_FOUNDED.finditer(text))
    if len(founded) != 1:
        return
    for span, words in scope:
        for pattern in _ANNIVERSARIES:
            for match in pattern.finditer(words):
                yield from _verdict(match, span, words, int(founded[0]["begin"]), int(match["end"]))


def _verdict(match: Match, span: Span, words: str, begin: int, end: int) -> Iterator[Hit]:
    groups = match.groupdict()
    age = ordinal_value(groups["nth"]) if groups.get("nth") else int(value(groups["age"]))
    passed = end - begin
    # The same year may be named twice, as in “born in 1950 … in 1950, aged 30” of a parent.
    if passed <= 0 or passed - 1 - _TOLERANCE <= age <= passed + _TOLERANCE:
        return
    start, stop = match.span("span")
    if discussed(words) or _OTHERS.search(words, 0, start):
        return
    message = f"“{shown(words[start:stop])}”, but {begin} to {end} is {passed} years"
    yield Hit(span.start + start, span.start + stop, message)


rule = block_function(
    _check,
    why="One of the two years or the age is wrong; look all three up in the source.",
    anchor="|".join(expression.pattern for expression in (_LIFE, _BORN, *_ANNIVERSARIES)),
    confidence=0.9,
    cases=[
        flags("She was born in 1950 in Leeds and died in 2010 [[aged 45]], leaving two sons."),
        flags("Anna Roth (1950–2010), the painter, died of cancer [[at the age of 45]]."),
        flags("The club was founded in 1990 and celebrated [[its 50th anniversary]] in 2015."),
        flags("Born in 1960, he won the cup in 1980 [[at the age of 31]]."),
        flags("He was born on 5 May 1971. He [[turned forty]] in 2001, the year of the flood."),
        flags("Born in Hull in 1980, she [[died in 1950]] in York."),
        flags("The bridge, opened in 1900, marked [[its centenary]] in 1990."),
        flags("Paul Lee (born 3 May 1940) celebrated [[his 80th birthday]] in 2010 with friends."),
        flags("Born in 1950, she [[was 25]] when she was elected in 1999."),
        passes("She was born in 1950 in Leeds and died in 2010 aged 59, leaving two sons."),
        passes("Anna Roth (1950–2010), the painter, died of cancer at the age of 60."),
        passes("The club was founded in 1990 and celebrated its 25th anniversary in 2015."),
        passes("Born in 1950, he moved to Rome in 1970 and died at the age of 80."),
        passes("Born in 1950, he lost his father in 1960 and his mother, who died aged 70, in 1990."),
        passes("Founded in 1990, the museum marked the 50th anniversary of the war in 1995."),
        passes("Her son was born in 1950, when she was 30, and she died in 2000 aged 80."),
        passes("He was born in 1950. The ship sank in 1912, and at 60 he wrote its story."),
        passes("Built in 1890, the hall was burnt in 1940 and marked 50 years of peace in 1995."),
        passes("The twins (1999–2003) died in 2003 aged four, and the cat at 12."),
    ],
)
