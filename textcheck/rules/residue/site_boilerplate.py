"""Text of the site around the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.document import quoted
from textcheck.finding import Span
from textcheck.rule import Hit, flags, function, passes
from textcheck.rules.residue._context import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

SHORT = 40
"""Words of the longest block that can be a notice of the site."""

HEAD = 2
"""Blocks at the start of a text that may be the site's."""

LEAST_CONTROLS = 2
"""Parts of the shortest line that is a row of the site's controls."""

TAIL = 6
"""Blocks at the end of a text that may be the site's."""

_NETWORK = (
    r"(?:facebook|twitter|x|instagram|linkedin|youtube|tiktok|telegram|whatsapp|pinterest|reddit|threads"
    r"|bluesky|mastodon|google news"
    r"|google\+|social media|flipboard|spotify|apple podcasts)"
)
_PIECE = r"(?:article|story|post|page|piece|video|blog post|news|content|report|column|essay|entry|episode)"
_LETTER = (
    r"(?:newsletters?"
    r"|mailing lists?|channel|podcast|updates?|blog|feed|rss|emails?|e-mails?|alerts?|briefings?|digest"
    r"|magazine|bulletin)"
)
_SITE = r"(?:web ?site|site|blog|web ?page|home ?page|channel|newsletter)"
_LINE = regex.compile(
    rf"(?i)(?:[-–—•*·#|\s]*)(?:advertisements?(?:\s*[-–—:]?\s*(?:continue reading below"
    rf"|scroll to continue))?|(?:story|article) continues (?:below|after)(?: (?:this )?ad(?:vertisement)?)?"
    rf"|report this ad|sponsored(?: content| post| links?)?|share(?: this)?(?: {_PIECE})?(?: (?:on|via"
    rf"|with) .{{2,40}})?:|share this(?: {_PIECE})?(?: (?:on|via|with) .{{2,40}})?|share (?:on|via"
    rf"|to) {_NETWORK}.{{0,40}}"
    rf"|tweet this|(?:related|recommended|similar|popular|recent|latest|trending|featured|more) (?:articles?"
    rf"|stories|posts?|news|content|reading|links)(?: (?:from|on|about|by) .{{2,40}})?:?"
    rf"|(?:related|recommended|similar|trending|popular) (?:articles?|stor(?:y|ies)|posts?|content|reading"
    rf"|links?"
    rf"|coverage|topics?|videos?|pages?|recipes?|products?|news): .{{2,160}}|related: .{{2,160}}"
    rf"|(?:more (?:on|about) this(?: (?:story|topic|subject))?|more from (?:us|the author|our .{{2,30}}"
    rf"|this .{{2,30}})"
    rf"|read more|see more|find more|keep reading|up next|next up|in case you missed it|icymi"
    rf"|you (?:may|might) (?:also like|also enjoy|have missed)|(?:readers|people|others) also (?:read"
    rf"|liked|viewed))"
    rf":(?: .{{2,160}})?"
    r"|you (?:may|might) (?:also(?: (?:like|enjoy|be interested in).{0,20})?|be interested in.{0,20})"
    r"|see also:|(?:also read|(?:read|watch) (?:also|more|next|now)):(?: .{2,100})?|read: .{2,100}"
    r"|most (?:read|popular|viewed|shared)(?: (?:articles|stories|posts))?|trending(?: now)?"
    r"|recommended(?: for you)?|don['’]t miss:?|editor['’]s picks?"
    r"|skip to (?:main |primary )?(?:content|navigation|footer)|jump to (?:content|navigation|recipe)"
    r"|toggle navigation|back to top|scroll to top|main menu|menu"
    r"|(?:leave|post|add|write) a (?:comment|reply)(?: below| cancel reply)?|(?:view|show|hide|load more"
    r"|read|see all|join the)? ?comments(?: \(\d+\)| are closed\.?| off)?|(?:\d+|no) (?:comments?|responses?"
    r"|replies)(?: yet)?|reply"
    r"|(?:privacy|cookie) (?:policy|settings|notice)(?:\s*[|•·-].{0,80})?|terms (?:of|and) (?:use|service"
    r"|conditions)(?:\s*[|•·-].{0,80})?|(?:accept|reject|manage)(?: all)? cookies|about us|contact us"
    r"|(?:proudly )?powered by \S+(?: \S+){0,4}|(?:just )?another wordpress (?:site|blog|weblog)|theme(?: by"
    r"|:) \S+(?: \S+){0,4}|(?:previous|next|older|newer) (?:post|article|story|page|entr(?:y"
    r"|ies))s?(?:\s?[:»→].{0,80})?"
    r"|(?:filed under|posted in|tagged(?: with| as)?|tags|categories|category):? .{2,120}|loading(?:…|\.{3})"
    r"|(?:print|e-?mail|bookmark|save) this(?: (?:article|page|story|post))?"
    r"|print(?: friendly)?(?: version)?|copy link|log in|sign in|sign up|subscribe(?: now)?[!.]?"
    r"|subscribe for free|register now"
    r"|home (?:[»>›/] .{2,40}){1,4}|breaking news alerts?|(?:enable|please enable"
    r"|please turn on) javascript.{0,80}|like this:?|like loading\.*"
    r"|(?:copyright )?(?:©|\(c\)|copyright) ?(?:19|20)\d\d.{0,120}"
    r"|(?:.{0,60}\. )?all rights reserved(?:[.!]?|[.,;|·•–—-]+ .{0,80}| (?:worldwide|©|\(c\)"
    r"|copyright)\b.{0,80})|(?:click|tap) (?:here )?to (?:share|expand|view"
    r"|read|see|play|enlarge|subscribe|open).{0,60}|read (?:the )?(?:full|original) (?:article"
    r"|story) (?:here|at|on)\b.{0,60}"
    rf"|(?:follow|find|like|join) (?:us|me)(?: (?:on|at) {_NETWORK}.{{0,80}})?:?|(?:image"
    rf"|photo) via .{{2,40}}|this (?:site|website|page) (?:is protected by|requires) .{{2,80}})\s*[»→>|]*"
)
_PROSE_NOUNS = regex.compile(
    r"(?i)(?:menu|reply|about us|contact us|comments|sponsored|print|trending|recommended|more news"
    r"|latest news|related news|recent news|popular news)"
)
_SENTENCE = regex.compile(
    rf"(?i)(?:please |also,? |and |so |then )*(?:(?:subscribe|sign up|sign-up|register|join)(?: now| here"
    rf"| today| free| for free)?,? (?:to|for|our|my)\b(?: \S+){{0,8}}? {_LETTER}\b"
    rf"|subscribe to (?:us|me|our|my|this)\b|follow (?:us|me|our|my)(?: (?:on|at|for|here)\b(?! (?:this|that"
    rf"|the|our|a)\b)| @|[.!:]|$)|(?:you can )?(?:follow|like|find|join"
    rf"|connect with) (?:us|me|our page|our channel|@?\w+) on (?:\w+ ){{0,2}}?{_NETWORK}\b"
    rf"|(?:get|receive|have|want) (?:[\w’'-]+ ){{0,9}}?(?:in|to|into|straight to|right to|directly to) your"
    rf" (?:e-?mail |mail)?(?:in)?box|(?:enter|type|leave) your e-?mail(?: address)? (?:to|below|and|here)\b"
    rf"|join (?:our|the) (?:\w+ ){{0,2}}?{_NETWORK} (?:channel|group|page|community)\b"
    rf"|this {_PIECE} (?:was|is|has been) (?:\w+ly |auto-?)?(?:re-?written|generated|paraphrased|re-?phrased"
    rf"|humani[sz]ed|spun|machine[- ]translated|auto-?translated)(?=\s*[.!]|\s(?:by|with|using|from|for"
    rf"|via|through"
    rf"|automatically|to)\b)(?! (?:by|for|from) the\b(?! (?:tool|software|app|system|following|original|ai)))"
    rf"|this {_PIECE} (?:was|is|has been) (?:\w+ly )?(?:created|produced|written|translated|edited|prepared"
    rf"|drafted|compiled|summari[sz]ed)(?: \w+){{0,3}}? (?:by|with|using|through"
    rf"|via)(?: \S+){{0,5}}? (?:ai|a\.i\."
    rf"|artificial|automat\w+|machine|chatgpt|gpt\S*|software|bots?|algorithms?|language models?"
    rf"|generative)\b|(?:don['’]t"
    rf"|do not) forget to (?:like|subscribe|share|follow|comment|hit|check)"
    rf"|(?:many )?(?:thanks|thank you)(?: so much| very much)? for (?:reading|visiting|stopping by|watching"
    rf"|subscribing|checking out)\b|welcome to (?:my|our|this|the)(?: \w+){{0,3}} {_SITE}\b"
    rf"|if you (?:like|liked|enjoy|enjoyed|love|loved|found) (?:this|the|our|my|reading this) (?:{_PIECE}"
    rf"|helpful|useful)\b(?! of)[^.!?]{{0,60}}\b(?:subscribe|share|follow|sign|join|comment|like our"
    rf"|you (?:may|might|will)|check out|consider|support|read)\b|(?:we|this (?:web)?site|our (?:web)?site"
    rf"|this page"
    rf"|our partners)(?: and our partners)? uses? (?:\w+ )?cookies\b"
    rf"|by (?:continuing to (?:use|browse)|using|clicking|visiting) (?:this|our|the) (?:web)?site"
    rf"|this {_PIECE} (?:was |has been |is )?(?:originally |first |also )(?:appeared|published|posted"
    rf"|featured|written)\b"
    rf"|this {_PIECE} (?:was |is |has been )?(?:re-?published|reposted|syndicated) (?:from|with|by|under"
    rf"|here)|click (?:here|on (?:the|this) (?:link|image|button))(?: (?:to|for|and)\b)?|to (?:read|learn"
    rf"|see|view|find out|watch|download|subscribe|register)(?: \S+){{0,10}},? (?:please )?click (?:here"
    rf"|the link)"
    rf"|download (?:our|the)(?: \w+){{0,3}} app\b|(?:let (?:us|me) know|tell us|share your (?:thoughts|views"
    rf"|opinions?)|leave (?:us |me )?(?:a|your) (?:comment|thoughts|reply)"
    rf"|comment)(?: \S+){{0,6}} (?:in the comments?(?: section)?|below)\b"
    rf"|your e-?mail address will not be published|required fields are marked|(?:please )?(?:enable|turn on"
    rf"|disable) (?:javascript|your ad ?blocker)|this (?:site|website|page) (?:is protected by|requires"
    rf"|uses akismet)|buy me a coffee|support (?:us|our work|this site|our journalism) (?:on|by|via|with)"
    rf"|(?:check out|visit|browse|explore|bookmark|see) (?:my|our) (?:\w+ ){{0,3}}?{_SITE}\b|(?:stay tuned"
    rf"|check back)(?: \w+){{0,4}} (?:for|to) (?:more|our|my|new) (?:\w+ )?(?:updates|posts|articles|content"
    rf"|news)|(?:to )?(?:continue|keep) reading(?: \S+){{0,4}},? (?:subscribe|sign|log|register)"
    r"|you (?:have|['’]ve) (?:reached your|\d+|read) .{0,30}(?:free )?articles?|already a (?:subscriber"
    r"|member)\?|share this (?:article|story|post|page|with)"
    r"|all rights reserved(?=\s*(?:$|[.!|·•©;–—-]|worldwide\b|copyright\b)))"
)
_TALK = regex.compile(
    rf"(?i)(?=(?:this is|here is|welcome|i hope|we hope|i love|i like|i made|i created|i am|i'm|i’m|we are"
    rf"|thank|thanks|please|you are|you're|you’re|hello|hi|enjoy|feel free|bookmark)\b).*?\b(?:(?:my"
    rf"|our)(?: \p{{L}}+){{0,2}} {_SITE}|this (?:web ?site|blog|newsletter|channel"
    rf"|home ?page)|(?:love|like|enjoy|visit|visiting|using|to) this site)\b(?! (?:posts?|entr))"
)
_TALK_SUBJECT = regex.compile(r"(?i)\b(?:i|we|my|our|you|your)\b")


_LINK = regex.compile(r"(?i)(?:please |also,? )*(?:click|tap)\b|to .* click ")
_TO_THE_SITE = regex.compile(
    r"(?i)\b(?:subscribe|sign up|register|share|comment|newsletter|continue|join us|donate|buy|shop|order"
    r"|unsubscribe|more articles"
    r"|(?:read|see|view|find out)(?: \w+)? (?:more|(?:the |this )?(?:full |entire |rest of the )?(?:article"
    r"|story|post)))\b"
    r"(?! (?:about|on|from|of))"
)
"""What a link to the site itself offers; one to a letter or a recording is the author's own."""


_CONTROL = regex.compile(
    rf"(?i)(?:(?:leave|post|add|write) a (?:comment|reply)|(?:\d+ |no )?comments?(?: off| \(\d+\))?"
    rf"|\d+ (?:shares?|likes?"
    rf"|views?|replies)|share(?: this)?(?: {_PIECE})?|print|e-?mail|tweet|like|save|bookmark|permalink"
    rf"|reply|edit|flag"
    r"|\d+[ -]min(?:ute)?s?(?: read)?|reading time:? .{1,20}|(?:filed under|posted in|tagged(?: with| as)?"
    r"|tags"
    r"|categor(?:y|ies)):? .{2,60}|log ?in|log ?out|sign in|sign up|register|subscribe|unsubscribe"
    r"|newsletters?|home"
    r"|about(?: us)?|contact(?: us)?|help|faq|search|menu|(?:privacy|cookies?)(?: policy| settings| notice)?"
    r"|terms(?: (?:of|and) (?:use|service|conditions))?|accessibility|site ?map|advertise(?: with us)?"
    r"|careers|archives?"
    r"|view (?:all|in browser|more)|read more|copy link|download(?: pdf)?|rss|next|previous|skip(?: ad)?"
    rf"|follow(?: us)?(?: on {_NETWORK})?|{_NETWORK})"
)
_META = regex.compile(
    r"(?i)(?:posted|published|updated|last updated|written|filed|by|on|in|tagged|under|submitted)\b.{0,80}"
    r"|.{0,30}\b(?:19|20)\d\d(?:,? \d\d?:\d\d.{0,12})?"
)
_ACTION = regex.compile(
    r"(?i)(?:leave|post|add|write) a (?:comment|reply)|(?:\d+|no) comments?|permalink|share this.*|print"
    r"|\d+[ -]min.* read"
)
_BAR = regex.compile(r"\s*[|•·»›]\s*|\s[–—/]\s")
_RUN_ON = regex.compile(
    r"(?i)(?:posted|published|updated)\b.{4,60}? (?:leave a (?:comment|reply)|\d+ comments?"
    r"|no comments(?: yet)?)[.:]?"
)
_VOICE = regex.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b|\bI['’](?:m|ve|d|ll)\b")
_CALL = regex.compile(
    r"(?i)(?:please |also,? )*(?:subscribe|sign|register|join|get|receive|have|want|follow|like|download"
    r"|click|tap|share|enter"
    r"|don['’]t forget|if you)\b"
)


def _is_bar(line: str) -> bool:
    """Tell whether a line is a row of the site's controls, or a byline that ends in one."""
    parts = [part for part in _BAR.split(line.strip("|•·»› \t")) if part]
    if len(parts) < LEAST_CONTROLS:
        return _RUN_ON.fullmatch(line) is not None
    controls = [part for part in parts if _CONTROL.fullmatch(part)]
    return len(controls) == len(parts) or (
        any(_ACTION.fullmatch(part) for part in controls)
        and all(part in controls or _META.fullmatch(part) for part in parts)
    )


def _check(document: Document) -> Iterator[Hit]:
    blocks = document.prose_blocks
    is_technical = document.technical
    total = len(blocks)
    for number, block in enumerate(blocks):
        text = document.text(block)
        edge = number < HEAD or number >= total - TAIL
        if len(text.split()) > SHORT * 2:
            span = _call_in_prose(document, block)
        else:
            alone = not is_technical and number > 0
            span = _notice(document, block, edge=edge and total > 1, alone=alone) or _call_in_prose(
                document, block
            )
        if span:
            notice = document.prose[span.start : span.end]
            to_a_source = _LINK.match(notice) is not None and not _TO_THE_SITE.search(notice)
            yield Hit(
                *span,
                f"“{shown(notice)}” belongs to the site",
                severity="info" if to_a_source else None,
                confidence=0.6 if to_a_source else None,
            )


def _call_in_prose(document: Document, block: Block) -> Span | None:
    """Return the first run of calls to the reader in a paragraph that is written of others."""
    if block.kind != "paragraph":
        return None
    text = document.text(block)
    calls: list[Span] = []
    voice = False
    for sentence in document.sentences(block):
        start = sentence.start - block.start
        words = text[start : sentence.end - block.start]
        if _CALL.match(words) and _SENTENCE.match(text, start) and not quoted(text, start):
            if not calls or calls[-1].end < sentence.start - 2:
                calls.append(sentence)
            else:
                calls[-1] = Span(calls[-1].start, sentence.end)
        elif spoken := _VOICE.search(words):
            voice = voice or not quoted(text, start + spoken.start())
    return calls[0] if calls and not voice else None


def _notice(document: Document, block: Block, *, edge: bool, alone: bool) -> Span | None:
    text = document.text(block)
    words = len(text.split())
    line = text.strip()
    if (
        alone
        and words <= SHORT
        and (_LINE.fullmatch(line) or _is_bar(line))
        and (edge or not _PROSE_NOUNS.fullmatch(line))
    ):
        return Span(block.start, block.end)
    if edge and words <= SHORT and _TALK.match(text) and _TALK_SUBJECT.search(text):
        return Span(block.start, block.end)
    if not edge and words > SHORT // 2:
        return None
    run: Span | None = None
    for sentence in document.sentences(block):
        if _SENTENCE.match(text, sentence.start - block.start) and not quoted(
            text, sentence.start - block.start
        ):
            run = Span(run.start if run else sentence.start, sentence.end)
    return run


rule = function(
    _check,
    why="The extraction took in what the site puts around its articles; delete it.",
    confidence=0.85,
    cases=[
        flags("The pact is signed.\n\n[[This is my favourite website. I hope it is your favourite too.]]"),
        flags("The pact is signed.\n\n[[Subscribe to our newsletter for more stories like this.]]"),
        flags("The pact is signed.\n\n[[Share this:]]\n\nThe talks took weeks."),
        flags("[[Skip to content]]\n\nThe pact is signed.".replace("[[Skip", "Pact signed\n\n[[Skip")),
        flags("The pact is signed.\n\n[[ADVERTISEMENT]]\n\nThe talks took weeks."),
        flags("The pact is signed.\n\n[[Follow us on Twitter and Facebook!]]"),
        flags("[[Welcome to my blog! Today I write about a pact.]]\n\nThe talks took weeks."),
        flags("The talks took weeks. The pact is signed.\n\n[[© 2023 The Paper. All rights reserved.]]"),
        flags("The pact is signed.\n\n[[This article was originally published on The Talk.]]"),
        passes(
            "The pact is signed.\n\nThis is the website of the union, which lists the votes of each member."
        ),
        flags(
            "The mill burnt down on Sunday. [[Subscribe to our newsletter to get the latest stories.]]"
            " Nobody was hurt."
        ),
        flags(
            "The mill burnt down. [[Get the day’s top stories delivered to your inbox.]] It was built in"
            " 1890."
        ),
        flags("Mill burns\n\n[[Posted on May 4, 2021 | Leave a comment]]\n\nThe mill burnt down on Sunday."),
        flags("Mill burns\n\n[[Home • About • Contact]]\n\nThe mill burnt down on Sunday."),
        flags("The mill burnt down.\n\n[[Related stories: Five walks by the river]]\n\nNobody was hurt."),
        flags("The mill burnt down.\n\n[[This article was generated by an automated system.]]"),
        passes("All rights reserved to the states remain in force, the judge wrote.\n\nThe mill burnt down."),
        passes("Mill burns\n\nAnn Hill | Leeds\n\nThe mill burnt down on Sunday."),
        passes("The rule is old.\n\nThis article was rewritten by the assembly in 1990."),
        passes("The club is new. Sign up at the town hall to take part. It meets on Mondays."),
        passes("The rule is old.\n\nYou may also bring a friend."),
        passes("The union asked its members to subscribe to its newsletter.\n\nThe talks took weeks."),
        passes(
            "He said the advertisement was false, and that its share of the market fell.\n\nThe talks took"
            " weeks."
        ),
        passes(
            "We use cookies as bait, the hunter said, and the bears love them.\n\n".replace(
                "We use", "They use"
            )
            + "So."
        ),
        passes("“Thank you for reading my book,” she told the crowd.\n\nThe talks took weeks."),
        passes("The site of the old mill is our pride.\n\nThis site was dug in 1990."),
        passes("Related parties met.\n\nComments came from all sides, and the talks took weeks."),
    ],
)
