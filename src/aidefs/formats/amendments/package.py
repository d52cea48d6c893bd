"""Zip archives of which single parts are written anew, all others copied as they are packed.

The entries that are copied keep their compressed bytes, so that no compressor has a say; what is new is
stored without one (APPNOTE.TXT 4.3 to 4.5).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from aidefs.classes import NamedTuple
from aidefs.errors import InputError

__all__ = ["repacked"]

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DESCRIPTOR = 1 << 3  # general purpose bit: the sizes stand behind the data
_UTF8 = 1 << 11
_VERSION = 20
_FIRST_DAY = (0, 0x21)  # time and date at which those of zip entries begin
_MOST = 0xFFFFFFFF


class _ZipEntry(NamedTuple):
    flags: int
    method: int
    time: int
    date: int
    check: int
    packed: bytes
    size: int
    name: bytes
    external: int


def repacked(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """An archive with some parts replaced, and new ones at its end.

    Args:
        data: The archive, which was read before.
        parts: Contents by name.

    Raises:
        InputError: The archive is damaged, or of the kind for very large ones.
    """
    entries = []
    left = dict(parts)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        # Entries that share their bytes would be written out one by one.
        if sum(info.compress_size for info in archive.infolist()) > len(data):
            raise InputError("an archive whose files overlap")
        for info in archive.infolist():
            old = _entry(data, info)
            new = left.pop(info.filename, None)
            entries.append(old if new is None else _stored(old, new))
    for name, content in left.items():
        entries.append(
            _stored(
                _ZipEntry(_UTF8 * (not name.isascii()), 0, *_FIRST_DAY, 0, b"", 0, name.encode(), 0), content
            )
        )
    return _archive(entries)


def _entry(data: bytes, info: zipfile.ZipInfo) -> _ZipEntry:
    try:
        head = _LOCAL.unpack_from(data, info.header_offset)
    except struct.error:
        raise InputError("not a whole zip archive") from None
    flags, method, time, date = head[2:6]
    start = info.header_offset + _LOCAL.size
    name = data[start : start + head[9]]
    begin = start + head[9] + head[10]
    packed = data[begin : begin + info.compress_size]
    if head[0] != b"PK\3\4" or len(packed) != info.compress_size or info.file_size >= _MOST:
        raise InputError("not a whole zip archive")
    return _ZipEntry(
        flags & ~_DESCRIPTOR, method, time, date, info.CRC, packed, info.file_size, name, info.external_attr
    )


def _stored(entry: _ZipEntry, content: bytes) -> _ZipEntry:
    return entry._replace(
        flags=entry.flags & _UTF8, method=0, check=zlib.crc32(content), packed=content, size=len(content)
    )


def _archive(entries: list[_ZipEntry]) -> bytes:
    file, directory = bytearray(), bytearray()
    for flags, method, time, date, check, packed, size, name, external in entries:
        common = (flags, method, time, date, check, len(packed), size, len(name), 0)
        directory += _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *common, 0, 0, 0, external, len(file))
        directory += name
        file += _LOCAL.pack(b"PK\3\4", _VERSION, *common)
        file += name + packed
    end = _END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), len(directory), len(file), 0)
    return bytes(file + directory + end)
