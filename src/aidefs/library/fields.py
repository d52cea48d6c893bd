"""Checks the shape of a TOML table against a description of its fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from aidefs.library.names import nearest

__all__ = [
    "PATTERNS",
    "RULES",
    "Field",
    "Finding",
    "date_form",
    "examine",
    "id_form",
    "jurisdiction_form",
    "lang_form",
    "url_form",
]


class Finding(NamedTuple):
    """A broken rule, before it is known in which file.

    Attributes:
        key: Dotted path of the key at fault, places in arrays counted from 1.
        code: A key of `RULES`.
        message: What was found and what was expected.
    """

    key: str
    code: str
    message: str


RULES: Mapping[str, str] = MappingProxyType(
    {
        # the file as a whole
        "unreadable-file": "a file can be read",
        "not-utf-8": "a file is encoded in UTF-8",
        "toml-syntax": "a file is valid TOML",
        "no-definitions": "a folder of definitions holds at least one",
        "missing-file": "the shipped collection has its aliases, elements, version and rights",
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
        "label-length": "a label fits a column head: 28 characters",
        "segment-text": "the pieces of the annotation, joined, give the text back but for white space",
        # definitions together
        "segment-element": "the annotation uses only elements of the taxonomy",
        "label-twice": "no two definitions have the same label",
        "rights-unknown": "the rights name a heading of LICENSE.md",
        "predecessor-unknown": "a predecessor is in the library",
        "predecessor-cycle": "no text is its own predecessor, at any remove",
        "relation-unknown": "a text that another supersedes or implements is in the library",
        "relation-cycle": "no text supersedes or implements itself, at any remove",
        "relation-twice": "a text supersedes or implements another once",
        "version-unknown": "the record that a language version or translation belongs to is in the library",
        "version-chain": "a language version belongs to a record that is not a language version itself",
        "version-language": "a language version is in another language than the record it belongs to",
        "version-twice": "a record has one language version in each language",
        # aliases
        "alias-taken": "an alias is not an id",
        "alias-unknown": "an alias stands for definitions of the library",
        # elements
        "element-twice": "no two elements have the same id",
        "element-reserved": "no element is called all or core, which select elements",
        "role-twice": "no two elements have the same role",
        "cue-syntax": "a cue can be read and asks for at least one word",
        "no-elements": "a taxonomy has at least one element",
    }
)


Kind = Literal["text", "flag", "texts", "lists", "pairs", "strings", "table", "tables"]
When = Literal["never", "shipped", "always"]
Form = Callable[[str], tuple[str, str] | None]


class Field(NamedTuple):
    """What may stand under a key.

    Attributes:
        key: The key.
        kind: "text"; "flag" (true or false); "texts" (array of strings); "lists" (table of arrays
            of strings); "pairs" (array of pairs of strings); "strings" (table of strings); "table";
            "tables" (array of tables).
        required: "always", "shipped" (only in the collection that comes with aidefs) or "never".
        values: Closed list of values of a text; empty where any will do.
        form: Checks a text (or each of several) further: gives the code of the broken rule and a message.
        fields: Fields of a "table" or of each of the "tables".
        keys: Keys that the shipped collection may use in a table of "strings"; empty where any will do.
    """

    key: str
    kind: Kind = "text"
    required: When = "never"
    values: tuple[str, ...] = ()
    form: Form | None = None
    fields: tuple[Field, ...] = ()
    keys: tuple[str, ...] = ()


def examine(
    table: Mapping[str, Any], fields: tuple[Field, ...], *, shipped: bool, path: str = ""
) -> Iterator[Finding]:
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
            yield Finding(_join(path, key), "unknown-key", f"unknown key{nearest(key, known)}")
    for field in fields:
        where = _join(path, field.key)
        if field.key in table:
            yield from _KINDS[field.kind](table[field.key], field, where, shipped)
        elif field.required == "always" or (shipped and field.required == "shipped"):
            yield Finding(where, "missing-key", "is missing")


# --- kinds ------------------------------------------------------------------------------------


def _text(value: Any, field: Field, where: str, shipped: bool) -> Iterator[Finding]:
    if not isinstance(value, str):
        hint = "; put it in quotes" if isinstance(value, (date, time, int, float)) else ""
        yield Finding(where, "wrong-type", f"expected a string, found {_kind_of(value)}{hint}")
    elif not value.strip():
        # A user may leave a blank form's optional fields blank.
        if shipped or field.required == "always":
            yield Finding(where, "empty-value", "is empty; a key without a value is left out")
    elif field.values and value not in field.values:
        near = nearest(value, field.values) or f"; expected one of: {', '.join(field.values)}"
        yield Finding(where, "unknown-value", f"unknown value {value!r}{near}")
    elif field.form and (broken := field.form(value)):
        yield Finding(where, *broken)


def _flag(value: Any, field: Field, where: str, shipped: bool) -> Iterator[Finding]:
    if not isinstance(value, bool):
        yield Finding(where, "wrong-type", f"expected true or false, found {_kind_of(value)}")


def _texts(value: Any, field: Field, where: str, shipped: bool) -> Iterator[Finding]:
    if not isinstance(value, list):
        yield Finding(where, "wrong-type", f"expected an array of strings, found {_kind_of(value)}")
        return
    one = field._replace(required="always")
    for number, item in enumerate(value, 1):
        yield from _text(item, one, f"{where}[{number}]", shipped)


def _lists(value: Any, field: Field, where: str, shipped: bool) -> Iterator[Finding]:
    if not isinstance(value, dict):
        yield Finding(where, "wrong-type", f"expected a table of arrays, found {_kind_of(value)}")
        return
    for key, item in value.items():
        yield from _texts(item, field, _join(where, key), shipped)


def _pairs(value: Any, field: Field, where: str, shipped: bool) -> Iterator[Finding]:
    if not isinstance(value, list):
        yield Finding(where, "wrong-type", f"expected an array of pairs, found {_kind_of(value)}")
        return
    for number, pair in enumerate(value, 1):
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(item, str) for item in pair)):
            yield Finding(f"{where}[{number}]", "wrong-type", "expected a pair of strings: element and words")
        elif not all(item.strip() for item in pair):
            yield Finding(f"{where}[{number}]", "empty-value", "a string of the pair is empty")


def _strings(value: Any, field: Field, where: str, shipped: bool) -> Iterator[Finding]:
    if not isinstance(value, dict):
        yield Finding(where, "wrong-type", f"expected a table of strings, found {_kind_of(value)}")
        return
    for key, item in value.items():
        if shipped and field.keys and key not in field.keys:
            yield Finding(_join(where, key), "unknown-key", f"unknown key{nearest(key, field.keys)}")
        yield from _text(item, field, _join(where, key), shipped)


def _table(value: Any, field: Field, where: str, shipped: bool) -> Iterator[Finding]:
    if isinstance(value, dict):
        yield from examine(value, field.fields, shipped=shipped, path=where)
    else:
        yield Finding(where, "wrong-type", f"expected a table, found {_kind_of(value)}")


def _tables(value: Any, field: Field, where: str, shipped: bool) -> Iterator[Finding]:
    if not isinstance(value, list):
        hint = f"; write [[{where}]]" if isinstance(value, dict) else ""
        yield Finding(where, "wrong-type", f"expected an array of tables, found {_kind_of(value)}{hint}")
        return
    for number, item in enumerate(value, 1):
        yield from _table(item, field, f"{where}[{number}]", shipped)


_KINDS: Mapping[Kind, Callable[[Any, Field, str, bool], Iterator[Finding]]] = {
    "text": _text,
    "flag": _flag,
    "texts": _texts,
    "lists": _lists,
    "pairs": _pairs,
    "strings": _strings,
    "table": _table,
    "tables": _tables,
}

_TYPES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (str, "a string"),
    (bool, "true or false"),
    (int, "an integer"),
    (float, "a number"),
    (list, "an array"),
    (dict, "a table"),
    ((datetime, date, time), "a date or time"),
)


def _kind_of(value: Any) -> str:
    names = (name for kind, name in _TYPES if isinstance(value, kind))
    return next(names, type(value).__name__)  # TOML has no other types, but a caller's dict may


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


# --- forms ------------------------------------------------------------------------------------

_ID = r"[a-z0-9]+(-[a-z0-9]+)*"
_DATE = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?"
_URL = r"https?://\S+"
_LANG = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"
_JURISDICTION = r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*"


def id_form(value: str) -> tuple[str, str] | None:
    """Checks an id, an alias or a slug."""
    if re.fullmatch(_ID, value):
        return None
    return "id-form", f"{value!r} is not made of lower-case letters, digits and single hyphens"


def date_form(value: str) -> tuple[str, str] | None:
    """Checks a date that may lack the day, or the month and the day."""
    parts = re.fullmatch(_DATE, value)
    if not parts:
        return "date-form", f"{value!r} is not of the form YYYY, YYYY-MM or YYYY-MM-DD"
    year, month, day = (int(part or 1) for part in parts.groups())
    try:
        date(year, month, day)
    except ValueError:
        return "date-real", f"there is no day or month {value}"
    return None


def url_form(value: str) -> tuple[str, str] | None:
    """Checks an address."""
    if re.fullmatch(_URL, value):
        return None
    return "url-form", f"{value!r} does not begin with https:// or http://, or has white space"


def lang_form(value: str) -> tuple[str, str] | None:
    """Checks a language tag: language, then perhaps script and region (BCP 47, section 2.1)."""
    if re.fullmatch(_LANG, value):
        return None
    return "lang-form", f"{value!r} is not a language tag such as en, zh-Hant or pt-BR"


def jurisdiction_form(value: str) -> tuple[str, str] | None:
    """Checks the code of a jurisdiction."""
    if re.fullmatch(_JURISDICTION, value):
        return None
    return "jurisdiction-form", f"{value!r} is not an upper-case code such as EU, US or US-CO"


PATTERNS: Mapping[Form, str] = {
    id_form: _ID,
    date_form: _DATE,
    url_form: _URL,
    lang_form: _LANG,
    jurisdiction_form: _JURISDICTION,
}
"""The regular expression that the whole of a text has to match, by the form that checks it further."""
