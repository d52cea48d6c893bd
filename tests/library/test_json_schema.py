"""The JSON Schema for editors says what `aidefs.library.schema` checks.

`data/definition.schema.json` is written from the declared fields, the closed lists, the elements and the
table of keys in CONTRIBUTING.md. After a change of any of these:

    python -m pytest tests/library/test_json_schema.py --update

writes it anew.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidefs.library.fields import PATTERNS, Field, date_form
from aidefs.library.schema import DEFINITION, LABEL_LENGTH, validate
from aidefs.library.taxonomy import Taxonomy

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "data" / "definition.schema.json"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
RECORDS = sorted((ROOT / "data" / "definitions").glob("*.toml"))
Schema = dict[str, Any]


# --- from the fields to the schema --------------------------------------------------------------


def meanings() -> Mapping[str, str]:
    """What CONTRIBUTING.md says of each key, by dotted path."""
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `\[*([a-z_.]+)\]*` \| (?:yes|no) \| (.+) \|$", table, re.MULTILINE))


def generated() -> Schema:
    """The schema of a record of the shipped collection."""
    head = {
        "$schema": DRAFT,
        "title": "aidefs definition",
        "description": "One definition, data/definitions/<id>.toml. CONTRIBUTING.md tells how to write it; "
        "aidefs check knows more rules than a schema can say.",
    }
    return head | table_of(DEFINITION, "", meanings())


def table_of(fields: tuple[Field, ...], path: str, said: Mapping[str, str]) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.key for field in fields if field.required != "never"],
        "properties": {
            field.key: {"description": said[path + field.key]} | value_of(field, path + field.key, said)
            for field in fields
        },
    }


def value_of(field: Field, path: str, said: Mapping[str, str]) -> Schema:
    if field.kind == "flag":
        return {"type": "boolean"}
    if field.kind == "texts":
        return {"type": "array", "items": text_of(field)}
    if field.kind == "pairs":
        pair = [{"enum": list(Taxonomy.shipped())}, text_of(field)]
        return {
            "type": "array",
            "items": {"type": "array", "prefixItems": pair, "items": False, "minItems": 2},
        }
    if field.kind == "strings":
        names = {"propertyNames": {"enum": list(field.keys)}} if field.keys else {}
        return {"type": "object", **names, "additionalProperties": text_of(field)}
    if field.kind == "table":
        return table_of(field.fields, f"{path}.", said)
    if field.kind == "tables":
        return {"type": "array", "items": table_of(field.fields, f"{path}.", said)}
    assert field.kind == "text", f"the schema has no form for {field.kind!r}"
    return text_of(field) | ({"maxLength": LABEL_LENGTH} if field.key == "label" else {})


def text_of(field: Field) -> Schema:
    if field.values:
        return {"enum": list(field.values)}
    return {"type": "string", "pattern": f"^{PATTERNS[field.form]}$" if field.form else "\\S"}


def test_the_file_is_what_the_fields_say(update: bool) -> None:
    text = json.dumps(generated(), ensure_ascii=False, indent=2) + "\n"
    if update:
        FILE.write_bytes(text.encode())
    assert FILE.read_text(encoding="utf-8") == text


def test_every_form_has_a_pattern() -> None:
    def forms(fields: tuple[Field, ...]) -> set[Any]:
        return {f.form for f in fields if f.form} | {form for f in fields for form in forms(f.fields)}

    assert forms(DEFINITION) == set(PATTERNS)


def test_it_lies_where_the_line_for_editors_says() -> None:
    line = "#:schema ../definition.schema.json"
    assert f"\n{line}\n" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert (RECORDS[0].parent / line.split(" ")[1]).resolve() == FILE


# --- the schema at work -------------------------------------------------------------------------


def problems(table: Mapping[str, Any]) -> list[str]:
    """The paths at which the schema finds something wrong."""
    jsonschema = pytest.importorskip("jsonschema", reason="a schema cannot be tried without jsonschema")
    schema = json.loads(FILE.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return [error.json_path for error in jsonschema.Draft202012Validator(schema).iter_errors(table)]


def record(name: str = "coe-2024") -> dict[str, Any]:
    return tomllib.loads((ROOT / "data" / "definitions" / f"{name}.toml").read_text(encoding="utf-8"))


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
    broken = date_form(date)
    assert bool(re.search(f"^{PATTERNS[date_form]}$", date)) == (broken is None or broken[0] == "date-real")
