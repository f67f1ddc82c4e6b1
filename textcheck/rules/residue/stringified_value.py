"""Missing value or object of a program, printed as a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.document import quoted
from textcheck.rule import Case, Hit, flags, function, passes
from textcheck.rules.residue._context import shown
from textcheck.vocabulary import MAGNITUDE, PERCENT, SPEECH_VERB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_OBJECT = regex.compile(
    r"\[object (?:Object|Array|HTML\w+|Promise|Undefined|Null|Window|Function)\]|<built-in (?:function"
    r"|method) \w+>?"
    r"|<(?:bound method|function|generator object|class|module)\s['\w.<>]+(?:\s(?:at|of"
    r"|from)\s[^<>\n]{1,80})?>"
    r"|<[\w.]+ object at 0x[0-9a-fA-F]+>|\bSymbol\((?:Symbol\.)?\w{0,40}\)|\bPromise \{ ?<\w+> ?\}"
    r"|\bfunction ?\w*\([\w, ]{0,60}\) ?\{(?: ?\[native code\] ?\})?|\(\) => \{|#(?:REF|VALUE|DIV/0|NAME"
    r"|NULL|NUM)!|#NAME\?|#N/A"
    r"|\bTraceback \(most recent call last\):?|\bInvalid Date\b|\b(?:Nullable|Optional)\((?:\"[^\"\n]*\""
    r"|\w+)\)"
    r"|\b(?:System|java)\.(?:\w+\.)*[A-Z]\w+(?:@[0-9a-f]{4,}|Exception)\b|\bdict_(?:keys|values|items)\(\["
    r"|\bdatetime\.(?:date|datetime)\([\d, ]+\)|\bDecimal\('[\d.]+'\)|\bTimestamp\('[^'\n]+'\)"
)
_WORD = r"undefined|null|None|NULL|NaN|nan|NaT|nil"
_CALL = (
    r"(?:[Hh]ello"
    r"|[Hh]i|[Dd]ear|[Hh]ey|[Ww]elcome(?: back)?,?|[Tt]hank you,?|[Tt]hanks,?|[Gg]ood (?:morning|evening),?)"
)
_AFTER = (
    rf"(?=\s*[,;:)%]|\s*[.!?](?:\s|[”\"’]|$)|\s+(?:on|at|by|from|in|for|to|is|was|were|has|had|will|per"
    rf"|{PERCENT}|{MAGNITUDE}"
    rf"|people|years?|days|dollars|euros|degrees|votes|goals|points|miles|tickets|minutes|hours"
    rf"|{SPEECH_VERB})\b|\s*$)"
)
_COSTING = (
    r"[Cc]osts?|costing|priced\sat|total(?:s|l?ed|l?ing)|reach(?:es|ed|ing)|weigh(?:s|ed|ing)?|averag(?:es"
    r"|ed|ing)|scored"
    r"|earn(?:s|ed|ing)|received|attracted|drew|exceed(?:s|ed|ing)|number(?:s|ed|ing)|sold\sfor|worth|aged"
    r"|rose\sto"
    r"|fell\sto|hit|at\sleast|at\smost|more\sthan|less\sthan|fewer\sthan|up\sto"
)
_CLAUSE = (
    r"(?=\s*[,.;)](?!\w)|\s*$|\s(?:and|or|but|while|per|at|in|on|for|from|to|each|after|before|last|this"
    r"|when|with)\b"
    r"(?!\s(?:other|others|another|all|some|void)\b))"
)
_COUNTED = (
    r"people|persons|dollars|euros|pounds|yen|kilomet(?:er|re)s|met(?:er|re)s|miles|km|kg|kilograms|tonnes"
    r"|hectares|acres"
    r"|lit(?:er|re)s|hours|minutes|seconds|days|weeks|months|years|tickets|goals|runs|seats|members|residents"
    r"|inhabitants|passengers|students|employees"
)
_NOUN_OR_VERB = r"votes|points|times|cases|degrees|homes|jobs|deaths|guests|rooms|pages|copies|items|units"
_VALUE = regex.compile(
    rf"(?<=(?<![\w’'-]){_CALL}\s)(?:{_WORD})(?=\s*[,.!:?–—-]|\s*$|\s(?:and|thanks|thank|your|you|we|I)\b)"
    r"|(?<=\b(?:Mr|Mrs|Ms|Dr|Mx)\.?\s)(?:undefined|null|None|NaN|nan)(?!\w)"
    rf"|(?<=\b(?:{_COSTING})\s)(?:undefined|null|None|NaN|nan){_CLAUSE}"
    rf"|(?<!\w)(?:undefined|null|None|NaN|nan)(?=\s(?:{MAGNITUDE}|{PERCENT}|{_COUNTED})\b)"
    rf"|(?<!\w)(?:undefined|null)(?=\sdegrees(?:\s(?:Celsius|Fahrenheit|C|F|and|in|on|at|by|with)\b"
    rf"|\s*[,.;]|$))|(?<=[\p{{Ll}},]\s)None(?=\s(?:{_NOUN_OR_VERB})\b)"
    rf"|(?<![\w.])[$£€](?P<span>undefined|null|None|NaN|nan)\b|(?<!\w)(?:undefined|NaN|None|nan|null)(?=\s?%"
    rf"|°)"
    rf"|(?<=(?<![\w’'-])(?:by|at|on|in|of|from|for|to|with|since|per|until|around|about|nearly|than"
    rf"|between)\s)(?:undefined|NULL"
    rf"|null|None|NaT){_AFTER}(?!\s+(?:and\s+void|set|value|hypothes|results?))"
    rf"|(?<![\w-])NaN(?![\w-])"
    r"|(?<!\w)(?:undefined|null|NaN|None),?\s(?:undefined|null|NaN|None)(?!\w)"
    rf"|^(?:undefined|null|NaN)(?=\s+(?:{SPEECH_VERB}|is|was|has|will)\b|$)"
    rf"|(?<=[.!?]\s)(?:undefined|null)(?=\s+(?:{SPEECH_VERB}|is|was|has|will)\b)"
    r"|(?<=^(?:By|Date|Published|Author|Updated|Posted|Name|Title|Location|Price|Source):?\s)(?:undefined"
    r"|null|None|NaN|nan)(?=\s|$)"
)
_IDIOM = regex.compile(
    r"(?i)(?:second|next|bar|all or|better than|rather than|more than|less than|fewer than|up to|at least"
    r"|little or|slim to|is|to|than) none|(?:go|going"
    r"|went|come|came"
    r"|reduced|equal|down) to (?:null|nan)|(?:remains?|left|largely|still|as) undefined|chapter"
    r"|and then there were"
)
_SUBJECT = regex.compile(
    r"(?i)\bnull (?:hypothes[ie]s|result|allele|set|mutant|mutation|cline)|mutants?|knock-?out|genotypes?"
    r"|alleles?"
)


def _check(document: Document) -> Iterator[Hit]:
    if document.technical:
        return
    genetics = _SUBJECT.search(document.prose) is not None
    for block in document.prose_blocks:
        text = document.text(block)
        found = list(_OBJECT.finditer(text))
        if block.kind != "heading" or not text.istitle():
            found += _VALUE.finditer(text)
        for match in found:
            start, end = match.span("span") if match.re is _VALUE and match["span"] else match.span()
            value = text[start:end]
            if quoted(text, start) or (genetics and value.lower() == "null"):
                continue
            if match.re is _VALUE and _IDIOM.search(text, max(start - 16, 0), end):
                continue
            yield Hit(
                block.start + start, block.start + end, f"“{shown(value)}” is a program's value, not a word"
            )


rule = function(
    _check,
    why="A program printed a value that was missing or an object; a person or the data knows the right one.",
    triggers=(
        *(
            "undefined",
            "null",
            "none",
            "nan",
            "nat",
            "nil",
            "object",
            "built-in",
            "<function",
            "<bound",
            "symbol(",
        ),
        *(
            "promise {",
            "function",
            "() =>",
            "#",
            "traceback",
            "invalid date",
            "optional(",
            "exception",
            "dict_",
            "datetime.",
        ),
        *("decimal(", "timestamp(", "<class", "<generator", "<module", "@"),
    ),
    severity="error",
    confidence=0.93,
    cases=[
        flags("Hello [[undefined]], your order is on its way."),
        flags("The story was posted by [[null]] on Friday."),
        flags("Shares closed at [[NaN]], a record."),
        Case("The guests were [object Object] and her sister.", ((16, 31),)),
        flags("The vote was won by [[None]] on Tuesday."),
        flags("Prices rose by $[[undefined]] in May."),
        flags("He spoke to [[<built-in function id>]] at the fair."),
        flags("The fair opens on [[Invalid Date]]."),
        flags("[[undefined]] said the talks would go on."),
        flags("Tickets cost [[undefined]] and can be bought at the door."),
        flags("The motion got 40 votes, and the other received [[None]] votes."),
        flags("Tomorrow the north will see [[undefined]] degrees and rain."),
        flags("Hello [[null]]\n\nThe match is on Friday."),
        flags("The parcel weighs [[NaN]] and travelled [[null]] kilometres."),
        passes("The cost was undefined, the borders reached undefined ground, and of degrees none."),
        passes("Guests came, and none votes here; None votes for it, as they say, but None of us knew."),
        passes("The law has undefined terms, undefined degrees of guilt and a null vote."),
        passes("None of the members came, and none spoke."),
        passes("The null hypothesis was rejected; the pact is null and void."),
        passes("The term remains undefined in law."),
        passes("Her skill is second to None."),
        passes("Nan Smith baked naan with her nan."),
        passes("It was a risk of None of the Above, she wrote."),
        passes("In JavaScript a variable is undefined by default; reading null by a function is an error."),
        passes("The borders were undefined, and on the map the area is blank."),
    ],
)
