"""Measure announced by its noun, verb or adjective and left out."""

from __future__ import annotations

from textcheck.document import RUNNING_KINDS
from textcheck.rule import flags, passes, pattern
from textcheck.vocabulary import APPROXIMATOR, PERIOD, UNIT

_NOUN = (
    "time|length|width|height|depth|beam|draft|draught|weight|mass|diameter|radius|span|wingspan|speed|area"
    "|distance|capacity|range|elevation|altitude|population|displacement|wheelbase|bore|stroke|salary|density"
    "|tonnage|complement|thickness|volume|circumference|gradient|temperature|velocity|voltage|power|output"
)
_BEFORE_NOUN = (
    "an?|the|its|his|her|their|whose|and|with|of|total|maximum|minimum|average|mean|median|overall|combined"
    "|estimated|annual|gross|net|land|surface|top"
)
_BEHIND_MEASURE = (
    r"and\s+(?:an?|its|was|is|has|had|the|of|weigh\w+)|with\s+an?|according|ahead|behind"
    r"|at(?!\s+(?:least|most|all))|in\s+(?:length|width|height|diameter|area|depth)|when|as\s+of|per"
    r"|by\s+(?:an?|the)|was|is|were|or\s+(?:more|less)|on\s+(?:the|an?)|from\s+(?:the|an?)|across"
)
_AMOUNT = (
    "audience|population|crowd|attendance|fine|prize|price|total|average|minimum|maximum|sum|fee|budget|turnover"
    "|profit|loss|salary|wage|rent|deposit|dose|score|majority|membership|staff|crew|loan|grant|donation|cost"
    "|rate|turnout|capacity|circulation|yield|temperature|speed|length|width|height|depth|weight|mass|distance"
    "|area|age|penalty|bill|fortune|record|sentence|term|collection|margin|lead|deficit|bonus|reward|ransom|debt"
)
_BEHIND_AMOUNT = r"and|for|per|by|was|were|has|had|in\s+the|on\s+the|to\s+the|from\s+the"
_APPROXIMATELY = r"approximately|about|around|roughly|nearly|almost|over|up\s+to|more\s+than|at\s+least"
_TAKES_MEASURE = (
    r"contains|containing|encompass(?:es|ing)|occup(?:ies|ying)|requires|carries|measures\s+approximately"
    rf"|to\s+(?:produce|cover|contain|hold|carry|yield|require|reach|span|drain)|covers?\s+(?:{_APPROXIMATELY})"
)
"""Verb forms that are no nouns: “covers of” may be about books."""

_DIMENSION = "long|wide|high|tall|deep|thick|lower|higher|apart|away|across|square"
_BEHIND_DIMENSION = r"and|by|with|from|than|in|at|on|of|to|which|that|but|when|miles|kilomet\w+|met\w+|feet"

rule = pattern(
    rf"""(?x)
    (?<![\w’'-])
    (?P<span>
      # A noun: “a beam of and”
      (?i: {_BEFORE_NOUN} ) \s+ (?i: {_NOUN} ) \s+ of (?:\s+(?:{APPROXIMATOR}))?
      (?= \s+(?:{_BEHIND_MEASURE})\b )
    | (?i: elevation|altitude|height|depth ) \s+ of (?:\s+(?:{APPROXIMATOR}))?
      (?= \s+(?:above|below)\s+(?:mean\s+)?sea )
      # “The cost of and need for” is sound; “a cost of and” is not.
    | (?i: an? ) \s+ (?:\p{{Ll}}+\s+){{0,2}} (?:{_AMOUNT}) \s+ of (?= \s+(?:{_BEHIND_AMOUNT})\s )
    | (?i: an? ) \s+ (?:average|minimum|maximum|total|further) \s+ of (?= \s+(?:{PERIOD})\b )
    | (?: hours|ages|speeds|temperatures|winds|prices|heights|depths ) \s+ of (?= \s+and\b )
    | (?i: distance|difference|angle|gap|correlation|ratio|interval ) \s between \s
      (?:the\s)? \p{{Ll}}+ \s and (?= \s(?:is|was|are|were)\s )
      # A verb: “covers nearly of”
    | (?i: {_TAKES_MEASURE} ) (?:\s+(?:{_APPROXIMATELY}))? \s+ of (?= \s+\p{{Ll}} )
    | (?i: lies|rises|stands|situated|located ) (?= \s+(?:above|below)\s+(?:mean\s+)?sea\s+level\b )
    | (?: is|was|are|were|lies|lay|stands|stood|located|situated ) \s+ (?:about|approximately|roughly)
      (?= \s+from\s+(?:the|a)\s )
    | (?i: for|takes?|took|lasts?|lasted|to|works?|worked ) \s+ (?:{PERIOD})
      (?= \s+(?:per|a)\s+(?:day|week|month|year)\b )
      # Half of a tolerance: “50 ±”
    | \d[\d.,]*+ \s? ±
      (?= \s+(?!(?:SD|SE|SEM|s\.|standard|sd|se|sem|stdev|a|an|the|one|two|half)\b)\p{{L}}
        | \s?[.,;)](?:\s|$) )
    | (?<= \p{{Ll}}\s ) ± (?= \s+(?:{UNIT}|%) )
      # An adjective or nothing: “about long”, “Nearly of”
    | (?i: about|approximately|around|roughly|nearly|almost ) \s+ (?:{_DIMENSION})
      (?= \s*[,.;] | \s+(?:{_BEHIND_DIMENSION})\b )
    | (?: About|Approximately|Nearly|Almost|Roughly ) (?= \s+(?:in|of)\s )
    )""",
    message="No measure in “{span}”",
    why="A number with its unit was dropped, often by a template that was not expanded.",
    scope=RUNNING_KINDS,
    cases=[
        flags("The lake is at an [[elevation of]] above sea level."),
        flags("She had [[a beam of]] and a draught of nine feet."),
        flags("It has [[a range of]] at cruising speed."),
        flags("The parish has [[an area of approximately]] and a church."),
        flags("The firth is [[about long]] and narrows at the end."),
        flags("The reserve [[covers nearly of]] shoreline."),
        flags("The course runs [[for hours]] per day."),
        flags("The car park [[is about]] from the beach; the [[distance between points and]] is small."),
        flags(
            "It drew [[an audience of]] and raised [[a total of]] for the roof in [[an average of]] hours."
        ),
        flags("[[Nearly]] of the pupils walk to school."),
        flags("Portions of [[20 ±]] were weighed; the rest came to [[±]] mg."),
        passes("A mean of 20 ± 3 mg, or 20 ± SD, within ±2 % of the target."),
        passes("The cost of and need for care; a number of and many; the average of hours worked."),
        passes("The lake is at an elevation of 300 m above sea level."),
        passes("A distance of at least forty miles."),
        passes("It has a population of 300 and an area of two acres."),
        passes("The speed of the boat and the height of the mast."),
        passes("They knew about high prices and long queues."),
        passes("She worked for hours; it took days."),
    ],
)
