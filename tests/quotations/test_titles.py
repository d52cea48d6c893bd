"""Names of instruments in running text: each that the data give is found, whole, as its own text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidefs.library.library import Library
from aidefs.quotations.titles import _WORD, Titles, _words

LIBRARY = Library.shipped()
TITLES = Titles.of(LIBRARY.values(), LIBRARY.aliases.values())
GIVEN = [(text, name) for alias in LIBRARY.aliases.values() for text, name in alias.names]


def test_every_name_of_the_data_is_found_in_running_text() -> None:
    wrong = []
    for text, name in GIVEN:
        found = list(TITLES.mentions(f"defined in the {name}: “x”"))
        drafts = TITLES.drafts.get(text, ())
        if len(found) != 1 or not {text, *drafts} & set(found[0].ids):
            wrong.append((text, name, found))
    assert wrong == []


def test_a_look_before_misses_no_name() -> None:
    titles = Titles.of(LIBRARY.values(), LIBRARY.aliases.values(), LIBRARY.jurisdictions.values())
    derived = ["the Colorado Act", "section 9401(3) of title 15, United States Code", LIBRARY["coe-2024"].url]
    derived.append("Virginia’s proposed H.B. 713")
    for name in [*(name for _, name in GIVEN), *derived]:
        text = f"defined in {name}: “x”"
        assert any(one.ids and one.kind == "instrument" for one in titles.mentions(text)), name
        assert titles.may_be_in(text, 0, len(text)), name
    assert not titles.may_be_in("a bill of Colorado on roads", 0, 27)


def test_no_name_is_given_twice_for_a_text() -> None:
    assert len(set(GIVEN)) == len(GIVEN)


@pytest.mark.parametrize(
    "named",
    [
        "HB 149",
        "SB 2",
        "the Framework Convention for the Protection of National Minorities",
        "das Rahmenübereinkommen zum Schutz nationaler Minderheiten",
        "Convention-cadre sur les changements climatiques",
        "the Model AI Governance Framework for Generative AI",
        "the White Paper on Artificial Intelligence",
        "the RIA of 2020",
    ],
)
def test_names_of_other_texts_are_none(named: str) -> None:
    assert not [mention for mention in TITLES.mentions(f"As {named} says") if mention.ids]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("OECD/LEGAL/0449", "oecd-2024"),
        ("the OECD Recommendation (OECD/LEGAL/0449, 2019)", "oecd-2019"),
        ("OECD/LEGAL/0449 (as amended on 8 November 2023)", "oecd-2023"),
        ("OECD/LEGAL/0449 (adopted 22 May 2019, amended 3 May 2024)", "oecd-2024"),
        ("OECD/LEGAL/0449. In 2019 nobody", "oecd-2024"),
    ],
)
def test_of_several_versions_that_of_the_year_behind_the_name_goes_first(words: str, first: str) -> None:
    found = [one for one in TITLES.mentions(f"See {words}") if "oecd-2019" in one.ids]
    assert found[-1].ids[0] == first
    assert set(found[-1].ids) >= {"oecd-2019", "oecd-2023", "oecd-2024"}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Section 9401(3) of title 15, United States Code,", ("us-naiia-2020",)),
        ("sec. 9401(3) of title 15 of the United States Code", ("us-naiia-2020",)),
        ("section 3502(1) of title 44, United States Code", ()),
        ("section 9401(3) of title 42, United States Code", ()),
    ],
)
def test_a_section_of_a_code_that_is_cited_in_words(words: str, named: tuple[str, ...]) -> None:
    (one,) = (one for one in TITLES.mentions(words) if one.kind == "instrument")
    assert one.ids == named and one.text == words.rstrip(",")


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("United States Code", True),
        ("U.S. Code", True),
        ("Colorado Revised Statutes", True),
        ("South Dakota Codified Laws", False),
    ],
)
def test_a_code_as_a_whole_is_outside_of_the_collection_only_if_none_of_its_sections_is_in_it(
    code: str, known: bool
) -> None:
    found = [one.text for one in TITLES.mentions(f"The {code} defines it.") if one.kind == "instrument"]
    assert found == ([] if known else [code])


def test_the_article_in_a_name_does_not_matter() -> None:
    named = "the Order on the Safe, Secure, and Trustworthy Development and Use of AI (2023)"
    assert "us-eo-14110-2023-ai" in TITLES.mentions(named)[0].ids


def test_a_bill_is_known_by_its_number_behind_its_state() -> None:
    library = LIBRARY.of("all")
    titles = Titles.of(library.values(), library.aliases.values(), library.jurisdictions.values())
    named = [one for one in titles.mentions("Virginia's vetoed HB 2094") if one.kind == "instrument"]
    assert "us-va-hb2094-2025-deployer" in named[0].ids
    assert [one.ids for one in titles.mentions("Virginia's vetoed HB 9999") if one.kind == "instrument"] == [
        ()
    ]


some_words = st.lists(
    st.sampled_from(("the", "The", "Artificial", "intelligence", " ", "\n", "_", "-", "AI", "Straße"))
)


@given(some_words.map(" ".join) | some_words.map("".join) | st.text(), st.integers(0, 9))
def test_words_are_those_of_one_match_after_another(text: str, low: int) -> None:
    found: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(text, low):
        word = match[0].casefold()
        if word == "intelligence" and found and found[-1][0] == "artificial":
            found[-1] = "ai", found[-1][1], match.end()
        elif word != "the":
            found.append((word, match.start(), match.end()))
    assert [*zip(*_words(text, min(low, len(text)), len(text)), strict=True)] == found


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("Nevada Responsible AI Act", False),
        ("Workers and Artificial Intelligence Act", False),
        ("Spanish AI Act", False),
        ("EU AI Act", True),
        ("final AI Act", True),
        ("Europe’s AI Act", True),
        ("Chapter III AI Act", True),
    ],
)
def test_an_act_whose_name_ends_in_that_of_another_is_another(name: str, stored: bool) -> None:
    titles = Titles.of(LIBRARY.values(), LIBRARY.aliases.values(), LIBRARY.jurisdictions.values())
    found = [one for one in titles.mentions(f"It stands in the {name}: “x”") if one.kind == "instrument"]
    assert ["eu-ai-act-2024" in one.ids for one in found] == [stored]


@pytest.mark.parametrize("words", ["Quoting the AI Act", "Reading the AI Act", "Statement on the AI Act"])
def test_words_before_the_article_of_a_name_are_none_of_it(words: str) -> None:
    assert [one.text for one in TITLES.mentions(words)] == ["AI Act"]


@pytest.mark.parametrize(
    ("text", "named", "jurisdiction"),
    [
        ("In Colorado, the AI Act defines it as “x”", "Colorado, the AI Act", "US-CO"),
        ("It is so in Texas, but in Colorado, the AI Act defines it", "Colorado, the AI Act", "US-CO"),
        ("In Colorado, the AI Act (of 2024) will define it", "Colorado, the AI Act", "US-CO"),
        ("In Colorado, the new AI Act defines it", "Colorado, the new AI Act", "US-CO"),
        ("In Colorado, the state's AI Act defines it", "Colorado, the state's AI Act", "US-CO"),
        ("In Kazakhstan, the AI Law defines it as “x”", "Kazakhstan, the AI Law", "KZ"),
        ("In Vietnam, the AI Law defines it as “x”", "Vietnam, the AI Law", "VN"),
        ("In Colorado definiert der AI Act es als „x“", "AI Act", "US-CO"),
        ("Au Colorado, l'AI Act définit ce terme", "Colorado, l'AI Act", "US-CO"),
        ("En Colorado, la AI Act define el término", "Colorado, la AI Act", "US-CO"),
        ("In Italy, the AI Law defines it", "Italy, the AI Law", "IT"),
        ("In Brazil, the AI Act defines it as “x”", "Brazil, the AI Act", None),
        ("In Florida, the AI Act defines it as “x”", "Florida, the AI Act", None),
        ("In Italy, the AI Act defines it", "AI Act", "EU"),
        ("In Norway, the AI Act defines it", "AI Act", "EU"),
        ("In Deutschland definiert die KI-VO das System als „x“", "KI-VO", "EU"),
        ("In Europe, the AI Act defines it as “x”", "AI Act", "EU"),
        ("In Germany, the AI Act applies from 2025 and defines it", "AI Act", "EU"),
        ("In Colorado, the AI Act is often read; it defines it", "AI Act", "EU"),
        ("In Colorado, the EU AI Act defines it as “x”", "EU AI Act", "EU"),
        ("As in Colorado, the AI Act defines it as “x”", "AI Act", "EU"),
        ("For firms in Colorado and in Texas, the AI Act defines it", "AI Act", "EU"),
        ("Contrary to practice in Colorado, the AI Act defines it", "AI Act", "EU"),
        ("In Article 3(1), the AI Act defines it", "AI Act", "EU"),
    ],
)
def test_a_place_before_a_bare_name_tells_whose_law_it_is(
    text: str, named: str, jurisdiction: str | None
) -> None:
    titles = Titles.of(LIBRARY.values(), LIBRARY.aliases.values(), LIBRARY.jurisdictions.values())
    [found] = [one for one in titles.mentions(text) if one.kind == "instrument" and named in one.text]
    assert found.text == named and text[found.start : found.end] == named
    assert {LIBRARY[one].jurisdiction for one in found.ids} == ({jurisdiction} if jurisdiction else set())
    assert titles.may_be_in(text, 0, len(text))
