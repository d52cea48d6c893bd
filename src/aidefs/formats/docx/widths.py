"""Widths of the columns of a printed table, in twentieths of a point."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import east_asian_width

from aidefs.formats.document import Table, plain
from aidefs.text.visible import shown

__all__ = ["column_widths", "line_widths", "needs_landscape"]

_SIZE = 180  # of the letters of a table: 9 points
_NARROW = frozenset(" .,;:'’‘!|()[]{}/-ijlftrI")
_BROAD = frozenset("mwMW@%—…")
_EDGES = 210  # what stands to the left and right of the words of a cell
_WORDS = 0.4  # of the page: what wide columns have together, if their words need it
_MOST = 0.28  # of the page: a column that is as wide as its words takes no more, unless one word does
_LONGEST = 2300  # words that are longer, such as addresses, are broken
_WIDE_COLUMNS = 4  # more of them are too narrow on a page that stands upright


def needs_landscape(table: Table, page: int) -> bool:
    """Whether a table has too many columns, or too long lines, for a page of a width."""
    return len(table.wide) > _WIDE_COLUMNS or table.keyword is not None or sum(_least(table)) > page


def column_widths(table: Table, page: int) -> list[int]:
    """Narrow columns get what they need; wide ones share the rest by how much they hold.

    Args:
        table: The table.
        page: How wide it may be.
    """
    least, most = _least(table), line_widths(table)
    wide = [k for k in table.wide if k != table.keyword]
    widths = [max(low, min(high, round(_MOST * page))) for low, high in zip(least, most, strict=True)]
    if wide:
        wanted = min(sum(most[k] for k in wide), round(_WORDS * page))
        narrow = [k for k in range(len(widths)) if k not in wide]
        fitted = _shrunk([widths[k] for k in narrow], [least[k] for k in narrow], page - wanted, whole=True)
        for k, width in zip(narrow, fitted, strict=True):
            widths[k] = width
        left = page - sum(fitted)
        # The square root lets a long text have more room without starving its neighbours.
        weights = {k: max(_held(table, k), 1) ** 0.5 for k in wide}
        for k, weight in weights.items():
            widths[k] = max(least[k], int(left * weight / sum(weights.values())))
    return _shrunk(widths, least, page)


def _shrunk(widths: Sequence[int], least: Sequence[int], page: int, *, whole: bool = False) -> list[int]:
    """What is too much is taken from the columns that have more than they need, in proportion.

    Where that is not enough, words are broken, unless they have to stay `whole`.
    """
    over = sum(widths) - page
    spare = [width - low for width, low in zip(widths, least, strict=True)]
    if over <= 0:
        return list(widths)
    if over > sum(spare):  # not even the longest words fit side by side
        if whole:
            return list(least)
        return [width * page // sum(widths) for width in widths]
    return [width - -(-over * free // sum(spare)) for width, free in zip(widths, spare, strict=True)]


def _least(table: Table) -> list[int]:
    """As wide as the longest word of each column."""
    words = ((word for text in _texts(table, k) for word in text.split()) for k in range(len(table.header)))
    return [_EDGES + min(max(map(_length, found), default=0), _LONGEST) for found in words]


def line_widths(table: Table) -> list[int]:
    """As wide as the longest line of each column."""
    lines = (
        (line for text in _texts(table, k) for line in text.split("\n")) for k in range(len(table.header))
    )
    return [_EDGES + max(map(_length, found)) for found in lines]


def _held(table: Table, k: int) -> int:
    return sum(map(_length, _texts(table, k)))


def _texts(table: Table, k: int) -> list[str]:
    return [shown(text) for text in (table.header[k], *(plain(row[k]) for row in table.rows))]


def _length(text: str) -> int:
    """How long a text is in bold letters of Times, roughly."""
    return round(_SIZE * sum(map(_em, text)))


def _em(letter: str) -> float:
    if letter in _NARROW:
        return 0.4
    if letter in _BROAD or east_asian_width(letter) in "WF":
        return 1.0
    return 0.78 if letter.isupper() else 0.56
