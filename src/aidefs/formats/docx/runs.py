"""Marked runs as runs of Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aidefs.formats.document import Mark, Run
from aidefs.formats.docx.elements import Element, characters, w
from aidefs.formats.docx.languages import properties
from aidefs.text.languages import is_right_to_left
from aidefs.text.visible import shown

__all__ = ["STYLES", "paragraph", "run", "styled_runs"]

# The character style of each mark; see `styles`.
STYLES: dict[Mark, str] = {
    "delete": "Deleted",
    "insert": "Inserted",
    "strong": "Strong",
    "muted": "Secondary",
    "quote": "Quoted",
}


def run(*content: Element, style: str = "", lang: str = "") -> Element:
    """A run of Word."""
    before, behind = properties(lang)
    known = [*([w("rStyle", val=style)] if style else []), *before, *behind]
    return w("r", *([w("rPr", *known)] if known else []), *content)


def styled_runs(cell: Iterable[Run], lang: str = "") -> Iterator[Element]:
    """Runs in their styles, and in the language but for what is said about the words."""
    for part in cell:
        if part.text:
            own = part.lang or ("" if part.mark == "muted" else lang)
            yield run(*characters(shown(part.text)), style=STYLES.get(part.mark, ""), lang=own)


def paragraph(*content: Element, style: str = "", lang: str = "", align: str = "") -> Element:
    """A paragraph of Word."""
    known = [w("pStyle", val=style)] if style else []
    known += [w("bidi")] if is_right_to_left(lang) else []
    known += [w("jc", val=align)] if align else []
    return w("p", *([w("pPr", *known)] if known else []), *content)
