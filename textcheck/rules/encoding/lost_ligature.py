"""Ligature of f lost from a word."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from textcheck.document import once
from textcheck.finding import Suggestion
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.encoding._words import any_of, folded_words, longest, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textcheck.document import Block, Document
    from textcheck.rule import Match

_FILE_TYPE = lazy(r"\s(?:files?|formats?|documents?|syntax|markup|extensions?)\b")
_SHORT = lazy(
    r"(?<![\w’'-])(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Tt]his)\s(?P<form>ow|oor|re|ght|sh|ve)"
    r"(?=\s(?:of|in|at|on|was|is|were|are|that|which|from|has|had|through|into|broke|started|spread|department|engine"
    r"|brigade|alarm|men|women|years|days|people|countries|members)\b|[.,;]\s)"
)
_SHORT_WORDS = {"ow": "flow", "oor": "floor", "re": "fire", "ght": "fight", "sh": "fish", "ve": "five"}
"""Damaged forms that are abbreviations elsewhere, but no noun after a determiner."""
SURE_LETTERS = 5
"""Letters and blanks from which a damaged form is no abbreviation."""


class _Form(NamedTuple):
    """A damaged form, the words it may be, and whether it may be matched in any case."""

    text: str
    words: tuple[str, ...]
    anywhere: bool


@cache
def _table() -> Mapping[bytes, tuple[_Form, ...]]:
    """Load the forms by what gives them away; ``tools/derive_ligatures.py`` describes the file."""
    table: defaultdict[bytes, list[_Form]] = defaultdict(list)
    for line, anywhere in zip(read_table("ligatures.txt.zlib"), (True, False), strict=True):
        for entry in line.split():
            form, _, words = entry.partition("=")
            key = next(part for part in form.split("_") if part.isupper())
            text = form.lower().replace("_", " ")
            table[key.lower().encode("ascii")].append(_Form(text, tuple(words.split("/")), anywhere))
    return {key: tuple(forms) for key, forms in table.items()}


def _check(document: Document, block: Block) -> Iterator[Hit]:
    yield from longest([*_from_table(document, block), *_short(document, block)])


def _short(document: Document, block: Block) -> Iterator[Hit]:
    """Yield the forms of two or three letters that stand where a noun must."""
    for match in _SHORT.finditer(document.prose, block.start, block.end):
        if document.technical:
            return
        start, end = match.span("form")
        word = _SHORT_WORDS[match["form"]]
        yield Hit(
            start,
            end,
            f"“{match['form']}” has lost the ligature of “{word}”",
            severity="warning",
            suggestions=(Suggestion(start, end, word, f"Write “{word}”"),),
        )


def _from_table(document: Document, block: Block) -> Iterator[Hit]:
    for match, form in _found(document, block):
        yield _hit(match, form, certain=_is_sure(form) or _has_several(document))


def _found(document: Document, block: Block) -> Iterator[tuple[Match, _Form]]:
    table = _table()
    text = document.text(block)
    if keys := table.keys() & folded_words(text):
        lowered = text.lower()
        for form in chain.from_iterable(table[key] for key in keys):
            if form.text in lowered:
                yield from ((match, form) for match in _matches(document, block, form))


@once
def _has_several(document: Document) -> bool:
    """Tell whether forms of several words are in a text, so that none is an abbreviation."""
    blocks = document.prose_blocks
    return len({form.words for block in blocks for _, form in _found(document, block)}) > 1


def _matches(document: Document, block: Block, form: _Form) -> Iterator[Match]:
    pattern = lazy(rf"(?i:(?<![\w@#/\\_.’'])(?:{form.text.replace(' ', '[ ]')})(?![\w@#/\\_’']|\.\w))")
    for match in pattern.finditer(document.prose, block.start, block.end):
        written = match[0]
        is_short = not _is_sure(form)
        if is_short and (_FILE_TYPE.match(document.prose, match.end()) or document.technical):
            continue
        is_cased = written[1:] == form.text[1:] or written.isupper()
        if written == form.text or (is_cased and not is_short):
            yield match


def _is_sure(form: _Form) -> bool:
    return form.anywhere and len(form.text) >= SURE_LETTERS


def _hit(match: Match, form: _Form, *, certain: bool) -> Hit:
    start, end = match.span()
    readings = (_cased(word, match[0]) for word in form.words)
    return Hit(
        start,
        end,
        f"“{match[0]}” has lost the ligature of “{form.words[0]}”",
        severity="error" if certain else "warning",
        suggestions=tuple(Suggestion(start, end, word, f"Write “{word}”") for word in readings),
    )


def _cased(word: str, form: str) -> str:
    """Return the word in the case of its damaged form, whose first letter may be part of the loss."""
    if len(form) > 1 and form.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if form[0].isupper() else word


rule = block_function(
    _check,
    anchor=f"{any_of(form.text for forms in _table().values() for form in forms)}|{_SHORT.pattern}",
    why="The font's ligature (ff, fi, fl, ffi, ffl) was dropped on the way from a PDF; put the letters back.",
    confidence=0.96,
    cases=[
        flags("The result was not [[signicant]], and the effect is small."),
        flags("A [[dierent]] [[nancial]] [[workow]] is more [[ecient]]."),
        flags("The [[ofcial]] [[denition]] of the [[conict]] is [[specic]]."),
        flags("It is a [[signi cant]] [[bene t]] of the [[di erent]] [[e ect]]."),
        flags("The [[fi rst]] [[defi nition]] by the [[offi ce]] was [[speci c]]."),
        flags("[[Signicant]] losses hit the [[rst]] [[of cials]]."),
        flags("Oil stains the [[oor]] of the shed, and the [[re]] in the kitchen is out."),
        passes("She works as a re in Leeds and wrote a mi on the stave, and the sh shell runs it."),
        passes("The result was significant, different and efficient."),
        passes("The reStructuredText file is docs/index.rst, by R. Orce."),
        passes("A dent in the con of the cult; an ow and an ort, he said."),
        passes("The nave and the eld of Mr Oce in Erent."),
        passes("She was rearmed and rebranded in the workshop."),
        passes("It is a re-elect campaign of the di Stefano firm."),
    ],
)
