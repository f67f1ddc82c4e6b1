"""Showing foreign text so that it can neither hide anything nor steer the terminal."""

from __future__ import annotations

import unicodedata


def visible(text: str, encoding: str = "utf-8") -> str:
    r"""Replace what cannot be seen, or cannot be written in `encoding`, by something that can.

    A newline becomes ``↵`` and a tab ``⇥``. Control and format characters (escape sequences, bidi
    controls, zero-width characters), unassigned and private code points and lone surrogates become
    ``<U+200B>``, as in the pager less. Spaces of every width stay. The result is one line.
    """
    if text.isprintable() and _fits(text, encoding):
        return text
    shown = text.replace("\r\n", "\n").replace("\n", "↵").replace("\t", "⇥")
    return "".join(
        char
        if (char.isprintable() or unicodedata.category(char) == "Zs") and _fits(char, encoding)
        else f"<U+{ord(char):04X}>"
        for char in shown
    )


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
