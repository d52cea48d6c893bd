"""The clause of a document around a place: where its sentence or entry begins and ends, and its locator."""

from __future__ import annotations

from aidefs.patterns import late

__all__ = ["beginning", "ending", "locator"]

_NEAR = 200  # of these the ones that are looked at first
LONGEST = 700  # characters before or behind a place where its clause may begin or end
_BOUNDARY = late(
    r"\n\s*\n|[.;:!?][)\]\"”’»']{0,3}\s+|[.:]\s?(?:—|–|-{1,2})\s*|[\u2028\u2029]|(?<=[^\w\s,])\s*\n"
)
_NUMBER = late(r"[\s“\"‘'`(]*(?:\(?\d{1,3}[.)]|\([a-zA-Z]{1,4}\)|[a-zA-Z][.)](?=\s)|[•*▪-])\s*")
_END = late(r"[.;](?=[)\]\"”’»']{0,3}(?:\s|\Z))|\n\s*\n|\Z")
# "15 U.S.C. 9401", "Sec. 3", "Pub. L. No. 116": a full stop that ends no sentence.
_ABBREVIATED = late(
    r"\b(?:[A-Z]|No|Nos|[Ss]ecs?|[Aa]rts?|[Pp]ub|[Ss]ubd|[Pp]ar|Gov|Bus|Prof|Educ|Ind|Stat|Stats|Ann|seq|e\.g|i\.e|etc|cf|ch)\.\Z"
)
_SECTION = late(r"(?:[Ss](?i:ections?|ec\.)|§{1,2}|[Aa](?i:rticles?|rt\.))(?=([ \t]?\d[\w.:-]*))")
_HEADS = late(r"(?:\A|[\n.;:—“\"\u2028])[ \t“\"]*\Z")  # what is before one that is a heading
_SECTIONS_NEAR = 1_000  # characters before a place where the heading of its section is looked for first
_SECTIONS_REACH = 64_000  # and at most
_HEADING = 100  # of such a heading
_ENUMERATORS = late(r"(?:\(\w{1,5}\)\s*)+[\s“\"‘'`]*\Z")
_ENUMERATOR = late(r"\(\w{1,5}\)")
# "(1) ARTIFICIAL INTELLIGENCE.—": between a number and what it counts.
_CAPTION = late(r"(?<=\))\s?[A-Z][^\n().]{0,90}(?:\.|:)?\s?(?:[—–]|--)\s*[“\"‘'`]*\Z")


def beginning(text: str, at: int, floor: int = 0) -> int:
    """Where the clause begins that has a place: behind the sentence before, its number and its caption."""
    low = max(floor, at - LONGEST)
    near = max(low, at - _NEAR)
    begin = (
        _last_boundary(text, low, near, at)
        or (_last_boundary(text, low, low, at) if near > low else 0)
        or low
    )
    while number := _NUMBER.match(text, begin, at):
        begin = number.end()
    return begin


def _last_boundary(text: str, floor: int, low: int, at: int) -> int:
    """Behind the last boundary between two places, 0 where there is none."""
    found = 0
    for match in _BOUNDARY.finditer(text, low, at):
        if not _ABBREVIATED.search(text, max(match.start() - 8, floor), match.start() + 1):
            found = match.end()
    return found


def ending(text: str, at: int, ceiling: int) -> int:
    """Where the sentence or limb ends that has a place."""
    top = min(at + LONGEST, ceiling)
    for match in _END.finditer(text, at, top):
        if match[0][:1] != "." or not _ABBREVIATED.search(text, max(match.start() - 8, 0), match.end()):
            return match.start() + (match[0][:1] == ".")
    return at


def locator(text: str, at: int) -> str:
    """Where a place is found in a printed text: the section headed last, and the numbers right before it.

    "" where neither is printed. A number that belongs to a list inside of another is not put behind those
    around it.
    """
    section, reach, low = "", _SECTIONS_NEAR, at
    while not section and low and reach <= _SECTIONS_REACH:
        high, low = low, max(0, at - reach)
        for match in _SECTION.finditer(text, low, min(high + _HEADING, at)):
            if _HEADS.search(text, max(0, match.start() - _HEADING), match.start()):
                section = match[0] + match[1]
        reach *= 4
    found = _ENUMERATORS.search(text, max(0, at - 200), at)
    if found is None:
        before = _CAPTION.search(text, max(0, at - 120), at)
        found = _ENUMERATORS.search(text, max(0, at - 200), before.start() + 1) if before else None
    numbers = "".join(_ENUMERATOR.findall(found[0])) if found else ""
    return " ".join(section.split()).rstrip(".:-") + numbers
