"""Address of a link left out after the words that announce it."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import MONTH, WEEKDAY

_ANNOUNCES = (
    "available|accessible|found|hosted|published|posted|downloaded|downloadable|obtained|viewed|read|visited"
    "|listed|archived|registered|reached|contacted|online|freely|visit|see|us"
    r"|website|web\s+site|homepage|page|address|e-?mail|video|details|information"
)

_SENDS = r"[Ss]end|[Ee]-?mail|[Rr]eturn|[Ss]ubmit|[Dd]eliver|[Ff]orward|[Pp]ost|[Ff]ax|[Dd]irect"
_SENT = r"sent|e-?mailed|returned|submitted|delivered|forwarded|posted|faxed|directed|addressed"
_ANSWERS = r"[Rr]eply|[Rr]espond|[Ww]rite|[Aa]pply|RSVP"
_TIME = (
    rf"noon|midday|midnight|\d|(?:{WEEKDAY}|{MONTH})\b|the\s+(?:end|close|start)\s+of|close\s+of|five|six|ten"
    r"|next\s+(?:week|month)|tomorrow"
)

rule = pattern(
    rf"""(?x)
    (?<![\w'’-])
    (?P<span>
      (?i: {_ANNOUNCES} ) (?: \s+ (?i: online|here|directly|also|free\s+of\s+charge ) )?
      \s+ (?P<word> (?i: at|from|on|via|under|is|visit ) ) :?
    | (?i: please|can|also|or ) \s+ (?P<word> visit )
    )
    (?: \s+ [.,;)] (?=\s|$|["”’)]) | \s* : \s* \. (?=\s|$) )
    # “Send it to by noon”: where to?
    | (?<![\w'’-]) (?= to\s+(?:by|before|on|not?)\s )
      (?<= \b(?: (?:{_SENDS})\s [^.;:!?]{{1,80}}
                | (?: be|and|or|Please|please|, )\s(?:{_SENDS}|{_SENT})\s
                | (?:[Pp]lease\s|[.!?]\s|^)(?:{_SENDS}|{_ANSWERS})\s ) )
      (?<! \b(?:[Ww]here|[Ww]hom?|addresse?s?)\b [^.;:!?]{{0,80}} )
      (?P<span> (?P<word> to ) \s+ (?:by|before|on|not?\s+later\s+than) )
      (?= \s+(?:{_TIME}) )
    """,
    message="No address after “{word}”",
    why="The address of a link was dropped with its markup; take it from the source.",
    scope=RUNNING_KINDS,
    spacing=True,
    confidence=0.97,
    cases=[
        flags("The data are [[available at]] . They are free."),
        flags("The report can be [[downloaded from]] , if needed."),
        flags("For [[details visit]] . Entry is free."),
        flags("Their [[website is]] ; it is new."),
        flags(
            "Send the form [[to by]] noon on Friday; entries must be submitted [[to no later than]] 5 May."
        ),
        flags("Please reply [[to before]] Monday."),
        passes("You have ten letters to respond to by Friday; send it to us by noon."),
        passes("The data are available at example.org. They are free."),
        passes("A room is available at the inn, on Monday."),
        passes("This is the page he was on, and the address is old."),
        passes("See under. It was found on, not in, the shelf."),
        passes("The `url` is at `x` .", format="markdown"),
    ],
)
