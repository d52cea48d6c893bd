"""Notes of tables, and rows that are brought out, where a format has no means of its own for them."""

from __future__ import annotations

from aidefs.formats.document import Cells, Run, Table

__all__ = ["SIGN", "spelled_out", "superscript", "weighed"]

SIGN = "• "  # stands before the rows and heads that are brought out, where letters cannot be bold
_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def superscript(numbers: tuple[int, ...]) -> str:
    """The marks of notes as raised digits."""
    return ",".join(str(number).translate(_DIGITS) for number in numbers)


def weighed(table: Table) -> Table:
    """The table with its first cells bold only in rows that are brought out, where there are such rows."""
    if not table.emphasis:
        return table
    rows = []
    for n, (first, *others) in enumerate(table.rows):
        head = tuple(run._replace(mark="") if run.mark == "strong" else run for run in first)
        rows.append((_bold(head) if n in table.emphasis else head, *others))
    return table._replace(rows=tuple(rows))


def spelled_out(table: Table, sign: str = SIGN) -> tuple[Table, tuple[Cells, ...]]:
    """The table with marks and signs as characters, and its notes as lines that begin with their marks.

    Args:
        table: The table.
        sign: What to put before rows and columns that are brought out.
    """
    emphasis = _some(table.emphasis, len(table.rows))
    columns = _some(table.emphasis_columns, len(table.header) - 1)
    header = tuple(
        (sign if k in columns else "") + name + superscript(table.marks(column=k))
        for k, name in enumerate(table.header)
    )
    rows = tuple(
        (_marked(first, sign if n in emphasis else "", superscript(table.marks(row=n))), *others)
        for n, (first, *others) in enumerate(table.rows)
    )
    notes = tuple(
        (Run(f"{superscript((number,))} "), *note.runs) if number else note.runs
        for number, note in zip(table.numbers, table.notes, strict=True)
    )
    bare = table._replace(header=header, rows=rows, notes=(), emphasis=(), emphasis_columns=())
    return bare, notes


def _some(chosen: tuple[int, ...], total: int) -> tuple[int, ...]:
    """What is brought out; where all is, nothing is."""
    return chosen if len(chosen) < total else ()


def _bold(cell: Cells) -> Cells:
    """The first line of a cell in bold."""
    if not cell or cell[0].mark:
        return cell
    line, lines, rest = cell[0].text.partition("\n")
    return (cell[0]._replace(text=line, mark="strong"), *([Run(lines + rest)] if lines else []), *cell[1:])


def _marked(cell: Cells, before: str, behind: str) -> Cells:
    """A cell with something before its first line and something behind it."""
    if not before and not behind:
        return cell
    parts: list[Run] = [Run(before)] if before else []
    for n, run in enumerate(cell):
        line, lines, rest = run.text.partition("\n")
        if lines:
            more = (run._replace(text=lines + rest), *cell[n + 1 :])
            return (*parts, run._replace(text=line), Run(behind), *more)
        parts.append(run)
    return (*parts, Run(behind))
