"""The layout of a graph in layers, after Sugiyama, Tagawa and Toda (IEEE Trans. SMC 11, 1981).

Each node stands one layer behind the last of its predecessors; an edge that crosses layers gets a point in
each of them. Within the layers everything is sorted so that few edges cross, and then put as near to what
it is linked with as its neighbours allow.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from aidefs.classes import NamedTuple

__all__ = ["Layout", "layered"]

_SWEEPS = 12

Point = str | tuple[str, str, int]  # a node, or where an edge crosses a layer


class Layout(NamedTuple):
    """Where everything stands.

    Attributes:
        layers: The points of each layer, from above.
        middle: The height of the middle of each point, counted downward from 0.
        height: The height of all.
    """

    layers: tuple[tuple[Point, ...], ...]
    middle: Mapping[Point, float]
    height: float


def layered(
    nodes: Sequence[str], edges: Iterable[tuple[str, str]], heights: Mapping[str, float], gap: float
) -> Layout:
    """Lay a graph out.

    Args:
        nodes: Every predecessor before its successors.
        edges: From predecessor to successor.
        heights: How high each node is.
        gap: What is left free between two that stand one above the other.
    """
    links = list(edges)
    layer = _layers_of(nodes, links)
    columns: list[list[Point]] = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    for node in nodes:
        columns[layer[node]].append(node)
    steps: list[tuple[Point, Point]] = []
    for start, end in links:
        last: Point = start
        for number in range(layer[start] + 1, layer[end]):
            point = (start, end, number)
            columns[number].append(point)
            steps.append((last, point))
            last = point
        steps.append((last, end))
    near = _neighbours(steps)
    columns = _sorted(columns, near, steps)
    sizes = {point: heights[point] if isinstance(point, str) else gap for one in columns for point in one}
    middle = _placed(columns, near, sizes, gap)
    top = min((middle[p] - sizes[p] / 2 for p in middle), default=0.0)
    middle = {point: y - top for point, y in middle.items()}
    height = max((middle[p] + sizes[p] / 2 for p in middle), default=0.0)
    return Layout(tuple(map(tuple, columns)), middle, height)


def _layers_of(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> dict[str, int]:
    before: dict[str, list[str]] = {node: [] for node in nodes}
    for start, end in edges:
        before[end].append(start)
    layer: dict[str, int] = {}
    for node in nodes:
        layer[node] = 1 + max((layer[one] for one in before[node]), default=-1)
    # A text that nothing was made from stands next to its offspring, not at the far left.
    after: dict[str, list[str]] = {node: [] for node in nodes}
    for node, ones in before.items():
        for one in ones:
            after[one].append(node)
    for node in nodes:
        if not before[node] and after[node]:
            layer[node] = min(layer[one] for one in after[node]) - 1
    return layer


def _neighbours(steps: Iterable[tuple[Point, Point]]) -> dict[Point, tuple[list[Point], list[Point]]]:
    """What each point is linked with in the layer before and in the layer behind."""
    near: dict[Point, tuple[list[Point], list[Point]]] = {}
    for start, end in steps:
        near.setdefault(start, ([], []))[1].append(end)
        near.setdefault(end, ([], []))[0].append(start)
    return near


def _sorted(
    columns: list[list[Point]],
    near: Mapping[Point, tuple[list[Point], list[Point]]],
    steps: Sequence[tuple[Point, Point]],
) -> list[list[Point]]:
    """The order with fewest crossings that sweeping forth and back by barycentres finds."""
    best, fewest = columns, _crossings(columns, steps)
    now = [list(column) for column in columns]
    for sweep in range(_SWEEPS):
        side = sweep % 2
        for column in now if side == 0 else reversed(now):
            place = {point: n for one in now for n, point in enumerate(one)}

            def barycentre(point: Point, place: dict[Point, int] = place, side: int = side) -> float:
                others = near[point][side] if point in near else []
                return sum(place[one] for one in others) / len(others) if others else place[point]

            column.sort(key=barycentre)
        found = _crossings(now, steps)
        if found < fewest:
            best, fewest = [list(column) for column in now], found
    return best


def _crossings(columns: Sequence[Sequence[Point]], steps: Iterable[tuple[Point, Point]]) -> int:
    layer = {point: n for n, column in enumerate(columns) for point in column}
    place = {point: n for column in columns for n, point in enumerate(column)}
    between: dict[int, list[tuple[int, int]]] = {}
    for start, end in steps:
        between.setdefault(layer[start], []).append((place[start], place[end]))
    return sum(
        (a[0] - b[0]) * (a[1] - b[1]) < 0
        for pairs in between.values()
        for n, a in enumerate(pairs)
        for b in pairs[:n]
    )


def _placed(
    columns: Sequence[Sequence[Point]],
    near: Mapping[Point, tuple[list[Point], list[Point]]],
    sizes: Mapping[Point, float],
    gap: float,
) -> dict[Point, float]:
    """Heights that are near to those of the neighbours and keep the order and the distances."""
    middle: dict[Point, float] = {}
    for column in columns:
        y = 0.0
        for point in column:
            middle[point] = y + sizes[point] / 2
            y += sizes[point] + gap
    for sweep in range(_SWEEPS):
        for column in columns if sweep % 2 == 0 else columns[::-1]:
            wanted = []
            for point in column:
                others = [one for side in near.get(point, ([], [])) for one in side]
                wanted.append(sum(middle[one] for one in others) / len(others) if others else middle[point])
            apart = [(sizes[a] + sizes[b]) / 2 + gap for a, b in pairwise(column)]
            middle.update(zip(column, _kept_apart(wanted, apart), strict=True))
    return middle


def _kept_apart(wanted: Sequence[float], apart: Sequence[float]) -> list[float]:
    """The values nearest to those wanted, by least squares, that keep the distances (isotonic regression)."""
    offsets = [0.0]
    for distance in apart:
        offsets.append(offsets[-1] + distance)
    blocks: list[tuple[float, int]] = []  # mean, number
    for value, offset in zip(wanted, offsets, strict=False):
        mean, number = value - offset, 1
        while blocks and blocks[-1][0] >= mean:
            other, more = blocks.pop()
            mean, number = (mean * number + other * more) / (number + more), number + more
        blocks.append((mean, number))
    means = [mean for mean, number in blocks for _ in range(number)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=False)]
