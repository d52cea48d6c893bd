"""Checked documents as SARIF, for editors and services that show the findings of checks.

The form is that of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS Standard, 27 March
2020). Passages that are not reproached are no results, but paraphrases are notes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from aidefs.quotations.verification import CheckedFile, Passage, Verification
from aidefs.text.visible import json_visible
from aidefs.version import __version__

__all__ = ["RULES", "sarif", "to_sarif"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# Rule → level and what it means.
RULES = {
    "wording-changed": ("error", "The words of a quotation are not those of the official text."),
    "punctuation-changed": ("warning", "The punctuation of a quotation is not that of the official text."),
    "misattributed": ("error", "The text names another source than the one that is quoted."),
    "not-found": ("error", "What is introduced as a definition is in no version of the text that is named."),
    "cut-short": ("error", "A quotation that is given as whole ends where the official text goes on."),
    "paraphrase": ("note", "A passage adapts a definition in other words."),
}
_BY_VERDICT = {
    "changed": "wording-changed",
    "punctuation": "punctuation-changed",
    "not found": "not-found",
    "exact": "cut-short",
}


def to_sarif(verification: Verification) -> str:
    """The SARIF form as indented JSON text, ending in a line feed."""
    shown = json.dumps(sarif(verification), ensure_ascii=False, indent=2)
    return json_visible(shown.encode("utf-8", "replace").decode()) + "\n"


def sarif(verification: Verification) -> dict[str, Any]:
    """The SARIF form as plain data."""
    rules = [
        {"id": rule, "shortDescription": {"text": text}, "defaultConfiguration": {"level": level}}
        for rule, (level, text) in RULES.items()
    ]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "aidefs", "version": __version__, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(verification)],
                "results": [result for file in verification for result in _results(verification, file)],
            }
        ],
    }


def _invocation(verification: Verification) -> dict[str, Any]:
    """Files that could not be read are notifications, so that nobody takes the run for a whole one."""
    notifications = [
        {
            "level": "error",
            "message": {"text": file.fault},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(file.name)}}}],
        }
        for file in verification
        if file.fault
    ]
    return {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}


def _results(verification: Verification, file: CheckedFile) -> Iterator[dict[str, Any]]:
    for passage in file.passages:
        rules = [
            _BY_VERDICT.get(passage.quotation.verdict) if passage.misworded else None,
            "misattributed" if passage.misattributed else None,
            "paraphrase" if passage.quotation.verdict == "paraphrase" else None,
        ]
        for rule in filter(None, rules):
            yield {
                "ruleId": rule,
                "ruleIndex": list(RULES).index(rule),
                "level": RULES[rule][0],
                "message": {"text": _message(verification, rule, passage)},
                "locations": [_location(file, passage)],
                **_fixes(file, passage, rule),
            }


def _message(verification: Verification, rule: str, passage: Passage) -> str:
    q = passage.quotation
    name = f"{q.definition.name} ({q.definition.id})"
    if rule == "misattributed":
        named = ", ".join(verification.source_named(q))
        return f"Quotes {name}, but names {named}."
    if rule == "paraphrase":
        return f"Adapts {name} in other words."
    if rule == "not-found":
        return f"Introduced as the definition of {name}, and in no version of it."
    if rule == "cut-short":
        goes_on = f": “{q.left_off}”." if q.left_off else "."
        return f"Given as whole, where {name} goes on{goes_on}"
    equal = f" It is letter for letter {', '.join(q.exact_matches)}." if q.exact_matches else ""
    changes = "; ".join(_differences(passage))
    return f"Not letter for letter {name}: {changes}.{equal}"


def _differences(passage: Passage) -> Iterator[str]:
    """What is missing and what is there instead, in words."""
    signs = {"delete": "missing", "insert": "added"}
    for edit in passage.quotation.faults:
        words = " ".join(edit.text.split())
        if words:
            yield f"{signs.get(edit.op, edit.op)} “{words}”"
    if passage.quotation.left_off:
        yield f"missing “{passage.quotation.left_off}”"


def _location(file: CheckedFile, passage: Passage) -> dict[str, Any]:
    name, region = file.name, _region(file, passage)
    if file.form == "tex" and passage.place.part:  # a file that the document puts in
        name = (PurePath(file.name).parent / passage.place.part).as_posix()
        region = {"startLine": passage.place.line} if passage.place.line else {}
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(name)}}
    if region:
        physical["region"] = region
    location: dict[str, Any] = {"physicalLocation": physical}
    if str(passage.place):
        location["message"] = {"text": str(passage.place)}
    return location


def _region(file: CheckedFile, passage: Passage) -> dict[str, Any]:
    return {} if passage.source is None else _stretch(file, *passage.source)


def _stretch(file: CheckedFile, begin: int, end: int) -> dict[str, Any]:
    """A region of a text file (section 3.30): by lines and columns, from 1 on, and by characters."""
    place: dict[str, Any] = {}
    if file.encoded:
        text = file.encoded.text
        for key, offset in (("start", begin), ("end", end)):
            place[f"{key}Line"] = text.count("\n", 0, offset) + 1
            place[f"{key}Column"] = offset - text.rfind("\n", 0, offset)
    return {**place, "charOffset": begin, "charLength": end - begin}


def _fixes(file: CheckedFile, passage: Passage, rule: str) -> dict[str, Any]:
    if rule == "misattributed" or not passage.corrections:
        return {}
    replacements = [
        {
            "deletedRegion": _stretch(file, change.begin, change.end),
            "insertedContent": {"text": change.text},
        }
        for change in passage.corrections
    ]
    change = {"artifactLocation": {"uri": _uri(file.name)}, "replacements": replacements}
    return {"fixes": [{"description": {"text": "Print the official words."}, "artifactChanges": [change]}]}


def _uri(name: str) -> str:
    if name == "-":
        return "stdin"
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix().encode("utf-8", "replace"))
