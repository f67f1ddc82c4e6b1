"""Offsets counted in UTF-16 code units, as Java and JavaScript count, turned into code points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class CodePoints:
    """Turns UTF-16 offsets into a text into code points.

    It keeps one number per astral character: they alone take two code units. Lone surrogates count
    as one unit.

    Args:
        text: The text that the offsets belong to.
    """

    __slots__ = ("_seconds", "length")

    def __init__(self, text: str) -> None:
        astral = [position for position, character in enumerate(text) if character > "\uffff"]
        self._seconds = [position + before + 1 for before, position in enumerate(astral)]
        self.length = len(text) + len(astral)
        """Length of the text in UTF-16 code units."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Convert a range of UTF-16 code units into the code points that it touches.

        Args:
            start: First code unit, from 0.
            end: One past the last code unit, at most `length`.

        Returns:
            The half-open range in code points. An end inside a character widens to all of it.
        """
        return start - bisect_right(self._seconds, start), end - bisect_left(self._seconds, end)
