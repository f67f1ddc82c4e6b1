"""Filler text of a design or a publishing system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import quoted
from textcheck.finding import Span
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.placeholders._context import names_the_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

LATIN_WORDS = 3
"""Distinct words of the filler text in a sentence, beside its opening words, that make it filler."""

MOST_SHOWN = 50
"""Code points of filler that fit into a message."""

_LATIN = lazy(
    r"(?i)\b(?:lorem|ipsum|dolor|amet|consectetur|consetetur|sadipscing|adipisc?ing|elit|eiusmod|tempor"
    r"|incididunt|labore|dolore|magna|aliqua|minim|veniam|nostrud|exercitation|ullamco|laboris"
    r"|nisi|aliquip|commodo|consequat|aute|irure|reprehenderit|velit|esse|cillum|fugiat|nulla"
    r"|pariatur|excepteur|occaecat|cupidatat|proident|culpa|officia|deserunt|mollit|laborum"
    r"|vestibulum|pellentesque|habitant|morbi|tristique|senectus|netus|malesuada|fames|egestas"
    r"|curabitur|vivamus|suspendisse|praesent|phasellus|aenean|donec|sollicitudin|vulputate"
    r"|fermentum|ullamcorper|maecenas|tincidunt|nonumy|eirmod|invidunt|aliquyam|accusam|takimata"
    r"|perspiciatis|voluptatem|accusantium|doloremque|laudantium|dignissimos|blanditiis"
    r"|praesentium|voluptatum|consequuntur|nequam|imperdiet|facilisis|eleifend|scelerisque"
    r"|bibendum|faucibus|ultrices|porttitor"
    r")\b"
)
_SURE = frozenset(
    {
        *("lorem", "ipsum", "amet", "consectetur", "consetetur", "eiusmod", "incididunt", "vestibulum"),
        *("pellentesque", "accusantium", "doloremque", "nonumy", "phasellus", "dignissimos", "scelerisque"),
    }
)
_THING = (
    r"(?:text|content|copy|caption|title|headline|heading|subheading|description|image|photo|picture|quote"
    r"|paragraph"
    r"|body|summary|bio|message|article|story|subtitle|teaser|body text|your text)"
)
_OF_DUMMY = r"(?:placeholder|dummy|sample|filler|example|fpo)"
_FILLERS = (
    (
        r"(?:your|insert|enter|add|type|write|put|place|paste)\s+(?:(?:your|the|some|a|an|article|body|main"
        r"|image|photo"
        rf"|pull)\s+){{0,3}}{_THING}\s+(?:goes\s+)?here"
    ),
    (
        rf"(?:(?:article|body|main|image|photo|the|your|more|some)\s)?{_THING}\s+(?:(?:goes|to\s+go"
        rf"|comes)\s+here|to\s+come)"
    ),
    rf"your\s+(?:own\s+)?{_THING}\s+here",
    rf"{_THING}\s+here",
    (
        rf"(?:this\s+is\s+)?(?:an?\s+|some\s+)?{_OF_DUMMY}\s+(?:{_THING}|post|page)"
        r"(?:\s+for\s+(?:the|your|this)\s+[\w ]{2,40})?"
    ),
    rf"{_OF_DUMMY}|for\s+placement\s+only",
    (
        r"(?:double[- ])?click\s+(?:here\s+)?to\s+(?:edit|add)"
        rf"(?:\s+(?:your\s+(?:own\s+)?|the\s+|this\s+|a\s+)?(?:\w+\s+)?{_THING})?"
    ),
    (
        r"this\s+is\s+(?:just\s+)?(?:a|the)\s+(?:placeholder|test\s+(?:post|article|paragraph|page))"
        r"(?:\s+(?:text|for)\b.{0,60})?"
    ),
    r"this\s+is\s+(?:just\s+|only\s+)?(?:a\s+)?test(?:ing)?(?:\s+(?:text|content|123))?",
    r"(?:the\s+quick\s+brown\s+fox\s+jump(?:s|ed)\s+over\s+the\s+lazy\s+dog[.!]?\s*)+",
    r"test(?:ing)?(?:[\s,.]+test(?:ing)?){1,}",
    r"(?:test|testing)\s+1[ ,]+2[ ,]+3",
    r"(?:blah[ ,]+){2,}blah|qwerty(?:\s+qwerty)*|click\s+to\s+(?:edit|add)(?:\s+\w+){1,4}",
    r"(?:xx+|foo|foo\s+bar(?:\s+baz)?)",
)
_FILLER = lazy(rf"(?i)(?:{'|'.join(_FILLERS)})[.!…]*")
_IN_PROSE = lazy(
    rf"(?i:(?:insert|enter|add|type|paste|your)\s+(?:(?:your|the|an?|some"
    rf"|pull)\s+){{0,2}}{_THING}\s+(?:goes\s+)?here"
    rf"|{_THING}\s+(?:goes|to\s+go|comes)\s+here|this\s+is\s+(?:a\s+)?{_OF_DUMMY}\s+{_THING}"
    rf"|(?:blah[ ,]+){{2,}}blah)"
)
"""Filler that is plain in a sentence of its own among others."""
_KEYS = lazy(
    r"(?i:(?<![\w/.-])(?:asdf\w*(?:\s+asdf\w*)*|(?:sdf|dfg|fgh|jkl|qwe|zxc){2,}\w*|(?:asd){2,}\w*"
    r"|qwertyuiop)(?![\w/-]))"
)
"""Runs of neighbouring keys."""
_TYPING = lazy(r"(?i)\b(?:keyboards?|typ(?:es?|ed|ing|ist)|passwords?|layouts?|home row)\b")
_DUMMIES = (
    r"Li\sEuropan\slingues\ses\smembres",
    r"Far\sfar\saway,\sbehind\sthe\sword\smountains",
    r"[Bb]ut\sI\smust\sexplain\sto\syou\show\sall\sthis\smistaken\sidea",
    r"On\sthe\sother\shand,\swe\sdenounce\swith\srighteous\sindignation",
    r"Sed\sut\sperspiciatis\sunde\somnis",
    r"Neque\sporro\squisquam\sest",
    r"At\svero\seos\set\saccusa",
    r"Duis\sautem\svel\seum\si?riure",
    r"(?:Bacon|Cupcake|Zombie|Hipster|Cheese|Veggies|Pommy|Corporate|Samuel\sL)\s[Ii]psum\b",
    r"The\sEuropean\slanguages\sare\smembers\sof\sthe\ssame\sfamily\.",
    r"Zwei\sflinke\sBoxer\sjagen",
)
_DUMMY = lazy("|".join(_DUMMIES))
"""Beginnings of other dummy texts that typesetters and web designers use."""
_SYSTEM = lazy(
    r"Welcome to WordPress\. This is your first post\.(?: Edit or delete it, then start writing!?)?"
    r"|This is an example page\. It[’']s different from a blog post"
    r"|This is an example of a WordPress (?:page|post)"
    r"|(?:Edit or delete it, then start (?:writing|blogging)!)"
    r"|[Tt]his is where (?:your|the) (?:\w+ )?(?:text|content|article|story|caption) (?:goes|will go"
    r"|should go)"
)
_ANCHOR = "|".join(
    (
        rf"(?i:\b(?:{'|'.join(sorted(_SURE))})\b)",
        rf"(?im:(?<![^\W_])(?:{'|'.join(_FILLERS)})[^\w\n]*_*[^\w\n]*$)",
        *(expression.pattern for expression in (_IN_PROSE, _KEYS, _DUMMY, _SYSTEM)),
    )
)


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    lowered = text.lower()
    if any(word in lowered for word in _SURE):
        for start, end in _runs(document, block.start, document.sentences(block)):
            opening = " ".join(document.prose[start:end].split()[:4]).rstrip(",.")
            yield Hit(start, end, f"“{opening}” begins filler text")
    for start, end in _fillers(document, block):
        if not quoted(text, start):
            shown = _short(" ".join(text[start:end].split()))
            yield Hit(block.start + start, block.start + end, f"“{shown}” is filler text")


def _fillers(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a block that are filler in other words than Latin."""
    text = document.text(block)
    if whole := _FILLER.fullmatch(text.strip("[]() *_")):
        start = text.index(whole[0])
        yield start, start + len(whole[0])
        return
    for match in _SYSTEM.finditer(text):
        yield match.span()
    keys = [match.span() for match in _KEYS.finditer(text)]
    if keys and not _TYPING.search(text) and not document.technical:
        yield from keys
    for sentence in document.sentences(block):
        start, end = sentence.start - block.start, sentence.end - block.start
        words = text[start:end]
        if _DUMMY.match(words) or _IN_PROSE.fullmatch(words.strip("[]() *_.!…")):
            yield start, end


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
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1].rstrip()}…"


rule = block_function(
    _check,
    why="The real text was never put in its place; get it from the author or delete the passage.",
    anchor=_ANCHOR,
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
        flags("[[Li Europan lingues es membres del sam familie.]] The plan is ready."),
        flags("The plan is ready. [[Insert quote here.]] It starts soon."),
        flags("The plan is ready. [[asdfgh]] It starts soon."),
        flags("The plan is ready.\n\n[[Test test test]]\n\nIt starts soon."),
        passes("A test, a test and a test again: the pupils had three."),
        passes("The keyboard is a qwerty one, and the clerk’s foo dog is of jade."),
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
