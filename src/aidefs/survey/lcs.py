"""The words that texts share in order, for every pair of many texts at once.

The length of the longest common subsequence is worked out by bits, one a word (H. Hyyrö, "Bit-parallel
LCS-length computation revisited", 2004): by rapidfuzz where it is installed (extra `many`), and else by
Python's integers, in which all texts lie one behind the other, so that one addition moves all of them
and there is no loop over pairs. Both give the same numbers.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from itertools import pairwise, repeat
from typing import Any

__all__ = ["engine", "shared_words", "similarities"]


def shared_words(queries: Sequence[str], texts: Sequence[str], which: str = "") -> list[array[int]]:
    """How many words each query shares with each text, in the order of both.

    Args:
        queries: Encoded words, one character a word.
        texts: The same of other texts, or of the same.
        which: Engine to use, "rapidfuzz" or "integers"; by default the fastest that is installed.

    Returns:
        One row a query, with one number a text.
    """
    if engine(which) == "rapidfuzz":
        return _by_rapidfuzz(queries, texts)
    return _by_integers(queries, texts)


def similarities(texts: Sequence[str], which: str = "") -> tuple[array[float], ...]:
    """What every pair of texts shares of its words: 2·shared / (words of one + words of the other).

    Args:
        texts: Encoded words, one character a word.
        which: Engine, as above. The numbers are the same to the last bit.

    Returns:
        One row a text, with one number from 0 to 1 a text; two texts without words are the same.
    """
    if engine(which) == "rapidfuzz" and texts:
        return _similarities_by_rapidfuzz(texts)
    sizes = [len(text) for text in texts]
    return tuple(
        array("d", map(_quotient, row, repeat(own), sizes))
        for row, own in zip(_by_integers(texts, texts), sizes, strict=True)
    )


def _quotient(shared: int, own: int, other: int) -> float:
    return 2 * shared / (own + other) if own + other else 1.0


@cache
def engine(which: str = "") -> str:
    """Name of the engine in use, "rapidfuzz" or "integers"."""
    # rapidfuzz makes its tables with numpy, which it does not install.
    if which != "integers" and all(map(find_spec, ("rapidfuzz", "numpy"))):
        return "rapidfuzz"
    return "integers"


def _by_rapidfuzz(queries: Sequence[str], texts: Sequence[str]) -> list[array[int]]:
    if not queries or not texts:
        return [array("I") for _ in queries]
    return [array("I", row.tolist()) for row in _counted(queries, texts)]


def _counted(queries: Sequence[str], texts: Sequence[str]) -> Any:
    """The shared words as a numpy array."""
    from rapidfuzz.distance import LCSseq
    from rapidfuzz.process import cdist

    # All processors for long tables only: to wake them takes longer than a short one.
    workers = -1 if len(queries) * len(texts) > 200_000 else 1
    return cdist(queries, texts, scorer=LCSseq.similarity, workers=workers)


def _similarities_by_rapidfuzz(texts: Sequence[str]) -> tuple[array[float], ...]:
    table = _counted(texts, texts)
    sizes = table.diagonal()  # what a text shares with itself
    rows = []
    for own, shared in zip(sizes, table, strict=True):
        both = sizes + own
        empty = both == 0
        rows.append(array("d", ((2.0 * shared + empty) / (both + empty)).tobytes()))
    return tuple(rows)


_BLOCK = 500  # texts in one integer: more take more memory, fewer more time


def _by_integers(queries: Sequence[str], texts: Sequence[str]) -> list[array[int]]:
    rows = [array("I") for _ in queries]
    for low in range(0, len(texts), _BLOCK):
        block = _PackedTexts(texts[low : low + _BLOCK])
        for row, query in zip(rows, queries, strict=True):
            row.extend(block.shared_with(query))
    return rows


class _PackedTexts:
    """Texts in one long integer, each in a field of whole bytes whose top bit is free for the carry."""

    def __init__(self, texts: Sequence[str]) -> None:
        edges = [0]
        for text in texts:
            edges.append(edges[-1] + len(text) // 8 + 1)
        self.size = edges[-1]
        self.fields = list(pairwise(edges))
        places: dict[str, bytearray] = {}  # word → a bit wherever it stands
        full = bytearray(self.size)
        for text, (start, _) in zip(texts, self.fields, strict=True):
            for n, word in enumerate(text):
                bits = places.get(word)
                if bits is None:
                    bits = places[word] = bytearray(self.size)
                bits[start + n // 8] |= 1 << n % 8
                full[start + n // 8] |= 1 << n % 8
        self.places = {word: int.from_bytes(bits, "little") for word, bits in places.items()}
        self.ones = int.from_bytes(full, "little")

    def shared_with(self, query: str) -> list[int]:
        """The number of words that a query shares with each text."""
        ones, places = self.ones, self.places
        state = ones
        for word in query:
            matched = state & places.get(word, 0)
            if matched:
                state = ((state + matched) | (state - matched)) & ones
        found = (state ^ ones).to_bytes(self.size, "little")
        return [int.from_bytes(found[start:end]).bit_count() for start, end in self.fields]
