"""Notebooks as text: cells, outputs, and lines as lists or strings."""

from __future__ import annotations

import json

import pytest
from support.reading import source_of

from aidefs.errors import InputError
from aidefs.readers.read import read_bytes


def test_cells_of_a_notebook() -> None:
    cells = [{"source": ["# \u201cone\u201d\n", "two \U0001f600 x"]}, {"source": "a\tb\nc"}, {"source": []}]
    reading = read_bytes("a.ipynb", json.dumps({"cells": cells}).encode())
    assert reading.text.strip() == "# “one”\ntwo 😀 x\n\na\tb\nc"
    assert source_of(reading, "“one”") == r"\u201cone\u201d"
    assert source_of(reading, "😀 x") == r"\ud83d\ude00 x"
    assert str(reading.place(reading.text.index("c", 20))) == "cell 2, line 2"


def test_an_old_notebook() -> None:
    old = {"worksheets": [{"cells": [{"cell_type": "code", "input": ["x = 1"]}]}], "nbformat": 3}
    assert read_bytes("a.ipynb", json.dumps(old).encode()).text.strip() == "x = 1"


@pytest.mark.parametrize("data", [b"{", b"[]", b'{"cells": {}}', b"[" * 100_000, b'{"a": NaN, "cells": 1}'])
def test_what_is_no_notebook(data: bytes) -> None:
    with pytest.raises(InputError, match="not a notebook"):
        read_bytes("a.ipynb", data)
