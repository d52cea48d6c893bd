"""Lists: definitions, elements, faults."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aidefs.errors import Fault
from aidefs.formats.document import Block, Document, Heading, Paragraph, Run, Table, runs
from aidefs.library.library import Library
from aidefs.library.listing import GROUPINGS, Definitions, Listing
from aidefs.library.records import Authority, Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.output.views.dispatch import present
from aidefs.output.views.words import count
from aidefs.results import Result
from aidefs.tidy import Column, columns_of, observation

__all__ = ["GROUPINGS", "CheckReport", "ElementsList", "Listing"]

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


@present.register
def _(result: Definitions) -> Document:
    return present(result.listing)


def _row(d: Definition, library: Library) -> tuple[str, ...]:
    verified = _VERIFIED.get(d.verification.state, "") if d.verification else ""
    alias = library.alias_of(d.id) or ""
    return d.id, alias, d.adopted, d.status, verified, d.label, d.jurisdiction, d.lang


_ELEMENTS = columns_of("""
element string Id of the element
label string Its name
asks string The question that it answers
group string Its group
authorities array Documents that explain it, with the place in them
languages array BCP 47 tags of the languages in which there are cues for it
""")
_FAULTS = columns_of("""
file string Name of the file
key string Where in it
message string What is wrong
code string The rule that is broken
""")


@dataclass(frozen=True, slots=True)
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
                    "authorities": [_named(a) for a in e.authorities],
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


@present.register
def _(result: ElementsList) -> Document:
    rows = tuple(
        (
            runs(Run(e.label, "strong"), Run("\n" + e.group, "muted")),
            runs(e.asks),
            runs("; ".join(map(_named, e.authorities)) or "—"),
        )
        for e in result.taxonomy.values()
    )
    table = Table(("Element", "Asks", "Authorities"), rows, "Elements of a definition", wide=(1, 2))
    return Document("", (table,))


def _named(authority: Authority) -> str:
    return " ".join(part for part in (authority.document, authority.pin) if part)


@dataclass(frozen=True, slots=True)
class CheckReport(Result):
    """What a check of definitions found."""

    where: str
    definitions: int
    faults: tuple[Fault, ...]

    @classmethod
    def of(cls, folder: str | None, *, complete: bool = False) -> CheckReport:
        """Check a folder, or the shipped collection where it is None."""
        from aidefs.library.checks import check

        library = Library.shipped() if folder is None else None
        target = library if library is not None else folder or ""
        faults = tuple(check(target, complete=complete))
        if library is not None:
            return cls("the shipped collection", len(library), faults)
        found = 0 if faults else len(Library.load(folder or ""))
        return cls(folder or "", found, faults)

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


@present.register
def _(result: CheckReport) -> Document:
    if not result.faults:
        found = f"{count(result.definitions, 'definition')} in {result.where}, no faults."
        return Document("", (Paragraph(runs(found)),))
    faults = "\n".join(map(str, result.faults))
    foot = f"{count(len(result.faults), 'fault')} in {result.where}."
    return Document("", (Paragraph(runs(faults), wrap=False), Paragraph(runs(foot), wrap=False)))
