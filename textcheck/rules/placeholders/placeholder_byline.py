"""Byline with a form's default in place of the author's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.placeholders._context import GIVEN_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

EDGE = 6
"""Blocks from either end of a text among which a line without “by” may be a byline."""

LONGEST_LINE = 200
"""Code points of the longest line that is a byline."""

LONGEST_CREDIT = 120
"""Code points before the end of a block in which a picture credit begins."""

_ROLE = "Author|Admin|Administrator|Username|Surname|Lastname|Byline|Webmaster|Copywriter|Blogger|Contributor"
_LOOSE_ROLE = "Writer|Editor|Reporter|Journalist|Correspondent|Columnist|User|Publisher|Journo"
_QUALIFIER = (
    "Guest|Staff|Senior|Junior|Chief|Contributing|About|Featured|Lead|Managing|Site|Web|Website|System"
    "|Systems|Network"
    "|Database|Associate|Assistant|Deputy|Copy|News|Sports|Political|Freelance|Foreign|Business|Best"
    "|Corresponding|Meet"
    "|New|Published|Debut|Bestselling|Best-selling|Award-winning|First|Second|Last|The|An|Our|Your|This"
    "|Every|Each|Travel"
    "|Food|Fashion|Tech|Technology|Science|Health|Regular|Former|Executive|Principal|Sole|Main|Single"
    "|Original|Anonymous"
    "|Unknown|Local|Young|Famous|Noted|Major|Top|Key|Financial|Largest|Campaign|Small|Acting|Regional|School"
    "|Hospital"
    "|Estate|Court|Office|Land|Server|Linux|Unix|Post|Email|Biden|Trump|Obama|Bush|Clinton|Reagan|Nobel|Same"
    "|Other"
    "|Another|Contact|From|By|Co|NASA|FAA|EPA|GSA|Parks|SEO|Content|Official|Digital|Independent|One|Two"
    "|Crime|Legal"
    "|Medical|Children’s|Children's|Bill|Regulatory|SBA|FEMA|USAID|USDA"
)
_DEFAULT = (
    r"(?i:(?:staff\s+|guest\s+|senior\s+)?(?:writer|editor|reporter|contributor|correspondent"
    r"|journalist)(?:['’]s)?\s+name"
    r"|(?:the\s+)?author(?:['’]s)?\s+name(?:\s+here)?|your\s+(?:full\s+)?name(?:\s+here)?|name\s+surname"
    r"|first\s?name\s+(?:last|sur)\s?name|first\s+last|full\s+name(?:\s+here)?|(?:site"
    r"|web)?\s?admin(?:istrator)?"
    r"|wp-?admin"
    r"|user\s?name|default\s+(?:author|user)|test\s+(?:author|user)|author\s+here|byline(?:\s+(?:here"
    r"|goes\s+here))?"
    r"|insert\s+(?:author|name|byline)(?:\s+name)?(?:\s+here)?|webmaster|writer(?:['’]s)?\s+name(?:\s+here)?"
    r"|reporter(?:['’]s)?\s+name(?:\s+here)?|name\s+(?:goes\s+)?here|root)"
)
_BY = (
    r"(?i:(?:(?:written|posted|published|submitted|reported|created|edited|story|article|words|text|post"
    r"|news)\s+)?by"
    r":?\s+|(?:author|byline|writer|reporter)\s*:\s*)"
)
_TAIL = r"(?:\s*(?:[|•·—–]|,\s|\s-\s|\bon\b|\bin\b|\bat\b|\bfor\b).{0,70})?\.?\s*"
_NAMED = (
    rf"(?:(?!(?:{_QUALIFIER})\b)\p{{Lu}}\p{{Ll}}[\p{{L}}’'-]*(?:\s\p{{Lu}}\.)?\s(?:{_ROLE})"
    rf"|(?:{GIVEN_NAMES})(?:\s\p{{Lu}}\.)?\s(?:{_LOOSE_ROLE}))"
)
_NAMED_BY = (
    rf"{_BY}(?:{_DEFAULT}|{_NAMED}|Author|AUTHOR|User|NAME|TK(?:TK)?|TBD|X{{2,4}}"
    r"|J(?:ohn|ane) (?:Doe|Q\. Public)|_{3,})(?!\w)"
)
_CREDITED = (
    r"(?P<line>(?i:(?:photo(?:graph|graphy)?|image|picture|illustration"
    r"|graphic|video|art|map|chart)s?"
    r"\s?(?:(?:credit|courtesy|source)\s?:|credit\s|courtesy\sof\s|by:?\s|:\s|/\s?)|(?:courtesy|credit"
    r"|source):?\s)"
    r"\s?(?:(?i:(?:photographer|agency|artist|author|source|your|full|credit|illustrator)(?:['’]s)?\sname"
    r"|first\s?name\s(?:last|sur)\s?name|first\slast|name\s(?:goes\s)?here|name\s?/\s?(?:agency|source|outlet"
    r"|organi[sz]ation|publication))|NAME|AGENCY|PHOTOGRAPHER|SOURCE|ARTIST|TK|TKTK|Photographer|XX+)"
    r"(?:\s?/\s?[\p{L} ]{2,30})?)(?=[)\]]?\.?\s*$)"
)
_NAMED_ALONE = (
    rf"(?P<line>{_NAMED}|(?i:(?:author|writer|reporter|your|full)(?:['’]s)?\s+name(?:\s+here)?"
    r"|first\s?name\s+(?:last|sur)\s?name|byline(?:\s+goes)?\s+here|name\s+surname)|FIRST LAST"
    r"|First Last(?:name)?|AUTHOR NAME)"
    r"(?:,\s(?:Staff\s)?(?:Writer|Reporter|Correspondent|Contributor))?\s*"
)
_WITH_BY = lazy(rf"(?P<line>{_NAMED_BY}){_TAIL}")
_CREDIT = lazy(rf"(?:^|(?<=[.!?”\")]\s|[(\[])){_CREDITED}")
_WITHOUT_BY = lazy(rf"[-–—~*]*\s*{_NAMED_ALONE}")


def _check(document: Document, block: Block) -> Iterator[Hit]:
    blocks = document.prose_blocks
    edge = block in blocks[:EDGE] or block in blocks[-EDGE:]
    hit = _line(document, block, edge=edge) or _credit(document, block)
    if hit:
        yield hit


def _line(document: Document, block: Block, *, edge: bool) -> Hit | None:
    line = document.text(block).split("\n", 1)[0].rstrip()
    if len(line) > LONGEST_LINE:
        return None
    match = _WITH_BY.fullmatch(line) or (_WITHOUT_BY.fullmatch(line) if edge else None)
    if match is None:
        return None
    start, end = match.span("line")
    return Hit(block.start + start, block.start + end, f"“{match['line']}” names no author")


def _credit(document: Document, block: Block) -> Hit | None:
    text = document.text(block)
    match = _CREDIT.search(text, max(len(text) - LONGEST_CREDIT, 0))
    if match is None:
        return None
    start, end = match.span("line")
    return Hit(block.start + start, block.start + end, f"“{match['line']}” names nobody")


rule = block_function(
    _check,
    why="The default of a form or of the publishing system was never replaced; put the author's name there.",
    anchor=rf"(?m){_NAMED_BY}|{_CREDITED}|{_NAMED_ALONE}$",
    cases=[
        flags("The talks ended in silence.\n\n\n[[Hakan Author]]\n\nThe end of the page."),
        flags("[[By Admin]]\n\nThe council met on Monday."),
        flags("[[Posted by admin]] on 3 May 2021\n\nThe council met on Monday."),
        flags("Council meets again\n\n[[Written by Your Name]]\n\nThe council met on Monday."),
        flags("[[By Firstname Lastname]]\n\nThe council met on Monday."),
        flags("The council met on Monday.\n\n[[Author Name]]"),
        flags("The council met on Monday.\n\n[[John Editor]]"),
        flags("[[By: Maria Reporter]] | London\n\nThe council met on Monday."),
        flags("[[By First Last]]\n\nThe council met on Monday."),
        flags("[[By XXXX]] | 3 May 2021\n\nThe council met on Monday."),
        flags("The bridge at dawn. [[Photo by NAME/AGENCY]]"),
        flags("The bridge at dawn ([[Photo: Photographer Name]])\n\nThe council met on Monday."),
        flags("[[Image credit: Your Name]]\n\nThe council met on Monday."),
        flags("[[FIRST LAST]]\n\nThe council met on Monday."),
        passes("First Last Lap\n\nThe council met on Monday."),
        passes("By First Lady Ann Hill\n\nThe council met on Monday."),
        passes("The bridge at dawn. Photo by Jan Berg/AFP"),
        passes("Photo by NASA/JPL\n\nThe council met on Monday."),
        passes("Source: Agency for Roads\n\nThe photo by name is lost."),
        passes("By Staff Writer\n\nThe council met on Monday."),
        passes("Guest Author\n\nThe council met on Monday."),
        passes("The council met on Monday.\n\nSenior Editor"),
        passes("The council met on Monday.\n\nJane Smith, Editor"),
        passes("The council met on Monday.\n\nAbout the Author"),
        passes("By Mark Reader\n\nThe council met on Monday."),
        passes("By Jimmy Page and Nick Cook\n\nThe council met on Monday."),
        passes("The network was built by administrators who work at night."),
        passes("By Rosa Winter, Senior Writer\n\nThe council met on Monday."),
        passes("Every post by admin users is reviewed before it goes out."),
    ],
)
