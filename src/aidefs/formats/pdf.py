"""Documents as PDF: the page of HTML, set by WeasyPrint (extra `pdf`), which needs the library Pango.

The letters are those of the fonts of the machine. The same document gives the same bytes with the same fonts
and the same WeasyPrint and Pango; nothing in the file depends on the day or is drawn by lot.
"""

from __future__ import annotations

from typing import Any

from aidefs.classes import replace
from aidefs.errors import InputError, missing
from aidefs.formats.document import Document
from aidefs.formats.html import render_document as render_html
from aidefs.formats.options import Options

__all__ = ["render_document"]


def render_document(document: Document, options: Options) -> bytes:
    """The document as a PDF file.

    Raises:
        InputError: WeasyPrint is not installed, or Pango is not.
    """
    try:
        from weasyprint import HTML
    except ImportError:
        raise missing("a document in PDF", "weasyprint", "pdf") from None
    except OSError:  # how cffi says that a library is not there
        others = "write html and print it from a browser, or docx and save it from a word processor"
        raise InputError(
            f"a document in PDF needs the library Pango, which is not installed; {others}"
        ) from None
    page = render_html(document, replace(options, standalone=True))
    written: bytes = HTML(string=page, url_fetcher=_Nothing()).write_pdf()
    return written


class _Nothing:
    """Our pages stand alone, so nothing is fetched, from the network or from the disk."""

    _fail_on_errors = False  # what WeasyPrint asks its own fetchers: what is not fetched is left out

    def __call__(self, address: str, *_: Any, **__: Any) -> Any:
        raise ValueError(f"not fetched: {address}")
