"""Paragraphs of office documents: nested ones stand behind the one in which they hang."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from aidefs.classes import NamedTuple
from aidefs.patterns import late
from aidefs.readers.limits import CHARACTERS, few_characters
from aidefs.readers.regions import Region
from aidefs.readers.source import Location, Scribe

__all__ = ["SIDE_INDENT", "Flow", "Look", "is_quotation_style"]

_BLANK_LINES = late(r"\n\s*\n")
# Names of the styles for block quotations in Word, LibreOffice and templates of publishers.
_QUOTATION_STYLE = late(
    r"(?:block|intense|intensives?|intensa|lange?s?|long|display|extract)?[ _-]*"
    r"(?:quot(?:e|es|ed|ation|ations)|zitate?|blockzitat|citation|citations|cita|citat|citaat|citazione|citação)"
    r"(?:[ _-]*(?:block|text|intense|destacada|intensa|intensief|block|paragraph|long|\d))*"
    r"|block[ _-]?(?:text|quote|quotation)s?|extract|displayquote",
    re.I,
)
_LONGEST_ADDRESS = 1_000  # characters
SIDE_INDENT = 14.0  # points by which a block quotation is set in on either side, about half a centimetre


def is_quotation_style(name: str) -> bool:
    """Whether a paragraph style, by its name, is one for block quotations."""
    return _QUOTATION_STYLE.fullmatch(name.strip()) is not None


class Look(NamedTuple):
    """What a paragraph is by its style."""

    level: int | None = None  # of a heading
    quoted: bool = False


PLAIN = Look()


class _CellPlace(NamedTuple):
    table: int
    row: int
    column: int


class _Part(NamedTuple):
    """Where paragraphs stand: the name that a reader is told, and the note that they belong to."""

    name: str
    note: str = ""


@dataclass(slots=True)
class _OpenParagraph:
    """A paragraph that has begun."""

    part: _Part
    cells: tuple[_CellPlace, ...]
    look: Look = PLAIN
    pieces: list[str] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)  # where each piece stands in its part, -1 for signs
    length: int = 0
    references: list[tuple[int, str]] = field(default_factory=list)  # (offset, note)
    links: list[tuple[int, str]] = field(default_factory=list)  # (offset, address)

    def go_on_with(self, other: _OpenParagraph) -> None:
        """Takes in the paragraph behind it."""
        self.references += ((self.length + at, note) for at, note in other.references)
        self.links += ((self.length + at, address) for at, address in other.links)
        self.pieces += other.pieces
        self.sources += other.sources
        self.length += other.length


class Flow:
    """Collects the paragraphs of a document, with the part in which each stands.

    A text box or a note can hang inside a paragraph. Its own paragraphs are kept until that one has ended,
    so that they do not break its sentence.
    """

    def __init__(self, scribe: Scribe) -> None:
        self.scribe = scribe
        self._parts: list[_Part] = [_Part("")]
        self._open: list[_OpenParagraph] = []  # paragraphs that have begun, the innermost last
        self._begun: _OpenParagraph | None = None  # one that goes on in the next
        self._kept: list[_OpenParagraph] = []
        self._numbers: dict[str, int] = {}  # paragraphs of each part so far
        self._cells: list[_CellPlace] = []  # the cells that are open, the innermost last
        self._tables = 0
        self._length = 0  # characters of all paragraphs
        self._spans: dict[_CellPlace | str, tuple[int, int]] = {}  # where cells and notes stand in the text
        self._anchors: dict[str, list[int]] = {}  # of each note
        self._quotation: Region | None = None  # the block quotation that was written last
        self._quoted: tuple[_CellPlace, ...] = ()  # the cells in which it stands

    # --- parts ---

    def enter(self, part: str, note: str = "") -> None:
        """Begins a part: "table 1", "footnote 2", "text box"; `note` is the name of a note in its file."""
        self._parts.append(_Part(part, note))

    def leave(self) -> None:
        """Ends the part that began last."""
        if len(self._parts) > 1:
            self._parts.pop()

    def enter_table(self) -> None:
        """Begins a table, as a part."""
        self._tables += 1
        self._cells.append(_CellPlace(self._tables - 1, -1, 0))
        self.enter(f"table {self._tables}")

    def leave_table(self) -> None:
        """Ends the table that began last."""
        if self._cells:
            self._cells.pop()
        self.leave()

    def row(self, rows: int = 1) -> None:
        """Begins a row of the table, or as many like it."""
        if self._cells:
            cell = self._cells[-1]
            self._cells[-1] = cell._replace(row=cell.row + rows, column=-1)

    def column(self, columns: int = 1) -> None:
        """Begins a cell of the row, or goes on by as many."""
        if self._cells:
            cell = self._cells[-1]
            self._cells[-1] = cell._replace(column=cell.column + columns)

    # --- paragraphs ---

    def begin(self, look: Look = PLAIN) -> None:
        """Begins a paragraph."""
        self._open.append(_OpenParagraph(self._parts[-1], tuple(self._cells), look))

    def look(self, look: Look) -> None:
        """Says what the paragraph is that began last."""
        if self._open:
            self._open[-1].look = look

    def add(self, text: str, begin: int = -1) -> None:
        """Adds words to the paragraph that began last; `begin` says where they stand, -1 for signs."""
        if self._open:
            self._open[-1].pieces.append(text)
            self._open[-1].sources.append(begin)
            self._open[-1].length += len(text)
            self._length += len(text)
            if self._length > CHARACTERS:  # of paragraphs that are not written yet, too
                few_characters(self._length)

    def refer(self, note: str) -> None:
        """Says that the mark of a note stands here."""
        if self._open:
            self._open[-1].references.append((self._open[-1].length, note))

    def link(self, address: str) -> None:
        """Says that a link begins here."""
        if self._open and "://" in address and len(address) <= _LONGEST_ADDRESS:
            self._open[-1].links.append((self._open[-1].length, address))

    def end(self, *, joined: bool = False) -> None:
        """Ends the paragraph that began last; `joined` if the next one goes on with it."""
        if not self._open:
            return
        last = self._open.pop()
        if self._open:
            self._kept.append(last)
            return
        if self._begun:
            begun, self._begun = self._begun, None
            begun.go_on_with(last)
            last.pieces, last.sources = begun.pieces, begun.sources
            last.length, last.references, last.links = begun.length, begun.references, begun.links
        if joined:
            self._begun = last
            return
        kept, self._kept = self._kept, []
        for paragraph in (last, *kept):
            self._write(paragraph)

    def close(self) -> None:
        """Ends whatever is open, at the end of a file of the archive."""
        while self._open:
            self.end()
        if self._begun or self._kept:
            self.begin()
            self.end()
        del self._parts[1:]
        del self._cells[:]
        self._end_quotation()

    def finish(self) -> None:
        """Tells where the cells and the notes stand, at the end of the document."""
        for key, (start, end) in self._spans.items():
            if isinstance(key, _CellPlace):
                self.scribe.region(Region("cell", start, end, None, *key))
            else:
                anchors: list[int] | list[None] = self._anchors.get(key) or [None]
                for anchor in anchors:
                    self.scribe.region(Region("note", start, end, anchor))

    # --- what is written ---

    def _write(self, paragraph: _OpenParagraph) -> None:
        raw = "".join(paragraph.pieces)
        words = _BLANK_LINES.sub("\n", raw).strip("\n") if "\n" in raw else raw
        start = self.scribe.length
        if words and not words.isspace():
            part = paragraph.part.name
            number = self._numbers[part] = self._numbers.get(part, 0) + 1
            self.scribe.locate(Location(part=part, paragraph=number))
            self._write_pieces(paragraph, raw)
            self._tell(paragraph, start, start + len(words))
            self.scribe.end_paragraph()
        for place, note in _kept_places(raw, paragraph.references) if paragraph.references else ():
            self._anchors.setdefault(note, []).append(start + min(place, len(words)))
        for place, address in _kept_places(raw, paragraph.links):
            at = start + min(place, len(words))
            self.scribe.region(Region("link", at, at, source=address))

    def _write_pieces(self, paragraph: _OpenParagraph, raw: str) -> None:
        """Writes the words, each with its place; `raw` is all pieces together."""
        if "\n" not in raw:
            for piece, begin in zip(paragraph.pieces, paragraph.sources, strict=True):
                if begin < 0:
                    self.scribe.write(piece)
                else:
                    self.scribe.from_part(piece, begin)
            return
        kept = _kept(raw)
        at = k = 0
        for piece, begin in zip(paragraph.pieces, paragraph.sources, strict=True):
            stop = at + len(piece)
            while k < len(kept) and kept[k][0] < stop:
                low, high = max(kept[k][0], at), min(kept[k][1], stop)
                if begin < 0:
                    self.scribe.write(raw[low:high])
                else:
                    self.scribe.from_part(raw[low:high], begin + low - at)
                if kept[k][1] > stop:
                    break
                k += 1
            at = stop

    def _tell(self, paragraph: _OpenParagraph, start: int, end: int) -> None:
        if paragraph.look.level is not None:
            self.scribe.region(Region("heading", start, end, level=paragraph.look.level))
        if self._quotation and paragraph.look.quoted and paragraph.cells == self._quoted:
            self._quotation = self._quotation._replace(end=end)
        elif paragraph.look.quoted:
            self._end_quotation()
            self._quotation, self._quoted = Region("quotation", start, end), paragraph.cells
        elif not paragraph.part.note:
            self._end_quotation()
        # A note that hangs in a cell is no part of it.
        keys: tuple[_CellPlace | str, ...] = (
            (paragraph.part.note,) if paragraph.part.note else paragraph.cells
        )
        for key in keys:
            first = self._spans.get(key, (start, end))[0]
            self._spans[key] = first, end

    def _end_quotation(self) -> None:
        if self._quotation:
            self.scribe.region(self._quotation)
            self._quotation = None


def _kept(raw: str) -> list[tuple[int, int]]:
    """What is written of a paragraph: blank lines are single, and there are no line ends at its edges."""
    blank = [match.span() for match in _BLANK_LINES.finditer(raw)]
    starts, stops = [0, *(end for _, end in blank)], [*(start + 1 for start, _ in blank), len(raw)]
    kept = list(zip(starts, stops, strict=True))
    while kept and (kept[0][0] == kept[0][1] or raw[kept[0][0]] == "\n"):
        low, high = kept.pop(0)
        kept[:0] = [(low + 1, high)] if low < high else []
    while kept and (kept[-1][0] == kept[-1][1] or raw[kept[-1][1] - 1] == "\n"):
        low, high = kept.pop()
        kept += [(low, high - 1)] if low < high else []
    return kept


def _kept_places(raw: str, references: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Where the references stand once blank lines are single and those at the beginning are gone."""
    if not references:
        return
    gone = [(match.start(), match.end() - match.start() - 1) for match in _BLANK_LINES.finditer(raw)]
    starts = [start for start, _ in gone]
    total = [0, *accumulate(length for _, length in gone)]
    single = _BLANK_LINES.sub("\n", raw)
    lead = len(single) - len(single.lstrip("\n"))
    for offset, note in references:
        yield max(offset - total[bisect_right(starts, offset - 1)] - lead, 0), note
