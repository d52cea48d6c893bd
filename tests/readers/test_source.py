"""Texts that know their source: the laws that each obeys, on random parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidefs.errors import InputError
from aidefs.readers.limits import FILE
from aidefs.readers.read import read_bytes

PIECES = [
    "word ", "AI-", "\n", "\n\n", "<p>", "<b>", "</b>", "&amp;", "&ldquo;", "<sup>1</sup>", "é", "<!--x-->",
    "\\emph{", "}", "{", "\\'e", "% c\n", "~", "``", "''", "\\footnote{", "\\begin{quote}", "\\item ",
    "\\", "<", "&",
]  # fmt: skip


@pytest.mark.parametrize("name", ["a.html", "a.tex", "a.txt"])
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=30))
def test_every_character_comes_from_the_file(name: str, pieces: list[str]) -> None:
    source = "x" + "".join(pieces)
    reading = read_bytes(name, source.encode())
    assert reading.encoded
    for offset, character in enumerate(reading.text):
        span = reading.source(offset, offset + 1)
        assert span and 0 <= span[0] <= span[1] <= len(source)
        if character in "wordAI":
            assert source[slice(*span)] == character
    assert reading.place(len(reading.text) - 1).line in range(1, source.count("\n") + 2)


@given(st.text(min_size=1).filter(str.strip))
def test_plain_text_is_read_to_the_letter(text: str) -> None:
    try:
        data = text.encode()
        reading = read_bytes("a.txt", data)
    except (UnicodeEncodeError, InputError):
        return
    assert reading.encoded and reading.text == reading.encoded.text
    assert reading.encoded.encode(reading.text) == data


def test_limits_are_far_above_real_documents() -> None:
    assert FILE > 20 * 3_000_000
