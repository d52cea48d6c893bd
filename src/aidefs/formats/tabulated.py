"""Tables in the formats of the tabulate package.

tabulate escapes HTML and LaTeX and nothing else: a pipe in a cell ends the cell in Markdown, Jira or
MediaWiki, and a line break in a cell ends the row in most. What each format needs is done here first.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from functools import cache

from aidefs.formats.document import Cells, Document, Table, plain, signed
from aidefs.formats.grid import grid
from aidefs.formats.notes import spelled_out
from aidefs.text.visible import visible, visible_line

__all__ = ["SEPARATED", "escaped", "render_sheet", "render_tables"]

_KEEP_LINES = ("grid", "pretty")  # formats that can show a cell of several lines
SEPARATED = {"csv": ",", "tsv": "\t"}
_ESCAPES: dict[str, dict[str, str]] = {
    "asciidoc": {"|": "\\|"},
    "github": {"\\": "\\\\", "|": "\\|", "<": "&lt;", ">": "&gt;", "*": "\\*", "_": "\\_", "`": "\\`"},
    "jira": {"\\": "\\\\", "|": "\\|", "{": "\\{", "[": "\\["},
    "mediawiki": {"&": "&amp;", "<": "&lt;", "|": "&#124;", "{": "&#123;", "[": "&#91;", "'": "&#39;"},
    "moinmoin": {"|": "&#124;", "<": "&lt;"},
    "orgtbl": {"|": "\\vert{}"},
    "rst": {"\\": "\\\\", "*": "\\*", "`": "\\`", "|": "\\|", "_": "\\_"},
    "textile": {"&": "&amp;", "<": "&lt;", "|": "&#124;"},
    "youtrack": {"|": "\\|", "{": "\\{", "[": "\\["},
}
_ESCAPES["pipe"] = _ESCAPES["github"]
_LATEX = ("latex_booktabs", "latex_longtable", "latex_raw")
_MARKED_UP = (*_LATEX, "unsafehtml")
_PARAGRAPHS = (*_MARKED_UP, *_ESCAPES, "colon_grid")  # line feeds inside a paragraph count for nothing


def render_tables(document: Document, form: str) -> str:
    """The tables of the document, one below the other."""
    shown = "\n\n".join(_table(table, form) for table in document.tables) + "\n"
    if form in _LATEX and "\\aidefs" in shown:
        from aidefs.formats.latex.preamble import macros

        shown = f"{macros(shown)}\n{shown}"
    return shown


def _table(table: Table, form: str) -> str:
    """A table and its notes; separated values are data, and go without."""
    if form in SEPARATED:
        cells = (table.header, *([_shown(cell, table) for cell in row] for row in table.rows))
        return _separated(([escaped(cell, form) for cell in row] for row in cells), form)
    bare, notes = spelled_out(table)
    head = [escaped(name, form) for name in bare.header]
    rows = [[escaped(_shown(cell, table), form) for cell in row] for row in bare.rows]
    drawn = _filled(rows, head, form) if form in _MARKED_UP else grid(rows, head, form)
    if not notes:
        return drawn
    # Marks at the beginning of a line would make a list of it in some formats; a dash does not.
    lines = (plain(note) if n else f"– {plain(note)}" for n, note in zip(table.numbers, notes, strict=True))
    below = [escaped(line.replace("\n", " "), form) for line in lines]
    if form == "unsafehtml":
        below = [f"<p>{line}</p>" for line in below]
    return drawn + "\n\n" + ("\n\n" if form in _PARAGRAPHS else "\n").join(below)


def _shown(cell: Cells, table: Table) -> str:
    """The characters of a cell, with the signs of wdiff where it is a redline."""
    return plain(cell) if table.sides else signed(cell)


def _filled(rows: list[list[str]], head: list[str], form: str) -> str:
    """A table whose cells are escaped already, in a format in which tabulate would escape them again."""
    cells = [cell for row in (head, *rows) for cell in row]
    width = len(head)
    names = [f"cell{n:06d}" for n in range(len(cells))]
    blank = [names[n : n + width] for n in range(0, len(names), width)]
    drawn = grid(blank[1:], blank[0], form)
    return re.sub(r"cell(\d{6})", lambda match: cells[int(match[1])], drawn)


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
    if form in _LATEX:
        from aidefs.formats.latex import escape as latex

        return latex(text.replace("\n", "; "))
    if form == "unsafehtml":
        from aidefs.formats.html import escape as html

        return "<br>".join(map(html, text.split("\n")))
    if form == "colon_grid":
        from aidefs.formats.pandoc import escape as pandoc

        return "\n".join(map(pandoc, visible(text).split("\n")))
    lines = any(name in form for name in _KEEP_LINES)
    text = (
        "\n".join(map(visible_line, visible(text).split("\n")))
        if lines
        else visible_line(text.replace("\n", "; "))
    )
    text = text.translate({ord(character): code for character, code in _ESCAPES.get(form, {}).items()})
    if form in SEPARATED and text[:1] in ("=", "+", "-", "@"):
        return "'" + text  # a spreadsheet would take it for a formula
    return text
