"""PDF: the text of each page, read by PDFium in a process of its own.

PDFium reads a page several times faster than the readers that are written in Python. As it is native code
and unpacks without a limit that would fit here, a child process runs it: what a damaged file can bring
down, or fill, is the child.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, zip_longest
from typing import Any

from aidefs.errors import InputError, reason
from aidefs.readers.limits import INFLATED, PDF_MEMORY, mebibytes
from aidefs.readers.running import without_running_heads
from aidefs.readers.source import PARAGRAPH, Place, ReadText, Scribe

__all__ = ["pages", "read_pdf"]

_WORKER = "aidefs.readers.pdf_worker"
_LARGE = 256 * 1024  # bytes from which on a file is read by several processes ...
_AT_ONCE = 2  # ... each of which reads every other page
# PDFium marks a word divided at the end of a line with one of these two characters.
_DIVIDED = {"\x02": "-\n", "\ufffe": "-\n", "\r\n": "\n"}


def read_pdf(name: str, data: bytes) -> ReadText:
    """Reads a PDF."""
    found = pages(data)
    if not any(page.strip() for page in found):
        raise InputError("a PDF without text; scanned pages need character recognition first")
    scribe = Scribe()
    for number, page in enumerate(without_running_heads(found), 1):
        if scribe.length:
            scribe.write("\n")
        scribe.anchor(Place(page=number, line=page.first_line))
        scribe.write(page.text)
    return scribe.done(name, "pdf")


def pages(data: bytes) -> list[str]:
    """The text of every page as PDFium gives it, lines ended by line feeds.

    Raises:
        InputError: The file is no PDF, is damaged or encrypted, or needs more memory than the limit.
    """
    if b"%PDF-" not in data[:1024]:
        raise InputError("not a PDF")
    if len(data) < _LARGE:
        return list(map(_lines, _read(data, 0, 1)))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        shares = list(pool.map(lambda share: _read(data, share, _AT_ONCE), range(_AT_ONCE)))
    woven = chain.from_iterable(zip_longest(*shares))  # page 1 of the first, page 2 of the second …
    return [_lines(page) for page in woven if page is not None]


def _read(data: bytes, first: int, step: int) -> list[str]:
    """Every page from `first` on in steps, read by a process."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-P", "-m", _WORKER, str(PDF_MEMORY), str(INFLATED), str(first), str(step)]
    try:
        done = subprocess.run(command, input=data, env=environment, capture_output=True, check=False)
    except OSError as error:
        raise InputError(f"no process could be started to read it: {reason(error)}") from None
    answer = _answer(done.stdout)
    if "pages" not in answer:
        raise InputError(answer.get("fault") or _end(done.returncode))
    found: list[str] = answer["pages"]
    return found


def _answer(output: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(output)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _end(code: int) -> str:
    return (
        f"PDFium gave up (exit code {code}): the file is damaged or needs more than {mebibytes(PDF_MEMORY)}"
    )


def _lines(page: str) -> str:
    for sign, lines in _DIVIDED.items():
        page = page.replace(sign, lines)
    return page.replace("\r", "\n").replace(PARAGRAPH, "\n").strip("\n")
