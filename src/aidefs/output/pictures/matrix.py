"""A matrix of similarities as a heat map, in the order of the tree beside it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from matplotlib import colormaps
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from aidefs.library.wordings import Wording
from aidefs.output.pictures.canvas import (
    GREY,
    INK,
    MARGIN,
    Figure,
    axes,
    draw_tree,
    draw_words,
    drawable,
    width,
)
from aidefs.survey.similarity import Matrix

__all__ = ["draw_matrix"]

_TREE = 1.5  # inches
_GAP = 0.06
_NUMBERS = 24  # wordings up to which the numbers are written into the cells
_FAMILY = 0.5  # average similarity of what is framed
_SHADES = 50
_SMALL = 6.5
_NOTE = 0.13  # inches a line of a note
_LETTER = 0.06  # inches that a letter of a note takes at most, on average
_LINE = 0.04  # white between neighbours, as a part of a cell
_COMPARED = {"text": "of whole texts", "definiens": "without the term"}
_COLOURS = "Blues"  # one hue from white to dark, so that lightness alone says it all


def draw_matrix(result: Matrix) -> Figure:
    """A matrix of similarities: a square a pair, and beside it the tree that gives the order."""
    order = result.tree.order
    count = len(order)
    cell = 0.34 if count <= _NUMBERS else 0.14
    size = 8 if count <= _NUMBERS else 7
    labels = [_label(one) for one in result.ordered]
    side, label = count * cell, width(labels, size) + 2 * _GAP
    bar = 0.62  # height of the explanation below
    notes = _notes(result.ordered, _TREE + side + label)
    foot = len(notes) * _NOTE + (2 * _GAP if notes else 0)
    bottom = MARGIN + foot + max(label, bar)
    wide = max(_TREE + _GAP + side + label, width(notes, _SMALL))
    left = MARGIN + _TREE + _GAP
    figure, (tree, cells, names, columns, scale, below) = axes(
        (2 * MARGIN + wide, MARGIN + bottom + side),
        (MARGIN, bottom, _TREE, side),
        (left, bottom, side, side),
        (left + side, bottom, label, side),
        (left, bottom - label, side, label),
        (MARGIN, bottom - bar, _TREE, bar),
        (MARGIN, MARGIN, wide, max(foot, _NOTE)),
    )
    draw_tree(tree, result.tree, 0.0)
    _draw_cells(cells, result, cell)
    names.set(xlim=(0, label), ylim=(count, 0))
    columns.set(xlim=(0, count), ylim=(0, label))
    for n, text in enumerate(labels):
        draw_words(names, _GAP, n + 0.5, text, size)
        columns.text(n + 0.5, label - _GAP, text, rotation=90, ha="center", va="top", fontsize=size)
    _explain(scale, result, bar)
    below.set(xlim=(0, wide), ylim=(max(foot, _NOTE), 0))
    for n, line in enumerate(notes):
        draw_words(below, 0, 2 * _GAP + (n + 0.5) * _NOTE, line, _SMALL)
    return figure


def _label(wording: Wording) -> str:
    """Who stands for a wording, and how many more have it."""
    more = f" +{len(wording.also)}" if wording.also else ""
    return drawable(wording.label, wording.id) + more


def _notes(wordings: Iterable[Wording], room: float) -> list[str]:
    """Lines that name those who share a wording, none wider than the picture if its words allow."""
    letters = max(int(room / _LETTER), 24)
    return [
        line
        for one in wordings
        if one.also
        for line in textwrap.wrap(f"{_label(one)}: {drawable(one.others)}", letters, subsequent_indent="    ")
    ]


def _draw_cells(ax: Any, result: Matrix, cell: float) -> None:
    order = result.tree.order
    count = len(order)
    ax.set(xlim=(0, count), ylim=(count, 0))
    strips: dict[int, list[_Strip]] = {}
    for n, a in enumerate(order):
        start = 0
        for shade, run in groupby(_shade(result.values[a][b]) for b in order):
            end = start + sum(1 for _ in run)
            strips.setdefault(shade, []).append(((start, n + 0.5), (end, n + 0.5)))
            start = end
    for shade, lines in sorted(strips.items()):
        _strokes(ax, lines, _colour(shade), cell)
    grid: list[_Strip] = [((k, 0), (k, count)) for k in range(1, count)]
    grid += [((0, k), (count, k)) for k in range(1, count)]
    _strokes(ax, grid, "white", _LINE * cell)
    start = 0
    for group in result.tree.families(_FAMILY):
        if len(group) > 1:
            _frame(ax, start, len(group), INK, 1.1)
        start += len(group)
    _frame(ax, 0, count, GREY, 0.6)
    if count <= _NUMBERS:
        for n, a in enumerate(order):
            for m, b in enumerate(order):
                value = result.values[a][b]
                colour = "white" if value > 0.6 else INK
                draw_words(ax, m + 0.5, n + 0.5, f"{value:.2f}", 6.5, ha="center", color=colour)


_Strip = tuple[tuple[float, float], tuple[float, float]]


def _strokes(ax: Any, lines: Sequence[_Strip], colour: Any, wide: float) -> None:
    """Straight lines as one path, `wide` inches broad.

    Neighbours of one shade are one stroke, so that a picture of many thousand cells is a small file.
    """
    if lines:
        path = Path.make_compound_path(*(Path(line) for line in lines))
        looks = {"facecolor": "none", "edgecolor": colour, "linewidth": 72 * wide, "capstyle": "butt"}
        ax.add_patch(PathPatch(path, **looks))


def _frame(ax: Any, start: int, side: int, colour: str, line: float) -> None:
    frame = Rectangle((start, start), side, side, fill=False, edgecolor=colour, linewidth=line, clip_on=False)
    ax.add_patch(frame)


def _shade(value: float) -> int:
    return round(value * _SHADES)


def _colour(shade: int) -> Any:
    return colormaps[_COLOURS](shade / _SHADES)


def _explain(ax: Any, result: Matrix, high: float) -> None:
    """The scale of the colours, what was compared, and what the frames are."""
    ax.set(xlim=(0, _TREE), ylim=(0, high))
    low, wide = high - 0.3, _TREE - 0.2
    for shade in range(_SHADES):
        left = wide * shade / _SHADES
        ax.add_patch(Rectangle((left, low), wide / _SHADES, 0.14, facecolor=_colour(shade), linewidth=0))
    ax.add_patch(Rectangle((0, low), wide, 0.14, fill=False, edgecolor=GREY, linewidth=0.4))
    for value, side in ((0.0, "left"), (0.5, "center"), (1.0, "right")):
        draw_words(ax, wide * value, low - 0.1, f"{value:.1f}", 6.5, ha=side)
    draw_words(ax, 0, high - 0.08, f"similarity {_COMPARED.get(result.measure, f'of {result.measure}')}", 6.5)
    draw_words(ax, 0, low - 0.25, f"framed: {_FAMILY:.1f} or more on average", 6.5)
