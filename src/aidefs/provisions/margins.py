"""Before step 1: a text without what the layout of a page puts between its words, and the way back.

Numbers of lines stand before each line of a bill, or beside every fifth one. A provision is to be read
without them, and to be found again in the text that has them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from aidefs.classes import NamedTuple
from aidefs.patterns import late
from aidefs.readers.layout import between_lines

__all__ = ["Cleaned", "joined", "without_margins"]

_FIFTH = late(r"^[ \t]*(?P<alone>\d{1,3})[ \t]*\r?\n|[ \t]+(?P<behind>\d{1,3})[ \t]*\r?(?=\n)", 8)
# What a printed bill of New York has between two of its pages: a foot, and the head of the next one.
_PAGE_FOOT = late(
    r"EXPLANATION--Matter in [^\[\]]{0,160}\[ ?\][^\n]*\n(?:[ \t]*LBD[\d-]+[ \t]*\r?\n)?(?:[ \t]*\r?\n)*"
    r"(?:[ \t]*[AS]\. ?\d+(?:--[A-Z])?[ \t]+\d+[ \t]*\r?\n)?(?:[ \t]*\r?\n)*"
)
_PAGE_HEAD = late(r"^[ \t]*[AS]\. ?\d+(?:--[A-Z])?[ \t]+\d+[ \t]*\r?\n(?:[ \t]*\r?\n)*", re.M)
_BLANK = 400  # characters of blank lines before a foot
_STEP = 5  # lines from one printed number to the next
_LEAST = 4  # numbers that follow one another, at least, for them to be those of lines


class Cleaned(NamedTuple):
    """A text and where its stretches stand in the one it was made from.

    Attributes:
        text: The text.
        starts: Offsets in it at which its stretches begin.
        origins: Offsets of the same in the text that it was made from.
    """

    text: str
    starts: Sequence[int] = (0,)
    origins: Sequence[int] = (0,)

    @property
    def cut(self) -> bool:
        """Whether something was left out."""
        return len(self.starts) > 1 or bool(self.origins[0])

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the first text in which the characters [start, end) of this one stand."""
        return self._origin(start), self._origin(end - 1) + 1 if end > start else self._origin(start)

    def _origin(self, offset: int) -> int:
        k = max(bisect_right(self.starts, offset) - 1, 0)
        return self.origins[k] + offset - self.starts[k]


def without_margins(text: str) -> Cleaned:
    """A text without the numbers of its lines and what stands between its pages; itself where it has none."""
    cuts = sorted({*between_lines(text), *_fifths(text), *_between_pages(text)})
    if not cuts:
        return Cleaned(text)
    kept: list[str] = []
    starts, origins = [], []
    at = length = 0
    for low, high in [*cuts, (len(text), len(text))]:
        if low > at:
            starts.append(length)
            origins.append(at)
            kept.append(text[at:low])
            length += low - at
        at = max(at, high)
    return Cleaned("".join(kept), starts or [0], origins or [0])


def _between_pages(text: str) -> list[tuple[int, int]]:
    """Feet and heads of pages that a text in typescript has among its lines, with the blank lines around."""
    if "EXPLANATION--" not in text:
        return []
    feet = [match.span() for match in _PAGE_FOOT.finditer(text)]
    heads = (match.span() for match in _PAGE_HEAD.finditer(text)) if feet else ()
    apart = [span for span in heads if not any(low <= span[0] < high for low, high in feet)]
    return [(_behind_words(text, low), high) for low, high in feet + apart]


def _behind_words(text: str, at: int) -> int:
    """Where the line after the last words before an offset begins."""
    stop = len(text[max(0, at - _BLANK) : at].rstrip()) + max(0, at - _BLANK)
    return text.find("\n", stop, at) + 1 or at


def _fifths(text: str) -> list[tuple[int, int]]:
    """Numbers beside every fifth line: 5, 10, 15 …, beginning with 5 again on each page."""
    if not all(
        f"{number}\n" in text or f"{number} \n" in text or f"{number}\r" in text for number in (10, 15)
    ):
        return []
    found: list[tuple[int, int, int]] = []
    for match in _FIFTH.finditer(text):
        number = int(match["alone"] or match["behind"])
        if number % _STEP or not number:
            continue
        last = found[-1][2] if found else 0
        if number == last + _STEP or number == _STEP:
            found.append((*match.span(), number))
    following = sum(one[2] + _STEP == other[2] for one, other in pairwise(found))
    return [(low, high) for low, high, _ in found] if following + 1 >= _LEAST else []


_BROKEN = late(
    r"(?P<first>\w+)-[ \t\r]*\n\s*(?P<second>[a-z]\w*|(?<=[A-Z]-\n )[A-Z]+\b|(?<=[A-Z]-\n)[A-Z]+\b)"
)
_LAYOUT = late(r"[ \t\r]*\n\s*(?P<limb>(?=[\"“‘]{0,2}\(?\w{1,4}[.)]\s))?")  # limbs keep their lines


def joined(text: str, whole: str) -> str:
    """Words without the line breaks of a page; limbs keep lines of their own.

    A hyphen at the end of a line is undone, unless the document has the word with it elsewhere.

    Args:
        text: Words of a document.
        whole: The document.
    """

    def word(match: re.Match[str]) -> str:
        hyphened = f"{match['first']}-{match['second']}"
        return hyphened if hyphened in whole else match["first"] + match["second"]

    def space(match: re.Match[str]) -> str:
        return " " if match["limb"] is None else "\n"

    return _LAYOUT.sub(space, _BROKEN.sub(word, text.strip()))
