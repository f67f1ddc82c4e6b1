"""Name, noun or phrase missing where only the words around the hole can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.rule import Hit, flags, function, passes
from textcheck.rules.gaps._proposals import DOUBT, SHOWN, prepare, proposals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document


def _check(document: Document) -> Iterator[Hit]:
    from textcheck import model  # noqa: PLC0415  # it reads a file, and then NumPy

    for (start, end, probability, kind, share), words in proposals(document):
        if kind == model.WORDS:
            what = "A name or other words seem" if share > 1 - DOUBT else "A name, words or a number seem"
            yield Hit(
                start,
                end,
                f"{what} to be missing in “{words[:SHOWN]}”",
                confidence=probability,
                clue=probability < model.SURE,
            )


rule = function(
    _check,
    prepare=prepare,
    why=(
        "Sound text has a name, a noun or a phrase between such words; extraction or cleaning dropped it with"
        " the blanks around it, as it drops the text of links. Look into the source."
    ),
    severity="warning",
    model=True,
    cases=[
        flags("She was born [[in and]] grew up with her aunt, who taught at the village school."),
        flags("[[The of]] the town said that [[the was]] closed for the winter."),
        flags("He moved [[to with]] his family after the war and never came back."),
        passes("She was born in Leeds and grew up with her aunt, who taught at the village school."),
        passes("The film was directed by a student and released to good reviews in the spring."),
        passes("He moved in with his family after the war and never came back."),
        passes("It is the town she grew up in and the house that she came from."),
        passes("Directed by and starring the same man, the film did well in the spring."),
    ],
)
