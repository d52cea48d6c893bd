"""Step 4: locators: the number of a provision as a lawyer cites it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from aidefs.provisions.boundaries import Extent
from aidefs.provisions.structure import Structure, is_first
from aidefs.provisions.wordings import wordings_of
from aidefs.text.languages import primary

__all__ = ["locator", "locators"]

_NEAR = 12  # blocks before a list in which its opening words stand


def locators(structure: Structure, extents: Sequence[Extent], lang: str = "en") -> list[str]:
    """A locator a provision, "" where its text prints no number.

    Args:
        structure: The text.
        extents: The provisions.
        lang: BCP 47 tag of its language, which decides how levels are named.
    """
    announcing = re.compile(wordings_of(lang).announcing, re.I)
    found: list[str] = []
    path: tuple[str, ...] = ()
    behind = -1  # last block of the provision before, where no other list has begun since
    for extent in extents:
        k = extent.candidate.block
        block = structure.blocks[k]
        if block.marks or block.depth >= 0:
            path = block.path
            beside = (structure.blocks[j].path for j in extent.limbs)
            first = bool(block.marks) and is_first(block.marks[-1].token)
            if first and any(len(other) == len(path) and other[:-1] == path[:-1] for other in beside):
                path = path[:-1]  # paragraphs beside one another that define one term
        elif block.heads:
            path = ()
        elif behind < 0 or any(other.marks or other.heads for other in structure.blocks[behind + 1 : k]):
            path = _opened(structure, k, announcing)
        behind = max(extent.limbs, default=k)
        found.append(locator(block.section, path, lang))
    return found


def _opened(structure: Structure, k: int, announcing: re.Pattern[str]) -> tuple[str, ...]:
    """The path of the provision that opens the list in which a block without enumerator stands."""
    for other in reversed(structure.blocks[max(0, k - _NEAR) : k]):
        if other.heads:
            return ()
        if other.marks:
            said = structure.text[other.body : other.end].rstrip()
            opens = said.endswith((":", "—", "-", "–")) or announcing.search(said)
            return other.path if opens else ()
    return ()


# How the levels below a section are cited, by the shape of their enumerators; "{}" is the enumerator.
_LEVELS = {
    "de": {"()": " Abs. {}", ".": " Nr. {}", ")": " lit. {}", "°": " Nr. {}"},
    "it": {".": ", comma {}", ")": ", lettera {})", "()": ", comma {}"},
}


def locator(section: str, path: Sequence[str], lang: str = "en") -> str:
    """The printed form of a section and the enumerators down from it."""
    levels = _LEVELS.get(primary(lang), {})
    inner = "".join(_level(mark, levels, k) for k, mark in enumerate(path))
    if not section:
        return inner.lstrip(", ")
    return f"{section}{inner}" if not section[:1].isdigit() else f"§ {section}{inner}"


def _level(mark: str, levels: Mapping[str, str], depth: int) -> str:
    if mark.startswith(("§", "Parágrafo")):
        return f", {mark}"  # a paragraph of an article
    token = mark.strip("().°")
    shape = "()" if mark.startswith("(") else mark[len(token) :]
    if not token:
        return ""
    if token.isdigit() and shape == ")" and not depth:
        shape = "()"  # "1)" before a paragraph, as in Liechtenstein
    return levels.get(shape, "({})").format(token)
