"""What is to be shown, free of law and of formats: runs of marked text, tables, and documents of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

__all__ = [
    "Block",
    "Bullets",
    "Cells",
    "Document",
    "Heading",
    "Mark",
    "Paragraph",
    "Run",
    "Table",
    "plain",
    "runs",
]

Mark = Literal["", "delete", "insert", "strong", "muted", "quote"]


class Run(NamedTuple):
    """A stretch of text with one mark.

    Attributes:
        text: Characters to show, never mark-up.
        mark: "" (plain), "delete", "insert", "strong", "muted" (secondary) or "quote" (official words
            inside a sentence of ours).
    """

    text: str
    mark: Mark = ""


Cells = tuple[Run, ...]  # what stands in one cell, or one paragraph


def runs(*parts: str | Run) -> Cells:
    """A cell of strings and runs."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def plain(cell: Iterable[Run]) -> str:
    """The characters of a cell without its marks."""
    return "".join(run.text for run in cell)


class Heading(NamedTuple):
    """A heading inside a document."""

    text: str


class Paragraph(NamedTuple):
    """Running text.

    Attributes:
        runs: What it says.
        lang: BCP 47 tag where the text is official wording, "" for the library's own words.
        wrap: Whether long lines are broken; messages that other programs read are not.
    """

    runs: Cells
    lang: str = ""
    wrap: bool = True


class Bullets(NamedTuple):
    """A list of short texts."""

    items: tuple[Cells, ...]


class Table(NamedTuple):
    """A table.

    Attributes:
        header: Head of each column.
        rows: Cells; a cell may hold line breaks.
        caption: What the table shows.
        langs: BCP 47 tag of each column's texts, "" for the library's own words.
        wide: Columns that take what width there is; the others are as wide as their words.
        compact: One line a row, without rules; columns at the end that do not fit are left out of text.
        keyword: Column of words in context: what stands before and behind them is in the columns beside it,
            an attribute of the hit in the column before those, and what the hits share in the first ones.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cells, ...], ...]
    caption: str = ""
    langs: tuple[str, ...] = ()
    wide: tuple[int, ...] = ()
    compact: bool = False
    keyword: int | None = None


Block = Heading | Paragraph | Bullets | Table


class Document(NamedTuple):
    """A titled sequence of blocks; the first table is what table formats show."""

    title: str
    blocks: tuple[Block, ...]
    lang: str = "en"

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))
