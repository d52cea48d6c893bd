"""How wide the columns of a table must be, and how high it gets, by estimate.

TeX finds out when it sets a table, and only with packages that set it many times. Here widths are counted
in ems of a roman text font, which is near enough to share out a line. The shares are those with which the
table gets short: the line is given away in small steps, each to the column that profits most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import sqrt

from aidefs.classes import NamedTuple
from aidefs.formats.latex.words import is_wide
from aidefs.formats.widths import cell_lines, longest

__all__ = ["Cut", "cut", "fits", "lines_of", "widths"]

_NARROW = {c: 0.3 for c in " ijlItf.,;:'|!()[]/-‘’`"} | dict.fromkeys("rs", 0.39)
_BROAD = {c: 0.8 for c in "mwMWÆŒ—%@…"} | dict.fromkeys("ABCDEFGHKLNOPQRTUVXYZ&", 0.7)
_WIDTHS = _NARROW | _BROAD
_WORDS = re.compile(r"[^\s-]+-?|-")
_LINE = re.compile(r"[^\n]+")
_WHOLE = re.compile(r"[^\s-]+-|(?<=-)[^\s-]+|\b\w{1,4}\b|[^\s-]*\d[^\s-]*")  # never hyphenated
_HYPHENATED = 6.5  # longer words may be hyphenated, so this much is enough for any word
_STEPS = 120
_SLACK = 1.12  # lines are not filled to the end
_BOLD = 1.15
_GAP = 1.35  # ems between two columns
_SURE = 0.9  # of the line: what is estimated to fit in this part of it does
_SHORT = 3.5  # ems of a word of which the estimate is sure
_NARROWER = [_HYPHENATED - step / 10 for step in range(26)]  # down to what most syllables need
_ANY = (14.0, 11.0, 9.0, *_NARROWER)


class Cut(NamedTuple):
    """How a table is cut into columns.

    Attributes:
        shares: Width of each column as a part of what all of them have; empty where none needs to wrap.
        lines: Height of each row in lines, that of the head first.
    """

    shares: tuple[float, ...]
    lines: tuple[float, ...]


def cut(rows: Sequence[Sequence[str]], room: float, narrowest: float = 0.0, *, tight: bool = False) -> Cut:
    """The columns of a table.

    Args:
        rows: The words of each cell, the head first; cells may hold line breaks.
        room: Width of the table, in ems.
        narrowest: A width in which the same shares have to do, 0 for none.
        tight: Whether there is half the usual space between columns.
    """
    gaps = _GAP * (len(rows[0]) - 1) / (1 + tight)
    room, narrowest = room - gaps, narrowest - gaps
    held = [
        [[_width(line, not (n and k)) for line in cell_lines(cell)] for k, cell in enumerate(row)]
        for n, row in enumerate(rows)
    ]
    natural = _longest(rows, _LINE)
    broken = any(len(cell) > 1 for row in held for cell in row)
    if not broken and sum(natural) <= room * (0.96 if tight else _SURE):
        return Cut((), (1.0,) * len(rows))
    least = _least(rows, room)
    if narrowest > 0:
        grown = [n * room / narrowest for n in _least(rows, narrowest, _NARROWER)]
        both = [max(pair) for pair in zip(least, grown, strict=True)]
        least = next((one for one in (both, grown) if sum(one) <= room), least)
    found = _shared(held, [max(n, 0.5) for n in least], room)
    total = sum(found)
    lines = tuple(max(_lines(cell, w) for cell, w in zip(row, found, strict=True)) for row in held)
    return Cut(tuple(w / total for w in found), lines)


def fits(rows: Sequence[Sequence[str]], room: float) -> bool:
    """Whether the columns of a table can be read side by side, long words hyphenated at most once."""
    least = sum(min(word * _SLACK + 0.4, _HYPHENATED) for word in _longest(rows))
    return least + _GAP * (len(rows[0]) - 1) <= room


def widths(rows: Sequence[Sequence[str]]) -> list[float]:
    """What each column takes where no line is broken, in ems, with the gap and something to spare."""
    return [width / _SURE + _GAP for width in _longest(rows, _LINE)]


def lines_of(text: str, room: float) -> float:
    """Height of running text, in lines."""
    return _lines([_width(line, bold=False) for line in cell_lines(text)], room)


def _shared(held: Sequence[Sequence[Sequence[float]]], least: Sequence[float], room: float) -> list[float]:
    """What is left of the room, given to the columns whose cells make the rows high.

    The fourth power lets the highest cell of a row count nearly alone and yet changes smoothly. (Roots
    of roots are rounded alike on every machine, other powers are not.)
    """
    widths = list(least)
    step = max(room - sum(widths), 0.0) / _STEPS
    held_in = [sum(sum(cell) for cell in column) for column in zip(*held, strict=True)]
    order = sorted(range(len(widths)), key=lambda k: -held_in[k])  # where nothing helps, the fullest gets it
    rows = [[_weight(cell, w) for cell, w in zip(row, widths, strict=True)] for row in held]
    for _ in range(_STEPS):
        sums = [sum(row) for row in rows]
        after = [[_weight(row[k], w + step) for row in held] for k, w in enumerate(widths)]
        heights = [_height(sums, [row[k] for row in rows], column) for k, column in enumerate(after)]
        best = min(order, key=heights.__getitem__)
        widths[best] += step
        for row, new in zip(rows, after[best], strict=True):
            row[best] = new
    return widths


def _weight(cell: Sequence[float], room: float) -> float:
    lines = sum(max(line / room, 1.0) for line in cell)
    return lines * lines * lines * lines


def _height(sums: Sequence[float], old: Sequence[float], new: Sequence[float]) -> float:
    """Height of all rows when one column has changed."""
    return sum(sqrt(sqrt(one - before + now)) for one, before, now in zip(sums, old, new, strict=True))


def _width(text: str, bold: bool) -> float:
    """Estimated width in ems; the head and the first column are bold."""
    ems = sum(_WIDTHS.get(c) or (1.0 if is_wide(c) else 0.5) for c in text)
    return ems * _BOLD if bold else ems


def _least(rows: Sequence[Sequence[str]], room: float, caps: Sequence[float] = _ANY) -> list[float]:
    """What each column must have: its longest word, or less where words must be hyphenated.

    Words with a hyphen of their own are broken there alone, so their parts are left whole as long as
    there is any room.
    """
    words, whole = _longest(rows), _longest(rows, _WHOLE)
    for most in caps:
        least = [
            max(min(_sure(word), most), min(part * 1.06 + 0.2, _HYPHENATED))
            for word, part in zip(words, whole, strict=True)
        ]
        if sum(least) <= room:
            return least
    return [max(n * room / sum(least), 0.1) for n in least]


def _sure(word: float) -> float:
    """A width in which a word fits, whatever the estimate has missed; long words miss more."""
    return word * 1.06 + 0.2 if word < _SHORT else word * _SLACK + 0.4


def _longest(rows: Sequence[Sequence[str]], words: re.Pattern[str] = _WORDS) -> list[float]:
    """Width of the longest word of each column."""

    def parts(cell: tuple[str, bool]) -> Iterator[tuple[str, bool]]:
        text, bold = cell
        return ((word, bold) for word in words.findall(text))

    columns = (
        [(cell, not (n and k)) for n, cell in enumerate(column)]
        for k, column in enumerate(zip(*rows, strict=True))
    )
    return longest(columns, lambda part: _width(*part), parts)


def _lines(cell: Sequence[float], room: float) -> float:
    return sum(max(1.0, -(-line * _SLACK // room)) for line in cell)
