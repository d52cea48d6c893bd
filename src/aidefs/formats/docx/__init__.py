"""Documents as Word files (Office Open XML, ECMA-376 part 1, WordprocessingML), by way of python-docx.

Every look is a style of the file, so that a user restyles all tables, insertions or notes in one place.
The element names in comments and docstrings of this package are those of the standard.
"""

from __future__ import annotations

from aidefs.errors import missing
from aidefs.formats.document import Document
from aidefs.formats.options import Options

__all__ = ["render_document"]


def render_document(document: Document, options: Options) -> bytes:
    """The document as the content of a .docx file, the same bytes for the same document.

    Raises:
        InputError: python-docx is not installed.
    """
    try:
        import docx  # noqa: F401
    except ImportError:
        raise missing("docx", "python-docx", "docx") from None
    from aidefs.formats.docx.writer import written

    return written(document)
