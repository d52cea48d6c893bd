"""Tables in formats that other programs read: mark-up of wikis and pages, plain tables, separated values.

The formats are those that tell a reader something that no other format here does, and in which every text
can be written so that a reader sees it and nothing obeys it. Each has an escape, held by tests to a program
that renders the format; a format for which there is none (Org, Jira) is not among them. Plain tables are for
people and escape what a terminal would obey. tabulate draws most; its guesses about numbers and white space
are switched off ("1.10" would become "1.1").
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from aidefs.formats import markdown
from aidefs.formats.document import Cells, Document, Table, plain, signed
from aidefs.formats.notes import spelled_out
from aidefs.text.visible import is_formula_like, visible, visible_line

__all__ = ["PLAIN_TABLES", "SEPARATED", "escaped", "render_sheet", "render_tables"]

SEPARATED = {"csv": ",", "tsv": "\t"}
PLAIN_TABLES = ("grid", "plain", "psql", "simple")

_SIGNS = r"!-/:-@\[-`{-~"  # of ASCII; no other sign is mark-up anywhere
# Signs that no mark-up begins or ends with where they stand alone; names that MediaWiki makes links of; a
# letter that Textile takes for the sign of multiplication.
_REFERENCED = re.compile(
    rf"(?P<kept>(?<=\w)(?<!_)(?:[,.;]|:(?=\s|$)|-(?=\w))(?![{_SIGNS}]))|[{_SIGNS}]"
    r"|R(?=FC\s)|P(?=MID\s)|I(?=SBN\s)|(?<=\d)[xX]|(?<=\d )[xX]"
)
_RST_SIGNS = re.compile(r"[\\*`|_:@]")
# What begins no paragraph: a sign, or the number of an item.
_RST_OPENS = re.compile(r"(?![^\W\d_])|[A-Za-z]+[.)](?=\s|$)")


def render_tables(document: Document, form: str) -> str:
    """The tables of the document, one below the other.

    Raises:
        InputError: There is none.
    """
    return "\n\n".join(_table(table, form) for table in document.in_tables(form)) + "\n"


def _table(table: Table, form: str) -> str:
    """A table and its notes; separated values are data, and go without."""
    if form in SEPARATED:
        cells = (table.header, *([_shown(cell, table) for cell in row] for row in table.rows))
        return _separated(([escaped(cell, form) for cell in row] for row in cells), form)
    bare, notes = spelled_out(table)
    head = [escaped(name, form) for name in bare.header]
    rows = [[escaped(_shown(cell, table), form) for cell in row] for row in bare.rows]
    drawn = _list_table(rows, head) if form == "rst" else _drawn(rows, head, form)
    if not notes:
        return drawn
    # Marks at the beginning of a line would make a list of it in some formats; a dash does not.
    lines = (plain(note) if n else f"– {plain(note)}" for n, note in zip(table.numbers, notes, strict=True))
    below = [escaped(line.replace("\n", " "), form) for line in lines]
    # Where there is mark-up, line feeds inside a paragraph count for nothing.
    return drawn + "\n\n" + ("\n" if form in PLAIN_TABLES else "\n\n").join(below)


def _shown(cell: Cells, table: Table) -> str:
    """The characters of a cell, with the signs of wdiff where it is a redline."""
    return plain(cell) if table.sides else signed(cell)


def _drawn(rows: Sequence[Sequence[str]], header: Sequence[str], form: str) -> str:
    """A table as tabulate draws it; cells stay as they are."""
    from tabulate import tabulate

    text: str = tabulate(rows, header, tablefmt=form, disable_numparse=True, preserve_whitespace=True)
    return text


def _list_table(rows: Sequence[Sequence[str]], header: Sequence[str]) -> str:
    """A table of reStructuredText whose columns are no matter of widths.

    docutils measures the columns of tables that are drawn, and not as tabulate does: a combining letter in
    one cell would break the whole.
    """
    headed = any(header) and rows
    lines = [".. list-table::", *(["   :header-rows: 1"] if headed else []), ""]
    for row in [header, *rows] if any(header) else rows:
        signs = ("   * -", *["     -"] * (len(row) - 1))
        lines += [f"{sign} {cell}".rstrip(" ") for sign, cell in zip(signs, row, strict=True)]
    return "\n".join(lines)


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


# --- escapes ----------------------------------------------------------------------------------


def escaped(text: str, form: str) -> str:
    """The text as it must stand in a cell of the format for a reader to see these characters."""
    if form == "grid":  # whose cells may hold several lines
        return "\n".join(map(visible_line, visible(text).split("\n")))
    return _ESCAPES.get(form, visible_line)(text.replace("\n", "; "))


def _in_references(text: str) -> str:
    """Signs as references by number: what a wiki reads as a character, it does not read as mark-up."""
    return _REFERENCED.sub(lambda match: match["kept"] or f"&#{ord(match[0])};", visible_line(text))


def _in_restructured_text(text: str) -> str:
    """Signs behind a backslash; one before a space, which nobody sees, where a block would begin.

    Alone on its line, as before spaces of any kind, the backslash would be a rule.
    """
    line = _RST_SIGNS.sub(r"\\\g<0>", visible_line(text))
    return "\\ " + line if line.strip() and _RST_OPENS.match(line) else line


def _in_a_spreadsheet(text: str) -> str:
    line = visible_line(text)
    return "'" + line if is_formula_like(line) else line


_ESCAPES: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("asciidoc", "mediawiki", "textile"), _in_references),
    "github": lambda text: markdown.unlinked(markdown.escape(text)),
    "rst": _in_restructured_text,
    **dict.fromkeys(SEPARATED, _in_a_spreadsheet),
}
