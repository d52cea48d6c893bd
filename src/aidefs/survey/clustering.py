"""Average-linkage clustering of a table of similarities, and the order in which its leaves are shown.

Two groups are as similar as their members are on average (UPGMA; R. R. Sokal and C. D. Michener, 1958).
The tree is found along chains of nearest neighbours (F. Murtagh, 1983), in time that grows with the
square of the number of leaves. Each join is then turned so that the leaves that meet in it are as similar
as can be (G. Gruvaeus and H. Wainer, 1972).
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from aidefs.classes import NamedTuple

__all__ = ["Join", "Tree", "average_linkage"]

_GONE = -1.0  # below every similarity
_FEW = 300  # leaves that are clustered sooner than numpy is imported
_FEW_ROWS = 6  # that are looked up one by one


class Join(NamedTuple):
    """Two groups become one.

    Attributes:
        left: Number of a group. The leaves have the numbers from 0, the k-th join has the number of
            leaves plus k.
        right: Number of the other.
        similarity: Average similarity of the members of one with those of the other.
        size: Leaves of both together.
    """

    left: int
    right: int
    similarity: float
    size: int


class Tree(NamedTuple):
    """A tree over leaves 0, 1, 2, …

    Attributes:
        joins: The joins, the most similar first; one fewer than there are leaves.
        order: The leaves from one end of the tree to the other.
    """

    joins: tuple[Join, ...]
    order: tuple[int, ...]

    def facing(self, leaf: int) -> Tree:
        """The same tree with its joins turned so that a leaf stands first.

        What is joined with it early stands near to it. Groups stay together.
        """
        count = len(self.order)
        spans = {one: (n, n + 1) for n, one in enumerate(self.order)}
        found, group = [leaf], leaf
        for k, join in enumerate(self.joins):
            low, high = spans[join.left], spans[join.right]
            spans[count + k] = min(low[0], high[0]), max(low[1], high[1])
            if group in (join.left, join.right):
                start, end = spans[join.right if group == join.left else join.left]
                other = self.order[start:end]
                found += other if start > spans[group][0] else other[::-1]
                group = count + k
        return Tree(self.joins, tuple(found))

    def families(self, least: float) -> tuple[tuple[int, ...], ...]:
        """The groups that are left when all joins of less than a similarity are undone.

        Args:
            least: The similarity, 0 to 1.

        Returns:
            The leaves of each group; groups and leaves in the order of the tree.
        """
        leaves = len(self.order)
        root = list(range(leaves + len(self.joins)))
        for k in range(len(self.joins) - 1, -1, -1):
            join = self.joins[k]
            if join.similarity >= least:
                root[join.left] = root[join.right] = root[leaves + k]
        groups: dict[int, list[int]] = {}
        for leaf in self.order:
            groups.setdefault(root[leaf], []).append(leaf)
        return tuple(map(tuple, groups.values()))


def average_linkage(similarities: Sequence[Sequence[float]], which: str = "") -> Tree:
    """Cluster leaves by their similarities.

    Args:
        similarities: A symmetric table of numbers from 0 to 1. Of two joins that are equally good,
            the one of the leaf that stands first is made, so the table's own order decides.
        which: Engine to use, "numpy" or "arrays" of Python; by default the faster one for so many leaves.
            Both make the same joins, to the last bit.
    """
    if not which:
        which = "numpy" if len(similarities) > _FEW and find_spec("numpy") else "arrays"
    chained = _chained_by_numpy if which == "numpy" else _chained
    found = sorted(chained(similarities), key=lambda merge: -merge[2])
    return _arranged(found, similarities)


_Merge = tuple[int, int, float]  # a leaf of one group, a leaf of the other, their similarity


def _chained(similarities: Sequence[Sequence[float]]) -> list[_Merge]:
    """The merges in the order of the chain."""
    count = len(similarities)
    rows = [array("d", row) for row in similarities]
    for n, row in enumerate(rows):
        row[n] = _GONE
    sizes = [1] * count
    active = dict.fromkeys(range(count))  # in order
    merges: list[_Merge] = []
    chain: list[int] = []
    while len(merges) < count - 1:
        if not chain:
            chain.append(next(iter(active)))
        row = rows[chain[-1]]
        best = max(row)
        if len(chain) > 1 and row[chain[-2]] >= best:
            b, a = sorted((chain.pop(), chain.pop()), reverse=True)
            merges.append((a, b, best))
            del active[b]
            _merge(rows, sizes, a, b, active)
        else:
            chain.append(row.index(best))
    return merges


def _merge(rows: list[array[float]], sizes: list[int], a: int, b: int, active: dict[int, None]) -> None:
    """Row and column `a` become those of both groups, `b` is gone."""
    na, nb = sizes[a], sizes[b]
    total = na + nb
    joined = array("d", [(na * x + nb * y) / total for x, y in zip(rows[a], rows[b], strict=True)])
    for k in active:
        row = rows[k]
        row[a] = joined[k]
        row[b] = _GONE
    joined[a] = joined[b] = _GONE
    rows[a] = joined
    rows[b] = array("d")
    sizes[a] = total


def _chained_by_numpy(similarities: Sequence[Sequence[float]]) -> list[_Merge]:
    """The same merges, step by step, in a table that shrinks as groups become fewer."""
    import numpy

    count = len(similarities)
    table = _GroupTable(numpy.array(similarities, "float64").reshape(count, count))
    merges: list[_Merge] = []
    chain: list[int] = []
    while len(merges) < count - 1:
        if not chain:
            chain.append(table.first())
        row = table.row(chain[-1])
        nearest = int(row.argmax())  # the first of several
        if table.is_gone(nearest):
            table.clear(row)
            nearest = int(row.argmax())
        best = row[nearest]
        if len(chain) == 1 or row[chain[-2]] < best:
            chain.append(nearest)
            continue
        b, a = sorted((chain.pop(), chain.pop()), reverse=True)
        merges.append((table.leaves[a], table.leaves[b], float(best)))
        table.merge(a, b)
        if 2 * (count - len(merges)) < len(table.leaves):
            place = table.shrink()
            chain = [place[n] for n in chain]
    return merges


class _GroupTable:
    """Similarities of groups, as an array of numpy, with as little written as can be.

    To write a new row into its column, too, takes longest, and most of it is never read. So a similarity
    stands only in that of both rows which was made later; the other takes it over when it is looked at. The
    columns of groups that are gone are cleared where they are met, which is seldom.

    Attributes:
        leaves: The leaf that each row is known by.
    """

    def __init__(self, rows: Any) -> None:
        import numpy

        numpy.fill_diagonal(rows, _GONE)
        count = len(rows)
        self.leaves = list(range(count))
        self._rows = rows
        self._memory = rows.reshape(-1)
        self._sizes = [1] * count
        self._most: Any = numpy.full(count, numpy.inf)  # what a row may hold in each column
        self._log: list[int] = []  # the rows that were made, in order; -1 for one that is gone
        self._made: Any = numpy.zeros(count, "int64")  # length of the log when each was made
        self._seen = [0] * count  # and when each was last looked at

    def first(self) -> int:
        """The first group that is left."""
        return int(self._most.argmax())

    def is_gone(self, n: int) -> bool:
        """Whether a group has become part of another."""
        return bool(self._most[n] == _GONE)

    def clear(self, row: Any) -> None:
        """Clear the columns of all groups that are gone in a row."""
        import numpy

        numpy.minimum(row, self._most, out=row)

    def row(self, n: int) -> Any:
        """The row of a group, up to date but for the columns of groups that are gone."""
        row, seen = self._rows[n], self._seen[n]
        missed = len(self._log) - seen
        if missed > _FEW_ROWS:
            others = (self._made > seen).nonzero()[0]
            row[others] = self._rows[others, n]
        else:
            for k in self._log[seen:]:
                if k >= 0:
                    row[k] = self._rows[k, n]
        row[n] = _GONE
        self._seen[n] = len(self._log)
        return row

    def merge(self, a: int, b: int) -> None:
        """Row `a` becomes that of both groups, `b` is gone."""
        sizes, total = self._sizes, self._sizes[a] + self._sizes[b]
        self._rows[a] = (sizes[a] * self.row(a) + sizes[b] * self.row(b)) / total
        self._rows[a, a] = self._most[b] = _GONE
        sizes[a] = total
        self._log.append(a)
        self._made[a] = self._seen[a] = len(self._log)
        self._made[b] = 0

    def shrink(self) -> dict[int, int]:
        """Leave out the rows and columns of groups that are gone: old number → new number."""
        kept = (self._most != _GONE).nonzero()[0]
        rows = self._memory[: len(kept) ** 2].reshape(len(kept), len(kept))
        for k, n in enumerate(kept):  # no row is written before it was read
            rows[k] = self._rows[n].take(kept)
        self._rows, self._most, self._made = rows, self._most[kept], self._made[kept]
        place = {n: k for k, n in enumerate(kept.tolist())}
        self.leaves, self._sizes, self._seen = (
            [column[n] for n in place] for column in (self.leaves, self._sizes, self._seen)
        )
        self._log = [place.get(n, -1) for n in self._log]
        return place


def _arranged(merges: Sequence[tuple[int, int, float]], similarities: Sequence[Sequence[float]]) -> Tree:
    """Numbers the groups in the order of the joins and turns each join."""
    count = len(similarities)
    group = list(range(count))  # leaf that a group is known by → number of the group
    parent = list(range(count))

    def root(leaf: int) -> int:
        while parent[leaf] != leaf:
            parent[leaf] = parent[parent[leaf]]
            leaf = parent[leaf]
        return leaf

    orders: dict[int, list[int]] = {leaf: [leaf] for leaf in range(count)}
    joins = []
    for k, (a, b, similarity) in enumerate(merges):
        first, second = sorted((root(a), root(b)))
        one, other = orders.pop(group[first]), orders.pop(group[second])
        joined = _turned(one, other, similarities)
        joins.append(Join(group[first], group[second], similarity, len(joined)))
        parent[second] = first
        group[first] = count + k
        orders[count + k] = joined
    return Tree(tuple(joins), tuple(leaf for order in orders.values() for leaf in order))


def _turned(one: list[int], other: list[int], similarities: Sequence[Sequence[float]]) -> list[int]:
    """Two groups side by side, either of them backwards where that brings more similar leaves together."""
    if len(one) == len(other) == 1:
        return one + other
    ends = ((one[-1], other[0]), (one[-1], other[-1]), (one[0], other[0]), (one[0], other[-1]))
    rows = {leaf: similarities[leaf] for leaf in (one[0], one[-1])}
    best = max(range(4), key=lambda n: rows[ends[n][0]][ends[n][1]])
    return (one[::-1] if best >= 2 else one) + (other[::-1] if best % 2 else other)
