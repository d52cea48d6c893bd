"""The rules for data files, and the check of a TOML table against its fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from aidefs.classes import NamedTuple
from aidefs.library.fields import LABEL_LENGTH, Field, FieldKind, Form
from aidefs.library.names import nearest_hint

__all__ = ["FORMS", "RULES", "BrokenRule", "Pattern", "examine", "form_fault"]


RULES: Mapping[str, str] = MappingProxyType(
    {
        # the file as a whole
        "unreadable-file": "a file can be read",
        "not-utf-8": "a file is encoded in UTF-8",
        "toml-syntax": "a file is valid TOML",
        "no-definitions": "a folder of definitions holds at least one",
        "missing-file": "the shipped collection has its aliases, elements, jurisdictions, version and rights",
        # the shape of a table
        "unknown-key": "a file has only keys that are read",
        "missing-key": "a required key is there",
        "wrong-type": "a value has the type of its key",
        "empty-value": "a string that is given says something",
        "unknown-value": "a value of a closed list is one of the list",
        # the form of a value
        "id-form": "an id or alias is made of lower-case letters, digits and single hyphens",
        "date-form": "a date is written YYYY, YYYY-MM or YYYY-MM-DD",
        "date-real": "a date exists in the calendar",
        "url-form": "an address begins with https:// or http:// and has no white space",
        "lang-form": "a language is a BCP 47 tag such as en or zh-Hant",
        "jurisdiction-form": "a jurisdiction is an upper-case code such as EU, US or US-CO",
        "control-character": "a string has no control characters but line feeds",
        # one definition
        "id-file": "the id is the name of the file without .toml",
        "text-margins": "the text has no white space around it",
        "label-length": f"a label fits a column head: {LABEL_LENGTH} characters",
        "text-ellipsis": "a shipped text is whole: no ellipsis stands at its edge",
        "metadata-unseen": "a shipped record says only what was seen: nothing is marked as unseen",
        "status-date": "a shipped status is stated for a day, and not for one before the text",
        "scholarly-force": "a scholarly text is not law: its legal force is non-binding",
        "translation-original": "a shipped translation names its original, or says which texts are authentic",
        "segment-text": "the pieces of the annotation, joined, give the text back but for white space",
        # definitions together
        "segment-element": "the annotation uses only elements of the taxonomy",
        "term-without-elements": "a term that a record names has a file of elements",
        "term-folder": "a shipped record stands in the folder of the first term that it names",
        "label-twice": "no two definitions have the same label",
        "same-text": "a shipped text that another record has too names it in same_text_as",
        "rights-unknown": "the rights name a heading of LICENSE.md",
        "predecessor-unknown": "a predecessor is in the library",
        "predecessor-cycle": "no text is its own predecessor, at any remove",
        "relation-unknown": "a text that another supersedes, implements or repeats is in the library",
        "relation-cycle": "no text supersedes, implements or repeats itself, at any remove",
        "relation-twice": "a text supersedes, implements or repeats another once",
        "version-unknown": "the record that a language version or translation belongs to is in the library",
        "version-chain": "a language version belongs to a record that is not a language version itself",
        "version-language": "a language version is in another language than the record it belongs to",
        "version-twice": "a record has one language version in each language",
        # aliases
        "alias-taken": "an alias is not an id",
        "alias-unknown": "an alias stands for definitions of the library",
        # jurisdictions
        "jurisdiction-unknown": "the jurisdiction of a shipped definition has a name in jurisdictions.toml",
        # elements
        "element-twice": "no two elements have the same id",
        "element-reserved": "no element is called all or core, which select elements",
        "role-twice": "no two elements have the same role",
        "cue-syntax": "a cue can be read and asks for at least one word",
        "no-elements": "a taxonomy has at least one element",
    }
)
"""What each rule demands, by its code."""


class BrokenRule(NamedTuple):
    """A broken rule, before it is known in which file.

    Attributes:
        key: Dotted path of the key at fault, places in arrays counted from 1.
        code: A key of `RULES`.
        message: What was found and what was expected.
    """

    key: str
    code: str
    message: str


# --- shape ------------------------------------------------------------------------------------


def examine(
    table: Mapping[str, Any], fields: tuple[Field, ...], *, shipped: bool, path: str = ""
) -> Iterator[BrokenRule]:
    """Finds every departure of a table from its description.

    Args:
        table: The table as read from TOML.
        fields: Its description.
        shipped: Whether what is required of the shipped collection is required here.
        path: Where the table stands, "" at the top.
    """
    known = [field.key for field in fields]
    for key in table:
        if key not in known:
            yield BrokenRule(_join(path, key), "unknown-key", f"unknown key{nearest_hint(key, known)}")
    for field in fields:
        where = _join(path, field.key)
        if field.key in table:
            yield from _KINDS[field.kind](table[field.key], field, where, shipped)
        elif field.required == "always" or (shipped and field.required == "shipped"):
            yield BrokenRule(where, "missing-key", "is missing")


# --- kinds ------------------------------------------------------------------------------------


def _text(value: Any, field: Field, where: str, shipped: bool) -> Iterator[BrokenRule]:
    if not isinstance(value, str):
        hint = "; put it in quotes" if isinstance(value, (int, float)) or _is_time(value) else ""
        yield BrokenRule(where, "wrong-type", f"expected a string, found {_kind_of(value)}{hint}")
    elif not value.strip():
        # A user may leave a blank form's optional fields blank.
        if shipped or field.required == "always":
            yield BrokenRule(where, "empty-value", "is empty; a key without a value is left out")
    elif field.values and value not in field.values:
        near = nearest_hint(value, field.values) or f"; expected one of: {', '.join(field.values)}"
        yield BrokenRule(where, "unknown-value", f"unknown value {value!r}{near}")
    elif field.form and (broken := form_fault(field.form, value)):
        yield BrokenRule(where, *broken)


def _flag(value: Any, field: Field, where: str, shipped: bool) -> Iterator[BrokenRule]:
    if not isinstance(value, bool):
        yield BrokenRule(where, "wrong-type", f"expected true or false, found {_kind_of(value)}")


def _texts(value: Any, field: Field, where: str, shipped: bool) -> Iterator[BrokenRule]:
    if not isinstance(value, list):
        yield BrokenRule(where, "wrong-type", f"expected an array of strings, found {_kind_of(value)}")
        return
    one = field._replace(required="always")
    for number, item in enumerate(value, 1):
        yield from _text(item, one, f"{where}[{number}]", shipped)


def _lists(value: Any, field: Field, where: str, shipped: bool) -> Iterator[BrokenRule]:
    if not isinstance(value, dict):
        yield BrokenRule(where, "wrong-type", f"expected a table of arrays, found {_kind_of(value)}")
        return
    for key, item in value.items():
        yield from _texts(item, field, _join(where, key), shipped)


def _pairs(value: Any, field: Field, where: str, shipped: bool) -> Iterator[BrokenRule]:
    if not isinstance(value, list):
        yield BrokenRule(where, "wrong-type", f"expected an array of pairs, found {_kind_of(value)}")
        return
    for number, pair in enumerate(value, 1):
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(item, str) for item in pair)):
            yield BrokenRule(
                f"{where}[{number}]", "wrong-type", "expected a pair of strings: element and words"
            )
        elif not all(item.strip() for item in pair):
            yield BrokenRule(f"{where}[{number}]", "empty-value", "a string of the pair is empty")


def _strings(value: Any, field: Field, where: str, shipped: bool) -> Iterator[BrokenRule]:
    if not isinstance(value, dict):
        yield BrokenRule(where, "wrong-type", f"expected a table of strings, found {_kind_of(value)}")
        return
    for key, item in value.items():
        if shipped and field.keys and key not in field.keys:
            yield BrokenRule(_join(where, key), "unknown-key", f"unknown key{nearest_hint(key, field.keys)}")
        yield from _text(item, field, _join(where, key), shipped)


def _table(value: Any, field: Field, where: str, shipped: bool) -> Iterator[BrokenRule]:
    if isinstance(value, dict):
        yield from examine(value, field.fields, shipped=shipped, path=where)
    else:
        yield BrokenRule(where, "wrong-type", f"expected a table, found {_kind_of(value)}")


def _tables(value: Any, field: Field, where: str, shipped: bool) -> Iterator[BrokenRule]:
    if not isinstance(value, list):
        hint = f"; write [[{where}]]" if isinstance(value, dict) else ""
        yield BrokenRule(where, "wrong-type", f"expected an array of tables, found {_kind_of(value)}{hint}")
        return
    for number, item in enumerate(value, 1):
        yield from _table(item, field, f"{where}[{number}]", shipped)


_KINDS: Mapping[FieldKind, Callable[[Any, Field, str, bool], Iterator[BrokenRule]]] = {
    "text": _text,
    "flag": _flag,
    "texts": _texts,
    "lists": _lists,
    "pairs": _pairs,
    "strings": _strings,
    "table": _table,
    "tables": _tables,
}

_TYPES: tuple[tuple[type, str], ...] = (
    (str, "a string"),
    (bool, "true or false"),
    (int, "an integer"),
    (float, "a number"),
    (list, "an array"),
    (dict, "a table"),
)


def _kind_of(value: Any) -> str:
    names = (name for kind, name in _TYPES if isinstance(value, kind))
    # TOML has no other types, but a caller's dict may.
    return next(names, "a date or time" if _is_time(value) else type(value).__name__)


def _is_time(value: Any) -> bool:
    """Whether it is a date or a time, of which few files have any."""
    from datetime import date, time

    return isinstance(value, (date, time))


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


# --- forms ------------------------------------------------------------------------------------


class Pattern(NamedTuple):
    """What a text of some form looks like.

    Attributes:
        expression: The regular expression that the whole of it has to match.
        unlike: What is said of a text that does not match, behind it.
    """

    expression: str
    unlike: str


FORMS: Mapping[Form, Pattern] = MappingProxyType(
    {
        "id": Pattern(
            r"[a-z0-9]+(-[a-z0-9]+)*", "is not made of lower-case letters, digits and single hyphens"
        ),
        "date": Pattern(
            r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", "is not of the form YYYY, YYYY-MM or YYYY-MM-DD"
        ),
        "url": Pattern(r"https?://\S+", "does not begin with https:// or http://, or has white space"),
        # BCP 47, section 2.1: language, then perhaps script and region
        "lang": Pattern(
            r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?",
            "is not a language tag such as en, zh-Hant or pt-BR",
        ),
        "jurisdiction": Pattern(
            r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*", "is not an upper-case code such as EU, US or US-CO"
        ),
    }
)


def form_fault(form: Form, value: str) -> tuple[str, str] | None:
    """The code of the rule that a text of a form breaks, and what is wrong; None where nothing is."""
    expression, unlike = FORMS[form]
    found = re.fullmatch(expression, value)
    if not found:
        return f"{form}-form", f"{value!r} {unlike}"
    return _calendar_fault(found) if form == "date" else None


def _calendar_fault(found: re.Match[str]) -> tuple[str, str] | None:
    from datetime import date

    year, month, day = (int(part or 1) for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return "date-real", f"there is no day or month {found[0]}"
    return None
