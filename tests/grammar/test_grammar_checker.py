"""Against small servers of our own that misbehave in every way a server can."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textcheck.grammar import GrammarError, connect
from textcheck.grammar.languagetool import parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.usefixtures("extra")

LANGUAGES = [{"name": "English (US)", "code": "en", "longCode": "en-US"}]


class Request(BaseHTTPRequestHandler):
    """One request to a stub server, which its `play` answers."""

    server: Stub

    def do_GET(self) -> None:
        if self.server.languages is not None and self.path == "/v2/languages":
            self.reply(200, self.server.languages)
        else:
            self.server.play(self, "")

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode(), keep_blank_values=True)
        self.server.texts.append(form["text"][0])
        self.server.play(self, form["text"][0])

    def reply(self, status: int, body: object, **headers: str) -> None:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Length": str(len(raw)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the inherited name
        pass


class Stub(ThreadingHTTPServer):
    """A server on localhost that answers `play`."""

    def __init__(self, play: Callable[[Request, str], None], languages: object) -> None:
        super().__init__(("127.0.0.1", 0), Request)
        self.play = play
        self.languages = languages
        self.texts: list[str] = []
        self.over = threading.Event()
        self.url = f"http://127.0.0.1:{self.server_port}"


@contextmanager
def stub(play: Callable[[Request, str], None], languages: object = LANGUAGES) -> Iterator[Stub]:
    with Stub(play, languages) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()


def entry(text: str, word: str, **changes: object) -> dict[str, Any]:
    """Return a match on `word` as LanguageTool sends it."""
    start = text.index(word)
    return {
        "message": "Odd\n word.",
        "offset": len(text[:start].encode("utf-16-le")) // 2,
        "length": len(word.encode("utf-16-le")) // 2,
        "replacements": [{"value": "even"}],
        "type": {"typeName": "Other"},
        "rule": {"id": "ODD", "issueType": "grammar", "category": {"id": "GRAMMAR"}},
        **changes,
    }


def every_odd(request: Request, text: str) -> None:
    """Answer with a match wherever the text says “odd😀”."""
    request.reply(200, {"matches": [entry(text, "odd😀")] if "odd😀" in text else []})


def replies(status: int, body: object, **headers: str) -> Callable[[Request, str], None]:
    def play(request: Request, text: str) -> None:  # noqa: ARG001  # the same to every text
        request.reply(status, body, **headers)

    return play


def message_of(server: Stub, text: str = "A text.", **settings: Any) -> str:  # noqa: ANN401  # as connect takes them
    """Return the one line that a check fails with."""
    with connect(server.url, **settings) as checker, pytest.raises(GrammarError) as caught:
        checker.check(text)
    message = str(caught.value)
    assert server.url in message
    assert "\n" not in message
    return message


def test_a_match_is_read_exactly() -> None:
    text = "😀😀 is odd😀 here"
    with stub(every_odd) as server, connect(server.url) as checker:
        (match,) = checker.check(text)
    assert text[match.start : match.end] == "odd😀"
    assert (match.rule_id, match.category, match.issue_type) == ("ODD", "GRAMMAR", "grammar")
    assert (match.message, match.replacements) == ("Odd word.", ("even",))


def test_one_checker_serves_many_texts_and_threads() -> None:
    texts = [f"{'😀' * i} odd😀" for i in range(8)]
    starts: dict[str, int] = {}
    with stub(every_odd) as server, connect(server.url) as checker:

        def check(text: str) -> None:
            starts[text] = checker.check(text)[0].start

        threads = [threading.Thread(target=check, args=[text]) for text in texts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert starts == {text: text.index("odd") for text in texts}


def test_a_long_text_is_sent_in_parts() -> None:
    text = "😀 one odd😀.\r\n\r\nTwo odd😀.\n\n" + "word " * 12 + "odd😀."
    with stub(every_odd) as server, connect(server.url, request_size=20) as checker:
        matches = checker.check(text)
    assert [text[match.start : match.end] for match in matches] == ["odd😀"] * 3
    assert len({match.start for match in matches}) == 3
    assert "".join(server.texts) == text
    assert max(map(len, server.texts)) <= 20


@given(st.text(st.sampled_from("ab.😀 \r\n")), st.integers(1, 12))
def test_parts_join_to_the_text(text: str, size: int) -> None:
    pieces = list(parts(text, size))
    assert "".join(piece for _, piece in pieces) == text
    assert all(text.startswith(piece, start) and len(piece) <= size for start, piece in pieces)


def test_parts_end_with_a_paragraph_where_they_can() -> None:
    text = "One. Two.\nThree.\n\nFour. Five."
    assert list(parts(text, 25)) == [(0, "One. Two.\nThree.\n\n"), (18, "Four. Five.")]


def test_lone_surrogates_are_replaced_one_by_one() -> None:
    with stub(every_odd) as server, connect(server.url) as checker:
        (match,) = checker.check("\ud83d\ude00 \udc00 odd😀")
    assert (match.start, match.end) == (5, 9)
    assert server.texts == ["\ufffd\ufffd \ufffd odd😀"]


def test_matches_at_a_stand_in_are_dropped() -> None:
    text = "The \ufffc odd thing, \ufffceven \ufffc, this\ufffcthat."

    def play(request: Request, text: str) -> None:
        words = ["odd", "even", " \ufffc,", "this", "that", "thing, \ufffc"]
        request.reply(200, {"matches": [entry(text, word) for word in words]})

    with stub(play) as server, connect(server.url) as checker:
        assert [text[match.start : match.end] for match in checker.check(text)] == ["odd"]


@pytest.mark.parametrize(("names", "words"), [(False, ["zorb"]), (True, ["Zorb", "zorb"])])
def test_unknown_words_with_a_capital_are_names(names: bool, words: list[str]) -> None:  # noqa: FBT001  # a parameter
    text = "Zorb and zorb."

    def play(request: Request, text: str) -> None:
        unknown = {"type": {"typeName": "UnknownWord"}}
        request.reply(200, {"matches": [entry(text, word, **unknown) for word in ("zorb", "Zorb")]})

    with stub(play) as server, connect(server.url, names=names) as checker:
        assert [text[match.start : match.end] for match in checker.check(text)] == words


def test_incomplete_results_keep_their_matches() -> None:
    def play(request: Request, text: str) -> None:
        warnings = {"incompleteResults": True, "incompleteResultsReason": "Results are\nincomplete"}
        request.reply(200, {"matches": [entry(text, "odd")], "warnings": warnings})

    with stub(play) as server, connect(server.url, request_size=20) as checker:
        matches = checker.check("One is odd here.\n\nTwo is odd too.")
    assert [match.start for match in matches] == [7, 25]
    (problem,) = matches.problems
    assert problem == f"LanguageTool at {server.url} checked only a part of the text: Results are incomplete"


def test_a_server_that_fails_half_way_costs_no_matches() -> None:
    def play(request: Request, text: str) -> None:
        if "Two" in text:
            request.reply(500, b"Error: out of memory")
        else:
            every_odd(request, text)

    with stub(play) as server, connect(server.url, request_size=20) as checker:
        matches = checker.check("One is odd😀.\n\nTwo is odd😀 too.\n\nThree is odd😀.")
    assert [match.start for match in matches] == [7]
    (problem,) = matches.problems
    assert "500" in problem
    assert "up to character 14" in problem


def test_nothing_to_check_asks_nobody() -> None:
    with stub(every_odd, languages=None) as server, connect(server.url) as checker:
        assert list(checker.check(" \n\n ")) == []
    assert server.texts == []


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (500, b"Error: Internal\nerror", "status 500 (Error: Internal error)"),
        (500, {"matches": []}, "status 500"),
        (502, b"<html>Bad gateway</html>", "status 502; check the server"),
        (503, b"\xff\xfe", "status 503"),
        (413, b"Error: Your text exceeds the limit", "refuses 7 characters; lower request_size"),
        (429, b"Too many requests", "limits how often"),
        (426, b"Upgrade required", "limits how often"),
        (200, b"<html>Welcome</html>", "not answer as LanguageTool"),
        (200, b"\xff\xfe\x00", "not answer as LanguageTool"),
        (200, b"[" * 100_000, "not answer as LanguageTool"),
        (200, [], "not answer as LanguageTool"),
        (200, {"matches": None}, "not answer as LanguageTool"),
        (200, {"matches": [{}]}, "not answer as LanguageTool"),
        (200, {"matches": [], "warnings": "none"}, "not answer as LanguageTool"),
        (200, {"matches": [entry("A text.", "text", offset=90)]}, "not answer as LanguageTool"),
        (200, {"matches": [entry("A text.", "text", offset="0")]}, "not answer as LanguageTool"),
    ],
)
def test_bad_answers_are_errors(status: int, body: object, said: str) -> None:
    with stub(replies(status, body)) as server:
        assert said in message_of(server)


@pytest.mark.parametrize(
    "languages", [{"error": 1}, [{}], [1], None, "en-US", [{"code": None, "longCode": None}]]
)
def test_a_bad_list_of_languages_is_an_error(languages: object) -> None:
    with stub(replies(200, languages), languages=None) as server:
        assert "not answer as LanguageTool" in message_of(server)


@pytest.mark.parametrize("language", ["de-DE", "en-GB", ""])
def test_a_language_the_server_lacks_is_an_error(language: str) -> None:
    with stub(every_odd) as server:
        assert f"does not support the language “{language}”" in message_of(server, language=language)


def test_a_redirect_is_not_followed() -> None:
    with stub(every_odd) as elsewhere, stub(replies(302, b"", Location=elsewhere.url)) as server:
        assert f"redirects to {elsewhere.url}" in message_of(server)
    assert elsewhere.texts == []


def test_a_refused_connection_is_an_error() -> None:
    with stub(every_odd) as server:
        pass
    message = message_of(server)
    assert "cannot be reached (" in message
    assert "ConnectionError" not in message


def test_a_host_that_does_not_exist_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_args: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with connect("http://nowhere.invalid") as checker, pytest.raises(GrammarError, match="Name or service"):
        checker.check("A text.")


def hang(request: Request, text: str) -> None:  # noqa: ARG001  # the same to every text
    request.server.over.wait()


def drip(request: Request, text: str) -> None:  # noqa: ARG001  # the same to every text
    request.send_response(200)
    request.send_header("Content-Length", "1000000")
    request.end_headers()
    while not request.server.over.wait(0.02):
        request.wfile.write(b" ")


@pytest.mark.parametrize("play", [hang, drip])
@pytest.mark.parametrize("languages", [None, LANGUAGES])
def test_a_server_that_does_not_finish_is_given_up(
    play: Callable[[Request, str], None], languages: object
) -> None:
    with stub(play, languages) as server:
        began = time.monotonic()
        assert "did not answer in 0.2 s" in message_of(server, timeout=0.2)
        assert time.monotonic() - began < 2


def test_a_server_that_never_accepts_is_given_up() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with connect(url, timeout=0.2) as checker, pytest.raises(GrammarError, match="did not answer in"):
            checker.check("A text.")


def test_a_server_that_comes_back_is_used_again() -> None:
    answers = iter([False, True])

    def play(request: Request, text: str) -> None:
        if next(answers):
            every_odd(request, text)
        else:
            request.reply(503, b"")

    with stub(play) as server, connect(server.url) as checker:
        with pytest.raises(GrammarError, match="503"):
            checker.check("odd😀")
        assert len(checker.check("odd😀")) == 1


def test_no_server_is_ever_downloaded_or_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_args: object, **_kwargs: object) -> None:
        pytest.fail("a server was downloaded or started")

    monkeypatch.setattr(subprocess, "Popen", forbidden)
    monkeypatch.setattr("language_tool_python.download_lt.LocalLanguageTool.download", forbidden)
    with stub(hang) as server:
        message_of(server, timeout=0.1)
    message_of(server)


def test_connecting_touches_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    monkeypatch.setattr(socket, "getaddrinfo", None)
    connect("http://localhost:1").close()


def test_without_the_extra_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "textcheck.grammar.client", raising=False)
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    with pytest.raises(GrammarError, match=r"http://localhost:8081 .* install textcheck-prose\[grammar\]"):
        connect("http://localhost:8081")


@pytest.mark.parametrize(
    "server",
    [
        "",
        "localhost:8081",
        "ftp://host",
        "file:///etc",
        "http://",
        "http://[::1",
        "http://host:port",
        "http://host:99999",
        "http://a b",
        " http://host",
        "http://host/?x=1",
        "http://host/#v2",
    ],
)
def test_what_is_no_address_is_refused(server: str) -> None:
    with pytest.raises(GrammarError, match="is not a server's address; give one like"):
        connect(server)


@pytest.mark.parametrize(
    "settings",
    [{"timeout": 0}, {"timeout": -1}, {"timeout": float("nan")}, {"timeout": 1e9}, {"request_size": 0}],
)
def test_settings_out_of_range_are_refused(settings: dict[str, Any]) -> None:
    with pytest.raises(GrammarError, match=r"http://localhost.*; give"):
        connect("http://localhost", **settings)


def test_passwords_are_not_shown() -> None:
    with stub(replies(500, b"")) as server:
        url = server.url.replace("://", "://user:secret@")
        with connect(url) as checker, pytest.raises(GrammarError) as caught:
            checker.check("A text.")
    assert "secret" not in str(caught.value)
    assert server.url in str(caught.value)
