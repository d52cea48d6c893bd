"""Tables that are drawn with several cells side by side."""

from __future__ import annotations

import textwrap
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aidefs
from aidefs.readers.read import read_bytes
from aidefs.readers.tables import drawn_tables

EU = aidefs.get("eu").text
DEFINIENS = EU[EU.index("a machine") : -1]
CHANGED = DEFINIENS.replace("may exhibit", "can exhibit")
OECD = aidefs.get("oecd").text
OECD_DEFINIENS = OECD[OECD.index("a machine") :].rstrip(".")
REMARK = "A remark that stands beside each of the lines of the definition, and does not end soon."


def lines(row: list[str], widths: list[int]) -> list[list[str]]:
    cells = [textwrap.wrap(words, width) or [""] for words, width in zip(row, widths, strict=True)]
    height = max(map(len, cells))
    padded = [cell + [""] * (height - len(cell)) for cell in cells]
    return [
        [part.ljust(width) for part, width in zip(line, widths, strict=True)]
        for line in zip(*padded, strict=True)
    ]


def grid(rows: list[list[str]], widths: list[int]) -> str:
    rules = [f"+{'+'.join(sign * (width + 2) for width in widths)}+" for sign in "-="]
    drawn = [rules[0]]
    for number, row in enumerate(rows):
        drawn += [f"| {' | '.join(line)} |" for line in lines(row, widths)]
        drawn.append(rules[number == 0])
    return "\n".join(drawn)


def simple(rows: list[list[str]], widths: list[int]) -> str:
    rule = "  ".join("=" * width for width in widths)
    drawn = ["  ".join(line).rstrip() for row in rows for line in lines(row, widths)]
    head = len(lines(rows[0], widths))
    return "\n".join([rule, *drawn[:head], rule, *drawn[head:], rule])


WIDTHS = [14, 40, 20]
ROWS = [["Source", "Definition", "Remark"], ["EU AI Act", CHANGED, REMARK], ["OECD", OECD_DEFINIENS, REMARK]]
SWAPPED = [["EU AI Act", "OECD"], [OECD_DEFINIENS, DEFINIENS]]


@pytest.mark.parametrize("name", ["a.rst", "a.md", "a.txt"])
@pytest.mark.parametrize("draw", [grid, simple])
def test_a_cell_is_read_as_a_whole_and_corrected(draw: object, name: str, tmp_path: Path) -> None:
    table = grid(ROWS, WIDTHS) if draw is grid else simple(ROWS, WIDTHS)
    text = f"Title\n=====\n\n{table}\n\nText.\n"
    (tmp_path / name).write_text(text, encoding="utf-8")
    file = aidefs.verify(tmp_path / name).files[0]
    found = [(p.quotation.definition.id, p.quotation.claim, p.quotation.reproach) for p in file.passages]
    assert found == [("eu-ai-act-2024", "cell", ("wording",)), ("oecd-2024", "cell", ())]
    assert all(p.quotation.attribution.how == "table" for p in file.passages)
    assert file.corrected() == text.replace("can exhibit", "may exhibit").encode()


@pytest.mark.parametrize(
    "text",
    [
        grid(SWAPPED, [40, 40]),
        simple([["a", *SWAPPED[0]], ["b", *SWAPPED[1]]], [4, 40, 40]),
        f"|===\n|EU AI Act |OECD\n\n|{OECD_DEFINIENS} |{DEFINIENS}\n|===\n",
        f'[cols="1,1"]\n|===\n|EU AI Act\n|OECD\n\n|{OECD_DEFINIENS}\n|{DEFINIENS}\n|===\n',
        f".. list-table::\n\n   * - EU AI Act\n     - OECD\n   * - {OECD_DEFINIENS}\n     - {DEFINIENS}\n",
        ".. list-table::\n\n   * - EU AI Act\n\n       * so\n     - OECD\n"
        f"   * - {OECD_DEFINIENS}\n     - {DEFINIENS}\n",
        f":::{{list-table}}\n* - EU AI Act\n  - OECD\n* - {OECD_DEFINIENS}\n  - {DEFINIENS}\n:::\n",
        f"```{{list-table}}\n* - EU AI Act\n  - OECD\n* - {OECD_DEFINIENS}\n  - {DEFINIENS}\n```\n",
    ],
)
def test_each_cell_is_held_against_the_head_of_its_column(text: str, tmp_path: Path) -> None:
    for name in ("a.rst", "a.md"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert [p.quotation.reproach for p in aidefs.verify(tmp_path / name).passages] == [("source",)] * 2
    swapped = text.replace(OECD_DEFINIENS, "§").replace(DEFINIENS, OECD_DEFINIENS).replace("§", DEFINIENS)
    if swapped != text:
        (tmp_path / "a.rst").write_text(swapped, encoding="utf-8")
        assert aidefs.verify(tmp_path / "a.rst").exit_code == 0


def test_a_cell_of_several_rows_or_columns() -> None:
    text = "+---+---+\n| a | b |\n|   +---+\n| c | d |\n+---+---+\n| e f   |\n+-------+\n"
    (table,) = drawn_tables(text)
    cells = [(one.row, one.column, [text[slice(*line)] for line in one.lines]) for one in table.cells]
    assert cells == [(0, 0, ["a", "c"]), (0, 1, ["b"]), (1, 1, ["d"]), (2, 0, ["e f"])]


@pytest.mark.parametrize(
    "text", ["====  ====\na     b\n", "Title\n=====\n\n====\n", "+---+\ntext\n", "+--+--+\n"]
)
def test_what_is_no_table_is_left_alone(text: str) -> None:
    assert not list(drawn_tables(text))
    assert read_bytes("a.rst", text.encode()).text == text


LINES = ["+---+---+", "| a | b |", "====  ===", "a     b", "", "+===+===+", "|   +---+"]


@given(st.lists(st.sampled_from(LINES)))
def test_offsets_lead_back_to_the_words(drawn: list[str]) -> None:
    text = "\n".join(drawn)
    read = read_bytes("a.rst", f"{text}\nx".encode())
    for cell in (one for one in read.apart or () if one.kind == "cell"):
        parts = [text[slice(*part)].split() for part in read.stretches(cell.start, cell.end)]
        assert list(chain.from_iterable(parts)) == read.text[cell.start : cell.end].split()
