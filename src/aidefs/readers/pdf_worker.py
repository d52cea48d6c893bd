"""The process that runs PDFium: a PDF on standard input, its pages as JSON on standard output.

    python -P -m aidefs.readers.pdf_worker BYTES CHARACTERS FIRST STEP

BYTES is the address space that it may take, on systems that hold a process to it; CHARACTERS is the length of
the longest text.
"""

from __future__ import annotations

import contextlib
import json
import sys
from typing import Any

__all__: list[str] = []


def limit_memory(size: int) -> None:
    """Holds this process to an address space; Windows has no such limit, and macOS ignores it."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def text_of(data: bytes, longest: int, first: int = 0, step: int = 1) -> dict[str, Any]:
    """The texts of the pages `first`, `first + step` and so on, or what is wrong with the file."""
    try:
        import pypdfium2
    except ImportError:
        return {"fault": "reading PDF needs pypdfium2; install it with: pip install 'aidefs[verify]'"}
    try:
        document = pypdfium2.PdfDocument(data)
        pages: list[str] = []
        for number in range(first, len(document), step):
            pages.append(_text(document[number]))
            longest -= len(pages[-1])
            if longest < 0:
                return {"fault": "it holds more text than a document can"}
        return {"pages": pages}
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


def main(memory: int, longest: int, first: int, step: int) -> None:
    """Reads a file from standard input and writes the answer."""
    limit_memory(memory)
    sys.stdout.write(json.dumps(text_of(sys.stdin.buffer.read(), longest, first, step)))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
