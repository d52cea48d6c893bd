"""Readers: the words of documents of every format, and where each stands."""

from __future__ import annotations

import codecs
import io
import json
import sys
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.documents import ENDING, MAKERS, docx_parts, make, pdf, with_part

from aidefs.errors import InputError
from aidefs.readers.limits import FILE
from aidefs.readers.pdf import without_running_heads
from aidefs.readers.read import FORMATS, read, read_bytes
from aidefs.readers.source import ReadText

EU = "‘AI system’ means a machine-based system that is designed to operate with varying levels of autonomy"
PARAGRAPHS = ["The first paragraph, with 5 % & more <words>.", f"It says: {EU}.", "The last one_"]


def words(text: str) -> str:
    """A text with white space and the marks of Markdown's quotations out of account."""
    return " ".join(word for word in text.split() if word != ">")


def found(reading: ReadText, wanted: str) -> tuple[int, int]:
    start = reading.text.index(wanted)
    return start, start + len(wanted)


def source_of(reading: ReadText, wanted: str) -> str:
    span = reading.source(*found(reading, wanted))
    assert span and reading.encoded
    return reading.encoded.text[slice(*span)]


# --- every format ---------------------------------------------------------------------------------


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


# --- encodings ------------------------------------------------------------------------------------

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


# --- html -----------------------------------------------------------------------------------------


def html_text(body: str) -> str:
    return read_bytes("a.html", body.encode()).text.strip()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("a <b>b</b><i>c</i>", "a bc"),
        ("<p>a<p>b", "a\n\nb"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<ul><li>a</li>\n  <li>b</li></ul>", "a\n\nb"),
        ("&ldquo;AI&nbsp;system&#8221; &amp;lt; &Eacute; &copy", "“AI\u00a0system” &lt; É ©"),
        ("a<script>if (a<b) 'x</p>'</script>b<style>p{}</style>", "ab"),
        ("a<SCRIPT>x</Script >b", "ab"),
        ("autonomy<sup>1</sup>, x<sup><a href='#f'>[12]</a></sup>", "autonomy, x"),
        ("10<sup>25</sup> and 1<sup>st draft</sup>", "10 and 1st draft"),
        ("<q>a</q>", "“a”"),
        ("a <del>old</del><ins>new</ins>", "a new"),
        ("a<template><p>x</template>b<noscript>y</noscript>", "ab"),
        ('<a title="x > y" data-a=\'<b>\' c=">">t</a>', "t"),
        ("a < b & c <3", "a < b & c <3"),
        ("a<!-- x --><!-- y > -- z -->b<!-- open", "ab"),
        ("a<?php x ?>b<!DOCTYPE x>c", "abc"),
        ("a<b unclosed", "a"),
        ("<p>one\n\n two</p>", "one\ntwo"),
        ("<td>a</td><td>b</td>", "a\n\nb"),
        ("</p></b></script>a</div>", "a"),
    ],
)
def test_html(body: str, text: str) -> None:
    assert html_text(body) == text


def test_html_offsets_pass_over_markup() -> None:
    reading = read_bytes("a.html", b"<p>an &ldquo;AI <b>system</b>&rdquo;\n means</p>")
    assert source_of(reading, "“AI system”") == "&ldquo;AI <b>system</b>&rdquo;"
    assert source_of(reading, "system") == "system"
    assert str(reading.place(reading.text.index("means"))) == "line 2"


# --- tex ------------------------------------------------------------------------------------------


def tex_text(body: str, preamble: str = "") -> str:
    source = f"\\documentclass{{article}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\nbehind"
    return words(read_bytes("a.tex", source.encode()).text)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("a % comment\nb \\% c", "a b % c"),
        ("machine-% \n  based", "machine-based"),
        (r"\emph{a} \textbf{b \textit{c}} {\bf d}", "a b c d"),
        (r"\enquote{AI system} ``x'' `y'", "“AI system” “x” ‘y’"),
        (r"\lq AI\rq{} and \textquotedblleft x\textquotedblright", "‘AI’ and “x”"),
        (r"caf\'e na\"{\i}ve \v{s} \c c \'{e} \ss{} \L\'od\'z", "café naïve š ç é ß Łódź"),
        (r"a~b---c--d \ldots{} \S~3", "a b—c–d … § 3"),
        (r"text\footnote{A note.} goes on~\citep[p.~3][x]{key}.", "text goes on . A note."),
        (r"see \ref{x}, \href{http://x}{the page} and \textcolor{red}{red}", "see , the page and red"),
        (r"\section*{Head} text\\[2pt] line", "Head text line"),
        ("\\begin{quote}\\label{q}in\\end{quote} out", "in out"),
        ("\\begin{comment}in\\end{comment} out", "out"),
        ("\\begin{verbatim}100% {x}\\end{verbatim} \\verb|a%b|", "100% {x} a%b"),
        (r"auto\-no\-my", "autonomy"),
        (r"a\iffalse x\fi b", "a b"),
        ("\\begin{itemize}\n\\item[a)] one\n\\item two\n\\end{itemize}", "one two"),
        ("{open \\emph{and", "open and"),
        ("} closed", "closed"),
    ],
)
def test_tex(body: str, text: str) -> None:
    assert tex_text(body) == text.replace("\u00a0", " ")


def test_macros_become_what_they_stand_for() -> None:
    preamble = (
        "\\newcommand{\\ai}{AI\\xspace}\\newcommand\\aisys{\\emph{\\ai{} system}} % \\newcommand{\\no}{no}\n"
        "\\def\\act{AI~Act}\\newcommand{\\two}[1]{#1#1}"
    )
    assert tex_text(r"an \aisys{} in the \act\ and \ai too \two{x}", preamble) == (
        "an AI system in the AI Act and AI too x"
    )


def test_macros_that_grow_without_end_are_left_out() -> None:
    names = "qwertyuiop"
    doubling = "".join(rf"\newcommand{{\{new}}}{{\{old}\{old}\{old}\{old}}}" for old, new in pairwise(names))
    assert len(tex_text(r"x \p", r"\newcommand{\q}{ten letter}" + doubling)) < 1000


def test_tex_offsets_pass_over_markup() -> None:
    reading = read_bytes("a.tex", b"an \\emph{AI} system\\footnote{\\textbf{B}old.}\nends")
    assert source_of(reading, "AI system") == "AI} system"
    assert source_of(reading, "Bold") == "B}old"
    assert source_of(reading, "ends") == "ends"
    assert str(reading.place(reading.text.index("ends"))) == "line 2"


# --- notebooks ------------------------------------------------------------------------------------


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


# --- office documents -----------------------------------------------------------------------------


def paragraph(*content: str, mark: str = "") -> str:
    properties = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{properties}{''.join(content)}</w:p>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_docx_changes_are_accepted() -> None:
    body = paragraph(
        run("an "), f'<w:ins w:id="1">{run("AI ")}</w:ins>',
        '<w:del w:id="2"><w:r><w:delText>old </w:delText></w:r></w:del>',
        f'<w:moveFrom w:id="3">{run("gone ")}</w:moveFrom>', run("system "), mark='<w:del w:id="4"/>',
    ) + paragraph(run("means")) + paragraph(run("next"))  # fmt: skip
    assert read_bytes("a.docx", docx_parts(body)).text == "an AI system means\n\nnext\n\n"


def test_docx_notes_tables_boxes_and_heads() -> None:
    inner = f"<w:txbxContent>{paragraph(run('boxed'))}</w:txbxContent>"
    choice = f"<mc:Choice>{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback>"
    box = f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"
    cells = "".join(f"<w:tc>{paragraph(run(f'cell {n}'))}</w:tc>" for n in (1, 2))
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    body = (
        paragraph(run("one "), box, "<w:r><w:footnoteReference w:id='1'/></w:r>", run("goes on"))
        + paragraph()
        + table
        + paragraph(run("two"), "<w:r><w:br/></w:r>", run("lines"), "<w:r><w:noBreakHyphen/></w:r>", run("x"))
    )
    data = docx_parts(
        body,
        footnotes=f'<w:footnote w:type="separator">{paragraph(run("---"))}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph(run("the note"))}</w:footnote>',
        header1=paragraph(run("the head")),
    )  # fmt: skip
    reading = read_bytes("a.docx", data)
    places = {
        "one goes on": "paragraph 1",
        "boxed": "text box, paragraph 1",
        "cell 2": "table 1, paragraph 2",
        "two\nlines\u2011x": "paragraph 2",
        "the note": "footnote 1, paragraph 1",
        "the head": "header, paragraph 1",
    }
    assert {text: str(reading.place(reading.text.index(text))) for text in places} == places
    assert reading.text.count("boxed") == 1 and "---" not in reading.text


ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("draw", "drawing"), ("style", "style"), ("table", "table"),
    )
)  # fmt: skip
ODT_CONTENT = f"""<office:document-content {ODF}><office:body><office:text>
<text:tracked-changes><text:deletion><text:p>gone</text:p></text:deletion></text:tracked-changes>
<text:h>Head</text:h>
<text:p>one<text:s text:c="3"/><text:span>two</text:span><text:note text:note-class="footnote"
><text:note-citation>7</text:note-citation><text:note-body><text:p>the note</text:p></text:note-body
></text:note>,<text:tab/>three<office:annotation><text:p>comment</text:p></office:annotation
><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame> four<text:line-break
/>five</text:p>
<table:table><table:table-row><table:table-cell><text:p>cell</text:p></table:table-cell></table:table-row>
</table:table></office:text></office:body></office:document-content>"""
ODT_STYLES = f"""<office:document-styles {ODF}><style:style><text:p>no</text:p></style:style>
<style:header><text:p>the head</text:p></style:header></office:document-styles>"""


def test_odt_notes_changes_boxes_and_heads() -> None:
    data = with_part(with_part(make("odt", ["x"]), "content.xml", ODT_CONTENT), "styles.xml", ODT_STYLES)
    reading = read_bytes("a.odt", data)
    places = {
        "Head": "paragraph 1",
        "one   two,\tthree four\nfive": "paragraph 2",
        "the note": "footnote 1, paragraph 1",
        "boxed": "text box, paragraph 1",
        "cell": "table 1, paragraph 1",
        "the head": "header, paragraph 1",
    }
    assert {text: str(reading.place(reading.text.index(text))) for text in places} == places
    assert not {"gone", "comment", "7", "no"} & set(reading.text.split())


# --- pdf ------------------------------------------------------------------------------------------


def test_pdf_words_divided_at_line_ends_keep_a_sign() -> None:
    reading = read_bytes("a.pdf", pdf([["levels of auto-", "nomy and machine-", "based systems"]]))
    assert reading.text == "levels of auto-\nnomy and machine-\nbased systems"


def test_pdf_passages_cross_pages_without_heads() -> None:
    sheets = [
        ["A Journal of Law", *(f"line {letter}{page} of the text" for letter in "abcdefghij"), f"{n}"]
        for n, page in enumerate("wxyz", 7)
    ]
    reading = read_bytes("a.pdf", pdf(sheets))
    assert "line jw of the text\nline ax of the text" in reading.text
    assert "Journal" not in reading.text
    assert str(reading.place(reading.text.index("line az"))) == "page 4, line 2"


def test_lines_of_the_text_are_no_running_heads() -> None:
    # "same" is a head on no page: it stands first on one alone, else in the text.
    sheets = (["same", *"abcdef"], ["g", "h", "same", *"ijkl"], ["m", "n", "same", *"opqr"])
    pages = ["\n".join(sheet) for sheet in sheets]
    assert [page.text for page in without_running_heads(pages)] == pages
    short = ["same", "same", "same"]
    assert [page.text for page in without_running_heads(short)] == short


@given(
    st.lists(st.lists(st.sampled_from(["head 1", "head 2", "a", "b", "c", "7", ""]), max_size=9), max_size=8)
)
def test_running_heads_are_taken_from_the_edges_alone(sheets: list[list[str]]) -> None:
    pages = ["\n".join(sheet) for sheet in sheets]
    for page, kept in zip(pages, without_running_heads(pages), strict=True):
        lines = page.split("\n")
        first = kept.first_line - 1
        number = len(kept.text.split("\n"))
        assert lines[first : first + number] == kept.text.split("\n")
        assert first <= 2 and len(lines) - first - number <= 2


# --- laws -----------------------------------------------------------------------------------------

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
