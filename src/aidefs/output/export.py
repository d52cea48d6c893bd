"""The tables of an export as files in memory: CSV, JSON, JSON lines, Parquet, data package.

Exactness goes before convenience here: nothing is put in front of a cell that begins with "=", and no
byte order mark in front of a file. See `docs/export.md`.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Unpack

from aidefs.errors import InputError, missing, near, reason
from aidefs.formats.options import EXPORT_FORMATS
from aidefs.library.files import checksum, read_text
from aidefs.library.filters import Conditions
from aidefs.library.library import Library
from aidefs.library.records import DEFINITIONS, Definition, definition_dict, definition_row
from aidefs.results import Column, columns_of, held
from aidefs.segmentation.segmentation import segmentation_of
from aidefs.segmentation.segments import segment_dict

__all__ = [
    "LICENCE",
    "Column",
    "Content",
    "Exported",
    "Resource",
    "export",
    "export_definitions",
    "files",
    "full_dict",
    "resources",
    "write_folder",
]


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


class Resource(NamedTuple):
    """A table.

    Attributes:
        name: Its name, also that of its file.
        title: What a row is.
        key: Columns that name a row.
        columns: Its columns.
        rows: Values in the order of the columns; None where there is none.
    """

    name: str
    title: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]


_SEGMENTS = columns_of("""
id string Id of the definition
n integer Number of the segment in the text, from 1
element string Id of the element
start integer Offset of the first character, in code points from 0
end integer Offset behind the last character
text string Official characters of the segment
modal string Modal verb of the segment: may, can, must or shall
position string main (in the defining clause), separate (in a later sentence) or list (an enumerated limb)
open_list boolean Whether a list is introduced as examples
items array The enumerated items in order, lower case
negated boolean Whether the segment excludes
""")
_PREDECESSORS = columns_of("""
id string Id of the definition
n integer Number of the predecessor, from 1
predecessor string Id of the earlier definition; a selection need not contain it
ground string documented (a source says so) or wording (only seen in the words)
note string The source, or the words
""")
_PLACES = columns_of("""
id string Id of the definition
n integer Number of the place, from 1
title string What was read there
publisher string Who publishes it
url string Public address
official boolean Whether it is the issuer's own document
""")


def resources(definitions: Iterable[Definition], library: Library) -> tuple[Resource, ...]:
    """The tables of definitions, reviewed segments, predecessors and places of verification.

    Args:
        definitions: What to tell of, in this order.
        library: The library that they are from; it knows their aliases.
    """
    chosen = tuple(definitions)
    named = ("id", "n")
    return (
        _resource(
            "definitions",
            "Definitions",
            ("id",),
            DEFINITIONS,
            (definition_row(d, library.alias_of(d.id)) for d in chosen),
        ),
        _resource("segments", "Reviewed segments", named, _SEGMENTS, _each(chosen, _segments)),
        _resource("predecessors", "Predecessors", named, _PREDECESSORS, _each(chosen, _predecessors)),
        _resource("places", "Places of verification", named, _PLACES, _each(chosen, _places)),
    )


def full_dict(definition: Definition, library: Library) -> dict[str, Any]:
    """A definition with its reviewed segments as nested data."""
    data = definition_dict(definition, library.alias_of(definition.id))
    if definition.reviewed:
        parts = (segment_dict(one) for one in segmentation_of(definition, method="reviewed").segments)
        data["segments"] = [{key: value for key, value in one.items() if key != "evidence"} for one in parts]
    return data


def _resource(
    name: str,
    title: str,
    key: tuple[str, ...],
    columns: tuple[Column, ...],
    rows: Iterable[dict[str, Any]],
) -> Resource:
    names = [column.name for column in columns]
    laid_out = tuple(tuple(held(row[name]) for name in names) for row in rows)
    return Resource(name, title, key, columns, laid_out)


def _each(definitions: Iterable[Definition], parts: Any) -> Iterable[dict[str, Any]]:
    for d in definitions:
        for n, part in enumerate(parts(d), 1):
            yield {"id": d.id, "n": n, **part}


def _segments(d: Definition) -> Iterable[dict[str, Any]]:
    for one in segmentation_of(d, method="reviewed").segments if d.reviewed else ():
        facets = {**one.facets._asdict(), "items": list(one.facets.items)}
        yield {"element": one.element, "start": one.start, "end": one.end, "text": one.text, **facets}


def _predecessors(d: Definition) -> Iterable[dict[str, Any]]:
    return ({"predecessor": p.id, "ground": p.ground, "note": p.note} for p in d.predecessors)


def _places(d: Definition) -> Iterable[dict[str, Any]]:
    return (place._asdict() for place in d.verification.places) if d.verification else ()


_STEMS = ("definitions", "segments", "predecessors", "places")
# What any export may have written, and a new one may therefore replace.
_OURS = {"datapackage.json", LICENCE, "definitions.json", "definitions.jsonl"} | {
    f"{stem}.{ending}" for stem in _STEMS for ending in ("csv", "parquet")
}


class Exported(NamedTuple):
    """What was written.

    Attributes:
        folder: The folder, as it was named.
        files: Names of the files in it.
        rows: Number of definitions, segments, predecessors and places.
    """

    folder: str
    files: tuple[str, ...]
    rows: Mapping[str, int]


def export_definitions(
    definitions: Sequence[Definition],
    library: Library,
    path: str | os.PathLike[str],
    form: str = "csv",
    *,
    force: bool = False,
) -> Exported:
    """Write definitions into a folder that is new or empty.

    Args:
        definitions: What to write.
        library: Where it is from.
        path: The folder.
        form: "csv", "json", "jsonl", "parquet" or "datapackage".
        force: Replace an earlier export.

    Raises:
        InputError: Nothing to write, an unknown format, a package that is missing, or a folder that
            cannot be written.
    """
    if not definitions:
        raise InputError("there is nothing to export: no definition meets the conditions")
    tables = resources(definitions, library)
    content = Content(
        tables,
        [full_dict(definition, library) for definition in definitions],
        {"data_version": library.data_version, "data_hash": library.data_hash},
        _licence(library),
    )
    made = files(content, form)
    write_folder(made, path, force=force)
    rows = {table.name: len(table.rows) for table in tables}
    return Exported(os.fspath(path), tuple(made), rows)


def _licence(library: Library) -> str:
    pages = [dataset.extras[LICENCE] for dataset in library.datasets if LICENCE in dataset.extras]
    return "\n".join(map(read_text, pages))


def write_folder(made: Mapping[str, bytes], path: str | os.PathLike[str], *, force: bool = False) -> None:
    """Write files into a folder at once: a reader sees all of them or none.

    They are written into a folder beside it, which then takes its name.

    Args:
        made: Contents by file name.
        path: The folder: new, empty or, with `force`, one that holds nothing but an earlier export.
        force: Replace an earlier export.

    Raises:
        InputError: The folder holds something else or cannot be written.
    """
    import shutil
    import tempfile

    name, target = os.fspath(path), os.path.realpath(path)
    try:
        _check(name, target, force)
        scratch = tempfile.mkdtemp(dir=os.path.dirname(target), prefix=".aidefs-")
        try:
            fresh, old = os.path.join(scratch, "new"), os.path.join(scratch, "old")
            os.mkdir(fresh)
            for file, data in made.items():
                with open(os.path.join(fresh, file), "xb") as stream:
                    stream.write(data)
            if os.path.isdir(target):
                shutil.copymode(target, fresh)
            _swap(fresh, target, old)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    except OSError as error:
        raise InputError(f"cannot write '{name}': {reason(error)}") from None


def _check(name: str, target: str, force: bool) -> None:
    if not os.path.lexists(target):
        return
    if not os.path.isdir(target):
        raise InputError(f"cannot write '{name}': it is a file, and an export is a folder")
    held = sorted(os.listdir(target))
    if held and not force:
        raise InputError(f"the folder '{name}' is not empty; --force (force=True) replaces an earlier export")
    foreign = [file for file in held if file not in _OURS or os.path.isdir(os.path.join(target, file))]
    if foreign:
        raise InputError(f"the folder '{name}' holds what no export wrote: {foreign[0]}; choose another one")
    here = os.path.realpath(os.curdir)
    if os.path.join(here, "").startswith(os.path.join(target, "")):
        raise InputError(f"the folder '{name}' is the working folder, which cannot be replaced; name another")


def _swap(fresh: str, target: str, old: str) -> None:
    """Give the new folder the name of the old one; the old one comes back where that fails."""
    if not os.path.isdir(target):
        os.rename(fresh, target)
        return
    os.rename(target, old)
    try:
        os.rename(fresh, target)
    except BaseException:
        os.rename(old, target)
        raise


def export(
    path: str | os.PathLike[str],
    format: str = "csv",
    *,
    force: bool = False,
    library: Library | None = None,
    **wanted: Unpack[Conditions],
) -> Exported:
    """Write the collection, or a selection of it, into a folder for other programs.

    Args:
        path: The folder: new or empty.
        format: "csv" (four tables), "json", "jsonl", "parquet" (four tables, needs pyarrow) or
            "datapackage" (the CSV files with a description of every column).
        force: Replace an earlier export.
        library: What to write; by default the collection that comes with aidefs.
        wanted: Conditions, as in `definitions`.

    Returns:
        The names of the files and the number of rows of each table.

    Raises:
        InputError: Nothing to write, an unknown format, a package that is missing, or a folder that
            holds something or cannot be written.
    """
    used = library or Library.shipped()
    return export_definitions(used.where(**wanted), used, path, format, force=force)
