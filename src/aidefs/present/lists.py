"""Lists: definitions, elements, faults."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aidefs.describe import definition_dict
from aidefs.errors import Fault
from aidefs.library import Library
from aidefs.model import Definition
from aidefs.present.dispatch import present
from aidefs.present.words import count
from aidefs.result import Result
from aidefs.tables import Block, Document, Heading, Paragraph, Run, Table, runs
from aidefs.taxonomy import Taxonomy

__all__ = ["GROUPINGS", "CheckReport", "ElementsList", "Listing"]


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

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/definitions/1"; `groups` only where there are some."""
        return {
            **self._stamp("definitions"),
            "count": len(self.definitions),
            "total": len(self.library),
            **({"groups": {name: [d.id for d in ds] for name, ds in self.groups.items()}} if self.by else {}),
            "definitions": [definition_dict(d, self.library.alias_of(d.id)) for d in self.definitions],
        }


_VERIFIED = {
    "official document seen": "official",
    "two independent copies": "two copies",
    "one copy": "one copy",
}


@present.register
def _(result: Listing) -> Document:
    blocks: list[Block] = []
    header = ("Id", "Alias", "Adopted", "Status", "Verified", "Label", "Where", "Lang")
    for name, definitions in result.groups.items():
        if result.by:
            blocks.append(Heading(f"{name or 'not stated'}: {count(len(definitions), 'definition')}"))
        rows = tuple(tuple(map(runs, _row(d, result.library))) for d in definitions)
        blocks.append(Table(header, rows, "" if result.by else "Definitions", compact=True))
    shown, total = count(len(result.definitions), "definition"), len(result.library)
    foot = f"{shown}." if len(result.definitions) == total else f"{shown} of {total}."
    return Document("", (*blocks, Paragraph(runs(Run(foot, "muted")))))


def _row(d: Definition, library: Library) -> tuple[str, ...]:
    verified = _VERIFIED.get(d.verification.state, "") if d.verification else ""
    alias = library.alias_of(d.id) or ""
    return d.id, alias, d.adopted, d.status, verified, d.label, d.jurisdiction, d.lang


@dataclass(frozen=True, slots=True)
class ElementsList(Result):
    """The elements of a taxonomy."""

    taxonomy: Taxonomy

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


@present.register
def _(result: ElementsList) -> Document:
    rows = tuple(
        (
            runs(Run(e.label, "strong"), Run("\n" + e.group, "muted")),
            runs(e.asks),
            runs("; ".join(" ".join(p for p in (a.document, a.pin) if p) for a in e.authorities) or "—"),
        )
        for e in result.taxonomy.values()
    )
    table = Table(("Element", "Asks", "Authorities"), rows, "Elements of a definition", wide=(1, 2))
    return Document("", (table,))


@dataclass(frozen=True, slots=True)
class CheckReport(Result):
    """What a check of definitions found."""

    where: str
    definitions: int
    faults: tuple[Fault, ...]

    @classmethod
    def of(cls, folder: str | None, *, complete: bool = False) -> CheckReport:
        """Check a folder, or the shipped collection where it is None."""
        from aidefs.checks import check

        library = Library.shipped() if folder is None else None
        target = library if library is not None else folder or ""
        faults = tuple(check(target, complete=complete))
        if library is not None:
            return cls("the shipped collection", len(library), faults)
        found = 0 if faults else len(Library.load(folder or ""))
        return cls(folder or "", found, faults)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/check/1"."""
        return {
            **self._stamp("check"),
            "definitions": self.definitions,
            "faults": [
                {"file": f.file, "key": f.key, "message": f.message, "code": f.code} for f in self.faults
            ],
        }


@present.register
def _(result: CheckReport) -> Document:
    if not result.faults:
        found = f"{count(result.definitions, 'definition')} in {result.where}, no faults."
        return Document("", (Paragraph(runs(found)),))
    faults = "\n".join(map(str, result.faults))
    foot = f"{count(len(result.faults), 'fault')} in {result.where}."
    return Document("", (Paragraph(runs(faults), wrap=False), Paragraph(runs(foot), wrap=False)))
