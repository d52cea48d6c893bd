"""The shape of the data files: what one record and one file of elements keep by themselves.

The shape of a record is also written down, as the JSON Schema with which editors help (`json_schema`) and as
the table of keys in CONTRIBUTING.md (`table_of_keys`).
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from aidefs.errors import Fault
from aidefs.library.fields import Field
from aidefs.library.records import FIELDS, GROUPS, RESERVED, ROLES
from aidefs.library.rules import FORMS, BrokenRule, examine, form_fault
from aidefs.text.cues import cue_fault
from aidefs.text.spans import locate

__all__ = [
    "DEFINITION",
    "TAXONOMY",
    "control_characters",
    "in_file_order",
    "json_schema",
    "table_of_keys",
    "taxonomy_findings",
    "validate",
]


# --- the fields -------------------------------------------------------------------------------


def in_file_order(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Fields as a file has them: texts before remarks and pairs, and tables last, as TOML wants it."""
    ordered = sorted(fields, key=_place_in_file)
    return tuple(field._replace(fields=in_file_order(field.fields)) for field in ordered)


def _place_in_file(field: Field) -> int:
    if field.kind in ("table", "tables", "strings"):
        return 3
    return 2 if field.kind == "pairs" else int(field.remark)


DEFINITION: Final = in_file_order(FIELDS)
"""The fields of a definition as its file has them."""


# --- one record by itself ---------------------------------------------------------------------


def validate(name: str, table: Mapping[str, Any], *, shipped: bool) -> list[Fault]:
    """Checks one definition record by itself.

    Args:
        name: Name of its file.
        table: The record as read from TOML.
        shipped: Whether the record must be complete, as in the collection that comes with aidefs; a
            user's record needs only `id` and `text`.

    Returns:
        Every fault, in the order of the checks.
    """
    broken = [
        *examine(table, DEFINITION, shipped=shipped),
        *control_characters(table),
        *_id_is_file_name(table, os.path.splitext(os.path.basename(name))[0]),
        *_text_without_margins(table),
        *_pieces_give_text(table),
    ]
    if shipped:
        for rule in _OF_SHIPPED:
            broken += rule(table)
    return [Fault(name, rule.key, rule.message, rule.code) for rule in broken]


def control_characters(value: Any, path: str = "") -> Iterator[BrokenRule]:
    """Finds control characters other than line feeds in all strings of a value."""
    for place, text in _strings(value, path):
        for at, char in enumerate(text):
            if char != "\n" and unicodedata.category(char) == "Cc":
                message = f"control character U+{ord(char):04X} at character {at}"
                yield BrokenRule(place, "control-character", message)


def _strings(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """The strings of a value, each with the path of its key."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from _strings(item, f"{path}[{number}]")


def _id_is_file_name(table: Mapping[str, Any], stem: str) -> Iterator[BrokenRule]:
    name = table.get("id")
    if isinstance(name, str) and name != stem:
        yield BrokenRule("id", "id-file", f"the id {name!r} is not the name of the file, {stem!r}")


def _text_without_margins(table: Mapping[str, Any]) -> Iterator[BrokenRule]:
    text = table.get("text")
    if isinstance(text, str) and text.strip() and text != text.strip():
        side = "begins" if text != text.lstrip() else "ends"
        yield BrokenRule("text", "text-margins", f"the text {side} with white space")


def _pieces_give_text(table: Mapping[str, Any]) -> Iterator[BrokenRule]:
    text, pairs = table.get("text"), table.get("segments")
    # Pairs of another shape have been reported; they cannot be joined.
    if not (isinstance(text, str) and isinstance(pairs, list) and pairs):
        return
    if any(examine({"segments": pairs}, _SEGMENTS, shipped=False)):
        return
    try:
        locate(text, [words for _, words in pairs])
    except ValueError as error:
        yield BrokenRule("segments", "segment-text", str(error))


_SEGMENTS = tuple(field for field in DEFINITION if field.key == "segments")


def _label_fits(table: Mapping[str, Any]) -> Iterator[BrokenRule]:
    for field in DEFINITION:
        text = table.get(field.key)
        if field.longest and isinstance(text, str) and len(text) > field.longest:
            message = f"{len(text)} characters; a column head has room for {field.longest}"
            yield BrokenRule(field.key, "label-length", message)


_ELLIPSIS = r"(?:…|\.\s?\.\s?\.)"
_AT_EDGE = re.compile(rf"\W*{_ELLIPSIS}|.*{_ELLIPSIS}\W*\Z", re.DOTALL)
_UNSEEN = re.compile(
    r"\bfrom memory\b|\bnot (?:seen|verified|checked|read)\b|\bun(?:verified|seen|checked)\b"
)
# Where a record may speak of what was not seen.
_REMARKS = re.compile(r"text|notes|variants|segments\b.*|.*\.note")


def _text_is_whole(table: Mapping[str, Any]) -> Iterator[BrokenRule]:
    text = table.get("text")
    if isinstance(text, str) and (found := _AT_EDGE.match(text)):
        side = "begins" if text.startswith(found[0]) and len(found[0]) < len(text) else "ends"
        yield BrokenRule("text", "text-ellipsis", f"the text {side} with an ellipsis; what stands there?")


def _metadata_were_seen(table: Mapping[str, Any]) -> Iterator[BrokenRule]:
    for path, text in _strings(table):
        if (found := _UNSEEN.search(text)) and not _REMARKS.fullmatch(path):
            message = f"says {found[0]!r}; leave out what was not seen, or say it in notes"
            yield BrokenRule(path, "metadata-unseen", message)


def _status_has_a_day(table: Mapping[str, Any]) -> Iterator[BrokenRule]:
    day = table.get("status_as_of")
    if not isinstance(day, str) or form_fault("date", day):
        return  # reported
    if len(day) < len("2026-11-28"):
        yield BrokenRule("status_as_of", "status-date", f"{day!r} is no day; write YYYY-MM-DD")
        return
    for key in ("adopted", "in_force") if table.get("status") == "in force" else ("adopted",):
        date = table.get(key)
        if isinstance(date, str) and not form_fault("date", date) and date > day:
            message = f"the status is stated for {day}, before the date in {key}, {date}"
            yield BrokenRule("status_as_of", "status-date", message)


def _scholars_make_no_law(table: Mapping[str, Any]) -> Iterator[BrokenRule]:
    force = table.get("legal_force")
    if table.get("kind") == "scholarly" and isinstance(force, str) and force != "non-binding":
        yield BrokenRule("legal_force", "scholarly-force", f"a scholarly text cannot be {force!r}")


def _translation_has_an_original(table: Mapping[str, Any]) -> Iterator[BrokenRule]:
    said = table.get("authenticity")
    if not isinstance(said, dict) or said.get("translation") is not True or table.get("translation_of"):
        return
    if not (said.get("languages") and said.get("note")):
        message = (
            "name the original in translation_of, or the authentic languages and where they stand in note"
        )
        yield BrokenRule("authenticity", "translation-original", message)


_OF_SHIPPED = (
    _label_fits,
    _text_is_whole,
    _metadata_were_seen,
    _status_has_a_day,
    _scholars_make_no_law,
    _translation_has_an_original,
)


# --- the record written down ------------------------------------------------------------------


def json_schema(elements: Iterable[str]) -> dict[str, Any]:
    """The JSON Schema of a record of the shipped collection.

    Args:
        elements: Ids of the elements that an annotation may use.
    """
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "aidefs definition",
        "description": "One definition, data/definitions/<id>.toml. CONTRIBUTING.md tells how to write it; "
        "aidefs check knows more rules than a schema can say.",
    }
    return head | _schema_of_table(DEFINITION, list(elements))


def _schema_of_table(fields: tuple[Field, ...], elements: list[str]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.key for field in fields if field.required != "never"],
        "properties": {
            field.key: {"description": field.meaning} | _schema_of(field, elements) for field in fields
        },
    }


def _schema_of(field: Field, elements: list[str]) -> dict[str, Any]:
    text = _schema_of_text(field)
    match field.kind:
        case "text":
            return text
        case "flag":
            return {"type": "boolean"}
        case "texts":
            return {"type": "array", "items": text}
        case "lists":
            return {"type": "object", "additionalProperties": {"type": "array", "items": text}}
        case "pairs":
            pair = {"prefixItems": [{"enum": elements}, text], "items": False, "minItems": 2}
            return {"type": "array", "items": {"type": "array", **pair}}
        case "strings":
            names = {"propertyNames": {"enum": list(field.keys)}} if field.keys else {}
            return {"type": "object", **names, "additionalProperties": text}
        case "table":
            return _schema_of_table(field.fields, elements)
        case "tables":
            return {"type": "array", "items": _schema_of_table(field.fields, elements)}


def _schema_of_text(field: Field) -> dict[str, Any]:
    if field.values:
        return {"enum": list(field.values)}
    pattern = f"^{FORMS[field.form].expression}$" if field.form else "\\S"
    return {"type": "string", "pattern": pattern} | ({"maxLength": field.longest} if field.longest else {})


def table_of_keys() -> str:
    """The keys of a record as a table in Markdown, each with whether it is required and what it means."""
    lines = [f"| `{name}` | {need} | {meaning} |" for name, need, meaning in _keys(DEFINITION, "")]
    return "\n".join(["| Key | Required | Meaning |", "|---|---|---|", *lines])


def _keys(fields: tuple[Field, ...], path: str) -> Iterator[tuple[str, str, str]]:
    for field in fields:
        name = path + field.key
        shown = {"table": f"[{name}]", "strings": f"[{name}]", "tables": f"[[{name}]]"}.get(field.kind, name)
        yield shown, "no" if field.required == "never" else "yes", field.meaning
        yield from _keys(field.fields, f"{name}.")


# --- the file of elements ---------------------------------------------------------------------


TAXONOMY: tuple[Field, ...] = (
    Field("term", required="shipped"),
    Field("terms", "strings"),
    Field("names", "texts"),
    Field(
        "element",
        "tables",
        required="always",
        fields=(
            Field("id", required="always", form="id"),
            Field("label", required="shipped"),
            Field("labels", "strings"),
            Field("asks", required="shipped"),
            Field("group", required="always", values=GROUPS),
            Field("role", values=ROLES),
            Field("cues", "lists"),
            Field(
                "authorities",
                "tables",
                fields=(Field("document", required="always"), Field("pin"), Field("note")),
            ),
        ),
    ),
)


def taxonomy_findings(table: Mapping[str, Any], *, shipped: bool = False) -> Iterator[BrokenRule]:
    """Finds everything that is wrong with a table of elements.

    Args:
        table: The table as read from TOML.
        shipped: Whether it must be complete, as the one that comes with aidefs.
    """
    yield from examine(table, TAXONOMY, shipped=shipped)
    yield from control_characters(table)
    elements = table.get("element")
    if not isinstance(elements, list):
        return
    if not elements:
        yield BrokenRule("element", "no-elements", "there are no elements in this file")
    seen: set[str] = set()
    roles: set[str] = set()
    for number, element in enumerate(elements, 1):
        if not isinstance(element, dict):
            continue  # reported above
        yield from _cue_findings(element.get("cues"), f"element[{number}].cues")
        name, role = element.get("id"), element.get("role")
        if isinstance(role, str) and role in roles:
            yield BrokenRule(f"element[{number}].role", "role-twice", f"{role!r} is the role of two elements")
        if isinstance(role, str):
            roles.add(role)
        if not isinstance(name, str):
            continue
        if name in seen:
            yield BrokenRule(f"element[{number}].id", "element-twice", f"{name!r} is the id of two elements")
        if name in RESERVED:
            message = f"{name!r} selects elements and cannot name one"
            yield BrokenRule(f"element[{number}].id", "element-reserved", message)
        seen.add(name)


def _cue_findings(cues: Any, path: str) -> Iterator[BrokenRule]:
    for lang, texts in cues.items() if isinstance(cues, dict) else ():
        for number, text in enumerate(texts if isinstance(texts, list) else (), 1):
            # What is no text, or an empty one, has been reported.
            if isinstance(text, str) and text.strip() and (fault := cue_fault(text)):
                yield BrokenRule(f"{path}.{lang}[{number}]", "cue-syntax", fault)
