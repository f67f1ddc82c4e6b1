"""Letters or zeros where a figure or a date should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import once, quoted
from textcheck.rule import Case, Hit, block_function, flags, lazy, passes
from textcheck.rules.placeholders._context import FORM, names_the_form
from textcheck.vocabulary import APPROXIMATOR, MAGNITUDE, MONTH, PERCENT, PREPOSITION, WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import regex

    from textcheck.document import Block, Document
    from textcheck.finding import Span
    from textcheck.rule import Match

_UNIT = (
    r"people|persons|years?|days|months|weeks|hours|minutes|dollars|euros|pounds|members|employees|workers"
    r"|votes|seats"
    r"|countries|cities|miles|kilomet(?:re|er)s|met(?:re|er)s|tonn?es|points|times|degrees|customers"
    r"|students|soldiers"
    r"|deaths|cases|killed|injured|wounded|participants|patients|children|women|men|species|respondents"
    r"|homes|households|jobs"
)
_ROMAN_AFTER = "Section|Title|Chapter|Part|Article|Bowl|Volume|Louis|Generation|Pope|John|Type|Model|Series"
_FIGURES = (
    rf"(?<![\w.$-])(?:[Xx]{{2,4}}(?:\.[Xx]+)?|[X#]\.[X#]+|#+)\s?(?:{PERCENT}|%)",
    rf"(?<!\w)(?:US)?[$£€]\s?[Xx#_]+(?:[.,][Xx#_]+)*(?:\s+(?:{MAGNITUDE}|bn|m)\b)?(?!\w)",
    r"(?<![\w.$-])X{1,3}(?:,X{3})+(?:\.X+)?(?![\w-])",
    rf"(?<!\b(?:{_ROMAN_AFTER})\s)(?<![\w.,$-])[X#]{{2,4}}(?:[.,][X#]+)?\s+(?:{MAGNITUDE}|{_UNIT})\b",
    rf"(?<=\b(?:{APPROXIMATOR})\s)X{{1,4}}(?=\s+(?:{MAGNITUDE}|{_UNIT}|{PERCENT})\b)",
    rf"(?<=\b(?i:{APPROXIMATOR}|another|killed|injured)\s)X{{2,4}}(?=\s+(?:new\s)?\p{{Ll}}{{3,}})",
    (
        r"(?<=\b(?:[Aa]ged|[Aa]ge|age\sof|aged\sbetween)[:,]?\s)(?:[XN#]{2,3}|TK|00|\?{2,3})"
        r"(?=\s*(?:[,.;:)]|$)|\s(?:and|or|from|of|who|was|is|were|in|at|when|after|years?)\b)"
    ),
    r"(?<![\w.$-])(?:[XN#]{2,4}|X)[ -]years?[ -]olds?\b",
    rf"(?<![\w.$-])(?:N{{2,4}}(?:[.,]N+)?|N\.N)\s?(?:{PERCENT}|%|{MAGNITUDE})",
    rf"(?<![\w.$-])N{{2,4}}\s(?:{_UNIT})\b",
    rf"(?<=\s)\?{{2,4}}(?=\s?%|\s(?:{MAGNITUDE}|{_UNIT}|{PERCENT})\b)",
    rf"(?<![\w.$-]|\p{{Lu}}\p{{L}}+\s)X(?=\s(?:{MAGNITUDE}|{PERCENT})\b)",
    r"(?<=\b(?:by|to|from|at|nearly|about|around|some|roughly|won|got|received)\s)X\s?%",
    (
        r"(?<=\b(?:won|lost|drew|beat|match|game|score|final|vote|ended|finished|passed|approved|by"
        r"|of)\s(?:\w+\s){0,2}?)"
        r"(?:X{2,3}(?:-|–|\sto\s)[XY]{2,3}|X[-–][XY])(?=\s*[,.;)]|\s\p{Ll}|$)"
    ),
    (
        r"(?<![\w.$-])X{1,2}(?::XX)?(?=\s?(?:a\.m\.|p\.m\.|am\b|pm\b|o['’]clock))|(?<=\bat\s)(?:XX|HH):(?:XX"
        r"|MM)(?!\w)"
    ),
)
_DATES = (
    (
        r"(?<![\w/.-])(?:00[/.-]00[/.-](?:00)?00|0000-00-00|(?:DD|MM|XX|dd|mm|xx)[/.-](?:MM|DD|XX|dd|mm"
        r"|xx)[/.-]"
        r"(?:YY(?:YY)?|XX(?:XX)?|yyyy|yy|xxxx)|YYYY-MM-DD)(?![\w/-])"
    ),
    rf"\b(?:{MONTH}|Month)\s(?:[DX]{{2}}|00|Day|\?\?),?\s(?:[YX]{{4}}|Year|0000|(?:19|20)\d\d)\b",
    rf"\b(?:{MONTH}|Month)\s(?:XX|DD|00)\b",
    rf"\b(?:XX|DD|00)\s(?:{MONTH}|Month)(?:\s(?:[YX]{{4}}|Year|(?:19|20)\d\d))?\b",
    r"\b(?:20|19)(?:XX|\?\?)(?!\w)",
    r"(?<=\b(?:in|since|until|from|before|after|of|by)\s)(?:XXXX|YYYY)(?=\s*[,.;)]|\s\p{Ll}|$)",
    rf"\b(?:{WEEKDAY}|Weekday|Day),\sMonth\s(?:\d\d?|[DX]{{2}}|Day)\b",
    r"\bMonth\sDay,?\sYear\b",
)
_ABSENCES = (
    (
        rf"(?<=\b(?:{PREPOSITION}|the|a|an|said|told|and)\s)N/A(?=\s*[,.;:]|\s+(?:{PREPOSITION}|and|or|to"
        rf"|was|is"
        rf"|were|{PERCENT}|{MAGNITUDE})\b|$)"
    ),
    rf"(?<=\p{{Ll}},\s)N/A(?=,\s)|(?<=\b(?:is|was|were|are)\s)N/A(?=,|\.|\s(?:{PREPOSITION}|and|a)\b)",
    r"(?<![\w/])N/A(?=-\p{Ll}{3,})",
    rf"[$£€]N/A|\bN/A(?=\s(?:{PERCENT}|{MAGNITUDE}|{_UNIT})\b)",
)
_FIGURE, _DATE, _ABSENT = (lazy("|".join(wordings)) for wordings in (_FIGURES, _DATES, _ABSENCES))
_HYPOTHESIS = lazy(
    r"(?i)\b(?:if|suppose|let(?:['’]s)? say|for example|e\.g\.|such as|whether|imagine|hypothetical\w*|every"
    r"|any|per(?!\s?cent)|each|enter|algebra|equation|formula|model|code|digits?|form|where x|chromosomes?"
    r"|unknown|variable)\b"
)
_SPELT = lazy(
    r"(?i)\b(?:writ(?:e|es|ing|ten)|enter(?:ed)?|typ(?:e|ed|ing)|style[ds]?|order(?:ed)?|spel(?:t|led)"
    r"|column|field"
    r"|recorded as|appears? as|marked|means?|stands for|the (?:word|letters|entry|label))\b"
)
"""Words that speak of how a date or an entry is written."""
_COLUMN = 3
"""Occurrences of “N/A” from which a text is taken to list data."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    if document.technical:
        return
    text = document.text(block)
    for expression in (_FIGURE, _DATE, _ABSENT):
        for sentence in document.sentences(block):
            matches = [
                match
                for match in expression.finditer(document.prose, *sentence)
                if not quoted(text, match.start() - block.start)
            ]
            if matches and not names_the_form(text) and not _is_spoken_of(document, sentence, expression):
                yield from map(_hit, _left_over(document, sentence, matches))


def _hit(match: Match) -> Hit:
    return Hit(*match.span(), f"“{' '.join(match[0].split())}” stands in for a value")


def _is_spoken_of(document: Document, sentence: Span, expression: regex.Pattern[str]) -> bool:
    """Tell whether a sentence says how a date or an entry is written, or the text lists entries."""
    if expression is _ABSENT and _lists_data(document):
        return True
    return expression is not _FIGURE and _SPELT.search(document.prose, *sentence) is not None


def _left_over(document: Document, sentence: Span, matches: Iterable[Match]) -> Iterator[Match]:
    """Yield those that are left over, rather than reckoned with or to be filled in by the reader."""
    reckons = _HYPOTHESIS.search(document.prose, *sentence) is not None
    for match in matches:
        is_reckoned = reckons and "X" in match[0].upper()
        if not is_reckoned and not ("__" in match[0] and _is_form(document)):
            yield match


@once
def _lists_data(document: Document) -> bool:
    return document.prose.count("N/A") >= _COLUMN


@once
def _is_form(document: Document) -> bool:
    return FORM.search(document.prose) is not None


rule = block_function(
    _check,
    why="The figure or date was to be filled in later; a person has to look it up.",
    anchor="(?m)" + "|".join((*_FIGURES, *_DATES, *_ABSENCES)),
    confidence=0.9,
    cases=[
        flags("Sales fell by [[XX per cent]] in the spring."),
        flags("The firm will pay [[$X million]] to the state."),
        flags("The storm hit at least [[XXX people]] on the coast."),
        flags("The treaty was signed on [[00/00/0000]] in Rome."),
        flags("The treaty was signed on [[Month DD, YYYY]] in Rome."),
        flags("The hearing is set for [[March XX, 2024]], the court said."),
        flags("The price was set by [[N/A]] on Monday."),
        flags("A family ticket costs [[£____]] at the door."),
        Case("He left in May 20XX for Paris.", ((15, 19),)),
        flags("The singer, aged [[XX]], was born in Leeds."),
        flags("An [[XX-year-old]] man and a woman aged [[??]] were hurt."),
        flags("Rents rose by [[NN percent]], and [[??]] people moved out."),
        flags("Support for the party has fallen to [[X%]] in a month."),
        flags("The index closed at [[X,XXX]] points, and the side won [[X-X]] at home."),
        flags("The museum, founded in [[XXXX]], holds 300 paintings."),
        flags("The director, [[N/A]], did not reply, and the rent is [[N/A]], the agency says."),
        flags("They let a [[N/A]]-bedroom flat, and a [[N/A]]-year lease goes with it."),
        passes("Fill in the blanks: a family ticket costs £____ at the door."),
        passes("Mark a field as N/A-only if nobody has to fill it in."),
        passes("If X% of the voters stay at home, the party loses the seat."),
        passes("Where the fee is unknown, the clerk writes that it is N/A, in red."),
        passes("A girl has an X-X pair of chromosomes, and a boy an X-Y one."),
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
