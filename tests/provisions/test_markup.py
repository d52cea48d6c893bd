"""Provisions in the formats of parliaments and gazettes, and the records that are made of them."""

from __future__ import annotations

import json
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.command import Run, is_error
from support.hostile import obeyed
from support.provisions import found_in_markup

import aidefs
from aidefs.errors import InputError
from aidefs.library.library import Library
from aidefs.provisions.extraction import Extraction, Provision, extract
from aidefs.provisions.markup import read_markup
from aidefs.provisions.toml import record_files

FORMEX = """<?xml version="1.0"?><ACT><ENACTING.TERMS><ARTICLE IDENTIFIER="003"><TI.ART>Article 3</TI.ART>
<STI.ART><P>Definitions</P></STI.ART><ALINEA><P>For the purposes of this Regulation:</P>
<LIST TYPE="ARAB"><ITEM><NP>
<NO.P>(1)</NO.P><TXT><QUOT.START CODE="2018"/>AI system<QUOT.END CODE="2019"/> means a system that
infers;</TXT></NP></ITEM><ITEM><NP><NO.P>(2)</NO.P><TXT>
<QUOT.START CODE="2018"/>risk<QUOT.END CODE="2019"/> means:
</TXT><P><LIST TYPE="alpha"><ITEM><NP><NO.P>(a)</NO.P><TXT>harm; or</TXT></NP></ITEM><ITEM><NP>
<NO.P>(b)</NO.P>
<TXT>its probability<NOTE>a note</NOTE>;</TXT></NP></ITEM></LIST></P></NP></ITEM></LIST></ALINEA>
</ARTICLE>
</ENACTING.TERMS></ACT>"""
BILL = """<?xml version="1.0"?><bill><legis-body><section><enum>2.</enum><header>Definitions</header>
<subsection>
<enum>(a)</enum><header>In general</header>
<text>In this Act, the term <term>agency</term> means—</text><paragraph>
<enum>(1)</enum><text>a department; or</text></paragraph><paragraph><enum>(2)</enum>
<text>an office.</text></paragraph>
</subsection></section></legis-body></bill>"""
CLML = """<?xml version="1.0"?><Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"><P1>
<Pnumber>4</Pnumber><P1para><Text>In this Act “the Order” means the Racing Order 1990.</Text>
</P1para></P1>
</Legislation>"""
CANADA = """<?xml version="1.0"?><Statute><Section><Label>2</Label><Subsection><Label>(1)</Label><Text>The
definitions apply.</Text><Definition><Text>
<DefinedTermEn>record</DefinedTermEn> includes a map. (<DefinedTermFr>document
</DefinedTermFr>)</Text></Definition></Subsection></Section></Statute>"""
UNNUMBERED = """<html><body><p>In this part:</p><p>“record” means a note;</p><p>“file” means a folder.</p>
<script>“x” means y</script><p style="display:none">“hidden” means gone.</p></body></html>"""
GLOSSARY = """<html><body><h1>Glossary</h1><table><tr><td><em>affidavit</em></td>
<td>a written, sworn statement of
evidence</td></tr><tr><td>bail</td><td>release of a person subject to duties</td></tr></table>
</body></html>"""


XML = '<?xml version="1.0"?>'


@pytest.mark.parametrize(
    ("page", "term", "locator", "text"),
    [
        (FORMEX, "AI system", "Article 3(1)", "‘AI system’ means a system that infers"),
        (FORMEX, "risk", "Article 3(2)", "‘risk’ means: (a) harm; or (b) its probability"),
        (
            BILL,
            "agency",
            "§ 2(a)",
            "In this Act, the term “agency” means— (1) a department; or (2) an office.",
        ),
        (CLML, "the Order", "§ 4", "In this Act “the Order” means the Racing Order 1990."),
        (CANADA, "record", "§ 2(1)", "record includes a map."),
        (UNNUMBERED, "file", "", "“file” means a folder."),
        (GLOSSARY, "affidavit", "Glossary", "affidavit a written, sworn statement of evidence"),
    ],
)
def test_formats_of_laws(page: str, term: str, locator: str, text: str) -> None:
    assert (locator, term, text) in found_in_markup(page)


def test_what_is_not_shown_is_not_read() -> None:
    assert [term for _, term, _ in found_in_markup(UNNUMBERED)] == ["record", "file"]
    page = f"""{XML}<act><section><num>2</num><p changed="deleted">“old” means gone.</p>
<p>“file” means 10<sup>2</sup> notes.<sup>3</sup></p></section></act>"""
    assert found_in_markup(page) == [("§ 2", "file", "“file” means 102 notes.")]


FILE = ("File", "“File” means a folder.")
SAW = ("Saw", "“Saw” means a tool.")


@pytest.mark.parametrize(
    "page",
    [
        f"{XML}<act><section><num>2</num><p><![CDATA[{FILE[1]}]]></p></section></act>",
        f"{XML}<act>  \n<section><num/><num>2<note>of 1990</note></num><p>{FILE[1]}</p></section></act>",
        f"{XML}<act><num>I</num><section><num>2</num><p>{FILE[1]}</p></section></act>",
        f"{XML}<act><section><num>2</num><subsection><num>Note</num><p>{FILE[1]}</p></subsection></section></act>",
        f'{XML}<act><section><num>2</num><p><term startQuote="“" endQuote="”">File</term> means a folder.</p>'
        "</section></act>",
        f"{XML}<act><section><num>2</num><p><odq/>File<cdq/><nbsp/>means a folder.<br/></p></section></act>",
        f"{XML}<act><section><num>2</num><p>{FILE[1]}{'<b>' * 50}</u></p></section></act>",
    ],
)
def test_one_section_however_it_is_marked_up(page: str) -> None:
    assert found_in_markup(page) == [("§ 2", *FILE)]


@pytest.mark.parametrize(
    ("page", "places"),
    [
        # an article is cited by its own number, though it stands in a section
        (
            "<section><num>Section 1</num><article><num>Article 3</num><paragraph><num>1.</num>"
            f"<p>{FILE[1]}</p></paragraph></article></section>",
            ["Article 3(1)"],
        ),
        # the Code of Federal Regulations tells its paragraphs by their enumerators alone
        (
            f"<DIV8><SECTNO>§ 16.2</SECTNO><SUBJECT>Definitions.</SUBJECT><P>(a) {FILE[1]}</P>"
            f"<P>(b)(1) {SAW[1]}</P></DIV8>",
            ["§ 16.2(a)", "§ 16.2(b)(1)"],
        ),
        # enumerators in the words of a numbered paragraph
        (
            "<section><num>2</num><subsection><num>(a)</num><paragraph><num>(1)</num>"
            f"<p>(A) {FILE[1]}</p></paragraph></subsection></section>",
            ["§ 2(a)(1)(A)"],
        ),
        (
            f"<section><num>2</num><paragraph><num>12º</num><p>{FILE[1]}</p></paragraph>"
            f"<paragraph><num>13a</num><p>{SAW[1]}</p></paragraph></section>",
            ["§ 2(12)", "§ 2(13a)"],
        ),
        # a bullet is no place, and an initial no enumerator
        (
            "<section><num>2</num><subsection><num>(a)</num>"
            f"<paragraph><p>• {FILE[1]}</p></paragraph>"
            f"<paragraph><p>U. S. “Saw” means a tool.</p></paragraph></subsection></section>",
            ["§ 2(a)"],
        ),
        # e-Gov
        (
            "<Article><ArticleCaption>Definitions</ArticleCaption><ArticleTitle>Article 2</ArticleTitle>"
            f"<Paragraph><Num>1</Num><p>{FILE[1]}</p></Paragraph></Article>",
            ["Article 2(1)"],
        ),
    ],
)
def test_the_place_of_a_provision(page: str, places: list[str]) -> None:
    assert [place for place, _, _ in found_in_markup(f"{XML}<act>{page}</act>")] == places


def test_lines_that_stand_in_the_source_are_lines_of_the_text() -> None:
    page = f"{XML}<act>\n\nSEC. 2. DEFINITIONS.\n(a) &#8220;File&#8221; means a folder.\n(b) {SAW[1]}</act>"
    assert found_in_markup(page) == [("§ 2(a)", *FILE), ("§ 2(b)", *SAW)]


def test_quotation_marks_are_printed_where_an_element_stands_for_them() -> None:
    assert found_in_markup("<p><q>File</q> means a folder.</p>") == [("", *FILE)]
    amendment = """<bill><legis-body><section><enum>2.</enum><text>Section 3 is amended by adding:</text>
<quoted-block><paragraph><enum>(4)</enum><text>The term <term>device</term> means a thing.</text></paragraph>
</quoted-block></section></legis-body></bill>"""
    ((_, _, text),) = found_in_markup(XML + amendment)
    assert text == "The term ‘device’ means a thing."
    formex = """<ACT><ARTICLE><TI.ART>Article 3</TI.ART><P><QUOT.START/>file<QUOT.END CODE="zz"/> means a
folder.</P></ARTICLE></ACT>"""
    assert found_in_markup(XML + formex) == [("Article 3", "file", "file means a folder.")]


def test_lists_of_terms_and_numbered_lists() -> None:
    page = """<h1>Glossary</h1><dl><dt>file</dt><dd>a folder of notes kept</dd><div><dt>tool</dt>
<dd>a thing that cuts</dd></div><dd>lost</dd>text</dl>"""
    assert found_in_markup(page) == [
        ("Glossary", "file", "file a folder of notes kept"),
        ("Glossary", "tool", "tool a thing that cuts"),
    ]
    numbered = f"<dl><dt>1.</dt><dd>{FILE[1]}</dd><dt></dt><dd>{SAW[1]}</dd></dl>"
    assert found_in_markup(numbered) == [("(1)", *FILE), ("(1)", *SAW)]
    cells = "<tr><td><p>{0}</p></td><td><p>a kind of machine that acts</p></td></tr>".format
    terms = ("software", "AI", "bot")
    assert found_in_markup(f"<h1>Glossary</h1><table>{''.join(map(cells, terms))}</table>") == [
        ("Glossary", term, f"{term} a kind of machine that acts") for term in terms
    ]
    rows = "".join(
        f"<tr><td>{number}</td><td>{text}</td></tr>" for number, (_, text) in (("a", FILE), ("b", SAW))
    )
    assert found_in_markup(f"<table>{rows}</table>") == [("", *FILE), ("", *SAW)]
    section = "<section><num>2</num>{}</section>".format
    items = f"<li>{FILE[1]}</li><li>{SAW[1]}</li></ol>"
    assert [place for place, _, _ in found_in_markup(section(f'<ol start="4">{items}'))] == [
        "§ 2(4)",
        "§ 2(5)",
    ]
    assert [place for place, _, _ in found_in_markup(section(f'<ol start="x">{items}'))] == [
        "§ 2(1)",
        "§ 2(2)",
    ]


def test_elements_that_a_style_shows_as_blocks_are_blocks() -> None:
    page = "".join(f'<span style="display:block">{text}</span>' for _, text in (FILE, SAW))
    assert found_in_markup(f"<div>{page}</div>") == [("", *FILE), ("", *SAW)]


def test_a_term_in_the_other_language_of_the_act_is_left_out() -> None:
    page = CANADA.replace(
        ". (<DefinedTermFr>document\n</DefinedTermFr>)", " (<DefinedTermFr>document</DefinedTermFr>)"
    )
    assert found_in_markup(page) == [("§ 2(1)", "record", "record includes a map")]


def test_words_are_found_again_in_the_file() -> None:
    document, _ = read_markup("act.xml", FORMEX.encode())
    at = document.text.index("infers")
    place = document.source(at, at + len("infers"))
    assert place is not None and FORMEX[slice(*place)] == "infers"


PARTS = (
    "<p>_</p>_<section>_</section>_<num>(1)</num>_<td>_<tr>_</tr>_<ol>_<li>_"
    "“x” means y._<def>t</def>_ _<sup>2</sup>_"
    "<!-- c -->_&amp;_<br/>_<_(a) z;_<pre>"
)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PARTS.split("_")), max_size=60))
def test_mark_up_of_any_kind_is_read(parts: list[str]) -> None:
    _, structure = read_markup("x.html", "".join(parts).encode())
    blocks = structure.blocks
    assert all(one.start <= one.body <= one.end <= len(structure.text) for one in blocks)
    assert all(one.end <= other.start for one, other in pairwise(blocks))


def test_deep_and_large_mark_up_is_bounded() -> None:
    read_markup("x.xml", b"<?xml version='1.0'?>" + b"<section>" * 50_000)
    read_markup("x.html", b"<p>" * 50_000 + b"<!--" * 10_000)


# --- the result -------------------------------------------------------------------------------


def test_a_path_and_its_text_give_the_same(here: Path) -> None:
    text = "SEC. 2. DEFINITIONS.\n\n(1) The term “AI” means a machine.\n"
    (here / "bill.txt").write_text(text, encoding="utf-8")
    for found in (extract("bill.txt"), extract(here / "bill.txt"), extract(text)):
        assert isinstance(found, Extraction) and [one.locator for one in found] == ["§ 2(1)"]
    with pytest.raises(InputError, match=r"cannot read 'none\.txt'"):
        extract("none.txt")
    with pytest.raises(InputError, match=r"has no definition of “machinery”"):
        extract("bill.txt", term="machinery")


def test_results_have_rows_and_json(here: Path) -> None:
    (here / "bill.txt").write_text("The term “AI” means a machine.\n", encoding="utf-8")
    found = aidefs.extract("bill.txt", ai=True)
    (row,) = found.records()
    assert row["term"] == "AI" and row["kind"] == "ai-system" and row["number"] == 1
    assert tuple(row) == tuple(column.name for column in found.columns())
    data = found.to_dict()
    assert (
        data["schema"] == "aidefs/extraction/1" and data["files"][0]["provisions"][0]["text"] == row["text"]
    )
    assert "| 1 " in found.to_markdown() and "AI" in found.to_text()


def test_numbers_name_provisions_in_other_commands(run: Run, here: Path) -> None:
    (here / "act.xml").write_text(FORMEX, encoding="utf-8")
    listed = run("extract", "act.xml", "--format", "jsonl")
    assert listed.code == 0 and listed.out.count("\n") == 2
    assert run("diff", "act.xml#1", 'act.xml#"AI system"', "--format", "json").code == 0
    assert (
        aidefs.get("eu").text
        and extract("act.xml").provisions[0].text in run("segment", "act.xml#1", "--format", "json").out
    )


@pytest.mark.parametrize(
    "words",
    ['a "b" c', "back\\slash", 'three """ marks', "tab\tand\x01", 'ends with "', "a\u202eb\x9bc\u2028d"],
)
def test_records_hold_any_words(words: str) -> None:
    one = Provision(0, len(words), words, words, locator=words, by_reference=words)
    ((name, content),) = record_files([Extraction(f"my {words}.txt".replace("/", ""), (one,), (1,))])
    record = tomllib.loads(content)
    assert name == f"{record['id']}.toml"
    assert record["term"] == words and record["text"].split() == words.split()
    assert obeyed(content) == []


def test_records_are_a_library_of_ones_own(run: Run, here: Path) -> None:
    (here / "act.xml").write_text(FORMEX, encoding="utf-8")
    assert run("extract", "act.xml", "--format", "toml", "--out", "mine").out == "mine: 2 records\n"
    assert run("check", "mine").code == 0
    assert set(Library.load("mine", only=True)) == {"act-ai-system", "act-risk"}
    is_error(run("extract", "act.xml", "--format", "toml", "--out", "mine"), "exists")
    assert run("extract", "act.xml", "--format", "toml", "--out", "mine", "--force").code == 0
    is_error(run("extract", "act.xml", "--term", "rsk"), "nearest: risk")


def test_several_files(run: Run, here: Path) -> None:
    (here / "a.txt").write_text("“AI” means a machine.\n", encoding="utf-8")
    (here / "b.txt").write_text("“record” means a note.\n", encoding="utf-8")
    ran = run("extract", "a.txt", "b.txt", "--format", "csv")
    assert ran.code == 0 and [line.split(",")[0] for line in ran.out.splitlines()] == [
        "file",
        "a.txt",
        "b.txt",
    ]
    assert run("extract", "a.txt", "b.txt", "--term", "record", "--format", "jsonl").out.count("\n") == 1
    assert "Definitions in b.txt" in run("extract", "a.txt", "b.txt").out


def test_lines_hold_no_sign_that_turns_them_round(run: Run, here: Path) -> None:
    Path("a.txt").write_text(
        "Sec. 1. In this Act, “record” means a \u202enote\u202c that is kept.\n", "utf-8"
    )
    line = run("extract", "a.txt", "--format", "jsonl").out
    assert "\\u202e" in line and "\u202e" not in line
    assert "a \u202enote\u202c that is kept" in json.loads(line)["text"]
