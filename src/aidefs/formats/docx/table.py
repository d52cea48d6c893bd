"""Tables of Word, with their captions above and their notes below or at the foot of the page."""

from __future__ import annotations

from collections.abc import Iterator

from aidefs.formats.document import Table
from aidefs.formats.docx.elements import Element, characters, field, w
from aidefs.formats.docx.names import bookmark_name
from aidefs.formats.docx.notes import Footnotes
from aidefs.formats.docx.runs import paragraph, run, styled_runs
from aidefs.formats.docx.widths import column_widths
from aidefs.text.languages import primary
from aidefs.text.phrasebook import phrase
from aidefs.text.visible import shown

__all__ = ["caption", "table_elements"]

_TINT = "EDEDED"


def caption(table: Table, number: int, place: int, lang: str) -> Element:
    """A caption that counts with the others of the document, in a bookmark for cross references.

    Args:
        table: The table.
        number: How many captions there are so far, with this one.
        place: Identifier of the bookmark.
        lang: BCP 47 tag of the document.
    """
    word = phrase("Table", "fr" if primary(lang) == "fr" else "en")
    counted = field(rf"SEQ {word} \* ARABIC", [run(*characters(str(number)), style="Strong")])
    return paragraph(
        w("bookmarkStart", id=place, name=bookmark_name(table.name or f"table {number}")),
        run(*characters(f"{word}\u00a0"), style="Strong"),
        counted,
        w("bookmarkEnd", id=place),
        run(*characters(". "), style="Strong"),
        run(*characters(shown(table.caption))),
        style="Caption",
    )


def table_elements(table: Table, page: int, notes: Footnotes) -> Iterator[Element]:
    """The table, and below it the notes that no head and no row refers to.

    Args:
        table: The table.
        page: How wide it may be, in twentieths of a point.
        notes: Takes the notes that heads and rows refer to.
    """
    builder = _Builder(table, column_widths(table, page), notes)
    yield builder.built()
    below = [
        note for note, number in zip(table.notes, table.numbers, strict=True) if number not in builder.set
    ]
    yield from (paragraph(*styled_runs(note.runs), style="TableNote") for note in below)
    if not below:
        yield paragraph(style="TableEnd")  # two tables without a paragraph between them would be one


class _Builder:
    """One table on its way to Word."""

    def __init__(self, table: Table, widths: list[int], notes: Footnotes) -> None:
        self.table = table
        self.widths = widths
        self.notes = notes
        self.set: dict[int, int] = {}  # number in the table → number of the footnote

    def built(self) -> Element:
        """The table (`w:tbl`)."""
        table = self.table
        head = any(table.header)
        known = [
            w("tblStyle", val="CompactTable" if table.compact else "DefinitionTable"),
            w("tblW", w=sum(self.widths), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0420" if head else "0400", firstRow=int(head), lastRow=0, firstColumn=0,
              lastColumn=0, noHBand=0, noVBand=1),
        ]  # fmt: skip
        if table.caption:
            known.append(w("tblCaption", val=shown(table.caption)))  # what a screen reader says first
        grid = w("tblGrid", *(w("gridCol", w=width) for width in self.widths))
        rows = [self._head()] if head else []
        rows += [self._row(n) for n in range(len(table.rows))]
        return w("tbl", w("tblPr", *known), grid, *rows)

    def _head(self) -> Element:
        cells = []
        for k, name in enumerate(self.table.header):
            content = [run(*characters(shown(name))), *self._marks(self.table.marks(column=k))]
            cells.append(self._cell(k, paragraph(*content, style="TableHead", align=self._align(k))))
        return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)

    def _row(self, n: int) -> Element:
        table = self.table
        out = n in table.emphasis
        cells = []
        for k, cell in enumerate(table.rows[n]):
            lang = table.lang(n, k)
            content = list(styled_runs(cell, lang))
            if k == 0:
                content += self._marks(table.marks(row=n))
            words = paragraph(*content, style="TableText", lang=lang, align=self._align(k))
            cells.append(self._cell(k, words, out or k in table.emphasis_columns, bar=out and k == 0))
        return w("tr", w("trPr", w("cantSplit")), *cells)

    def _cell(self, k: int, words: Element, tinted: bool = False, bar: bool = False) -> Element:
        """A cell; a bar at its left edge says in print what the tint says."""
        known = [w("tcW", w=self.widths[k], type="dxa")]
        if bar:
            known.append(w("tcBorders", w("left", val="single", sz=24, space=0, color="404040")))
        if tinted:
            known.append(w("shd", val="clear", color="auto", fill=_TINT))
        return w("tc", w("tcPr", *known), words)

    def _align(self, k: int) -> str:
        """What stands before a word in context ends beside it."""
        return "right" if self.table.keyword is not None and k == self.table.keyword - 1 else ""

    def _marks(self, numbers: tuple[int, ...]) -> Iterator[Element]:
        """References to notes, with commas between several."""
        known_first = sorted(numbers, key=lambda number: (self.set.get(number, len(self.notes) + 1), number))
        for place, number in enumerate(known_first):
            if place:
                yield run(*characters(",\u202f"), style="FootnoteReference")
            if number in self.set:
                yield self.notes.again(self.set[number])
            else:
                note = self.table.notes[self.table.numbers.index(number)]
                yield from self.notes.reference(note.runs)
                self.set[number] = len(self.notes)
