"""Sources of documents, cut into parts of a size that does not depend on who works on them.

A part owns the records that begin in it, so that each record belongs to one part alone: lines of JSON are cut
at line feeds and nowhere else (U+2028 and its like stand inside of records), CSV where a line ends outside of
quotation marks, Parquet at rows, files and archives of web pages (WARC, WET) between files.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any, BinaryIO

from aidefs.classes import NamedTuple
from aidefs.corpora.tables import parquet_file
from aidefs.errors import InputError, missing, reason
from aidefs.readers.folders import documents
from aidefs.readers.limits import FILE, RATIO, mebibytes, no_document
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
                    if file.tell() > max(FILE, RATIO * os.path.getsize(path)):
                        raise InputError(f"cannot read '{path}': it becomes more than {RATIO} times as large")
            os.replace(draft, plain)
        except (EOFError, gzip.BadGzipFile) as error:
            raise InputError(f"cannot read '{path}': it is damaged ({error})") from None
        finally:
            if os.path.exists(draft):
                os.unlink(draft)
    for part in _of_lines(plain, size, spool):
        yield part._replace(shown=path)


def _of_csv(path: str, size: int, spool: str) -> Iterator[CorpusPart]:
    """Parts end where a line does outside of quotation marks: where there was an even number of them."""
    kind = _KINDS[os.path.splitext(path.lower())[1]]
    whole = os.path.getsize(path)
    start = at = 0
    quoted = False
    with open(path, "rb") as file:
        for line in file:
            at += len(line)
            quoted ^= line.count(b'"') % 2 == 1
            if at - start >= size and not quoted:
                yield CorpusPart(0, kind, path, start, at)
                start = at
    if start < whole:
        yield CorpusPart(0, kind, path, start, whole)


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
            _mark_file(mark, part.path, 0, len(_head(part.path)))
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
        except ValueError as error:
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


def _head(path: str) -> bytes:
    """The first record of a table: the names of its columns."""
    with open(path, "rb") as file:
        head = b""
        for line in file:
            head += line
            if head.count(b'"') % 2 == 0:
                break
    return head


def _from_csv(part: CorpusPart, columns: Columns) -> Iterator[SourceRecord]:
    names, head = names_of_columns(part), _head(part.path)
    absent = [name for name in columns if name and name not in names]
    if absent:
        raise InputError(f"'{part.path}' has no column '{absent[0]}'; there are {', '.join(names)}")
    csv.field_size_limit(1 << 30)  # the limit of a process: a law is longer than 131,072 characters
    with open(part.path, "rb") as file:
        start = max(part.start, len(head))
        file.seek(start)
        data = _decoded(file.read(max(part.stop - start, 0)))
    rows = csv.reader(io.StringIO(data, newline=""), delimiter=_delimiter(part.kind))
    last = 0
    lines = _line_offsets(data, start)
    for row in rows:
        at, last = lines[last], rows.line_num
        if row:
            yield _of_fields(dict(zip(names, row, strict=False)), part, at, columns)


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _line_offsets(data: str, start: int) -> list[int]:
    """The byte at which each line begins, as the csv module counts lines."""
    found = [start]
    for line in io.StringIO(data, newline=""):
        found.append(found[-1] + len(line.encode("utf-8", "replace")))
    return found


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
        for page in pages:
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
    head = _decoded(_head(part.path)).lstrip("\ufeff")
    return next(csv.reader(io.StringIO(head, newline=""), delimiter=_delimiter(part.kind)), [])


def _delimiter(kind: str) -> str:
    return "\t" if kind == "tsv" else ","
