"""How much of a file is read, so that no file can take the memory of the machine.

The limits are far above what a document that a person wrote can need: a thousand printed pages are about
three million characters.
"""

from __future__ import annotations

from aidefs.errors import InputError

__all__ = [
    "FILE",
    "INFLATED",
    "PARTS",
    "PDF_FILE",
    "PDF_MEMORY",
    "RATIO",
    "RATIO_FROM",
    "mebibytes",
    "within",
]

MIB = 1 << 20
FILE = 64 * MIB  # bytes of a file
PDF_FILE = 256 * MIB  # bytes of a PDF, where pictures count
PDF_MEMORY = 1024 * MIB  # address space of the process that reads a PDF
INFLATED = 64 * MIB  # bytes of all parts of an archive that are read, uncompressed
RATIO = 200  # uncompressed bytes for each compressed one ...
RATIO_FROM = 4 * MIB  # ... looked at from this size on, because short XML compresses well
PARTS = 10_000  # files inside an archive
MARKS = 2_000_000  # signs of mark-up in a text format


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
