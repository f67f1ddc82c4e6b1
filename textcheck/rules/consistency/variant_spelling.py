"""Name that the text spells in two ways."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from textcheck.finding import Suggestion
from textcheck.rule import Hit, flags, function, passes
from textcheck.rules.consistency._context import sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from textcheck.document import Block, Document
    from textcheck.finding import Severity, Span

_UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁŃŅŇŐŘŚŞŠŢŤŪŮŰŹŻŽ"
_WORD: Final = rf"[{_UPPER}][^\W\d_]+(?:[-’'][{_UPPER}][^\W\d_]+)?"
_NAMES: Final = re.compile(
    rf"(?P<given>[{_UPPER}](?<![\w’'-][{_UPPER}])[^\W\d_]+(?:[-’'][{_UPPER}][^\W\d_]+)?)(?=[\s’'])"
    rf"(?: (?:[{_UPPER}]\. )?(?=(?P<family>{_WORD}))"
    r"|(?=\s(?:said|says|told|added|asked|wrote|was|is|has|had|died|won|joined|left|led|became|scored|played"
    r"|began|moved|married|studied|worked|published|returned|went|took|made|also|later)\b|[’']s\b))"
)
"""A given name with its family name, or a name alone."""
_TITLED: Final = re.compile(
    rf"(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Lady|President|Professor|Senator)\.?\s"
    rf"(?P<name>[{_UPPER}][^\W\d_]{{4,}})"
    rf"(?!\w|[-’'][{_UPPER}]|\s[{_UPPER}])"
)
"""These are led by a class of letters that the standard library searches fast."""

_NO_GIVEN_NAMES: Final = frozenset(
    {
        *("According", "After", "Also", "Although", "American", "Among", "And", "April", "As", "At"),
        *("August", "Because", "Before", "Both", "British", "But", "By", "Can", "Captain", "Central"),
        *("Chief", "Coach", "Congressman", "Congressmen", "Congresswoman", "Congresswomen", "Could"),
        *("Dame", "December", "Deputy", "Despite", "Did", "Does", "Dr", "During", "Earlier", "East"),
        *("Eastern", "European", "Even", "February", "Federal", "First", "For", "Friday", "From"),
        *("General", "Governor", "Great", "Had", "Has", "Her", "Here", "High", "His", "How", "However"),
        *("Human", "If", "In", "International", "Is", "Its", "January", "Judge", "July", "June", "Lady"),
        *("Later", "Like", "Lord", "Madam", "Madame", "March", "May", "Mayor", "Meanwhile", "Might"),
        *("Minister", "Monday", "Mr", "Mrs", "Ms", "My", "National", "Near", "New", "Nor", "North"),
        *("Northern", "November", "Now", "October", "Old", "On", "Once", "Only", "Or", "Our", "Over"),
        *("Perhaps", "President", "Prime", "Prof", "Professor", "Public", "Representative", "Reverend"),
        *("Secretary", "Sergeant", "Officer", "Royal", "Saint", "Saturday", "Second", "Senator"),
        *("September", "Should", "Since", "Sir", "So", "Social", "Soon", "South", "Southern", "State"),
        *("Still", "Sunday", "Supreme", "That", "The", "Their", "Then", "There", "These", "Third", "This"),
        *("Those", "Though", "Thursday", "To", "Today", "Tuesday", "Under", "United", "Unlike", "Until"),
        *("Vice", "Was", "Wednesday", "West", "Western", "What", "When", "Where", "While", "Who", "Why"),
        *("Will", "With", "World", "Would", "Yesterday", "Yet", "Your"),
    }
)
_SHORTEST_FAMILY: Final = 5
_SHORTEST_GIVEN: Final = 6
_SHORTEST_ALONE: Final = 6
"""Letters of the shortest names of which one letter is compared."""

_REGULAR: Final = re.compile(
    r"(?:man \w+men|men \w+man|sis \w+ses|ses \w+sis|[cs]e(?:[sd]|ns?e?)? \w+[cs]e(?:[sd])?|our \w+or"
    r"|or \w+our"
    r"|er \w+re|re \w+er|i[sz]ations? \w+i[sz]ations?)$"
)
"""Plurals, and British beside American spelling, which belong to the names as they are."""

_USUAL_TIMES: Final = 2
"""Times from which one spelling of a name is the usual one."""

_MAX_NAMES: Final = 2_000
"""Names beyond which a text is a directory, in which like names are different people."""


class _Name(NamedTuple):
    word: str
    full: str
    start: int


def _check(document: Document) -> Iterator[Hit]:
    prose = document.prose
    by_given: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
    by_family: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
    alone: list[re.Match[str]] = []
    for match in _NAMES.finditer(prose):
        name, family = match.groups()
        if family is None:
            alone.append(match)
        elif name not in _NO_GIVEN_NAMES:
            by_given[name].append(match)
            by_family[family].append(match)
    if not by_family or len(by_family) > _MAX_NAMES:
        return
    found: dict[int, Hit] = {}
    for groups, part, shortest in (
        (by_given, "family", _SHORTEST_FAMILY),
        (by_family, "given", _SHORTEST_GIVEN),
    ):
        for matches in groups.values():
            if len(matches) > 1 and len({match[part] for match in matches}) > 1:
                _compare(document, [_name(match, part) for match in matches], shortest, found)
    _compare_alone([*_titled(prose), *_untitled(prose, alone)], by_family, by_given, found)
    yield from (hit for hit in found.values() if _block(document, hit.start) is not None)


def _name(match: re.Match[str], part: str) -> _Name:
    """Return one of the two names of a person named in full."""
    return _Name(match[part], f"{match['given']} {match['family']}", match.start(part))


def _titled(prose: str) -> Iterator[_Name]:
    """Yield the names that stand behind a title."""
    for match in _TITLED.finditer(prose):
        yield _Name(match["name"], match[0], match.start("name"))


def _untitled(prose: str, alone: list[re.Match[str]]) -> Iterator[_Name]:
    """Yield the names before a verb that no given name, nor any other, stands before."""
    for match in alone:
        name = match["given"]
        if len(name) >= _SHORTEST_ALONE and name.isalpha() and not _has_given_name(prose, match.start()):
            yield _Name(name, name, match.start())


def _block(document: Document, offset: int) -> Block | None:
    """Return the block of prose that holds a prose offset."""
    blocks = document.prose_blocks
    index = bisect_right(blocks, offset, key=lambda block: block.start) - 1
    return blocks[index] if index >= 0 and offset < blocks[index].end else None


def _has_given_name(text: str, start: int) -> bool:
    """Tell whether a name follows another capitalised word in its sentence."""
    before = text[max(start - 30, 0) : start].split()
    word = before[-1] if before else ""
    return word[:1].isupper() and word not in _NO_GIVEN_NAMES and not word.endswith((".", ","))


def _compare(document: Document, names: list[_Name], shortest: int, found: dict[int, Hit]) -> None:
    """Report the rarer of two like words beside the same other name."""
    counts = Counter(name.word for name in names)
    for one, two in combinations(counts, 2):
        if one[0] != two[0] or max(len(one), len(two)) < shortest or not _alike(one, two):
            continue
        rare, usual = (one, two) if counts[one] < counts[two] else (two, one)
        first = {word: next(name for name in names if name.word == word) for word in (rare, usual)}
        if not _together(document, names, one, two):
            severity: Severity | None = "info" if _bare(rare) == _bare(usual) else None
            found.setdefault(first[rare].start, _hit(first[rare], first[usual], severity))


def _compare_alone(
    alone: list[_Name],
    by_family: Mapping[str, Sequence[re.Match[str]]],
    by_given: Collection[str],
    found: dict[int, Hit],
) -> None:
    """Report a surname alone that is one letter off that of a person named in full."""
    unknown = [name for name in alone if name.word not in by_family and name.word not in by_given]
    if not unknown:
        return
    counts = Counter(name.word for name in alone)
    near: defaultdict[str, list[str]] = defaultdict(list)
    for family in by_family:
        near[family[0]].append(family)
    seen: set[str] = set()
    for name in unknown:
        if name.word in seen:
            continue
        seen.add(name.word)
        like = [family for family in near[name.word[0]] if _alike(family, name.word)]
        if len(like) == 1 and len(like[0]) >= _SHORTEST_GIVEN:
            usual = _name(by_family[like[0]][0], "family")
            times = counts[like[0]] + len(by_family[like[0]])
            # A title goes with a person of whom the text has told.
            known = " " in name.full and times >= max(_USUAL_TIMES, counts[name.word] + 1)
            severity: Severity | None = None if known or _slipped(like[0], name.word) else "info"
            found.setdefault(name.start, _hit(name, usual, severity))


def _together(document: Document, names: list[_Name], one: str, two: str) -> bool:
    """Tell whether one sentence names both, which are two people then."""
    places: dict[str, set[Span]] = {one: set(), two: set()}
    for name in names:
        block = _block(document, name.start) if name.word in places else None
        if block is not None:
            places[name.word].add(sentence(document, block, name.start))
    return not places[one].isdisjoint(places[two])


def _alike(one: str, two: str) -> bool:
    """Tell whether two words differ by one letter, or by two that changed places, as slips do.

    They begin with the same letter, and one of them has five letters or more.
    """
    return (
        -2 < len(one) - len(two) < 2  # noqa: PLR2004  # one letter more or less
        # One slip leaves the beginning or the end as it was.
        and (one[:2] == two[:2] or one[-2:] == two[-2:])
        and _slip(*sorted((one, two), key=len))
        and not _REGULAR.search(f"{one} {two}")
    )


def _slip(short: str, long: str) -> bool:
    """Tell whether a word is another one with a slip; the other has a letter more, or as many."""
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        added = long[start]
        # A letter more at the end makes a plural, an adjective or a woman's form.
        return short[start:] == long[start + 1 :] and (start < len(short) or added in {short[-1], "e", "t"})
    rest_short, rest_long = short[start:], long[start:]
    if rest_short[1:] == rest_long[1:]:
        return len(rest_short) > 1 or {rest_short, rest_long}.isdisjoint("aoiy")
    return rest_short[:2] == rest_long[1::-1] and rest_short[2:] == rest_long[2:]


def _bare(word: str) -> str:
    """Return a word without its accents and capitals."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFD", word))).lower()


def _slipped(one: str, two: str) -> bool:
    """Tell whether two words have the same letters, doubled or in another order."""
    return set(one.lower()) == set(two.lower())


def _hit(rare: _Name, usual: _Name, severity: Severity | None) -> Hit:
    start, end = rare.start, rare.start + len(rare.word)
    return Hit(
        start,
        end,
        f"“{rare.full[:30]}” here, “{usual.full[:30]}” elsewhere",
        severity=severity,
        suggestions=(Suggestion(start, end, usual.word, f"spell it “{usual.word}”, if that is the name"),),
    )


rule = function(
    _check,
    why="One person or place was spelt in two ways, or they are two; look the name up in the source.",
    confidence=0.8,
    cases=[
        flags("Katherine Johnson was born in 1918. [[Katharine]] Johnson worked for NASA."),
        flags("Adam Kowalczyk opened the shop. Later [[Kowalzcyk]] said that he had the key."),
        flags("Ms Maria Hernandez runs the bakery. Her sister met Maria [[Hernandes]] there."),
        flags("Robert Johnston lost. The mayor rang Robert [[Johnson]] at night."),
        flags("The coach praised Olga Petrenko. “We won,” [[Petrneko]] said."),
        flags(
            "Elena Marković runs the port. Ms Marković met the crew, and Ms [[Marcović]] then gave a speech."
        ),
        passes("Katherine Johnson was born in 1918. Katherine Johnson worked for NASA."),
        passes("Robert Johnston lost to Robert Johnson, no kin of his."),
        passes("Peter Johnson and Anna Johnston met. Johnston said that Johnson was late."),
        passes("Congressman Green and Congressmen Hill met the World Trade Center and Centre staff."),
        flags("Jacinda Ardern spoke first. Then Ms [[Arden]] left."),
        passes("North Korea and North Korean officials met. The Petrov house is Anna Petrova’s."),
        passes("Ivan Petrov met Maria Petrova. Petrova said that Petrov was late."),
        passes("Roberta Greene and Roberto Greene are twins. They live in Leeds."),
        passes("John Brown won. James Browne was second, and Browne’s time was good."),
    ],
)
