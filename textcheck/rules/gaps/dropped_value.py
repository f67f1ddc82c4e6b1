"""Nothing left between a function word and a stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import APPROXIMATOR, BE, PREPOSITION

if TYPE_CHECKING:
    from textcheck.rule import Match

_ASKS_FOR_MORE = (
    f"{APPROXIMATOR}|{PREPOSITION}|{BE}|has|have|had|the|an?|its|his|her|their|our|my|and|or"
    "|if|when|where|whether|because|let|suppose|called|named|titled|entitled|starring|featuring"
    "|including|includes|included|defeated|killing|injuring|wounding|worth|aged|No\\."
    "|weigh(?:s|ing|ed)|cost(?:s|ing)?|number(?:ed|ing)|total(?:s|l?ed|l?ing)"
    "|(?:averag|measur|reach)(?:es|ed|ing)|exceed(?:s|ed|ing)"
    "|(?:Senate|House|Congress|parliament)\\s+passed"
)
"""Words that no clause ends in."""


def _is_slot(match: Match) -> bool:
    """Tell a hole from a letter that is itself what stands there, as in “category A , B”."""
    return match["word"] != "A" and not match.string[: match.start()].rstrip().endswith(("category", "group"))


rule = pattern(
    rf"""(?x)
    (?<![\w.'’\ufffc-])
    (?P<word> (?i: {_ASKS_FOR_MORE} ) ) \s+
    # Not the dots of an ellipsis, nor those of a domain, a file name or a decimal.
    (?: (?P<stop> [.,;:?!] ) (?<! [;:] (?=\s?[()]) ) (?! \s+import\b )
      (?= \s+(?![.…]\s*[.…]) | $ | ["”’)\]] | [,;] | \.(?!\.) )
    | (?P<stop> — ) (?= \p{{L}} )
    )""",
    message="Nothing between “{word}” and “{stop}”",
    why="A number, a date, a name or a link was dropped here, and the blanks around it were left.",
    where=_is_slot,
    spacing=True,
    cases=[
        flags("The republic was recognised [[in .]] Its flag is red."),
        flags("The tower has a height [[of ,]] and a base of stone."),
        flags("The report is available [[at .]]"),
        flags("Was it better [[in ?]] He did not say."),
        flags("Gusts rose [[to ;]] the ferry stayed in port."),
        flags("A length of [[approximately .]]"),
        flags("It carried destroyers, cruisers [[and .]] Then it sank."),
        flags("[[If ,]] then the series ends; a play [[called .]] The [[Senate passed ,]] a bill."),
        passes("What a match that was ;) and what a day it is :("),
        passes("from . import views is a line of code."),
        passes("That is the world we live in."),
        passes("The .gov domain and the .NET runtime are of .org origin."),
        passes("He waited for . . . nothing."),
        passes("He looked at, and then walked past, the house."),
        passes("They ended up with ... a draw."),
        passes("His average of .186 was the lowest."),
        passes("The operators `in`, `or` and `of` , all keywords, are reserved.", format="markdown"),
    ],
)
