"""The steps by which provisions are found, each by itself, and what holds of any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.provisions import found, placed

from aidefs.library.library import Library
from aidefs.provisions.boundaries import boundaries
from aidefs.provisions.candidates import candidates
from aidefs.provisions.documents import source_of_text
from aidefs.provisions.extraction import extract_source
from aidefs.provisions.identifiers import resolved
from aidefs.provisions.kinds import kind_of
from aidefs.provisions.locators import locator, locators
from aidefs.provisions.margins import joined, without_margins
from aidefs.provisions.references import exclusions_of, reference_of
from aidefs.provisions.structure import is_successor, mark_of, structure_of_text

ACT = """SECTION 1. SHORT TITLE.

This Act may be cited as the “Test Act”.

SEC. 2. DEFINITIONS.

In this Act:

(1) AGENCY.—The term “agency” has the meaning given such term in section 3502 of title 44, United States Code.

(2) SYSTEM.—The term “system”—

(A) means a thing that—

(i) infers; and

(ii) acts; and

(B) does not include a calculator.

(3) The term “record” means a note. It includes a file.

SEC. 3. RECORDS.

(a) An agency shall keep records by any means.
"""


def test_structure_tells_sections_enumerators_and_paths() -> None:
    blocks = structure_of_text(ACT).blocks
    places = [(block.section, block.path) for block in blocks if block.marks]
    assert places == [
        ("2", ("(1)",)),
        ("2", ("(2)",)),
        ("2", ("(2)", "(A)")),
        ("2", ("(2)", "(A)", "(i)")),
        ("2", ("(2)", "(A)", "(ii)")),
        ("2", ("(2)", "(B)")),
        ("2", ("(3)",)),
        ("3", ("(a)",)),
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "follows"),
    [
        ("(h)", "(i)", True),
        ("(i)", "(ii)", True),
        ("(a)", "(c)", False),
        ("(1)", "(2)", True),
        ("(2)", "(2a)", True),
        ("(A)", "(b)", False),
        ("1.", "(2)", False),
    ],
)
def test_enumerators_follow_in_one_list(earlier: str, later: str, follows: bool) -> None:
    one, other = mark_of(earlier), mark_of(later)
    assert one and other
    assert is_successor(one, other) is follows


def test_candidates_name_terms_and_connectors() -> None:
    ones = candidates(structure_of_text(ACT), "en")
    assert [(one.terms, one.kind) for one in ones[:2]] == [(("agency",), "referring"), (("system",), "entry")]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("For purposes of this section, “x” and “y” mean a thing.", "x"),
        ("Artificial intelligence (“AI”) means a machine that infers.", "Artificial intelligence"),
        ("Foundation models refer to models that are trained on broad data.", "Foundation models"),
        ("“SYNTHETIC MEDIA” MEANS AN IMAGE THAT IS MADE.", "SYNTHETIC MEDIA"),
        ("``Agency'' means any authority of the State.", "Agency"),
        ("The term 'X' as used in this part shall include a thing.", "X"),
    ],
)
def test_wordings_of_english_statutes(text: str, term: str) -> None:
    (one,) = extract_source(source_of_text(text), "en", resolving=False)
    assert one.term == term and one.text == text


@pytest.mark.parametrize(
    "text",
    [
        "By any means necessary, the agency shall act.",
        "This Act may be cited as the “Means Act”.",
        "The Secretary (in this section referred to as the “Secretary”) shall act.",
        "He said that “AI” was a means of control.",
        "",
    ],
)
def test_what_defines_nothing_is_left_empty(text: str) -> None:
    assert found(text) == []


def test_a_provision_ends_with_its_last_limb_and_sentence() -> None:
    words = dict(found(ACT))
    assert words["agency"].endswith("United States Code.")
    assert words["system"].startswith("The term “system”—") and words["system"].endswith("a calculator.")
    assert words["record"].endswith("It includes a file.")


def test_a_definition_in_a_limb_is_nested() -> None:
    text = "“Vehicle” includes the following:\n(a) “tank” means a truck that holds liquid;\n(b) a tractor.\n"
    ones = list(extract_source(source_of_text(text), "en", resolving=False))
    assert [(one.term, one.nested_in) for one in ones] == [("Vehicle", ""), ("tank", "Vehicle")]
    assert ones[0].text.endswith("a tractor.")


def test_locators_are_cited_as_the_language_does() -> None:
    structure = structure_of_text(ACT)
    extents = boundaries(structure, candidates(structure, "en"), "en")
    assert locators(structure, extents) == ["§ 2(1)", "§ 2(2)", "§ 2(3)"]
    assert locator("Article 3", ("(1)",)) == "Article 3(1)"
    assert locator("§ 2", ("(1)", "4."), "de") == "§ 2 Abs. 1 Nr. 4"
    assert locator("art. 1", ("1.", "a)"), "it") == "art. 1, comma 1, lettera a)"
    assert locator("", ()) == ""


@pytest.mark.parametrize(
    ("words", "source"),
    [
        (
            "“x” has the meaning given such term in section 4 of the Y Act (15 U.S.C. 3703).",
            "section 4 of the Y Act",
        ),
        ("“x” means “x” as defined by § 20-870 of the Code.", "§ 20-870 of the Code"),
        ("“x” means a thing as defined in section 2.", ""),
        ("“x” has the same meaning as in section 238(g) of the John S. McCain Act.", "John S. McCain Act"),
    ],
)
def test_references(words: str, source: str) -> None:
    structure = structure_of_text(words)
    (one,) = candidates(structure, "en")
    citation = reference_of(words, one, "en")
    assert source in citation and bool(source) == bool(citation)


def test_exclusions_are_stretches_of_the_provision() -> None:
    words = "“x” means a thing. It does not include a calculator."
    assert [words[low:high] for low, high in exclusions_of(words, "en")] == [
        "It does not include a calculator."
    ]


@pytest.mark.parametrize(
    ("citation", "term", "stored"),
    [
        ("15 U.S.C. 9401(3)", "artificial intelligence", "us-naiia-2020"),
        (
            "section 5002 of the National Artificial Intelligence Initiative Act of 2020",
            "artificial intelligence",
            "us-naiia-2020",
        ),
        (
            "section 238(g) of the John S. McCain National Defense Authorization Act for Fiscal Year 2019 "
            "(10 U.S.C. 4061 note)",
            "artificial intelligence",
            "us-ndaa-fy2019-238g",
        ),
        (
            "section 238(g) of the National Defense Authorization Act for Fiscal Year 2019",
            "artificial intelligence",
            "us-ndaa-fy2019-238g",
        ),
        (
            "section 7223 of the Advancing American AI Act (40 U.S.C. 11301 note)",
            "artificial intelligence system",
            "us-advancing-american-ai-act-2022",
        ),
        ("Article 3(1) of Regulation (EU) 2024/1689", "AI system", "eu-ai-act-2024"),
        ("Article 3, point (1), of Regulation (EU) 2024/1689", "AI system", "eu-ai-act-2024"),
        ("Article 4, point (1), of Regulation (EU) 2016/679", "personal data", ""),
        ("section 3502 of title 44, United States Code", "agency", ""),
        (
            "section 5003 of the National Artificial Intelligence Initiative Act of 2020",
            "artificial intelligence",
            "",
        ),
    ],
)
def test_citations_lead_to_records_by_their_fields(citation: str, term: str, stored: str) -> None:
    assert resolved(citation, (term,), Library.shipped()) == stored


@pytest.mark.parametrize(
    ("term", "kind"),
    [
        ("Artificial Intelligence (AI)", "ai-system"),
        ("AI system", "ai-system"),
        ("generative AI", "cognate"),
        ("automated decision system", "cognate"),
        ("Secretary", "other"),
        ("aid", "other"),
    ],
)
def test_kinds(term: str, kind: str) -> None:
    assert kind_of((term,)) == kind


def test_numbers_of_lines_are_left_out_and_the_way_back_is_known() -> None:
    text = "1  The term “x” means a\n2  thing that is\n3  not a number.\n4  More words here.\n"
    cleaned = without_margins(text)
    assert cleaned.text == "The term “x” means a\nthing that is\nnot a number.\nMore words here.\n"
    start = cleaned.text.index("thing")
    low, high = cleaned.origin(start, start + 5)
    assert text[low:high] == "thing"


def test_hyphens_at_line_ends_are_undone_unless_the_document_has_them() -> None:
    assert joined("hard-\nware and\nself-\nregulation\n(a) limb", "self-regulation") == (
        "hardware and self-regulation\n(a) limb"
    )


@pytest.mark.parametrize(
    ("lang", "text", "terms"),
    [
        (
            "fr",
            "On entend par:\n1) «système d’IA», un système automatisé;\n2) «risque», la combinaison de "
            "choses;",
            2,
        ),
        (
            "de",
            "Im Sinne dieses Gesetzes sind:\n1. „Anbieter“ eine Person;\n2. „Betreiber“ eine andere Person;",
            2,
        ),
        (
            "es",
            "Se entenderá por:\na) Dato: información que se conserva;\nb) Registro: nota que se guarda;",
            2,
        ),
        (
            "it",
            "Si intende per:\na) dato: l'informazione che si conserva;\nb) nota: la carta che si tiene;",
            2,
        ),
        ("nl", "Wordt verstaan onder:\n1. “aanbieder”: een persoon;\n2. “risico”: de kans op schade;", 2),
        ("pt", "Consideram-se:\nI - dado: informação que se guarda;\nII - nota: papel que se conserva;", 2),
    ],
)
def test_layouts_of_other_languages(lang: str, text: str, terms: int) -> None:
    assert len(found(text, lang)) == terms


# --- what holds of any text -------------------------------------------------------------------

_WORDS = st.sampled_from(
    [
        "“AI",
        "system”",
        "“",
        "”",
        '"',
        "'",
        "means",
        "has",
        "the",
        "meaning",
        "given",
        "in",
        "section",
        "2",
        "(a)",
        "(1)",
        "(i)",
        "A.",
        "3.",
        "SEC.",
        "4.",
        "§",
        "5",
        ";",
        ":",
        "—",
        ".",
        "\n",
        "\n\n",
        "includes",
        "term",
        "The",
        "does",
        "not",
        "include",
        "and",
        "or",
        "Definitions",
        "x:",
        "y",
        "-",
        "shall",
    ]
)


@settings(max_examples=150)
@example("\x1f")
@example("(1)\x1f")
@given(st.one_of(st.text(max_size=300), st.lists(_WORDS, max_size=60).map(" ".join)))
def test_of_any_text_provisions_are_stretches_in_order(text: str) -> None:
    source = source_of_text(text)
    blocks = source.structure.blocks
    assert all(one.start <= one.body <= one.end for one in blocks)
    assert all(one.end <= other.start for one, other in pairwise(blocks))
    ones = list(extract_source(source, "en", resolving=False))
    assert [one.start for one in ones] == sorted(one.start for one in ones)
    for one in ones:
        assert 0 <= one.start < one.end <= len(text)
        assert one.term.strip() and one.text
        if not source.cleaned.cut:
            assert text[one.start : one.end] == one.text
            assert not one.text[0].isspace() and not one.text[-1].isspace()


@settings(max_examples=50)
@given(st.text(max_size=200), st.sampled_from(["en", "fr", "de", "es", "it", "nl", "pt", "pl", "und"]))
def test_no_text_is_too_strange_in_any_language(text: str, lang: str) -> None:
    extract_source(source_of_text(text), lang, resolving=False)


@pytest.mark.parametrize(
    "text",
    ["“" * 20_000, "(a) " * 10_000, "“x” " * 5_000, "means " * 10_000, "\n" * 50_000, "A. " * 10_000,
     "“x”, " * 4_000, "“x” means a thing, and" * 500,
     "for purposes of this section " * 2_000, "(" * 20_000, "“x” means—\n(a) " * 2_000, "x: y z w\n" * 5_000],
)  # fmt: skip
def test_hostile_texts_take_no_time_by_their_square(text: str) -> None:
    extract_source(source_of_text(text), "en", resolving=False)


def test_items_below_a_subclause_begin_with_aa() -> None:
    text = """SEC. 9. LOANS.
(b) Terms.—The loans are made so:
(1) Rates.—
(A) Base.—The rate is fixed.
(i) Notice.—It is published.
(I) Waiver.—The rate may be waived:
(aa) In general.—Once.
(bb) Exception.—Twice.
(2) Definitions.—In this subsection:
(A) The term “loan” means a sum of money.
"""
    assert placed(text) == [("§ 9(b)(2)(A)", "loan")]


def test_sections_of_the_united_kingdom_have_their_number_before_their_title() -> None:
    text = """1 Direction to offer contracts
(1) The Secretary of State may direct a person.
(2) In this Act “contract” means an agreement.
2 Interpretation
In this Act—
“levy” means a charge.
"""
    assert placed(text) == [("§ 1(2)", "contract"), ("§ 2", "levy")]


def test_an_amendment_ends_where_its_quotation_does() -> None:
    text = """SEC. 3. AMENDMENT.
Section 48 of the Act is amended by adding at the end the following:
“(4) The term ‘device’ means—
“(A) a tool; or
“(B) a machine.”; and
(2) in section 49, by striking “tool”.
"""
    assert found(text) == [("device", "The term ‘device’ means—\n“(A) a tool; or\n“(B) a machine.")]


def test_feet_of_pages_are_left_out() -> None:
    text = """  S 750. DEFINITIONS.
  1. "TOOL" SHALL MEAN A SYSTEM THAT CAN:
  (A) PERCEIVE ENVIRONMENTS; AND

  EXPLANATION--Matter in ITALICS (underscored) is new; matter in brackets
  [ ] is old law to be omitted.
  LBD02768-02-3
 S. 5641--A  2

  (B) ACT.
"""
    one, *_ = found(text)
    assert one[0] == "TOOL"
    assert one[1].endswith("(B) ACT.")
    assert "EXPLANATION" not in one[1]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "nl",
            "Artikel 3\n1) “risico”: een kans;\n2) zwevend punt of “floating point”: een bewerking;\n",
            [("Artikel 3(1)", "risico"), ("Artikel 3(2)", "zwevend punt")],
        ),
        ("nl", "Artikel 2\nOnder incident wordt verstaan een voorval.\n", [("Artikel 2", "incident")]),
        (
            "it",
            "Art. 2\n1. Ai fini della presente legge si intende per:\na) «sistema»: un insieme di parti;\n"
            "b) deployer: chi utilizza un sistema.\n",
            [("Art 2, comma 1, lettera a)", "sistema"), ("Art 2, comma 1, lettera b)", "deployer")],
        ),
        (
            "pt",
            "Art. 4º Para os fins desta Lei, considera-se:\nI – fornecedor: pessoa que cria um sistema;\n"
            "II – operador: pessoa que utilize um sistema.\n"
            "Parágrafo único. Entende-se por incidente o evento que cause dano.\n",
            [("Art 4(I)", "fornecedor"), ("Art 4(II)", "operador"), ("Art 4, Parágrafo único", "incidente")],
        ),
        (
            "uk",
            "Стаття 1. У цьому Законі терміни вживаються в значенні:\nорганізм - будь-яка форма життя;\n"
            "метод - спосіб зміни за допомогою:\nрекомбінації;\nгібридизації;\nзлиття клітин;\n"
            "ризик - можливість виникнення шкідливих наслідків.\n",
            [("Стаття 1", "організм"), ("Стаття 1", "метод"), ("Стаття 1", "ризик")],
        ),
    ],
)
def test_places_of_other_languages(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(place.removeprefix("§ "), term) for place, term in placed(text, lang)] == expected


def test_a_term_said_again_with_its_source_is_by_reference() -> None:
    text = "Artikel 3\n1) “profilering”: profilering zoals gedefinieerd in artikel 4 van de Verordening;\n"
    text += "2) “risico”: een kans;\n"
    one, other = extract_source(source_of_text(text), "nl", resolving=False)
    assert one.by_reference == "artikel 4 van de Verordening"
    assert other.by_reference == ""


def test_terms_of_a_list_may_have_their_commas_inside_the_marks() -> None:
    rows = extract_source(
        source_of_text("The terms “a product,” “a thing,” and “goods” mean what is sold.\n"), "en"
    )
    assert [one.terms for one in rows] == [("a product", "a thing", "goods")]


def test_the_title_of_a_section_defines_nothing() -> None:
    text = (
        "NRS 0.037  “Mortgage” includes deed of trust.  Unless otherwise said, “mortgage” includes a deed.\n"
    )
    assert [term for _, term in placed(text)] == ["mortgage"]


def test_paragraphs_beside_one_another_on_one_term_are_cited_by_what_holds_them() -> None:
    text = """Sec. 151.003. SERVICE.
(a) "Service" means work for pay.
(b) "Service" does not include gifts.
"""
    assert placed(text) == [("§ 151.003", "Service")]


def test_numbers_beside_every_fifth_line_are_no_words_and_the_way_back_is_known() -> None:
    lines = [f"line {number} of a bill" for number in range(1, 26)]
    printed = "".join(
        f"{line}  {number}\n" if number % 5 == 0 else f"{line}\n" for number, line in enumerate(lines, 1)
    )
    cleaned = without_margins(printed)
    assert cleaned.text == "".join(f"{line}\n" for line in lines)
    at = cleaned.text.index("line 11 ")
    k = max(k for k, start in enumerate(cleaned.starts) if start <= at)
    assert printed[cleaned.origins[k] + at - cleaned.starts[k] :].startswith("line 11 ")


def test_numbers_that_do_not_follow_one_another_are_words() -> None:
    text = "ten  10\nfifteen  15\nthirty  30\nforty  40\n"
    assert without_margins(text).text == text


def test_foot_and_head_of_a_page_are_no_words_of_a_bill() -> None:
    before, behind = "  § 1. A system means a thing that\n", "  infers and acts.\n"
    foot = "\n   EXPLANATION--Matter in italics (underscored) is new; matter in brackets\n   [ ] is old law\n"
    head = "                    LBD00001-01-5\n\n  S. 1234     2\n\n"
    assert without_margins(before + foot + head + behind).text == before + behind


def test_that_none_is_found_is_not_said_to_be_that_there_is_none() -> None:
    none = extract_source(source_of_text("The committee met on Tuesday."), "en")
    said = " ".join(none.to_text().split())
    assert "0 provisions in 29 characters. There may be some in a wording that is not looked for." in said
