"""The forms that a field of a template takes, each as a pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.rule import lazy

if TYPE_CHECKING:
    import regex

_NOUN = (
    "(?:(?:first|last|full|middle|sur|user|given|family)[ _-]?)?name|names|date|city|state|country|company"
    "|organi[sz]ation|employer|title|location|venue|place|town|village|region|number|amount|price|cost|url"
    "|website|e-?mail|phone|telephone|address|street|zip|author|byline|time|day|month|year|person|customer"
    "|client|recipient|sender|position|role|product|event|department|industry|topic|subject|figure"
    "|percentage|percent|quote|headline|dateline|journalist|reporter|spokesperson|spokesman|spokeswoman"
    "|official|candidate|party|school|university|team|player|opponent|score|age|signature|currency|value"
    "|statistic|source|link"
)
_SHOWN = (
    "text|caption|photo|image|picture|content|copy|description|paragraph|story|intro|introduction|logo"
    "|chart|map|graphic|graph|table|video|body|summary|details|statement|bio"
)
_PLACE = "City|Town|Village|County|State|Country|Province|Region|District|Venue|Street|Month|Day|Date|Year"
_LOWER = (
    "name|names|date|location|venue|amount|e-?mail|address|url|blank"
    "|(?:company|first|last|full|organi[sz]ation) name"
)
"""Lower-case words that stand in brackets for a field anywhere."""
_SLOTTED = (
    "year|month|day|time|price|cost|number|figure|percentage|city|town|country|state|place|region"
    "|age|title|position|company|organi[sz]ation|school|university|team|role|product|event|topic|player"
    "|opponent|score|party|department|reporter|author|speaker|spokesperson"
)
"""Lower-case words that do so in the middle of a sentence."""
_TRANSCRIBED = (
    "unclear|inaudible|laugh(?:s|ter|ing)?|applause|pauses?|silence|music|crosstalk|sighs?|coughs?|cheers?"
    "|sic"
    "|illegible|beeps?|bleeps?"
)
_NO_LINK = r"(?![(\[:])"


def _any(*wordings: str) -> regex.Pattern[str]:
    return lazy("|".join(wordings))


CAPITALS = _any(
    rf"\[(?=[^\[\]]{{0,60}}\b(?i:{_NOUN})\b|[A-Z ]*_)(?!CITATION)[A-Z][A-Z’'/&-]*"
    r"(?:(?:,? |[_-])[A-Z0-9’'/&-]+){0,5}\d*\](?![(\[:\w])",
)
INSTRUCTION = _any(
    rf"\[(?:{_PLACE})(?:, ?(?:{_PLACE})){{1,3}}\]{_NO_LINK}",
    r"\[(?:NEEDS?(?: [A-Z]+)+|TODO|TO DO|TBD|TBC|TK+|FIXME|PLACEHOLDER|VERIFY|CONFIRM|FILL IN|INSERT|ADD"
    r"|ENTER"
    rf"|MISSING)\b[^\[\]\n]{{0,120}}\]{_NO_LINK}",
    r"\[(?i:insert|enter|add|fill in|choose|specify|provide|replace with|to be (?:added|confirmed|inserted"
    rf"|completed|determined))\s+[^\[\]\n]{{2,80}}\]{_NO_LINK}",
    rf"\[(?i:to be (?:added|confirmed|inserted|completed|determined)|needs? (?:clarification|confirmation"
    rf"|details)"
    rf"|placeholder(?: \w+)?|(?:{_NOUN}|{_SHOWN}) (?:tbd|tbc|tk|to come|missing|pending))\]{_NO_LINK}",
    r"\[(?:(?:Your|My)(?:\s\p{Lu}[\p{L}’'-]*){1,4}"
    rf"|[Yy]our\s(?:[\w’'-]+\s){{0,3}}(?i:{_NOUN}|{_SHOWN})(?:\shere)?)\]{_NO_LINK}",
    r"\[[^\[\]\n]{2,50}\s(?:[Gg]oes [Hh]ere|Here|HERE"
    rf"|(?<=\b(?i:{_NOUN}|{_SHOWN})\s)here)\]{_NO_LINK}",
)
BRACKETED = _any(
    rf"\[(?:{_LOWER})\]{_NO_LINK}",
    r"(?<!\]|\b(?:that|this|these|those|same|first|last|next|another|his|her|our|my|their)\s)"
    rf"\[(?:{_SLOTTED})\](?=\s*[,.;:%)]|\s\p{{Ll}}|-year|\s\[|\s*$)",
    r"(?<=\b(?:to|by|from|of|[Tt]he|a)\s)\[source\](?=\s*[,.;:)]|\s\p{Ll})",
    r"\[(?=\p{Lu}[\p{L}’'-]*(?:(?:,? |/)(?:of|and|or|the|\p{Lu}[\p{L}’'-]*)){0,4}\])"
    rf"(?:(?:[^\[\]]{{0,60}}\b)?(?i:{_NOUN})|(?:Name|Date|Number|Title|Name and Title) (?:of|Here)\b[^\]]*)"
    rf"\]{_NO_LINK}",
)
"""Fields that look like an editor’s addition to a quotation."""
DOUBLED = _any(
    r"(?<!\{|\]\()\{\{\{?[-~#/>^&!]?\s*[\p{L}_$][^{}|\n=]{0,60}(?:\s\|\s[^{}\n]{1,60})?\}\}\}?(?!\})",
    r"\{%-?\s*\w[^\n{}\"]{0,100}?%\}",
    r"<%[=-]?\s*[^\n%]{1,80}%>",
    r"\*\|[A-Z_0-9:]{2,40}\|\*",
    r"\[\[\s*(?:[a-z]+(?:[_.][a-z0-9]+)+|[A-Z]+(?:[_ ][A-Z0-9]+)+|(?i:your|insert"
    r"|enter)\s[^\[\]\n]{2,40})\s*\]\]",
    rf"\[\[\s*(?i:{_NOUN})\s*\]\]",
)
CODE = _any(
    r"(?<![\\$\w])\$\{\s*[\p{L}_][\w.()\[\] -]{0,60}\}",
    r"%\([a-zA-Z_]\w*\)[sdrf]",
    r"(?<![\w%&=/\\])%(?:\d\$)?[sd](?![\w%])|(?<=[\s(“\"])%\.\d[fd](?!\w)",
    r"(?<![\w\\{}$^=/\])])\{(?:(?:First|Last|Full|Company|User)?[ _]?Name|Date|City|Country|Amount"
    rf"|(?!(?:{_TRANSCRIBED})\b)[a-z]\w{{2,30}}(?:[._ ]\w{{1,30}}){{0,3}}|(?i:{_NOUN})|\d)"
    r"(?:![rs])?(?::[^{}\s]{1,8})?\}(?![\w{}(=^])",
    r"(?<![\w\\{}$^=/\])])\{[A-Z]{2,}(?:[_ ][A-Z0-9]+){0,4}\}(?![\w{}(=^])",
    r"(?<!\w)__(?!NO[A-Z]|TOC|FORCE)[A-Z][A-Z0-9_]*[A-Z0-9]__(?!\w)",
    r"(?<!\w)(?:@@|##|%%|\|\|)[A-Z][A-Z0-9_]+(?:@@|##|%%|\|\|)(?!\w)",
    r"(?<![\w@.])@[A-Z][A-Z0-9_]+@(?![\w@])",
    r"(?<![\w$])\$[A-Z][A-Z0-9_]{2,}\$(?![\w$])",
    r"(?<![\w#&])#[A-Z][A-Z0-9_]{3,}#(?![\w#])",
    r"(?<![\w<])<<(?!/?SYS)[ ]?[\p{L}_][\w. -]{1,40}>>(?![\w>])",
    rf"(?<![\w%])%(?i:{_NOUN})%(?![\w%])",
    rf"«\s?(?:[A-Za-z]+_\w+|(?i:(?:first|last|full|sur)?name|{_NOUN})|[A-Z]{{2,}}[A-Z_0-9]*)\s?»",
    r"(?<!\w)%[A-Z][A-Z]*_[A-Z_]+%(?!\w)",
    r"(?<!\w)@(?:Model|ViewBag|ViewData)\.\w+",
)
ANGLED = _any(
    rf"<(?:(?=[^<>]{{0,60}}\b(?i:{_NOUN})\b|[A-Z ]*_)[A-Z][A-Z0-9’'-]*(?:[ _-][A-Z0-9’'-]+){{0,4}}"
    r"|(?i:insert|enter|your|add|first|last|full|company|user)[ _-][\w’' -]{2,40}|unk|UNK|NUM|PERSON"
    r"|ORG|GPE|LOC|DATE|(?<=[\p{L}\p{N},;:(“\"] ?<)[a-z]{2,}(?:_[a-z0-9]+){1,4}"
    r"|(?:mask|MASK|pad|PAD|eos|EOS|bos|BOS|blank|BLANK)(?:_?\d+)?|extra_id_\d+"
    rf"|(?i:{_LOWER}|city|town|company|amount|number|year)|\p{{Ll}}+(?:[ _-]\p{{Ll}}+){{0,2}}[ _-](?:name"
    rf"|date|number|address|title|amount|here))>(?!\w)",
    r"(?<![\w\]])\[(?:MASK|UNK|PAD|CLS|SEP|EOS|BOS|BLANK|PERSON|ORG|GPE|LOC)(?:[_ -]?\d{1,3})?\](?![(\[:\w])",
)
