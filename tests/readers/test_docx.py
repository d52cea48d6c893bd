"""Office documents: Word and OpenDocument, with changes, notes, tables, boxes and heads."""

from __future__ import annotations

from support.documents import docx_parts, make, with_part

from aidefs.readers.read import read_bytes
from aidefs.readers.source import ReadText


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


def told(reading: ReadText) -> list[tuple[object, ...]]:
    """Kind and words of each region, with what else is known; of an anchor what stands before it."""
    return [
        (
            one.kind,
            reading.text[one.start : one.end],
            *([reading.text[max(one.anchor - 5, 0) : one.anchor]] if one.anchor is not None else []),
            *(value for value in one[4:] if value is not None),
        )
        for one in reading.regions
    ]


STYLES = (
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style>'
    '<w:style w:styleId="Mine"><w:name w:val="My own"/><w:basedOn w:val="Zitat"/></w:style>'
    '<w:style w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:strike/></w:rPr></w:style>'
)


def styled(style: str, *content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(content)}</w:p>'


def reference(kind: str, number: int) -> str:
    return f"<w:r><w:{kind}Reference w:id='{number}'/></w:r>"


def test_docx_regions() -> None:
    cell = "<w:tc>{}{}</w:tc>"
    body = (
        styled("berschrift1", run("Head"))
        + paragraph(
            run("\n\n\n“words”"), reference("footnote", 2), run(" and"), reference("endnote", 2), run(".")
        )
        + styled("Zitat", run("one"))
        + styled("Mine", run("two"))
        + '<w:p><w:pPr><w:ind w:left="720" w:right="720"/></w:pPr>' + run("three") + "</w:p>"
        + '<w:p><w:pPr><w:ind w:left="720" w:right="0"/></w:pPr>' + run("no quotation") + "</w:p>"
        + '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>' + run("Second") + "</w:p>"
        + "<w:tbl><w:tr>"
        + cell.format('<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', paragraph(run("a")) + paragraph(run("b")))
        + cell.format("", paragraph(run("c")))
        + "</w:tr><w:tr>" + cell.format("", paragraph(run("d"))) + "</w:tr></w:tbl>"
    )  # fmt: skip
    notes = '<w:{0} w:id="1">' + paragraph(run("unused")) + '</w:{0}><w:{0} w:id="2">{1}</w:{0}>'
    data = docx_parts(
        body,
        styles=STYLES,
        footnotes=notes.format("footnote", paragraph(run("The Act,")) + paragraph(run("art. 3"))),
        endnotes=notes.format("endnote", paragraph(run("OECD"))),
    )
    assert told(read_bytes("a.docx", data)) == [
        ("heading", "Head", 1),
        ("quotation", "one\n\ntwo\n\nthree"),
        ("heading", "Second", 2),
        ("cell", "a\n\nb", 0, 0, 0),
        ("cell", "c", 0, 0, 2),
        ("cell", "d", 0, 1, 0),
        ("note", "unused"),
        ("note", "The Act,\n\nart. 3", "ords”"),
        ("note", "unused"),
        ("note", "OECD", "” and"),
    ]


def test_docx_struck_and_hidden_words_are_not_read() -> None:
    def looks(properties: str, text: str) -> str:
        return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    body = paragraph(
        run("a"), looks("<w:strike/>", "1"), looks('<w:dstrike w:val="1"/>', "2"), looks("<w:vanish/>", "3"),
        looks('<w:rStyle w:val="Gone"/>', "4"), looks('<w:strike w:val="0"/>', "b"),
        looks('<w:rStyle w:val="Gone"/><w:strike w:val="false"/>', "c"),
        mark="<w:strike/>",
    )  # fmt: skip
    assert read_bytes("a.docx", docx_parts(body, styles=STYLES)).text == "abc\n\n"


ODF_LOOKS = ODF + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'


def test_odt_regions_and_struck_words() -> None:
    common = f"""<office:document-styles {ODF_LOOKS}><office:styles>
<style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="Block_20_quote" style:family="paragraph"/></office:styles>
</office:document-styles>"""
    automatic = """<style:style style:name="P1" style:family="paragraph"
 style:parent-style-name="Quotations"/>
<style:style style:name="P2" style:family="paragraph"><style:paragraph-properties fo:margin-left="1cm"
 fo:margin-right="0.5in"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties
 style:text-line-through-style="solid"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties
 style:text-line-through-style="none"/></style:style>"""
    note = """<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>The
 Act</text:p></text:note-body></text:note>"""
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    content = f"""<office:document-content {ODF_LOOKS}><office:automatic-styles>{automatic}
</office:automatic-styles><office:body><office:text><text:h text:outline-level="2">Head</text:h>
<text:p>“words”{note} end</text:p><text:p text:style-name="P1">one</text:p>
<text:p text:style-name="Block_20_quote">two</text:p><text:p text:style-name="P2">three</text:p>
<text:p>a<text:span text:style-name="T1">1<text:span>2</text:span><text:s/></text:span><text:span
 text:style-name="T2">3</text:span><text:span text:style-name="T3">b</text:span></text:p>
<table:table><table:table-row>
{cell.format(' table:number-columns-repeated="2"', "c")}{cell.format("", f"d{note}")}
</table:table-row></table:table></office:text></office:body></office:document-content>"""
    data = with_part(with_part(make("odt", ["x"]), "content.xml", content), "styles.xml", common)
    reading = read_bytes("a.odt", data)
    assert told(reading) == [
        ("heading", "Head", 2),
        ("note", "The\n Act", "ords”"),
        ("quotation", "one\n\ntwo\n\nthree"),
        ("cell", "c", 0, 0, 0),
        ("cell", "d", 0, 0, 2),
        ("note", "The\n Act", "\n\nc\n\nd"[-5:]),
    ]
    assert "\n\nab\n\n" in reading.text
