"""Preposition that a date should follow, before a stop or a conjunction."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern

_ENTERED = (
    "go|goes|going|went|gone|come|comes|coming|came|creep|crept|look|looks|looking|looked|let|lets|put|puts|putting"
    "|take|takes|took|taken|give|gives|giving|gave|given|fill|fills|filling|filled|hand|hands|handed|log|logs|logged"
    "|sign|signs|signed|step|steps|stepped|walk|walks|walked|move|moves|moving|moved|settle|settled|join|joins|joined"
    "|check|checks|checked|bring|brings|brought|send|sends|sent|turn|turned|call|calls|called|drop|drops|dropped|sit"
    "|sat|sew|sewn|weave|wove|breathe|breathed|sink|sank|drink|drank|cave|caved|chip|chipped|tune|tuned|plug|plugged"
    "|lean|leaned|leant|pour|poured|pitch|pitched|zoom|zoomed|butt|stay|stayed|all|round|back|half|right|straight|be"
    "|is|are|am|it|them|him|her|me|us|you|that|this|which"
)
_FULL = (
    "fond|sure|full|aware|capable|proud|afraid|tired|short|heard|hear|thought|think|speak|spoke|spoken|made|out|top"
    "|because|inside|outside|ahead|instead|both|all|some|most|none|dream|dreamt|dreamed|worthy|unheard|taken"
)

_PASSED = (
    "go|goes|going|went|gone|pass|passed|passing|stand|stood|come|came|get|got|drop|dropped|close|near|swear"
    "|swore|abide"
)
_AMOUNTS = "was|were|is|are|at|for|of|by|to|in|with|[Cc]osts?|worth|rose|fell|paid"

rule = pattern(
    rf"""(?x)
    (?<![\w'’-])
    (?P<span>
      (?P<word> In|Since|By|From|Until|During ) , (?=\s)
    # Not what belongs to a verb or an adjective: “to go by”, “looked in,”, “fond of.”
    | (?<! \b(?:to|that|what|where|who|which|whom|ever|long)\s | \bto\s\p{{L}}{{2,12}}\s )
      (?: (?<! \b(?:{_ENTERED})\s | ['’](?:m|s|re)\s ) (?P<word> in )
        | (?<! \b(?:{_FULL})\s ) (?P<word> of )
        | (?<! \b(?:come|comes|came|away|far)\s ) (?P<word> from )
        | (?<! \b(?:in)\s ) (?P<word> between )
        | (?<= \b(?:{_AMOUNTS})\s ) (?P<word> about|over )
        | (?<! \b(?:{_PASSED})\s ) (?P<word> by )
        | (?P<word> since|until|than )
      ) (?= [.,;)](?:\s|$|[”"’)]) )
    | (?<! \b(?:{_ENTERED})\s | ['’](?:m|s|re)\s ) (?P<word> in ) \s+ and (?=\s)
    | (?<! \b(?:in|to)\s | \bto\s\p{{L}}{{2,12}}\s ) (?P<word> from|since|until|between ) \s+ and (?=\s)
    | (?P<word> from ) \s+ (?= to\s+\w )
    )""",
    message="No number or date after “{word}”",
    why="A number or a date was dropped and the blanks around it tidied; take it from the source.",
    scope=RUNNING_KINDS,
    clue=True,
    confidence=0.6,
    severity="warning",
    cases=[
        flags("The bridge was built [[in]]."),
        flags("[[In,]] the firm moved to Leeds."),
        flags("It grew [[from ]]to nine members; he left [[in and]] died at sea."),
        passes("The bridge was built in 1902."),
        passes("In 1902, the firm moved to Leeds."),
        passes("In it, of course, there is room."),
        passes("It grew from five to nine members."),
        passes("He went by and left. She looked in, and came in and sat down; he let her in."),
        passes("There is nothing to go by, and nobody to write about. She is fond of. What about?"),
        passes("The leaves lay in between, and I had a photograph to work from and that was it."),
    ],
)
