"""Words that announce an age, with none behind them."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

_GOES_ON = "to|he|she|they|it|and|in|on|at|from|after|when|while|by|with|due|following"
_AGED_LIKE_CHEESE = r"the|an?|and|for|of|our|their|more|most|well|also|had|has|have|\p{L}+ly"
"""Words behind which “aged” needs no number."""

_LIVES = (
    r"lives?|lived|works?|worked|plays?|played|runs?|ran|suffers?|suffered|uses?|used|comes?|came|likes?|liked"
    r"|loves?|loved|swims?|swam|drives?|drove|teach(?:es)?|taught|writes?|wrote|walks?|walked|needs?|needed|wants?"
    r"|wanted|studies|study|studied|attends?|attended|sings?|sang|owns?|owned|takes?|took|enjoys?|enjoyed|cycles?"
    r"|retired|married|(?:has|have|had)\s+(?:an?|no|two|three|four|five|lived|worked|played|taught|known)"
)
"""What is told of people next to their age; not what is or remains so."""

rule = pattern(
    rf"""(?x)
    (?<![\w'’-])
      (?P<word> (?i: at|over|under|above|below|before|by|from|until|reached ) \s+ (?:the|an) \s+
        (?:(?:tender|early|young|ripe|old|average|median)\s+)? age \s+ of )
      (?= \s+(?:{_GOES_ON})\b | [,.;](?:\s|$) )
    | (?<! [\w'’-] | \b(?:{_AGED_LIKE_CHEESE})\s ) (?P<word> (?i: aged ) )
      (?= \s+(?:and|or)\s+(?:over|under|above|older|younger|up|below)\b
        | \s+to\s+(?:years|months|weeks|days)\b | \s+(?:years|months)\b(?!\s+ago) | \s+between\s+and\b
        | ,\s+(?:of(?!\s+course)|from|who)\s | ,\s+(?:was|is|has|had|died|were)\b )
    | (?<![\w'’-])
      (?P<word> (?i: (?:when|since|after|until|before)\s+(?:he|she|they)\s+(?:was|were|turned|is) ) )
      (?= \s+years\s+old\b )
    | (?<![\w'’-])
      (?P<word> (?i: (?:be|is|are|was|were) | (?:you|we|they)['’]re | s?he['’]s | I['’]m ) )
      (?= \s+or\s+(?:over|under|above|below|older|younger)
        (?:[.,;)]|$|\s(?:to|by|at|when|and|can|may|must|will)\b) )
    | (?<![\w'’-]) (?P<word> (?i: children|people|women|men|those|anyone|adults|pupils|students|residents
        |guests|passengers|visitors|pensioners|patients ) )
      (?= \s+(?:(?:and|or)\s+over|or\s+(?:older|younger))
        (?:[.;)]|$|\s(?:can|may|must|will|who|should|get|go)\b) )
      # “I’m and have a cat”: a short form of “be” ends no clause.
    | (?<![\w'’“"‘-])
      (?P<word> I['’]m | (?:[Yy]ou|[Ww]e|[Tt]hey)['’]re | (?:[Ss]?he|S?He)['’]s )
      (?= \s+and\s+(?:still|(?:have|has)(?!\s+(?:always|never|ever|been))|had|{_LIVES})\b(?!['’/]) )
    | (?<![\w'’-]) (?P<word> who\s+(?:is|was) ) (?= \s+and\s+(?:still\s+)?(?:{_LIVES})\b )
    | (?: ^ | (?<=[.!?]\s) ) (?P<word> (?:(?:He|She|I)\s+(?:is|was|am)|(?:They|We|You)\s+(?:are|were)) )
      (?= \s+and\s+(?:still\s+)?(?:{_LIVES})\b )
    """,
    message="No age after “{word}”",
    why="An age was dropped and the blanks around it tidied; take it from the source.",
    scope=RUNNING_KINDS,
    confidence=0.93,
    cases=[
        flags("He left school [[at the age of]] to work in the foundry."),
        flags("Voters [[aged]] and over can apply; a teacher, [[aged]], of Leeds, was hurt."),
        flags("It is for children [[aged]] to years and adults [[aged]] between and."),
        flags("She married [[at the age of]]."),
        flags(
            "Applicants must [[be]] or over. If you [[are]] or under, ask. Seats are for [[those]] or older."
        ),
        flags(
            "My aunt, [[who is]] and lives here, skis. [[I’m]] and have a cat. [[She was]] and had no kin."
        ),
        passes("He is and remains a rogue who was and is loved. She is and has been well. It is who he is."),
        passes("I'm and always will be her friend; she's and has always been mine."),
        passes("Learners mix up I'm and I've, or they're and their. He knew who was and who was not."),
        passes(
            "Take it as it is or over there. To be or not to be; women and younger men. It is or was over."
        ),
        passes("Beautifully aged, of excellent balance, the wine is worth it."),
        passes("He left school at the age of fifteen to work in the foundry."),
        passes("Voters aged 18 and over can apply."),
        passes("At the age of the dinosaurs, it was a swamp."),
        passes("He cares for the aged, who have no kin, and the aged and over-tired."),
        passes("The cheese is aged in caves, and aged between boards."),
        passes("She was well aged, from the look of it."),
    ],
)
