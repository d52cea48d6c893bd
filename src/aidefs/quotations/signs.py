"""A look over a text by numpy: which of its blocks may share pairs of words with a library.

It reads texts without letters beside those of ASCII. Each word of four letters or more, cut to five, is a
number; a table tells of two in a row whether they may be a known pair, and a list of these whether they are.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence, Set
from typing import Any

__all__ = ["Signs", "WordPair", "worth_numpy"]

WordPair = tuple[str, str]

_MANY = 10_000_000  # characters over which numpy saves about the time that its import takes
_LETTERS = 27  # and what is none
_BITS = 20
_FIRST, _SECOND = 0x9E3779B1, 0x85EBCA77
_CODES = bytes(code - 96 if 97 <= code <= 122 else 0 for code in range(256))
_WORDS = _LETTERS**5

_looked_over = 0


def worth_numpy(characters: int) -> bool:
    """Whether it pays to import numpy, by what this process has looked over; it does where that was done."""
    global _looked_over
    _looked_over += characters
    if "numpy" in sys.modules:
        return sys.modules["numpy"] is not None
    if _looked_over < _MANY:
        return False
    from importlib.util import find_spec  # nobody asks for few documents

    return find_spec("numpy") is not None


class Signs:
    """The pairs of words of a library, and words to look out for, as numpy finds them."""

    def __init__(self, known: Iterable[WordPair]) -> None:
        """Takes the pairs."""
        import numpy

        self._numpy: Any = numpy
        numbered = ((tuple(map(_number, pair)), pair) for pair in known)
        pairs = {numbers: pair for numbers, pair in numbered if all(numbers)}
        self._pairs = [pairs[numbers] for numbers in sorted(pairs)]
        self._numbers: Any = numpy.array([a * _WORDS + b for a, b in sorted(pairs)], numpy.uint64)
        self._may_be: Any = numpy.zeros(1 << _BITS, bool)
        first, second = (numpy.array(column, numpy.uint32) for column in zip((0, 0), *pairs, strict=True))
        self._may_be[self._places(first, second)] = True
        self._cues: dict[Set[str], tuple[Any, dict[int, str]]] = {}

    def _places(self, first: Any, second: Any) -> Any:
        """Where the table has pairs of numbers."""
        numpy = self._numpy
        places = first * numpy.uint32(_FIRST)
        places += second * numpy.uint32(_SECOND)
        places >>= numpy.uint32(32 - _BITS)
        return places

    def _of_cues(self, cues: Set[str]) -> tuple[Any, dict[int, str]]:
        if cues not in self._cues:
            numbers = {number: cue for cue in cues if (number := _number(cue))}
            table = self._numpy.zeros(_LETTERS**4, bool)
            table[[number // _LETTERS for number in numbers]] = True
            self._cues[cues] = table, numbers
        return self._cues[cues]

    def look(self, small: str, starts: Sequence[int], cues: Set[str]) -> list[tuple[set[WordPair], set[str]]]:
        """The known pairs and the cues of each block.

        Args:
            small: A text in small letters, of which none is outside of ASCII.
            starts: Where its blocks begin, the first at 0; none inside a word.
            cues: Words of four or five letters to look out for.
        """
        numpy = self._numpy
        found: list[tuple[set[WordPair], set[str]]] = [(set(), set()) for _ in starts]
        blocks = numpy.asarray(starts)
        codes = numpy.frombuffer(bytes(1) + _coded(small) + bytes(8), numpy.uint8)
        letters = codes != 0
        begins = numpy.flatnonzero(letters[1:] > letters[:-1]) + 1
        begins = begins[letters[begins + 3] & letters[begins + 2] & letters[begins + 1]]
        four = codes[begins].astype(numpy.uint32)
        for k in (1, 2, 3):
            four *= _LETTERS
            four += codes[begins + k]
        words = four * numpy.uint32(_LETTERS)
        words += codes[begins + 4]
        hits = numpy.flatnonzero(self._may_be[self._places(words[:-1], words[1:])])
        if len(hits):
            # Widened first: before numpy 2 a number times a small one stayed as narrow as it was.
            numbers = words[hits].astype(numpy.uint64) * numpy.uint64(_WORDS) + words[hits + 1]
            ranks = numpy.minimum(numpy.searchsorted(self._numbers, numbers), len(self._numbers) - 1)
            of_first = numpy.searchsorted(blocks, begins[hits] - 1, "right")
            of_second = numpy.searchsorted(blocks, begins[hits + 1] - 1, "right")
            sure = (self._numbers[ranks] == numbers) & (of_first == of_second)
            for block, rank in zip(of_first[sure].tolist(), ranks[sure].tolist(), strict=True):
                found[block - 1][0].add(self._pairs[rank])
        table, known = self._of_cues(cues)
        cued = numpy.flatnonzero(table[four])
        of_cues = numpy.searchsorted(blocks, begins[cued] - 1, "right").tolist()
        for block, number in zip(of_cues, words[cued].tolist(), strict=True):
            if number in known:
                found[block - 1][1].add(known[number])
        return found


def _coded(small: str) -> bytes:
    """The letters of a text as numbers from 1 on, and 0 for all else."""
    return small.encode("ascii", "replace").translate(_CODES)


def _number(word: str) -> int:
    """The number of a word of four or five small letters of ASCII; 0 for any other."""
    if not (4 <= len(word) <= 5 and word.isascii() and word.isalpha()):
        return 0
    number = 0
    for code in word.encode().ljust(5, b"`"):
        number = number * _LETTERS + code - 96
    return number
