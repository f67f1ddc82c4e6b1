"""Stand-in where a person's name should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import once, quoted
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.placeholders._context import GIVEN_NAMES, names_the_form
from textcheck.vocabulary import SPEECH_VERB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.rule import Match

_OFFICE = (
    r"(?:[Vv]ice[- ])?[Pp]resident(?:-elect)?|[Pp]rime [Mm]inister|(?:[Ff]oreign |[Dd]efen[cs]e |[Ff]inance |"
    r"[Hh]ealth |[Ii]nterior |[Ee]ducation )?[Mm]inister|[Ss]enator|[Gg]overnor|[Mm]ayor|[Cc]hancellor"
    r"|[Pp]remier|"
    r"[Ss]ecretary(?:[- ][Gg]eneral)?|[Aa]mbassador|[Cc]ongress(?:man|woman)|[Cc]ouncill?or|[Ss]poke(?:sman"
    r"|swoman|"
    r"sperson)|[Cc]hief [Ee]xecutive|CEO|CFO|COO|CTO|[Cc]hair(?:man|woman|person)?|[Aa]rchbishop|[Cc]olonel"
    r"|Gen\.|"
    r"Sen\.|Gov\.|Rep\."
)
_TITLE = (
    r"Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Doctor|Prof\.?|Professor|Judge|Justice|Officer|Detective|Inspector"
    r"|Sergeant|"
    r"Lieutenant|Captain|General|[Dd]irector|[Cc]oach|[Mm]anager|[Aa]nalyst|[Ee]conomist|[Ll]awyer"
    r"|[Rr]esearcher|"
    r"[Jj]ournalist|[Aa]ctor|[Aa]ctress|[Ss]inger|[Pp]rosecutor|Person"
)
_PARTICLE = "de|da|di|du|la|le|van|von|der|den|bin|bint|ibn|ben|al|el|ul|dos|del"
_FOLLOWS = (
    rf"(?=\s+(?!(?:{_PARTICLE})\b)[a-z]{{2,}}|\s+\(|\s*[,;:!?]|['’]s\b"
    rf"|\.(?:\s+(?!(?:{_PARTICLE})\b)[a-z]{{2,}}|['’]s\b|[,;:]|\s\()"
    r"|\s*\.[”\"’)]*(?:\s*$|\s+(?:The|He|She|It|They|In|On|At|But|His|Her|This|That|We|A|An)\s))"
)
_LETTER = rf"(?<=\s)[A-HJ-Z]{_FOLLOWS}"
_BEFORE_LETTER = rf"(?<![\w-])(?P<title>{_OFFICE}|{_TITLE})\s+"
_TITLED = rf"{_BEFORE_LETTER}(?P<letter>(?!A)\p{{Lu}}|(?<=Person\s)A)$"
_NUMBERED = (
    r"(?<![\w@./-])(?:(?:PERSON|NAME|SPEAKER|WITNESS|VICTIM|SUSPECT|PATIENT|ENTITY|ORGANI[SZ]ATION|ORG"
    r"|COMPANY"
    r"|LOCATION|LOC|PLACE|CITY|COUNTRY|DATE)_\d{1,3}|(?:Person|Name|Entity|Speaker)_\d{1,3}"
    r"|@entity\d{1,3})(?![\w/.]\w)"
)
_DEFAULT = (
    r"(?<!\w)(?:(?i:first ?name,? (?:last|sur) ?name|name surname)"
    r"|F(?:irst)?name L(?:ast)?name|Vorname Nachname)(?!\w)"
)
_CONTACT = (
    r"(?i:(?:(?:press|media|sales|public relations|pr)\s)?contacts?(?:\sperson)?(?:\sdetails)?(?::|\sis"
    r"|\sfor\s\w+:)?"
    r"|(?:please\s)?(?:call|phone|e-?mail|ask\sfor|write\sto|speak\sto|reach|rsvp\sto)|enquiries:|inquiries:)"
)
_DOE = (
    rf"(?<!\w)(?:(?:{SPEECH_VERB}|according to)\s+(?P<span>J(?:ohn|ane)\s+Doe)"
    rf"|(?<!\w){_CONTACT}\s(?P<span>J(?:ohn|ane)\s+(?:Doe|Q\.\sPublic))"
    rf"|(?P<span>J(?:ohn|ane)\s+Doe)(?=\s+(?:{SPEECH_VERB})\b|,\s+(?:an?\s|the\s)?(?:\w+\s+){{0,3}}?(?i:CEO"
    r"|chief|president|director|founder|manager|analyst|professor|spokes\w+|expert|researcher|head|resident"
    r"|owner)\b))"
)
_CROSSED = (
    r"(?<=\p{Ll},\s)(?:X{3,6}|\?{3,}|NAME)(?=,\s)"
    r"|(?<=\b(?:after|by|named|called|with|to|and|for|from|said|told|thanked|beat|met)\s)(?:X{4,6}|NAME)"
    r"(?=\s*[,.;]|\s(?:of|from|in|at|and|who|on)\b)"
    rf"|(?<![\w-])(?:X{{4,6}}|NAME)(?=\s(?:{SPEECH_VERB})\b)"
)
_SURNAME = (
    rf"(?<![\w’'-])(?!(?:The|A|An|No|Use|With|Example|Image|Text|Name|Title)\b)"
    rf"(?:(?:{GIVEN_NAMES})(?:\s\p{{Lu}}[\p{{Ll}}’'-]*\.?)?"
    r"|J(?:ohn|ane|ames)\s(?:Doe|Smith))\s(?:Placeholder|Lastname|LastName|Surname"
    r"|Dummy(?:name)?|Testname|Testuser"
    r"|Loremipsum)(?![\w’'-]|\s\p{Lu})"
)
_TEST_NAME = (
    r"(?:Placeholder|Dummy|Sample|Test|Fake)\s(?:Name|Person|User|Author|Speaker|Expert|Official"
    r"|Spokesperson)"
)
_ANCHOR = "|".join(
    (
        rf"(?m){_BEFORE_LETTER}[A-HJ-Z]{_FOLLOWS}",
        rf"{_NUMBERED}|{_DEFAULT}|{_CROSSED}|{_SURNAME}",
        rf"J(?:ohn|ane)\s(?:Doe|Q\.)|{_TEST_NAME}",
    )
)
_LETTER_RE = lazy(_LETTER)
_TITLED_RE = lazy(_TITLED)
_NUMBERED_RE = lazy(_NUMBERED)
_DEFAULT_RE = lazy(_DEFAULT)
_DOE_RE = lazy(_DOE)
_CROSSED_RE = lazy(_CROSSED)
_SURNAME_RE = lazy(_SURNAME)
_TEST_NAME_RE = lazy(
    rf"(?<=\b(?:{SPEECH_VERB}|according\sto)\s){_TEST_NAME}(?!\w)"
    rf"|(?<!\w){_TEST_NAME}(?=\s(?:{SPEECH_VERB})\b|,\s(?:an?\s|the\s)\w)"
)

_KNOWN = frozenset(
    {("mr", "T"), ("dr", "J"), ("professor", "X"), ("coach", "K"), ("coach", "O"), ("mr", "Q")}
)
"""People and figures who are known by such a name, without the stop of the title."""

_STAND_IN_LETTERS = frozenset("NXYZ")
_INFORMAL = frozenset({"Mr.", "Mrs.", "Ms.", "Miss", "Dr."})
"""Titles that letter writers join to the initial of a person they both know."""
_PSEUDONYM = lazy(
    r"(?i)\b(?:not (?:his|her|their) real names?|pseudonyms?|anonym\w+|legal reasons|(?:identified|known"
    r"|named) only"
    r"|known as|referred to (?:only )?as|(?:cannot|can ?not|can't|can’t|may not|not) be (?:named|identified"
    r"|published)"
    r"|names? (?:have|has) been (?:changed|withheld)|nicknamed|dubbed|suppose|imagine|hypothetical\w*|novel"
    r"|film|comic"
    r"|character|rapper|stage name|episode|memoirs?|diar(?:y|ies)|code ?names?|whose (?:identity|names?)"
    r"|protect"
    r"|so-called|the name of)\b"
)
_LITIGATION = lazy(
    r"(?i)\b(?:plaintiffs?|lawsuit|sued|court|pseudonym|anonymous\w*|unidentified|hypothetical|for example"
    r"|imagine"
    r"|real name|film|episode)\b"
)
_NAMED_IN_QUOTES = lazy(r"[“\"‘'][^“”\"]+[,.]?[”\"’']")
"""A pseudonym between quotation marks of its own."""
_PERSONS = lazy(r"\b[Pp]erson ([A-Z])\b")
_OFFICE_RE = lazy(_OFFICE)


LONGEST_TITLE = 32
"""Code points before a letter in which its title begins."""


def _titled(text: str) -> Iterator[Match]:
    """Yield the letters that stand behind a title like a name, each with its title."""
    for letter in _LETTER_RE.finditer(text):
        if match := _TITLED_RE.search(text, max(letter.start() - LONGEST_TITLE, 0), letter.end()):
            yield match


def _unknown(text: str) -> Iterator[Match]:
    """Yield those letters that are no known person and no pseudonym in quotation marks."""
    for match in _titled(text):
        if (
            (match["title"].lower().rstrip("."), match["letter"]) not in _KNOWN
            and not _NAMED_IN_QUOTES.match(match.string, match.start() - 1, match.end() + 2)
            and (match["letter"] in _STAND_IN_LETTERS or match["title"] not in _INFORMAL)
        ):
            yield match


@once
def _used(document: Document) -> dict[str, set[str]]:
    """Return the letters that stand behind each title in a text, by the title in lower case."""
    used: dict[str, set[str]] = {}
    for block in document.prose_blocks:
        for match in _unknown(document.text(block)):
            used.setdefault(match["title"].lower(), set()).add(match["letter"])
    return used


@once
def _has_pseudonyms(document: Document) -> bool:
    return _PSEUDONYM.search(document.prose) is not None


def _letters(document: Document, block: Block) -> Iterator[Hit]:
    for match in _unknown(document.text(block)):
        office = _OFFICE_RE.fullmatch(match["title"]) is not None
        several = len(_used(document)[match["title"].lower()]) > 1
        pseudonym = _has_pseudonyms(document)
        if match["title"] == "Person" and len(set(_PERSONS.findall(document.prose))) > 1:
            continue
        if pseudonym and (several or not office or quoted(match.string, match.start())):
            continue
        initial = match.string.startswith(".", match.end())
        sure = (
            not pseudonym
            and not several
            and (match["letter"] in _STAND_IN_LETTERS or (office and not initial))
        )
        yield Hit(
            block.start + match.start(),
            block.start + match.end(),
            f"“{match[0]}” stands in for a name",
            severity="error" if sure else "warning",
            confidence=0.9 if sure else 0.55,
        )


_STAND_INS = (_NUMBERED_RE, _DEFAULT_RE, _SURNAME_RE, _TEST_NAME_RE, _CROSSED_RE)


def _check(document: Document, block: Block) -> Iterator[Hit]:
    yield from _letters(document, block)
    text = document.text(block)
    found = [match.span() for expression in _STAND_INS for match in expression.finditer(text)]
    contacts = [match.span("span") for match in _DOE_RE.finditer(text)]
    if not (found or contacts) or names_the_form(_TEST_NAME_RE.sub("", _SURNAME_RE.sub("", text))):
        return
    if document.technical:
        return
    for start, end in found:
        yield Hit(block.start + start, block.start + end, f"“{text[start:end]}” stands in for a name")
    if contacts and not _LITIGATION.search(document.prose):
        for start, end in contacts:
            message = f"“{text[start:end]}” stands in for a name"
            yield Hit(block.start + start, block.start + end, message, severity="warning", confidence=0.8)


rule = block_function(
    _check,
    why="A template, an anonymiser or a rewriting step put a letter or token there; a person knows the name.",
    anchor=_ANCHOR,
    confidence=0.9,
    cases=[
        flags("[[President N]] is effectively communicating his values to the public."),
        flags("The talks were led by [[Prime Minister K]], who arrived on Monday."),
        flags("[[CEO B]] told investors that the plant would close."),
        flags("“We have no plans to leave,” [[Mr X]] said."),
        flags("Critics of [[Mayor R]]’s plan met on Friday."),
        flags("The report was presented by [[PERSON_1]] on behalf of [[PERSON_2]]."),
        flags("The award went to [[Firstname Lastname]] of Leeds."),
        flags("“We are proud of this product,” said [[Jane Doe]], adding that demand was high."),
        flags("[[Chancellor N]]. met the guests in Berlin, and [[Chancellor N]].’s aides left."),
        flags("The head of the school, [[John Doe Placeholder]], opened the fair."),
        flags("“It is a good year for plums,” said [[Maria Lastname]], a farmer."),
        flags("“It is a good year for plums,” said [[Test Name]]."),
        flags("For tickets, contact [[Jane Doe]] at the box office."),
        flags("The head teacher, [[XXXX]], said pupils were safe."),
        passes("Person A gives two coins to Person B, who keeps one."),
        passes("The singles chart has XXXX as a beer, and Castlemaine XXXX sells well."),
        passes("The name on the door, in capitals, was hers."),
        passes("President J. de Vries and Senator P. van Dam met."),
        passes("John Example and Mary Sample ran the shop."),
        passes("The form shows John Smith Placeholder, a dummy in each template."),
        passes("President N Srinivasan opened the tournament."),
        passes("President N. Srinivasan opened the tournament."),
        passes("Kennan, writing as “Mr. X,” set out a policy."),
        passes("Malcolm X spoke in Harlem, and Generation X listened."),
        passes("Mr. T played the part in the series, and Mr T was paid well."),
        passes("Plan B is to take vitamin D with Company B in Section A."),
        passes("“O Captain I am ready,” he wrote; the General I admired was gone."),
        passes("Mr X, whose name cannot be published, denied all charges. Mr X is 34."),
        passes("Queen Elizabeth I was crowned in 1559, and King George V visited."),
        passes("The suit was filed by Jane Doe, a resident of Ohio, in federal court."),
        passes("Use Firstname Lastname as the placeholder in the form."),
        passes("The column PERSON_1 of the SQL table holds strings in JSON."),
    ],
)
