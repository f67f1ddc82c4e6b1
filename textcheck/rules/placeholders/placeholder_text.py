"""Filler text of a design or a publishing system."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.document import quoted
from textcheck.finding import Span
from textcheck.rule import Hit, flags, function, passes
from textcheck.rules.placeholders._context import names_the_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Document

LATIN_WORDS = 3
"""Distinct words of the filler text in a sentence, beside its opening words, that make it filler."""

_LATIN = regex.compile(
    r"(?i)\b(?:lorem|ipsum|dolor|amet|consectetur|adipisc?ing|elit|eiusmod|tempor|incididunt|labore|dolore"
    r"|magna|aliqua"
    r"|minim|veniam|nostrud|exercitation|ullamco|laboris|nisi|aliquip|commodo|consequat|aute|irure"
    r"|reprehenderit|velit"
    r"|esse|cillum|fugiat|nulla|pariatur|excepteur|occaecat|cupidatat|proident|culpa|officia|deserunt|mollit"
    r"|laborum"
    r"|vestibulum|pellentesque|habitant|morbi|tristique|senectus|netus|malesuada|fames|egestas|curabitur"
    r"|vivamus|suspendisse"
    r"|praesent|phasellus|aenean|donec|sollicitudin|vulputate|fermentum|ullamcorper|maecenas|tincidunt)\b"
)
_SURE = frozenset(
    {"lorem", "ipsum", "amet", "consectetur", "eiusmod", "incididunt", "vestibulum", "pellentesque"}
)
_THING = (
    r"(?:text|content|copy|caption|title|headline|heading|subheading|description|image|photo|picture|quote"
    r"|paragraph"
    r"|body|summary|bio|message|article|story|subtitle|teaser|body text|your text)"
)
_FILLER = regex.compile(
    rf"(?i)(?:(?:your|insert|enter|add|type|write|put|place)\s+(?:(?:your|the|some|a|an|article|body|main"
    rf"|image|photo"
    rf"|pull)\s+){{0,3}}{_THING}\s+(?:goes\s+)?here"
    rf"|(?:article\s|body\s|main\s|image\s|photo\s|the\s|your\s)?{_THING}\s+(?:goes|to\s+go|comes)\s+here"
    rf"|your\s+(?:own\s+)?{_THING}\s+here|{_THING}\s+here"
    rf"|(?:this\s+is\s+)?(?:a\s+|an\s+|some\s+)?(?:placeholder|dummy|sample|filler|example)\s+(?:{_THING}"
    rf"|post|page)"
    r"(?:\s+for\s+(?:the|your|this)\s+[\w ]{2,40})?"
    r"|(?:double[- ])?click\s+(?:here\s+)?to\s+(?:edit|add)(?:\s+(?:your\s+(?:own\s+)?|the\s+|this\s+"
    r"|a\s+)?(?:\w+\s+)?"
    rf"{_THING})?"
    r"|this\s+is\s+(?:just\s+)?(?:a|the)\s+(?:placeholder|test\s+(?:post|article|paragraph"
    r"|page))(?:\s+(?:text|for)\b.{0,60})?"
    r"|the\s+quick\s+brown\s+fox\s+jump(?:s|ed)\s+over\s+the\s+lazy\s+dog|(?:test\s+){2,}test|(?:test"
    r"|testing)\s+1[ ,]+2[ ,]+3"
    r"|(?:blah[ ,]+){2,}blah|asdf\w*(?:\s+asdf\w*)*)[.!…]*"
)
_SYSTEM = regex.compile(
    r"Welcome to WordPress\. This is your first post\.(?: Edit or delete it, then start writing!?)?"
    r"|This is an example page\. It[’']s different from a blog post"
    r"|This is an example of a WordPress (?:page|post)"
    r"|(?:Edit or delete it, then start (?:writing|blogging)!)"
    r"|[Tt]his is where (?:your|the) (?:\w+ )?(?:text|content|article|story|caption) (?:goes|will go"
    r"|should go)"
)


def _check(document: Document) -> Iterator[Hit]:
    for block in document.prose_blocks:
        text = document.text(block)
        for start, end in _runs(document, block.start, document.sentences(block)):
            opening = " ".join(document.prose[start:end].split()[:4]).rstrip(",.")
            yield Hit(start, end, f"“{opening}” begins filler text")
        filler = _FILLER.fullmatch(text.strip("[]() *_"))
        if filler:
            start = text.index(filler[0])
            yield Hit(
                block.start + start,
                block.start + start + len(filler[0]),
                f"“{_short(filler[0])}” is filler text",
            )
        for match in () if filler else _SYSTEM.finditer(text):
            if not quoted(text, match.start()):
                yield Hit(
                    block.start + match.start(),
                    block.start + match.end(),
                    f"“{_short(match[0])}” is filler text",
                )


def _runs(document: Document, offset: int, sentences: tuple[Span, ...]) -> Iterator[Span]:
    """Yield the runs of sentences that are filler, each as one span."""
    run: Span | None = None
    for sentence in sentences:
        text = document.prose[sentence.start : sentence.end]
        latin = list(_LATIN.finditer(text))
        words = {match[0].lower() for match in latin}
        opens = text.lower().startswith("lorem ipsum") and not names_the_form(text)
        filler = opens or (
            len(words) >= LATIN_WORDS and bool(words & _SURE) and len(words) * 3 >= len(text.split())
        )
        if not filler or quoted(
            document.prose[offset : sentence.end], sentence.start - offset + latin[0].start()
        ):
            if run:
                yield run
            run = None
        else:
            run = Span(run.start if run else sentence.start, sentence.end)
    if run:
        yield run


def _short(text: str) -> str:
    return text if len(text) <= 50 else f"{text[:49].rstrip()}…"  # noqa: PLR2004  # a message has 80 characters


rule = function(
    _check,
    why="The real text was never put in its place; get it from the author or delete the passage.",
    triggers=(
        *("lorem", "ipsum", "amet", "consectetur", "vestibulum", "pellentesque", "eiusmod", "incididunt"),
        *(
            " here",
            "placeholder",
            "dummy",
            "sample",
            "filler",
            "example",
            "click to",
            "quick brown",
            "wordpress",
        ),
        *("test", "blah", "asdf", "edit or delete", "where your", "where the"),
    ),
    confidence=0.97,
    cases=[
        flags(
            "The plan is ready.\n\n[[Lorem ipsum dolor sit amet, consectetur adipiscing elit.]]\n\nMore to"
            " come."
        ),
        flags(
            "The plan is ready. [[Sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.]] It"
            " starts soon."
        ),
        flags("The plan is ready.\n\n[[Insert your text here]]\n\nIt starts soon."),
        flags("The plan is ready.\n\n[[Caption goes here.]]"),
        flags("[[This is placeholder text.]]\n\nThe plan is ready."),
        flags("[[Welcome to WordPress. This is your first post.]] We begin on Monday."),
        flags("The plan is ready.\n\n[[Lorem ipsum]]\n\nIt starts soon."),
        passes("The brochure still said “Lorem ipsum dolor sit amet” on every page."),
        passes("Designers use lorem ipsum when the copy is late."),
        passes("The Latin text is corrupt: dolor is the accusative there."),
        passes("You can insert your text here or there, and the program saves it."),
        passes("A sample text of 400 words was read aloud by each child."),
        passes("Her image here was that of a reformer."),
        passes("The example page shows a map of the county in 1840."),
        passes("The quick brown fox jumps over the lazy dog is a pangram."),
    ],
)
