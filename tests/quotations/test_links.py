"""Sources that are named by a link or a citation key, in every format, and those that name nothing."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

import aidefs
from aidefs.library.library import Library
from aidefs.quotations.addresses import Addresses

EU = aidefs.get("eu").text
DEFINIENS = EU[EU.index("a machine") : -1]
CHANGED = DEFINIENS.replace("may exhibit", "can exhibit")
OECD = aidefs.get("oecd").text
OECD_DEFINIENS = OECD[OECD.index("a machine") :].rstrip(".")
AT_EU = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32024R1689"
AT_OECD = "https://legalinstruments.oecd.org/en/instruments/OECD-LEGAL-0449"

WORKS = """
@legislation{aiact, title = {Regulation ({EU}) 2024/1689 ({Artificial Intelligence Act})}, date = {2024}}
@misc{oecd2024, author={OECD}, title = {Recommendation of the Council on Artificial Intelligence}}
@misc{address, title = "A text", url = {https://eur-lex.europa.eu/eli/reg/2024/1689/oj/eng}, year = 2024}
@misc{gdpr, title={Regulation (EU) 2016/679 (General Data Protection Regulation)}}
@article{paper, author={Veale}, title={Demystifying the Draft {EU} {AI} Act}, journal={CRI}}
@book{commentary, title={The EU AI Act: a commentary}}
@online{blog, title={The AI Act: what it means}, url={https://blog.example.org/eu-ai-act}}
"""

Found = tuple[str | None, bool | None, tuple[str, ...]]
WRONG: Found = ("link", True, ("wording",))
KEY: Found = ("citation key", True, ("wording",))
OTHER: Found = ("link", False, ("source",))
NOBODY: Found = (None, None, ())

# Name → text of the file, and of each passage how its source is named, whether it fits, the reproach.
DOCUMENTS: dict[str, tuple[str, list[Found]]] = {
    "behind.md": (f"It is “{CHANGED}” ([source]({AT_EU})).\n", [WRONG]),
    "around.md": (f"It is [“{CHANGED}”]({AT_EU}).\n", [WRONG]),
    "before.md": (f"[This page]({AT_EU}) defines it as “{CHANGED}”.\n", [WRONG]),
    "label.md": (f"[This page][eu] has it: “{CHANGED}”.\n\nMore.\n\n[eu]: {AT_EU}\n", [WRONG]),
    "printed.txt": (f"It is “{CHANGED}” (https://eur-lex.europa.eu/eli/reg/2024/1689/oj/eng).\n", [WRONG]),
    "other.md": (f"It is “{DEFINIENS}” ([source]({AT_OECD})).\n", [OTHER]),
    "right.md": (f"It is “{OECD_DEFINIENS}” ([source]({AT_OECD})).\n", [("link", True, ())]),
    "both.md": (
        f"The OECD’s text, also [printed]({AT_EU}), is “{OECD_DEFINIENS}”.\n", [("sentence", True, ())],
    ),
    "blog.md": (f"[A blog](https://blog.example.org/eu-ai-act) has “{OECD_DEFINIENS}”.\n", [NOBODY]),
    "page.html": (f'<p><a href="{AT_EU}">Here</a> one reads “{CHANGED}”.</p>', [WRONG]),
    "cited.html": (f'<p>It is this:</p><blockquote cite="{AT_EU}"><p>{CHANGED}</p></blockquote>', [WRONG]),
    "cell.html": (
        f'<table><tr><td>a</td></tr><tr><td><a href="{AT_OECD}">b</a></td><td>{DEFINIENS}</td></tr></table>',
        [("table", False, ("source",))],
    ),
    "link.tex": (f"\\href{{{AT_EU}}}{{This page}} has it: ``{CHANGED}''.\n", [WRONG]),
    "key.md": (f"It is “{CHANGED}” [@aiact, art. 3].\n", [KEY]),
    "key-before.md": (f"@aiact defines it as “{CHANGED}”.\n", [KEY]),
    "key-address.md": (f"It is “{CHANGED}” [see @address].\n", [KEY]),
    "key.typ": (f"It is “{CHANGED}” @aiact.\n", [KEY]),
    "key.rst": (f"It is “{CHANGED}” :cite:p:`aiact`.\n", [KEY]),
    "keys.md": (
        f"It is “{DEFINIENS}” [@aiact]. Elsewhere it is “{OECD_DEFINIENS}” [@oecd2024].\n",
        [("citation key", True, ()), ("citation key", True, ())],
    ),
    "keys-swapped.md": (
        f"It is “{OECD_DEFINIENS}” [@aiact]. Elsewhere it is “{DEFINIENS}” [@oecd2024].\n",
        [("citation key", False, ("source",)), ("citation key", False, ("source",))],
    ),
    "in-a-row.md": (
        f"“{DEFINIENS}” [AI Act]({AT_EU}). “{DEFINIENS}” [OECD]({AT_OECD}).\n",
        [("sentence", True, ()), ("sentence", False, ("source",))],
    ),
    "note.md": (f"It is “{CHANGED}”.[^1]\n\n[^1]: @aiact, art. 3.\n", [("footnote", True, ("wording",))]),
    "outside.md": (f"It is “{CHANGED}” [@gdpr].\n", [("sentence", None, ())]),
    "paper.md": (f"It is “{OECD_DEFINIENS}” [@paper].\n", [NOBODY]),
    "commentary.md": (f"It is “{OECD_DEFINIENS}” [@commentary].\n", [NOBODY]),
    "blog-key.md": (f"It is “{OECD_DEFINIENS}” [@blog].\n", [NOBODY]),
    "nobody.md": (f"It is “{OECD_DEFINIENS}” [@nobody]. Write to me@aiact.\n", [NOBODY]),
    "key.tex": (f"It is ``{CHANGED}'' \\parencite[Art.~3]{{aiact}}.\n", [KEY]),
    "key-note.tex": (f"It is ``{CHANGED}''.\\footnote{{\\cite[Art. 3]{{aiact}}}}\n", [KEY]),
    "foot.tex": (f"It is ``{CHANGED}''.\\footcite{{aiact}}\n", [KEY]),
    "item.tex": (
        f"It is ``{CHANGED}'' \\cite{{r1}}.\n\\begin{{thebibliography}}{{9}}\n\\bibitem{{r1}} European "
        "Parliament. Regulation (EU) 2024/1689. OJ L, 2024.\n\\end{thebibliography}\n",
        [KEY],
    ),
    "contents.tex": (
        "\\begin{filecontents}{own.bib}\n@misc{own, title = {Regulation (EU) 2024/1689}}\n"
        f"\\end{{filecontents}}\n\\begin{{document}}It is ``{CHANGED}'' \\cite{{own}}.\\end{{document}}\n",
        [KEY],
    ),
    "block.tex": (
        f"Text.\n\\begin{{displaycquote}}[3]{{aiact}}\n{CHANGED}\n\\end{{displaycquote}}\nMore.\n", [KEY],
    ),
    "option-key.tex": (
        f"\\begin{{displayquote}}[{{\\cite[3]{{aiact}}}}]\n{CHANGED}\n\\end{{displayquote}}\nMore.\n", [KEY],
    ),
    "text.tex": (f"It is \\textcquote[Art. 3]{{aiact}}{{{CHANGED}}}.\n", [KEY]),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_sources_behind_links_and_keys(name: str, tmp_path: Path) -> None:
    text, expected = DOCUMENTS[name]
    (tmp_path / "works.bib").write_text(WORKS, encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    passages = aidefs.verify(tmp_path / name).passages
    found = [
        (q.attribution.how or None, q.attribution.fits, q.reproach) for q in (p.quotation for p in passages)
    ]
    assert found == expected


def test_a_bibliography_outside_of_the_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "works.bib").write_text(WORKS, encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    text = f"---\nbibliography: ../works.bib\n---\n\nIt is “{DEFINIENS}” [@oecd2024].\n"
    (inner / "a.md").write_text(text, encoding="utf-8")
    (tmp_path / "b.md").write_text(text.replace("../", ""), encoding="utf-8")
    assert aidefs.verify(inner / "a.md").exit_code == 0
    assert aidefs.verify(tmp_path / "b.md").exit_code == 1


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("euaiact2024", True),
        ("EU_AI_Act_2024", True),
        ("ArtificialIntelligenceAct:2024", True),
        ("euaiact2021", False),  # no text of that name is of that year
        ("euaiact", False),
        ("eu2024", False),  # a place and no text
        ("smith2024", False),
    ],
)
@pytest.mark.parametrize("form", ["“{}” [@{}].", "“{}” :cite:p:`{}`.", "``{}'' \\cite{{{}}}."])
def test_a_key_without_a_bibliography_may_be_a_name_and_a_year(
    key: str, named: bool, form: str, tmp_path: Path
) -> None:
    file = tmp_path / ("a.tex" if "cite{" in form else "a.md")
    file.write_text(f"It is {form.format(OECD_DEFINIENS, key)}\n", encoding="utf-8")
    (passage,) = aidefs.verify(file).passages
    assert (passage.quotation.attribution.named[:1], passage.misattributed) == (
        (("eu-ai-act-2024",), True) if named else ((), False)
    )


def test_a_key_is_no_name_where_the_bibliography_has_another_work_for_it(tmp_path: Path) -> None:
    paper = WORKS.replace("@article{paper", "@article{euaiact2024")
    (tmp_path / "works.bib").write_text(paper, encoding="utf-8")
    for name, text in {
        "a.md": f"“{DEFINIENS}” [@euaiact2024]",
        "a.tex": f"``{DEFINIENS}'' \\cite{{euaiact2024}}",
    }.items():
        (tmp_path / name).write_text(f"It is {text}.\n", encoding="utf-8")
        (passage,) = aidefs.verify(tmp_path / name).passages
        assert passage.quotation.attribution.named == ()


def test_references_in_the_head_of_a_document(tmp_path: Path) -> None:
    title = "Recommendation of the Council on Artificial Intelligence"
    head = f"---\nreferences:\n- id: oecd\n  type: report\n  title: {title}\n---\n"
    (tmp_path / "a.md").write_text(f"{head}\nIt is “{DEFINIENS}” [@oecd].\n", encoding="utf-8")
    (passage,) = aidefs.verify(tmp_path / "a.md").passages
    assert passage.quotation.attribution.how == "citation key" and passage.misattributed


@pytest.mark.parametrize("kind", ["relation", "field", "simple field"])
def test_links_of_word(kind: str, tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("")
    link = OxmlElement({"relation": "w:hyperlink", "field": "w:r", "simple field": "w:fldSimple"}[kind])
    code = f'HYPERLINK "{AT_OECD}"'
    if kind == "relation":
        link.set(qn("r:id"), document.part.relate_to(AT_OECD, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    elif kind == "field":
        instruction = OxmlElement("w:instrText")
        instruction.text = code
        link.append(instruction)
    else:
        link.set(qn("w:instr"), code)
    paragraph._p.append(link)
    paragraph.add_run(f"This page reads “{DEFINIENS}”.")
    document.save(str(tmp_path / "a.docx"))
    (passage,) = aidefs.verify(tmp_path / "a.docx").passages
    assert passage.quotation.attribution.how == "link" and passage.misattributed


@pytest.mark.parametrize(
    ("address", "known"),
    [
        (AT_EU, "eu-ai-act-2024"),
        ("http://eur-lex.europa.eu/legal-content/DE/TXT/?uri=CELEX%3A32024R1689#art_3", "eu-ai-act-2024"),
        ("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:02024R1689-20240712", "eu-ai-act-2024"),
        ("https://eur-lex.europa.eu/eli/reg/2024/1689/oj", "eu-ai-act-2024"),
        ("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=OJ:L_202401689", "eu-ai-act-2024"),
        ("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32016R0679", None),
        ("https://legalinstruments.oecd.org/en/instruments/oecd-legal-0449", "oecd-2024"),
        ("https://legalinstruments.oecd.org/en/instruments/OECD-LEGAL-0188", None),
        ("https://rm.coe.int/1680afae3c/", "coe-2024"),
        ("https://rm.coe.int/1680afae3d", None),
        ("https://nvlpubs.nist.gov/nistpubs/ai/NIST.AI.100-1.pdf", "nist-ai-rmf-2023"),
        ("https://example.org/the-eu-ai-act", None),
        ("https://www.digital.gov.au/", None),
    ],
)
def test_addresses(address: str, known: str | None) -> None:
    ids = Addresses.of(Library.shipped().values()).ids(address)
    assert known in ids if known else not ids


def test_every_official_address_leads_to_its_text() -> None:
    library = Library.shipped()
    addresses = Addresses.of(library.values())
    placed = [d for d in library.values() if "/" in d.url.partition("://")[2].strip("/")]
    assert placed and all(d.id in addresses.ids(d.url) for d in placed)
