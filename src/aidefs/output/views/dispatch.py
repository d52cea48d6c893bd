"""The register of presenters."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from aidefs.formats.document import Document

__all__ = ["changes", "present"]


@singledispatch
def present(result: Any) -> Document:
    """The document that shows a result, by its type."""
    raise TypeError(f"{type(result).__name__} cannot be shown")


@singledispatch
def changes(result: Any) -> Document | None:
    """The document that holds nothing but the changes of a result, tracked; None where it has none."""
    return None
