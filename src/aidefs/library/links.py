"""What definition records say of each other: predecessors, other relations, language versions, labels."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from aidefs.errors import Fault
from aidefs.library.names import nearest

__all__ = ["Record", "link_faults"]

Key = TypeVar("Key")

_RELATIONS = ("supersedes", "implements")


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

    def related(self, key: str) -> list[tuple[int, str]]:
        """The ids in the array under a key, each with its place, counted from 1."""
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


def _unknown_predecessors(records: Mapping[str, Record], known: Collection[str]) -> Iterator[Fault]:
    for record in records.values():
        for number, name in record.predecessors():
            if name not in known:
                message = f"there is no definition {name!r}{nearest(name, known)}"
                yield Fault(record.file, f"predecessors[{number}].id", message, "predecessor-unknown")


def _relation_faults(key: str, records: Mapping[str, Record], known: Collection[str]) -> Iterator[Fault]:
    related = {name: record.related(key) for name, record in records.items()}
    for name, entries in related.items():
        seen: set[str] = set()
        for number, other in entries:
            where = f"{key}[{number}]"
            if other not in known:
                message = f"there is no definition {other!r}{nearest(other, known)}"
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
            message = f"there is no definition {base!r}{nearest(base, known)}"
            yield Fault(record.file, key, message, "version-unknown")
        elif base == name or (base in records and records[base].text(key)):
            what = "this text" if base == name else "a language version itself"
            message = f"{base!r} is {what}; name the record that it belongs to"
            yield Fault(record.file, key, message, "version-chain")
        elif base in records and _lang(records[base]) == _lang(record):
            message = f"{base!r} is in the same language, {_lang(record)!r}"
            yield Fault(record.file, key, message, "version-language")


def _lang(record: Record) -> str:
    return record.text("lang") or "en"


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


def _repeated(named: Iterable[tuple[Key, Record]]) -> Iterator[tuple[Record, Record, Key]]:
    """Records under a key that an earlier record has, with that record and the key."""
    first: dict[Key, Record] = {}
    for key, record in named:
        if key in first:
            yield record, first[key], key
        first.setdefault(key, record)
