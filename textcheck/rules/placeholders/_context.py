"""What several rules of this category know about stand-ins."""

from __future__ import annotations

from functools import lru_cache

from textcheck.rule import lazy

GIVEN_NAMES = (
    "Aaron|Adam|Ahmed|Aisha|Alan|Alex|Alexander|Ali|Alice|Amanda|Amy|Ana|Andrea|Andrew|Angela|Anita|Ann|Anna"
    "|Anne"
    "|Anthony|Barbara|Ben|Benjamin|Beth|Bob|Brian|Carl|Carlos|Carol|Caroline|Charles|Chris|Christine"
    "|Christopher|Claire"
    "|Dan|Daniel|David|Deborah|Diana|Donald|Edward|Elena|Elizabeth|Ella|Emily|Emma|Eric|Fatima|Francis|Frank"
    "|George"
    "|Hakan|Hannah|Helen|Henry|Ian|Ivan|Jack|Jacob|James|Jane|Janet|Jason|Jennifer|Jessica|Jim|Joe|John"
    "|Jonathan|Jose"
    "|Joseph|Juan|Julia|Julie|Karen|Kate|Kevin|Laura|Lauren|Linda|Lisa|Louise|Lucy|Luke|Margaret|Maria|Marie"
    "|Mark|Martin"
    "|Mary|Matt|Matthew|Mehmet|Michael|Michelle|Mike|Mohammed|Nancy|Natalie|Nicholas|Nick|Oliver|Olivia|Omar"
    "|Pamela"
    "|Patricia|Patrick|Paul|Pedro|Peter|Philip|Priya|Rachel|Raj|Rebecca|Richard|Robert|Ryan|Sam|Samantha"
    "|Samuel|Sandra"
    "|Sara|Sarah|Scott|Sophie|Stephen|Steve|Steven|Susan|Thomas|Tim|Tom|Tony|Victoria|William|Yusuf"
)
"""Given names that are common in news, as alternatives for a pattern."""

_NAMES_THE_FORM = lazy(
    r"(?i)\b(?:placeholders?|templates?|templating|variables?|syntax|(?:mail )?merges?(?: (?:tags?|fields?))?"
    r"|curly|braces"
    r"|brackets"
    r"|snippets?|shortcodes?|strings?|dummy|filler|format(?:ted)?|pattern|field (?:name|code)s?)\b"
)


_NOUN = (
    r"(?:(?:form|place|data|mail|email|user|custom|empty|blank|mail-merge|merge|text)[ -])?"
    r"(?:fields?|tags?|tokens?|markers?|codes?|stand-ins?|notation)"
)
_CALLS = (
    r"(?:such as|like|called|named|for example|e\.g\.,?|including|known as|marked|reading|labell?ed"
    r"|written(?: as)?)"
)
_MENTIONS = lazy(
    r"(?i)\b(?:fields?|tags?|tokens?|markers?) [“\"‘']?$"
    rf"|\b{_NOUN},? (?:\S+ ){{0,6}}?{_CALLS} [“\"‘']?"
    rf"(?:[^.!?]{{0,80}}(?:,|\b(?:and|or)(?: (?:one|another) {_CALLS})?) [“\"‘']?)?$"
    r"|\b(?:type|typed|typing|enter|entered|write|writes|replace[sd]?|replacing|look for|search for|swap"
    r"|insert|instead of|rather than|contain(?:s|ed|ing)?|left in|still (?:says?|said|reads?|has|had)"
    r"|reads|signed|addressed to|beg[aiu]ns?(?: with)?|stands? for|means?|the (?:words?|text|letters))"
    r"(?: the (?:words?|text|letters|field|tag))? [“\"‘']$"
)
"""The end of a passage that goes on to mention a field, and does not use it."""

_BEFORE_MENTION = 140
"""Code points before a field in which such words stand."""


def is_mentioned(text: str, start: int) -> bool:
    """Tell whether what begins at an offset is spoken of: “fields such as [Your Name]”."""
    return _MENTIONS.search(text[max(start - _BEFORE_MENTION, 0) : start]) is not None


@lru_cache(maxsize=8)
def names_the_form(text: str) -> bool:
    """Tell whether a passage speaks of templates, placeholders or formats; kept, as each stand-in asks."""
    return _NAMES_THE_FORM.search(text) is not None


FORM = lazy(
    r"(?i)\b(?:fill(?:ed|ing)?[ -]in|blanks?|underscores?|worksheets?|exercises?|quiz(?:zes)?"
    r"|crosswords?|riddles?"
    r"|complete the|sign(?:ed|ature)? (?:here|below)|hereby|undersigned|print(?:ed)? name|my name is"
    r"|day of _|[nN]o\. _|answers? key|correct (?:answer|word|form)|missing (?:word|letter)s?|mad libs?"
    r"|hangman|expletives?|swear\w*|redacted|censored)\b|(?i)\bday of _|\bI,\s_"
)
"""Words of a text in which blanks are left to be filled in."""
