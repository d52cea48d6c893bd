"""The fields of records: each is declared once, and the rest follows from it.

A record is a frozen class, a dataclass or a named tuple. Where an attribute may stand in a file, its
annotation says what there is to know of it:

    label: Annotated[str, key("Name for column heads.", required="shipped")] = ""

`fields_of` reads these declarations. From the fields follow the record of a table (`read`), the table of a
record for JSON (`plain`), and columns with their cells (`columns`, `cells`). `aidefs.library.rules` holds a
table to them, and `aidefs.library.schema` writes them down for editors and for people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, TypeVar

from aidefs.classes import NamedTuple
from aidefs.results import Column, Type

__all__ = [
    "LABEL_LENGTH",
    "Field",
    "FieldKind",
    "Form",
    "FrozenDict",
    "When",
    "cells",
    "columns",
    "fields_of",
    "key",
    "plain",
    "read",
]

LABEL_LENGTH = 28
"""Longest label, in characters."""


FieldKind = Literal["text", "flag", "texts", "lists", "pairs", "strings", "table", "tables"]
When = Literal["never", "shipped", "always"]
Form = Literal["id", "date", "url", "lang", "jurisdiction"]
R = TypeVar("R")
V = TypeVar("V")


class Field(NamedTuple):
    """What may stand under a key.

    Attributes:
        key: The key.
        kind: "text"; "flag" (true or false); "texts" (array of strings); "lists" (table of arrays
            of strings); "pairs" (array of pairs of strings); "strings" (table of strings); "table";
            "tables" (array of tables).
        required: "always", "shipped" (only in the collection that comes with aidefs) or "never".
        values: Closed list of values of a text; empty where any will do.
        form: What a text (or each of several) looks like, a key of `aidefs.library.rules.FORMS`.
        fields: Fields of a "table" or of each of the "tables".
        keys: Keys that the shipped collection may use in a table of "strings"; empty where any will do.
        longest: Longest text of the shipped collection, in characters; 0 where there is no limit.
        remark: Whether it holds sentences, which stand behind the other texts of a file.
        meaning: What a person who writes a record has to know, in Markdown.
        column: What its column says; the meaning where that says the same.
        named: Name of its column; its own where that is clear enough.
        record: Class of a "table" or of each of the "tables".
    """

    key: str
    kind: FieldKind = "text"
    required: When = "never"
    values: tuple[str, ...] = ()
    form: Form | None = None
    fields: tuple[Field, ...] = ()
    keys: tuple[str, ...] = ()
    longest: int = 0
    remark: bool = False
    meaning: str = ""
    column: str = ""
    named: str = ""
    record: type[Any] | None = None

    def __repr__(self) -> str:
        """What its column says: this is what the signature of a record shows."""
        return repr(self.said)

    @property
    def said(self) -> str:
        """What its column says, in plain text."""
        return (self.column or self.meaning.removesuffix(".")).replace("`", "")


# --- the declaration --------------------------------------------------------------------------


def key(
    meaning: str,
    column: str = "",
    *,
    required: When = "never",
    values: tuple[str, ...] = (),
    form: Form | None = None,
    keys: tuple[str, ...] = (),
    longest: int = 0,
    remark: bool = False,
    named: str = "",
) -> Field:
    """Declares an attribute of a record; its name and type give the rest of the field (see `Field`)."""
    return Field(
        "",
        required=required,
        values=values,
        form=form,
        keys=keys,
        longest=longest,
        remark=remark,
        meaning=meaning,
        column=column,
        named=named,
    )


def fields_of(record: type[Any]) -> tuple[Field, ...]:
    """The fields of a record in the order in which it declares them."""
    return tuple(_fields(record))


def _fields(record: type[Any]) -> Iterator[Field]:
    for name, annotation in record.__annotations__.items():
        for declared in getattr(annotation, "__metadata__", ()):
            kind, inner = _kind(annotation.__origin__)
            within = fields_of(inner) if inner else ()
            yield declared._replace(key=name, kind=kind, record=inner, fields=within)


def _kind(hint: Any) -> tuple[FieldKind, type[Any] | None]:
    """The kind of a field by the type of its attribute, and the class of what it holds, if it is a record."""
    if hint is str:
        return "text", None
    if hint is bool:
        return "flag", None
    origin: Any = getattr(hint, "__origin__", None)
    within: tuple[Any, ...] = getattr(hint, "__args__", ())
    if origin is Mapping:
        return "strings", None
    record = next((one for one in (hint, *within) if hasattr(one, "_fields")), None)
    if origin is tuple:
        return ("tables", record) if record else ("texts" if within[0] is str else "pairs", None)
    return ("table", record) if record else ("text", None)  # a closed list is a text, too


# --- from a file and to JSON ------------------------------------------------------------------


class FrozenDict(dict[str, V]):
    """A dictionary that cannot be changed, so that a record can be hashed, copied and pickled."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenDict, (dict(self),)

    def _refuse(self, *_: Any, **__: Any) -> Any:
        raise TypeError("a record cannot be changed")

    __setitem__ = __delitem__ = update = setdefault = pop = popitem = clear = __ior__ = _refuse


def read(record: Callable[..., R], fields: tuple[Field, ...], table: Mapping[str, Any], **more: Any) -> R:
    """Makes a record of a table.

    Args:
        record: Its class.
        fields: The fields of the class.
        table: A table without faults.
        more: Attributes that no table has.

    Raises:
        TypeError: The table is faulty after all; `ValueError` is possible too.
    """
    held = {**table, **more}
    if record not in _CHANGED:
        _CHANGED[record] = tuple(field for field in fields if field.kind in _READ)
    for field in _CHANGED[record]:
        if field.key in table:
            held[field.key] = _READ[field.kind](field, table[field.key])
    return record(**held)


_CHANGED: dict[Callable[..., Any], tuple[Field, ...]] = {}
"""Record → the fields that it does not take as they are; most are texts, which it does."""


def _read_table(field: Field, value: Any) -> Any:
    assert field.record
    return read(field.record, field.fields, value)


_READ: Mapping[FieldKind, Callable[[Field, Any], Any]] = {
    "texts": lambda field, value: tuple(value),
    "pairs": lambda field, value: tuple((one, other) for one, other in value),
    "strings": lambda field, value: FrozenDict(value),
    "table": _read_table,
    "tables": lambda field, value: tuple(_read_table(field, one) for one in value),
}


def plain(fields: tuple[Field, ...], record: Any) -> dict[str, Any]:
    """The table of a record with all its keys, in dictionaries and lists; {} for one that says nothing."""
    return {field.key: _PLAIN.get(field.kind, _same)(field, getattr(record, field.key)) for field in fields}


def _same(field: Field, value: Any) -> Any:
    return value


_PLAIN: Mapping[FieldKind, Callable[[Field, Any], Any]] = {
    "texts": lambda field, value: list(value),
    "pairs": lambda field, value: [list(pair) for pair in value],
    "strings": lambda field, value: dict(value),
    "table": lambda field, value: plain(field.fields, value) if any(value or ()) else {},
    "tables": lambda field, value: [plain(field.fields, one) for one in value],
}


# --- columns ----------------------------------------------------------------------------------

_COLUMN_TYPES: Mapping[FieldKind, Type] = {
    "text": "string",
    "flag": "boolean",
    "texts": "array",
    "strings": "object",
}


def columns(fields: tuple[Field, ...]) -> tuple[Column, ...]:
    """The columns of records: those of a table among the others, and none for what is itself several rows."""
    return tuple(
        Column(name, _COLUMN_TYPES[field.kind], field.said) for name, field, _ in _cells(fields, None)
    )


def cells(fields: tuple[Field, ...], record: Any) -> dict[str, Any]:
    """The row of a record, by the names of the columns; "" where a table is absent."""
    return {
        name: _PLAIN.get(field.kind, _same)(field, value) for name, field, value in _cells(fields, record)
    }


def _cells(fields: tuple[Field, ...], record: Any, before: str = "") -> Iterator[tuple[str, Field, Any]]:
    for field in fields:
        value = getattr(record, field.key, "")
        if field.kind == "table":
            yield from _cells(field.fields, value, f"{field.key}_")
        elif field.kind in _COLUMN_TYPES:
            yield field.named or f"{before}{field.key}", field, value
