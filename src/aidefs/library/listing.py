"""What a library holds, as results: definitions, elements, and the faults that a check of them finds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, SupportsIndex, overload

from aidefs.classes import dataclass
from aidefs.errors import Fault, InputError
from aidefs.library.files import EVERY_TERM
from aidefs.library.library import Library
from aidefs.library.records import LISTED, Definition, definition_dict, listed_row
from aidefs.library.taxonomy import Taxonomy
from aidefs.results import Column, Result, columns_of, observation

__all__ = ["GROUPINGS", "CheckReport", "Definitions", "ElementsList", "Listed", "Listing", "TermsList"]


# --- definitions ------------------------------------------------------------------------------

GROUPINGS = ("jurisdiction", "kind", "status", "lang", "year")
"""What definitions can be grouped by."""


@dataclass(frozen=True)
class Listing(Result):
    """Definitions of a library, one a row.

    Attributes:
        definitions: What is listed, in this order.
        library: Where it comes from.
        by: One of `GROUPINGS`, to make one table a group; "" for one table of all.
        words: The words by which they were looked for, "" for none.
        unread: How many others may belong to them, but have a text that the program cannot read.
        jurisdictions: The jurisdictions that were asked for, as they were named.
    """

    definitions: tuple[Definition, ...]
    library: Library
    by: str = ""
    words: str = ""
    unread: int = 0
    jurisdictions: tuple[str, ...] = ()

    @property
    def nearest(self) -> tuple[str, ...]:
        """What is most like words that found nothing, none where something was found."""
        if self.definitions or not self.words:
            return ()
        return tuple(self.library.called.nearest(self.words, self.library.short_names))

    @property
    def groups(self) -> dict[str, tuple[Definition, ...]]:
        """The definitions by what they are grouped by, in the order of the names of the groups."""
        found: dict[str, list[Definition]] = {}
        for d in self.definitions:
            value = "" if not self.by else d.adopted[:4] if self.by == "year" else getattr(d, self.by)
            found.setdefault(value, []).append(d)
        return {name: tuple(found[name]) for name in sorted(found)}

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`: those of the table `definitions` of an export, dates as dates."""
        return LISTED

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a definition."""
        return tuple(listed_row(d, self.library.alias_of(d.id)) for d in self.definitions)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/definitions/1"; `groups` only where there are some."""
        return {
            **self._stamp("definitions"),
            "count": len(self.definitions),
            "total": len(self.library),
            **({"nearest": list(self.nearest)} if self.nearest else {}),
            **({"unread": self.unread} if self.unread else {}),
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
        """Columns of `records`: those of the table `definitions` of an export, dates as dates."""
        return self.listing.columns()

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a definition."""
        return self.listing.records()

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/definitions/1"."""
        return self.listing.to_dict()


@dataclass(frozen=True)
class Listed(Result):
    """A definition as it stands in a library, which may call it by an alias.

    Attributes:
        definition: The definition.
        library: Where it stands.
    """

    definition: Definition
    library: Library

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/definition/1"."""
        d = self.definition
        return {
            **self._stamp("definition"),
            "definition": definition_dict(d, self.library.alias_of(d.id)),
        }


# --- terms ------------------------------------------------------------------------------------

_TERMS = columns_of("""
term string Id of the term
label string Its name
definitions integer Definitions of it
languages array BCP 47 tags of their languages
jurisdictions array Codes of their jurisdictions
since string Year of the earliest
until string Year of the latest
elements integer Elements by which they are compared; none where nobody wrote them
""")


@dataclass(frozen=True)
class TermsList(Result):
    """The terms of a library, that of AI systems first."""

    library: Library

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _TERMS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a term."""
        return tuple(observation(_TERMS, one) for one in map(self._row, self.library.terms))

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/terms/1"."""
        return {**self._stamp("terms"), "terms": list(map(self._row, self.library.terms))}

    def _row(self, term: str) -> dict[str, Any]:
        stored = self.library.of(term).where()
        years = [one.adopted[:4] for one in stored if one.adopted]
        try:
            taxonomy = self.library.elements(term)
        except InputError:
            taxonomy = Taxonomy(())
        return {
            "term": term,
            "label": taxonomy.term or term,
            "definitions": len(stored),
            "languages": sorted({one.lang for one in stored}),
            "jurisdictions": sorted({one.jurisdiction for one in stored if one.jurisdiction}),
            "since": min(years, default=""),
            "until": max(years, default=""),
            "elements": len(taxonomy),
        }


# --- elements ---------------------------------------------------------------------------------

_ELEMENTS = columns_of("""
element string Id of the element
label string Its name
asks string The question that it answers
group string Its group
authorities array Documents that explain it, with the place in them
languages array BCP 47 tags of the languages in which there are cues for it
""")


@dataclass(frozen=True)
class ElementsList(Result):
    """The elements of a taxonomy."""

    taxonomy: Taxonomy

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _ELEMENTS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row an element."""
        return tuple(
            observation(
                _ELEMENTS,
                {
                    **e._asdict(),
                    "element": e.id,
                    "authorities": [a.citation for a in e.authorities],
                    "languages": list(e.cues),
                },
            )
            for e in self.taxonomy.values()
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/elements/1"."""
        return {
            **self._stamp("elements"),
            "term": self.taxonomy.term,
            "elements": [
                {
                    "id": e.id,
                    "label": e.label,
                    "asks": e.asks,
                    "group": e.group,
                    "authorities": [
                        {"document": a.document, "pin": a.pin, "note": a.note} for a in e.authorities
                    ],
                    "cues": {lang: list(cues) for lang, cues in e.cues.items()},
                }
                for e in self.taxonomy.values()
            ],
        }


# --- faults -----------------------------------------------------------------------------------

_FAULTS = columns_of("""
file string Name of the file
key string Where in it
message string What is wrong
code string The rule that is broken
""")


@dataclass(frozen=True)
class CheckReport(Result):
    """What a check of definitions found.

    Attributes:
        where: The folder, or what it is called.
        definitions: How many there are; 0 where there are faults in a folder.
        faults: What is wrong.
        passed_over: What stands in the folder under the name of a file and is none, one line each.
    """

    where: str
    definitions: int
    faults: tuple[Fault, ...]
    passed_over: tuple[str, ...] = ()

    @classmethod
    def of(cls, folder: str | None, *, complete: bool = False) -> CheckReport:
        """Check a folder, or the shipped collection where it is None."""
        from aidefs.library.checks import check
        from aidefs.library.files import open_folder

        if folder is None:
            library = Library.shipped()
            faults = tuple(check(library.datasets, complete=complete))
            return cls("the shipped collection", len(library.of(EVERY_TERM)), faults)
        dataset = open_folder(folder, complete=complete)
        faults = tuple(check([dataset]))
        found = 0 if faults else len(Library.load(folder).of(EVERY_TERM))
        return cls(folder, found, faults, dataset.passed_over)

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _FAULTS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a fault."""
        return tuple(observation(_FAULTS, fault._asdict()) for fault in self.faults)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/check/1"."""
        return {
            **self._stamp("check"),
            "definitions": self.definitions,
            "faults": [
                {"file": f.file, "key": f.key, "message": f.message, "code": f.code} for f in self.faults
            ],
        }
