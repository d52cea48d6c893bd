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
