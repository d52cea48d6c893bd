"""Widths of the columns of a table, in whatever unit a format measures text.

Every format asks two things of a column: how wide its widest line is, which is what it would take (`longest`
of `cell_lines`), and how wide its widest word is, below which words are cut (`longest` of words). What a page
cannot give to all is then shared out by one of the rules below, each from the bounds of the format:

- `filled`: text and Pandoc, whose columns wrap at a letter and have nothing but their width to go by;
- `apportioned`: Word and Excel, where the texts of columns decide, or nothing does;
- `grown` and `shrunk`: what remains, or is too much, where every column has a least width of its own.

LaTeX shares by another rule, which is no question of widths alone: those with which the whole table gets
short, whatever one column needs (`aidefs.formats.latex.columns`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

__all__ = ["apportioned", "cell_lines", "filled", "grown", "longest", "shrunk"]

_TableCell = TypeVar("_TableCell")
_CellPart = TypeVar("_CellPart")
_Width = TypeVar("_Width", int, float)


def cell_lines(cell: str) -> list[str]:
    """The lines of a cell, broken where it says so."""
    return cell.split("\n")


def longest(
    columns: Iterable[Iterable[_TableCell]],
    measure: Callable[[_CellPart], _Width],
    parts: Callable[[_TableCell], Iterable[_CellPart]],
) -> list[_Width]:
    """The width of the widest part of each column, 0 where there is none.

    Args:
        columns: The cells of each column.
        measure: How wide a part is.
        parts: What of a cell stays together: `cell_lines`, or its words.
    """
    return [max((measure(part) for cell in column for part in parts(cell)), default=0) for column in columns]


def filled(wanted: Sequence[int], room: int, least: Sequence[int]) -> list[int]:
    """Columns that want little get what they want; the others share the rest evenly.

    Args:
        wanted: Width that each column would take.
        room: Width of all.
        least: Width that each has even where there is no room.
    """
    widths = [0] * len(wanted)
    open_ones = list(range(len(wanted)))
    # What needs more than an even share is served first, so that the others share what there is.
    while open_ones and least[(k := max(open_ones, key=least.__getitem__))] > room // len(open_ones):
        widths[k] = least[k]
        room -= widths[k]
        open_ones.remove(k)
    for n, k in enumerate(sorted(open_ones, key=wanted.__getitem__)):
        widths[k] = max(min(wanted[k], room // (len(open_ones) - n)), least[k])
        room -= widths[k]
    return widths


def apportioned(weights: Sequence[float], room: int, least: Sequence[int]) -> list[int]:
    """Each column has its part of the room by its weight, or the least that it needs."""
    total = sum(weights)
    return [max(low, int(room * weight / total)) for weight, low in zip(weights, least, strict=True)]


def grown(least: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """Widths that begin at the least; what is left of the room goes, one by one, to what takes most lines."""
    widths = list(least)
    for _ in range(room - sum(widths)):
        widths[max(range(len(widths)), key=lambda k: wanted[k] / widths[k])] += 1
    return widths


def shrunk(widths: Sequence[int], least: Sequence[int], room: int, *, whole: bool = False) -> list[int]:
    """What is too much is taken from the columns that have more than they need, in proportion.

    Where that is not enough, all are narrower than the least, unless words have to stay `whole`.
    """
    over = sum(widths) - room
    spare = [width - low for width, low in zip(widths, least, strict=True)]
    if over <= 0:
        return list(widths)
    if over > sum(spare):
        if whole:
            return list(least)
        return [width * room // sum(widths) for width in widths]
    return [width - -(-over * free // sum(spare)) for width, free in zip(widths, spare, strict=True)]
