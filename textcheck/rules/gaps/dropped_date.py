"""Event whose preposition waits for a date."""

from __future__ import annotations

from textcheck.rule import flags, passes, pattern
from textcheck.rules.gaps._clauses import has_whole_subject, is_broken_off
from textcheck.vocabulary import MONTH

_DONE = (
    "born|married|buried|baptised|baptized|christened|cremated|ordained|held|signed|sealed|issued|published"
    "|released|launched|opened|adopted|ratified|enacted|delivered|received|posted|filed"
    "|appointed|executed|dated|registered|unveiled|inaugurated|founded|due|payable"
)
_HAPPENS = "died|dies|expires|expired|commences|commenced|begins|began|ends|ended|falls"
_DEED = (
    "order|judge?ment|lease|deed|agreement|contract|conveyance|transfer|charge|warrant|summons|invoice|notice"
    "|decision|award|claim|petition|licen[cs]e|tenancy|policy|mortgage|certificate"
)
_BECAME = (
    "became|married|retired|won|joined|published|founded|received|graduated|began|started|opened|bought|sold"
    r"|established|wrote|emigrated|divorced|resigned|earned|enrolled|enlisted|moved\s+(?:to|from|back)"
)
_MADE = (
    "awarded|elected|re-elected|appointed|named|made|given|born|sent|diagnosed|promoted|ordained|commissioned"
    "|transferred|posted|killed|arrested|sentenced|knighted|chosen|selected|inducted|honou?red|hired|granted"
    "|recruited|nominated|released|widowed|an?|the|one|able|among|still|living|working"
)
"""What was done to people in a year; not thrown, shown or led, which they are *in*."""

rule = pattern(
    rf"""(?x)
    (?<![\w'’-])
    (?: (?P<span> (?P<done> (?:was|were|is|are|been)\s+(?:{_DONE}) | {_HAPPENS} ) \s+on ) (?= [.,;)](?:\s|$) )
    | (?: on|before|by|dated|until|from|made|of|till|since ) \s+
      (?P<span> (?:the|this) \s+ day \s+ of \s+ (?:{MONTH}) ) \b (?! ['’] | \s+\d{{1,2}}\b | \s+\p{{Lu}} )
    | (?P<span> the \s+ of \s+ (?:{MONTH}) ) \b
    | (?:{_DEED}) \b [^.;,\n]{{0,40}}? \s (?P<span> dated \s+ (?:{MONTH}) ) (?= [,.;)](?!\s+\d) )
    | (?P<span> in|at|by|from|about|around ) ,? \s+ (?:or|and) \s+ thereabouts\b
    | (?: ^ | (?<=[.!?]\s) )
      (?: (?P<span> At ) \s+ (?: (?:he|she|they|we|I)\s+\p{{Ll}}{{2,}}+
            | it\s+(?:was|had|left|came|began|started|stopped|became|closed|opened|got|arrived) ) \b
        | (?P<span> In ) \s+ (?:he|she|they|we|I) \s+ (?: (?:was|were)\s+(?:{_MADE}) | {_BECAME} ) \b
        | (?P<span> By ) \s+ (?:he|she|they|we) \s+ (?: had|was|were ) \b
        | (?P<span> From ) \s+ (?:he|she|they|we) \s+ (?: worked|served|taught|played|led|lived|ran ) \b
      )
    )
    """,
    message="A date or an age is missing at “{span}”",
    where=lambda match: (
        match["done"] is None or (has_whole_subject(match.string, match.start()) and not is_broken_off(match))
    ),
    why="A date was dropped and the blanks around it tidied; take it from the source.",
    severity="warning",
    confidence=0.9,
    cases=[
        flags("The will of Ada Finch, who [[died on]]. Claims go to her son."),
        flags("The permit [[expires on]], after which a new one is needed."),
        flags("The lease was granted on [[the day of June]] for a term of years."),
        flags("Replies must reach us before [[the of April]] at the latest."),
        flags("We refer to the loan agreement with Holt Ltd [[dated July]], under which it falls due."),
        flags("He settled here [[in]], or thereabouts. [[At]] he went to sea."),
        flags("[[In]] she became head of the mill. [[By]] they had six shops. [[From]] he taught in Fife."),
        passes("That is the hill she died on. The bed Ruth was born on, she sold."),
        passes("What was it published on? The desk that it was signed on."),
        passes("It was held on, of all days, Easter Monday."),
        passes("He signed on. The game went on, and she held on."),
        passes("It snowed on the day of March 4, on the first day of April, on the day of May's wedding."),
        passes("In she came, and in he went; in they were thrown. On she went."),
        passes("In it was a note. At it again, she thought. By and by he was well. By it was a chair."),
        passes("A note dated July was found in the agreement."),
    ],
)
