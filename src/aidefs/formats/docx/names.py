"""Names of bookmarks."""

from __future__ import annotations

import re

__all__ = ["bookmark_name"]

_LONGEST = 40  # characters; Word refuses longer ones


def bookmark_name(name: str) -> str:
    """A name as Word takes it for a bookmark: letters, digits and underscores, a letter first."""
    plain = re.sub(r"\W+", "_", name).strip("_")
    return (plain if plain[:1].isalpha() else f"table_{plain}")[:_LONGEST]
