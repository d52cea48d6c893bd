"""The collection as four tables of plain values, for programs that know nothing of aidefs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from aidefs.library.describe import definition_dict, segment_dict
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.segmentation.segmentation import segment
from aidefs.tidy import Column, columns_of, held

__all__ = ["DEFINITIONS", "Column", "Resource", "definition_row", "full_dict", "resources"]


class Resource(NamedTuple):
    """A table.

    Attributes:
        name: Its name, also that of its file.
        title: What a row is.
        key: Columns that name a row.
        columns: Its columns.
        rows: Values in the order of the columns; None where there is none.
    """

    name: str
    title: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]


DEFINITIONS = columns_of("""
id string Stable name of the definition
alias string Short name whose current text this is
label string Short name for column heads
title string Longer name
prose string How a sentence names the text
term string The definiendum
lang string BCP 47 tag of the text's language
version_of string Id of the definition that this is another authentic language version of
translation_of string Id of the definition that this text translates without being authentic
supersedes array Ids of the earlier definitions whose place this one has taken
implements array Ids of the definitions that this one says it adopts
text string Official wording, letter for letter
instrument string Official name of the law, standard or document
issuer string Who made it
jurisdiction string ISO 3166 code (also US-CO), EU, COE, OECD, UN or INT
kind string Kind of instrument: treaty, regulation, statute, draft and so on
legal_force string binding, non-binding or proposed
status string in force, adopted, signed, draft, rejected, withdrawn or superseded
status_as_of string Day for which the status is stated (ISO date)
adopted string Date of adoption, as precise as known: 2024, 2024-05 or 2024-05-17
in_force string Date of entry into force
provision string Place inside the instrument
identifiers object Official numbers by scheme
url string Official address
authentic_languages array BCP 47 tags of the authentic versions
translation boolean Whether the stored text is a translation without legal force
authenticity_note string The clause or source that says which versions are authentic
verification_state string official document seen, two independent copies or one copy
verification_seen string Day on which the places of verification were read (ISO date)
verification_note string Which copies disagree, what was supplied, what could not be read
variants string Wordings in circulation that are not this one
notes string Anything else a reader must know
rights string Which rights the text carries: a heading of LICENSE.md in lower case with hyphens
reviewed boolean Whether the definition carries a reviewed annotation of its elements
""")
_SEGMENTS = columns_of("""
id string Id of the definition
n integer Number of the segment in the text, from 1
element string Id of the element
start integer Offset of the first character, in code points from 0
end integer Offset behind the last character
text string Official characters of the segment
modal string Modal verb of the segment: may, can, must or shall
position string main (in the defining clause), separate (in a later sentence) or list (an enumerated limb)
open_list boolean Whether a list is introduced as examples
items array The enumerated items in order, lower case
negated boolean Whether the segment excludes
""")
_PREDECESSORS = columns_of("""
id string Id of the definition
n integer Number of the predecessor, from 1
predecessor string Id of the earlier definition; a selection need not contain it
ground string documented (a source says so) or wording (only seen in the words)
note string The source, or the words
""")
_PLACES = columns_of("""
id string Id of the definition
n integer Number of the place, from 1
title string What was read there
publisher string Who publishes it
url string Public address
official boolean Whether it is the issuer's own document
""")


def resources(definitions: Iterable[Definition], library: Library) -> tuple[Resource, ...]:
    """The tables of definitions, reviewed segments, predecessors and places of verification.

    Args:
        definitions: What to tell of, in this order.
        library: The library that they are from; it knows their aliases.
    """
    chosen = tuple(definitions)
    named = ("id", "n")
    return (
        _resource(
            "definitions", "Definitions", ("id",), DEFINITIONS, (definition_row(d, library) for d in chosen)
        ),
        _resource("segments", "Reviewed segments", named, _SEGMENTS, _each(chosen, _segments)),
        _resource("predecessors", "Predecessors", named, _PREDECESSORS, _each(chosen, _predecessors)),
        _resource("places", "Places of verification", named, _PLACES, _each(chosen, _places)),
    )


def full_dict(definition: Definition, library: Library) -> dict[str, Any]:
    """A definition with its reviewed segments as nested data."""
    data = definition_dict(definition, library.alias_of(definition.id))
    if definition.reviewed:
        parts = (segment_dict(one) for one in segment(definition, method="reviewed").segments)
        data["segments"] = [{key: value for key, value in one.items() if key != "evidence"} for one in parts]
    return data


def _resource(
    name: str,
    title: str,
    key: tuple[str, ...],
    columns: tuple[Column, ...],
    rows: Iterable[dict[str, Any]],
) -> Resource:
    names = [column.name for column in columns]
    laid_out = tuple(tuple(held(row[name]) for name in names) for row in rows)
    return Resource(name, title, key, columns, laid_out)


def definition_row(d: Definition, library: Library) -> dict[str, Any]:
    """The row of a definition, in the columns `DEFINITIONS`."""
    row: dict[str, Any] = {
        column.name: getattr(d, column.name) for column in DEFINITIONS if hasattr(d, column.name)
    }
    seen = d.verification
    return row | {
        "alias": library.alias_of(d.id),
        "supersedes": list(d.supersedes),
        "implements": list(d.implements),
        "identifiers": dict(d.identifiers),
        "authentic_languages": list(d.authenticity.languages),
        "translation": d.authenticity.translation,
        "authenticity_note": d.authenticity.note,
        "verification_state": seen.state if seen else "",
        "verification_seen": seen.seen if seen else "",
        "verification_note": seen.note if seen else "",
    }


def _each(definitions: Iterable[Definition], parts: Any) -> Iterable[dict[str, Any]]:
    for d in definitions:
        for n, part in enumerate(parts(d), 1):
            yield {"id": d.id, "n": n, **part}


def _segments(d: Definition) -> Iterable[dict[str, Any]]:
    for one in segment(d, method="reviewed").segments if d.reviewed else ():
        facets = {**one.facets._asdict(), "items": list(one.facets.items)}
        yield {"element": one.element, "start": one.start, "end": one.end, "text": one.text, **facets}


def _predecessors(d: Definition) -> Iterable[dict[str, Any]]:
    return ({"predecessor": p.id, "ground": p.ground, "note": p.note} for p in d.predecessors)


def _places(d: Definition) -> Iterable[dict[str, Any]]:
    return (place._asdict() for place in d.verification.places) if d.verification else ()
