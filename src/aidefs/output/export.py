"""The tables of an export as files in memory: CSV, JSON, JSON lines, Parquet, data package.

Exactness goes before convenience here: nothing is put in front of a cell that begins with "=", and no
byte order mark in front of a file. See `docs/export.md`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from aidefs.errors import InputError, missing, near
from aidefs.formats.names import EXPORT_FORMATS
from aidefs.library.files import checksum
from aidefs.output.resources import Column, Resource

__all__ = ["LICENCE", "Content", "files"]

LICENCE = "LICENSE.md"


class Content(NamedTuple):
    """What is to be exported.

    Attributes:
        resources: The tables.
        definitions: The definitions as nested data.
        stamp: Version and hash of the data.
        licence: What is said of the rights in the texts, "" where nothing is.
    """

    resources: Sequence[Resource]
    definitions: Sequence[dict[str, Any]]
    stamp: dict[str, str]
    licence: str


def files(content: Content, form: str) -> dict[str, bytes]:
    """The files of an export by name.

    Raises:
        InputError: The format does not exist, or the package that writes it is not installed.
    """
    if form not in EXPORT_FORMATS:
        hint = ", ".join(near(form, EXPORT_FORMATS)) or ", ".join(EXPORT_FORMATS)
        raise InputError(f"unknown export format '{form}'; nearest: {hint}")
    return _MAKERS[form](content)


def _csv(content: Content) -> dict[str, bytes]:
    return {f"{resource.name}.csv": _csv_table(resource) for resource in content.resources}


def _csv_table(resource: Resource) -> bytes:
    """RFC 4180 in UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.name for column in resource.columns)
    for row in resource.rows:
        writer.writerow(map(_cell, row))
    return text.getvalue().encode("utf-8")


def _cell(value: Any) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return _compact(value)  # numbers, true and false are written alike in CSV and JSON


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _json(content: Content) -> dict[str, bytes]:
    data = {"schema": "aidefs/export/1", **content.stamp, "definitions": list(content.definitions)}
    return {"definitions.json": (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")}


def _jsonl(content: Content) -> dict[str, bytes]:
    lines = (_compact(definition) + "\n" for definition in content.definitions)
    return {"definitions.jsonl": "".join(lines).encode("utf-8")}


# --- Parquet ----------------------------------------------------------------------------------


def _parquet(content: Content) -> dict[str, bytes]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise missing("parquet", "pyarrow", "parquet") from None
    types = {
        "string": pa.string(),
        "object": pa.string(),
        "integer": pa.int64(),
        "boolean": pa.bool_(),
        "array": pa.list_(pa.string()),
    }
    found = {}
    for resource in content.resources:
        fields = [
            pa.field(column.name, types[column.type], metadata={"description": column.description})
            for column in resource.columns
        ]
        schema = pa.schema(fields, metadata=content.stamp)
        rows = [dict(zip(schema.names, map(_arrow, row), strict=True)) for row in resource.rows]
        target = io.BytesIO()
        pq.write_table(pa.Table.from_pylist(rows, schema), target)
        found[f"{resource.name}.parquet"] = target.getvalue()
    return found


def _arrow(value: Any) -> Any:
    return _compact(value) if isinstance(value, dict) else value


# --- data package -----------------------------------------------------------------------------


def _datapackage(content: Content) -> dict[str, bytes]:
    """CSV files with a description of every column, after the Data Package standard of Frictionless."""
    tables = _csv(content)
    version, digest = content.stamp["data_version"], content.stamp["data_hash"]
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "aidefs",
        "title": "Legal definitions, letter for letter",
        "description": "Definitions of terms in laws, standards and other documents, with their sources, "
        "reviewed elements and predecessors. Each text carries the rights that its issuer holds; "
        f"the column rights of the definitions names the heading of {LICENCE} that speaks of them.",
        "version": f"{version}+{digest}" if version else digest,
        **content.stamp,
    }
    found = dict(tables)
    if content.licence:
        title = "Rights in the texts, issuer by issuer"
        package["licenses"] = [{"name": "rights-by-issuer", "title": title, "path": LICENCE}]
        found[LICENCE] = content.licence.encode("utf-8")
    package["resources"] = [_described(one, tables[f"{one.name}.csv"]) for one in content.resources]
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    return {"datapackage.json": text.encode("utf-8"), **found}


def _described(resource: Resource, data: bytes) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, resource) for column in resource.columns],
        "primaryKey": list(resource.key),
        "missingValues": [""],
    }
    if resource.name != "definitions":
        reference = {"resource": "definitions", "fields": ["id"]}
        schema["foreignKeys"] = [{"fields": ["id"], "reference": reference}]
    return {
        "profile": "tabular-data-resource",
        "name": resource.name,
        "title": resource.title,
        "path": f"{resource.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{checksum(data)}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": schema,
    }


def _field(column: Column, resource: Resource) -> dict[str, Any]:
    field: dict[str, Any] = column._asdict()
    if column.name in resource.key:
        field["constraints"] = {"required": True}
    return field


_MAKERS: dict[str, Callable[[Content], dict[str, bytes]]] = {
    "csv": _csv,
    "json": _json,
    "jsonl": _jsonl,
    "parquet": _parquet,
    "datapackage": _datapackage,
}
