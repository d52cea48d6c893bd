"""Copies of office documents with tracked changes and comments: accepted, rejected, opened by a program."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from support.documents import archive, docx_parts, with_part
from support.tracked import accepted, comments, parts, rejected

from aidefs.errors import InputError
from aidefs.formats.amendments.amended import amended
from aidefs.formats.amendments.package import repacked
from aidefs.formats.amendments.plan import Change, Remark
from aidefs.readers.read import read_bytes
from aidefs.readers.source import ReadText

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
)


def word(body: str, **others: str) -> bytes:
    """A Word document of which a program could make something."""
    return with_part(docx_parts(body, **others), "[Content_Types].xml", TYPES)


def open_document(body: str) -> bytes:
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": manifest,
            "content.xml": f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ODF}>'
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        }
    )


def read(data: bytes, form: str) -> ReadText:
    return read_bytes(f"a.{form}", data, form)


def change(document: ReadText, old: str, new: str) -> Change:
    start = document.text.index(old)
    return Change(tuple(document.part_stretches(start, start + len(old))), new)


def put_in(document: ReadText, behind: str, new: str) -> Change:
    at = document.text.index(behind) + len(behind)
    return Change(tuple(document.part_stretches(at, at)), new)


def remark(document: ReadText, passage: str, *said: str) -> Remark:
    start = document.text.index(passage)
    return Remark(tuple(document.part_stretches(start, start + len(passage))), said)


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{html.escape(text)}</w:t></w:r>'


# --- any document ---------------------------------------------------------------------------------

FORMATTED = ["", "<w:rPr><w:i/></w:rPr>", '<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>']
LETTERS = st.text("ab <&é漢.", min_size=0, max_size=12)


@st.composite
def word_paragraphs(draw: st.DrawFn) -> str:
    runs = []
    for _ in range(draw(st.integers(1, 4))):
        one = run(draw(LETTERS), draw(st.sampled_from(FORMATTED)))
        other = draw(
            st.sampled_from(
                ["", "<w:r><w:br/></w:r>", "<w:r><w:t>x</w:t><w:noBreakHyphen/><w:t>y</w:t></w:r>"]
            )
        )
        holder = draw(
            st.sampled_from(["{}", "{}", "<w:hyperlink>{}</w:hyperlink>", "<w:smartTag>{}</w:smartTag>"])
        )
        runs.append(holder.format(one) + other)
    return f"<w:p>{''.join(runs)}</w:p>"


@st.composite
def odf_paragraphs(draw: st.DrawFn) -> str:
    pieces = []
    for _ in range(draw(st.integers(1, 4))):
        text = html.escape(draw(LETTERS))
        holder = draw(
            st.sampled_from(
                [
                    "{}",
                    '<text:span text:style-name="T1">{}</text:span>',
                    "<text:a>{}</text:a>",
                    "{}<text:line-break/>",
                ]
            )
        )
        pieces.append(holder.format(text))
    return f"<text:p>{''.join(pieces)}</text:p>"


@pytest.mark.parametrize("form", ["docx", "odt"])
@given(data=st.data())
@settings(max_examples=150)
def test_accepting_makes_every_change_and_rejecting_none(form: str, data: st.DataObject) -> None:
    paragraphs = word_paragraphs() if form == "docx" else odf_paragraphs()
    body = "".join(data.draw(st.lists(paragraphs, min_size=1, max_size=3)))
    file = word(body) if form == "docx" else open_document(body)
    old = read(file, form)
    text = old.text
    edges = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=6))))
    new, at, changes = "", 0, []
    for low, high in zip(edges[::2], edges[1::2], strict=False):
        words = data.draw(st.text("xy <&", max_size=5))
        # A sign at the edge of a change is no character of it; a line break is none anywhere.
        if (
            "\n" in text[low:high]
            or "\u2011" in text[low : low + 1] + text[high - 1 : high]
            or not (words or low < high)
        ):
            continue
        if not old.part_stretches(low, high):
            continue
        changes.append(Change(tuple(old.part_stretches(low, high)), words))
        new += text[at:low] + words
        at = high
    new += text[at:]
    remarks = [Remark(tuple(old.part_stretches(0, len(text))), ("A & B", "C"))] if text.strip() else []
    copy, refused = amended(file, old, changes, remarks)
    assert refused == ()
    assert (copy, refused) == amended(file, old, changes, remarks)
    assert _words(read(copy, form)) == _words(read(accepted(copy), form)) == new.split()
    assert read(rejected(copy), form).text == text
    if text.strip():
        assert comments(copy) == [["A & B", "C"]]
    before, after = parts(file), parts(copy)
    same = set(before) - {"word/document.xml", "content.xml", "[Content_Types].xml"}
    assert all(before[name] == after[name] for name in same)
    if form == "docx":
        assert _formatted(parts(rejected(copy))) == _formatted(before)
        numbers = [
            e.get(f"{W}id") for e in etree.fromstring(after["word/document.xml"]).iter(f"{W}ins", f"{W}del")
        ]
        assert len(numbers) == len(set(numbers))


def _words(document: ReadText) -> list[str]:
    return document.text.split()


def _formatted(held: dict[str, bytes]) -> list[tuple[str, bytes]]:
    """Every character with the properties of its run."""
    root = etree.fromstring(held["word/document.xml"])
    found = []
    for one in root.iter(f"{W}r"):
        properties = one.find(f"{W}rPr")
        look = b"" if properties is None else etree.tostring(properties, method="c14n")
        found += [(letter, look) for text in one.iter(f"{W}t") for letter in text.text or ""]
    return found


# --- Word -----------------------------------------------------------------------------------------


def test_a_note_is_changed_and_its_comment_stands_at_its_mark() -> None:
    body = f'<w:p>{run("Text")}<w:r><w:footnoteReference w:id="2"/></w:r>{run(" more")}</w:p>'
    note = f'<w:footnote w:id="2"><w:p>{run("may and shall")}</w:p></w:footnote>'
    file = word(body, footnotes=note)
    document = read(file, "docx")
    copy, refused = amended(
        file, document, [change(document, "may", "can")], [remark(document, "shall", "Why?")]
    )
    assert refused == () and "can and shall" in read(copy, "docx").text
    held = parts(copy)
    assert b"w:del" in held["word/footnotes.xml"] and b"comment" not in held["word/footnotes.xml"]
    main = etree.fromstring(held["word/document.xml"])
    (start,) = main.iter(f"{W}commentRangeStart")
    assert start.getnext().find(f"{W}footnoteReference") is not None
    assert comments(copy) == [["Why?"]]


def test_comments_of_others_stay() -> None:
    body = f'<w:p><w:commentRangeStart w:id="0"/>{run("one two")}<w:commentRangeEnd w:id="0"/>'
    body += '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    other = f'<w:comment w:id="0" w:author="Ann"><w:p>{run("Mine")}</w:p></w:comment>'
    file = word(body, comments=other)
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Target="comments.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"/></Relationships>'
    )
    file = with_part(file, "word/_rels/document.xml.rels", relations)
    document = read(file, "docx")
    copy, _ = amended(file, document, [], [remark(document, "two", "Yours")])
    assert comments(copy) == [["Mine"], ["Yours"]]
    assert parts(copy)["word/_rels/document.xml.rels"] == relations.encode()


def control(properties: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run('may')}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    "body",
    [
        f'<w:ins w:id="1" w:author="Ann">{run("may")}</w:ins>',
        f'<w:fldSimple w:instr="REF a">{run("may")}</w:fldSimple>',
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{run("may")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "<w:r><w:t><![CDATA[may]]></w:t></w:r>",
        control('<w:lock w:val="sdtContentLocked"/>'),
        control('<w:dataBinding w:xpath="/a"/>'),
        control("<w:text/>"),
    ],
)
def test_what_cannot_be_rejected_is_not_changed(body: str) -> None:
    file = word(f"<w:p>{run('It ')}{body}{run(' be')}</w:p>")
    document = read(file, "docx")
    copy, refused = amended(file, document, [change(document, "may", "can")], [])
    assert [one.number for one in refused] == [0] and copy == file
    copy, _ = amended(file, document, [], [remark(document, "may", "Said")])
    assert comments(copy) == [["Said"]] and read(copy, "docx").text == document.text


def test_a_text_box_is_changed_in_its_place() -> None:
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('may be')}</w:p></w:txbxContent></w:pict></w:r>"
    file = word(f"<w:p>{run('Text')}{box}</w:p>")
    document = read(file, "docx")
    copy, refused = amended(file, document, [change(document, "may", "can")], [remark(document, "be", "B")])
    assert refused == () and read(copy, "docx").text == document.text.replace("may", "can")
    (start,) = etree.fromstring(parts(copy)["word/document.xml"]).iter(f"{W}commentRangeStart")
    assert start.getnext().find(f"{W}pict") is not None, "the comment stands at the box"
    assert read(rejected(copy), "docx").text == document.text


@pytest.mark.parametrize(
    "properties", ["", '<w:sdtPr><w:alias w:val="a"/><w:lock w:val="sdtLocked"/></w:sdtPr>']
)
def test_words_in_a_content_control_are_changed(properties: str) -> None:
    control = f"<w:sdt>{properties}<w:sdtContent>{run('may')}</w:sdtContent></w:sdt>"
    file = word(f"<w:p>{run('It ')}{control}{run(' be')}</w:p>")
    document = read(file, "docx")
    copy, refused = amended(file, document, [change(document, "may", "can")], [])
    assert refused == () and read(copy, "docx").text == document.text.replace("may", "can")
    assert read(rejected(copy), "docx").text == document.text


def test_in_the_first_paragraph_of_a_content_control_nothing_is_tracked() -> None:
    first = f'<w:p><w:pPr><w:jc w:val="left"/></w:pPr>{run("It may be")}</w:p>'
    file = word(f"<w:sdt><w:sdtContent>{first}<w:p>{run('You might')}</w:p></w:sdtContent></w:sdt>")
    document = read(file, "docx")
    changes = [change(document, "may", "can"), change(document, "might", "could")]
    copy, refused = amended(file, document, changes, [remark(document, "may", "Said")])
    assert [one.number for one in refused] == [0]
    assert read(copy, "docx").text == document.text.replace("might", "could")
    root = etree.fromstring(parts(copy)["word/document.xml"])
    (reference,) = root.iter(f"{W}commentReference")
    assert [one.tag for one in reference.getparent().itersiblings(f"{W}r")] == [f"{W}r"], (
        "behind it all words"
    )
    assert comments(copy) == [["Said"]]


def test_parts_that_are_not_in_utf_8_are_refused() -> None:
    file = word(f"<w:p>{run('may')}</w:p>")
    main = '<?xml version="1.0" encoding="utf-16"?>' + parts(file)["word/document.xml"].decode()
    file = with_part(file, "word/document.xml", main.encode("utf-16"))
    document = read(file, "docx")
    with pytest.raises(InputError):
        amended(file, document, [change(document, "may", "can")], [])


# --- OpenDocument ---------------------------------------------------------------------------------


def test_changes_in_notes_and_lists_of_changes_that_exist() -> None:
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    note += "<text:p>may and shall</text:p></text:note-body></text:note>"
    listed = (
        '<text:tracked-changes><text:changed-region text:id="ct1"><text:insertion><office:change-info/>'
        "</text:insertion></text:changed-region></text:tracked-changes>"
    )
    mine = '<text:change-start text:change-id="ct1"/>will<text:change-end text:change-id="ct1"/>'
    file = open_document(f"{listed}<text:p>Text{note} {mine} more</text:p>")
    document = read(file, "odt")
    changes = [
        change(document, "may", "can"),
        change(document, "will", "would"),
        change(document, "more", "less"),
    ]
    copy, refused = amended(file, document, changes, [remark(document, "shall", "Why?")])
    assert [one.number for one in refused] == [1]
    assert read(copy, "odt").text == document.text.replace("may", "can").replace("more", "less")
    content = parts(copy)["content.xml"].decode()
    assert content.count("<text:tracked-changes") == 1 and content.index("annotation") < content.index(
        "<text:note "
    )


def test_spaces_at_the_edges_of_a_deletion_stay() -> None:
    file = open_document("<text:p>one two three</text:p>")
    document = read(file, "odt")
    copy, _ = amended(file, document, [change(document, " two ", " ")], [])
    assert "<text:p><text:s/>two<text:s/></text:p>" in parts(copy)["content.xml"].decode()
    assert read(rejected(copy), "odt").text == document.text


def test_a_field_is_not_changed() -> None:
    file = open_document("<text:p>on <text:date>May</text:date> it</text:p>")
    document = read(file, "odt")
    assert [one.number for one in amended(file, document, [change(document, "May", "June")], [])[1]] == [0]


# --- the archive ----------------------------------------------------------------------------------


def test_other_parts_keep_their_packed_bytes() -> None:
    data = archive({"a": b"x" * 1000, "b": b"y" * 1000, "ü": b"z"}, stored=())
    new = repacked(data, {"b": b"new", "c": b"more"})
    assert parts(new) == {"a": b"x" * 1000, "b": b"new", "ü": b"z", "c": b"more"}
    assert list(parts(new)) == ["a", "b", "ü", "c"] and len(new) < 1000


def test_entries_that_share_their_bytes_are_refused() -> None:
    data = bytearray(archive({"a": b"x" * 1000, "b": b"x" * 1000}, stored=("a", "b")))
    first = data.index(b"PK\1\2")
    second = data.index(b"PK\1\2", first + 1)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]  # the place of the other one
    for _ in range(3):  # and three more of the same
        entry = data[first:second]
        data[second:second] = entry
        end = data.index(b"PK\5\6")
        count = int.from_bytes(data[end + 10 : end + 12], "little") + 1
        data[end + 8 : end + 12] = count.to_bytes(2, "little") * 2
        size = int.from_bytes(data[end + 12 : end + 16], "little") + len(entry)
        data[end + 12 : end + 16] = size.to_bytes(4, "little")
    with pytest.raises(InputError, match="overlap"):
        repacked(bytes(data), {"c": b"new"})


@pytest.mark.programs
@pytest.mark.parametrize("form", ["docx", "odt"])
def test_libreoffice_opens_the_copy_and_rejects_the_changes(form: str, tmp_path: Path) -> None:
    from support import libreoffice

    if form == "docx":
        file = word(
            f"<w:p>{run('It may be ')}{run('so it', FORMATTED[1])}{run(' is.')}</w:p><w:p>{run('End')}</w:p>"
        )
    else:
        file = open_document(
            "<text:p>It may be <text:span>so it</text:span> is.</text:p><text:p>End</text:p>"
        )
    document = read(file, form)
    changes = [change(document, "may", "can"), change(document, "so ", ""), put_in(document, "is", " not")]
    copy, _ = amended(file, document, changes, [remark(document, "End", "Why?", "Because.")])
    said = libreoffice.answers({f"a.{form}": copy}, tmp_path)
    assert said[f"a.{form}.accepted"] == [["It can be it is not."], ["End"]]
    assert said[f"a.{form}.rejected"] == [["It may be so it is."], ["End"]]
