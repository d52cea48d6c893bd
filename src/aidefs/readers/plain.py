"""Plain text, Markdown, reStructuredText, AsciiDoc and Typst, read as they stand.

Their marks are left where they are: the search for quotations reads through them, and the offsets stay those
of the file. What they set apart is found when it is asked for. Only where a bibliography has keys that the
text cites is it found at once, since other files are read for it.
"""

from __future__ import annotations

from dataclasses import replace

from aidefs.readers.bibliography import keys_in, of_text
from aidefs.readers.encodings import decode, notes
from aidefs.readers.regions import Region, in_order, regions
from aidefs.readers.source import ReadText, Scribe

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
    scribe.copy(encoded.text, 0, len(encoded.text))
    read = replace(scribe.done(name, form, encoded, notes(encoded)), apart=None)
    cited = keys_in(read.text, lambda: of_text(read.text, folder))
    if not cited:
        return read
    citations = (Region("citation", start, end, source=said) for start, end, said in cited)
    return replace(read, apart=in_order([*regions(read.text), *citations]))
