"""What the rules of this category ask about the place where a leftover occurs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from textcheck.document import Document

TECHNICAL_WORDS = 3
"""Distinct words of programming from which a text counts as technical."""

_TECHNICAL = regex.compile(
    r"(?i)\b(?:html|css|javascript|json|xml|yaml|toml|apis?|python|java|php|sql|latex|regex"
    r"|regular expressions?|markdown"
    r"|wikitext|jinja2?|unicode|ascii|syntax|placeholders?|variables?|parameters?|strings?|markup"
    r"|source code|snippets?"
    r"|compilers?|interpreter|plug-?ins?|command[- ]line|shortcodes?|data ?types?|null pointers?|programming"
    r"|debug\w*"
    r"|bytecode|stack trace|backslash(?:es)?|escape sequences?|attributes?|iterables?|functions?|arrays?"
    r"|objects?|methods?)\b"
)
_SPACE = regex.compile(r"\s+")


def technical(document: Document) -> bool:
    """Tell whether a text is about programming, where such strings are its subject."""
    if any(block.kind == "code" for block in document.blocks):
        return True
    found = {match[0].lower().rstrip("s") for match in _TECHNICAL.finditer(document.prose)}
    return len(found) >= TECHNICAL_WORDS


def quoted(text: str, start: int) -> bool:
    """Tell whether offset `start` of a block is inside a quotation that began before it."""
    before = text[:start]
    return (
        before.rfind("“") > before.rfind("”")
        or before.rfind("‘") > before.rfind("’")
        or before.rfind("«") > before.rfind("»")
        or before.count('"') % 2 == 1
    )


def shown(text: str, limit: int = 38) -> str:
    """Return text on one line and cut to `limit` code points, to quote in a message."""
    line = _SPACE.sub(" ", text).strip()
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"
