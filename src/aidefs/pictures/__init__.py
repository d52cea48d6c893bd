"""Results as pictures, drawn by matplotlib."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from aidefs.errors import InputError

__all__ = ["picture"]


@singledispatch
def picture(result: Any, form: str) -> bytes:
    """The picture of a result.

    Args:
        result: A result that has a picture.
        form: "svg", "pdf" or "png".

    Raises:
        InputError: The result has no picture.
    """
    raise InputError(f"a {type(result).__name__.lower()} has no picture; {form} is a format of pictures")
