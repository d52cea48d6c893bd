"""Encodings of plain text: what is told from the bytes, and what is noted of it."""

from __future__ import annotations

import codecs

import pytest

from aidefs.readers.read import read_bytes

SENTENCE = "Le système « d’IA » coûte 5 €. " * 4


@pytest.mark.parametrize(
    ("data", "codec", "note"),
    [
        (SENTENCE.encode(), "utf-8", ""),
        (codecs.BOM_UTF8 + SENTENCE.encode(), "utf-8", ""),
        (codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"), "utf-16-le", "by its byte order mark"),
        (codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), "utf-16-be", "by its byte order mark"),
        (codecs.BOM_UTF32_LE + SENTENCE.encode("utf-32-le"), "utf-32-le", "by its byte order mark"),
        (SENTENCE.encode("utf-16-le"), "utf-16-le", "guessed"),
        (SENTENCE.encode("utf-16-be"), "utf-16-be", "guessed"),
        (SENTENCE.encode("cp1252"), "cp1252", "guessed"),
    ],
)
def test_encodings(data: bytes, codec: str, note: str) -> None:
    reading = read_bytes("a.txt", data)
    assert reading.text == SENTENCE
    assert reading.encoded and reading.encoded.codec == codec
    assert reading.notes == ((f"read as {codec} ({note})",) if note else ())
    assert reading.encoded.encode(reading.encoded.text) == data


def test_bytes_that_windows_1252_lacks_are_latin_1() -> None:
    reading = read_bytes("a.txt", b"caf\xe9 \x81 text")
    assert (reading.encoded and reading.encoded.codec == "iso8859-1") or reading.encoded.codec == "latin-1"


@pytest.mark.parametrize(
    ("name", "head", "said", "codec"),
    [
        ("a.html", '<meta charset="{}">', "iso-8859-2", "iso8859-2"),
        ("a.html", '<meta http-equiv="Content-Type" content="a; charset={}">', "shift_jis", "shift_jis"),
        ("a.html", '<meta charset="{}">', "ISO-8859-1", "cp1252"),
        ("a.html", '<?xml version="1.0" encoding="{}"?>', "windows-1251", "cp1251"),
        ("a.tex", "\\usepackage[{}]{{inputenc}}\n", "latin2", "iso8859-2"),
        ("a.tex", "\\usepackage{{amsmath}}\\usepackage[{}]{{inputenc}}\n", "latin1", "cp1252"),
    ],
)
def test_declared_encodings(name: str, head: str, said: str, codec: str) -> None:
    words = {"iso8859-2": "żółć", "cp1251": "система", "shift_jis": "人工知能", "cp1252": "déjà"}[codec]
    reading = read_bytes(name, (head.format(said) + " " + words).encode(codec))
    assert words in reading.text
    assert reading.notes == (f"read as {codec} (as declared)",)


@pytest.mark.parametrize("said", ["no-such", "punycode", "unicode_escape", "utf-7", "rot13", "zlib"])
def test_encodings_that_documents_do_not_have_are_not_obeyed(said: str) -> None:
    reading = read_bytes("a.html", f'<meta charset="{said}">é'.encode("cp1252"))
    assert reading.notes == ("read as cp1252 (guessed)",)


def test_valid_utf8_goes_before_a_wrong_declaration() -> None:
    reading = read_bytes("a.html", '<meta charset="iso-8859-1">déjà'.encode())
    assert reading.text.strip() == "déjà" and reading.notes == ()
