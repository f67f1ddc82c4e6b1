from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from textcheck.document import Document


def _check_map(document: Document) -> None:
    source, prose = document.source, document.prose
    position = source_position = 0
    for segment in document.segments or ():
        assert segment.prose_start == position < segment.prose_end
        assert source_position <= segment.source_start <= segment.source_end <= len(source)
        position, source_position = segment.prose_end, segment.source_end
        if segment.verbatim:
            assert (
                prose[segment.prose_start : segment.prose_end]
                == source[segment.source_start : segment.source_end]
            )
    assert document.segments is None or position == len(prose)
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(prose)
        assert not document.text(block).startswith((" ", "\t", "\n"))
        assert not document.text(block).endswith((" ", "\t", "\n"))
        end = block.end
        # Patterns for RE2 rely on it: see `textcheck.relax`.
        assert not re.split(r"[\r\n]", prose[end:], maxsplit=1)[0].strip()
        for sentence in document.sentences(block):
            assert block.start <= sentence.start < sentence.end <= block.end


@pytest.fixture(scope="session")
def check_map() -> Callable[[Document], None]:
    """Check what holds for every document: parts in order and in bounds, verbatim text equal."""
    return _check_map
