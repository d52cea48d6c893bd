"""Results as documents: which facts are shown, in which order, in which words.

`document(result)` finds the presenter of a result by its type; the modules of this package register
theirs when they are imported.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from aidefs.present.dispatch import present
from aidefs.table import Document

__all__ = ["document"]

_HOMES = {
    "Comparison": "comparison",
    "Redline": "redline",
    "Segmentation": "segmentation",
    "Definition": "definition",
    "Listing": "lists",
    "ElementsList": "lists",
    "CheckReport": "lists",
    "Concordance": "search",
}


def document(result: Any) -> Document:
    """The document that shows a result.

    Raises:
        TypeError: The object is no result.
    """
    home = _HOMES.get(type(result).__name__)
    if home:
        import_module(f"aidefs.present.{home}")  # only what is shown is loaded
    return present(result)
