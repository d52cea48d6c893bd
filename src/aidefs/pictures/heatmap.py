"""A matrix of similarities as a heat map, in the order of the tree beside it."""

from __future__ import annotations

from typing import Any

from matplotlib import colormaps
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from aidefs.pictures.canvas import GREY, INK, MARGIN, Figure, axes, shown, width, words
from aidefs.pictures.dendrogram import draw_tree
from aidefs.pictures.dispatch import draw
from aidefs.similarities import Matrix

__all__: list[str] = []

_TREE = 1.5  # inches
_GAP = 0.06
_NUMBERS = 24  # wordings up to which the numbers are written into the cells
_FAMILY = 0.5  # average similarity of what is framed
_SHADES = 50
_COLOURS = "Blues"  # one hue from white to dark, so that lightness alone says it all


@draw.register
def _(result: Matrix) -> Figure:
    order = result.tree.order
    count = len(order)
    cell = 0.34 if count <= _NUMBERS else 0.14
    size = 8 if count <= _NUMBERS else 7
    labels = [shown(one.label, one.id) for one in result.ordered]
    side, label = count * cell, width(labels, size) + 2 * _GAP
    bar = 0.62  # height of the explanation below
    bottom = MARGIN + max(label, bar)
    total = (2 * MARGIN + _TREE + _GAP + side + label, MARGIN + bottom + side)
    left = MARGIN + _TREE + _GAP
    figure, (tree, cells, names, columns, scale) = axes(
        total,
        (MARGIN, bottom, _TREE, side),
        (left, bottom, side, side),
        (left + side, bottom, label, side),
        (left, bottom - label, side, label),
        (MARGIN, bottom - bar, _TREE, bar),
    )
    draw_tree(tree, result.tree, 0.0)
    _draw_cells(cells, result)
    names.set(xlim=(0, label), ylim=(count, 0))
    columns.set(xlim=(0, count), ylim=(0, label))
    for n, text in enumerate(labels):
        words(names, _GAP, n + 0.5, text, size)
        columns.text(n + 0.5, label - _GAP, text, rotation=90, ha="center", va="top", fontsize=size)
    _explain(scale, bar)
    return figure


def _draw_cells(ax: Any, result: Matrix) -> None:
    order = result.tree.order
    count = len(order)
    ax.set(xlim=(0, count), ylim=(count, 0))
    cells: dict[int, list[list[tuple[float, float]]]] = {}  # shade → squares, so that files stay small
    for n, a in enumerate(order):
        for m, b in enumerate(order):
            cells.setdefault(_shade(result.values[a][b]), []).append(_square(m, n))
    for shade, squares in sorted(cells.items()):
        path = Path.make_compound_path(*(Path(square, closed=True) for square in squares))
        ax.add_patch(PathPatch(path, facecolor=_colour(shade), linewidth=0))
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
                words(ax, m + 0.5, n + 0.5, f"{value:.2f}", 6.5, ha="center", color=colour)


def _square(x: float, y: float) -> list[tuple[float, float]]:
    low, high = 0.02, 0.98  # a thin white line between neighbours
    return [
        (x + low, y + low),
        (x + high, y + low),
        (x + high, y + high),
        (x + low, y + high),
        (x + low, y + low),
    ]


def _frame(ax: Any, start: int, side: int, colour: str, line: float) -> None:
    frame = Rectangle((start, start), side, side, fill=False, edgecolor=colour, linewidth=line, clip_on=False)
    ax.add_patch(frame)


def _shade(value: float) -> int:
    return round(value * _SHADES)


def _colour(shade: int) -> Any:
    return colormaps[_COLOURS](shade / _SHADES)


def _explain(ax: Any, high: float) -> None:
    """The scale of the colours, and what the frames are."""
    ax.set(xlim=(0, _TREE), ylim=(0, high))
    low, wide = high - 0.3, _TREE - 0.2
    for shade in range(_SHADES):
        left = wide * shade / _SHADES
        ax.add_patch(Rectangle((left, low), wide / _SHADES, 0.14, facecolor=_colour(shade), linewidth=0))
    ax.add_patch(Rectangle((0, low), wide, 0.14, fill=False, edgecolor=GREY, linewidth=0.4))
    for value, side in ((0.0, "left"), (0.5, "center"), (1.0, "right")):
        words(ax, wide * value, low - 0.1, f"{value:.1f}", 6.5, ha=side)
    words(ax, 0, high - 0.08, "similarity", 6.5)
    words(ax, 0, low - 0.25, f"framed: {_FAMILY:.1f} on average", 6.5)
