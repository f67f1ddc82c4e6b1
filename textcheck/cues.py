r"""Tells at a glance which patterns may be found in a text, however many patterns there are.

Hardly any pattern matches without one of a few strings of words and marks: “the th”, “in ,”, “{ {”.
These cues of all patterns together are looked up in a text in one pass whose cost does not depend on
their number. What is left is looked at closer: see `textcheck.scan`.

Both cues and texts are folded: lower case, one blank for any white space, one “0” for any number, and a
NUL before and after every mark, so that a word ends in a blank or a NUL.
"""

from __future__ import annotations

import math
import re
from itertools import chain, product
from typing import TYPE_CHECKING, NamedTuple

from textcheck.syntax import (
    NAMED,
    Border,
    Characters,
    Choice,
    Look,
    Raw,
    Repeat,
    Sequence,
    changed,
    excluded,
    parse,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TypeGuard

    from textcheck.syntax import Node

MOST_STRINGS = 600
"""Strings that a stretch of a pattern may stand for."""

MOST_MEMBERS = 12
"""Characters of a class, folded, that are tried one by one; more tell too little."""

MOST_COPIES = 4
"""Copies of a letter that are tried one by one."""

COMMONEST = 2e-3
"""Occurrences per code point from which a pattern may be in any text, so that its cues are no use."""

_BLANKS = " \0\x01"
_BORDER = _BLANKS[-1]
_ANYTHING = "\x02"
_ALIKE: Mapping[str, str] = {
    **dict.fromkeys("\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    **dict.fromkeys("İı", "i"),
    "\u212a": "k",
    "ſ": "s",
}
"""Characters outside of ASCII that classes and letters within ASCII may stand for."""

_ASCII = bytes(range(0x80))
_FOLDED = bytes(
    ord("0") if chr(code) in NAMED["d"] else ord(" ") if chr(code) in NAMED["s"] else ord(chr(code).lower())
    for code in _ASCII
) + bytes(range(0x80, 0x100))
_NO_MARKS = b"\0abcdefghijklmnopqrstuvwxyz0 " + bytes(range(0x80, 0x100))
_MARKS = {code: (bytes([code]), b"\0%c\0" % code) for code in _ASCII}
_ORDINARY = b"\t\n\r" + bytes(range(0x20, 0x7F))
_MARK = re.compile(r"([^a-z0 ])")
_LONG = re.compile(r"[a-z]{5}")
"""A word that is hardly a part of another one, so that its borders are not looked at."""

_UNIT = re.compile(r"[a-z0]+|[^\x00\x01]")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_PRINTABLE = frozenset(_ORDINARY.decode())
_WORD_CHARACTERS = _LETTERS | {"0"}

_CHARACTERS: Mapping[str, float] = {
    character: number / 10_000
    for number, characters in (
        (1000, "e"),
        (700, "ta"),
        (580, "onisr"),
        (340, "hldc"),
        (200, "umfp0"),
        (140, "gwyb"),
        (90, "v,."),
        (50, "k"),
        (15, "xjqz-'\""),
        (5, "()$%:;?!/"),
    )
    for character in characters
}
"""Occurrences per code point of letters, of numbers and of the more common marks in English."""

_RARE_MARK = 2e-5
_RARE_WORD = 1e-6
_LENGTH = 5.5
"""Code points of a word or mark in English, with the blank after it."""

_WORDS: Mapping[str, float] = {
    word: number / 1_000_000
    for number, words in (
        (12288, "the"),
        (6144, "and of to"),
        (3072, "a in"),
        (1536, "for on that"),
        (768, "are as at by from government have i is it not or our their this was we were with"),
        (
            384,
            (
                "all also an be but can has health law more new other people said state there these they"
                " which who will you"
            ),
        ),
        (
            192,
            (
                "about access act after against american authorities been care cases child children"
                " communities community congress country court department did do during federal first"
                " freedom funding had he help his house human if including into its labor local many may"
                " members most my national no one over persons police president program provide public r"
                " reported reports right rights security service services so some states such support t"
                " than them those through time today two under united up violence washington what when"
                " while women work workers would year years"
            ),
        ),
        (
            96,
            (
                "according across administration am america americans any areas assistance association"
                " back based because before being better between bill billion bipartisan both center"
                " citizens city civil committee conditions congressional congresswoman constitution"
                " continue continued could county covid critical data day detention development"
                " disabilities discrimination district does domestic due economic education efforts"
                " employment energy ensure every f families family five following forced forces foreign"
                " free full general generally get groups her here high home hours how however https"
                " important individuals information infrastructure international jobs just justice killed"
                " know last laws least legal legislation letter life like long m made make me media"
                " medical member military million ministry must nation need ngos now number office"
                " officials often only organizations out part party percent political prison process"
                " programs project projects protection provided provides re rep report resources safety"
                " same school section see senate senator several sexual she should since social students"
                " system take tax team three union us use used water well where within without working"
                " world your"
            ),
        ),
        (1500, "s"),
        (300, "u c d b e n m t"),
    )
    for word in words.split()
}
"""Occurrences per code point of the words of news and reports that are most common."""


class Glance(NamedTuple):
    """A text at a glance: folded and encoded, and the characters in it that are not printable ASCII."""

    folded: bytes
    characters: frozenset[str]


def glance(text: str) -> Glance:
    """Take in what cues are looked up in."""
    encoded = text.encode(errors="surrogatepass")
    characters = frozenset(encoded.translate(None, _ORDINARY).decode(errors="surrogatepass"))
    if not text.isascii():
        for character in characters:
            text = text.replace(character, _ALIKE.get(character) or f"\0{character}\0")
        encoded = text.encode(errors="surrogatepass")
    folded = encoded.translate(_FOLDED)
    for mark in set(folded.translate(None, _NO_MARKS)):
        folded = folded.replace(*_MARKS[mark])
    folded = b" %b " % b" ".join(folded.split())
    while b"00" in folded:
        folded = folded.replace(b"00", b"0")
    return Glance(folded, characters)


class Cues(NamedTuple):
    """What a pattern cannot do without: a string in the folded text, or a character.

    `characters` are ranges of code points, both ends included.
    """

    strings: frozenset[str]
    characters: frozenset[tuple[int, int]]


def cues(expression: str) -> Cues | None:
    """Return the cues of a pattern, or None where it may be found in nearly any text.

    Where the pattern is found in a block of a text, the text has one of them; the ends of blocks have to
    be next to white space or to an end of the text.

    Args:
        expression: a pattern in the syntax of the `regex` module.

    Raises:
        NotRelaxableError: it uses syntax that is not understood here.
    """
    found = _rarest(_flat(parse(expression)))
    return None if found is None or found.frequency > COMMONEST else found.cues


class _Choice(NamedTuple):
    """Cues, one of which is in any text that a part of a pattern matches, and how often one may be."""

    frequency: float
    cues: Cues


def _choice(strings: Iterable[str], characters: Iterable[tuple[int, int]] = ()) -> _Choice:
    found = Cues(frozenset(strings), frozenset(characters))
    frequencies = math.fsum(map(_frequency, found.strings))
    return _Choice(frequencies + _RARE_MARK * len(found.characters), found)


def _flat(node: Node) -> Node:
    """Join sequences within sequences, and take the ends of a block for borders."""
    if isinstance(node, Raw):
        return Border()
    flat = changed(node, _flat)
    if not isinstance(flat, Sequence):
        return flat
    parts = (part.parts if isinstance(part, Sequence) else (part,) for part in flat.parts)
    return Sequence(tuple(chain.from_iterable(parts)))


def _rarest(node: Node) -> _Choice | None:
    return min(_choices(node), key=lambda choice: (choice.frequency, len(choice.cues.strings)), default=None)


def _choices(node: Node) -> Iterator[_Choice]:
    """Yield what parts of a pattern tell; each holds for the whole."""
    if isinstance(node, Sequence):
        yield from _in_sequence(node.parts)
    elif isinstance(node, Choice):
        branches = [_rarest(branch) for branch in node.branches]
        known = [branch for branch in branches if branch is not None]
        if len(known) == len(branches):
            yield _choice(
                (string for branch in known for string in branch.cues.strings),
                (character for branch in known for character in branch.cues.characters),
            )
    elif isinstance(node, Repeat):
        if node.least:
            yield from _choices(node.body)
    elif isinstance(node, Look):
        if not node.negative:
            yield from _choices(node.body)
    elif _is_unusual(node):
        yield _choice((), {*(node.other or ()), *((ord(one), ord(one)) for one in node.ascii)})
    elif _strings(node) is not None:
        yield from _in_sequence((node,))


def _in_sequence(parts: tuple[Node, ...]) -> Iterator[_Choice]:
    """Yield what the stretches of a sequence tell that stand for few strings, and what its parts do."""
    strings = [_strings(part) for part in parts]
    for start in range(len(parts)):
        pieces: list[list[str]] = []
        for found in strings[start:]:
            if found is None or math.prod(map(len, pieces)) * len(found) > MOST_STRINGS:
                break
            pieces.append(found)
            told = [_cue("".join(string)) for string in product(*pieces)]
            if all(told):
                yield _choice(variant for cue in told for variant in _variants(cue))
    for part, found in zip(parts, strings, strict=True):
        if found is None or isinstance(part, Look) or _is_unusual(part):
            yield from _choices(part)


def _is_unusual(node: Node) -> TypeGuard[Characters]:
    """Tell whether a node is one of many characters that few texts have."""
    return (
        isinstance(node, Characters)
        and node.other is not None
        and len(node.ascii) + sum(high - low + 1 for low, high in node.other) > MOST_MEMBERS
        and not node.ascii & _PRINTABLE
    )


def _strings(node: Node) -> list[str] | None:  # noqa: PLR0911  # one return a kind of node
    """Return what a node matches, folded; None where that is too much."""
    if isinstance(node, Characters):
        return _members(node)
    if isinstance(node, Border):
        return [_BORDER]
    if isinstance(node, Look):
        return [_BORDER if _asks_for_border(node) else ""]
    if isinstance(node, Choice):
        branches = [_strings(branch) for branch in node.branches]
        known = [string for branch in branches if branch is not None for string in branch]
        return _distinct(known) if None not in branches else None
    if isinstance(node, Repeat):
        return _copies(node)
    if isinstance(node, Sequence):
        found = [""]
        for part in node.parts:
            following = _strings(part)
            if following is None or len(found) * len(following) > MOST_STRINGS:
                return None
            found = list(dict.fromkeys(before + after for before in found for after in following))
        return found
    return None


def _asks_for_border(look: Look) -> bool:
    if look.negative:
        return (excluded(look.body) or frozenset()) >= NAMED["w"]
    beside = _strings(look.body)
    return beside is not None and all(
        string and string[0 if look.ahead else -1] not in _WORD_CHARACTERS for string in beside
    )


def _distinct(strings: Iterable[str]) -> list[str] | None:
    distinct = list(dict.fromkeys(strings))
    return distinct if len(distinct) <= MOST_STRINGS else None


def _members(node: Characters) -> list[str]:
    folded = sorted({_FOLDED[ord(character)] for character in node.ascii})
    others = [
        chr(code)
        for low, high in sorted(node.other or ())
        for code in range(low, min(high, low + MOST_MEMBERS) + 1)
        if chr(code) not in _ALIKE
    ]
    if len(folded) > MOST_MEMBERS:
        return [_ANYTHING]
    if node.other is None or len(others) > MOST_MEMBERS:
        others = [_ANYTHING]
    return [*map(chr, folded), *others]


def _copies(node: Repeat) -> list[str] | None:
    """Return what a repeat matches; of marks, digits and white space, one copy stands for any number."""
    once = _strings(node.body)
    if once is None:
        return None
    if all(len(string) <= 1 and not string.isalpha() for string in once):
        return _distinct(([""] if node.least == 0 else []) + once)
    if node.most is None or node.most > MOST_COPIES:
        least = min(node.least, MOST_COPIES)
        if len(once) ** least > MOST_STRINGS:
            return None
        return ["".join(string) + _ANYTHING for string in product(once, repeat=least)]
    found: list[str] = []
    for copies in range(node.least, node.most + 1):
        if len(once) ** copies > MOST_STRINGS:
            return None
        found += map("".join, product(once, repeat=copies))
    return _distinct(found)


def _cue(string: str) -> str:
    """Return the rarest part of a string, folded, whose neighbours are known; nothing where there is none."""
    parts = map(_folded_part, string.split(_ANYTHING))
    return min((part for part in parts if part.strip(_BLANKS)), key=_frequency, default="")


def _folded_part(part: str) -> str:
    """Fold what stands between unknown characters, but for borders at its ends."""
    inner = _MARK.sub("\0\\1\0", part.strip(_BORDER).replace(_BORDER, ""))
    inner = re.sub("0+", "0", re.sub(" +", " ", inner))
    before = _BORDER if part[:1] == _BORDER and inner[:1] in _WORD_CHARACTERS else ""
    after = _BORDER if part[-1:] == _BORDER and inner[-1:] in _WORD_CHARACTERS else ""
    return f"{before}{inner}{after}"


def _variants(cue: str) -> Iterator[str]:
    """Write out what may stand at a border."""
    inner = cue.strip(_BORDER)
    for before in _BLANKS[:2] if cue[0] == _BORDER and not _LONG.match(inner) else ("",):
        for after in _BLANKS[:2] if cue[-1] == _BORDER and not _LONG.search(inner, len(inner) - 5) else ("",):
            yield f"{before}{inner}{after}"


def _frequency(cue: str) -> float:
    """Estimate how often a cue is found, per code point."""
    frequency = 1.0
    previous = ""
    for match in _UNIT.finditer(cue):
        unit = match[0]
        frequency *= _unit_frequency(unit, whole=match.start() > 0 and match.end() < len(cue))
        # A blank is likely beside a word, and hardly ever before a mark.
        if unit == " ":
            frequency *= 1 / 50 if cue[match.end() : match.end() + 1] == "\0" else 1.0
        elif previous:
            frequency *= _LENGTH
        previous = unit.strip(_BLANKS) or previous
    return frequency


def _unit_frequency(unit: str, *, whole: bool) -> float:
    if unit == " ":
        return 1.0
    if unit not in _CHARACTERS and not unit.isascii():
        return _RARE_MARK
    if len(unit) == 1 and unit not in _LETTERS:
        return _CHARACTERS.get(unit, _RARE_MARK)
    known = _WORDS.get(unit, _RARE_WORD)
    return known if whole else max(known, math.prod(_CHARACTERS.get(letter, _RARE_MARK) for letter in unit))
