"""Definitions and segments as plain data, for every JSON output alike; their names and numbers as words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from aidefs.library.records import Definition, Segment

__all__ = ["definition_dict", "distinct_names", "identifier", "segment_dict"]


def definition_dict(definition: Definition, alias: str | None = None) -> dict[str, Any]:
    """The JSON form of a definition; keys without a value are left out, `id` and `text` never."""
    d = definition
    plain = {
        "id": d.id,
        "alias": alias,
        "label": d.label,
        "title": d.title,
        "prose": d.prose,
        "term": d.term,
        "lang": d.lang,
        "version_of": d.version_of,
        "translation_of": d.translation_of,
        "supersedes": list(d.supersedes),
        "implements": list(d.implements),
        "text": d.text,
        "instrument": d.instrument,
        "issuer": d.issuer,
        "jurisdiction": d.jurisdiction,
        "kind": d.kind,
        "legal_force": d.legal_force,
        "status": d.status,
        "status_as_of": d.status_as_of,
        "adopted": d.adopted,
        "in_force": d.in_force,
        "provision": d.provision,
        "identifiers": dict(d.identifiers),
        "url": d.url,
        "predecessors": [{"id": p.id, "ground": p.ground, "note": p.note} for p in d.predecessors],
        "authenticity": _authenticity(d),
        "verification": _verification(d),
        "variants": d.variants,
        "notes": d.notes,
        "rights": d.rights,
    }
    return {key: value for key, value in plain.items() if value or key in ("id", "text")}


def _authenticity(definition: Definition) -> dict[str, Any]:
    found = definition.authenticity
    if not (found.languages or found.translation or found.note):
        return {}
    return {"languages": list(found.languages), "translation": found.translation, "note": found.note}


def _verification(definition: Definition) -> dict[str, Any]:
    found = definition.verification
    if found is None:
        return {}
    places = [
        {"title": p.title, "publisher": p.publisher, "url": p.url, "official": p.official}
        for p in found.places
    ]
    return {"state": found.state, "seen": found.seen, "places": places, "note": found.note}


def segment_dict(segment: Segment) -> dict[str, Any]:
    """The JSON form of a segment."""
    f = segment.facets
    return {
        "element": segment.element,
        "start": segment.start,
        "end": segment.end,
        "text": segment.text,
        "facets": {
            "modal": f.modal,
            "position": f.position,
            "open_list": f.open_list,
            "items": list(f.items),
            "negated": f.negated,
        },
        "evidence": [
            {"kind": e.kind, "value": e.value, **({"source": e.source} if e.source else {})}
            for e in segment.evidence
        ],
    }


def distinct_names(definitions: Iterable[Definition], *, spoken: bool = False) -> tuple[str, ...]:
    """Names by which definitions can be told apart, one for each in order.

    A name that different definitions have goes with the id, and where they have one id too, as files
    of one name in two folders do, with a number.

    Args:
        definitions: The definitions; one that stands twice keeps its name.
        spoken: Whether the names are for sentences and not for column heads.
    """
    each = list(definitions)
    known = [d for k, d in enumerate(each) if d not in each[:k]]  # a list: not every one can be hashed
    names = [d.spoken if spoken else d.name for d in known]
    names = [
        name if names.count(name) == 1 or name == d.id else f"{name} ({d.id})"
        for name, d in zip(names, known, strict=True)
    ]
    names = [
        name if names.count(name) == 1 else f"{name} ({names[: k + 1].count(name)})"
        for k, name in enumerate(names)
    ]
    return tuple(names[known.index(d)] for d in each)


_SCHEMES = {
    "celex": "CELEX {}", "cets": "CETS No. {}", "doi": "doi:{}", "eo": "Exec. Order No. {}", "oj": "OJ {}",
    "pl": "Pub. L. {}",
}  # fmt: skip


def identifier(scheme: str, value: str) -> str:
    """An official number as it is cited; a number that names its own series stays as it is."""
    pattern = _SCHEMES.get(scheme, "{}")
    name = pattern.split("{}")[0].strip()
    return value if name and value.startswith(name.split()[0]) else pattern.format(value)
