"""Grammar, checked by a LanguageTool server that the user runs.

Nothing here downloads or starts a server, and no server is asked unless its address was given.
"""

from textcheck.grammar.checker import Checker, GrammarError, Match, Matches
from textcheck.grammar.languagetool import DEFAULT_DISABLED_RULES, REQUEST_SIZE, connect

__all__ = [
    "DEFAULT_DISABLED_RULES",
    "REQUEST_SIZE",
    "Checker",
    "GrammarError",
    "Match",
    "Matches",
    "connect",
]
