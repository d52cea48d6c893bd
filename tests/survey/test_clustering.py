"""Average linkage: the tree of the textbook, in an order that puts like beside like."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aidefs
from aidefs.survey.clustering import Join, average_linkage

# Two close pairs and a stranger.
TABLE = [
    [1.0, 0.9, 0.3, 0.2, 0.0],
    [0.9, 1.0, 0.4, 0.1, 0.0],
    [0.3, 0.4, 1.0, 0.8, 0.1],
    [0.2, 0.1, 0.8, 1.0, 0.1],
    [0.0, 0.0, 0.1, 0.1, 1.0],
]


@st.composite
def tables(draw: st.DrawFn) -> list[list[float]]:
    """Symmetric tables with ones on the diagonal and many ties."""
    count = draw(st.integers(0, 9))
    table = [[1.0] * count for _ in range(count)]
    for n, m in combinations(range(count), 2):
        table[n][m] = table[m][n] = draw(st.integers(0, 8)) / 8
    return table


def members(count: int, joins: tuple[Join, ...], group: int) -> list[int]:
    if group < count:
        return [group]
    join = joins[group - count]
    return members(count, joins, join.left) + members(count, joins, join.right)


def test_the_tree_of_two_pairs_and_a_stranger() -> None:
    tree = average_linkage(TABLE)
    assert [(j.left, j.right, j.size) for j in tree.joins] == [(0, 1, 2), (2, 3, 2), (5, 6, 4), (7, 4, 5)]
    assert [round(j.similarity, 9) for j in tree.joins] == [0.9, 0.8, 0.25, 0.05]
    assert tree.order == (0, 1, 2, 3, 4)  # 1 and 2 are the most similar of the two pairs
    assert tree.families(0.5) == ((0, 1), (2, 3), (4,))
    assert tree.families(0.0) == ((0, 1, 2, 3, 4),)
    assert tree.families(1.0) == ((0,), (1,), (2,), (3,), (4,))


def test_joins_are_turned_so_that_like_stands_beside_like() -> None:
    mirrored = [[TABLE[n][m] for m in (1, 0, 2, 3, 4)] for n in (1, 0, 2, 3, 4)]
    order = average_linkage(mirrored).order
    assert [(1, 0, 2, 3, 4)[n] for n in order] == [0, 1, 2, 3, 4]


def test_none_and_one() -> None:
    assert average_linkage([]) == ((), ())
    assert average_linkage([[1.0]]) == ((), (0,))
    assert average_linkage([[1.0]]).families(0.5) == ((0,),)


@given(tables())
def test_every_join_has_the_average_similarity_of_its_sides(table: list[list[float]]) -> None:
    tree, count = average_linkage(table), len(table)
    assert sorted(tree.order) == list(range(count))
    for join in tree.joins:
        left, right = members(count, tree.joins, join.left), members(count, tree.joins, join.right)
        mean = sum(table[n][m] for n in left for m in right) / (len(left) * len(right))
        assert abs(mean - join.similarity) < 1e-9
        assert join.size == len(left) + len(right)


@given(tables())
def test_the_most_similar_come_first_and_groups_stand_together(table: list[list[float]]) -> None:
    tree, count = average_linkage(table), len(table)
    assert all(a.similarity >= b.similarity - 1e-9 for a, b in pairwise(tree.joins))
    for k in range(len(tree.joins)):
        places = sorted(tree.order.index(leaf) for leaf in members(count, tree.joins, count + k))
        assert places == list(range(places[0], places[0] + len(places)))


@given(tables().filter(bool), st.data())
def test_a_tree_can_be_turned_so_that_any_leaf_stands_first(
    table: list[list[float]], data: st.DataObject
) -> None:
    tree, count = average_linkage(table), len(table)
    leaf = data.draw(st.integers(0, count - 1))
    turned = tree.facing(leaf)
    assert turned.joins == tree.joins
    assert turned.order[0] == leaf and sorted(turned.order) == list(range(count))
    for k in range(len(tree.joins)):
        places = sorted(turned.order.index(leaf) for leaf in members(count, tree.joins, count + k))
        assert places == list(range(places[0], places[0] + len(places)))


def test_what_is_joined_early_stands_near_to_the_first_leaf() -> None:
    assert average_linkage(TABLE).facing(3).order == (3, 2, 1, 0, 4)
    assert average_linkage(TABLE).facing(4).order == (4, 3, 2, 1, 0)


@given(tables(), st.floats(0, 1))
def test_families_are_the_joins_that_are_similar_enough(table: list[list[float]], least: float) -> None:
    tree = average_linkage(table)
    groups = tree.families(least)
    assert [leaf for group in groups for leaf in group] == list(tree.order)
    assert len(groups) == len(table) - sum(join.similarity >= least for join in tree.joins)


@st.composite
def larger_tables(draw: st.DrawFn) -> list[list[float]]:
    """Tables of up to 60 leaves, most of them with many ties, that are halved several times over."""
    count, levels = draw(st.integers(0, 60)), draw(st.sampled_from([1, 2, 3, 8, 100, 10**9]))
    chosen = random.Random(draw(st.integers(0, 2**32)))
    table = [[1.0] * count for _ in range(count)]
    for n, m in combinations(range(count), 2):
        table[n][m] = table[m][n] = chosen.randint(0, levels) / levels
    return table


def check_engines(table: list[list[float]]) -> None:
    pytest.importorskip("numpy", reason="numpy is not installed")
    by_numpy = average_linkage(table, "numpy")
    assert by_numpy == average_linkage(table, "arrays")
    assert all(list(map(type, join)) == [int, int, float, int] for join in by_numpy.joins)


def test_both_engines_make_the_same_tree_of_the_collection() -> None:
    matrix = aidefs.matrix(measure="text")
    check_engines([list(row) for row in matrix.values])


@pytest.mark.parametrize("levels", [1, 3, 10**9])
def test_both_engines_make_the_same_joins_of_tables_that_shrink(levels: int) -> None:
    chosen = random.Random(levels)
    table = [[1.0] * 70 for _ in range(70)]
    for n, m in combinations(range(70), 2):
        table[n][m] = table[m][n] = chosen.randint(0, levels) / levels
    check_engines(table)


@given(larger_tables())
def test_both_engines_make_the_same_joins(table: list[list[float]]) -> None:
    check_engines(table)


@given(larger_tables())
@settings(max_examples=1500)
@pytest.mark.exhaustive
def test_both_engines_make_the_same_joins_of_many_tables(table: list[list[float]]) -> None:
    check_engines(table)
