"""Plain text for terminals: lines keep their width, columns their words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.hostile import MARKS, SHIPPED
from wcwidth import wcswidth

import aidefs
from aidefs.formats.document import Document, Heading, Paragraph, Run, Table, runs
from aidefs.library.records import Definition
from aidefs.output.render import render

# --- text --------------------------------------------------------------------------------------

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
    assert columns[80][:3] == ["Id", "Label", "Status"]
    assert columns[200] == ["Id", "Label", "Status", "Adopted", "Where", "Lang", "Alias", "Verified"]


def test_a_list_shows_ids_however_narrow() -> None:
    from aidefs.library.listing import Listing

    long = Definition(id="my-" + "very-" * 9 + "long-id", text="x y", label="x")
    assert long.id in Listing((long,), SHIPPED).to_text(width=40)


# --- columns without room ----------------------------------------------------------------------


def test_columns_left_out_of_text_are_named() -> None:
    said = aidefs.coverage("eu", elements="all").to_text()
    assert "Left out for want of width: " in said
    assert re.search(r"Left out for want of width: \d+ columns\.", aidefs.matrix().to_text())
    assert "Left out" not in aidefs.coverage("eu").to_text(width=200)


def test_a_short_column_is_no_reason_to_stack_a_table() -> None:
    assert "│ 1      │ EU AI Act │ 2024-06-13 │" in aidefs.families("eu").to_text()


# --- words in cells ----------------------------------------------------------------------------

_WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=16), min_size=1, max_size=12).map(" ".join)
_PIECES = st.lists(st.tuples(_WORDS, st.sampled_from(["", "delete", "insert"])), min_size=1, max_size=4)
_CELLS = _PIECES.map(lambda pieces: tuple(Run(text, mark) for text, mark in pieces))


@given(
    st.integers(2, 4).flatmap(lambda n: st.lists(st.tuples(*[_CELLS] * n), min_size=1, max_size=3)),
    st.sampled_from([60, 72, 80, 100]),
)
def test_no_word_is_broken_in_a_cell(rows: list[tuple[tuple[Run, ...], ...]], width: int) -> None:
    header = ("Element", *(f"Text {k}" for k in range(1, len(rows[0]) + 1)))
    body = tuple(((Run("machine-based", "strong"),), *row) for row in rows)
    table = Table(header, body, wide=tuple(range(1, len(header))))
    shown = render(Document("", (table,)), "text", width=width)
    known = set(re.findall(r"\w+", render(Document("", (table,)), "text", width=400)))
    assert set(re.findall(r"\w+", shown)) <= known
    assert all(wcswidth(line) <= width for line in shown.splitlines())


def test_a_change_is_broken_between_what_goes_and_what_comes() -> None:
    cell = (Run("system", "delete"), Run("software", "insert"))
    row = (
        runs("Genus"),
        runs("a machine-based system of it all"),
        cell,
        runs("that are designed to operate"),
    )
    table = Table(("Element", "A", "B", "C"), (row,), wide=(1, 2, 3))
    shown = render(Document("", (table,)), "text", width=60)
    assert "[-system-]" in shown and "{+software+}" in shown


def test_coverage_has_all_core_elements_at_80_columns() -> None:
    shown = aidefs.coverage().to_text(width=80).split("\n\n")[1]
    assert shown.split("\n")[0].split() == [
        "Wording", "Year", "Genus", "Autonomy", "Adaptiveness", "Inference", "Outputs",
    ]  # fmt: skip
    assert max(map(wcswidth, shown.splitlines())) <= 80
    words = {word for one in SHIPPED.values() for word in one.label.split()}
    assert {line.split()[0] for line in shown.splitlines()[2:] if line[:1] != " "} <= words
