"""Columns of tables of plain values: a row an observation, the same keys in each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

__all__ = ["Column", "Type", "columns_of", "held", "observation"]

Type = Literal["string", "integer", "number", "boolean", "array", "object"]
_TYPES: dict[str, Type] = {
    "string": "string", "integer": "integer", "number": "number", "boolean": "boolean", "array": "array",
    "object": "object",
}  # fmt: skip


class Column(NamedTuple):
    """A column.

    Attributes:
        name: Its name.
        type: Type of its values, in the words of the Frictionless standard; None is no value.
        description: What it says.
    """

    name: str
    type: Type
    description: str


def columns_of(lines: str) -> tuple[Column, ...]:
    """Columns from lines of name, type and description."""
    split = (line.split(None, 2) for line in lines.strip().splitlines())
    return tuple(Column(name, _TYPES[kind], description) for name, kind, description in split)


def held(value: Any) -> Any:
    """The value, None for an empty one; no is a value and so is zero."""
    return value if value or value is False or value == 0 else None


def observation(columns: Iterable[Column], values: Mapping[str, Any]) -> dict[str, Any]:
    """One row: the values of the columns in their order, lists as tuples, empty texts as None.

    Args:
        columns: The columns.
        values: A value a column; what belongs to no column is left out.
    """
    return {
        name: tuple(values[name] or ()) if kind == "array" else held(values[name])
        for name, kind, _ in columns
    }
