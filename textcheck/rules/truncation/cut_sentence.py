"""Sentence that stops before it is complete."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

import regex

from textcheck.document import RUNNING_KINDS
from textcheck.rule import Hit, flags, function, passes
from textcheck.rules.truncation._words import (
    ATTRIBUTE,
    AUXILIARY,
    BEFORE_STOP,
    COMPLETE,
    DECISIVE,
    DECISIVE_PAUSE,
    NO_WORD,
    WEAK,
)
from textcheck.vocabulary import SPEECH_VERB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, BlockKind, Document
    from textcheck.finding import Severity

_ELLIPSIS: Final = r"\s?(?:…+\.?|\.(?:\s?\.){2,3})"
_ENDING: Final = regex.compile(
    rf"(?P<span>(?P<word>[\p{{L}}\p{{N}}][\p{{L}}\p{{N}}\p{{M}}'’]*)(?P<mark>(?P<ellipsis>{_ELLIPSIS})|-|,)?)$"
)
_DECISIVE: Final = regex.compile(rf"(?i)(?<![\w'’.-])(?:{DECISIVE})$")
_WEAK: Final = regex.compile(rf"(?i)(?<![\w'’.-])(?:{WEAK})$")
_DECISIVE_PAUSE: Final = regex.compile(rf"(?i)(?<![\w'’.-])(?:{DECISIVE_PAUSE})$")
_COMPLETE: Final = regex.compile(rf"(?i)(?<![\w'’-])(?:{COMPLETE})$")
_NO_WORD: Final = regex.compile(rf"(?<![\w'’.-])(?<!\p{{N}}\s)(?:{NO_WORD})$")
_MODAL: Final = regex.compile(rf"(?<![\w'’-])(?:{AUXILIARY})$")
_ATTRIBUTE: Final = regex.compile(
    rf"(?<![\w'’-])(?:the|an?|its|his|her|their|our|by|with|of|for|in|to|from)\s+(?:{ATTRIBUTE})$"
)
_STOPPED: Final = regex.compile(
    rf"(?P<span>(?<=\s)(?P<word>(?<!\b[Oo]h\s)(?:{BEFORE_STOP})))\.(?=\s+[\"“‘(]?\p{{Lu}}|\s*$)"
)
_BROKEN_OFF: Final = regex.compile(
    rf"(?P<span>(?<![\w'’-])(?P<word>{DECISIVE}|{WEAK})(?:…|\.{{3}}))\s+\p{{Lu}}[\p{{Ll}}]*\s+[\p{{L}}\p{{N}}]"
)
_ENUMERATED: Final = regex.compile(
    r"[;,]\s+(?:and|or)(?:,\s*\w+,?)?$|,\s*(?:finally|and|or|further|also|therefore),?$"
)
_LAST_SENTENCE: Final = regex.compile(r"[.!?…][\"”’)]*\s+(?=[\"“‘(]?\p{Lu})")
_FIRST_SENTENCE: Final = regex.compile(r"[^.!?…]{1,80}(?:[.!?]|$)")
_CONTINUES: Final = regex.compile(r"[\p{Ll}…—–,;.•?!)-]|\.\.\.")
_STOP: Final = regex.compile(r"[.!?…:;。！？।॥][\"'”’»)\]}*_\s]*(?:\[\d+\]\s*)*$")
_SENTENCE_STOP: Final = regex.compile(r"\p{Ll}[.!?][\"”’)]*\s+[\"“‘(]?\p{Lu}")
_ADDRESS: Final = regex.compile(r"[/@#_]\S*$|\p{N}-\S*$")
_ELLIPSES: Final = regex.compile(r"…|\.\s?\.\s?\.")
_LISTENER: Final = regex.compile(r"\b(?:I|I['’]\w+|[Ww]e|[Yy]ou|[Mm]y|[Yy]our|[Oo]ur|me|us)\b")
_NAME_OR_FIGURE: Final = regex.compile(r"(?<=[\p{Ll},]\s)\p{Lu}[\p{L}]+|\p{N}+")
_NUMBER_OR_FUTURE: Final = regex.compile(
    r"(?<!\w)(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|will|would|may|shall|must)(?!\w)"
)
_REPORTED: Final = regex.compile(
    rf"(?<!\w)(?:{SPEECH_VERB}|heard|found|learned|according\s+to|it\s+is\s+(?:said|believed|understood|thought))(?!\w)"
)
_FINITE: Final = regex.compile(
    r"(?<!\w)(?:is|was|are|were|has|have|had|will|would|said|says|told|began|became|made|took|won|met|left|came|went"
    r"|found|led|held|kept|lost|paid|sent|spent|built|felt|thought|bought|brought|taught|caught|fought|\p{Ll}{3,}ed)(?!\w)"
)
_PREDICATE: Final = regex.compile(
    r"(?<!\w)(?<!\b(?:who|that|which)\s)(?:is|was|are|were|has|have|had|will|would|can|could|should|must|may|might|shall"
    r"|cannot|does|did|said|told|began|became|took|came|went|gave|rose|fell|grew|ran|saw|slept|wrote|spoke|drove|broke"
    r"|chose|drew|threw|knew)(?!\w)"
    r"|(?<!\w)(?:(?:if|until|because|unless|although)\s+(?:the|an?)|"
    r"(?:if|when|until|because|unless|although|before|after|while|once|so\s+that)\s+(?:you|they|he|she|it|we|I))\s"
)
_TRANSITIVE: Final = regex.compile(r"(?<!\w)\p{Ll}{2,}s\s+(?:the|an?|its|their)\s")
_SUBJECT: Final = regex.compile(
    r"(?:The|An?|This|That|These|Those|It|He|She|They|We|I|Its|His|Her|Their|Our|My|There|In|On|At|After|Before|When"
    r"|While|Although|Since|During|For|From|Under|With|By|According)\s"
)
_HEADLINE: Final = regex.compile(
    r"^(?:How|Why|Best|Top|Worst|What|Where|Who|Whose|Which|Whether|Meet|Here)\s"
    r"|^(?:The\s+)?(?:\p{N}+|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\s+(?:\p{Ll}+\s+){1,3}(?:you|to|we|I|every)\s"
    r"|(?<!\w)(?:says?|finds?|shows?|warns?|reports?|suggests?|reveals?|claims?)$"
)
_STRANDS: Final = regex.compile(
    r"(?i)(?<!\w)(?:what|which|who|whom|whose|where|how|why|to|that|you|we|i|they|nothing|something|anything)(?!\w)"
)
_ATTRIBUTION: Final = regex.compile(r"[”\"](?:\s|\s?[–—-])[^”\"“.]{0,100}$|\p{N}$")
_ARTICLE: Final = regex.compile(r"(?<!\w)(?:[Tt]he|[Aa]n?)\s")
_OPENS: Final = regex.compile(r"[\"“‘'«(\[]")
_COMPARES: Final = regex.compile(r"(?i)(?:who|what|where|how|why|as)\b")
_REVEALS: Final = regex.compile(r"(?i)\b(?:is|was|are|were|be|has|have|had|to|with|for|by|of)$")
_SUBORDINATED: Final = regex.compile(
    rf"(?i)\b(?:and|but|or|who|which|(?<!\b(?:and|but)\s)that)\s+(?:{AUXILIARY}|to|with|for|by|of)$"
)

_FIELD_LENGTHS: Final = frozenset(
    (155, 160, 200, 250, 254, 255, 256, 280, 300, 400, 500, 512, 1000, 1024, 2000, 2048, 4000, 4096, 5000)
)
"""Field lengths, in code points, that databases, feeds and social networks cut text to."""

_LINE_WORDS: Final = 4
"""Fewest words of a line that can be told from a label."""

_PROSE_WORDS: Final = 12
"""Fewest words from which a paragraph without a stop counts as prose."""

_LONG_WORDS: Final = 25
"""Fewest words from which a single sentence without a stop is no headline."""

_COORDINATED: Final = 2
"""Fewest verbs with an object that tell a sentence in the present tense from a caption."""

_RUNNING_WORDS: Final = 15
"""Fewest words from which a text of one sentence, in the form of running prose, is no headline."""

_LONE_AMONG: Final = 3
"""Fewest paragraphs with a stop that make the one without it stand out."""

_REPORT_NAMES: Final = 2
"""Fewest names and figures in a paragraph of a report; one may stand in any story."""

_FRAGMENT_WORDS: Final = 3
"""Fewest words of a sentence that can be cut; “Or…” is a pause."""

_WRAP_MAX: Final = 120
"""Longest line, in code points, that may be a line of verse or of wrapped text."""

_TAIL: Final = 200
"""Code points looked at before the end of a block; few words and addresses are longer."""

_PHRASE: Final = 60
"""Code points of the longest phrase that tells of a cut."""

_REVEAL_WORDS: Final = 8
"""Most words of the answer that a deliberate pause leads up to."""

_RHETORIC: Final = 2
"""Other ellipses outside quotations that show an author who pauses on purpose."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What the whole document tells about the end of any of its blocks.

    `is_prose`: most paragraphs end in a stop; `stands_out`: all but one do; `lone`: all but one of several
    do; `sole`: there is one block only; `series`: several blocks end in a comma or semicolon;
    `ellipses`: how many there are; `at_field_length`: see `_FIELD_LENGTHS`.
    """

    is_prose: bool
    stands_out: bool
    lone: bool
    sole: bool
    series: bool
    ellipses: int
    at_field_length: bool

    @classmethod
    def of(cls, document: Document) -> _Context:
        texts = [document.text(block).rstrip() for block in document.prose_blocks]
        paragraphs = [document.text(block) for block in document.prose_blocks if block.kind == "paragraph"]
        stopped = sum(_STOP.search(text, max(len(text) - _TAIL, 0)) is not None for text in paragraphs)
        return cls(
            is_prose=stopped * 2 >= len(paragraphs) - 1,
            stands_out=stopped == len(paragraphs) - 1,
            lone=stopped == len(paragraphs) - 1 >= _LONE_AMONG,
            sole=len(texts) == 1,
            series=sum(text.endswith((",", ";")) for text in texts) > 1,
            ellipses=sum(len(_ELLIPSES.findall(text)) for text in texts),
            at_field_length=len(document.source.rstrip()) in _FIELD_LENGTHS,
        )

    @property
    def rhetorical(self) -> bool:
        """Whether the author pauses on purpose."""
        return self.ellipses > _RHETORIC


@dataclass(frozen=True, slots=True)
class _End:
    """The end of a block where a sentence may have been cut."""

    text: str
    sentence: str
    match: regex.Match[str]
    kind: BlockKind
    following: str
    following_kind: BlockKind | None

    @property
    def before(self) -> str:
        """The end of the text up to and with the last word."""
        end = self.match.end("word")
        return self.text[max(end - _PHRASE, 0) : end]

    @property
    def last(self) -> bool:
        return self.following_kind is None

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def titled(self) -> bool:
        """Whether most words have a capital, as in a headline."""
        words = self.sentence.split()
        return sum(word[0].isupper() for word in words) * 2 > len(words)

    @property
    def decisive(self) -> bool:
        return _DECISIVE.search(self.before) is not None or _ATTRIBUTE.search(self.before) is not None

    @property
    def weak(self) -> bool:
        return _WEAK.search(self.before) is not None

    @property
    def cut_word(self) -> bool:
        """Whether the last word has a form that no English word has."""
        return _NO_WORD.search(self.before) is not None

    @property
    def running(self) -> bool:
        """Whether the sentence has the form of running prose, not of a headline or a caption."""
        finite = (
            _PREDICATE.search(self.sentence)
            or (_SUBJECT.match(self.sentence) and _FINITE.search(self.sentence))
            or len(_TRANSITIVE.findall(self.sentence)) >= _COORDINATED
        )
        return bool(finite and _ARTICLE.search(self.sentence) and not _HEADLINE.search(self.sentence))

    @property
    def reveals(self) -> bool:
        """Whether the pause leads up to what follows: “The winner is…”."""
        listed = self.following_kind in {"list-item", "quote"}
        return not self.last and _reveals(self.sentence, self.before, "" if listed else self.following)


def _is_open(text: str) -> bool:
    """Tell whether a quotation is open at the end of a text."""
    return text.rfind("“") > text.rfind("”") or text.count('"') % 2 == 1


def _reveals(sentence: str, before: str, answer: str) -> bool:
    """Tell whether a pause after `before`, the end of `sentence`, leads up to an answer."""
    if _REVEALS.search(before) is None or _SUBORDINATED.search(before) or _REPORTED.search(sentence):
        return False
    return len(answer.split()) <= _REVEAL_WORDS


def _is_bracket_open(text: str) -> bool:
    return text.rfind("(") > text.rfind(")") or text.rfind("[") > text.rfind("]")


def _check(document: Document) -> Iterator[Hit]:
    blocks = document.prose_blocks
    context = _Context.of(document)
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.kind in RUNNING_KINDS:
            yield from _inside(document, block, context)
        end = _end(document, block, following)
        judged = end and (_paused if end.match["ellipsis"] else _unstopped)(end, context)
        if end and judged:
            severity, confidence = judged
            start, stop = end.match.span("span")
            message = f"Sentence breaks off at “{end.match['span'][-40:]}”"
            yield Hit(block.start + start, block.start + stop, message, severity, confidence)


def _inside(document: Document, block: Block, context: _Context) -> Iterator[Hit]:
    """Yield what breaks off before a stop or before another sentence."""
    text = document.text(block)
    for expression in (_STOPPED, _BROKEN_OFF):
        for match in _unquoted(text, expression):
            if expression is _BROKEN_OFF and _is_pause(text, match, context):
                continue
            start, end = match.span("span")
            yield Hit(block.start + start, block.start + end, f"Sentence breaks off at “{match['span']}”")


def _unquoted(text: str, expression: regex.Pattern[str]) -> Iterator[regex.Match[str]]:
    """Yield the matches that begin outside of quotations."""
    position = straight = 0
    curly = False
    for match in expression.finditer(text):
        passed = text[position : match.start()]
        position = match.start()
        straight += passed.count('"')
        if "“" in passed or "”" in passed:
            curly = passed.rfind("“") > passed.rfind("”")
        if not curly and straight % 2 == 0:
            yield match


def _is_pause(text: str, match: regex.Match[str], context: _Context) -> bool:
    """Tell whether an ellipsis within a paragraph is the author's own."""
    end = match.end("word")
    before = text[max(end - _PHRASE, 0) : end]
    if _COMPLETE.search(before) or (context.rhetorical and not _DECISIVE_PAUSE.search(before)):
        return True
    if _REVEALS.search(before) is None:
        return False
    sentence = _LAST_SENTENCE.split(text[max(end - _TAIL, 0) : end])[-1]
    answer = _FIRST_SENTENCE.match(text, match.end("span"))
    return answer is not None and _reveals(sentence, before, answer[0])


def _end(document: Document, block: Block, following: Block | None) -> _End | None:
    text = document.text(block).rstrip()
    tail = max(len(text) - _TAIL, 0)
    match = _ENDING.search(text, tail)
    if match is None or _ADDRESS.search(text, tail) or block.kind in {"caption", "verse"} or block.level:
        return None
    after = document.text(following) if following else ""
    if _CONTINUES.match(after):
        return None
    # Lines of verse, of an address and of wrapped text follow one another without a blank line.
    adjoins = following is not None and document.prose.count("\n", block.end, following.start) == 1
    if adjoins and not match["ellipsis"] and len(text) - text.rfind("\n") <= _WRAP_MAX:
        return None
    sentence = document.prose[document.sentences(block)[-1].start : block.start + len(text)]
    return _End(text, sentence, match, block.kind, after, following.kind if following else None)


def _paused(end: _End, context: _Context) -> tuple[Severity, float] | None:
    """Judge an ellipsis: the cut of a machine, or the pause of an author."""
    if len(end.sentence.split()) < _FRAGMENT_WORDS or _COMPLETE.search(end.before):
        return None
    if end.decisive or end.cut_word or _DECISIVE_PAUSE.search(end.before):
        if _is_open(end.text) and not end.last:
            return None
        return ("warning", 0.7) if context.rhetorical else ("error", 0.95)
    if _is_open(end.text) or context.rhetorical or end.reveals:
        return None
    if (end.weak and end.words >= _LINE_WORDS) or (end.last and context.at_field_length):
        return "error", 0.9
    return ("warning", 0.6) if _is_report(end, context) else None


def _is_report(end: _End, context: _Context) -> bool:
    """Tell whether the text before an ellipsis reports, so that it does not trail off."""
    if _LISTENER.search(end.text) or end.words < _PROSE_WORDS:
        return False
    names = len(_NAME_OR_FIGURE.findall(end.text))
    if names >= _REPORT_NAMES:
        return True
    clue = names or _REPORTED.search(end.text) or _NUMBER_OR_FUTURE.search(end.text)
    return bool(clue and context.sole and end.words >= _RUNNING_WORDS and end.running)


def _unstopped(end: _End, context: _Context) -> tuple[Severity, float] | None:
    """Judge an end without any stop."""
    mark = end.match["mark"]
    label = end.match["word"][0].isupper() and end.kind != "paragraph"
    verdict: tuple[Severity, float] | None = None
    if end.words < _LINE_WORDS or (not end.last and (_ENUMERATED.search(end.text) or not context.is_prose)):
        return None
    if mark:
        verdict = _marked(end, context)
    elif (end.decisive or (end.cut_word and end.words >= _PROSE_WORDS and end.running)) and not label:
        verdict = "error", 0.95
    elif end.kind == "heading":
        verdict = ("error", 0.8) if not label and _is_cut_clause(end) else None
    elif end.kind != "list-item" and not end.titled:
        certain: tuple[Severity, float] = ("error", 0.85) if end.last else ("warning", 0.6)
        verdict = certain if end.weak else _content(end, context)
    return verdict


def _marked(end: _End, context: _Context) -> tuple[Severity, float] | None:
    """Judge an end in a hyphen or a comma."""
    # One letter and a hyphen is a stammer in a transcript.
    if not end.match["word"].islower() or len(end.match["word"]) == 1:
        return None
    if end.match["mark"] == "-":
        return ("error", 0.9) if end.words >= _PROSE_WORDS // 2 else None
    if context.series or end.kind != "paragraph" or end.words < _PROSE_WORDS or _OPENS.match(end.following):
        return None
    return ("error", 0.85) if end.last else ("warning", 0.7)


def _is_cut_clause(end: _End) -> bool:
    """Tell whether a single line is a clause that was cut, and not a title."""
    if not end.last or end.titled or end.words <= _LINE_WORDS or _is_open(end.text):
        return False
    if _MODAL.search(end.before):
        return _COMPARES.match(end.text) is None
    strands = _STRANDS.search(end.text[: end.match.start("word")])
    return end.weak and not strands and _FINITE.search(end.text) is not None


def _content(end: _End, context: _Context) -> tuple[Severity, float] | None:
    """Judge the end of a paragraph in a content word."""
    several = _SENTENCE_STOP.search(end.text) is not None
    if end.words < _PROSE_WORDS or _ATTRIBUTION.search(end.text):
        return None
    if not end.last:
        return ("warning", 0.6) if several and context.lone else None
    if _is_bracket_open(end.text) or (several and (context.at_field_length or _is_open(end.text))):
        return "error", 0.85
    long = end.words >= _LONG_WORDS and _FINITE.search(end.text) and _ARTICLE.search(end.text)
    # A last paragraph may be a byline or an address, which end in a name; the only one is neither.
    alone = context.sole or (context.stands_out and end.match["word"].islower())
    whole = alone and end.words >= _RUNNING_WORDS and end.running
    return ("warning", 0.7) if several or long or whole or context.at_field_length else None


rule = function(
    _check,
    why="The rest was cut off by a length limit, a teaser or a failed extraction; take it from the source.",
    cases=[
        flags("The inauguration opened a six-year term that keeps him in office [[until…]]"),
        flags("The committee said that [[the]]"),
        flags(
            "Nobody from the ministry was present. The delegation then went to [[the]]. It left on Friday."
        ),
        flags("The bridge was closed last week after engineers found cracks in [[its...]]\n\nIt is shut."),
        flags(
            "The council met on Monday. It agreed to sell the two buildings and to spend the proceeds [[on]]"
        ),
        flags("The council met on Monday. Members of the opposition wanted to see the full [[investig-]]"),
        flags("Prices rose in May. The bank (which had expected the opposite for most of the [[year]]"),
        flags(
            "Rents fell in the north of the country. In the south they went up by a quarter in two [[years]]"
        ),
        flags("Growth slowed in the first half of the year, although exports to the region [[recovered,]]"),
        flags(
            "The probe will carry four cameras, among them one that sees at night, and a large [[spectrom]]"
        ),
        flags(
            "Boil the beans in plenty of salted water until they are soft, then drain them and add the"
            " onions, the herbs and the [[veg]]"
        ),
        flags("The tenant shall keep the rooms clean and shall notify the owner of any damage [[withi...]]"),
        flags(
            "The union told its members that the talks were at a delicate stage and that it would not call a"
            " [[strike...]]"
        ),
        flags(
            "The jury heard that the men had been friends since school and [[had...]]\n\nThe trial goes on."
        ),
        flags("The storm tore the roof off the school, which [[had...]]\n\nNobody was hurt."),
        flags("Villagers heard the blast before dawn and [[were...]] The army has sealed the road."),
        passes("And so on, and so on… The chairman can talk for an hour without a note."),
        passes("The list goes on… The mayor has stopped counting. If only… But the train had left."),
        passes("And the best cheese in the valley is… the one from Bern!"),
        passes("He did not know who she was… They met again. Perhaps not… The waiting was over… It rained."),
        passes(
            "The old man closed the door behind him, and the house fell silent for the first time in years…"
        ),
        passes(
            "Minister to resign after report into hospital scandal finds a pattern of neglect at the top,"
            " officials say"
        ),
        passes("How a small bakery in Lyon became the most talked about place to eat in the south of France"),
        passes(
            "A man walks past a shop on the main street of the old town during the first snow of the winter"
        ),
        passes("That is the world we live in. It is more than they had asked for."),
        passes("“I thought we might…” He did not finish the sentence."),
        passes("And the winner is…\n\nThe library of Kisumu!"),
        passes("Things to look out for\n\nThe lock must not be open."),
        passes("The act would do three things: lower the tax; raise the limit; and\n\nopen the register."),
        passes("Dear neighbours,\n\nThe road will be closed on Friday."),
        passes("The letter was never answered, and the house stood empty for years…"),
        passes("“The first reason was money.\n\n“The second was time,” the minister said."),
        passes("He drew a line under the definite article “the.” Then he closed the book."),
    ],
)
