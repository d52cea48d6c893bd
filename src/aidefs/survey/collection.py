"""What the collection covers: how many definitions there are of each year, jurisdiction, kind and so on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Unpack

from aidefs.classes import dataclass, field
from aidefs.errors import InputError
from aidefs.library.files import MAIN_TERM
from aidefs.library.filters import Conditions
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, library_of
from aidefs.library.records import Definition
from aidefs.results import Column, Result, columns_of, observation
from aidefs.text.languages import language_name

__all__ = ["BY", "Collection", "collection"]

BY = ("term", "year", "jurisdiction", "kind", "status", "language", "verification", "elements")
"""What definitions are counted by."""

_COLUMNS = columns_of("""
by string What is counted by
value string The value, as records have it
label string The value, as a table shows it
definitions integer Number of definitions
""")


@dataclass(frozen=True, repr=False)
class Collection(Result):
    """Definitions counted.

    Attributes:
        definitions: What is counted.
        library: Where they come from, None for the library that comes with aidefs.
    """

    definitions: tuple[Definition, ...]
    library: Library | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        return f"<Collection: {len(self.definitions)} definitions>"

    @property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """Number of definitions by value, for each of `BY`: years in order, else the most frequent first.

        A jurisdiction inside another ("US-CO") counts as that. A definition of several terms counts for each.
        """
        found = {}
        for by in BY:
            values = Counter(value for one in self.definitions for value in _values(one, by))
            found[by] = dict(sorted(values.items(), key=lambda v: v if by == "year" else (-v[1], v[0])))
        return found

    def label(self, by: str, value: str) -> str:
        """What a value is called."""
        if by == "language":
            return language_name(value)
        if by == "jurisdiction" and value:
            return (self.library or Library.shipped()).jurisdictions.name_of(value)
        return value or "not stated"

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a value."""
        return tuple(
            observation(
                _COLUMNS, {"by": by, "value": value, "label": self.label(by, value), "definitions": number}
            )
            for by, numbers in self.counts.items()
            for value, number in numbers.items()
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/collection/1"."""
        return {
            **self._stamp("collection"),
            "definitions": len(self.definitions),
            "counts": {by: dict(numbers) for by, numbers in self.counts.items()},
        }


def collection(*, library: LibraryLike | None = None, **wanted: Unpack[Conditions]) -> Collection:
    """How many definitions there are by term, year, jurisdiction, kind, status, language and verification.

    Args:
        library: Where to look; by default the collection that comes with aidefs.
        wanted: Conditions as in `aidefs.definitions`; `term="all"` counts the definitions of every term.

    Raises:
        InputError: No definition meets the conditions.
    """
    library = library_of(library)
    found = (library or Library.shipped()).where(**wanted)
    if not found:
        raise InputError("there is no definition to count")
    return Collection(found, library)


def _values(one: Definition, by: str) -> tuple[str, ...]:
    match by:
        case "term":
            return one.terms or (MAIN_TERM,)
        case "year":
            return (one.adopted[:4],)
        case "jurisdiction":
            return (one.jurisdiction.partition("-")[0],)
        case "language":
            return (one.lang,)
        case "verification":
            return (one.verification.state if one.verification else "",)
        case "elements":
            return ("reviewed" if one.reviewed else "automatic",)
        case _:
            return (getattr(one, by),)
