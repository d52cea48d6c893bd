"""The register of presenters."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from aidefs.table import Document

__all__ = ["present"]


@singledispatch
def present(result: Any) -> Document:
    """The document that shows a result, by its type."""
    raise TypeError(f"{type(result).__name__} cannot be shown")
