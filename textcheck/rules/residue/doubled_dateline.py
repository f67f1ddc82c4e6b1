"""Dateline that stands twice at the head of a text."""

from __future__ import annotations

from textcheck.rule import flags, passes, pattern

_PLACE = r"(?!The\b|By\b)\p{Lu}[\p{L}.’'-]*(?:[ ,]+(?:\p{Lu}[\p{L}.’'-]*|de|del|la|al|upon|on|of)){0,4}"
_DAY = r"(?:,?\s\p{Lu}\p{L}{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)"
_AGENCY = r"\([\p{L}][\p{L} .&-]{1,30}\)"
_LINE = (
    rf"(?:{_PLACE}{_DAY}?\s*{_AGENCY}\s*[-–—]{{1,2}}|{_AGENCY}\s*[-–—]{{1,2}}|{_PLACE}{_DAY}\s*[-–—]{{1,2}}"
    rf"|{_PLACE}\s*(?:[–—]|--|\s-(?=\s))|(?!NEW YORK\b)\p{{Lu}}{{3,}}(?: \p{{Lu}}{{3,}})*,)"
)

rule = pattern(
    rf"^(?P<line>{_LINE})\s*(?P<span>(?P=line))(?=\s|\p{{Lu}}|$)",
    message="The dateline “{line}” stands here twice",
    why="An agency's text came with its dateline, and the site added one; delete the second.",
    confidence=0.95,
    cases=[
        flags("LONDON (Reuters) - [[LONDON (Reuters) -]] The bank raised rates on Thursday."),
        flags("PARIS (AP) — [[PARIS (AP) —]] The strike goes on."),
        flags("LONDON, [[LONDON,]] March 3 — The bank raised rates."),
        flags("BERLIN, March 3 (AFP) – [[BERLIN, March 3 (AFP) –]] The talks go on."),
        flags("(Reuters) - [[(Reuters) -]] Shares fell on Monday."),
        flags("St. Louis — [[St. Louis —]] The river rose again."),
        passes("LONDON (Reuters) - The bank in London raised rates on Thursday."),
        passes("PARIS — Paris Hilton has a new show, in Paris."),
        passes("NEW YORK, NEW YORK, March 3 — The mayor won."),
        passes("New York, New York, it is a wonderful town."),
        passes("LONDON – PARIS – LONDON in nine hours: the race is on."),
        passes("Rome – Romeo – Juliet: the three floats set off at noon."),
    ],
)
