"""Documents that are zip archives of XML, opened with a limit on what they may become.

Two kinds of XML are refused: one with a document type declaration, in which entities could be defined that
expand without end or name other files, and one that is not well formed. No office program writes either.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterator
from xml.parsers import expat

from aidefs.errors import InputError
from aidefs.readers.limits import INFLATED, NODES, PARTS, RATIO, RATIO_FROM, few_nodes, mebibytes

__all__ = ["Archive", "parse"]

_CHUNK = 1 << 20
_ENTRY = b"PK\x01\x02"  # signature of an entry of the directory (APPNOTE.TXT 4.3.12)
_ENCRYPTED = 1  # general purpose bit 0 (4.4.4)

_MOST_NAMES = 1000  # that are kept in mind
_NONE: dict[str, str] = {}

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


class Archive:
    """The parts of a zip archive."""

    def __init__(self, data: bytes) -> None:
        if data.count(_ENTRY) > PARTS:
            raise InputError(f"an archive of more than {PARTS:,} files")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except Exception:  # zipfile raises many kinds on damaged archives
            raise InputError("damaged, or not of the kind that its name says") from None
        self._left = INFLATED
        self._nodes = 0
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """The content of a part.

        Raises:
            InputError: It is missing, damaged, encrypted or larger than the limits.
        """
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of a part, bit by bit; errors as in `read`."""
        if name not in self.names:
            raise InputError(f"the archive has no '{name}'")
        info = self._zip.getinfo(name)
        if info.flag_bits & _ENCRYPTED:
            raise InputError(f"'{name}' in the archive is encrypted")
        self._hold(info.file_size, info)  # what the archive says of itself, before anything is unpacked
        got = 0
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(_CHUNK):
                    got += len(chunk)
                    self._hold(got, info)
                    yield chunk
        except InputError:
            raise
        except Exception as error:
            raise InputError(f"'{name}' in the archive cannot be read: {_first_line(error)}") from None
        self._left -= got

    def _hold(self, size: int, info: zipfile.ZipInfo) -> None:
        """Holds a part to the limits."""
        if size > RATIO_FROM and size > RATIO * max(info.compress_size, 1):
            raise InputError(f"'{info.filename}' in the archive becomes more than {RATIO} times as large")
        if size > self._left:
            raise InputError(f"the archive becomes larger than {mebibytes(INFLATED)}")

    def count(self) -> None:
        """Counts an element of its parts.

        Raises:
            InputError: There are more than the limit.
        """
        self._nodes += 1
        if self._nodes > NODES:
            few_nodes(self._nodes)

    def beside(self, name: str, reference: str) -> str:
        """Name of the part that a reference inside a part means."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(name), reference)).lstrip("/")


def parse(
    archive: Archive, name: str, start: Start, end: End | None = None, words: End | None = None
) -> None:
    """Reads a part as XML and calls back for every element and its words, under names without namespaces.

    Raises:
        InputError: The part cannot be read, is not well formed or has a document type declaration.
    """

    def refuse(*_: object) -> None:
        raise InputError(f"'{name}' in the archive has a document type declaration, which is not read")

    local = _LocalNames()

    def begin(tag: str, attributes: dict[str, str]) -> None:
        archive.count()
        start(local[tag], {local[key]: value for key, value in attributes.items()} if attributes else _NONE)

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = begin
    if end is not None:
        parser.EndElementHandler = lambda tag: end(local[tag])
    if words is not None:
        parser.CharacterDataHandler = words
    try:
        for chunk in archive.chunks(name):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise InputError(f"'{name}' in the archive is not well-formed XML: {error}") from None


class _LocalNames(dict[str, str]):
    """Names without their namespaces, each found once."""

    def __missing__(self, name: str) -> str:
        local = name.rpartition("}")[2]
        if len(self) < _MOST_NAMES:
            self[name] = local
        return local


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(".") or type(error).__name__
