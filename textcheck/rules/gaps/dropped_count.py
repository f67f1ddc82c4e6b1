"""Approximate count or total without its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import COUNTED, PLURAL_PERIOD, QUANTIFIERS, is_number_word

if TYPE_CHECKING:
    from textcheck.rule import Match

_COMPARES = (
    "think|know|knew|reali[sz]ed?|expect|imagine|believe|understand|might|may|would|could|should|can|ever|like"
    "|want|need"
)
"""Verbs of the clause that “more than people” may compare with."""

_HURT = (
    "died|dead|killed|injured|wounded|missing|drowned|hurt|attended|fled"
    r"|(?:were|was|are|have\s+been|has\s+been)\s+(?:killed|injured|hurt|wounded|arrested|evacuated|displaced"
    "|missing|dead|rescued|detained|trapped|hospitali[sz]ed|feared|known|believed|confirmed)"
)
_PAST = (
    r"\p{Ll}{2,}ed|were|was|have|had|came|took|went|gave|made|left|met|ran|won|lost|saw|got|fell|grew|stood"
)
_TAKES_COUNT = (
    "employ(?:s|ed|ing)?|seat(?:s|ed|ing)?|sold|sells?|attract(?:s|ed|ing)?|drew|killed|killing|injured|injuring"
    "|wounded|wounding|displaced|displacing|hired?|recruit(?:s|ed)?|trained|planted|surveyed|interviewed|enrolled"
)
"""Verbs that go with no “over shops” or “around the house” of their own."""

_TAKES_LIMIT = (
    f"{_TAKES_COUNT}|serves?|served|houses?|housed|produce[sd]?|operate[sd]?|created?|creating|delivered|shipped"
    "|built|collected|gathered|holds?|held|carries|carried|host(?:s|ed)|published|won|scored|lost"
)
"""Verbs whose object may be counted, behind words that mean nothing but a number."""

_TOOK_MOST = (
    "employ(?:s|ed|ing)|sold|attracted|drew|killed|injured|wounded|displaced|hired|recruited|trained|planted|surveyed"
    "|interviewed|enrolled|served|housed|produced|created|delivered|shipped|built|collected|gathered|published"
)
"""Those that go with “more than words” in the present tense only."""

_TAKES_MOST = (
    "cut|cuts|cutting|lose|losing|create|creating|add|adding|hire|hiring|shed|shedding|house|carry|seat|hold"
    "|accommodate|employ|kill|killed|injure|affect|affecting|support"
)
"""Verbs behind which “up to” limits a number and leads to no place."""

_SCORED = "points|rebounds|assists|goals|yards|runs|wickets|saves|strikeouts|tackles"
_ADJECTIVE = r"(?:(?P<adjective>\p{Ll}+)\s)?"
_PLURAL = (
    rf"{_ADJECTIVE}(?:\p{{Ll}}{{3,}}s(?<!ss|us|is|always|perhaps|besides|wards|sometimes|plus|across)"
    r"|people|men|women|children)"
)
_BEHIND_PLURAL = "in|at|to|from|by|on|for|with|were|are|have|who|which"
_ENDS_COUNTED = (
    rf"(?= \s*[.,;] | $ | \s(?:{_BEHIND_PLURAL})\b"
    rf" | \sand\s\p{{Ll}}+s(?<!ss|us|is)(?:\s*[.,;]|$|\s(?:{_BEHIND_PLURAL})\b) )"
)
"""What tells “an extra vehicles and trailers at” from “an extra goods and services tax”."""

_SINGULAR = "(?<!means|series|species|news|ics|as|os|lens|works|quarters|barracks|goods|sports)"
_DUTY = "must|shall|should|may|will|payable|paid|due|required|entitled"
_SERVED = "notice|letter|order|agreement|invoice|decision|policy|contract"
_FIXED_TERM = "imprisonment|penal\\s+servitude|hard\\s+labour|probation|community\\s+service"
_COUNTS = QUANTIFIERS | {"all", "both", "enough", "half"}


def _is_uncounted(match: Match) -> bool:
    adjective = match["adjective"]
    if adjective is None:
        return True
    # “Nearly equal rates”: what is nearly so may as well be the adjective.
    if match["word"].lower() in {"nearly", "almost"}:
        return False
    return not (is_number_word(adjective) or adjective in _COUNTS or adjective.endswith("ly"))


rule = pattern(
    rf"""(?x)
    (?P<span>
      # Words that mean nothing but a number
      (?<![\w'’-]) (?P<word> (?i: approximately|an?\s+estimated|as\s+many\s+as ) ) \s+
        (?P<noun> {_ADJECTIVE}(?:{COUNTED}) ) \b
    | (?<![\w'’-]) (?P<word> (?i: an?\s+total\s+of ) ) \s+ (?P<noun> {_PLURAL} ) \b
    | (?<![\w'’-]) (?P<word> (?i: an? ) \s+ (?:career|season|game|team|match)-high ) \s+
        (?P<noun> {_SCORED} ) \b (?! \s+(?:total|tally|haul) )
      # “But at least people knew” begins a clause; “killed at least people” does not.
    | (?<! [,;.—–]\s|but\s|and\s | ^ | [\w'’-] ) (?P<word> at\s+least ) \s+ (?P<noun> {COUNTED} ) \b
    | (?<![\w'’-]) (?P<word> (?i: at\s+least ) ) \s+ (?P<noun> {COUNTED} ) (?= \s+(?:{_HURT})\b )
      # At the head of a sentence
    | (?<![\w'’-]) (?P<word> (?: More|Fewer|Less ) \s+ than ) \s+ (?P<noun> {COUNTED} ) \b
        (?! \s+(?:{_COMPARES}|who|that|in|of|on)\b | , )
    | (?<![\w'’-]) (?P<word> (?: More|Fewer|Less ) \s+ than|Nearly|Almost|Up\s+to|As\s+many\s+as|About ) \s+
        (?P<noun> \p{{Ll}}{{3,}}s(?<!ss|us|is) ) (?= \s+(?:{_PAST})\b )
      # Behind a verb or a preposition
    | (?<= \b(?:{_TAKES_COUNT})\s ) (?P<word> about|around|over ) \s+ (?P<noun> {_PLURAL} ) \b
    | (?<= \b(?:{_TAKES_LIMIT})\s )
        (?P<word> nearly|almost|roughly|up\s+to|fewer\s+than ) \s+ (?P<noun> {_PLURAL} ) \b
    | (?<= \b(?:{_TOOK_MOST})\s ) (?P<word> (?:more|less)\s+than ) \s+ (?P<noun> {_PLURAL} ) \b
    | (?<= \b(?:{_TAKES_MOST})\s ) (?P<word> up\s+to ) \s+ (?P<noun> {COUNTED} ) \b
    | (?<= \b(?:with|has|have|had|by|in)\s ) (?P<word> (?:fewer|more|less)\s+than ) \s+
        (?P<noun> {COUNTED} ) \b
    | (?<= \b(?:has|have|had|with|by|of|from|between|among|for)\s ) (?P<word> nearly|almost|roughly ) \s+
        (?P<noun> {_PLURAL} ) \b
    | (?<= \b(?:has|have|had|with)\s ) (?P<word> about|around ) \s+
        (?P<noun> \p{{Ll}}{{3,}}s(?<!ss|us|is) ) (?= \s+and\s+\p{{Ll}}+s\b )
    | (?<= \p{{Ll}}(?:[deyt]|en|ing)\s ) (?P<word> as\s+many\s+as ) \s+
        (?P<noun> (?:new|additional|other|more|local|foreign) \s+ \p{{Ll}}{{2,}}s ) \b
      # Of time
    | (?<= \b(?:in|for|within|after|took|takes?|lasted|lasts|under)\s )
        (?P<word> (?:less|more|fewer)\s+than|at\s+least ) \s+ (?P<noun> {PLURAL_PERIOD} ) \b
    | (?<= \b(?:sentenced|jailed|imprisoned)\b [^.,;]{{0,30}} ) (?<![\w'’-]) (?P<word> to|for ) \s+
        (?P<noun> days|weeks|months|years ) (?= \s+(?:in|of|behind)\b )
    | (?<![\w'’-]) (?= within\s ) (?<= \b(?:{_DUTY})\b [^.;]{{0,140}} )
        (?P<word> within ) \s+ (?P<noun> {PLURAL_PERIOD} )
        (?= \s+(?:of|after|from)\s+(?:this\s+(?:{_SERVED})|(?:the\s+)?(?:receipt|service|date)|receiving)\b )
    | (?<![\w'’-])
        (?P<word> (?i: giv(?:e|es|en|ing)|at\s+least|(?:less|more)\s+than|requires?|subject\s+to ) ) \s+
        (?P<noun> (?:days|weeks|months)['’] \s+ (?:(?:clear|prior|written)\s+){{0,2}} notice ) \b
    | (?<![\w'’-])
        (?P<word> (?i: at\s+least|minimum(?:\s+of)?|over|nearly|almost|more\s+than|a\s+total\s+of ) ) \s+
        (?P<noun> (?:years|months)['’] \s+ (?:\p{{Ll}}+\s+)? experience ) \b
    | (?<![\w'’-]) (?P<word> to ) \s+ (?P<noun> (?:months|years)['’] \s+ (?:{_FIXED_TERM}) ) \b
      # “An extra” is of one thing.
    | (?<![\w'’-]) (?P<word> (?i: an\s+(?:extra|additional)|a\s+further ) ) \s+
        (?P<noun> {_PLURAL}{_SINGULAR} ) \b {_ENDS_COUNTED}
    )""",
    message="No number between “{word}” and “{noun}”",
    why="A number was dropped and the blanks around it tidied; take it from the source.",
    where=_is_uncounted,
    scope=RUNNING_KINDS,
    confidence=0.9,
    cases=[
        flags("The storm left [[at least people]] dead."),
        flags("[[An estimated homes]] were lost, and [[approximately residents]] fled."),
        flags("The blast wounded [[as many as workers]]; the jury took [[less than hours]]."),
        flags("[[More than people]] attended. The firm will cut [[up to jobs]]."),
        flags("He scored [[a career-high points]] and was sentenced [[to months]] in prison."),
        flags(
            "The plant employs [[around people]], fought by [[nearly firefighters]]; [[a total of concerts]]."
        ),
        flags("[[Nearly pupils]] took part; the club, with [[fewer than members]] left, closed."),
        flags(
            "They keep [[an extra goods vehicles]] and trailers at the yard; [[a further beds]] are planned."
        ),
        flags("Appeals must be made in writing [[within days]] of the date of service."),
        flags("Either side may end it by [[giving months’ notice]]; we ask [[at least years’ experience]]."),
        flags("The court sent him [[to years’ imprisonment]]. Pay [[a further instalments]]."),
        passes("The storm left at least nine people dead."),
        passes("An extra three days; an extra large fries, please; an additional savings account."),
        passes("An additional goods and services tax; a further means of help; an extra series in spring."),
        passes("Within days of his arrival he fell ill; it may snow within hours of the thaw."),
        passes(
            "He was given a few days’ notice. After years’ imprisonment and ten years’ experience, he left."
        ),
        passes("It rained, but at least people knew it would; more than people think."),
        passes("Boys and girls had nearly equal rates of schooling."),
        passes("The firm makes and sells more than cookers; at least some people were safe."),
        passes("An estimated 300 homes were lost."),
        passes("Approximately half of the residents fled."),
        passes("As many workers as residents came; he is by nearly always being late."),
        passes("A total of some fifty concerts; she had about as much to do."),
    ],
)
