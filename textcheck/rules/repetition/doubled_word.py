"""Word that stands twice in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.finding import Suggestion
from textcheck.rule import Hit, flags, function, lazy, passes
from textcheck.rules.repetition._words import doubled_words, is_transcript, matches, passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from textcheck.document import Document
    from textcheck.finding import Severity
    from textcheck.rules.repetition._words import Passage

_DOUBLED: Final = lazy(
    r"(?i)(?<![^\s“”\"‘'’(\[—–])(?P<word>\p{Latin}[\p{Latin}\p{M}’']*+)(?P<blank>\s++)(?P<again>(?P=word))"
    r"(?![\p{L}\p{N}\p{M}_/@-]|[’']\p{L}|\.\p{L})"
)
_FUNCTION_WORDS: Final = """
    the a an of to and or but nor at by for from with as than into onto over under about after before
    between through during without within against among across until since if when while where because
    although though whether which their our my your its his this these those we he she they i am is was
    are were be been being has have having will would should could must may might can cannot not also it
    in on off up out us them him any some each every other such only both then there who whom whose how
    what why per via upon that had no
"""
_FUNCTION: Final = frozenset(_FUNCTION_WORDS.split())
"""Words that stand twice in a row by mistake, unless the sentence says otherwise."""

_STRESSED_WORDS: Final = """
    that had her you no so very many much more really far long never now go well please bye blah bla ha
    hee he ho hi heh knock tut hear half fifty win pom yo tom dum aye night chop dik beri cous pili piri
    tuk mahi ylang agar tsk la na boo pooh cha din choo yum yeah yes hey ooh oh ah wow woof meow quack
    tick tock ding dong bang boom clap honk beep toot buzz drip hush there ta nom hop run wait stop look
    come big little old good bad sad great deep high slow slowly quick quickly dark cold hot late early
    again too nice fine right okay ok truly quite rather way all one two three day times row twinkle mea
    sir nous vous die der das si que ils elle on wee pretty super extra red blue green black white home
    work play talk walk love like friend help money life time people man dear poor sweet lovely tiny
    huge whole only just do did does dance cry sing chow pawpaw goody fuzzy wuzzy tata gaga dada mama
    papa kai kiwi mum nan bon bonbon can couscous gado nasi sate kata ko lava lapa lomi loco mu muu nono
    pee poo piripiri quinquin tam tutu tsetse wah weewee wiki wonga zig real lots loads thank fair hard
    sorry still maybe back and bam pas dan tan dim pim sim sum zip rah fee hut bau bai ban pan pow zap
    ack aha aww awe tap rat pit pat hub fan rub cut yap yip nay ay ays uno wet raw fat shy dry top max
    ace ram rum xie pin ting jin ping song kang xin yuan qin ying fei fang ling lili chi chu tai kong
    bing sha sun mei wen gan gang ole oye ala alla bara dolce caro mucho muy poco pian piano lento muuy
    bien tres beaucoup boy girl ton toi moi lui eux
"""
_STRESSED: Final = frozenset(_STRESSED_WORDS.split())
"""Words that are doubled for stress, as a sound, in a name or in a sentence that is in order."""

_CLAUSE: Final = lazy(
    r"(?i)\b(?:what|whatever|all|which|who|whoever|where|wherever|how|why|way|as|than|thing|one)\b[^.!?;“”]{0,60}$"
    r"|\b(?:the|an?)\s\p{L}+\sthat\s(?:it|he|she|they|there|this)\s$"
)
_RELATIVE: Final = lazy(
    r"\b(?:(?!(?i:and|but|or|when|because|as|after|while|if|said|says|before|since|that|where|then|so|though|although"
    r"|until|than|whether|now|later|also|today|how|why)\b)\p{L}+)\s+(?:he|she|it|they|we|you|I|who|that|which|\p{Lu}[\p{L}]+)"
    r"\s+(?:[\p{L}’']+\s+){0,3}[\p{L}’']+\s$"
    r"|\b(?i:what|which|who|whom|where|whatever|whoever|things?|place)\b[^.!?;,]{0,50}$"
    r"|\b(?:the|an?|any|every|no|one)\s\p{L}+\sthat\s[^.!?;,]{0,50}$"
    r"|\b(?i:the|an?|any|every|no|his|her|their|its|our)\s(?:\p{Ll}+\s){1,2}(?:the|an?|his|her|their|its|our|my|most|many"
    r"|some|these|those)\s(?:\p{L}+\s){1,3}(?:was|were|is|are|been|be|went|came|grew|sat|stood|slept|sang|sung|met|fought"
    r"|ran|hid|dealt|spoke|spoken|\p{Ll}+ed)\s$"
)
_PARTICLE: Final = lazy(
    r"(?i)\b(?:c[oa]m(?:e|es|ing)|br(?:ought|ing\w*)|call\w*|kick\w*|mov\w+|sets?|setting|phas\w+|sworn|voted|voting"
    r"|check\w*|log\w*|settl\w+|step\w*|br[eo]k\w*|stay\w*|drop\w*|hand\w*|turn\w*|walk\w*|usher\w*|went|go|goes|going|gone"
    r"|tun\w+|fit\w*|join\w*|fl[eo]w\w*|weigh\w*|written|t[ao]k\w+|took|puts?|putting|sen[dt]\w*|built|factored|jump\w*"
    r"|sign\w*|pass\w*|carr\w+|later|early|further|h[eo]ld\w*|cash\w*|chim\w+|pitch\w*|plug\w*|cav\w+|giv\w+|gave"
    r"|cut\w*|let\w*|pull\w*|push\w*|rush\w*|roll\w*|dial\w*|phon\w*|rang|ring\w*|g[eo]t\w*|drag\w*|lock\w*|clos\w+|played"
    r"|ended|wound)\s$"
)
_PREPOSITION_WORDS: Final = "in on to for with at by from of about up out off over"
_PREPOSITIONS: Final = frozenset(_PREPOSITION_WORDS.split())
_PARTICLES: Final = frozenset(("in", "on", "up", "out", "off", "over", "by"))
_MENTION: Final = lazy(
    r"(?i)\b(?:words?|phrases?|repeat\w*|doubl\w+|twice|typos?|stutter\w*|stammer\w*|chant\w*)\b"
)
_AFTER_SUBJECT: Final = lazy(
    r"\s+(?:is|was|has|had|will|would|could|can|should|must|may|might|does|did|means|said|says|also|needs?|seems?|"
    r"became|becomes|takes|took|makes|made|year|week|month|morning|time|be|have|not|were|are|live|worked|\p{Ll}+ed)\b"
)
_BEFORE_SUBJECT: Final = lazy(
    r"(?i)(?:^|[.!?]\s|[,;—–]\s|\b(?:that|and|but|because|said|says|where|as|of|in|the|people|those|man|woman|police|officials|\w+s)\s)$"
)
_WANTS_NOUN: Final = lazy(
    r"(?i)\b(?:is|are|was|were|has|have|had|with|there['’]s|made|makes?|found|finds?|saw|sees?|shows?|showed|of|in|gave)\s$"
)
_TIME: Final = lazy(
    r"\s+(?:week|month|year|time|morning|way|much|evening|afternoon|summer|winter|spring|season|many)"
)
_WHO: Final = lazy(
    r"(?i)\b(?:who|whoever|that|which|what|whatever|all (?:you|we|they|I)|as (?:you|we|they|I|best))\s$"
)
_PREDICATE: Final = lazy(r"\s+(?:is|are|was|were|has|had|have|released|played|recorded|toured)\b")
_FORMS_OF_BE: Final = frozenset(("is", "was", "are", "were", "be"))
_MODALS: Final = frozenset(("can", "will", "may"))
_PRONOUNS: Final = frozenset(("it", "who", "what", "there", "am", "he"))
_OFTEN_TWICE: Final = frozenset(("that", "had"))
_NEVER_A_MISTAKE: Final = _OFTEN_TWICE | (_STRESSED - _FUNCTION)
_OPENING: Final = frozenset("“\"‘'")
_CLOSING: Final = frozenset("”\"’'")

_LEFT: Final = 80
"""Code points before a doubled word that are looked at."""

_LONG_WORD: Final = 3
"""Letters of the shortest word, outside the lists, that counts as doubled by mistake."""


def _check(document: Document) -> Iterator[Hit]:
    found = [
        (offset + match.start(), offset + match.end(), match["word"])
        for passage in passages(document)
        for offset, match in matches(document, passage, _DOUBLED, _wanted(passage))
        if _is_mistake(match.string, match)
    ]
    severity: Severity | None = "info" if found and is_transcript(document) else None
    for start, end, word in found:
        remedy = Suggestion(start + len(word), end, "", f"leave “{word[:30]}” once")
        yield Hit(start, end, f"“{word[:30]}” stands twice", severity, suggestions=(remedy,))


def _wanted(passage: Passage) -> list[str]:
    words = doubled_words(passage) - _NEVER_A_MISTAKE
    return [f"{word} {word}" for word in words if word[0].isalpha()]


def _is_mistake(text: str, match: regex.Match[str]) -> bool:
    """Tell whether a doubled word can hardly be meant."""
    word = match["word"].lower()
    before = text[max(match.start() - _LEFT, 0) : match.start()]
    after = text[match.end() : match.end() + _LEFT]
    if _MENTION.search(before[-40:]) or (before[-1:] in _OPENING and after[:1] in _CLOSING):
        return False
    capitals = (match["word"][0].isupper(), match["again"][0].isupper())
    if word not in _FUNCTION:
        return not any(capitals) and not _is_stressed(word, before, after)
    if capitals[1] and word != "i" and not (capitals[0] and after.lstrip()[:1].islower()):
        return False
    return _is_wrong(word, before, after, capitals=all(capitals))


def _is_stressed(word: str, before: str, after: str) -> bool:
    """Tell whether a noun, a verb or an adjective is doubled on purpose, or stands three times."""
    thrice = before.lower().split()[-1:] == [word] or after.lower().split()[:1] == [word]
    return thrice or word in _STRESSED or len(word) < _LONG_WORD or "’" in word or "'" in word


def _is_wrong(word: str, before: str, after: str, *, capitals: bool) -> bool:
    """Tell whether no sentence in order has this function word twice here."""
    if word in _FORMS_OF_BE:
        return not _CLAUSE.search(before)
    if word in _MODALS:
        follows = after[:1].isspace() and after.lstrip()[:1].islower()
        return follows and not (_BEFORE_SUBJECT.search(before) or _WHO.search(before))
    if word in _PRONOUNS:
        return _BEFORE_SUBJECT.search(before) is not None and _AFTER_SUBJECT.match(after) is not None
    if word in _PREPOSITIONS:
        return not (_RELATIVE.search(before) or (word in _PARTICLES and _PARTICLE.search(before)))
    if word == "no":
        return _WANTS_NOUN.search(before) is not None and after.lstrip()[:1].islower()
    meant = word in _OFTEN_TWICE or (word in {"this", "these"} and _TIME.match(after))
    return not (meant or (word == "the" and capitals and _PREDICATE.match(after)))


rule = function(
    _check,
    why="A word was typed twice, or one between them was deleted; leave it once or restore the other.",
    confidence=0.9,
    cases=[
        flags("She crossed [[the the]] street."),
        flags("The bridge [[is is]] closed, and nobody [[has has]] said why."),
        flags("They walked along the river [[to\nto]] the old mill."),
        flags("[[The the]] mayor spoke first."),
        flags("The [[council council]] met on Monday."),
        flags("He lived [[in in]] London for years."),
        flags("They said that [[it it]] was late, and [[they they]] left."),
        passes("He had had enough, and she knew that that was it."),
        passes("They flew from Bora Bora to Walla Walla and heard Duran Duran and The The."),
        passes("It was a very very long day, and no, no, he said bye bye."),
        passes("What it is is a mystery, and what it was was a scandal."),
        passes("The house she lived in in 1990 is gone; the law came in in May."),
        passes("The state the roof is in in winter is sad, as is the street our firm moved to to save rent."),
        flags("The mayor opened the new bridge [[in in]] London."),
        passes("She gave her her coat and told you you could stay."),
        passes("The gorilla, Gorilla gorilla, went ha ha ha."),
        passes("He won 20 20 times in in-house matches, on on-line forums."),
        passes("He typed “the the” by mistake, and wrote the word of of twice."),
    ],
)
