"""Results as documents: which facts are shown, in which order, in which words.

`document(result)` finds the presenter of a result by its type; the modules of this package register
theirs when they are imported.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from aidefs.formats.document import Document
from aidefs.output.views import dispatch

__all__ = ["changes", "document"]

_HOMES = {
    "AlignmentTable": "collation",
    "Collation": "collation",
    "Comparison": "comparison",
    "Chain": "redline",
    "Redline": "redline",
    "Segmentation": "segmentation",
    "Definition": "definition",
    "Entry": "definition",
    "ElementTable": "table",
    "Listing": "listing",
    "Definitions": "listing",
    "ElementsList": "listing",
    "CheckReport": "listing",
    "Concordance": "search",
    "Coverage": "coverage",
    "Families": "similarity",
    "Lineage": "lineage",
    "Matrix": "similarity",
    "Nearest": "similarity",
    "Timeline": "coverage",
    "Verification": "verification",
}


def document(result: Any) -> Document:
    """The document that shows a result.

    Raises:
        TypeError: The object is no result.
    """
    _load(result)
    return dispatch.present(result)


def changes(result: Any) -> Document | None:
    """The document that holds nothing but the changes of a result, for editors that track changes.

    Returns:
        None where the result is no redline.
    """
    _load(result)
    return dispatch.changes(result)


def _load(result: Any) -> None:
    home = _HOMES.get(type(result).__name__)
    if home:
        import_module(f"aidefs.output.views.{home}")  # only what is shown is loaded
