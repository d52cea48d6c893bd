"""Where a text may quote a definition: a fast look over the whole, then a closer one.

The first look cuts the text into blocks and asks of each how many pairs of rare words it shares with the
library; nearly all of a text goes no further. The second works on the cleaned reading of the blocks that are
left and gathers neighbouring pairs into clusters.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from itertools import accumulate, compress, islice

from aidefs.classes import NamedTuple
from aidefs.patterns import late
from aidefs.quotations.index import Index, PlacedPair, WordPair, long_words, small, word_pattern
from aidefs.quotations.references import has_other_letters
from aidefs.quotations.signs import worth_numpy
from aidefs.readers.spacing import is_legible, legible

__all__ = ["BLOCK", "MARGIN", "RIVALS", "Cluster", "FirstLook", "clusters", "first_look"]

BLOCK = 2048  # characters that are looked at as one
TOGETHER = 512  # of them that numpy looks at together: more take memory and no less time
MARGIN = 600  # characters before and behind that are read with it
APART = 240  # characters between two pairs of one cluster
RIVALS = 24  # definitions that a cluster is compared with

_BREAK = late(r"\s")
# Between the strings of a list in a program, and between the lines of tab-separated values.
_STRINGS = r"[\"'][ \t]*+,[ \t]*+\n\s*+[\"']"
_ITEMS = late(_STRINGS)
_ITEMS_OR_LINES = late(rf"{_STRINGS}|\n(?=[^\t\n]{{1,80}}+\t)")


class Cluster(NamedTuple):
    """A place in the reading that shares pairs of words with definitions.

    Attributes:
        start: Offset of the first pair.
        end: Offset of the last one.
        walls: Offsets before and behind which nothing belongs to the passage, for it is another string of a
            list.
        ranks: The wordings that share most, the best first.
    """

    start: int
    end: int
    walls: tuple[int, int]
    ranks: tuple[int, ...]


class FirstLook(NamedTuple):
    """What a fast look over a text tells.

    Attributes:
        small: The text in small letters.
        hot: Spans that share enough with the library to be read closely.
        cued: Blocks in which words stand that are looked for, with these words.
    """

    small: str
    hot: list[tuple[int, int]]
    cued: list[tuple[int, int, Set[str]]]


def first_look(text: str, index: Index, cues: frozenset[str] = frozenset()) -> FirstLook:
    """Look over a text, block by block.

    Args:
        text: Any text.
        index: The index over the library.
        cues: Words to look out for: in small letters, cut to five, of four at least.
    """
    look = FirstLook(small(text), [], [])
    low = high = 0
    for start, end, found, cued in _seen(look.small, index, cues):
        if cued:
            look.cued.append((start, end, cued))
        if index.touches(found):
            if high and start - MARGIN > high:
                look.hot.append((low, high))
                low = start - MARGIN
            elif not high:
                low = max(start - MARGIN, 0)
            high = min(end + MARGIN, len(text))
    if high:
        look.hot.append((low, high))
    return look


def _seen(
    text: str, index: Index, cues: frozenset[str]
) -> Iterator[tuple[int, int, Set[WordPair], Set[str]]]:
    """The blocks of a text in small letters, with the known pairs and the cues in them."""
    readable = is_legible(text)
    others = has_other_letters(text)
    by_numpy = worth_numpy(len(text))
    known = index.postings.keys()
    find = long_words if others else word_pattern("").findall  # of English, asked once
    blocks = list(_blocks(text))
    for k in range(0, len(blocks), TOGETHER):
        some = blocks[k : k + TOGETHER]
        parts = [text[start:end] for start, end in some]
        plain = [
            by_numpy and (readable or is_legible(part)) and not (others and has_other_letters(part))
            for part in parts
        ]
        looked_at = list(compress(parts, plain))
        # Between them stands what is no letter, for a block may begin with the rest of a word.
        starts = [*accumulate((len(part) + 1 for part in looked_at), initial=0)][:-1]
        seen = iter(index.signs.look("\n".join(looked_at), starts, cues) if looked_at else ())
        for (start, end), part, by_signs in zip(some, parts, plain, strict=True):
            if by_signs:
                yield start, end, *next(seen)
                continue
            words = find(part if readable else legible(part, index.known))
            found = known & zip(words, islice(words, 1, None), strict=False)
            yield start, end, found, set() if cues.isdisjoint(words) else cues.intersection(words)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = min(start + BLOCK, len(text))
        if end < len(text):
            space = _BREAK.search(text, end, end + 100)
            end = space.start() if space else end
        yield start, end
        start = end


def clusters(text: str, placed: Iterable[PlacedPair], index: Index) -> Iterator[Cluster]:
    """Where in a cleaned reading pairs of a definition stand close together, of all that it has."""
    start = last = 0
    seen: dict[WordPair, None] = {}
    items = _ITEMS_OR_LINES if "\t" in text else _ITEMS
    walls = [match.start() for match in items.finditer(text)]
    for pair, at, _ in placed:
        if seen and (at - last > APART or _between(walls, last, at)):
            yield from _cluster(start, last, walls, index.touched(seen.keys()))
            seen = {}
        if not seen:
            start = at
        last = at
        seen[pair] = None
    yield from _cluster(start, last, walls, index.touched(seen.keys()))


def _between(walls: list[int], low: int, high: int) -> bool:
    return bisect_left(walls, low) < bisect_left(walls, high)


def _cluster(start: int, last: int, walls: list[int], ranks: list[int]) -> Iterator[Cluster]:
    if ranks:
        before, behind = bisect_left(walls, start), bisect_left(walls, last)
        around = walls[before - 1] if before else 0, walls[behind] if behind < len(walls) else sys.maxsize
        yield Cluster(start, last, around, tuple(ranks[:RIVALS]))
