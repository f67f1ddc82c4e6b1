"""Number that lost its first digits."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

rule = pattern(
    r"""(?x)
    (?<= [\s(“"‘] | [$£€¥] ) (?P<number> (?:,\d{3})+ ) (?![\d,])
    """,
    message="The first digits of “{number}” are missing",
    why="The beginning of a number was dropped; take the figure from the source.",
    scope=RUNNING_KINDS,
    cases=[
        flags("Some [[,000]] homes were left without power."),
        flags("The prize of $[[,500]] was shared."),
        flags("Turnout ([[,120,000]]) was low."),
        passes("Some 12,000 homes were left without power."),
        passes("His average of .186 was low."),
        passes("He came in 1980,000 others later."),
        passes("First ,second and third."),
        passes("The years 1980, 1990 and 2000."),
    ],
)
