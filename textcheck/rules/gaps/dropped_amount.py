"""Amount left out where its rate, or what it is compared with, is left."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import CURRENCY_SIGN

_NOW = rf"(?:now|NOW)\s+(?:(?:only|just|from)\s+)?[\d{CURRENCY_SIGN}]|our\s+price\b"
_RATE = (
    r"(?:calendar\s+month|month|week|day|year|hour|annum|minute|second|night|head|person|visit|unit|item|kilo|kg"
    r"|kilogram(?:me)?|tonne|ton|lit(?:re|er)|gallon|mile|km|kilomet(?:re|er)|acre|hectare|pupil|student|child"
    r"|ticket|couple|share|barrel|ounce|square\s+(?:foot|met(?:re|er)|mile)|employee|household|quarter|term|session"
    r"|copy|lesson|room|family|passenger|customer)"
)
_BEHIND_RATE = (
    r"\s*[.,;)!?](?!\d) | $"
    r" | \s(?:and|in|for|on|from|to|at|by|with|plus|which|or|but|if|when|is|was|shall|will)\b"
)
_COSTS = (
    r"costs?|costing|pays?|paid|paying|charges?|charged|charging|worth|priced|fetch(?:es|ed)?|spends?|spent"
)
_ABOUT = r"about|around|approximately|roughly|nearly|almost|up\s+to|more\s+than|less\s+than|at\s+least"
_ONCE = r"visit|head|night|go|session|lesson|ticket|bottle|copy|person|piece|plate|pint|seat|room|carton"
_GROUP = (
    r"team|staff|crew|group|party|band|class|family|brewery|company|firm|squad|crowd|congregation|household"
    r"|workforce|choir|cast|panel|committee|flock|herd|pack|fleet|club|village|town|population|total|audience"
)
_NUMBER = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+"
_EVENT = (
    r"fair|sale|appeal|raffle|auction|concert|event|walk|run|gala|quiz|collection|campaign|fund-?raiser|evening"
    r"|dinner|match|fête|fete|swim|ride|marathon"
)
_BEHIND_RAISED = (
    r"which|thanks\s+to|beating|up\s+from|down\s+from|more\s+than|less\s+than|a\s+record|all\s+of"
)

rule = pattern(
    rf"""(?x)
    (?<![\w'’-])
    (?: (?P<span> of|about|around|approximately|from|at|than|costs|earns )
      (?= \s+per\s+{_RATE}(?:{_BEHIND_RATE}) )
      # “It costs us about a visit”
    | (?<= \b(?:{_COSTS})\s(?:(?!to\b)[\p{{L}}’'-]+\s){{0,2}} ) (?P<span> {_ABOUT} )
      (?= \s+(?:each|apiece|an?\s+(?:{_ONCE}))(?:{_BEHIND_RATE}) )
    | (?<= \b(?:at|for|from|sold|sells?)\s ) (?P<span> {_ABOUT} ) (?= \s+(?:each|apiece)\s*[.,;)] )
      # “Was, now £20”
    | (?: (?<= [.!?–|(]\s? ) | ^ ) (?P<span> Was|WAS|RRP|Were )
      (?= ,\s+(?:{_NOW}) )
    | (?: (?<= [.!?:]\s ) | ^ )
      (?P<span> (?:We|They)(?:\shave|['’]ve)?(?:\s(?:also|together))?\s(?:raised|donated|spent) )
      (?= ,\s+(?:{_BEHIND_RAISED})\b )
    | (?: (?<= [.!?:]\s ) | ^ )
      (?P<span> (?:The|Our|This|A)\s(?:(?!(?:our|the|my|we|they|that|an?)\b)\p{{L}}[\p{{L}}’'-]*\s){{0,3}}
        (?:{_EVENT})\s(?:has\s)?raised )
      (?= ,\s+(?:{_BEHIND_RAISED})\b )
      # “It came to, of which half was spent”
    | (?P<span> to|of|at|by|over|about|than|nearly|totall?ing|worth )
      (?= ,\s+(?:(?:most|some|half|all)\s+)?of\s+(?:which|whom)\s+(?!(?:I|he|she|we|they|you|it)\b) )
    | (?<= \b(?:an?|the)\s(?:[\p{{L}}-]+\s){{0,3}}(?:{_GROUP})\s ) (?P<span> of )
      (?= ,\s+(?:{_NUMBER})\s+\p{{Ll}}+s\b )
    )""",
    message="No amount after “{span}”",
    why="A price, a sum or a number was dropped; take it from the source.",
    scope=RUNNING_KINDS,
    confidence=0.9,
    cases=[
        flags("The fee [[of]] per calendar month is due on the first; tickets start [[from]] per person."),
        flags("A lesson costs the school [[about]] a session, and the books are sold at [[about]] each."),
        flags("Stand mixer, red. [[Was]], now £180."),
        flags("[[We raised]], which is a record. [[The summer fair raised]], thanks to you all."),
        flags("The bill came [[to]], of which a third was for the roof."),
        flags("They are a family [[of]], two cats and a parrot."),
        passes("A growth of per capita income; the price is per person; it is charged per month."),
        passes(
            "Was, now that I think of it, he late? The place he came to, of which he knew nothing, is far."
        ),
        passes("It cost about a pound and took about a week; a sum of per pupil funding; paid a month ago."),
        passes("The money we raised, which went to the roof, was well spent. It was, now and then, late."),
        passes("We paid, which was fair. The questions raised, which were many, went unanswered."),
        passes("It is the sort of, well, two dogs that he dreamt of, of all things."),
    ],
)
