"""A comparison of many definitions with those of one wording side by side in one column."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from aidefs.comparison.comparison import Comparison, Row
from aidefs.library.wordings import Wording, chronological, wording_key
from aidefs.segmentation.segmentation import Segmentation

__all__ = ["Collapsed", "collapsed"]


class Collapsed(NamedTuple):
    """A comparison in which no wording stands twice.

    Attributes:
        comparison: One definition a wording, the baseline first.
        wordings: Who shares each, in the order of the columns.
    """

    comparison: Comparison
    wordings: tuple[Wording, ...]


def collapsed(result: Comparison) -> Collapsed:
    """Put identical wordings together.

    The columns keep their order. In each the baseline stands for the others, or else the earliest
    definition, whichever was named first. Two texts are kept apart where they are cut differently, and
    so are two definitions that are all there is to compare.
    """
    groups: dict[tuple[object, ...], list[int]] = {}
    for k, cut in enumerate(result.segmentations):
        groups.setdefault(_key(cut), []).append(k)
    columns = list(groups.values())
    if len(result.definitions) < 3 or len(columns) < 2:
        columns = [[k] for k in range(len(result.definitions))]

    def rank(k: int) -> tuple[object, ...]:
        return k != 0, *chronological(result.definitions[k])

    columns = [sorted(group, key=rank) for group in columns]
    named = (tuple(result.definitions[k] for k in group) for group in columns)
    wordings = tuple(Wording(group, group[0].text) for group in named)
    return Collapsed(_restricted(result, [group[0] for group in columns]), wordings)


def _key(cut: Segmentation) -> tuple[object, ...]:
    parts = tuple((one.element, wording_key(one.text, cut.lang)) for one in cut.segments)
    return wording_key(cut.text, cut.lang), parts


def _restricted(result: Comparison, kept: list[int]) -> Comparison:
    """The comparison with some columns only; the first is the baseline and always stays."""
    pair = {k - 1: n for n, k in enumerate(kept[1:])}
    return replace(
        result,
        definitions=tuple(result.definitions[k] for k in kept),
        segmentations=tuple(result.segmentations[k] for k in kept),
        rows=tuple(
            Row(row.element, tuple(row.cells[k] for k in kept), tuple(row.pairs[k] for k in pair))
            for row in result.rows
        ),
        redlines=tuple(result.redlines[k] for k in pair),
        findings=tuple(f._replace(pair=pair[f.pair]) for f in result.findings if f.pair in pair),
    )
