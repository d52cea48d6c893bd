"""The fields of a definition record, and the rules that one record keeps by itself."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from aidefs.errors import Fault
from aidefs.library.fields import (
    Field,
    Finding,
    date_form,
    examine,
    id_form,
    jurisdiction_form,
    lang_form,
    url_form,
)
from aidefs.library.records import (
    GROUNDS,
    GROUPS,
    KINDS,
    LEGAL_FORCES,
    RESERVED,
    ROLES,
    SCHEMES,
    STATES,
    STATUSES,
)
from aidefs.text.cues import cue_fault
from aidefs.text.spans import locate

__all__ = ["DEFINITION", "LABEL_LENGTH", "TAXONOMY", "control_characters", "taxonomy_findings", "validate"]


LABEL_LENGTH = 28
"""Longest label, in characters."""

DEFINITION: tuple[Field, ...] = (
    Field("id", required="always", form=id_form),
    Field("label", required="shipped"),
    Field("title", required="shipped"),
    Field("prose", required="shipped"),
    Field("term", required="shipped"),
    Field("lang", required="shipped", form=lang_form),
    Field("version_of"),
    Field("translation_of"),
    Field("supersedes", "texts", form=id_form),
    Field("implements", "texts", form=id_form),
    Field("text", required="always"),
    Field("instrument", required="shipped"),
    Field("issuer", required="shipped"),
    Field("jurisdiction", required="shipped", form=jurisdiction_form),
    Field("kind", required="shipped", values=KINDS),
    Field("legal_force", required="shipped", values=LEGAL_FORCES),
    Field("status", required="shipped", values=STATUSES),
    Field("status_as_of", required="shipped", form=date_form),
    Field("adopted", required="shipped", form=date_form),
    Field("in_force", form=date_form),
    Field("provision"),
    Field("url", form=url_form),
    Field("rights", required="shipped"),
    Field("variants"),
    Field("notes"),
    Field("segments", "pairs"),
    Field("identifiers", "strings", keys=SCHEMES),
    Field(
        "predecessors",
        "tables",
        fields=(
            Field("id", required="always"),
            Field("ground", required="always", values=GROUNDS),
            Field("note"),
        ),
    ),
    Field(
        "authenticity",
        "table",
        fields=(
            Field("languages", "texts", form=lang_form),
            Field("translation", "flag"),
            Field("note"),
        ),
    ),
    Field(
        "verification",
        "table",
        required="shipped",
        fields=(
            Field("state", required="always", values=STATES),
            Field("seen", required="shipped", form=date_form),
            Field("note"),
            Field(
                "places",
                "tables",
                fields=(
                    Field("title", required="always"),
                    Field("publisher", required="shipped"),
                    Field("url", form=url_form),
                    Field("official", "flag"),
                ),
            ),
        ),
    ),
)


def validate(name: str, table: Mapping[str, Any], *, shipped: bool) -> list[Fault]:
    """Checks one definition record by itself.

    Args:
        name: Name of its file.
        table: The record as read from TOML.
        shipped: Whether the record must be complete, as in the collection that comes with aidefs; a
            user's record needs only `id` and `text`.

    Returns:
        Every fault, in the order of the checks.
    """
    findings = [
        *examine(table, DEFINITION, shipped=shipped),
        *control_characters(table),
        *_id_is_file_name(table, os.path.splitext(os.path.basename(name))[0]),
        *_text_without_margins(table),
        *_pieces_give_text(table),
    ]
    if shipped:
        findings += _label_fits(table)
    return [Fault(name, finding.key, finding.message, finding.code) for finding in findings]


def control_characters(value: Any, path: str = "") -> Iterator[Finding]:
    """Finds control characters other than line feeds in all strings of a value."""
    if isinstance(value, str):
        for at, char in enumerate(value):
            if char != "\n" and unicodedata.category(char) == "Cc":
                message = f"control character U+{ord(char):04X} at character {at}"
                yield Finding(path, "control-character", message)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from control_characters(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from control_characters(item, f"{path}[{number}]")


def _id_is_file_name(table: Mapping[str, Any], stem: str) -> Iterator[Finding]:
    name = table.get("id")
    if isinstance(name, str) and name != stem:
        yield Finding("id", "id-file", f"the id {name!r} is not the name of the file, {stem!r}")


def _text_without_margins(table: Mapping[str, Any]) -> Iterator[Finding]:
    text = table.get("text")
    if isinstance(text, str) and text.strip() and text != text.strip():
        side = "begins" if text != text.lstrip() else "ends"
        yield Finding("text", "text-margins", f"the text {side} with white space")


def _pieces_give_text(table: Mapping[str, Any]) -> Iterator[Finding]:
    text, pairs = table.get("text"), table.get("segments")
    # Pairs of another shape have been reported; they cannot be joined.
    if not (isinstance(text, str) and isinstance(pairs, list) and pairs):
        return
    if any(examine({"segments": pairs}, _SEGMENTS, shipped=False)):
        return
    try:
        locate(text, [words for _, words in pairs])
    except ValueError as error:
        yield Finding("segments", "segment-text", str(error))


_SEGMENTS = tuple(field for field in DEFINITION if field.key == "segments")


def _label_fits(table: Mapping[str, Any]) -> Iterator[Finding]:
    label = table.get("label")
    if isinstance(label, str) and len(label) > LABEL_LENGTH:
        message = f"{len(label)} characters; a column head has room for {LABEL_LENGTH}"
        yield Finding("label", "label-length", message)


# --- the file of elements ----------------------------------------------------------------------


TAXONOMY: tuple[Field, ...] = (
    Field("term", required="shipped"),
    Field("terms", "strings"),
    Field(
        "element",
        "tables",
        required="always",
        fields=(
            Field("id", required="always", form=id_form),
            Field("label", required="shipped"),
            Field("labels", "strings"),
            Field("asks", required="shipped"),
            Field("group", required="always", values=GROUPS),
            Field("role", values=ROLES),
            Field("cues", "lists"),
            Field(
                "authorities",
                "tables",
                fields=(Field("document", required="always"), Field("pin"), Field("note")),
            ),
        ),
    ),
)


def taxonomy_findings(table: Mapping[str, Any], *, shipped: bool = False) -> Iterator[Finding]:
    """Finds everything that is wrong with a table of elements.

    Args:
        table: The table as read from TOML.
        shipped: Whether it must be complete, as the one that comes with aidefs.
    """
    yield from examine(table, TAXONOMY, shipped=shipped)
    yield from control_characters(table)
    elements = table.get("element")
    if not isinstance(elements, list):
        return
    if not elements:
        yield Finding("element", "no-elements", "there are no elements in this file")
    seen: set[str] = set()
    roles: set[str] = set()
    for number, element in enumerate(elements, 1):
        if not isinstance(element, dict):
            continue  # reported above
        yield from _cue_findings(element.get("cues"), f"element[{number}].cues")
        name, role = element.get("id"), element.get("role")
        if isinstance(role, str) and role in roles:
            yield Finding(f"element[{number}].role", "role-twice", f"{role!r} is the role of two elements")
        if isinstance(role, str):
            roles.add(role)
        if not isinstance(name, str):
            continue
        if name in seen:
            yield Finding(f"element[{number}].id", "element-twice", f"{name!r} is the id of two elements")
        if name in RESERVED:
            message = f"{name!r} selects elements and cannot name one"
            yield Finding(f"element[{number}].id", "element-reserved", message)
        seen.add(name)


def _cue_findings(cues: Any, path: str) -> Iterator[Finding]:
    for lang, texts in cues.items() if isinstance(cues, dict) else ():
        for number, text in enumerate(texts if isinstance(texts, list) else (), 1):
            # What is no text, or an empty one, has been reported.
            if isinstance(text, str) and text.strip() and (fault := cue_fault(text)):
                yield Finding(f"{path}.{lang}[{number}]", "cue-syntax", fault)
