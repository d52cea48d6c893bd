"""Sheets: title and caption, the table under a head that stays, notes below, ready to be printed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import count
from math import ceil
from typing import Any
from xml.etree.ElementTree import canonicalize

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from aidefs.formats.archive import DECLARATION, normalised
from aidefs.formats.document import Cells, Document, Table, plain, runs
from aidefs.formats.grid import columns
from aidefs.formats.panels import naming_columns
from aidefs.formats.xlsx.text import FONT, SIZE, cell_text, is_formula_like
from aidefs.text.visible import shown, storable, visible_line

__all__ = ["sheet_names", "written"]

_LONGEST_NAME = 31  # characters of the name of a sheet
_NO_NAME = re.compile(r"[\[\]:*?/\\]")
# Widths in letters, as Excel counts them; a page across takes about 125 of them.
_PAGE, _LEAST, _MOST, _MOST_NARROW = 125, 24, 60, 28
_SMALLEST = 1.6  # pages that are printed as one
_LINE, _GAP = 13, 3  # height of a line, and what stands above and below the lines of a cell, in points
_MARGIN = 0.7  # inches
_RULE, _LIGHT, _BAR = Side("thin"), Side("thin", color="00A6A6A6"), Side("thick", color="00404040")
_TINT = PatternFill("solid", fgColor="00EDEDED")
_TOP = Alignment(wrap_text=True, vertical="top")
_WHOLE = Alignment(wrap_text=False, vertical="top")


def written(document: Document) -> bytes:
    """The content of an Excel file.

    Raises:
        InputError: A text is too long for a cell.
    """
    book = Workbook()
    book.remove(book.active)
    book._named_styles["Normal"].font = Font(FONT, SIZE)  # the letters in which widths are counted
    for name, table in zip(sheet_names(document.tables), document.tables, strict=True):
        _Sheet(book.create_sheet(name), table).fill(document.title)
    target = io.BytesIO()
    book.save(target)
    title = document.title or next((table.caption for table in document.tables), "")
    return normalised(target.getvalue(), title, document.lang, _mended)


def _mended(part: bytes) -> bytes:
    """XML that is the same whether or not openpyxl finds lxml, and keeps all white space.

    openpyxl lets go of white space that stands alone between two stretches.
    """
    kept = part.decode("utf-8").replace("<t>", '<t xml:space="preserve">')
    return (DECLARATION + canonicalize(kept)).encode("utf-8")


def sheet_names(tables: Iterable[Table]) -> Iterator[str]:
    """A name for the sheet of each table: short, without signs that Excel forbids, and each once."""
    used: set[str] = {"history"}  # which Excel keeps for itself
    for number, table in enumerate(tables, 1):
        signs = storable(visible_line(table.name or table.caption))  # which may hold brackets of their own
        known = visible_line(_NO_NAME.sub(" ", signs))
        stem = known.strip("' ")[:_LONGEST_NAME].strip("' ") or f"Table {number}"
        name, further = stem, count(2)
        while name.casefold() in used:
            ending = f" ({next(further)})"
            name = stem[: _LONGEST_NAME - len(ending)].strip() + ending
        used.add(name.casefold())
        yield name


class _Sheet:
    """One table on its way to a sheet."""

    def __init__(self, sheet: Any, table: Table) -> None:
        self.sheet = sheet
        self.table = table
        self.widths = self._widths()
        self.row = 0
        many = naming_columns(table)
        self.naming = many if many < len(table.header) else 1  # columns that stay in sight

    def fill(self, title: str) -> None:
        """Write everything, from the title to the notes."""
        table = self.table
        self._lines(title)
        if any(table.header):
            self._head()
            self.sheet.freeze_panes = self.sheet.cell(self.row + 1, self.naming + 1)
            self.sheet.print_title_rows = f"{self.row}:{self.row}"
        for n in range(len(table.rows)):
            self._cells(n)
        self._notes()
        for k, width in enumerate(self.widths, 1):
            self.sheet.column_dimensions[get_column_letter(k)].width = width
        self._page()

    def _lines(self, title: str) -> None:
        """Title and caption, which may run over the columns to the right."""
        for text, size in ((title, SIZE + 3), (self.table.caption, SIZE)):
            if text:
                self.row += 1
                cell = self._put(1, runs(text.replace("\n", " ")))
                cell.font = Font(FONT, size, bold=size > SIZE)
                cell.alignment = _WHOLE
                self.sheet.row_dimensions[self.row].height = size * 1.3 + _GAP

    def _head(self) -> None:
        self.row += 1
        for k, name in enumerate(self.table.header):
            cell = self._put(k + 1, runs(name), self.table.marks(column=k), bold=True)
            cell.font = Font(FONT, SIZE, bold=True)
            cell.alignment = self._alignment(k, "bottom")
            cell.border = Border(top=_RULE, bottom=_RULE)
        self._set_height(zip(self.table.header, self.widths, strict=True))

    def _cells(self, n: int) -> None:
        self.row += 1
        table = self.table
        out = n in table.emphasis
        last = n == len(table.rows) - 1
        for k, content in enumerate(table.rows[n]):
            cell = self._put(k + 1, content, () if k else table.marks(row=n))
            cell.font = Font(FONT, SIZE)
            cell.alignment = self._alignment(k, "top")
            bar = _BAR if out and k == 0 else None  # says in print what the tint says
            cell.border = Border(left=bar, bottom=_RULE if last else _LIGHT)
            if out or k in table.emphasis_columns:
                cell.fill = _TINT
        self._set_height(zip(map(plain, table.rows[n]), self.widths, strict=True))

    def _notes(self) -> None:
        """Each on a line of its own across all columns, as high as its words need."""
        if self.table.notes:
            self.row += 1
        width, room = len(self.table.header), sum(self.widths)
        for note, number in zip(self.table.notes, self.table.numbers, strict=True):
            self.row += 1
            mark = runs(f"{number} ") if number else ()
            cell = self._put(1, (*mark, *note.runs))
            cell.font = Font(FONT, SIZE)
            cell.alignment = _TOP
            self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=1, end_column=width)
            self._set_height([(str(cell.value), room)])

    def _put(self, column: int, content: Cells, marks: Iterable[int] = (), *, bold: bool = False) -> Any:
        """Write a cell of text, whatever it looks like."""
        cell = self.sheet.cell(self.row, column)
        cell.value = cell_text(content, marks, bold=bold)
        cell.data_type = "s"
        # Else Excel reads the text anew, as a formula, when somebody goes into the cell and out again.
        cell.quotePrefix = is_formula_like(str(cell.value))
        return cell

    def _alignment(self, k: int, vertical: str) -> Alignment:
        """What stands before a word in context ends beside it."""
        if self.table.keyword is not None and k == self.table.keyword - 1:
            return Alignment("right", vertical, wrap_text=True, indent=1)
        return Alignment(vertical=vertical, wrap_text=True)

    def _widths(self) -> list[float]:
        """Narrow columns as wide as their lines, within reason; the others share the rest of a page."""
        table = self.table
        texts = [[name, *(plain(row[k]) for row in table.rows)] for k, name in enumerate(table.header)]
        longest = [
            max(columns(shown(line)) for text in column for line in text.split("\n")) for column in texts
        ]
        widths = [min(length + 3, _MOST_NARROW) for length in longest]
        left = _PAGE - sum(width for k, width in enumerate(widths) if k not in table.wide)
        for k in table.wide:
            widths[k] = min(longest[k] + 3, max(_LEAST, min(_MOST, left // len(table.wide))))
        return [float(width) for width in widths]

    def _set_height(self, cells: Iterable[tuple[str, float]]) -> None:
        """Make the row as high as its texts in their widths need: not every program does it by itself."""
        lines = max(sum(map(partial(_lines_of, width=width), text.split("\n"))) for text, width in cells)
        self.sheet.row_dimensions[self.row].height = _LINE * lines + _GAP

    def _page(self) -> None:
        """Landscape A4 with page numbers: as wide as a page or, where that is too small, as several."""
        sheet = self.sheet
        sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        across = ceil(sum(self.widths) / (_PAGE * _SMALLEST))
        sheet.page_setup.fitToWidth = across
        if across > 1:
            sheet.print_title_cols = f"A:{get_column_letter(self.naming)}"
        sheet.page_setup.fitToHeight = 0  # as many pages as it takes
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        for side in ("left", "right", "top", "bottom"):
            setattr(sheet.page_margins, side, _MARGIN)
        sheet.page_margins.footer = _MARGIN / 2
        sheet.oddFooter.center.text = "&P / &N"


def _lines_of(line: str, width: float) -> int:
    """How many lines a line is broken into: most letters are narrower than the digits that widths count."""
    return max(-(-int(columns(shown(line)) * 0.9) // int(width - 1)), 1)
