"""Excel files: every cell is text, marks are formatted stretches, and a sheet is ready to be printed."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any
from unittest.mock import patch
from xml.etree import ElementTree
from xml.etree.ElementTree import canonicalize
from xml.sax.saxutils import escape as escape_markup
from xml.sax.saxutils import quoteattr

import pytest
from formats.test_docx import BY_HAND, parts
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText
from support.hostile import HOSTILE
from support.libreoffice import answers
from support.strategies import DEFINITIONS, texts

import aidefs
from aidefs.errors import InputError
from aidefs.formats.document import Document, Heading, Note, Paragraph, Run, Table, plain, runs
from aidefs.formats.xlsx.workbook import canonical, escape, sheet_names
from aidefs.output.render import render_bytes
from aidefs.text.visible import is_formula_like, xml_visible

FORMULAS = (
    "=1+1", "=cmd()", '=HYPERLINK("http://example.org")', "+1", "-1", "@SUM(A1)", "=", "{=1}", "#N/A",
    "007", "1.10", "2024-05", "TRUE", "1e5", "_x0041_", "_x000D_", "'quoted", " = 1", "\t=1", "50%", "1/2",
)  # fmt: skip


def excel(*tables: Table, title: str = "") -> bytes:
    return render_bytes(Document(title, tables), "xlsx")


def book(data: bytes, **options: Any) -> Any:
    return load_workbook(io.BytesIO(data), **options)


def read(text: str) -> str:
    """The text as a reader shows it, who takes codes for characters."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)


# --- every cell is text ---------------------------------------------------------------------------


@given(texts())
def test_what_a_reader_sees_is_the_text(text: str) -> None:
    assert read(escape(text)) == xml_visible(text)


@pytest.mark.parametrize("text", [*FORMULAS, *HOSTILE.values()])
def test_nothing_becomes_a_formula_a_number_or_an_error(text: str) -> None:
    table = Table(("Head", text), ((runs("x"), runs(text)), (runs(Run(text, "strong")), runs("y"))), text)
    sheet = book(excel(table, title=text)).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    values = [read(cell.value) for cell in cells]
    assert values[2:] == ["Head", xml_visible(text), "x", xml_visible(text), xml_visible(text), "y"]
    assert {cell.quotePrefix for cell in cells if cell.value[0] in "=+-@"} <= {True}
    assert is_formula_like(text) == (text[0] in "=+-@")


@pytest.mark.programs
def test_libreoffice_reads_every_cell_as_text(tmp_path: Path) -> None:
    chosen = [*FORMULAS, *HOSTILE.values(), *(d.text for d in DEFINITIONS)]
    rows = tuple((runs(f"{n}"), runs(text), runs(Run(text, "insert"), " ", Run("x", "delete")))
                 for n, text in enumerate(chosen))  # fmt: skip
    (said,) = answers({"cells.xlsx": excel(Table(("No.", "Plain", "Marked"), rows))}, tmp_path).values()
    assert [cell for row in said for cell in row[:-1:2] if cell not in ("text", "empty")] == []
    found = [row[1:-1:2] for row in said]
    assert found[0] == ["No.", "Plain", "Marked"]
    expected = [[f"{n}", xml_visible(text), f"{xml_visible(text)} x"] for n, text in enumerate(chosen)]
    assert found[1:] == expected


def test_a_text_that_is_too_long_for_a_cell_is_refused() -> None:
    fits = Table(("A",), ((runs("x" * 32767),),))
    assert book(excel(fits)).active["A2"].value == "x" * 32767
    with pytest.raises(InputError, match=r"^a text of 32768 characters does not fit into a cell"):
        excel(Table(("A",), ((runs("x" * 32768),),)))


def test_without_a_table_there_is_nothing_to_write() -> None:
    with pytest.raises(InputError, match=r"^xlsx holds tables, and this result has none"):
        render_bytes(Document("T", (Paragraph(runs("x")),)), "xlsx")


# --- looks ----------------------------------------------------------------------------------------


def test_a_sheet_for_each_table() -> None:
    result = aidefs.compare("coe", "eu")
    read_book = book(render_bytes(result, "xlsx"))
    assert read_book.sheetnames == ["Definitions by element CoE Conv"]
    listed = book(excel(BY_HAND, BY_HAND, BY_HAND._replace(name="", caption="")))
    assert listed.sheetnames == ["tab two elements", "tab two elements (2)", "Table 3"]


def test_title_caption_head_rows_and_notes() -> None:
    sheet = book(excel(BY_HAND, title="A title")).active
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert found == [
        ["A title", None, None, None],
        [BY_HAND.caption, None, None, None],
        ["Element", "English1", "Français1, 2", "中文"],
        ["Autonomy", "varying degrees levels", "différents niveaux", "自主"],
        ["Outputs3", "content,\ndecisions", "contenu", "—"],
        [None] * 4,
        ["1 Both texts in full: https://example.org", None, None, None],
        ["About the whole.", None, None, None],
        ["2 French only.", None, None, None],
        ["3 About outputs.", None, None, None],
    ]
    assert sheet.freeze_panes == "B4"
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "landscape", 1, 0,
    )  # fmt: skip
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert {str(area) for area in sheet.merged_cells.ranges} == {f"A{n}:D{n}" for n in range(7, 11)}


def test_marks_are_formatted_stretches() -> None:
    marks = ("delete", "strong", "insert", "muted", "quote")
    cell = tuple(Run(mark, mark) for mark in marks)
    value = book(excel(Table(("H",), ((cell,),))), rich_text=True).active["A2"].value
    assert isinstance(value, CellRichText)
    fonts = [block.font for block in value]
    assert [block.text for block in value] == list(marks)
    assert [font.u for font in fonts] == [None, None, "single", None, None]
    assert [(bool(f.strike), bool(f.b), bool(f.i)) for f in fonts] == [
        (True, False, False), (False, True, False), (False, False, False), (False, False, False),
        (False, False, True),
    ]  # fmt: skip
    assert all(font.rFont == "Arial" and font.sz == 10 for font in fonts)


def test_white_space_between_marks_is_kept() -> None:
    cell = runs(Run("may", "delete"), " ", Run("can", "insert"), Run("  ", "delete"))
    sheet = parts(excel(Table(("H",), ((cell,),))))["xl/worksheets/sheet1.xml"].decode()
    assert re.findall(r'<t xml:space="preserve">([^<]*)</t>', sheet) == ["H", "may", " ", "can", "  "]
    assert "<t>" not in sheet


def test_deleted_and_inserted_words_do_not_touch() -> None:
    cell = runs(
        "systems ", Run("may", "delete"), Run("can", "insert"), Run("s ", "delete"), Run("x", "insert")
    )
    assert book(excel(Table(("H",), ((cell,),)))).active["A2"].value == "systems may cans x"


def test_emphasis_is_a_bar_and_a_tint() -> None:
    sheet = book(excel(BY_HAND._replace(caption=""))).active
    assert sheet["A2"].border.left.style == "thick"
    assert sheet["A3"].border.left is None
    assert [sheet.cell(n, 4).fill.fill_type for n in (2, 3)] == ["solid", None]


def test_what_stands_before_a_word_in_context_ends_beside_it() -> None:
    cells = book(render_bytes(aidefs.search("autonomy"), "xlsx")).active
    assert [cells.cell(5, k).alignment.horizontal for k in range(1, 7)] == [None] * 3 + ["right"] + [None] * 2


@given(st.integers(1, 6), texts(60), texts(5))
@settings(max_examples=40)
def test_rows_are_as_high_as_their_texts_need(number: int, long: str, short: str) -> None:
    row = (runs(short), *[runs(long)] * number)
    table = Table(("H",) * len(row), (row,), wide=tuple(range(1, number + 1)))
    sheet = book(excel(table)).active
    widths = [sheet.column_dimensions[letter].width for letter in "ABCDEFG"[: len(row)]]
    assert all(3 < width <= 60 for width in widths)
    height = sheet.row_dimensions[2].height
    assert height >= 13 * max(plain(cell).count("\n") + 1 for cell in row)
    if len(long) > 200:
        assert height > 30


@given(st.lists(texts(6), min_size=1, max_size=5))
def test_sheets_have_names_that_excel_takes(captions: list[str]) -> None:
    tables = [Table(("H",), (), caption) for caption in [*captions, *captions, "History"]]
    names = list(sheet_names(tables))
    assert len({name.casefold() for name in names}) == len(tables)
    for name in names:
        assert 0 < len(name) <= 31
        assert not re.search(r"[\[\]:*?/\\]|^'|'$", name)
        assert name.casefold() != "history"


def test_a_table_without_a_caption_has_the_name_of_its_heading() -> None:
    bare = BY_HAND._replace(caption="", name="")
    blocks = (bare, Heading("Nearest"), Paragraph(runs("x")), bare, bare._replace(caption="Own"))
    assert book(render_bytes(Document("t", blocks), "xlsx")).sheetnames == ["Table 1", "Nearest", "Own"]


def test_notes_are_read_in_full() -> None:
    note = Note(runs("many words " * 60))
    sheet = book(excel(BY_HAND._replace(notes=(note,)))).active
    assert sheet.row_dimensions[sheet.max_row].height > 13 * 4


# --- the same bytes in every process ---------------------------------------------------------------

# What `register_namespace` fills, for every package of the process.
_REGISTERED: dict[str, str] = ElementTree.register_namespace._namespace_map  # type: ignore[attr-defined]
_NAMES = st.sampled_from(["a", "B", "p:a", "q:z"])
_VALUES = st.text(st.sampled_from("x <>&\"'\t\n é"), max_size=4)
_DECLARATIONS = {"xmlns": "urn:d", "xmlns:p": "urn:p", "xmlns:q": "urn:q"}


@st.composite
def marked_up(draw: st.DrawFn, depth: int = 3) -> str:
    """XML whose prefixes are declared at its root and, now and then, once more further in."""
    name = draw(_NAMES)
    attributes = draw(st.dictionaries(_NAMES, _VALUES, max_size=3))
    if depth == 3:
        attributes |= _DECLARATIONS
    elif draw(st.booleans()):
        declared = draw(st.sampled_from(sorted(_DECLARATIONS)))
        attributes[declared] = _DECLARATIONS[declared] + "/again"
    signs = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    inner = (
        [marked_up(depth=depth - 1), _VALUES.map(escape_markup)] if depth else [_VALUES.map(escape_markup)]
    )
    return f"<{name}{signs}>{''.join(draw(st.lists(st.one_of(inner), max_size=3)))}</{name}>"


@given(marked_up())
def test_parts_are_in_canonical_form(part: str) -> None:
    with patch.dict(_REGISTERED):
        _REGISTERED.pop("", None)
        assert canonical(part) == canonicalize(part)


def test_what_a_package_registers_changes_nothing() -> None:
    table = Table(("Head",), ((runs("x"),),))
    before = excel(table)
    with patch.dict(_REGISTERED, {"": ""}):  # as WeasyPrint 70 leaves it
        assert excel(table) == before
    assert book(before).active["A1"].value
