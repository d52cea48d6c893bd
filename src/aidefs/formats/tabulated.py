"""Tables in formats that other programs read: those of the tabulate package, and separated values.

The formats are those that tell a reader something that no other format here does: mark-up of wikis and
documentation, and plain tables for mails. tabulate escapes nothing in them: a pipe in a cell ends the cell in
Markdown, Jira or MediaWiki, and a line break in a cell ends the row in most. What each needs is done here
first, and tabulate's guesses about numbers and white space are switched off ("1.10" would become "1.1").
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from functools import cache

from aidefs.formats.document import Cells, Document, Table, plain, signed
from aidefs.formats.notes import spelled_out
from aidefs.text.visible import is_formula_like, visible, visible_line

__all__ = ["SEPARATED", "escaped", "render_sheet", "render_tables"]

SEPARATED = {"csv": ",", "tsv": "\t"}
_ESCAPES: dict[str, dict[str, str]] = {
    "asciidoc": {"|": "\\|"},
    "github": {"\\": "\\\\", "|": "\\|", "<": "&lt;", ">": "&gt;", "*": "\\*", "_": "\\_", "`": "\\`"},
    "jira": {"\\": "\\\\", "|": "\\|", "{": "\\{", "[": "\\["},
    "mediawiki": {"&": "&amp;", "<": "&lt;", "|": "&#124;", "{": "&#123;", "[": "&#91;", "'": "&#39;"},
    "orgtbl": {"|": "\\vert{}"},
    "rst": {"\\": "\\\\", "*": "\\*", "`": "\\`", "|": "\\|", "_": "\\_"},
    "textile": {"&": "&amp;", "<": "&lt;", "|": "&#124;"},
}


def render_tables(document: Document, form: str) -> str:
    """The tables of the document, one below the other."""
    return "\n\n".join(_table(table, form) for table in document.tables) + "\n"


def _table(table: Table, form: str) -> str:
    """A table and its notes; separated values are data, and go without."""
    if form in SEPARATED:
        cells = (table.header, *([_shown(cell, table) for cell in row] for row in table.rows))
        return _separated(([escaped(cell, form) for cell in row] for row in cells), form)
    bare, notes = spelled_out(table)
    head = [escaped(name, form) for name in bare.header]
    rows = [[escaped(_shown(cell, table), form) for cell in row] for row in bare.rows]
    drawn = _drawn(rows, head, form)
    if not notes:
        return drawn
    # Marks at the beginning of a line would make a list of it in some formats; a dash does not.
    lines = (plain(note) if n else f"– {plain(note)}" for n, note in zip(table.numbers, notes, strict=True))
    below = [escaped(line.replace("\n", " "), form) for line in lines]
    # Where there is mark-up, line feeds inside a paragraph count for nothing.
    return drawn + "\n\n" + ("\n\n" if form in _ESCAPES else "\n").join(below)


def _shown(cell: Cells, table: Table) -> str:
    """The characters of a cell, with the signs of wdiff where it is a redline."""
    return plain(cell) if table.sides else signed(cell)


def _drawn(rows: Sequence[Sequence[str]], header: Sequence[str], form: str) -> str:
    """A table as tabulate draws it; cells stay as they are."""
    from tabulate import tabulate

    text: str = tabulate(rows, header, tablefmt=form, disable_numparse=True, preserve_whitespace=True)
    return text


def render_sheet(sheet: Iterable[Sequence[str]], form: str) -> str:
    """Rows of separated values that a result has for programs."""
    # A long table has few names and many numbers, which a spreadsheet takes for what they are.
    safe = cache(lambda cell: escaped(cell, form))
    return _separated((map(safe, row) for row in sheet), form) + "\n"


def _separated(rows: Iterable[Iterable[str]], form: str) -> str:
    """Separated values as spreadsheets and the csv module read them; tabulate pads and does not quote."""
    text = io.StringIO()
    csv.writer(text, delimiter=SEPARATED[form], lineterminator="\n").writerows(rows)
    return text.getvalue().rstrip("\n")


def escaped(text: str, form: str) -> str:
    """The text as it must stand in a cell of the format for a reader to see these characters."""
    if form == "grid":  # whose cells may hold several lines
        return "\n".join(map(visible_line, visible(text).split("\n")))
    text = visible_line(text.replace("\n", "; "))
    text = text.translate({ord(character): code for character, code in _ESCAPES.get(form, {}).items()})
    return "'" + text if form in SEPARATED and is_formula_like(text) else text
