"""Words that cannot end a sentence, by how sure that is, as alternatives for a pattern."""

from __future__ import annotations

BEFORE_STOP = (
    "the|an|your|our|their|whose|every|and|or|because|than|although|whereas|whether|unless|despite"
    r"|of\s+its|in\s+its|to\s+its|(?:in|of|to|for|with|at|by|from)\s+a|so\s+that|as\s+well\s+as"
    r"|according\s+to|due\s+to|in\s+order\s+to|such\s+as\s+the"
)
"""Words that do not stand before a full stop even where a sentence ends in a preposition."""

DECISIVE = (
    rf"{BEFORE_STOP}|a|its|my|nor|but|until|lest|amid|via|per|among|amongst|into|onto|during|between|towards?"
    r"|against|including|regarding|concerning|such\s+as|because\s+of|who\s+had|which\s+(?:is|was|are|were|has|had)"
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
    "new|former|major|own|same|several|various|entire|next|first|second|third|latest|recent|local|national"
    "|international|federal|main|key|other|such|few|many|most|strong|large|small|further|additional"
)
"""Adjectives that wait for their noun."""
