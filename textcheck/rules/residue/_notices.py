"""What a site puts around its articles, worded as it words it."""

from __future__ import annotations

from textcheck.rule import lazy
from textcheck.rules.residue._context import LINE_START

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

_SHARE = (
    "(?:share|tweet|pin(?: it)?|e-?mail|print|save|like|whatsapp|facebook|twitter|linkedin|reddit|telegram"
    "|copy link)"
)
_LINES = (
    r"advertisements?(?:\s*[-–—:]?\s*(?:continue reading below|scroll to continue))?",
    "(?:story|article) continues (?:below|after)(?: (?:this )?ad(?:vertisement)?)?",
    "report this ad",
    rf"(?:{_SHARE}\s+){{2,}}{_SHARE}",
    "more (?:from|by) (?:us|(?:this|the) author|our .{2,30}|this (?:section|series|topic))",
    "sponsored(?: content| post| links?)?",
    f"share(?: this)?(?: {_PIECE})?(?: (?:on|via|with) .{{2,40}})?:",
    f"share this(?: {_PIECE})?(?: (?:on|via|with) .{{2,40}})?",
    f"share (?:on|via|to) {_NETWORK}.{{0,40}}",
    "tweet this",
    (
        "(?:related|recommended|similar|popular|recent|latest|trending|featured|more) (?:articles?|stories"
        "|posts?|news|content|reading|links)(?: (?:from|on|about|by) .{2,40})?:?"
    ),
    (
        "(?:related|recommended|similar|trending|popular) (?:articles?|stor(?:y|ies)|posts?|content"
        "|reading|links?|coverage|topics?|videos?|pages?|recipes?|products?|news): .{2,160}"
    ),
    "related: .{2,160}",
    (
        "(?:more (?:on|about) this(?: (?:story|topic|subject))?|more from (?:us|the author|our .{2,30}"
        "|this .{2,30})|read more|see more|find more|keep reading|up next|next up|in case you missed it"
        "|icymi|you (?:may|might) (?:also like|also enjoy|have missed)|(?:readers|people"
        "|others) also (?:read|liked|viewed)):(?: .{2,160})?"
    ),
    "you (?:may|might) (?:also(?: (?:like|enjoy|be interested in).{0,20})?|be interested in.{0,20})",
    "see also:",
    "(?:log|sign) in(?: or (?:register|sign up))? to (?:comment|reply|continue|read|post|view).{0,40}",
    r"\d+[ -]min(?:ute)?s? read|(?:estimated )?reading time:? .{1,20}",
    "listen to this (?:article|story)(?: .{1,30})?",
    r"(?:was|did you find) this (?:article|page|story|post|content) (?:helpful|useful|interesting)\?",
    "rate this (?:article|post|recipe|story)",
    "join the (?:conversation|discussion)[.!]?",
    (
        "this (?:article|story|content) is (?:for|available to|only available to"
        "|reserved for) (?:our )?(?:paying )?"
        "(?:subscribers|members)(?: only)?[.!]?"
    ),
    "(?:get|enjoy) unlimited (?:digital )?access.{0,60}",
    "subscribe (?:now )?(?:to|and) (?:continue|keep) reading.{0,40}",
    "(?:show|load|view|see) (?:more|all|less)",
    "(?:allow|accept|reject|manage|essential) (?:all|cookies|preferences|only)(?: cookies| preferences)?",
    "the post .{2,120} (?:first )?appeared first on .{2,60}",
    "view (?:this|the) (?:post|profile|photo) on (?:instagram|facebook|x|twitter|threads|tiktok)",
    "a post shared by .{2,80}",
    "this video is (?:unavailable|private|no longer available)[.]?",
    "end of (?:article|story|advertisement)",
    "(?:also read|(?:read|watch) (?:also|more|next|now)):(?: .{2,100})?",
    "read: .{2,100}",
    "most (?:read|popular|viewed|shared)(?: (?:articles|stories|posts))?",
    "trending(?: now)?",
    "recommended(?: for you)?",
    "don['’]t miss:?",
    "editor['’]s picks?",
    "skip to (?:main |primary )?(?:content|navigation|footer)",
    "jump to (?:content|navigation|recipe)",
    "toggle navigation",
    "back to top",
    "scroll to top",
    "main menu",
    "menu",
    "(?:leave|post|add|write) a (?:comment|reply)(?: below| cancel reply)?",
    r"(?:view|show|hide|load more|read|see all|join the)? ?comments(?: \(\d+\)| are closed\.?| off)?",
    r"(?:\d+|no) (?:comments?|responses?|replies)(?: yet)?",
    "reply",
    r"(?:privacy|cookie) (?:policy|settings|notice)(?:\s*[|•·-].{0,80})?",
    r"terms (?:of|and) (?:use|service|conditions)(?:\s*[|•·-].{0,80})?",
    "(?:accept|reject|manage)(?: all)? cookies",
    "about us",
    "contact us",
    r"(?:proudly )?powered by \S+(?: \S+){0,4}",
    "(?:just )?another wordpress (?:site|blog|weblog)",
    r"theme(?: by|:) \S+(?: \S+){0,4}",
    r"(?:previous|next|older|newer) (?:post|article|story|page|entr(?:y|ies))s?(?:\s?[:»→].{0,80})?",
    "(?:filed under|posted in|tagged(?: with| as)?|tags|categories|category):? .{2,120}",
    r"loading(?:…|\.{3})",
    "(?:print|e-?mail|bookmark|save) this(?: (?:article|page|story|post))?",
    "print(?: friendly)?(?: version)?",
    "copy link",
    "log in",
    "sign in",
    "sign up",
    "subscribe(?: now)?[!.]?",
    "subscribe for free",
    "register now",
    "home (?:[»>›/] .{2,40}){1,4}",
    "breaking news alerts?",
    "(?:enable|please enable|please turn on) javascript.{0,80}",
    "like this:?",
    r"like loading\.*",
    r"(?:copyright )?(?:©|\(c\)|copyright) ?(?:19|20)\d\d.{0,120}",
    (
        r"(?:.{0,60}\. )?all rights reserved(?:[.!]?|[.,;|·•–—-]+ .{0,80}| (?:worldwide|©|\(c\)"
        r"|copyright)\b.{0,80})"
    ),
    "(?:click|tap) (?:here )?to (?:share|expand|view|read|see|play|enlarge|subscribe|open).{0,60}",
    r"read (?:the )?(?:full|original) (?:article|story) (?:here|at|on)\b.{0,60}",
    f"(?:follow|find|like|join) (?:us|me)(?: (?:on|at) {_NETWORK}.{{0,80}})?:?",
    "(?:image|photo) via .{2,40}",
    "this (?:site|website|page) (?:is protected by|requires) .{2,80}",
)
_SENTENCES = (
    (
        "(?:subscribe|sign up|sign-up|register|join)(?: now| here| today| free| for free)?,? (?:to|for|our"
        rf"|my)\b(?: \S+){{0,8}}? {_LETTER}\b"
    ),
    r"subscribe to (?:us|me|our|my|this)\b",
    r"follow (?:us|me|our|my)(?: (?:on|at|for|here)\b(?! (?:this|that|the|our|a)\b)| @|[.!:]|\s*$)",
    (
        "(?:you can )?(?:follow|like|find|join|connect with) (?:us|me|our page|our channel"
        rf"|@?\w+) on (?:\w+ ){{0,2}}?{_NETWORK}\b"
    ),
    (
        r"(?:get|receive|have|want) (?:[\w’'-]+ ){0,9}?(?:in|to|into|straight to|right to"
        "|directly to) your (?:e-?mail |mail)?(?:in)?box"
    ),
    r"(?:enter|type|leave) your e-?mail(?: address)? (?:to|below|and|here)\b",
    rf"join (?:our|the) (?:\w+ ){{0,2}}?{_NETWORK} (?:channel|group|page|community)\b",
    (
        rf"this {_PIECE} (?:was|is|has been) (?:\w+ly |auto-?)?(?:re-?written|generated|paraphrased"
        r"|re-?phrased|humani[sz]ed|spun|machine[- ]translated|auto-?translated)(?=\s*[.!]|\s(?:by|with"
        r"|using|from|for|via|through|automatically|to)\b)(?! (?:by|for|from) the\b(?! (?:tool|software|app"
        "|system|following|original|ai)))"
    ),
    (
        rf"this {_PIECE} (?:was|is|has been) (?:\w+ly )?(?:created|produced|written|translated|edited"
        r"|prepared|drafted|compiled|summari[sz]ed)(?: \w+){0,3}? (?:by|with|using|through"
        r"|via)(?: \S+){0,5}? (?:ai|a\.i\.|artificial|automat\w+|machine|chatgpt|gpt\S*|software|bots?"
        r"|algorithms?|language models?|generative)\b"
    ),
    "(?:don['’]t|do not) forget to (?:like|subscribe|share|follow|comment|hit|check)",
    (
        "(?:many )?(?:thanks|thank you)(?: so much| very much)? for (?:reading|visiting|stopping by"
        r"|watching|subscribing|checking out)(?=\s*(?:[!.,]|$)|\s(?:this|my|our|us|along)\b|\sthe (?:article"
        r"|post|blog)\b)"
    ),
    rf"welcome to (?:my|our|this|the)(?: \w+){{0,3}} {_SITE}\b",
    (
        f"if you (?:like|liked|enjoy|enjoyed|love|loved|found) (?:this|the|our|my|reading this) (?:{_PIECE}"
        r"|helpful|useful)\b(?! of)[^.!?]{0,60}\b(?:subscribe|share|follow|sign|join|comment|like our"
        r"|you (?:may|might|will)|check out|consider|support|read)\b"
    ),
    (
        "(?:we|this (?:web)?site|our (?:web)?site|this page"
        r"|our partners)(?: and our partners)? uses? (?:\w+ )?cookies(?=\s*(?:[.!]|$)|\s(?:and|on|to|that"
        r"|so)\b)"
    ),
    "by (?:continuing to (?:use|browse)|using|clicking|visiting) (?:this|our|the) (?:web)?site",
    (
        f"this {_PIECE} (?:was |has been |is )?(?:originally |first |also )(?:appeared|published|posted"
        r"|featured|written)\b"
    ),
    (
        f"this {_PIECE} (?:was |is |has been )?(?:re-?published|reposted|syndicated) (?:from|with|by|under"
        "|here)"
    ),
    r"click (?:here|on (?:the|this) (?:link|image|button))(?: (?:to|for|and)\b)?",
    (
        "to (?:read|learn|see|view|find out|watch|download|subscribe"
        r"|register)(?: \S+){0,10},? (?:please )?click (?:here|the link)"
    ),
    r"download (?:our|the)(?: \w+){0,3} app(?=\s*(?:[.!]|$)|\s(?:to|for|now|today|from|on|here|and get)\b)",
    (
        "(?:let (?:us|me) know|tell us|share your (?:thoughts|views|opinions?)|leave (?:us |me )?(?:a"
        r"|your) (?:comment|thoughts|reply)|comment)(?: \S+){0,6} (?:in the comments?(?: section)?|below)\b"
    ),
    "your e-?mail address will not be published",
    "required fields are marked",
    "(?:please )?(?:enable|turn on|disable) (?:javascript|your ad ?blocker)",
    "this (?:site|website|page) (?:is protected by|requires|uses akismet)",
    "buy me a coffee",
    "support (?:us|our work|this site|our journalism) (?:on|by|via|with)",
    rf"(?:check out|visit|browse|explore|bookmark|see) (?:my|our) (?:\w+ ){{0,3}}?{_SITE}\b",
    (
        r"(?:stay tuned|check back)(?: \w+){0,4} (?:for|to) (?:more|our|my|new) (?:\w+ )?(?:updates|posts"
        "|articles|content|news)"
    ),
    r"(?:to )?(?:continue|keep) reading(?: \S+){0,4},? (?:subscribe|sign|log|register)",
    r"you (?:have|['’]ve) (?:reached your|\d+|read) .{0,30}(?:free )?articles?",
    r"already a (?:subscriber|member)\?",
    "share this (?:article|story|post|page|with)",
    r"all rights reserved(?=\s*(?:$|[.!|·•©;–—-]|worldwide\b|copyright\b))",
    r"the post .{2,120} (?:first )?appeared first on\b",
)
_CONTROLS = (
    "(?:leave|post|add|write) a (?:comment|reply)",
    r"(?:\d+ |no )?comments?(?: off| \(\d+\))?",
    r"\d+ (?:shares?|likes?|views?|replies)",
    f"share(?: this)?(?: {_PIECE})?(?:(?::| on| via| to| by| with) (?:{_NETWORK}|e-?mail|friends))?",
    f"(?:print|e-?mail|tweet|like|save|bookmark|pin|post|send)(?: this| it)?(?: {_PIECE})?",
    "permalink",
    "reply",
    "edit",
    "flag",
    r"\d+[ -]min(?:ute)?s?(?: read)?",
    "reading time:? .{1,20}",
    "(?:filed under|posted in|tagged(?: with| as)?|tags|categor(?:y|ies)):? .{2,60}",
    "log ?in",
    "log ?out",
    "sign in",
    "sign up",
    "register",
    "subscribe",
    "unsubscribe",
    "newsletters?",
    "home",
    "about(?: us)?",
    "contact(?: us)?",
    "help",
    "faq",
    "search",
    "menu",
    "(?:privacy|cookies?)(?: policy| settings| notice)?",
    "terms(?: (?:of|and) (?:use|service|conditions))?",
    "accessibility",
    "site ?map",
    "advertise(?: with us)?",
    "careers",
    "archives?",
    "view (?:all|in browser|more)",
    "read more",
    "copy link",
    "download(?: pdf)?",
    "rss",
    "next",
    "previous",
    "skip(?: ad)?",
    f"follow(?: us)?(?: on {_NETWORK})?",
    _NETWORK,
)
LINE = lazy(rf"(?i:[-–—•*·#|\s]*(?:{'|'.join(_LINES)})\s*[»→>|]*)")
"""A whole line."""
SENTENCE = lazy(rf"(?i:(?:please |also,? |and |so |then )*(?:{'|'.join(_SENTENCES)}))")
"""The beginning of a sentence."""
CONTROL = lazy(rf"(?i:(?:{'|'.join(_CONTROLS)}))")
"""One of several controls in a row."""
LABEL = lazy(
    r"(?i:(?:tags?|tagged|filed under|posted in|categor(?:y|ies)): .{2,120}|(?:skip|jump) to .{0,20}?content"
    r"|toggle navigation|advertisements?|share this (?:article|story|post|page)|\d+[ -]min(?:ute)?s? read"
    r"|home (?:[»>›/] .{2,40}){1,4})"
)
"""A line that may also stand above the text."""
BREAK = lazy(r"(?<=[.!?”\"]\s)(?:ADVERTISEMENT|Advertisement|SPONSORED)(?=\s+[“\"]?\p{Lu}\p{Ll}*\s)")
"""A notice between two sentences of a paragraph."""
PROSE_NOUNS = lazy(
    r"(?i)(?:menu|reply|about us|contact us|comments|sponsored|print|trending|recommended|more news"
    r"|latest news|related news|recent news|popular news)"
)
TALK = lazy(
    rf"(?i:(?:(?:this is|here is|welcome|i hope|we hope|i love|i like|i made|i created|i am|i'm|i’m|we are"
    rf"|thank|thanks|please|you are|you're|you’re|hello|hi|enjoy|feel free|bookmark)\b.*?\b(?:(?:my"
    rf"|our)(?: \p{{L}}+){{0,2}} {_SITE}|this (?:web ?site|blog|newsletter|channel"
    rf"|home ?page)|(?:love|like|enjoy|visit|visiting|using|to) this site)"
    rf"|(?:i love|i like|enjoy) this site)\b(?=\s*[.!,:]|\s*$|\s(?:and|is|for|to|where|will|on|about"
    rf"|here)\b))"
)
TALK_SUBJECT = lazy(r"(?i)\b(?:i|we|my|our|you|your)\b")
LINK = lazy(r"(?i)(?:please |also,? )*(?:click|tap)\b|to .* click ")
TO_THE_SITE = lazy(
    r"(?i)\b(?:subscribe|sign up|register|share|comment|newsletter|continue|join us|donate|buy|shop|order"
    r"|unsubscribe|more articles"
    r"|(?:read|see|view|find out)(?: \w+)? (?:more|(?:the |this )?(?:full |entire |rest of the )?(?:article"
    r"|story|post)))\b"
    r"(?! (?:about|on|from|of))"
)
"""What a link to the site itself offers; one to a letter or a recording is the author's own."""
META = lazy(
    r"(?i)(?:posted|published|updated|last updated|written|filed|by|on|in|tagged|under|submitted)\b.{0,80}"
    r"|.{0,30}\b(?:19|20)\d\d(?:,? \d\d?:\d\d.{0,12})?"
)
ACTION = lazy(
    r"(?i:(?:leave|post|add|write) a (?:comment|reply)|(?:\d+|no) comments?|permalink|share this.*|print"
    r"|\d+[ -]min.* read)"
)
READING_TIME = lazy(r"(?i:(?:\d+[ -]min(?:ute)?s?(?: read)?|(?:estimated )?reading time:? .{1,20}))")
BAR = lazy(r"\s*[|•·»›]\s*|\s[–—/]\s")
RUN_ON = lazy(
    r"(?i:(?:posted|published|updated)\b.{4,60}? (?:leave a (?:comment|reply)|\d+ comments?"
    r"|no comments(?: yet)?)[.:]?)"
)
VOICE = lazy(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b|\bI['’](?:m|ve|d|ll)\b")
CALL = lazy(
    r"(?i)(?:please |also,? )*(?:subscribe|sign|register|join|get|receive|have|want|follow|like|download"
    r"|click|tap|share|enter"
    r"|don['’]t forget|if you)\b"
)
_BARS = rf"{LINE_START}{CONTROL.pattern}(?:{BAR.pattern})|(?:{BAR.pattern}){ACTION.pattern}"
ANCHOR = (
    rf"(?m:{LINE_START}(?:(?:{LINE.pattern}|{LABEL.pattern})\s*(?:$|\r)|{RUN_ON.pattern}|{TALK.pattern})"
    rf"|(?<!\w){SENTENCE.pattern}|{BREAK.pattern}|{_BARS})"
)
"""What one of them begins with."""
