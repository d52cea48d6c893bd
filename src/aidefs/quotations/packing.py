"""What one process tells another: a task, and what was found, in which definitions go by their ids."""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping
from typing import Any

from aidefs.library.library import Library
from aidefs.library.records import Definition

__all__ = ["packed", "unpacked"]


def packed(value: Any, library: Library | None = None) -> bytes:
    """A value as bytes; definitions of a library that the other process has go by their ids."""
    file = io.BytesIO()
    _Pickler(file, library).dump(value)
    return file.getvalue()


def unpacked(data: bytes, library: Library | None = None) -> Any:
    """The value again, with the definitions of this process."""
    return _Unpickler(io.BytesIO(data), library).load()


class _Pickler(pickle.Pickler):
    def __init__(self, file: io.BytesIO, library: Library | None) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.library: Mapping[str, Definition] = library or {}

    def persistent_id(self, value: Any) -> str | None:
        known = isinstance(value, Definition) and self.library.get(value.id) is value
        return value.id if known else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, library: Library | None) -> None:
        super().__init__(file)
        self.library: Mapping[str, Definition] = library or {}

    def persistent_load(self, name: str) -> Definition:
        return self.library[name]
