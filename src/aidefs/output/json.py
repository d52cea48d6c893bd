"""Results as JSON text."""

from __future__ import annotations

import json
from typing import Any

from aidefs.errors import InputError
from aidefs.results import Result
from aidefs.text.visible import json_visible

__all__ = ["render_json", "render_line"]

_NUMBERS = frozenset({int, float, bool, type(None)})
_encode = json.JSONEncoder(ensure_ascii=False).encode


def render_json(result: object) -> str:
    """Indented JSON in the order of `to_dict`, letters as they are, with a line feed at the end.

    A list of numbers stands on one line: a span, or a row of a matrix.
    """
    if not isinstance(result, Result):
        raise InputError(f"{type(result).__name__.lower()} has no json form")
    return _writable(_indented(result.to_dict(), "\n")) + "\n"


def render_line(value: dict[str, Any]) -> str:
    """A part of a result as one line of JSON Lines, with a line feed at the end."""
    return _writable(_encode(value)) + "\n"


def _writable(text: str) -> str:
    """A lone surrogate is no text that could be written as UTF-8; it stays visible as its escape."""
    return json_visible(text.encode("utf-8", "backslashreplace").decode())


def _indented(value: Any, line: str) -> str:
    """The value as JSON whose further lines begin with `line`, a line feed and spaces."""
    inner = line + "  "
    if isinstance(value, dict) and value:
        shown = (f"{inner}{_encode(str(key))}: {_indented(one, inner)}" for key, one in value.items())
        return "{" + ",".join(shown) + line + "}"
    if isinstance(value, list | tuple) and not _NUMBERS.issuperset(map(type, value)):
        return "[" + ",".join([inner + _indented(one, inner) for one in value]) + line + "]"
    return _encode(value)
