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
from aidefs.table import Block, Document, Paragraph, Run, Table, runs
from aidefs.taxonomy import Taxonomy

__all__ = ["CheckReport", "ElementsList", "Listing"]


@dataclass(frozen=True, slots=True)
class Listing(Result):
    """Definitions of a library, one a row."""

    definitions: tuple[Definition, ...]
    library: Library

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/definitions/1"."""
        return {
            **self._stamp("definitions"),
            "count": len(self.definitions),
            "total": len(self.library),
            "definitions": [definition_dict(d, self.library.alias_of(d.id)) for d in self.definitions],
        }


@present.register
def _(result: Listing) -> Document:
    shown, total = count(len(result.definitions), "definition"), len(result.library)
    foot = f"{shown}." if len(result.definitions) == total else f"{shown} of {total}."
    blocks: list[Block] = [Paragraph(runs(Run(foot, "muted")))]
    if result.definitions:
        header = ("Id", "Alias", "Adopted", "Status", "Label", "Where", "Lang", "Verification")
        rows = tuple(tuple(map(runs, _row(d, result.library))) for d in result.definitions)
        blocks.insert(0, Table(header, rows, "Definitions", compact=True))
    return Document("", tuple(blocks))


def _row(d: Definition, library: Library) -> tuple[str, ...]:
    verified = d.verification.state if d.verification else ""
    return d.id, library.alias_of(d.id) or "", d.adopted, d.status, d.label, d.jurisdiction, d.lang, verified


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
