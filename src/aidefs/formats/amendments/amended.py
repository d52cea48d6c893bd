"""Copies of Word documents and OpenDocument texts with changes and remarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from aidefs.readers.source import ReadText

if TYPE_CHECKING:
    from aidefs.formats.amendments.plan import Change, Refused, Remark

__all__ = ["FORMS", "amended"]

FORMS = ("docx", "odt")


def amended(
    data: bytes, document: ReadText, changes: Sequence[Change], remarks: Sequence[Remark]
) -> tuple[bytes, tuple[Refused, ...]]:
    """A copy in which changes can be accepted or rejected, and the changes that were not made.

    A part that is not read, or in which nothing is done, has the bytes that it had.

    Args:
        data: A document of one of `FORMS`.
        document: How it was read.
        changes: What is put in the place of what; they do not overlap.
        remarks: What is said of passages. One has no place in a header or footer and is left out there.

    Raises:
        InputError: The archive cannot be read, or a part is not in UTF-8.
    """
    # Only here: who asks for `FORMS` mostly amends nothing.
    from aidefs.formats.amendments.opendocument import amend_opendocument
    from aidefs.formats.amendments.package import repacked
    from aidefs.formats.amendments.word import amend_word
    from aidefs.readers.archives import Archive

    archive = Archive(data)
    if document.form == "docx":
        parts, refused = amend_word(archive, document.parts[0], changes, remarks)
    else:
        parts, refused = amend_opendocument(archive, changes, remarks)
    return (repacked(data, parts) if parts else data), refused
