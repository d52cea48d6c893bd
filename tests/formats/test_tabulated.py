"""The formats of tabulate, CSV and TSV: tables alone, every cell escaped."""

from __future__ import annotations

import csv
import io
import re
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.command import Run, is_error
from support.hostile import HOSTILE, MARK_UP, NOTED, hostile
from support.pandoc import kinds, pandoc
from support.rendering import RENDERERS, squeezed
from support.strategies import texts
from tabulate import tabulate
from wcwidth import wcswidth

import aidefs
from aidefs.errors import InputError
from aidefs.formats.document import Document, Note, Table, runs
from aidefs.formats.tabulated import PLAIN_TABLES, SEPARATED, escaped
from aidefs.output.render import TABULATE_FORMATS, render, render_bytes
from aidefs.text.visible import visible, visible_line

# --- formats of tabulate -----------------------------------------------------------------------

_SEPARATED = {
    "asciidoc": r"\|",
    "github": r"(?<!\\)\|",
    "mediawiki": r"\|",
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


@pytest.mark.parametrize("text", ["1.10", "2e5", "007", "  12", "nan", "1,000"])
def test_tables_take_no_text_for_a_number(text: str) -> None:
    for form in TABULATE_FORMATS:
        assert text.strip() in render(cells_of(text), form), form


def test_escapes_of_a_cell() -> None:
    assert escaped("a|b", "github") == "a\\|b"
    assert escaped("a|b", "mediawiki") == "a&#124;b"
    assert escaped("1. a|b: c_d", "rst") == "\\ 1. a\\|b\\: c\\_d"
    assert escaped("The text is short; it ends.", "asciidoc") == "The text is short; it ends."
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


# --- as programs render them -------------------------------------------------------------------

ATTACKS = (*HOSTILE.values(), *MARK_UP)


def noted(text: str) -> Document:
    """A table with a text in every kind of place, heads and notes among them."""
    rows = ((runs(text), runs(text), runs("z")), (runs("x"), runs(f"x {text}"), runs(text)))
    notes = (Note(runs(text), columns=(1,)), Note(runs(text)))
    return Document("", (Table(("A", text, "C"), rows, notes=notes, emphasis=(0,)),))


def shown(text: str) -> tuple[list[list[str]], list[str]]:
    """The cells and the paragraphs that a reader has to see."""
    cell, note = squeezed(visible_line(text.replace("\n", "; "))), squeezed(visible_line(text))
    rows = [["A", f"{cell}¹", "C"], [f"•{cell}", cell, "z"], ["x", f"x{cell}", cell]]
    return rows, [f"¹{note}", f"–{note}"]


def holds(form: str, text: str) -> None:
    """The rendered page shows the text, and holds nothing but text."""
    page = RENDERERS[form](render(noted(text), form))
    assert (page.cells, page.paragraphs) == shown(text)
    assert page.kinds == set()


@pytest.mark.parametrize("form", RENDERERS)
def test_programs_show_the_text_of_an_attack_and_nothing_else(form: str) -> None:
    for text in ATTACKS:
        holds(form, text)  # a fault shows the text


_part = st.one_of(st.sampled_from(ATTACKS), st.text(st.characters(codec="ascii"), max_size=8), texts(5))
_mixed = st.tuples(st.sampled_from(("", " ")), st.lists(_part, max_size=4)).map(
    lambda two: two[0].join(two[1])
)


@pytest.mark.parametrize("form", RENDERERS)
@example(text="\xa0")
@given(text=_mixed)
def test_programs_show_any_text_and_nothing_else(form: str, text: str) -> None:
    holds(form, text)


def test_every_format_of_tables_is_rendered_or_plain() -> None:
    assert {*TABULATE_FORMATS} == {*RENDERERS, *PLAIN_TABLES, *SEPARATED}


@pytest.mark.parametrize("form", PLAIN_TABLES)
def test_plain_tables_show_the_characters(form: str) -> None:
    for text in ATTACKS:
        drawn = render(Document("", (Table(("A", "B"), ((runs("x"), runs(text)),)),)), form)
        lines = visible(text).split("\n") if form == "grid" else [text.replace("\n", "; ")]
        assert all(visible_line(line) in drawn for line in lines)


@pytest.mark.programs
@pytest.mark.parametrize(("form", "known"), [("github", "gfm"), ("mediawiki", "mediawiki")])
def test_pandoc_shows_the_text_of_attacks_and_nothing_else(form: str, known: str) -> None:
    tables = tuple(block for text in ATTACKS for block in noted(text).blocks)
    words, tree = pandoc(render(Document("", tables), form), known)
    foreign = {
        "Link",
        "Image",
        "Code",
        "CodeBlock",
        "RawInline",
        "Math",
        "Emph",
        "Strong",
        "Strikeout",
        "Note",
    }
    assert foreign.isdisjoint(kinds(tree))
    said = ("".join(part) for text in ATTACKS for part in (*shown(text)[0], shown(text)[1]))
    assert normalize("NFC", squeezed(words)) == normalize("NFC", "".join(said))


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
    for form in ("csv", "github", "grid", "plain"):
        for result in results:
            said = render(result, form)
            assert "maycan" not in said
            assert re.search(r"may-\\?\]", said) and re.search(r"\+can\+\\?}", said), form


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


@pytest.mark.parametrize("form", ["jira", "orgtbl"])
def test_formats_that_cannot_hold_every_text_are_gone(run: Run, form: str) -> None:
    gone = f"the format '{form}' is gone: it cannot hold every text; nearest: markdown, html"
    is_error(run("compare", "coe", "eu", "--format", form), gone)


def test_a_result_without_a_picture_is_named_in_words() -> None:
    with pytest.raises(InputError, match=r"^an element table has no picture, and png is one"):
        render_bytes(aidefs.table("coe", "eu"), "png")
