"""The families of definitions as a tree with a sign and a name at each leaf."""

from __future__ import annotations

from typing import Any

from aidefs.output.pictures.canvas import (
    GREY,
    MARGIN,
    Figure,
    axes,
    draw_legend,
    draw_sign,
    draw_tree,
    draw_words,
    drawable,
    sign_of,
    width,
)
from aidefs.survey.similarity import Families

__all__ = ["draw_families"]

_ROW = 0.165  # inches a leaf
_TREE = 4.2
_SIGN, _SPACE = 0.18, 0.08
_LEGEND = 2.2
_FOOT = 0.95
_SIZE = 7.5


def draw_families(result: Families) -> Figure:
    """Families of definitions: the tree of the matrix, cut where families end."""
    wordings = result.matrix.ordered
    names = [drawable(one.label, one.id) for one in wordings]
    more = ["  ".join(filter(None, (w.definition.adopted, drawable(w.others)))) for w in wordings]
    each = zip(names, more, strict=True)
    widths = [width([name], _SIZE) + _SPACE + width([rest], _SIZE - 0.5) for name, rest in each]
    high, label = len(wordings) * _ROW, max([*widths, _LEGEND]) + _SIGN
    size = (2 * MARGIN + _TREE + label, 2 * MARGIN + high + _FOOT)
    figure, (tree, leaves, foot) = axes(
        size,
        (MARGIN, MARGIN + _FOOT, _TREE, high),
        (MARGIN + _TREE, MARGIN + _FOOT, label, high),
        (MARGIN, MARGIN, _TREE + label, _FOOT),
    )
    draw_tree(tree, result.matrix.tree, result.least)
    cut = {"color": GREY, "linewidth": 0.8, "linestyle": (0, (4, 3)), "zorder": 0}
    tree.plot([result.least] * 2, [0, len(wordings)], **cut)
    leaves.set(xlim=(0, label), ylim=(len(wordings), 0))
    for n, wording in enumerate(wordings):
        draw_sign(leaves, 0.08, n + 0.5, sign_of(wording.definition))
        draw_words(leaves, _SIGN, n + 0.5, names[n], _SIZE)
        behind = _SIGN + width([names[n]], _SIZE) + _SPACE
        draw_words(leaves, behind, n + 0.5, more[n], _SIZE - 0.5, color="#555555")
    _draw_foot(foot, result, _TREE + label)
    return figure


def _draw_foot(ax: Any, result: Families, wide: float) -> None:
    """The axis of similarity, what the dashed line is, and the signs."""
    ax.set(xlim=(0, wide), ylim=(0, _FOOT))
    top = _FOOT - 0.1
    ax.plot([0, _TREE], [top, top], color=GREY, linewidth=0.6)
    for tenth in range(0, 11, 2):
        x = _TREE * tenth / 10
        ax.plot([x, x], [top, top - 0.05], color=GREY, linewidth=0.6)
        draw_words(ax, x, top - 0.13, f"{tenth / 10:.1f}", 7, ha="left" if tenth == 0 else "center")
    draw_words(ax, 0, top - 0.34, "average similarity of two groups: the words that they share in order", 7)
    draw_words(ax, 0, top - 0.5, f"dashed line: families at {result.least:.2f}", 7)
    draw_legend(ax, (one.definition for one in result.matrix.wordings), _TREE + 0.3, top - 0.13)
