"""Exports: the collection, or a selection of it, written into a folder, whole or not at all.

Definitions become four tables of plain values, for programs that know nothing of aidefs, and the tables
become files: CSV, JSON, JSON lines, Parquet or a data package. Exactness goes before convenience here:
nothing is put in front of a cell that begins with "=", and no byte order mark in front of a file. See
`docs/export.md`.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Unpack

from aidefs.classes import NamedTuple
from aidefs.errors import InputError, choice, demand, missing, reason
from aidefs.formats.files import keep_for, scratch_folder
from aidefs.formats.options import EXCEL_MARK, EXPORT_FORMATS
from aidefs.library.fields import cells, columns, fields_of
from aidefs.library.files import checksum, read_text
from aidefs.library.filters import Conditions
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, library_of
from aidefs.library.records import (
    DEFINITIONS,
    Copy,
    Definition,
    Predecessor,
    definition_dict,
    definition_row,
)
from aidefs.results import Column, columns_of, held
from aidefs.segmentation.segmentation import segmentation_of
from aidefs.segmentation.segments import FACET_COLUMNS, segment_dict
from aidefs.text.visible import json_visible

__all__ = ["LICENCE", "Exported", "Resource", "check_folder", "export", "resources", "write_folder"]


LICENCE = "LICENSE.md"


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


class _Content(NamedTuple):
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


def export(
    path: str | os.PathLike[str],
    format: str = "csv",
    *,
    force: bool = False,
    excel: bool = False,
    library: LibraryLike | None = None,
    **wanted: Unpack[Conditions],
) -> Exported:
    """Write the collection, or a selection of it, into a folder for other programs.

    Args:
        path: The folder: new or empty.
        format: "csv" (four tables), "json", "jsonl", "parquet" (four tables, needs pyarrow) or
            "datapackage" (the CSV files with a description of every column).
        force: Replace an earlier export.
        excel: Begin each file of CSV with the mark by which Excel knows UTF-8.
        library: What to write; by default the collection that comes with aidefs.
        wanted: Conditions, as in `definitions`.

    Returns:
        The names of the files and the number of rows of each table.

    Raises:
        InputError: Nothing to write, an unknown format, a package that is missing, or a folder that
            holds something or cannot be written.
    """
    demand(path, (str, os.PathLike), "the path of a folder")
    library = library_of(library)
    used = library or Library.shipped()
    definitions = used.where(**wanted)
    if not definitions:
        raise InputError("there is nothing to export: no definition meets the conditions")
    tables = resources(definitions, used)
    content = _Content(
        tables,
        [_full_dict(definition, used) for definition in definitions],
        {"data_version": used.data_version, "data_hash": used.data_hash},
        _licence(used),
    )
    made = _files(content, format)
    if excel:
        if format != "csv":
            raise InputError(f"--excel (excel=True) is for csv, not for {format}")
        made = {name: EXCEL_MARK.encode() + data for name, data in made.items()}
    write_folder(made, path, force=force)
    rows = {table.name: len(table.rows) for table in tables}
    return Exported(os.fspath(path), tuple(made), rows)


def _licence(library: Library) -> str:
    """What the data sets of a library say of the rights in their texts."""
    pages = [dataset.extras[LICENCE] for dataset in library.datasets if LICENCE in dataset.extras]
    return "\n".join(map(read_text, pages))


# --- tables and nested data -------------------------------------------------------------------


_SEGMENTS = (
    columns_of("""
id string Id of the definition
n integer Number of the segment in the text, from 1
element string Id of the element
start integer Offset of the first character, in code points from 0
end integer Offset behind the last character
text string Official characters of the segment
""")
    + FACET_COLUMNS
)
_PREDECESSOR, _COPY = fields_of(Predecessor), fields_of(Copy)
_PREDECESSORS = columns_of("""
id string Id of the definition
n integer Number of the predecessor, from 1
""") + columns(_PREDECESSOR)
_PLACES = columns_of("""
id string Id of the definition
n integer Number of the place, from 1
""") + columns(_COPY)


def resources(definitions: Iterable[Definition], library: Library) -> tuple[Resource, ...]:
    """The tables of definitions, reviewed segments, predecessors and places of verification.

    Args:
        definitions: What to tell of, in this order.
        library: The library that they are from; it knows their aliases.
    """
    chosen = tuple(definitions)
    named = ("id", "n")
    return (
        _table_of(
            "definitions",
            "Definitions",
            ("id",),
            DEFINITIONS,
            (definition_row(d, library.alias_of(d.id)) for d in chosen),
        ),
        _table_of("segments", "Reviewed segments", named, _SEGMENTS, _numbered(chosen, _segments)),
        _table_of("predecessors", "Predecessors", named, _PREDECESSORS, _numbered(chosen, _predecessors)),
        _table_of("places", "Places of verification", named, _PLACES, _numbered(chosen, _places)),
    )


def _table_of(
    name: str,
    title: str,
    key: tuple[str, ...],
    columns: tuple[Column, ...],
    rows: Iterable[dict[str, Any]],
) -> Resource:
    """A table from rows by name of column."""
    names = [column.name for column in columns]
    laid_out = tuple(tuple(held(row[name]) for name in names) for row in rows)
    return Resource(name, title, key, columns, laid_out)


def _numbered(definitions: Iterable[Definition], parts: Any) -> Iterable[dict[str, Any]]:
    """What each definition has several of, with the id of the definition and a number."""
    for d in definitions:
        for n, part in enumerate(parts(d), 1):
            yield {"id": d.id, "n": n, **part}


def _segments(d: Definition) -> Iterable[dict[str, Any]]:
    for one in segmentation_of(d, method="reviewed").segments if d.reviewed else ():
        facets = {**one.facets._asdict(), "items": list(one.facets.items)}
        yield {"element": one.element, "start": one.start, "end": one.end, "text": one.text, **facets}


def _predecessors(d: Definition) -> Iterable[dict[str, Any]]:
    return (cells(_PREDECESSOR, one) for one in d.predecessors)


def _places(d: Definition) -> Iterable[dict[str, Any]]:
    return (cells(_COPY, one) for one in d.verification.places) if d.verification else ()


def _full_dict(definition: Definition, library: Library) -> dict[str, Any]:
    """A definition with its reviewed segments as nested data."""
    data = definition_dict(definition, library.alias_of(definition.id))
    if definition.reviewed:
        parts = (segment_dict(one) for one in segmentation_of(definition, method="reviewed").segments)
        data["segments"] = [{key: value for key, value in one.items() if key != "evidence"} for one in parts]
    return data


# --- files ------------------------------------------------------------------------------------


def _files(content: _Content, form: str) -> dict[str, bytes]:
    """The files of an export by name.

    Raises:
        InputError: The format does not exist, or the package that writes it is not installed.
    """
    if form not in EXPORT_FORMATS:
        raise InputError(f"unknown export format '{form}'; {choice(form, EXPORT_FORMATS)}")
    return _FILES_OF[form](content)


def _csv_files(content: _Content) -> dict[str, bytes]:
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
    """A value as it stands in CSV, before quoting."""
    if value is None or isinstance(value, str):
        return value or ""
    return _compact_json(value)  # numbers, true and false are written alike in CSV and JSON


def _compact_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _json_files(content: _Content) -> dict[str, bytes]:
    data = {"schema": "aidefs/export/1", **content.stamp, "definitions": list(content.definitions)}
    return {"definitions.json": _json_text(data)}


def _jsonl_files(content: _Content) -> dict[str, bytes]:
    lines = (json_visible(_compact_json(definition)) + "\n" for definition in content.definitions)
    return {"definitions.jsonl": "".join(lines).encode("utf-8")}


def _json_text(data: Any) -> bytes:
    return (json_visible(json.dumps(data, ensure_ascii=False, indent=2)) + "\n").encode("utf-8")


def _parquet_files(content: _Content) -> dict[str, bytes]:
    """A file a table, each column with its type and description."""
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
        rows = [dict(zip(schema.names, map(_arrow_value, row), strict=True)) for row in resource.rows]
        target = io.BytesIO()
        pq.write_table(pa.Table.from_pylist(rows, schema), target)
        found[f"{resource.name}.parquet"] = target.getvalue()
    return found


def _arrow_value(value: Any) -> Any:
    return _compact_json(value) if isinstance(value, dict) else value


def _datapackage_files(content: _Content) -> dict[str, bytes]:
    """CSV files with a description of every column, after the Data Package standard of Frictionless."""
    tables = _csv_files(content)
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
    package["resources"] = [_described_table(one, tables[f"{one.name}.csv"]) for one in content.resources]
    return {"datapackage.json": _json_text(package), **found}


def _described_table(resource: Resource, data: bytes) -> dict[str, Any]:
    """What the data package says of a table and its file."""
    schema: dict[str, Any] = {
        "fields": [_described_column(column, resource) for column in resource.columns],
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


def _described_column(column: Column, resource: Resource) -> dict[str, Any]:
    field: dict[str, Any] = column._asdict()
    if column.name in resource.key:
        field["constraints"] = {"required": True}
    return field


_FILES_OF: dict[str, Callable[[_Content], dict[str, bytes]]] = {
    "csv": _csv_files,
    "json": _json_files,
    "jsonl": _jsonl_files,
    "parquet": _parquet_files,
    "datapackage": _datapackage_files,
}


# --- the folder -------------------------------------------------------------------------------


_STEMS = ("definitions", "segments", "predecessors", "places")
# What any export may have written, and a new one may therefore replace.
_OURS = {"datapackage.json", LICENCE, "definitions.json", "definitions.jsonl"} | {
    f"{stem}.{ending}" for stem in _STEMS for ending in ("csv", "parquet")
}


def write_folder(
    made: Mapping[str, bytes], path: str | os.PathLike[str], *, force: bool = False, mark: str = ""
) -> None:
    """Write files into a folder at once: a reader sees all of them or none.

    They are written into a folder beside it, which then takes its name.

    Args:
        made: Contents by file name, which may lead into folders inside.
        path: The folder: new, empty or, with `force`, one that holds nothing but an earlier export.
        force: Replace an earlier export.
        mark: A file by which an earlier one is known; by default all its files are.

    Raises:
        InputError: The folder holds something else or cannot be written.
    """
    import shutil

    name, target = os.fspath(path), os.path.realpath(path)
    try:
        check_folder(path, force=force, mark=mark)
        with scratch_folder(os.path.dirname(target)) as scratch:
            fresh = os.path.join(scratch, "new")
            os.mkdir(fresh)
            for file, data in made.items():
                os.makedirs(os.path.join(fresh, os.path.dirname(file)), exist_ok=True)
                with open(os.path.join(fresh, file), "xb") as stream:
                    stream.write(data)
            if os.path.isdir(target):
                shutil.copymode(target, fresh)
            _put_in_place(fresh, target, scratch, force)
    except OSError as error:
        raise InputError(f"cannot write '{name}': {reason(error)}") from None


def check_folder(path: str | os.PathLike[str], *, force: bool = False, mark: str = "") -> None:
    """Refuses a folder that must not be replaced, before anything is made; arguments as in `write_folder`."""
    name, target = os.fspath(path), os.path.realpath(path)
    if not os.path.lexists(target):
        return
    if not os.path.isdir(target):
        raise InputError(f"cannot write '{name}': it is a file, and no folder")
    inside = sorted(os.listdir(target))
    if inside and not force:
        raise InputError(f"the folder '{name}' is not empty; --force (force=True) replaces an earlier export")
    foreign = [file for file in inside if file not in _OURS or os.path.isdir(os.path.join(target, file))]
    if mark:
        foreign = [] if mark in inside else inside
    if foreign:
        raise InputError(f"the folder '{name}' holds what no export wrote: {foreign[0]}; choose another one")
    here = os.path.realpath(os.curdir)
    if os.path.join(here, "").startswith(os.path.join(target, "")):
        raise InputError(f"the folder '{name}' is the working folder, which cannot be replaced; name another")


def _put_in_place(fresh: str, target: str, scratch: str, force: bool) -> None:
    """Give the new folder the name of the old one; at no moment is there neither.

    Where the system cannot exchange two folders there is a moment, in which no signal comes that can be held
    off; the next run mends what the others do.

    Raises:
        OSError: Not without `force`: another run has put something there meanwhile.
    """
    if not os.path.isdir(target) or not force:
        if os.name == "nt" and os.path.isdir(target):
            os.rmdir(target)
        os.rename(fresh, target)  # which takes the place of an empty folder, and of no other
    elif not _exchanged(fresh, target):
        with _signals_held_off():
            old = keep_for(target, scratch)
            try:
                os.rename(target, old)
                os.rename(fresh, target)
            except BaseException:
                if os.path.isdir(old) and not os.path.lexists(target):
                    os.rename(old, target)
                raise


def _exchanged(one: str, other: str) -> bool:
    """Exchange the names of two folders, in one act; False where the system or the disk has no such act."""
    import ctypes

    try:
        system = ctypes.CDLL(None)
    except (OSError, TypeError):
        return False
    paths, exchange = (
        (os.fsencode(one), os.fsencode(other)),
        2,
    )  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
    if hasattr(system, "renameat2"):
        here = -100  # AT_FDCWD
        return bool(system.renameat2(here, paths[0], here, paths[1], exchange) == 0)
    return hasattr(system, "renamex_np") and bool(system.renamex_np(*paths, exchange) == 0)


@contextmanager
def _signals_held_off() -> Iterator[None]:
    """Interruptions wait until the block ends."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
