"""Heading or label of a writing template."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.document import RUNNING_KINDS
from textcheck.rule import Hit, flags, function, passes
from textcheck.rules.residue._context import technical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

PARAGRAPH_WORDS = 15
"""Words of the shortest block that counts as a paragraph of the body."""

LEAST_PARAGRAPHS = 2
"""Paragraphs of the shortest body in which a single heading stands out."""

_WORK = (
    r"(?:article"
    r"|text|version|essay|blog post|post|press release|news(?: article| story)?|story|content|draft|copy"
    r"|headline|title|summary)"
)
_TASK = regex.compile(
    rf"(?i)(?:(?:re-?written|revised|rephrased|paraphrased|edited|improved|updated|generated|translated"
    rf"|humani[sz]ed|original|final|input"
    rf"|source|output|polished)\s(?:\w+\s)?{_WORK}(?:\s\(?\d+\)?)?\s?:?"
    r"|(?:body\s)?paragraph\s(?:\d{1,2}|one|two|three|four|five)(?:\s?[:–-].{0,60})?|(?:introduction"
    r"|introductory|intro|opening|closing"
    r"|concluding|conclusion|body|lead|nut)\s(?:paragraph|section|graf)s?(?:\s\d+)?\s?:?"
    r"|(?:main\s)?body(?:\stext)?\s?:|(?:article|headline|sub-?headline|lede|lead|hook"
    r"|thesis(?:\sstatement)?|topic sentence|subheading"
    r"|sub-?title|call[- ]to[- ]action(?:\s\(cta\))?|cta|meta[- ]?(?:description|title)|seo[- ](?:title"
    r"|description|keywords?)"
    r"|focus keyw(?:ord|ords)|target (?:keyword|audience|word count)|word count|slug|tone(?: of voice)?"
    r"|prompt|output|response|input"
    r"|instructions?)\s?:|(?:sub)?heading\s\d{1,2}(?:\s?[:–-].{0,60})?|h[1-4]\s?:.{0,80}|(?:thesis statement"
    r"|meta description"
    r"|body text|article body|topic sentence|supporting (?:point|argument|evidence|details?)(?:\s\d)?"
    r"|main (?:point|argument|idea)\s\d"
    r"|introduction and hook|title and introduction|article outline|outline of the article"
    r"|suggested (?:headlines?|titles?)"
    r"|alternative (?:headlines?|titles?)|seo title|hook)\s?:?|word count:?\s(?:~|about\s"
    r"|approx\.?\s)?\d[\d,]*(?:\swords)?)"
)
_LABEL = regex.compile(
    rf"(?i:(?:re-?written|revised|rephrased|paraphrased|edited"
    rf"|improved)\s(?:\w+\s)?{_WORK}\s?:)(?=\s+\p{{Lu}})"
    r"|(?:Headline|Sub-?headline|Lede|Hook|Article|Body|Body [Pp]aragraph(?: \d)?|Intro|Meta [Dd]escription"
    r"|SEO [Tt]itle|Focus [Kk]eyword|CTA"
    r"|Call to [Aa]ction|Thesis(?: [Ss]tatement)?|Topic [Ss]entence|Rewritten|Conclusion"
    r"|Introduction)\s?:(?=\s+[\p{Lu}“\"])"
)
_USUAL = regex.compile(
    r"(?i)(?:#{1,4}\s)?(?:\d{1,2}[.)]\s)?(?:what (?:we|you|one|they|others|the world|businesses|leaders"
    r"|readers) (?:can|could|should|may|might|have) learn(?:ed)?"
    r"(?: (?:from|about) [^—–]{2,60})?|what (?:can|do|did) (?:we|you) learn(?: from [^—–]{2,60})?"
    r"|what (?:this|it|that|we|the \w+) (?:teach(?:es)?|taught|tells?) us"
    r"(?: about [^—–]{2,60})?|what (?:we|i|you) (?:have )?learned|(?:key|main|major|important|the|some|our"
    r"|quick|top)?\s?(?:key |main )?take[- ]?aways?"
    r"|(?:key|main|important|the|some|a few|valuable)?\s?(?:lessons?|learnings?|insights?)(?: (?:learned"
    r"|learnt|to (?:learn|be learned|take away)|for (?:us|all|you|readers)"
    r"|from [^—–]{2,60}))|key (?:lessons|learnings|insights|points|messages?)|(?:the )?main (?:points"
    r"|message|lesson)|the lesson(?: here)?|(?:my |our |some |a few )?(?:final|closing|concluding"
    r"|parting|last) (?:thoughts?|words?|remarks?|reflections?|notes?)|(?:the |in )?(?:conclusions?|closing"
    r"|summary)|conclusions? and .{2,40}|to (?:conclude|sum up|summari[sz]e)|summing up|wrapping (?:it )?up"
    r"|wrap[- ]up"
    r"|(?:an? |the )?introduction|the bottom line|bottom line|the big picture|moving forward|the way forward"
    r"|the road ahead|looking (?:ahead|forward|to the future)"
    r"|future (?:outlook|implications|directions)|implications|what (?:this|it|that) means(?: for (?:you|us"
    r"|readers|the future))?|what does (?:this|it|that) mean\??(?: for (?:you|us))?\??"
    r"|why (?:this|it) matters?|why you should care|food for thought"
    r"|the takeaway|did you know\??|reflection|tl;?dr)\s?[:.?]?"
)
_EXCEPTION = regex.compile(r"(?i)(?:the )?(?:last words?|closing|summary|reflection)[:.]?$")
_HEADING = regex.compile(r"(?:\S+\s+){0,9}\S*[^\s.!?…”\"’](?<!,)|[IVXLC]{1,6}\.|\d{1,2}\.")
"""A short line without a stop, or a number alone."""


def _words(document: Document, block: Block) -> int:
    return len(document.text(block).split())


def _check(document: Document) -> Iterator[Hit]:
    blocks = document.prose_blocks
    paragraphs = [
        number
        for number, block in enumerate(blocks)
        if block.kind in RUNNING_KINDS and _words(document, block) >= PARAGRAPH_WORDS
    ]
    is_technical = technical(document)
    usual: list[Block] = []
    others = 0
    for number, block in enumerate(blocks):
        text = document.text(block).strip()
        bare = text.strip("*_# ")
        if not is_technical and _TASK.fullmatch(bare):
            yield Hit(block.start, block.end, f"“{bare[:40]}” names a part of a writing task", confidence=0.9)
        elif not is_technical and (label := _LABEL.match(text)):
            yield Hit(
                block.start,
                block.start + label.end(),
                f"“{label[0]}” names a part of a writing task",
                confidence=0.8,
            )
        elif paragraphs and number < paragraphs[-1] and number != paragraphs[0]:
            if (
                number
                and block.kind != "list-item"
                and _USUAL.fullmatch(bare)
                and not _EXCEPTION.fullmatch(bare)
            ):
                usual.append(block)
            elif number > paragraphs[0] and _HEADING.fullmatch(bare):
                others += 1
    if others or len(paragraphs) < LEAST_PARAGRAPHS:
        return
    for block in usual:
        shown = document.text(block).strip()[:40]
        yield Hit(block.start, block.end, f"“{shown}” is the only kind of heading here", confidence=0.75)


rule = function(
    _check,
    why="It belongs to the outline that a person or a language model wrote from; delete or replace it.",
    confidence=0.8,
    cases=[
        flags(
            "The two countries have signed a pact on trade, after weeks of talks in the capital of the"
            " north.\n\n"
            "[[What we can learn]]\n\n"
            "As the countries mark the day, the pact shows how much each of them has to gain from trade."
        ),
        flags(
            "The two countries have signed a pact on trade, after weeks of talks in the capital of the"
            " north.\n\n"
            "[[Key Takeaways:]]\n\n"
            "As the countries mark the day, the pact shows how much each of them has to gain from trade."
        ),
        flags(
            "# Pact signed\n\nThe two countries have signed a pact on trade, after weeks of talks in the"
            " capital.\n\n"
            "## [[Conclusion]]\n\n"
            "As the countries mark the day, the pact shows how much each of them has to gain from trade.",
            format="markdown",
        ),
        flags("[[Rewritten version:]]\n\nThe two countries have signed a pact on trade."),
        flags("The two countries have signed a pact.\n\n[[Body paragraph 2]]\n\nThe talks took weeks."),
        flags("[[Headline:]] Two countries sign a pact on trade\n\nThe talks took weeks."),
        passes(
            "The two countries have signed a pact on trade, after weeks of talks in the capital of the"
            " north.\n\n"
            "The talks\n\nThey began in May, in a hotel by the lake, and nobody thought that they would last"
            " so long.\n\n"
            "The pact\n\nIt has nine parts, and each of them was read aloud before the leaders put down"
            " their names.\n\n"
            "Conclusion\n\nAs the countries mark the day, the pact shows how much each has to gain from"
            " trade at last."
        ),
        passes("The two countries have signed a pact.\n\nThe rewritten version of the law is shorter."),
        passes("Lessons learned the hard way, she said, are the best.\n\nThe talks took weeks."),
        passes("What we can learn from the pact is open.\n\nThe talks took weeks."),
        passes("The headline: a pact at last, and an end to nine weeks of talk.\n\nThe talks took weeks."),
        passes("In conclusion, the pact is sound.\n\nThe talks took weeks."),
    ],
)
