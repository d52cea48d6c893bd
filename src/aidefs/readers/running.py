"""Running heads, feet and page numbers of paged documents, which would cut a passage that crosses pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

__all__ = ["Page", "without_running_heads"]

_EDGE = 2  # lines at the top and at the bottom of a page that may be running heads
_TIMES = 2  # pages on which a line must stand at an edge
_LONGEST = 150  # characters of a running head
_NUMBER = re.compile(r"\b(?:[ivxlc]+|\d+)\b")


class Page(NamedTuple):
    """A page.

    Attributes:
        text: Its words without running heads.
        first_line: Number of the line with which the text begins, counted on the whole page.
    """

    text: str
    first_line: int


def without_running_heads(pages: Sequence[str]) -> list[Page]:
    """Takes the lines away that stand at the same edge of several pages and differ in numbers alone.

    A line counts for its edge only while all lines outside of it do, so that a line of the text is never
    taken from between two others.
    """
    times: Counter[tuple[str, str]] = Counter()
    for page in pages:
        times.update(set(_edges(page.split("\n"))))
    repeated = {edge for edge, number in times.items() if number >= _TIMES}
    return [_stripped(page.split("\n"), repeated) for page in pages]


def _edges(lines: list[str]) -> Iterator[tuple[str, str]]:
    if len(lines) > 2 * _EDGE:
        yield from (("top", _pattern(line)) for line in lines[:_EDGE])
        yield from (("bottom", _pattern(line)) for line in lines[-_EDGE:])


def _stripped(lines: list[str], repeated: set[tuple[str, str]]) -> Page:
    first, last = 0, len(lines)
    if last > 2 * _EDGE:
        while first < _EDGE and ("top", _pattern(lines[first])) in repeated:
            first += 1
        while last > len(lines) - _EDGE and ("bottom", _pattern(lines[last - 1])) in repeated:
            last -= 1
    return Page("\n".join(lines[first:last]), first + 1)


def _pattern(line: str) -> str:
    """A line with its numbers masked; a line too long for a running head is like no other."""
    short = " ".join(line.casefold().split())
    return _NUMBER.sub("#", short) if len(short) <= _LONGEST else line
