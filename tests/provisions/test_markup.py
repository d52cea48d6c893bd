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


def of(page: str) -> dict[str, Provision]:
    from aidefs.provisions.documents import Source
    from aidefs.provisions.extraction import extract_source
    from aidefs.provisions.margins import Cleaned

    document, structure = read_markup("act.xml", page.encode())
    source = Source(document, structure, Cleaned(document.text))
    return {one.term: one for one in extract_source(source, "en", resolving=False)}


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
    one = of(page)[term]
    assert (one.locator, " ".join(one.text.split())) == (locator, text)


def test_what_is_not_shown_is_not_read() -> None:
    assert of(UNNUMBERED).keys() == {"record", "file"}


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
