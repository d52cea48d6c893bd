"""Plain text, Markdown, reStructuredText, AsciiDoc and Typst, read as they stand.

Their marks are left where they are: the search for quotations reads through them, and the offsets stay those
of the file. What they set apart is found when it is asked for. Only the cells of tables that are drawn side
by side (`readers.tables`) are read one after the other; and where there are such, or keys that a bibliography
has, what is set apart is found at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from aidefs.classes import replace
from aidefs.readers.bibliography import keys_in, of_text
from aidefs.readers.encodings import decode, notes
from aidefs.readers.regions import Region, in_order, regions
from aidefs.readers.source import ReadText, Scribe
from aidefs.readers.tables import drawn_tables

__all__ = ["read_markdown", "read_plain"]


def read_plain(name: str, data: bytes, folder: str | None = None) -> ReadText:
    """Reads a text file.

    Args:
        name: The file as the user named it.
        data: Its content.
        folder: Where its bibliography lies; by default none is read.
    """
    return _as_it_stands(name, "text", data, folder)


def read_markdown(name: str, data: bytes, folder: str | None = None) -> ReadText:
    """Reads a Markdown file; arguments as in `read_plain`."""
    return _as_it_stands(name, "markdown", data, folder)


def _as_it_stands(name: str, form: str, data: bytes, folder: str | None) -> ReadText:
    encoded = decode(data)
    scribe = Scribe()
    cells = list(_write(scribe, encoded.text))
    read = scribe.done(name, form, encoded, notes(encoded))
    cited = keys_in(read.text, lambda: of_text(read.text, folder))
    if not cells and not cited:
        return replace(read, apart=None)
    citations = (Region("citation", start, end, source=said) for start, end, said in cited)
    own = regions(read.text)
    tables = len({one.table for one in own} - {None})
    drawn = (one._replace(table=tables + (one.table or 0)) for one in cells)
    return replace(read, apart=in_order([*own, *drawn, *citations]))


def _write(scribe: Scribe, text: str) -> Iterator[Region]:
    """Writes a text, each cell of a drawn table as a paragraph, and gives these cells."""
    at = 0
    for number, table in enumerate(drawn_tables(text)):
        scribe.copy(text[at : table.start], at, table.start)
        for cell in table.cells:
            start = scribe.length
            for begin, end in cell.lines:
                scribe.copy(text[begin:end], begin, end)
                scribe.copy("\n", end, end)
            yield Region("cell", start, scribe.length - 1, None, number, cell.row, cell.column)
            scribe.copy("\n", end, end)
        at = table.end
    scribe.copy(text[at:], at, len(text))
