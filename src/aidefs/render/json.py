"""Results as JSON text."""

from __future__ import annotations

import json
from typing import Any

from aidefs.describe import definition_dict
from aidefs.errors import InputError
from aidefs.library import stamp
from aidefs.model import Definition

__all__ = ["render_json"]


def render_json(result: Any) -> str:
    """Indented JSON in the order of `to_dict`, letters as they are, with a line feed at the end."""
    if isinstance(result, Definition):
        data: dict[str, Any] = {
            "schema": "aidefs/definition/1",
            **stamp(),
            "definition": definition_dict(result),
        }
    elif isinstance(result, dict):
        data = result
    elif hasattr(result, "to_dict"):
        data = result.to_dict()
    else:
        raise InputError(f"{type(result).__name__.lower()} has no json form")
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
