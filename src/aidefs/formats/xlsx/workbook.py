"""Sheets: title and caption, the table under a head that stays, notes below, ready to be printed.

In the text of cells, what a spreadsheet would act upon is made plain, and marks are formatted stretches.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import count
from math import ceil
from typing import Any, NamedTuple
from xml.parsers import expat

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from aidefs.errors import InputError
from aidefs.formats.archive import DECLARATION, normalised
from aidefs.formats.document import (
    TINT_COLOURS,
    Cells,
    Document,
    Heading,
    Mark,
    Run,
    Table,
    plain,
    runs,
    touches,
)
from aidefs.formats.panels import naming_columns
from aidefs.formats.widths import apportioned, cell_lines, longest
from aidefs.text.visible import columns, is_formula_like, storable, visible_line, xml_visible

__all__ = ["canonical", "escape", "sheet_names", "written"]

_FONT = "Arial"  # which has a substitute of the same widths where it is not
_SIZE = 10  # points
_LONGEST = 32767  # characters of a cell, by the specifications and limits of Excel
# An underscore with four hexadecimal digits stands for a character (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LOOKS: dict[Mark, dict[str, object]] = {
    "delete": {"strike": True, "color": "00A61C00"},
    "insert": {"u": "single", "color": "000B3FA8"},
    "strong": {"b": True},
    "muted": {"color": "00595959"},
    "quote": {"i": True},
    **{tint: {"color": "00" + bytes(colour).hex().upper()} for tint, colour in TINT_COLOURS.items()},
}
_LONGEST_NAME = 31  # characters of the name of a sheet
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;"})
_IN_ATTRIBUTES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;"}
)
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
    book._named_styles["Normal"].font = Font(_FONT, _SIZE)  # the letters in which widths are counted
    tables = tuple(_captioned(document))
    for name, table in zip(sheet_names(tables), tables, strict=True):
        _Sheet(book.create_sheet(name), table).fill(document.title)
    target = io.BytesIO()
    book.save(target)
    title = document.title or next((table.caption for table in document.tables), "")
    return normalised(target.getvalue(), title, document.lang, _mended)


def _captioned(document: Document) -> Iterator[Table]:
    """The tables; one without a caption bears the heading under which it stands."""
    heading = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Table):
            yield block if block.caption else block._replace(caption=heading)


def _mended(part: bytes) -> bytes:
    """XML that is the same whether or not openpyxl finds lxml, and keeps all white space.

    openpyxl lets go of white space that stands alone between two stretches.
    """
    kept = part.decode("utf-8").replace("<t>", '<t xml:space="preserve">')
    return (DECLARATION + canonical(kept)).encode("utf-8")


def canonical(part: str) -> str:
    """The same XML whichever package has written it: attributes in order, a prefix declared where it is used.

    This is what `xml.etree.ElementTree.canonicalize` does (Exclusive XML Canonicalization, W3C), but that
    heeds what any package of the process has registered, and after one that registers "" (WeasyPrint 70) it
    declares the namespace of an element twice.
    """
    written: list[str] = []
    scopes: list[dict[str, str]] = [{"xml": "http://www.w3.org/XML/1998/namespace"}]

    def start(name: str, attributes: dict[str, str]) -> None:
        scope = scopes[-1]
        # An attribute without a prefix is in no namespace, an element without one in that which is in force.
        used = [_expanded(name), *(key for key in map(_expanded, attributes) if key.prefix)]
        declared = {key.prefix: key.uri for key in used if scope.get(key.prefix, "") != key.uri}
        scopes.append({**scope, **declared})
        values = [(f"xmlns:{prefix}".rstrip(":"), uri) for prefix, uri in sorted(declared.items())]
        values += [(_expanded(key).qualified, attributes[key]) for key in sorted(attributes, key=_expanded)]
        signs = "".join(f' {key}="{value.translate(_IN_ATTRIBUTES)}"' for key, value in values)
        written.append(f"<{_expanded(name).qualified}{signs}>")

    def end(name: str) -> None:
        scopes.pop()
        written.append(f"</{_expanded(name).qualified}>")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.namespace_prefixes = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = lambda text: written.append(text.translate(_IN_TEXT))
    parser.Parse(part, True)
    return "".join(written)


class _XmlName(NamedTuple):
    uri: str
    local: str
    prefix: str

    @property
    def qualified(self) -> str:
        return f"{self.prefix}:{self.local}" if self.prefix else self.local


def _expanded(name: str) -> _XmlName:
    """A name as expat gives it: local, "namespace local" or "namespace local prefix"."""
    match name.split(" "):
        case [local]:
            return _XmlName("", local, "")
        case [uri, local]:
            return _XmlName(uri, local, "")
        case [uri, local, prefix]:
            return _XmlName(uri, local, prefix)
    raise AssertionError(name)


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


# --- sheets -----------------------------------------------------------------------------------


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
        for text, size in ((title, _SIZE + 3), (self.table.caption, _SIZE)):
            if text:
                self.row += 1
                cell = self._put(1, runs(text.replace("\n", " ")))
                cell.font = Font(_FONT, size, bold=size > _SIZE)
                cell.alignment = _WHOLE
                self.sheet.row_dimensions[self.row].height = size * 1.3 + _GAP

    def _head(self) -> None:
        self.row += 1
        for k, name in enumerate(self.table.header):
            cell = self._put(k + 1, runs(name), self.table.marks(column=k), bold=True)
            cell.font = Font(_FONT, _SIZE, bold=True)
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
            cell.font = Font(_FONT, _SIZE)
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
            cell.font = Font(_FONT, _SIZE)
            cell.alignment = _TOP
            self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=1, end_column=width)
            self._set_height([(str(cell.value), room)])

    def _put(self, column: int, content: Cells, marks: Iterable[int] = (), *, bold: bool = False) -> Any:
        """Write a cell of text, whatever it looks like."""
        cell = self.sheet.cell(self.row, column)
        cell.value = _cell_text(content, marks, bold=bold)
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
        natural = [n + 3 for n in longest(table.columns, lambda line: columns(xml_visible(line)), cell_lines)]
        widths = [min(n, _MOST_NARROW) for n in natural]
        left = _PAGE - sum(width for k, width in enumerate(widths) if k not in table.wide)
        count = len(table.wide)
        for k, part in zip(table.wide, apportioned([1] * count, left, [_LEAST] * count), strict=True):
            widths[k] = min(natural[k], part, _MOST)
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
    return max(-(-int(columns(xml_visible(line)) * 0.9) // int(width - 1)), 1)


# --- text of cells ----------------------------------------------------------------------------


def escape(text: str) -> str:
    """The text as it must stand in a cell for a reader to see these characters."""
    return _CODE.sub("_x005F_", xml_visible(text))


def _cell_text(cell: Iterable[Run], marks: Iterable[int] = (), *, bold: bool = False) -> CellRichText | str:
    """Runs as the content of a cell.

    Args:
        cell: The runs.
        marks: Numbers of notes, set high behind the words.
        bold: Whether the whole cell is bold.

    Raises:
        InputError: The text is too long for a cell.
    """
    seen = [run for run in cell if run.text]
    blocks: list[TextBlock] = []
    for before, run in zip((Run(""), *seen), seen, strict=False):
        if touches(before, run):
            blocks.append(_block(" ", "", bold))
        blocks.append(_block(run.text, run.mark, bold))
    numbers = ", ".join(map(str, marks))
    if numbers:
        blocks.append(TextBlock(InlineFont(rFont=_FONT, sz=_SIZE, vertAlign="superscript"), numbers))
    text = "".join(block.text for block in blocks)
    if len(text) > _LONGEST:
        raise InputError(f"a text of {len(text)} characters does not fit into a cell, which holds {_LONGEST}")
    unmarked = not numbers and all(run.mark not in _LOOKS for run in seen)
    return text if unmarked else CellRichText(blocks)


def _block(text: str, mark: Mark, bold: bool) -> TextBlock:
    looks = {**({"b": True} if bold else {}), **_LOOKS.get(mark, {})}
    return TextBlock(InlineFont(rFont=_FONT, sz=_SIZE, **looks), escape(text))
