r"""Loosen a pattern of the `regex` module into one that RE2 can run, and that misses nothing.

RE2 reads text once, in linear time, for many patterns together, but knows neither look-arounds nor
back-references. `relax` leaves out what it cannot express, so that every text in which the pattern is
found also holds the relaxed one. The converse need not be true: candidates are verified.

What is given up is small. A look-around at either end of a pattern becomes a part of what is matched,
and so does a word border there. Outside of ASCII, classes such as ``\w`` take any character.

The result is for RE2 in Latin-1, to be run on text in UTF-8: a class is one byte wide then, and RE2 has
few states to build. A character outside of ASCII is two bytes or more, each of them above 0x7F.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MOST_COPIES = 6
"""Upper bound of a counted repeat from which it counts as unbounded: RE2 copies what is repeated."""

FEWEST_COPIES = 3
"""Copies that such a repeat still asks for."""

MOST_OTHERS = 40
"""Sequences of bytes for the characters outside of ASCII in a class, from which it takes any of them."""

_DIGITS = frozenset("0123456789")
_UPPER = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LOWER = frozenset("abcdefghijklmnopqrstuvwxyz")
_WHITE_OTHER = frozenset(
    [
        (0x85, 0x85),
        (0xA0, 0xA0),
        (0x1680, 0x1680),
        (0x2000, 0x200A),
        (0x2028, 0x2029),
        (0x202F, 0x202F),
        (0x205F, 0x205F),
        (0x3000, 0x3000),
    ]
)
_ALL = frozenset(map(chr, range(0x80)))
_NAMED: Mapping[str, frozenset[str]] = {
    "w": _DIGITS | _UPPER | _LOWER | {"_"},
    "d": _DIGITS,
    "s": frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f "),
    "L": _UPPER | _LOWER,
    "Lu": _UPPER,
    "Ll": _LOWER,
    "N": _DIGITS,
    "Nd": _DIGITS,
    "Sc": frozenset("$"),
}
"""The ASCII members of the classes that rules use."""

_CONTROLS: Mapping[str, str] = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}
_ALIKE: Mapping[str, str] = {"i": "İı", "k": "\u212a", "s": "ſ"}
"""Letters outside of ASCII that `regex` or RE2 take for an ASCII letter where case is ignored."""


class NotRelaxableError(ValueError):
    """A pattern with syntax that is not understood here; it has to be tried on every text."""


@dataclass(frozen=True, slots=True)
class _Flags:
    verbose: bool = False
    ignorecase: bool = False
    multiline: bool = False
    dotall: bool = False


@dataclass(frozen=True, slots=True)
class _Set:
    """One character: its ASCII members, and ranges of those outside of ASCII, None for any of them.

    `word` tells whether all of its members are letters, digits or underscores, `exact` whether the ASCII
    members are those of the pattern, and no more.
    """

    ascii: frozenset[str]
    other: frozenset[tuple[int, int]] | None = frozenset()
    word: bool = False
    exact: bool = True


@dataclass(frozen=True, slots=True)
class _Raw:
    """Text of RE2 that is neither read nor changed any more, such as an anchor."""

    text: str


@dataclass(frozen=True, slots=True)
class _Border:
    """A word border."""


@dataclass(frozen=True, slots=True)
class _Look:
    """A look-around."""

    body: _Node
    ahead: bool
    negative: bool


@dataclass(frozen=True, slots=True)
class _Sequence:
    parts: tuple[_Node, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    branches: tuple[_Node, ...]


@dataclass(frozen=True, slots=True)
class _Repeat:
    body: _Node
    least: int
    most: int | None


_Node = _Set | _Raw | _Border | _Look | _Sequence | _Choice | _Repeat
_BORDERS: Mapping[str, _Node] = {
    "A": _Raw(r"\A"),
    "Z": _Raw(r"\z"),
    "z": _Raw(r"\z"),
    "b": _Border(),
    "B": _Sequence(()),
}
_ANY = _Set(_ALL, None, exact=False)
_OTHER = r"[\x80-\xff]"
_NEVER = r"[^\x00-\xff]"


def relax(expression: str) -> str:
    """Return an RE2 pattern that is found wherever `expression` is.

    Args:
        expression: a pattern in the syntax of the `regex` module.

    Raises:
        NotRelaxableError: it uses syntax that is not understood here.
    """
    return _write(_Parser(expression).parse(), head=True, tail=True)


class _Parser:
    """Reads the part of the syntax of `regex` that rules use."""

    def __init__(self, expression: str) -> None:
        self._text = expression
        self._position = 0
        self._groups: dict[str, _Node] = {}

    def parse(self) -> _Node:
        node, _ = self._choice(_Flags())
        if self._position < len(self._text):
            raise self._error()
        return node

    def _error(self) -> NotRelaxableError:
        return NotRelaxableError(f"syntax at {self._position} of {self._text!r}")

    def _peek(self, size: int = 1) -> str:
        return self._text[self._position : self._position + size]

    def _take(self, expected: str) -> bool:
        if self._text.startswith(expected, self._position):
            self._position += len(expected)
            return True
        return False

    def _next(self) -> str:
        if self._position >= len(self._text):
            raise self._error()
        self._position += 1
        return self._text[self._position - 1]

    def _until(self, end: str) -> str:
        stop = self._text.find(end, self._position)
        if stop < 0:
            raise self._error()
        found = self._text[self._position : stop]
        self._position = stop + len(end)
        return found

    def _choice(self, flags: _Flags) -> tuple[_Node, _Flags]:
        branches: list[_Node] = []
        while True:
            branch, flags = self._sequence(flags)
            branches.append(branch)
            if not self._take("|"):
                break
        return (branches[0] if len(branches) == 1 else _Choice(tuple(branches))), flags

    def _sequence(self, flags: _Flags) -> tuple[_Node, _Flags]:
        parts: list[_Node] = []
        while (character := self._peek()) and character not in "|)":
            if flags.verbose and character.isspace():
                self._position += 1
            elif flags.verbose and character == "#":
                end = self._text.find("\n", self._position)
                self._position = len(self._text) if end < 0 else end + 1
            elif changed := self._flags_alone(flags):
                flags = changed
            else:
                parts.append(self._repeated(self._atom(flags), flags))
        return _Sequence(tuple(parts)), flags

    def _flags_alone(self, flags: _Flags) -> _Flags | None:
        """Read “(?xi)”, which holds for what follows."""
        if self._peek(2) != "(?":
            return None
        end = self._text.find(")", self._position)
        letters = self._text[self._position + 2 : end]
        if end < 0 or not letters or not set(letters) <= set("imsxu"):
            return None
        if self._position:
            # Such flags hold for the whole pattern, wherever they stand.
            raise self._error()
        self._position = end + 1
        return _with(flags, letters)

    def _atom(self, flags: _Flags) -> _Node:
        character = self._next()
        readers = {"(": self._group, "[": self._class, "\\": self._escape}
        if character in readers:
            return readers[character](flags)
        if character == "^":
            return _Raw("(?m:^)" if flags.multiline else r"\A")
        if character == "$":
            return _Raw("(?m:$)" if flags.multiline else r"(?:\n?\z)")
        if character == ".":
            return _ANY if flags.dotall else _Set(_ALL - {"\n"}, None)
        if character in "*+?{":
            raise self._error()
        return _literal(character, flags)

    def _group(self, flags: _Flags) -> _Node:
        name = None
        if self._take("?"):
            for opening, ahead, negative in (
                ("=", True, False),
                ("!", True, True),
                ("<=", False, False),
                ("<!", False, True),
            ):
                if self._take(opening):
                    return _Look(self._body(flags), ahead, negative)
            if self._take("P="):
                # What was matched comes again, but not what stood around it: a repeat drops that.
                return _Repeat(self._groups.get(self._until(")"), _Repeat(_ANY, 0, None)), 1, 1)
            if self._take("P<"):
                name = self._until(">")
            elif not (self._take(":") or self._take(">")):
                letters = self._until(":")
                if not letters or not set(letters) <= set("imsxu"):
                    raise self._error()
                flags = _with(flags, letters)
        body = self._body(flags)
        if name is not None:
            self._groups[name] = _Choice((self._groups[name], body)) if name in self._groups else body
        return body

    def _body(self, flags: _Flags) -> _Node:
        node, _ = self._choice(flags)
        if not self._take(")"):
            raise self._error()
        return node

    def _repeated(self, atom: _Node, flags: _Flags) -> _Node:
        while flags.verbose and self._peek().isspace():
            self._position += 1
        character = self._peek()
        bounds: tuple[int, int | None]
        if character and character in "*+?":
            self._position += 1
            bounds = {"*": (0, None), "+": (1, None), "?": (0, 1)}[character]
        elif character == "{":
            self._position += 1
            least, comma, most = self._until("}").partition(",")
            if not (least or most) or not (least + most).isdigit():
                raise self._error()
            bounds = (int(least or 0), (int(most) if most else None) if comma else int(least))
        else:
            return atom
        if self._peek() in {"?", "+"}:
            self._position += 1
        return _Repeat(atom, *bounds)

    def _escape(self, flags: _Flags) -> _Node:
        character = self._next()
        if character in _BORDERS:
            return _BORDERS[character]
        if character in "wdsWDS":
            return _named(character.lower(), negative=character.isupper(), flags=flags)
        if character in "pP":
            return _named(self._property(), negative=character == "P", flags=flags)
        return _literal(self._character(character), flags)

    def _property(self) -> str:
        if not self._take("{"):
            raise self._error()
        return self._until("}")

    def _character(self, letter: str) -> str:
        """Return what an escape that stands for one character stands for."""
        if letter in "xu":
            size = 2 if letter == "x" else 4
            code = self._peek(size)
            self._position += size
            return chr(int(code, 16))
        if letter in _CONTROLS:
            return _CONTROLS[letter]
        if letter.isalnum():
            raise self._error()
        return letter

    def _class(self, flags: _Flags) -> _Node:
        negative = self._take("^")
        members: list[_Set] = []
        while not members or self._peek() != "]":
            members.append(self._member(flags, certain=negative))
        self._position += 1
        union = _union(members)
        return _Set(_ALL - union.ascii, None, exact=union.exact) if negative else union

    def _member(self, flags: _Flags, *, certain: bool) -> _Set:
        """Read a character, a range or a class inside of a class; if `certain`, only what surely is in it."""
        character = self._next()
        if character == "[":
            raise self._error()
        if character == "\\":
            letter = self._next()
            if letter in "wdspWDSP":
                name = self._property() if letter in "pP" else letter.lower()
                found = _named(name, negative=letter.isupper(), flags=flags)
                return found if found.exact or not certain else _Set(frozenset(), exact=False)
            character = "\b" if letter == "b" else self._character(letter)
        if self._peek() == "-" and self._peek(2) not in {"-]", "-"}:
            self._position += 1
            last = self._next()
            if last == "\\":
                last = self._character(self._next())
            elif last == "[":
                raise self._error()
            return _range(character, last, flags)
        return _literal(character, flags)


def _with(flags: _Flags, letters: str) -> _Flags:
    return replace(
        flags,
        verbose=flags.verbose or "x" in letters,
        ignorecase=flags.ignorecase or "i" in letters,
        multiline=flags.multiline or "m" in letters,
        dotall=flags.dotall or "s" in letters,
    )


def _union(members: Iterable[_Set]) -> _Set:
    ascii_members: frozenset[str] = frozenset()
    other: frozenset[tuple[int, int]] | None = frozenset()
    word = exact = True
    for member in members:
        ascii_members |= member.ascii
        exact = exact and member.exact
        other = None if other is None or member.other is None else other | member.other
        word = word and member.word
    return _Set(ascii_members, other, word, exact)


def _range(first: str, last: str, flags: _Flags) -> _Set:
    low, high = ord(first), ord(last)
    within = [chr(code) for code in range(low, min(high, 0x7F) + 1)]
    union = _union(_literal(character, flags) for character in within)
    if high < 0x80:  # noqa: PLR2004  # the first code point outside of ASCII
        return union
    # Which characters fold to one of a range is not worth knowing.
    beyond = None if flags.ignorecase else frozenset([(max(low, 0x80), high)])
    return replace(union, other=beyond, word=False)


def _literal(character: str, flags: _Flags) -> _Set:
    alike = {character}
    if flags.ignorecase:
        alike |= {character.lower(), character.upper(), character.swapcase()}
        alike.update(_ALIKE.get(character.lower(), ""))
        if not character.isascii():
            # Which others fold to it is not worth knowing.
            return _Set(frozenset(alike) & _ALL, None, word=character.isalnum())
    single = frozenset(one for one in alike if len(one) == 1)
    return _Set(
        single & _ALL,
        frozenset((ord(one), ord(one)) for one in single - _ALL),
        word=character.isalnum() or character == "_",
    )


def _named(name: str, *, negative: bool, flags: _Flags) -> _Set:
    """Return the class of a name, such as “w” or “Lu”, with all characters outside of ASCII."""
    if name not in _NAMED or (flags.ignorecase and negative and name in {"Lu", "Ll"}):
        return _ANY
    cased = flags.ignorecase and name in {"Lu", "Ll"}
    members = _NAMED["L" if cased else name]
    if negative:
        return _Set(_ALL - members, None)
    return _Set(members, _WHITE_OTHER if name == "s" else None, name not in {"s", "Sc"}, exact=not cased)


def _is_empty(node: _Node) -> bool:
    """Tell whether a node matches no characters, whatever the text."""
    if isinstance(node, _Look | _Border):
        return True
    if isinstance(node, _Raw):
        return True
    if isinstance(node, _Sequence):
        return all(_is_empty(part) for part in node.parts)
    if isinstance(node, _Choice):
        return all(_is_empty(branch) for branch in node.branches)
    if isinstance(node, _Repeat):
        return node.most == 0 or _is_empty(node.body)
    return False


def _begins_in_word(node: _Node, *, last: bool = False) -> bool:
    """Tell whether the first character that a node matches, or the `last`, is one of a word."""
    if isinstance(node, _Set):
        return node.word
    if isinstance(node, _Choice):
        return all(_begins_in_word(branch, last=last) for branch in node.branches)
    if isinstance(node, _Repeat):
        return node.least > 0 and _begins_in_word(node.body, last=last)
    if isinstance(node, _Sequence):
        parts = [part for part in node.parts if not _is_empty(part)]
        return bool(parts) and _begins_in_word(parts[-1 if last else 0], last=last)
    return False


def _write(node: _Node, *, head: bool, tail: bool) -> str:
    """Return a node in the syntax of RE2; `head` and `tail` say that it is an end of the pattern."""
    if isinstance(node, _Set):
        return _write_set(node)
    if isinstance(node, _Raw):
        return node.text
    if isinstance(node, _Sequence):
        return _write_sequence(node, head=head, tail=tail)
    if isinstance(node, _Choice):
        return f"(?:{'|'.join(_write(branch, head=head, tail=tail) for branch in node.branches)})"
    if isinstance(node, _Repeat):
        return _write_repeat(node)
    return _write_sequence(_Sequence((node,)), head=head, tail=tail)


def _write_set(node: _Set) -> str:
    if len(node.ascii) == 1 and node.other is not None and not node.other:
        return _byte(*map(ord, node.ascii))
    inside = [_bytes(map(ord, node.ascii))] if node.ascii else []
    if node.other is None:
        return f"(?:{'|'.join([*inside, _OTHER + '+'])})"
    sequences = [sequence for low, high in sorted(node.other) for sequence in _sequences(low, high)]
    if len(sequences) > MOST_OTHERS:
        return _write_set(replace(node, other=None))
    inside += ["".join(_bytes(range(low, high + 1)) for low, high in sequence) for sequence in sequences]
    if not inside:
        return _NEVER
    return inside[0] if len(inside) == 1 else f"(?:{'|'.join(inside)})"


def _sequences(low: int, high: int) -> Iterator[list[tuple[int, int]]]:
    """Split a range of code points into sequences of ranges of bytes, as UTF-8 writes them."""
    for size in (1, 2, 3):
        # The last code point of one, two and three bytes; then those whose last bytes begin anew.
        border = (0x7F, 0x7FF, 0xFFFF)[size - 1]
        if low <= border < high:
            yield from _sequences(low, border)
            yield from _sequences(border + 1, high)
            return
        rest = (1 << (6 * size)) - 1
        if low & ~rest != high & ~rest and high > 0x7F:  # noqa: PLR2004  # the last of ASCII
            if low & rest:
                yield from _sequences(low, low | rest)
                yield from _sequences((low | rest) + 1, high)
                return
            if high & rest != rest:
                yield from _sequences(low, (high & ~rest) - 1)
                yield from _sequences(high & ~rest, high)
                return
    first, last = (chr(code).encode(errors="surrogatepass") for code in (low, high))
    yield list(zip(first, last, strict=True))


def _byte(code: int) -> str:
    character = chr(code)
    return (
        character if character.isascii() and (character.isalnum() or character == "_") else f"\\x{code:02x}"
    )


def _bytes(codes: Iterable[int], *, excluded: bool = False, more: str = "") -> str:
    """Return a class of RE2 that has, or has not, these bytes."""
    parts: list[str] = []
    ordered = sorted(codes)
    for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0]):
        members = [code for _, code in run]
        parts.append(_byte(members[0]) + (f"-{_byte(members[-1])}" if len(members) > 1 else ""))
    return f"[{'^' if excluded else ''}{''.join(parts)}{more}]"


def _write_repeat(node: _Repeat) -> str:
    if _is_empty(node):
        return ""
    least, most = node.least, node.most
    if most is not None and most > MOST_COPIES:
        least, most = min(least, FEWEST_COPIES), None
    count = "*" if (least, most) == (0, None) else "+" if (least, most) == (1, None) else "?"
    if isinstance(node.body, _Set) and node.body.other is None and most is None and least <= 1:
        return _bytes(map(ord, node.body.ascii), more=_OTHER[1:-1]) + count
    body = f"(?:{_write(node.body, head=False, tail=False)})"
    if (least, most) in {(0, None), (1, None), (0, 1)}:
        return body + count
    return f"{body}{{{least},{'' if most is None else most}}}"


def _write_sequence(node: _Sequence, *, head: bool, tail: bool) -> str:
    consuming = [index for index, part in enumerate(node.parts) if not _is_empty(part)]
    if not consuming:
        asked = _shown(node, ahead=False) if head else _shown(node, ahead=True) if tail else None
        return _anchors(node.parts) if asked is None else asked
    first, last = consuming[0], consuming[-1]
    leading, trailing = node.parts[:first], node.parts[last + 1 :]
    before = _edge(leading, node.parts[first], ahead=False) if head else _anchors(leading)
    after = _edge(trailing, node.parts[last], ahead=True) if tail else _anchors(trailing)
    middle = "".join(
        # What stands at an end was matched there: a look-around further in would match it again.
        _write(part, head=head and index == first and not before, tail=tail and index == last and not after)
        for index, part in enumerate(node.parts[first : last + 1], first)
        if not isinstance(part, _Look | _Border)
    )
    return before + middle + after


def _anchors(parts: tuple[_Node, ...]) -> str:
    return "".join(part.text for part in parts if isinstance(part, _Raw))


def _edge(parts: tuple[_Node, ...], neighbour: _Node, *, ahead: bool) -> str:
    """Return what the look-arounds at an end of the pattern ask for, as a part of what is matched.

    One of them is enough; the most telling is taken.
    """
    if anchors := _anchors(parts):
        return anchors
    shown = [text for part in parts if (text := _shown(part, ahead=ahead)) is not None]
    telling = [text for text in shown if "[^" not in text]
    if shown:
        return (telling or shown)[0]
    if any(isinstance(part, _Border) for part in parts) and _begins_in_word(neighbour, last=ahead):
        return _other_than(_NAMED["w"], ahead=ahead)
    return ""


def _shown(node: _Node, *, ahead: bool) -> str | None:
    """Return what a node without width asks for on its side, or None if that cannot be told."""
    if isinstance(node, _Raw):
        return node.text
    if isinstance(node, _Look) and node.ahead == ahead:
        if not node.negative:
            return _write(node.body, head=not ahead, tail=ahead)
        excluded = _excluded(node.body)
        return None if excluded is None else _other_than(excluded, ahead=ahead)
    if isinstance(node, _Sequence):
        return next((text for part in node.parts if (text := _shown(part, ahead=ahead)) is not None), None)
    if isinstance(node, _Choice):
        branches = [_shown(branch, ahead=ahead) for branch in node.branches]
        known = [text for text in branches if text is not None]
        return f"(?:{'|'.join(known)})" if len(known) == len(branches) else None
    return None


def _other_than(members: frozenset[str], *, ahead: bool) -> str:
    end = r"\z" if ahead else r"\A"
    return f"(?:{end}|{_bytes(map(ord, members), excluded=True)})" if members else ""


def _excluded(body: _Node) -> frozenset[str] | None:
    """Return the ASCII members of the classes that a negative look-around excludes one by one, if any."""
    while isinstance(body, _Sequence) and len(body.parts) == 1:
        body = body.parts[0]
    if isinstance(body, _Choice):
        known = [found for branch in body.branches if (found := _excluded(branch))]
        return frozenset().union(*known) or None
    return body.ascii or None if isinstance(body, _Set) and body.exact else None
