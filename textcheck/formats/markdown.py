"""Markdown (CommonMark with tables, strikethrough, footnotes and front matter).

markdown-it-py tells which lines a block comes from, but not where in these lines its content begins,
nor where its inline tokens stand. The wrappers below note both while the parser works, so every
piece of prose knows its source.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from html import unescape
from itertools import dropwhile
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import regex
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from textcheck.document import STAND_IN, Builder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, MutableMapping

    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

    from textcheck.document import BlockKind, Document

_LINE_END = regex.compile(r"\r\n|\r|\n")
_HTML = regex.compile(
    r"(?P<skip><!--.*?(?:-->|\Z)|<(?P<name>script|style|pre|textarea|svg|iframe)\b.*?(?:</(?P=name)\s*>|\Z))"
    r"|(?P<block></?(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]"
    r"|header|hr|li|main|nav|ol|p|section|table|tbody|td|tfoot|th|thead|tr|ul)\b[^>]*(?:>|\Z))"
    r"|(?P<inline></?[!?a-z][^>]*(?:>|\Z))"
    r"|(?P<entity>&(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)"
    r"|(?P<blank>\n[ \t]*\n\s*)",
    regex.DOTALL | regex.IGNORECASE,
)
_LINE_BREAK_TAG = regex.compile(r"<br\b", regex.IGNORECASE)
_INDENT = " \t"
_PIPE = regex.compile(r"\|")

_WITH_CONTENT = ("table", "html_block", "heading", "lheading", "paragraph")
"""The block rules of the parser that push content."""

_CONTAINERS: Mapping[str, BlockKind] = MappingProxyType(
    {
        "blockquote_open": "quote",
        "list_item_open": "list-item",
        "heading_open": "heading",
        "th_open": "table-cell",
        "td_open": "table-cell",
    }
)
"""The tokens that say what kind of block the content in them is; all other content is a paragraph."""

_STANDING_IN = frozenset({"code_inline", "image"})
_STANDING_TAG = regex.compile(
    r"<(?:img|svg|math|object|embed|video|audio|canvas|iframe|input|select|button|meter|progress)\b",
    regex.IGNORECASE,
)
"""Tags of elements that a reader sees something of, whatever it is."""

MAX_NESTING = 100
"""Depth of nested blocks or links from which the parser reads no further: that of markdown-it's
default, since 20, that of its CommonMark preset, loses the text of a list ten levels deep."""


def _is_empty_link(token: Token, following: Token | None = None) -> bool:
    """Tell whether a link shows nothing; one within the page is an anchor, which is not meant to."""
    if token.type != "link_open" or following is None or following.type != "link_close":
        return False
    return not str(token.attrs.get("href", "#")).startswith("#")


class _Place(NamedTuple):
    start: int
    end: int


class _State(StateInline):
    """An inline state that notes where in `src` each of its tokens stands."""

    def __init__(self, src: str, md: MarkdownIt, env: MutableMapping[str, Any]) -> None:
        self.places: dict[int, _Place] = {}
        self._consumed = 0
        super().__init__(src, md, env, [])

    def place(self, token: Token) -> _Place:
        return self.places[id(token)]

    def pushPending(self) -> Token:  # noqa: N802  # the parser's own name
        token = super().pushPending()
        end = self._consumed + len(token.content)
        self.places[id(token)] = _Place(self._consumed, end)
        self._consumed = end
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        self.places[id(token)] = _Place(self.pos, self.pos)
        self._consumed = self.pos
        return token

    def matched(self, start: int, fresh: list[Token]) -> None:
        """Note the extent of the tokens that one rule pushed for ``src[start:self.pos]``.

        A run of delimiters is pushed as several text tokens before the position moves on.
        """
        at = start
        for token in fresh:
            if self.place(token) == (start, start):
                run = self.src.startswith(token.content, at) and token.type == "text"
                end = at + len(token.content) if run else self.pos
                self.places[id(token)] = _Place(at, end)
                at = end if run else at
        self._consumed = self.pos


def _noting_places(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    def noting(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the parser's own signature
        start, pushed = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if matched and len(state.tokens) > pushed and isinstance(state, _State):
            state.matched(start, state.tokens[pushed:])
        return matched

    return noting


def _noting_lines(
    rule: Callable[[StateBlock, int, int, bool], bool],
) -> Callable[[StateBlock, int, int, bool], bool]:
    def noting(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001  # the parser's own signature
        pushed = len(state.tokens)
        matched = rule(state, start_line, end_line, silent)
        for token in state.tokens[pushed:]:
            if token.map and token.content:
                # Behind the markers and the indentation of every container.
                token.meta["starts"] = [state.bMarks[line] + state.tShift[line] for line in range(*token.map)]
        return matched

    return noting


@cache
def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    md.use(front_matter_plugin).use(footnote_plugin)
    md.disable(["inline", "text_join", "footnote_tail", "fragments_join", "footnote_inline"])
    inline, block = md.inline.ruler, md.block.ruler
    for name, rule in zip(inline.get_active_rules(), inline.getRules(""), strict=True):
        inline.at(name, _noting_places(rule))
    for name, block_rule in zip(block.get_active_rules(), block.getRules(""), strict=True):
        if name in _WITH_CONTENT:
            block.at(name, _noting_lines(block_rule))
    return md


def parse(source: str) -> Document:
    """Parse Markdown."""
    return _Reader(source).read()


class _Line(NamedTuple):
    """A source line up to its line end, and the start of the `following` one.

    `normalised` is the line's start as the parser counts, for which each line end is one code point.
    """

    start: int
    end: int
    following: int
    normalised: int


class _Content:
    """The content of a block, as the parser sees it, and where each stretch of it stands in the source."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] = []
        self._sources: list[int] = []

    def stands(self, offset: int, source: int) -> None:
        """Note that from `offset` on, until the next one noted, the content is that at `source`."""
        self._starts.append(offset)
        self._sources.append(source)

    def source(self, offset: int, *, after: bool = False) -> int:
        """Return the source offset; `after` asks for the end of what stands before `offset`."""
        piece = bisect_right(self._starts, offset - 1 if after and offset else offset) - 1
        return self._sources[piece] + offset - self._starts[piece]

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Cut a range of the content into ranges that are contiguous in the source."""
        piece = bisect_right(self._starts, start)
        while start < end:
            border = min(self._starts[piece], end) if piece < len(self._starts) else end
            yield start, border
            start = border
            piece += 1


class _Reader:
    """Walks the block tokens and puts their prose into a builder."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._builder = Builder(source)
        self._lines: list[_Line] = []
        start = normalised = 0
        for match in _LINE_END.finditer(source):
            self._lines.append(_Line(start, *match.span(), normalised))
            normalised += match.start() - start + 1
            start = match.end()
        self._lines.append(_Line(start, len(source), len(source), normalised))
        self._cell_end = 0
        self._env: dict[str, Any] = {}

    def read(self) -> Document:
        containers: list[Token] = []
        previous: Token | None = None
        for token in _parser().parse(self._source, self._env):
            if token.type in _CONTAINERS:
                containers.append(token)
            elif token.type.replace("_close", "_open") in _CONTAINERS:
                if token.type == "list_item_close" and previous is containers[-1]:
                    self._empty_item(previous)
                containers.pop()
            elif token.type == "inline" and token.content:
                self._inline(token, containers[-1] if containers else None)
            elif token.type in {"fence", "code_block"} and token.map:
                start = self._builder.position
                self._builder.replaced(STAND_IN, *self._line_range(token.map))
                self._builder.block("code", start)
            elif token.type == "html_block" and token.content:
                self._html(self._content(token))
            previous = token
        return self._builder.build()

    def _empty_item(self, token: Token) -> None:
        """Let something stand for an item that holds nothing, since a reader sees its bullet or number."""
        assert token.map is not None  # noqa: S101  # every block of the source has lines
        start = self._builder.position
        self._builder.replaced(STAND_IN, *self._line_range([token.map[0], token.map[0] + 1]))
        self._builder.block("list-item", start)

    def _line_range(self, lines: list[int]) -> tuple[int, int]:
        last = min(lines[1], len(self._lines)) - 1
        return self._lines[lines[0]].start, self._lines[last].end

    def _begins(self, token: Token) -> Iterator[tuple[_Line, int]]:
        """Yield the lines of a block, and where in the source the content of each begins."""
        assert token.map is not None  # noqa: S101  # only blocks with lines have content
        lines = self._lines[token.map[0] : token.map[1]]
        for line, start in zip(lines, token.meta["starts"], strict=False):
            yield line, line.start + start - line.normalised

    def _content(self, token: Token, skip: int = 0) -> _Content:
        """Find the content of a block, its first `skip` code points left out, in the source.

        The lines of the content are those of the token, but for white space at either end of a line.
        """
        content = _Content(token.content)
        position = 0
        texts = token.content.split("\n")
        first = texts[0].lstrip(_INDENT)
        # The parser strips the content, and with it leading lines of no-break spaces and their like.
        lines = dropwhile(
            lambda item: first not in self._as_parsed(item[1], item[0].end), self._begins(token)
        )
        for (line, begin), text in zip(lines, texts, strict=False):
            stripped = text.lstrip(_INDENT)
            found = self._find(stripped, begin + skip, line.end) - (len(text) - len(stripped))
            content.stands(position, found)
            position += len(text)
            content.stands(position, line.end)
            position += 1
            content.stands(position, line.following)
            skip = 0
        return content

    def _cell(self, token: Token) -> _Content:
        r"""Find the content of a table cell, in which ``\|`` has become ``|``, behind the one before it."""
        content = _Content(token.content)
        line, begin = next(self._begins(token))
        escaped = token.content.replace("|", r"\|")
        found = self._find(escaped, max(begin, self._cell_end), line.end)
        content.stands(0, found)
        for number, pipe in enumerate(_PIPE.finditer(token.content), start=1):
            content.stands(pipe.start(), found + pipe.start() + number)
        self._cell_end = found + len(escaped)
        return content

    def _find(self, text: str, start: int, end: int) -> int:
        return start + self._as_parsed(start, end).index(text)

    def _as_parsed(self, start: int, end: int) -> str:
        """Return a stretch of the source as the parser sees it, NUL as U+FFFD."""
        return self._source[start:end].replace("\0", "\ufffd")

    def _inline(self, token: Token, container: Token | None) -> None:
        kind = _CONTAINERS[container.type] if container else "paragraph"
        level, marker = 0, ""
        if container and kind == "heading":
            # The markup of an underlined heading stands behind its content.
            level, marker = int(container.tag[1:]), container.markup.strip("=-")
        content = self._cell(token) if kind == "table-cell" else self._content(token, skip=len(marker))
        state = _State(content.text, _parser(), self._env)
        _parser().inline.tokenize(state)
        for rule in _parser().inline.ruler2.getRules(""):
            rule(state)
        start = self._builder.position
        for number, piece in enumerate(state.tokens):
            place = state.place(piece)
            if _is_empty_link(*state.tokens[number : number + 2]):
                # The parser places it behind its opening bracket, and what follows behind its end.
                behind = state.tokens[number + 2 : number + 3]
                end = state.place(behind[0]).start if behind else len(content.text)
                source = content.source(place.start - 1), content.source(end, after=True)
                self._builder.replaced(STAND_IN, *source)
            self._token(piece, place, content)
        self._builder.block(kind, start, level)

    def _token(self, token: Token, place: _Place, content: _Content) -> None:
        source = content.source(place.start), content.source(place.end, after=True)
        if token.type == "text":
            # The text of a link in angle brackets stands inside of its place.
            found = content.text.find(token.content, place.start, place.end)
            if found < 0:
                self._builder.replaced(token.content, *source)
            else:
                self._verbatim(content, found, found + len(token.content))
        elif token.type == "text_special":
            self._builder.replaced(token.content, *source)
        elif token.type in {"softbreak", "hardbreak"} or (
            token.type == "html_inline" and _LINE_BREAK_TAG.match(token.content)
        ):
            self._builder.replaced("\n", source[0], content.source(place.end))
        elif token.type in _STANDING_IN or (
            token.type == "html_inline" and _STANDING_TAG.match(token.content)
        ):
            self._builder.replaced(STAND_IN, *source)

    def _verbatim(self, content: _Content, start: int, end: int) -> None:
        for first, last in content.stretches(start, end):
            if content.text[first] == "\n":
                self._builder.replaced("\n", content.source(first), content.source(last))
            else:
                self._builder.verbatim(content.source(first), content.source(last, after=True))

    def _html(self, content: _Content) -> None:
        """Put the text of an HTML block into the builder, broken where block elements break it."""
        block = self._builder.position
        position = 0
        for match in _HTML.finditer(content.text):
            self._verbatim(content, position, match.start())
            position = match.end()
            if match["entity"]:
                self._builder.replaced(
                    unescape(match[0]), content.source(match.start()), content.source(position, after=True)
                )
            elif match["block"] or match["blank"]:
                self._builder.block("paragraph", block)
                block = self._builder.position
        self._verbatim(content, position, len(content.text))
        self._builder.block("paragraph", block)
