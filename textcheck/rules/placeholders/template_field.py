"""Field of a template that nobody filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textcheck.document import once, quoted
from textcheck.rule import Case, Hit, block_function, flags, lazy, passes
from textcheck.rules.placeholders._context import is_mentioned, names_the_form
from textcheck.rules.placeholders._fields import ANGLED, BRACKETED, CAPITALS, CODE, DOUBLED, INSTRUCTION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import regex

    from textcheck.document import Block, Document
    from textcheck.rule import Match

FEW = 3
"""Bracketed words from which brackets in a block are fields and not an editor's."""

MOST_SHOWN = 48
"""Code points of a field that fit into a message."""

# Page sources call the template engine on purpose, so its own fields come first and can be left out.
_SURE = (DOUBLED, INSTRUCTION, CAPITALS, CODE, ANGLED)
_FIELD = lazy(r"\[[^\]\n]{0,120}\]|\{{1,4}[^{}\n]{0,120}\}{1,4}|<[^>\n]{0,120}>|«[^»\n]{0,60}»")


_OPENS = re.compile(r"[\[{<«%$@#]|\*\||\|\||__")
"""The beginning of every field."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    hits = list(_fields_of(document, block))
    if hits and not document.technical:
        yield from hits


def _fields_of(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    places = [mark.start() for mark in _OPENS.finditer(text)]
    found: list[Match] = []
    taken = bytearray(len(text))
    for expression in _SURE[_is_page_source(document) :]:
        _add(found, taken, _fields(expression, text, places))
    bracketed = list(_fields(BRACKETED, text, places))
    if len(bracketed) < FEW:
        bracketed = [match for match in bracketed if _is_field(block, match)]
    _add(found, taken, bracketed)
    if found and names_the_form(_FIELD.sub("", text)):
        return
    for match in found:
        if not is_mentioned(text, match.start()):
            yield _hit(block, match)


@once
def _is_page_source(document: Document) -> bool:
    return any(block.kind == "front-matter" for block in document.blocks)


def _fields(expression: regex.Pattern[str], text: str, places: Sequence[int]) -> Iterator[Match]:
    """Yield the matches of an expression, which begin at one of the places."""
    end = 0
    for place in places:
        if place >= end and (match := expression.match(text, place)):
            end = match.end()
            yield match


def _add(found: list[Match], taken: bytearray, matches: Iterable[Match]) -> None:
    """Add the matches that overlap none of those found, and mark the code points that they take."""
    for match in matches:
        start, end = match.span()
        if not any(taken[start:end]):
            found.append(match)
            taken[start:end] = b"\1" * (end - start)


def _is_field(block: Block, match: Match) -> bool:
    """Tell whether bracketed words are a field rather than an editor's addition to a quotation."""
    if block.kind != "quote" and not quoted(match.string, match.start()):
        return True
    start, end = match.span()
    return match.string[max(start - 1, 0) : start] in ("“", '"') and match.string[end : end + 1] in (*'”",.',)


def _hit(block: Block, match: Match) -> Hit:
    field = " ".join(match[0].split())
    field = field if len(field) <= MOST_SHOWN else f"{field[: MOST_SHOWN - 1]}…"
    message = f"“{field}” is a field left empty"
    start, end = block.start + match.start(), block.start + match.end()
    if match[0].startswith("[") and match[0].islower():
        # Writers also put a lower-case word in brackets for fun.
        return Hit(start, end, message, severity="warning", confidence=0.6)
    return Hit(start, end, message)


rule = block_function(
    _check,
    why="The value of this field was never put in; a person or the template's data knows it.",
    anchor="(?m)" + "|".join(expression.pattern for expression in (*_SURE, BRACKETED)),
    cases=[
        flags("Dear [[{{first_name}}]], the meeting is on [[{{ event.date }}]]."),
        Case(
            "The mayor of [CITY] resigned on [DATE].",
            (
                (13, 19),
                (32, 38),
            ),
        ),
        Case("Regards, [Your Name]", ((9, 20),)),
        Case("The budget rose to [INSERT AMOUNT HERE] last year.", ((19, 39),)),
        Case("The law applies to [NEEDS CLARIFICATION: which states?] from May.", ((19, 55),)),
        flags("A spokesman for [[<COMPANY NAME>]] declined to comment."),
        flags("The price of [[${product.name}]] rose by half."),
        flags("Police said [[%(count)s]] people were hurt, and [[%s]] was arrested."),
        flags("The winner was [[{name}]] of Leeds."),
        flags("Dear [[«First_Name»]], thank you for your gift."),
        flags("The firm [[__COMPANY__]] was founded in 1990."),
        Case("The minister met [Name of Official] in Rome.", ((17, 35),)),
        flags("Hello [[*|FNAME|*]], here is the news."),
        flags("[[{% if premium %}]]Thank you for your support.[[{% endif %}]]"),
        flags("Turn the key to the left and check the [[<lock_type>]] before you close ([[<door_ref_2>]])."),
        passes("<sea_dog> did you read it\n\n<old_salt> not yet\n\n[12:01] <sea_dog> then do"),
        flags("Write to [[<NAME>]] at the “best” address."),
        Case("[City, State] – Mills Bakery said today that it will open a shop.", ((0, 13),)),
        Case("The award went to [Name, Title] of the school.", ((18, 31),)),
        Case("[CITY, STATE] — The council met on Monday.", ((0, 13),)),
        Case("[Photo: caption here]\n\nThe choir sang on Friday.", ((0, 21),)),
        Case("The bridge was drawn by [MASK], an engineer.", ((24, 30),)),
        flags("The bridge was drawn by [[<mask>]], an engineer."),
        flags("A late goal by [[@PLAYER@]] won the cup for [[$TEAM$]] and [[#COACH_NAME#]]."),
        flags("The recipe by [[<<chef name>>]] serves six."),
        Case("Dear [[first_name]], the match is on Friday.", ((5, 19),)),
        Case("The treaty was signed in [year] by a [age]-year-old clerk.", ((25, 31), (37, 42))),
        Case("Tickets cost [price], according to [source].", ((13, 20), (35, 43))),
        passes("He sang “La la la” over {applause} and {laughter}, the transcript says."),
        passes("The sum [number illegible] was paid in [what he called] good faith to the [sic] clerk."),
        passes("“[The president] was late,” she said [sic]. “It was […] a surprise [emphasis added].”"),
        passes("It was shown before [1] and later [2, 3], [citation needed] or not."),
        passes("“We love [City] and its people,” he said [applause]."),
        passes("[Laughter] He sat down. [APPLAUSE] The end. [REDACTED] was the source."),
        passes("- [ ] Buy milk\n- [x] Call the mayor"),
        passes("The tag [CITY] is put in by hand, as are fields called [DATE] or <TIME>."),
        passes("He had to type “{name}” wherever the clerk had left a code such as {{ref}}."),
        Case("The fair in [CITY] opens in the fields near [TOWN].", ((12, 18), (44, 50))),
        Case("Use the code [NAME] at the till, and be there on [DATE].", ((13, 19), (49, 55))),
        passes("In the template, write {{name}} where the placeholder should go."),
        passes("Growth was 5 %. So 20 % said yes, 30 % did not."),
        passes("The set {1, 2, 3} has three members, a < b and c > d."),
        passes("«Charlie» was the headline; see [the report](http://example.org/a) too."),
        passes("The method __init__ is called first."),
        passes("The actor wore a [mask] on stage, a joke [Mask, Rome, 1920]."),
        passes("Write to @NASA or @ESA, tag #MOON or #MARS, and pay A$20 or US$30."),
        passes("The sample is from [Northfield, Ohio], the label says."),
        passes("Mail her at <jane.smith@paper.news> or see <https://paper.news/a>."),
    ],
)
