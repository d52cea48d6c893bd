"""Reads a document, by the ending of its name, and by its first bytes where that says nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from aidefs.classes import replace
from aidefs.errors import InputError, choice
from aidefs.readers.limits import FILE, PDF_FILE, SECONDS, content, within
from aidefs.readers.source import ReadText
from aidefs.readers.unread import refuse_unread

__all__ = [
    "ENDINGS",
    "FORMATS",
    "STANDARD_INPUT",
    "cannot_read",
    "known_form",
    "read",
    "read_again",
    "read_bytes",
    "read_given",
]

STANDARD_INPUT = "-"

# Reasons why there is nothing to check in a document that is otherwise well.
EMPTY = "the file is empty"
NO_TEXT = "the file holds no text"
PICTURE = "a picture, which holds no text that can be read"

FORMATS = ("text", "markdown", "html", "docx", "odt", "pdf", "tex", "notebook", "epub")
ENDINGS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".mdx": "markdown",
    ".rst": "text",
    ".adoc": "text",
    ".asciidoc": "text",
    ".typ": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".odt": "odt",
    ".pdf": "pdf",
    ".tex": "tex",
    ".latex": "tex",
    ".ipynb": "notebook",
    ".epub": "epub",
}
_SNIFFED = 1024  # bytes in which the beginning of a format is looked for


def read(path: str | os.PathLike[str], form: str | None = None, seconds: float = SECONDS) -> ReadText:
    """The text of a document; "" with a note where it has none, as an empty file or a scanned page.

    Args:
        path: The file, or "-" for standard input.
        form: One of `FORMATS`; by default what the ending of the name says, or the first bytes.
        seconds: How long a process may take that reads it, as one does for PDF.

    Raises:
        InputError: The file cannot be read, is not of its format, or is larger than a document can be;
            one line that begins with "cannot read" and the name.
    """
    name = os.fspath(path)
    known_form(form)
    with _faults_told(name):
        return read_bytes(name, _content(name), form, _folder(name), seconds)


def read_given(name: str, data: bytes, form: str | None = None, seconds: float = SECONDS) -> ReadText:
    """The text of a document that is in memory; no file is read for it, whatever it is called or puts in.

    Args:
        name: What it is called.
        data: Its content.
        form: One of `FORMATS`; by default what the ending of the name says, or the first bytes.
        seconds: As in `read`, and so are the errors.
    """
    known_form(form)
    with _faults_told(name):
        return read_bytes(name, data, form, None, seconds)


@contextmanager
def _faults_told(name: str) -> Iterator[None]:
    """Says of every fault that a document may have whose it is."""
    try:
        yield
    except InputError as error:
        raise InputError(cannot_read(name, str(error))) from None
    except OSError as error:
        raise InputError(cannot_read(name, (error.strerror or str(error)).lower())) from None
    except (ValueError, MemoryError, RecursionError) as error:
        # A name with a NUL, or a file that is damaged in a way nobody has thought of: it is one fault.
        raise InputError(cannot_read(name, str(error) or type(error).__name__)) from None


def cannot_read(name: str, why: str) -> str:
    """The line that says of a document why it cannot be read."""
    shown = "standard input" if name == STANDARD_INPUT else f"'{name}'"
    return f"cannot read {shown}: {why}"


def read_again(document: ReadText, data: bytes) -> ReadText:
    """Another state of a document that was read; errors as in `read_bytes`."""
    return read_bytes(document.name, data, document.form, document.folder)


def _folder(name: str) -> str | None:
    """Where the files lie that a document may put in."""
    return None if name == STANDARD_INPUT else os.path.dirname(os.path.abspath(name))


def known_form(form: str | None) -> None:
    """Holds the name of a format to those that are read.

    Raises:
        InputError: It is none of them.
    """
    if form is not None and form not in FORMATS:
        raise InputError(f"unknown document format '{form}'; {choice(form, FORMATS)}")


def read_bytes(
    name: str,
    data: bytes,
    form: str | None = None,
    folder: str | None = None,
    seconds: float = SECONDS,
) -> ReadText:
    """The text of a document that is in memory; arguments and errors as in `read`, without the name.

    Args:
        name: The file.
        data: Its content.
        form: Its format.
        folder: Where other files lie that it puts in, as LaTeX does; by default none are read.
        seconds: How long a process may take that reads it.
    """
    chosen = form or ENDINGS.get(os.path.splitext(name)[1].lower()) or _sniffed(data)
    within(len(data), _limit(chosen))
    if not data:
        return ReadText(name, chosen, "", notes=(EMPTY,))
    if form is None and _is_picture(data):
        return ReadText(name, "", "", notes=(PICTURE,))
    refuse_unread(data)
    result = replace(_reader(chosen, folder, seconds)(name, data), folder=folder)
    if not result.text.strip():
        said = result.notes if chosen == "pdf" else (*result.notes, NO_TEXT)
        return replace(result, text="", apart=(), notes=said)
    return result


def _is_picture(data: bytes) -> bool:
    """Whether a file begins as one of the formats for pictures does."""
    starts = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*")
    return data.startswith(starts) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP")


def _reader(form: str, folder: str | None, seconds: float) -> Callable[[str, bytes], ReadText]:
    """The reader of a format; only the one that is needed is imported."""
    match form:
        case "markdown":
            from aidefs.readers.plain import read_markdown

            return partial(read_markdown, folder=folder)
        case "html":
            from aidefs.readers.html import read_html

            return read_html
        case "docx":
            from aidefs.readers.docx import read_docx

            return read_docx
        case "odt":
            from aidefs.readers.odt import read_odt

            return read_odt
        case "pdf":
            from aidefs.readers.pdf import read_pdf

            return partial(read_pdf, seconds=seconds)
        case "tex":
            from aidefs.readers.tex import read_tex

            return partial(read_tex, folder=folder)
        case "notebook":
            from aidefs.readers.notebook import read_notebook

            return read_notebook
        case "epub":
            from aidefs.readers.epub import read_epub

            return read_epub
        case _:
            from aidefs.readers.plain import read_plain

            return partial(read_plain, folder=folder)


def _content(name: str) -> bytes:
    """The bytes of a file, or of standard input, at most one more than the largest file may have."""
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(PDF_FILE + 1)
    if os.path.isdir(name):
        raise InputError("it is a folder")
    return content(name, PDF_FILE)


def _limit(form: str) -> int:
    return PDF_FILE if form == "pdf" else FILE


def _sniffed(data: bytes) -> str:
    """The format of a file whose name says none."""
    head = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:_SNIFFED]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _archive(data)
    lower = head.lower()
    if lower.startswith((b"<!doctype html", b"<html", b"<?xml")):
        return "html"
    if head.startswith(b"{") and b'"cells"' in data:
        return "notebook"
    if b"\\documentclass" in head or b"\\begin{document}" in head:
        return "tex"
    return "text"


def _archive(data: bytes) -> str:
    """Which archive: OpenDocument and EPUB say it in their first entry, which is not compressed."""
    head = data[:_SNIFFED]
    if b"application/epub+zip" in head:
        return "epub"
    return "odt" if b"opendocument.text" in head else "docx"
