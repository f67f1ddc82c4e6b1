"""Two stops where one belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from textcheck.document import RUNNING_KINDS, once
from textcheck.rule import Hit, block_function, flags, lazy, passes
from textcheck.rules.punctuation._tokens import ending_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textcheck.document import Block, Document

_ABBREVIATION: Final = (
    r"abbr|anon|approx|arch|assoc|asst|attn|avail|bros|cert|chap|coeff|conf|cont|corp|dept|depts|diss|dist|div|econ"
    r"|elem|encl|equiv|etc|excl|figs|govt|hist|ibid|illus|incl|inst|intl|intro|introd|masc|maths?|misc|mins|natl"
    r"|nos|orig|paras?|philos|plur|pres|prob|proc|pron|prov|pseud|publ|refs?|repr|resp|reps|secs?|sect|sing|spec"
    r"|stat|subj|subst|supp|suppl|syst|tech|temp|trad|trans|transl|univ|usu|vers|viz|vols|vs|yrs|hrs|lbs|pkgs|ests?|comps|grads"
)
_SHORT: Final = (
    r"it|is|me|us|him|her|you|day|way|one|two|ten|six|man|men|new|old|off|out|all|ago|war|law|car|red|own|too|now"
    r"|not|so|them|up|far|few|big|end|use|see|do|go|and|the|on|in"
)
_WHOLE: Final = (
    r"(?:March|April|May|June|July|August|Monday|Friday|Sunday|London|Paris|Berlin|Madrid|Moscow|Boston|France|Spain|Italy"
    r"|China|India|Japan|Russia|Canada|Mexico|Brazil|Africa|Europe|Asia|English|French|German|Today)[.]"
)
"""Short names that are written out, so that their stop is no abbreviation's."""
_WORD: Final = (
    rf"(?! (?:{_ABBREVIATION}|(?!{_WHOLE})\p{{Lu}}\p{{L}}{{0,5}}) [.] )"
    rf"(?: \p{{L}}\p{{Ll}}{{3,}}+ | {_SHORT} )"
)
_PAIR: Final = re.compile(r"[,;:.?!](?:[”\"]?[,;:.?!]|[ ][.,;])")
_DOUBLED: Final = lazy(
    rf"""(?x)
    (?<![\w.@/\\&\#’'-])
    (?: (?P<word> {_WORD} ) (?P<marks> ,,|;; | [,;:]\. | [.][,;:] | ,[;:] | [;:], | [,;:][?!] ) (?=[\s”"’)]|$)
      | (?P<word> \p{{Ll}}{{2,}}+ ) (?P<marks> [?!][.,;:] ) (?=[\s”"’)]|$)
      | (?P<word> [\p{{L}}\p{{N}}][\p{{L}}\p{{N}}’'-]*+ (?:\.[\p{{L}}\p{{N}}’'-]++)*+ [)”"’]? )
        (?P<marks> \.\.(?!\.) ) (?= [\s”"’)] (?!\s*\.) | $ )
      | (?P<word> [\p{{Lu}}\p{{N}}][\p{{L}}\p{{N}}’'-]*+ ) (?P<marks> ,,|;; ) (?=\s|$)
      | (?P<word> \p{{L}}{{2,}}+ ) (?P<marks> \.[ ]\. ) (?= \s+[\p{{Lu}}“"] | \s*$ )
      | (?P<word> {_WORD} ) (?P<marks> \.[ ][,;] ) (?=\s)
      | (?P<word> {_WORD} ) (?P<marks> :: ) (?= [ ][\p{{L}}\p{{N}}“"] )
      | (?P<word> {_WORD} ) (?P<marks> ,[”"],| \.[”"][.,] | ,[”"]\. ) (?=\s|$)
    )
    """
)
_ANCHOR: Final = (
    r"[\p{L}\p{N}’'](?:(?:,,|;;|[,;:]\.|\.[,;:]|,[;:]|[;:],|[,;:][?!]|[?!][.,;:]|[)”\"’]?\.\."
    r"|,[”\"],|\.[”\"][.,]|,[”\"]\.)(?:[\s”\"’)]|$)|\. [.,;](?:\s|$)|:: [\p{L}\p{N}“\"])"
)
_REACH: Final = 40
"""Code points before a pair of stops within which its word begins."""

_TWO_DOTS: Final = lazy(r"(?<!\.)\.\.(?!\.)")

_CITED: Final = lazy(r"(?<!\w)\p{Ll}{2,}+[?!](?=[”’'\"]?\s\p{Ll})")
"""A word with its mark in mid-sentence, as one that the text is about."""

_STYLE: Final = 3
"""Pairs of stops from which an author means an ellipsis by them."""


def _check(document: Document, block: Block) -> Iterator[Hit]:
    text = document.text(block)
    for pair in _PAIR.finditer(text):
        match = ending_at(_DOUBLED, text, pair.start(), _REACH)
        if match is None or (match["marks"] == ".." and _pauses(document)) or document.technical:
            continue
        if match["marks"][0] in "?!" and match["word"] + match["marks"][0] in _cited(document):
            continue
        message = f"Two stops, “{match['marks']}”, after “{match['word'][-40:]}”"
        yield Hit(block.start + match.start(), block.start + match.end(), message)


@once
def _pauses(document: Document) -> bool:
    """Tell whether the author means an ellipsis by two stops."""
    return len(_TWO_DOTS.findall(document.prose)) >= _STYLE


@once
def _cited(document: Document) -> frozenset[str]:
    return frozenset(_CITED.findall(document.prose))


rule = block_function(
    _check,
    anchor=_ANCHOR,
    why="A word between the marks was deleted, or a mark was typed twice; keep the one that is meant.",
    confidence=0.85,
    scope=RUNNING_KINDS,
    cases=[
        flags("The crew came [[home,,]] tired but well."),
        flags("The bridge is [[closed..]] The ferry runs."),
        flags("Has it [[begun?.]] Nobody knows."),
        flags("They won the [[match,.]] The town slept."),
        flags("It opens at nine on [[weekdays.,]] and at ten on Sunday."),
        flags("The ferry sails again in [[April.,]] weather permitting, and calls at two ports."),
        flags("The shop shuts at 9 [[p.m..]] Nobody minds."),
        flags("“We are [[done,”,]] she said."),
        flags("There are three ways to get [[there::]] by bus, by boat and on foot."),
        passes("The class std::vector is used, and the type is f :: a, as they say."),
        passes("For example::\n\n  the mill"),
        passes("Cups, plates, etc., were lost at 3 p.m., as were the notes of Smith et al., 2010."),
        passes("Wait... there is more…. And . . . more."),
        passes("What?! No!! Why??"),
        passes("Yahoo!, Jeopardy! and “Who?”, a play, are names; so is Yahoo!."),
        passes("The range a..z and the path ../docs are short."),
        passes("so.. I was.. you know.. late"),
        passes("She asked “why?”. He lives in the U.S., in Washington, D.C.; it is so."),
        passes("They study the word huh? in ten languages, and every one has its own huh?."),
        passes("Acme Inc., of Boston, and John Jr.; the dept., as it was."),
    ],
)
