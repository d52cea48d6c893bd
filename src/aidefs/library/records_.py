"""Makes records of TOML tables that are known to be sound."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aidefs.library.names import Alias
from aidefs.library.records import Authenticity, Definition, FrozenDict, Place, Predecessor, Verification

__all__ = ["to_aliases", "to_definition"]

_TABLES = (
    "supersedes",
    "implements",
    "identifiers",
    "predecessors",
    "authenticity",
    "verification",
    "segments",
)


def to_definition(table: Mapping[str, Any], source: str) -> Definition:
    """Makes a definition of a record.

    Args:
        table: A table without faults (see `aidefs.library.schema.validate`).
        source: Name of the file it was read from.

    Raises:
        TypeError: The table is faulty after all; `KeyError`, `ValueError` and `AttributeError` are
            possible too.
    """
    texts = {key: value for key, value in table.items() if key not in _TABLES}
    return Definition(
        **texts,
        supersedes=_ids(table, "supersedes"),
        implements=_ids(table, "implements"),
        identifiers=FrozenDict(table.get("identifiers", {})),
        predecessors=tuple(Predecessor(**entry) for entry in table.get("predecessors", ())),
        authenticity=_authenticity(table.get("authenticity", {})),
        verification=_verification(table["verification"]) if "verification" in table else None,
        segments=tuple((element, words) for element, words in table.get("segments", ())),
        source=source,
    )


def _ids(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(table.get(key, ()))


def _authenticity(table: Mapping[str, Any]) -> Authenticity:
    return Authenticity(**{**table, "languages": tuple(table.get("languages", ()))})


def _verification(table: Mapping[str, Any]) -> Verification:
    return Verification(**{**table, "places": tuple(Place(**entry) for entry in table.get("places", ()))})


def to_aliases(table: Mapping[str, Any]) -> dict[str, Alias]:
    """Makes aliases of `aliases.toml`, in its order.

    Each key is an alias. Its value is the id of the text that it stands for, or a table with
    `current` (that id; left out where the alias needs a date), `versions` (ids of all texts of the
    instrument) and perhaps `names` (id → what running text calls that text).
    """
    return {name: _alias(name, value) for name, value in table.items()}


def _alias(name: str, value: str | Mapping[str, Any]) -> Alias:
    if isinstance(value, str):
        return Alias(name, value, (value,))
    current: str = value.get("current", "")
    versions = tuple(value.get("versions", ()))
    if current and current not in versions:
        versions += (current,)
    names = tuple((text, called) for text, each in value.get("names", {}).items() for called in each)
    return Alias(name, current, versions, names)
