"""The formats of tabulate, CSV and TSV: tables alone, every cell escaped."""

from __future__ import annotations

import csv
import io
import re

import pytest
from support.hostile import HOSTILE, NOTED, hostile
from tabulate import tabulate
from wcwidth import wcswidth

import aidefs
from aidefs.errors import InputError
from aidefs.formats.document import Document, Table, runs
from aidefs.formats.tabulated import escaped
from aidefs.output.render import TABULATE_FORMATS, render, render_bytes
from aidefs.text.visible import visible, visible_line

# --- formats of tabulate -----------------------------------------------------------------------

_SEPARATED = {
    "asciidoc": r"(?<!\\)\|",
    "github": r"(?<!\\)\|",
    "jira": r"(?<!\\)\|",
    "mediawiki": r"\|",
    "orgtbl": r"\|",
    "textile": r"\|",
    "tsv": r"\t",
}


def cells_of(text: str) -> Document:
    """A table with a text in the first, the middle and the last column, and in the header."""
    body = tuple((runs(text), runs(f"x {text}"), runs(text)) for _ in range(3))
    return Document("t", (Table(("A", f"B {text}", "C"), body, wide=(1,)),))


@pytest.mark.parametrize("form", TABULATE_FORMATS)
def test_tables_keep_their_rows(form: str) -> None:
    def drawn(text: str) -> list[str]:
        return [line for line in render(cells_of(text), form).splitlines() if line]

    plain = drawn("plain")
    rules = [line for line in plain if not re.search(r"\w", line)]
    for name, text in HOSTILE.items():
        lines = drawn(text)
        height = 1 + visible(text).count("\n") if form == "grid" else 1
        assert len(lines) == len(rules) + height * (len(plain) - len(rules)), name


@pytest.mark.parametrize("form", _SEPARATED)
def test_tables_keep_their_columns(form: str) -> None:
    def columns(shown: str) -> list[int]:
        return [len(re.findall(_SEPARATED[form], line)) for line in shown.splitlines()]

    plain = columns(render(cells_of("plain"), form))
    for name, text in HOSTILE.items():
        assert columns(render(cells_of(text), form)) == plain, name


@hostile()
def test_box_formats_keep_their_width(text: str) -> None:
    for form in ("grid", "psql"):
        assert len({wcswidth(line) for line in render(cells_of(text), form).splitlines()}) == 1, form


@pytest.mark.parametrize(("form", "dialect"), [("csv", "excel"), ("tsv", "excel-tab")])
@hostile()
def test_separated_values_read_back_and_hold_no_formula(text: str, form: str, dialect: str) -> None:
    """As spreadsheets and csv readers see it: no formula, no column or row lost to a quotation mark."""
    rows = list(csv.reader(io.StringIO(render(cells_of(text), form)), dialect=dialect))
    assert [len(row) for row in rows] == [3, 3, 3, 3]
    for row in rows[1:]:
        assert not row[0].startswith(("=", "+", "-", "@"))
        assert row[0].strip().lstrip("'") == visible_line(text.replace("\n", "; ")).lstrip("'")


def test_tsv_has_no_padding() -> None:
    for line in render(aidefs.compare("coe", "eu"), "tsv").splitlines():
        assert all(cell == cell.strip() for cell in line.split("\t"))


def test_rst_rows_have_one_line_in_the_first_column() -> None:
    """In a simple table of reStructuredText any text in the first column begins a new row."""
    comparison = aidefs.compare("coe", "eu")
    lines = render(comparison, "rst").splitlines()
    rules = [n for n, line in enumerate(lines) if line.startswith("==")]
    body = lines[rules[1] + 1 : rules[2]]
    begun = [line for line in body if not line.startswith(" ")]
    assert len(begun) == sum(not row.absent for row in comparison.rows)


@pytest.mark.parametrize("text", ["1.10", "2e5", "007", "  12", "nan", "1,000"])
def test_tables_take_no_text_for_a_number(text: str) -> None:
    for form in TABULATE_FORMATS:
        assert text.strip() in render(cells_of(text), form), form


def test_escapes_of_a_cell() -> None:
    assert escaped("a|b", "github") == "a\\|b"
    assert escaped("a|b", "mediawiki") == "a&#124;b"
    assert escaped("=1", "tsv") == escaped("=1", "csv") == "'=1"
    assert escaped("-1", "csv") == "'-1"
    assert escaped("a\nb", "github") == "a; b"
    assert escaped("a\nb", "grid") == "a\nb"


@pytest.mark.parametrize("form", [form for form in TABULATE_FORMATS if form not in ("csv", "tsv")])
def test_tables_of_tabulate_have_marks_and_notes(form: str) -> None:
    shown = render(Document("", (NOTED,)), form)
    assert "One¹" in shown and "Two³" in shown and "• Autonomy" in shown
    assert "¹ Source of one." in shown and "About all." in shown
    assert shown.index("Frame") < shown.index("Source of one.")


def test_separated_values_are_data_without_notes() -> None:
    for form in ("csv", "tsv"):
        shown = render(Document("", (NOTED,)), form)
        assert re.split("[,\t\n]", shown)[:4] == ["Element", "One", "Two", "Autonomy; moved"]
        assert "Source" not in shown


def test_text_has_marks_and_notes() -> None:
    shown = render(Document("", (NOTED,)), "text")
    assert "│ One¹ │" in shown and "• Autonomy²,³ │" in shown and "│ Frame " in shown
    assert shown.endswith("¹ Source of one.\n² About a row.\n³ About two and the row.\nAbout all.\n")


def test_markdown_has_marks_and_notes() -> None:
    shown = render(Document("", (NOTED,)), "markdown")
    assert "| Element | One<sup>1</sup> | Two<sup>3</sup> |" in shown
    assert "| **Autonomy**<sup>2,3</sup><br>moved | a | b |" in shown
    assert "\n| Frame | c | d |\n" in shown  # where rows are brought out, the others are not bold
    assert "\n\n<sup>1</sup> Source of one.  \n<sup>2</sup> About a row." in shown
    assert shown.endswith("  \nAbout all.\n")


def test_our_grid_is_that_of_tabulate() -> None:
    from aidefs.formats.text import simple_grid

    rows = [["one\ntwo", "日本", "x"], ["é", "", "‘AI’ — 1.10"]]
    header = ["A", "B\nb", "C"]
    wanted = tabulate(rows, header, tablefmt="simple_grid", disable_numparse=True, preserve_whitespace=True)
    assert simple_grid(rows, header) == wanted


@pytest.mark.parametrize("header", [("A", "Bbbbbb", "C"), ()])
def test_our_tables_without_rules_are_those_of_tabulate(header: tuple[str, ...]) -> None:
    from aidefs.formats.text import simple

    rows = [
        ["one\ntwo", "日本", "x"],
        ["é", "", "‘AI’ — 1.10"],
        ["", "  12", ""],
        ["\x1b[1mbold\x1b[0m", "", " "],
    ]
    form = "simple" if header else "plain"
    wanted = tabulate(rows, header, tablefmt=form, disable_numparse=True, preserve_whitespace=True)
    assert simple(rows, header) == wanted


# --- redlines in the formats that know no marks ------------------------------------------------


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_redline_in_a_table_of_values_gives_both_texts_back(form: str) -> None:
    """Deleted and inserted words run together would be a third text, which nobody wrote."""
    found = aidefs.nearest("eu", limit=2)
    first = next(csv.DictReader(io.StringIO(render(found, form)), delimiter="\t" if form == "tsv" else ","))
    match = found.overall[0].redline
    shown = first["Redline"]
    assert "{+that is+}" in shown
    old = re.sub(r"\[-(.*?)-\]", r"\1", re.sub(r"\{\+.*?\+\}", "", shown))
    new = re.sub(r"\{\+(.*?)\+\}", r"\1", re.sub(r"\[-.*?-\]", "", shown))
    assert (old.split(), new.split()) == (match.a.split(), match.b.split())


def test_every_format_of_tables_tells_old_words_from_new_ones() -> None:
    compared = aidefs.compare("coe", "eu", "oecd", elements="environment")
    results = (compared, aidefs.table("coe", "eu", cells="redline", elements="environment", notes=False))
    for form in ("csv", "github", "rst", "grid", "plain", "orgtbl"):
        for result in results:
            said = render(result, form)
            assert "maycan" not in said
            assert "may-]" in said and "+can+}" in said, form


def test_two_texts_side_by_side_are_official_words_and_no_redline() -> None:
    said = render(aidefs.compare("coe", "eu", elements="environment"), "csv")
    assert "that may influence" in said and "that can influence" in said
    assert "[-" not in said and "{+" not in said


@pytest.mark.parametrize(
    ("asked", "meant"), [("md", "markdown"), ("tex", "latex"), ("word", "docx"), ("Excel", "xlsx")]
)
def test_an_ending_or_a_program_named_as_a_format_leads_to_the_format(asked: str, meant: str) -> None:
    with pytest.raises(InputError, match=rf"^unknown format '{asked}'; nearest: {meant}$"):
        render(aidefs.get("eu"), asked)


def test_a_result_without_a_picture_is_named_in_words() -> None:
    with pytest.raises(InputError, match=r"^an element table has no picture, and pdf is one"):
        render_bytes(aidefs.table("coe", "eu"), "pdf")
