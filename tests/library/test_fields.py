"""What follows from the declared fields of a record."""

# Annotations are read at once here, as in `aidefs.library.records`.
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import pytest

from aidefs.library.fields import FrozenDict, cells, columns, fields_of, key, plain, read
from aidefs.library.records import FIELDS, to_definition
from aidefs.library.schema import in_file_order
from aidefs.results import Column

RECORDS = sorted((Path(__file__).resolve().parents[2] / "data" / "definitions").glob("*.toml"))


class Inner(NamedTuple):
    note: Annotated[str, key("A `note`.")] = ""
    sure: Annotated[bool, key("Whether it is sure.", named="certain")] = False


class Outer(NamedTuple):
    name: Annotated[str, key("Its name.", required="always")]
    many: Annotated[tuple[Inner, ...], key("Several.")] = ()
    one: Annotated[Inner | None, key("One.")] = None
    remark: Annotated[str, key("A remark.", remark=True)] = ""
    force: Annotated[Literal["a", "b"], key("a or b.", "What it does", values=("a", "b"))] = "a"
    names: Annotated[tuple[str, ...], key("Names.")] = ()
    pairs: Annotated[tuple[tuple[str, str], ...], key("Pairs.")] = ()
    numbers: Annotated[Mapping[str, str], key("Numbers.")] = FrozenDict()
    undeclared: str = ""


OUTER = fields_of(Outer)
TABLE = {
    "name": "x",
    "many": [{"note": "n"}],
    "one": {"sure": True},
    "names": ["y", "z"],
    "pairs": [["a", "b"]],
    "numbers": {"doc": "1"},
}


def test_the_kind_of_a_field_is_read_off_its_type() -> None:
    assert {field.key: field.kind for field in OUTER} == {
        "name": "text",
        "many": "tables",
        "one": "table",
        "remark": "text",
        "force": "text",
        "names": "texts",
        "pairs": "pairs",
        "numbers": "strings",
    }
    assert [field.kind for field in OUTER[1].fields] == ["text", "flag"]


def test_a_record_is_made_of_a_table_and_gives_it_back() -> None:
    record = read(Outer, OUTER, TABLE, undeclared="u")
    assert record == Outer(
        "x",
        (Inner("n"),),
        Inner(sure=True),
        names=("y", "z"),
        pairs=(("a", "b"),),
        numbers=FrozenDict(doc="1"),
        undeclared="u",
    )
    whole = {"note": "", "sure": False}
    assert plain(OUTER, record) == TABLE | {
        "many": [{**whole, "note": "n"}],
        "one": {**whole, "sure": True},
        "remark": "",
        "force": "a",
    }
    assert plain(OUTER, Outer("x"))["one"] == {}


def test_columns_lay_a_table_out_and_leave_out_what_is_several_rows() -> None:
    assert columns(OUTER) == (
        Column("name", "string", "Its name"),
        Column("one_note", "string", "A note"),
        Column("certain", "boolean", "Whether it is sure"),
        Column("remark", "string", "A remark"),
        Column("force", "string", "What it does"),
        Column("names", "array", "Names"),
        Column("numbers", "object", "Numbers"),
    )
    row = cells(OUTER, read(Outer, OUTER, TABLE))
    assert list(row) == [column.name for column in columns(OUTER)]
    assert (row["certain"], row["names"]) == (True, ["y", "z"])
    assert cells(OUTER, Outer("x"))["one_note"] == ""


def test_a_file_has_remarks_then_pairs_then_tables_last() -> None:
    names = [field.key for field in in_file_order(OUTER)]
    assert names == ["name", "force", "names", "remark", "pairs", "many", "one", "numbers"]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_every_stored_record_says_the_same_as_its_file(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert said(plain(FIELDS, to_definition(table, path.name))) == said(table)


def said(value: Any) -> Any:
    """A value without what is empty or false in it."""
    if isinstance(value, dict):
        return {name: kept for name, one in value.items() if (kept := said(one))}
    return [said(one) for one in value] if isinstance(value, list) else value
