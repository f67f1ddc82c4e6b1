"""Text decoded with the wrong encoding."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

from textcheck.finding import Span, Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.encoding._context import is_mentioned, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.finding import Applicability

_TAIL = "\x80-\xbfŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
"""What the bytes 80 to BF, which continue a character in UTF-8, become in Latin-1 and Windows-1252."""

_SUSPECT = re.compile(
    # It begins with one class of characters, for which `re` looks fast.
    r"[\xc2-\xf4ĂĹĺă√‚├┬ΓвВГРСβā∆]"
    rf"(?:(?<=[\xc2-\xdf])[{_TAIL}]|(?<=[\xe0-\xf4])[{_TAIL}]{{2}}|(?<=[ÂÃ])(?=[ \n]|$)|(?<=â)(?:€|\?\?)"
    r"|(?<=[a-zà-ÿ][ÃÕ])|(?<=[a-z][âíÆ∆])(?=[a-z])|(?<=Ä)Œ|(?<=[ĂĹĺă])[^\sa-zA-Z]|(?<=√)(?:[^\s\w(]|[ºª])"
    r"|(?<=‚)[Äàâó]|(?<=[├┬])(?:[^\s\w]|[║⌐¡ñ½│])|(?<=Γ)[ÇÖ]|(?<=в)[Ђ„]|(?<=[ВГРС])[^\sА-яЁё\w]"
    r"|(?<=[βā])€|(?<=[Òì])(?=[A-Za-z]))"
)
_TOKEN = re.compile(r"(?:[ÂÃ] |[^ \t\r\n])+")
_REACH = 200
"""Code points on either side of a suspect place that are looked at as one run."""

_CHARMAPS = (
    *("latin-1", "sloppy-windows-1252", "sloppy-windows-1251", "sloppy-windows-1250"),
    *("sloppy-windows-1253", "sloppy-windows-1254", "sloppy-windows-1257", "iso-8859-2", "macroman", "cp437"),
)
"""Encodings that ftfy 6.3 tries, in its order (ftfy.chardata.CHARMAP_ENCODINGS)."""

_MAX_LAYERS = 3

_LETTERS = f"{string.ascii_letters}’"
"""What belongs to the same word as a misread letter or apostrophe."""

_NOT = r"(?:do|does|did|is|are|was|were|ca|could|wo|would|should|has|have|had|must|need|ai)n"
_PRONOUN = r"(?:I|[Yy]ou|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Ii]t|[Tt]hat|[Tt]here|[Hh]ere|[Ww]ho|[Ww]hat|[Ll]et)"
_PARTIAL = lazy(
    # One byte of three is left of an apostrophe, or it was read by the table of another system.
    rf"(?<!\w)(?:(?i:{_NOT})(?P<not>[âíÆ∆Õ])t|{_PRONOUN}(?P<is>[âíÆ∆Õ])(?:s|m|re|ve|ll|d))(?!\w)"
    r"|(?<=\p{Ll}{2})(?P<of>Õ)s(?!\w)|(?<=[a-z]{4})(?P<of>â)s(?!\w)"
    # The third byte of a quotation mark is no character in Windows-1252 and was dropped.
    r"|(?<=\p{L})(?P<apostrophe>â€\??|â\?\?)(?=(?:t|s|m|d|re|ve|ll)(?!\w))|(?P<quote>â€\??)(?=[\s.,;:!?)]|$)"
    r"|(?P<dash>â€)[\"“”]"
    # The second byte was a soft hyphen, a no-break space or an invisible control character.
    r"|(?<=\p{Ll})(?P<i>Ã)(?=\p{Ll})|(?<=\p{Ll}{2})(?P<a>Ã)(?=[\s.,;:!?)]|$)"
    r"|(?<=\d)(?P<blank>Â)(?=\s?\d)|(?<=[\p{Ll},.] )(?P<blank>Â)(?= \p{L})"
    r"|(?<=[\p{Ll}\d.,;:!?)”’\"])(?P<blank>Â)(?=\s|$)"
    # Letters of Central Europe, whose second byte looks like a sign or a capital in mid-word.
    rf"|(?P<pair>(?:(?<=\p{{Ll}})[ÃÄÅ][{_TAIL}]|[ÃÄÅ](?![“”’‘–—»\"])[{_TAIL}](?=[\p{{Ll}}ÃÄÅ]))+)"
    rf"|(?P<sign>â[€„†‡ˆ‰œ˜‚][{_TAIL}])|(?P<sign>ΓÇ[^\s\w]|ΓÇ[ÖÿæÅ])"
)
_READINGS = {
    **dict.fromkeys(("not", "is", "of", "apostrophe"), ("’",)),
    "quote": ("”",),
    "dash": ("–", "—"),
    "i": ("í",),
    "a": ("à",),
    "blank": ("\u00a0",),
}
_ALPHABET = lazy(r"(?i)\b(?:letters?|vowels?|alphabets?|diacritics?|circumflex|tilde)\b")
_MAC_QUOTES = lazy(r"(?<!\w)(?:Ò(?=\p{L})[^ÒÓ]{1,300}Ó|ì(?=\p{L})[^ìî]{1,300}î)(?!\w)")


def _check(document: Document, block: Block) -> Iterator[Hit]:
    prose = document.prose
    done = 0
    for match in _SUSPECT.finditer(prose, block.start, block.end):
        if match.start() < done:
            continue
        run = _run(prose, match.start(), block.start, block.end)
        done = run.end
        hits = list(_repaired(document, run)) or list(_partial(document, run))
        yield from hits
    for quotation in _MAC_QUOTES.finditer(prose, block.start, block.end):
        yield _quotation(quotation[0], quotation.start())


def _run(prose: str, position: int, low: int, high: int) -> Span:
    """Return the run without blanks around a position, with the blank that stands for a byte A0."""
    start = position
    while start > max(low, position - _REACH) and not prose[start - 1].isspace():
        start -= 1
    match = _TOKEN.match(prose, start, min(high, position + _REACH))
    return Span(start, match.end() if match else position + 1)


def _repaired(document: Document, run: Span) -> Iterator[Hit]:
    """Yield what ftfy would decode anew, as one hit for each damaged part of the run."""
    import ftfy  # noqa: PLC0415  # takes 60 ms to import and is needed for damaged text only

    text = document.prose[run.start : run.end]
    fixed, steps = ftfy.fix_encoding_and_explain(text)
    if fixed == text or not steps or fixed.count("\ufffd") > text.count("\ufffd"):
        return
    start, end = _difference(text, fixed)
    tail = len(text) - end
    right = fixed[start : len(fixed) - tail]
    if not right:
        tail -= 1
    elif right == "’" or any(letter.isalpha() for letter in right):
        start = len(text[:start].rstrip(_LETTERS))
        tail = len(text[end:].lstrip(_LETTERS))
    wrong, right = text[start : len(text) - tail], fixed[start : len(fixed) - tail]
    if wrong.strip() in {"Â", "Ã"} and _ALPHABET.search(document.prose):
        return
    if is_mentioned(document, run.start + start, run.start + start + len(wrong)):
        return
    yield _hit(run.start + start, wrong, (right,), "safe" if _is_certain(wrong, right) else "ask")


def _difference(text: str, fixed: str) -> tuple[int, int]:
    """Return the range of `text` outside of which it is the same as `fixed`."""
    shorter = min(len(text), len(fixed))
    start = 0
    while start < shorter and text[start] == fixed[start]:
        start += 1
    same = 0
    while same < shorter - start and text[-1 - same] == fixed[-1 - same]:
        same += 1
    return start, len(text) - same


def _is_certain(wrong: str, right: str) -> bool:
    """Tell whether misreading the right text yields exactly what is there, in up to three layers."""
    layers = {right}
    for _ in range(_MAX_LAYERS):
        layers = {
            data.decode(charmap, "replace")
            for data in (layer.encode("utf-8", "replace") for layer in layers)
            for charmap in _CHARMAPS
        }
        if wrong in layers:
            return True
    return False


def _partial(document: Document, run: Span) -> Iterator[Hit]:
    """Yield what cannot be decoded any more, or is too short for ftfy to be sure of."""
    for match in _PARTIAL.finditer(document.prose, max(run.start - 2, 0), run.end + 4):
        kind = next(name for name, text in match.groupdict().items() if text)
        start, end = match.span(kind)
        if match.start() < run.start or is_mentioned(document, start, end):
            continue
        readings = _READINGS.get(kind) or _decoded(match[kind])
        if readings:
            yield _hit(start, match[kind] + match[0][-1:] * (kind == "dash"), readings, "ask")


def _decoded(text: str) -> tuple[str, ...]:
    charmap = "cp437" if text.startswith("Γ") else "sloppy-windows-1252"
    try:
        return (text.encode(charmap).decode("utf-8"),)
    except UnicodeError:
        return ()


def _quotation(text: str, start: int) -> Hit:
    return Hit(
        start,
        start + len(text),
        f"“{shown(text, 40)}” has misread quotation marks",
        suggestions=(Suggestion(start, start + len(text), f"“{text[1:-1]}”", "Set quotation marks", "ask"),),
    )


def _hit(start: int, wrong: str, readings: tuple[str, ...], applicability: Applicability) -> Hit:
    end = start + len(wrong)
    right = readings[0]
    reading = f"should read “{shown(right, 24)}”" if right.strip() else "should be a no-break space"
    return Hit(
        start,
        end,
        f"“{shown(wrong, 30)}” {reading}",
        suggestions=tuple(
            Suggestion(start, end, text, f"Replace by “{text}”", applicability) for text in readings
        ),
    )


rule = block_function(
    _check,
    anchor=_SUSPECT.pattern,
    why="The text was stored in one encoding and read in another; read the source again as UTF-8.",
    confidence=0.97,
    cases=[
        flags("They [[donâ€™t]] know."),
        flags("The [[CafÃ©]] in [[MÃ¼nchen]] belongs to [[FranÃ§ois]]."),
        flags("[[â€œHelloâ€\x9d]], he said. A [[naÃ¯ve]] plan costs [[Â£]]5."),
        flags("It rained.[[Â ]]Then it stopped."),
        flags("They [[donÃ¢â‚¬â„¢t]] know, and [[don‚Äôt]] care."),
        flags("She said it[[â€]] and left; they don[[Õ]]t mind."),
        flags("President Erdo[[ÄŸ]]an met Garc[[Ã]]a."),
        flags("The sign was [[ðŸ˜€]] again."),
        passes("The café in München belongs to François, who is naïve."),
        passes("SÃO PAULO, São Paulo, ÂGE, Ângela, À LA CARTE and Ångström are sound."),
        passes("“CAFÉ”—the “MENÜ”… and the “fiancé”…"),
        passes("The letter Â is used in Romanian, and Ã in Portuguese."),
        passes("Mojibake such as “â€™” comes of reading UTF-8 as Windows-1252."),
        passes("El país, si e no; così è, però no: è “sì”."),
        passes("Прага и Москва; Αθήνα; Đà Nẵng; 20 °C; ½ € – 5 £."),
    ],
)
