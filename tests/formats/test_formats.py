"""Renderers: what a definition says comes out as text in every format, and lines keep their width."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.programs import needs_program
from tabulate import tabulate, tabulate_formats
from wcwidth import wcswidth

import aidefs
from aidefs.errors import InputError
from aidefs.formats.document import Bullets, Document, Heading, Note, Paragraph, Run, Table, runs
from aidefs.formats.options import OWN_FORMATS
from aidefs.formats.tabulated import escaped
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.output.render import FORMATS, TABULATE_FORMATS, TEXT_FORMATS, form_of, render, render_bytes
from aidefs.segmentation.segmentation import segment
from aidefs.text.visible import visible, visible_line

SHIPPED = Library.shipped()

# Each would be obeyed somewhere: by a browser, TeX, a spreadsheet, a terminal, a reader of Markdown.
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": "\"'><img src=x onerror=alert(1)>",
    "comment": "<!-- gone -->",
    "entity": "&lt;b&gt; &amp; &copy",
    "input": r"\input{x}",
    "tex": r"50 % of $5 & #1 {a} ^b ~c \\[2em] \end{document}",
    "pipe": "a | b || c",
    "formula": "=cmd()",
    "plus": "+cmd()",
    "at": "@cmd()",
    "bold": "*bold* and **bold**",
    "underscore": "_x_ and __x__",
    "link": "[link](javascript:1) and ![image](http://example.org/x.png)",
    "address": "<http://example.org> ",
    "code": "`code` and ```fence```",
    "struck": "~~struck~~",
    "heading": "# no heading",
    "wdiff": "[-deleted-]{+inserted+}",
    "control": "bell \x07, back \x08, vertical \x0b, form \x0c, delete \x7f, next line \x85, csi \x9b31m",
    "ansi": "\x1b[31mred\x1b[0m and \x1b]0;title\x07",
    "bidi": "\u202eevil\u202c and \u2066isolated\u2069",
    "separators": "one\u2028two\u2029three",
    "nul": "a\x00b",
    "surrogate": "a\ud800b",
    "tab": "a\tb",
    "return": "a\rb",
    "lines": "first\nsecond\n\nthird",
    "list": "first\n- item\n+ item\n1. one\n2) two",
    "rule": "first\n---\n===\nlast",
    "quoted": "first\n> quoted",
    "table": "first\n| a | b |\n|---|---|",
    "indented": "first\n\n    code?",
    "macro": "{{template}} {code}x{code} '''bold''' h1. x -{}-",
    "bracket": "[x] first in the row",
    "quote": '"AI system" means\tan "engineered" one',
    "open quote": '"AI system means',
    "html line": "first\n<div>\n\n*x*",
}
MARKS = ("", "delete", "insert", "strong", "muted", "quote")


def everywhere(text: str) -> Document:
    """A document that shows a text at every place where one can stand, under every mark."""
    cells = tuple((Run(text, mark),) for mark in MARKS)
    rows = tuple((runs(str(k)), cell, runs("end")) for k, cell in enumerate(cells))
    table = Table(("No.", text, "Last"), rows, f"Table of {text}", ("", "en", ""), (1,))
    return Document(
        f"Title {text}",
        (Heading(f"Heading {text}"), *(Paragraph(cell, "en") for cell in cells), Bullets(cells), table),
    )


def hostile() -> Any:
    return pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())


def obeyed(text: str) -> list[str]:
    """Characters that a terminal or a reader would act upon."""
    return re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text)


# --- every format ---------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [form for form in TEXT_FORMATS if form != "json"])
def test_no_control_character_gets_through(form: str) -> None:
    for name, text in HOSTILE.items():
        shown = render(everywhere(text), form)
        assert obeyed(shown) == [], name
        assert shown.endswith("\n")
        shown.encode("utf-8")


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_every_format_shows_the_words_of_every_result(form: str) -> None:
    coe, eu = aidefs.get("coe"), aidefs.get("eu")
    for result in (aidefs.compare(coe, eu), aidefs.diff(coe, eu), segment(eu)):
        first = render(result, form)
        assert "exhibit" in first and "can" in first
        assert first == render(result, form)
    assert "Article 3(1)" in render(eu, form)


def test_unknown_format_names_the_near_ones() -> None:
    with pytest.raises(InputError, match=r"^unknown format 'markdwon'; nearest: markdown"):
        render(aidefs.get("eu"), "markdwon")


def test_a_file_format_is_no_text_and_an_option_has_a_name() -> None:
    with pytest.raises(InputError, match=r"^docx is not text; write it to a file whose name ends in \.docx$"):
        render(aidefs.get("eu"), "docx")
    with pytest.raises(InputError, match=r"^unknown option 'widht'; nearest: width"):
        render(aidefs.get("eu"), "text", widht=70)
    with pytest.raises(InputError, match=r"^unknown layout 'lnog'; nearest: long"):
        render(aidefs.get("eu"), "latex", layout="lnog")
    with pytest.raises(InputError, match=r"^a definition has no picture"):
        render_bytes(aidefs.get("eu"), "svg")


def test_bytes_are_the_text_in_utf_8() -> None:
    result = aidefs.compare("coe", "eu:de")
    for form in TEXT_FORMATS:
        assert render_bytes(result, form).decode() == render(result, form)


def test_a_thing_that_is_no_result_cannot_be_shown() -> None:
    with pytest.raises(TypeError, match="int cannot be shown"):
        render(7)


def test_formats_of_tabulate_are_there_by_name() -> None:
    """Its own "html" and "latex" would be poorer than ours, which have the names."""
    assert set(TABULATE_FORMATS) <= set(TEXT_FORMATS)
    assert set(TABULATE_FORMATS) - set(tabulate_formats) == {"csv"}
    assert not set(TABULATE_FORMATS) & {"html", "latex"}


@pytest.mark.parametrize("form", sorted(set(tabulate_formats) - set(FORMATS)))
def test_other_formats_of_tabulate_are_unknown_and_the_error_names_what_there_is(form: str) -> None:
    with pytest.raises(InputError, match=rf"^unknown format '{form}'; nearest: ") as caught:
        render(aidefs.get("eu"), form)
    assert set(str(caught.value).partition("nearest: ")[2].split(", ")) <= set(FORMATS)


def test_a_format_that_is_like_none_is_answered_with_all() -> None:
    with pytest.raises(InputError, match=rf"^unknown format 'youtrack'; nearest: {', '.join(FORMATS)}$"):
        render(aidefs.get("eu"), "youtrack")


@pytest.mark.parametrize(
    "ending",
    [
        ".txt",
        ".md",
        ".qmd",
        ".tex",
        ".html",
        ".htm",
        ".json",
        ".rst",
        ".csv",
        ".tsv",
        ".HTML",
        ".docx",
        ".xlsx",
        ".svg",
    ],
)
def test_endings_choose_formats_that_exist(ending: str) -> None:
    assert form_of(f"out{ending}") in FORMATS


# --- visible characters ---------------------------------------------------------------------------


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_visible_text_is_harmless_and_keeps_lines(text: str) -> None:
    shown = visible(text)
    assert obeyed(shown) == []
    assert shown.count("\n") == text.count("\n")
    assert visible(shown) == shown


@given(st.text())
def test_visible_line_is_one_line(text: str) -> None:
    shown = visible_line(text)
    assert "\n" not in shown and "\t" not in shown
    assert shown == shown.strip(" ")


def test_official_letters_stay_as_they_are() -> None:
    changed = [name for name in SHIPPED if visible(SHIPPED[name].text) != SHIPPED[name].text]
    assert changed == []


def test_no_break_space_survives() -> None:
    assert visible_line(" Article\u00a03 \n (1)") == "Article\u00a03 (1)"


# --- Markdown -------------------------------------------------------------------------------------


def markdown(source: str) -> list[Any]:
    """Tokens of a CommonMark parser with tables and strike-through, in-line ones in place."""
    parser = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable(["table", "strikethrough"])
    flat: list[Any] = []
    for token in parser.parse(source):
        flat += token.children if token.type == "inline" else [token]
    return flat


def said(tokens: list[Any]) -> str:
    """What a reader of the page sees, on one line."""
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline", "code_block", "fence"):
            parts.append(token.content)
        elif (
            token.type in ("softbreak", "hardbreak")
            or token.content == "<br>"
            or token.type.endswith("_close")
        ):
            if not token.type.startswith(("strong", "em")):
                parts.append(" ")
        elif not re.fullmatch(r"</?(ins|del)>", token.content):
            parts.append(token.content)
    return " ".join("".join(parts).split())


@hostile()
def test_markdown_holds_no_mark_up_but_ours(text: str) -> None:
    tokens = markdown(render(everywhere(text), "markdown"))
    plain = markdown(render(everywhere("plain"), "markdown"))
    forbidden = {"link_open", "image", "code_inline", "code_block", "fence", "hr", "html_block", "s_open",
                 "blockquote_open", "ordered_list_open"}  # fmt: skip
    assert forbidden.isdisjoint(token.type for token in tokens)
    html = {token.content for token in tokens if token.type == "html_inline"}
    assert html <= {"<br>", "<ins>", "</ins>", "<del>", "</del>"}
    for kind in (
        "heading_open",
        "bullet_list_open",
        "list_item_open",
        "table_open",
        "tr_open",
        "td_open",
        "th_open",
    ):
        count = [sum(token.type == kind for token in page) for page in (tokens, plain)]
        assert count[0] == count[1], kind


@hostile()
def test_markdown_shows_the_characters(text: str) -> None:
    tokens = markdown(render(Document("t", (Paragraph(runs(text)), Bullets((runs(text),)))), "markdown"))
    assert said(tokens) == " ".join(("t", *visible_line(text).split(), *visible_line(text).split()))


@pytest.mark.parametrize(
    "text",
    [
        "2 identical, 5 reworded.",
        "49 words.",
        "1.",
        "12) x",
        "2. x",
        "- x",
        "+ x",
        "-",
        "3 4",
        "1.5 x",
        "2024",
    ],
)
def test_markdown_paragraphs_that_begin_like_lists(text: str) -> None:
    tokens = markdown(render(Document("t", (Paragraph(runs(text)),)), "markdown"))
    assert not any("list" in token.type for token in tokens)
    assert said(tokens) == f"t {text}"


def test_markdown_marks_touch_words_only() -> None:
    cell = (
        Run("that "),
        Run(" may ", "delete"),
        Run("can ", "insert"),
        Run("do", "strong"),
        Run(" so ", "quote"),
    )
    source = render(Document("t", (Paragraph(cell),)), "markdown")
    assert "<del>may</del> <ins>can</ins> **do** *so*" in source


@pytest.mark.parametrize(
    "result", [("compare", "coe", "eu"), ("compare", "oecd", "coe", "eu"), ("diff", "oecd@2019", "oecd")]
)
def test_markdown_of_real_results_reads_as_it_should(result: tuple[str, ...]) -> None:
    name, *names = result
    shown = getattr(aidefs, name)(*names)
    tokens = markdown(shown.to_markdown())
    seen = said(tokens)
    assert "\\" not in seen and "&amp;" not in seen and "**" not in seen
    assert seen.count("[") == shown.to_text(width=400).replace("[-", "").count("[")


def test_a_document_does_not_repeat_its_title() -> None:
    for result in (aidefs.get("eu"), aidefs.diff("coe", "eu"), aidefs.compare("coe", "eu")):
        heads = re.findall(r"^#+ (.*)$", render(result, "markdown"), re.M)
        assert len(heads) == len(set(heads))
        assert not any(one != other and one.endswith(other) for one in heads for other in heads)


# --- Pandoc -----------------------------------------------------------------------------------------


def pandoc(source: str) -> tuple[str, Any]:
    """What Pandoc takes a document for: its words, and its syntax tree."""
    program = needs_program("pandoc")
    command = [program, "--from", "markdown", "--to", "json"]
    done = subprocess.run(command, input=source.encode(), capture_output=True, check=True)
    tree = json.loads(done.stdout)

    def words(node: Any) -> str:
        if isinstance(node, list):
            return "".join(map(words, node))
        if not isinstance(node, dict):
            return ""
        kind, content = node.get("t"), node.get("c")
        if kind == "Str":
            return str(content)
        if kind in ("Space", "SoftBreak", "LineBreak"):
            return " "
        if kind == "Quoted":
            return "QUOTED"
        return words(content) + (" " if kind in ("Para", "Plain", "Header") else "")

    return words(tree["blocks"]), tree


def kinds(tree: Any) -> list[str]:
    if isinstance(tree, list):
        return [kind for node in tree for kind in kinds(node)]
    if not isinstance(tree, dict):
        return []
    return [tree["t"], *kinds(tree.get("c"))] if "t" in tree else [k for v in tree.values() for k in kinds(v)]


@pytest.mark.programs
def test_pandoc_shows_the_characters_of_hostile_texts() -> None:
    """One document for all, because each start of the program takes a while."""
    blocks = [block for text in HOSTILE.values() for block in (Paragraph(runs(text)), Bullets((runs(text),)))]
    words, tree = pandoc(render(Document("", tuple(blocks)), "pandoc"))
    expected = " ".join(visible_line(text) for text in HOSTILE.values() for _ in range(2))
    assert words.split() == expected.split()
    allowed = {"Para", "Plain", "BulletList", "Span", "Str", "Space", "SoftBreak", "LineBreak"}
    assert set(kinds(tree)) - allowed == set()
    assert kinds(tree).count("BulletList") == len(HOSTILE)


@pytest.mark.programs
def test_pandoc_keeps_cells_marks_and_heads_of_hostile_texts() -> None:
    shown = render(
        Document("", tuple(b for text in HOSTILE.values() for b in everywhere(text).blocks)), "pandoc"
    )
    found = kinds(pandoc(shown)[1])
    assert found.count("Table") == len(HOSTILE)
    assert {"Link", "Image", "Code", "CodeBlock", "RawInline", "RawBlock", "HorizontalRule", "Math", "Cite",
            "Note", "OrderedList", "DefinitionList", "BlockQuote", "Div"}.isdisjoint(found)  # fmt: skip
    assert found.count("Header") == len(HOSTILE)


@pytest.mark.programs
def test_pandoc_prints_official_texts_letter_for_letter() -> None:
    chosen = list(SHIPPED.values())
    words, _ = pandoc(render(Document("", tuple(Paragraph(runs(d.text), d.lang) for d in chosen)), "pandoc"))
    assert "".join(words.split()) == "".join("".join(d.text.split()) for d in chosen)


@pytest.mark.programs
def test_pandoc_has_captions_names_notes_marks_and_citations() -> None:
    named = NOTED._replace(name="noted", langs=("", "fr", "en"))
    shown = render(
        Document("", (named, Paragraph(runs(Run("old", "delete"), Run("new", "insert"))))), "pandoc"
    )
    assert ": Noted {#tbl-noted}" in shown and "| One^1^ " in shown
    assert "**Autonomy**^2,3^" in shown and "| Frame " in shown and "[a]{lang=fr}" in shown
    assert "~~old~~[new]{.underline}" in shown and "@one" not in shown
    assert "Source of one. [@one]" in render(Document("", (named,)), "pandoc", bibliography="refs")
    assert "Underline" in kinds(pandoc(shown)[1]) and "Strikeout" in kinds(pandoc(shown)[1])


# --- formats of tabulate --------------------------------------------------------------------------

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


NOTED = Table(
    ("Element", "One", "Two"),
    (
        (runs(Run("Autonomy", "strong"), Run("\nmoved", "muted")), runs("a"), runs("b")),
        (runs(Run("Frame", "strong")), runs("c"), runs("d")),
    ),
    "Noted",
    notes=(
        Note(runs("Source of one."), columns=(1,), cite="one"),
        Note(runs("About a row."), rows=(0,)),
        Note(runs("About two and the row."), columns=(2,), rows=(0,)),
        Note(runs("About all.")),
    ),
    emphasis=(0,),
)


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


# --- text -----------------------------------------------------------------------------------------

WIDTHS = (60, 80, 140)


def too_wide(shown: str, width: int) -> list[str]:
    """Lines wider than the width, those apart that are one long word behind their indent or label."""
    wide = [line for line in shown.splitlines() if wcswidth(line) > width]
    return [line for line in wide if not re.fullmatch(r"\s*(- )?\S+", line) and not long_word(line, width)]


def long_word(line: str, width: int) -> bool:
    # A web address beside its label cannot be broken; ids and addresses are to be copied whole.
    return (
        bool(re.fullmatch(r"(\S+( \S+)?)?\s{2,}\S+", line)) and max(map(wcswidth, line.split())) > width - 22
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("names", ["coe eu", "eu oecd", "eu eu@2021", "oecd coe", "coe eu oecd", "nist iso"])
def test_comparisons_keep_their_width(names: str, width: int) -> None:
    if width == 60 and len(names.split()) > 2:
        pytest.skip("three columns of words need more than 60")
    assert too_wide(aidefs.compare(*names.split()).to_text(width=width), width) == []


@pytest.mark.parametrize("width", [40, 80, 140])
def test_definitions_keep_their_width(width: int) -> None:
    wrong = {}
    for name in SHIPPED:
        lines = too_wide(render(SHIPPED[name], "text", width=width), width)
        if lines:
            wrong[name] = lines
    assert wrong == {}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("pair", ["oecd@2019 oecd", "coe eu", "eu:de eu:fr", "eu@2021 eu"])
def test_redlines_keep_their_width(pair: str, width: int) -> None:
    assert too_wide(aidefs.diff(*pair.split()).to_text(width=width), width) == []


@pytest.mark.parametrize(
    "name", ["jp-ai-promotion-act-2025-ja", "kr-ai-basic-act-2025-ai-ko", "tw-ai-basic-act-2026-zh"]
)
@pytest.mark.parametrize("width", [40, 80])
def test_wide_scripts_are_counted_in_columns(name: str, width: int) -> None:
    """Texts without spaces are cut where the line is full, and never beyond it."""
    for shown in (render(SHIPPED[name], "text", width=width), aidefs.diff(name, name).to_text(width=width)):
        wide = [line for line in shown.splitlines() if wcswidth(line) > width]
        assert [line for line in wide if "-" not in line and "http" not in line] == []
    words = render(SHIPPED[name], "text", width=width).split("\n\n")[1]
    assert "".join(words.split()) == "".join(SHIPPED[name].text.split())


def test_boxes_of_wide_scripts_are_straight() -> None:
    table = Table(
        ("A", "B"),
        ((runs("人工知能関連技術とは、" * 4), runs("é日a\u0301" * 9)), (runs("x"), runs("y z"))),
        wide=(0, 1),
    )
    lines = render(Document("", (table,)), "text", width=60).splitlines()
    assert len({wcswidth(line) for line in lines}) == 1
    assert wcswidth(lines[0]) <= 60


def test_long_words_are_cut_in_cells_and_left_in_paragraphs() -> None:
    word = "https://example.org/" + "x" * 90
    table = Table(("A", "B"), ((runs("a"), runs(word)),), wide=(1,))
    shown = render(Document("", (Paragraph(runs(f"see {word} there")), table)), "text", width=60)
    head, *rest = shown.split("\n\n")
    assert head.splitlines() == ["see", word, "there"]
    assert all(wcswidth(line) <= 60 for line in rest[0].splitlines())
    assert word in re.sub(r"[│┌┬┐├┼┤└┴┘─\s]", "", rest[0])


def test_marks_embrace_words_not_spaces() -> None:
    cell = (
        Run("that "),
        Run("may ", "delete"),
        Run(" can\t", "insert"),
        Run("\n", "delete"),
        Run(" x", "insert"),
        Run("."),
    )
    assert render(Document("", (Paragraph(cell),)), "text") == "that [-may-] {+can+}\n{+x+}.\n"


_word = st.text(st.sampled_from("abcdeé日本’,."), min_size=1, max_size=12)
_spaced = st.lists(st.one_of(_word, st.sampled_from([" ", "  ", "\n", "\t", " \n "])), max_size=12).map(
    "".join
)
_cells = st.lists(st.tuples(_spaced, st.sampled_from(MARKS)), max_size=8).map(
    lambda parts: tuple(Run(*p) for p in parts)
)


def check_words(bare: str, cell: tuple[Run, ...], width: int) -> None:
    """The words of a cell, and those of the heading "end" below it, all there and in order."""
    words = [*"".join(run.text for run in cell).split(), "end"]
    if any(wcswidth(word) + 8 > width and wcswidth(word) > len(word) for word in words):
        assert "".join(bare.split()) == "".join(words)  # scripts without spaces are broken anywhere
    else:
        assert bare.split() == words


@given(_cells, st.sampled_from([40, 57, 80]))
def test_wrapping_loses_no_word_and_splits_no_mark(cell: tuple[Run, ...], width: int) -> None:
    shown = render(Document("", (Paragraph(cell), Heading("end"))), "text", width=width)
    assert not re.search(r"\[-\s|\s-\]|\{\+\s|\s\+\}|\[--\]|\{\+\+\}", shown)
    bare = re.sub(r"\[-|-\]|\{\+|\+\}|\*", "", shown)
    check_words(bare, cell, width)
    assert all(wcswidth(line) <= width or " " not in line for line in shown.splitlines())
    assert all(line == line.rstrip() for line in shown.splitlines())


_COLOURS = {
    "delete": "\x1b[9m",
    "insert": "\x1b[4m",
    "strong": "\x1b[1m",
    "muted": "\x1b[2m",
    "quote": "\x1b[3m",
}


def paint(text: str, mark: str) -> str:
    return f"{_COLOURS[mark]}{text}\x1b[0m"


@given(_cells)
def test_a_painter_takes_the_place_of_the_marks(cell: tuple[Run, ...]) -> None:
    shown = render(Document("", (Paragraph(cell), Heading("end"))), "text", width=80, paint=paint)
    bare = re.sub(r"\x1b\[\dm", "", shown)
    check_words(bare, cell, 80)
    # No style is left open at the end of a line, where a pager would carry it on.
    for line in shown.splitlines():
        codes = re.findall(r"\x1b\[(\d)m", line)
        assert codes[1::2] == ["0"] * (len(codes) // 2) and len(codes) % 2 == 0


@pytest.mark.parametrize("width", [80, 140])
def test_painted_boxes_are_straight(width: int) -> None:
    shown = render(aidefs.compare("coe", "eu"), "text", width=width, paint=paint)
    bare = re.sub(r"\x1b\[\dm", "", shown)
    assert "[-" not in bare and "{+" not in bare and "*" not in bare
    assert f"{_COLOURS['delete']}may" in shown and f"{_COLOURS['insert']}can" in shown
    boxed = [line for line in bare.splitlines() if line[:1] in "┌├│└" and line]
    assert len({wcswidth(line) for line in boxed}) == 1
    assert wcswidth(boxed[0]) <= width


def test_lists_drop_columns_before_they_wrap() -> None:
    from aidefs.library.listing import Listing

    listing = Listing(tuple(SHIPPED.values()), SHIPPED)
    columns = {}
    for width in (40, 60, 80, 120, 200):
        shown = listing.to_text(width=width)
        table = shown.split("\n\n")[0]
        longest = max(map(len, SHIPPED))  # the id is always shown
        assert {wcswidth(line) > max(width, longest) for line in table.splitlines()} == {False}
        columns[width] = table.splitlines()[0].split()
        assert columns[width][0] == "Id"
    assert columns[200] == ["Id", "Alias", "Adopted", "Status", "Verified", "Label", "Where", "Lang"]


def test_a_list_shows_ids_however_narrow() -> None:
    from aidefs.library.listing import Listing

    long = Definition(id="my-" + "very-" * 9 + "long-id", text="x y", label="x")
    assert long.id in Listing((long,), SHIPPED).to_text(width=40)


# --- results in a notebook ------------------------------------------------------------------------


RESULTS = (
    "comparison", "redline", "segmentation", "definition", "definitions", "elements", "check", "search",
)  # fmt: skip


@cache
def result_of(kind: str) -> Any:
    from aidefs.library.listing import CheckReport, ElementsList, Listing
    from aidefs.library.taxonomy import Taxonomy

    make: dict[str, Callable[[], Any]] = {
        "comparison": lambda: aidefs.compare("coe", "eu"),
        "redline": lambda: aidefs.diff("oecd@2019", "oecd"),
        "segmentation": lambda: segment("eu"),
        "definition": lambda: aidefs.get("eu"),
        "definitions": lambda: Listing((aidefs.get("eu"),), SHIPPED),
        "elements": lambda: ElementsList(Taxonomy.shipped()),
        "check": lambda: CheckReport.of(None),
        "search": lambda: aidefs.search("levels of autonomy"),
    }
    return make[kind]()


@pytest.mark.parametrize("kind", RESULTS)
def test_results_show_themselves(kind: str) -> None:
    result = result_of(kind)
    assert result.to_html() == render(result, "html")
    assert result.to_text() == render(result, "text")
    assert result.to_text(width=140) == render(result, "text", width=140)
    assert result.to_markdown() == render(result, "markdown")
    assert result.to_latex() == render(result, "latex")


@pytest.mark.parametrize("kind", RESULTS)
def test_results_become_data(kind: str) -> None:
    data = result_of(kind).to_dict()
    assert list(data)[:3] == ["schema", "data_version", "data_hash"]
    assert data["schema"] == f"aidefs/{kind}/{2 if kind == 'comparison' else 1}"
    assert json.loads(render(result_of(kind), "json")) == json.loads(json.dumps(data))


@pytest.mark.parametrize("kind", RESULTS)
@pytest.mark.parametrize("ending", ["txt", "md", "tex", "html", "json", "rst", "csv", "tsv"])
def test_results_save_themselves(kind: str, ending: str, tmp_path: Any) -> None:
    if kind == "check" and ending in ("rst", "csv", "tsv"):
        pytest.skip("a check without faults has no table")
    path = tmp_path / f"result.{ending}"
    result_of(kind).save(path)
    form = form_of(path)
    page = True if form == "html" else None
    assert path.read_bytes().decode("utf-8") == render(result_of(kind), form, standalone=page)
    result_of(kind).save(str(path))


@pytest.mark.parametrize("kind", RESULTS)
def test_reprs_are_short(kind: str) -> None:
    shown = repr(result_of(kind))
    assert len(shown) < 300 and "\n" not in shown


def test_json_of_text_that_utf_8_cannot_hold() -> None:
    source = aidefs.diff("a lone \ud800 here", "another text here").to_json()
    assert json.loads(source)["a"]["text"] == "a lone \ud800 here"
    source.encode("utf-8")


def test_own_formats_come_first() -> None:
    assert FORMATS[: len(OWN_FORMATS)] == OWN_FORMATS
    assert len(set(FORMATS)) == len(FORMATS)


def test_public_names_are_not_hidden_by_modules() -> None:
    """A module `aidefs.segment` once took the place of the function as soon as it was imported."""
    script = (
        "import aidefs, importlib, pkgutil\n"
        "modules = [m.name for m in pkgutil.walk_packages(aidefs.__path__, 'aidefs.')]\n"
        "[importlib.import_module(name) for name in modules if not name.endswith('__main__')]\n"
        "print([name for name in aidefs.__all__ if type(getattr(aidefs, name)).__name__ == 'module'])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


# --- columns without room ---------------------------------------------------------------------


def test_columns_left_out_of_text_are_named() -> None:
    said = aidefs.coverage("eu").to_text()
    assert "Outputs  " not in said and "Left out for want of width: Outputs." in said
    assert "Left out for want of width: 79 columns." in aidefs.matrix().to_text()
    assert "Left out" not in aidefs.coverage("eu").to_text(width=200)


def test_a_short_column_is_no_reason_to_stack_a_table() -> None:
    assert "│ 1      │ EU AI Act │ 2024-06-13 │" in aidefs.families("eu").to_text()


# --- redlines in the formats that know no marks -----------------------------------------------


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
