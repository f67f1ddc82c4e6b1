"""Field of a template that nobody filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.document import quoted
from textcheck.rule import Case, Hit, flags, function, passes
from textcheck.rules.placeholders._context import names_the_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_NOUN = (
    r"(?:(?:first|last|full|middle|sur|user|given|family)[ _-]?)?name|names|date|city|state|country|company"
    r"|organi[sz]ation"
    r"|employer|title|location|venue|place|town|region|number|amount|price|url|website|e-?mail|phone"
    r"|telephone|address"
    r"|street|zip|author|byline|time|day|month|year|person|customer|client|recipient|sender|position|role"
    r"|product|event"
    r"|department|industry|topic|subject|figure|percentage|percent|quote|headline|dateline|journalist"
    r"|reporter|spokesperson"
    r"|candidate|party|school|university|team|age|signature|currency|value|statistic|link"
)
_SHOWN = (
    r"text|caption|photo|image|picture|content|copy|description|paragraph|story|intro|introduction|logo"
    r"|chart|map|graphic|graph|table|video|body|summary|details|statement|bio"
)
_WORDS = r"[\p{L}’'/&-]+(?:[ _][\p{L}’'/&-]+){0,4}"
_CAPITALS = regex.compile(
    rf"\[(?=[^\[\]]{{0,60}}\b(?i:{_NOUN})\b"
    rf"|[A-Z ]*_)(?!CITATION)[A-Z][A-Z’'/&-]*(?:(?:,? |[_-])[A-Z0-9’'/&-]+){{0,5}}\d*\](?![(\[:\w])"
)
_PLACE = r"City|Town|Village|County|State|Country|Province|Region|District|Venue|Street|Month|Day|Date|Year"
_INSTRUCTION = regex.compile(
    rf"\[(?:{_PLACE})(?:, ?(?:{_PLACE})){{1,3}}\](?![(\[:])|"
    r"\[(?:NEEDS?(?: [A-Z]+)+|TODO|TO DO|TBD|TBC|TK+|FIXME|PLACEHOLDER|VERIFY|CONFIRM|FILL IN|INSERT|ADD"
    r"|ENTER)\b[^\[\]\n]{0,120}"
    rf"\](?![(\[:])|\[(?i:insert|enter|add|fill in|choose|specify|provide|replace with|to be (?:added"
    rf"|confirmed|inserted"
    r"|completed))\s+[^\[\]\n]{2,80}\](?![(\[:])"
    rf"|\[(?:(?:Your|My)(?:\s\p{{Lu}}[\p{{L}}’'-]*){{1,4}}"
    rf"|[Yy]our\s(?:[\w’'-]+\s){{0,3}}(?i:{_NOUN})(?:\shere)?)\](?![(\[:])"
    rf"|\[[^\[\]\n]{{2,50}}\s(?:[Gg]oes [Hh]ere|Here|HERE|(?<=\b(?i:{_NOUN}|{_SHOWN})\s)here)\](?![(\[:])"
)
_TITLE_CASE = regex.compile(
    r"\[(?:name|date|location|venue|amount|email|address|url|blank|company name"
    r"|first name"
    r"|last name|full name)\](?![(\[:])"
    rf"|\[(?=(?:[^\[\]]{{0,60}}\b)?(?i:{_NOUN})\]|(?:Name|Date|Number|Title|Name and Title) (?:of"
    rf"|Here)\b)(?:\p{{Lu}}[\p{{L}}’'-]*)"
    rf"(?:(?:,? |/)(?:of|and|or|the|\p{{Lu}}[\p{{L}}’'-]*)){{0,4}}\](?![(\[:])"
)
_DOUBLE = regex.compile(
    r"(?<!\{|\]\()\{\{\{?[-~#/>^&!]?\s*[\p{L}_$][^{}|\n=]{0,60}(?:\s\|\s[^{}\n]{1,60})?\}\}\}?(?!\})"
    r"|\{%-?\s*\w[^\n{}\"]{0,100}?%\}"
    r"|<%[=-]?\s*[^\n%]{1,80}%>|\*\|[A-Z_0-9:]{2,40}\|\*"
    r"|\[\[\s*(?:[a-z]+(?:[_.][a-z0-9]+)+|[A-Z]+(?:[_ ][A-Z0-9]+)+|(?i:your|insert"
    r"|enter)\s[^\[\]\n]{2,40})\s*\]\]"
    rf"|\[\[\s*(?i:{_NOUN})\s*\]\]"
)
_CODE = regex.compile(
    r"(?<![\\$\w])\$\{\s*[\p{L}_][\w.()\[\] -]{0,60}\}|%\([a-zA-Z_]\w*\)[sdrf]"
    r"|(?<![\w%&=/\\])%(?:\d\$)?[sd](?![\w%])"
    r"|(?<![\w\\{}$^=/\])])\{(?:(?:First|Last|Full|Company|User)?[ _]?Name|Date|City|Country|Amount"
    r"|[a-z]\w{2,30}(?:[._ ]\w{1,30}){0,3}"
    r"|(?i:{_NOUN})|\d)(?:![rs])?(?::[^{}\s]{1,8})?\}(?![\w{}(=^])"
    r"|(?<!\w)__(?!NO[A-Z]|TOC|FORCE)[A-Z][A-Z0-9_]*[A-Z0-9]__(?!\w)|(?<!\w)(?:@@|##|%%"
    r"|\|\|)[A-Z][A-Z0-9_]+(?:@@"
    r"|##|%%|\|\|)(?!\w)|(?<![\w@.])@[A-Z][A-Z0-9_]+@(?![\w@])|(?<![\w$])\$[A-Z][A-Z0-9_]{2,}\$(?![\w$])"
    r"|(?<![\w#&])#[A-Z][A-Z0-9_]{3,}#(?![\w#])|(?<![\w<])<<(?!/?SYS)[ ]?[\p{L}_][\w. -]{1,40}>>(?![\w>])"
    rf"|(?<![\w%])%(?i:{_NOUN})%(?![\w%])"
    rf"|«\s?(?:[A-Za-z]+_\w+|(?i:(?:first|last|full|sur)?name|{_NOUN})|[A-Z]{{2,}}[A-Z_0-9]*)\s?»"
    r"|(?<!\w)%[A-Z][A-Z]*_[A-Z_]+%(?!\w)"
)
_ANGLE = regex.compile(
    rf"<(?:(?=[^<>]{{0,60}}\b(?i:{_NOUN})\b|[A-Z ]*_)[A-Z][A-Z0-9’'-]*(?:[ _-][A-Z0-9’'-]+){{0,4}}"
    rf"|(?i:insert|enter|your|add|first|last|full|company|user)[ _-][\w’' -]{{2,40}}|unk|UNK|NUM|PERSON|ORG"
    rf"|GPE|LOC|DATE|(?:mask|MASK|pad|PAD|eos|EOS|bos|BOS|blank|BLANK)(?:_?\d+)?|extra_id_\d+)>(?!\w)"
    r"|(?<![\w\]])\[(?:MASK|UNK|PAD|CLS|SEP|EOS|BOS|BLANK|PERSON|ORG|GPE|LOC)(?:[_ -]?\d{1,3})?\](?![(\[:\w])"
)
# Page sources call the template engine on purpose, so its own fields come first and can be left out.
_ALWAYS = (_DOUBLE, _INSTRUCTION, _CAPITALS, _CODE, _ANGLE)
_FEW = 3
"""Title-case fields from which brackets in a text are fields and not an editor's."""


def _check(document: Document) -> Iterator[Hit]:
    if document.technical:
        return
    is_page_source = any(block.kind == "front-matter" for block in document.blocks)
    expressions = _ALWAYS[is_page_source:]
    for block in document.prose_blocks:
        text = document.text(block)
        if names_the_form(_FIELD_TEXT.sub("", text)):
            continue
        taken: list[tuple[int, int]] = []
        for expression in expressions:
            for match in expression.finditer(text):
                if not any(start < match.end() and match.start() < end for start, end in taken):
                    taken.append(match.span())
        sure = set(taken)
        found = [match for match in _TITLE_CASE.finditer(text) if match.span() not in sure]
        taken += [
            match.span()
            for match in found
            if len(found) >= _FEW
            or not (block.kind == "quote" or quoted(text, match.start()))
            or _is_whole_quotation(text, *match.span())
        ]
        for start, end in taken:
            field = " ".join(text[start:end].split())
            field = field if len(field) <= 48 else f"{field[:47]}…"  # noqa: PLR2004  # a message has 80 characters
            joking = text[start:end].islower() and text.startswith("[", start)
            yield Hit(
                block.start + start,
                block.start + end,
                f"“{field}” is a field left empty",
                severity="warning" if joking else None,
                confidence=0.6 if joking else None,
            )


_FIELD_TEXT = regex.compile(r"\[[^\]\n]{0,120}\]|\{{1,4}[^{}\n]{0,120}\}{1,4}|<[^>\n]{0,120}>")


def _is_whole_quotation(text: str, start: int, end: int) -> bool:
    return text[max(start - 1, 0) : start] in ("“", '"') and text[end : end + 1] in ("”", '"', ",", ".")


rule = function(
    _check,
    why="The value of this field was never put in; a person or the template's data knows it.",
    triggers=("{", "[", "<", "%", "__", "@", "#", "$", "||", "«", "*|"),
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
        passes("“[The president] was late,” she said [sic]. “It was […] a surprise [emphasis added].”"),
        passes("It was shown before [1] and later [2, 3], [citation needed] or not."),
        passes("“We love [City] and its people,” he said [applause]."),
        passes("[Laughter] He sat down. [APPLAUSE] The end. [REDACTED] was the source."),
        passes("- [ ] Buy milk\n- [x] Call the mayor"),
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
