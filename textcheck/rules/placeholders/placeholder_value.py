"""Letters or zeros where a figure or a date should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.document import quoted
from textcheck.rule import Case, Hit, flags, function, passes
from textcheck.rules.placeholders._context import names_the_form
from textcheck.vocabulary import APPROXIMATOR, MAGNITUDE, MONTH, PERCENT, PREPOSITION, WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_UNIT = (
    r"people|persons|years?|days|months|weeks|hours|minutes|dollars|euros|pounds|members|employees|workers"
    r"|votes|seats"
    r"|countries|cities|miles|kilomet(?:re|er)s|met(?:re|er)s|tonn?es|points|times|degrees|customers"
    r"|students|soldiers"
    r"|deaths|cases|killed|injured|wounded|participants|patients|children|women|men|species|respondents"
    r"|homes|households|jobs"
)
_FIGURE = regex.compile(
    rf"(?<![\w.$-])(?:[Xx]{{2,4}}(?:\.[Xx]+)?|[X#]\.[X#]+)\s?(?:{PERCENT}|%)"
    rf"|(?<!\w)(?:US)?[$£€]\s?[Xx#_]+(?:[.,][Xx#_]+)*(?:\s+(?:{MAGNITUDE}|bn|m)\b)?(?!\w)"
    r"|(?<!\b(?:Section|Title|Chapter|Part|Article|Bowl|Volume|Louis|Generation)\s)"
    rf"(?<![\w.$-])[X#]{{2,4}}(?:[.,][X#]+)?\s+(?:{MAGNITUDE}|{_UNIT})\b"
    rf"|(?<=\b(?:{APPROXIMATOR})\s)X{{1,4}}(?=\s+(?:{MAGNITUDE}|{_UNIT}|{PERCENT})\b)"
    r"|(?<=\b(?:[Aa]ged|[Aa]ge|age\sof|aged\sbetween)[:,]?\s)(?:[XN#]{2,3}|TK|00|\?{2,3})"
    r"(?=\s*(?:[,.;:)]|$)|\s(?:and|or|from|of|who|was|is|were|in|at|when|after|years?)\b)"
    r"|(?<![\w.$-])[XN#]{2,4}[ -]years?[ -]olds?\b"
    rf"|(?<![\w.$-])(?:N{{2,4}}(?:[.,]N+)?|N\.N)\s?(?:{PERCENT}|%|{MAGNITUDE})"
    rf"|(?<![\w.$-])N{{2,4}}\s(?:{_UNIT})\b|(?<=\s)\?{{2,4}}(?=\s?%|\s(?:{MAGNITUDE}|{_UNIT}|{PERCENT})\b)"
    rf"|(?<![\w.$-]|\p{{Lu}}\p{{L}}+\s)X(?=\s(?:{MAGNITUDE}|{PERCENT})\b)"
)
_DATE = regex.compile(
    rf"(?<![\w/.-])(?:00[/.-]00[/.-](?:00)?00|0000-00-00|(?:DD|MM|XX|dd|mm|xx)[/.-](?:MM|DD|XX|dd|mm"
    rf"|xx)[/.-](?:YY(?:YY)?|XX(?:XX)?"
    r"|yyyy|yy|xxxx)|YYYY-MM-DD)(?![\w/-])"
    rf"|\b(?:{MONTH}|Month)\s(?:[DX]{{2}}|00|Day|\?\?),?\s(?:[YX]{{4}}|Year|0000|(?:19|20)\d\d)\b"
    rf"|\b(?:{MONTH})\s(?:XX|DD|00)\b"
    rf"|\b(?:XX|DD|00)\s(?:{MONTH}|Month)(?:\s(?:[YX]{{4}}|Year|(?:19|20)\d\d))?\b|\b(?:20|19)(?:XX|\?\?)\b"
    rf"|\b(?:{WEEKDAY}|Weekday|Day),\sMonth\s(?:\d\d?|[DX]{{2}}|Day)\b|\bMonth\sDay,?\sYear\b"
)
_ABSENT = regex.compile(
    rf"(?<=\b(?:{PREPOSITION}|the|a|an|said|told|and)\s)N/A(?=\s*[,.;:]|\s+(?:{PREPOSITION}|and|or|to|was|is"
    rf"|were|{PERCENT}"
    rf"|{MAGNITUDE})\b|$)|[$£€]N/A|\bN/A(?=\s(?:{PERCENT}|{MAGNITUDE}|{_UNIT})\b)"
)
_HYPOTHESIS = regex.compile(
    r"(?i)\b(?:if|suppose|let(?:['’]s)? say|for example|e\.g\.|such as|whether|imagine|hypothetical\w*|every"
    r"|any|per(?!\s?cent)|each"
    r"|enter|algebra|equation|formula|model|code|digits?|form)\b"
)
_COLUMN = 3
"""Occurrences of “N/A” from which a text is taken to list data."""


def _check(document: Document) -> Iterator[Hit]:
    if document.technical:
        return
    listed = document.prose.count("N/A") >= _COLUMN
    for block in document.prose_blocks:
        text = document.text(block)
        if names_the_form(text):
            continue
        for sentence in document.sentences(block):
            words = document.prose[sentence.start : sentence.end]
            doubtful = _HYPOTHESIS.search(words) is not None
            for expression in (_FIGURE, _DATE, _ABSENT):
                for match in expression.finditer(words):
                    if (listed and expression is _ABSENT) or quoted(
                        text, sentence.start - block.start + match.start()
                    ):
                        continue
                    if doubtful and expression is not _ABSENT and "X" in match[0].upper():
                        continue
                    yield Hit(
                        sentence.start + match.start(),
                        sentence.start + match.end(),
                        f"“{' '.join(match[0].split())}” stands in for a value",
                    )


rule = function(
    _check,
    why="The figure or date was to be filled in later; a person has to look it up.",
    triggers=(
        "xx",
        "nn",
        "n.n",
        "tk",
        "x ",
        "x%",
        "$x",
        "£x",
        "€x",
        "##",
        "$#",
        "$_",
        "00",
        "dd",
        "mm",
        "month",
        "yyyy",
        "n/a",
        "??",
        "x.",
    ),
    confidence=0.9,
    cases=[
        flags("Sales fell by [[XX per cent]] in the spring."),
        flags("The firm will pay [[$X million]] to the state."),
        flags("The storm hit at least [[XXX people]] on the coast."),
        flags("The treaty was signed on [[00/00/0000]] in Rome."),
        flags("The treaty was signed on [[Month DD, YYYY]] in Rome."),
        flags("The hearing is set for [[March XX, 2024]], the court said."),
        flags("The price was set by [[N/A]] on Monday."),
        Case("He left in May 20XX for Paris.", ((15, 19),)),
        flags("The singer, aged [[XX]], was born in Leeds."),
        flags("An [[XX-year-old]] man and a woman aged [[??]] were hurt."),
        flags("Rents rose by [[NN percent]], and [[??]] people moved out."),
        passes("The NN rating rose by 5 percent; people aged 00-04 and at age 20 were asked."),
        passes("Who paid? ?? The age XX chromosomes formed is unknown."),
        passes("Super Bowl XX, chapter XX and XX chromosomes were discussed."),
        passes("If you earn $X million, you pay more."),
        passes("Enter the date in the format DD/MM/YYYY."),
        passes("Age: 34. Party: N/A"),
        passes("The XXX Olympiad was held in London, and Malcolm X people admired spoke."),
        passes("Brand X percent signs are hard to read."),
        passes("She was born on 20 March 2000 at 00:00."),
        passes("The May 2020 vote was the 20th of its kind."),
    ],
)
