"""How definitions spread: how many documents have taken each by which date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from aidefs.corpora.occurrence import CLASSES
from aidefs.corpora.spread import Adopter, Spread
from aidefs.errors import InputError
from aidefs.output.pictures.canvas import INK, MARGIN, PALE, Figure, axes, draw_words, drawable, width

__all__ = ["draw_spread"]

_WIDE, _HIGH = 5.2, 3.2  # inches of the chart
_SIZE = 7.0
_MOST = 8  # curves that can be told apart
_LABEL = 0.16  # inches between two labels at least
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00", "#56B4E9", "#808080")
_DASHES: tuple[Any, ...] = ("-", "--", "-.", ":")


def draw_spread(result: Spread) -> Figure:
    """A stair for each definition; of the one that was asked for, a stair for each way of taking it.

    Raises:
        InputError: No document that takes a definition is dated.
    """
    curves = _curves(result)
    days = [day for _, found in curves for day in found]
    if not days:
        raise InputError("no document that takes a definition is dated; there is nothing to draw")
    low, high = min(days), max(days)
    high = max(high, low + 1)
    top = max(len(found) for _, found in curves)
    right = width((name for name, _ in curves), _SIZE) + 0.3
    left = width((str(top),), _SIZE) + 0.1
    size = (2 * MARGIN + left + _WIDE + right, 2 * MARGIN + _HIGH + 0.4)
    figure, (ax, names, foot, side) = axes(
        size,
        (MARGIN + left, MARGIN + 0.4, _WIDE, _HIGH),
        (MARGIN + left + _WIDE, MARGIN + 0.4, right, _HIGH),
        (MARGIN + left, MARGIN, _WIDE, 0.4),
        (MARGIN, MARGIN + 0.4, left, _HIGH),
    )
    ax.set(xlim=(low, high), ylim=(0, top * 1.04))
    for scale in (names, side):
        scale.set(xlim=(0, right if scale is names else left), ylim=(0, top * 1.04))
    foot.set(xlim=(low, high), ylim=(0, 0.4))
    _draw_years(ax, foot, low, high, top)
    for number in sorted({0, top // 2, top}):
        draw_words(side, left - 0.06, number, str(number), _SIZE, ha="right")
    draw_words(ax, low, top * 1.06, "documents", _SIZE)
    heights = _apart([len(found) for _, found in curves], _LABEL / _HIGH * top * 1.04)
    for n, ((name, found), y) in enumerate(zip(curves, heights, strict=True)):
        looks = {"color": _COLOURS[n], "linestyle": _DASHES[n % len(_DASHES)], "linewidth": 1.3}
        ax.step([low, *found, high], [0, *range(1, len(found) + 1), len(found)], where="post", **looks)
        names.plot([0.04, 0.2], [y, y], **looks)
        draw_words(names, 0.25, y, name, _SIZE, color=INK)
    return figure


def _apart(heights: Sequence[float], least: float) -> list[float]:
    """Heights of labels that are so far apart that each can be read; none is below the axis."""
    order = sorted(range(len(heights)), key=lambda n: (-heights[n], n))
    placed = [float(height) for height in heights]
    for above, n in pairwise(order):
        placed[n] = min(placed[n], placed[above] - least)
    floor = 0.0
    for n in reversed(order):
        placed[n] = max(placed[n], floor)
        floor = placed[n] + least
    return placed


def _curves(result: Spread) -> list[tuple[str, list[int]]]:
    """Names with the days on which documents took them."""
    adopters = [(course, one) for course in result.courses for one in course.adopters]
    if result.asked:
        return [
            (relation, _days(one for _, one in adopters if one.relation == relation))
            for relation in CLASSES
            if any(one.relation == relation and one.date for _, one in adopters)
        ]
    return [
        (drawable(course.definition.name, course.definition.id), _days(course.adopters))
        for course in result.courses[:_MOST]
        if course.first
    ]


def _days(adopters: Iterable[Adopter]) -> list[int]:
    """Dates as days; one that is known in part counts as the end of its time."""
    return sorted(filter(None, map(_day, adopters)))


def _day(one: Adopter) -> int:
    parts = [int(part) for part in one.date.split("-")] if one.date else []
    if not parts:
        return 0
    year, month, day = (*parts, 0, 0)[:3]
    try:
        if day:
            return date(year, month, day).toordinal()
        following = date(year + (month in (0, 12)), 1 if month in (0, 12) else month + 1, 1)
        return following.toordinal() - 1
    except ValueError:
        return 0


def _draw_years(ax: Any, foot: Any, low: int, high: int, top: int) -> None:
    first, last = date.fromordinal(low).year, date.fromordinal(high).year
    for year in range(first, last + 2, max(1, (last - first) // 8)):
        day = date(year, 1, 1).toordinal()
        if low <= day <= high:
            ax.plot([day, day], [0, top * 1.04], color=PALE, linewidth=0.5, zorder=0)
            draw_words(foot, day, 0.25, str(year), _SIZE, ha="center")
    ax.plot([low, high], [0, 0], color=INK, linewidth=0.6, clip_on=False)
