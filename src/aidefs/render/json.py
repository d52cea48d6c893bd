"""Results as JSON text."""

from __future__ import annotations

import json

from aidefs.errors import InputError
from aidefs.result import Result

__all__ = ["render_json"]


def render_json(result: object) -> str:
    """Indented JSON in the order of `to_dict`, letters as they are, with a line feed at the end."""
    if not isinstance(result, Result):
        raise InputError(f"{type(result).__name__.lower()} has no json form")
    # A lone surrogate is no text that could be written as UTF-8; it stays visible as its escape.
    text = json.dumps(result.to_dict(), ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode() + "\n"
