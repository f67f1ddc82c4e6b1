"""Tracking parameter in an address that readers see."""

from __future__ import annotations

from textcheck.rule import flags, passes, pattern

rule = pattern(
    r"(?:https?://|www\.)[^\s<>\"“”]{1,300}?[?&](?P<span>(?P<name>utm_\w+|fbclid|gclid|dclid|msclkid"
    r"|mc_[ce]id|igshid|_hsenc"
    r"|yclid|twclid)=[^\s<>\"“”)\]]*)(?<![.,;:!?])",
    message="The address carries the tracking parameter “{name}”",
    why="The address was copied from a campaign or a social network; cut it before the parameter.",
    confidence=0.97,
    where=lambda match: "utm_source=chatgpt" not in match[0],
    cases=[
        flags("See https://paper.news/story?[[utm_source=newsletter&utm_medium=email]] for more."),
        flags("The list is at www.paper.news/list?id=4&[[fbclid=IwAR0abc]]."),
        flags("(https://paper.news/a?[[gclid=abc123]])"),
        passes("See https://paper.news/story?id=4&page=2 for more."),
        passes("The parameter utm_source tells where a visitor came from."),
        passes("See https://paper.news/utm_source/story for more."),
        passes("The price (gclid=1) is not an address."),
        passes("Write to www.paper.news?ref=home at once."),
    ],
)
