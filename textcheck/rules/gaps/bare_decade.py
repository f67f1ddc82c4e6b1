"""Decade left without its digits."""

from __future__ import annotations

from textcheck.rule import flags, passes, pattern

rule = pattern(
    r"""(?x)
    (?<![\w'’-])
    (?: (?i:the\s+)?(?i:early|late|mid|early-to-mid|mid-to-late)[\s-]+ | (?i:the|their|his|her|our|my)\s+ )
    (?P<gap>['’‘]?s|(?<=\b(?:early|late)\s)century)
    (?= \s+\w | \s*[,;:)] | \.(?:\s|$) | $ )
    (?! \s+in\s+[“"‘'] )
    (?! \s+s\b | \s+(?:sounds?|endings?|plural|at\s+the\s+(?:end|start|beginning))\b )
    """,
    message="No digits before the “{gap}” of a decade",
    why="The digits of a decade were dropped; take them from the source.",
    confidence=0.96,
    cases=[
        flags("It grew from [[the early s]] to the present."),
        flags("In [[the s]], when steam ruled, it closed."),
        flags("She was in [[her s]] when [[the s]] ended."),
        flags("Rents rose in [[the late s]]."),
        flags("The screen dates from [[the early century]]."),
        passes("It grew from the early 1990s to the present."),
        passes("In the '80s, when steam was gone, it closed."),
        passes("The s-process makes heavy nuclei."),
        passes("Cells in the S and G2 phases divide."),
        passes("The “s” is silent, and the s at the end is not."),
    ],
)
