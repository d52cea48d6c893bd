"""Office documents: Word and OpenDocument, with changes, notes, tables, boxes and heads."""

from __future__ import annotations

from support.documents import docx_parts, make, with_part

from aidefs.readers.read import read_bytes


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
