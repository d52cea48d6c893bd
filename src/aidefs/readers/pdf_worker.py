"""The process that runs PDFium: it is asked with a PDF and answers with its pages as JSON.

    python -P -S -m aidefs.readers.pdf_worker BYTES

BYTES is the address space that it may take, on systems that hold a process to it.
"""

from __future__ import annotations

import contextlib
import gc
import json
import sys
from typing import Any

from aidefs.errors import InputError
from aidefs.modules import put_off
from aidefs.readers.limits import few_characters, few_pages
from aidefs.readers.processes import serve

__all__: list[str] = []

_ALLOCATIONS = 200_000  # before garbage is looked for, as in `aidefs.__main__`: imports make none
# Modules that pypdfium2 imports, or `ctypes.util` for it, and reading a text does without.
_SPARED = ("argparse", "shutil", "subprocess", "tempfile", "traceback")


def limit_memory(size: int) -> None:
    """Holds this process to an address space; Windows has no such limit, and macOS ignores it."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def text_of(data: bytes) -> dict[str, Any]:
    """The texts of the pages, or what is wrong with the file."""
    try:
        import pypdfium2
    except ImportError:
        return {"fault": "reading PDF needs pypdfium2; install it with: pip install 'aidefs[verify]'"}
    try:
        document = pypdfium2.PdfDocument(data)
        few_pages(len(document))
        pages: list[str] = []
        length = 0
        for number in range(len(document)):
            pages.append(_text(document[number]))
            length += len(pages[-1])
            few_characters(length)
        return {"pages": pages}
    except InputError as error:
        return {"fault": str(error)}
    except pypdfium2.PdfiumError as error:
        return {"fault": _fault(error)}
    except MemoryError:
        return {"fault": "it needs more memory than is allowed"}


def _text(page: Any) -> str:
    words = page.get_textpage()
    text: str = words.get_text_range()
    words.close()
    page.close()
    return text


def _fault(error: Exception) -> str:
    said = str(error)
    if "assword" in said:
        return "encrypted; it opens with a password only"
    return f"not a PDF that PDFium can read ({said.rstrip('.').lower()})"


def main(memory: int) -> None:
    """Answers with the pages of a file."""
    gc.set_threshold(_ALLOCATIONS)
    limit_memory(memory)
    for name in _SPARED:
        put_off(name)
    serve(lambda data: json.dumps(text_of(data)).encode())


if __name__ == "__main__":
    main(int(sys.argv[1]))
