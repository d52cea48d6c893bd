"""Results as pictures, drawn by matplotlib (extra `pictures`).

`picture(result, form)` gives the file. Each drawing stands in the module that bears the name of what it
shows, and only that which is wanted is imported.
"""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, Any

from aidefs.errors import InputError, described, missing

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["figure", "has_picture", "picture"]

# The settings of matplotlib are those of the whole process: what one thread draws, another would change.
_ONE_AT_A_TIME = RLock()
_PICTURED = {"Families", "Formulas", "Lineage", "Matrix", "Spread", "Timeline"}


def has_picture(result: Any) -> bool:
    """Whether there is a picture of the result."""
    return type(result).__name__ in _PICTURED


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
    if not has_picture(result):
        words = "for words choose pdf, docx, html or latex"
        raise InputError(f"{described(result)} has no picture, and {form} is one; {words}")
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        raise missing("a picture", "matplotlib", "pictures") from None
    from aidefs.output.pictures.canvas import saved, style
    from aidefs.output.views import document

    with _ONE_AT_A_TIME, style():
        return saved(figure(result), form, document(result).title)


def figure(result: Any) -> Figure:
    """The matplotlib figure of a result, drawn in the style that is set.

    Raises:
        TypeError: The result has no picture.
    """
    match type(result).__name__:
        case "Families":
            from aidefs.output.pictures.families import draw_families

            return draw_families(result)
        case "Formulas":
            from aidefs.output.pictures.timeline import draw_timeline

            return draw_timeline(result.timeline())
        case "Lineage":
            from aidefs.output.pictures.lineage import draw_lineage

            return draw_lineage(result)
        case "Matrix":
            from aidefs.output.pictures.matrix import draw_matrix

            return draw_matrix(result)
        case "Spread":
            from aidefs.output.pictures.spread import draw_spread

            return draw_spread(result)
        case "Timeline":
            from aidefs.output.pictures.timeline import draw_timeline

            return draw_timeline(result)
        case other:
            raise TypeError(f"{other} has no picture")
