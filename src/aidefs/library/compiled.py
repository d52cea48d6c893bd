"""The data files, and what is worked out from them, in files that are read fast; made when a wheel is built.

People edit TOML, and TOML is the only source. Reading it takes most of the time of a start that wants the
whole collection, so a wheel holds the same tables once more as JSON, in `data/compiled.jsonl`: a line that
says where the table of each file stands, and then a line for each file. A table is used only where its hash
is right, which is taken over the TOML file as it is now and the line together. A file that was edited or
replaced, or a damaged line, is therefore never answered from here; the TOML file is read instead.

What several definitions together give (the stems of reviewed wordings) stands in the same way in
`data/derived.jsonl`, where the hash is taken over all of their files.

A checkout and an installation in place have no such files. The build runs this module by itself: it imports
nothing of the package.
"""

from __future__ import annotations

import json
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

COMPILED = "compiled.jsonl"
"""Name of the file of the tables in the folder of the data."""

DERIVED = "derived.jsonl"
"""Name of the file of what is worked out from several tables."""


class Compiled:
    """The tables of a compiled file, each made when it is first asked for."""

    def __init__(self, read: Callable[[], bytes]) -> None:
        """Takes the function that reads the file, and calls it once, when a table is asked for."""
        self._read = read
        self._data: bytes | None = None
        self._base = 0  # where the lines of the tables begin
        self._places: Mapping[str, Any] = {}

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
        if self._data is None:
            self._open()
        try:
            start, length, expected = self._places[name]
            start += self._base
            line = (self._data or b"")[start : start + length]
            if _hash(content, line) != expected:
                return None
            table: dict[str, Any] = json.loads(line)
        except (KeyError, TypeError, ValueError):
            return None
        return table

    def _open(self) -> None:
        self._data = b""
        try:
            data = self._read()
            self._base = data.find(b"\n") + 1
            self._data = data
            places = json.loads(data[: self._base])
        except (OSError, ValueError):
            return
        self._places = places if isinstance(places, dict) else {}


def compile_tables(files: Mapping[str, bytes]) -> bytes:
    """Makes the compiled file.

    Args:
        files: Content of the TOML files by path.

    Raises:
        ValueError: A file is not TOML, or has a value that JSON cannot hold, such as a date.
    """
    import tomllib  # reading does without it

    values = {name: (content, tomllib.loads(content.decode("utf-8-sig"))) for name, content in files.items()}
    for name, (_, table) in values.items():
        if json.loads(json.dumps(table, default=_refuse)) != table:
            raise ValueError(f"{name}: JSON does not give its table back")
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
        values: By name, what the value is worked out from and the value.

    Raises:
        ValueError: JSON cannot hold a value.
    """
    places, lines, at = {}, [], 0
    for name, (content, table) in sorted(values.items()):
        line = json.dumps(table, ensure_ascii=False, separators=(",", ":"), default=_refuse).encode()
        places[name] = (at, len(line), _hash(content, line))
        lines.append(line)
        at += len(line) + 1
    return b"\n".join([json.dumps(places, separators=(",", ":")).encode(), *lines, b""])


def fingerprint(text: str) -> str:
    """What stands for a text where only is asked whether another is the same: 128 bits in hexadecimal."""
    digits: str = _blake2b()(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return digits


def _refuse(value: object) -> Any:
    raise ValueError(f"JSON has no value for {value!r}")


def _hash(content: bytes, line: bytes) -> str:
    digest = _blake2b()(b"%d\n" % len(content), digest_size=32)
    digest.update(content)
    digest.update(line)
    digits: str = digest.hexdigest()
    return digits


@cache
def _blake2b() -> Callable[..., Any]:
    """BLAKE2 (RFC 7693) as Python itself has it.

    `hashlib` has the same; but it loads OpenSSL, which takes longer than all that a start hashes.
    """
    try:
        from _blake2 import blake2b
    except ImportError:  # another Python
        from hashlib import blake2b
    made: Callable[..., Any] = blake2b
    return made
