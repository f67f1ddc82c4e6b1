"""Blank before a comma, a full stop or another stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textcheck.document import RUNNING_KINDS, once
from textcheck.finding import Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from textcheck.document import Block, Document

_SPACED: Final = lazy(
    r"""(?x)
    (?P<word> (?<![\w@/.:\\-]) [\p{L}\p{N}][\p{L}\p{N}’'-]*+ [%)\]”"’]? | (?<=\w) [)\]”] )
    (?P<blank> [ ]{1,2} ) (?P<stop> [.,;:!?] )
    # What follows a stop; an ellipsis, an emoticon and a lone mark between blanks are none.
    (?: (?= (?:\s(?!\s*[.…,;:!?])|$) | (?:["”’]|(?<![:;])[)\]])(?=[\s.,;]|$) )
        # The mark may have gone to the next word.
      | (?<=[,;])(?=\p{L}{2,}[\s.,;:!?]|[aI]\s)
      | (?<=\.)(?=(?!(?:Net|Gov|Com|Org|Edu)\b)\p{Lu}\p{Ll}+[\s,]|[AI]\s) )
    """
)
_TIGHT: Final = lazy(r"(?<=\p{L})[;:!?](?=[\s”\"’)]|$)")
_PAUSED: Final = lazy(r"[  ][;:!?](?=[\s»”\"]|$)")
_FRENCH: Final = lazy(
    r"(?i)(?<![\w’'])(?:le|la|les|des|du|une|est|et|que|qui|vous|nous|je|il|elle|dans|pour|pas|ce|avec|sur|sont|au)"
    r"(?!\w)|(?<!\w)(?:c|qu|l|d|n|j|s)[’'](?=\p{L})"
)
_TOKENS: Final = lazy(
    r"[’'](?:(?<=\w n[’'])t|(?<=\w [’'])(?:s|re|ve|ll|d|m))(?!\w)|`` |''(?<= '')(?!\w)|-LRB-|@-@"
)
_NAMES_MARKS: Final = lazy(r"(?i)\b(?:commas?|colons?|semicolons?|punctuation|full stops?|marks?|symbols?)$")

_FRENCH_WORDS: Final = 2
"""Distinct French function words from which a paragraph counts as French."""

_TOKENISED_STOPS: Final = 3
"""Stops of a short text that make it tokenised where each of them has a blank before it."""

_SPACED_STOP: Final = lazy(r"(?<=[\w)”\"’]) [.,;:!?](?=\s|$)")
_CLOSE_STOP: Final = lazy(r"(?<=[\w)”\"’])[.,;:!?](?=\s|$)")


@once
def _is_tokenised(document: Document) -> bool:
    prose = document.prose
    spaced = not _CLOSE_STOP.search(prose) and len(_SPACED_STOP.findall(prose)) >= _TOKENISED_STOPS
    return spaced or _TOKENS.search(prose) is not None


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text, offset = document.text(block), block.start
    for match in _SPACED.finditer(text):
        before = text[max(match.start() - 40, 0) : match.end("word")]
        if match["stop"] in ";:!?" and (
            _is_label(text, match) or _is_french(text) or _pauses_in_french(document)
        ):
            continue
        if _NAMES_MARKS.search(before) or _is_tokenised(document):
            continue
        start, end = offset + match.start(), offset + match.end()
        blank = Suggestion(
            offset + match.start("blank"),
            offset + match.end("blank"),
            "",
            "delete the blank",
        )
        yield Hit(start, end, f"Blank before “{match['stop']}” in “{match[0][-40:]}”", suggestions=(blank,))


@once
def _pauses_in_french(document: Document) -> bool:
    """Tell whether an author spaces all of these marks, by the rules of French."""
    return not _TIGHT.search(document.prose) and len(_PAUSED.findall(document.prose)) > 1


def _is_french(text: str) -> bool:
    return len({match[0].lower() for match in _FRENCH.finditer(text)}) >= _FRENCH_WORDS


def _is_label(text: str, match: regex.Match[str]) -> bool:
    """Tell whether a colon stands behind a label, in a ratio or between a title and its subtitle."""
    if match["stop"] != ":":
        return False
    following = text[match.end() :].lstrip()[:1]
    return match["word"][-1:].isdigit() or following.isupper() or following.isdigit()


rule = block_function(
    _check,
    why="A blank was typed before the mark, or a word there was deleted; close it up or restore the word.",
    anchor=r"[\p{L}\p{N}’'%)\]”\"-] {1,2}(?:[.,;:!?](?:[\s\"”’)\]]|$)|[,;.]\p{L})",
    confidence=0.8,
    spacing=True,
    scope=RUNNING_KINDS,
    cases=[
        flags("The crew came [[home ,]] tired but well. Nobody was hurt."),
        flags("The fair opens in [[2019 .]] It is the last one."),
        flags("Has anybody seen the [[keys ?]] They were here."),
        flags("The vote (the [[second) ,]] was close. It went to Smith."),
        flags("What a [[day !]] The town will remember it: it was long."),
        flags("The road was [[closed ;]] nobody knew why."),
        flags("They sold [[apples ,]]pears and plums. The train left at [[noon .]]It was late."),
        passes("The crew came home, tired but well."),
        passes("Is that so ? Yes ! And why ? Because."),
        passes("Wait . . . there is more ... and more …"),
        passes("The .gov domain, the .NET platform and a .22 rifle."),
        passes("Qu’est-ce que c’est ? Elle ne le sait pas."),
        passes("She smiled :) and he winked ;) at once."),
        passes("The comma , and the colon : are marks."),
        passes("He did n't know . She left ."),
        passes("See docs.example.org/reports . It has more."),
        passes("The scale is 1 : 500. Mix sand and lime 3 : 1."),
        passes("Alien : Resurrection came out."),
    ],
)
