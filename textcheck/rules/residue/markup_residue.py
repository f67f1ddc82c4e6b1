"""Markup that a reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.finding import Span
from textcheck.rule import Case, Hit, block_function, flags, lazy, passes
from textcheck.rules.residue._context import holds, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document
    from textcheck.rule import Match

_TAG = (
    r"</?(?:br|p|div|span|b|i|em|strong|a|img|ul|ol|li|h[1-6]|hr|table|thead|tbody|tr|t[dh]|font|blockquote"
    r"|figure|figcaption|script"
    r"|style|iframe|sup|sub|u|center|section|article|header|footer|nav|aside|main|video|audio|source|input"
    r"|button|form|label|small"
    r"|ref|nowiki|gallery|math|references|poem|noinclude|cite|code|pre|tt|strike|del|ins|mark|abbr|meta|link"
    r"|o:p)"
    r"(?:\s+[\w:@-]+\s*=\s*(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s<>]+)|\s+[\w-]+(?=[\s/>]))*\s*/?>"
)
_ENTITY = (
    r"&(?:amp;)*(?:nbsp|amp|quot|lt|gt|apos|mdash|ndash|hellip|[lr][sd]quo|[lr]aquo|sbquo|bdquo|bull|middot"
    r"|copy|reg|trade|deg|cent"
    r"|pound|euro|yen|sect|para|times|frac1[24]|frac34|shy|zwnj|zwj|thinsp|ensp|emsp|iexcl|iquest|eth|thorn"
    r"|szlig|aelig|oelig"
    r"|[aeiouyAEIOUYnNcCsSzZ](?:acute|grave|circ|uml|tilde|ring|cedil|slash|caron|lig)|\#\d{2,6}"
    r"|\#x[0-9a-fA-F]{2,5});"
)
_ORPHAN = (
    r"(?<![&\w#])(?:(?:amp;)?\#(?:39|34|38|36|160|8211|8212|8216|8217|8220|8221|8230|x27|x2019)|quot|nbsp"
    r"|amp|apos|rsquo|lsquo|ldquo"
    r"|rdquo|mdash|ndash|hellip);|(?<=\w)(?:\#(?:39|8217|x27|x2019)|quot|nbsp|rsquo|rdquo);"
)
_ESCAPE = (
    r"(?:(?<=[.!?:;,”\"’\s])|^)(?:\\r)?\\n(?:(?:\\r)?\\n)*(?=[\p{Lu}\p{N}\s\"“*-]|$)"
    r"|(?<![\w:\\])(?:\\[rnt]){2,}"
    r"|(?<=\w)(?:\\n){2,}(?=\p{Lu})|(?<![:/\\]\S{0,30})(?<=\w)\\n(?=\p{Lu}\p{Ll})|\\u(?:00[89a-fA-F]|20"
    r"|01)[0-9a-fA-F]{1,2}|\\u\{[0-9a-f]{2,5}\}"
    r"|\\x[89a-fA-F][0-9a-fA-F]"
    r"|(?<=\p{L})\\['’](?=\p{L})|(?:(?<=[\s(])|^)\\[\"“](?=\w)|(?<=[\w.,!?])\\[\"”](?=[\s.,;)]|$)"
)
_WIKI = (
    r"\[\[(?:[^\[\]\n]|\[\[[^\[\]\n]*\]\]){1,300}\]\]|(?<!')'{5}(?=[^'\s])[^'\n]{1,80}'{5}"
    r"|(?<!')'{3}(?=[^'\s])(?:[^'\n]|(?<=\w)'(?=\w)){1,100}'{3}(?!')"
    r"|(?<!')''(?=[^'\s])[^'\n\"]{1,80}(?<=[^'\s])''(?!')|^={2,6}\s?[^=\n]{1,80}?\s?={2,6}(?=[ \t]*$)"
    r"|\{\{(?!\s*[\"'<%]|[^{}\n]*\s\|\s)[^{}\n]*[|=][^{}\n]*\}\}"
    r"|\{\{(?:reflist|cite|citation needed|fact|main|see also|infobox|stub)[^{}\n]*\}\}|\{\|\s*class=[^\n]*"
    r"|(?<!\w)__(?:NOTOC|TOC|NOEDITSECTION|FORCETOC|NOINDEX)__(?!\w)"
    r"|\[(?:https?:)?//[^\s\]]+\s[^\]\n]{1,100}\](?!\()"
)
_MARKDOWN = (
    r"!\[[^\[\]\n]{0,150}\]\([^\s()]{1,200}\)|"
    r"(?<![\w*\\])\*\*(?=[^\s*])[^*\n]{1,120}?(?<=[^\s*])\*\*(?![\w*])"
    r"|(?<!\w)__(?=[^\s_])[^_\n]{1,100}?[\s][^_\n]{1,100}?(?<=[^\s_])__(?!\w)"
    r"|^\#{1,6}[ \t]+(?=\S)[^\n]{1,150}|!?\[[^\[\]\n]{0,150}\]\((?:https?://|www\.|mailto:|/"
    r"|\#)[^\s()]*(?:\([^\s()]*\))?[^\s()]*(?:\s\"[^\"\n]*\")?\)"
    r"|\]\(https?://[^\s)]*\)?|^(?:```|~~~)\w*(?=[ \t]*$)|(?<![\w~])~~(?=\S)[^~\n]{1,100}(?<=\S)~~(?![\w~])"
    r"|^\[[^\[\]\n]{1,60}\]:\s+https?://\S+"
)
_STAND_IN = (
    r"(?<!\w)(?:formula|codice)_\d+(?!\w)|<!--.{0,300}?(?:-->|$)|<!\[CDATA\[|\]\]>"
    r"|\[(?P<code>caption|gallery|embed|video|audio|playlist|vc_row|vc_column(?:_text)?|et_pb_\w+"
    r"|contact-form-7|youtube|tweet|su_\w+|fusion_\w+"
    r"|wp_\w+|ad_\w+|adrotate|mailpoet_\w+|pullquote"
    r"|dropcap)(?:\s+[\w-]+=[^\]\n]{0,200})?\](?:[^\[\n]{0,300}\[/(?P=code)\])?"
    r"|\[/(?:caption|gallery|embed|video|vc_\w+|et_pb_\w+|url|b|i|u|img|quote|size|color|list|center"
    r"|pullquote|dropcap|su_\w+)\]"
    r"|\[(?:url|img|quote|size|color|font)=[^\]\n]{1,200}\]|\[(?P<bb>b|i|u|url|img|quote|list"
    r"|center)\][^\[\n]{1,200}\[/(?P=bb)\]"
)
_PROGRAM = (
    r"\b(?:window|document)\.(?:write|getElementById|addEventListener|dataLayer|location)\b[^\n]{0,200}"
    r"|\(adsbygoogle ?="
    r"[^\n]{0,200}|\bgoogletag\.(?:cmd|display)\b[^\n]{0,200}|\$\(document\)\.ready\([^\n]{0,200}"
    r"|\bvar \w+ ?= ?[^\n]{1,200};"
    r"|(?:^|(?<=\s))[.#]?[\w-]+(?:\s[.#][\w-]+)* ?\{ ?(?:[a-z-]+ ?: ?[^;{}\n]{1,60};? ?){1,10}\}"
    r"|@media (?:screen|print|only)\b[^\n]{0,200}"
    r"|<\?(?:php|xml)\b[^\n]{0,200}?(?:\?>|$)|<!DOCTYPE\b[^>\n]*>?"
)
_FILLED = lazy(
    r"\[\[\s*(?:[a-z]+(?:[_.][a-z0-9]+)+|[A-Z]+(?:[_ ][A-Z0-9]+)+|(?i:your|insert|enter)\s.*|[Nn]ame|[Dd]ate"
    r"|[Cc]ity)\s*\]\]"
)

_MENTIONED = frozenset(
    {("`", "`"), ("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("“", ","), ('"', ",")}
)
"""What stands on either side of markup that is named rather than used."""
_KIND_OF_MARKUP = (
    r"(?:(?:html|xml|closing|opening|end|start|empty|inline|wiki|markdown)[ -])?(?:tags?|elements?"
    r"|entit(?:y|ies)"
    r"|mark-?up|escapes?|sequences?|templates?|shortcodes?|attributes?)"
)
_NAMED_AFTER = lazy(
    rf"(?i)[`”\"’']?(?:\s|,\s(?:an?|the)\s(?:\w+\s){{0,2}}?)(?:and\s\S{{1,20}}\s"
    rf"|or\s\S{{1,20}}\s)?{_KIND_OF_MARKUP}\b"
)
_NAMED_BEFORE = lazy(
    rf"(?i)\b(?:{_KIND_OF_MARKUP}\s(?:called\s|named\s|such as\s|like\s)?|(?:type|write|insert|use"
    rf"|add)\s(?:an?\s|the\s)?|(?:written|encoded|escaped|coded)\s(?:as|with)\s)[`“\"‘']?$"
)
_DEFINED = lazy(
    r"[`”\"’']?\s(?:stands?\sfor|means?|denotes?|represents?|produces?|inserts?|(?:is|are)\s(?:written|an?|the)\s"
    r"(?:\p{Ll}+\s)?(?:codes?|escapes?|entit(?:y|ies)|tags?|signs?|symbols?|characters?|sequences?)\b)"
)
_NAMED_ALONE = ("<", "&", "\\")
"""What tags, entities and escapes begin with, whose names a text may give without quotation marks."""


_PATTERNS = tuple(
    (signs, lazy(f"(?m:{expression})"))
    for signs, expression in (
        (("formula_", "codice_", "<!", "[", "]]>"), _STAND_IN),
        (("<",), _TAG),
        (("&",), _ENTITY),
        ((";",), _ORPHAN),
        (("\\",), _ESCAPE),
        (("[[", "''", "==", "{{", "{|", "__", "[http", "[//"), _WIKI),
        (("**", "__", "# ", "](", "```", "~~~", "~~", "]:"), _MARKDOWN),
        (("document.", "window.", "(adsby", "googletag", "$(", "var ", "{", "@media", "<?", "<!"), _PROGRAM),
    )
)
"""Patterns, each with the signs without which it cannot match."""
_RENDERED = lazy(r"#{1,6}[ \t]|\*\*|!?\[|\\\*")
"""Marks of Markdown, at the start of a match."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    if document.technical:
        return
    run: Span | None = None
    for start, end in _spans(document, block):
        if run and not document.prose[run.end : start].strip(" \t"):
            run = Span(run.start, max(run.end, end))
            continue
        if run:
            yield _hit(document, run)
        run = Span(start, end)
    if run:
        yield _hit(document, run)


def _spans(document: Document, block: Block) -> list[tuple[int, int]]:
    """Return the pieces of markup in a block, in order and without those that begin in another."""
    text = document.text(block)
    found = sorted(
        (
            match
            for signs, expression in _PATTERNS
            if holds(text, signs)
            for match in expression.finditer(document.prose, block.start, block.end)
            if match[0] and not _FILLED.fullmatch(match[0])
        ),
        key=lambda match: (match.start(), -match.end()),
    )
    spans: list[tuple[int, int]] = []
    last = -1
    for match in found:
        if match.start() >= last:
            last = match.end()
            if not _is_mentioned(document.prose, match):
                spans.append(match.span())
    return spans


def _is_mentioned(prose: str, match: Match) -> bool:
    """Tell whether the prose speaks of a piece of markup by its name."""
    start, end = match.span()
    around = prose[max(start - 1, 0) : start], prose[end : end + 1]
    return (
        around in _MENTIONED
        or _NAMED_AFTER.match(prose, end) is not None
        or (
            match[0].startswith(_NAMED_ALONE)
            and (_DEFINED.match(prose, end) or _NAMED_BEFORE.search(prose, max(start - 40, 0), start))
            is not None
        )
    )


def _hit(document: Document, span: Span) -> Hit:
    markup = document.prose[span.start : span.end]
    # Site generators render marks inside HTML blocks that a plain Markdown parser leaves alone.
    own = document.collapses_blanks and _RENDERED.match(markup) is not None
    return Hit(*span, f"“{shown(markup)}” is markup that shows", severity="info" if own else None)


rule = block_function(
    _check,
    why="Markup was left in, escaped twice or read as plain text; convert it and see what it should show.",
    confidence=0.9,
    anchor="|".join(expression.pattern for _, expression in _PATTERNS),
    cases=[
        flags("Profits[[&nbsp;]]rose in May."),
        flags("It was Kim[[#39;]]s first win."),
        flags("The talks ended.[[<br><br>]]The sides left."),
        flags("The talks ended.[[\\n\\n]]The sides left."),
        flags("She was born in M[[\\u00fc]]nchen."),
        flags("He is [['''a writer''']] from Leeds."),
        flags("The mayor was [[**not**]] there."),
        flags("The area is [[formula_13]] of the whole."),
        Case("See [the report](https://paper.news/a) for more.", ((4, 38),)),
        Case("[[File:Map.png|thumb|A map]] The town lies on a hill.", ((0, 28),)),
        flags("[[<!-- image -->]]\n\nThe town lies on a hill."),
        passes("AT&T and R&D are written so; Q&A follows."),
        passes("In HTML, the <br> tag ends a line without starting a new paragraph."),
        passes("A page begins with the tag <html>, and `<p>` opens a paragraph in it."),
        passes("The book spells the sign “&amp;” out and calls <em> and <strong> tags old."),
        passes("The entity &nbsp; keeps two words on a line, and a less-than sign is written as &lt; there."),
        passes("In a string, \\n means a line feed; &mdash; stands for a dash."),
        passes("The score was 3 < 4 and 5 > 2, as he wrote in C:\\new\\table."),
        passes("Don't say ''tis, he said, ‘it is’."),
        passes("He gave it 2**3 stars * and left * again."),
        passes("In HTML the <br> tag breaks a line; in XML its syntax differs."),
        passes("We are #1; see item #39 for more."),
        passes("A [note] (see below) was added [sic]."),
        passes("The mail went to <jane@paper.news> on May 2."),
    ],
)
