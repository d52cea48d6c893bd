"""HTML as text: what is shown, and what is not."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.documents import make, with_part
from support.reading import source_of

from aidefs.readers.read import read_bytes
from aidefs.readers.source import ReadText


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


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('a<span style="display:none">x<span>y</span></span>b', "ab"),
        ("a<span style='color: red; Visibility : hidden'>x</span>b", "ab"),
        ('a<span style="text-decoration: underline line-through">x</span>b', "ab"),
        ("a<span hidden>x</span>b<img hidden>c", "abc"),
        ("<p>a</p><p hidden>x<p>b</p>", "a\n\nb"),
        ("<div hidden><div>x</div>y</div>b", "b"),
        ('<span style="text-decoration: none">a</span><span aria-hidden="true">b</span>', "ab"),
        ('<aside epub:type="footnote" hidden>a</aside>', "a"),
        ("<style>p{x:y}.c1{color:red;text-decoration:line-through}</style>a<i class='b c1'>x</i>b", "ab"),
        (
            "<style>.c1{display:none} .c2 a:hover{text-decoration:line-through}</style><i class=c1>a</i>b",
            "ab",
        ),
    ],
)
def test_what_is_not_shown_is_not_read(body: str, text: str) -> None:
    assert html_text(body) == text


def told(reading: ReadText) -> list[tuple[object, ...]]:
    return [
        (
            one.kind,
            " ".join(reading.text[one.start : one.end].split()),
            *([reading.text[max(one.anchor - 3, 0) : one.anchor]] if one.anchor is not None else []),
            *(value for value in one[4:] if value is not None),
        )
        for one in reading.regions
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h2>Head</h2><blockquote><p>a<p>b</blockquote>c", [("heading", "Head", 2), ("quotation", "a b")]),
        ("<pre>a\nb</pre>", [("code", "a b")]),
        (
            "<table><tr><th>A<th>B<tr><td rowspan=2>c<td>d<tr><td>e</table><table><td>f</table>",
            [
                ("cell", "A", 0, 0, 0), ("cell", "B", 0, 0, 1), ("cell", "c", 0, 1, 0),
                ("cell", "d", 0, 1, 1), ("cell", "e", 0, 2, 1), ("cell", "f", 1, 0, 0),
            ],
        ),
        (
            '<table><tr><td colspan="2">a</td><td>b</td></tr></table>',
            [("cell", "a", 0, 0, 0), ("cell", "b", 0, 0, 2)],
        ),
        ('<table role="presentation"><tr><td>a</td></tr></table>', []),
        (  # Pandoc
            '<p>“a”<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>'
            '<section role="doc-endnotes"><ol><li id="fn1"><p>The Act<a href="#fnref1">↩</a></p>'
            "<p>more</p></li></ol></section>",
            [("note", "The Act↩ more", "“a”")],
        ),
        (  # Wikipedia
            '<p>b<sup id="r1"><a href="#n1">[1]</a></sup></p><ol class="references"><li id="n1">'
            '<a href="#r1">^</a> The Act</li></ol>',
            [("note", "^ The Act", "b")],
        ),
        (  # Word
            '<p>b<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> c</p><div id=ftn1>'
            '<p><a href="#_ftnref1" name="_ftn1">[1]</a> The Act</p></div>',
            [("note", "[1] The Act", "[1]")],
        ),
        (  # LibreOffice
            '<p>b<a name="n1anc" href="#n1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p>'
            '<a name="n1sym" href="#n1anc">1</a> The Act</p><p>more</p></div>',
            [("note", "1 The Act more", "b")],
        ),
        ('<p>b<sup>1</sup></p><p><sup>1</sup> The Act</p><p>text</p>', [("note", "The Act", "b")]),
        ('<p><a href="#s1">1</a> Chapter</p><h2 id="s1">Chapter</h2>', [("heading", "Chapter", 2)]),
        ('<p><a href="#s1">1</a> Chapter</p><div id="s1">Chapter</div>', []),
        ('<p>b<a href="#nowhere">[1]</a></p>', []),
        ('<aside role="doc-footnote">alone</aside>', [("note", "alone")]),
    ],
)  # fmt: skip
def test_html_regions(body: str, expected: list[tuple[object, ...]]) -> None:
    assert told(read_bytes("a.html", body.encode())) == expected


TAGS = [
    "<p>", "</p>", "<table>", "<tr>", "<td rowspan=3 colspan=2>", "</td>", "</table>", "<li id=a>", "1",
    "word ", "<ol class=references>", "<a href=#a>", "</a>", "<sup>", "</sup>", "<div hidden>", "</div>",
    "<h1>", "</h1>", "<blockquote>", "<span id=a>", "<br>", "</ol>", "<aside role=doc-footnote>",
]  # fmt: skip


@given(st.lists(st.sampled_from(TAGS), max_size=40))
def test_html_regions_lie_in_the_text(pieces: list[str]) -> None:
    reading = read_bytes("a.html", ("x" + "".join(pieces)).encode())
    assert list(reading.regions) == sorted(reading.regions, key=lambda one: (one.start, -one.end))
    for one in reading.regions:
        assert 0 <= one.start < one.end <= len(reading.text)
        assert one.anchor is None or 0 <= one.anchor <= len(reading.text)


def test_classes_that_the_style_sheet_of_a_book_strikes_out_are_not_read() -> None:
    book = with_part(make("epub", ["x"]), "OEBPS/a.css", ".s { text-decoration:  line-through }")
    book = with_part(book, "OEBPS/title.xhtml", "<p>a<i class='s'>no</i>b</p>")
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        package = archive.read("OEBPS/book.opf").decode()
    sheet = (
        '<item id="c" href="a.css" media-type="text/css"/><item id="d" href="no.css" media-type="text/css"/>'
    )
    book = with_part(book, "OEBPS/book.opf", package.replace("<manifest>", f"<manifest>{sheet}"))
    assert read_bytes("a.epub", book).text.startswith("ab\n")


def test_notes_of_a_book_may_stand_in_another_file() -> None:
    page = '<html xmlns:epub="e"><body>{}</body></html>'
    mark = '<a epub:type="noteref" href="text/chapter%202.xhtml#n1">1</a>'
    note = '<aside epub:type="footnote" id="n1"><p>The Act</p></aside>'
    chapters = {
        "title": page.format(f"<p>“a”{mark} b</p><table><td>c</table>"),
        "text/chapter 2": page.format(f"<h1>Notes</h1>{note}<table><td>d</table>"),
    }
    book = make("epub", ["x"])
    for name, content in chapters.items():
        book = with_part(book, f"OEBPS/{name}.xhtml", content)
    assert told(read_bytes("a.epub", book)) == [
        ("cell", "c", 0, 0, 0),
        ("heading", "Notes", 1),
        ("note", "The Act", "“a”"),
        ("cell", "d", 1, 0, 0),
    ]


def test_works_that_a_page_cites_by_number_are_told_by_its_lines() -> None:
    page = "<p>a [1, 2] b<h2>References</h2><p>[1] The Act<p>[2] <a href='https://a.example'>B</a>"
    found = [one for one in told(read_bytes("a.html", page.encode())) if one[0] == "note"]
    assert found == [("note", "The Act", " 2]", True), ("note", "B", " 2]", True)]
    linked = "<p>a <a href='#r'>[1]</a> b<h2>References</h2><p id=r>[1] The Act<p>[2] B"
    assert all(one[-1] is True for one in told(read_bytes("a.html", linked.encode())) if one[0] == "note")
