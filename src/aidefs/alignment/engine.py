"""The diff engine: which tokens of two texts match, by a longest common subsequence.

The table of the longest common subsequence is kept as bits, one a token of the longer text, in Python's
integers, so that one addition moves a whole row (M. Crochemore and others, "A fast and practical bit-vector
algorithm for the longest common subsequence problem", 2001; H. Hyyrö, "Bit-parallel LCS-length computation
revisited", 2004). Of a text as long as a definition all rows are kept. Of a longer one only some are, and
those between are worked out again on the way back: two texts of 100,000 words need some megabytes and no
gigabyte.

Of the subsequences that are equally long, the way back takes the one whose matches stand earliest. RapidFuzz
does the same, and its C++ takes the place of the integers where it is installed; a test holds the two
together. It is imported when there is work enough to make up for that, never for two definitions.

Texts of which more than `BOUND` tokens on either side are left, without what both begin and end with, are
first cut at the tokens that stand once in both (B. Cohen's "patience diff"). What is chosen depends on the
sizes of the texts alone, never on a clock.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise
from math import isqrt
from typing import Any

__all__ = ["BOUND", "ENGINES", "MatchingBlock", "matching_blocks", "shared_head"]

MatchingBlock = tuple[int, int, int]  # offset in a, offset in b, length

ENGINES = ("integers", "rapidfuzz")
BOUND = 100_000  # tokens on either side up to which the shortest script is looked for as a whole
_ROWS = 256  # rows that are kept at least before one does without some
_DENSE = 512  # tokens whose places are kept as an integer: more take memory, fewer time
_BITS = [1 << place for place in range(_DENSE)]
_ALL_ROWS = 10_000  # tokens on either side up to which RapidFuzz, which keeps all rows, takes 12 MB or less
_WORTH_AN_IMPORT = 4_000_000  # pairs of tokens that take the integers as long as the import of RapidFuzz


def matching_blocks(a: str, b: str, which: str = "") -> list[MatchingBlock]:
    """Where two strings match in an edit script with the fewest deletions and insertions.

    Args:
        a: Encoded tokens of one text, one character a token; quickest where it is the shorter.
        b: Encoded tokens of the other.
        which: One of `ENGINES`; by default the one that is quicker here. Both find the same.

    Returns:
        Blocks (offset in a, offset in b, length), in order; no two of them touch in both texts.
        The script is a shortest one for texts up to `BOUND`, and for longer ones between the places at which
        they are cut.
    """
    if a == b:
        return [(0, 0, len(a))] if a else []
    work = len(a) * len(b)
    if work <= _ALL_ROWS * _ALL_ROWS and (which or _preferred(work)) == "rapidfuzz":
        return _by_rapidfuzz()(a, b)
    shorter = min(len(a), len(b))
    head = shared_head(a, 0, b, 0, shorter)
    shorter -= head
    tail = shared_head(a[::-1], 0, b[::-1], 0, shorter) if a[-1:] == b[-1:] else 0
    blocks = [(0, 0, head)] if head else []
    if tail < shorter:  # else one of them has nothing left
        inner = _between(a[head : len(a) - tail], b[head : len(b) - tail], which)
        blocks += [(i + head, j + head, n) for i, j, n in inner] if head else inner
    if tail:
        blocks.append((len(a) - tail, len(b) - tail, tail))
    return blocks


def shared_head(a: str, i: int, b: str, j: int, most: int) -> int:
    """How many characters `a` from `i` and `b` from `j` begin with alike, `most` at the most."""
    low, step = 0, 1
    while low + step <= most and a[i + low : i + low + step] == b[j + low : j + low + step]:
        low += step
        step *= 2
    high = min(most, low + step - 1)
    while low < high:
        middle = (low + high + 1) // 2
        if a[i + low : i + middle] == b[j + low : j + middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _between(a: str, b: str, which: str) -> list[MatchingBlock]:
    """The blocks of two strings that begin and end differently."""
    if len(a) * len(b) > BOUND * BOUND and (cuts := _anchors(a, b)):
        return list(_joined(_pieces(a, b, cuts, which)))
    return _by_integers(a, b)


# --- by integers ------------------------------------------------------------------------------


def _by_integers(a: str, b: str) -> list[MatchingBlock]:
    places = _places(b) if len(b) <= _DENSE else _ManyPlaces(b).get
    state = (1 << len(b)) - 1  # a bit is 0 where the subsequence grows at that token of b
    heads = [state]  # the rows that are kept
    stride = _ROWS
    if len(a) > stride:
        stride = max(stride, isqrt(len(a)))
        for low in range(0, len(a) - stride, stride):
            state = _rows(a[low : low + stride], places, state)[0][-1]
            heads.append(state)
    blocks: list[MatchingBlock] = []
    i, j, length = len(a), len(b), 0  # of the block that grows backwards
    end, column = i, j  # tokens of a and b that are still to be matched
    while heads and column:
        low = (len(heads) - 1) * stride
        last = 1 << (column - 1)  # the bit of the last token of b
        # Carries go upwards: the lower bits do not need the higher ones.
        rows, tokens = _rows(a[low:end], places, heads.pop() & (2 * last - 1))
        row = len(tokens)
        while row:
            bits = rows[row]
            if bits & last:  # it adds nothing, nor do those before it down to the next 0
                column = (~bits & (last - 1)).bit_length()
                if not column:
                    break
                last = 1 << (column - 1)
            row -= 1
            while row >= 0 and not rows[row] & last:  # the last token of a adds nothing
                row -= 1
            if row < 0:
                break
            column -= 1
            last >>= 1
            token = low + tokens[row]
            if column + 1 == j and token + 1 == i:
                length += 1
            else:
                if length:
                    blocks.append((i, j, length))
                length = 1
            i, j = token, column
            if not column:
                break
        end = low
    if length:
        blocks.append((i, j, length))
    blocks.reverse()
    return blocks


def _rows(text: str, places: Callable[[str], int | None], state: int) -> tuple[list[int], list[int]]:
    """A row and those that follow from it, one a token that stands in the other text; and these tokens."""
    rows = [state]
    tokens: list[int] = []
    for token, here in enumerate(map(places, text)):
        if here:
            matched = state & here
            state = (state + matched) | (state - matched)
            rows.append(state)
            tokens.append(token)
    return rows, tokens


def _places(text: str) -> Callable[[str], int | None]:
    """Gives the places at which a token stands, a bit for each."""
    places: dict[str, int] = {}
    known = places.get
    for token, bit in zip(text, _BITS, strict=False):
        places[token] = known(token, 0) | bit
    return known


class _ManyPlaces:
    """The same for a long text, of which only the places of frequent tokens are kept as bits."""

    def __init__(self, text: str) -> None:
        self.size = len(text) // 8 + 1
        self.rare: dict[str, list[int]] = {}
        for at, token in enumerate(text):
            self.rare.setdefault(token, []).append(at)
        frequent = sorted(self.rare, key=lambda token: -len(self.rare[token]))[:_DENSE]
        self.dense = {token: self._bits(self.rare.pop(token)) for token in frequent}

    def get(self, token: str) -> int | None:
        """The places of a token as bits, None where it does not stand."""
        bits = self.dense.get(token)
        if bits is None and token in self.rare:
            bits = self._bits(self.rare[token])
        return bits

    def _bits(self, places: list[int]) -> int:
        if len(places) < 8:
            return sum(1 << at for at in places)
        bits = bytearray(self.size)
        for at in places:
            bits[at >> 3] |= 1 << (at & 7)
        return int.from_bytes(bits, "little")


# --- by RapidFuzz -----------------------------------------------------------------------------


@cache
def _by_rapidfuzz() -> Callable[[str, str], list[MatchingBlock]]:
    from rapidfuzz.distance import Indel

    def blocks(a: str, b: str) -> list[MatchingBlock]:
        script: Any = Indel.editops(b, a).as_matching_blocks()  # its columns are the tokens of the first
        found = [(one.b, one.a, one.size) for one in script]
        found.pop()  # an empty one at the end of both
        return found

    return blocks


@cache
def _is_installed() -> bool:
    from importlib.util import find_spec  # nobody asks for few words

    return find_spec("rapidfuzz") is not None


_done = 0  # pairs of tokens that were worked on in this process


def _preferred(work: int) -> str:
    """The engine that is quicker from here on, `work` pairs of tokens being next."""
    global _done
    _done += work
    return "rapidfuzz" if _done > _WORTH_AN_IMPORT and _is_installed() else "integers"


# --- texts beyond the bound -------------------------------------------------------------------


def _anchors(a: str, b: str) -> list[tuple[int, int]]:
    """Offsets of tokens that stand once in both texts, as many as stand in one order in both."""
    once = [token for token, count in Counter(a).items() if count == 1]
    there = Counter(b)
    at = {token: j for j, token in enumerate(b) if there[token] == 1}
    pairs = sorted((a.index(token), at[token]) for token in once if token in at)
    return _increasing(pairs)


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second numbers increase as the first do (C. Schensted 1961)."""
    ends: list[int] = []  # the smallest last number of a run of each length
    last: list[int] = []  # its index among the pairs
    before: list[int] = []
    for k, (_, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        ends[length : length + 1] = [j]
        last[length : length + 1] = [k]
        before.append(last[length - 1] if length else -1)
    run: list[tuple[int, int]] = []
    k = last[-1] if last else -1
    while k >= 0:
        run.append(pairs[k])
        k = before[k]
    return run[::-1]


def _pieces(a: str, b: str, cuts: list[tuple[int, int]], which: str) -> Iterator[MatchingBlock]:
    """The blocks between the anchors, each piece beginning with one."""
    for (i, j), (i2, j2) in pairwise([(0, 0), *cuts, (len(a), len(b))]):
        for x, y, n in matching_blocks(a[i:i2], b[j:j2], which):
            yield i + x, j + y, n


def _joined(blocks: Iterable[MatchingBlock]) -> Iterator[MatchingBlock]:
    """Blocks of which none touches the next in both texts."""
    i = j = length = 0
    for x, y, more in blocks:
        if (x, y) == (i + length, j + length):
            length += more
        else:
            if length:
                yield i, j, length
            i, j, length = x, y, more
    if length:
        yield i, j, length
