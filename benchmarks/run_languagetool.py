"""A local LanguageTool server with its default rules for American English, asked over HTTP."""

from __future__ import annotations

import contextlib
import re
import socket
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, build_opener

import protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

JARS = Path(__file__).parent / ".peers" / "languagetool"

START_SECONDS = 120
"""Longest time until the server answers."""

# A proxy that the environment names is not for this machine.
_opener = build_opener(ProxyHandler({}))


def post(url: str, texts: Sequence[str]) -> None:
    """Have every text checked."""
    for text in texts:
        data = urlencode({"language": "en-US", "text": text}).encode()
        _opener.open(f"{url}/v2/check", data).read()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def server(port: int) -> Iterator[int]:
    """Run the server and yield the number of its process."""
    command = ["java", "-Xmx1g", "-cp", f"{JARS}/*", "org.languagetool.server.HTTPServer"]
    process = subprocess.Popen(
        [*command, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def wait_for(url: str) -> None:
    """Return once the server has checked a sentence."""
    deadline = time.monotonic() + START_SECONDS
    while not is_up(url):
        if time.monotonic() > deadline:
            sys.exit(f"LanguageTool did not answer within {START_SECONDS} s")
        time.sleep(0.1)


def is_up(url: str) -> bool:
    """Tell whether the server checks a sentence."""
    try:
        post(url, ["It is up."])
    except (URLError, OSError):
        return False
    return True


jar = next(JARS.glob("languagetool-server-*.jar")).name
port = free_port()
url = f"http://127.0.0.1:{port}"
with server(port) as pid:
    wait_for(url)
    protocol.serve(
        re.sub(r"languagetool-server-|\.jar", "", jar), partial(post, url), partial(protocol.peak, pid)
    )
