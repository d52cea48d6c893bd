"""Formats that are not read, known by their first bytes; none is taken for the text that it is made of.

RTF, web archives and flat office documents are text to the eye of a program: read as it stands, their mark-up
would part the words, show what was deleted, and be spoilt by a correction. It is said what to do instead.
"""

from __future__ import annotations

import re

from aidefs.errors import InputError
from aidefs.patterns import late

__all__ = ["refuse_unread"]

_HEAD = 4096  # bytes in which a format shows itself
_OFFICE = "save it as .docx or .odt"
_BEGINNINGS = (
    (b"{\\rtf", "RTF", _OFFICE),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old binary or an encrypted document",
        f"{_OFFICE}, without a password",
    ),
    (b"\xffWPC", "WordPerfect", _OFFICE),
    (b"%!PS-", "PostScript", "save it as PDF"),
    (b"AT&TFORM", "DjVu", "save it as PDF"),
)
_ROOTS = (
    (b"<office:document ", "flat OpenDocument", "save it as .odt"),
    (b"<w:wordDocument ", "XML of Word 2003", "save it as .docx"),
    (b"<pkg:package ", "flat XML of Word", "save it as .docx"),
)
# The header of a mail or a web archive ends at the first empty line.
_PARTED = late(rb"(?:[\w-]+:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*)*?content-type:\s*multipart/", re.I)


def refuse_unread(data: bytes) -> None:
    """Refuses a file that begins as one of the formats does that are not read.

    Raises:
        InputError: It does; the line says what to save it as.
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    for beginning, called, instead in _BEGINNINGS:
        if head.startswith(beginning):
            raise InputError(f"{called}, which is not read; {instead}")
    if head.startswith(b"<"):
        for root, called, instead in _ROOTS:
            if root in head:
                raise InputError(f"{called}, which is not read; {instead}")
    if b"multipart/" in head and _PARTED.match(head):
        raise InputError("a mail or a web archive in parts, which is not read; save it as .html or .docx")
