"""Citations: what stands in which field, and that programs which read bibliographies can read all of them."""

from __future__ import annotations

import json
import re
import warnings
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import DEFINITIONS, texts

import aidefs
from aidefs.cli.main import main
from aidefs.errors import InputError, UnknownName
from aidefs.library.citations import STYLES, Style, style_of
from aidefs.library.fields import FrozenDict
from aidefs.library.legal_styles import LEGAL_STYLES
from aidefs.library.records import KINDS, Authenticity, Definition
from aidefs.library.references import is_said

BARE = Definition(id="my-draft", text="an AI system is software", lang="en")
NASTY = r'50% of {A\B} & $x_1$ #2 ^ ~ <b> | "q" `c` -- } {{ \input{x} @misc{x, ' + "\x1b[31m\u202e\u00a0é人"


def item(name: str | Definition) -> dict[str, Any]:
    """The only CSL item of a citation."""
    (found,) = json.loads(aidefs.cite(name, style="csl"))
    return dict(found)


def fields(entry: str) -> dict[str, str]:
    """The fields of an entry as written."""
    return dict(re.findall(r"^  (\w+) = (.*),$", entry, re.M))


# --- what stands where ------------------------------------------------------------------------


def test_plain() -> None:
    assert aidefs.cite("eu", "coe").splitlines() == [
        f"European Union, {aidefs.get('eu').official_title} (13 June 2024), "
        "CELEX 32024R1689, OJ L, 2024/1689, Article 3(1), https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
        "Council of Europe Framework Convention on Artificial Intelligence and Human Rights, Democracy and "
        "the Rule of Law (17 May 2024, signed), CETS No. 225, Article 2, https://rm.coe.int/1680afae3c",
    ]


def test_biblatex() -> None:
    assert aidefs.get("coe").cite("biblatex") == "\n".join(
        (
            "@legal{coe-2024,",
            "  author = {{Council of Europe}},",
            "  title = {{Council of Europe Framework Convention on Artificial Intelligence and Human Rights, "
            "Democracy and the Rule of Law}},",
            "  shorttitle = {{CoE Convention}},",
            "  number = {CETS No. 225},",
            "  howpublished = {CETS No. 225},",
            "  date = {2024-05-17},",
            "  note = {Article 2; signed},",
            "  url = {https://rm.coe.int/1680afae3c},",
            "  langid = {english},",
            "}",
        )
    )


def test_bibtex() -> None:
    assert aidefs.get("iso").cite("bibtex") == "\n".join(
        (
            "@misc{iso-iec-22989-2022,",
            "  author = {{ISO/IEC JTC 1/SC 42}},",
            "  title = {{ISO/IEC 22989:2022 Information technology — Artificial intelligence — Artificial "
            "intelligence concepts and terminology}},",
            "  howpublished = {ISO/IEC 22989:2022, \\url{https://www.iso.org/standard/74296.html}},",
            "  month = jul,",
            "  year = {2022},",
            "  note = {3.1.4 (artificial intelligence system, AI system)},",
            "}",
        )
    )


def test_csl() -> None:
    assert item("us") == {
        "id": "us-naiia-2020",
        "type": "legislation",
        "author": [{"literal": "United States Congress"}],
        "title": "National Artificial Intelligence Initiative Act of 2020",
        "title-short": "US 15 U.S.C. 9401(3)",
        "number": "Pub. L. 116-283",
        "section": "15 U.S.C. 9401(3)",
        "issued": {"date-parts": [[2021, 1, 1]]},
        "jurisdiction": "US",
        "URL": aidefs.get("us").url,
        "language": "en",
    }


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("coe", "CETS No. 225"),
        ("eu", "CELEX 32024R1689"),
        ("oecd", "OECD/LEGAL/0449"),
        ("us", "Pub. L. 116-283"),
        ("iso", "ISO/IEC 22989:2022"),
        ("nist", "NIST AI 100-1"),
        ("us-eo-14110-2023-ai", "Exec. Order No. 14110"),
        ("us-s1792-2025", "S. 1792 / H.R. 3460 (119th Congress)"),
        ("us-ky-sb4-2025-ai", "2025 Ky. Acts ch. 66"),
        ("eu-commission-2021", "COM(2021) 206 final"),
        ("unga-78-265-2024", "A/RES/78/265"),
    ],
)
def test_the_official_number_is_the_number(name: str, number: str) -> None:
    assert item(name)["number"] == number
    assert fields(aidefs.cite(name, style="biblatex"))["number"] == f"{{{number}}}"
    assert number in aidefs.cite(name, style="bibtex")


def test_a_doi_stands_in_its_own_field_and_once() -> None:
    nist = item("nist")
    assert nist["DOI"] == "10.6028/NIST.AI.100-1" and "URL" not in nist
    entry = fields(aidefs.cite("nist", style="biblatex"))
    assert entry["doi"] == "{10.6028/NIST.AI.100-1}" and "url" not in entry
    assert aidefs.cite("nist").endswith("https://doi.org/10.6028/NIST.AI.100-1")


def test_no_number_of_the_record_is_lost() -> None:
    for d, style in product(DEFINITIONS, set(STYLES) - set(LEGAL_STYLES)):
        shown = d.cite(style).replace("\\", "")
        assert [value for value in d.identifiers.values() if not is_said(value, shown)] == [], (d.id, style)


@pytest.mark.parametrize(
    ("adopted", "plain", "parts", "biblatex", "bibtex"),
    [
        ("2024-05-07", "(7 May 2024)", [2024, 5, 7], "{2024-05-07}", ('"7~" # may', "{2024}")),
        ("2024-05", "(May 2024)", [2024, 5], "{2024-05}", ("may", "{2024}")),
        ("2024", "(2024)", [2024], "{2024}", (None, "{2024}")),
        ("", "", None, None, (None, None)),
    ],
)
def test_dates_are_as_precise_as_known(
    adopted: str, plain: str, parts: list[int] | None, biblatex: str | None, bibtex: tuple[str | None, ...]
) -> None:
    d = Definition(id="x", text="y", title="Act", adopted=adopted)
    assert d.cite() == f"Act {plain}".strip()
    assert item(d).get("issued") == (parts and {"date-parts": [parts]})
    assert fields(d.cite("biblatex")).get("date") == biblatex
    found = fields(d.cite("bibtex"))
    assert (found.get("month"), found.get("year")) == bibtex


@pytest.mark.parametrize("status", ["signed", "draft", "lapsed", "withdrawn", "superseded"])
def test_a_status_that_matters_is_said(status: str) -> None:
    d = Definition(id="x", text="y", title="Act", status=status, adopted="2020")
    assert d.cite() == f"Act (2020, {status})"
    assert item(d)["status"] == status
    assert fields(d.cite("biblatex"))["note"] == fields(d.cite("bibtex"))["note"] == f"{{{status}}}"


def test_a_translation_is_called_one() -> None:
    d = Definition(id="x", text="y", title="Act", authenticity=Authenticity(translation=True))
    assert d.cite() == "Act (translation)"
    assert item(d)["note"] == "translation"
    assert fields(d.cite("biblatex"))["note"] == fields(d.cite("bibtex"))["note"] == "{translation}"


def test_a_bare_record_gives_what_it_has() -> None:
    assert BARE.cite() == "my-draft"
    assert BARE.cite("bibtex") == "@misc{my-draft,\n  title = {{my-draft}},\n}"
    assert (
        BARE.cite("biblatex") == "@misc{my-draft,\n  title = {{my-draft}},\n  langid = {english},\n}"
    )  # fmt: skip
    assert item(BARE) == {"id": "my-draft", "type": "document", "title": "my-draft", "language": "en"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_type(kind: str) -> None:
    d = Definition(id="x", text="y", kind=kind)
    general = kind == "scholarly"  # a book, an article or a report: the record does not say which
    assert (item(d)["type"] in ("document", "webpage")) == general
    assert d.cite("biblatex").startswith(("@misc", "@online")) == general


def test_kinds_that_mean_something_else_elsewhere() -> None:
    assert item("eu")["type"] == "legislation"
    assert item("pe-ds-115-2025-ia")["type"] == "regulation"
    assert (item("coe-2023-07")["type"], item("eu-commission-2021")["type"]) == ("treaty", "bill")
    assert item(Definition(id="x", text="y", url="https://example.org/"))["type"] == "webpage"


def test_the_opening_of_an_address_is_not_claimed() -> None:
    assert not any(
        word in aidefs.cite(*DEFINITIONS, style=s) for s in STYLES for word in ("urldate", "accessed")
    )


# --- bibliographies ---------------------------------------------------------------------------


def test_order_is_that_of_the_names_and_nothing_comes_twice() -> None:
    found = re.findall(r"^@\w+{(.*),$", aidefs.cite("oecd", "eu", "coe", "eu", style="biblatex"), re.M)
    assert found == ["oecd-2024", "eu-ai-act-2024", "coe-2024"]


def test_keys_are_safe_and_different() -> None:
    odd = [
        Definition(id="a {b}, c", text="1"),
        Definition(id="a-b-c", text="2"),
        Definition(id="人", text="3"),
    ]
    assert re.findall(r"^@misc{(.*),$", aidefs.cite(*odd, style="bibtex"), re.M) == [
        "a-b-c",
        "a-b-c-2",
        "text",
    ]
    assert [entry["id"] for entry in json.loads(aidefs.cite(*odd, style="csl"))] == [
        "a-b-c",
        "a-b-c-2",
        "text",
    ]


def test_keys_of_the_collection_are_the_ids() -> None:
    ids = [d.id for d in DEFINITIONS]
    assert [entry["id"] for entry in json.loads(aidefs.cite(*ids, style="csl"))] == ids


def test_mistakes() -> None:
    with pytest.raises(InputError, match="unknown citation style 'bibtx'; nearest: bibtex"):
        aidefs.get("eu").cite("bibtx")
    with pytest.raises(InputError, match="none given"):
        aidefs.cite()
    with pytest.raises(UnknownName):
        aidefs.cite("eu", "nowhere")


# --- the command ------------------------------------------------------------------------------


def test_command_writes_what_the_function_gives(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    for style in STYLES:
        assert main(["cite", "tw-ai-basic-act-2026-zh", "eu:fr", "--style", style]) == 0
        shown = capsysbinary.readouterr().out.decode("utf-8")
        assert shown == aidefs.cite("tw-ai-basic-act-2026-zh", "eu:fr", style=style) + "\n"


@pytest.mark.parametrize(
    ("name", "extra", "style"),
    [
        ("x.bib", [], "biblatex"),
        ("x.json", [], "csl"),
        ("x.TXT", [], "plain"),
        ("x.bib", ["--style", "bibtex"], "bibtex"),
        ("x.odd", ["--style", "csl"], "csl"),
    ],
)
def test_the_ending_chooses_the_style(tmp_path: Path, name: str, extra: list[str], style: str) -> None:
    out = tmp_path / name
    assert main(["cite", "coe", "--out", str(out), *extra]) == 0
    assert out.read_text("utf-8") == aidefs.cite("coe", style=style) + "\n"


def test_an_ending_that_stands_for_no_style(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", "coe", "--out", str(tmp_path / "x.pdf")]) == 2
    assert capsys.readouterr().err == (
        "aidefs: cannot tell the citation style of 'x.pdf'; known: .bib, .json, .txt\n"
    )
    assert style_of(None) == "plain"


def test_all_and_a_library_of_ones_own(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:  # fmt: skip
    (tmp_path / "mine.toml").write_text('id = "mine"\ntext = "software"\n', encoding="utf-8")
    assert main(["cite", "mine", "--library", str(tmp_path)]) == 0
    assert capsysbinary.readouterr().out == b"mine\n"
    assert main(["cite", "--all", "--library", str(tmp_path)]) == 0
    lines = capsysbinary.readouterr().out.decode("utf-8").splitlines()
    assert len(lines) == len(DEFINITIONS) + 1 and "mine" in lines


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["cite"], "none given"),
        (["cite", "eu", "--all"], "not both"),
        (["cite", "eux"], "nearest"),
        (["cite", "eu", "--style", "mla"], "unknown value 'mla' for --style; nearest: oscola"),
        (["cite", "eu", "--style", "Blubook"], "unknown value 'Blubook' for --style; nearest: bluebook"),
    ],
)
def test_wrong_usage(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == "" and message in err and err.count("\n") == 1


# --- programs that read them ------------------------------------------------------------------


def parsed(text: str) -> dict[str, Any]:
    """The entries of a BibTeX or BibLaTeX file, read by pybtex, which stops at any fault."""
    database = pytest.importorskip("pybtex.database", reason="pybtex is not installed")
    entries: dict[str, Any] = dict(database.parse_string(text, "bibtex").entries)
    return entries


@pytest.mark.parametrize("style", ["bibtex", "biblatex"])
def test_pybtex_reads_every_record(style: str) -> None:
    entries = parsed(aidefs.cite(*DEFINITIONS, style=style))
    assert list(entries) == [d.id for d in DEFINITIONS]
    for d, entry in zip(DEFINITIONS, entries.values(), strict=True):
        assert all(value.strip("{} ") for value in entry.fields.values()), d.id
        assert [str(person) for person in entry.persons["author"]] == [
            f"{{{d.issuer}}}"
        ]  # one body, one name
        title = entry.fields["title"].replace(r"\textquotesingle{}", "'").replace("\\", "")
        assert title == f"{{{d.official_title or d.instrument}}}"
        said = entry.fields["date"] if style == "biblatex" else entry.fields["year"]
        assert said == (d.adopted if style == "biblatex" else d.adopted[:4])


@pytest.mark.parametrize("style", ["bibtex", "biblatex"])
def test_pybtex_reads_back_what_could_be_code(style: str) -> None:
    d = Definition(
        id="x",
        text="y",
        label=NASTY,
        instrument=NASTY,
        issuer=NASTY,
        provision=NASTY,
        identifiers=FrozenDict(act=NASTY, doc=NASTY[1:], doi=NASTY),
        url='https://example.org/{a}\\b"c"/é?x=%20&y=1_2~#z',
    )
    (entry,) = parsed(aidefs.cite(d, style=style)).values()
    for name, value in (*entry.fields.items(), *(("author", str(p)) for p in entry.persons["author"])):
        assert value.count("{") == value.count("}"), name
        if name in ("doi", "url"):  # taken letter for letter
            assert re.fullmatch(r"[!#-;=?-\[\]_a-z~]+", value)
            continue
        bare = re.sub(r"\\url{[^{}\s]*}", "", value)
        assert set(re.findall(r"\\([A-Za-z]+)", bare)) <= {
            *("textbackslash", "textbraceleft", "textbraceright", "textasciicircum", "textasciitilde"),
            *("textless", "textgreater", "textbar", "textquotedbl", "textasciigrave", "textquotesingle"),
        }, name
        assert not re.search(r"(?<!\\)[$&#_%^]|[<>|`\x00-\x1f\u202e]|--", bare), name
    assert "é人" in entry.fields["title"]


@given(st.lists(texts(5), min_size=5, max_size=5))
@pytest.mark.exhaustive
def test_pybtex_reads_anything(words: list[str]) -> None:
    title, issuer, provision, number, url = words
    d = Definition(
        id="x",
        text="y",
        title=title,
        issuer=issuer,
        provision=provision,
        url=f"https://example.org/{''.join(url.split())}",
        identifiers={"doc": number},
    )
    for style in ("bibtex", "biblatex"):
        assert list(parsed(d.cite(style))) == ["x"]
    assert item(d)["id"] == "x"
    assert len(d.cite().splitlines()) == 1


def test_citeproc_reads_and_prints_every_record() -> None:
    citeproc = pytest.importorskip("citeproc", reason="citeproc-py is not installed")
    from citeproc.source.json import CiteProcJSON

    items = json.loads(aidefs.cite(*DEFINITIONS, style="csl"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py remarks on variables that it does not know yet
        style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
        printed = citeproc.CitationStylesBibliography(style, CiteProcJSON(items), citeproc.formatter.plain)
        for entry in items:
            printed.register(citeproc.Citation([citeproc.CitationItem(entry["id"])]))
        lines = [str(line) for line in printed.bibliography()]
    assert len(lines) == len(DEFINITIONS)
    for d, line in zip(DEFINITIONS, lines, strict=True):
        assert d.issuer in line and d.adopted[:4] in line, d.id


# CSL 1.0.2, appendices III and IV
_CSL_TYPES = {"bill", "document", "legislation", "regulation", "report", "standard", "treaty", "webpage"}
_CSL_VARIABLES = {
    *("id", "type", "author", "title", "title-short", "genre", "number", "section", "issued", "jurisdiction"),
    *("status", "DOI", "URL", "language", "note"),
}


def test_items_hold_to_the_vocabulary_of_csl() -> None:
    for entry in json.loads(aidefs.cite(*DEFINITIONS, BARE, style="csl")):
        assert entry["type"] in _CSL_TYPES
        assert entry.keys() <= _CSL_VARIABLES
        assert all(entry.values())


@pytest.mark.parametrize("words", ["some words", "“AI system” means a tool", "人工智能系统"])
def test_a_plain_text_cannot_be_cited(words: str) -> None:
    with pytest.raises(UnknownName, match="unknown definition"):
        aidefs.cite("eu", words)


@pytest.mark.parametrize("style", ["plain", "bibtex", "biblatex"])
def test_a_provision_that_is_a_number_of_the_record_is_printed_once(style: Style) -> None:
    for name, number in (("us-co-sb24-205-2024", "6-1-1701(2)"), ("us-mi-pa264-2023", "169.202(1)")):
        shown = [line for line in aidefs.get(name).cite(style).splitlines() if "  number = " not in line]
        assert "\n".join(shown).count(number) == 1


def test_quotation_marks_of_a_provision_open_and_close_in_print() -> None:
    said = aidefs.get("oecd").cite("biblatex")
    assert r"first term (\textquotesingle{}AI system\textquotesingle{})" in said
