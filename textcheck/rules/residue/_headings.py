"""Headings and labels of the outlines that texts are written from."""

from __future__ import annotations

from textcheck.rule import lazy
from textcheck.rules.residue._context import LINE_START

_WORK = (
    r"(?:article"
    r"|text|version|essay|blog post|post|press release|news(?: article| story)?|story|content|draft|copy"
    r"|headline|title|summary)"
)
_SUBJECT = r"(?: (?:from|about|of|on|in|for) [^—–.!?]{2,60})?"
_NUMBER = r"(?:#{1,4}\s)?(?:\d{1,2}[.)]\s)?"
"""Marks before a heading."""
_TASKS = (
    (
        "(?:re-?written|revised|rephrased|paraphrased|edited|improved|updated|generated|translated"
        rf"|humani[sz]ed|original|final|input|source|output|polished)\s(?:\w+\s)?{_WORK}(?:\s\(?\d+\)?)?\s?:?"
    ),
    (
        r"(?:body\s)?paragraph\s(?:\d{1,2}|one|two|three|four|five)(?:\s?[:–-](?:\s(?:introduction|background"
        r"|conclusion"
        r"|context|the \w+))?)?"
    ),
    (
        "(?:introduction|introductory|intro|opening|closing|concluding|conclusion|body|lead"
        r"|nut)\s(?:paragraph|section|graf)s?(?:\s\d+)?\s?:?"
    ),
    r"(?:main\s)?body(?:\stext)?\s?:",
    (
        r"(?:article|headline|sub-?headline|lede|lead|hook|thesis(?:\sstatement)?|topic sentence|subheading"
        r"|sub-?title|call[- ]to[- ]action(?:\s\(cta\))?|cta|meta[- ]?(?:description|title)|seo[- ](?:title"
        "|description|keywords?)|focus keyw(?:ord|ords)|target (?:keyword|audience|word count)|word count"
        r"|slug|tone(?: of voice)?|prompt|output|response|input|instructions?)\s?:"
    ),
    r"(?:sub)?heading\s\d{1,2}(?:\s?[:–-].{0,60})?",
    r"h[1-4]\s?:.{0,80}",
    (
        "(?:thesis statement|meta description|body text|article body|topic sentence|supporting (?:point"
        r"|argument|evidence|details?)(?:\s\d)?|main (?:point|argument|idea)\s\d|introduction and hook"
        "|title and introduction|article outline|outline of the article|suggested (?:headlines?|titles?)"
        r"|alternative (?:headlines?|titles?)|seo title|hook)\s?:?"
    ),
    r"[(\[]?(?:total )?word count:?\s(?:~|about\s|approx\.?\s)?\d[\d,]*(?:\swords)?[)\]]?",
)
_LABELS = (
    (
        "(?i:(?:re-?written|revised|rephrased|paraphrased|edited"
        rf"|improved)\s(?:\w+\s)?{_WORK}\s?:)(?=\s+\p{{Lu}})"
    ),
    (
        r"(?:Headline|Sub-?headline|Lede|Hook|Article|Body|(?:Body )?[Pp]aragraph \d{1,2}|Body [Pp]aragraph"
        r"|Intro"
        "|Meta [Dd]escription|SEO [Tt]itle|Focus [Kk]eyword|CTA|Call to [Aa]ction|Thesis(?: [Ss]tatement)?"
        r"|Topic [Ss]entence|Rewritten|Conclusion|Introduction)\s?:(?=\s+[\p{Lu}“\"])"
    ),
)
_LESSONS = (
    (
        "what (?:(?:we|you|one|they|others|readers|everyone|all of us|leaders|businesses|the world|fans"
        r"|parents|teachers|voters|investors) )?(?:can|could|should|may|might|must|have|to)?\s?(?:we |you "
        f"|be )?(?:learn(?:ed|t)?|take away|takeaway){_SUBJECT}"
    ),
    (
        "(?:(?:the|some|key|main|major|top|important|valuable|critical|essential|core|our|quick|final"
        rf"|\d{{1,2}}|two|three|four|five|six|seven|several|a few|biggest)\s){{0,3}}take[- ]?aways?{_SUBJECT}"
    ),
    (
        r"(?:(?:the|some|key|main|major|top|important|valuable|critical|essential|core|big|life|\d{1,2}|two"
        r"|three|four|five|several|a few|broader|wider)\s){0,3}(?:lessons?|learnings|insights?|messages?"
        "|morals?|reminders?)(?: (?:learned|learnt|(?:we |you )?(?:can |should |must )?(?:to )?(?:learn"
        "|take away|be learned|be learnt|take|remember|draw|apply)|for (?:us|all|you|readers|everyone"
        f"|the future|life))){_SUBJECT}"
    ),
    f"(?:key|main|core|important) (?:lessons|learnings|insights|messages?|points){_SUBJECT}",
    "(?:the )?moral of (?:the|this) (?:story|tale|event|match|game|article|news)",
    "(?:a |the |one )?(?:important |valuable |key |big |final )?lessons? (?:for|from) [^—–.!?]{2,40}",
    "what (?:this|it|that) (?:teaches|taught|tells) us",
    "how (?:we|you) can apply (?:this|these|it).{0,30}",
    "applying (?:this|these|the) lessons?.{0,30}",
)
_OF_REPORTS = (
    (
        r"what (?:(?:does )?(?:this|it|that|all this|the \w+(?: \w+)?)) (?:could |might |may "
        "|would )?means?(?: for [^—–.!?]{2,50}| going forward)?"
    ),
    "what (?:lies ahead|to expect next|the future holds)",
    (
        r"why (?:this|it|that|the \w+(?: \w+)?) (?:is important|matters?|is significant|counts)(?: (?:to"
        "|for) [^—–.!?]{2,40})?"
    ),
    "why (?:we|you|readers) should care",
    "looking (?:ahead|forward|to the future|beyond)(?: to [^—–.!?]{2,30})?",
    (
        "(?:the )?(?:bottom line|big picture|bigger picture|broader (?:context|implications|impact)"
        "|wider implications|larger significance)"
    ),
    (
        "(?:my |our |some |a few )?(?:final|closing|concluding|parting|last|ending) (?:thoughts?|words?"
        "|remarks?|reflections?|notes?|takeaways?|comments?|message)(?: (?:on|about) [^—–.!?]{2,40})?"
    ),
    "(?:in |the )?conclusions?(?:[:–—-] ?.{2,50})?",
    "(?:in |to )(?:summary|sum up|summari[sz]e|conclude)",
    "key (?:facts|details|highlights|themes|findings)",
    "(?:the )?(?:road|path|way|journey) (?:ahead|forward)",
    "a (?:call to action|look ahead|bright(?:er)? future|new (?:era|chapter))",
    "future (?:outlook|prospects|implications|directions)",
    "significance(?: of [^—–.!?]{2,40})?",
    "implications(?: (?:of|for) [^—–.!?]{2,40})?",
    "impact and significance",
    "background and context",
    "overview",
    "introduction",
    "quick (?:facts|summary|recap)",
    "recap",
    "tl;?dr",
)
_OF_OUTLINES = (
    (
        "what (?:we|you|one|they|others|the world|businesses|leaders|readers) (?:can|could|should|may"
        "|might|have) learn(?:ed)?(?: (?:from|about) [^—–]{2,60})?"
    ),
    "what (?:can|do|did) (?:we|you) learn(?: from [^—–]{2,60})?",
    r"what (?:this|it|that|we|the \w+) (?:teach(?:es)?|taught|tells?) us(?: about [^—–]{2,60})?",
    "what (?:we|i|you) (?:have )?learned",
    r"(?:key|main|major|important|the|some|our|quick|top)?\s?(?:key |main )?take[- ]?aways?",
    (
        r"(?:key|main|important|the|some|a few|valuable)?\s?(?:lessons?|learnings|insights?)(?: (?:learned"
        "|learnt|to (?:learn|be learned|take away)|for (?:us|all|you|readers)|from [^—–]{2,60}))"
    ),
    "key (?:lessons|learnings|insights|points|messages?)",
    "(?:the )?main (?:points|message|lesson)",
    "the lesson(?: here)?",
    (
        "(?:my |our |some |a few )?(?:final|closing|concluding|parting|last) (?:thoughts?|words?|remarks?"
        "|reflections?|notes?)"
    ),
    "(?:the |in )?(?:conclusions?|closing|summary)",
    "conclusions? and .{2,40}",
    "to (?:conclude|sum up|summari[sz]e)",
    "summing up",
    "wrapping (?:it )?up",
    "wrap[- ]up",
    "(?:an? |the )?introduction",
    "the bottom line",
    "bottom line",
    "the big picture",
    "moving forward",
    "the way forward",
    "the road ahead",
    "looking (?:ahead|forward|to the future)",
    "future (?:outlook|implications|directions)",
    "implications",
    "what (?:this|it|that) means(?: for (?:you|us|readers|the future))?",
    r"what does (?:this|it|that) mean\??(?: for (?:you|us))?\??",
    "why (?:this|it) matters?",
    "why you should care",
    "food for thought",
    "the takeaway",
    r"did you know\??",
    "reflection",
    "tl;?dr",
)
TASK = lazy(rf"(?i)(?:{'|'.join(_TASKS)})")
"""A whole line that names a part of a writing task."""
LABEL = lazy("|".join(_LABELS))
"""Such a name before the part itself."""
TITLE = lazy(r"Title:(?=\s+[“\"]?\p{Lu})")
STRONG = lazy(rf"(?i){_NUMBER}(?:{'|'.join(_LESSONS)})\s?[:.?!]?")
"""Headings that draw a lesson, which a report of an event does not have."""
FAMILY = lazy(rf"(?i){_NUMBER}(?:{'|'.join(_OF_REPORTS)})\s?[:.?]?")
"""Headings of the same outlines, which long reports use too."""
USUAL = lazy(rf"(?i){_NUMBER}(?:{'|'.join(_OF_OUTLINES)})\s?[:.?]?")
WEAK = lazy(
    rf"(?i){_NUMBER}(?:(?:an? |the )?overview|introduction|background and context|impact and significance"
    r"|significance(?: of .{2,40})?|implications(?: (?:of|for) .{2,40})?"
    r"|key (?:facts|details|highlights|findings))\s?[:.?]?"
)
"""Those that pages of reference use as well, so that one alone tells nothing."""
EXCEPTION = lazy(r"(?i)(?:the )?(?:last words?|closing|summary|reflection)[:.]?$")
_ANY = "|".join((*_TASKS, *_LESSONS, *_OF_REPORTS, *_OF_OUTLINES))
ANCHOR = rf"{LINE_START}(?:{TITLE.pattern}|{LABEL.pattern}|(?i:{_ANY}))"
"""What one of them begins with."""
