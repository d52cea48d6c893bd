"""Definitions of a library, as a list to read and as a tuple to work with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, SupportsIndex, overload

from aidefs.library.describe import definition_dict
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.output.resources import DEFINITIONS, definition_row
from aidefs.results import Result
from aidefs.tidy import Column, observation

__all__ = ["GROUPINGS", "Definitions", "Listing"]

GROUPINGS = ("jurisdiction", "kind", "status", "lang", "year")


@dataclass(frozen=True, slots=True)
class Listing(Result):
    """Definitions of a library, one a row.

    Attributes:
        definitions: What is listed, in this order.
        library: Where it comes from.
        by: One of `GROUPINGS`, to make one table a group; "" for one table of all.
    """

    definitions: tuple[Definition, ...]
    library: Library
    by: str = ""

    @property
    def groups(self) -> dict[str, tuple[Definition, ...]]:
        """The definitions by what they are grouped by, in the order of the names of the groups."""
        found: dict[str, list[Definition]] = {}
        for d in self.definitions:
            value = "" if not self.by else d.adopted[:4] if self.by == "year" else getattr(d, self.by)
            found.setdefault(value, []).append(d)
        return {name: tuple(found[name]) for name in sorted(found)}

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`: those of the table `definitions` of an export."""
        return DEFINITIONS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a definition."""
        return tuple(observation(DEFINITIONS, definition_row(d, self.library)) for d in self.definitions)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/definitions/1"; `groups` only where there are some."""
        return {
            **self._stamp("definitions"),
            "count": len(self.definitions),
            "total": len(self.library),
            **({"groups": {name: [d.id for d in ds] for name, ds in self.groups.items()}} if self.by else {}),
            "definitions": [definition_dict(d, self.library.alias_of(d.id)) for d in self.definitions],
        }


class Definitions(tuple[Definition, ...], Result):
    """A tuple of definitions that shows itself as a list."""

    _library: Library

    def __new__(cls, definitions: Iterable[Definition], library: Library) -> Definitions:
        """The definitions in their order."""
        made = super().__new__(cls, definitions)
        made._library = library
        return made

    @overload
    def __getitem__(self, place: SupportsIndex) -> Definition: ...

    @overload
    def __getitem__(self, place: slice) -> Definitions: ...

    def __getitem__(self, place: SupportsIndex | slice) -> Definition | Definitions:
        found = super().__getitem__(place)
        return found if isinstance(found, Definition) else Definitions(found, self.library)

    def __reduce__(self) -> tuple[Any, ...]:
        return Definitions, (tuple(self), self.library)

    @property
    def library(self) -> Library:
        """Where they come from."""
        return self._library

    @property
    def listing(self) -> Listing:
        """The list that shows them."""
        return Listing(tuple(self), self.library)

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`: those of the table `definitions` of an export."""
        return self.listing.columns()

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a definition."""
        return self.listing.records()

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/definitions/1"."""
        return self.listing.to_dict()
