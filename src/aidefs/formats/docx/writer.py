"""From a document of blocks to the bytes of a Word file."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import count, zip_longest

from aidefs.formats.archive import normalised
from aidefs.formats.document import Block, Bullets, Document, Heading, Paragraph, Table
from aidefs.formats.docx.changes import tracked_runs
from aidefs.formats.docx.elements import XmlElement, characters, paragraph, run, styled_runs
from aidefs.formats.docx.notes import Footnotes
from aidefs.formats.docx.styles import empty, number_pages, page_width, section
from aidefs.formats.docx.table import caption, line_widths, needs_landscape, table_elements
from aidefs.formats.panels import panels
from aidefs.text.visible import xml_visible

__all__ = ["written"]


def written(document: Document) -> bytes:
    """The content of a Word file."""
    file = empty(document.lang)
    writer = _DocxWriter(document.lang)
    body = file.element.body
    chapters = _chapters(document)
    for place, blocks in enumerate(chapters):
        turned = _is_turned(blocks)
        if place and turned != _is_turned(chapters[place - 1]):
            # A section ends with the paragraph that holds its properties; a table is followed by one.
            body[-1].get_or_add_pPr().append(section(not turned))
        for block, following in zip_longest(blocks, blocks[1:]):
            body.extend(writer.elements(block, page_width(turned), isinstance(following, Bullets)))
    body.append(section(_is_turned(chapters[-1])))
    number_pages(file)
    if len(writer.notes):
        writer.notes.attach(file.part, file.settings.element)
    target = io.BytesIO()
    file.save(target)
    title = document.title or next((table.caption for table in document.tables), "")
    return normalised(target.getvalue(), title, document.lang)


_Title = str
_Chapter = list[_Title | Block]


def _chapters(document: Document) -> list[_Chapter]:
    """What stands under one heading and shares its pages."""
    chapters: list[_Chapter] = [[document.title] if document.title else []]
    for block in document.blocks:
        if isinstance(block, Heading) and chapters[-1]:
            chapters.append([])
        chapters[-1].append(block)
    return chapters


def _is_turned(blocks: Sequence[_Title | Block]) -> bool:
    upright = page_width(landscape=False)
    return any(isinstance(block, Table) and needs_landscape(block, upright) for block in blocks)


class _DocxWriter:
    """Keeps count of what has a number in the whole file."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.numbers = count(1)  # of changes and bookmarks
        self.captions = count(1)
        self.notes = Footnotes(self.numbers)

    def elements(self, block: _Title | Block, page: int, leads: bool = False) -> Iterator[XmlElement]:
        """A block as paragraphs and tables.

        Args:
            block: The block.
            page: Width of the page.
            leads: Whether a list follows, of which a paragraph is the head.
        """
        if isinstance(block, _Title):
            yield paragraph(run(*characters(xml_visible(block))), style="Title")
        elif isinstance(block, Heading):
            yield paragraph(run(*characters(xml_visible(block.text))), style="Heading1")
        elif isinstance(block, Bullets):
            yield from (paragraph(*styled_runs(item), style="ListBullet") for item in block.items)
        elif isinstance(block, Table):
            for table in panels(block, line_widths, page):
                if table.caption:
                    yield caption(table, next(self.captions), next(self.numbers), self.lang)
                yield from table_elements(table, page, self.notes)
        else:
            yield self._paragraph(block, leads)

    def _paragraph(self, block: Paragraph, leads: bool) -> XmlElement:
        if block.tracked:
            content = tracked_runs(block.runs, block.lang, self.numbers)
        else:
            content = styled_runs(block.runs, block.lang)
        return paragraph(*content, lang=block.lang, leads=leads)
