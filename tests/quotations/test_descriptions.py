"""Texts named by place or body, kind and year: those that fit, all of them, and none that is not stored."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aidefs
from aidefs.library.library import Library
from aidefs.quotations import descriptions
from aidefs.quotations.descriptions import Facts, present_versions, without_owner
from aidefs.quotations.index import index_of
from aidefs.quotations.references import word_columns

LIBRARY = Library.shipped().of("all")
TITLES = index_of(LIBRARY).titles
EU = "a machine-based system that is designed to operate with varying levels of autonomy"
FEDERAL = "a machine-based system that can, for a given set of human-defined objectives, make predictions"


def named(text: str) -> set[str]:
    """The definitions for which the instruments named in a text may stand."""
    found = [one for one in TITLES.mentions(text) if one.kind == "instrument"]
    assert len(found) == 1, found
    return set(found[0].ids)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Texas's 2025 statute defines", "us-tx-hb149-2025"),
        ("Under the Colorado law of 2024 this means", "us-co-sb24-205-2024"),
        ("Washington's budget act of 2021 defines", "us-wa-sb5092-2021-ads"),
        ("the President's order of 2023", "us-eo-14110-2023-ai-system"),
        ("the presidential order of 2023", "us-eo-14110-2023-ai-system"),
        ("the Commission's communication of 2018", "eu-com-2018-237"),
        ("a position of the Council; the position of the Council of December 2022", "eu-council-2022"),
        ("the OECD's original recommendation of 2019", "oecd-2019"),
        ("la ley peruana de 2023", "pe-ley-31814-2023-ia"),
        ("el decreto supremo peruano de 2025", "pe-ds-115-2025-ia"),
        ("la loi coréenne de 2025", "kr-ai-basic-act-2025-ai"),
        ("das kanadische Gesetz von 2022", "ca-aida-c27-2022"),
        ("le règlement européen de 2024", "eu-ai-act-2024"),
        ("de mededeling van de Commissie uit 2018", "eu-com-2018-237-nl"),
        ("the Algorithmic Accountability bill of 2019", "us-alg-accountability-2019"),
    ],
)
def test_a_text_is_named_by_what_it_is(name: str, text: str) -> None:
    assert text in named(name)


@pytest.mark.parametrize(
    "name",
    [
        "Kentucky's privacy act of 2024 defines",
        "Washington's budget act of 2023 defines",
        "Texas's statute of 2019 defines",
        "the President's order of 2019 says",
        "the Union's Regulation of 2016 says",
        "the Commission's proposal of November 2025 for a digital omnibus says",
        "the OECD's recommendation of 2021 on broadband says",
        "the Council of Europe's convention of 1981 says",
        "la ley chilena de 2024",
        "NIST SP 800-53 says",
        "the Council of Europe's Convention 108 says",
        "le règlement européen de 2016",
    ],
)
def test_what_is_not_stored_is_no_name_of_what_is(name: str) -> None:
    assert named(name) == set()


@pytest.mark.parametrize(
    "name", ["a Texas law of 2025", "another Colorado bill of 2024", "any Utah act of 2024"]
)
def test_one_of_many_is_no_name(name: str) -> None:
    assert all(one.kind != "instrument" for one in TITLES.mentions(f"In {name} it is"))


@pytest.mark.parametrize("code", sorted({d.jurisdiction for d in LIBRARY.values()}))
def test_a_description_stands_for_texts_of_its_place_and_year_alone(code: str) -> None:
    texts = [d for d in LIBRARY.values() if d.jurisdiction == code]
    name = LIBRARY.jurisdictions.name_of(code)
    for year in sorted({d.adopted[:4] for d in texts} - {""}):
        for kind in ("law", "bill", "order", "regulation", "text"):
            for one in TITLES.mentions(f"{name}'s {kind} of {year} says"):
                if one.kind == "instrument" and one.text.endswith(year):
                    assert all(LIBRARY[id].jurisdiction == code for id in one.ids)
                    assert all(year in TITLES.facts._of(id).years for id in one.ids)
    for one in TITLES.mentions(f"{name}'s statute of 1899 says"):
        assert one.kind != "instrument" or not one.ids or not one.text.endswith("1899")


def test_a_stored_law_is_found_by_its_state_and_year() -> None:
    missing = []
    for d in LIBRARY.values():
        if d.jurisdiction.startswith("US-") and d.jurisdiction != "US-DC" and " Act" in d.instrument:
            name = LIBRARY.jurisdictions.name_of(d.jurisdiction)
            found = TITLES.mentions(f"{name}'s {d.adopted[:4]} act says")
            kind = "act" if d.status in ("in force", "adopted", "superseded") else "bill"
            if kind == "act" and not any(d.id in one.ids for one in found):
                missing.append((d.id, found))
    assert missing == []


def test_a_description_without_owner_is_that_of_whom_its_paragraph_speaks() -> None:
    text = f"Utah changed its mind. The 2024 act defines AI as “{EU}”."
    (found,) = aidefs.find_quotations(text)
    assert found.wrong
    assert "us-ut-13-72-101-2024" in found.attribution.named
    elsewhere = f"The weather changed. The 2024 act defines AI as “{EU}”."
    assert not any(found.wrong for found in aidefs.find_quotations(elsewhere))


def test_what_stands_behind_a_passage_introduces_the_next() -> None:
    text = f"Texas defines it as “{EU}.” The act of 2023 had been longer."
    (found,) = aidefs.find_quotations(text)
    assert "us-tx-hb2060-2023-ai-systems" not in found.attribution.named or found.attribution.fits is None


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Texas's 2025 statute defines an AI system as", True),
        ("Texas's 2025 statute would not apply to", False),
        ("Texas's privacy statute of 2023 defines an AI system as", False),
    ],
)
def test_a_place_and_a_year_blame_only_a_definition(said: str, wrong: bool) -> None:
    (found,) = aidefs.find_quotations(f"{said} “{FEDERAL}”.")
    assert (found.attribution.fits is False) is wrong


def test_a_line_of_facts_is_read_as_it_was_written() -> None:
    facts = Facts({"x": Facts.line("2024-05", "2025", "in force", "A Body", "some term")}, {"x": "X Act"})
    known = facts._of("x")
    assert (known.adopted, known.status) == ("2024-05", "in force")
    assert facts.from_body("A Body") == ["x"]
    assert known.years == {"2024", "2025"}
    assert known.kinds == {"law"}
    assert {"term", "body"} <= known.words


def test_descriptions_without_owner() -> None:
    (said,) = without_owner("But the agency's draft of March 2024 says")
    assert (said.year, said.month, said.kinds) == ("2024", "03", {"draft"})
    (said,) = without_owner("Readers of the July print know")
    assert (said.year, said.month) == ("", "07")
    assert not list(without_owner("an act of 2023"))


@given(
    st.sampled_from(["the", "its"]),
    st.sampled_from(["2023", "March 2024", "July", "1934", "2019"]),
    st.sampled_from(["", "AI ", "communications ", "budget ", "draft "]),
    st.sampled_from(["text", "act", "law", "order", "policy", "draft", "code"]),
    st.sets(st.sampled_from(sorted(TITLES.facts.lines)), max_size=40),
)
def test_what_fits_some_texts_may_fit(the: str, date: str, words: str, kind: str, among: set[str]) -> None:
    for said in without_owner(f"In {the} {date} {words}{kind} it is defined."):
        assert TITLES.facts.may_fit(said) or not TITLES.facts.fitting(said, sorted(among))


PRESENT = """
the final text, the adopted text, the enacted text, the eventual text; der endgültige Text; der
verabschiedete Text; der beschlossene Text; le texte définitif; el texto definitivo; el texto aprobado;
il testo adottato; il testo approvato; de uiteindelijke tekst; de vastgestelde tekst; ostateczny tekst;
końcowy tekst; przyjęty tekst; o texto aprovado; the current text, the present text, the applicable text,
the text in force; der geltende Text; der heutige Text; der jetzige Text; der aktuelle Text; der
gegenwärtige Text; le texte actuel; le texte en vigueur; le texte d’aujourd’hui; el texto actual; el
texto vigente; el texto en vigor; il testo attuale; de huidige tekst; de geldende tekst; de tegenwoordige
tekst; obecny tekst; obowiązujący tekst; aktualny tekst; o texto atual; now it says; today it says;
nowadays it says; the text says at present; the definition now in force; heute lautet es; jetzt lautet
es; nun lautet es; nunmehr lautet es; inzwischen lautet es; désormais il dit; maintenant il dit; à
présent il dit; hoy dice; ahora dice; oggi recita; ora recita; adesso recita; nu luidt; thans luidt;
vandaag luidt; dziś brzmi; dzisiaj brzmi; teraz brzmi; hoje diz; agora diz
"""


def test_a_word_of_each_phrase_for_the_version_in_force_is_looked_for_first() -> None:
    text = " ".join(PRESENT.split())
    keys, starts, _ = word_columns(text)
    found = [match[0] for match in present_versions(text, keys, starts)]
    assert found == [match[0] for match in descriptions._PRESENT.finditer(text)]
    phrases = re.split("[;,] ", text)
    assert [phrase for phrase in phrases if not any(one in phrase for one in found)] == []
    assert {key for one in found for key in word_columns(one)[0]} >= descriptions._PRESENT_CUES
