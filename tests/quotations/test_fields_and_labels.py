"""What the field of a program, a label or a heading says of the words that stand in or below it."""

from __future__ import annotations

import json

import pytest

import aidefs
from aidefs.library.library import Library
from aidefs.quotations.index import index_of
from aidefs.quotations.marks import QuotedSpan, field_of, is_key, quoted_spans
from aidefs.text.languages import profiles

TITLES = index_of(Library.shipped()).titles
EU_PROVIDER = aidefs.get("eu-ai-act-2024-provider").text
EU_PROVIDER = "A" + EU_PROVIDER[EU_PROVIDER.index(" natural") :].rstrip(";.") + "."
LOOSE = (
    "A person or entity that develops an AI system or has one developed and places it on the market "
    "or puts it into service under its own name or trademark."
)
WRONG = (
    "a natural or legal person, public authority, agency or other body using an AI system under its "
    "control except where the AI system is used in the course of a personal non-professional activity"
)


def reproached(text: str) -> list[str]:
    """The texts whose words are reproached."""
    return [one.definition.id for one in aidefs.find_quotations(text) if one.wrong]


@pytest.mark.parametrize(
    "key",
    [
        "summary",
        "plainEnglishSummary",
        "role_desc",
        "description",
        "answer",
        "tooltip",
        "Beschreibung",
        "explicación",
    ],
)
def test_a_field_for_an_authors_own_words_has_them(key: str) -> None:
    document = json.dumps(
        {"law": "EU AI Act", "article": "Article 3(3)", "term": "provider", key: LOOSE}, indent=2
    )
    assert reproached(document) == []


@pytest.mark.parametrize(("key", "wrong"), [("answer", 0), ("explanation", 0), ("definition", 1)])
def test_the_marks_of_a_string_are_none_of_words_of_introduction(key: str, wrong: int) -> None:
    told = (
        "A deployer is a natural or legal person, public authority, agency or other body that uses an AI "
        "system under its authority, except for personal non-professional activity."
    )
    document = json.dumps([{"question": "What is a deployer under the EU AI Act?", key: told}])
    assert len(reproached(document)) == wrong


def test_options_of_a_question_are_its_authors_own_words() -> None:
    quiz = {
        "question": "Who is a provider under the EU AI Act?",
        "options": ["Only the end user.", "Only government agencies.", LOOSE],
    }
    assert reproached(json.dumps(quiz, indent=2)) == []


@pytest.mark.parametrize("key", ["description", "definition", "text"])
def test_a_copy_with_an_error_is_one_in_any_field_but_a_summary(key: str) -> None:
    given = {
        "law": "EU AI Act",
        "article": "Article 3(4)",
        "term": "deployer",
        key: f"‘deployer’ means {WRONG}",
    }
    assert len(reproached(json.dumps(given, indent=2, ensure_ascii=False))) == 1
    summed = {**given, "summary": given[key]}
    del summed[key]
    assert reproached(json.dumps(summed, indent=2, ensure_ascii=False)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"summary": "An AI system is"}', "summary"),
        ('plainEnglishSummary: "An AI system is",', "plain english summary"),
        ("role_desc = 'An AI system is'", "role desc"),
        ('{"options": ["No one.", "An AI system is"]}', "options"),
        ('He said "An AI system is"', ""),
        ("An AI system is", ""),
    ],
)
def test_the_field_of_a_string_is_named(text: str, name: str) -> None:
    assert field_of(quoted_spans(text), text, text.index("An AI")) == name


def test_a_key_is_no_quotation() -> None:
    text = '{"article of the AI Act": "Art. 3", "said": "no key"}'
    spans = {text[slice(*one.inner)]: one for one in quoted_spans(text)}
    assert is_key(spans["article of the AI Act"], text)
    assert not is_key(spans["no key"], text)
    assert not is_key(QuotedSpan(0, 1, False), text)
    assert not is_key(quoted_spans('The term "AI system": a machine')[0], 'The term "AI system": a machine')


def test_a_key_is_held_against_nothing() -> None:
    document = (
        '{\n  "article art3 label": "Art. 3 AI Act - Definitions of an AI system",\n'
        '  "article recital12 label of the definition": "Recital 12 AI Act"\n}'
    )
    assert reproached(document) == []


@pytest.mark.parametrize(
    "word", ["Az", "Według", "Selon", "Segundo", "Enligt", "Ifølge", "Podle", "Tämä", "Dieser", "Secondo"]
)
def test_a_sentence_may_begin_with_any_word_before_the_name_of_a_law(word: str) -> None:
    [name] = TITLES.mentions(f"{word} AI Act")
    assert (name.text, "eu-ai-act-2024" in name.ids) == ("AI Act", True)


@pytest.mark.parametrize("name", ["Ruritanian AI Act", "Korean AI Act", "Responsible AI Act"])
def test_another_law_is_none_that_is_stored(name: str) -> None:
    assert not any("eu-ai-act-2024" in one.ids for one in TITLES.mentions(f"The {name} defines it"))


def test_no_function_word_is_part_of_a_name() -> None:
    """In each language: whatever a sentence begins with, the law behind it is known."""
    for one in profiles():
        for word in one.function_words.split():
            if word.isalpha() and word.islower():
                found = TITLES.mentions(f"{word.capitalize()} AI Act")
                assert all(name.ids for name in found), (one.tag, word, found)


RENDERED = (
    "gépi alapú rendszer, amelyet úgy terveztek, hogy a telepítés után különböző szintű autonómiával "
    "működjön, és amely a kapott bemenetből arra következtet, hogyan generáljon olyan kimeneteket, "
    "mint előrejelzések, tartalom, ajánlások"
)


@pytest.mark.parametrize("provision", ["3. cikk 1. pontja", "3. cikk (1) bekezdése", "3. cikk"])
def test_the_number_stands_before_the_article(provision: str) -> None:
    document = f'Az AI Act {provision} szerint AI-rendszer: "{RENDERED}".'
    assert len(reproached(document)) == 1
    assert reproached(document.replace(provision, "2. cikk 7. pontja")) == []


def test_a_label_before_a_chinese_colon_is_none_of_the_words() -> None:
    official = Library.shipped()["eu-ai-act-2024-de"].text
    assert reproached(f"*德文：{official}*") == []


OF_OECD = (
    "A machine-based system that can, for a given set of human-defined objectives, make predictions, "
    "recommendations, or decisions influencing real or virtual environments."
)


def test_the_title_of_a_glossary_does_not_say_whose_words_an_entry_has() -> None:
    entry = f"## artificial intelligence\n\n{OF_OECD}\n"
    assert reproached(f"# NIST CSRC Glossary\n\n{entry}") == []
    assert len(reproached(f"# NIST\n\n## Definition\n\n> {OF_OECD}\n")) == 1


OF_COLORADO = (
    "Any machine-based system that, for any explicit or implicit objective, infers from input to "
    "generate outputs that can influence decisions."
)


@pytest.mark.parametrize(
    "label",
    [
        "**Colorado AI Act Definition:**\n\n",
        "Definition of the Colorado AI Act:\n\n",
        "**Colorado AI Act definition:** ",
        "Text of the Colorado AI Act:\n",
    ],
)
def test_what_is_labelled_as_the_definition_of_a_law_is_held_against_it(label: str) -> None:
    assert len(reproached(f"# Laws differ\n\n{label}{OF_COLORADO}\n")) == 1


def test_what_is_far_from_the_law_below_such_a_label_is_its_authors_own() -> None:
    document = "# Laws differ\n\n**EU AI Act Definition:**\n\n{}\n"
    shortened = (
        "A machine-based system designed to operate with varying levels of autonomy, that may exhibit "
        "adaptiveness, and that infers how to generate outputs (predictions, content) from inputs."
    )
    loose = "A machine-based system that operates with some autonomy and infers what to put out."
    assert reproached(document.format(shortened)) == ["eu-ai-act-2024"]
    assert reproached(document.format(loose)) == []


@pytest.mark.parametrize(
    "label",
    [
        "**Colorado AI Act definition in brief:**\n\n",
        "**What the Colorado AI Act definition comes to:**\n\n",
        "**Colorado AI Act:** to put it shortly, ",
        "**Definition (compare the Colorado AI Act):** in our words ",
    ],
)
def test_what_a_label_says_more_is_its_authors_own(label: str) -> None:
    assert reproached(f"# Laws differ\n\n{label}{OF_COLORADO}\n") == []


OF_PROVIDER = (
    "Anbieter (provider) ist eine natürliche oder juristische Person, Behörde, Einrichtung oder "
    "sonstige Stelle, die ein KI-System oder ein GPAI-Modell entwickelt oder entwickeln lässt und "
    "dieses KI-System oder GPAI-Modell unter ihrem eigenen Namen oder ihrer eigenen Marke — "
    "entgeltlich oder unentgeltlich — in Verkehr bringt oder in Betrieb nimmt."
)


def test_below_legal_definition_a_law_is_quoted() -> None:
    document = "# Anbieter\n\n## {} — Art. 3 Nr. 3 KI-VO\n\n" + OF_PROVIDER + "\n"
    assert len(reproached(document.format("Legaldefinition"))) == 1
    assert reproached(document.format("Überblick")) == []
    assert reproached(document.format("Keine Legaldefinition")) == []


SHORTENED = (
    "a machine-based system designed to operate with varying levels of autonomy, that may "
    "exhibit adaptiveness "
    "after deployment, and that, for explicit or implicit objectives, infers from the input it "
    "receives how to "
    "generate outputs (predictions, content, recommendations, decisions) that influence physical or virtual "
    "environments"
)


def test_a_definition_with_its_provision_in_the_label_is_quoted() -> None:
    entry = "STATED OBJECTIVES (recitals): health.\n\n{}: {}. A broad definition.\n"
    assert len(reproached(entry.format("DEFINITION OF AN “AI SYSTEM” (Art. 3, 1)", SHORTENED))) == 1
    assert reproached(entry.format("WHAT AN “AI SYSTEM” COMES TO", SHORTENED)) == []
    assert reproached(entry.format("SUMMARY OF “AI SYSTEM” (Art. 3, 1)", SHORTENED)) == []


# In the words of nobody official throughout, by the language of their label and heading.
RESTATED = {
    "de": "## {}\n\n**KI-System** ({}):\nEin maschinenbasiertes System, das so konzipiert ist, dass es mit "
    "unterschiedlichem Grad an Autonomie arbeitet und nach der Bereitstellung "
    "Anpassungsfähigkeit zeigen kann "
    "und das für explizite oder implizite Ziele aus den empfangenen Eingaben ableitet, wie Ausgaben wie "
    "Vorhersagen, Inhalte, Empfehlungen oder Entscheidungen erzeugt werden, die physische oder virtuelle "
    "Umgebungen beeinflussen können.\n",
    "es": "## {}\n\n**Sistema de IA** ({}):\nUn sistema basado en máquinas, concebido para "
    "operar con diversos "
    "niveles de autonomía, que puede mostrar adaptabilidad tras su despliegue y que, para "
    "objetivos explícitos o "
    "implícitos, deduce de las entradas recibidas cómo generar resultados como predicciones, contenidos, "
    "recomendaciones o decisiones que influyen en entornos físicos o virtuales.\n",
    "cs": "## {}\n\n**Systém AI** ({}):\nStrojový systém navržený tak, aby fungoval s různou "
    "mírou autonomie a po "
    "nasazení mohl vykazovat přizpůsobivost, a který pro explicitní nebo implicitní cíle z přijatých vstupů "
    "odvozuje, jak vytvářet výstupy, jako jsou předpovědi, obsah, doporučení nebo rozhodnutí, "
    "jež mohou ovlivnit "
    "fyzické nebo virtuální prostředí.\n",
}


@pytest.mark.parametrize(
    ("lang", "heading", "provision", "other"),
    [
        ("de", "Schlüsseldefinitionen", "Artikel 3(1)", "Kurz gesagt"),
        ("de", "Begriffsbestimmungen", "Art. 3 Nr. 1", "Überblick"),
        ("es", "Definiciones clave", "artículo 3.1", "Resumen"),
        ("cs", "Definice", "čl. 3 bod 1", "Shrnutí"),
    ],
)
def test_an_entry_among_definitions_is_held_against_its_provision(
    lang: str, heading: str, provision: str, other: str
) -> None:
    document = RESTATED[lang]
    found = aidefs.find_quotations(document.format(heading, provision))
    assert [(one.definition.id, one.reproach) for one in found] == [(f"eu-ai-act-2024-{lang}", ("wording",))]
    assert reproached(document.format(other, provision)) == []
    assert reproached(document.format(heading, "in unseren Worten")) == []


def test_the_title_of_a_document_does_not_make_a_copy_a_summary() -> None:
    copied = EU_PROVIDER.replace("authority, agency or", "authority, agency, or")
    document = "# EU AI Act {}\n\n## {}\n\n### Provider\n" + copied + "\n"
    assert len(reproached(document.format("Summary", "Key Definitions"))) == 1
    assert reproached(document.format("Guide", "Definitions in brief")) == []


def test_a_cell_is_held_against_a_text_though_nothing_is_named() -> None:
    copied = EU_PROVIDER.replace("authority, agency or other", "authority, agency and other").rstrip(".")
    table = "| Term | Definition |\n|---|---|\n| Provider | {} |\n"
    assert len(reproached(table.format(copied))) == 1
    assert reproached(table.format(copied.replace("natural or legal person", "company"))) == []


def test_what_something_is_called_is_no_quotation() -> None:
    triple = (
        'eu:law rdfs:comment "Article 3 of the EU AI Act." .\n\n:puts rdfs:{} "puts into '
        'service under own name" ;\n'
        "    rdfs:domain :provider .\n"
    )
    assert reproached(triple.format("label")) == []
    assert len(reproached(triple.format("quote"))) == 1


def test_a_list_below_a_statutory_definition_is_quoted() -> None:
    grounds = "age, color, disability, ethnicity, genetic information, national origin, race, religion, sex"
    listed = (
        "**“Algorithmic discrimination”** means any condition in which the use of an artificial intelligence "
        "system results in an unlawful differential treatment or impact that disfavors an individual or "
        "group of individuals on the basis of their actual or perceived:\n\n"
    ) + "".join(f"- {ground.capitalize()}\n" for ground in grounds.split(", "))
    document = f"# Algorithmic Discrimination — § 6-1-1701(1)\n\n## {{}}\n\n{listed}\n"
    assert len(reproached(document.format("Statutory Definition"))) == 1
    assert reproached(document.format("Overview")) == []


AMONG = (
    "# {}\n\nIt applies to whoever places AI systems on the market.\n\n## {}\n\n**Deployer**: A natural or "
    "legal person, public authority, agency, or other body which uses an AI system under its control except "
    "where the AI system is used in the course of a private non-professional pursuit.\n"
)


def test_among_the_definitions_of_a_law_it_is_quoted() -> None:
    assert len(reproached(AMONG.format("The EU AI Act", "Key definitions"))) == 1
    assert reproached(AMONG.format("The EU AI Act", "Definitions in plain language")) == []
    assert reproached(AMONG.format("The EU AI Act", "Who is who")) == []
    assert reproached(AMONG.format("The EU AI Act and the Colorado AI Act", "Key definitions")) == []
    assert reproached(AMONG.format("Our policy", "Key definitions")) == []


def test_a_pattern_is_no_quotation() -> None:
    said = 'CHECKS = {{"AI Act, Article 3(4)": [{}"using an AI system under its control except where"]}}'
    assert reproached(said.format("r")) == []
    assert len(reproached(said.format(""))) == 1


RIGHT = WRONG.replace("control", "authority")
QUIZ = "{ask}\na) “{w}”\nb) “{r}”\nc) “{w}”\n"


@pytest.mark.parametrize(
    "document",
    [
        QUIZ.replace("{ask}", "Which is the definition of deployer in Article 3(4) of the AI Act?"),
        QUIZ.replace("{ask}", "Welche Definition hat Art. 3 Nr. 4 KI-VO?"),
        QUIZ.replace("{ask}", "Quelle est la définition de l’article 3, point 4, du règlement sur l’IA ?"),
        QUIZ.replace("{ask}", "¿Cuál es la definición del artículo 3 del Reglamento de IA?"),
        QUIZ.replace("{ask}", "Qual è la definizione dell’articolo 3 del regolamento sull’IA?"),
        "True or false? Article 3(4) of the AI Act defines a deployer as “{w}”.",
        "Find the mistake in this quotation of Article 3(4) of the AI Act: “{w}”",
        "Richtig oder falsch? Art. 3 Nr. 4 KI-VO: „{w}“",
        "Vrai ou faux ? L’article 3, point 4, du règlement sur l’IA : « {w} »",
        "Prawda czy fałsz? Art. 3 pkt 4 aktu w sprawie sztucznej inteligencji: „{w}”",
        "Article 3(4) of the AI Act: “a natural or legal ______, public authority, agency or other body "
        "using an AI system under its ______”.",
    ],
)
def test_an_exercise_is_no_quotation(document: str) -> None:
    assert reproached(document.replace("{w}", WRONG).replace("{r}", RIGHT)) == []


def test_strings_to_choose_from_are_no_quotations() -> None:
    quiz = {"question": "Which is Article 3(4) of the AI Act?", "candidates": [WRONG, RIGHT], "answer": 1}
    assert reproached(json.dumps(quiz)) == []
    told = {"law": "Article 3(4) of the AI Act", "deployer": [WRONG, RIGHT]}
    assert reproached(json.dumps(told)) == ["eu-ai-act-2024-deployer"]


@pytest.mark.parametrize(
    "document",
    [
        "What does Article 3(4) of the AI Act say?\na) “{w}”\n",
        "Article 3(4) of the AI Act says:\na) “{w}”\nb) “{r}”\n",
        "True or false? Answer: Article 3(4) of the AI Act defines a deployer as “{w}”.",
        "Who finds the mistake may keep it. Article 3(4) of the AI Act defines a deployer as “{w}”.",
        "Article 3(4) of the AI Act: “___{w}___”.",
    ],
)
def test_an_answer_is_one(document: str) -> None:
    assert "eu-ai-act-2024-deployer" in reproached(document.replace("{w}", WRONG).replace("{r}", RIGHT))
