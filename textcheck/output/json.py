"""One JSON document for a whole run, written file by file; described in docs/json-schema.md."""

from __future__ import annotations

import dataclasses
import json
import math
from typing import TYPE_CHECKING, TextIO

from textcheck.output.writer import is_unreadable
from textcheck.version import version

if TYPE_CHECKING:
    from textcheck.finding import Report
    from textcheck.output.writer import Summary

SCHEMA_VERSION = 1
"""Raised whenever a field is removed, renamed or changes its meaning; new fields leave it as it is."""


class JsonWriter:
    """Writes one JSON object; memory holds no more than one report at a time.

    The output is ASCII, so that any stream can carry it and lone surrogates survive as escapes.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        tool = {"name": "textcheck", "version": version()}
        stream.write(f'{{"schema_version": {SCHEMA_VERSION}, "tool": {_dumps(tool)}, "files": [')
        self._separator = "\n"

    def write(self, report: Report, /) -> None:
        """Write the object of one file, on a line of its own."""
        self._stream.write(self._separator + _dumps(file_object(report)))
        self._separator = ",\n"

    def close(self, summary: Summary, /) -> None:
        """Write the totals and end the document."""
        totals = {
            name: getattr(summary, name)
            for name in ("files", "findings", "errors", "warnings", "infos", "problems", "fixed")
        }
        self._stream.write(f'\n], "summary": {_dumps(totals)}}}\n')
        self._stream.flush()


def create(stream: TextIO, *, verbose: bool, quiet: bool) -> JsonWriter:  # noqa: ARG001  # one signature for every format
    """Make the writer; the document always holds everything."""
    return JsonWriter(stream)


def file_object(report: Report) -> dict[str, object]:
    """Put one report into the shape of the schema's ``files[]``, every number finite.

    A text that could not be read has no verdict: ``pass`` would be a lie.
    """
    read = not is_unreadable(report)
    return {
        "path": report.name,
        "verdict": report.verdict.value if read else None,
        "verdict_reasons": list(report.verdict.reasons),
        "verdict_cause": report.verdict.cause,
        "findings": [_finite(dataclasses.asdict(finding)) for finding in report],
        "counts": _finite(dict(report.counts)),
        "scores": {
            name: {"value": _finite(score.value), "reason": score.reason}
            for name, score in report.scores.items()
        },
        "problems": [dataclasses.asdict(problem) for problem in report.problems],
    }


def _finite(value: object) -> object:
    """Replace NaN and the infinities, which JSON does not know, by None."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, allow_nan=False)
