"""Word that asks for a number, before what should be counted, in text that lost its numbers."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import COUNTED, PLURAL_PERIOD

_ASKS_FOR_NUMBER = (
    r"approximately|about|around|roughly|nearly|almost|over|just\s+over|well\s+over|up\s+to|at\s+least"
    r"|(?:more|fewer|less)\s+than|as\s+many\s+as|an?\s+(?:estimated|additional|total\s+of)"
    "|leaving|last|past|next|another|within|every"
    "|(?:arrest|kill|wound)(?:s|ed|ing)|(?:injur|displac)(?:es|ed|ing)"
)

rule = pattern(
    rf"""(?x)
    (?<![\w'’-])
    (?: (?P<word> (?i: {_ASKS_FOR_NUMBER} ) ) \s+ (?P<noun> {COUNTED}|{PLURAL_PERIOD} )
    | (?P<word> (?i: and ) ) \s+ (?P<noun> others )
    | (?P<word> (?i: with|has|have|had ) ) \s+ (?P<noun> years['’] \s+ experience )
    ) \b""",
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
        flags("A chef [[with years’ experience]] of pastry."),
        passes("A chef with ten years’ experience of pastry."),
        passes("The fire killed nine people and died within three hours."),
        passes("At least some people were safe."),
        passes("An estimated 300 homes were lost."),
        passes("Approximately half of the residents fled."),
        passes("As many workers as residents came."),
    ],
)
