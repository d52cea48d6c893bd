"""Which version of an instrument a name means, and whether words are those of another version."""

from __future__ import annotations

import pytest

import aidefs
from aidefs.quotations.index import index_of
from aidefs.quotations.versions import has_become_law, is_another_version, year_told


@pytest.mark.parametrize(
    ("sentence", "context", "year"),
    [
        ("The OECD said in 2019 that", "", "2019"),
        ("It said that", "OECD (2023)", "2023"),
        ("It said that", "", ""),
        ("The texts of 2019 and 2023 say", "", None),
        ("The Recommendation, first adopted in 2019, says", "", ""),
        ("Regulation (EU) 2024/1689 says", "", ""),
    ],
)
def test_the_year_that_tells_a_version(sentence: str, context: str, year: str | None) -> None:
    assert year_told(sentence, context) == year


def test_a_bill_is_law_where_the_document_says_so() -> None:
    assert has_become_law("SB 53 was signed in September.", ["SB 53"])
    assert not has_become_law("SB 53, if enacted, would be the first.", ["SB 53"])
    assert not has_become_law("SB 1047 was signed by nobody. SB 53 is a bill.", ["SB 53"])
    assert has_become_law("", ["Bus. & Prof. Code § 22757.11"])


def test_another_version_than_the_one_that_is_meant() -> None:
    index = index_of(None)

    def other(name: str, named: str, year: str = "", *, enacted: bool = False) -> bool:
        return is_another_version(name, [named], year, index, enacted=enacted)

    assert other("eu-parliament-2023", "eu-ai-act-2024") and not other("eu-ai-act-2024", "eu-ai-act-2024")
    assert not other("oecd-2019", "oecd-2024") and other("oecd-2019", "oecd-2024", "2023")
    assert not other("coe-2024", "eu-ai-act-2024")
    july, now = "us-ca-sb53-2025-07-catastrophic-risk", "us-ca-sb53-2025-catastrophic-risk"
    assert other(july, now, enacted=True) and not other(july, now)


ANNEX = "designed to operate with elements of autonomy"  # the Council's; the Act has "varying levels"
OF_2019 = "make predictions, recommendations, or decisions influencing real or virtual environments"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"In the AI Act the system is “{ANNEX}”.", True),
        (f"The Council's general approach wants it “{ANNEX}”.", False),
        (f"The AI Act no longer has “{ANNEX}”.", False),
        (f"In the first draft of the AI Act the system is “{ANNEX}”.", False),
        (f"The OECD (2023) speaks of “{OF_2019}”.", True),
        (f"The OECD speaks of “{OF_2019}”.", False),
    ],
)  # fmt: skip
def test_words_of_one_version_under_the_name_of_another(text: str, wrong: bool) -> None:
    found = aidefs.find_quotations(text)
    assert [one.reproach for one in found if one.wrong] == ([("source",)] if wrong else [])


FAR = "The AI Act was adopted in 2024.\n\n" + "Much has been written on it since, and more will be.\n\n" * 20


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (FAR + "Such a system “must exhibit adaptiveness after deployment”.", True),
        (FAR + "Such a system “may exhibit adaptiveness after deployment”.", False),
        (FAR + "Our policy states that it “must exhibit adaptiveness after deployment”.", False),
        (FAR + "AB 3030 was passed, too.\n\nA system “must exhibit adaptiveness after deployment”.", False),
    ],
)
def test_a_text_that_is_named_far_above(text: str, wrong: bool) -> None:
    assert any(one.wrong for one in aidefs.find_quotations(text)) is wrong


@pytest.mark.parametrize(
    "words",
    [
        "of a natural or legal person",
        "purpose of identifying natural persons",
        "AI system is used in the Union",
        "or a general-purpose AI model on the Union market",
    ],
)
def test_words_that_any_provision_of_a_law_may_have_are_no_changed_fragment(words: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(f"The AI Act says “{words}”."))


def test_words_cited_to_the_article_of_a_definition_have_to_stand_in_it() -> None:
    words = "any software capable of making autonomous choices that affect people"
    found = aidefs.find_quotations(f"The AI Act covers “{words}” (Article 3(1)).")
    assert [one.verdict for one in found] == ["not found"]
    assert not aidefs.find_quotations(f"The AI Act covers “{words}” (Article 6(1)).")
    assert not aidefs.find_quotations(f"The AI Act covers “{words}” (Article 3(1) and recital 12).")


def test_a_column_whose_head_is_no_name_is_of_no_text_that_another_column_names() -> None:
    head = "| | AI Act | Convention |\n|---|---|---|\n"
    row = "| outputs | “predictions, content, recommendations, or decisions” "
    found = aidefs.find_quotations(f"{head}{row}| “predictions, content, recommendations or decisions” |\n")
    assert not any(one.wrong for one in found)


DEFINIENS = aidefs.get("eu").text[aidefs.get("eu").text.index("a machine") : -1]
CHANGED = DEFINIENS.replace("may exhibit", "can exhibit")
COLORADO = aidefs.get("us-co-sb24-205-2024").text
COLORADO = COLORADO[COLORADO.index("any machine") :].rstrip(".").replace("outputs", "results", 1)
COMMISSION = aidefs.get("eu-commission-2021").text
COMMISSION = COMMISSION[COMMISSION.index("software that") :].rstrip(";").replace("content", "texts", 1)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"Colorado SB 24-205 as introduced: “{COLORADO}”.", False),
        (f"Colorado SB 24-205 (committee version): “{COLORADO}”.", False),
        (f"An earlier version of SB 24-205 said “{COLORADO}”.", False),
        (f"“{COLORADO}” (Colorado SB 24-205, as amended in the Senate)", False),
        (f"Colorado SB 24-205: “{COLORADO}”.", True),
        (f"Unlike the draft, Colorado SB 24-205 says “{COLORADO}”.", True),
        (f"It was introduced in April. Colorado SB 24-205 says “{COLORADO}”.", True),
        (f"An early leak of the AI Act had “{COMMISSION}”.", False),
        (f"The AI Act has “{COMMISSION}”.", True),
        (f"The Commission’s proposal for the AI Act (2021): “{COMMISSION}”.", True),  # is stored
        (f"The AI Act in its consolidated version of 2027: “{CHANGED}”.", False),
        (f"The AI Act in its consolidated version of 2024: “{CHANGED}”.", True),
        (f"The AI Act (2024): “{CHANGED}”.", True),
        (f"SB 24-205 of 2023 (Colorado): “{COLORADO}”.", False),  # a number of every year
        (f"SB 24-205 of 2024 (Colorado): “{COLORADO}”.", True),
        (f"Návrh AI Act: “{CHANGED}”.", False),
        (f"Utkast till AI Act: “{CHANGED}”.", False),
    ],
)
def test_another_stage_than_the_stored_one(text: str, wrong: bool) -> None:
    assert any(one.wrong for one in aidefs.find_quotations(text)) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"Machine translation of the Hungarian text of Art. 3(1) AI Act: “{CHANGED}”.", False),
        (f"Art. 3(1) AI Act (own translation): “{CHANGED}”.", False),
        (f"Art. 3(1) AI Act: “{CHANGED}” (our translation).", False),
        (f"KI-VO, eigene Übersetzung: “{CHANGED}”.", False),
        (f"Art. 3(1) AI Act: “{CHANGED}”. Our translation of the rest follows.", True),
        (f"Our translation is on page 3. Then; Art. 3(1) AI Act: “{CHANGED}”.", True),
        (f"The official translation of the AI Act: “{CHANGED}”.", True),
        (f"Our translation tool is covered; the AI Act defines an AI system as “{CHANGED}”.", True),
    ],
)
def test_a_translation_that_is_nobodys_official_one(text: str, wrong: bool) -> None:
    assert any(one.wrong for one in aidefs.find_quotations(text)) is wrong


STORED = aidefs.get("eu-commission-2021").text
OF_OECD = aidefs.get("oecd").text.rstrip(".").replace("infers", "predicts")
STORED = STORED[STORED.index("software that") :].rstrip(";")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"The AI Act abandoned “{STORED}”.", False),
        (f"The AI Act replaced the wording “{STORED}” by “{DEFINIENS}”.", False),
        (f"The AI Act replaced “{STORED}” by “{CHANGED}”.", True),
        (f"The AI Act abandoned the old approach and defines an AI system as “{CHANGED}”.", True),
        (f"The AI Act says “{STORED}”.", True),
        (f"Before the AI Act was adopted, the working definition was “{STORED}”.", False),
        (f"Before the AI Act was adopted, the OECD’s definition was “{OF_OECD}”.", True),
        (f"Before we go on: the AI Act says “{STORED}”.", True),
        (f"Vor der Annahme der KI-VO lautete die Definition: “{STORED}”.", False),
        (f"Avant l’adoption du règlement sur l’IA, la définition était : « {STORED} ».", False),
        (f"Antes de la adopción del Reglamento de IA, la definición era: «{STORED}».", False),
        (f"Critics of the AI Act saw “{STORED}”, which was later dropped.", False),
        (f"The AI Act has “{STORED}”, which was later quoted.", True),
        (f"In the trilogue on the AI Act it was “{STORED}”.", False),
        (f"Kommissionens förslag till AI-förordning: ”{STORED}”", False),
        (f"Forslag til AI-forordningen: »{STORED}«", False),
        (f"Návrh aktu o umělé inteligenci: „{STORED}“", False),
        (f"Az MI-rendelet tervezete: „{STORED}”", False),
        (f"AI-forordningen: »{STORED}«", True),
        (f"The AI Act is similar to this definition: “{DEFINIENS.replace('designed', 'built')}”.", False),
        (f"The AI Act is similar to the Convention. It says “{CHANGED}”.", True),
    ],
)
def test_what_a_text_had_before_it_was_made(text: str, wrong: bool) -> None:
    assert any(one.wrong for one in aidefs.find_quotations(text)) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"Art. 3(1) AI Act, as amended by my hypothetical bill: “{CHANGED}”.", False),
        (f"EPP amendment to the AI Act: “{CHANGED}”.", False),
        (f"Die fiktive Fassung der KI-VO: “{CHANGED}”.", False),
        (f"In a hypothetical case, the AI Act says “{CHANGED}”.", True),
        (f"Art. 3(1) AI Act, as adopted: “{CHANGED}”.", True),
    ],
)
def test_an_amendment_that_was_not_made(text: str, wrong: bool) -> None:
    assert any(one.wrong for one in aidefs.find_quotations(text)) is wrong


NEW = aidefs.get("oecd-2024").text.rstrip(".")
OLD = aidefs.get("oecd-2019").text.rstrip(".")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"OECD (2019; revised 2024): “{NEW}”.", False),
        (f"OECD (2019, as amended in 2024): “{NEW}”.", False),
        (f"OECD (2019; revised 2024): “{OLD}”.", False),
        (f"OECD (2019): “{NEW}”.", True),
        (f"OECD (2024): “{OLD}”.", True),
        (f"OECD (2019; revised 2024): “{NEW.replace('infers', 'predicts')}”.", True),
    ],
)
def test_two_years_in_one_bracket(text: str, wrong: bool) -> None:
    assert any(one.wrong for one in aidefs.find_quotations(text)) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"The AI Act’s definition is modelled on the OECD’s: “{NEW}”.", False),
        (f"L’AI Act s’inspire de l’OCDE : « {NEW} ».", False),
        (f"El Reglamento de IA se inspira en la OCDE: «{NEW}».", False),
        (f"De AI-verordening volgt de OESO: “{NEW}”.", False),
        (f"The AI Act’s definition is modelled on the OECD’s: “{NEW.replace('infers', 'predicts')}”.", True),
        (f"The AI Act, modelled on the OECD’s text, says: “{NEW}”.", True),
        (f"The AI Act follows the OECD: “{CHANGED}”.", True),
    ],
)
def test_the_model_of_a_text_that_the_words_follow(text: str, wrong: bool) -> None:
    assert any(one.wrong for one in aidefs.find_quotations(text)) is wrong
