"""How much is read, what it may become and how long that may take, so that no file can take the machine.

The limits are far above what a document that a person wrote can need: a thousand printed pages are about
three million characters.
"""

from __future__ import annotations

import os
import stat

from aidefs.errors import InputError

__all__ = [
    "CHARACTERS",
    "FILE",
    "HEAD",
    "INFLATED",
    "MARKS",
    "NODES",
    "PAGES",
    "PARTS",
    "PDF_FILE",
    "PDF_MEMORY",
    "RATIO",
    "RATIO_FROM",
    "SECONDS",
    "content",
    "few_characters",
    "few_marks",
    "few_nodes",
    "few_pages",
    "mebibytes",
    "no_document",
    "too_long",
    "within",
]

MIB = 1 << 20
FILE = 64 * MIB  # bytes of a file
HEAD = MIB  # bytes of what an archive of web pages says of a page before it
PDF_FILE = 256 * MIB  # bytes of a PDF, where pictures count
PDF_MEMORY = 1024 * MIB  # address space of the process that reads a PDF
INFLATED = 64 * MIB  # bytes of all parts of an archive that are read, uncompressed
RATIO = 200  # uncompressed bytes for each compressed one ...
RATIO_FROM = 4 * MIB  # ... looked at from this size on, because short XML compresses well
PARTS = 10_000  # files inside an archive
MARKS = 2_000_000  # signs of mark-up in a text format
NODES = 5_000_000  # elements in all parts of an archive that are read
PAGES = 50_000  # of a PDF
CHARACTERS = 64 * MIB  # of the plain text: as many as the largest text file has
SECONDS = 60.0  # that a process may work on a document


_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_DEVICES = {stat.S_IFCHR: "a device", stat.S_IFBLK: "a device"}
_PIPES = {stat.S_IFIFO: "a named pipe", stat.S_IFSOCK: "a socket"}


def content(path: str, most: int = FILE) -> bytes:
    """What a file holds; what is no file may be a pipe, such as a shell makes of `<(…)`.

    Args:
        path: The file.
        most: How many bytes it may have.

    Raises:
        InputError: It is a device, or has more bytes.
        OSError: It cannot be read, as a folder cannot.
    """
    number = os.open(path, _READING)  # a library has hundreds of files
    try:
        known = os.fstat(number)  # which need not look for the file again
        if stat.S_IFMT(known.st_mode) in _DEVICES:
            raise InputError("it is a device")
        size = known.st_size
        within(size, most)
        data = os.read(number, size + 1)
        if len(data) != size:  # a pipe, or a file that grows
            with open(number, "rb", closefd=False) as rest:
                data += rest.read(most + 1 - len(data))
            within(len(data), most)
    finally:
        os.close(number)
    return data


def no_document(path: str) -> str:
    """What stands in a folder and is neither a file nor a folder: "a named pipe", "a device"; else "".

    Raises:
        OSError: It is a link that leads nowhere, or cannot be looked at.
    """
    return (_DEVICES | _PIPES).get(stat.S_IFMT(os.stat(path).st_mode), "")


def mebibytes(size: int) -> str:
    """A size for messages."""
    return f"{size // MIB} MiB"


def within(size: int, limit: int) -> None:
    """Holds a file to its limit.

    Raises:
        InputError: It is larger.
    """
    if size > limit:
        raise InputError(f"larger than {mebibytes(limit)}")


def few_marks(text: str, signs: str) -> None:
    """Holds the mark-up of a file to its limit, because each sign costs more time and memory than a letter.

    Raises:
        InputError: There is more.
    """
    if sum(map(text.count, signs)) > MARKS:
        raise InputError(f"more than {MARKS:,} signs of mark-up")


def few_characters(number: int, most: int = CHARACTERS) -> None:
    """Holds the plain text of a document to its limit; what a file says in a few bytes may be long.

    Raises:
        InputError: It has more characters.
    """
    if number > most:
        raise InputError(f"it becomes more than {most:,} characters")


def few_nodes(number: int) -> None:
    """Holds the elements of an archive to their limit.

    Raises:
        InputError: There are more.
    """
    if number > NODES:
        raise InputError(f"more than {NODES:,} elements")


def few_pages(number: int) -> None:
    """Holds a PDF to its limit; its pages may all be the same object.

    Raises:
        InputError: It has more pages.
    """
    if number > PAGES:
        raise InputError(f"more than {PAGES:,} pages")


def too_long(seconds: float) -> str:
    """Why a document is not read whose process was ended."""
    return f"it takes longer than {seconds:g} s; --timeout allows more"
