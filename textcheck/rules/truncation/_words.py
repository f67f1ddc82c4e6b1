"""Words that tell where a sentence was cut, as alternatives for a pattern, by what they tell.

Every list is tried at the end of a text, after a word boundary. Add a word to the surest list that
holds for it: `BEFORE_STOP`, `DECISIVE`, `WEAK`; add a phrase that is complete all the same to `COMPLETE`.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from textcheck.rules.encoding._words import common_words
from textcheck.vocabulary import SPEECH_VERB

if TYPE_CHECKING:
    from collections.abc import Sequence

BEFORE_STOP = (
    "the|an|your|our|their|whose|every|and|or|because|than|although|whereas|whether|unless|despite"
    r"|of\s+its|in\s+its|to\s+its|(?:in|of|to|for|with|at|by|from)\s+a|so\s+that|as\s+well\s+as"
    r"|according\s+to|due\s+to|in\s+order\s+to|such\s+as\s+the"
)
"""Words that do not stand before a full stop even where a sentence ends in a preposition."""

DECISIVE = (
    rf"{BEFORE_STOP}|a|its|my|nor|but|(?<!\b(?:as|what|and)\s)if|(?<=,\s)(?:who|which|when|while|where|whom|as)"
    r"|until|lest|amid|via|per|among|amongst|into|onto|during|between|towards?"
    r"|against|including|regarding|concerning|such\s+as|because\s+of|instead\s+of|(?:a|the)\s+number\s+of|who\s+had|(?:an?|the|his|her|their|its|former)\s+(?:\p{Ll}+\s+){1,2}(?:who|whom)|which\s+(?:is|was|are|were|has|had)"
    r"|(?:is|was|are|were|been|be|being)\s+(?:the|a|an|\p{Ll}+(?:ed|en|lt|id|nt|ght)\s+by)"
)
"""Words that leave a sentence open where neither a stop nor another word follows."""

AUXILIARY = (
    "is|was|are|were|be|been|has|have|had|will|would|can|could|should|may|might|must|shall|does|did|cannot"
    "|doesn['’]t|didn['’]t|won['’]t|wouldn['’]t|isn['’]t|wasn['’]t|aren['’]t|weren['’]t"
)

WEAK = (
    rf"{AUXILIARY}|of|in|on|at|to|for|from|by|with|since|till|as|over|under|about|around|after|before|through"
    "|within|without|across|above|below|near|like|upon|that|which|who|whom|when|while|where|if|(?<!or\\s)not|(?<!and\\s)more|most"
    "|very|he|she|they|we|his|her|this|these|those|some|any|each|several|other|another"
)
"""Words that may end a sentence, but more often wait for the rest of it."""

ATTRIBUTE = (
    r"(?:an?|its|his|her|their|our|by|with|of|for|in|to|from)\s+(?:new|former|major|various|entire|recent|local"
    r"|national|international|federal|main|key|strong|large|small|further|additional|several|other|such)"
    r"|(?:an?|with|by|from)\s+(?:first|second|third|same|next|few|many|most)|the\s+(?:new|former|major|various|entire"
    r"|national|international|federal|main|key|(?:first|last|next)\s+(?:few|two|three))"
)
"""Adjectives that wait for their noun."""

DECISIVE_PAUSE = (
    rf"{DECISIVE}|(?:and|but)\s+(?:is|was|are|were|has|have|had|would|will|should)(?:\s+(?:been|be|not))?"
    r"|(?:which|who)\s+(?:is|was)|(?:that|which|who)\s+(?:are|were|has|have|had|will|would)"
)
"""Words after which an ellipsis is a cut."""

COMPLETE = (
    r"so\s+(?:on|forth)|and\s+on|on\s+and\s+(?:on|off)|off\s+and\s+on|to\s+and\s+fro|by\s+and\s+by|over\s+and\s+over"
    r"|round\s+and\s+(?:a)?round|through\s+and\s+through|(?:back|here|there)\s+and\s+\w+|(?:if|as|what)\s+(?:only|if)"
    r"|et\s+cetera|etc|and\s+(?:then\s+some|(?:the|such)\s+like|all\s+that|that)|(?:the|such)\s+like|this\s+and\s+that"
    r"|one\s+(?:after|or)\s+(?:another|the\s+other)|come\s+what\s+may|that\s+is|as\s+is|so\s+be\s+it|and\s+so"
    r"|ifs\s+(?:and|or)\s+buts"
    r"|(?:go|goes|going|gone|went|come|came|coming|carr(?:y|ies|ied|ying)|drag(?:s|ged|ging)?|mov(?:e|es|ed|ing)"
    r"|liv(?:e|es|ed|ing)|wear|wears|wore|press(?:es|ed|ing)?|h[eo]ld|hang|hung|march(?:es|ed|ing)?|push(?:es|ed|ing)?"
    r"|walk(?:s|ed|ing)?|r[ua]n|roll(?:s|ed|ing)?|look(?:s|ed|ing)?|keeps?|kept|play(?:s|ed|ing)?|sail(?:s|ed|ing)?"
    r"|drift(?:s|ed|ing)?|pass(?:es|ed|ing)?|g[ai]ves?|giving|sets?|dawn(?:s|ed)?|turn(?:s|ed|ing)?|log|switched)"
    r"\s+(?:on|in|by|over|through|around|about|past|across)"
    r"|(?:is|was|are|were|be|being|all|all\s+but|now|finally|nearly|almost)\s+over"
    r"|(?:day|days|night|week|weeks|month|months|year|years|hours|minutes|moments|ever|long|soon|shortly|never|once|just"
    r"|times|as)\s+(?:before|after|since)|ever\s+since|before\s+and\s+after"
    r"|(?:or|if|why|course|certainly|maybe|perhaps|probably|hope|hopes|hoped|think|thinks|thought|guess|suppose|apparently)\s+not"
    r"|(?:once|no|even|any|some|many|never|much|nothing|little|and|far|one|ever|always|want(?:s|ed)?|ask(?:s|ed)?\s+for)\s+more|(?:at|the)\s+(?:very\s+)?most"
    r"|(?:like|than|all|just|after|even|not|that\s+was)\s+(?:this|that)|no\s+(?:end|one)|(?:used|meant|supposed|going|able)\s+to"
    r"|(?:so|neither|nor)\s+(?:did|does|do|was|were|had|has|would|will|could)\s+(?:he|she|they|we)|than\s+(?:he|she|they|we)"
    rf"|(?:who|what|where|how|than|as|so|way)\s+(?:he|she|it|they|things|there)\s+(?:\p{{Ll}}+ly\s+|once\s+|ever\s+)?(?:{AUXILIARY})"
    r"|(?:lov|miss|hat|kiss|marri|want|need|believ|trust|blam|remember|watch|follow|ador|mourn)(?:e|es|ed|ing)?\s+her"
    r"|(?:know|knew|see|saw|met|meet|forg[eo]t|told|left|heard|found)\s+her"
    rf"|(?:maybe|perhaps)\s+(?:he|she|it|they|we|I|you)\s+(?:{AUXILIARY})(?:\s+not)?|(?:it|all|them|him|her|here|there)\s+before"
    r"|(?:might|could|should|would)\s+have\s+been|(?:dream(?:ed|t)?|hop(?:ed|ing)|wish(?:ed)?|long(?:ed|ing)|ask(?:ed)?)\s+(?:of|for)"
)
"""Set phrases that end in a word of the lists above and are complete all the same."""

NO_WORD = (
    r"(?=\p{Ll}*[aeiouy])\p{Ll}{2,}(?:[bcdfgkpsvz][lr]|[dt][lr]|[bcdfkpstvz]n|[bcdfkpvz]m|[bcdfgkpstvz]w|[bcdfghklmnprstz]j"
    r"|[bcdfgkmnpstz]v|qu|[cst]hr)"
    r"|[b-df-hj-np-tv-z]{3}(?<!hmm|shh|pst|psh|tsk|nth|mph|kph|rpm|ppm|ppb|kwh|mwh|mmm|zzz|brr|grr|pfft|xxx|www|tv[ns]|cms|kms)"
    r"|(?!ad|ah|am|an|as|at|aw|ax|be|by|cm|dm|do|eh|em|en|er|ex|fa|fm|ft|go|ha|he|hi|hm|ho|hp|hr|id|if|in|is|it|kb|kg|km|kw|la|lb|lo"
    r"|ma|mb|me|mi|ml|mm|mr|ms|mu|my|nm|no|nu|of|oh|oi|ok|om|on|op|or|ow|ox|oz|pa|ph|pi|pm|pp|re|sh|so|st|th|ti|tn|bn|mn|to|tv|uh|uk|um|un|up|us"
    r"|vs|we|wo|xi|ye|yo|nd|rd|al|et|hz)[a-z]{2}"
)
"""Letters that end no English word: a stop before a liquid (“compl”), or two that are no short word."""

STRANDING = (
    r"what|whom|whose|how|why|to|nothing|something|anything|everything|(?:who|where|which|that)"
    r"(?!\s+(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|\p{Ll}+(?:s|ed))\s)"
    rf"|(?<!^)(?<!\b(?:{SPEECH_VERB}|that|and|but|because|if|when)\s)(?:you|we|i|they|he|she)"
)
"""Words that let a clause end in a preposition: “the house that they live in”."""

FINITE = (
    "is|was|are|were|has|have|had|will|would|said|says|told|began|became|made|took|won|met|left|came|went|found|led"
    r"|held|kept|lost|paid|sent|spent|built|felt|thought|bought|brought|taught|caught|fought|\p{Ll}{3,}ed"
)
"""Verbs of a main clause, or what may be one."""

PREDICATE = (
    "is|was|are|were|has|have|had|will|would|can|could|should|must|may|might|shall|cannot|does|did|said|told|began"
    "|became|took|came|went|gave|rose|fell|grew|ran|saw|slept|wrote|spoke|drove|broke|chose|drew|threw|knew"
)
"""Verbs that are hardly ever participles, so that they do not stand in headlines and captions."""

SUBJECT = (
    "The|An?|This|That|These|Those|It|He|She|They|We|I|Its|His|Her|Their|Our|My|There|In|On|At|After|Before|When"
    "|While|Although|Since|During|For|From|Under|With|By|According"
)
"""Words with which sentences begin, and headlines seldom."""

NO_OPENING = (
    "of|than|nor|whom|was|were|is|are|has|had|have|been|would|could|and|but|or|because|who|which|whose"
)
"""Words with which, in lower case, only the rest of a sentence begins."""

RARE_OPENING = (
    "the|an|to|in|on|at|by|from|with|for|that|this|these|those|it|its|he|she|they|we|his|her|their|our|as|into|after"
    "|before|during|through|between|against|until|since|where|when|while|if|not|also|about|under|over|some|many|most"
    "|several|according|will|can|may|must|should|did|does|do|there|then|however"
)
"""Words with which a sentence begins in upper case, or a rest of one in lower case."""

WORD_ENDING = (
    "ed|ing|tion|tions|sion|sions|ment|ments|ness|ly|able|ible|ers?|ies|ous|ive|ity|ance|ence|ism|ists?"
)
"""Ends of words that are no words themselves."""

_STEM = 4
"""Letters of the shortest beginning of a word that is no abbreviation."""


@cache
def _sorted_words() -> Sequence[str]:
    return sorted(common_words())


def is_beginning(word: str) -> bool:
    """Tell whether letters are no common English word, but begin one."""
    words = _sorted_words()
    if len(word) < _STEM or not word.isalpha() or not word.islower() or word in common_words():
        return False
    longer = words[bisect_right(words, word) :][:1]
    return any(other.startswith(word) and other != f"{word}s" for other in longer)
