"""Definitions, elements and faults as lists, and one definition with all that its record says."""

from __future__ import annotations

from aidefs.formats.document import Block, Document, Heading, Paragraph, Run, Table, runs
from aidefs.library.files import MAIN_TERM
from aidefs.library.library import Library
from aidefs.library.listing import CheckReport, Definitions, ElementsList, Listed, Listing, TermsList
from aidefs.library.names import begins
from aidefs.library.records import Copy, Definition, PredecessorGround, identifier
from aidefs.output.views.words import count, read_in

__all__ = [
    "check_report_document",
    "definition_document",
    "definitions_document",
    "elements_list_document",
    "listed_document",
    "listing_document",
    "terms_list_document",
]

_LINKED = ("official address", "seen in")  # facts whose web addresses are links
_VERIFIED = {
    "official document seen": "official",
    "two independent copies": "two copies",
    "one copy": "one copy",
}


def listing_document(result: Listing) -> Document:
    """A list of definitions, a table a group, and how many of the library it has."""
    blocks: list[Block] = []
    header = ("Id", "Label", "Status", "Adopted", "Where", "Lang", "Alias", "Verified")
    for name, definitions in result.groups.items():
        if result.by:
            blocks.append(Heading(f"{_group(name, result)}: {count(len(definitions), 'definition')}"))
        rows = tuple(tuple(map(runs, _row(d, result.library))) for d in definitions)
        blocks.append(Table(header, rows, "" if result.by else "Definitions", compact=True, needed=(0, 1)))
    shown, total = count(len(result.definitions), "definition"), len(result.library)
    foot = f"{shown}." if len(result.definitions) == total else f"{shown} of {total}."
    if not result.definitions:
        of = [result.library.jurisdictions.name_of(code) for code in _without_text(result)]
        near = "" if of else ", ".join(result.nearest)
        foot += f" There is no text of {' or '.join(of)}." if of else ""
        foot += f" Nearest names: {near}." if near else "" if of else " No definition meets all conditions."
    if result.unread:
        foot += f" The elements of {result.unread} more cannot be read."
    return Document("", (*blocks, Paragraph(runs(Run(foot, "muted")))))


def definitions_document(result: Definitions) -> Document:
    """The same of definitions without groups."""
    return listing_document(result.listing)


def _without_text(result: Listing) -> tuple[str, ...]:
    """The jurisdictions that are asked for, by words that are a name or as a condition, and have no text."""
    stored = {one.jurisdiction for one in result.library.values()}
    named = result.library.jurisdictions.named
    codes = [*named(result.words), *(code for name in result.jurisdictions for code in named(name))]
    return tuple(code for code in dict.fromkeys(codes) if not any(begins(one, code) for one in stored))


def _group(name: str, result: Listing) -> str:
    """The name of a group; that of a jurisdiction goes before its code."""
    known = result.library.jurisdictions.name_of(name) if result.by == "jurisdiction" and name else name
    return f"{known} ({name})" if known != name else name or "not stated"


def _row(d: Definition, library: Library) -> tuple[str, ...]:
    verified = _VERIFIED.get(d.verification.state, "") if d.verification else ""
    alias = library.alias_of(d.id) or ""
    return d.id, d.label, d.status, d.adopted, d.jurisdiction, d.lang, alias, verified


# --- terms, elements and faults ----------------------------------------------------------------------


def elements_list_document(result: ElementsList) -> Document:
    """The elements, what each asks, and who speaks of it."""
    rows = tuple(
        (
            runs(Run(e.label, "strong"), Run("\n" + e.group, "muted")),
            runs(e.asks),
            runs("; ".join(a.citation for a in e.authorities) or "—"),
        )
        for e in result.taxonomy.values()
    )
    of = "" if result.taxonomy.id in ("", MAIN_TERM) else f" of {result.taxonomy.term}"
    table = Table(("Element", "Asks", "Authorities"), rows, f"Elements of a definition{of}", wide=(1, 2))
    return Document("", (table,))


def terms_list_document(result: TermsList) -> Document:
    """The terms: how many definitions there are of each, from where and since when."""
    header = ("Term", "Definitions", "Where", "Years", "Elements", "Languages")
    rows = tuple(
        tuple(
            map(
                runs,
                (
                    row["term"],
                    str(row["definitions"]),
                    str(len(row["jurisdictions"])),
                    "–".join(dict.fromkeys(filter(None, (row["since"], row["until"])))),
                    str(row["elements"]) if row["elements"] else "—",
                    ", ".join(row["languages"]),
                ),
            )
        )
        for row in result.to_dict()["terms"]
    )
    return Document("", (Table(header, rows, "Terms", compact=True),))


def check_report_document(result: CheckReport) -> Document:
    """The faults of records, one a line, or that there is none."""
    if not result.faults:
        found = f"{count(result.definitions, 'definition')} in {result.where}, no faults."
        return Document("", (Paragraph(runs(found)),))
    faults = "\n".join(map(str, result.faults))
    foot = f"{count(len(result.faults), 'fault')} in {result.where}."
    return Document("", (Paragraph(runs(faults), wrap=False), Paragraph(runs(foot), wrap=False)))


# --- one definition ---------------------------------------------------------------------------


def listed_document(result: Listed) -> Document:
    """The definition of an entry."""
    return definition_document(result.definition)


def definition_document(result: Definition) -> Document:
    """One definition: its words, and everything that its record says of them."""
    d = result
    verified = d.verification
    facts = [
        ("id", d.id),
        ("term", d.term),
        ("instrument", d.instrument),
        ("full title", d.official_title),
        ("provision", d.provision),
        ("issuer", f"{d.issuer} ({d.jurisdiction})" if d.jurisdiction else d.issuer),
        ("identifier", ", ".join(identifier(k, v) for k, v in d.identifiers.items())),
        ("kind", ", ".join(part for part in (d.kind, d.stage, d.legal_force) if part)),
        ("published" if d.kind == "scholarly" else "adopted", d.adopted),
        ("in force", d.in_force),
        ("status", d.status + (f" (as of {d.status_as_of})" if d.status_as_of else "")),
        ("official address", d.url),
        ("language", _language(d)),
        ("drafted from", _predecessors(d, "documented")),
        ("similar wording", _predecessors(d, "wording")),
        ("supersedes", ", ".join(d.supersedes)),
        ("adopts", ", ".join(d.implements)),
        ("same words in", ", ".join(d.same_text_as)),
        ("verification", f"{read_in(d)} ({verified.seen})" if verified else ""),
        ("read in", "; ".join(_place(p) for p in verified.places) if verified else ""),
        ("on the wording", verified.note if verified else ""),
        ("other wordings", d.variants),
        ("notes", d.notes),
        ("rights", d.rights and f"see data/LICENSE.md, {d.rights}"),
        ("elements", "reviewed" if d.reviewed else "automatic"),
    ]
    rows = tuple(
        (
            runs(Run(name, "strong")),
            runs(Run(value, lang=d.lang) if name == "term" else Run(value, links=name in _LINKED)),
        )
        for name, value in facts
        if value.strip()
    )
    table = Table(("", ""), rows, "", ("", ""), (1,))
    title = d.title or d.name
    return Document(title, (Paragraph(runs(d.text), d.lang), table))


def _predecessors(d: Definition, ground: PredecessorGround) -> str:
    named = [p for p in d.predecessors if p.ground == ground]
    return "; ".join(p.id + (f" ({p.note})" if p.note else "") for p in named)


def _language(d: Definition) -> str:
    parts = [d.lang]
    if d.authenticity.languages:
        parts.append("equally authentic: " + ", ".join(d.authenticity.languages))
    if d.authenticity.translation:
        parts.append("translation, not authentic")
    if d.authenticity.note:
        parts.append(d.authenticity.note)
    return "; ".join(parts)


def _place(place: Copy) -> str:
    return ", ".join(part for part in (place.title, place.publisher, place.url) if part)
