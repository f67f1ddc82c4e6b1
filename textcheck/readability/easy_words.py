"""The words that the Dale-Chall formula takes to be known to every reader."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def easy_words() -> frozenset[str]:
    """Load the Dale-Chall list of some 3,000 words, lower-case, as textstat distributes it.

    textstat is located but not imported: importing it costs half a second and brings NLTK along.

    Raises:
        ModuleNotFoundError: textstat is not installed.
    """
    package = find_spec("textstat")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError(
            "textstat, whose word list readability needs, is missing: pip install textstat"
        )
    path = Path(package.submodule_search_locations[0], "resources", "en", "easy_words.txt")
    return frozenset(path.read_text(encoding="utf-8").splitlines())
