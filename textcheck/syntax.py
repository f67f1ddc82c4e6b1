"""Reads patterns of the `regex` module into a tree, so that simpler patterns can be made of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

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
ASCII = frozenset(map(chr, range(0x80)))
NAMED: Mapping[str, frozenset[str]] = {
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
class Characters:
    """One character: its ASCII members, and ranges of those outside of ASCII, None for any of them.

    `word` tells whether all of its members are letters, digits or underscores, `exact` whether the ASCII
    members are those of the pattern, and no more.
    """

    ascii: frozenset[str]
    other: frozenset[tuple[int, int]] | None = frozenset()
    word: bool = False
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Raw:
    """Text of RE2 that is neither read nor changed any more, such as an anchor."""

    text: str


@dataclass(frozen=True, slots=True)
class Border:
    """A word border."""


@dataclass(frozen=True, slots=True)
class Look:
    """A look-around."""

    body: Node
    ahead: bool
    negative: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts, one after the other."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Branches, one of which matches."""

    branches: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A body, at least and at most so many times; None stands for any number."""

    body: Node
    least: int
    most: int | None


Node = Characters | Raw | Border | Look | Sequence | Choice | Repeat
_BORDERS: Mapping[str, Node] = {
    "A": Raw(r"\A"),
    "Z": Raw(r"\z"),
    "z": Raw(r"\z"),
    "b": Border(),
    "B": Sequence(()),
}
ANY = Characters(ASCII, None, exact=False)


def parse(expression: str) -> Node:
    """Read a pattern.

    Args:
        expression: a pattern in the syntax of the `regex` module.

    Raises:
        NotRelaxableError: it uses syntax that is not understood here.
    """
    return _Parser(expression).parse()


class _Parser:
    """Reads the part of the syntax of `regex` that rules use."""

    def __init__(self, expression: str) -> None:
        self._text = expression
        self._position = 0
        self._groups: dict[str, Node] = {}

    def parse(self) -> Node:
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

    def _choice(self, flags: _Flags) -> tuple[Node, _Flags]:
        branches: list[Node] = []
        while True:
            branch, flags = self._sequence(flags)
            branches.append(branch)
            if not self._take("|"):
                break
        return (branches[0] if len(branches) == 1 else Choice(tuple(branches))), flags

    def _sequence(self, flags: _Flags) -> tuple[Node, _Flags]:
        parts: list[Node] = []
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
        return Sequence(tuple(parts)), flags

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

    def _atom(self, flags: _Flags) -> Node:
        character = self._next()
        readers = {"(": self._group, "[": self._class, "\\": self._escape}
        if character in readers:
            return readers[character](flags)
        if character == "^":
            return Raw("(?m:^)" if flags.multiline else r"\A")
        if character == "$":
            return Raw("(?m:$)" if flags.multiline else r"(?:\n?\z)")
        if character == ".":
            return ANY if flags.dotall else Characters(ASCII - {"\n"}, None)
        if character in "*+?{":
            raise self._error()
        return _literal(character, flags)

    def _group(self, flags: _Flags) -> Node:
        name = None
        if self._take("?"):
            for opening, ahead, negative in (
                ("=", True, False),
                ("!", True, True),
                ("<=", False, False),
                ("<!", False, True),
            ):
                if self._take(opening):
                    return Look(self._body(flags), ahead, negative)
            if self._take("P="):
                # What was matched comes again, but not what stood around it: a repeat drops that.
                return Repeat(self._groups.get(self._until(")"), Repeat(ANY, 0, None)), 1, 1)
            if self._take("P<"):
                name = self._until(">")
            elif not (self._take(":") or self._take(">")):
                letters = self._until(":")
                if not letters or not set(letters) <= set("imsxu"):
                    raise self._error()
                flags = _with(flags, letters)
        body = self._body(flags)
        if name is not None:
            self._groups[name] = Choice((self._groups[name], body)) if name in self._groups else body
        return body

    def _body(self, flags: _Flags) -> Node:
        node, _ = self._choice(flags)
        if not self._take(")"):
            raise self._error()
        return node

    def _repeated(self, atom: Node, flags: _Flags) -> Node:
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
        return Repeat(atom, *bounds)

    def _escape(self, flags: _Flags) -> Node:
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

    def _class(self, flags: _Flags) -> Node:
        negative = self._take("^")
        members: list[Characters] = []
        while not members or self._peek() != "]":
            members.append(self._member(flags, certain=negative))
        self._position += 1
        union = _union(members)
        return Characters(ASCII - union.ascii, None, exact=union.exact) if negative else union

    def _member(self, flags: _Flags, *, certain: bool) -> Characters:
        """Read a character, a range or a class inside of a class; if `certain`, only what surely is in it."""
        character = self._next()
        if character == "[":
            raise self._error()
        if character == "\\":
            letter = self._next()
            if letter in "wdspWDSP":
                name = self._property() if letter in "pP" else letter.lower()
                found = _named(name, negative=letter.isupper(), flags=flags)
                return found if found.exact or not certain else Characters(frozenset(), exact=False)
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


def _union(members: Iterable[Characters]) -> Characters:
    ascii_members: frozenset[str] = frozenset()
    other: frozenset[tuple[int, int]] | None = frozenset()
    word = exact = True
    for member in members:
        ascii_members |= member.ascii
        exact = exact and member.exact
        other = None if other is None or member.other is None else other | member.other
        word = word and member.word
    return Characters(ascii_members, other, word, exact)


def _range(first: str, last: str, flags: _Flags) -> Characters:
    low, high = ord(first), ord(last)
    within = [chr(code) for code in range(low, min(high, 0x7F) + 1)]
    union = _union(_literal(character, flags) for character in within)
    if high < 0x80:  # noqa: PLR2004  # the first code point outside of ASCII
        return union
    # Which characters fold to one of a range is not worth knowing.
    beyond = None if flags.ignorecase else frozenset([(max(low, 0x80), high)])
    return replace(union, other=beyond, word=False)


def _literal(character: str, flags: _Flags) -> Characters:
    alike = {character}
    if flags.ignorecase:
        alike |= {character.lower(), character.upper(), character.swapcase()}
        alike.update(_ALIKE.get(character.lower(), ""))
        if not character.isascii() and character.lower() != character.upper():
            # Which others fold to it is not worth knowing.
            return Characters(frozenset(alike) & ASCII, None, word=character.isalnum())
    single = frozenset(one for one in alike if len(one) == 1)
    return Characters(
        single & ASCII,
        frozenset((ord(one), ord(one)) for one in single - ASCII),
        word=character.isalnum() or character == "_",
    )


def _named(name: str, *, negative: bool, flags: _Flags) -> Characters:
    """Return the class of a name, such as “w” or “Lu”, with all characters outside of ASCII."""
    if name not in NAMED or (flags.ignorecase and negative and name in {"Lu", "Ll"}):
        return ANY
    cased = flags.ignorecase and name in {"Lu", "Ll"}
    members = NAMED["L" if cased else name]
    if negative:
        return Characters(ASCII - members, None)
    return Characters(
        members, _WHITE_OTHER if name == "s" else None, name not in {"s", "Sc"}, exact=not cased
    )


def changed(node: Node, change: Callable[[Node], Node]) -> Node:
    """Return a node with its children changed."""
    if isinstance(node, Sequence):
        return Sequence(tuple(map(change, node.parts)))
    if isinstance(node, Choice):
        return Choice(tuple(map(change, node.branches)))
    if isinstance(node, Repeat | Look):
        return replace(node, body=change(node.body))
    return node


def is_empty(node: Node) -> bool:
    """Tell whether a node matches no characters, whatever the text."""
    if isinstance(node, Look | Border):
        return True
    if isinstance(node, Raw):
        return True
    if isinstance(node, Sequence):
        return all(is_empty(part) for part in node.parts)
    if isinstance(node, Choice):
        return all(is_empty(branch) for branch in node.branches)
    if isinstance(node, Repeat):
        return node.most == 0 or is_empty(node.body)
    return False


def begins_in_word(node: Node, *, last: bool = False) -> bool:
    """Tell whether the first character that a node matches, or the `last`, is one of a word."""
    if isinstance(node, Characters):
        return node.word
    if isinstance(node, Choice):
        return all(begins_in_word(branch, last=last) for branch in node.branches)
    if isinstance(node, Repeat):
        return node.least > 0 and begins_in_word(node.body, last=last)
    if isinstance(node, Sequence):
        parts = [part for part in node.parts if not is_empty(part)]
        return bool(parts) and begins_in_word(parts[-1 if last else 0], last=last)
    return False


def excluded(body: Node) -> frozenset[str] | None:
    """Return the ASCII members of the classes that a negative look-around excludes one by one, if any."""
    while isinstance(body, Sequence) and len(body.parts) == 1:
        body = body.parts[0]
    if isinstance(body, Choice):
        known = [found for branch in body.branches if (found := excluded(branch))]
        return frozenset().union(*known) or None
    return body.ascii or None if isinstance(body, Characters) and body.exact else None
