"""Results as pictures, drawn by matplotlib (extra `pictures`).

`picture(result, form)` finds the drawing of a result by its type; the modules of this package register
theirs when they are imported, and only that which is wanted is.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from aidefs.errors import InputError, described, missing
from aidefs.output.pictures.dispatch import draw

__all__ = ["picture"]

_HOMES = {
    "Families": "families",
    "Lineage": "lineage",
    "Matrix": "matrix",
    "Timeline": "timeline",
}


def picture(result: Any, form: str) -> bytes:
    """The picture of a result.

    Args:
        result: A result that has a picture.
        form: "svg", "pdf" or "png".

    Returns:
        The content of the file; the same result gives the same bytes with the same matplotlib.

    Raises:
        InputError: The result has no picture, or matplotlib is not installed.
    """
    home = _HOMES.get(type(result).__name__)
    if home is None:
        words = "for words choose docx, html or latex"
        raise InputError(f"{described(result)} has no picture, and {form} is one; {words}")
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        raise missing("a picture", "matplotlib", "pictures") from None
    from aidefs.output.pictures.canvas import saved, style
    from aidefs.output.views import document

    import_module(f"aidefs.output.pictures.{home}")
    with style():
        return saved(draw(result), form, document(result).title)
