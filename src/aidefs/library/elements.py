"""The fields of a file of elements, and the rules that it keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from aidefs.library.fields import Field, examine, id_form
from aidefs.library.rules import Finding
from aidefs.library.schema import control_characters
from aidefs.library.taxonomy import GROUPS, RESERVED
from aidefs.text.cues import cue_fault

__all__ = ["TAXONOMY", "taxonomy_findings"]

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
    for number, element in enumerate(elements, 1):
        if not isinstance(element, dict):
            continue  # reported above
        yield from _cue_findings(element.get("cues"), f"element[{number}].cues")
        name = element.get("id")
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
