"""Text of cells: what a spreadsheet would act upon made plain, marks as formatted stretches."""

from __future__ import annotations

import re
from collections.abc import Iterable

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from aidefs.errors import InputError
from aidefs.formats.document import Mark, Run
from aidefs.text.visible import shown

__all__ = ["FONT", "SIZE", "cell_text", "escape", "is_formula_like"]

FONT = "Arial"  # which has a substitute of the same widths where it is not
SIZE = 10  # points
_LONGEST = 32767  # characters of a cell, by the specifications and limits of Excel
# An underscore with four hexadecimal digits stands for a character (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LOOKS: dict[Mark, dict[str, object]] = {
    "delete": {"strike": True, "color": "00A61C00"},
    "insert": {"u": "single", "color": "000B3FA8"},
    "strong": {"b": True},
    "muted": {"color": "00595959"},
    "quote": {"i": True},
}


def escape(text: str) -> str:
    """The text as it must stand in a cell for a reader to see these characters."""
    return _CODE.sub("_x005F_", shown(text))


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula if somebody typed it in."""
    return text[:1] in ("=", "+", "-", "@")


def cell_text(cell: Iterable[Run], marks: Iterable[int] = (), *, bold: bool = False) -> CellRichText | str:
    """Runs as the content of a cell.

    Args:
        cell: The runs.
        marks: Numbers of notes, set high behind the words.
        bold: Whether the whole cell is bold.

    Raises:
        InputError: The text is too long for a cell.
    """
    blocks = [_block(run.text, run.mark, bold) for run in cell if run.text]
    numbers = ", ".join(map(str, marks))
    if numbers:
        blocks.append(TextBlock(InlineFont(rFont=FONT, sz=SIZE, vertAlign="superscript"), numbers))
    text = "".join(block.text for block in blocks)
    if len(text) > _LONGEST:
        raise InputError(f"a text of {len(text)} characters does not fit into a cell, which holds {_LONGEST}")
    plain = not numbers and all(run.mark not in _LOOKS for run in cell)
    return text if plain else CellRichText(blocks)


def _block(text: str, mark: Mark, bold: bool) -> TextBlock:
    looks = {**({"b": True} if bold else {}), **_LOOKS.get(mark, {})}
    return TextBlock(InlineFont(rFont=FONT, sz=SIZE, **looks), escape(text))
