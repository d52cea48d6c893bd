"""A tree of similarities, drawn from its leaves at the right to its root at the left."""

from __future__ import annotations

from typing import Any

from aidefs.output.pictures.canvas import GREY, INK
from aidefs.survey.clustering import Tree

__all__ = ["draw_tree"]


def draw_tree(ax: Any, tree: Tree, least: float) -> None:
    """Draw the joins into axes; similarity 1 is at the right edge, 0 at the left.

    Args:
        ax: Axes; leaf n of the order is at the height n + 0.5, counted from above.
        tree: The tree.
        least: Joins of less than this similarity are grey and thin.
    """
    count = len(tree.order)
    ax.set(xlim=(0, 1), ylim=(count, 0))
    at = {leaf: (n + 0.5, 1.0) for n, leaf in enumerate(tree.order)}
    for k, join in enumerate(tree.joins):
        (y1, x1), (y2, x2) = at[join.left], at[join.right]
        x = join.similarity
        inside = x >= least
        ax.plot(
            [x1, x, x, x2],
            [y1, y1, y2, y2],
            color=INK if inside else GREY,
            linewidth=1.1 if inside else 0.7,
            solid_joinstyle="miter",
            solid_capstyle="butt",
            clip_on=False,
            zorder=2 if inside else 1,
        )
        at[count + k] = ((y1 + y2) / 2, x)
