"""Word that asks for a number, before what should be counted, in text that lost its numbers."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import COUNTED

rule = pattern(
    rf"""(?x)
    (?<![\w'’-])
    (?P<word> (?i: at\s+least|more\s+than|fewer\s+than|less\s+than|approximately|up\s+to
        |an?\s+(?:estimated|additional|total\s+of)|as\s+many\s+as|nearly|almost|around|over|about|roughly
        |just\s+over|well\s+over|kill(?:s|ed|ing)|injur(?:es|ed|ing)|wound(?:s|ed|ing)|displac(?:es|ed|ing)
        |arrest(?:s|ed|ing)|leaving|last|past|next|another|within|every|and(?=\s+others)) )
    \s+
    (?P<noun> {COUNTED}|seconds|minutes|hours|days|weeks|months|years )
    \b""",
    message="No number between “{word}” and “{noun}”",
    why="A number was dropped and the blanks around it tidied; take it from the source.",
    scope=RUNNING_KINDS,
    clue=True,
    confidence=0.6,
    severity="warning",
    cases=[
        flags("The fire [[killed people]] and died [[within hours]]."),
        flags("It took [[more than days]] and drew [[about students]]."),
        flags("A driver [[and others]] were hurt over the [[past weeks]]."),
        passes("The fire killed nine people and died within three hours."),
        passes("At least some people were safe."),
        passes("An estimated 300 homes were lost."),
        passes("Approximately half of the residents fled."),
        passes("As many workers as residents came."),
    ],
)
