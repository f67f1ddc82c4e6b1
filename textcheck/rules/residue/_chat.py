"""How chat systems and the people who prompt them word what surrounds a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.rule import lazy
from textcheck.rules.residue._context import LINE_START
from textcheck.vocabulary import SPEECH_VERB

if TYPE_CHECKING:
    import regex

_WORK = (
    "(?:articles?|text|versions?|rewrites?|rewording|paraphrase|summar(?:y|ies)|paragraphs?|drafts?"
    "|translation"
    "|headlines?|story|stories|piece|essay|blog post|post|press release|news(?: article| story)?|content"
    "|passage|outline|copy|sentences?|response|titles?|intro|introduction|report|edit)"
)
_OTHER_WORK = (
    "(?:poem|verses?|lyrics|letter|cover letter|e-?mail|message|memo|note|recipe|notice|list|captions?|speech"
    "|script|dialogue|bio|biography|profile|r[eé]sum[eé]|cv|descriptions?|review|toast|eulogy|obituary|sermon"
    "|newsletter|advert|statement|minutes|instructions|slogan|resignation|invitation|transcript|abstract|chapter"
    "|scene|monologue)"
)
"""Works of which people, too, say that here is one; what was done to them tells a chat."""
_BY_CHAT = (
    "(?:polished|rephrased|rewritten|reworded|paraphrased|condensed|proofread|humani[sz]ed|shortened|tightened"
    "|cleaned[- ]up|refined|simplified)"
)
_CORRECTED = (
    r"(?:with|in) (?:(?:the|its|your|all|more|some|a|an) )?(?:\w+ly )?"
    "(?:corrected|improved|revised|updated|proper|better|adjusted|polished|enhanced|consistent|cleaner"
    r"|smoother|simplified|softer|warmer|more \w+) (?:the )?(?:punctuation|grammar|spelling|formatting"
    "|capitali[sz]ation|tone|wording|line breaks|flow|clarity|style|syntax|rhythm|phrasing|language"
    "|readability|vocabulary)"
)
_DONE = (
    "(?:rewritten|revised|rephrased|paraphrased|updated|edited|polished|improved|condensed|shortened"
    "|expanded|translated|corrected|summari[sz]ed|simplified|reworked|refined|cleaned[- ]up|unique"
    "|humani[sz]ed|formatted|alternative|reworded|concise|tightened)"
)
_ASSENT = (
    "(?:Sure(?: thing)?|Certainly|Of course|Absolutely|Great|Okay|OK|Yes|No problem|Understood|Got it|Gladly"
    "|Happy to help|Definitely|Thanks|Thank you|Perfect|Alright|Will do)"
)
_HERE = "(?:[Hh]ere(?:['’]s| is| are)|[Bb]elow (?:is|are)|[Tt]he following (?:is|are))"
_CANNOT = (
    "(?:can(?:not|['’]t| not)|am unable to|['’]m unable to|am not able to|['’]m not able to"
    "|won['’]t be able to)"
)
_REST = r"[^\n.!?]{0,160}[.!?]*"


def _any(wordings: tuple[str, ...], prefix: str = "") -> regex.Pattern[str]:
    return lazy(f"{prefix}(?:{'|'.join(wordings)})")


_SELF = (
    r"as an? (?:ai|artificial intelligence)(?: (?:language )?(?:model|assistant)| chatbot)?(?=,? (?:i|my)\b)",
    r"as an? (?:ai|large)? ?language model",
    (
        r"i(?:['’]m| am) (?:just |only )?an? (?:ai|large|artificial intelligence)\s(?:language model|language"
        r"|model"
        r"|assistant|chatbot)"
    ),
    (
        r"as of my (?:last |latest |most recent |current )?(?:knowledge|training)(?: data)?(?: update"
        r"| cut-?off)?"
        r"(?=,| (?:in|date)\b)"
    ),
    r"as of my (?:last|latest|most recent) (?:update|training|cut-?off)",
    (
        r"my (?:knowledge|training)(?: data)? (?:cut-?off|only goes|ends|was last updated|does not (?:extend"
        r"|include))"
    ),
    r"(?:up to|until) my (?:last|knowledge) (?:update|training|cut-?off)",
    r"i (?:do not|don['’]t) have (?:access to )?real[- ]time (?:information|data|access)",
    (
        r"i (?:do not|don['’]t) have (?:personal (?:opinions|experiences|beliefs|feelings)"
        r"|the ability to browse"
        r"|information (?:about|on) events after|access to the (?:internet|article|full text|link))"
    ),
    (
        rf"(?:(?:i['’]m |i am )?sorry,? but |i apologi[sz]e,? but |unfortunately, )?i ?{_CANNOT} (?:fulfil+"
        rf"|assist with"
        r"|comply with|complete|help(?: you)? with) (?:that|this|your)(?: particular| specific)?"
        r"(?: request| task| prompt)?(?=[.!,]|\s*$)"
    ),
    (
        rf"(?:(?:i['’]m |i am )?sorry|i apologi[sz]e),? but i ?{_CANNOT} (?:assist|help with|provide|generate"
        rf"|create"
        r"|write|access|browse|rewrite|summari[sz]e|verify)\b"
    ),
    (
        rf"(?:unfortunately, )?i ?{_CANNOT} (?:access|browse|open|view|read) (?:the |this |that "
        rf"|your )?(?:(?:provided|full"
        r"|original|linked) )?(?:article|link|url|internet|web ?page|website|external (?:links|websites)"
        r"|content"
        r"|file"
        r"|attachment)s?"
    ),
    (
        r"(?:the|your) (?:provided|given|supplied) (?:article|text|passage|content) (?:does not|doesn['’]t"
        r"|appears|seems|is)"
    ),
    (
        r"based on the (?:information|text|article|passage|content) you(?: have|['’]ve)? (?:provided|given"
        r"|gave|shared)"
        r"(?: me| above| below)?(?=,)"
    ),
)
_EMPTY_HANDED = (
    (
        r"please (?:provide|paste|share|send)(?: me)?(?: with)? (?:the|your) (?:\w+ )?(?:text|article|content"
        r"|passage|paragraph)"
        r" (?:that )?you(?:['’]d| would) like(?: me)?"
    ),
    (
        r"it (?:seems|looks|appears)(?: like| that)* you (?:have not|haven['’]t|didn['’]t|did not"
        r"|forgot to) (?:yet )?"
        r"(?:provided?|pasted?|included?|shared?|attach(?:ed)?)"
    ),
)
"""What a chat says where the prompt came without its text."""
_TOKENS = (
    (
        r"<\|(?:im_start|im_end|endoftext|eot_id|start_header_id|end_header_id|assistant|user|system|end)\|>"
        r"(?:assistant|user|system)?"
    ),
    r"\[/?INST\]|<</?SYS>>|</?think(?:ing)?>|<(?:start|end)_of_turn>(?:model|user)?|</s>(?=\s*$)",
)
_LINE_TOKENS = r"<s>|#{2,3} ?(?:Instruction|Response|Input|Assistant|Human):?[ \t]*$"
"""Tokens at the start of a line."""
ANYWHERE = lazy(rf"(?m:(?i:\b(?:{'|'.join(_SELF + _EMPTY_HANDED)}))|{'|'.join(_TOKENS)}|^(?:{_LINE_TOKENS}))")
"""What only a chat says."""
OPENING = _any(
    (
        (
            rf"{_ASSENT}[!,.:]?\s+(?:{_HERE}|I(?:['’]ll| will| can|['’]ve| have"
            rf"|['’]d be)\b)[^\n.:!?]{{0,160}}[.:!?]*"
        ),
        (
            rf"{_HERE}\s(?:an?|the|your|my|some|one|two|three"
            rf"|\d+)?\s?(?:\w+[ ,-]+){{0,4}}?{_DONE}\s(?:\w+\s){{0,3}}?{_WORK}"
            r"\b[^\n.:!?]{0,140}[.:!?]*"
        ),
        (
            rf"{_HERE}\s(?:an?|the|your)\s(?:\w+[ -]){{0,3}}?(?:{_WORK}|{_OTHER_WORK})\b[^\n.:!?]{{0,60}}?"
            rf"\s{_CORRECTED}\b[^\n.:!?]{{0,80}}:(?=\s*$)"
        ),
        (
            rf"{_HERE}\s(?:an?|the|your)\s(?:\w+[ ,-]+){{0,3}}?{_BY_CHAT}\s"
            rf"(?:version of (?:the|your)\s)?(?:\w+\s){{0,2}}?{_OTHER_WORK}\b[^\n.:!?]{{0,80}}:(?=\s*$)"
        ),
        (
            rf"{_HERE}\s(?:an?|the|your)\s(?:\w+[ -]){{0,4}}?{_WORK}\b[^\n.:!?]{{0,120}}\b(?:you (?:asked"
            rf"|requested|provided"
            r"|gave|shared|wanted|need)|as requested|your own words|(?:of|based on|from|for) (?:the"
            r"|your) (?:(?:provided"
            r"|given|following|above|original) )?(?:text|article|passage|content|document|topic"
            r"|prompt))\b[^\n.:!?]{0,60}"
            r"(?:[:.](?=\s*$)|$)"
        ),
        (
            rf"{_HERE}\s(?:(?:the|your|an?|some|my|one)\s)(?:\w+[ -]){{0,3}}?(?:article|rewrite|rewording"
            rf"|draft"
            rf"|paraphrase"
            r"|blog post|press release|news story|outline|version)\b(?! of (?!the (?:text"
            r"|article)))[^\n.:!?]{0,80}:\s*$"
        ),
        (
            r"I(?:['’]ve| have) (?:rewritten|revised|rephrased|paraphrased|summari[sz]ed|edited|shortened"
            r"|reworded|updated)"
            rf"\s(?:the|your|this)\s(?:\w+\s){{0,3}}?{_WORK}\b[^\n.:!?]{{0,120}}[.:!?]*"
        ),
        (
            rf"Thank(?:s| you) for (?:providing|sharing|sending|pasting|submitting) (?:the|your"
            rf"|this) (?:\w+ )?{_WORK}"
            r"\b(?! of)[^\n.!?]{0,80}[.!?]*"
        ),
    )
)
TASK_WORD = lazy(
    rf"(?i)\b(?:{_WORK}|{_DONE}|rewrit\w+|re-?phras\w+|paraphras\w+|summari[sz]\w+|translat\w+"
    rf"|proofread\w*)\b"
)
ASSENT_ALONE = _any(
    (
        rf"{_ASSENT}!(?=\s*$|\s+[^\p{{Ll}}\s])",
        "Great question!|Good question!|Great choice!",
        r"I['’]d be happy to help[^\n.!]{0,60}[.!]|Happy to help!",
    )
)
_KEPT = (
    "(?:kept|rewritten|re-?worded|rephrased|paraphrased|shortened|expanded|changed|removed|added|avoided"
    "|preserved"
    "|maintained|retained|included|omitted|adjusted|edited|corrected|assumed|used|made|tried|aimed|ensured)"
)
_KEPT_WHAT = (
    "(?:quot\\w+|tone|facts?|paragraphs?|details?|wording|originals?|names?|structure|length|articles?|text"
    "|style"
    "|sentences?|headlines?|meaning|request\\w*|placeholders?|information|content|grammar|version|words?)"
)
NOTE = lazy(
    r"(?i:[(\[*_]*(?:(?:please )?note|n\.?b\.?|disclaimer)(?::| that)\s(?:"
    rf"i(?:['’]ve| have)? {_KEPT}\b[^\n.]{{0,80}}?\b{_KEPT_WHAT}\b"
    r"|(?:this|the above|the (?:above )?(?:article|text|story|version))(?: (?:article|text|story|version"
    r"|piece|summary|is))*"
    r" (?:an? )?(?:purely |entirely |completely )?(?:fictional|fictitious|hypothetical|(?:ai[- ])?generated"
    r"|rewritten"
    r"|rewrite|paraphrased?|based on the (?:provided|given)|created for)\b"
    r"|the (?:original|provided) (?:article|text) )[^\n]{0,160})"
)
"""A note on the work that was done on the text."""
CLOSING = _any(
    (
        rf"I hope you(?: will|['’]ll)? (?:find|found|like|liked|enjoy|enjoyed) (?:this|it|the)\b{_REST}",
        (
            r"(?:I )?[Hh]ope (?:this|that|these)(?: (?:\w+ )?(?:version|rewrite|article|text|draft|summary"
            r"|information|answer"
            r"|response|explanation|revision|outline))? (?:helps?|is helpful|meets? your|works(?: for you)?"
            r"|suits|is what you)"
            rf"\b{_REST}"
        ),
        (
            r"(?:Please )?(?:[Ll]et me know|[Ff]eel free to (?:ask|let me know|adjust|modify|edit|tell me))"
            rf"(?: (?:if|should|whether|how|what|which)\b| to)?{_REST}"
        ),
        r"Would you like me to [^\n?]{2,160}\?|Do you want me to [^\n?]{2,160}\?|Shall I [^\n?]{2,160}\?",
        (
            r"(?:Is there anything else|Do you have any (?:other|further|more) questions)(?: that)?"
            r"(?: (?:I can|I could|you(?:['’]d| would) like me|you need)[^\n?]{0,100})?\?"
        ),
        (
            r"I(?: can|['’]d be happy to|['’]m happy to| would be happy to) (?:also )?(?:make|adjust|shorten"
            r"|expand|revise"
            r"|rewrite|provide|add|help|write|tailor|change|refine)\b[^\n.!?]{0,120}"
            rf"\b(?:if you|if needed|let me know|just)\b{_REST}"
        ),
        (
            r"If you(?:['’]d like| would like| want| need| have)[^\n.!?]{0,80}\b(?:I can|let me know"
            rf"|feel free to (?:ask|let me)|just (?:say|ask|let))\b{_REST}"
        ),
        (
            rf"(?:This|The) (?:{_DONE} )?(?:version|rewrite|revision|text|article|piece|draft|summary)"
            r" (?:maintains|preserves|keeps|retains|aims|captures|avoids|is (?:now )?(?:approximately|about"
            r"|around|more))\b"
            r"[^\n.!?]{2,200}[.!?]*"
        ),
    )
)
ABOUT_TEXT = lazy(
    r"(?i)\b(?:further|more|any|other|else|additional|changes?|adjust\w*|edit\w*|revis\w*|version|tone"
    r"|rewrit\w*"
    r"|expand\w*|shorten\w*|clarif\w+|modif\w+|help\w*|details|questions|like me to|tweak\w*|refine\w*|draft"
    r"|article"
    r"|text|key (?:facts|points)|headlines?|quotes?|useful|sources?|sections?|paragraphs?|original|flow"
    r"|formal|longer|shorter)\b"
)
ABOUT_WORDING = lazy(
    r"(?i)\b(?:tone|rewrit\w*|re-?phras\w*|re-?word\w*|(?:more|less) (?:formal|casual)|formality|wording"
    r"|like me to (?:make (?:it|this|the)|adjust (?:it|this)|shorten|expand|tweak|refine|revise|polish))\b"
)
"""What only the one who worded a text offers to do with it."""
PROMPT = _any(
    (
        (
            r"(?:Prompt|Task|Instructions?|Request):\s(?i:write|rewrite|summari[sz]e|generate|create"
            r"|paraphrase"
            r"|translate)\b[^\n]{0,200}"
        ),
        (
            r"(?:Please )?(?:[Rr]ewrite|[Rr]eword|[Ss]ummari[sz]e|[Pp]araphrase|[Rr]ephrase|[Tt]ranslate"
            r"|[Pp]roofread|[Ee]dit"
            r"|[Ss]horten|[Ss]implify|[Ee]xpand)\s(?:the\s(?:following|above|below)(?:\s\w+){0,3}"
            r"|(?:the|this)\s(?:text|article|paragraph|passage|story|news|content)\b)[^\n]{0,200}"
        ),
        (
            rf"(?:Please )?(?:[Ww]rite|[Gg]enerate|[Cc]reate|[Cc]ompose|[Dd]raft)\s(?:me\s)?(?:an?"
            rf"|the)\s(?:[\w-]+[ -]){{0,5}}?"
            rf"(?:{_WORK})\s(?:about|on|based on|of|for|in)\s[^\n]{{2,200}}"
        ),
        (
            r"You are an? (?:\w+[ -]){0,4}(?:journalist|writer|editor|assistant|copywriter|reporter|expert"
            r"|SEO)\b[^\n]{0,300}"
        ),
        r"Act as an? (?:\w+[ -]){0,4}(?:journalist|writer|editor|copywriter|reporter|expert)\b[^\n]{0,300}",
        (
            r"(?:Write|Respond|Answer|Reply) in (?:an? |the )?(?:\w+ ){0,2}(?:tone|style|voice"
            r"|words)\b[^\n]{0,200}"
        ),
        r"(?:[Uu]se|[Mm]aintain|[Kk]eep) an? (?:\w+,? ){0,3}(?:tone|style|voice)\b[^\n]{0,200}",
    )
)
ANSWERER = lazy(
    r"(?:\[(?:Assistant|AI)\]:?|(?:Assistant|ChatGPT|AI Assistant|ChatGPT said):"
    r"|System:(?=\sYou are\b))(?=\s|$)"
)
ASKER = lazy(r"(?:\[(?:User|Human|System)\]:?|(?:Human|User|System|You said|AI|Bot|Prompt|Model):)(?=\s|$)")
"""A turn whose name also stands before a colon in titles and plays."""
TURN = lazy(r"(?m)^\[?(Assistant|AI|Bot|ChatGPT|Model|Human|User|You said|Prompt)\]?(?: said)?:")
TURNS = 2
"""Distinct speakers from which a text is a chat."""
INTERFACE = lazy(
    r"(?:Regenerate(?: response)?|ChatGPT can make mistakes\.(?: .{0,60})?|Thought for (?:\d+|a few"
    r"|a couple of) seconds"
    r"|Stop generating|Continue generating|Copy code|Was this response better or worse\?"
    r"|\[?(?:Continued? in the next (?:message|response|reply)|[Tt]o be continued in (?:the )?next (?:message"
    r"|response))\]?"
    r"|(?:Changes|Edits|Key changes|Revisions) made:?|(?:Summary|Explanation"
    r"|List) of (?:the )?changes(?: made)?:"
    r"|Good response|Bad response)"
)
"""A whole line of the window around a chat, or of an answer's structure."""
_STARTS = (OPENING, PROMPT, ASSENT_ALONE, ANSWERER, ASKER, INTERFACE, NOTE)
ANCHOR = (
    rf"(?m:{LINE_START}(?:{'|'.join(start.pattern for start in _STARTS)}|{_LINE_TOKENS})"
    rf"|{CLOSING.pattern}|{ANYWHERE.pattern})"
)
"""What one of them begins with."""
REPORTED = lazy(rf"(?i)(?<=\w)[,”\"!]{{1,2}}\s(?:\w+\s){{1,3}}?(?:{SPEECH_VERB})\b")
"""The one who says the words before it is named."""
ABOUT_CHATS = lazy(
    r"(?i)\b(?:chat ?gpt|chat ?bots?|openai|language models?|llms?|prompts?|gemini|copilot|claude"
    r"|machine[- ]generated"
    r"|generative|artificial intelligence)\b"
)
