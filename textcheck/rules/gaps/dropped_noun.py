"""Article with no noun before the next clause."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

rule = pattern(
    r"""(?x)
    (?<![\w’'“"‘-]) (?P<span> (?P<article> an? ) \s+ (?P<next> which|who|whose|located|situated ) )
    (?![\w’'-])
    """,
    message="No noun between “{article}” and “{next}”",
    why="A name or a link was dropped together with its text.",
    scope=RUNNING_KINDS,
    confidence=0.85,
    severity="warning",
    cases=[
        flags("The Silverleaf was [[a which]] served in the war."),
        flags("The park is [[a located]] on the coast."),
        flags("He met [[a who]] had known her."),
        passes("The Silverleaf was a tug which served in the war."),
        passes("The letter “a” which begins it is red."),
        passes("Vitamin A was found in it."),
        passes("A who's who of the trade was there."),
        passes("It is located on the coast."),
    ],
)
