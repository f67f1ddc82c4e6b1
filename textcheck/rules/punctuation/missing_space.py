"""No blank between a stop, a comma or a bracket and the next word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from textcheck.document import RUNNING_KINDS
from textcheck.finding import Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.punctuation._tokens import ending_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from textcheck.document import Block, Document

_BEGINNING: Final = (
    r"(?:The|He|She|It|They|We|You|I|A|An|In|On|At|But|And|This|That|These|Those|There|His|Her|Their|Our|My|Its"
    r"|When|While|After|Before|As|For|From|With|However|If|Although|Many|Some|Most|One|Two|All|Not|No|So|Yes|Then"
    r"|What|Who|Why|How|Where|To|By|Police|Officials)"
)
_LOWER: Final = (
    r"(?:the|and|but|he|she|they|we|this|that|these|those|for|with|was|were|when|while|after|before|there|his|her"
    r"|their|our|which|who|from|because|you|had|have|then|although|however|where)"
)
_DOMAIN: Final = (
    r"(?i:com|org|net|gov|edu|io|co|tv|uk|us|me|fm|ai|info|biz|js|exe|pdf|txt|html?|xml|json|docx?|xlsx?|py|md"
    r"|jpe?g|png|gif|csv|zip|app|dev|ly|de|fr|eu|mil|int|asp|aspx|php|dll|sys|bat|mp3|mp4)"
)
_WORD: Final = r"\p{L}*\p{Ll}{2,}"
_COMPOUND: Final = r"[\p{L}’'-]*\p{Ll}{2,}"
_SPEAKER: Final = r"(?:he|she|said|they|it|the|we|I|\p{Lu}\p{Ll}+\ssaid)"
_AFTER_COLON: Final = r"(?:the|an?|this|that|he|she|it|they|we|in|to|and|but|there|you)"
_ATTRIBUTIVE: Final = r"(?:the|an?|of|each|every|this|these|any|its|their|per|with|by|as|and|or|in|for)"
_PARTICLE: Final = r"(?:and|or|but|which|as|so|with)\b"
_JOINT: Final = re.compile(r"[.,;:!?()](?<=[\w%].)[.!?]*[”\"“]?[^\W_](?:(?<!\d[.,:]\d)|(?<=,\d)\d{3}\b)")
"""Where a mark touches the next word, apart from decimals and thousands."""

_JOINED: Final = lazy(
    rf"""(?x)
    (?<![^\s“”"‘'’(\[—–-])
    (?: # A full stop between a word and the next sentence.
        (?P<word> {_WORD}\)? | \p{{Lu}}?\p{{Ll}}+[’']\p{{Ll}}+ ) (?P<mark> \.[”"]? )
        (?! {_DOMAIN}\b ) (?: \p{{Lu}}\p{{Ll}}+ | [AI] ) (?= [’']\p{{Ll}} | [\s,;:!?—] | $ )
      | (?P<word> \p{{N}}{{2,}}%? | \p{{N}}% ) (?P<mark> \. ) {_BEGINNING} (?=\s)
      | (?P<word> \p{{Lu}}*\p{{Ll}}{{2,}} ) (?P<mark> \. ) {_LOWER} (?=\s)
        # A question mark or an exclamation mark.
      | (?P<word> {_WORD} ) (?P<mark> [?!]+[”"]? ) \p{{Lu}}\p{{L}}*+ (?= [’'\s,;:.!?] | $ )
        # A comma or a semicolon; not “tl;dr”.
      | (?P<word> {_COMPOUND}\)? ) (?P<mark> [,;] ) (?!dr\b) \p{{L}}[\p{{L}}’-]++ (?= [\s.:!?)”"] | $ )
      | (?P<word> {_COMPOUND} ) (?P<mark> [,;] ) (?: [aI]\b | \p{{N}}{{4}}\b ) (?= [\s.] | $ )
      | (?P<word> (?:19|20)\p{{N}}{{2}} ) (?P<mark> [,;] ) \p{{L}}{{2,}}+ (?=\s)
      | (?<=\p{{L}}\s) (?P<word> [123]?\p{{N}} ) (?P<mark> , ) (?:1[89]|20)\p{{N}}{{2}}\b (?= [\s.,;)] | $ )
        # Quotation marks that can only open or only close.
      | (?P<word> {_WORD} ) (?P<mark> [.,;!?] ) “ \p{{L}}++
      | (?P<word> {_WORD} ) (?P<mark> [.,!?]” ) \p{{L}}++
      | (?P<word> {_WORD} ) (?P<mark> , ) " \p{{Lu}}\p{{Ll}}++ (?=[\s,])
      | (?P<word> {_WORD} ) (?P<mark> ," ) {_SPEAKER} \b
      | (?P<word> \p{{Ll}}{{3,}} ) (?P<mark> : ) {_AFTER_COLON} (?=\s)
        # A colon before the first of several things, or after a clause; not “the key:value pair”.
      | (?<= \p{{Ll}}\s ) (?P<word> \p{{Ll}}{{3,}} ) (?P<mark> : )
        (?: \p{{Ll}}{{2,}}+ (?= ,\s(?!{_PARTICLE})\p{{L}} ) | \p{{Lu}}\p{{Ll}}++ (?= ,?\s\p{{L}} ) )
      | (?<= \p{{Ll}}\s (?<!\b{_ATTRIBUTIVE}\s) ) (?P<word> \p{{Ll}}{{3,}} ) (?P<mark> : )
        \p{{Ll}}{{2,}}+ (?= \s(?!ratio|and\b|or\b)\p{{L}} | [.!?](?:\s|$) )
        # Brackets with more than a letter or a word in them.
      | (?P<word> {_COMPOUND} ) (?P<before> \( ) \p{{L}}++ (?= ,?\s[^()\n]{{0,200}}\) )
      | (?<= \( [^()\n]{{1,160}} \s ) (?P<word> [^()\s]{{1,30}} ) (?P<mark> \) ) \p{{Ll}}{{2,}}+ (?=[\s.,;])
    )
    """
)
_ANCHOR: Final = (
    r"[\p{Ll}\p{N}%’'][\p{Ll}\p{N}%]\)?[.,;:?!(]{1,4}[”\"“]?\p{L}"
    r"|[\p{Ll}\p{N}][,;]\p{N}{4}|\S\)\p{Ll}{2}"
)
"""What all of these have in common, for a first look."""

_ABBREVIATION: Final = lazy(
    r"(?:[Mm]r|[Mm]rs|[Mm]s|[Dd]r|[Ss]t|[Jj]r|[Ss]r|[Nn]o|[Vv]ol|[Pp]p|[Ff]ig|[Ee]d|[Ee]ds|[Cc]a|[Vv]s|[Ii]nc|[Ll]td|[Cc]o"
    r"|[Cc]orp|[Pp]rof|[Gg]en|[Cc]ol|[Cc]apt|[Ll]t|[Ss]gt|[Rr]ev|[Hh]on|[Mm]t|[Ff]t|[Ss]en|[Rr]ep|[Gg]ov|[Yy]ahoo|[Dd]ept)"
)
_ADDRESS: Final = lazy(r"[/@#\\=_<>{}]|www\.|://|\w\(\)")
_REACH: Final = 40
"""Code points before a mark within which the word before it begins."""

_TOKEN_END: Final = lazy(r"\S*")


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    position = 0
    for joint in _JOINT.finditer(text):
        match = ending_at(_JOINED, text, joint.start(), _REACH)
        if match is None or match.start() < position or _is_meant(document, text, match):
            continue
        position = match.end()
        yield _hit(block.start, match)


def _is_meant(document: Document, text: str, match: regex.Match[str]) -> bool:
    """Tell whether what is joined is a name, an address, code or a list of keywords."""
    start = max(text.rfind(" ", 0, match.start() + 1), text.rfind("\n", 0, match.start() + 1)) + 1
    end = _TOKEN_END.match(text, match.end())
    token = text[start : end.end() if end else match.end()]
    if _ADDRESS.search(token):
        return True
    word, mark = match["word"] or "", match["mark"] or ""
    if mark[:1] in {".", "!"} and _ABBREVIATION.fullmatch(word):
        return True
    if mark == ";" and text[match.start() - 1 : match.start()] == "&":
        return True
    return document.technical and (match["before"] is not None or mark in {".", ":", ")", ","})


def _hit(offset: int, match: regex.Match[str]) -> Hit:
    if match["before"]:
        place = match.start("before")
        where = "before"
    else:
        place = match.end("mark")
        where = "after"
    mark = match["before"] or match["mark"]
    start, end = match.span()
    anchor = offset + place
    remedy = (
        Suggestion(anchor, anchor + 1, f" {mark}", "put a blank before it")
        if where == "before"
        else Suggestion(anchor - len(mark), anchor, f"{mark} ", "put a blank after it")
    )
    message = f"No blank {where} “{mark}” in “{match[0][-40:]}”"
    return Hit(offset + start, offset + end, message, suggestions=(remedy,))


rule = block_function(
    _check,
    anchor=_ANCHOR,
    why="Two lines or paragraphs were joined, or a blank was not typed; check that nothing is lost between.",
    confidence=0.9,
    scope=RUNNING_KINDS,
    cases=[
        flags("The bridge is [[closed.The]] ferry runs."),
        flags("They brought [[apples,pears]] and bread."),
        flags("Two towns lie on the [[lake:Meersburg]] and Bregenz."),
        flags("She had one [[wish:peace]] for the valley."),
        passes("The male:female ratio is even, and the key:value pairs in the list are lost."),
        passes("He wrote :smile: under it, and the talk:page of the wiki has room."),
        flags("Is it [[open?Nobody]] knows."),
        flags("It ended in [[2019.The]] next one is far off."),
        flags("The road was [[closed;nobody]] knew why."),
        flags("The fair opens on May [[5,2019]] at noon."),
        flags("The [[town(near]] the border) is old."),
        flags("He [[said,“We]] are done.”"),
        flags("The vote (the second of [[three)was]] close."),
        flags("It rained all [[day.the]] match went on."),
        passes("The site is example.com, the platform is ASP.NET."),
        passes("J.K.Rowling met E.T.A. Hoffmann in the U.S.-based club at 3 p.m."),
        passes("It drew 1,500 people (3.5 per cent) at 10:30; see Smith.12 Next came Node.js."),
        passes("Write to ada@example.org or see www.example.org/a,b and Booking.com."),
        passes("The person(s) may (re)build it, and (s)he did."),
        passes("Tags: news,politics,world,sport."),
        passes("“Why?” she asked. “No!” he said."),
        passes("St.Petersburg and Yahoo!News are names."),
        passes("The result.The function returns an array of strings; call object.Method() in Python."),
    ],
)
