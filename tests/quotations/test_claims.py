"""What is reproached, and what is not: claim, source and wording together, and the exit code that follows."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.command import Run
from support.wordings import CHANGED, DEFINIENS, OECD, REWORDED

import aidefs
from aidefs.output.sarif import sarif
from aidefs.quotations.case import FEWEST
from aidefs.quotations.phrases import HEDGED, SAID_TO_END
from aidefs.quotations.severity import SEVERITIES

PUNCTUATION = DEFINIENS.replace("recommendations, or", "recommendations or")
GERMAN = aidefs.get("eu:de").text.rstrip("; ").partition("“ ")[2]
FRENCH = aidefs.get("eu:fr").text.rstrip("; ").partition(", ")[2]
SPANISH = aidefs.get("eu:es").text.partition(": ")[2]
MEMORANDUM = aidefs.get("us-omb-m-25-21-2025-ai").text
ELEMENTS = {
    "en": (
        "The elements of Article 3(1) of the AI Act are:",
        (
            "a machine-based system",
            "that is designed to operate with varying levels of autonomy",
            "that may exhibit adaptiveness after deployment",
            "that, for explicit or implicit objectives",
            "infers, from the input it receives",
            "how to generate outputs such as predictions, content, recommendations, or decisions",
            "that can influence physical or virtual environments",
        ),
    ),
    "de": (
        "Die Merkmale nach Art. 3 Nr. 1 der KI-VO sind:",
        (
            "ein maschinengestütztes System",
            "das für einen in unterschiedlichem Grade autonomen Betrieb ausgelegt ist",
            "das nach seiner Betriebsaufnahme anpassungsfähig sein kann",
            "das aus den erhaltenen Eingaben für explizite oder implizite Ziele ableitet",
            "wie Ausgaben wie etwa Vorhersagen, Inhalte, Empfehlungen oder Entscheidungen erstellt werden",
            "die physische oder virtuelle Umgebungen beeinflussen können",
        ),
    ),
    "fr": (
        "Selon le règlement sur l’IA, les éléments sont :",
        (
            "un système automatisé",
            "qui est conçu pour fonctionner à différents niveaux d’autonomie",
            "peut faire preuve d’une capacité d’adaptation après son déploiement",
            "pour des objectifs explicites ou implicites, déduit, à partir des entrées qu’il reçoit",
            "la manière de générer des sorties telles que des prédictions, du contenu, des recommandations",
            "des décisions qui peuvent influencer les environnements physiques ou virtuels",
        ),
    ),
}


def only(text: str) -> aidefs.Quotation:
    """The single passage of a text."""
    found = aidefs.find_quotations(text)
    assert len(found) == 1, found
    return found[0]


# --- claims -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "claim"),
    [
        ("The AI Act says “{}”.", "quoted"),
        ("Die KI-VO sagt „{}“.", "quoted"),
        ("Le règlement sur l’IA dit « {} ».", "quoted"),
        ("The AI Act says:\n\n> {}\n", "block"),
        ("The AI Act:\n\n{}\n", "block"),
        ("The AI Act reads: {}", "block"),
        ("# EU AI Act\n\nAI system: {}\n", "block"),
        ("The AI Act:\n\n```\n{}\n```\n", "block"),
        ("| Law | Words |\n|---|---|\n| AI Act | {} |\n", "cell"),
        ("It follows from the AI Act that it is {} and that this is wide.", "unmarked"),
    ],
)
def test_how_a_passage_is_presented(template: str, claim: str) -> None:
    one = only(template.format(DEFINIENS))
    assert (one.claim, one.verdict, one.wrong) == (claim, "exact", False)


# --- the table of docs/quotations.md ----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "verdict", "reproach"),
    [
        (f"The AI Act says “{DEFINIENS}”.", "exact", ()),
        (f"Somebody says “{DEFINIENS}”.", "exact", ()),
        (f"The AI Act says “{CHANGED}”.", "changed", ("wording",)),
        (f"The AI Act says “{PUNCTUATION}”.", "punctuation", ("wording",)),
        (f"The AI Act:\n\n> {CHANGED}\n", "changed", ("wording",)),
        (f"| Law | Words |\n|---|---|\n| AI Act | {CHANGED} |\n", "changed", ("wording",)),
        (f"Somebody says “{CHANGED}”.", "changed", ("wording",)),
        (f"Somebody says “{REWORDED}”.", "changed", ()),
        (f"The AI Act says that it is {REWORDED} and so on.", "changed", ()),
        (f"The AI Act defines an AI system as {CHANGED}, and so on.", "changed", ("wording",)),
        (f"The OECD says “{DEFINIENS}”.", "exact", ("source",)),
        (f"The OECD says “{CHANGED}”.", "changed", ("wording", "source")),
        (f"The OECD says “{REWORDED}”.", "changed", ("wording", "source")),
        (f"The OECD defines an AI system as {DEFINIENS}, and so on.", "exact", ("source",)),
        (f"The OECD defines an AI system as {REWORDED}, and so on.", "changed", ()),
        (f"Some wish that the AI Act read “{CHANGED}”.", "changed", ()),
        (f"We use the definition of the AI Act with some changes: “{CHANGED}”.", "changed", ()),
        (f"Mont. Code Ann. § 30-14-2802 says “{CHANGED}”.", "changed", ()),
        (f"(3) “Artificial intelligence system” means {CHANGED};", "changed", ()),
        ("The AI Act defines an AI system as “any computer program that makes decisions and predictions on "
         "behalf of a citizen”.", "not found", ("wording",)),
    ],
)  # fmt: skip
def test_what_is_reproached(text: str, verdict: str, reproach: tuple[str, ...]) -> None:
    one = only(text)
    assert (one.verdict, one.reproach) == (verdict, reproach)
    assert one.wrong is bool(reproach)
    assert one.verdict == "exact" or one.reason


SUMMED_UP = (
    "machine-based system designed to operate with varying levels of autonomy, that may exhibit adaptiveness "
    "and that infers, from input, how to generate outputs (predictions, content, recommendations, decisions) "
    "that can influence physical or virtual environments"
)
DEPLOYER = (
    "Natural or legal person that uses an AI system under its authority, except where the system is used in "
    "a personal non-professional activity"
)
MODEL = (
    "an AI model, including when trained with a large amount of data, that displays significant generality "
    "and is capable to competently perform a wide range of tasks regardless of how the model is placed on "
    "the market"
)


@pytest.mark.parametrize("words", [SUMMED_UP, DEPLOYER, MODEL])
@pytest.mark.parametrize(
    "document",
    [
        "| Law | Definition |\n|---|---|\n| AI Act | {} |\n",
        "| Term | AI Act |\n|---|---|\n| Term | {} |\n",
        "# Terms of the AI Act\n\n**Term**: {}.\n",
        "# Terms of the AI Act\n\n**Term** means {}.\n",
        "# The AI Act\n\n```\n├─ STEP 4: Is it one? (Art. 3)\n│  ({})\n├─ NO → Step 5\n```\n",
    ],
)
def test_own_words_in_a_cell_entry_or_drawing_are_no_quotation(document: str, words: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(document.format(words)))


@pytest.mark.parametrize(
    "document",
    [
        "| Law | Definition summary |\n|---|---|\n| AI Act | {} |\n",
        "| Law | Kurzfassung |\n|---|---|\n| AI Act | {} |\n",
        "# High-level summary of the AI Act\n\n## Terms\n\n**AI system** means {}.\n",
        "# Le règlement en bref (AI Act)\n\nAI system: {}\n",
    ],
)
def test_what_is_called_a_summary_is_no_quotation(document: str) -> None:
    for words in (CHANGED, PUNCTUATION):
        one = only(document.format(words))
        assert (one.claim, one.reproach, one.reason) == ("unmarked", (), "not presented as a quotation")
        assert only(document.format(f"“{words}”")).reproach == ("wording",)
    assert only(document.format(DEFINIENS)).verdict == "exact"


@pytest.mark.parametrize(
    "document",
    [
        "# The AI Act\n\nAI system {}: {}.\n",
        "# The AI Act\n\n| Term | Meaning |\n|---|---|\n| AI system {} | {} |\n",
    ],
)
def test_what_cites_its_provision_and_is_as_long_is_a_quotation(document: str) -> None:
    recast = DEFINIENS
    for old, new in (
        ("designed to operate with varying", "built to work at different"),
        ("may exhibit", "can show"),
        ("infers", "derives"),
        ("influence", "affect"),
    ):
        recast = recast.replace(old, new)
    abridged = recast[: recast.index("how to")]
    assert only(document.format("(Article 3(1))", recast)).reproach == ("wording",)
    for provision, words in (("(Article 3(1))", abridged), ("(Article 3(3))", recast), ("", recast)):
        assert only(document.format(provision, words)).reproach == ()


@pytest.mark.parametrize(
    ("text", "reproach"),
    [
        # three places, and no more
        (
            DEFINIENS.replace("varying", "many").replace("may", "can").replace("explicit", "plain"),
            ("wording",),
        ),
        (
            DEFINIENS.replace("varying", "many")
            .replace("may", "can")
            .replace("explicit", "plain")
            .replace("input", "data"),
            (),
        ),
        # without its article it is compared, too
        (CHANGED[2:], ("wording",)),
        (PUNCTUATION[2:], ("wording",)),
        # from the midst of the definition
        (CHANGED[CHANGED.index("designed") :], ()),
    ],
)
def test_an_entry_without_marks_is_nearly_letter_for_letter(text: str, reproach: tuple[str, ...]) -> None:
    assert (
        only(
            f"# Terms\n\n| Term | Definition in the AI Act of the EU |\n|---|---|\n| AI system | {text} |\n"
        ).reproach
        == reproach
    )


@pytest.mark.parametrize(
    "said",
    [
        "Article 3(1) of the AI Act reads:\n\n{}",
        "The AI Act says as follows:\n\n{}",
        "The AI Act defines an AI system as:\n\n{}",
        "# AI Act\n\n> {}",
    ],
)
def test_what_is_announced_as_the_words_of_a_text_is_compared_however_it_differs(said: str) -> None:
    assert only(said.format(REWORDED)).reproach == ("wording",)


def test_a_block_is_a_text_but_for_a_few_words() -> None:
    words = DEFINIENS.split(" ")
    for number in range(2 * FEWEST + 1):
        put = [word + (" boats" if k % 8 == 4 and k // 8 < number else "") for k, word in enumerate(words)]
        one = only(f"Somebody wrote “{' '.join(put)}”.")
        assert len(one.faults) == min(number, len(words) // 8 + 1)
        assert one.wrong is (0 < number <= FEWEST)


def test_another_stored_text_without_a_name_is_no_fault() -> None:
    draft = aidefs.get("eu-parliament-first-reading-2024").text
    one = only(f"Somebody wrote: “{draft}”")
    assert one.exact_matches == ("eu-parliament-first-reading-2024",) and not one.wrong


@pytest.mark.parametrize(
    "text",
    [
        f"3. “Artificial intelligence” means {CHANGED}.",
        f"(b) “Artificial intelligence system” or “AI system” means {CHANGED};",
        f"Sec. 2. Definitions. In this Act:\n(1) ARTIFICIAL INTELLIGENCE.—The term “artificial intelligence” "
        f"means {CHANGED}.",
        f"§ 2 Begriffe\n1. „KI-System“ bezeichnet {GERMAN.replace('kann', 'muss')};",
        f"Artículo 2. «Sistema de IA» significa {SPANISH.replace('puede', 'debe')}.",
        "SEC. 3. DEFINITIONS.\n    In this Act:\n            (1) Entity.--The term ``covered entity'' "
        "means any person.\n            (2) Artificial intelligence system.--The term ``artificial \n        "
        f"intelligence system'' means {CHANGED}.\n",
        'Agency: The term "agency" has the meaning provided in 44 U.S.C. 3502(1).\n\n'
        f'AI: {MEMORANDUM.replace("semi-supervised", "semisupervised")}\n\nModel: The term "model" is new.',
    ],
)
def test_a_law_that_defines_the_term_itself_is_not_reproached(text: str) -> None:
    one = only(text)
    assert one.verdict == "changed" and not one.wrong
    assert one.reason.startswith("not checked: ")


@pytest.mark.parametrize(
    "text",
    [
        "# A machine-based system designed to operate with varying levels of autonomy\n\nText.\n",
        "Under the AI Act, an AI system is software that infers outputs such as predictions or decisions.",
        "The AI Act defines AI systems as machine-based systems that operate with varying autonomy and "
        "infer outputs.",
        "Selon le règlement sur l’IA, un système d’IA est un système automatisé qui déduit des entrées "
        "reçues la manière de générer des sorties.",
    ],
)
def test_a_heading_and_a_paraphrase_in_prose_are_not_reproached(text: str) -> None:
    assert all(one.verdict == "paraphrase" and not one.wrong for one in aidefs.find_quotations(text))


_ITEMS = [(bullet, ";") for bullet in ("- ", "* ", "• ", "{}. ", "({}) ", "{}) ")]
_ITEMS += [("({}) ", stop) for stop in ("", ",", ".")]


@given(
    st.sampled_from(sorted(ELEMENTS)),
    st.sampled_from(_ITEMS),
    st.integers(0, 5),
    st.sampled_from(["boats", "never", "may", "can", ""]),
)
def test_lists_of_elements_are_not_reproached(lang: str, style: tuple[str, str], at: int, word: str) -> None:
    lead, elements = ELEMENTS[lang]
    bullet, stop = style
    lines = [f"{word} {element}".strip() if k == at else element for k, element in enumerate(elements)]
    listed = "\n".join(f"{bullet.format(k)}{line}{stop}" for k, line in enumerate(lines, 1))
    for one in aidefs.find_quotations(f"{lead}\n\n{listed}\n"):
        assert not one.wrong, (one, one.reason)


# --- what follows -----------------------------------------------------------------------------

SHORT = (
    "The AI Act says that a deployer is “a natural or legal person, public authority, agency or other body "
    "using an AI system under its authority”."
)
PIECES = (
    f"The AI Act says “{DEFINIENS}”.",
    f"The AI Act says “{CHANGED}”.",
    f"The AI Act says “{DEFINIENS.replace('outputs', 'output')}”.",
    f"The AI Act says “{DEFINIENS.replace('decisions that', 'decisions, that')}”.",
    f"The OECD says “{DEFINIENS}”.",
    f"The OECD says “{OECD}”.",
    f"Somebody says “{REWORDED}”.",
    f"Mont. Code Ann. § 30-14-2802 says “{CHANGED}”.",
    "GDPR says “any form of automated processing of personal data that evaluates aspects of a person”.",
    "It rained, and nobody read the minutes.",
)


@settings(max_examples=40)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=5, unique=True))
def test_wrong_reproach_and_exit_code_are_one(
    pieces: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("pieces") / "a.md"
    file.write_text("\n\n".join(pieces) + "\n", encoding="utf-8")
    result = aidefs.verify(file)
    for passage in result.passages:
        q = passage.quotation
        assert passage.wrong is q.wrong is bool(q.reproach) is (passage.misworded or passage.misattributed)
        assert not q.attribution.unknown or not q.wrong
    assert (result.exit_code == 1) is bool(result.wrong)
    assert set(result.wrong).isdisjoint(result.doubtful)
    data = result.to_dict()["summary"]
    assert (data["wrong"], data["unchecked"]) == (len(result.wrong), len(result.unchecked))
    reported = [entry for entry in sarif(result)["runs"][0]["results"] if entry["level"] != "note"]
    assert len(reported) == sum(len(passage.quotation.reproach) for passage in result.wrong)
    failing = [result.failing(severity) for severity in SEVERITIES]
    assert failing[-1] is bool(result.wrong)
    assert all(slighter or not graver for graver, slighter in pairwise(failing))


@pytest.mark.parametrize(
    ("piece", "codes"),
    [
        (PIECES[0], (0, 0, 0, 0)),
        (PIECES[1], (0, 1, 1, 1)),
        (PIECES[2], (0, 0, 1, 1)),
        (PIECES[3], (0, 0, 0, 1)),
        (PIECES[4], (1, 1, 1, 1)),
        (SHORT, (1, 1, 1, 1)),
    ],
)
def test_fail_on(piece: str, codes: tuple[int, ...], run: Run, here: Path) -> None:
    (here / "a.md").write_text(piece + "\n", encoding="utf-8")
    assert tuple(run("verify", "a.md", "--fail-on", severity).code for severity in SEVERITIES) == codes


def test_a_paraphrase_fails_with_strict_alone(run: Run, here: Path) -> None:
    text = (
        "Under the AI Act, an AI system is software that infers outputs such as predictions or decisions.\n"
    )
    (here / "a.md").write_text(text, encoding="utf-8")
    assert run("verify", "a.md").code == 0 and run("verify", "a.md", "--strict").code == 1


def test_the_gravest_stands_first_and_the_rest_is_told(run: Run, here: Path) -> None:
    (here / "a.md").write_text(
        "\n\n".join([PIECES[3], PIECES[2], PIECES[1], *PIECES[6:9]]) + "\n", encoding="utf-8"
    )
    out = run("verify", "a.md").out
    order = [out.index(f"\nPassage {number}, line") for number in (3, 2, 1)]
    assert order == sorted(order)
    assert out.index("To mend") < out.index("Different, and no fault") < out.index("Not checked")
    assert "GDPR is not in the collection" in " ".join(out.split())
    assert "Mont. Code Ann. § 30-14-2802 is not in the collection" in " ".join(out.split())


def test_elements_in_paragraphs_of_their_own_are_a_list(tmp_path: Path) -> None:
    items = "".join(f"<li>{item}</li>" for item in ELEMENTS["en"][1][:3])
    page = tmp_path / "page.html"
    page.write_text(f"<p>{ELEMENTS['en'][0]}</p><ul>{items}</ul>", encoding="utf-8")
    assert not aidefs.verify(page).wrong


def test_a_court_that_notes_what_the_law_defines_quotes_it() -> None:
    changed = DEFINIENS.replace("explicit or implicit", "explicit and implicit")
    noted = "The court noted that the AI Act"
    assert aidefs.find_quotations(f"{noted} defines an AI system as “{changed}”.")[0].reproach == ("wording",)
    assert aidefs.find_quotations(f"{noted} covers “{changed}”.")[0].reproach == ()


def test_a_failed_bill_would_have_covered_what_it_says() -> None:
    text = aidefs.get("us-alg-accountability-2019").text
    changed = (
        text[text.index("a computational") :].replace(" or facilitates", " and facilitates").rstrip(". ")
    )
    said = f"The Algorithmic Accountability Act of 2019 would have covered “{changed}”."
    assert aidefs.find_quotations(said)[0].reproach == ("wording",)


def test_a_mark_that_closes_another_quotation_opens_no_term() -> None:
    text = f'It is "all" (so the author).\n\nThe AI Act says that "AI system means {CHANGED}".'
    assert [one.reproach for one in aidefs.find_quotations(text)] == [("wording",)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # Said behind the words: they are not the text's.
        ("The AI Act’s definition is given as “{}”; the Act has no such words.", False),
        ("The AI Act’s definition is given as “{}”. That phrase belongs elsewhere.", False),
        ("The AI Act’s definition is given as “{}”. I could not find that in it.", False),
        ("The AI Act’s definition is given as “{}”. That is a long sentence.", True),
        ("The AI Act’s definition is given as “{}”, which is a mistranslation.", False),
        # Somebody makes the text say so.
        ("A leaflet in the library has the AI Act speak of “{}”.", False),
        ("A popular slide makes the AI Act say that it is “{}”.", False),
        ("In the case on the AI Act the defendant’s brief renders the clause\nas “{}”.", False),
        ("The Commission has a definition in the AI Act: “{}”.", True),
        # Whoever says so, it is said according to the text.
        ("According to the AI Act, it is “{}”, he added.", True),
        ("To make things worse, the second sentence of the AI Act says that it is “{}”.", True),
        # Of the sentence before.
        ("Six years later the AI Act was adopted. According to it, an AI system is “{}”.", True),
        ("AIDA died. It would have meant much. The AI Act would have caught “{}”.", True),
        ("The AI Act might read “{}”.", False),
        ("Under the AI Act, it would have been “{}”.", False),
        ("Had the AI Act failed, under that failed Act it would have been “{}”.", True),
        # The words of nobody's named text, and of the text by its point.
        ("The AI Act is in force.\n\nThe vendor’s contract reads: “{}”.", False),
        ("The AI Act is in force.\n\nOur policy defines the matter as “{}”.", False),
        ("The AI Act is in force.\n\nPoint 1 defines the system: “{}”.", True),
    ],
)
def test_whose_words_they_are_said_to_be(text: str, wrong: bool) -> None:
    assert [one.wrong for one in aidefs.find_quotations(text.format(CHANGED))] == [wrong]


def test_a_source_that_is_denied_behind_the_words_is_not_reproached() -> None:
    spanish = aidefs.get("eu-com-2018-237-es").text
    text = f"Se cita como Reglamento de IA lo siguiente: “{spanish}” {{}}"
    assert [one.reproach for one in aidefs.find_quotations(text.format("Eso no está en el Reglamento."))] == [
        ()
    ]


DEPLOYER = "public authority, agency or other body using an AI system under its authority"
LEFT_OUT = "except where the AI system is used in the course of a personal non-professional activity"


@pytest.mark.parametrize(
    "text",
    [
        f"Article 3(4) of the AI Act defines a deployer as “{DEPLOYER}.” Full stop.",
        f"Article 3(4) of the AI Act defines a deployer as “{DEPLOYER}”. The definition stops there.",
        "L’article 3, point 40, du règlement (UE) 2024/1689 vise un système « destiné à affecter des "
        "personnes physiques à des catégories spécifiques sur la base de leurs données biométriques ». Rien de "  # noqa: E501
        "plus.",
    ],
)
def test_a_quotation_that_is_said_to_end_before_a_condition_is_told(text: str) -> None:
    (one,) = aidefs.find_quotations(text)
    assert (one.verdict, one.reproach) == ("exact", ("wording",))
    assert one.reason == "said to end there, and the text that is named goes on with a condition"


@pytest.mark.parametrize(
    "behind",
    [
        ".” That is the hospital.",
        "”. The exception for private life is of no matter here.",
        " …”. Full stop.",
        f" {LEFT_OUT}.” Full stop.",
        f"”, “{LEFT_OUT}”. Full stop.",
        ".” Nothing more is needed to be one.",
        "”. Full stops stand within the marks in America.",
    ],
)
def test_a_quotation_that_is_not_said_to_end_is_no_fault(behind: str) -> None:
    text = f"Article 3(4) of the AI Act defines a deployer as “{DEPLOYER}{behind}"
    assert not any(one.wrong for one in aidefs.find_quotations(text))


def test_words_of_which_nobody_says_whose_they_are_may_end_anywhere() -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(f"A deployer is “{DEPLOYER}.” Full stop."))


DEPLOYER_DE = (
    "eine natürliche oder juristische Person, Behörde, Einrichtung oder sonstige Stelle, die ein KI-System in "  # noqa: E501
    "eigener Verantwortung verwendet"
)
DEPLOYER_FR = (
    "une personne physique ou morale, une autorité publique, une agence ou un autre organisme utilisant sous "
    "sa propre autorité un système d’IA"
)


@pytest.mark.parametrize(
    ("text", "said", "unsaid"),
    [
        (f"Article 3(4) of the AI Act defines a deployer as “{DEPLOYER}”. {{}}",
         "The definition ends with these words.", "The debate ends with these words."),
        (f"Article 3(4) of the AI Act defines a deployer as “{DEPLOYER}”. {{}}",
         "There are no exceptions.", "There are exceptions."),
        (f"Artikel 3 Nummer 4 der KI-Verordnung definiert den Betreiber als „{DEPLOYER_DE}“. {{}}",
         "Ausnahmen kennt sie nicht.", "Ausnahmen kennt sie auch."),
        (f"L’article 3, point 4, du règlement (UE) 2024/1689 définit le déployeur comme « {DEPLOYER_FR} ». {{}}",  # noqa: E501
         "Sans exception.", "L’exception suit."),
        (f"La définition du règlement (UE) 2024/1689, article 3, point 4, citée {{}}, vise « {DEPLOYER_FR} ».",  # noqa: E501
         "en entier", "en partie"),
    ],
)  # fmt: skip
def test_what_is_said_to_end_has_to_end(text: str, said: str, unsaid: str) -> None:
    assert [one.reproach for one in aidefs.find_quotations(text.format(said))] == [("wording",)]
    assert not any(one.wrong for one in aidefs.find_quotations(text.format(unsaid)))


DEPLOYER_NL = (
    "een natuurlijke of rechtspersoon, overheidsinstantie, agentschap of ander orgaan die/dat een AI-systeem onder eigen "  # noqa: E501
    "verantwoordelijkheid gebruikt"
)


@pytest.mark.parametrize(
    ("text", "said", "unsaid"),
    [
        # the text is named in the paragraph before
        (f"Verordening (EU) 2024/1689 geldt.\n\nGebruiksverantwoordelijke is “{DEPLOYER_NL}”. {{}}",
         "Daar houdt de definitie op.", "Daar houdt de gebruiker van."),
        ("The AI Act’s definition of a provider, {}: “a natural or legal person, public authority, agency or "
         "other body that develops an AI system”", "complete in these words", "not so short in these words"),
    ],
)  # fmt: skip
def test_what_is_said_to_end_is_of_the_text_named_before(text: str, said: str, unsaid: str) -> None:
    assert [one.reproach for one in aidefs.find_quotations(text.format(said))] == [("wording",)]
    assert not any(one.wrong for one in aidefs.find_quotations(text.format(unsaid)))


MODEL = aidefs.get("eu-ai-act-gpai-model-2024").text.partition("means ")[2].partition(", except")[0]
WHOLE = f"a natural or legal person, {DEPLOYER}"
MODEL_FR = (
    "un modèle d’IA, y compris lorsque ce modèle d’IA est entraîné à l’aide d’un grand nombre de données utilisant "  # noqa: E501
    "l’auto-supervision à grande échelle, qui présente une généralité significative et est capable d’exécuter de "  # noqa: E501
    "manière compétente un large éventail de tâches distinctes, indépendamment de la manière dont le modèle est mis "  # noqa: E501
    "sur le marché, et qui peut être intégré dans une variété de systèmes ou d’applications en aval"
)


@pytest.mark.parametrize(
    "text",
    [
        f"The AI Act defines a deployer as “{WHOLE}”.",
        f"The AI Act defines a deployer as a “{WHOLE[2:]}.” Hospitals have many.",
        f"Article 3(4) of the AI Act reads:\n\n> ‘deployer’ means {WHOLE};\n\nSo far the law.",
        f"| Term | AI Act |\n|---|---|\n| Deployer | {WHOLE} |\n",
        f'{{"source": "AI Act, Article 3(4)", "definition": "{WHOLE}"}}',
        f"The AI Act defines such models as “{MODEL}” (Article 3(63)).",
        f"Artikel 3 Nr. 4 der KI-Verordnung definiert den Betreiber als „{DEPLOYER_DE}“.",
        f"L’article 3, point 63, du règlement (UE) 2024/1689 définit le modèle comme « {MODEL_FR} ».",
        f"Artikel 3, punt 4, van Verordening (EU) 2024/1689 zegt: „{DEPLOYER_NL}”.",
        f"deployer:\n  source: AI Act, Article 3(4)\n  definition: {WHOLE}\n",
        f'{{"source": "AI Act, Article 3(4)", "plain_text": "{WHOLE}"}}',
        f"| Term | Text | Source |\n|---|---|---|\n| Deployer | {WHOLE} | AI Act, Art. 3(4), in force |\n",
        f"The AI Act defines any deployer as “{WHOLE}”. It must train its staff.",
        f"The AI Act defines a deployer as “{WHOLE}”.\n\n## Limits\n\nThe next clause is long.",
    ],
)
def test_a_quotation_that_is_given_as_whole_and_ends_before_a_condition_is_wrong(text: str) -> None:
    (one,) = aidefs.find_quotations(text)
    assert (one.verdict, one.reproach, one.severity) == ("exact", ("wording",), "condition")
    assert one.left_off and f"“{one.left_off}”" in one.reason


@pytest.mark.parametrize(
    "text",
    [
        # It is marked, or said to be a part.
        f"The AI Act defines a deployer as “{WHOLE} […]”.",
        f"The AI Act defines a deployer as “{WHOLE}” …",
        f"The AI Act defines a deployer as “a natural […] person, {DEPLOYER}”.",
        f"The AI Act defines a deployer, in part, as “{WHOLE}”.",
        f"Article 3(4) of the AI Act begins with the words “{WHOLE}”.",
        f"The first half of Article 3(4) of the AI Act reads “{WHOLE}”.",
        f"Artikel 3 Nr. 4 der KI-Verordnung definiert den Betreiber auszugsweise als „{DEPLOYER_DE}“.",
        f"L’article 3, point 4, du règlement (UE) 2024/1689 vise notamment « {DEPLOYER_FR} ».",
        f"Artikel 3, punt 4, van Verordening (EU) 2024/1689 begint met: „{DEPLOYER_NL}”.",
        f'{{"source": "AI Act, Article 3(4)", "anchor": "‘deployer’ means {WHOLE}"}}',
        f'{{"source": "AI Act, Article 3(4)", "description": "{WHOLE}"}}',
        f"deployer:\n  source: AI Act, Article 3(4)\n  description: {WHOLE}\n",
        f'{{"source": "AI Act, Article 3(4)", "plain": "{WHOLE}"}}',
        f"| Term | Text | Source |\n|---|---|---|\n| Deployer | {WHOLE} | AI Act, Art. 3(4), shortened |\n",
        f"Betreiber ist „{DEPLOYER_DE}“ (Art. 3 Nr. 4 KI-Verordnung, erster Halbsatz).",
        # Of whom a sentence says something it does not define.
        f"Under the AI Act any “{WHOLE[2:]}” must train its staff.",
        f"Nach der KI-Verordnung muss geschult werden: Jede „{DEPLOYER_DE}“ hat das zu tun.",
        f"The AI Act defines a deployer as “{WHOLE}”.\n\n## Limits\n\nAn exemption is in the next clause.",
        # The exception is told: in its words, or in others, before or behind.
        f"The AI Act defines a deployer as “{WHOLE}” {LEFT_OUT}.",
        f"The AI Act defines a deployer as “{WHOLE}” in a professional context.",
        f"Private life apart (it is exempt), the AI Act defines a deployer as “{WHOLE}”.",
        f"The AI Act defines a deployer as “{WHOLE}”.\n\nPersonal use is another matter.",
        f"The AI Act defines a deployer as “{WHOLE}”.\n\n" + "Nothing of it. " * 40 + f"It has “{LEFT_OUT}”.",
        f"Artikel 3 Nr. 4 der KI-Verordnung definiert den Betreiber als „{DEPLOYER_DE}“. Ausnahmen gibt es.",
        f"The AI Act defines a deployer as “{WHOLE}”.[^1]\n\n" + "Nothing. " * 50 + "\n\n[^1]: Personal use is exempt.\n",  # noqa: E501
        f"| Term | AI Act | Not |\n|---|---|---|\n| Deployer | {WHOLE} | personal use |\n",
        f"The AI Act defines a deployer as “{WHOLE}”. A hobbyist falls outside.",
        f"The slide has Article 3(4) of the AI Act: “{WHOLE}”. The last limb is missing.",
        f"Artikel 3, punt 4, van Verordening (EU) 2024/1689 zegt: „{DEPLOYER_NL}”. Er ontbreekt iets.",
        f"L’article 3, point 4, du règlement (UE) 2024/1689 dit « {DEPLOYER_FR} ». L’usage privé est libre.",
        f"## Excerpts of the AI Act\n\nDeployer (Article 3(4)): “{WHOLE}”.",
        # It begins in the midst, or goes on, or nobody says whose words they are.
        f"The AI Act speaks of any “{DEPLOYER}”.",
        f"A deployer is “{WHOLE}”.",
        # What is left off is no exception.
        "The AI Act says that an AI system is “a machine-based system that is designed to operate with varying "  # noqa: E501
        "levels of autonomy and that may exhibit adaptiveness after deployment”.",
        # It is of another stage, or somebody else's.
        f"An early leak of the AI Act had “{WHOLE}”.",
        f"The AI Act is in force. IBM defines a deployer as “{WHOLE}”.",
        f"## Summary\n\n| Term | AI Act |\n|---|---|\n| Deployer | {WHOLE} |\n",
    ],
)  # fmt: skip
def test_what_is_not_given_as_whole_may_end_before_a_condition(text: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(text))


@pytest.mark.parametrize(
    ("behind", "ends"),
    [
        ("”. La definición termina ahí.", True),
        ("». Nada más.", True),
        ("». Punto final.", True),
        ("». Sin excepciones.", True),
        ("». La definición termina en una coma.", False),
        ("». Nada más importa tanto.", False),
        ("». Sin excepcional esfuerzo.", False),
        ("». La definizione finisce qui.", True),
        ("». Niente di più.", True),
        ("». Punto e basta.", True),
        ("». Senza eccezioni.", True),
        ("». La definizione finisce nel nulla.", False),
        ("». Niente di nuovo.", False),
    ],
)
def test_words_for_the_end_of_a_definition_in_spanish_and_italian(behind: str, ends: bool) -> None:
    # No stored text in these languages has a condition that could be cut off.
    assert bool(SAID_TO_END.match(behind)) == ends


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # what is quoted in the introduction is no word of its author
        ("Local Law 144 is known. The tool must issue “simplified output, including a score” and must be used “to {}assist "  # noqa: E501
         "or replace discretionary decision making for making employment decisions”.", "", "substantially "),
        # what sets somebody right
        ("She is wrong: the Council of Europe’s treaty says only that systems “{} in their levels of autonomy and "  # noqa: E501
         "adaptiveness after deployment”.", "differ", "vary"),
        # the subject is an article, or the text of the sentence before
        ("The AI Act is strict. An emotion recognition system, says Article 3(39), is “an AI system for the purpose of "  # noqa: E501
         "identifying {} inferring emotions or intentions of natural persons”.", "and", "or"),
        ("The World Health Organization’s guidance of 2021 is short. Later on it says that the term “{} refers to the "  # noqa: E501
         "performance by computer programs of tasks that are commonly associated with intelligent beings”.",
         "always", "generally"),
        # dots between marks end no sentence
        ("House Bill 713 of 2026, in Virginia, says that the term “does {} include any artificial intelligence system or "  # noqa: E501
         "base artificial intelligence model that is used for development, prototyping, and research activities”.",  # noqa: E501
         ". . .", "not"),
        ("House Bill 713 of 2026, in Virginia, says that the term “does {} include any artificial intelligence system or "  # noqa: E501
         "base artificial intelligence model that is used for development, prototyping, and research activities”.",  # noqa: E501
         "[...]", "not"),
    ],
)  # fmt: skip
def test_what_is_presented_as_the_words_of_the_text(text: str, wrong: str, right: str) -> None:
    assert [one.reproach for one in aidefs.find_quotations(text.format(wrong))][-1:] == [("wording",)]
    assert not any(one.wrong for one in aidefs.find_quotations(text.format(right)))


@pytest.mark.parametrize(
    "text",
    [
        "The exam says: Local Law 144, simplified, is about a tool “to assist or replace discretionary decision making for "  # noqa: E501
        "making employment decisions”.",
        "The handbook gets it wrong: “differ in their levels of autonomy and adaptiveness after deployment”, it makes the "  # noqa: E501
        "Council of Europe’s treaty say.",
        "The World Health Organization’s guidance of 2021 is short. Later on a minister says that the term “always refers "  # noqa: E501
        "to the performance by computer programs of tasks that are commonly associated with intelligent beings”.",  # noqa: E501
        "Had the AI Act been written here, it “must exhibit adaptiveness after deployment” today.",
        "Had Brussels kept the word, systems of the AI Act “must exhibit adaptiveness after deployment”.",
        "Stünde in der KI-Verordnung „nach ihrer Betriebsaufnahme anpassungsfähig sein muss“, gut.",
        "The sentence of the AI Act is often misremembered as “must exhibit adaptiveness after deployment”.",
        "The AI Act was quoted by a lobbyist as saying “must exhibit adaptiveness after deployment”.",
        "Industry papers quote the AI Act only so far as it “must exhibit adaptiveness after deployment”.",
        "AI Act: It “must exhibit adaptiveness after deployment” only in the reading of its critics.",
        "Under the AI Act the system “must exhibit adaptiveness after deployment”. Is that so?",
    ],
)
def test_what_is_not_presented_as_the_words_of_the_text(text: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(text))


@pytest.mark.parametrize(
    ("behind", "wrong"),
    [
        ("Staff checked; the bill says “resembles”.", False),
        ("Staff checked; the bill says “tools”.", True),  # of another place
        ("Staff checked; the bill says “replaces”.", True),
        ("Some would have it that it “resembles” them.", True),
        ("Nobody objected.\n\nThe bill says “resembles”.", True),
    ],
)
def test_what_is_put_right_behind_it_is_no_fault(behind: str, wrong: bool) -> None:
    words = "act in a way that replaces human cognitive abilities"
    text = f"Rhode Island's S.B. 117 regulates tools which “{words}”. {behind}"
    assert any(one.wrong for one in aidefs.find_quotations(text)) is wrong


SAID = (
    "a machine-based system designed to operate with varying levels of autonomy, that may adapt after "
    "deployment and that infers, from the input it receives, how to generate outputs such as predictions"
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # What somebody tells of a law in a speech, or a string of a program.
        (f'"We looked at it first. The team met again. Reference: Article 3(1) of the AI Act, {SAID}. '
         f'{"The team went on to its other duties, and wrote down each of them. " * 9}" It ended.', False),
        (f'The AI Act says "{SAID}".', True),
    ],
)  # fmt: skip
def test_a_speech_that_tells_of_a_law_is_no_quotation_of_it(text: str, wrong: bool) -> None:
    assert any(one.wrong for one in aidefs.find_quotations(text)) is wrong


BEGINS = {
    "en": "a machine", "de": "ein masch", "fr": "un syst", "it": "un sist", "nl": "een op", "pl": "system m",
}  # fmt: skip


def _of_act(lang: str, old: str, new: str) -> str:
    """The defining words of the Act in a language with one of them changed."""
    text = aidefs.get(f"eu:{lang}").text.rstrip(";")
    words = text[text.index(BEGINS[lang]) :]
    assert old in words
    return words.replace(old, new, 1)


HEDGES = {
    "en": ("Article 3(1) of the AI Act defines an AI system{} as {}.", "may exhibit", "can exhibit",
           (", in substance,", " broadly", " essentially", " roughly", ", in other words,", ", to paraphrase,")),  # noqa: E501
    "de": ("Artikel 3 Nummer 1 der KI-VO definiert ein KI-System{} als {}.", "Vorhersagen", "Prognosen",
           (" sinngemäß", " im Wesentlichen", ", vereinfacht gesagt,")),
    "fr": ("L’article 3, point 1, du règlement sur l’IA définit un système d’IA{} comme {}.", "entrées", "données",  # noqa: E501
           (", en substance,", ", en résumé,", ", pour l’essentiel,")),
    "it": ("L’articolo 3, punto 1, del regolamento sull’IA definisce un sistema di IA{} come {}.", "quali", "come",  # noqa: E501
           (", in sintesi,", ", in sostanza,")),
    "nl": ("Artikel 3, punt 1, van de AI-verordening definieert een AI-systeem{} als {}.", "inhoud", "content",  # noqa: E501
           (", in essentie,", " grofweg", ", kort gezegd,")),
    "pl": ("Artykuł 3 pkt 1 aktu w sprawie sztucznej inteligencji definiuje system AI{} jako {}.", "predykcje", "prognozy",  # noqa: E501
           (", w skrócie,", ", w istocie,")),
}  # fmt: skip


@pytest.mark.parametrize("lang", HEDGES)
def test_words_in_prose_that_are_said_to_be_the_sense_are_none_of_the_text(lang: str) -> None:
    sentence, old, new, hedges = HEDGES[lang]
    words = _of_act(lang, old, new)
    assert [one.reproach for one in aidefs.find_quotations(sentence.format("", words))] == [("wording",)]
    for hedge in hedges:
        (one,) = aidefs.find_quotations(sentence.format(hedge, words))
        assert (one.definition.id[:14], one.reproach) == ("eu-ai-act-2024", ()), hedge


@pytest.mark.parametrize(
    ("before", "hedged"),
    [
        ("El Reglamento lo define, en esencia, como ", True),
        ("El Reglamento lo define, en resumen, como ", True),
        ("El Reglamento lo define en el artículo 3 como ", False),
        ("O Regulamento define-o, em resumo, como ", True),
        ("O Regulamento define-o, em síntese, como ", True),
        ("O Regulamento define-o em Portugal como ", False),
        ("The Act defines it, broadly, as follows:\n\n", True),
        ("Broadly, much is new. The Act defines it as ", False),
        ("The Act is broad: it defines it as ", False),
    ],
)
def test_what_says_that_words_are_the_sense(before: str, hedged: bool) -> None:
    assert bool(HEDGED.search(before)) == hedged


@pytest.mark.parametrize(
    "template",
    [
        "Article 3(1) of the AI Act broadly defines an AI system as “{}”.",
        "Broadly, Article 3(1) of the AI Act defines an AI system as follows:\n\n> {}\n",
        "Broadly, much is new. Article 3(1) of the AI Act defines an AI system as {}.",
    ],
)
def test_what_is_quoted_is_reproached_whatever_is_said_of_it(template: str) -> None:
    assert [one.reproach for one in aidefs.find_quotations(template.format(CHANGED))] == [("wording",)]


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ((("may exhibit", "can exhibit"),), True),
        ((("may exhibit", "can exhibit"), ("received", "gets")), True),
        # as a colleague would say it
        ((("that is designed", "designed"), ("varying levels of autonomy", "varying autonomy"),
          ("after deployment", "once deployed"), ("it receives", "received")), False),
    ],
)  # fmt: skip
def test_prose_without_marks_is_a_claim_where_it_is_nearly_the_text(
    changes: tuple[tuple[str, str], ...], wrong: bool
) -> None:
    words = DEFINIENS
    for old, new in changes:
        words = words.replace(old, new)
    text = f"Article 3(1) of the AI Act defines an AI system as {words}."
    assert any(one.wrong for one in aidefs.find_quotations(text)) is wrong
    marked = f"Article 3(1) of the AI Act defines an AI system as “{words}”."
    assert all(one.wrong for one in aidefs.find_quotations(marked))


DEPLOYED = (
    "a natural or legal person, public authority, agency or other body using an AI system under its authority except where "  # noqa: E501
    "the AI system is used in the course of a personal non-professional activity"
)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (DEPLOYED.replace("body using", "body running"), True),
        (DEPLOYED.replace("body using", "body running").replace("course", "framework"), True),
        (DEPLOYED.replace("body using", "body that runs").replace("course", "framework"), False),
        (DEPLOYED.replace("a natural", "any natural"), False),  # as the Parliament had it
        (DEPLOYED.replace("authority except", "authority, except"), False),
    ],
)
def test_without_a_source_words_may_be_those_of_a_version_that_is_not_stored(words: str, wrong: bool) -> None:
    (one,) = aidefs.find_quotations(f"A good definition is “{words}”.")
    assert one.reproach == (("wording",) if wrong else ())
    assert one.reason.startswith("almost letter" if wrong else "not checked: no source is named; nearest ")


@pytest.mark.parametrize("key", ['"text"', "text", "'Deployer'"])
def test_a_string_of_a_program_is_no_quotation_of_an_unnamed_source(key: str) -> None:
    words = DEPLOYED.replace("body using", "body running")
    (string,) = aidefs.find_quotations(f'{{\n  {key}: "{words}",\n}}\n')
    assert not string.wrong
    named = f'{{\n  {key}: "AI Act, Article 3(4): {words}",\n}}\n'
    assert any(one.wrong for one in aidefs.find_quotations(named))
    assert all(one.wrong for one in aidefs.find_quotations(f'A good definition is this: "{words}".'))


def test_a_few_words_in_prose_are_no_quotation() -> None:
    sentence = "The AI Act defines the categorisation of people as {}."
    words = "assigning natural persons to categories on the basis of biometric data"
    assert not any(one.wrong for one in aidefs.find_quotations(sentence.format(words)))
    (one,) = aidefs.find_quotations(sentence.format(f"“{words}”"))
    assert one.reproach == ("wording",)


@pytest.mark.parametrize(
    "said",
    [
        "modelli di intelligenza artificiale: i modelli definiti dall'articolo 3, punto 63)",
        "“dati”: i dati definiti dall'articolo 3, punto 29)",
    ],
)
def test_a_definition_of_a_term_that_is_not_stored_is_not_checked(said: str) -> None:
    law = "Legge 132/2025, art. 2, comma 1: «{}, del regolamento (UE) 2024/1689»."
    assert not any(one.wrong for one in aidefs.find_quotations(law.format(said)))


@pytest.mark.parametrize(
    "said",
    [
        "sistema di intelligenza artificiale: il sistema descritto dall'articolo 3, punto 63)",
        "il sistema descritto dall'articolo 3, punto 63)",
    ],
)
def test_its_own_term_before_it_is_checked(said: str) -> None:
    law = "Legge 132/2025, art. 2, comma 1: «{}, del regolamento (UE) 2024/1689»."
    assert [one.reproach for one in aidefs.find_quotations(law.format(said))] == [("wording",)]


def test_another_term_before_a_definition_letter_for_letter_is_a_fault() -> None:
    provider = aidefs.get("eu-ai-act-2024-provider").text.strip("; .")
    said = provider.replace("‘provider’", "‘supplier’")
    assert said != provider
    assert [one.reproach for one in aidefs.find_quotations(f"Art. 3(3) AI Act: “{said}”")] == [("wording",)]


def test_in_one_line_of_json_the_string_of_another_key_is_no_part_of_the_text_before() -> None:
    oecd, coe = (aidefs.get(name).text.strip(".") for name in ("oecd", "coe"))
    coe = coe[coe.index("a machine") :].replace("may", "can")
    document = f'{{"oecd":{{"ai_system":"{oecd}"}},"coe":{{"ai_system":"{coe}"}}}}'
    found = aidefs.find_quotations(document)
    assert not any(one.wrong for one in found)
    assert all(one.attribution.fits is None for one in found)


_EU = aidefs.get("eu").text.rstrip(";")
_RIGHT = _EU[_EU.index("a machine") :]
_WRONG = _RIGHT.replace("may exhibit", "must exhibit")


@pytest.mark.parametrize(
    ("document", "wrong"),
    [
        ("| Wrong | Right |\n|---|---|\n| “{w}” | “{r}” |\n\n(Article 3(1) AI Act)\n", 0),
        ("| Falsch | Richtig |\n|---|---|\n| “{w}” | “{r}” |\n\n(Art. 3 Nr. 1 KI-VO)\n", 0),
        ("| Right | Wrong |\n|---|---|\n| “{r}” | “{w}” |\n\n(Article 3(1) AI Act)\n", 0),
        ("| Wrong | Right |\n|---|---|\n| “{r}” | “{w}” |\n\n(Article 3(1) AI Act)\n", 1),
        ("| AI Act | Note |\n|---|---|\n| “{w}” | wrong |\n", 1),
        ("❌ “{w}”\n✅ “{r}”\n— quoting Article 3(1) AI Act\n", 0),
        ("- ❌ Article 3(1) AI Act: “{w}”\n- ✅ Article 3(1) AI Act: “{r}”\n", 0),
        ("- ❌ Minors\n- ✅ Article 3(1) AI Act: “{w}”\n", 1),
        ("❌ OECD. Article 3(1) AI Act: “{w}”\n", 1),
    ],
)
def test_what_is_shown_as_an_error_beside_what_is_right(document: str, wrong: int) -> None:
    found = aidefs.find_quotations(document.format(w=_WRONG, r=_RIGHT))
    assert sum(one.wrong for one in found) == wrong


_DEVELOPER = (
    "a person doing business in {} that develops or intentionally and substantially modifies an {} system"
)


@pytest.mark.parametrize(
    "document",
    [
        "## Colorado AI Act\n\nDeveloper: {}.\n",
        "## Key definitions under the Colorado AI Act\n\n- **Developer**: {}.\n",
        "| Term | Colorado AI Act |\n|---|---|\n| Developer | {} |\n",
    ],
)
def test_who_has_the_name_of_a_state_for_this_state_tells_of_its_law(document: str) -> None:
    told = _DEVELOPER.format("Colorado", "artificial intelligence")
    assert not any(one.wrong for one in aidefs.find_quotations(document.format(told)))
    short = _DEVELOPER.format("Colorado", "AI")
    assert not any(one.wrong for one in aidefs.find_quotations(document.format(short)))
    # Between marks, below a label for a law's own words, and where another word is the other one it is wrong.
    assert all(one.wrong for one in aidefs.find_quotations(document.format(f"“{told}”")))
    statutory = f"# Colorado AI Act\n\n## Statutory Definition\n\n“Developer” means {told}."
    assert [one.wrong for one in aidefs.find_quotations(statutory)] == [True]
    other = _DEVELOPER.format("this state", "artificial intelligence").replace("modifies", "changes")
    assert [one.wrong for one in aidefs.find_quotations(document.format(other))] == [True]


@pytest.mark.parametrize(("head", "reproach"), [("EU AI Act", []), ("Texas TRAIGA (HB 149)", [("source",)])])
def test_what_the_next_cell_names_is_no_source_of_a_cell(head: str, reproach: list[tuple[str, ...]]) -> None:
    table = (
        f"| Who | {head} | Colorado AI Act |\n|---|---|---|\n"
        f"| Use | Deployer: {DEPLOYED} | Deployer: somebody in Colorado that deploys a high-risk system |\n"
    )
    assert [one.reproach for one in aidefs.find_quotations(table) if one.wrong] == reproach
