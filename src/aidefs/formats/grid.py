"""The one door to the tabulate package, and the forms that do without it.

Most forms come from tabulate, whose guesses about numbers and white space are switched off
("1.10" would become "1.1"). Importing it takes longer than the whole of `aidefs compare coe eu`, though,
so the tables of a terminal are drawn here; tests hold them to tabulate's "simple_grid", "simple" and
"plain".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

__all__ = ["columns", "grid", "simple", "simple_grid"]

# Characters beyond ASCII that take one column each, without asking wcwidth: Latin, Greek, Cyrillic,
# general punctuation, arrows.
_ONE_EACH = frozenset(
    chr(n)
    for low, high in ((0xA1, 0xAC), (0xAE, 0x24F), (0x391, 0x482), (0x2010, 0x2027), (0x2190, 0x2193))
    for n in range(low, high + 1)
)
_ESCAPE = re.compile("\x1b\\[[0-9;]*m")


def grid(rows: Sequence[Sequence[str]], header: Sequence[str], form: str) -> str:
    """A table in one of tabulate's formats; cells stay as they are."""
    from tabulate import tabulate

    text: str = tabulate(rows, header, tablefmt=form, disable_numparse=True, preserve_whitespace=True)
    return text


def simple_grid(rows: Sequence[Sequence[str]], header: Sequence[str]) -> str:
    """A table with a rule between all rows; cells may hold line breaks."""
    split = [[cell.split("\n") for cell in row] for row in (header, *rows)]
    widths = [max(columns(line) for row in split for line in row[k]) for k in range(len(header))]

    def rule(left: str, middle: str, right: str) -> str:
        return left + middle.join("─" * (width + 2) for width in widths) + right

    def lines(row: list[list[str]]) -> Iterable[str]:
        for n in range(max(map(len, row))):
            cells = (cell[n] if n < len(cell) else "" for cell in row)
            padded = (c + " " * (w - columns(c)) for c, w in zip(cells, widths, strict=True))
            yield "│ " + " │ ".join(padded) + " │"

    body = ("\n" + rule("├", "┼", "┤") + "\n").join("\n".join(lines(row)) for row in split)
    return "\n".join((rule("┌", "┬", "┐"), body, rule("└", "┴", "┘")))


def simple(rows: Sequence[Sequence[str]], header: Sequence[str] = ()) -> str:
    """A table without rules but for one below the header; cells may hold line breaks, a header may not."""
    split = [[cell.split("\n") for cell in row] for row in rows]
    # A column is two wider than its head, as tabulate has it.
    heads = [columns(name) + 2 for name in header] or [0] * max(map(len, split), default=0)
    widths = [
        max([head, *(columns(line) for row in split for line in row[k])]) for k, head in enumerate(heads)
    ]

    def line(cells: Iterable[str]) -> str:
        padded = (cell + " " * (width - columns(cell)) for cell, width in zip(cells, widths, strict=True))
        return "  ".join(padded).rstrip()

    result = [line(header), line("-" * width for width in widths)] if header else []
    for row in split:
        for n in range(max(map(len, row))):
            result.append(line(cell[n] if n < len(cell) else "" for cell in row))
    return "\n".join(result)


def columns(text: str) -> int:
    """How many columns of a terminal a text takes, styles aside."""
    if "\x1b" in text:
        text = _ESCAPE.sub("", text)
    if text.isascii() or all(c in _ONE_EACH for c in text if c > "~"):
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)
