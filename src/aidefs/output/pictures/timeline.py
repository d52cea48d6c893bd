"""Wordings through time: one row a wording, or a definition, and a sign at each date."""

from __future__ import annotations

import textwrap
from typing import Any

from aidefs.classes import NamedTuple
from aidefs.errors import InputError
from aidefs.library.records import Definition
from aidefs.output.pictures.canvas import (
    GREY,
    MARGIN,
    PALE,
    Figure,
    axes,
    draw_legend,
    draw_sign,
    draw_words,
    drawable,
    sign_of,
    width,
)
from aidefs.survey.timeline import Timeline

__all__ = ["draw_timeline"]

_CHART = 4.5  # inches
_LINE, _PAD = 0.125, 0.07  # inches a line of text, and around it
_FOOT = 0.95
_SIZE = 7.0
_WRAP = 52  # characters a line of words


class _ChartRow(NamedTuple):
    """What stands in a row: text at the left, signs at dates, a name at the right."""

    text: str
    definitions: tuple[Definition, ...]
    name: str

    @property
    def high(self) -> float:
        return (self.text.count("\n") + 1) * _LINE + _PAD


def draw_timeline(result: Timeline) -> Figure:
    """Wordings through time, a row for each.

    Raises:
        InputError: No definition that has the wording is dated.
    """
    rows = _rows(result)
    spans = [span for row in rows for one in row.definitions if (span := _span(one.adopted))]
    if not spans:
        raise InputError(f"no dated definition has {result.subject!r}; there is nothing to draw")
    low, high = int(min(start for start, _ in spans)), int(max(end for _, end in spans) - 1e-9) + 1
    left = width((line for row in rows for line in row.text.split("\n")), _SIZE) + 0.1
    right = width((row.name for row in rows), _SIZE) + 0.1
    body = sum(row.high for row in rows)
    size = (2 * MARGIN + left + _CHART + right, 2 * MARGIN + body + _FOOT)
    figure, (texts, chart, names, foot) = axes(
        size,
        (MARGIN, MARGIN + _FOOT, left, body),
        (MARGIN + left, MARGIN + _FOOT, _CHART, body),
        (MARGIN + left + _CHART, MARGIN + _FOOT, right, body),
        (MARGIN, MARGIN, left + _CHART + right, _FOOT),
    )
    for ax, wide in ((texts, left), (names, right)):
        ax.set(xlim=(0, wide), ylim=(body, 0))
    chart.set(xlim=(low, high), ylim=(body, 0))
    for year in range(low, high + 1):
        chart.plot([year, year], [0, body], color=PALE, linewidth=0.5, zorder=0, clip_on=False)
    top = 0.0
    for row in rows:
        middle = top + row.high / 2
        draw_words(texts, 0, middle, row.text, _SIZE, va="center" if "\n" in row.text else "center_baseline")
        draw_words(names, 0.08, middle, row.name, _SIZE)
        _draw_row(chart, row, middle)
        top += row.high
    _draw_foot(foot, result, (low, high), left, size[0] - 2 * MARGIN)
    return figure


def _rows(result: Timeline) -> list[_ChartRow]:
    if result.kind == "words":
        return [
            _ChartRow(drawable(one.name, one.id), (one,), one.adopted or "no date")
            for thread in result.threads
            for one in thread.definitions
        ]
    rows = []
    for thread in result.threads:
        text = "\n".join(textwrap.wrap(drawable(thread.text), _WRAP))
        more = f" and {len(thread.later)} more" if thread.later else ""
        rows.append(_ChartRow(text, thread.definitions, drawable(thread.first.name, thread.first.id) + more))
    return rows


def _span(adopted: str) -> tuple[float, float] | None:
    """The time that a date stands for, in years: a day, a month or a year."""
    if not adopted:
        return None
    year, month, day = (int(part) for part in (*adopted.split("-"), "0", "0")[:3])
    if not month:
        return float(year), year + 1.0
    if not day:
        return year + (month - 1) / 12, year + month / 12
    at = year + (month - 1) / 12 + (day - 0.5) / 31 / 12
    return at, at


def _draw_row(ax: Any, row: _ChartRow, y: float) -> None:
    spans = [(one, span) for one in row.definitions if (span := _span(one.adopted))]
    if len(spans) > 1:
        ends = [sum(span) / 2 for _, span in spans]
        ax.plot([min(ends), max(ends)], [y, y], color=GREY, linewidth=0.8, zorder=1)
    for one, (start, end) in spans:
        sign, exact = sign_of(one), start == end
        if not exact:
            ax.plot([start, end], [y, y], color=sign.colour, linewidth=2.2, solid_capstyle="butt", zorder=2)
        draw_sign(ax, (start + end) / 2, y, sign, filled=exact)


def _draw_foot(ax: Any, result: Timeline, years: tuple[int, int], left: float, wide: float) -> None:
    """The years, and what the signs are."""
    ax.set(xlim=(0, wide), ylim=(0, _FOOT))
    low, high = years
    for year in range(low, high + 1, max(1, (high - low) // 10)):
        x = left + _CHART * (year - low) / (high - low)
        draw_words(ax, x, _FOOT - 0.1, str(year), _SIZE, ha="center")
    known = [one for thread in result.threads for one in thread.definitions]
    draw_legend(ax, known, left, _FOOT - 0.34)
    if any(len(one.adopted) in (4, 7) for one in known):
        draw_words(ax, left + 2.2, _FOOT - 0.34, "open, with a bar: only the year or month is known", 7)
