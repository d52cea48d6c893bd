"""Jupyter notebooks: the sources of their cells, each character with its place in the file.

Outputs are not read: what a program printed is not what the author wrote.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from aidefs.classes import NamedTuple
from aidefs.errors import InputError
from aidefs.patterns import late
from aidefs.readers.encodings import decode, notes
from aidefs.readers.limits import few_marks
from aidefs.readers.regions import Region, regions
from aidefs.readers.source import Location, ReadText, Scribe

__all__ = ["read_notebook"]

# The tokens of JSON, which has been parsed before: what is needed here are their places.
_TOKEN = late(r'"(?P<string>[^"\\]*+(?:\\.[^"\\]*+)*+)"|(?P<sign>[{}\[\],:])|(?P<scalar>[^\s{}\[\],:"]++)')
_PIECE = late(
    r"(?P<text>[^\\]++)|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)


class _String(NamedTuple):
    path: tuple[str | int, ...]
    begin: int
    end: int


def read_notebook(name: str, data: bytes) -> ReadText:
    """Reads a notebook of version 3 or 4 of the format."""
    encoded = decode(data)
    few_marks(encoded.text, '\\"')
    where, kinds = _cells(encoded.text)
    scribe = Scribe()
    number = -1
    begins: list[tuple[int, str]] = []  # where each cell begins, and what it is
    for string in _strings(encoded.text):
        if len(string.path) > len(where) and string.path[: len(where)] == where:
            cell, key = string.path[len(where)], string.path[len(where) + 1 : len(where) + 2]
            if key not in (("source",), ("input",)):
                continue
            if cell != number:
                number = int(cell)
                scribe.end_paragraph(string.begin)
                scribe.anchor(Location(part=f"cell {number + 1}", line=1))
                begins.append((scribe.length, kinds[number]))
            _write(scribe, encoded.text, string)
    _set_apart(scribe, begins)
    return scribe.done(name, "notebook", encoded, notes(encoded))


def _set_apart(scribe: Scribe, begins: list[tuple[int, str]]) -> None:
    """Notes the cells of code, and what Markdown sets apart in the others."""
    text = scribe.text
    tables = 0
    for (start, kind), end in zip(begins, [*(start for start, _ in begins[1:]), len(text)], strict=True):
        if kind == "code":
            scribe.region(Region("code", start, end))
        elif kind != "raw":
            found = regions(text[start:end])
            scribe.regions(found, start, tables)
            tables += len({one.table for one in found} - {None})


def _cells(text: str) -> tuple[tuple[str | int, ...], list[str]]:
    """Path of the list of cells, and the kind of each.

    Raises:
        InputError: The text is no JSON, or no notebook.
    """
    try:
        notebook: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not a notebook: {error}") from None
    if isinstance(notebook, dict):
        if isinstance(notebook.get("cells"), list):
            return ("cells",), _kinds(notebook["cells"])
        sheets = notebook.get("worksheets")
        if isinstance(sheets, list) and sheets and isinstance(sheets[0], dict):
            return ("worksheets", 0, "cells"), _kinds(sheets[0].get("cells"))
    raise InputError("not a notebook: it has no list of cells")


def _kinds(cells: Any) -> list[str]:
    found = cells if isinstance(cells, list) else []
    return [str(cell.get("cell_type", "")) if isinstance(cell, dict) else "" for cell in found]


def _strings(text: str) -> Iterator[_String]:
    """Every string of a JSON text that is a value, with its path and the offsets of its characters."""
    path: list[str | int] = []
    key: str | None = None
    for match in _TOKEN.finditer(text):
        sign = match["sign"]
        if sign == "[":
            path.append(0)
        elif sign == "{":
            path.append("")
            key = None
        elif sign in ("]", "}"):
            path.pop()
        elif sign == ",":
            last = path[-1]
            path[-1] = last + 1 if isinstance(last, int) else ""
        elif sign == ":":
            path[-1] = key or ""
        elif match["string"] is not None:
            if path and path[-1] == "":
                key = match["string"]
            yield _String(tuple(path), *match.span("string"))


def _write(scribe: Scribe, source: str, string: _String) -> None:
    for piece in _PIECE.finditer(source, string.begin, string.end):
        text = piece["text"]
        scribe.copy(text if text is not None else json.loads(f'"{piece[0]}"'), *piece.span())
