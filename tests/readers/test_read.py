"""Documents of every format: the same text comes out, each character with its place."""

from __future__ import annotations

import io
import re
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


UNREAD = {
    "a.rtf": (b"{\\rtf1\\ansi An AI system}", "RTF, which is not read; save it as .docx or .odt"),
    "a.txt": (b"{\\rtf1\\ansi An AI system}", "RTF, which"),
    "a.doc": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
        "an old binary or an encrypted document, which",
    ),
    "a.wpd": (b"\xffWPC\x10", "WordPerfect, which"),
    "a.ps": (b"%!PS-Adobe-3.0\n(AI) show", "PostScript, which"),
    "a.fodt": (b'<?xml version="1.0"?>\n<office:document xmlns:office="x"/>', "flat OpenDocument, which"),
    "a.html": (b'<?xml version="1.0"?>\n<w:wordDocument xmlns:w="x"/>', "XML of Word 2003, which"),
    "a.mht": (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n--x\r\n",
        "a mail or a web archive in parts, which",
    ),
    "a.xyz": (bytes(range(256)), "not text, and of no format that is read; save it as"),
}


@pytest.mark.parametrize("name", UNREAD)
def test_what_is_not_read_is_said_with_what_to_do(name: str) -> None:
    data, said = UNREAD[name]
    with pytest.raises(InputError, match=re.escape(said)):
        read_bytes(name, data)
    with pytest.raises(InputError, match=re.escape(said)):
        read_bytes(name, data, "text")


@pytest.mark.parametrize(
    "text",
    [
        "A paper on \\rtf: {\\rtf1 is how it begins.",
        "From: A\nSubject: AI\n\nIt has Content-Type: multipart/related in it.",
        "Mails say\nContent-Type: multipart/related",
        "<p>It begins with &lt;office:document or &lt;w:wordDocument.</p>",
    ],
)
def test_words_about_such_a_format_are_read(text: str) -> None:
    assert read_bytes("x", text.encode()).text.strip()
