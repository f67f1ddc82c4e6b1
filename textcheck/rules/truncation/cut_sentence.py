"""Sentence that stops before it is complete."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from textcheck.document import RUNNING_KINDS, block_at
from textcheck.rule import Hit, flags, function, lazy, passes
from textcheck.rules.truncation._endings import context_of, endings, ends_in, has_open_quotation
from textcheck.rules.truncation._words import AUXILIARY, BEFORE_STOP, DECISIVE, WEAK, is_beginning
from textcheck.vocabulary import SPEECH_VERB

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import regex

    from textcheck.document import Block, Document
    from textcheck.finding import Severity
    from textcheck.rules.truncation._endings import Context, Ending

# The mark comes first and the words are looked back for, which is many times as fast.
_STOPPED: Final = lazy(
    rf"\.(?=\s+[\"“‘(]?\p{{Lu}}|\s*$)(?<=\s(?P<word>(?<!\b[Oo]h\s)(?:{BEFORE_STOP}))(?P<mark>)\.)"
)
_ELLIPSES: Final = (re.compile("…"), re.compile(r"\.\.\."))
_OPEN_WORD: Final = lazy(rf"\.(?<=\s(?:{BEFORE_STOP})\.)")
_BROKEN_OFF: Final = lazy(
    r"(?:…|\.{3})(?=\s+\p{Lu}[\p{Ll}]*\s+[\p{L}\p{N}])"
    rf"(?<=(?<![\w'’-])(?P<word>{DECISIVE}|{WEAK})(?P<mark>…|\.{{3}}))"
)
_ENUMERATED: Final = lazy(
    r"[;,]\s+(?:and|or)(?:,\s*\w+,?)?$|,\s*(?:finally|and|or|further|also|therefore),?$"
)
_LAST_SENTENCE: Final = lazy(r"[.!?…][\"”’)]*\s+(?=[\"“‘(]?\p{Lu})")
_FIRST_SENTENCE: Final = lazy(r"[^.!?…]{1,80}(?:[.!?]|$)")
_SENTENCE_STOP: Final = lazy(r"\p{Ll}[.!?][\"”’)]*\s+[\"“‘(]?\p{Lu}")
_LISTENER: Final = lazy(r"\b(?:I|I['’]\w+|[Ww]e|[Yy]ou|[Mm]y|[Yy]our|[Oo]ur|me|us)\b")
_NAME_OR_FIGURE: Final = lazy(r"(?<=[\p{Ll},]\s)\p{Lu}[\p{L}]+|\p{N}+")
_NUMBER_OR_FUTURE: Final = lazy(
    r"(?<!\w)(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|will|would|may|shall|must)(?!\w)"
)
_REPORTED: Final = lazy(
    rf"(?<!\w)(?:{SPEECH_VERB}|heard|found|learned|according\s+to|it\s+is\s+(?:said|believed|understood|thought))(?!\w)"
)
_ATTRIBUTION: Final = lazy(r"[”\"](?:\s|\s?[–—-])[^”\"“.]{0,100}$|\p{N}$")
_COMPARES: Final = lazy(r"(?i)(?:who|what|where|how|why|as)\b")
_RELATIVE: Final = lazy(
    rf"(?i)\b(?:(?<!\b(?:{SPEECH_VERB}|say|think|hope|fear|know|believe)\s)that|who|which|where|when|what|how"
    r"|as|than|way|there|it)\b|(?<=\p{L}\s)(?:you|we|I|they|he|she)\s+(?:\p{L}+\s+){0,2}\p{L}+$"
)
_REVEALS: Final = lazy(r"(?i)\b(?:is|was|are|were|be|has|have|had|to|with|for|by|of)$")
_POSSIBLE: Final = lazy(r"(?i)\b(?:may|might|can|could|will|would|shall|should|must)\s(?:\p{Ll}+\s)?be$")
"""What is not yet so; a pause after it leads up to an answer in the same breath only."""
_VALEDICTION: Final = lazy(
    r"(?i)(?:(?:yours|kind(?:est)?|best|warm(?:est)?|with|many|much|all|love|lots|regards|sincerely|respectfully"
    r"|faithfully|cheers|cordially|thanks|thank\syou)\b[^.!?\n]{0,40},?\s*(?:\n|$))"
)
_SUBORDINATED: Final = lazy(
    rf"(?i)\b(?:and|but|or|who|which|(?<!\b(?:and|but)\s)that)\s+(?:{AUXILIARY}|to|with|for|by|of)$"
)

_FELL_SILENT: Final = lazy(
    r"(?:He|She|They|I|We|It|\p{Lu}\p{Ll}+)\s(?:had\s)?(?:(?:stopped|paused|hesitated|faltered|stuck)"
    r"(?=[.,;:!?…—–]|\s(?:short|there|again|dead|himself|herself|and|for|to|in|at|as|then|mid\b))"
    r"|br(?:oke|oken)\soff|trailed\s(?:off|away)|fell\s(?:silent|quiet)|(?:did|could)(?:\snot|n[’']t)\s(?:finish|go\son)"
    r"|let\s(?:it|the\s(?:sentence|words?|thought))\s(?:hang|trail|go)|lost\s(?:the|his|her)\s(?:thread|words?))\b"
)
_LOST: Final = (
    "A number, a name, a link or some words were dropped before the stop; take them from the source."
)
"""Why a sentence within a paragraph is not complete: what cuts a text takes the stop as well."""

_LINE_WORDS: Final = 4
"""Fewest words of a line that can be told from a label."""

_HYPHENATED_WORDS: Final = 6
"""Fewest words of a line whose last one has a hyphen and is no label."""

_PROSE_WORDS: Final = 12
"""Fewest words from which a paragraph without a stop counts as prose."""

_RUNNING_WORDS: Final = 15
"""Fewest words from which a text of one sentence, in the form of running prose, is no headline."""

_LONG_WORDS: Final = 25
"""Fewest words from which a single sentence without a stop is no headline."""

_REPORT_NAMES: Final = 2
"""Fewest names and figures in a paragraph of a report; one may stand in any story."""

_FRAGMENT_WORDS: Final = 3
"""Fewest words of a sentence that can be cut; “Or…” is a pause."""

_TAIL: Final = 200
"""Code points looked at before an ellipsis."""

_PHRASE: Final = 60
"""Code points in which the words before an ellipsis stand."""

_REVEAL_WORDS: Final = 8
"""Most words of the answer that a deliberate pause leads up to."""


def _check(document: Document) -> Iterator[Hit]:
    context = context_of(document)
    places = (found.start() for clue in (*_ELLIPSES, _OPEN_WORD) for found in clue.finditer(document.prose))
    for block in dict.fromkeys(block_at(document, place) for place in places):
        if block and block.kind in RUNNING_KINDS:
            yield from _inside(document, block, context)
    for block, end in endings(document):
        if judged := _judge(end, context):
            severity, confidence = judged
            start, stop = end.match.span("span")
            message = f"Sentence breaks off at “{end.match['span'][-40:]}”"
            yield Hit(block.start + start, block.start + stop, message, severity, confidence)


def _inside(document: Document, block: Block, context: Context) -> Iterator[Hit]:
    """Yield what breaks off before a stop or before another sentence."""
    text = document.text(block)
    for expression in (_STOPPED, _BROKEN_OFF):
        for match in _unquoted(text, expression):
            if expression is _BROKEN_OFF and _is_pause(text, match, context):
                continue
            start, end = match.start("word"), match.end("mark")
            message = f"Sentence breaks off at “{text[start:end]}”"
            stopped = expression is _STOPPED
            yield Hit(block.start + start, block.start + end, message, why=_LOST if stopped else None)


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


def _is_pause(text: str, match: regex.Match[str], context: Context) -> bool:
    """Tell whether an ellipsis within a paragraph is the author's own."""
    end = match.end("word")
    if ends_in("complete", text, end) or (context.rhetorical and not ends_in("decisive_pause", text, end)):
        return True
    before = text[max(end - _PHRASE, 0) : end]
    if _REVEALS.search(before) is None:
        return False
    sentence = _LAST_SENTENCE.split(text[max(end - _TAIL, 0) : end])[-1]
    answer = _FIRST_SENTENCE.match(text, match.end())
    return answer is not None and _reveals(sentence, answer[0])


def _reveals(sentence: str, answer: str) -> bool:
    """Tell whether a pause at the end of `sentence` leads up to an answer: “The winner is…”."""
    if _REVEALS.search(sentence) is None or _SUBORDINATED.search(sentence) or _REPORTED.search(sentence):
        return False
    return len(answer.split()) <= _REVEAL_WORDS


def _judge(end: Ending, context: Context) -> tuple[Severity, float] | None:
    """Return the verdict of the first clue that has one."""
    # The items of a list finish the sentence that leads up to them.
    if end.following_kind == "list-item" and not end.ends_in("no_word"):
        return None
    if end.match["ellipsis"]:
        return _paused(end, context)
    if _FELL_SILENT.match(end.following) and context.has_dialogue:
        return None
    if end.words < _LINE_WORDS or (not end.last and (_ENUMERATED.search(end.text) or not context.is_prose)):
        return None
    if end.match["mark"]:
        return _hyphenated(end, context)
    verdicts = (clue(end, context) for clue in _CLUES)
    return next((verdict for verdict in verdicts if verdict), None)


def _paused(end: Ending, context: Context) -> tuple[Severity, float] | None:
    """Judge an ellipsis: the cut of a machine, or the pause of an author."""
    if len(end.sentence.split()) < _FRAGMENT_WORDS or end.ends_in("complete"):
        return None
    quoted = has_open_quotation(end.text)
    if any(end.ends_in(kind) for kind in ("decisive", "no_word", "decisive_pause")):
        if quoted and not end.last:
            return None
        return ("warning", 0.7) if context.rhetorical else ("error", 0.95)
    if quoted or context.rhetorical or _leads_up(end):
        return None
    if (end.ends_in("weak") and end.words >= _LINE_WORDS) or (end.last and context.at_field_length):
        return "error", 0.9
    return ("warning", 0.6) if _is_report(end, context) else None


def _leads_up(end: Ending) -> bool:
    """Tell whether the pause leads up to what follows."""
    if end.last or _VALEDICTION.match(end.following):
        return False
    listed = end.following_kind in {"list-item", "quote"}
    sentence = end.sentence[: end.match.end("word") - len(end.text) or None]
    if _POSSIBLE.search(sentence) and not (listed or end.following.endswith("!")):
        return False
    return _reveals(sentence, "" if listed else end.following)


def _is_report(end: Ending, context: Context) -> bool:
    """Tell whether the text before an ellipsis reports, so that it does not trail off."""
    if _LISTENER.search(end.text) or end.words < _PROSE_WORDS:
        return False
    names = len(_NAME_OR_FIGURE.findall(end.text))
    if names >= _REPORT_NAMES:
        return True
    clue = names or _REPORTED.search(end.text) or _NUMBER_OR_FUTURE.search(end.text)
    return bool(clue and context.sole and end.words >= _RUNNING_WORDS and end.running)


def _hyphenated(end: Ending, _: Context) -> tuple[Severity, float] | None:
    """Judge an end in a hyphen; one letter before it is a stammer in a transcript."""
    word = end.match["word"]
    cut = end.match["mark"] == "-" and word.islower() and len(word) > 1
    return ("error", 0.9) if cut and end.words >= _HYPHENATED_WORDS else None


def _open_word(end: Ending, _: Context) -> tuple[Severity, float] | None:
    """Judge an end in a word that leaves a sentence open wherever it stands."""
    return ("error", 0.95) if end.ends_in("decisive") and not end.labelled else None


def _cut_word(end: Ending, _: Context) -> tuple[Severity, float] | None:
    """Judge an end in letters that end no English word."""
    cut = end.words >= _PROSE_WORDS and end.ends_in("no_word") and end.running and not end.labelled
    if not cut and end.kind == "paragraph" and _SENTENCE_STOP.search(end.text):
        cut = is_beginning(end.match["word"]) and end.words >= _PROSE_WORDS
    return ("error", 0.95) if cut else None


def _cut_clause(end: Ending, _: Context) -> tuple[Severity, float] | None:
    """Judge a single line: a clause that was cut, or a title."""
    if end.kind != "heading" or end.labelled or end.words <= _LINE_WORDS:
        return None
    if not end.ends_in("weak") or end.titled:
        return None
    if has_open_quotation(end.text) or not (end.last or _is_clause_in_mid_text(end)):
        return None
    cut = not _COMPARES.match(end.text) if end.ends_in("auxiliary") else not end.strands and end.finite
    return ("error", 0.8) if cut else None


def _is_clause_in_mid_text(end: Ending) -> bool:
    """Tell whether a line that more text follows is running prose and no title."""
    if end.following_kind == "quote" or end.following.startswith(("“", '"', "‘", "«")):
        return False
    if _SENTENCE_STOP.search(end.text):
        return True
    return end.ends_in("auxiliary") and end.running and _RELATIVE.search(end.text) is None


def _waiting_word(end: Ending, _: Context) -> tuple[Severity, float] | None:
    """Judge the end of a paragraph in a word that mostly waits for the rest of the sentence."""
    if end.kind in {"heading", "list-item"} or not end.ends_in("weak") or end.titled:
        return None
    return ("error", 0.85) if end.last else ("warning", 0.6)


def _no_stop(end: Ending, context: Context) -> tuple[Severity, float] | None:
    """Judge the end of a paragraph in any other word."""
    if end.kind in {"heading", "list-item"} or end.words < _PROSE_WORDS or end.titled:
        return None
    several = _SENTENCE_STOP.search(end.text) is not None
    if _ATTRIBUTION.search(end.text):
        return None
    if not end.last:
        return ("warning", 0.6) if several and context.lone else None
    if several and context.at_field_length:
        return "error", 0.85
    long = end.words >= _LONG_WORDS and end.finite and end.has_article
    # A last paragraph may be a byline or an address, which end in a name; the only one is neither.
    alone = context.sole or (context.stands_out and end.match["word"].islower())
    whole = alone and end.words >= _RUNNING_WORDS and end.running
    return ("warning", 0.7) if several or long or whole or context.at_field_length else None


_CLUES: Final[tuple[Callable[[Ending, Context], tuple[Severity, float] | None], ...]] = (
    _open_word,
    _cut_word,
    _cut_clause,
    _waiting_word,
    _no_stop,
)
"""Clues for a cut in the last word of a block, the surest first."""


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
        flags(
            "Rents fell in the north of the country. In the south they went up by a quarter in two [[years]]"
        ),
        flags(
            "The probe will carry four cameras, among them one that sees at night, and a large [[spectrom]]"
        ),
        flags(
            "Boil the beans in plenty of salted water until they are soft, then drain them and add the"
            " onions, the herbs and the [[veg]]"
        ),
        flags(
            "The town has two schools. Both of them will be shut for the year by order of the [[educat]]\n\n"
            "The fair is in June."
        ),
        flags("They met a farmer from the valley, the only witness [[who]]"),
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
        flags("The mill has new owners. In the spring they [[would]]\n\nThe dam is a hundred years old."),
        flags("On Friday, the two teams [[have]]\n\nThe cup has been held here since 1950."),
        flags("Doctors say that the new drug [[can]]\n\nTrials begin in the autumn in four towns."),
        passes("All the things she could have been\n\nThe dam is a hundred years old."),
        passes("The house that never was\n\nThe dam is a hundred years old."),
        passes("The judge’s only answer to them was\n\n“No.”"),
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
        passes(
            "- fresh bread from the bakery and\n- cheese from the farm\n\nBoth are free.", format="markdown"
        ),
        passes("If you are a painter who has ...\n\n- an hour, clean your brushes.", format="markdown"),
        passes("Things to look out for\n\nThe lock must not be open."),
        passes("The letter was never answered, and the house stood empty for years…"),
        passes("“The first reason was money.\n\n“The second was time,” the minister said."),
        passes(
            "“I lost it,” he said.\n\nHe tried to say where he had been, and what the weather was, but he"
            " couldn’t\n\nHe paused. He looked up.\n\n“By the gate,” he said."
        ),
        passes(
            "“Tell me.”\n\nThere was so much to tell, and so little that she would\n\nAnn broke off.\n\n"
            "“It was dark.”"
        ),
        flags("The shop is open daily and all calls may [[be…]]\n\nYours faithfully\n\nAnn Hill"),
        flags("The shop is open daily and all calls can [[be…]]\n\nThe manager is away."),
        passes("And the mayor of the year will be…\n\nAnn Hill of Leeds!"),
        passes("He drew a line under the definite article “the.” Then he closed the book."),
    ],
)
