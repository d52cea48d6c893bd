"""The JSON Schema for editors and the table of keys for people say what `aidefs.library.schema` checks.

`data/definition.schema.json` and the table in CONTRIBUTING.md are written from the declared fields, the
closed lists and the elements. After a change of any of these:

    python -m pytest tests/library/test_json_schema.py --update

writes them anew.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidefs.library.fields import Field
from aidefs.library.library import Library
from aidefs.library.rules import FORMS, form_fault
from aidefs.library.schema import DEFINITION, json_schema, table_of_keys, validate
from aidefs.library.taxonomy import Taxonomy

ROOT = Path(__file__).resolve().parents[2]
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
FILE = ROOT / "data" / "definition.schema.json"
RECORDS = sorted((ROOT / "data" / "definitions").rglob("*.toml"))


# --- from the fields to the files ---------------------------------------------------------------


def held_to(file: Path, text: str, update: bool) -> None:
    """Asserts that a file has a text, after writing it where that is asked for."""
    if update:
        file.write_bytes(text.encode())
    assert file.read_text(encoding="utf-8") == text


def test_the_schema_is_what_the_fields_say(update: bool) -> None:
    terms = Library.shipped().terms
    schema = json_schema(dict.fromkeys(name for term in terms for name in Taxonomy.shipped(term)))
    held_to(FILE, json.dumps(schema, ensure_ascii=False, indent=2) + "\n", update)


def test_the_table_of_keys_is_what_the_fields_say(update: bool) -> None:
    before, head, table = CONTRIBUTING.read_text(encoding="utf-8").partition("| Key | Required |")
    assert head
    rest = table.partition("\n\n")[2]
    held_to(CONTRIBUTING, f"{before}{table_of_keys()}\n\n{rest}", update)


def test_every_form_has_a_pattern() -> None:
    assert {field.form for field in all_fields(DEFINITION) if field.form} == set(FORMS)


def test_every_field_is_explained() -> None:
    assert [field.key for field in all_fields(DEFINITION) if not field.meaning.endswith(".")] == []


def all_fields(fields: tuple[Field, ...]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from all_fields(field.fields)


def test_it_lies_where_the_line_for_editors_says() -> None:
    line = "#:schema ../definition.schema.json"
    assert f"\n{line}\n" in CONTRIBUTING.read_text(encoding="utf-8")
    assert (ROOT / "data" / "definitions" / line.split(" ")[1]).resolve() == FILE


# --- the schema at work -------------------------------------------------------------------------


def problems(table: Mapping[str, Any]) -> list[str]:
    """The paths at which the schema finds something wrong."""
    jsonschema = pytest.importorskip("jsonschema", reason="a schema cannot be tried without jsonschema")
    schema = json.loads(FILE.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return [error.json_path for error in jsonschema.Draft202012Validator(schema).iter_errors(table)]


def record(name: str = "coe-2024") -> dict[str, Any]:
    [path] = [path for path in RECORDS if path.stem == name]
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.exhaustive
def test_every_record_meets_it() -> None:
    assert len(RECORDS) > 100
    assert {path.stem: found for path in RECORDS if (found := problems(record(path.stem)))} == {}


BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"titel": "x"}, "$"),
    ({"label": None}, "$"),
    ({"label": "x" * 29}, "$.label"),
    ({"text": " "}, "$.text"),
    ({"id": "Coe-2024"}, "$.id"),
    ({"kind": "statut"}, "$.kind"),
    ({"status": "inforce"}, "$.status"),
    ({"adopted": "17 May 2024"}, "$.adopted"),
    ({"adopted": "2024-5"}, "$.adopted"),
    ({"url": "www.coe.int"}, "$.url"),
    ({"lang": "English"}, "$.lang"),
    ({"jurisdiction": "coe"}, "$.jurisdiction"),
    ({"supersedes": "coe-2023-07"}, "$.supersedes"),
    ({"implements": ["OECD"]}, "$.implements[0]"),
    ({"identifiers": {"cet": "225"}}, "$.identifiers"),
    ({"segments": [["frame", "a", "b"]]}, "$.segments[0]"),
    ({"segments": [["frame"]]}, "$.segments[0]"),
    ({"segments": [["framing", "a"]]}, "$.segments[0][0]"),
    ({"predecessors": [{"id": "oecd-2023"}]}, "$.predecessors[0]"),
    ({"authenticity": {"translation": "no"}}, "$.authenticity.translation"),
    ({"verification": {"state": "seen", "seen": "2026"}}, "$.verification.state"),
    ({"verification": {"state": "one copy", "seen": "1", "places": []}}, "$.verification.seen"),
    ({"verification": {"state": "one copy", "seen": "2026", "places": [{}]}}, "$.verification.places[0]"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "where"), BROKEN, ids=str)
def test_what_the_check_refuses_it_refuses(change: dict[str, Any], where: str) -> None:
    table = {key: value for key, value in {**record(), **change}.items() if value is not None}
    assert set(problems(table)) == {where}
    codes = {fault.code for fault in validate("coe-2024.toml", table, shipped=True)}
    # Only a check of the whole folder knows the elements.
    assert codes - {"segment-text"} or "segments" in change


@given(st.from_regex(r"[0-9]{3,5}(-[0-9]{1,2}){0,3}", fullmatch=True))
def test_dates_have_one_form(date: str) -> None:
    broken = form_fault("date", date)
    matches = bool(re.search(f"^{FORMS['date'].expression}$", date))
    assert matches == (broken is None or broken[0] == "date-real")
