"""Tables of very many narrow columns, such as a large matrix, cut into panels as wide as a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from aidefs.formats.document import Table, plain

__all__ = ["naming_columns", "panels"]

_FEW, _MANY = 5, 5  # signs in a column that may go into another panel, and how many there must be


def panels(table: Table, widths: Callable[[Table], Sequence[float]], room: float) -> tuple[Table, ...]:
    """The table, or panels of it, each with the columns that name the rows and some of the narrow ones.

    Args:
        table: The table. One that has notes, or that is not too wide, stays as it is.
        widths: Gives the width that each column of a table needs.
        room: How wide a panel may be.
    """
    each = widths(table)
    first = naming_columns(table)
    if table.notes or len(each) - first < _MANY or sum(each) <= room:
        return (table,)
    left = max(room - sum(each[:first]), max(each[first:]))
    return tuple(_panel(table, first, part) for part in _parts(each, first, left))


def naming_columns(table: Table) -> int:
    """How many columns say what each row is about, in front of columns of a few signs each."""
    first = len(table.header)
    while first and all(len(text) <= _FEW for text in _column(table, first - 1)):
        first -= 1
    return first if 0 < first <= len(table.header) - _MANY else len(table.header)


def _column(table: Table, k: int) -> Iterator[str]:
    yield table.header[k]
    yield from (plain(row[k]) for row in table.rows)


def _parts(widths: Sequence[float], first: int, room: float) -> Iterator[range]:
    start, used = first, 0.0
    for k in range(first, len(widths)):
        if used + widths[k] > room and k > start:
            yield range(start, k)
            start, used = k, 0.0
        used += widths[k]
    yield range(start, len(widths))


def _panel(table: Table, first: int, part: range) -> Table:
    """Some of the columns, behind those that name the rows."""
    kept = (*range(first), *part)
    heads = "–".join(dict.fromkeys((table.header[part.start], table.header[part.stop - 1])))
    at = {k: n for n, k in enumerate(kept)}
    return table._replace(
        header=tuple(table.header[k] for k in kept),
        rows=tuple(tuple(row[k] for k in kept) for row in table.rows),
        caption=f"{table.caption}: {heads}" if table.caption else heads,
        langs=tuple(table.langs[k] for k in kept) if table.langs else (),
        wide=tuple(at[k] for k in table.wide if k in at),
        emphasis_columns=tuple(at[k] for k in table.emphasis_columns if k in at),
        name=table.name if part.start == first else "",
    )
