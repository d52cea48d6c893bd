"""A drafting graph: texts in boxes, with what was made from them to the right or below."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from matplotlib.patches import FancyArrowPatch, Rectangle
from matplotlib.path import Path

from aidefs.classes import NamedTuple
from aidefs.errors import InputError
from aidefs.output.graphs import edge_label, node_lines
from aidefs.output.pictures.canvas import (
    GREY,
    INK,
    MARGIN,
    Figure,
    axes,
    draw_legend,
    draw_sign,
    draw_words,
    drawable,
    sign_of,
    width,
)
from aidefs.output.pictures.layers import Layout, layered
from aidefs.survey.lineage import Edge, Lineage

__all__ = ["draw_lineage"]

_SIZE, _SMALL = 7.5, 6.5
_LINE = 0.135  # inches a line of a label
_PAD, _SIGN = 0.07, 0.17
_LEGEND = 0.85
_DASHES = (0, (4, 2.5))

_Coordinates = tuple[float, float]  # along the way of time and across it


class _Way(NamedTuple):
    """The way that time takes; inches.

    Attributes:
        down: Whether later texts stand below the earlier ones, and not to the right of them.
        between: From one layer to the next.
        gap: Between boxes of one layer.
        port: Between two arrows that end at one box, with room for what stands at them.
    """

    down: bool
    between: float
    gap: float
    port: float

    def xy(self, place: _Coordinates) -> tuple[float, float]:
        """Horizontal and vertical place; also width and height of a size."""
        return place[::-1] if self.down else place


_WAYS = (_Way(False, 0.75, 0.14, 0.15), _Way(True, 0.5, 0.2, 0.33))


class _Plan(NamedTuple):
    """Where everything stands.

    Attributes:
        way: The way of time.
        graph: What is drawn.
        labels: The lines in each box.
        across: The size of each box across the way; along it, a box is as thick as its layer.
        layout: The layers, and the middle of everything across the way.
        layers: Start and thickness of each layer.
        size: Width and height.
    """

    way: _Way
    graph: Lineage
    labels: dict[str, list[str]]
    across: dict[str, float]
    layout: Layout
    layers: list[tuple[float, float]]
    size: tuple[float, float]


def draw_lineage(result: Lineage) -> Figure:
    """A drafting graph, running right or down, whichever is narrower; texts without a link are left out.

    Raises:
        InputError: There is no link to draw.
    """
    drawn = result.drawn
    linked = {name for edge in drawn.edges for name in (edge.earlier, edge.later)} | set(drawn.focus)
    graph = drawn.only(linked)
    if not graph.nodes:
        raise InputError("there is no link to draw")
    plan = min((_planned(graph, way) for way in _WAYS), key=lambda one: one.size[0])  # fits a page best
    wide, high = max(plan.size[0], 4.2), plan.size[1]
    figure, (ax, foot) = axes(
        (wide + 2 * MARGIN, high + _LEGEND + 2 * MARGIN),
        (MARGIN, MARGIN + _LEGEND, wide, high),
        (MARGIN, MARGIN, wide, _LEGEND),
    )
    ax.set(xlim=(0, wide), ylim=(high, 0))
    foot.set(xlim=(0, wide), ylim=(0, _LEGEND))
    _edges(ax, plan)
    _boxes(ax, plan)
    _explained(foot, graph)
    return figure


def _planned(graph: Lineage, way: _Way) -> _Plan:
    labels = {node.id: [drawable(line) for line in node_lines(node)] for node in graph.nodes}
    along, across = {}, {}
    for name, lines in labels.items():
        box = width(lines, _SIZE) + _SIGN + 2 * _PAD, len(lines) * _LINE + 2 * _PAD
        along[name], least = way.xy(box)
        across[name] = max(least, len(graph.into(name)) * way.port + 2 * _PAD)
    ends = [(edge.earlier, edge.later) for edge in graph.edges]
    layout = layered([node.id for node in graph.nodes], ends, across, way.gap)
    thick = [
        max((along[point] for point in layer if isinstance(point, str)), default=0.3)
        for layer in layout.layers
    ]
    starts = [sum(thick[:n]) + n * way.between for n in range(len(thick))]
    size = way.xy((starts[-1] + thick[-1], layout.height))
    return _Plan(way, graph, labels, across, layout, list(zip(starts, thick, strict=True)), size)


def _boxes(ax: Any, plan: _Plan) -> None:
    for (start, thick), layer in zip(plan.layers, plan.layout.layers, strict=True):
        for name in layer:
            if not isinstance(name, str):
                continue
            lines, size = plan.labels[name], plan.across[name]
            left, top = plan.way.xy((start, plan.layout.middle[name] - size / 2))
            wide, high = plan.way.xy((thick, size))
            heavy = 1.8 if name in plan.graph.focus else 0.7
            box = Rectangle(
                (left, top), wide, high, facecolor="white", edgecolor=INK, linewidth=heavy,
                clip_on=False, zorder=2,
            )  # fmt: skip
            ax.add_patch(box)
            middle = top + high / 2
            draw_sign(ax, left + _PAD + 0.04, middle, sign_of(plan.graph.by_id[name].definition))
            first = middle - (len(lines) - 1) * _LINE / 2
            for n, line in enumerate(lines):
                x = left + _PAD + _SIGN
                draw_words(ax, x, first + n * _LINE, line, _SIZE if n == 0 else _SMALL, ha="left", zorder=3)


def _edges(ax: Any, plan: _Plan) -> None:
    graph, middle = plan.graph, plan.layout.middle
    layer = {point: n for n, points in enumerate(plan.layout.layers) for point in points}
    for node in graph.nodes:
        into = graph.into(node.id)
        # The arrows that end at a box do so in the order in which they come.
        before = {edge: _last_step(edge, layer) for edge in into}
        order = sorted(into, key=lambda one: middle[before[one]])
        for number, edge in enumerate(order):
            port = middle[node.id] + (number - (len(order) - 1) / 2) * plan.way.port
            points = [(sum(plan.layers[layer[edge.earlier]]), middle[edge.earlier])]
            for step in range(layer[edge.earlier] + 1, layer[edge.later]):
                start, thick = plan.layers[step]
                across = middle[edge.earlier, edge.later, step]
                points += [(start, across), (start + thick, across)]
            points.append((plan.layers[layer[edge.later]][0], port))
            _arrow(ax, plan.way, points, edge)


def _last_step(edge: Edge, layer: dict[Any, int]) -> Any:
    step = layer[edge.later] - 1
    return edge.earlier if layer[edge.earlier] == step else (edge.earlier, edge.later, step)


def _arrow(ax: Any, way: _Way, points: list[_Coordinates], edge: Edge) -> None:
    """An arrow through points that runs along the way at each of them; every second stretch is straight."""
    path, codes = [points[0]], [Path.MOVETO]
    for n, ((start, low), (end, high)) in enumerate(pairwise(points)):
        if n % 2:
            path.append((end, high))
            codes.append(Path.LINETO)
        else:
            half = (start + end) / 2
            path += [(half, low), (half, high), (end, high)]
            codes += [Path.CURVE4] * 3
    documented = edge.ground == "documented"
    ax.add_patch(
        FancyArrowPatch(
            path=Path(list(map(way.xy, path)), codes), arrowstyle="-|>", mutation_scale=7, shrinkA=0,
            shrinkB=0, color=INK if documented else GREY, linewidth=1.0,
            linestyle="solid" if documented else _DASHES, clip_on=False, zorder=1,
        )
    )  # fmt: skip
    if label := edge_label(edge):
        end, port = points[-1]
        x, y = way.xy((end - 0.14 - 0.05 * way.down, port))
        behind = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
        draw_words(ax, x, y, label, _SMALL, ha="center" if way.down else "right", bbox=behind, zorder=1.5)


def _explained(foot: Any, graph: Lineage) -> None:
    """What lines and signs mean."""
    lines = (
        ("solid", INK, "documented by a source"),
        (_DASHES, GREY, "closest or similar wording"),
    )
    top = _LEGEND - 0.25
    draw_legend(foot, [node.definition for node in graph.nodes], 0.0, top)
    for n, (dashes, colour, text) in enumerate(lines):
        y = top - n * 0.16
        foot.plot([2.3, 2.65], [y, y], color=colour, linestyle=dashes, linewidth=1.0, clip_on=False)
        draw_words(foot, 2.72, y, text, 7, ha="left")
    draw_words(foot, 2.3, top - 0.32, "numbers: similarity of the words", 7, ha="left")
