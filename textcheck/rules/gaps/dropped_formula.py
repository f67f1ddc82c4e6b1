"""Formula or symbol left out of the sentence that speaks of it."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

rule = pattern(
    r"""(?x)
    (?<![\w’'-])
    (?P<span>
      Let \s+ (?: be\s+(?:an?|the|any|some) | denote\s+the | and\s+be ) \b
    | (?: Suppose|Assume ) \s+ (?:that\s+)? (?:is|are) \s+ an? \b
    | (?: where|and|here|Here ) \s+ denotes? \s+ (?= (?:the|an?)\b )
    | (?: (?:in|of)\s+the\s+form|by\s+the\s+formula|the\s+equation|the\s+expression ) \s+
      (?: where\b | for\s+(?:all|some|any)\b | , | \.(?=\s|$) )
    | (?: for\s+(?:all|any|every|each|some)|such\s+that|if\s+and\s+only\s+if ) \s+ [.,] (?=\s|$)
    )""",
    message="No formula in “{span}”",
    why="A formula was dropped by a step that kept the words only; take it from the source.",
    scope=RUNNING_KINDS,
    confidence=0.93,
    cases=[
        flags("[[Let be a]] group of order two."),
        flags("It holds, [[where denotes ]]the mean."),
        flags("It can be written [[in the form where]] the sum is finite."),
        flags("[[Suppose that is a]] prime; then it holds [[for all ,]] as shown."),
        passes("Let G be a group of order two."),
        passes("It holds, where m denotes the mean."),
        passes("Let it be a lesson; let be what is."),
        passes("He filled in the form, where he could."),
        passes("Suppose that he is a fool. For all that, he won."),
    ],
)
