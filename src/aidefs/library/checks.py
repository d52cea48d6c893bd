"""Checks whole folders of data: every file by itself, and what the files say of each other."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from aidefs.errors import DataError, Fault
from aidefs.library.elements import taxonomy_findings
from aidefs.library.fields import Field, examine, id_form
from aidefs.library.files import EXTRAS, DataSet, File, open_folder, shipped_dataset
from aidefs.library.library import Library
from aidefs.library.links import Record, link_faults
from aidefs.library.names import nearest
from aidefs.library.reading import read_text, read_toml
from aidefs.library.rules import Finding
from aidefs.library.schema import validate
from aidefs.library.taxonomy import Taxonomy

__all__ = ["Checked", "check", "check_datasets"]

_ALIAS = Field("", "table", fields=(Field("current"), Field("versions", "texts"), Field("names", "lists")))
_DATASET = (Field("version", required="always"),)


class Checked(NamedTuple):
    """What a check found.

    Attributes:
        faults: Every fault of every file, in the order of the files.
        tables: The definition records that could be read, by id.
    """

    faults: list[Fault]
    tables: dict[str, Mapping[str, Any]]


def check(target: str | os.PathLike[str] | Library, *, complete: bool = False) -> list[Fault]:
    """Checks a folder of definitions, or the folders of a library.

    Args:
        target: A folder as for `Library.load`, or a library. The shipped collection is held to the
            complete schema; a user's records need only `id` and `text`.
        complete: Hold a folder to the complete schema, too.

    Returns:
        All faults of all files; an empty list where there are none. `aidefs.library.rules.RULES` explains
        their codes.

    Raises:
        InputError: There is no such folder.
    """
    datasets = target.datasets if isinstance(target, Library) else (open_folder(target, complete=complete),)
    return check_datasets(datasets).faults


def check_datasets(datasets: Sequence[DataSet]) -> Checked:
    """Checks data sets that are used together.

    Where none of them is the shipped one, records and aliases may refer to its definitions as well,
    because a user's collection is laid over it.
    """
    faults: list[Fault] = []
    records: dict[str, Record] = {}
    ids = {name for dataset in datasets for name in dataset.definitions}
    known = ids if any(dataset.shipped for dataset in datasets) else ids | set(shipped_dataset().definitions)
    for dataset in datasets:
        own = _records(dataset, faults)
        records |= own
        faults += _missing_files(dataset)
        faults += _alias_faults(dataset, known)
        faults += _dataset_faults(dataset)
        faults += _rights_faults(dataset, own)
        faults += _element_faults(dataset, own)
    faults += link_faults(records, known)
    return Checked(faults, {name: record.table for name, record in records.items()})


def _records(dataset: DataSet, faults: list[Fault]) -> dict[str, Record]:
    """The records that can be read; faults of each by itself are added to `faults`."""
    records = {}
    if not dataset.definitions:
        faults.append(Fault(dataset.name, "", "there are no definitions in this folder", "no-definitions"))
    for name, file in dataset.definitions.items():
        table = _table(file, faults)
        if table is not None:
            faults += validate(file.name, table, shipped=dataset.shipped)
            records[name] = Record(file.name, table, dataset.shipped)
    return records


def _table(file: File, faults: list[Fault]) -> dict[str, Any] | None:
    """The table of a file; None where it cannot be read, which is then added to `faults`."""
    try:
        return read_toml(file)
    except DataError as error:
        faults += error.faults
        return None


def _extra(dataset: DataSet, name: str, faults: list[Fault]) -> tuple[str, dict[str, Any] | None]:
    """Name and table of `aliases.toml` or its like; no table where there is no readable file."""
    file = dataset.extras.get(name)
    return (file.name, _table(file, faults)) if file else (f"{dataset.name}/{name}", None)


def _as_faults(file: str, findings: Iterable[Finding]) -> list[Fault]:
    return [Fault(file, finding.key, finding.message, finding.code) for finding in findings]


# --- aliases.toml -----------------------------------------------------------------------------


def _alias_faults(dataset: DataSet, known: Collection[str]) -> list[Fault]:
    faults: list[Fault] = []
    file, table = _extra(dataset, "aliases.toml", faults)
    for name, value in (table or {}).items():
        faults += _as_faults(file, _alias_findings(name, value, known))
    return faults


def _alias_findings(name: str, value: Any, known: Collection[str]) -> Iterator[Finding]:
    if broken := id_form(name):
        yield Finding(name, *broken)
    if name in known:
        yield Finding(name, "alias-taken", f"{name!r} is the id of a definition")
    alias = {"current": value} if isinstance(value, str) else value
    if shape := list(examine({name: alias}, (_ALIAS._replace(key=name),), shipped=False)):
        yield from shape
        return
    texts = dict.fromkeys([alias.get("current", ""), *alias.get("versions", ())])
    if not any(texts):
        yield Finding(name, "missing-key", "neither current nor versions says what it stands for")
    for text in filter(None, [*texts, *(name for name in alias.get("names", {}) if name not in texts)]):
        if text not in known:
            yield Finding(name, "alias-unknown", f"there is no definition {text!r}{nearest(text, known)}")


# --- the other files beside the definitions ---------------------------------------------------


def _missing_files(dataset: DataSet) -> Iterator[Fault]:
    for name in EXTRAS if dataset.shipped else ():
        if name not in dataset.extras:
            yield Fault(f"{dataset.name}/{name}", "", "is missing", "missing-file")


def _dataset_faults(dataset: DataSet) -> list[Fault]:
    faults: list[Fault] = []
    file, table = _extra(dataset, "dataset.toml", faults)
    return faults if table is None else _as_faults(file, examine(table, _DATASET, shipped=dataset.shipped))


def _rights_faults(dataset: DataSet, records: Mapping[str, Record]) -> Iterator[Fault]:
    if not dataset.shipped or "LICENSE.md" not in dataset.extras:
        return
    try:
        headings = _headings(read_text(dataset.extras["LICENSE.md"]))
    except DataError as error:
        yield from error.faults
        return
    for record in records.values():
        rights = record.text("rights")
        if rights and rights not in headings:
            message = f"LICENSE.md has no heading {rights!r}{nearest(rights, headings)}"
            yield Fault(record.file, "rights", message, "rights-unknown")


def _headings(text: str) -> list[str]:
    """The headings of a Markdown text below its title, written as the fragments of links to them are."""
    titles = [line.lstrip("#").strip().lower() for line in text.splitlines() if line.startswith("##")]
    return [re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in titles]


# --- elements.toml ----------------------------------------------------------------------------


def _element_faults(dataset: DataSet, records: Mapping[str, Record]) -> list[Fault]:
    faults: list[Fault] = []
    file, table = _extra(dataset, "elements.toml", faults)
    if table is not None:
        faults += _as_faults(file, taxonomy_findings(table, shipped=dataset.shipped))
    if "elements.toml" in dataset.extras:
        elements = _element_ids(table)
    elif any("segments" in record.table for record in records.values()) and not dataset.shipped:
        elements = list(Taxonomy.shipped())
    else:
        elements = []
    if elements:  # otherwise there is nothing to compare, or the file is broken, which is reported
        for record in records.values():
            faults += _segment_faults(record, elements)
    return faults


def _element_ids(table: Mapping[str, Any] | None) -> list[str]:
    """The ids in a table of elements that may be faulty."""
    entries = (table or {}).get("element")
    named = (
        [entry.get("id") for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    )
    return [name for name in named if isinstance(name, str)]


def _segment_faults(record: Record, elements: Sequence[str]) -> Iterator[Fault]:
    pairs = record.table.get("segments")
    for number, pair in enumerate(pairs if isinstance(pairs, list) else (), 1):
        name = pair[0] if isinstance(pair, list) and pair else None
        if isinstance(name, str) and name.strip() and name not in elements:
            message = f"unknown element {name!r}{nearest(name, elements)}"
            yield Fault(record.file, f"segments[{number}]", message, "segment-element")
