"""The words that texts share in order, for every pair of many texts at once.

The length of the longest common subsequence is worked out by bits, one a word (H. Hyyrö, "Bit-parallel
LCS-length computation revisited", 2004): by Python's integers, in which texts lie one behind the other, so
that one addition moves all of them and there is no loop over pairs; and where there are many texts by
rapidfuzz, if it is installed (extra `many`). Both give the same numbers.
"""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.util import find_spec
from operator import itemgetter
from typing import Any, overload

__all__ = ["Similarities", "engine", "shared_words", "similarities", "similarities_on_demand"]

_FEW = 100_000  # pairs that are counted sooner than numpy and rapidfuzz are imported
_ROWS = 256  # rows that rapidfuzz counts at once
_MANY = 8  # where more than one row in so many is asked for, all are made
_BLOCK = 500  # texts in one integer: more take more memory, fewer more time


_ALL = slice(None)


# --- what is asked for ------------------------------------------------------------------------


def shared_words(queries: Sequence[str], texts: Sequence[str], which: str = "") -> list[array[int]]:
    """How many words each query shares with each text, in the order of both.

    Args:
        queries: Encoded words, one character a word.
        texts: The same of other texts.
        which: Engine to use, "rapidfuzz" or "integers"; by default the faster one for so many pairs.

    Returns:
        One row a query, with one number a text.
    """
    if engine(which, len(queries) * len(texts)) == "rapidfuzz" and queries and texts:
        known = _by_frequency([*queries, *texts])
        counted = _counted(known[: len(queries)], known[len(queries) :], "uint32")
        return [array("I", row.tobytes()) for row in counted]
    packed = _PackedTexts(texts)
    return [packed.shared_with(query) for query in queries]


def similarities(texts: Sequence[str], which: str = "") -> Similarities:
    """What every pair of texts shares of its words: 2·shared / (words of one + words of the other).

    Args:
        texts: Encoded words, one character a word.
        which: Engine, as above. The numbers are the same to the last bit.

    Returns:
        A square of numbers from 0 to 1; two texts without words are the same.
    """
    return Similarities(_square(texts, which), array("I", map(len, texts)))


def similarities_on_demand(texts: Sequence[str]) -> Similarities:
    """The same numbers, for callers that ask for few rows: each row is counted when it is asked for."""
    return Similarities(_Rows(texts), array("I", map(len, texts)))


def engine(which: str = "", pairs: int = sys.maxsize) -> str:
    """Name of the engine in use for a number of pairs, "rapidfuzz" or "integers"."""
    if which:
        return which
    # rapidfuzz makes its tables with numpy, which it does not install.
    return "rapidfuzz" if pairs > _FEW and all(map(find_spec, ("rapidfuzz", "numpy"))) else "integers"


def _square(texts: Sequence[str], which: str = "") -> Sequence[Any]:
    by_rapidfuzz = engine(which, len(texts) ** 2) == "rapidfuzz" and texts
    return _square_by_rapidfuzz(texts) if by_rapidfuzz else _square_by_integers(texts)


# --- the table --------------------------------------------------------------------------------


class Similarities(Sequence[Sequence[float]]):
    """The similarity of every pair, made of the numbers of shared words when it is asked for.

    A number of shared words takes a byte or two, a similarity eight: a table of 20,000 texts would take
    three gigabytes.
    """

    def __init__(self, shared: Sequence[Any], sizes: array[int]) -> None:
        """Take the numbers of words.

        Args:
            shared: Rows of an array of numpy, or arrays of Python: the words that each pair shares.
            sizes: The words that each text has.
        """
        self.shared = shared
        self.sizes = sizes

    def __len__(self) -> int:
        return len(self.sizes)

    @overload
    def __getitem__(self, n: int) -> _SimilarityRow: ...
    @overload
    def __getitem__(self, n: slice) -> tuple[_SimilarityRow, ...]: ...
    def __getitem__(self, n: int | slice) -> _SimilarityRow | tuple[_SimilarityRow, ...]:
        if isinstance(n, slice):
            return tuple(self[k] for k in range(*n.indices(len(self))))
        return _SimilarityRow(self.shared[n], self.sizes[n], self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(self) != len(other):
            return False
        return all(one == row for one, row in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # as that of a list

    @cached_property
    def columns(self) -> Any:
        """The words of all texts as an array of numpy."""
        import numpy

        return numpy.array(self.sizes, "float64")

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        """The whole table as numpy asks for it."""
        import numpy

        table = numpy.empty((len(self), len(self)))
        for n in range(len(self)):
            self[n].fill(table[n])
        return table.astype(dtype or "float64", copy=False)

    def __repr__(self) -> str:
        return f"<Similarities of {len(self)} texts>"


class _SimilarityRow(Sequence[float]):
    """The similarity of one text to every other."""

    __slots__ = ("own", "shared", "table")

    def __init__(self, shared: Any, own: int, table: Similarities) -> None:
        self.shared = shared
        self.own = own
        self.table = table

    def __len__(self) -> int:
        return len(self.table)

    @overload
    def __getitem__(self, n: int) -> float: ...
    @overload
    def __getitem__(self, n: slice) -> Sequence[float]: ...
    def __getitem__(self, n: int | slice) -> float | Sequence[float]:
        if isinstance(n, slice):
            return self.numbers(n)
        both = self.own + self.table.sizes[n]
        return 2 * int(self.shared[n]) / both if both else 1.0

    def __iter__(self) -> Iterator[float]:
        return iter(self.numbers())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.numbers() == list(other)

    __hash__ = None  # type: ignore[assignment]  # as that of a list

    def numbers(self, part: slice = _ALL) -> list[float]:
        """Many at once, which is faster than one by one."""
        own, shared, sizes = self.own, self.shared[part], self.table.sizes[part]
        if not own:
            return [0.0 if size else 1.0 for size in sizes]
        if isinstance(shared, array):
            return [2 * n / (own + size) for n, size in zip(shared, sizes, strict=True)]
        return list((2.0 * shared / (self.table.columns[part] + own)).tolist())

    def fill(self, row: Any) -> None:
        """Write the numbers into an array of numpy."""
        import numpy

        if self.own and not isinstance(self.shared, array):
            # Half of the words of both below the shared ones: the same number with one step less.
            numpy.divide(self.shared, (self.table.columns + self.own) / 2, out=row)
        else:
            row[:] = self.numbers()

    def __repr__(self) -> str:
        return repr(self.numbers())


# --- rapidfuzz --------------------------------------------------------------------------------


def _by_frequency(texts: Sequence[str]) -> list[str]:
    """The texts in other codes, the more frequent words first.

    rapidfuzz finds the first 256 codes in a table and all others by hashing.
    """
    known: Counter[str] = Counter()
    for text in texts:
        known.update(text)
    codes = {ord(word): rank for rank, (word, _) in enumerate(known.most_common())}
    return [text.translate(codes) for text in texts]


def _counted(queries: Sequence[str], texts: Sequence[str], kind: Any) -> Any:
    """The shared words as an array of numpy."""
    from rapidfuzz.distance import LCSseq
    from rapidfuzz.process import cdist

    # All processors for long tables only: to wake them takes longer than a short one.
    workers = -1 if len(queries) * len(texts) > 200_000 else 1
    return cdist(queries, texts, scorer=LCSseq.similarity, dtype=kind, workers=workers)


def _square_by_rapidfuzz(texts: Sequence[str]) -> Any:
    """Half of the table is counted, some rows at a time, and the other half is its mirror image."""
    import numpy

    known = _by_frequency(texts)
    kind = numpy.min_scalar_type(max(map(len, texts)))
    table = numpy.empty((len(texts), len(texts)), kind)
    for low in range(0, len(texts), _ROWS):
        high = low + _ROWS
        table[low:high, low:] = _counted(known[low:high], known[low:], kind)
        table[high:, low:high] = table[low:high, high:].T
    return table


# --- integers ---------------------------------------------------------------------------------


def _square_by_integers(texts: Sequence[str]) -> list[array[int]]:
    """Half of the table is counted, block by block from the shorter to the longer texts."""
    packed = _PackedTexts(texts)
    kind = _smallest_kind(max(map(len, texts), default=0))
    known = [texts[n] for n in packed.order]
    rows: list[array[int]] = []
    for block in packed.blocks:
        counted = [block.shared_with(query) for query in known[: len(rows) + block.count]]
        for row, more in zip(rows, counted, strict=False):
            row.extend(array(kind, more))
        rows += [array(kind, column) for column in zip(*counted, strict=True)]
    return [array(kind, packed.in_order(rows[place])) for place in packed.places]


def _smallest_kind(most: int) -> str:
    return next(kind for kind in "BHIQ" if most < 1 << 8 * array(kind).itemsize)


class _PackedTexts:
    """Texts made ready for the words that others share with them to be counted."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Pack texts of about the same length together.

        Args:
            texts: Encoded words, one character a word.
        """
        self.order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        self.places = sorted(range(len(texts)), key=self.order.__getitem__)
        self.blocks = [_Block(block) for block in _blocks([texts[n] for n in self.order])]

    def shared_with(self, query: str) -> array[int]:
        """The number of words that a query shares with each text, in the order of both."""
        found = array("I")
        for block in self.blocks:
            found += block.shared_with(query)
        return array("I", self.in_order(found))

    @cached_property
    def in_order(self) -> Any:
        """Takes a row from the order by length to that of the texts."""
        # A single index would give a number instead of a tuple.
        return itemgetter(*self.places) if len(self.places) > 1 else tuple


def _blocks(texts: Sequence[str]) -> Iterator[list[str]]:
    """Texts in the order of their length, cut where there are many or where they become twice as long."""
    block: list[str] = []
    for text in texts:
        if block and (len(block) == _BLOCK or _lanes(text) > 2 * _lanes(block[0])):
            yield block
            block = []
        block.append(text)
    if block:
        yield block


class _Rows(Sequence[Any]):
    """The rows of a table of shared words; where many are asked for, all are counted at once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.known: dict[int, array[int]] = {}

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def packed(self) -> _PackedTexts:
        return _PackedTexts(self.texts)

    @cached_property
    def square(self) -> Sequence[Any]:
        return _square(self.texts)

    def __getitem__(self, n: Any) -> Any:
        if n not in self.known and len(self.known) * _MANY >= len(self):
            return self.square[n]
        if n not in self.known:
            self.known[n] = self.packed.shared_with(self.texts[n])
        return self.known[n]


_LANE = array("I").itemsize  # bytes of the numbers in which bits are added up
# What is added to its neighbour: bits, pairs of bits, half bytes, bytes, and pairs of bytes.
_HALVES = ((1, b"\x55"), (2, b"\x33"), (4, b"\x0f"), (8, b"\xff\x00"), (16, b"\xff\xff\x00\x00"))


def _lanes(text: str) -> int:
    return len(text) // (8 * _LANE) + 1


class _Block:
    """Texts in one long integer, each in a field of as many lanes; its top bit is free for the carry."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.count = len(texts)
        self.lanes = max(map(_lanes, texts))
        width = self.lanes * _LANE
        self.size = self.count * width
        places: dict[str, bytearray] = {}  # word → a bit wherever it stands
        full = bytearray(self.size)
        for k, text in enumerate(texts):
            start = k * width
            for n, word in enumerate(text):
                bits = places.get(word)
                if bits is None:
                    bits = places[word] = bytearray(self.size)
                bits[start + n // 8] |= 1 << n % 8
                full[start + n // 8] |= 1 << n % 8
        self.places = {word: int.from_bytes(bits, "little") for word, bits in places.items()}
        self.ones = int.from_bytes(full, "little")
        self.halves = [
            (shift, int.from_bytes(ones * (self.size // len(ones)), "little")) for shift, ones in _HALVES
        ]

    def shared_with(self, query: str) -> array[int]:
        """The number of words that a query shares with each text."""
        ones, places = self.ones, self.places
        state = ones
        for word in query:
            matched = state & places.get(word, 0)
            if matched:
                state = ((state + matched) | (state ^ matched)) & ones
        return self._counts(state ^ ones)

    def _counts(self, bits: int) -> array[int]:
        """The number of bits in each field: counted in each lane, and then from lane to lane."""
        for shift, half in self.halves:
            bits = (bits & half) + (bits >> shift & half)
        total = sum(bits >> 8 * _LANE * k for k in range(self.lanes))
        counts = array("I", total.to_bytes(self.size, "little"))
        if sys.byteorder == "big":
            counts.byteswap()
        return counts[:: self.lanes]
