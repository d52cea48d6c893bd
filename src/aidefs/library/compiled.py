"""The data files, and what is worked out from them, in files that are read fast; made when a wheel is built.

People edit TOML, and TOML is the only source. Reading it takes most of the time of a start that wants the
whole collection, so a wheel holds the same tables once more as Python keeps plain values (`marshal`, in the
format that all its releases read), in `data/compiled.bin`: an index that says where the table of each file
stands, and the tables. A table is used only where its hash is right, which is taken over the TOML file as it
is now and the table together. A file that was edited or replaced, or a damaged table, is therefore never
answered from here; the TOML file is read instead.

What several definitions together give (the stems of reviewed wordings) stands in the same way in
`data/derived.bin`, where the hash is taken over all of their files.

A checkout and an installation in place have no such files. The build runs this module by itself: it imports
nothing of the package.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

__all__ = [
    "COMPILED",
    "DERIVED",
    "Compiled",
    "compile_tables",
    "compile_values",
    "fingerprint",
    "outline_of",
]

COMPILED = "compiled.bin"
"""Name of the file of the tables in the folder of the data."""

DERIVED = "derived.bin"
"""Name of the file of what is worked out from several tables."""

_FORMAT = 2  # of `marshal`: the last of which the bytes do not depend on who else refers to a value
_NUMBER = 8  # bytes of the length of the index, with which the file begins
_DIGEST = 8  # bytes of a hash; that of the index stands before it
_LONGEST_INDEX = 1 << 24  # bytes; a damaged length must not ask for more
_FEW = 32  # tables that are read one by one; who wants more gets the whole file at once

_Read = Callable[[int, int | None], bytes]
"""Gives what stands in a file, from a place and for a length; None for all that follows."""


class Compiled:
    """The tables of a compiled file, each made when it is first asked for."""

    def __init__(self, read: _Read) -> None:
        """Takes what reads the file, and calls it when a table is asked for."""
        self._read = read
        self._whole: bytes | None = None
        self._parts = 0  # that were read
        self._base = 0  # where the tables begin
        self._places: Mapping[str, Any] | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return Compiled, (self._read,)  # another process opens the file itself

    def table(self, name: str, content: bytes) -> dict[str, Any] | None:
        """The table of a file.

        Args:
            name: Path of the file as at the build, "data/definitions/coe-2024.toml".
            content: The file as it is now.

        Returns:
            What TOML would give for this content; None where the compiled file does not know it.
        """
        try:
            if self._places is None:
                self._places = {}
                self._places = self._index()
            start, length, expected = self._places[name]
            line = self._part(self._base + start, length)
        except (OSError, KeyError, TypeError, ValueError):
            return None
        if _hash(content, line) != expected:
            return None
        table: dict[str, Any] = marshal.loads(line)
        return table

    def _index(self) -> Mapping[str, Any]:
        head = self._read(0, _NUMBER + _DIGEST)
        length = int.from_bytes(head[:_NUMBER], "big")
        if length > _LONGEST_INDEX:
            return {}
        index = self._read(len(head), length)
        self._base = len(head) + length
        # A damaged index is not read: of anything else `marshal` makes what it can.
        places = marshal.loads(index) if _hash(b"", index) == head[_NUMBER:] else {}
        return places if isinstance(places, dict) else {}

    def _part(self, start: int, length: int) -> bytes:
        if self._whole is None:
            self._parts += 1
            if self._parts <= _FEW:
                return self._read(start, length)
            self._whole = self._read(0, None)
        return self._whole[start : start + length]


def compile_tables(files: Mapping[str, bytes]) -> bytes:
    """Makes the compiled file.

    Args:
        files: Content of the TOML files by path.

    Raises:
        ValueError: A file is not TOML, or has a value that is none of JSON, such as a date.
    """
    import tomllib  # reading does without it

    values = {name: (content, tomllib.loads(content.decode("utf-8-sig"))) for name, content in files.items()}
    outlines = {
        outline_of(name): (content, _outline(table))
        for name, (content, table) in values.items()
        if "element" in table
    }
    return compile_values(values | outlines)


def outline_of(name: str) -> str:
    """Name of the table of elements without their cues, which are nearly all of it.

    Args:
        name: Path of the file of the elements.
    """
    return f"{name} without cues"


def _outline(table: Mapping[str, Any]) -> dict[str, Any]:
    elements = [
        {key: value for key, value in element.items() if key != "cues"} for element in table["element"]
    ]
    return {**table, "element": elements}


def compile_values(values: Mapping[str, tuple[bytes, dict[str, Any]]]) -> bytes:
    """Makes a compiled file of values that are known already.

    Args:
        values: By name, what the value is worked out from and the value: texts, numbers, truth values, and
            dictionaries, lists and tuples of them.

    Raises:
        ValueError: A value is of another kind.
    """
    places, lines, at = {}, [], 0
    for name, (content, table) in sorted(values.items()):
        line = _bytes(table)
        if marshal.loads(line) != table:
            raise ValueError(f"{name}: the compiled table differs from its own")
        places[name] = (at, len(line), _hash(content, line))
        lines.append(line)
        at += len(line)
    index = _bytes(places)
    return b"".join([len(index).to_bytes(_NUMBER, "big"), _hash(b"", index), index, *lines])


def _bytes(value: Any) -> bytes:
    return marshal.dumps(_alone(value), _FORMAT)


def _alone(value: Any) -> Any:
    """The same value, of which nobody else knows a part: `marshal` writes what is interned in another way."""
    match value:
        case str():
            return value.encode().decode()
        case bool() | int() | float() | bytes() | None:
            return value
        case dict():
            return {_alone(key): _alone(one) for key, one in value.items()}
        case list():
            return [_alone(one) for one in value]
        case tuple():
            return tuple([_alone(one) for one in value])
    raise ValueError(f"a compiled file has no value for {value!r}")


def fingerprint(text: str) -> str:
    """What stands for a text where only is asked whether another is the same: 128 bits in hexadecimal."""
    digits: str = _blake2b()(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return digits


def _hash(content: bytes, line: bytes) -> bytes:
    """What tells whether both are as they were, as Python checks its compiled modules by hash.

    It is there without an import, and takes a fifth of the time of one that withstands an attack: who can
    write these files can write the modules beside them.
    """
    value: bytes = sys.modules["_imp"].source_hash(0, b"%d\n%b%b" % (len(content), content, line))
    return value


@cache
def _blake2b() -> Callable[..., Any]:
    """BLAKE2 (RFC 7693) as Python itself has it.

    `hashlib` has the same; but it loads OpenSSL, which takes longer than all fingerprints of a start.
    """
    try:
        from _blake2 import blake2b
    except ImportError:  # another Python
        from hashlib import blake2b
    made: Callable[..., Any] = blake2b
    return made
