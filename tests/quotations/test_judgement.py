"""The rules on what is reproached: each decides an example, in the order that the documentation states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.wordings import CHANGED, DEFINIENS, OECD, REWORDED

import aidefs
from aidefs.quotations import reporting
from aidefs.quotations.case import Case
from aidefs.quotations.judgement import RULES, VERSION_MEANT, Rule, deciding
from aidefs.quotations.sayings import is_disclaimed

PAGE = (Path(__file__).parents[2] / "docs" / "quotations.md").read_text(encoding="utf-8")

DRAFT = aidefs.get("eu-parliament-2024-03-general-purpose-ai-model").text.rstrip(";")
INVENTED = "any computer program that makes decisions and predictions on behalf of a citizen"
USING = "using an AI system under its authority"
PERSONAL = "the AI system is used in the course of a personal non-professional activity"

EXAMPLES = {
    "a recital or annex": "Recital 12 of the AI Act has “AI systems are designed to operate with varying "
    "levels of autonomy”.",
    "a question": f"Does Article 3(1) of the AI Act say “{CHANGED}?”",
    "somebody else's words": f"The AI Act is in force. IBM defines an AI system as “{CHANGED}”.",
    "in no version, and not said to be": "Wrongly, the slide says that the AI Act defines an AI system as "
    f"“{INVENTED}”.",
    "said not to be of the text named": f"The OECD defines it as “{DEFINIENS}”. No such words stand there.",
    "in no version": f"The AI Act defines an AI system as “{INVENTED}”.",
    "a text outside of the collection": f"Mont. Code Ann. § 30-14-2802 says “{CHANGED}”.",
    "a definition of another term": "Legge 132/2025, art. 2: «modelli di intelligenza artificiale: i modelli "
    "definiti dall'articolo 3, punto 63), del regolamento (UE) 2024/1689».",
    "a law's own definition": f"(3) “Artificial intelligence system” means {CHANGED};",
    "a law's own definition, exact": f"(1) “AI system” means {DEFINIENS};",
    "another stage": f"An early leak of the AI Act had “{CHANGED}”.",
    "another translation": f"Machine translation of the AI Act: “{CHANGED}”.",
    "said not to be its words": f"Some wish that the AI Act read “{CHANGED}”.",
    "said to be its sense": f"The AI Act defines an AI system, in substance, as {CHANGED}.",
    "perhaps of guidelines": "For example, the EU AI Act defines a provider as “a natural "
    "or legal person, public or private, who is responsible for the assembly of any AI system”.",
    "somebody's words on the text": f"The court noted that the AI Act covers “{CHANGED}”.",
    "a list": "The elements of Article 3(1) of the AI Act are:\n\n"
    "- a machine-based system;\n"
    "- that is designed to operate with varying levels of autonomy;\n"
    "- that may exhibit adaptiveness after deployment;\n"
    "- that, for explicit or implicit objectives;\n"
    "- infers, from the input it receives, how to generate outputs;\n",
    "its author's own words": "| Law | Definition |\n|---|---|\n| AI Act | machine-based system designed to "
    "operate with varying levels of autonomy, that may exhibit adaptiveness and that infers, from input, how "
    "to generate outputs (predictions, content, recommendations, decisions) that can influence physical or "
    "virtual environments |\n",
    "prose below a title": "# Why AIDA failed\n\nThe new strategy takes the usual formula: "
    f"An AI system is {OECD}. Perhaps it will do.",
    "another text, changed": f"The OECD says “{CHANGED}”.",
    "another term": "A provider, under Article 3(3) of Regulation (EU) 2024/1689, is an entity "
    f"“{USING} except where {PERSONAL}”.",
    "another text": f"The OECD says “{DEFINIENS}”.",
    "like another text": f"The OECD defines an AI system as {REWORDED}, and so on.",
    "a paraphrase of another text": "The 2024 bill of Connecticut, S.B. 2, spoke of “any machine-based "
    "system that, for any explicit or implicit objective, makes predictions, recommendations, or decisions "
    "influencing real or virtual environments”.",
    "said to end before a condition": "Article 3(4) of the AI Act defines a deployer as “public authority, "
    f"agency or other body {USING}.” Full stop.",
    "said to be whole": "La définition du règlement (UE) 2024/1689, article 3, point 4, citée en entier, "
    "vise « une personne physique ou morale, une autorité publique, une agence ou un autre organisme "
    "utilisant sous sa propre autorité un système d’IA ».",
    "short of a condition": "Article 3(4) of the AI Act defines a deployer as “a natural or legal person, "
    f"public authority, agency or other body {USING}”.",
    "exact, or a paraphrase": f"The AI Act says “{DEFINIENS}”.",
    "prose": f"The AI Act says that it is {REWORDED} and so on.",
    "put right": "Rhode Island's S.B. 117 regulates tools which “act in a way that replaces human cognitive "
    "abilities”. Staff checked; the bill says “resembles”.",
    "the text that is named": f"The AI Act says “{CHANGED}”.",
    "another stored text": "Somebody wrote: “‘AI system’ means a machine-based system designed to operate "
    "with varying levels of autonomy, that may exhibit adaptiveness after deployment and that, for explicit "
    "or implicit objectives, infers, from the input it receives, how to generate outputs such as "
    "predictions, content, recommendations, or decisions that can influence physical or virtual "
    "environments;”",
    "almost a text": f"Somebody says “{CHANGED}”.",
    "no source": f"Somebody says “{REWORDED}”.",
    "the version that is meant": f"In March 2024 the Parliament’s text of the AI Act read “{DRAFT}”.",
}


@pytest.fixture
def decided(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[Case, Rule]]]:
    """What is decided on the passages that are found, in their order."""
    found: list[tuple[Case, Rule]] = []

    def recording(case: Case) -> Rule:
        found.append((case, deciding(case)))
        return found[-1][1]

    monkeypatch.setattr(reporting, "deciding", recording)
    yield found


@pytest.mark.parametrize("rule", [*RULES, VERSION_MEANT], ids=lambda rule: rule.name)
def test_each_rule_decides_its_example(rule: Rule, decided: list[tuple[Case, Rule]]) -> None:
    found = aidefs.find_quotations(EXAMPLES[rule.name])
    case, first = decided[0]
    assert first.name == rule.name
    if len(decided) == 1:  # not looked at again, as a fragment of the text that is named
        assert [(one.reproach, one.reason) for one in found] == [(rule.reproach, rule.says(case))]


def test_what_no_rule_asks_for_is_not_worked_out(decided: list[tuple[Case, Rule]]) -> None:
    aidefs.find_quotations(EXAMPLES["exact, or a paraphrase"])
    [(case, _)] = decided
    assert not {"introduction", "behind", "reported", "disclaimed", "others"} & vars(case).keys()


def test_the_documentation_has_the_rules_in_their_order() -> None:
    section = PAGE.partition("### Which rule decides")[2].partition("\n## ")[0]
    rows = [
        [cell.strip() for cell in row.split("|")[1:-1]] for row in re.findall(r"^\| .*\|$", section, re.M)
    ]
    stated = [(name, reason, reproach) for name, _, reason, reproach in rows[1:]]
    assert stated == [
        (one.name, re.sub(r"\{.*\}", "…", one.reason), ", ".join(one.reproach) or "none") for one in RULES
    ]
    assert f"“{VERSION_MEANT.reason}”".strip("“”") in section


def test_the_last_rule_decides_whatever_is_known() -> None:
    assert RULES[-1].holds(None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "disclaimed"),
    [
        ("In leichter Sprache sagt Art. 3 Nr. 1 KI-VO:", True),
        ("In simple language Article 3(1) of the AI Act says:", True),
        ("Prostym językiem, art. 3 pkt 1 aktu o sztucznej inteligencji:", True),
        ("Artikel 3 Nummer 1 KI-VO lautet:", False),
        ("In German, Article 3(1) of the AI Act says:", False),
    ],
)
def test_a_text_in_plain_language_is_not_its_words(before: str, disclaimed: bool) -> None:
    assert is_disclaimed(f"{before} ", "") is disclaimed


# --- what a document says at its head, and what a label does -------------------------------------

NEAR = DEFINIENS.replace("after deployment", "after release").replace("physical or virtual ", "")
FIELDS = f"terms:\n  ai_system:\n    article: 3(1) AI Act\n    text: >\n      {NEAR}\n"
PARAPHRASES = (
    "These are compact paraphrases of Art. 3 of the AI Act.",
    "Not a verbatim transcription of the AI Act.",
    "The definitions below are paraphrased from the AI Act.",
    "Die Definitionen sind gegenüber dem AI Act vereinfacht; keine wörtliche Wiedergabe.",
    "Les définitions sont résumées ; ce n'est pas une transcription littérale de l'AI Act.",
    "Las definiciones del AI Act están resumidas.",
    "Le definizioni dell'AI Act sono riassunte.",
    "De definities van de AI Act zijn ingekort.",
    "Definicje AI Act są skrócone.",
    "As definições do AI Act são resumidas.",
)


@pytest.mark.parametrize("said", PARAPHRASES)
def test_a_document_that_says_at_its_head_that_it_paraphrases_quotes_nothing_without_marks(said: str) -> None:
    assert wrong(f"# The AI Act.\n\n{FIELDS}")
    assert not wrong(f"# {said}\n\n{FIELDS}")
    assert not wrong(f"# {said}\n\n{FIELDS.replace(NEAR, PERSONS)}"), "nor is it short of a condition"
    assert wrong(f"# {said}\n\n{FIELDS}\nArticle 3(1) of the AI Act says “{CHANGED}”.\n"), "between marks"
    assert wrong(f"# The AI Act.\n\n{FIELDS}\n{'Nothing. ' * 150}\n{said}\n"), "too late for a head"


PERSONS = (
    "a natural or legal person, public authority, agency or other body using an AI system under its authority"
)


USES = (
    "a natural or legal person, public authority, agency or other body that uses an AI system under its "
    "authority except where the AI system is used in the course of a personal non-professional activity"
)


@pytest.mark.parametrize(
    "lead",
    [
        "In our words:",
        "This policy follows the EU AI Act. For this policy:",
        "For the purposes of this Agreement, the following terms are used:",
        "Use the following working definitions:",
        "Where there is a definition we have stayed close to it.",
        "Capitalised terms are those of the Act with minor changes.",
        "Die Begriffe geben Artikel 3 vereinfacht wieder.",
        "Im Sinne dieser Betriebsvereinbarung ist",
        "Les définitions sont librement inspirées du règlement.",
        "A efectos de esta política:",
        "Definizioni adattate ai nostri servizi.",
        "De begrippen zijn aangepast.",
        "Na potrzeby niniejszej polityki:",
        "Para os efeitos deste contrato:",
    ],
)
def test_a_paragraph_that_leads_to_entries_says_that_they_are_its_authors(lead: str) -> None:
    document = (
        "# The EU AI Act\n\n## Key definitions\n\n{}\n\n**Deployer** (Article 3(4)): {}.\n\n**Risk**: {}.\n"
    )
    assert not wrong(document.format(lead, USES, "what may happen"))
    assert not wrong(document.format(lead, PERSONS, "what may happen")), "nor is it short of a condition"
    assert wrong(document.format(lead, f"“{USES}”", "what may happen")), "between marks"
    for plain in (
        "The Act defines these terms.",
        "We have adapted our tools to the Act.",
        "The Act was adapted in trilogue. Its terms matter most.",
        "This page is a shortened guide.",
        "**Note**: in our words",
    ):
        assert wrong(document.format(plain, USES, "what may happen"))
    assert wrong(document.format("The Act defines these terms.", USES, "in our words, harm")), "behind it"


@pytest.mark.parametrize(
    ("column", "own"),
    [
        ("Definition", False),
        ("Text", False),
        ("Short definition", True),
        ("Adapted definition", True),
        ("Our wording", True),
        ("What it means", True),
        ("Arbeitsdefinition", True),
        ("Définition abrégée", True),
        ("Definizione sintetica", True),
    ],
)
def test_a_column_for_its_authors_own_definitions_quotes_nothing(column: str, own: bool) -> None:
    table = f"| Term | {column} | Source |\n|---|---|---|\n| Deployer | {{}} | AI Act, Article 3(4) |\n"
    assert wrong(table.format(USES)) is not own
    assert wrong(table.format(PERSONS)) is not own
    assert wrong(table.format(f"“{USES}”"))


@pytest.mark.parametrize(
    "label",
    [
        "Definition (exact statutory language):",
        "AI system (verbatim text):",
        "Statutory definition:",
        "Legaldefinition:",
        "Définition légale :",
        "Definición legal:",
    ],
)
def test_a_label_that_says_that_a_laws_definition_follows_makes_it_a_quotation(label: str) -> None:
    assert wrong(f"# The EU AI Act\n\n**{label}** A {NEAR.removeprefix('a ')}.\n")
    for free in ("Definition in our own words:", "In short:"):
        assert not wrong(f"# The EU AI Act\n\n**{free}** A {NEAR.removeprefix('a ')}.\n")


def wrong(text: str) -> bool:
    return any(one.wrong for one in aidefs.find_quotations(text))
