"""Documents read for their provisions: text, structure, and the way back to the text as it was read."""

from __future__ import annotations

import os
import re

from aidefs.classes import NamedTuple
from aidefs.errors import InputError, reason
from aidefs.patterns import late
from aidefs.provisions.margins import Cleaned, without_margins
from aidefs.provisions.markup import read_markup
from aidefs.provisions.structure import Structure, structure_of_text
from aidefs.readers.limits import FILE, content
from aidefs.readers.markup import without_markup
from aidefs.readers.read import ENDINGS, STANDARD_INPUT, read, read_given
from aidefs.readers.source import ReadText

__all__ = ["Source", "read_source", "source_of_bytes", "source_of_text"]

_MARKED_UP = frozenset((".xml", ".html", ".htm", ".xhtml", ".fmx", ".akn"))
_HEAD = 1024  # bytes in which mark-up shows itself
_AS_TYPED = late(r"<pre[\s>]", re.I)  # and no preface or preamble


class Source(NamedTuple):
    """A document and its structure.

    Attributes:
        document: As it was read; its places are those that a user is told.
        structure: Of its text, without what a page puts between its words.
        cleaned: The way back from the text of the structure to that of the document.
    """

    document: ReadText
    structure: Structure
    cleaned: Cleaned


def source_of_text(text: str, name: str = "") -> Source:
    """A plain text with its structure."""
    return _plain(ReadText(name, "text", text))


def read_source(path: str | os.PathLike[str]) -> Source:
    """A file with its structure; mark-up tells it where the file has some, else its lines do.

    Raises:
        InputError: The file cannot be read, is not of its format, or is too large.
    """
    name = os.fspath(path)
    if name == STANDARD_INPUT or not _has_markup(name, _head(name)):
        return _plain(read(name))
    try:
        return _marked_up(name, content(name, FILE))
    except OSError as error:
        raise InputError(f"cannot read '{name}': {reason(error)}") from None


def source_of_bytes(name: str, data: bytes) -> Source:
    """A document that is in memory with its structure; no file is read for it, whatever it is called.

    Raises:
        InputError: As `read_source`.
    """
    return _marked_up(name, data) if _has_markup(name, data[:_HEAD]) else _plain(read_given(name, data))


def _head(name: str) -> bytes:
    try:
        with open(name, "rb") as file:
            return file.read(_HEAD)
    except (OSError, ValueError):
        return b""  # the reader says why


def _has_markup(name: str, head: bytes) -> bool:
    ending = os.path.splitext(name)[1].lower()
    if ending in _MARKED_UP:
        return True
    head = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return ending not in ENDINGS and head.startswith(b"<") and b">" in head


def _marked_up(name: str, data: bytes) -> Source:
    try:
        document, structure = read_markup(name, data)
    except InputError as error:
        raise InputError(f"cannot read '{name}': {error}") from None
    as_typed = document.encoded is not None and _AS_TYPED.search(document.encoded.text) is not None
    cleaned = without_margins(document.text) if as_typed else Cleaned(document.text)
    if cleaned.cut:
        return Source(document, structure_of_text(cleaned.text), cleaned)
    return Source(document, structure, cleaned)


def _plain(document: ReadText) -> Source:
    text = without_markup(document.text).text if document.form == "markdown" else document.text
    if len(text) != len(document.text):
        document = ReadText(document.name, document.form, text, notes=document.notes)
    cleaned = without_margins(text)
    return Source(document, structure_of_text(cleaned.text, wrapped=document.form == "pdf"), cleaned)
