"""Word files: tracked changes that give both texts back, tables as Word knows them, one order of elements."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import count, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from support.hostile import HOSTILE, obeyed
from support.libreoffice import answers
from support.strategies import DEFINITIONS, pairs, texts

import aidefs
from aidefs.alignment.redline import LEVELS, redline
from aidefs.errors import InputError
from aidefs.formats.document import (
    Block,
    Bullets,
    Cells,
    Document,
    Heading,
    Note,
    Paragraph,
    Run,
    Table,
    runs,
    touches,
)
from aidefs.formats.docx.changes import line_feeds, tracked_runs
from aidefs.formats.docx.elements import bookmark_name, word_tag
from aidefs.formats.docx.notes import Footnotes
from aidefs.formats.docx.table import _length, column_widths, needs_landscape, table_elements
from aidefs.output.render import render_bytes, shown
from aidefs.output.views import tracked_document
from aidefs.text.visible import storable, xml_visible

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
FORMS = ("docx", "xlsx")

BY_HAND = Table(
    ("Element", "English", "Français", "中文"),
    (
        (runs(Run("Autonomy", "strong")), runs("varying ", Run("degrees", "delete"), Run("levels", "insert")),
         runs("différents niveaux"), runs("自主")),
        (runs(Run("Outputs", "strong")), runs("content,\ndecisions"), runs("contenu"),
         runs(Run("—", "muted"))),
    ),
    "Two elements: <b> & “quotes”",
    ("", "en", "fr", "zh-Hant"),
    (1, 2, 3),
    notes=(
        Note(runs("Both texts in full: ", Run("https://example.org", "muted")), columns=(1, 2)),
        Note(runs("About the whole.")),
        Note(runs("French only."), columns=(2,)),
        Note(runs("About outputs."), rows=(1,)),
    ),
    emphasis=(0,),
    name="tab:two elements",
)  # fmt: skip


# --- reading Word files ---------------------------------------------------------------------------


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def tree(data: bytes, name: str = "word/document.xml") -> Any:
    return etree.fromstring(parts(data)[name])


def word(*blocks: Block, title: str = "", lang: str = "en") -> bytes:
    return render_bytes(Document(title, blocks, lang), "docx")


_LETTERS = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}softHyphen": "\u00ad"}


def words(element: Any, without: str = "") -> str:
    """The text of an element, without the changes of one kind."""
    if without and element.tag == f"{W}{without}":
        return ""
    if element.tag in (f"{W}t", f"{W}delText"):
        # Without the attribute a reader may let go of white space at the edges.
        assert element.get(XML_SPACE) == "preserve"
        return element.text or ""
    return _LETTERS.get(element.tag, "") + "".join(words(child, without) for child in element)


def lines(text: str) -> str:
    """What a text is in Word: characters that XML can hold, and one kind of line end."""
    return storable(text).replace("\r\n", "\n").replace("\r", "\n")


# --- tracked changes ------------------------------------------------------------------------------


def tracked(a: str, b: str, level: Any = "word", lang: str = "en") -> Paragraph:
    document = tracked_document(redline(a, b, level, lang=lang))
    assert document is not None
    (paragraph,) = document.blocks
    assert isinstance(paragraph, Paragraph) and paragraph.tracked
    return paragraph


@given(pairs())
def test_accepting_gives_the_new_text_and_rejecting_the_old(pair: tuple[str, str]) -> None:
    for level in LEVELS:
        block = tracked(*pair, level)
        made = list(tracked_runs(block.runs, block.lang, count(1)))
        assert "".join(words(element, "del") for element in made) == lines(pair[1])
        assert "".join(words(element, "ins") for element in made) == lines(pair[0])
        for element in made:
            inside = etree.tostring(element).decode()
            assert ("<w:delText" in inside, "<w:t " in inside) != (True, True)
            assert ("<w:delText" in inside) <= (element.tag == f"{W}del")


@given(texts(), texts(), texts())
def test_line_ends_that_meet_in_one_text_only(a: str, b: str, c: str) -> None:
    cell = runs(a + "\r", Run(b + "\r", "delete"), Run("\n" + c + "\r", "insert"), "\n" + a)
    stretches = list(line_feeds(cell))
    for hidden in ("insert", "delete"):
        whole = "".join(run.text for run in cell if run.mark != hidden)
        assert "".join(text for mark, text in stretches if mark != hidden) == whole.replace(
            "\r\n", "\n"
        ).replace("\r", "\n")


def test_a_change_has_an_author_a_number_and_no_date() -> None:
    body = tree(word(tracked("may influence", "can influence"), tracked("a b", "a c")))
    found = [element for element in body.iter(f"{W}ins", f"{W}del")]
    assert [element.tag for element in found] == [f"{W}del", f"{W}ins"] * 2
    assert {element.get(f"{W}author") for element in found} == {"aidefs"}
    assert len({element.get(f"{W}id") for element in found}) == 4
    assert all(element.get(f"{W}date") is None for element in found)


def test_a_redline_is_a_file_of_changes_and_nothing_else() -> None:
    a, b = aidefs.get("oecd@2019"), aidefs.get("oecd")
    body = tree(render_bytes(aidefs.diff(a, b), "docx"))
    _, script = body.iter(f"{W}p")
    assert words(script, "ins") == a.text
    assert words(script, "del") == b.text
    assert not list(body.iter(f"{W}tbl"))


def test_a_chain_is_a_tracked_paragraph_a_step() -> None:
    names = ("eu-commission-2021", "eu-council-2022", "eu")
    body = tree(render_bytes(aidefs.chain(*names), "docx"))
    scripts = [p for p in body.iter(f"{W}p") if p.find(f".//{W}ins") is not None]
    olds, news = ([words(script, kind) for script in scripts] for kind in ("ins", "del"))
    given_texts = [aidefs.get(name).text for name in names]
    assert olds == given_texts[:-1]
    assert news == given_texts[1:]


def _stored_pairs() -> Iterator[tuple[str, str, str]]:
    """Each text with the one before it in its language, and with those that it was drafted from."""
    last: dict[str, str] = {}
    by_id = {d.id: d for d in DEFINITIONS}
    for d in DEFINITIONS:
        if d.lang in last:
            yield last[d.lang], d.text, d.lang
        last[d.lang] = d.text
        for p in d.predecessors:
            if p.id in by_id and by_id[p.id].lang == d.lang:
                yield by_id[p.id].text, d.text, d.lang


def _hostile_pairs() -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []

    @settings(max_examples=250, suppress_health_check=list(HealthCheck), database=None)
    @given(pairs())
    def collect(pair: tuple[str, str]) -> None:
        found.append((*pair, "en"))

    collect()
    return found


@pytest.mark.programs
def test_libreoffice_accepts_and_rejects_letter_for_letter(tmp_path: Path) -> None:
    cases = [*_stored_pairs(), *_hostile_pairs()]
    assert len(cases) > 350
    blocks: list[Block] = []
    for n, (a, b, lang) in enumerate(cases):
        blocks += [Heading(f"pair {n}"), tracked(a, b, LEVELS[n % 3], lang)]
    made = {"changes.docx": word(*blocks), "hand.docx": word(BY_HAND, BY_HAND._replace(notes=()))}
    said = answers(made, tmp_path)
    for side, answer in enumerate(("changes.docx.rejected", "changes.docx.accepted")):
        found = _under_headings(record[0] for record in said[answer])
        assert len(found) == len(cases)
        wrong = [
            (case[side], paragraphs)
            for case, paragraphs in zip(cases, found, strict=True)
            # LibreOffice takes a paragraph away if nothing is left in it; Word leaves it empty.
            if (paragraphs or [""]) != [lines(case[side])]
        ]
        assert wrong == []
    captions = [record[0] for record in said["hand.docx.accepted"] if "Two elements" in record[0]]
    assert captions == [f"Table\u00a0{n}. {BY_HAND.caption}" for n in (1, 2)]
    assert [note[0].strip() for note in said["hand.docx.notes"]] == [
        "Both texts in full: https://example.org", "French only.", "About outputs.",
    ]  # fmt: skip


def _under_headings(paragraphs: Iterable[str]) -> list[list[str]]:
    found: list[list[str]] = []
    for text in paragraphs:
        if text == f"pair {len(found)}":
            found.append([])
        elif found:
            found[-1].append(text)
    return found


# --- text -----------------------------------------------------------------------------------------


@given(texts())
@settings(max_examples=25)
def test_every_text_comes_out_as_text(text: str) -> None:
    table = Table(("H", text), ((runs(text), runs(Run(text, "insert"))),), text, notes=(Note(runs(text)),))
    blocks = (Heading(text), Paragraph(runs(Run(text, "quote"))), Bullets((runs(text),)), table)
    body = tree(word(*blocks, title="T" + text))
    title, heading, line, item, *rest = (words(p) for p in body.iter(f"{W}p"))
    expected = xml_visible(text)
    assert title == "T" + expected
    assert [heading, line, item] == [expected] * 3
    caption = [f"Table\u00a01. {expected}"] * bool(text)
    assert rest == [*caption, "H", expected, expected, expected, expected]  # heads, cells, a note


def test_marks_are_styles_of_the_file() -> None:
    marks = ("delete", "insert", "strong", "muted", "quote")
    data = word(Paragraph(tuple(Run(mark, mark) for mark in marks)))
    used = [element.get(f"{W}val") for element in tree(data).iter(f"{W}rStyle")]
    assert used == ["Deleted", "Inserted", "Strong", "Secondary", "Quoted"]
    styles = {s.get(f"{W}styleId"): s for s in tree(data, "word/styles.xml").iter(f"{W}style")}
    assert styles["Deleted"].find(f".//{W}strike") is not None
    assert styles["Inserted"].find(f".//{W}u").get(f"{W}val") == "single"


def test_the_head_of_a_list_stands_on_its_page() -> None:
    blocks = (Paragraph(runs("before")), Paragraph(runs("head")), Bullets((runs("x"), runs("y"))))
    found = tree(word(BY_HAND, *blocks)).iter(f"{W}p")
    kept = ["".join(p.itertext()) for p in found if p.find(f"{W}pPr/{W}keepNext") is not None]
    assert "head" in kept and not {"before", "x", "y"} & {*kept}


def test_every_style_that_is_used_is_there() -> None:
    data = word(BY_HAND, Heading("x"), Bullets((runs("y"),)), title="z")
    names = {element.get(f"{W}styleId") for element in tree(data, "word/styles.xml").iter(f"{W}style")}
    for part in ("word/document.xml", "word/footnotes.xml", "word/styles.xml", "word/footer1.xml"):
        tags = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next")
        used = {element.get(f"{W}val") for element in tree(data, part).iter(*tags)}
        assert used <= names, part


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "en-GB"), ("en-US", "en-US"), ("fr", "fr-FR"), ("zh-Hant", "zh-TW"), ("zh-Hans", "zh-CN"),
        ("zh-Hant-HK", "zh-HK"), ("pt", "pt-BR"), ("EL", "el-GR"), ("eo", "eo"), ("sr-Latn-RS", "sr-RS"),
    ],
)  # fmt: skip
def test_languages_have_their_region(tag: str, expected: str) -> None:
    assert word_tag(tag) == expected


def test_each_language_of_the_collection_has_a_region() -> None:
    assert {d.lang for d in DEFINITIONS if "-" not in word_tag(d.lang)} == set()


def test_official_wording_has_its_language() -> None:
    body = tree(word(BY_HAND, Paragraph(runs("自主"), "ja"), Paragraph(runs("נייד"), "he")))
    found = {words(r): r.find(f"{W}rPr/{W}lang") for r in body.iter(f"{W}r")}
    assert found["levels"].attrib == {f"{W}val": "en-GB"}
    assert found["différents niveaux"].attrib == {f"{W}val": "fr-FR"}
    assert found["自主"].attrib == {f"{W}eastAsia": "ja-JP"}
    assert found["נייד"].attrib == {f"{W}bidi": "he-IL"}
    assert found["—"] is None and found["Outputs"] is None  # words of the library
    (right,) = body.iter(f"{W}bidi")
    assert words(right.getparent().getparent()) == "נייד"


def test_own_words_have_the_language_of_the_document() -> None:
    data = word(BY_HAND, lang="fr")
    default = tree(data, "word/styles.xml").find(f".//{W}rPrDefault//{W}lang")
    assert default.get(f"{W}val") == "fr-FR"
    caption = next(p for p in tree(data).iter(f"{W}p") if "Two elements" in words(p))
    assert words(caption).startswith("Tableau\u00a01. ")


# --- tables ---------------------------------------------------------------------------------------


def test_a_table_as_word_knows_it() -> None:
    (table,) = tree(word(BY_HAND)).iter(f"{W}tbl")
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "DefinitionTable"
    grid = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
    assert sum(grid) <= 11906 - 2 * 1417
    for row in rows:
        assert [int(cell.get(f"{W}w")) for cell in row.iter(f"{W}tcW")] == grid
    tinted = [len(list(row.iter(f"{W}shd"))) for row in rows]
    bars = [len(list(row.iter(f"{W}tcBorders"))) for row in rows]
    assert (tinted, bars) == ([0, 4, 0], [0, 1, 0])


def test_a_caption_counts_and_can_be_referred_to() -> None:
    body = tree(word(BY_HAND, BY_HAND._replace(caption=""), BY_HAND._replace(name="")))
    captions = [p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='Caption']") is not None]
    assert [words(p) for p in captions] == [f"Table\u00a0{n}. {BY_HAND.caption}" for n in (1, 2)]
    for caption in captions:
        assert caption.find(f"{W}fldSimple").get(f"{W}instr") == r" SEQ Table \* ARABIC "
    bookmarks = [p.find(f"{W}bookmarkStart").get(f"{W}name") for p in captions]
    assert bookmarks == ["tab_two_elements", "table_2"]


@given(texts())
def test_names_of_bookmarks_are_names(text: str) -> None:
    assert re.fullmatch(r"[^\W\d_]\w{0,39}", bookmark_name(text) or "x")


def test_notes_are_footnotes() -> None:
    data = word(BY_HAND)
    body, notes = tree(data), tree(data, "word/footnotes.xml")
    held = {note.get(f"{W}id"): words(note).strip() for note in notes.iter(f"{W}footnote")}
    assert held == {
        "-1": "", "0": "",
        "1": "Both texts in full: https://example.org", "2": "French only.", "3": "About outputs.",
    }  # fmt: skip
    head, _, last = body.iter(f"{W}tr")
    english, french = list(head.iter(f"{W}tc"))[1:3]
    assert [e.get(f"{W}id") for e in english.iter(f"{W}footnoteReference")] == ["1"]
    assert [e.get(f"{W}id") for e in french.iter(f"{W}footnoteReference")] == ["2"]
    bookmark = english.find(f".//{W}bookmarkStart").get(f"{W}name")
    assert french.find(f".//{W}fldSimple").get(f"{W}instr").split() == ["NOTEREF", bookmark, r"\f", r"\h"]
    assert words(french) == "Français1,\u202f"
    assert [e.get(f"{W}id") for e in last.iter(f"{W}footnoteReference")] == ["3"]
    assert "About the whole." in [words(p) for p in body.iter(f"{W}p")]


def test_footnotes_are_part_of_the_package() -> None:
    files = parts(word(BY_HAND))
    assert b"wordprocessingml.footnotes+xml" in files["[Content_Types].xml"]
    assert b'Target="footnotes.xml"' in files["word/_rels/document.xml.rels"]
    known = etree.fromstring(files["word/settings.xml"]).find(f"{W}footnotePr")
    assert [note.get(f"{W}id") for note in known] == ["-1", "0"]
    kinds = [note.get(f"{W}type") for note in etree.fromstring(files["word/footnotes.xml"])]
    assert kinds == ["separator", "continuationSeparator", None, None, None]
    without = parts(word(BY_HAND._replace(notes=())))
    assert "word/footnotes.xml" not in without
    assert b"footnotePr" not in without["word/settings.xml"]


def test_a_note_about_a_head_that_is_not_there_stands_below() -> None:
    data = word(BY_HAND._replace(header=("",) * 4))
    shown_below = [words(p) for p in tree(data).iter(f"{W}p")][-3:]
    assert shown_below == ["Both texts in full: https://example.org", "About the whole.", "French only."]


def test_two_tables_stay_two() -> None:
    body = tree(word(BY_HAND._replace(caption="", notes=()), BY_HAND._replace(caption="", notes=())))[0]
    kinds = [element.tag.removeprefix(W) for element in body]
    assert kinds == ["tbl", "p", "tbl", "p", "sectPr"]


def test_wide_tables_turn_their_pages_and_no_others() -> None:
    wide = Table(tuple("abcdef"), ((runs("text"),) * 6,), wide=(1, 2, 3, 4, 5))
    body = tree(word(Paragraph(runs("x")), wide, Heading("h"), Paragraph(runs("y")), Heading("i"), wide))
    sizes = [page.get(f"{W}orient") for page in body.iter(f"{W}pgSz")]
    assert sizes == ["landscape", None, "landscape"]
    widths = [sum(int(c.get(f"{W}w")) for c in table.iter(f"{W}gridCol")) for table in body.iter(f"{W}tbl")]
    assert widths[0] == widths[1] <= 16838 - 2 * 1417
    assert len(list(body.iter(f"{W}footerReference"))) == 1  # later sections go on with the first foot


@given(texts(), texts(), texts())
@settings(max_examples=60)
def test_columns_fit_the_page(a: str, b: str, c: str) -> None:
    cells = (runs(a), runs(b * 5), runs(c * 20))
    for wide in ((), (1,), (1, 2)):
        table = Table(("A", "B", "C"), (cells,), wide=wide)
        widths = column_widths(table, 9072)
        assert sum(widths) <= 9072
        assert min(widths) > 0
    assert needs_landscape(Table(tuple("abcdef"), (), wide=(1, 2, 3, 4, 5)), 9072)


def test_no_word_is_broken_where_small_letters_can_give_way() -> None:
    [heads] = shown(aidefs.coverage("coe", "eu", elements="all"), "docx").tables
    for page, style in ((13600, "TableHead"), (11200, "TableHeadSmall")):
        size = 180 if style == "TableHead" else 140
        widths = column_widths(heads, page)
        assert sum(widths) <= page
        assert all(width >= _length(size)(name) for width, name in zip(widths, heads.header, strict=True))
        styles = {
            one.get(f"{W}val") for block in table_elements(heads, page, Footnotes(count(1)))
            for one in block.iter(f"{W}pStyle")
        }  # fmt: skip
        assert style in styles


def test_long_texts_get_more_room_and_short_columns_their_words() -> None:
    table = Table(("No.", "A", "B"), ((runs("1"), runs("few words"), runs("many words " * 40)),), wide=(1, 2))
    first, few, many = column_widths(table, 9072)
    assert first < few < many
    assert 9060 <= first + few + many <= 9072


# --- the order of elements ------------------------------------------------------------------------

# ECMA-376 part 1, annex A.1: sequences of the schema, of which the parts must be subsequences. Word refuses
# to open a file that breaks them.
ORDER = {
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike color spacing sz szCs u shd vertAlign "
    "rtl cs lang",
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind "
    "contextualSpacing jc outlineLvl rPr sectPr",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "trPr": "cantSplit tblHeader jc",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "tcBorders": "top left bottom right insideH insideV",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "sectPr": "headerReference footerReference footnotePr type pgSz pgMar cols docGrid",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr trPr tcPr "
    "tblStylePr",
    "settings": "zoom defaultTabStop characterSpacingControl footnotePr endnotePr compat rsids themeFontLang "
    "decimalSymbol listSeparator",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr rPr",
}


def every_kind() -> bytes:
    wide = BY_HAND._replace(header=tuple("abcdef"), rows=((runs("x"),) * 6,), wide=(1, 2, 3, 4, 5), langs=())
    return word(
        BY_HAND, Heading("h"), wide, Heading("i"), tracked("a b", "a c", lang="ja"), Bullets((runs("x"),)),
        Paragraph(runs(Run("נייד", "insert")), "he"), BY_HAND._replace(compact=True, keyword=2), title="t",
    )  # fmt: skip


def test_elements_stand_in_the_order_of_the_schema() -> None:
    seen = set()
    for name, part in parts(every_kind()).items():
        if not name.startswith("word/") or "_rels" in name:
            continue
        for element in etree.fromstring(part).iter():
            kind = etree.QName(element).localname
            if kind not in ORDER:
                continue
            seen.add(kind)
            order = ORDER[kind].split()
            places = [order.index(etree.QName(child).localname) for child in element]
            assert places == sorted(places), etree.tostring(element)
    assert seen == set(ORDER)


def test_names_and_numbers_are_used_once() -> None:
    body = tree(every_kind())
    marks = [e.get(f"{W}id") for e in body.iter(f"{W}ins", f"{W}del", f"{W}bookmarkStart")]
    assert len(marks) == len(set(marks)) > 5
    ends = [e.get(f"{W}id") for e in body.iter(f"{W}bookmarkEnd")]
    assert sorted(ends) == sorted(e.get(f"{W}id") for e in body.iter(f"{W}bookmarkStart"))


def test_python_docx_reads_what_it_wrote() -> None:
    import docx

    read = docx.Document(io.BytesIO(word(BY_HAND, title="A title")))
    assert read.paragraphs[0].text == "A title"
    assert [c.text for c in read.tables[0].columns[1].cells] == [
        "English", "varying degrees levels", "content,\ndecisions",
    ]  # fmt: skip
    assert read.core_properties.title == "A title"
    assert read.core_properties.author == "aidefs"


def test_a_document_without_anything_is_a_file_all_the_same() -> None:
    assert tree(word()).find(f".//{W}sectPr") is not None


# --- the same bytes everywhere --------------------------------------------------------------------


@cache
def results() -> tuple[Any, ...]:
    return aidefs.compare("coe", "eu"), aidefs.table("eu:fr", "coe", language="fr")


@pytest.mark.parametrize("form", FORMS)
def test_the_clock_leaves_no_trace(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    result = results()[1]
    before = render_bytes(result, form)
    later = time.time() + 10**8
    monkeypatch.setattr(time, "time", lambda: later)
    assert render_bytes(result, form) == before
    with zipfile.ZipFile(io.BytesIO(before)) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.compress_type) for entry in entries} == {(0, zipfile.ZIP_STORED)}
    assert b"dcterms" not in parts(before)["docProps/core.xml"]


_PRINT_HASHES = """
import aidefs, hashlib
from aidefs.output.render import render_bytes
for result in (aidefs.compare("coe", "eu"), aidefs.table("eu:fr", "coe", language="fr")):
    for form in ("docx", "xlsx"):
        print(hashlib.sha256(render_bytes(result, form)).hexdigest())
"""


def test_machines_agree() -> None:
    """Hash seed, time zone, locale, and whether openpyxl finds lxml, decide nothing."""
    one = {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C", "OPENPYXL_LXML": "False"}
    two = {"PYTHONHASHSEED": "2", "TZ": "UTC", "OPENPYXL_LXML": "True"}
    outputs = [
        subprocess.run(
            [sys.executable, "-c", _PRINT_HASHES], env={**os.environ, **env}, capture_output=True, check=True
        ).stdout
        for env in (one, two)
    ]
    assert outputs[0] == outputs[1]
    assert len(set(outputs[0].split())) == 4


@pytest.mark.parametrize(("form", "package"), [("docx", "python-docx"), ("xlsx", "openpyxl")])
def test_a_missing_package_is_named_with_its_extra(
    form: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx" if form == "docx" else "openpyxl", None)
    with pytest.raises(InputError) as error:
        render_bytes(results()[0], form)
    assert str(error.value) == f"{form} needs {package}: pip install 'aidefs[{form}]'"


def parted(cell: Cells) -> str:
    """The characters of a cell, with a space between struck words and the new ones behind them."""
    each = pairwise([Run(""), *cell])
    return "".join(" " * touches(before, part) + part.text for before, part in each)


def test_the_text_of_a_table_is_that_of_its_cells() -> None:
    body = tree(word(BY_HAND))
    found = [[words(cell) for cell in row.iter(f"{W}tc")] for row in body.iter(f"{W}tr")][1:]
    assert found == [[parted(cell) for cell in row] for row in BY_HAND.rows]


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_titles_in_the_properties_hold_no_unseen_character(form: str) -> None:
    for text in HOSTILE.values():
        table = Table(("A",), ((runs("a"),),))
        held = parts(render_bytes(Document(f"Title {text}", (table,)), form))["docProps/core.xml"]
        assert obeyed(held.decode().replace("\r", "")) == []
        said = "".join(etree.fromstring(held).itertext())
        assert " ".join(xml_visible(f"Title {text}").split()) in " ".join(said.split())
