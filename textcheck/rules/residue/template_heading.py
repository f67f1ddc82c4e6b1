"""Heading or label of a writing template."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.document import RUNNING_KINDS
from textcheck.rule import Hit, flags, function, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

SENTENCE_WORDS = 6
"""Words of the shortest block that counts as a paragraph if it ends in a stop."""

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
_SUBJECT = r"(?: (?:from|about|of|on|in|for) [^—–.!?]{2,60})?"
_STRONG = regex.compile(
    r"(?i)(?:#{1,4}\s)?(?:\d{1,2}[.)]\s)?(?:what (?:(?:we|you|one|they|others|readers|everyone|all of us"
    r"|leaders|businesses"
    r"|the world|fans|parents|teachers|voters|investors) )?(?:can|could|should|may|might|must|have"
    r"|to)?\s?(?:we |you |be )?"
    rf"(?:learn(?:ed|t)?|take away|takeaway){_SUBJECT}"
    r"|(?:(?:the|some|key|main|major|top|important|valuable|critical|essential|core|our|quick|final"
    r"|\d{1,2}|two|three|four|five"
    rf"|six|seven|several|a few|biggest)\s){{0,3}}take[- ]?aways?{_SUBJECT}"
    r"|(?:(?:the|some|key|main|major|top|important|valuable|critical|essential|core|big|life|\d{1,2}|two"
    r"|three|four|five|several|a few"
    r"|broader|wider)\s){0,3}(?:lessons?|learnings?|insights?|messages?|morals?|reminders?)"
    rf"(?: (?:learned|learnt|(?:we |you )?(?:can |should |must )?(?:to )?(?:learn|take away|be learned"
    rf"|be learnt|take|remember"
    rf"|draw|apply)|for (?:us|all|you|readers|everyone|the future|life))){_SUBJECT}"
    rf"|(?:key|main|core|important) (?:lessons|learnings|insights|messages?|points){_SUBJECT}"
    r"|(?:the )?moral of (?:the|this) (?:story|tale|event|match|game|article|news)"
    rf"|(?:a |the |one )?(?:important |valuable |key |big |final )?lessons? (?:for|from) [^—–.!?]{{2,40}}"
    r"|what (?:this|it|that) (?:teaches|taught|tells) us|how (?:we|you) can apply (?:this|these|it).{0,30}"
    r"|applying (?:this|these|the) lessons?.{0,30})\s?[:.?!]?"
)
"""Headings that draw a lesson, which a report of an event does not have."""
_FAMILY = regex.compile(
    r"(?i)(?:#{1,4}\s)?(?:\d{1,2}[.)]\s)?(?:what (?:(?:does )?(?:this|it|that|all this"
    r"|the \w+(?: \w+)?)) (?:could |might |may |would )?"
    r"means?(?: for [^—–.!?]{2,50}| going forward)?|what (?:lies ahead|to expect next|the future holds)"
    r"|why (?:this|it|that|the \w+(?: \w+)?) (?:is important|matters?|is significant|counts)(?: (?:to"
    r"|for) [^—–.!?]{2,40})?"
    r"|why (?:we|you|readers) should care|looking (?:ahead|forward|to the future"
    r"|beyond)(?: to [^—–.!?]{2,30})?"
    r"|(?:the )?(?:bottom line|big picture|bigger picture|broader (?:context|implications|impact)"
    r"|wider implications"
    r"|larger significance)|(?:my |our |some |a few )?(?:final|closing|concluding|parting|last"
    r"|ending) (?:thoughts?|words?"
    r"|remarks?|reflections?|notes?|takeaways?|comments?|message)(?: (?:on|about) [^—–.!?]{2,40})?"
    r"|(?:in |the )?conclusions?(?:[:–—-] ?.{2,50})?|(?:in |to )(?:summary|sum up|summari[sz]e|conclude)"
    r"|key (?:facts|details|highlights|themes|findings)|(?:the )?(?:road|path|way|journey) (?:ahead|forward)"
    r"|a (?:call to action|look ahead|bright(?:er)? future|new (?:era|chapter))|future (?:outlook"
    r"|prospects|implications|directions)"
    r"|significance(?: of [^—–.!?]{2,40})?|implications(?: (?:of|for) [^—–.!?]{2,40})?"
    r"|impact and significance"
    r"|background and context|overview|introduction|quick (?:facts|summary|recap)|recap|tl;?dr)\s?[:.?]?"
)
"""Headings of the same outlines, which long reports use too."""
_VOICE = regex.compile(r"(?<![\w“\"‘])(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]our?|us|me)\b")
_QUOTATION = regex.compile(r"“[^”]{1,2000}”|\"[^\"]{1,2000}\"")
_EXCEPTION = regex.compile(r"(?i)(?:the )?(?:last words?|closing|summary|reflection)[:.]?$")
_HEADING = regex.compile(r"(?:\S+\s+){0,9}\S*[^\s.!?…”\"’](?<!,)|[IVXLC]{1,6}\.|\d{1,2}\.")
"""A short line without a stop, or a number alone."""


def _is_paragraph(document: Document, block: Block, least: int) -> bool:
    text = document.text(block)
    words = len(text.split())
    return block.kind in RUNNING_KINDS and (
        words >= PARAGRAPH_WORDS or (words >= least and text.rstrip("”\"’') ").endswith((".", "!", "?")))
    )


def _is_report(document: Document, paragraphs: list[int]) -> bool:
    """Tell whether the paragraphs speak of others, as news does, and never of writer or reader."""
    blocks = document.prose_blocks
    return not any(_VOICE.search(_QUOTATION.sub("", document.text(blocks[number]))) for number in paragraphs)


_NAME = regex.compile(r"(?:By\s+)?\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){1,2}")
_CLOSING = 3
"""Blocks at the end of a text among which its byline stands."""


def _check(document: Document) -> Iterator[Hit]:
    blocks = document.prose_blocks
    paragraphs = [
        number
        for number, block in enumerate(blocks)
        if _is_paragraph(document, block, SENTENCE_WORDS) and not _STRONG.fullmatch(document.text(block))
    ]
    is_technical = document.technical
    usual: list[int] = []
    others: list[int] = []
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
        elif paragraphs and 0 < number < len(blocks) - 1 and number not in paragraphs:
            if block.kind != "list-item" and _is_usual(bare):
                usual.append(number)
            elif (
                number > paragraphs[0]
                and block.kind != "list-item"
                and _HEADING.fullmatch(bare)
                # A name close to the end is a byline.
                and not (_NAME.fullmatch(bare) and number >= len(blocks) - _CLOSING)
            ):
                others.append(number)
    if len(paragraphs) >= LEAST_PARAGRAPHS:
        yield from _outline(document, paragraphs, usual, others)


def _outline(document: Document, paragraphs: list[int], usual: list[int], others: list[int]) -> Iterator[Hit]:
    """Yield the usual headings that stand alone, or draw a lesson at the end of a report."""
    blocks = document.prose_blocks
    strong = [number for number in usual if _STRONG.fullmatch(document.text(blocks[number]).strip("*_# "))]
    if others:
        last = max(*others, *usual) if usual else others[-1]
        report = strong and strong[-1] == last and paragraphs[0] < last and _is_report(document, paragraphs)
        usual = strong[-1:] if report else []
    for number in usual:
        if number not in strong and number > paragraphs[-1]:
            continue
        shown = document.text(blocks[number]).strip()[:40]
        yield Hit(
            blocks[number].start,
            blocks[number].end,
            f"“{shown}” is a heading of an outline",
            confidence=0.6 if others else 0.75,
        )


def _is_usual(line: str) -> bool:
    return not _EXCEPTION.fullmatch(line) and any(
        expression.fullmatch(line) for expression in (_STRONG, _FAMILY, _USUAL)
    )


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
        flags(
            "The side drew in Bergen and went through.\n\n[[Lessons to take away]]\n\n"
            "The draw in Bergen shows what patience is worth."
        ),
        flags(
            "The mill burnt down on Sunday night.\n\n[[Moral of the story]]\n\nOld mills need care.\n\n"
            "The town mourns its mill and its clock."
        ),
        flags(
            "The mill burnt down on Sunday night.\n\nThe night of the fire\n\nIt began at nine in the"
            " attic.\n\n"
            "[[What We Can Learn]]\n\nThe fire shows how fast old wood burns."
        ),
        flags(
            "The mill burnt down on Sunday night.\n\n[[Why this matters]]\n\nThe town mourns its mill and"
            " its clock."
        ),
        passes(
            "We visited the mill on Sunday night.\n\nThe night of the fire\n\nIt began at nine in our"
            " attic.\n\n"
            "Lessons learned\n\nWe now know how fast old wood burns."
        ),
        passes(
            "The mill burnt down on Sunday night.\n\nKey takeaways were few, and the town mourns its mill."
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
