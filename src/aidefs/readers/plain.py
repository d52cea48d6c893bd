"""Plain text and Markdown, which are read as they stand.

The marks of Markdown are left where they are: the search for quotations reads through them, and the offsets
stay those of the file.
"""

from __future__ import annotations

from aidefs.readers.encodings import decode, notes
from aidefs.readers.source import ReadText, Scribe

__all__ = ["read_markdown", "read_plain"]


def read_plain(name: str, data: bytes) -> ReadText:
    """Reads a text file."""
    return _as_it_stands(name, "text", data)


def read_markdown(name: str, data: bytes) -> ReadText:
    """Reads a Markdown file."""
    return _as_it_stands(name, "markdown", data)


def _as_it_stands(name: str, form: str, data: bytes) -> ReadText:
    encoded = decode(data)
    scribe = Scribe()
    scribe.copy(encoded.text, 0, len(encoded.text))
    return scribe.done(name, form, encoded, notes(encoded))
