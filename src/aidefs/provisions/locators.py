"""Step 4: locators: the number of a provision as a lawyer cites it."""

from __future__ import annotations

from collections.abc import Sequence

from aidefs.provisions.boundaries import Extent
from aidefs.provisions.structure import Structure

__all__ = ["locator", "locators"]

_NEAR = 12  # blocks before a list in which its opening words stand


def locators(structure: Structure, extents: Sequence[Extent]) -> list[str]:
    """A locator a provision, "" where its text prints no number."""
    found: list[str] = []
    path: tuple[str, ...] = ()
    behind = -1  # last block of the provision before, where no other list has begun since
    for extent in extents:
        k = extent.candidate.block
        block = structure.blocks[k]
        if block.marks or block.depth >= 0:
            path = block.path
        elif behind < 0 or any(other.marks or other.heads for other in structure.blocks[behind + 1 : k]):
            path = _opened(structure, k)
        behind = max(extent.limbs, default=k)
        found.append(locator(block.section, path))
    return found


def _opened(structure: Structure, k: int) -> tuple[str, ...]:
    """The path of the provision that opens the list in which a block without enumerator stands."""
    for other in reversed(structure.blocks[max(0, k - _NEAR) : k]):
        if other.heads:
            return ()
        if other.marks:
            said = structure.text[other.body : other.end].rstrip()
            return other.path if said.endswith((":", "—", "-", "–")) else ()
    return ()


def locator(section: str, path: Sequence[str]) -> str:
    """The printed form of a section and the enumerators down from it."""
    inner = "".join(_bracketed(mark) for mark in path)
    if not section:
        return inner
    return f"{section}{inner}" if not section[:1].isdigit() else f"§ {section}{inner}"


def _bracketed(mark: str) -> str:
    token = mark.strip("().°")
    return f"({token})" if token else ""
