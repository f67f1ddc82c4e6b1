"""Name left out behind its title or before its apostrophe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.rule import flags, lazy, passes, pattern

if TYPE_CHECKING:
    from textcheck.rule import Match

_TITLE = "Mrs|Ms|Mr|Messrs|Smt"
_BEHIND_NAME = (
    "in|at|on|for|to|from|by|before|after|said|says|told|asked|added|has|had|will|would|left|who|if|when|with|about"
    "|also|did|does|declared|proposed|seconded|thanked|gave|reported|agreed|explained|replied|smiled|went|came|took"
    "|moved|arrived|died|taught|sat|stood"
)
_PARTICLE = "de|da|di|du|la|le|van|von|der|den|bin|bint|ibn|ben|al|el|ul|dos|del|ap|af|av|zu|ter|ten|and|or"
_BY_COUNCILLOR = (
    r"by|to|from|with|that|thanked|told|when|ask|asked|contact|call|and|seconded|proposed|as|while"
)
_CONTRACTED = (
    "all|alright|right|okay|ok|fine|good|bad|nothing|not|no|been|me|my|mine|it|what|that|this|true|just|only|why|how"
    "|like|funny|wonderful|marvellous|marvelous|now|in|on|at|too|so|where|got|cold|hot|nice|gone|going|over|easy|hard"
    "|the|an?|up|out|off|never|always|still|more|enough|death|blood|wounds|life|body|nails|lids|for|to|as|about"
    "|and|or|of|is|forms?|endings?|sounds?"
)
"""What stands behind “is” in “’s all right”, or behind the ending where it is spoken of."""

_OWNED = rf"\s+(?!(?:{_CONTRACTED})\b)\p{{Ll}}{{3,}}"
_VERB = r"was|were|is|are|has|had|will|came|won|took|made|\p{Ll}+ed"
_BEFORE_POSSESSOR = (
    "of|to|by|from|with|in|on|at|for|after|before|over|under|against|near|said|see|into|behind|through|beside|around"
    r"|\p{Ll}{3,}ed"
)
_KIN = (
    "wife|husband|children|child|sons?|daughters?|brothers?|sisters?|parents|partner|mother|father|nephews?|nieces?"
    "|colleagues?|friends?|grandsons?|granddaughters?|grandchildren|team-?mates?|co-?stars?"
)
_SURVIVORS = (
    "grandchildren|great-grandchildren|children|sons|daughters|brothers|sisters|nieces|nephews|cousins|grandsons"
    "|granddaughters|stepchildren"
)
_NUMBER = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|many|her|his|their"

_SPOKEN_OF = lazy(
    r"(?i)\b(?:titles?|prefix(?:es)?|honorifics?|abbreviat\w+|styled?|words?|terms?|uses?|using|called|calls?"
    r"|writes?|drop\w*|pronounc\w+|surnames?|marital|married\s+name|salutation|Miss\s+or|instead\s+of|suffix"
    r"|possessives?|apostrophes?|genitives?|contractions?|tokens?|manuscripts?)\b"
)
"""Words of a text that speaks of titles and endings themselves."""

_AROUND = 200
"""Code points on either side of a title in which such a word tells."""


def _lacks_name(match: Match) -> bool:
    """Tell a title without a name from one that is spoken of."""
    start, end = match.span()
    around = max(start - _AROUND, 0), end + _AROUND
    return match["letter"] is not None or _SPOKEN_OF.search(match.string, *around) is None


rule = pattern(
    rf"""(?x)
    (?: (?<! [\w'’“"‘-] | \b(?:the|an?|this|that|new|every|no|or|and|de|as|be|my|his|her)\s )
      (?: (?P<span> {_TITLE} ) \.? (?= \s+(?:{_BEHIND_NAME})\b )
        | (?: ^ | (?<= [.!?;:,]\s | \b(?:{_BY_COUNCILLOR})\s ) )
          (?P<span> Cllr ) \.? (?= \s+(?!(?:{_PARTICLE})\b)\p{{Ll}}{{2,}} )
      )
      # “The chairman, Mr, said”
    | (?<= \b(?:[Tt]he|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir)\s(?:\p{{L}}+\s){{0,2}}\p{{L}}+,\s )
      (?P<span> Shri|Smt|Mr|Mrs|Ms|Cllr|Messrs|Sgt ) \.? (?= ,\s+\p{{Ll}} )
      # A letter
    | ^ (?P<letter> Dear ) \s+ (?P<span> (?:Mr|Mrs|Ms)\.? (?:\s+(?:and|&)\s+(?:Mr|Mrs|Ms)\.?)? )
      (?= \s?,? \s* (?:$|\n) )
    | ^ (?P<letter> (?P<span> Dear ) ) (?= \s,\s*(?:$|\n) )
      # “spilled ’s drive”
    | (?: ^ | (?<= [.!?]["”’]?\s{{1,2}} ) )
      (?P<span> ['’]s ) (?= {_OWNED}(?:\s+\p{{Ll}}+){{0,3}}?\s+(?:{_VERB})\b )
    | (?<= \b(?:{_BEFORE_POSSESSOR})\s{{1,2}} ) (?P<span> ['’]s ) (?= {_OWNED} )
      # “her daughters, and, six grandchildren”
    | (?<= \b\p{{Ll}}{{3,}} ) (?P<span> ,\s+and, )
      (?= \s+(?:{_NUMBER})\s+(?:\p{{Ll}}+\s+)?(?:{_SURVIVORS})\b(?!\s+later) )
    | (?<= \b(?:his|her|their|by)\s(?:\p{{Ll}}+\s){{0,2}}(?:{_KIN}) ) (?P<span> ,\s+and (?=[.;]) )
    )""",
    message="No name at “{span}”",
    why="A name was dropped with its markup or by an anonymiser; take it from the source.",
    where=_lacks_name,
    spacing=True,
    confidence=0.9,
    cases=[
        flags("For the key, please ask [[Mrs]] in the kitchen. [[Cllr]] declared an interest and left."),
        flags("The secretary, [[Shri]], assured the members. [[Ms]] said that the roof would be mended."),
        flags("Dear [[Mr and Mrs]]\n\nThank you for your letter."),
        flags("Dear [[Ms]],\n\nThank you for your letter."),
        flags("The keeper saved [[’s]] header with one hand. [['s]] second goal came late."),
        flags("He leaves his sons[[, and,]] five grandchildren. She is survived by her sister[[, and]]."),
        passes("Mrs de Winter asked Mr and Mrs Hall; the title Mrs in front of her name; a Mr in the hall."),
        passes("’s all right, he said. The possessive 's is short; ’s blood was an oath."),
        passes("They came, and, in time, left; and, six months later, he died."),
        passes("Dear Sir,\n\nThe Cllr left the room, and Cllr Hall stayed."),
        passes("He put the 's there; it 's late."),
    ],
)
