"""Archives of texts in JSON Lines, with the gaps that are known to be in them; see docs/evidence.md."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from textcheck.formats import PARSERS
from textcheck.source import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SUFFIX = ".jsonl"
"""The extension of an archive."""

LIST_NUMBER = "list-number"
"""The kind of a number that only counts list items; evaluation neither asks for nor punishes it."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Gap(NamedTuple):
    """A hole in a text: the range of what is left of a value, in code points, its kind, and the value.

    The range is empty where nothing is left; `removed` is empty where nobody knows what stood there.
    """

    start: int
    end: int
    kind: str
    removed: str = ""


@dataclass(frozen=True, slots=True)
class Gold:
    """A text and all of its gaps, in order; a text without gaps is sound.

    `format` is a key of `textcheck.formats.PARSERS`.
    """

    name: str
    text: str
    format: str = "text"
    gaps: tuple[Gap, ...] = ()

    def to_json(self, mode: str) -> str:
        """Return the record as one line of ASCII; `mode` tells how the gaps came about."""
        gaps = [gap._asdict() for gap in self.gaps]
        return json.dumps(
            {"id": self.name, "format": self.format, "mode": mode, "text": self.text, "gaps": gaps}
        )


def read(lines: Iterable[bytes], name: str) -> Iterator[Gold | SourceError]:
    """Read an archive lazily, line by line; blank lines are passed over.

    Args:
        lines: the lines of the file, UTF-8.
        name: that of the file, for messages, and for the ids of records without one.

    Yields:
        Each record, or the error that names its line.
    """
    for number, line in enumerate(lines, start=1):
        content = line.removeprefix(_BYTE_ORDER_MARK) if number == 1 else line
        if not content.strip():
            continue
        place = f"{name}:{number}"
        try:
            yield _gold(_parsed(content), place)
        except SourceError as error:
            yield SourceError(f"{place}: {error}")


def _parsed(line: bytes) -> Any:  # noqa: ANN401  # whatever stands in the file
    try:
        return json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise SourceError(f"not valid UTF-8 at byte {error.start} of the line; save it as UTF-8") from None
    except json.JSONDecodeError as error:
        raise SourceError(f"not valid JSON: {error.msg} at column {error.colno}; mend the line") from None
    except (ValueError, RecursionError) as error:  # numbers or nesting beyond Python's limits
        raise SourceError(f"not readable as JSON: {error}; mend the line") from None


def _gold(record: Any, place: str) -> Gold:  # noqa: ANN401  # whatever stands in the file
    if not isinstance(record, dict):
        raise SourceError('not a record; write an object such as {"text": "…"}')
    text = record.get("text")
    if not isinstance(text, str):
        raise SourceError('has no "text"; give the text as a string')
    format_name = record.get("format", "text")
    if not isinstance(format_name, str) or format_name not in PARSERS:
        raise SourceError(f'unknown "format" {format_name!r}; use one of {", ".join(PARSERS)}')
    name = record.get("id", place)
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise SourceError(f'"id" is {name!r}; give a string or an integer, or leave it out')
    gaps = record.get("gaps", [])
    if not isinstance(gaps, list):
        raise SourceError(f'"gaps" is {gaps!r}; give a list, or leave it out for a sound text')
    return Gold(str(name), text, format_name, tuple(sorted(_gap(gap, len(text)) for gap in gaps)))


def _gap(gap: Any, length: int) -> Gap:  # noqa: ANN401  # whatever stands in the file
    if not isinstance(gap, dict):
        raise SourceError(f'gap {gap!r} is no object; give its "start", "end" and "kind"')
    start, end = _offset(gap, "start"), _offset(gap, "end")
    if not 0 <= start <= end <= length:
        raise SourceError(f"gap {start}–{end} is outside of the text, which has {length} code points")
    kind, removed = gap.get("kind"), gap.get("removed", "")
    if not isinstance(kind, str) or not kind:
        raise SourceError(f'gap {start}–{end} has no "kind"; name one, such as "count"')
    if not isinstance(removed, str):
        raise SourceError(f'gap {start}–{end} has no string as "removed"; give one, or leave it out')
    return Gap(start, end, kind, removed)


def _offset(gap: Mapping[str, object], key: str) -> int:
    value = gap.get(key)
    if isinstance(value, bool) or not isinstance(value, int):
        raise SourceError(f'gap has no integer as "{key}"; count code points from 0')
    return value
