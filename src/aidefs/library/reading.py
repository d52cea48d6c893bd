"""Reads data files."""

from __future__ import annotations

from typing import Any

from aidefs.errors import DataError, Fault, reason
from aidefs.library.files import File

__all__ = ["read_table", "read_text", "read_toml"]


def read_text(file: File) -> str:
    """Reads a file in UTF-8, with or without a byte order mark.

    Raises:
        DataError: The file cannot be read or is not UTF-8; it holds one fault.
    """
    return _decoded(file, _content(file))


def read_table(file: File) -> dict[str, Any]:
    """The table of a TOML file, from the compiled data where they are of this very file.

    Raises:
        DataError: The file cannot be read, is not UTF-8 or is not TOML; it holds one fault.
    """
    content = _content(file)
    table = file.compiled.table(file.name, content) if file.compiled else None
    return _parsed(file, content) if table is None else table


def read_toml(file: File) -> dict[str, Any]:
    """The table of a TOML file, always from the file itself, as a check has to read it.

    Raises:
        DataError: As `read_table`.
    """
    return _parsed(file, _content(file))


def _content(file: File) -> bytes:
    try:
        return file.read()
    except OSError as error:
        raise _broken(file, "unreadable-file", f"cannot be read: {reason(error)}") from None


def _decoded(file: File, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")  # some editors put a byte order mark first
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{data[error.start]:02x} in line {line} is not UTF-8"
        raise _broken(file, "not-utf-8", found) from None


def _parsed(file: File, data: bytes) -> dict[str, Any]:
    import tomllib  # not needed where the compiled data serve

    text = _decoded(file, data)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: also an integer of 5,000 digits
        raise _broken(file, "toml-syntax", f"not valid TOML: {error}") from None


def _broken(file: File, code: str, message: str) -> DataError:
    return DataError([Fault(file.name, "", message, code)])
