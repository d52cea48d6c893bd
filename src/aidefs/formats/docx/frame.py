"""The empty document: python-docx's package with the styles, the list, the settings and pages of aidefs."""

from __future__ import annotations

from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from aidefs.formats.docx.elements import Element, attribute, characters, field, w
from aidefs.formats.docx.languages import tag_attributes
from aidefs.formats.docx.runs import run
from aidefs.formats.docx.styles import NUMBERING, SETTINGS, STYLES

__all__ = ["empty", "number_pages", "page_width", "section"]

_PAGE = (11906, 16838)  # A4, in twentieths of a point
_MARGIN = 1417  # 25 mm
_KEPT = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
}


def empty(lang: str) -> Any:
    """A document of python-docx without content, whose own words are in a language."""
    document = docx.Document()
    for rels in (document.part.rels, document.part.package.rels):
        for name in [name for name, rel in rels.items() if rel.reltype not in _KEPT]:
            del rels[name]
    _refill(document.styles.element, STYLES)
    _refill(document.part.numbering_part.element, NUMBERING)
    _refill(document.settings.element, SETTINGS)
    default = next(document.styles.element.iter(w("lang").tag))
    for name, value in tag_attributes(lang).items():
        default.set(attribute(name), value)
    document.element.body[:] = []
    return document


def _refill(root: Element, text: str) -> None:
    root[:] = parse_xml("".join(line.strip() for line in text.splitlines()))[:]


def page_width(landscape: bool) -> int:
    """How wide lines are, in twentieths of a point."""
    return _PAGE[landscape] - 2 * _MARGIN


def section(landscape: bool) -> Element:
    """The properties of a section (`w:sectPr`), which begins on a new page."""
    width, height = _PAGE[:: -1 if landscape else 1]
    turned = {"orient": "landscape"} if landscape else {}
    sides = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN)
    margins = w("pgMar", **sides, header=709, footer=709, gutter=0)
    return w("sectPr", w("pgSz", w=width, h=height, **turned), margins, w("cols", space=709))


def number_pages(document: Any) -> None:
    """Put page numbers at the foot of all pages; later sections take the foot of the first."""
    line = document.sections[0].footer.paragraphs[0]
    line.style = "footer"
    line._p.append(field("PAGE", [run(*characters("1"))]))
