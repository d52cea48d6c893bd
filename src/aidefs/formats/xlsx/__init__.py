"""The tables of a document as an Excel workbook, by way of openpyxl: a sheet for each, made to be printed.

Every cell is text: nothing that a text says becomes a formula, an error or a number, in Excel or elsewhere.
"""

from __future__ import annotations

from aidefs.errors import missing
from aidefs.formats.document import Document
from aidefs.formats.options import Options

__all__ = ["render_document"]


def render_document(document: Document, options: Options) -> bytes:
    """The tables as the content of an .xlsx file, the same bytes for the same document.

    Raises:
        InputError: openpyxl is not installed, there is no table, or a text is too long for a cell.
    """
    try:
        import openpyxl  # noqa: F401
    except ImportError:
        raise missing("xlsx", "openpyxl", "xlsx") from None
    document.in_tables("xlsx")
    from aidefs.formats.xlsx.workbook import written

    return written(document)
