"""A real LanguageTool server for the tests, from the jars that tests/languagetool/pom.xml names."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

HOME = Path(__file__).parents[1] / "languagetool"
LIBS = HOME / "libs"
FETCH_SECONDS = 600
START_SECONDS = 90


def unavailable(reason: str) -> None:
    """Skip, except on CI, where a test whose real component is missing must fail."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """Let one process in at a time."""
    deadline = time.monotonic() + FETCH_SECONDS
    while True:
        try:
            path.touch(exist_ok=False)
            break
        except FileExistsError:
            if time.monotonic() > deadline:
                unavailable(f"another run is fetching LanguageTool; if there is none, remove {path}")
            time.sleep(0.5)
    try:
        yield
    finally:
        path.unlink()


def fetch_jars() -> None:
    if LIBS.exists():
        return
    maven = shutil.which("mvn")
    if maven is None:
        unavailable("mvn is not installed, and LanguageTool has not been fetched")
    # Files that are there before all of them are would pass for a whole server.
    partial = HOME / "target" / "libs"
    command = [str(maven), "-B", "-q", "-f", str(HOME / "pom.xml"), "dependency:copy-dependencies"]
    try:
        subprocess.run(
            [*command, f"-DoutputDirectory={partial}"],
            check=True,
            capture_output=True,
            text=True,
            timeout=FETCH_SECONDS,
        )
    except subprocess.CalledProcessError as error:
        unavailable(f"LanguageTool could not be fetched: {error.stdout[-500:]}")
    except subprocess.TimeoutExpired:
        unavailable(f"LanguageTool could not be fetched in {FETCH_SECONDS} s")
    partial.rename(LIBS)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def is_up(url: str) -> bool:
    try:
        with urlopen(f"{url}/v2/healthcheck", timeout=5) as answer:  # noqa: S310  # our own server
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


@pytest.fixture(scope="session", autouse=True)
def no_proxy() -> Iterator[None]:
    """Keep requests to this machine from going through a proxy that the environment names."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("NO_PROXY", "no_proxy"):
            patch.setenv(name, "localhost,127.0.0.1")
        yield


@pytest.fixture(scope="session")
def extra() -> None:
    """Need language_tool_python."""
    if importlib.util.find_spec("language_tool_python") is None:
        unavailable("the extra “grammar” is not installed")


@pytest.fixture(scope="session")
def languagetool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a LanguageTool server and yield its address."""
    java = shutil.which("java")
    if java is None:
        unavailable("java is not installed")
    HOME.joinpath("target").mkdir(exist_ok=True)
    with lock(HOME / "target" / "fetching"):
        fetch_jars()
    port = free_port()
    url = f"http://localhost:{port}"
    log = tmp_path_factory.mktemp("languagetool") / "server.log"
    command = [str(java), "-Xmx1g", "-cp", f"{LIBS}/*", "org.languagetool.server.HTTPServer"]
    with (
        log.open("w") as output,
        subprocess.Popen([*command, "--port", str(port)], stdout=output, stderr=output) as server,
    ):
        try:
            deadline = time.monotonic() + START_SECONDS
            while not is_up(url):
                if server.poll() is not None or time.monotonic() > deadline:
                    pytest.fail(f"LanguageTool did not start: {log.read_text()[-2000:]}")
                time.sleep(0.2)
            yield url
        finally:
            server.kill()
