"""A drafting graph: texts in boxes, earlier ones to the left, with what was made from them to the right."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from matplotlib.patches import FancyArrowPatch, Rectangle
from matplotlib.path import Path

from aidefs.drafting import Edge, Lineage
from aidefs.errors import InputError
from aidefs.pictures.canvas import (
    GREY,
    INK,
    MARGIN,
    Figure,
    axes,
    kind_of,
    legend,
    shown,
    sign,
    width,
    words,
)
from aidefs.pictures.dispatch import draw
from aidefs.pictures.layers import Layout, layered
from aidefs.render.graph import edge_label, node_lines

__all__: list[str] = []

_SIZE, _SMALL = 7.5, 6.5
_LINE = 0.135  # inches a line of a label
_PORT = 0.15  # inches between two arrows that end at one box
_PAD, _SIGN = 0.07, 0.17
_GAP = 0.14  # between boxes one above the other
_BETWEEN = 0.75  # between layers
_LEGEND = 0.85
_DASHES = (0, (4, 2.5))


@draw.register
def _(result: Lineage) -> Figure:
    linked = {name for edge in result.edges for name in (edge.earlier, edge.later)} | set(result.focus)
    graph = result.only(linked)
    if not graph.nodes:
        raise InputError("there is no link to draw")
    labels = {node.id: [shown(line) for line in node_lines(node)] for node in graph.nodes}
    heights = {
        name: max(len(lines) * _LINE, len(graph.into(name)) * _PORT) + 2 * _PAD
        for name, lines in labels.items()
    }
    ends = [(edge.earlier, edge.later) for edge in graph.edges]
    layout = layered([node.id for node in graph.nodes], ends, heights, _GAP)
    wide = [
        max((width(labels[p], _SIZE) + _SIGN + 2 * _PAD for p in layer if isinstance(p, str)), default=0.3)
        for layer in layout.layers
    ]
    left = [sum(wide[:n]) + n * _BETWEEN for n in range(len(wide))]
    across = max(left[-1] + wide[-1], 4.2)
    size = (across + 2 * MARGIN, layout.height + _LEGEND + 2 * MARGIN)
    figure, (ax, foot) = axes(
        size, (MARGIN, MARGIN + _LEGEND, across, layout.height), (MARGIN, MARGIN, across, _LEGEND)
    )
    ax.set(xlim=(0, across), ylim=(layout.height, 0))
    foot.set(xlim=(0, across), ylim=(0, _LEGEND))
    columns = list(zip(left, wide, strict=True))
    _edges(ax, graph, layout, columns, heights)
    _boxes(ax, graph, layout, columns, heights, labels)
    _explained(foot, graph)
    return figure


_Columns = list[tuple[float, float]]  # left edge and width of each layer


def _boxes(
    ax: Any,
    graph: Lineage,
    layout: Layout,
    columns: _Columns,
    heights: dict[str, float],
    labels: dict[str, list[str]],
) -> None:
    for (left, wide), layer in zip(columns, layout.layers, strict=True):
        for name in layer:
            if not isinstance(name, str):
                continue
            y, high = layout.middle[name], heights[name]
            heavy = 1.8 if name in graph.focus else 0.7
            box = Rectangle(
                (left, y - high / 2), wide, high, facecolor="white", edgecolor=INK, linewidth=heavy,
                clip_on=False, zorder=2,
            )  # fmt: skip
            ax.add_patch(box)
            sign(ax, left + _PAD + 0.04, y, kind_of(graph.by_id[name].definition))
            top = y - (len(labels[name]) - 1) * _LINE / 2
            for n, line in enumerate(labels[name]):
                x = left + _PAD + _SIGN
                words(ax, x, top + n * _LINE, line, _SIZE if n == 0 else _SMALL, ha="left", zorder=3)


def _edges(ax: Any, graph: Lineage, layout: Layout, columns: _Columns, heights: dict[str, float]) -> None:
    layer = {point: n for n, points in enumerate(layout.layers) for point in points}
    for node in graph.nodes:
        into = graph.into(node.id)
        # The arrows that end at a box do so in the order in which they come.
        before = {edge: _last_step(edge, layer) for edge in into}
        order = sorted(into, key=lambda one: layout.middle[before[one]])
        for number, edge in enumerate(order):
            port = layout.middle[node.id] + (number - (len(order) - 1) / 2) * _PORT
            points = [(sum(columns[layer[edge.earlier]]), layout.middle[edge.earlier])]
            for step in range(layer[edge.earlier] + 1, layer[edge.later]):
                left, wide = columns[step]
                y = layout.middle[edge.earlier, edge.later, step]
                points += [(left, y), (left + wide, y)]
            points.append((columns[layer[edge.later]][0], port))
            _arrow(ax, points, edge)


def _last_step(edge: Edge, layer: dict[Any, int]) -> Any:
    step = layer[edge.later] - 1
    return edge.earlier if layer[edge.earlier] == step else (edge.earlier, edge.later, step)


def _arrow(ax: Any, points: list[tuple[float, float]], edge: Edge) -> None:
    """An arrow through points that goes level at each of them; every second stretch is straight."""
    path, codes = [points[0]], [Path.MOVETO]
    for n, ((x1, y1), (x2, y2)) in enumerate(pairwise(points)):
        if n % 2:
            path.append((x2, y2))
            codes.append(Path.LINETO)
        else:
            half = (x1 + x2) / 2
            path += [(half, y1), (half, y2), (x2, y2)]
            codes += [Path.CURVE4] * 3
    documented = edge.ground == "documented"
    ax.add_patch(
        FancyArrowPatch(
            path=Path(path, codes), arrowstyle="-|>", mutation_scale=7, shrinkA=0, shrinkB=0,
            color=INK if documented else GREY, linewidth=1.0, linestyle="solid" if documented else _DASHES,
            clip_on=False, zorder=1,
        )
    )  # fmt: skip
    if label := edge_label(edge):
        x, y = points[-1]
        behind = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
        words(ax, x - 0.14, y, label, _SMALL, ha="right", bbox=behind, zorder=1.5)


def _explained(foot: Any, graph: Lineage) -> None:
    """What lines and signs mean."""
    lines = (
        ("solid", INK, "documented by a source"),
        (_DASHES, GREY, "seen in the words alone"),
    )
    top = _LEGEND - 0.25
    legend(foot, [node.definition for node in graph.nodes], 0.0, top)
    for n, (dashes, colour, text) in enumerate(lines):
        y = top - n * 0.16
        foot.plot([2.3, 2.65], [y, y], color=colour, linestyle=dashes, linewidth=1.0, clip_on=False)
        words(foot, 2.72, y, text, 7, ha="left")
    words(foot, 2.3, top - 0.32, "numbers: similarity of the words", 7, ha="left")
