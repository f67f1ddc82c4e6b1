"""Where the sentences of one block of prose begin and end.

One pattern proposes every run of stops with the closing marks that belong to it; a small function
then looks at the word before and the text after. Nothing looks further than a fixed number of code
points from a stop, so the time grows linearly with the text.

The choices where English itself is undecided:

- A lower-case word never begins a sentence, unless it carries a capital inside (``iPhone``). This
  keeps a stop that lost its number (``garnering . million searches``) inside its sentence.
- A stop with a space before it is a stop, never part of an abbreviation: text may be tokenised
  (``She stayed .``), or the word before the stop may be lost (``of China in . Xinhua``).
- An abbreviation that may end a sentence (``U.S.``, ``Inc.``) ends it only before an evident
  beginning: a word such as ``The``, or a quotation longer than a name.
- A stop without a space after it ends a sentence only between a lower-case word of two letters or
  more and a capitalised one (``end.Next``), so that ``Node.js``, ``System.out`` and URLs stay whole.
- The number or letter of an item (``1. Text``) belongs to the sentence that it introduces.
- Colons and semicolons end nothing.

The splitter sees prose: code and formulas are expected to be replaced by U+FFFC, which may begin a
sentence.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

_Kind = Literal["joins", "numbers", "either", "clock"]
"""How an abbreviation behaves: it always joins what follows; joins a number only; ends a sentence
only before an evident beginning; or tells a time of day."""

_TITLES: Final = """
    Adm Ald Amb Asst Atty Brig Capt Cmdr Col Cols Cpl Cpt Det Dr Drs Ens Fr Gen Gens Gov Govs Hon Insp Lt Maj
    Messrs Mgr Mlle Mme Mr Mrs Ms Msgr Mx Pfc Pres Prof Profs Pvt Rep Reps Rev Sen Sens Sgt Spc Supt
"""
_JOINING: Final = """
    Ch Con Eq Eqs Fig Figs Ft Mt Nos Ph Sec Sect Vol Vols
    approx ca cf chap e.g eg esp fig figs i.e incl nos pp v viz vol vols vs
"""
_BEFORE_NUMBERS: Final = """
    Art Arts No Pt Ref Res
    Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    art arts ch col ed eds eq eqs ex ft hr lb lbs min no nr para paras pt ref sec ver
"""
_MAY_END: Final = """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Ala Alta Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev
    Okla Ont Ore Pa Penn Que Sask Tenn Tex Va Vt Wash Wis Wisc Wyo
    Apt Ave Bldg Blvd Ct Hwy Jct Ln Pkwy Pl Rd Rte Sq St Ste Sts Ter
    Assn Assoc Bros Co Corp Cos Dept Ed Eds Esq Est Govt Inc Inst Intl Jr Ltd Mfg Natl Pty Pub Sr Stat Supp
    Univ al ibid op trans
"""
_KINDS: Final[tuple[tuple[_Kind, str], ...]] = (
    ("joins", _TITLES + _TITLES.upper() + _JOINING),
    ("numbers", _BEFORE_NUMBERS),
    ("either", _MAY_END),
    ("clock", "a.m p.m A.M P.M"),
)
_ABBREVIATIONS: Final = {word: kind for kind, words in _KINDS for word in words.split()}
"""Abbreviations without their last stop."""

_STOPS: Final = ".!?…‽⁇⁈⁉。！？｡"
_WIDE_STOPS: Final = frozenset("。！？｡")
_CLOSERS: Final = r"\"'”’)\]}»›」』）*_†‡¹²³⁰⁴-⁹"
_MARKS: Final = rf"[{_STOPS}{_CLOSERS}]*(?:\[(?:\w{{1,3}}|citation needed)\])*"

# The second line is for tokenised text: stops and closing marks that stand apart, such as ". . ." or ". )".
_CANDIDATE: Final = re.compile(
    rf"([{_STOPS}]{_MARKS}"
    rf"(?:\s{{1,3}}(?:[{_STOPS}](?![\w.])|[)\]}}”»]|''){_MARKS}){{0,16}})"
    r"\s*"
)
_OPENERS: Final = re.compile(r"[\s\"'“‘„«‹(\[{`—–\-•·*_¿¡….]{0,8}")
_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n\s*")
_STOP: Final = re.compile(rf"[{_STOPS}]")
_APART_QUOTE: Final = re.compile(r"(\"|'{1,2}|’)\s+")

_BEGINNING: Final = re.compile(
    r"""
    (?: About | According | Additionally | After | All | Also | Although | Among | An | Another | Any
      | Are | As | At | Because | Before | Between | Both | But | By | Can | Could | Despite | Did
      | Do | Does | During | Each | Even | Every | Finally | For | From | Had | Has | Have | He
      | Hence | Her | Here | His | How | However | If | In | Instead | Is | It | Its | Just | Last
      | Later | Let | Many | Meanwhile | More | Moreover | Most | Much | My | Neither | Never
      | Nevertheless | Not | Nothing | Now | On | Once | Only | Others | Our | People | Perhaps
      | Several | She | Should | Since | So | Some | Someone | Soon | Still | Such | That | The
      | Their | Then | There | Therefore | These | They | This | Those | Though | Throughout | Thus
      | Today | Two | Unfortunately | Unless | Unlike | Until | Upon | Was | We | Well | Were | What
      | When | Where | Whether | Which | While | Who | Why | With | Within | Without | Would | Yes
      | Yesterday | Yet | You | Your
      | THE | THEY | THIS | THAT | THESE | BUT | WE )
    (?! [\w.&] | -[A-Z] )
    | [A-Z][a-z]+ly ,
    | (?: A | I ) (?= \s | ['’] )
    | (?: And | Nor | Of | Or | Over | To | Under ) (?= \s+ [a-z] )
    """,
    re.VERBOSE,
)
_NUMBER: Final = re.compile(
    r"\d|[IVXLC]{2,}\b|[A-Z]-?\d|[#\ufffc]|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_SHORT_QUOTATION: Final = re.compile(r"[\"“‘'][\w][\w '’&-]{0,40}[\"”’']")
_CLOCK_SUFFIX: Final = re.compile(
    r"""
    (?: Mon | Tue | Wed | Thu | Fri | Sat | Sun | Jan | Feb | Mar | Apr | May\b | Jun | Jul | Aug | Sep | Oct
      | Nov | Dec | Eastern | Central | Mountain | Pacific | Atlantic | Greenwich | Daylight | Standard
      | Local | Zulu | [A-Z]{2,4}\b | U\. | \w+ \s [Tt]ime\b | \d )
    """,
    re.VERBOSE,
)
_COMPANY: Final = re.compile(r"(?:Inc|Corp|Ltd|Co|LLC|plc)\b")
_SPEAKER: Final = re.compile(
    r"""
    (?: (?: Mr | Mrs | Ms | Dr | Prof | Sen | Rep | Gov | Gen ) \. \s+ )?
    [^\W\d_] [\w’'-]{0,30} (?: \s+ [^\W\d_] [\w’'-]{0,30} ){0,2}?
    \s+ (?: said | says | asks? | asked | added | wrote | writes | told | replied | shouted | cried
          | exclaimed | wondered | demanded | answered | continued | explained | joked | quipped
          | tweeted | yelled )\b
    """,
    re.VERBOSE,
)
_INITIALS: Final = re.compile(
    r"(?:[^\W\d_]\.-?)+[^\W\d_]|(?:Ph|Sc|Ed|Psy|Litt)\.D|[BM]\.(?:Sc|Ed|Phil|Tech|Com)"
)
_ITEM: Final = re.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[^\W\d_]|[ivx]{1,5}|[IVX]{1,5})")
_LABELLED: Final = re.compile(
    r"(?:appendix|block|category|chapter|class|exhibit|figure|grade|group|hepatitis|influenza|level|option|part"
    r"|plan|point|schedule|section|series|table|team|title|type|unit|vitamin|war)",
    re.IGNORECASE,
)
_JOINED_WORD: Final = re.compile(
    r"(?!(?i:com|edu|exe|gov|html?|info|int|io|js|json|mil|net|org|pdf|py|ts|txt|uk|xml)\b)"
    r"(?:[A-Z][^\W\d_A-Z]+|[AI])(?=['’]?[\s,;:]|['’][a-z]+\s|$)"
)
_WORD_BREAK: Final = re.compile(r"[—–\"“‘(\[{«*_/]")

_BRACKETS: Final = frozenset(")]}")
_DASHES: Final = frozenset("-–—")
_QUOTES: Final = frozenset("\"“”‘’'«»„")
_SYMBOLS: Final = frozenset({"Sc", "So"})
"""The Unicode categories of currency signs and of pictures, among them the stand-in U+FFFC."""

_REACH: Final = 48
"""How many code points before a stop are looked at: two words of usual length."""


def split(text: str) -> list[tuple[int, int]]:
    """Find the sentences of one block of prose: a paragraph, a heading, a list item.

    Line breaks are ordinary white space; only a blank line ends a sentence by itself.

    Args:
        text: the block; any string is allowed.

    Returns:
        Half-open spans in code points, in order, without overlap and without white space at either
        end. Together they cover every character that is not white space. Splitting the text of one
        of them again gives that one span.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        spans.extend(_split_paragraph(text[start : gap.start()], start))
        start = gap.end()
    spans.extend(_split_paragraph(text[start:], start))
    return spans


def _split_paragraph(text: str, base: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text without blank lines, moved by `base`."""
    text = text.rstrip()
    length = len(text)
    start = counted = length - len(text.lstrip())
    quotes = 0
    for candidate in _CANDIDATE.finditer(text, start):
        stop, after = candidate.span()
        end = candidate.end(1)
        if after == length:
            break
        if text[after] in _QUOTES and end < after and (apart := _APART_QUOTE.match(text, after)):
            # Whether a quotation mark between two spaces closes or opens is known from those before it.
            quotes += text.count('"', counted, after)
            counted = after
            if text[after] != '"' or quotes % 2:
                end, after = apart.end(1), apart.end()
        if _ends_sentence(text, start, stop, end, after):
            yield base + start, base + end
            start = after
    if start < length:
        yield base + start, base + length


def _ends_sentence(text: str, start: int, stop: int, end: int, after: int) -> bool:
    """Tell whether the sentence from `start` ends with the marks at ``text[stop:end]``."""
    first = after
    if not text[after].isalnum():
        opening = _OPENERS.match(text, after)
        first = opening.end() if opening else after
    if not _can_begin(text, first):
        return False
    if end == after:
        ends = _ends_without_space(text, start, stop, end, first)
    elif text[stop] == "." and not _STOP.search(text, stop + 1, end):
        ends = _full_stop_ends(text, start, stop, after, first)
    else:
        ends = _other_stop_ends(text, start, text[stop:end], after, first)
    return ends and any(map(_is_content, text[start:stop]))


def _is_content(character: str) -> bool:
    """Tell whether a character says something, unlike punctuation."""
    return character.isalnum() or character in "#@" or unicodedata.category(character) in _SYMBOLS


def _can_begin(text: str, at: int) -> bool:
    """Tell whether a sentence can begin with the character at `at`."""
    character = text[at : at + 1]
    if character.islower():
        return text[at + 1 : at + 2].isupper()
    return bool(character) and _is_content(character)


def _ends_without_space(text: str, start: int, stop: int, end: int, first: int) -> bool:
    """Decide for marks that touch the next word: ``end.Next``."""
    if text[stop] in _WIDE_STOPS:
        return text[end - 1] not in "」』"
    following = _JOINED_WORD.match(text, first)
    if following is None or stop == start or text[stop - 1].isspace():
        return False
    word = text[max(start, stop - _REACH) : stop].rsplit(maxsplit=1)[-1].lstrip("\"“‘'([")
    return len(word) > 1 and word.isalpha() and word.islower() and word not in _ABBREVIATIONS


def _other_stop_ends(text: str, start: int, marks: str, after: int, first: int) -> bool:
    """Decide for question marks, exclamation marks and ellipses."""
    if _BEGINNING.match(text, first):
        return True
    if not _BRACKETS.isdisjoint(marks):
        return text[start] in "(["
    if not _QUOTES.isdisjoint(marks) or _APART_QUOTE.match(text, after):
        return not _SPEAKER.match(text, first)
    return not _COMPANY.match(text, first)


def _full_stop_ends(text: str, start: int, stop: int, after: int, first: int) -> bool:
    """Decide for a single full stop, from the word before it."""
    if stop == start:
        return False
    if text[stop - 1].isspace():
        return not (text[stop - 2].isdigit() and text[first].isdigit())
    words = text[max(start, stop - _REACH) : stop].split()
    word = words[-1]
    if stop - len(word) == start and _ITEM.fullmatch(word):
        return False
    kind = _ABBREVIATIONS.get(word)
    if kind is None and not (len(word) > 1 and word.isalpha()):
        word = _WORD_BREAK.split(word)[-1].lstrip("'’")
        if len(word) == 1 and word.isupper():
            return _initial_ends(text, word, words[-2] if len(words) > 1 else "", after, first)
        kind = _kind(word)
    return kind is None or _abbreviation_ends(text, kind, after, first)


def _kind(word: str) -> _Kind | None:
    """Find the kind of an abbreviation, alone or behind a hyphen (``D-Calif``)."""
    if len(word) == 1 and word.islower():
        return "numbers"
    kind = _ABBREVIATIONS.get(word) or _ABBREVIATIONS.get(word.rpartition("-")[2])
    return "either" if kind is None and _INITIALS.fullmatch(word) else kind


def _initial_ends(text: str, letter: str, previous: str, after: int, first: int) -> bool:
    """Decide for a single capital: an initial, or a label as in ``Plan B``."""
    if _LABELLED.fullmatch(previous) or (letter == "I" and previous.islower()):
        return True
    return _begins_evidently(text, after, first)


def _abbreviation_ends(text: str, kind: _Kind, after: int, first: int) -> bool:
    """Decide for a stop that belongs to an abbreviation."""
    if kind == "numbers":
        return not _NUMBER.match(text, first)
    if kind == "clock":
        return _DASHES.isdisjoint(text[after:first]) and not _CLOCK_SUFFIX.match(text, first)
    return kind == "either" and _begins_evidently(text, after, first)


def _begins_evidently(text: str, after: int, first: int) -> bool:
    """Tell whether what follows can hardly be anything but a new sentence."""
    if not _DASHES.isdisjoint(text[after:first]):
        return False
    if _BEGINNING.match(text, first):
        return True
    quoted = first > after and text[first - 1] in _QUOTES and text[first].isupper()
    return quoted and not _SHORT_QUOTATION.match(text, first - 1)
