"""Tag with which an encyclopedia's editors mark what is doubtful or unsourced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import quoted
from textcheck.rule import Case, Hit, block_function, lazy, passes
from textcheck.rules.residue._context import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_TAG = lazy(
    r"\[\s?(?i:(?:better |full |additional |non-primary |third-party |independent |medical "
    r"|primary )?(?:citations?"
    r"|clarification|verification|attribution|quotation|reference|references|source|sources|page|pages"
    r"|date|year"
    r"|volume|context|example|examples|translation|specify|elucidation|explanation) (?:needed|required"
    r"|missing)"
    r"|(?:unreliable|self-published|circular|dubious|obsolete)(?: medical)?(?: source"
    r"| reference)?\??(?: [-–—] discuss)?"
    r"|(?:dubious|disputed|neutrality is disputed|contradictory|under discussion) ?[-–—] ?discuss"
    r"|neutrality is disputed"
    r"|failed verification|not in citation(?: given)?|not (?:specific enough )?to verify|not verified in body"
    r"|original research\??|synthesis\??|weasel words?|peacock (?:term|prose)|(?:permanent )?dead link"
    r"|broken link"
    r"|by whom\??|according to whom\??|for whom\??|to whom\??|of whom\??|when\?|who\?|which\?|where\?"
    r"|whose\?|how\?|why\?"
    r"|compared to\?|how many\?|how much\?|specify|vague|ambiguous|jargon|needs update|importance\?"
    r"|relevant\?"
    r"|relevance\?|a fact or an opinion\?|citation not found|needs ipa|edit|edit source|edit on wikidata"
    r"|edit \| edit source|update(?: needed)?|as of\?|timeframe\?|improper synthesis\?|non sequitur"
    r"|tone)\s?\](?![(\[:])"
)
_WORD_ALONE = lazy(
    r"(?i)\[\s?(?:specify|vague|ambiguous|jargon|update|tone|dubious|edit|obsolete|circular)\s?\]"
)
"""Words that a bracket may also add to a sentence."""
_NAMED_AFTER = lazy(
    r"[”\"’']?\s(?i:tags?|templates?|notices?|markers?|marks?|labels?|superscripts?|signs?|notes?)\b"
)


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    for match in _TAG.finditer(text):
        start, end = match.span()
        glued = start > 0 and not text[start - 1].isspace()
        if _NAMED_AFTER.match(text, end) or quoted(text, start):
            continue
        if _WORD_ALONE.fullmatch(match[0]) and not glued:
            continue
        yield Hit(block.start + start, block.start + end, f"“{shown(match[0])}” is an editor's tag")


rule = block_function(
    _check,
    why="The text was copied from a wiki with its editors' tags; check what is marked, then delete the tag.",
    anchor=_TAG.pattern,
    confidence=0.9,
    cases=[
        Case("The abbey was founded in 1142[citation needed] and dissolved in 1803.", ((29, 46),)),
        Case("Some critics[who?] disliked the film, which was later[when?] restored.", ((12, 18), (53, 60))),
        Case("Early life[edit]\n\nShe was born in Leeds.", ((10, 16),)),
        Case("The dam is the largest in the region [clarification needed].", ((37, 59),)),
        Case("The song sold two million copies.[better source needed]", ((33, 55),)),
        Case("It is regarded by many[weasel words] as his best work.", ((22, 36),)),
        passes("The abbey was founded in 1142 [3] and dissolved [sic] in 1803 [emphasis added]."),
        passes("He told her: “Ask him [who?] and go [when?] you like.”"),
        passes("Readers know the “[citation needed]” of the site."),
        passes("She put [citation needed] tags on the page of the abbey."),
        passes("They must [specify] the sum and [update] the list."),
        passes("- [when ready](http://paper.news) is the link, and [who knows?] is an aside."),
    ],
)
