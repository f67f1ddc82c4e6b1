"""The only module that imports language_tool_python (GPL-3.0, extra ``grammar``); import it late."""

from __future__ import annotations

import json
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from threading import Thread
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from urllib.parse import urljoin

import requests
from language_tool_python import LanguageTool

from textcheck.grammar.checker import GrammarError

if TYPE_CHECKING:
    from collections.abc import Iterable

_ERROR_WIDTH = 160
"""Code points of a server's own error message that a `GrammarError` quotes."""


class Answer(NamedTuple):
    """What a server sent back."""

    status: int
    location: str
    body: bytes


class Client(LanguageTool):
    """language_tool_python with one server that is already running, and a transport of our own.

    Its transport ignores the HTTP status, asks twice, waits 300 seconds each time and restarts the
    server; everything it sends passes through `_query_server`, which is replaced here. Its matches
    are not used: they correct UTF-16 offsets only in part, and through a cache shared by all threads.

    Args:
        url: Address of the server, ending in a slash and without ``v2/``.
        name: How errors name the server.
        language: Language code, such as ``en-US``.
        timeout: Seconds to wait for each answer.
        disabled_rules: Ids of rules that stay silent.
        disabled_categories: Ids of categories that stay silent.

    Raises:
        GrammarError: If the server does not answer or does not know the language.
    """

    def __init__(  # noqa: PLR0913  # each is an independent setting
        self,
        url: str,
        name: str,
        *,
        language: str,
        timeout: float,
        disabled_rules: Iterable[str],
        disabled_categories: Iterable[str],
    ) -> None:
        self._name = name
        self._seconds = timeout
        unsupported = f"{name} does not support the language “{language}”; see {url}v2/languages"
        try:
            # A host of its own keeps the constructor from resolving one.
            super().__init__(language, remote_server=url, host="localhost")
        except ValueError as error:
            raise GrammarError(unsupported) from error
        except (AttributeError, KeyError, TypeError) as error:
            raise GrammarError(self.garbage()) from error
        # language_tool_python falls back from an unknown variant to the bare language, which has no spelling.
        if str(self.language).casefold() != language.replace("_", "-").casefold():
            raise GrammarError(unsupported)
        self.disabled_rules = set(disabled_rules)
        self.disabled_categories = set(disabled_categories)

    def ask(self, text: str) -> Any:  # noqa: ANN401  # JSON as the server sent it
        """Check one text of valid Unicode and return the server's answer, decoded but not validated.

        Raises:
            GrammarError: If there is no answer in time, or none that is JSON.
        """
        return self._query_server(urljoin(self.url, "check"), self._create_params(text), method="post")

    def _query_server(
        self,
        url: str,
        params: dict[str, str] | None = None,
        num_tries: int = 1,  # noqa: ARG002  # part of the inherited signature: we ask once
        method: Literal["get", "post"] = "get",
    ) -> Any:  # noqa: ANN401  # JSON as the server sent it
        answer = self._answer(url, params, method)
        if answer.status != requests.codes.ok:
            raise GrammarError(self._refusal(answer, len((params or {}).get("text", ""))))
        try:
            return json.loads(answer.body)
        except (ValueError, RecursionError) as error:
            raise GrammarError(self.garbage()) from error

    def _answer(self, url: str, params: dict[str, str] | None, method: str) -> Answer:
        """Send one request and wait for the whole answer, never longer than the time limit.

        The time limits of `requests` start anew with every packet and leave out name resolution, so
        a thread asks and this one watches the clock.
        """
        answer: Future[Answer] = Future()

        def exchange() -> None:
            try:
                with requests.request(
                    method, url, data=params, timeout=self._seconds, allow_redirects=False
                ) as response:
                    location = response.headers.get("Location", "")
                    answer.set_result(Answer(response.status_code, location, response.content))
            except Exception as error:  # noqa: BLE001  # whatever it is, the caller gets it
                answer.set_exception(error)

        Thread(target=exchange, name="textcheck-grammar", daemon=True).start()
        try:
            return answer.result(self._seconds)
        except (FutureTimeoutError, requests.Timeout) as error:
            raise GrammarError(
                f"{self._name} did not answer in {self._seconds:g} s; check the server or allow it more time"
            ) from error
        except Exception as error:
            raise GrammarError(
                f"{self._name} cannot be reached ({_root_cause(error)}); start it or correct the address"
            ) from error

    def _refusal(self, answer: Answer, size: int) -> str:
        """Say in one line why the server did not check, and what to do about it."""
        status = answer.status
        if status == requests.codes.request_entity_too_large:
            return f"{self._name} refuses {size} characters; lower request_size or raise maxTextLength"
        # The public server answers 426, not 429, when its limit is reached.
        if status in {requests.codes.too_many_requests, requests.codes.upgrade_required}:
            return f"{self._name} limits how often it is asked; wait a minute or use a server of your own"
        if answer.location:
            return f"{self._name} redirects to {answer.location}; give that address if you trust it"
        said = " ".join(answer.body.decode(errors="replace").split())
        # A page of HTML comes from a proxy and says nothing in one line.
        detail = "" if not said or said.startswith("<") else f" ({said[:_ERROR_WIDTH]})"
        return f"{self._name} answered with HTTP status {status}{detail}; check the server"

    def garbage(self) -> str:
        """Say in one line that the server's answer makes no sense."""
        return f"{self._name} did not answer as LanguageTool does; check that the address is LanguageTool's"


def _root_cause(error: BaseException) -> str:
    """Name the operating system's reason behind a chain of transport errors, or else the error's kind."""
    reason = type(error).__name__
    link: BaseException | None = error
    while link is not None:
        if isinstance(link, OSError) and link.strerror:
            reason = link.strerror
        link = link.__cause__ or link.__context__
    return reason
