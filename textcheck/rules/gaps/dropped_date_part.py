"""Month left without its day or year."""

from __future__ import annotations

from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import MONTH, WEEKDAY

_BEFORE_DATE = (
    "in|on|since|until|till|by|of|from|to|for|before|after|between|and|during|through|early|late|mid|last|next"
    "|this|around|about|published|born|died|released|dated|ended|ending|effective"
)
_MONTH_ONLY = "January|February|April|June|July|August|September|October|November|December"
"""Not May, which may go on with Day, nor March, with the parade."""

_GOES_ON = (
    "that|at|after|when|with|by|he|she|they|it|we|while|because|during|following|against|near|before|but|amid"
    "|where|who|which"
)

_HAPPENED = (
    "begins?|beginning|began|starts?|starting|started|ends?|ending|ended|opens?|opening|opened|closes?|closing"
    "|closed|expires?|expired|due|died|born|held|signed|arrives?|arrived|leaves?|left|returns?|returned|met|meets?"
    "|launched|published|issued|released|place|effect|force|scheduled|planned|elected"
    "|sworn|(?:go|goes|going|went|gone)\\s(?:up|down|out)|married|delivered|paid|posted|sent|payable|changes?|changed|falls?|resumes?|resumed|available|live|sale"
)
"""What happens on a date, rather than turns on Mrs May or looks on the March."""

rule = pattern(
    rf"""(?x)
    (?P<span>
      (?: (?<![\w'’-]) (?: (?i: {_BEFORE_DATE} ) | (?:{WEEKDAY}),? ) \s+ | (?<=[(–—]) | ^ )
      (?P<month> (?:{MONTH}|{MONTH.upper()})\b\.? )
      (?: \s+(?: [,;:)] | \.(?=\s|$|["”’)]) ) | ,\s*, | ,\s*[–—-]?\s*\) )
    | ^ (?:(?:{WEEKDAY}),?\s+)? (?P<month> (?:{MONTH})\b\.? ) \s+ \d{{1,2}}, $
    | \b on \s+ (?P<month> {_MONTH_ONLY} ) (?= [,;.]\s | [.]$ | \s(?:{_GOES_ON})\b )
    | \b (?:{_HAPPENED}) \s on \s+ (?P<month> May|March ) (?= [,;.]\s | [.]$ )
    | (?<![\w.'’-]) (?P<month> c\. | ca\. | [Cc]irca ) \s* [–-] (?= \s | \) )
    )""",
    message="No day or year after “{month}”",
    why="The digits of a date were dropped; look the date up in the source.",
    confidence=0.98,
    spacing=True,
    cases=[
        flags("[[In February ,]] China and Russia announced a partnership."),
        flags("The law took effect [[on March ,]] despite protests."),
        flags("He was elected [[in May .]] Turnout was low."),
        flags("The society, founded [[in June ;]] is small."),
        flags("[[On January, ,]] he signed the bill."),
        flags("The court ruled ([[Friday, December )]] on it."),
        flags("The blast [[of April :]] a report ([[born August ,]])."),
        flags("[[October 29,]]\n\nCotton opens an office; the vote [[on November]], he said, stands."),
        flags("The emperor (painted [[c. –]] by Orr) came back [[in MAY .]]"),
        flags("The president said [[on April]] that the budget would grow."),
        flags("The toll [[goes up on March]], the council said. Entries are [[due on May]]."),
        passes("The party turned on May. Voters gave up on May. Pressure grew on May, and she left."),
        passes("In February, China and Russia announced a partnership."),
        passes("On March 4, he signed."),
        passes("In May 2020, turnout was low."),
        passes("The march , long and slow, went on."),
        passes("He may , if he wishes, leave."),
        passes("From January – the coldest month – to March."),
    ],
)
