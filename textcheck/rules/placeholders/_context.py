"""What several rules of this category know about stand-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

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

_NAMES_THE_FORM = regex.compile(
    r"(?i)\b(?:placeholders?|templates?|templating|variables?|syntax|(?:mail )?merges?(?: (?:tags?|fields?))?"
    r"|curly|braces"
    r"|brackets"
    r"|snippets?|shortcodes?|strings?|dummy|filler|format(?:ted)?|pattern|field (?:name|code)s?)\b"
)


def names_the_form(text: str) -> bool:
    """Tell whether a passage speaks of templates, placeholders or formats."""
    return _NAMES_THE_FORM.search(text) is not None


def holds(text: str, signs: Iterable[str]) -> bool:
    """Tell whether a text holds one of the signs without which a pattern cannot match."""
    return any(sign in text for sign in signs)
