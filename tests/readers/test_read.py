"""Documents of every format: the same text comes out, each character with its place."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from support.documents import ENDING, MAKERS, make
from support.reading import EU, source_of, words

from aidefs.errors import InputError
from aidefs.readers.read import FORMATS, read, read_bytes

PARAGRAPHS = ["The first paragraph, with 5 % & more <words>.", f"It says: {EU}.", "The last one_"]


@pytest.mark.parametrize("form", MAKERS)
def test_the_words_are_those_of_the_document(form: str) -> None:
    reading = read_bytes("x" + ENDING[form], make(form, PARAGRAPHS))
    assert reading.form == form
    assert words("\n".join(PARAGRAPHS)) in words(reading.text)
    assert "not read" not in reading.text and "journal" not in reading.text.replace("A journal", "")


@pytest.mark.parametrize("form", [form for form in MAKERS if form not in ("text", "markdown")])
def test_the_format_is_known_without_an_ending(form: str) -> None:
    assert read_bytes("file", make(form, PARAGRAPHS)).form == form


PLACES = {
    "text": "line 3",
    "markdown": "line 5",
    "html": "line 5",
    "docx": "paragraph 2",
    "odt": "paragraph 2",
    "pdf": "page 1, line 3",
    "tex": "line 6",
    "notebook": "cell 3, line 1",
    "epub": "chapter 2.xhtml, paragraph 2",
}


@pytest.mark.parametrize("form", MAKERS)
def test_places(form: str) -> None:
    reading = read_bytes("x" + ENDING[form], make(form, PARAGRAPHS))
    assert str(reading.place(reading.text.index("It says"))) == PLACES[form]


@pytest.mark.parametrize("form", ["text", "markdown", "html", "tex", "notebook"])
def test_offsets_lead_to_the_characters_of_the_file(form: str) -> None:
    reading = read_bytes("x" + ENDING[form], make(form, PARAGRAPHS))
    assert source_of(reading, "designed") == "designed"
    assert source_of(reading, "‘AI system’") in ("‘AI system’", r"\u2018AI system\u2019")


@pytest.mark.parametrize("form", ["docx", "odt", "pdf", "epub"])
def test_formats_that_are_not_text_have_no_such_offsets(form: str) -> None:
    reading = read_bytes("x" + ENDING[form], make(form, PARAGRAPHS))
    assert reading.source(0, 1) is None and reading.encoded is None


def test_all_formats_are_made() -> None:
    assert set(MAKERS) == set(FORMATS) == set(ENDING)


def test_a_file_and_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = make("docx", PARAGRAPHS)
    (tmp_path / "a.DOCX").write_bytes(data)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert read(tmp_path / "a.DOCX").text == read("-").text


def test_the_format_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a <b>b</b>", encoding="utf-8")
    assert read(tmp_path / "a.txt", "html").text.strip() == "a b"
    with pytest.raises(InputError, match="unknown document format 'htm'; nearest: html"):
        read(tmp_path / "a.txt", "htm")
