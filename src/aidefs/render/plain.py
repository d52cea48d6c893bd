"""Tables in the formats of the tabulate package.

tabulate escapes HTML and LaTeX and nothing else: a pipe in a cell ends the cell in Markdown, Jira or
MediaWiki, and a line break in a cell ends the row in most. What each format needs is done here first.
"""

from __future__ import annotations

import csv
import io

from aidefs.render.clean import visible, visible_line
from aidefs.render.grid import grid
from aidefs.tables import Document, Table, plain

__all__ = ["escaped", "render_tables"]

_KEEP_LINES = ("grid", "pretty")  # formats that can show a cell of several lines
_SEPARATORS = {"csv": ",", "tsv": "\t"}
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


def render_tables(document: Document, form: str) -> str:
    """The tables of the document, one below the other."""
    return "\n\n".join(_table(table, form) for table in document.tables) + "\n"


def _table(table: Table, form: str) -> str:
    head = [escaped(name, form) for name in table.header]
    rows = [[escaped(plain(cell), form) for cell in row] for row in table.rows]
    return _separated([head, *rows], form) if form in _SEPARATORS else grid(rows, head, form)


def _separated(rows: list[list[str]], form: str) -> str:
    """Separated values as spreadsheets and the csv module read them; tabulate pads and does not quote."""
    text = io.StringIO()
    csv.writer(text, delimiter=_SEPARATORS[form], lineterminator="\n").writerows(rows)
    return text.getvalue().rstrip("\n")


def escaped(text: str, form: str) -> str:
    """The text as it must stand in a cell of the format for a reader to see these characters."""
    lines = any(name in form for name in _KEEP_LINES)
    text = (
        "\n".join(map(visible_line, visible(text).split("\n")))
        if lines
        else visible_line(text.replace("\n", "; "))
    )
    text = text.translate({ord(character): code for character, code in _ESCAPES.get(form, {}).items()})
    if form in _SEPARATORS and text[:1] in ("=", "+", "-", "@"):
        return "'" + text  # a spreadsheet would take it for a formula
    return text
