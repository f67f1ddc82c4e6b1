"""Reply or prompt of a chat with a language model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from textcheck.document import quoted
from textcheck.rule import Case, Hit, flags, function, passes
from textcheck.rules.residue._context import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textcheck.document import Block, Document
    from textcheck.finding import Severity

_WORK = (
    r"(?:articles?|text|versions?|rewrite|paraphrase|summar(?:y|ies)|paragraphs?|drafts?|translation"
    r"|headlines?|story|stories|piece"
    r"|essay|blog post|post|press release|news(?: article| story)?|content|passage|outline|copy|sentences?"
    r"|response|title|intro"
    r"|introduction|report|edit)"
)
_DONE = (
    r"(?:rewritten|revised|rephrased|paraphrased|updated|edited|polished|improved|condensed|shortened"
    r"|expanded|translated|corrected"
    r"|summari[sz]ed|simplified|reworked|refined|cleaned[- ]up|unique|humani[sz]ed|formatted|alternative)"
)
_ASSENT = (
    r"(?:Sure(?: thing)?|Certainly|Of course"
    r"|Absolutely|Great|Okay|OK|Yes|No problem|Understood|Got it|Gladly|Happy to help)"
)
_ANYWHERE = regex.compile(
    r"(?i)\b(?:as an? (?:ai|artificial intelligence)(?: (?:language )?(?:model|assistant)"
    r"| chatbot)?(?=,? (?:i|my)\b)"
    r"|as an? (?:ai|large)? ?language model|i(?:['’]m| am) (?:just |only )?an? (?:ai|large"
    r"|artificial intelligence)\s(?:language"
    r"|model|assistant)|as of my (?:last|latest|most recent) (?:knowledge )?(?:update|training"
    r"|cut-?off)(?: in)?"
    r"|my (?:knowledge|training)(?: data)? (?:cut-?off|only goes|ends|was last updated)|(?:up to"
    r"|until) my (?:last|knowledge)"
    r" (?:update|training|cut-?off)|i (?:do not|don['’]t) have (?:access to )?real[- ]time (?:information"
    r"|data|access)"
    r"|i (?:do not|don['’]t) have (?:personal (?:opinions|experiences|beliefs)|the ability to browse)"
    r"|(?:i['’]m sorry,? but )?i (?:can(?:not|['’]t| not)|am unable to|['’]m unable to) (?:fulfil+"
    r"|assist with|comply with|complete"
    r"|help with) (?:that|this|your) request|(?:i['’]m sorry|i apologi[sz]e|sorry),? but i (?:can(?:not"
    r"|['’]t)|am unable to)"
    r" (?:assist|help|provide|generate|create|write|access|browse|rewrite)\b)"
    r"|<\|(?:im_start|im_end|endoftext|eot_id|start_header_id|end_header_id|assistant|user"
    r"|system)\|>(?:assistant|user|system)?"
    r"|\[/?INST\]|<</?SYS>>|</?think>|(?m)^#{2,3} ?(?:Instruction|Response|Input|Assistant|Human):?[ \t]*$"
)
_OPENING = regex.compile(
    rf"{_ASSENT}[!,.:]?\s+(?:[Hh]ere(?:['’]s| is| are)|[Bb]elow (?:is|are)|I(?:['’]ll| will| can|['’]ve"
    rf"| have|['’]d be)\b)[^\n.:!?]{{0,160}}[.:!?]*"
    rf"|(?:[Hh]ere(?:['’]s| is| are)|[Bb]elow (?:is|are))\s(?:an?|the|your|my|some|one|two|three"
    rf"|\d+)?\s?(?:\w+[ ,-]+){{0,4}}?{_DONE}\s"
    rf"(?:\w+\s){{0,3}}?{_WORK}\b[^\n.:!?]{{0,140}}[.:!?]*"
    rf"|(?:[Hh]ere(?:['’]s| is| are)|[Bb]elow (?:is|are))\s(?:an?|the"
    rf"|your)\s(?:\w+[ -]){{0,4}}?{_WORK}\b[^\n.:!?]{{0,120}}"
    r"\b(?:you (?:asked|requested|provided|gave|shared|wanted)|as requested|your own words|(?:of|based on"
    r"|from|for) (?:the|your)"
    r" (?:(?:provided|given|following|above|original) )?(?:text|article|passage|content|document|topic"
    r"|prompt))\b[^\n.:!?]{0,60}(?:[:.](?=\s*$)|$)"
    rf"|I(?:['’]ve| have) (?:rewritten|revised|rephrased|paraphrased|summari[sz]ed|edited|shortened)\s(?:the"
    rf"|your|this)\s(?:\w+\s){{0,3}}?"
    rf"{_WORK}\b[^\n.:!?]{{0,120}}[.:!?]*"
)
_TASK_WORD = regex.compile(
    rf"(?i)\b(?:{_WORK}|{_DONE}|rewrit\w+|re-?phras\w+|paraphras\w+|summari[sz]\w+|translat\w+"
    rf"|proofread\w*)\b"
)
_ASSENT_ALONE = regex.compile(
    rf"(?:{_ASSENT}!|Great question!|I['’]d be happy to help[^\n.!]{{0,60}}[.!]|Happy to help!)"
)
_CLOSING = regex.compile(
    r"(?:I hope (?:this|that|these)(?: (?:\w+ )?(?:version|rewrite|article|text|draft|summary|information"
    r"|answer|response|explanation|revision|outline))? (?:helps?|is helpful|meets? your|works for you"
    r"|suits)[^\n.!?]{0,80}[.!?]*"
    r"|(?:Please )?(?:[Ll]et me know|[Ff]eel free to (?:ask|let me know|adjust|modify|edit"
    r"|tell me))"
    r"(?: (?:if|should|whether|how|what|which)\b| to)?[^\n.!?]{0,160}[.!?]*"
    r"|Would you like me to [^\n?]{2,160}\?|Do you want me to [^\n?]{2,160}\?|If you(?:['’]d like"
    r"| would like| want| need)[^\n.!?]{0,80}"
    r"\b(?:I can|let me know|just (?:say|ask|let))\b[^\n.!?]{0,120}[.!?]*"
    rf"|(?:This|The) {_DONE} (?:version|text|article|piece|draft) (?:maintains|preserves|keeps|retains|aims"
    rf"|uses|captures|avoids|is"
    r" (?:now )?(?:approximately|about|around|more))\b[^\n.!?]{2,200}[.!?]*)"
)
_ABOUT_TEXT = regex.compile(
    r"(?i)\b(?:further|more|any|other|additional|changes?|adjust\w*|edit\w*|revis\w*|version|tone|rewrit\w*"
    r"|expand\w*|shorten\w*"
    r"|clarif\w+|modif\w+|help\w*|details|questions|like me to|tweak\w*|refine\w*|draft|article|text)\b"
)
_PROMPT = regex.compile(
    r"(?:(?:Please )?(?:[Rr]ewrite|[Ss]ummari[sz]e|[Pp]araphrase|[Rr]ephrase|[Tt]ranslate|[Pp]roofread"
    r"|[Ee]dit)\s(?:the\s(?:following|above|below)"
    r"(?:\s\w+){0,3}|this\s(?:text|article|paragraph|passage|story|news|content)\b)[^\n]{0,200}"
    rf"|(?:Please )?(?:[Ww]rite|[Gg]enerate|[Cc]reate|[Cc]ompose)\s(?:me\s)?(?:an?"
    rf"|the)\s(?:\w+[ -]){{0,4}}?(?:{_WORK})\s(?:about|on|based on|of)\s"
    r"[^\n]{2,200}|You are an? (?:\w+[ -]){0,4}(?:journalist|writer|editor|assistant|copywriter|reporter"
    r"|expert|SEO)\b[^\n]{0,300})"
)
_SPEAKER = regex.compile(
    r"(?:\[(?:Assistant|User|Human|System|AI)\]:?|(?:Assistant|Human|ChatGPT|AI Assistant"
    r"|ChatGPT said):)(?=\s|$)"
)
_ABOUT_CHATS = regex.compile(
    r"(?i)\b(?:chat ?gpt|chat ?bots?|openai|language models?|llms?|prompts?|gemini|copilot|claude"
    r"|machine[- ]generated|generative"
    r"|artificial intelligence)\b"
)
_EDGE = 3
"""Blocks from the end of a text among which a reply takes its leave."""

_START = 2
"""Blocks from the start of a text among which a reply or a prompt begins."""


def _check(document: Document) -> Iterator[Hit]:
    blocks = document.prose_blocks
    about = _is_about_chats(document)
    for number, block in enumerate(blocks):
        text = document.text(block)
        end_of_last = -1
        for start, end, severity in sorted(_spans(document, block, number, len(blocks), about=about)):
            if start >= end_of_last and not quoted(text, start):
                end_of_last = end
                yield Hit(
                    block.start + start,
                    block.start + end,
                    f"“{shown(text[start:end])}” comes from a chat",
                    severity=severity,
                    confidence=0.7 if severity == "warning" else None,
                )


def _is_about_chats(document: Document) -> bool:
    """Tell whether a text speaks of chats apart from what a chat says of itself."""
    own = [match.span() for match in _ANYWHERE.finditer(document.prose)]
    return any(
        not any(start <= match.start() < end for start, end in own)
        for match in _ABOUT_CHATS.finditer(document.prose)
    )


def _spans(
    document: Document, block: Block, number: int, total: int, *, about: bool
) -> Iterator[tuple[int, int, Severity]]:
    text = document.text(block)
    at_start = [_SPEAKER]
    if number < _START:
        at_start += [_OPENING, _PROMPT, _ASSENT_ALONE]
    elif not about:
        at_start.append(_OPENING)
    for expression in at_start:
        opening = expression.match(text)
        if opening and (expression is not _OPENING or _TASK_WORD.search(opening[0])):
            yield *opening.span(), "error"
            break
    for match in _ANYWHERE.finditer(text):
        if not about or match.start() == 0:
            yield *match.span(), "error"
    if not about and number >= total - _EDGE:
        yield from _closings(text, [sentence.start - block.start for sentence in document.sentences(block)])


def _closings(text: str, starts: Sequence[int]) -> Iterator[tuple[int, int, Severity]]:
    for start in starts:
        match = _CLOSING.match(text, start)
        if match and _ABOUT_TEXT.search(match[0]):
            yield *match.span(), "warning"


rule = function(
    _check,
    why="A language model’s answer or prompt was published with the text; delete it and read the rest.",
    triggers=(
        *(
            "sure",
            "certainly",
            "of course",
            "absolutely",
            "here is",
            "here's",
            "here’s",
            "here are",
            "below is",
            "below are",
        ),
        *(
            "language model",
            "as an ai",
            "an ai ",
            "knowledge",
            "my last",
            "my training",
            "real-time",
            "real time",
            "request",
        ),
        *(
            "sorry",
            "apologi",
            "<|",
            "inst]",
            "<<",
            "think>",
            "### ",
            "## ",
            "hope",
            "let me know",
            "feel free",
            "would you like",
        ),
        *(
            "do you want me",
            "if you",
            "version",
            "rewrit",
            "summari",
            "paraphras",
            "rephras",
            "translate",
            "write ",
            "generate",
        ),
        *(
            "create",
            "compose",
            "you are a",
            "assistant",
            "human",
            "user",
            "chatgpt",
            "great",
            "happy to help",
            "don't have",
        ),
        *(
            "don’t have",
            "do not have",
            "proofread",
            "edit",
            "okay",
            "understood",
            "got it",
            "gladly",
            "no problem",
            "i've",
            "i’ve",
        ),
        *("i have", "absolutely", "yes"),
    ),
    severity="error",
    confidence=0.92,
    cases=[
        flags("[[As an AI language model]], I cannot predict the vote. The vote is on Sunday."),
        flags("[[Sure! Here's the rewritten article:]]\n\nThe council met on Monday."),
        flags("[[Certainly!]]\n\nThe council met on Monday."),
        flags(
            "The council met on Monday.\n\n[[I hope this helps!]] [[Let me know if you'd like any changes.]]"
        ),
        flags("[[Here is a revised version of the text you provided:]]\n\nThe council met on Monday."),
        flags("The figures are old. [[As of my last knowledge update in]] 2021, the mill was open."),
        flags("[[Rewrite the following article in your own words.]]\n\nThe council met on Monday."),
        Case("[Assistant]: The council met on Monday.", ((0, 12),)),
        flags("[[I’m sorry, but I cannot fulfill this request]]."),
        flags("The council met.\n\n[[Would you like me to make the tone more formal?]]"),
        passes("The book’s preface began: “As an AI language model, I cannot have opinions.”"),
        passes("ChatGPT answers often begin with as an AI language model, a phrase that readers know."),
        passes("“Certainly!” she said.\n\nThe council met on Monday."),
        passes("Here is a summary of the bill, which the House passed on Monday."),
        passes("“I hope this helps the farmers,” he said."),
        passes("The council met on Monday.\n\nHe asked her to let me know if it rained."),
        passes("Sure, it was late, but they went on."),
        passes("The editor had to rewrite the following chapter twice."),
        passes("Write to the mayor about the bridge, he told them."),
    ],
)
