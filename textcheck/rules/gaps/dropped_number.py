"""Two blanks where a number stood between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.document import RUNNING_KINDS
from textcheck.rule import Hit, flags, function, passes
from textcheck.vocabulary import APPROXIMATOR, MAGNITUDE, MONTH, PERCENT, PERIOD, UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

_BLANKS = regex.compile(
    r"(?<!\S)(?P<left>[\p{L}$£€¥#(“\"][\w$£€¥’'.-]*[,;]?)(?P<gap>[ \u00a0]{2,3})"
    r"(?P<right>[\p{L}%°-][\w’'-]*)(?P<further>(?: [\p{L}’'-]+)?)"
)
_ASKS_FOR_NUMBER = regex.compile(
    rf"(?i)[(“\"]?(?:{APPROXIMATOR}|least|most|than|every|each|aged|age|ages|no\.|number|between|{MONTH}"
    r"|killed|killing|injured|injuring|wounded|wounding|arrested|arresting|displaced|\p{{Ll}}{{2,}}ed|scored|won|lost|sold|hired)"
)
_COUNTED = regex.compile(
    rf"(?:{MAGNITUDE}|{PERCENT}|{UNIT}|{PERIOD}|votes?|[ap]\.m|[AP]M|pm|%|°)(?!\w)|-\p{{Ll}}"
)
_PLURAL = regex.compile(r"\b\p{Ll}{3,}s\b(?<!ss|us|is|as)|\b(?:people|others|men|women|children)\b")
_DATES_FROM = frozenset({"In", "Since", "By", "Until", "Before", "After", "From"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we"})


def _needs_number(match: regex.Match[str]) -> bool:
    """Tell whether the two words say that a number stood between them."""
    left, right = match["left"], match["right"]
    return bool(
        _COUNTED.match(right)
        or (left in _DATES_FROM and right in _PRONOUNS)
        or (_ASKS_FOR_NUMBER.fullmatch(left) and _PLURAL.search(right + match["further"]))
    )


def _check(document: Document) -> Iterator[Hit]:
    for block in document.blocks:
        if block.kind not in RUNNING_KINDS:
            continue
        for match in _BLANKS.finditer(document.text(block)):
            if _needs_number(match):
                yield Hit(
                    block.start + match.start(),
                    block.start + match.end("right"),
                    f"No number between “{match['left']}” and “{match['right']}”",
                )


rule = function(
    _check,
    triggers=("  ", " \u00a0", "\u00a0 "),
    spacing=True,
    confidence=0.9,
    why="A number was deleted and the blanks on both its sides were left; take it from the source.",
    cases=[
        flags("The storm [[killed  people]] and closed the port."),
        flags("He waited [[for  years]]. She did not."),
        flags("[[In  he]] moved away; at [[least  houses]] stood empty."),
        flags("The bus, with [[some  passengers]] on board, left."),
        passes("The storm killed 12 people and closed the port."),
        passes("He came home.  She did not."),
        passes("It was  a  long way  to the sea, on  the coast."),
        passes("The Iranian  anti-ship missile was old."),
        passes("All sorts of  products have their terms."),
    ],
)
