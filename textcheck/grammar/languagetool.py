"""A checker that asks a LanguageTool server.

What it leaves out, and why. Measured with LanguageTool 6.6 and ``en-US`` on 150 sound articles of
news and public administration (74,189 words, 1,823 matches): 270 matches came from the rules in
`DEFAULT_DISABLED_RULES`, and 77 % of all were words missing from the dictionary. In 180 news
articles (76,795 words) 1,580 of 1,738 spelling matches had a capital letter; 80 of them, drawn at
random, were all names. So unknown words with a capital are left out unless the caller wants them.
"""

from __future__ import annotations

import operator
import re
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from textcheck.grammar.checker import GrammarError, Match, Matches
from textcheck.grammar.utf16 import CodePoints

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from types import TracebackType

    from typing_extensions import Self

    from textcheck.grammar.checker import Checker
    from textcheck.grammar.client import Client

REQUEST_SIZE = 20_000
"""Code points sent in one request. The public server takes 20,000; a server of one's own has no limit
by default, but the time one request takes, and what is lost when it fails, grow with its size."""

DEFAULT_DISABLED_RULES = (
    # The answer changes with the calendar: the same text must give the same findings.
    "DATE_NEW_YEAR",
    "EN_DATE_WEEKDAY_CURRENTYEAR",
    # Spacing, which markup leaves behind and no reader sees.
    "CONSECUTIVE_SPACES",
    "WHITESPACE_RULE",
    # A quotation that runs over several paragraphs is closed only once; textcheck pairs them itself.
    "EN_UNPAIRED_QUOTES",
    # Opinions on style.
    "COMMA_COMPOUND_SENTENCE",
    "COMMA_COMPOUND_SENTENCE_2",
    "ENGLISH_WORD_REPEAT_BEGINNING_RULE",
)
"""Ids of LanguageTool rules that are noise in sound prose, or that textcheck covers."""

_LONGEST_TIMEOUT = 3600.0
"""Seconds; beyond it a typing error is likelier than patience."""

_STAND_IN = "\ufffc"
"""What stands in the prose for inline code, formulas and images."""

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")

_BORDERS = tuple(
    re.compile(border) for border in (r"\r?\n[ \t]*\r?\n\s*", r"\r?\n", r"[.!?][\"'’”)]*\s+", r"\s+")
)
"""Where a text may be cut, best first: between paragraphs, lines, sentences, words."""


def connect(  # noqa: PLR0913  # each is an independent setting
    server: str,
    *,
    language: str = "en-US",
    timeout: float = 30.0,
    disabled_rules: Collection[str] | None = None,
    disabled_categories: Collection[str] = (),
    names: bool = False,
    request_size: int = REQUEST_SIZE,
) -> Checker:
    """Return a checker that asks the LanguageTool server at `server`.

    It only prepares: the settings are checked here, and the network is first touched by
    `Checker.check`, so that a server that is down is reported in one place. The checker may be used
    for any number of texts, from several threads.

    Args:
        server: Address of a running server, ``http://`` or ``https://``, with or without ``/v2``.
        language: Language code, such as ``en-US``; ``auto`` lets the server guess.
        timeout: Seconds, at most 3600, to wait for the answer to each request: one per
            `request_size` code points, and one for the list of languages before the first.
        disabled_rules: Ids of LanguageTool rules that stay silent; None for `DEFAULT_DISABLED_RULES`.
        disabled_categories: Ids of LanguageTool categories that stay silent; ``TYPOS`` is spelling.
        names: Whether words missing from the dictionary are reported when they have a capital letter.
        request_size: Code points to send at most in one request.

    Returns:
        The checker.

    Raises:
        GrammarError: If the extra is not installed, or a setting is invalid.
    """
    url, name = _address(server)
    try:
        from textcheck.grammar.client import Client  # noqa: PLC0415  # optional, and GPL-3.0
    except ImportError as error:
        raise GrammarError(f"{name} cannot be asked; install textcheck-prose[grammar]") from error
    if not 0 < timeout <= _LONGEST_TIMEOUT:
        raise GrammarError(f"the timeout for {name} is {timeout}; give more than 0 and at most 3600 seconds")
    if request_size < 1:
        raise GrammarError(f"request_size for {name} is {request_size}; give at least 1 code point")
    client = partial(
        Client,
        url,
        name,
        language=language,
        timeout=timeout,
        disabled_rules=DEFAULT_DISABLED_RULES if disabled_rules is None else disabled_rules,
        disabled_categories=disabled_categories,
    )
    return LanguageToolChecker(name, client, request_size=request_size, names=names)


class LanguageToolChecker:
    """Checks texts part by part and places the matches in the whole; made by `connect`.

    Args:
        name: How problems name the server.
        client: Makes the client, which asks the server for its languages.
        request_size: Code points in one part at most.
        names: Whether unknown words with a capital letter are reported.
    """

    def __init__(self, name: str, client: Callable[[], Client], *, request_size: int, names: bool) -> None:
        self._name = name
        self._make_client = client
        self._client: Client | None = None
        self._request_size = request_size
        self._names = names

    def check(self, text: str) -> Matches:
        """Check one text.

        A match that contains or adjoins U+FFFC is dropped: it is about something that is not there.
        When the server fails after it has checked some parts, their matches are kept and the
        failure is one of the problems.

        Args:
            text: Prose of any length, with any characters.

        Returns:
            The matches in text order, and why some may be missing.

        Raises:
            GrammarError: If the server fails before anything is checked.
        """
        matches: list[Match] = []
        problems: dict[str, None] = {}
        asked = False
        for start, part in parts(_LONE_SURROGATE.sub("\ufffd", text), self._request_size):
            if not part.strip():
                continue
            try:
                found, warnings = self._check_part(part, start)
            except GrammarError as error:
                if not asked:
                    raise
                problems[f"{error} (the text was checked up to character {start})"] = None
                break
            asked = True
            matches += found
            problems |= dict.fromkeys(warnings)
        matches.sort(key=lambda match: (match.start, match.end))
        return Matches(tuple(matches), tuple(problems))

    def close(self) -> None:
        """Forget the client; the server goes on running."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _check_part(self, part: str, start: int) -> tuple[list[Match], list[str]]:
        """Check one part that begins at `start`; return its matches, placed in the whole, and problems."""
        client = self._client = self._client or self._make_client()
        answer = client.ask(part)
        points = CodePoints(part)
        try:
            raw = answer["matches"]
            found = [match for entry in raw if (match := self._match(entry, part, points, start)) is not None]
            warnings = answer.get("warnings", {})
            incomplete = warnings.get("incompleteResults", False)
            reason = warnings.get("incompleteResultsReason")
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise GrammarError(client.garbage()) from error
        if not incomplete:
            return found, []
        detail = f": {' '.join(str(reason).split())}" if reason else ""
        return found, [f"{self._name} checked only a part of the text{detail}"]

    def _match(self, entry: Mapping[str, Any], part: str, points: CodePoints, shift: int) -> Match | None:
        """Read one match of the server's answer; None if it is one to leave out.

        Raises:
            AttributeError, KeyError, TypeError, ValueError: If it is not what LanguageTool sends.
        """
        offset, length = operator.index(entry["offset"]), operator.index(entry["length"])
        if not 0 <= offset <= offset + length <= points.length:
            raise ValueError("a match outside the text")
        start, end = points.span(offset, offset + length)
        if _STAND_IN in part[max(start - 1, 0) : end + 1]:
            return None
        if not self._names and entry["type"]["typeName"] == "UnknownWord" and _has_capital(part[start:end]):
            return None
        rule = entry["rule"]
        return Match(
            start=shift + start,
            end=shift + end,
            rule_id=str(rule["id"]),
            category=str(rule["category"]["id"]),
            issue_type=str(rule["issueType"]),
            message=" ".join(str(entry["message"]).split()),
            replacements=tuple(str(replacement["value"]) for replacement in entry["replacements"]),
        )


def parts(text: str, size: int) -> Iterator[tuple[int, str]]:
    """Cut a text into parts that LanguageTool can check one by one.

    Rules that look at the whole text see one part only, so cuts fall between paragraphs where that
    is possible, else between lines, sentences or words, and inside a word as a last resort.

    Args:
        text: Any text.
        size: Code points in a part at most.

    Yields:
        Each part and where it starts, in code points. Joined, the parts are the text.
    """
    start = 0
    while len(text) - start > size:
        end = _cut(text, start, start + size)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _cut(text: str, start: int, limit: int) -> int:
    """Return the last good place after `start` and up to `limit` where `text` may be cut."""
    for border in _BORDERS:
        last = max((found.end() for found in border.finditer(text, start, limit)), default=start)
        if last > start:
            return last
    return limit


def _has_capital(word: str) -> bool:
    return word != word.lower()


def _address(server: str) -> tuple[str, str]:
    """Return the address to ask, without ``v2/``, and the name of the server in messages.

    The name leaves out a password.

    Raises:
        GrammarError: If `server` is no address of a server.
    """
    try:
        address = urlsplit(server)
        # Reading the port validates it.
        sound = address.scheme in {"http", "https"} and address.hostname and address.port != 0
    except ValueError:
        sound = False
    if not sound or address.query or address.fragment or server.split() != [server]:
        raise GrammarError(f"“{server}” is not a server's address; give one like http://localhost:8081")
    path = re.sub(r"(?:/v2)?/*$", "", address.path)
    host = address.netloc.rpartition("@")[2]
    return f"{address.scheme}://{address.netloc}{path}/", f"LanguageTool at {address.scheme}://{host}{path}"
