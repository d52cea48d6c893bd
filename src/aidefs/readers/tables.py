"""Tables of plain text whose cells have several lines side by side: grid tables and simple tables.

reStructuredText and Pandoc draw them with rules ("+----+----+", "=====  ====="). A line of such a table has a
line of each cell, so that the words of a cell stand apart in the file. Found is where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from aidefs.classes import NamedTuple
from aidefs.patterns import late

__all__ = ["DrawnCell", "DrawnTable", "drawn_tables"]

_RULE = late(
    r"^(?P<indent>[ ]{0,20})(?:(?P<grid>\+(?:[-=]{2,}+\+)++)|(?P<simple>={2,}+(?:[ ]++={2,}+)++))[ ]*+\r?$",
    re.M,
)
_LINE = late(r"[^\r\n]*+(?:\r\n|\r|\n|\Z)")
_RUN = late(r"={2,}+")
_DRAWN = late(r"[-=]+")
_MOST_LINES = 5_000  # of a table


class DrawnCell(NamedTuple):
    """A cell.

    Attributes:
        row: Of its first line, from 0.
        column: Of its left edge, from 0.
        lines: Offsets of the words of each line.
    """

    row: int
    column: int
    lines: tuple[tuple[int, int], ...]


class DrawnTable(NamedTuple):
    """A table.

    Attributes:
        start: Offset of its first rule.
        end: Offset behind its last line.
        cells: Those that hold words, row by row.
    """

    start: int
    end: int
    cells: tuple[DrawnCell, ...]


class _TableLine(NamedTuple):
    start: int
    text: str


def drawn_tables(text: str) -> Iterator[DrawnTable]:
    """The grid tables and simple tables of a text, in order."""
    end = 0
    for rule in _RULE.finditer(text) if "==  " in text or "== =" in text or "-+" in text else ():
        if rule.start() < end:
            continue
        found = _grid(text, rule) if rule["grid"] else _simple(text, rule)
        if found and found.cells:
            end = found.end
            yield found


def _lines(text: str, at: int) -> Iterator[_TableLine]:
    for match in _LINE.finditer(text, at):
        yield _TableLine(match.start(), match[0].rstrip("\r\n"))
        if match.end() == len(text):
            return


def _grid(text: str, rule: re.Match[str]) -> DrawnTable | None:
    edges = [k for k, sign in enumerate(text[rule.start() : rule.end("grid")]) if sign == "+"]
    open_cells: dict[int, tuple[int, list[tuple[int, int]]]] = {}  # left edge → row, lines
    cells: list[DrawnCell] = []
    row, end = -1, rule.start()

    def close(column: int) -> None:
        began, lines = open_cells.pop(column, (0, []))
        if lines:
            cells.append(DrawnCell(began, column, tuple(lines)))

    for number, line in enumerate(_lines(text, rule.start())):
        if line.text.strip()[:1] not in ("+", "|") or number > _MOST_LINES:
            break
        end = line.start + len(line.text)
        # Edges at which this line has a rule or a border; others are inside of a cell of several columns.
        here = [k for k, at in enumerate(edges) if line.text[at : at + 1] in ("|", "+")]
        ruled = [
            (left, right) for left, right in pairwise(here)
            if _DRAWN.fullmatch(line.text[edges[left] + 1 : edges[right]].replace("+", "-"))
        ]  # fmt: skip
        row += bool(ruled)
        for left, right in ruled:
            for column in range(left, right):
                close(column)
        for left, right in pairwise(here):
            low, high = edges[left] + 1, edges[right]
            words = line.text[low:high]
            if (left, right) in ruled or not words.strip():
                continue
            start = line.start + low + len(words) - len(words.lstrip())
            open_cells.setdefault(left, (row, []))[1].append((start, line.start + low + len(words.rstrip())))
    for column in list(open_cells):
        close(column)
    return DrawnTable(rule.start(), end, tuple(sorted(cells)))


def _simple(text: str, rule: re.Match[str]) -> DrawnTable | None:
    lefts = [match.start() - rule.start() for match in _RUN.finditer(text, rule.start("simple"), rule.end())]
    cells: dict[tuple[int, int], list[tuple[int, int]]] = {}
    lines = list(zip(range(_MOST_LINES), _lines(text, rule.end() + 1), strict=False))
    row = 0
    for k, line in lines:
        if _RULE.match(line.text):
            last = k + 1 == len(lines) or not lines[k + 1][1].text.strip()
            if last:
                found = (DrawnCell(*place, tuple(parts)) for place, parts in sorted(cells.items()))
                return DrawnTable(rule.start(), line.start + len(line.text), tuple(found))
            continue
        if not line.text.strip() or not line.text.strip(" -"):
            continue  # nothing, or a rule below a head of several columns
        row += bool(line.text[lefts[0] : lefts[1]].strip()) and bool(cells)
        for column, left in enumerate(lefts):
            right = lefts[column + 1] if column + 1 < len(lefts) else len(line.text)
            words = line.text[left:right]
            if words.strip():
                start = line.start + left + len(words) - len(words.lstrip())
                stop = line.start + left + len(words.rstrip())
                cells.setdefault((row, column), []).append((start, stop))
    return None  # nothing ends it
