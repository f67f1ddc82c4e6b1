"""Citation token of a chat system."""

from __future__ import annotations

from textcheck.rule import Case, flags, passes, pattern

_CITED = (
    r"turn\d+(?:search"
    r"|news|view|image|fetch|file|academia|product|forecast|sports|finance|map|video|reddit|click)\d+"
)

rule = pattern(
    r":?contentReference\[oaicite:\d*\](?:\{index=\d+\})?|\[oaicite:\d+\]"
    r"|\[?oai_citation[:‡]\d+(?:‡[^\]\s]*)?\]?"
    rf"|\ue200?(?:cite|navlist|filecite|image_group|video)?(?:[\ue202\ue200\ue201]*{_CITED})+[\ue200-\ue206]*"
    rf"|(?<!\w)(?:file)?(?:cite)?(?:{_CITED}){{1,8}}(?!\w)"
    r"|【\d+(?::\d+)?†[^】\n]{0,80}】|【\d+†L\d+(?:-L\d+)?】|\[\d+†[\w .-]{1,40}\]"
    r"|(?:\[citation:\d+\])+|\[\^\d{1,3}\^\](?:\[\d{1,3}\])?|</?antml:\w+[^<>\n]{0,100}>"
    r"|<cite index=\"[\d,:-]+\">"
    r"|\[cite_start\]|\[cite:\s?\d+(?:\s?[,-]\s?\d+)*\]|\[(?:attached_file|web|page|memory"
    r"|generated_image):\d+\]"
    r"|</?grok[:-]?\w*[^<>\n]{0,200}>|<grok_?render\b[^<>\n]{0,200}>|\bgrok_render_\w+"
    r"|https?://\S{0,300}?[?&]utm_source=(?:chatgpt\.com|openai|copilot\.com|perplexity(?:\.ai)?|claude\.ai"
    r"|grok\.com)"
    r"|(?<![\w/?&])[?&]?utm_source=(?:chatgpt\.com|openai|copilot\.com|perplexity(?:\.ai)?|claude\.ai"
    r"|grok\.com)"
    r"|sandbox:/mnt/data/[^\s)\]]{1,100}|https?://ppl-ai-file-upload\.[^\s)\]]{1,200}",
    message="A chat system left a citation token here",
    why="Text was copied out of a chat with its markers; put a real source there or delete the token.",
    severity="error",
    confidence=0.98,
    cases=[
        Case(
            "The plant closed in 2019. :contentReference[oaicite:0]{index=0} It has been empty since.",
            ((26, 63),),
        ),
        flags("The plant closed in 2019 [[citeturn0search0]] and has been empty since."),
        flags("The plant closed in 2019 [[turn0search12]]."),
        flags("The plant closed in 2019 [[【12†source】]]."),
        flags("See [[https://paper.news/a?utm_source=chatgpt.com]] for more."),
        Case("The plant closed in 2019 [cite: 12, 14].", ((25, 39),)),
        Case("The plant closed in 2019.[web:3]", ((25, 32),)),
        Case("The plant closed in 2019 [citation:2][citation:5].", ((25, 49),)),
        Case("The plant closed in 2019 [^3^].", ((25, 30),)),
        passes("The plant closed in 2019 [12]."),
        passes("The plant closed in 2019 [citation omitted]."),
        passes("The dagger† marks the dead, and 【1】 the first note."),
        passes("See https://paper.news/a?utm_source=newsletter for more."),
        passes("It was her turn to search 12 houses."),
        passes("The source is cited in turn by 0 of 9 papers."),
    ],
)
