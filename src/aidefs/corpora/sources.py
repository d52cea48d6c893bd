"""Sources of documents, cut into parts of a size that does not depend on who works on them.

A part owns the records that begin in it, so that each record belongs to one part alone: lines of JSON are cut
at line feeds and nowhere else (U+2028 and its like stand inside of records), CSV and Parquet at rows, files
and archives of web pages (WARC, WET) between files. No record may be larger than a file that is read.
"""

from __future__ import annotations

import csv
import gzip
import json
import os
import re
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any, BinaryIO

from aidefs.classes import NamedTuple
from aidefs.corpora.tables import parquet_file
from aidefs.errors import InputError, missing, reason
from aidefs.readers.folders import documents
from aidefs.readers.limits import FILE, HEAD, RATIO, mebibytes, no_document, within
from aidefs.readers.read import ENDINGS

__all__ = ["PART", "Columns", "CorpusPart", "SourceRecord", "digest", "names_of_columns", "plan", "records"]

PART = 4 << 20  # bytes of a part
_CHUNK = 1 << 20
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_KINDS = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".parquet": "parquet",
    ".warc": "warc", ".wet": "warc",
}  # fmt: skip
_PACKED = {".jsonl": "gz", ".ndjson": "gz", ".warc": "warc", ".wet": "warc"}
_UNPACKED = f"it becomes more than {RATIO} times as large"
_HTML = ("text/html", "application/xhtml+xml")


class Columns(NamedTuple):
    """Which fields of a record say what.

    Attributes:
        text: The text.
        id: The name of the document; without one it is called by file and place.
        date: When it was made, as an ISO date or the beginning of one.
        jurisdiction: Where.
        url: Its address.
    """

    text: str = "text"
    id: str = ""
    date: str = ""
    jurisdiction: str = ""
    url: str = ""


class CorpusPart(NamedTuple):
    """Records that are worked on together.

    Attributes:
        number: Its place among the parts.
        kind: "jsonl", "csv", "tsv", "parquet", "warc" or "files".
        path: The file, as the user named it.
        start: Where it begins: a byte, of Parquet a row of the row group.
        stop: Where it ends.
        group: The row group of Parquet.
        files: The files of "files", each with the reason why it cannot be read, or "".
        shown: What the file is called in names of documents, where that is not its path.
    """

    number: int
    kind: str
    path: str
    start: int = 0
    stop: int = 0
    group: int = 0
    files: tuple[tuple[str, str], ...] = ()
    shown: str = ""

    @property
    def size(self) -> int:
        """How much there is to do, for a forecast."""
        return max(self.stop - self.start, 1)


class SourceRecord(NamedTuple):
    """One document of a source.

    Attributes:
        doc: Its name.
        position: Where it stands: a byte, a row, the number of a file in its part.
        read: Gives its text; what it raises is why the document cannot be read.
        date: ISO date, or the beginning of one, "" where none is known.
        jurisdiction: Where it is from, "" where that is not known.
        url: Its address, "" where none is known.
    """

    doc: str
    position: int
    read: Callable[[], str]
    date: str = ""
    jurisdiction: str = ""
    url: str = ""


# --- cutting ----------------------------------------------------------------------------------


def plan(sources: Iterable[str], spool: str, size: int = PART) -> list[CorpusPart]:
    """The parts of sources, in their order.

    Args:
        sources: Files and folders; "@list.txt" is a file that names one a line.
        spool: A folder for what has to be unpacked before it can be cut.
        size: Bytes of a part.

    Raises:
        InputError: A source cannot be read or is of no known kind.
    """
    parts: list[CorpusPart] = []
    loose: list[str] = []

    def end_of_loose() -> None:
        parts.extend(_of_files(loose, size))
        loose.clear()

    for source in _listed(sources):
        kind = _kind(source)
        if kind == "files":
            loose.append(source)
            continue
        end_of_loose()
        try:
            parts += _CUTS[kind](source, size, spool)
        except OSError as error:
            raise InputError(f"cannot read '{source}': {reason(error)}") from None
    end_of_loose()
    return [part._replace(number=number) for number, part in enumerate(parts)]


def _listed(sources: Iterable[str]) -> Iterator[str]:
    for source in sources:
        if not source.startswith("@") or os.path.exists(source):
            yield source
            continue
        try:
            with open(source[1:], encoding="utf-8") as file:
                yield from (line.rstrip("\r\n") for line in file if line.strip())
        except OSError as error:
            raise InputError(f"cannot read the list '{source[1:]}': {reason(error)}") from None


def _kind(source: str) -> str:
    if os.path.isdir(source):
        return "files"
    if not os.path.exists(source):
        raise InputError(f"cannot read '{source}': no such file or directory")
    if what := no_document(source):
        raise InputError(f"cannot read '{source}': it is {what}")
    stem, ending = os.path.splitext(source.lower())
    if ending == ".gz":
        inner = os.path.splitext(stem)[1]
        if inner in _PACKED:
            return _PACKED[inner]
    elif ending in _KINDS:
        return _KINDS[ending]
    elif ending in ENDINGS:
        return "files"
    known = ", ".join([*_KINDS, *(f"{inner}.gz" for inner in _PACKED), *ENDINGS])
    raise InputError(f"cannot read '{source}': its ending is none of {known}")


def _of_files(sources: Sequence[str], size: int) -> Iterator[CorpusPart]:
    group: list[tuple[str, str]] = []
    held = 0
    for name, fault in documents(sources) if sources else ():
        weight = 0 if fault else os.stat(name).st_size
        if group and held + weight > size:
            yield CorpusPart(0, "files", "", 0, held, files=tuple(group))
            group, held = [], 0
        group.append((name, fault))
        held += weight
    if group:
        yield CorpusPart(0, "files", "", 0, held, files=tuple(group))


def _of_lines(path: str, size: int, spool: str) -> Iterator[CorpusPart]:
    whole = os.path.getsize(path)
    for start in range(0, whole, size):
        yield CorpusPart(0, "jsonl", path, start, min(start + size, whole))


def _of_packed_lines(path: str, size: int, spool: str) -> Iterator[CorpusPart]:
    """Lines that are packed are unpacked once, for nothing can be read from their midst."""
    mark = sha256()
    with open(path, "rb") as file:
        while chunk := file.read(_CHUNK):
            mark.update(chunk)
    plain = os.path.join(spool, f"{mark.hexdigest()[:24]}.jsonl")
    if not os.path.exists(plain):
        os.makedirs(spool, exist_ok=True)
        draft = f"{plain}.{os.getpid()}.tmp"
        try:
            with gzip.open(path, "rb") as packed, open(draft, "wb") as file:
                while chunk := packed.read(_CHUNK):
                    file.write(chunk)
                    if file.tell() > _most_unpacked(path):
                        raise InputError(f"cannot read '{path}': {_UNPACKED}")
            os.replace(draft, plain)
        except (EOFError, gzip.BadGzipFile) as error:
            raise InputError(f"cannot read '{path}': it is damaged ({error})") from None
        finally:
            if os.path.exists(draft):
                os.unlink(draft)
    for part in _of_lines(plain, size, spool):
        yield part._replace(shown=path)


def _most_unpacked(path: str) -> int:
    """Bytes that a packed file may become."""
    return max(FILE, RATIO * os.path.getsize(path))


def _of_csv(path: str, size: int, spool: str) -> Iterator[CorpusPart]:
    kind = _KINDS[os.path.splitext(path.lower())[1]]
    start = end = 0
    for row in _rows(path, kind, 0, os.path.getsize(path)):
        end = row.end
        if end - start >= size:
            yield CorpusPart(0, kind, path, start, end)
            start = end
    if start < end:
        yield CorpusPart(0, kind, path, start, end)


def _of_parquet(path: str, size: int, spool: str) -> Iterator[CorpusPart]:
    with parquet_file(path) as file:
        for group in range(file.num_row_groups):
            facts = file.metadata.row_group(group)
            rows = facts.num_rows
            step = max(1, rows * size // max(facts.total_byte_size, 1))
            for start in range(0, rows, step):
                yield CorpusPart(0, "parquet", path, start, min(start + step, rows), group)


def _of_archive(path: str, size: int, spool: str) -> Iterator[CorpusPart]:
    yield CorpusPart(0, "warc", path, 0, os.path.getsize(path))


_CUTS: dict[str, Callable[[str, int, str], Iterator[CorpusPart]]] = {
    "jsonl": _of_lines,
    "gz": _of_packed_lines,
    "csv": _of_csv,
    "tsv": _of_csv,
    "parquet": _of_parquet,
    "warc": _of_archive,
}


# --- reading ----------------------------------------------------------------------------------


def digest(part: CorpusPart, columns: Columns) -> str:
    """A hash over the records of a part, by which a change of any of them is seen.

    Raises:
        InputError: They cannot be read.
    """
    mark = sha256(repr((part.kind, part.shown or part.path, columns)).encode())
    match part.kind:
        case "jsonl":
            _mark_file(mark, part.path, *_owned(part))
        case "parquet":
            for record in _from_parquet(part, columns):
                facts = record.doc, record.date, record.jurisdiction, record.url, record.read()
                mark.update(repr(facts).encode())
        case "files":
            for name, fault in part.files:
                mark.update(repr((name, fault)).encode())
                if not fault:
                    _mark_file(mark, name, 0, -1)
        case "warc":
            _mark_file(mark, part.path, 0, -1)
        case _:
            _mark_file(mark, part.path, 0, _head(part).end)
            _mark_file(mark, part.path, part.start, part.stop)
    return mark.hexdigest()


def _mark_file(mark: Any, path: str, start: int, stop: int) -> None:
    """The bytes of a file between two offsets; a file that cannot be read is marked as such."""
    try:
        with open(path, "rb") as file:
            file.seek(start)
            left = stop - start if stop >= 0 else -1
            while chunk := file.read(_CHUNK if left < 0 else min(_CHUNK, left)):
                mark.update(chunk)
                left = left - len(chunk) if left >= 0 else -1
    except OSError as error:
        mark.update(reason(error).encode())


def records(part: CorpusPart, columns: Columns, seconds: float) -> Iterator[SourceRecord]:
    """The records of a part, in order.

    Args:
        part: The part.
        columns: Which fields say what.
        seconds: How long a process may take that reads a file.

    Raises:
        InputError: A column does not exist, or a package is missing.
    """
    match part.kind:
        case "jsonl":
            return _from_lines(part, columns)
        case "parquet":
            return _from_parquet(part, columns)
        case "files":
            return _from_files(part, seconds)
        case "warc":
            return _from_archive(part)
        case _:
            return _from_csv(part, columns)


def _name(part: CorpusPart, position: int | str) -> str:
    return f"{part.shown or part.path}#{position}"


def _owned(part: CorpusPart) -> tuple[int, int]:
    """Where the first line begins that begins in a part, and where the last one ends."""
    ends = []
    with open(part.path, "rb") as file:
        for at in (part.start, part.stop):
            file.seek(max(at - 1, 0))
            if at:
                _end_line(file)
            ends.append(file.tell())
    return ends[0], max(ends)


def _lines(part: CorpusPart) -> Iterator[tuple[int, bytes]]:
    """The lines that begin in a part, with their places; a line ends at a line feed and nowhere else.

    Of one that is longer than a file may be, no more than shows it is given.
    """
    with open(part.path, "rb") as file:
        if part.start:
            file.seek(part.start - 1)
            _end_line(file)
        at = file.tell()
        while at < part.stop and (line := file.readline(FILE + 1)):
            yield at, line
            if not line.endswith(b"\n"):
                _end_line(file)
            at = file.tell()


def _end_line(file: BinaryIO) -> None:
    """Goes behind the next line feed."""
    while (rest := file.readline(_CHUNK)) and not rest.endswith(b"\n"):
        pass


def _from_lines(part: CorpusPart, columns: Columns) -> Iterator[SourceRecord]:
    for at, line in _lines(part):
        if not line.strip():
            continue
        if len(line) > FILE:
            yield SourceRecord(_name(part, at), at, _raising(f"larger than {mebibytes(FILE)}"))
            continue
        try:
            found = json.loads(line)
            if not isinstance(found, dict):
                raise ValueError("it is no object")
        except (ValueError, RecursionError) as error:
            yield SourceRecord(_name(part, at), at, _raising(f"the line is no JSON object: {error}"))
            continue
        yield _of_fields(found, part, at, columns)


def _of_fields(found: dict[str, Any], part: CorpusPart, at: int, columns: Columns) -> SourceRecord:
    def said(column: str) -> str:
        value = found.get(column) if column else None
        return "" if value is None else value if isinstance(value, str) else str(value)

    def text() -> str:
        value = found.get(columns.text)
        if isinstance(value, str):
            within(len(value), FILE)
            return value
        what = (
            "nothing" if columns.text in found else f"no such field; there are {', '.join(map(str, found))}"
        )
        raise InputError(f"'{columns.text}' holds no text: {what if value is None else type(value).__name__}")

    date = _DATE.match(said(columns.date))
    doc = said(columns.id) or _name(part, at)
    return SourceRecord(doc, at, text, date[0] if date else "", said(columns.jurisdiction), said(columns.url))


def _raising(why: str) -> Callable[[], str]:
    def read() -> str:
        raise InputError(why)

    return read


class _TableRow(NamedTuple):
    """A row of a table.

    Attributes:
        begin: Its first byte.
        end: The byte behind it.
        cells: What it holds.
        fault: Why it is none, "" where it is one.
    """

    begin: int
    end: int
    cells: Sequence[str]
    fault: str = ""


class _TableLines:
    """The lines of a table for the csv module, which asks for more of them inside of quotation marks alone.

    Attributes:
        begin: The first byte of the row in hand.
        at: The byte behind the last line.
        fault: Why the row in hand does not end.
    """

    def __init__(self, file: BinaryIO) -> None:
        self.begin = self.at = file.tell()
        self.fault = ""
        self._lines = self._read(file)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines, b"")
        self.at += len(line)
        if self.at - self.begin > FILE:
            self.fault = f"larger than {mebibytes(FILE)}; perhaps a quotation mark is not closed"
        elif not line and self.at > self.begin:
            self.fault = "a quotation mark is not closed"
        if self.fault or not line:
            raise StopIteration
        return line.decode("utf-8", "replace")

    def _read(self, file: BinaryIO) -> Iterator[bytes]:
        while line := file.readline(FILE + 1):
            yield from line.splitlines(keepends=True)


def _rows(path: str, kind: str, start: int, stop: int) -> Iterator[_TableRow]:
    """The rows of a table that begin between two bytes; the next line ends one that does not end."""
    # A law is longer than 131,072 characters. The limit is of the process: it is raised and never lowered.
    csv.field_size_limit(max(csv.field_size_limit(), FILE))
    with open(path, "rb") as file:
        file.seek(start)
        while file.tell() < stop:
            lines = _TableLines(file)
            for cells in csv.reader(lines, delimiter="\t" if kind == "tsv" else ","):
                if lines.fault:
                    break
                yield _TableRow(lines.begin, lines.at, cells)
                lines.begin = lines.at
                if lines.at >= stop:
                    return
            if not lines.fault:
                return
            file.seek(lines.at - 1)
            _end_line(file)
            yield _TableRow(lines.begin, file.tell(), (), lines.fault)


def _head(part: CorpusPart) -> _TableRow:
    """The first row of a table: the names of its columns.

    Raises:
        InputError: It is none.
    """
    with open(part.path, "rb") as file:
        start = len(BOM_UTF8) if file.read(len(BOM_UTF8)) == BOM_UTF8 else 0
    head = next(_rows(part.path, part.kind, start, sys.maxsize), _TableRow(0, 0, ()))
    if head.fault:
        raise InputError(f"cannot read '{part.shown or part.path}': its first row: {head.fault}")
    return head


def _from_csv(part: CorpusPart, columns: Columns) -> Iterator[SourceRecord]:
    head = _head(part)
    absent = [name for name in columns if name and name not in head.cells]
    if absent:
        raise InputError(f"'{part.path}' has no column '{absent[0]}'; there are {', '.join(head.cells)}")
    for row in _rows(part.path, part.kind, max(part.start, head.end), part.stop):
        if row.fault:
            yield SourceRecord(_name(part, row.begin), row.begin, _raising(row.fault))
        elif row.cells:
            yield _of_fields(dict(zip(head.cells, row.cells, strict=False)), part, row.begin, columns)


def _from_parquet(part: CorpusPart, columns: Columns) -> Iterator[SourceRecord]:
    with parquet_file(part.path) as file:
        there = file.schema_arrow.names
        wanted = list(dict.fromkeys(name for name in columns if name))
        absent = [name for name in wanted if name not in there]
        if absent:
            raise InputError(f"'{part.path}' has no column '{absent[0]}'; there are {', '.join(there)}")
        before = sum(file.metadata.row_group(group).num_rows for group in range(part.group))
        at = 0
        for batch in file.iter_batches(512, row_groups=[part.group], columns=wanted):
            if at + batch.num_rows > part.start:
                for row, found in enumerate(batch.to_pylist(), at):
                    if part.start <= row < part.stop:
                        yield _of_fields(found, part, before + row, columns)
            at += batch.num_rows
            if at >= part.stop:
                return


def _from_files(part: CorpusPart, seconds: float) -> Iterator[SourceRecord]:
    from aidefs.readers.read import read

    def reader(name: str) -> Callable[[], str]:
        return lambda: read(name, seconds=seconds).text

    for position, (name, fault) in enumerate(part.files):
        yield SourceRecord(name, position, _raising(fault) if fault else reader(name))


def _from_archive(part: CorpusPart) -> Iterator[SourceRecord]:
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise missing("an archive of web pages", "warcio", "corpus") from None
    _hold_to_archive(part.path)
    with open(part.path, "rb") as file:
        pages = ArchiveIterator(file)
        bound = _Bound(pages.reader, _most_unpacked(part.path))
        for page in pages:
            bound.lines = 0
            held = page.rec_type
            if held not in ("conversion", "response", "resource"):
                continue
            head = page.rec_headers
            kind = head.get_header("Content-Type") or ""
            if held == "response" and page.http_headers:
                kind = page.http_headers.get_header("Content-Type") or ""
            data = page.content_stream().read(FILE + 1)
            at = pages.get_record_offset()  # which goes to the end of the record
            url = head.get_header("WARC-Target-URI") or ""
            name = url or _name(part, at)
            day = (head.get_header("WARC-Date") or "")[:10]
            yield SourceRecord(name, at, _page(name, data, kind), day, url=url)


class _Bound:
    """Holds a reader of warcio to what the head of a page may have, and all pages together.

    Args:
        reader: The reader.
        most: Bytes that all pages may become.

    Attributes:
        lines: Bytes of the lines in a row that were read last, as those of a head are.
    """

    def __init__(self, reader: Any, most: int) -> None:
        self._reader, self._most = reader, most
        self._read, self._readline = reader.read, reader.readline
        self.lines = 0
        reader.read, reader.readline = self.read, self.readline

    def read(self, length: int | None = None) -> bytes:
        """What `read` of the reader gives; a ValueError where all together is too much."""
        self.lines = 0
        data: bytes = self._read(length)
        if self._reader.num_read > self._most:
            raise ValueError(_UNPACKED)
        return data

    def readline(self, length: int | None = None) -> bytes:
        """What `readline` of the reader gives; a ValueError where a head is too large."""
        line: bytes = self._readline(HEAD + 1 if length is None else min(length, HEAD + 1))
        self.lines += len(line)
        if self.lines > HEAD:
            raise ValueError(f"the head of a page is larger than {mebibytes(HEAD)}")
        return line


def _hold_to_archive(path: str) -> None:
    """Make sure that a file is an archive: of anything else something would be read that is no page.

    Raises:
        ValueError: It is none.
    """
    with open(path, "rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    with gzip.open(path) if packed else open(path, "rb") as file:
        if file.read(5) != b"WARC/":
            raise ValueError("it does not begin as an archive of web pages does")


def _page(name: str, data: bytes, kind: str) -> Callable[[], str]:
    """The text of a web page: what is converted is text, what was sent mostly HTML."""

    def read() -> str:
        from aidefs.readers.read import read_bytes

        kind_alone = kind.partition(";")[0].strip().lower()
        form = "html" if kind_alone in _HTML else "text" if kind_alone.startswith("text/") else None
        return read_bytes(name, data, form).text

    return read


def names_of_columns(part: CorpusPart) -> list[str]:
    """The columns of a table."""
    if part.kind == "parquet":
        with parquet_file(part.path) as file:
            names: list[str] = file.schema_arrow.names
            return names
    return list(_head(part).cells)
