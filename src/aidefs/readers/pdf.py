"""PDF: the text of each page, without the lines that every page repeats.

PDFium reads a page several times faster than the readers that are written in Python. As it is native code
and unpacks without a limit that would fit here, a child process runs it: what a damaged file can bring
down, or fill, is the child. Running heads, feet and page numbers would cut a passage that crosses pages;
they are taken away. Notes at the foot of a page would cut it, too; where a sentence goes on behind them they
stand behind the next page.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Any

from aidefs.classes import NamedTuple
from aidefs.errors import InputError, reason
from aidefs.patterns import late
from aidefs.readers.limits import PDF_MEMORY, SECONDS, mebibytes, too_long
from aidefs.readers.processes import Ended, Process
from aidefs.readers.regions import regions
from aidefs.readers.source import PARAGRAPH, Location, ReadText, Scribe

__all__ = ["Page", "pages", "read_pdf", "without_running_heads"]

_WORKER = "aidefs.readers.pdf_worker"
# glibc would give memory back to the system after every page and ask for it again, a fifth of the CPU time.
_MEMORY = {"MALLOC_TOP_PAD_": str(16 << 20)}
# PDFium marks a word divided at the end of a line with one of these two characters.
_DIVIDED = {"\x02": "-\n", "\ufffe": "-\n", "\r\n": "\n"}
_EDGE = 2  # lines at the top and at the bottom of a page that may be running heads
_TIMES = 2  # pages on which a line must stand at an edge
_LONGEST = 150  # characters of a running head
_READS_ON = late(r"\s*[^\W\d_A-Z]")  # the beginning of a line that goes on with a sentence
_NOTE = late(r"[ \t]*(\d{1,3})[ \t]?(?=[^\W\d_a-zß-ÿ]|https?:)")  # with what a note at the foot begins
_SENTENCE_ENDS = late(r"[.!?][\"”’»)\]]{0,3}\d{0,3}\s*\Z")
_NUMBER = late(r"\b(?:[ivxlc]+|\d+)\b")


class Page(NamedTuple):
    """A page.

    Attributes:
        text: Its words without running heads.
        first_line: Number of the line with which the text begins, counted on the whole page.
    """

    text: str
    first_line: int


def read_pdf(name: str, data: bytes, seconds: float = SECONDS) -> ReadText:
    """Reads a PDF; the arguments are those of `pages`."""
    found = pages(data, seconds)
    if not any(page.strip() for page in found):
        note = "a PDF without text; scanned pages need character recognition first"
        return ReadText(name, "pdf", "", notes=(note,))
    scribe = Scribe()

    def write(number: int, line: int, text: str) -> None:
        if scribe.length and text:
            scribe.write("\n")
        scribe.anchor(Location(page=number, line=line))
        scribe.write(text)

    waiting: tuple[int, int, str] | None = None  # the notes of the page before, which would cut a sentence
    for number, page in enumerate(without_running_heads(found), 1):
        lines = page.text.split("\n")
        first = _first_note(lines)
        body, notes = "\n".join(lines[:first]), "\n".join(lines[first:])
        cuts = bool(notes) and _SENTENCE_ENDS.search(body) is None
        write(number, page.first_line, body if cuts else page.text)
        if waiting:
            write(*waiting)
        waiting = (number, page.first_line + first, notes) if cuts else None
    if waiting:
        write(*waiting)
    scribe.regions(one for one in regions(scribe.text) if one.kind == "note")
    return scribe.done(name, "pdf")


def pages(data: bytes, seconds: float = SECONDS) -> list[str]:
    """The text of every page as PDFium gives it, lines ended by line feeds.

    Args:
        data: The file.
        seconds: How long a process may read it.

    Raises:
        InputError: The file is no PDF, is damaged or encrypted, has too many pages, takes too long, or needs
            more memory than the limit.
    """
    if b"%PDF-" not in data[:1024]:
        raise InputError("not a PDF")
    if sys.platform == "emscripten":
        return list(map(_lines, _read_here(data)))
    try:
        with Process(_WORKER, str(PDF_MEMORY), settings=_MEMORY) as process:
            answer = _answer(process.ask(data, seconds))
    except OSError as error:
        raise InputError(f"no process could be started to read it: {reason(error)}") from None
    except Ended as error:
        raise InputError(too_long(seconds) if error.late else _end(error.code)) from None
    if "pages" not in answer:
        raise InputError(answer.get("fault") or _end(0))
    return list(map(_lines, answer["pages"]))


def _read_here(data: bytes) -> list[str]:
    """The pages where there are no processes: in a browser, which bounds what a page may take."""
    from aidefs.readers.pdf_worker import text_of

    if find_spec("pypdfium2") is None:
        raise InputError("this page cannot read a PDF: save it as Word or text")
    answer = text_of(data)
    if "pages" not in answer:
        raise InputError(answer["fault"])
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


# --- notes at the foot of a page --------------------------------------------------------------


def _first_note(lines: Sequence[str]) -> int:
    """The line with which the notes at the foot of a page begin, or the number of lines where there are none.

    Their numbers go on one by one to the end of the page, and each stands in the text above, glued to a word
    or a mark as a raised number is.
    """
    numbered = [(at, int(match[1])) for at, line in enumerate(lines) if (match := _NOTE.match(line))]
    first = len(lines)
    following: int | None = None
    for at, number in reversed(numbered):
        if following is not None and number != following - 1:
            break
        if not re.search(rf"[^\s\d(/\[–§$€£#-]{number}(?!\d)", "\n".join(lines[:at])):
            break
        first, following = at, number
    return first


# --- running heads ----------------------------------------------------------------------------


def without_running_heads(pages: Sequence[str]) -> list[Page]:
    """Takes the lines away that stand at the same edge of several pages and differ in numbers alone.

    A line counts for its edge only while all lines outside of it do, so that a line of the text is never
    taken from between two others. Lines that several pages repeat as part of a longer text are no heads:
    slides show a definition again and again.
    """
    ends = [_Ends(page.split("\n")) for page in pages]
    times: Counter[tuple[str, str]] = Counter()
    for one in ends:
        times.update({*one.edges, *one.texts})
    repeated = {edge for edge, number in times.items() if number >= _TIMES}
    return [_stripped(one, repeated) for one in ends]


class _Ends:
    """The first and the last lines of a page, their numbers masked.

    Attributes:
        lines: All lines of the page.
        tops: The first lines from the top down, masked; none where the page is too short for running heads.
        bottoms: The last lines from the bottom up, masked.
        texts: What stands at an edge and is longer than running heads, where its lines read on.
    """

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.tops: list[str] = []
        self.bottoms: list[str] = []
        self.texts: list[tuple[str, str]] = []
        if len(lines) > 2 * _EDGE:
            self.tops = [_pattern(line) for line in lines[: _EDGE + 1]]
            self.bottoms = [_pattern(line) for line in lines[: -_EDGE - 2 : -1]]
            if any(_READS_ON.match(line) for line in lines[1 : _EDGE + 1]):
                self.texts.append(("text at the top", "\n".join(self.tops)))
            if any(_READS_ON.match(line) for line in lines[-_EDGE:]):
                self.texts.append(("text at the bottom", "\n".join(reversed(self.bottoms))))

    @property
    def edges(self) -> Iterator[tuple[str, str]]:
        """What may be running heads."""
        yield from (("top", line) for line in self.tops[:_EDGE])
        yield from (("bottom", line) for line in self.bottoms[:_EDGE])


def _stripped(ends: _Ends, repeated: set[tuple[str, str]]) -> Page:
    first, last = 0, len(ends.lines)
    texts = {edge for edge, text in ends.texts if (edge, text) in repeated}
    if "text at the top" not in texts:
        for line in ends.tops[:_EDGE]:
            if ("top", line) not in repeated:
                break
            first += 1
    if "text at the bottom" not in texts:
        for line in ends.bottoms[:_EDGE]:
            if ("bottom", line) not in repeated:
                break
            last -= 1
    return Page("\n".join(ends.lines[first:last]), first + 1)


def _pattern(line: str) -> str:
    """A line with its numbers masked; a line too long for a running head is like no other."""
    short = " ".join(line.casefold().split())
    return _NUMBER.sub("#", short) if len(short) <= _LONGEST else line
