"""Name that ends in a number left without it: “Article of”, “No. in”, “COVID-”."""

from __future__ import annotations

from textcheck.rule import flags, passes, pattern

_NUMBERED = (
    r"Articles?|Sections?|Chapters?|Figures?|Fig\.|Tables?|Paragraph|Proposition|Psalm|Volume|Vol\.|Page|Title"
    r"|Item|Question|Lesson|Resolution|Amendment|Directive|Regulation|Category|Phase|Step|Level|Grade|Unit|Ward"
    r"|District|Division|Day|Week|World\s+War|Super\s+Bowl|Formula|Group\s+of|Apollo|Boeing|Airbus|[Ff]light"
    r"|Route|Highway|Interstate|Channel|Pier|Gate|Room|P\.?O\.?\s+Box|[Mm]agnitude"
    r"|[Vv]ersion|Windows|Android|iOS|macOS|Python|Java|PHP"
)
_NUMBERED_APART = (
    "Articles?|Sections?|Chapters?|Figures?|Tables?|Resolution|Phase|Stage|Level|Group|Zone|Day|Week|Regions?"
    "|Apollo|Boeing|Airbus|Flights?|Routes?|Highway|Interstate|Channel|Terminal|Gate|Room|Windows"
)
_BILL = r"H\.\s?R\.|[HS]\.\s?Res\.|[HS]?\.?\s?(?:J|Con)\.\s?Res\.|U\.S\.C\.|Stat\.|Public\s+Law|P\.L\."
_STATUTE = "Constitution|Treaty|Charter|Act|Code|Convention|Covenant|Agreement|Statute"
_SHOWS = (
    "describes|shows|presents|discusses|explains|gives|lists|introduces|summari[sz]es|compares|provides|outlines"
    "|deals|covers|illustrates|reports|contains|examines|plots|depicts"
)
_EQUIPMENT = (
    "fighters?|jets?|bombers?|aircraft|missiles?|tanks?|helicopters?|(?:war)?planes?|visas?|summits?|trucks?"
    "|drones?|rifles?|rockets?|engines?|class|strains?"
)

_CITED = (
    r"[Uu]nder|[Pp]ursuant\s+to|[Ii]n\s+accordance\s+with|contrary\s+to|by\s+virtue\s+of|within\s+the\s+meaning\s+of"
    r"|[Ss]ubject\s+to|(?:breach|purposes)\s+of"
)
"""Words behind which a section without an article is one with a number."""

_PLURAL_PARTS = (
    "[Cc]lauses|[Ss]ub-?clauses|[Ss]ections|Articles|[Pp]aragraphs|[Ss]chedules|Annexes|Appendices"
)
_SINGLE_PARTS = "[Cc]lause|[Ss]ub-?clause|[Ss]ection|[Aa]rticle|[Pp]aragraph|Schedule|Regulation"
_DETERMINES = "the|th[eo]se|such|its|their|all|any|both|following|our|some|other|of"
_CUT_PARTS = "[Pp]aras?|[Ss]ch|[Ss]ubs|[Ss]ubss|[Rr]egs?|[Aa]rts?|[Cc]ls?|[Ss]ecs?|[Ff]igs?|[Cc]hs?|Eqs?"
_VERB = "shall|will|are|were|do|may|must|have|apply|survive|above|below|set"
_PREFIX = "starts?|starting|begins?|beginning|prefix(?:es|ed)?|codes?|coded|letters|initials"
"""What is said of a prefix that stands for itself."""

rule = pattern(
    rf"""(?x)
    (?<![\w'’-])
    (?:
      # Parts of a text
      (?P<name> {_NUMBERED} ) (?= \s+:?[,.;)](?:\s|$|\.\s) )
    | (?<! (?:[Tt]he|[Tt]his|final|first|last|each|[Aa]n?)\s )
      (?P<name> Article|Section|Chapter|Title|Paragraph )
      (?= \s+of\s+the\s+(?:\p{{Lu}}[\w’'-]*\s+){{0,3}}(?:{_STATUTE})\b )
    | (?: ^ | (?<=[.!?]\s) ) (?P<name> Chapter|Section|Figure|Table|Appendix|Article|Part|Equation )
      (?= \s+(?:{_SHOWS})\b )
    | (?<= \b(?:[Ss]ee|[Ii]n|[Ff]rom)\s )
      (?P<name> Figures?|Figs?\.|Tables?|Sections?|Chapters?|Eqs?\.|Equations? )
      (?= \s+(?:and|we|for|to|the|is|was|are|shows?|that|it|below|above)\b(?!\s+verse) | \s*[);] )
    | (?<! \b(?:{_DETERMINES})\s ) (?P<name> {_PLURAL_PARTS} )
      (?= \s+(?:and|or|to)\s+(?:(?:shall\s+)?survive|of\s+this)\b )
    | (?: ^ | (?<=[.!?\d]\s) | (?<=\n) ) (?P<name> Clauses|Sections|Articles|Paragraphs|Schedules|Annexes )
      (?= \s+and\s+(?:{_VERB})\b )
    | (?<= \b(?:{_CITED})\s ) (?P<name> {_SINGLE_PARTS} )
      (?= \s+(?:of|to)\s+(?:the|this|that)\s | \s*,\s | \.?\)
        | (?<=\p{{Lu}}\p{{Ll}}+)\s+and\s+(?!(?:sub)?(?:clause|section|paragraph)) )
    | (?<! \b(?:the|an?|each|this|that|last|first|\d+)\s ) (?P<name> (?:{_CUT_PARTS})\. )
      (?= \s+(?:of|to|and)\s+(?:the|this|that|its|Sch|Part|Annex|Art|App|s\.)
        | \s+and\s+(?:of\s|(?:{_CUT_PARTS})\.\s) )
    | (?<= \b(?:under|in|of|by|see|with|to|and)\s ) (?P<name> ss?\. ) (?= \s+(?:of|and|to)\s )
    | (?P<name> See\s+and | (?<=\()see\s+and ) (?= [.;)] )
    | (?<=\() (?P<name> Figure|Fig\.|Table|Section|Eq\.|Chapter ) (?=\))
    | (?P<name> {_BILL}|Flight|Figure|Fig\. ) (?= \s+[,.;)] | \s{{2}} | \s[–—-]\s )
    | (?P<name> v\. ) (?= \s+(?:to|and|or)\s )
    | (?P<name> pp?\. | §§? | [Vv]ols?\. | ch\. ) (?= \s+[,.;)\]] )
    | (?P<name> pp?\. ) (?= \s?[–-][\s.,;)] )
    | (?P<name> § ) (?= \s{{2}} )
    | (?P<name> Nos?\. )
      (?= \s+(?:(?:in|on|of|at|for|by|with|and|to|was|were|seed|spot|position|ranking|draft|pick)\b|[,;)”"]) )
      # “Apollo and Apollo”: both lost the number that tells them apart.
    | (?P<name> {_NUMBERED_APART} ) (?= ,?\s+(?:and|or|to|,)\s+(?P=name)\b(?!\s+\d) )
    | (?P<name> \p{{L}}{{4,}}- ) (?= \s(?:and|or|to)\s(?P=name)(?:\s|[,.;]) )
      # Types, and other names with a hyphen
    | (?<= \b[Aa]n?\s ) (?P<name> Boeing|Airbus ) (?= \s[–-]\s )
      # In brackets or behind a name, but neither a prefix that is quoted nor a hyphen that carries on.
    | (?<= \( | \b\p{{Lu}}[\p{{L}}’'-]+,?\s )
      (?<! \b(?:{_PREFIX})\b[^.;!?\n]{{0,30}} )
      (?P<name> (?:[DRI]-)?(?:\p{{Lu}}{{2}}|(?:\p{{Lu}}\.){{2}})- )
      (?= [);] | ,(?!\s(?:\S+\s){{0,3}}?\S+-[\s,)]) )
    | (?P<name> (?:COVID|Covid|SARS-CoV)- ) (?= [\s,.;)] )
      # “B-” may be a mark in school, so what the name is of must follow.
    | (?P<name> (?:\p{{Lu}}{{1,3}}|MiG|Su|Tu)- ) (?= \s+(?:{_EQUIPMENT})\b )
      # A hyphen that carries on (“two- or”) has a conjunction behind it.
    | (?P<name> (?:magnitude|category|level|phase|type|channel|formula|under)- )
      (?= \s+(?!(?:and|or|to|but|nor|versus|through)\b)\p{{Ll}} )
      # Flights, roads and summits
    | (?P<name> [Ff]lights?\s+[A-Z]{{2}} ) (?= [.,] | \s(?:to|from|was|is|has|had|in|on|and|into)\b )
    | (?<= \b(?:on|along|off|via|down|up|closed|blocked|joined|left|reached)\s the\s ) (?P<name> [ABM] )
      (?= \s+(?:near|between|at|north|south|east|west|\p{{Ll}}+bound|outside|into|towards)\b )
    | (?P<name> G ) (?= \s+(?:summits?|nations|countries|leaders|members|economies|ministers|meetings?)\b )
    )""",
    message="No number after “{name}”",
    why="The number that is part of a name was dropped; take it from the source.",
    spacing=True,
    cases=[
        flags("The court cited [[Article]] of the Swiss Constitution."),
        flags("She is ranked [[No.]] in the world."),
        flags("The spread of [[COVID-]] slowed."),
        flags("Two [[F-]] fighters took off before the [[G]] summit."),
        flags("The [[magnitude-]] earthquake was felt in the [[under-]] camp."),
        flags("Rep. Orr ([[TX-]]) opposes [[H.R.]] , the bill ([[Figure]])."),
        flags("The rule stands in [[Section]] , he said."),
        flags("The cosmonaut “[[No.]] ” spoke (Orr, [[p.]] ) of Code [[§]]  Circumvention."),
        flags(
            "They came with [[Apollo]] and Apollo; he quoted [[Psalm]] :, and ate [[omega-]] and omega- fats."
        ),
        flags(
            "[[Chapter]] describes the survey (see [[Figs.]] and below); move from [[v.]] to v. with care."
        ),
        flags("A lorry overturned on the [[A]] near Thirsk."),
        flags("See the Journal, [[vol.]] , and [[pp.]] –. Passengers on [[flight BA]] to Lisbon were held."),
        flags(
            "[[Clauses]] and survive the end of the lease; a breach of [[clause]] of this deed is serious."
        ),
        flags(
            "It falls under [[Section]], read with [[para.]] of [[Sch.]] to the Act and [[s.]] of the Code."
        ),
        flags("The terms are given above. [[See and]]."),
        passes(
            "The Articles of Association, the Clauses and the Schedule to the Act, and sections of it, apply."
        ),
        passes(
            "It is under Section 4 and clauses 5 and 6; see para. 3 of Sch. 2 to the Act; see and hear it."
        ),
        passes("The court cited Article 5 of the Constitution."),
        passes("She is ranked No. 1 in the world."),
        passes("The spread of COVID-19 slowed."),
        passes("Part of the Act was struck down."),
        passes("Is it true? No. In the end it was not."),
        passes("The final Article of the Treaty; its local chapter of the Charter."),
        passes("The first- and second-year pupils of upper- to middle-class homes left."),
        passes("He got a B in history and a B- in maths."),
        passes("The word no. is short for number."),
        passes("Quote the batch (it begins with QT-) and the site code (NW-)."),
        passes("The prefix KL-, and every (IT-, HR- and finance-related) job, is new."),
    ],
)
