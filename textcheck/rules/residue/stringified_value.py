"""Missing value or object of a program, printed as a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import quoted
from textcheck.rule import Case, Hit, block_function, flags, lazy, passes
from textcheck.rules.residue._context import shown
from textcheck.vocabulary import MAGNITUDE, PERCENT, SPEECH_VERB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.rule import Match

_OBJECTS = (
    r"\[object (?:Object|Array|HTML\w+|Promise|Undefined|Null|Window|Function)\]",
    r"<built-in (?:function|method) \w+>?",
    (
        r"<(?:bound method|function|generator object|class|module)\s['\w.<>]+(?:\s(?:at|of"
        r"|from)\s[^<>\n]{1,80})?>"
    ),
    (
        r"<[\w.]+ object at 0x[0-9a-fA-F]+>|<Response \[\d{3}\]>|<(?:NA|null|none|nil|undefined|Null|None)>"
        r"|\((?:null|nil)\)"
    ),
    r"\bSymbol\((?:Symbol\.)?\w{0,40}\)|\[(?:Function|AsyncFunction|Circular|native code)(?:: \w+)?\]",
    r"\bPromise \{ ?<\w+> ?\}|\bfunction ?\w*\([\w, ]{0,60}\) ?\{(?: ?\[native code\] ?\})?|\(\) => \{",
    r"#(?:REF|VALUE|DIV/0|NAME|NULL|NUM|SPILL|CALC|BUSY|FIELD)!|#NAME\?|#N/A",
    r"\bTraceback \(most recent call last\):?|\bInvalid [Dd]ate(?![ \t]+(?:format|string|error|message)s?\b)",
    r"\b(?:Nullable|Optional)\((?:\"[^\"\n]*\"|\w+)\)",
    (
        r"\b(?:System|java|com|org)\.(?:\w+\.)*[A-Z]\w+(?:@[0-9a-f]{4,}|Exception)\b|\bSystem\.(?:String\[\]"
        r"|(?:\w+\.)+\w+`\d\S*)"
    ),
    (
        r"\bdict_(?:keys|values|items)\((?:\[[^\]\n]{0,200}\]?\)?)?|\b(?:OrderedDict|defaultdict"
        r"|Counter)\([\[{<(][^\n]{0,200}?\)"
    ),
    (
        r"\b(?:datetime\.)?(?:date|datetime|timedelta)\((?:\d{4}, ?\d\d?, ?\d\d?[\d, ]*|(?:days"
        r"|seconds)=[^)\n]{1,60})\)"
    ),
    (
        r"\bDecimal\(['\"][\d.]+['\"]\)|\b(?:UUID|ObjectId|Timestamp|PosixPath"
        r"|WindowsPath)\(['\"][^'\"\n]+['\"]\)"
    ),
    (
        r"(?<![\w'’])b'(?=[^\s'])(?:[^'\n]|(?<=\w)'(?=\w)){1,200}'(?![\w])"
        r"|(?<![\w\"”])b\"(?=[^\s\"])[^\"\n]{1,200}\"(?!\w)"
    ),
    (
        r"(?<!\w)\['[^'\n]{1,80}'(?:, '[^'\n]{1,80}'){0,20}\]"
        r"|(?<!\w)\[\"[^\"\n]{1,80}\"(?:, ?\"[^\"\n]{1,80}\"){1,20}\]"
    ),
    (
        r"\{['\"]\w[\w ]{0,40}['\"]: ?(?:['\"][^'\"\n]{0,200}['\"]|[\d.]+|None|True|False|null|true"
        r"|false)[^{}\n]{0,300}\}"
    ),
    r"%!\w?\((?:MISSING|EXTRA|BADWIDTH|[\w.]+=[^)\n]{0,60})\)",
    r"(?<![\w.])\d+\.\d{0,3}(?:0{8,}|9{8,})\d{0,4}(?!\d)",
    r"(?<![\w-])(?:0001-01-01|(?:0?1[/.]){2}0001|1900-01-00|0000-00-00T)\S*",
)
_OBJECT = lazy("|".join(_OBJECTS))
_WORD = r"undefined|null|None|NULL|NaN|nan|NaT|nil"
_WORDS = _WORD.split("|")
_CALL = (
    r"(?:[Hh]ello"
    r"|[Hh]i|[Dd]ear|[Hh]ey|[Ww]elcome(?: back)?,?|[Tt]hank you,?|[Tt]hanks,?|[Gg]ood (?:morning|evening),?)"
)
_AFTER = (
    rf"(?=\s*[,;:)%]|\s*[.!?](?:\s|[”\"’]|$)|\s+(?:on|at|by|from|in|for|to|is|was|were|has|had|will|per"
    r"|and|but|until|till|when|after|before|with|each|every|this|last|while"
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
_MEASURED = (
    r"min(?:ute)?|hour|hr|day|night|week|month|year|decade|mile|met(?:er|re)|kilomet(?:er|re)|km|cm|mm|foot|ft"
    r"|inch|acre|hectare|kg|kilo(?:gram)?|gram|pound|lb|ton|tonne|lit(?:er|re)|gallon|megawatt|MW|watt|mph"
    r"|degree|percent|per|page|word|seat|bed(?:room)?|room|stor(?:e?y)|star|lap|game|goal|over|run|hole|member"
    r"|man|woman|person|strong|month-old|part|course|lane|vote|dollar|euro|pence|cent|million|billion|hectare"
)
"""What is counted or measured, after a number and a hyphen."""
_NAMELESS = (
    r"(?<=(?<![\w’'-])(?:by|at|on|in|of|from|for|to|near|outside|through|via|the|visited|entered|left)\s)None"
    r"(?=\s(?!(?:other|others|whatsoever|less|more|better|taken|value|hypothes\p{Ll}+|option|type|object|keyword"
    r"|when|where|while|with|than|that|were|unless|until|because|before|after|came|went|have|will|would)\b)"
    r"\p{Ll}{4,}\b)"
)
"""What stands for a name before the noun that it belongs to."""
_BEFORE_NOUN = lazy(_NAMELESS)
_VALUES = (
    rf"(?<=(?<![\w’'-]){_CALL}\s)(?:{_WORD})(?=\s*[,.!:?–—-]|\s*$|\s(?:and|thanks|thank|your|you|we|I)\b)",
    r"(?<=\b(?:Mr|Mrs|Ms|Dr|Mx)\.?\s)(?:undefined|null|None|NaN|nan)(?!\w)",
    rf"(?<=\b(?:{_COSTING})\s)(?:undefined|null|None|NaN|nan){_CLAUSE}",
    rf"(?<!\w)(?:undefined|null|None|NaN|nan)(?=\s(?:{MAGNITUDE}|{PERCENT}|{_COUNTED})\b)",
    (
        r"(?<!\w)(?:undefined|null)(?=\sdegrees(?:\s(?:Celsius|Fahrenheit|C|F|and|in|on|at|by|with)\b"
        r"|\s*[,.;]|$))"
    ),
    rf"(?<=[\p{{Ll}},]\s)None(?=\s(?:{_NOUN_OR_VERB})\b)",
    r"(?<![\w.])[$£€](?P<span>undefined|null|None|NaN|nan)\b",
    r"(?<!\w)(?:undefined|NaN|None|nan|null)(?=\s?%|°)",
    (
        r"(?<=(?<![\w’'-])(?:by|at|on|in|of|from|for|to|with|since|per|until|around|about|nearly|than"
        rf"|between)\s)(?:undefined|NULL|null|None|NaT){_AFTER}(?!\s+(?:and\s+void|set|value|hypothes"
        "|results?))"
    ),
    _NAMELESS,
    r"(?<![\w-])NaN(?![\w-])",
    rf"(?<![\w-])(?:undefined|null|None|NaN|nan)(?=-(?:{_MEASURED})(?![\p{{L}}\p{{N}}]))",
    r"(?<!\w)(?:undefined|null|NaN|None),?\s(?:undefined|null|NaN|None)(?!\w)",
    rf"^(?:undefined|null|NaN)(?=\s+(?:{SPEECH_VERB}|is|was|has|will)\b|$)",
    rf"(?<=[.!?]\s)(?:undefined|null)(?=\s+(?:{SPEECH_VERB}|is|was|has|will)\b)",
    (
        "(?<=^(?:By|Date|Published|Author|Updated|Posted|Name|Title|Location|Price"
        r"|Source):?\s)(?:undefined|null|None|NaN|nan)(?=\s|$)"
    ),
    r"^\p{Lu}[\p{L} -]{1,30}:\s(?P<span>undefined|null|NULL|NaN|nan|NaT)(?=\s*$)",
    (
        r"(?<=\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Ii]ts)\s(?:\p{L}+\s)?\p{L}+,\s)(?:undefined"
        r"|null"
        r"|NaN|nan)(?=,\s)"
    ),
    (
        r"(?<=\b(?:and|with|has|had|have|of|for|by|were|are)\s)(?:undefined|null|NaN|nan)"
        r"(?=\s(?:children|sons|daughters|men|women|guests|seats|votes|goals|people|others|more)\b)"
    ),
    r"(?<!\w)None(?=,\sNone\b)|(?<=\bNone,\s)None(?!\w)",
)
_VALUE = lazy("|".join(_VALUES))
_IDIOM = lazy(
    r"(?i)(?:second|next|bar|all or|better than|rather than|more than|less than|fewer than|up to|at least"
    r"|little or|slim to|is|to|than) none|(?:go|going"
    r"|went|come|came"
    r"|reduced|equal|down) to (?:null|nan)|(?:remains?|left|largely|still|as) undefined|chapter"
    r"|and then there were"
)
_SUBJECT = lazy(
    r"(?i)\bnull (?:hypothes[ie]s|result|allele|set|mutant|mutation|cline)|mutants?|knock-?out|genotypes?"
    r"|alleles?"
)


def _check(document: Document, block: Block) -> Iterator[Hit]:
    hits = list(_values(document, block))
    if hits and not document.technical:
        yield from hits


def _values(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    found = [match.span() for match in _OBJECT.finditer(text)]
    if any(word in text for word in _WORDS) and not (block.kind == "heading" and text.istitle()):
        found += (_value(match) for match in _VALUE.finditer(text) if not _is_word(document, match))
    for start, end in found:
        if not quoted(text, start):
            message = f"“{shown(text[start:end])}” is a program's value, not a word"
            yield Hit(block.start + start, block.start + end, message)


def _value(match: Match) -> tuple[int, int]:
    return match.span("span") if match["span"] else match.span()


def _is_word(document: Document, match: Match) -> bool:
    """Tell whether the value is a word of the sentence after all."""
    start, end = _value(match)
    if match.string[start:end].lower() == "null" and _SUBJECT.search(document.prose):
        return True
    if _BEFORE_NOUN.match(match.string, start):
        return False
    return _IDIOM.search(match.string, max(start - 16, 0), end) is not None


rule = block_function(
    _check,
    why="A program printed a value that was missing or an object; a person or the data knows the right one.",
    anchor=rf"\b(?:{_WORD})\b|{_OBJECT.pattern}",
    severity="error",
    confidence=0.93,
    cases=[
        flags("Hello [[undefined]], your order is on its way."),
        flags("The story was posted by [[null]] on Friday."),
        flags("Shares closed at [[NaN]], a record."),
        Case("The guests were [object Object] and her sister.", ((16, 31),)),
        flags("The vote was won by [[None]] on Tuesday."),
        flags("Prices rose by $[[undefined]] in May."),
        flags("She studied law at [[None]] university and lives near [[None]] station."),
        flags("He spoke to [[<built-in function id>]] at the fair."),
        flags("The fair opens on [[Invalid Date]]."),
        flags("[[undefined]] said the talks would go on."),
        flags("Tickets cost [[undefined]] and can be bought at the door."),
        flags("The motion got 40 votes, and the other received [[None]] votes."),
        flags("Tomorrow the north will see [[undefined]] degrees and rain."),
        flags("Hello [[null]]\n\nThe match is on Friday."),
        flags(
            "We took a [[NaN]]-mile walk with an [[undefined]]-year-old dog and read a [[None]]-page book."
        ),
        passes("A null-pointer bug, a none-too-happy clerk and an undefined-length list came up."),
        flags("The parcel weighs [[NaN]] and travelled [[null]] kilometres."),
        Case("The mayor is b'Ann Hill', and the towns are ['Hull', 'Leeds'] and York.", ((13, 24), (44, 61))),
        flags("The fair opens on [[datetime.date(2020, 5, 1)]]."),
        flags("The server said [[<Response [200]>]], and the price is [[19.989999999999998]] dollars."),
        flags("The minister, [[undefined]], opened the fair.\n\nPopulation: [[undefined]]"),
        flags("The tour begins in [[null]] and ends by the lake on Sunday."),
        passes("The rule is set to null and void, and the edge of it is undefined and vague."),
        passes("The ’b’ on the plate, she said, [‘and that was all’] the clue they had."),
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
