"""A definition with its source, status and verification."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aidefs.formats.document import Document, Paragraph, Run, Table, runs
from aidefs.library.describe import definition_dict, identifier
from aidefs.library.library import Library
from aidefs.library.records import Definition, Place
from aidefs.output.views.dispatch import present
from aidefs.results import Result

__all__ = ["Entry"]


@dataclass(frozen=True, slots=True)
class Entry(Result):
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


@present.register
def _(result: Entry) -> Document:
    return present(result.definition)


@present.register
def _(result: Definition) -> Document:
    d = result
    verified = d.verification
    facts = [
        ("id", d.id),
        ("term", d.term),
        ("instrument", d.instrument),
        ("provision", d.provision),
        ("issuer", f"{d.issuer} ({d.jurisdiction})" if d.jurisdiction else d.issuer),
        ("identifier", ", ".join(identifier(k, v) for k, v in d.identifiers.items())),
        ("kind", ", ".join(part for part in (d.kind, d.legal_force) if part)),
        ("adopted", d.adopted),
        ("in force", d.in_force),
        ("status", d.status + (f" (as of {d.status_as_of})" if d.status_as_of else "")),
        ("official address", d.url),
        ("language", _language(d)),
        (
            "drafted from",
            "; ".join(f"{p.id} ({p.ground}{': ' + p.note if p.note else ''})" for p in d.predecessors),
        ),
        ("supersedes", ", ".join(d.supersedes)),
        ("adopts", ", ".join(d.implements)),
        ("verification", f"{verified.state} (seen {verified.seen})" if verified else ""),
        ("seen in", "; ".join(_place(p) for p in verified.places) if verified else ""),
        ("on the wording", verified.note if verified else ""),
        ("other wordings", d.variants),
        ("notes", d.notes),
        ("rights", d.rights and f"see data/LICENSE.md, {d.rights}"),
        ("elements", "reviewed" if d.reviewed else "automatic"),
    ]
    rows = tuple(
        (runs(Run(name, "strong")), runs(Run(value, lang=d.lang) if name == "term" else value))
        for name, value in facts
        if value.strip()
    )
    table = Table(("", ""), rows, "", ("", ""), (1,))
    title = d.title or d.name
    return Document(title, (Paragraph(runs(d.text), d.lang), table))


def _language(d: Definition) -> str:
    parts = [d.lang]
    if d.authenticity.languages:
        parts.append("equally authentic: " + ", ".join(d.authenticity.languages))
    if d.authenticity.translation:
        parts.append("translation, not authentic")
    if d.authenticity.note:
        parts.append(d.authenticity.note)
    return "; ".join(parts)


def _place(place: Place) -> str:
    return ", ".join(part for part in (place.title, place.publisher, place.url) if part)
