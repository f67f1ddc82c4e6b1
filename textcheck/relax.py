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

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from textcheck.syntax import (
    NAMED,
    Border,
    Characters,
    Choice,
    Look,
    Raw,
    Repeat,
    Sequence,
    begins_in_word,
    changed,
    excluded,
    is_empty,
    parse,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textcheck.syntax import Node

MOST_COPIES = 6
"""Upper bound of a counted repeat from which it counts as unbounded: RE2 copies what is repeated."""

FEWEST_COPIES = 3
"""Copies that such a repeat still asks for."""

MOST_OTHERS = 40
"""Sequences of bytes for the characters outside of ASCII in a class, from which it takes any of them."""

_COUNTS = {(0, None): "*", (1, None): "+", (0, 1): "?"}
_STARTS = frozenset({r"\A", "(?m:^)"})
_WHITE = r"[\x09-\x0d\x1c-\x20\x80-\xff]"
_OTHER = r"[\x80-\xff]"
_NEVER = r"[^\x00-\xff]"


def relax(expression: str, *, in_blocks: bool = False) -> str:
    """Return an RE2 pattern that is found wherever `expression` is.

    Args:
        expression: a pattern in the syntax of the `regex` module.
        in_blocks: whether `expression` is run on blocks of a text, and the result on the text; the ends
            of blocks are next to white space or to an end of the text, and nothing follows them in a line.

    Raises:
        NotRelaxableError: it uses syntax that is not understood here.
    """
    node = parse(expression)
    return _write(_in_text(node) if in_blocks else node, head=True, tail=True)


def _in_text(node: Node) -> Node:
    """Let the start of a block be white space, and its end that of a line, or both one of the text."""
    if isinstance(node, Raw):
        return Raw(rf"(?:\A|{_WHITE})" if node.text in _STARTS else rf"(?:\z|{_WHITE}*[\r\n])")
    if isinstance(node, Look) and node.negative and not NAMED["s"].isdisjoint(excluded(node.body) or ()):
        return Sequence(())
    return changed(node, _in_text)


def _write(node: Node, *, head: bool, tail: bool) -> str:
    """Return a node in the syntax of RE2; `head` and `tail` say that it is an end of the pattern."""
    if isinstance(node, Characters):
        return _write_set(node)
    if isinstance(node, Raw):
        return node.text
    if isinstance(node, Sequence):
        return _write_sequence(node, head=head, tail=tail)
    if isinstance(node, Choice):
        return f"(?:{'|'.join(_write(branch, head=head, tail=tail) for branch in node.branches)})"
    if isinstance(node, Repeat):
        return _write_repeat(node)
    return _write_sequence(Sequence((node,)), head=head, tail=tail)


def _write_set(node: Characters) -> str:
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


def _write_repeat(node: Repeat) -> str:
    if is_empty(node):
        return ""
    least, most = node.least, node.most
    if most is not None and most > MOST_COPIES:
        least, most = min(least, FEWEST_COPIES), None
    count = _COUNTS.get((least, most)) or f"{{{least},{'' if most is None else most}}}"
    if isinstance(node.body, Characters) and node.body.other is None and most is None:
        return _bytes(map(ord, node.body.ascii), more=_OTHER[1:-1]) + count
    return f"(?:{_write(node.body, head=False, tail=False)}){count}"


def _write_sequence(node: Sequence, *, head: bool, tail: bool) -> str:
    consuming = [index for index, part in enumerate(node.parts) if not is_empty(part)]
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
        if not isinstance(part, Look | Border)
    )
    return before + middle + after


def _anchors(parts: tuple[Node, ...]) -> str:
    return "".join(part.text for part in parts if isinstance(part, Raw))


def _edge(parts: tuple[Node, ...], neighbour: Node, *, ahead: bool) -> str:
    """Return what the look-arounds at an end of the pattern ask for, as a part of what is matched.

    One of them is enough; the most telling is taken.
    """
    if anchors := _anchors(parts):
        return anchors
    shown = [text for part in parts if (text := _shown(part, ahead=ahead)) is not None]
    telling = [text for text in shown if "[^" not in text]
    if shown:
        return (telling or shown)[0]
    if any(isinstance(part, Border) for part in parts) and begins_in_word(neighbour, last=ahead):
        return _other_than(NAMED["w"], ahead=ahead)
    return ""


def _shown(node: Node, *, ahead: bool) -> str | None:
    """Return what a node without width asks for on its side, or None if that cannot be told."""
    if isinstance(node, Raw):
        return node.text
    if isinstance(node, Look) and node.ahead == ahead:
        if not node.negative:
            return _write(node.body, head=not ahead, tail=ahead)
        members = excluded(node.body)
        return None if members is None else _other_than(members, ahead=ahead)
    if isinstance(node, Sequence):
        return next((text for part in node.parts if (text := _shown(part, ahead=ahead)) is not None), None)
    if isinstance(node, Choice):
        branches = [_shown(branch, ahead=ahead) for branch in node.branches]
        known = [text for text in branches if text is not None]
        return f"(?:{'|'.join(known)})" if len(known) == len(branches) else None
    return None


def _other_than(members: frozenset[str], *, ahead: bool) -> str:
    end = r"\z" if ahead else r"\A"
    return f"(?:{end}|{_bytes(map(ord, members), excluded=True)})" if members else ""
