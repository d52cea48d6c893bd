"""Checks whole folders of data: every file by itself, and what the files say of each other."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from aidefs.classes import NamedTuple
from aidefs.errors import DataError, Fault
from aidefs.library.fields import Field
from aidefs.library.files import (
    EXTRAS,
    MAIN_TERM,
    DataSet,
    File,
    open_folder,
    read_text,
    read_toml,
    shipped_dataset,
)
from aidefs.library.names import NAMES, nearest_hint
from aidefs.library.rules import BrokenRule, examine, form_fault
from aidefs.library.schema import taxonomy_findings, validate
from aidefs.library.taxonomy import Taxonomy

__all__ = ["Checked", "Record", "check", "check_datasets", "link_faults"]


_ALIAS = Field("", "table", fields=(Field("current"), Field("versions", "texts"), Field("names", "lists")))
_JURISDICTION = Field(
    "",
    "table",
    fields=(
        Field("names", "texts", "always"),
        Field("codes", "texts"),
        Field("adjectives", "texts"),
        Field("seats", "texts"),
    ),
)
_DATASET = (Field("version", required="always"),)


class Record(NamedTuple):
    """A definition record that could be read, sound or not.

    Attributes:
        file: Name of its file.
        table: The table as read from TOML; its values may have any type.
        shipped: Whether it belongs to the collection that comes with aidefs.
    """

    file: str
    table: Mapping[str, Any]
    shipped: bool

    def text(self, key: str) -> str:
        """The string under a key, "" where there is none."""
        value = self.table.get(key)
        return value if isinstance(value, str) else ""

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms that the record names, that of AI systems where it names none."""
        return tuple(name for _, name in self.related("terms")) or (MAIN_TERM,)

    def related(self, key: str) -> list[tuple[int, str]]:
        """The strings in the array under a key, each with its place, counted from 1."""
        entries = self.table.get(key)
        listed = enumerate(entries if isinstance(entries, list) else (), 1)
        return [(number, name) for number, name in listed if isinstance(name, str) and name.strip()]

    def predecessors(self) -> list[tuple[int, str]]:
        """The ids of the predecessors, each with its place in the array, counted from 1."""
        entries = self.table.get("predecessors")
        found = []
        for number, entry in enumerate(entries if isinstance(entries, list) else (), 1):
            name = entry.get("id") if isinstance(entry, dict) else None
            if isinstance(name, str) and name:
                found.append((number, name))
        return found


class Checked(NamedTuple):
    """What a check found.

    Attributes:
        faults: Every fault of every file, in the order of the files.
        tables: The definition records that could be read, by id.
    """

    faults: list[Fault]
    tables: dict[str, Mapping[str, Any]]


def check(target: str | os.PathLike[str] | Sequence[DataSet], *, complete: bool = False) -> list[Fault]:
    """Checks a folder of definitions, or data sets that are used together.

    Args:
        target: A folder as for `Library.load`, or the `datasets` of a library. The shipped collection is
            held to the complete schema; a user's records need only `id` and `text`.
        complete: Hold a folder to the complete schema, too.

    Returns:
        All faults of all files; an empty list where there are none. `aidefs.library.rules.RULES` explains
        their codes.

    Raises:
        InputError: There is no such folder.
    """
    if isinstance(target, str | os.PathLike):
        target = (open_folder(target, complete=complete),)
    return check_datasets(target).faults


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
        faults += _jurisdiction_faults(dataset, own)
        faults += _element_faults(dataset, own)
        faults += _weight_faults(dataset)
        faults += _segmentation_faults(dataset)
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


def _as_faults(file: str, findings: Iterable[BrokenRule]) -> list[Fault]:
    return [Fault(file, finding.key, finding.message, finding.code) for finding in findings]


# --- aliases.toml -----------------------------------------------------------------------------


def _alias_faults(dataset: DataSet, known: Collection[str]) -> list[Fault]:
    faults: list[Fault] = []
    file, table = _extra(dataset, "aliases.toml", faults)
    for name, value in (table or {}).items():
        findings = _name_findings(value, known) if name == NAMES else _alias_findings(name, value, known)
        faults += _as_faults(file, findings)
    return faults


def _name_findings(value: Any, known: Collection[str]) -> Iterator[BrokenRule]:
    yield from examine({NAMES: value}, (Field(NAMES, "lists"),), shipped=False)
    for text in value if isinstance(value, dict) else ():
        if text not in known:
            yield BrokenRule(
                NAMES, "alias-unknown", f"there is no definition {text!r}{nearest_hint(text, known)}"
            )


def _alias_findings(name: str, value: Any, known: Collection[str]) -> Iterator[BrokenRule]:
    if broken := form_fault("id", name):
        yield BrokenRule(name, *broken)
    if name in known:
        yield BrokenRule(name, "alias-taken", f"{name!r} is the id of a definition")
    alias = {"current": value} if isinstance(value, str) else value
    if shape := list(examine({name: alias}, (_ALIAS._replace(key=name),), shipped=False)):
        yield from shape
        return
    texts = dict.fromkeys([alias.get("current", ""), *alias.get("versions", ())])
    if not any(texts):
        yield BrokenRule(name, "missing-key", "neither current nor versions says what it stands for")
    for text in filter(None, [*texts, *(name for name in alias.get("names", {}) if name not in texts)]):
        if text not in known:
            yield BrokenRule(
                name, "alias-unknown", f"there is no definition {text!r}{nearest_hint(text, known)}"
            )


# --- the other files beside the definitions ---------------------------------------------------


def _missing_files(dataset: DataSet) -> Iterator[Fault]:
    for name in EXTRAS if dataset.shipped else ():
        if name == "elements.toml" and MAIN_TERM in dataset.terms:
            continue
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
            message = f"LICENSE.md has no heading {rights!r}{nearest_hint(rights, headings)}"
            yield Fault(record.file, "rights", message, "rights-unknown")


def _headings(text: str) -> list[str]:
    """The headings of a Markdown text below its title, written as the fragments of links to them are."""
    titles = [line.lstrip("#").strip().lower() for line in text.splitlines() if line.startswith("##")]
    return [re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in titles]


# --- jurisdictions.toml -----------------------------------------------------------------------


def _jurisdiction_faults(dataset: DataSet, records: Mapping[str, Record]) -> list[Fault]:
    faults: list[Fault] = []
    file, table = _extra(dataset, "jurisdictions.toml", faults)
    for code, value in (table or {}).items():
        faults += _as_faults(file, _jurisdiction_findings(code, value))
    if table is None or not dataset.shipped:
        return faults  # a user's records may have any code
    for record in records.values():
        code = record.text("jurisdiction")
        if code and code not in table and not form_fault("jurisdiction", code):
            message = f"jurisdictions.toml has no names for {code!r}{nearest_hint(code, table)}"
            faults.append(Fault(record.file, "jurisdiction", message, "jurisdiction-unknown"))
    return faults


def _jurisdiction_findings(code: str, value: Any) -> Iterator[BrokenRule]:
    if broken := form_fault("jurisdiction", code):
        yield BrokenRule(code, *broken)
    yield from examine({code: value}, (_JURISDICTION._replace(key=code),), shipped=True)
    if isinstance(value, dict) and value.get("names") == []:
        yield BrokenRule(f"{code}.names", "empty-value", "is empty; the usual English name stands first")


# --- the files of elements --------------------------------------------------------------------


def _element_faults(dataset: DataSet, records: Mapping[str, Record]) -> list[Fault]:
    faults: list[Fault] = []
    own = _extra(dataset, "elements.toml", faults)[1]
    if own is not None:
        file = dataset.extras["elements.toml"].name
        faults += _as_faults(file, taxonomy_findings(own, shipped=dataset.shipped))
    known = {} if own is None else {MAIN_TERM: _element_ids(own)}
    for term, each in dataset.terms.items():
        table = _table(each, faults)
        if table is not None:
            faults += _as_faults(each.name, taxonomy_findings(table, shipped=dataset.shipped))
            known[term] = _element_ids(table)
    broken = {*dataset.terms} | ({MAIN_TERM} if "elements.toml" in dataset.extras else set())
    for name, record in records.items():
        faults += _term_faults(name, record, dataset)
        term = record.terms[0]
        if record.table.get("segments") and term not in known | dict.fromkeys(broken):
            known[term] = list(Taxonomy.shipped(term)) if term in shipped_dataset().terms else []
        if elements := known.get(term):  # none: the term or its file is at fault, which is reported
            faults += _segment_faults(record, elements)
    return faults


def _term_faults(name: str, record: Record, dataset: DataSet) -> Iterator[Fault]:
    having = {*dataset.terms, *shipped_dataset().terms}
    for term in record.terms:
        if term not in having:
            message = f"there are no elements of {term!r}{nearest_hint(term, having)}"
            yield Fault(record.file, "terms", message, "term-without-elements")
    folder = dataset.filed.get(name, MAIN_TERM)
    if dataset.shipped and record.terms[0] != folder:
        message = f"the first term is {record.terms[0]!r}, and the file stands among those of {folder!r}"
        yield Fault(record.file, "terms", message, "term-folder")


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
            message = f"unknown element {name!r}{nearest_hint(name, elements)}"
            yield Fault(record.file, f"segments[{number}]", message, "segment-element")


# --- word-weights.toml ------------------------------------------------------------------------


def _weight_faults(dataset: DataSet) -> list[Fault]:
    faults: list[Fault] = []
    file, table = _extra(dataset, "word-weights.toml", faults)
    for lang, elements in (table or {}).items():
        rows = elements if isinstance(elements, dict) else {"": elements}
        for element, listed in rows.items():
            if not _is_pairs(listed):
                message = "expected a string of words, each with a whole number behind it"
                faults.append(Fault(file, f"{lang}.{element}".rstrip("."), message, "wrong-type"))
    return faults


def _segmentation_faults(dataset: DataSet) -> list[Fault]:
    """What is wrong in the lists of words and in the weights of the automatic segmentation."""
    faults: list[Fault] = []
    for name, file in dataset.segmentation.items():
        try:
            table = read_toml(file)
        except DataError as error:
            faults += error.faults
            continue
        of_words = name.startswith("lexicon-") or name == "elements"  # words of classes, classes of elements
        for field, value in _leaves(table):
            if of_words and not isinstance(value, str):
                faults.append(Fault(file.name, field, "expected a string of words", "wrong-type"))
            # A language that is learned by itself has a general table of its own.
            elif not (of_words or field.removeprefix("general.") in {"elements", "cost"} or _is_pairs(value)):
                message = "expected a string of names, each with a whole number behind it"
                faults.append(Fault(file.name, field, message, "wrong-type"))
    return faults


def _leaves(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """The values of a table and of those in it, with their keys joined by points."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def _is_pairs(listed: Any) -> bool:
    entries = listed.split() if isinstance(listed, str) else [""]
    numbers = all(re.fullmatch("-?[0-9]+", one, re.ASCII) for one in entries[1::2])
    return len(entries) % 2 == 0 and numbers


# --- what records say of each other ------------------------------------------------------------


Key = TypeVar("Key")

_RELATIONS = ("supersedes", "implements", "same_text_as")


def link_faults(records: Mapping[str, Record], known: Collection[str]) -> Iterator[Fault]:
    """Finds what is wrong between records.

    Args:
        records: The records by id.
        known: All ids that a record may refer to; more than the records where a file cannot be
            read, or where a user's collection refers to the shipped one.
    """
    yield from _unknown_predecessors(records, known)
    before = {name: [other for _, other in record.predecessors()] for name, record in records.items()}
    for name, cycle in _cycles(before):
        message = f"the text is its own predecessor: {cycle}"
        yield Fault(records[name].file, "predecessors", message, "predecessor-cycle")
    for key in _RELATIONS:
        yield from _relation_faults(key, records, known)
    for name, record in records.items():
        yield from _version_links(name, record, records, known)
    yield from _versions_twice(records)
    yield from _labels_twice(records)
    yield from _texts_twice(records)


def _unknown_predecessors(records: Mapping[str, Record], known: Collection[str]) -> Iterator[Fault]:
    for record in records.values():
        for number, name in record.predecessors():
            if name not in known:
                message = f"there is no definition {name!r}{nearest_hint(name, known)}"
                yield Fault(record.file, f"predecessors[{number}].id", message, "predecessor-unknown")


def _relation_faults(key: str, records: Mapping[str, Record], known: Collection[str]) -> Iterator[Fault]:
    related = {name: record.related(key) for name, record in records.items()}
    for name, entries in related.items():
        seen: set[str] = set()
        for number, other in entries:
            where = f"{key}[{number}]"
            if other not in known:
                message = f"there is no definition {other!r}{nearest_hint(other, known)}"
                yield Fault(records[name].file, where, message, "relation-unknown")
            if other in seen:
                yield Fault(records[name].file, where, f"{other!r} is named twice", "relation-twice")
            seen.add(other)
    for name, cycle in _cycles({name: [other for _, other in entries] for name, entries in related.items()}):
        yield Fault(records[name].file, key, f"the text {key} itself: {cycle}", "relation-cycle")


def _cycles(before: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Every cycle once, as the first of its ids in the alphabet and the way from it back to itself."""
    for name in before:
        cycle = _way_back(name, before)
        # Every member finds the cycle; the first in the alphabet reports it.
        if cycle and name == min(cycle):
            yield name, " -> ".join([*cycle, name])


def _way_back(start: str, before: Mapping[str, list[str]]) -> list[str]:
    """The shortest way along a relation from a text back to itself, empty where there is none."""
    ways = deque([[start]])
    seen: set[str] = set()
    while ways:
        way = ways.popleft()
        for name in before.get(way[-1], ()):
            if name == start:
                return way
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []


def _version_links(
    name: str, record: Record, records: Mapping[str, Record], known: Collection[str]
) -> Iterator[Fault]:
    for key in ("version_of", "translation_of"):
        base = record.text(key)
        if not base:
            continue
        if base not in known:
            message = f"there is no definition {base!r}{nearest_hint(base, known)}"
            yield Fault(record.file, key, message, "version-unknown")
        elif base == name or (base in records and records[base].text(key)):
            what = "this text" if base == name else "a language version itself"
            message = f"{base!r} is {what}; name the record that it belongs to"
            yield Fault(record.file, key, message, "version-chain")
        elif base in records and _lang(records[base]) == _lang(record):
            message = f"{base!r} is in the same language, {_lang(record)!r}"
            yield Fault(record.file, key, message, "version-language")


def _lang(record: Record) -> str:
    if not record.text("lang"):
        from aidefs.text.recognition import recognise  # few records leave it out

        return recognise(record.text("text"))
    return record.text("lang")


def _versions_twice(records: Mapping[str, Record]) -> Iterator[Fault]:
    named = (
        ((base, _lang(record)), record) for record in records.values() if (base := record.text("version_of"))
    )
    for record, earlier, (base, lang) in _repeated(named):
        message = f"{base!r} has a version in {lang!r} already, in {earlier.file}"
        yield Fault(record.file, "version_of", message, "version-twice")


def _labels_twice(records: Mapping[str, Record]) -> Iterator[Fault]:
    labelled = (
        (label, record) for record in records.values() if record.shipped and (label := record.text("label"))
    )
    for record, earlier, label in _repeated(labelled):
        yield Fault(record.file, "label", f"{label!r} is the label in {earlier.file} too", "label-twice")


def _texts_twice(records: Mapping[str, Record]) -> Iterator[Fault]:
    alike: dict[str, list[str]] = {}
    for name, record in records.items():
        words = re.findall(r"\w+", record.text("text").casefold()) if record.shipped else []
        if words:
            alike.setdefault(" ".join(words), []).append(name)
    for names in alike.values():
        # The first of them may be silent: those that came later name it, or each other.
        silent = [name for name in names if not {*names} & _same(records[name])]
        for name in silent[1:]:
            message = f"{silent[0]!r} has the same words; name it in same_text_as"
            yield Fault(records[name].file, "same_text_as", message, "same-text")


def _same(record: Record) -> set[str]:
    return {name for _, name in record.related("same_text_as")}


def _repeated(named: Iterable[tuple[Key, Record]]) -> Iterator[tuple[Record, Record, Key]]:
    """Records under a key that an earlier record has, with that record and the key."""
    first: dict[Key, Record] = {}
    for key, record in named:
        if key in first:
            yield record, first[key], key
        first.setdefault(key, record)
