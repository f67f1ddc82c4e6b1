"""Direct speech without its quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Final

import regex

from textcheck.document import RUNNING_KINDS, once
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.speech._quotations import quoted
from textcheck.vocabulary import SPEECH_VERB, WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textcheck.document import Block, Document
    from textcheck.rule import Match

_VERBS: Final = (
    rf"{SPEECH_VERB}|urged|shouted|cried|exclaimed|joked|vowed|pledged|promised|quipped|lamented|reiterated|posted|texted|e-?mailed|mused|begged|yelled|whispered|sighed|laughed"
    r"|say|remembered|remembers|answered|answers|urges|underlined|underscored|reassured|assured|pleaded|boasted|wondered\s+aloud"
)
_VERB: Final = rf"(?:(?!observed\s+(?:in|at|by|for|with|on)\b)(?:{_VERBS}))"
_CLAUSE: Final = (
    r"(?:and|or|but|nor|so|as|if|when|where|who|whom|which|what|whose|that|because|while|since|until|although|though"
    r"|after|before|unless|than|for|in|on|at|of|to|by|with|from|I|we|you|not|never|is|was|were|are|be|been|has|have|had)"
)
_WORD: Final = r"[\p{L}\p{N}][\p{L}\p{N}\p{M}’'.&-]*"
_BREAK: Final = (
    r"(?:but|nor|so|as|if|when|where|who|whom|which|what|whose|that|because|while|since|until|although|though|before"
    r"|unless|than|I|we|you|our|my|us|me|not|never|is|was|were|are|be|been|has|have|had|will|would|can|could|should)"
)
_SUBJECT: Final = (
    rf"(?!(?i:{_CLAUSE})\b)(?:(?!{_BREAK}\b){_WORD}\s+){{0,9}}?(?!{_CLAUSE}\b){_WORD}(?:,\s[^,]{{3,90}},)?"
)
_NAMED: Final = (
    r"(?!(?:I|We|You)\b)(?:(?:(?:the|an?|one|another|his|her|its|their)\s+)(?:[\p{L}\p{N}’'-]+\s+){0,5}?[\p{L}’'-]+"
    r"|(?:[\p{Ll}-]+\s+){0,4}?\p{Lu}[\p{L}’'.-]*(?:\s+(?:\p{Lu}[\p{L}’'.-]*|of|the|for|de|van|von|al|bin|and)){0,8}|he|she|they|one)"
)
_TAIL: Final = (
    rf"(?:on|in|at|to|during|after|before|from|with|by|as|while|when|about|last|late|early|earlier|yesterday|today|later"
    rf"|this|via|following|ahead|outside|inside|through|over|again|also|simply|\p{{Ll}}+ly|{WEEKDAY})\b"
)
_END: Final = rf"(?=\s*(?:[.,!?:;—–(]|$|\s{_TAIL}(?!\s+(?:that|we|I)\b)))"
_OBJECT: Final = rf"(?:\s+(?:to\s+)?(?:him|her|them|\p{{Ll}}+s|{_NAMED}))?"
_ADVERB: Final = r"(?:(?:also|later|then|once|again|further|\p{Ll}+ly)\s+)?"
_ADDRESSING: Final = (
    r"(?:told|tells|asked|asks|urged|urges|warned|warns|reminded|reassured|assured|begged|answered|wrote|texted"
    r"|e-?mailed)"
)
_REPORT: Final = regex.compile(
    rf"(?P<before>.*?(?:\p{{L}}{{2}}[’']?|\p{{L}}\.|[\p{{N}}%)])[,?!])\s+(?P<report>(?:{_SUBJECT}\s+{_ADVERB}(?:{_ADDRESSING}{_OBJECT}|{_VERB})|{_ADVERB}{_VERB}\s+{_NAMED}(?:,\s[^,]{{3,90}},)?){_END})",
    regex.DOTALL,
)
_FRONTING: Final = (
    "said|says|added|adds|stated|declared|explained|commented|replied|noted|insisted|argued|wrote|tweeted|announced"
    "|continued|concluded|stressed|recalled"
)
_ADDRESSED: Final = "told|asked|urged|warned"
_FRONT_VERB: Final = rf"(?:(?:{_FRONTING})|(?:{_ADDRESSED}){_OBJECT})"
_LEADS: Final = re.compile(
    r"[,:]\s+(?:[Ww]e|I|I['’]m|[Oo]ur|[Mm]y|[Ll]et['’]?s|[Yy]ou|[Yy]our|[Tt]his\s+is)"
    r"|:\s+(?:Please|Do\s+not|Don['’]t)"
)
"""The beginning of direct speech after its reporting clause."""
_FRONTED: Final = regex.compile(
    r"(?:(?:In|On|At|During|Following|After|Speaking|Asked|When|Writing|Addressing)\b[^,]{0,90},\s+)?"
    rf"(?P<report>{_SUBJECT}\s+{_ADVERB}{_FRONT_VERB}(?:\s+{_TAIL}[^,:]{{0,60}})?)"
    rf"(?:{_LEADS.pattern})\b",
    regex.DOTALL,
)
_COLON: Final = regex.compile(
    r"(?:(?:In|On|At|During|Following|After|Speaking|Asked|When|Writing|Addressing)\b[^,:]{0,90},\s+)?"
    rf"(?P<report>According\s+to\s+[^:]{{2,90}}|(?i:{_ADVERB}{_VERB})\s+{_NAMED}|As\s+{_NAMED}\s+puts?\s+it"
    rf"|{_SUBJECT}\s+{_ADVERB}(?:{_VERB}{_OBJECT}|testified|puts?\s+it|had\s+(?:this|the\s+following)\s+to\s+say)(?:\s+{_TAIL}[^,:]{{0,60}})?"
    r"|(?:In\s+the\s+words\s+of|To\s+quote)\s+[^:,]{2,90}"
    r"|[^:,]{0,60}\b(?:answer|reply|response|verdict|explanation|account|words|comment|message|conclusion|testimony)"
    r"(?:\s+(?:is|was|to|from|of|in|on)\s[^:,]{2,60}|\s+(?:is|was))?)"
    r":\s+(?P<speech>(?![\"“‘'«„])\p{Lu}.*)",
    regex.DOTALL,
)
_QUOTES: Final = re.compile(r":\s+[^\W\da-z]")
"""A colon before a sentence, for a quick look."""
_FIRST: Final = lazy(
    r"(?:(?<=^|[.?!,;:]\s|\s)(?:I(?=\s+\p{Ll}|,)|I['’](?:m|ve|ll|d)))\b"
    r"|(?:(?<=^|[.?!:]\s)(?:We|My|Our|Let['’]?s|We['’]\w+)(?=\s+\p{Ll}))"
    r"|(?<![\w’'#-])(?:we|we['’](?:re|ve|ll|d)|my|myself|ours?|ourselves|us|me|(?<=of\s)mine|let['’]s)(?![\w’'-])"
)
_I_OR_WE: Final = re.compile(r"\b(?:I|[Ww]e|[Mm]y(?:self)?|[Oo]urs?|ourselves|us|me|mine|[Ll]et['’]?s)\b")
"""A word of the first person, for a quick look."""
_SHARED: Final = lazy(
    r"\b[Oo]ur\s+(?:own\s+)?(?:sun|solar|galaxy|planet|universe|species|ancestors|world|earth|moon|brains?|bodies|lives)\b|\bus\s+all\b"
)
_NUMERAL: Final = lazy(
    r"(?<!\w)(?!(?:Today|Yesterday|Now|Then|Here|When|If|While|And|But|So|Because|As|That|What|Although|Since|Before"
    rf"|After|Where|Why|How|Maybe|Perhaps|Yes|No|{WEEKDAY})\s)"
    r"(?:\p{Lu}\p{L}+|type|class|phase|stage|level|grade|category|part|title|group|article|chapter|section)\s+I\b"
    r"|\bWe\s+the\s+People\b|\bI,\s+\p{Lu}"
)
_LISTENER: Final = lazy(
    r"^(?:You(?:['’](?:re|ve|ll)|\s+(?:are|have|were|did|can(?:not|['’]t)|could(?:n['’]t)?|don['’]t|didn['’]t|won['’]t|wouldn['’]t"
    r"|never|know|see))|Thank\s+you|Please|Do\s+not|Don['’]t|Never\s+mind|Good\s+(?:luck|night|morning)|Come\s+(?:on|back|in)|Look\s+at)\b"
)
_GENERIC: Final = lazy(r"^(?:\p{Ll}+\s+){0,2}\p{Ll}+s\s+(?:say|said|warn|warned|argue|note)\b")
_SINGULAR: Final = lazy(r"(?<!\w)(?:I|I['’]\w+|[Mm]y|me|myself)(?!\w)")
_QUESTION: Final = regex.compile(
    r"(?:(?:(?:What|Why|How|When|Where|Which)(?:\s+(?:\p{Ll}+\s+){0,2}?)?|Who\s+)?\b(?i:do|does|did|is|are|was|were|will|would"
    r"|can|could|should|have|has)|Who|What|How\s+(?:many|much|long|old|far|often))\b.*[,?]$",
    regex.DOTALL,
)
_ASKED: Final = lazy(r"\b(?:asked|asks)\b")
_INDIRECT: Final = lazy(r"(?i)^(?:as|like|when|if|because|although|while|since|after|before|where)\b")
_SUBORDINATE: Final = lazy(r"(?i)^(?:as\s+(?:we|i|you|my|our)|like|when|if|while|after|before|where)\b")
_SHIFTED: Final = lazy(r"(?s)\b(?:would|had|was|were|could|might)\b(?!.*\byou)")
_INVERTED: Final = lazy(rf"(?:{_ADVERB}){_VERB}\s")
_NARRATOR: Final = lazy(rf"(?:\b(?:I|we|We)\s+(?:\w+\s+)?{_VERB}|{_VERB}\s+I)\b")


_PERSONAL: Final = lazy(
    r"[?!]\s|\b(?=[IWwUuMmOoLlYyTtPDNGCa])(?:I|[Ww]e|[Uu]s|[Mm](?:[ey]|ine|yself)|[Oo]ur(?:s|selves)?|[Ll]et['’]?s|You|Thank"
    r"|Please|Don?|Never|Good|Come|Look|(?:asks|asked|(?<=[,:]\s+)(?:your?|[Tt]his\s+is)))\b"
)
"""What every sentence of direct speech holds, for a quick look."""

_CLEAR: Final = r"[^\"“”«».?!]{0,500}"
_WITHIN: Final = (
    rf"(?:{_CLEAR}(?:\W(?:\p{{L}}\.)+|\W\p{{Lu}}\p{{Ll}}{{1,3}}\.|\p{{N}}\."
    rf"|\.[^\s\"“”«»]|[.?!]\s\p{{Ll}})){{0,9}}{_CLEAR}"
)
"""What may stand between two words of a sentence; stops in it belong to figures and short forms."""
_PHRASE: Final = r"(?:[^\"“”«».?!,:]|\p{N}\.|\p{Lu}\p{Ll}{0,3}\.){0,200}"
_NEAR: Final = rf"\s(?:{_PHRASE}\s)?"
_SPEAKER: Final = r"(?:I|[Ww]e|[Oo]urs?|[Mm](?:y(?:self)?|e|ine)|[Uu]s|ourselves|[Ll]et['’]?s)[\s,.'’]"
_ADDRESS: Final = r"(?:You|Thank|Please|Don?|Never|Good|Come|Look)[\s'’]"
# The look-ahead spares most words the long list of verbs.
_REPORTS: Final = rf"(?=[\p{{L}}-]+[ds]\b|wrote|say){_VERB}"
_REPORTED: Final = (
    rf"(?:\s*(?:[.,!?:;—–(\r\n]|$)|\s+(?:{_TAIL}|(?:to|the|an?|one|another|his|her|its|their|he|she|they|him|them|\p{{Ll}}+s)\b"
    r"|(?:[\p{Ll}-]+\s+){0,4}\p{Lu}))"
)
_BEGINS: Final = lazy(rf"[,?!]\s(?:[^,?!]*\s)?{_REPORTS}")
_ANCHOR: Final = (
    rf"\b(?=[DGINPTUYCLMOWlmouw])(?:{_SPEAKER}|{_ADDRESS}){_WITHIN}[,?!]{_NEAR}{_REPORTS}{_REPORTED}"
    rf"|(?=[,?!:])(?:[,?!]{_NEAR}{_REPORTS}(?:\s{_PHRASE})?,\s(?:{_WITHIN}[^\w\"“”«»'’-])?{_SPEAKER}"
    rf"|:\s+(?:\p{{Lu}}{_WITHIN}[^\w\"“”«»'’-])?{_SPEAKER}"
    rf"|[?!]\s+(?:\p{{Ll}}{_CLEAR}\s)?{_REPORTS}{_REPORTED}"
    rf"|[,?]{_NEAR}(?:asked|asks){_REPORTED})"
    rf"|\s(?=[sadecrniwtu])(?:{_FRONTING}|{_ADDRESSED})(?:\s{_PHRASE})?[,:]\s(?:{_SPEAKER}|[Yy]our?\b|[Tt]his\s+is\b|Please\b|Do\b|Don['’])"
)
"""A speaker or a listener and a reporting clause in one sentence, with no mark of a quotation between."""

_WORDS: Final = re.compile(r"[a-z]{3,}")
_REPORTING: Final = frozenset(re.findall(r"(?<!\+)\b[a-z]{3,}", f"{_VERBS}|{_ADDRESSING}"))
"""Words of which every reporting clause without a colon has one."""

_NARRATOR_SHARE: Final = 8
"""One sentence in this many in the first person, outside quotations, makes a first-person narrator."""
_PAGE: Final = 2**14
"""Code points around speech, and on either side of them, in which a narrator is looked for."""
_MANY: Final = 4
"""Paragraphs of a text in which a single one in first person does not make its narrator."""


def _speaks(part: str) -> bool:
    """Tell whether a part of a sentence is in the first person."""
    if _FIRST.search(part) is None:
        return False
    return _FIRST.search(_NUMERAL.sub(" ", _SHARED.sub(" ", part))) is not None


def _is_speech(sentence: str) -> bool:
    """Tell whether a sentence without marks holds a reporting clause around direct speech."""
    if sentence.startswith(("—", "–", "-")) or '"' in sentence or "“" in sentence:
        return False
    reports = not _REPORTING.isdisjoint(_WORDS.findall(sentence))
    quotes = ":" in sentence and _QUOTES.search(sentence) is not None
    if not (reports or quotes) or not _PERSONAL.search(sentence):
        return False
    fronted = _FRONTED.match(sentence) if reports and _LEADS.search(sentence) else None
    if fronted is not None and not _INDIRECT.match(fronted["report"]):
        return True
    colon = _COLON.match(sentence) if quotes else None
    if colon is not None and _speaks(colon["speech"]) and not _speaks(colon["report"]):
        return True
    report = _REPORT.match(sentence) if reports and _BEGINS.search(sentence) else None
    return report is not None and not _NARRATOR.search(sentence) and _is_reported(sentence, report)


def _is_reported(sentence: str, report: Match) -> bool:
    """Tell whether what stands around a reporting clause is direct speech."""
    before, after = report["before"], sentence[report.end() :]
    # “We eat too much, doctors say” speaks for everybody.
    if _GENERIC.match(report["report"]) and not _SINGULAR.search(before) and not _LISTENER.match(before):
        return False
    if _speaks(before) or _LISTENER.search(before):
        led = _SUBORDINATE.match(before) is not None and before.count(",") == 1
        return not led or _INVERTED.match(report["report"]) is not None
    if after.startswith(","):
        # In the middle: “The team, he said, is what I live for.”
        return " " in before and _speaks(after)
    asked = _ASKED.search(report["report"]) is not None and _QUESTION.match(before) is not None
    return before[-1] in "?!" or (asked and _SHIFTED.search(before) is None)


def _check(document: Document, block: Block) -> Iterator[Hit]:
    spoken = [
        (sentence, text)
        for sentence in document.sentences(block)
        if _is_speech(text := document.prose[sentence.start : sentence.end])
        and not _is_quoted(document, *sentence)
    ]
    if spoken and not _is_narrated(document, block):
        for (start, end), text in spoken:
            yield Hit(start, end, f"Direct speech without quotation marks: “{text[:30].rstrip()}…”")


@once
def _quotations(document: Document) -> tuple[list[int], list[int]]:
    """Return where the quotations of a text begin, and where those so far end."""
    spans = quoted(document)
    return [span.start for span in spans], list(accumulate((span.end for span in spans), max))


def _is_quoted(document: Document, start: int, end: int) -> bool:
    """Tell whether some of a range of the prose is in a quotation."""
    starts, ends = _quotations(document)
    number = bisect_left(starts, end)
    return number > 0 and ends[number - 1] > start


def _is_narrated(document: Document, block: Block) -> bool:
    """Tell whether the author tells the text around a block in the first person."""
    known = _narrated(document)
    page = block.start // _PAGE
    if page not in known:
        known[page] = _has_narrator(document, page)
    return known[page]


@once
def _narrated(_document: Document) -> dict[int, bool]:
    """Return what was found of the pages of a document so far."""
    return {}


def _has_narrator(document: Document, page: int) -> bool:
    """Tell whether the text of a page and the one on either side is told in the first person."""
    running = [
        block
        for block in document.prose_blocks
        if block.kind in RUNNING_KINDS and abs(block.start // _PAGE - page) <= 1
    ]
    speaking = {number for number, block in enumerate(running) if _may_speak(document, block)}
    # The speech of the paragraph before one may go on in it.
    read = sorted(speaking.union(number - 1 for number in speaking if number))
    narrated = [number for number in _narrating(document, running, read) if number in speaking]
    # One paragraph in first person among many is a note of the site or of the author.
    if len(set(narrated)) == 1 and len(running) >= _MANY:
        return False
    least = len(narrated) * _NARRATOR_SHARE
    apart = (
        sentence
        for block in running
        for sentence in document.sentences(block)
        if not _is_quoted(document, *sentence)
    )
    return sum(1 for _ in islice(apart, least)) < least


def _may_speak(document: Document, block: Block) -> bool:
    """Tell whether a word of the first person stands in a block outside quotations."""
    words = _I_OR_WE.finditer(document.prose, block.start, block.end)
    return any(not _is_quoted(document, *word.span()) for word in words)


def _narrating(document: Document, running: Sequence[Block], numbers: Sequence[int]) -> Iterator[int]:
    """Yield the number of a block for each of its sentences in first person that nobody says in the text."""
    carried = False
    for number in numbers:
        said = False
        for sentence in document.sentences(running[number]):
            text = document.prose[sentence.start : sentence.end]
            if _is_quoted(document, *sentence):
                carried = False
            elif _is_speech(text):
                said = carried = True
            elif not _speaks(text):
                carried = False
            # The speech goes on, here or in the next paragraph.
            elif not (said or carried):
                yield number


rule = block_function(
    _check,
    why="The marks were dropped, or a quotation was reworded; compare with the source and restore them.",
    anchor=_ANCHOR,
    scope=RUNNING_KINDS,
    confidence=0.85,
    cases=[
        flags("[[The choice of the first state I visit was easy, stated the president.]] Talks go on."),
        flags(
            "[[I am proud of this team, the coach said.]] The game was long. [[We never gave up, she added.]]"
        ),
        flags("The bridge is closed. [[Are you ready to pay for it, the mayor asked the crowd.]]"),
        flags("The bridge is closed. [[The minister said: We will reopen it in May.]]"),
        flags("The bridge is closed. [[Our engineers, he told reporters on Monday, found cracks.]]"),
        flags("[[On behalf of the court, wrote Judge Ada G. Brook, I am sad to see him go.]] He was ninety."),
        flags("[[What a night! shouted the drummer.]] The hall was empty by ten."),
        flags(
            "[[Our order book is full until 2027, Lindqvist said.]] We are hiring in Linz. Our rival is not."
        ),
        flags("[[We have raised 40%, the treasurer told the club.]]\n\nWe need the rest by June."),
        flags("[[According to the captain: We saw the light and turned at once.]]"),
        flags("[[Asked about it, the firm replied: The steel came late and we lost a week.]] Work goes on."),
        flags(
            "[[Her answer to the critics: We play what we like.]] [[Said the farmer: My cows cannot read.]]"
        ),
        passes("According to the manual: Press the button twice. The report found: Costs rose everywhere."),
        passes("According to the captain, we were lucky. The crew said that in 2019, our ferry was new."),
        passes("My answer to the critics: I play what I like."),
        passes("In 1950, the museum said, nothing grew here. The price rose by 40%, the agency said."),
        passes("We drove north in 2019. The guide said: The well is deep. We drank from it."),
        passes("The minister said we must act now. Smith said our climate is changing."),
        passes('“I am proud of this team,” the coach said. "We won," she added.'),
        passes("The plan is sound, officials said. It begins in June, according to the ministry."),
        passes(
            "“The first reason is money.\n\n“I know what it costs us, the widow said to me, and so do you.”"
        ),
        passes("I was ten. My brother left us that year, my mother said. I did not believe her."),
        flags(
            "[[When I heard the bang I thought of thunder, said the neighbour.]] It was three in the morning."
        ),
        flags("[[You can't imagine the noise, recalled the nurse.]] The roof lifted and fell back."),
        passes("What, he asked, was the point? Who would pay for it, she wondered aloud. Nobody knew."),
        passes("As the mayor said, we have little time."),
        passes("The star is older than our sun, the astronomers said."),
        passes("The trench dates from World War I, the museum said."),
        passes("Patients with type I diabetes need care, the doctor said. The gold mine is shut, she added."),
        passes("We eat too much sugar, doctors say. The app lets you pay by phone, the bank said."),
        passes("‘We are open,’ said the owner. The street was empty."),
    ],
)
