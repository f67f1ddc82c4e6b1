"""What the rules of this category ask about the place where a stand-in occurs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from textcheck.document import Document

TECHNICAL_WORDS = 3
"""Distinct words of programming from which a text counts as technical."""

_TECHNICAL = regex.compile(
    r"(?i)\b(?:html|css|javascript|json|xml|yaml|toml|apis?|python|php|sql|latex|regex|markdown|jinja2?"
    r"|liquid"
    r"|mustache|handlebars|django|jekyll|unicode|ascii|syntax|placeholders?|templates?|variables?|parameters?"
    r"|strings?|metadata|markup|source code|snippets?|repositor(?:y|ies)|compilers?|interpreter|plug-?ins?"
    r"|command[- ]line|front matter|mail merge|merge fields?|curly braces?|shortcodes?|data ?types?|urls?"
    r"|config(?:uration)? files?|style guides?|naming conventions?)\b"
)
_NAMES_THE_FORM = regex.compile(
    r"(?i)\b(?:placeholders?|templates?|templating|variables?|syntax|merge (?:tags?|fields?)|curly|braces"
    r"|brackets"
    r"|snippets?|shortcodes?|strings?|dummy|filler|format(?:ted)?|pattern|field (?:name|code)s?)\b"
)


def technical(document: Document) -> bool:
    """Tell whether a text is about programming, where stand-ins are examples."""
    if any(block.kind == "code" for block in document.blocks):
        return True
    found = {match[0].lower().rstrip("s") for match in _TECHNICAL.finditer(document.prose)}
    return len(found) >= TECHNICAL_WORDS


def names_the_form(text: str) -> bool:
    """Tell whether a passage speaks of templates, placeholders or formats."""
    return _NAMES_THE_FORM.search(text) is not None


def quoted(text: str, start: int) -> bool:
    """Tell whether offset `start` of a block is inside a quotation that began before it."""
    before = text[:start]
    return (
        before.rfind("“") > before.rfind("”")
        or before.rfind("«") > before.rfind("»")
        or before.count('"') % 2 == 1
    )
