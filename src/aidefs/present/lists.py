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
from aidefs.table import Document, Paragraph, Run, Table, runs
from aidefs.taxonomy import Taxonomy

__all__ = ["CheckReport", "ElementsList", "Listing"]

_COLUMNS: tuple[tuple[str, Any], ...] = (
    ("Id", lambda d: d.id),
    ("Adopted", lambda d: d.adopted),
    ("Status", lambda d: d.status),
    ("Jurisdiction", lambda d: d.jurisdiction),
    ("Lang", lambda d: d.lang),
    ("Label", lambda d: d.label),
    ("Verification", lambda d: d.verification.state if d.verification else ""),
)


@dataclass(frozen=True, slots=True)
class Listing(Result):
    """Definitions of a library, one a row."""

    definitions: tuple[Definition, ...]
    total: int

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/definitions/1"."""
        return {
            **self._stamp("definitions"),
            "count": len(self.definitions),
            "total": self.total,
            "definitions": [definition_dict(d) for d in self.definitions],
        }


@present.register
def _(result: Listing) -> Document:
    rows = tuple(tuple(runs(value(d)) for _, value in _COLUMNS) for d in result.definitions)
    header = tuple(name for name, _ in _COLUMNS)
    shown = count(len(result.definitions), "definition")
    foot = f"{shown}." if len(result.definitions) == result.total else f"{shown} of {result.total}."
    table = Table(header, rows, "Definitions", compact=True)
    return Document("Definitions", (table, Paragraph(runs(Run(foot, "muted")))))


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
    return Document("Elements", (table,))


@dataclass(frozen=True, slots=True)
class CheckReport(Result):
    """What a check of definitions found."""

    where: str
    definitions: int
    faults: tuple[Fault, ...]

    @classmethod
    def of(cls, folder: str | None) -> CheckReport:
        """Check a folder, or the shipped collection where it is None."""
        from aidefs.checks import check

        library = Library.shipped() if folder is None else None
        faults = tuple(check(library if library is not None else folder or ""))
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
        return Document("Check", (Paragraph(runs(found)),))
    faults = "\n".join(map(str, result.faults))
    foot = f"{count(len(result.faults), 'fault')} in {result.where}."
    return Document("Check", (Paragraph(runs(faults)), Paragraph(runs(foot))))
