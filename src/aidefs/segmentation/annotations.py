"""Files of annotations: definitions that somebody cut into elements by hand."""

from __future__ import annotations

import csv
import io
import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from aidefs.classes import NamedTuple
from aidefs.errors import DataError, Fault, InputError
from aidefs.library.files import Disk, File, open_folder, read_text, read_toml

__all__ = ["Annotation", "read_annotation"]

Pieces = tuple[tuple[str, str], ...]
_COLUMNS = (("id", ("id", "definition")), ("element", ("element",)), ("text", ("text",)))
_READ = (".toml", ".csv", ".tsv", ".json")


class Annotation(NamedTuple):
    """What one annotator made of some texts.

    Attributes:
        name: Name of the annotator: that of the file.
        pieces: Element and words of each piece, in the order of the text, by the id of the text.
        texts: Texts by id, where the file itself holds them.
    """

    name: str
    pieces: Mapping[str, Pieces]
    texts: Mapping[str, str]


def read_annotation(path: str | os.PathLike[str]) -> Annotation:
    """Reads an annotation: a file, or a folder of such files.

    In TOML a record, or such records in `[[definition]]` tables (each with `id`, `segments` and, where no
    library holds it, `text`). In CSV or TSV one piece a row in the order of the text, with the columns
    `element`, `text` and `id` (or `definition`); without the last the file is about the text that it is named
    after. In JSON what `aidefs segment` writes, one or a list. So what that command writes, in JSON and in
    CSV, can be corrected and read again.

    Raises:
        InputError: There is no such file, or its kind is not known.
        DataError: It is faulty; the error holds all faults.
    """
    name = os.fspath(path)
    if not os.path.isdir(name):
        return _annotation(name, [(name, one) for one in _read(name)])
    dataset = open_folder(name)
    tables = [(file.name, {"id": key} | read_toml(file)) for key, file in dataset.definitions.items()]
    for entry in sorted(os.listdir(name)):
        if os.path.splitext(entry)[1].lower() in _READ and not entry.lower().endswith(".toml"):
            inner = os.path.join(name, entry)
            tables += [(inner, one) for one in _read(inner)]
    return _annotation(name, [(file, one) for file, one in tables if one.get("segments")])


def _read(name: str) -> list[dict[str, Any]]:
    """The annotated texts of one file as tables with id, segments and perhaps text."""
    ending = os.path.splitext(name)[1].lower()
    file = File(name, Disk(name))
    match ending:
        case ".toml":
            return _tables(name, read_toml(file))
        case ".csv" | ".tsv":
            return _from_rows(name, read_text(file), "\t" if ending == ".tsv" else ",")
        case ".json":
            return _from_json(name, read_text(file))
    if not os.path.exists(name):
        raise InputError(f"no such file: '{name}'")
    raise InputError(f"'{name}' is no annotation: a folder, or a file in {', '.join(_READ)}")


def _tables(name: str, table: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The records of a TOML file; a file that is one record is named after itself."""
    if "segments" in table:
        return [{"id": _stem(name), **table}]
    found = table.get("definition")
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise _faulty(name, "", "expected segments, or [[definition]] tables that have them")
    return found


def _from_rows(name: str, text: str, delimiter: str) -> list[dict[str, Any]]:
    """The texts of a file of rows; the rows of a text may stand anywhere, in their order."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    heads = [head.strip().lower() for head in next(rows, [])]
    place = {key: next((heads.index(one) for one in names if one in heads), None) for key, names in _COLUMNS}
    lacking = [key for key in ("element", "text") if place[key] is None]
    if lacking:
        raise _faulty(name, "", f"the first line lacks the column {' and '.join(lacking)}")
    found: dict[str, list[list[str]]] = {}
    for row in rows:
        values = {key: row[at] if at is not None and at < len(row) else "" for key, at in place.items()}
        named = values["id"] if place["id"] is not None else _stem(name)
        found.setdefault(named, []).append([values["element"].strip(), values["text"]])
    return [{"id": key, "segments": pieces} for key, pieces in found.items()]


def _from_json(name: str, text: str) -> list[dict[str, Any]]:
    """The segmentation of a file, or the segmentations of its list."""
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _faulty(name, "", f"is not JSON: {error}") from None
    found = []
    for one in given if isinstance(given, list) else [given]:
        if not isinstance(one, dict) or not isinstance(one.get("segments"), list):
            raise _faulty(name, "", "expected what `aidefs segment --format json` writes")
        pieces = [
            [piece.get("element"), piece.get("text")] for piece in one["segments"] if isinstance(piece, dict)
        ]
        found.append({"id": one.get("id"), "text": one.get("text"), "segments": pieces})
    return found


def _stem(name: str) -> str:
    return os.path.splitext(os.path.basename(name))[0]


def _annotation(name: str, read: list[tuple[str, dict[str, Any]]]) -> Annotation:
    """The annotation of tables, each with the name of its file."""
    tables = [table for _, table in read]
    faults = [fault for number, (file, table) in enumerate(read, 1) for fault in _faults(file, number, table)]
    counts = Counter(str(table.get("id")) for table in tables)
    faults += [
        Fault(file, "id", f"'{table['id']}' stands twice", "annotation-form")
        for file, table in read
        if counts[str(table.get("id"))] > 1
    ]
    if faults:
        raise DataError(faults)
    if not tables:
        raise InputError(f"'{name}' holds no annotated text")
    pieces = {one["id"]: tuple((element, words) for element, words in one["segments"]) for one in tables}
    return Annotation(name, pieces, {one["id"]: one["text"] for one in tables if one.get("text")})


def _faults(name: str, number: int, table: Mapping[str, Any]) -> Iterator[Fault]:
    key = table.get("id")
    if not isinstance(key, str) or not key:
        yield Fault(name, f"definition.{number}.id", "expected the id of a text", "annotation-form")
    if not isinstance(table.get("text") or "", str):
        yield Fault(name, f"definition.{number}.text", "expected a text", "annotation-form")
    pieces = table.get("segments")
    if not isinstance(pieces, list) or not pieces:
        yield Fault(
            name, f"definition.{number}.segments", "expected pairs of element and words", "annotation-form"
        )
        return
    for n, piece in enumerate(pieces, 1):
        pair = isinstance(piece, list) and len(piece) == 2 and all(isinstance(one, str) for one in piece)
        if not pair or not piece[0].strip() or not piece[1].strip():
            where = f"definition.{number}.segments.{n}"
            yield Fault(name, where, "expected a pair of element and words, neither empty", "annotation-form")


def _faulty(name: str, key: str, message: str) -> DataError:
    return DataError([Fault(name, key, message, "annotation-form")])
