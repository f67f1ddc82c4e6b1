"""What a grammar checker is to the rest of the package, whatever engine is behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, overload

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Self


class GrammarError(Exception):
    """Grammar could not be checked; the message is one line, names the server and the way out."""


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that the engine objects to.

    `start` and `end` are half-open code points into the text that was given to `Checker.check`.
    `rule_id`, `category` and `issue_type` are the engine's own, such as ``EN_A_VS_AN``, ``GRAMMAR``
    and ``misspelling``. `replacements` come best first and may be empty.
    """

    start: int
    end: int
    rule_id: str
    category: str
    issue_type: str
    message: str
    replacements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matches(Sequence[Match]):
    """The matches in one text, in text order.

    `problems` holds one line for each reason why matches may be missing; it is empty when the whole
    text was checked.
    """

    matches: tuple[Match, ...] = ()
    problems: tuple[str, ...] = ()

    @overload
    def __getitem__(self, index: int) -> Match: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Match, ...]: ...
    def __getitem__(self, index: int | slice) -> Match | tuple[Match, ...]:
        return self.matches[index]

    def __len__(self) -> int:
        return len(self.matches)


class Checker(Protocol):
    """Checks the grammar of many texts, one after the other."""

    def check(self, text: str) -> Matches:
        """Check one text.

        Args:
            text: Prose without markup; U+FFFC stands for what is not prose.

        Returns:
            What was found, in text order, and why it may be incomplete.

        Raises:
            GrammarError: If nothing could be checked.
        """
        ...

    def close(self) -> None:
        """Give back what the checker holds."""
        ...

    def __enter__(self) -> Self:
        """Return the checker itself."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the checker."""
        ...
