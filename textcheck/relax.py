r"""Loosen a pattern of the `regex` module into one that RE2 can run, and that misses nothing.

RE2 reads text once, in linear time, for many patterns together, but knows neither look-arounds nor
back-references. `relax` leaves out what it cannot express, so that every text in which the pattern is
found also holds the relaxed one. The converse need not be true: candidates are verified.

What is given up is small. A look-around at either end of a pattern becomes a part of what is matched,
and so does a word border there. Outside of ASCII, classes such as ``\w`` take any character.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_COPIES = 6
"""Upper bound of a counted repeat from which it counts as unbounded: RE2 copies what is repeated."""

FEWEST_COPIES = 3
"""Copies that such a repeat still asks for."""

_OTHER = r"\x{80}-\x{10ffff}"
_WHITE = r"\t-\r\x1c-\x20"
_WHITE_OTHER = r"\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
_ASCII: Mapping[str, str] = {
    "w": "0-9A-Za-z_",
    "d": "0-9",
    "s": _WHITE,
    "L": "A-Za-z",
    "Lu": "A-Z",
    "Ll": "a-z",
    "N": "0-9",
    "Nd": "0-9",
    "Sc": "$",
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
    """One character: the inside of a class of RE2; `excluded` says that of a negated one.

    `word` tells whether all of its members are letters, digits or underscores.
    """

    inside: str
    excluded: bool = False
    word: bool = False
    ignorecase: bool = False


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
_ANY = _Set(r"\x{0}-\x{10ffff}")


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
            return _ANY if flags.dotall else _Set("\\n", excluded=True)
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
        inside: list[str] = []
        word = True
        first = True
        while first or self._peek() != "]":
            first = False
            member, is_word = self._member(flags, negative=negative)
            inside.append(member)
            word = word and is_word
        self._position += 1
        if flags.ignorecase and not negative:
            inside.append(_ALIKE["i"])
        return _Set("".join(inside), negative, word and not negative, flags.ignorecase)

    def _member(self, flags: _Flags, *, negative: bool) -> tuple[str, bool]:
        """Read a character, a range or a class inside of a class; tell whether it is of words only."""
        character = self._next()
        if character == "[":
            raise self._error()
        if character == "\\":
            letter = self._next()
            if letter in "wdspWDSP":
                name = self._property() if letter in "pP" else letter.lower()
                return self._nested(name, flags, negative=negative, opposite=letter.isupper())
            character = "\b" if letter == "b" else self._character(letter)
        if self._peek() == "-" and self._peek(2) not in {"-]", "-"}:
            self._position += 1
            last = self._next()
            if last == "\\":
                last = self._character(self._next())
            elif last == "[":
                raise self._error()
            return f"{_code(character)}-{_code(last)}", character.isalnum() and last.isalnum()
        return _code(character), character.isalnum()

    def _nested(self, name: str, flags: _Flags, *, negative: bool, opposite: bool) -> tuple[str, bool]:
        found = _named(name, negative=opposite, flags=flags)
        if found.excluded:
            if negative:
                # What a negated class excludes has to be certain: of “not a digit”, nothing is.
                return "", False
            raise self._error()
        if negative:
            return (_ASCII.get(name, "") if not flags.ignorecase else _ASCII.get(name[:1], "")), False
        return found.inside, found.word


def _with(flags: _Flags, letters: str) -> _Flags:
    return replace(
        flags,
        verbose=flags.verbose or "x" in letters,
        ignorecase=flags.ignorecase or "i" in letters,
        multiline=flags.multiline or "m" in letters,
        dotall=flags.dotall or "s" in letters,
    )


def _code(character: str) -> str:
    if character.isascii() and (character.isalnum() or character == "_"):
        return character
    return f"\\x{{{ord(character):x}}}"


def _literal(character: str, flags: _Flags) -> _Set:
    word = character.isalnum() or character == "_"
    if flags.ignorecase and character.isascii() and character.isalpha():
        low = character.lower()
        return _Set("".join(map(_code, (low, low.upper(), *_ALIKE.get(low, "")))), word=word)
    return _Set(_code(character), word=word, ignorecase=flags.ignorecase and character.isalpha())


def _named(name: str, *, negative: bool, flags: _Flags) -> _Set:
    """Return the class of a name, such as “w” or “Lu”, with all characters outside of ASCII."""
    ascii_members = _ASCII.get(name)
    if flags.ignorecase and name in {"Lu", "Ll"}:
        ascii_members = _ASCII["L"]
    if ascii_members is None:
        return _ANY
    if negative:
        return _Set(ascii_members, excluded=True)
    other = _WHITE_OTHER if name == "s" else _OTHER
    return _Set(ascii_members + other, word=name not in {"s", "Sc"})


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
    if not node.inside:
        return f"[{_ANY.inside}]"
    if len(node.inside) == 1 and not node.excluded and not node.ignorecase:
        return node.inside
    text = f"[{'^' if node.excluded else ''}{node.inside}]"
    return f"(?i:{text})" if node.ignorecase else text


def _write_repeat(node: _Repeat) -> str:
    if _is_empty(node):
        return ""
    body = f"(?:{_write(node.body, head=False, tail=False)})"
    if node.most is None or node.most > MOST_COPIES:
        least = min(node.least, FEWEST_COPIES)
        return body + ("*" if not least else "+" if least == 1 else f"{{{least},}}")
    return f"{body}{{{node.least},{node.most}}}"


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
        return _other_than(_ASCII["w"], ahead=ahead)
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


def _other_than(members: str, *, ahead: bool) -> str:
    end = r"\z" if ahead else r"\A"
    return f"(?:{end}|[^{members}])"


def _excluded(body: _Node) -> str | None:
    """Return the certain members of the classes that a negative look-around excludes one by one, if any."""
    while isinstance(body, _Sequence) and len(body.parts) == 1:
        body = body.parts[0]
    if isinstance(body, _Choice):
        return "".join(found for branch in body.branches if (found := _excluded(branch))) or None
    if not isinstance(body, _Set) or body.excluded or body.ignorecase:
        return None
    return body.inside.replace(_OTHER, "") or None
