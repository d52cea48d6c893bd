"""Panels of tables that are too wide for a page: nothing is lost, and each says what its rows are about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aidefs
from aidefs.formats.document import Note, Table, plain, runs
from aidefs.formats.panels import naming_columns, panels
from aidefs.output.views import document


def matrix(columns: int) -> Table:
    heads = tuple(str(n) for n in range(1, columns + 1))
    rows = tuple(
        (runs(str(n)), runs(f"wording number {n}"), *(runs(f"0.{k:02}") for k in range(columns)))
        for n in (1, 2)
    )
    return Table(("No.", "Wording", *heads), rows, "Pairs", compact=True, name="pairs")


def ones(table: Table) -> list[float]:
    return [1.0] * len(table.header)


@given(st.integers(5, 40), st.integers(3, 30))
def test_panels_hold_every_column_once_behind_those_that_name_the_rows(columns: int, room: int) -> None:
    whole = matrix(columns)
    parts = panels(whole, ones, room)
    assert (len(parts) == 1) == (columns + 2 <= room)
    assert all(len(part.header) <= room and part.header[:2] == ("No.", "Wording") for part in parts)
    assert [head for part in parts for head in part.header[2:]] == list(whole.header[2:])
    for n, row in enumerate(whole.rows):
        assert [plain(cell) for part in parts for cell in part.rows[n][2:]] == [
            plain(cell) for cell in row[2:]
        ]
    assert [part.name for part in parts] == ["pairs"] + [""] * (len(parts) - 1)


def test_a_panel_says_which_columns_it_has() -> None:
    assert [part.caption for part in panels(matrix(9), ones, 6)] == ["Pairs: 1–4", "Pairs: 5–8", "Pairs: 9"]


def test_tables_of_words_and_tables_with_notes_stay_whole() -> None:
    words = document(aidefs.table("coe", "eu", "oecd", "nist")).tables[0]
    noted = matrix(20)._replace(notes=(Note(runs("Note."), columns=(3,)),))
    assert panels(words, ones, 2) == (words,) and naming_columns(words) == len(words.header)
    assert panels(noted, ones, 3) == (noted,)


@pytest.mark.parametrize("columns", [4, 5])
def test_few_narrow_columns_do_not_make_a_matrix(columns: int) -> None:
    assert naming_columns(matrix(columns)) == (6 if columns == 4 else 2)
