"""Encodings of plain text: what is told from the bytes, and what is noted of it."""

from __future__ import annotations

import codecs

import pytest

from aidefs.errors import InputError
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


@pytest.mark.parametrize(
    "head",
    [
        "<!-- charset=utf-16 -->",
        "<!-- > <meta charset=utf-16> -->",
        "<!-- > <meta charset=gb18030> -->",
        '<script charset="gb18030"></script>',
        "<link charset=gb18030>",
        "<title>charset=utf-16</title>",
        '<a href="x?charset=shift_jis">x</a>',
        '<meta name="description" content="charset=utf-16">',
        "<p title='<meta charset=shift_jis>'>",
        '<meta charset="utf-16">',
        '<meta charset="utf-32">',
        '<meta http-equiv="Content-Type" content="text/html; charset=UTF-16LE">',
        '<?xml version="1.0" encoding="utf-16"?>',
    ],
)
def test_a_page_is_not_what_its_comments_and_other_elements_say(head: str) -> None:
    body = f"{head}<p>The AI Act says: déjà vu.</p>" * 20
    reading = read_bytes("a.html", body.encode())
    assert reading.text.count("The AI Act says: déjà vu.") == 20 and reading.notes == ()


@pytest.mark.parametrize(
    "head",
    [
        "<!-- a > b --><meta charset={}>",
        "<!--><meta charset={}>",
        "<html><head><META CHARSET = '{}' >",
        "<meta name=a content=b><meta http-equiv=content-type content='a;charset=\"{}\"'>",
        "<meta charset=nothing-known><meta charset={}/>",
        "<!doctype html><?x y><p a='>' b=\">\"><meta charset={}>",
    ],
)
def test_where_a_page_says_its_encoding(head: str) -> None:
    reading = read_bytes("a.html", (head.format("shift_jis") + " 人工知能").encode("shift_jis"))
    assert "人工知能" in reading.text and reading.notes == ("read as shift_jis (as declared)",)


def test_a_comment_of_tex_declares_nothing() -> None:
    reading = read_bytes("a.tex", "% \\usepackage[latin2]{inputenc}\ncaf\u00e9".encode("cp1252"))
    assert reading.notes == ("read as cp1252 (guessed)",)


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.md", "a.tex"])
def test_letters_taken_for_chinese_are_refused(mark: bytes, name: str) -> None:
    data = mark + b"<p>An AI system is a machine-based system that infers how to generate outputs.</p> " * 5
    with pytest.raises(InputError, match="not text"):
        read_bytes(name, data[: len(data) // 2 * 2])


@pytest.mark.parametrize(
    "words",
    [
        "人工智能系统是指基于机器的系统，为了明确或隐含的目标，从其接收的输入中推断如何生成输出。",
        "このこうもくにおいて、じんこうちのうとは、きかいによってしめされるのうりょくをいいます。",
        "人工知能とは、人工的な方法により人間の知的な能力を代替する機能を実現するための技術をいう。",
        "कृत्रिम बुद्धिमत्ता प्रणाली का अर्थ है मशीन आधारित प्रणाली",
        "കൃത്രിമബുദ്ധി സംവിധാനം എന്നാൽ യന്ത്രാധിഷ്ഠിത സംവിധാനം",
        "ⵜⵉⵖⵔⵉ ⵜⴰⵎⵙⵙⵏⴰⵡⵜ ⵏ ⵓⵙⴰⵔⴰⴳ",
        "인공지능시스템이란 다양한 수준의 자율성과 적응성을 가지고 주어진 목표를 위하여",
        "نظام الذكاء الاصطناعي هو نظام قائم على الآلة",
        "Система искусственного интеллекта",
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_texts_of_every_script_are_read(words: str, codec: str) -> None:
    assert words in read_bytes("a.txt", (f"{words}\n" * 10).encode(codec)).text


def test_valid_utf8_goes_before_a_wrong_declaration() -> None:
    reading = read_bytes("a.html", '<meta charset="iso-8859-1">déjà'.encode())
    assert reading.text.strip() == "déjà" and reading.notes == ()
