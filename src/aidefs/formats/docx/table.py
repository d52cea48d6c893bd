"""Tables of Word, with their captions above and their notes below or at the foot of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil
from unicodedata import east_asian_width

from aidefs.formats.document import Table
from aidefs.formats.docx.elements import (
    XmlElement,
    bookmark_name,
    characters,
    field,
    paragraph,
    run,
    styled_runs,
    w,
)
from aidefs.formats.docx.notes import Footnotes
from aidefs.formats.widths import apportioned, cell_lines, longest, shrunk
from aidefs.text.languages import primary
from aidefs.text.phrasebook import phrase
from aidefs.text.visible import xml_visible

__all__ = ["caption", "column_widths", "line_widths", "needs_landscape", "table_elements"]

_TINT = "EDEDED"
# Widths are in twentieths of a point.
_SIZE = 180  # of the letters of a table: 9 points
_SMALL = 140  # of one whose words would not fit the page otherwise
# Bold letters of Times in parts of their size, as its metrics say.
_EMS = {
    letter: size
    for size, letters in {
        0.25: " ,.·|", 0.28: "'/\\il", 0.33: "!()-:;[]`fjt‘’", 0.39: "Is{}", 0.44: "cerz",
        0.5: "#$*0123456789?J_agovxy“”–§", 0.56: '"Sbdhknpqu+<=>~^', 0.61: "FP", 0.67: "BELTZ",
        0.72: "ACDNRUVXYw", 0.78: "GHKOQ", 0.83: "&m", 0.94: "@M", 1.0: "%W—…",
    }.items()
    for letter in letters
}  # fmt: skip
_EDGES = 210  # what stands to the left and right of the words of a cell
_WORDS = 0.4  # of the page: what wide columns have together, if their words need it
_MOST = 0.28  # of the page: a column that is as wide as its words takes no more, unless one word does
_LONGEST = 2300  # words that are longer, such as addresses, are broken
_WIDE_COLUMNS = 4  # more of them are too narrow on a page that stands upright


def caption(table: Table, number: int, place: int, lang: str) -> XmlElement:
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
        run(*characters(xml_visible(table.caption))),
        style="Caption",
    )


def table_elements(table: Table, page: int, notes: Footnotes) -> Iterator[XmlElement]:
    """The table, and below it the notes that no head and no row refers to.

    Args:
        table: The table.
        page: How wide it may be, in twentieths of a point.
        notes: Takes the notes that heads and rows refer to.
    """
    builder = _Builder(table, column_widths(table, page), notes, _letters(table, page) < _SIZE)
    yield builder.built()
    below = [
        note for note, number in zip(table.notes, table.numbers, strict=True) if number not in builder.set
    ]
    yield from (paragraph(*styled_runs(note.runs), style="TableNote") for note in below)
    if not below:
        yield paragraph(style="TableEnd")  # two tables without a paragraph between them would be one


class _Builder:
    """One table on its way to Word."""

    def __init__(self, table: Table, widths: list[int], notes: Footnotes, small: bool) -> None:
        self.table = table
        self.widths = widths
        self.notes = notes
        self.set: dict[int, int] = {}  # number in the table → number of the footnote
        self.small = "Small" if small else ""  # at the end of the names of the styles

    def built(self) -> XmlElement:
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
            known.append(w("tblCaption", val=xml_visible(table.caption)))  # what a screen reader says first
        grid = w("tblGrid", *(w("gridCol", w=width) for width in self.widths))
        rows = [self._head()] if head else []
        rows += [self._row(n) for n in range(len(table.rows))]
        return w("tbl", w("tblPr", *known), grid, *rows)

    def _head(self) -> XmlElement:
        cells = []
        for k, name in enumerate(self.table.header):
            content = [run(*characters(xml_visible(name))), *self._marks(self.table.marks(column=k))]
            cells.append(
                self._cell(k, paragraph(*content, style=f"TableHead{self.small}", align=self._align(k)))
            )
        return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)

    def _row(self, n: int) -> XmlElement:
        table = self.table
        out = n in table.emphasis
        cells = []
        for k, cell in enumerate(table.rows[n]):
            lang = table.lang(n, k)
            content = list(styled_runs(cell, lang))
            if k == 0:
                content += self._marks(table.marks(row=n))
            words = paragraph(*content, style=f"TableText{self.small}", lang=lang, align=self._align(k))
            cells.append(self._cell(k, words, out or k in table.emphasis_columns, bar=out and k == 0))
        return w("tr", w("trPr", w("cantSplit")), *cells)

    def _cell(self, k: int, words: XmlElement, tinted: bool = False, bar: bool = False) -> XmlElement:
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

    def _marks(self, numbers: tuple[int, ...]) -> Iterator[XmlElement]:
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


# --- widths -----------------------------------------------------------------------------------


def needs_landscape(table: Table, page: int) -> bool:
    """Whether a table has too many columns, or too long lines, for a page of a width."""
    return len(table.wide) > _WIDE_COLUMNS or table.keyword is not None or sum(_least(table)) > page


def column_widths(table: Table, page: int) -> list[int]:
    """Narrow columns get what they need; wide ones share the rest by how much they hold.

    Args:
        table: The table.
        page: How wide it may be.
    """
    size = _letters(table, page)
    least, most = _least(table, size), line_widths(table, size)
    wide = [k for k in table.wide if k != table.keyword]
    widths = [max(low, min(high, round(_MOST * page))) for low, high in zip(least, most, strict=True)]
    if wide:
        wanted = min(sum(most[k] for k in wide), round(_WORDS * page))
        narrow = [k for k in range(len(widths)) if k not in wide]
        fitted = shrunk([widths[k] for k in narrow], [least[k] for k in narrow], page - wanted, whole=True)
        for k, width in zip(narrow, fitted, strict=True):
            widths[k] = width
        # The square root lets a long text have more room without starving its neighbours.
        texts = _texts(table)
        weights = [max(sum(map(_length(size), texts[k])), 1) ** 0.5 for k in wide]
        parts = apportioned(weights, page - sum(fitted), [least[k] for k in wide])
        for k, width in zip(wide, parts, strict=True):
            widths[k] = width
    return shrunk(widths, least, page)


def line_widths(table: Table, size: int = _SIZE) -> list[int]:
    """As wide as the longest line of each column."""
    return [_EDGES + n for n in longest(_texts(table), _length(size), cell_lines)]


def _letters(table: Table, page: int) -> int:
    """The size of the letters: small ones where words would be broken otherwise."""
    return _SIZE if sum(_least(table)) <= page else _SMALL


def _least(table: Table, size: int = _SIZE) -> list[int]:
    """As wide as the longest word of each column."""
    return [_EDGES + min(n, _LONGEST) for n in longest(_texts(table), _length(size), str.split)]


def _texts(table: Table) -> list[list[str]]:
    return [list(map(xml_visible, column)) for column in table.columns]


def _length(size: int) -> Callable[[str], int]:
    """How long texts are in bold letters of Times."""
    return lambda text: ceil(size * sum(map(_em, text)))


def _em(letter: str) -> float:
    known = _EMS.get(letter)
    if known is None:
        return 1.0 if east_asian_width(letter) in "WF" else 0.78 if letter.isupper() else 0.56
    return known
