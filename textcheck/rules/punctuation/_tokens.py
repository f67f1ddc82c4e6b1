"""How rules of this category get from a mark to the word before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex


def ending_at(
    expression: regex.Pattern[str], text: str, position: int, reach: int
) -> regex.Match[str] | None:
    """Return the first match that begins in the word before `position`.

    Args:
        expression: what to look for; it begins with the word.
        text: the text of a block.
        position: the offset of a mark.
        reach: how many code points before it the word may begin.
    """
    low = max(position - reach, 0)
    start = max(text.rfind(" ", low, position), text.rfind("\n", low, position), low - 1) + 1
    return next(filter(None, (expression.match(text, at) for at in range(start, position))), None)
