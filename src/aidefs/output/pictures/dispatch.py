"""The register of pictures."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from aidefs.errors import InputError, described

__all__ = ["draw"]


@singledispatch
def draw(result: Any) -> Any:
    """The matplotlib figure of a result, by its type; see `aidefs.output.pictures.canvas`."""
    raise InputError(f"{described(result)} has no picture")
