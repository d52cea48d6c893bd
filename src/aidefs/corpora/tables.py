"""Tables of a corpus as Parquet: written whole or not at all, and found out where a byte is wrong."""

from __future__ import annotations

import json
import os
import sys
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from typing import Any

from aidefs.errors import InputError, missing
from aidefs.patterns import late
from aidefs.results import Column, columns_of

__all__ = [
    "DOCUMENTS",
    "PASSAGES",
    "Writer",
    "draft_of",
    "manifest",
    "modest",
    "parquet_file",
    "read_rows",
    "write_part",
]

ROWS = 65_536  # of a row group, so that the bytes of a table do not depend on who wrote it
_MANIFEST = b"aidefs"
_SEAL, _OPEN = "seal", "0" * 64  # a hash of the file, and what stands in its place while it is taken
_TOLD = late(rb'\{"again":[^{}]*"seal": "([0-9a-f]{64})"\}')

PASSAGES: tuple[Column, ...] = columns_of("""
doc              string   Name of the document
start            integer  Offset of its first character in the text of the document (code points)
end              integer  Offset behind the last one
definition       string   Id of the stored definition
class            string   exact, changed, paraphrase or by-reference
extent           string   whole, or truncated where there is a part of the definition; none by reference
similarity       number   Of the words, 0 to 1; none by reference
same_wording     array    Ids of other stored definitions with the same words
locator          string   Section and numbers before the passage, where they are printed
date             string   Date of the document
jurisdiction     string   Jurisdiction of the document
kept             array    Elements of the definition that the passage has word for word
altered          array    Elements of which it has at least half of the words
lost             array    Elements of which it has less
standing         string   earlier, same day, later: the definition to the document; own: it is taken from it
own              string   Id of the stored definition with these words that is the document's own
earlier          string   Id of the nearest text that was there before, where the definition was not
earlier_class    string   How the passage is like that text
earlier_similarity number Of the words of both
earlier_kept     array    Elements of that text that the passage has word for word
earlier_altered  array    Elements of which it has at least half of the words
earlier_lost     array    Elements of which it has less
""")
DOCUMENTS: tuple[Column, ...] = columns_of("""
doc              string   Name of the document
source           string   File that it stands in
position         integer  Its place there: a byte, a row, the number of a file
characters       integer  Length of its text; none where it could not be read
passages         integer  How many passages were found
fault            string   Why it could not be read or searched
date             string   Its date
jurisdiction     string   Its jurisdiction
""")


def arrow() -> Any:
    """The package that reads and writes Parquet.

    Raises:
        InputError: It is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise missing("corpus", "pyarrow", "corpus") from None
    return pyarrow


def modest() -> None:
    """Let the package take one thread, no memory in reserve and no pandas, where nothing else is done.

    It would import pandas, where that is installed, to ask of each list whether it is an array of it, which
    takes fifty megabytes.
    """
    pa = arrow()
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
    pa.set_memory_pool(pa.system_memory_pool())
    if "pandas" not in sys.modules:
        sys.meta_path.insert(0, _NoPandas())
        try:
            pa.array([])  # it asks once
        finally:
            sys.meta_path.pop(0)


class _NoPandas:
    """Finds no pandas, wherever it is."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> None:
        if name.partition(".")[0] == "pandas":
            raise ImportError(name)


def _schema(columns: Iterable[Column]) -> Any:
    pa = arrow()
    types = {
        "string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "array": pa.list_(pa.string()),
    }  # fmt: skip
    return pa.schema([(name, types[kind]) for name, kind, _ in columns])


@contextmanager
def parquet_file(path: str) -> Iterator[Any]:
    """A Parquet file, every page of which is held to its checksum, where it has one.

    Raises:
        InputError: It is none, or is damaged.
    """
    pa = arrow()
    try:
        with pa.parquet.ParquetFile(path, page_checksum_verification=True, pre_buffer=False) as file:
            yield file
    except (pa.ArrowException, OSError) as error:
        said = " ".join(str(error).split())
        raise InputError(f"cannot read '{path}': {said[:200]}") from None


# --- parts ------------------------------------------------------------------------------------


def write_part(
    path: str,
    documents: Sequence[Mapping[str, Any]],
    passages: Sequence[Mapping[str, Any]],
    told: Mapping[str, Any],
) -> None:
    """Write what was found in a part: one file that is there whole or not at all.

    Documents and passages stand in one table, in which a row is a document and its passages are a list, so
    that one renaming puts both in place, with the manifest that says what they were made of.

    Args:
        path: The file.
        documents: Rows of `DOCUMENTS`.
        passages: Rows of `PASSAGES`, of the documents in their order.
        told: The manifest.
    """
    pa = arrow()
    found = pa.Table.from_pylist([dict(row) for row in passages], schema=_schema(PASSAGES))
    counts = [row["passages"] for row in documents]
    offsets = [0]
    for count in counts:
        offsets.append(offsets[-1] + count)
    structs = pa.StructArray.from_arrays(
        [found.column(name).combine_chunks() for name in found.column_names], names=found.column_names
    )
    table = pa.Table.from_pylist([dict(row) for row in documents], schema=_schema(DOCUMENTS)).append_column(
        "found", pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), structs)
    )
    said = json.dumps({"again": told["again"], **told, _SEAL: _OPEN}).encode()
    with draft_of(path) as draft:
        pa.parquet.write_table(
            table.replace_schema_metadata({_MANIFEST: said}),
            draft,
            compression="zstd",
            write_page_checksum=True,
        )
        with open(draft, "rb+") as file:
            data = file.read()
            file.seek(0)
            file.write(_sealed(data))


def _sealed(data: bytes) -> bytes:
    """A file with a hash of itself in the place of the zeros in its manifest."""
    before, mark, behind = data.partition(_OPEN.encode())
    assert mark, "a manifest has a place for the seal"
    return before + sha256(data).hexdigest().encode() + behind


@contextmanager
def draft_of(path: str) -> Iterator[str]:
    """A file that takes the place of another when it is whole; nothing is left where it is not."""
    draft = f"{path}.{uuid.uuid4().hex}.tmp"
    try:
        yield draft
        with open(draft, "rb+") as file:
            os.fsync(file.fileno())
        os.replace(draft, path)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(draft)


def manifest(path: str) -> dict[str, Any] | None:
    """What a part says that it was made of; None where there is none, or it is damaged anywhere."""
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        data = file.read()
    for found in _TOLD.finditer(data):
        # Checksums are those of pages; a byte may be wrong beside them.
        if data == _sealed(data.replace(found[1], _OPEN.encode(), 1)):
            told: dict[str, Any] = json.loads(found[0])
            return told
    return None


# --- tables -----------------------------------------------------------------------------------


class Writer:
    """Tables of a whole corpus, written part by part, with row groups of one size.

    Args:
        folder: Where they go.
    """

    def __init__(self, documents: str, passages: str) -> None:
        pa = arrow()
        self._columns = {"documents": DOCUMENTS, "passages": PASSAGES}
        self._files = {
            name: pa.parquet.ParquetWriter(
                path, _schema(self._columns[name]), compression="zstd", write_page_checksum=True
            )
            for name, path in (("documents", documents), ("passages", passages))
        }
        self._waiting = {name: _schema(columns).empty_table() for name, columns in self._columns.items()}

    def add(self, path: str) -> Iterator[Any]:
        """Add a part; gives its batches of documents and passages, as tables, for what is counted of them."""
        pa = arrow()
        with parquet_file(path) as file:
            for batch in file.iter_batches(1 << 14):
                table = pa.Table.from_batches([batch])
                found = pa.chunked_array([chunk.flatten() for chunk in table.column("found").chunks])
                passages = pa.Table.from_arrays(
                    [
                        pa.chunked_array([chunk.field(k) for chunk in found.chunks], field.type)
                        for k, field in enumerate(_schema(PASSAGES))
                    ],
                    schema=_schema(PASSAGES),
                )
                documents = table.drop_columns(["found"]).replace_schema_metadata(None)
                yield documents, passages
                self._put("documents", documents)
                self._put("passages", passages)

    def _put(self, name: str, table: Any) -> None:
        waiting = arrow().concat_tables([self._waiting[name], table])
        while waiting.num_rows >= ROWS:
            self._write(name, waiting.slice(0, ROWS))
            waiting = waiting.slice(ROWS)
        self._waiting[name] = waiting.combine_chunks()

    def _write(self, name: str, table: Any) -> None:
        self._files[name].write_table(table.combine_chunks(), row_group_size=ROWS)

    def close(self) -> None:
        """Write what is left."""
        for name, file in self._files.items():
            if self._waiting[name].num_rows:
                self._write(name, self._waiting[name])
            file.close()


def read_rows(path: str, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """The rows of a table, one after another.

    Raises:
        InputError: It cannot be read.
    """
    with parquet_file(path) as file:
        for batch in file.iter_batches(4096, columns=list(columns) if columns else None):
            yield from batch.to_pylist()
