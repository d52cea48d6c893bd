"""What is to be shown, free of law and of formats: runs of marked text, tables, and documents of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import Literal

from aidefs.classes import NamedTuple
from aidefs.errors import InputError
from aidefs.patterns import late

__all__ = [
    "SIGNS",
    "TINTS",
    "TINT_COLOURS",
    "Block",
    "Bullets",
    "Cells",
    "Document",
    "FullText",
    "FullTexts",
    "Heading",
    "Mark",
    "Note",
    "Paragraph",
    "Run",
    "Table",
    "embraced",
    "plain",
    "runs",
    "signed",
    "touches",
]

Mark = Literal[
    "", "delete", "insert", "strong", "muted", "quote", "tint1", "tint2", "tint3", "tint4", "tint5", "tint6"
]
TINTS: tuple[Mark, ...] = ("tint1", "tint2", "tint3", "tint4", "tint5", "tint6")
"""Colours that tell stretches apart, for which the words beside them give the reason."""
# Red, green and blue of each tint, dark enough to be read on white: those of Okabe and Ito, which people tell
# apart who do not see all colours, darkened.
TINT_COLOURS: dict[Mark, tuple[int, int, int]] = {
    "tint1": (0, 90, 160), "tint2": (170, 70, 0), "tint3": (0, 115, 85), "tint4": (150, 60, 120),
    "tint5": (125, 100, 0), "tint6": (70, 90, 110),
}  # fmt: skip


class Run(NamedTuple):
    """A stretch of text with one mark.

    Attributes:
        text: Characters to show, never mark-up.
        mark: "" (plain), "delete", "insert", "strong", "muted" (secondary), "quote" (official words
            inside a sentence of ours) or one of `TINTS`.
        key: What the stretch speaks of, for example the id of an element, "" for nothing: pages bring
            out all stretches of one key together.
        lang: BCP 47 tag of official wording among words of another language, "" for that of the cell or
            paragraph around it.
        links: Whether web addresses in it are links where there are such: it names a source, in words of
            the library's own.
    """

    text: str
    mark: Mark = ""
    key: str = ""
    lang: str = ""
    links: bool = False


Cells = tuple[Run, ...]  # what stands in one cell, or one paragraph


def runs(*parts: str | Run) -> Cells:
    """A cell of strings and runs."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def plain(cell: Iterable[Run]) -> str:
    """The characters of a cell without its marks."""
    return "".join(run.text for run in cell)


SIGNS: dict[Mark, tuple[str, str]] = {"delete": ("[-", "-]"), "insert": ("{+", "+}")}


def signed(cell: Iterable[Run]) -> str:
    """The characters of a cell with deletions and insertions between the signs of wdiff."""
    return "".join(embraced(run.text, *SIGNS.get(run.mark, ("", ""))) for run in cell)


def embraced(text: str, opening: str, closing: str) -> str:
    """The text between two signs, which stand inside the white space at its edges."""
    if not text.strip():
        return text
    head = text[: len(text) - len(text.lstrip())]
    tail = text[len(text.rstrip()) :]
    return head + opening + text.strip() + closing + tail


def touches(before: Run, run: Run) -> bool:
    """Whether inserted words stand right behind deleted ones, so that a gap has to part them for the eye."""
    between = before.text[-1:] + run.text[:1]
    return (before.mark, run.mark) == ("delete", "insert") and not any(map(str.isspace, between))


_LABEL = late(r"(?:[\w.:-]+(?: [\w.:-]+)*)?")


class Heading(NamedTuple):
    """A heading inside a document."""

    text: str


class Paragraph(NamedTuple):
    """Running text.

    Attributes:
        runs: What it says.
        lang: BCP 47 tag where the text is official wording, "" for the library's own words.
        wrap: Whether long lines are broken; messages that other programs read are not.
        tracked: Whether the runs are two texts in one: those without insertions are the old one, those
            without deletions the new one, both letter for letter.
    """

    runs: Cells
    lang: str = ""
    wrap: bool = True
    tracked: bool = False


class Bullets(NamedTuple):
    """A list of short texts."""

    items: tuple[Cells, ...]


class Note(NamedTuple):
    """A note below a table.

    Attributes:
        runs: What it says.
        columns: Columns whose heads it is about.
        rows: Rows whose first cells it is about.
        cite: Key in the bibliography of what it names, "" for nothing.
    """

    runs: Cells
    columns: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()
    cite: str = ""


class Table(NamedTuple):
    """A table.

    Attributes:
        header: Head of each column.
        rows: Cells; a cell may hold line breaks.
        caption: What the table shows.
        langs: BCP 47 tag of each column's texts, "" for the library's own words.
        wide: Columns that take what width there is; the others are as wide as their words.
        compact: One line a row, without rules; columns at the end that do not fit are left out of text.
        needed: Columns of a compact table that are not left out as long as their words fit: cells are broken
            between words before one of them goes.
        keyword: Column of words in context: what stands before and behind them is in the columns beside it,
            an attribute of the hit in the column before those, and what the hits share in the first ones.
        notes: Notes below it; those about columns or rows are numbered, see `numbers`.
        keys: What each row speaks of, as in `Run`; empty where rows speak of nothing.
        emphasis: Rows that are brought out, for example those of the core elements.
        emphasis_columns: Columns that are brought out.
        name: Name for cross references, "" for none.
        row_langs: BCP 47 tag of each row's texts, where texts stand in rows and not in columns.
        sides: Whether each cell is one text, in which marks only point at what another column lacks; else
            a cell with marks is a redline, which says nothing without them.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cells, ...], ...]
    caption: str = ""
    langs: tuple[str, ...] = ()
    wide: tuple[int, ...] = ()
    compact: bool = False
    needed: tuple[int, ...] = ()
    keyword: int | None = None
    notes: tuple[Note, ...] = ()
    keys: tuple[str, ...] = ()
    emphasis: tuple[int, ...] = ()
    emphasis_columns: tuple[int, ...] = ()
    name: str = ""
    row_langs: tuple[str, ...] = ()
    sides: bool = False

    @property
    def columns(self) -> list[tuple[str, ...]]:
        """The characters that each column holds, its head first."""
        return list(zip(self.header, *(map(plain, row) for row in self.rows), strict=True))

    @property
    def numbers(self) -> tuple[int, ...]:
        """The number of each note, counted from 1; 0 for a note about the table as a whole."""
        count = accumulate(int(bool(note.columns or note.rows)) for note in self.notes)
        return tuple(n if note.columns or note.rows else 0 for n, note in zip(count, self.notes, strict=True))

    @property
    def label(self) -> str:
        """The name as LaTeX and Pandoc take it in, who have no way to escape anything in one.

        Raises:
            InputError: The name holds a sign that ends it, or that would be obeyed.
        """
        if _LABEL.fullmatch(self.name) is None:
            wanted = "letters, digits, spaces and any of . : - _"
            raise InputError(f"the name of a table is made of {wanted}: '{self.name}'")
        return self.name

    def lang(self, row: int, column: int) -> str:
        """BCP 47 tag of a cell's text, "" for the library's own words; the first cell is a head."""
        if self.row_langs:
            return self.row_langs[row] if column else ""
        return self.langs[column] if self.langs else ""

    def marks(self, column: int | None = None, row: int | None = None) -> tuple[int, ...]:
        """Numbers of the notes about the head of a column, or about a row."""
        return tuple(
            number
            for number, note in zip(self.numbers, self.notes, strict=True)
            if column in note.columns or row in note.rows
        )


Block = Heading | Paragraph | Bullets | Table


class FullText(NamedTuple):
    """A whole text under its name.

    Attributes:
        name: How it is called.
        runs: Its characters, letter for letter; each stretch may have a key.
        lang: BCP 47 tag.
    """

    name: str
    runs: Cells
    lang: str = ""


class FullTexts(NamedTuple):
    """Whole texts side by side, to be read stretch by stretch.

    Attributes:
        heading: What they are.
        hint: How to read them on a page that brings out stretches of one key together.
        columns: The texts.
    """

    heading: str
    hint: str
    columns: tuple[FullText, ...]


class Document(NamedTuple):
    """A titled sequence of blocks; the first table is what table formats show.

    Attributes:
        title: What it shows.
        blocks: What it says, in order.
        lang: BCP 47 tag of its own words.
        texts: What pages on which a reader can point at a stretch show besides, before the first table;
            other formats leave it out.
    """

    title: str
    blocks: tuple[Block, ...]
    lang: str = "en"
    texts: FullTexts | None = None

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    def in_tables(self, form: str) -> tuple[Table, ...]:
        """The same for a format that holds nothing else.

        Raises:
            InputError: There is none, and a file would be empty.
        """
        if not self.tables:
            raise InputError(f"{form} holds tables, and this result has none; choose text or another format")
        return self.tables
