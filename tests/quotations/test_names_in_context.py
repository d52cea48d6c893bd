"""Names that a document makes plain: numbers of bills, short names beside a country or State."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aidefs
from aidefs.library.library import Library
from aidefs.quotations.antecedents import Antecedents, introduced
from aidefs.quotations.find import examine
from aidefs.quotations.index import index_of
from aidefs.quotations.placement import Placements

TITLES = index_of(Library.shipped().of("all")).titles
EU = aidefs.get("eu").text
DEFINIENS = EU[EU.index("a machine") : -1]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Virginia tried again. The bill, HB 713, is simple.", "HB 713", "us-va-hb713-2026"),
        ("Virginia and NIST met. HB 713 is simple.", "HB 713", "us-va-hb713-2026"),
        ("Virginia, then Texas. HB 713 is simple.", "HB 713", ""),
        ("Virginia had HB 713 (2019).", "HB 713", ""),
        ("HB 713 is simple.", "HB 713", ""),
        ("**Japan.** The Promotion Act is short.", "Promotion Act", "jp-ai-promotion-act-2025"),
        ("# Japan\n\nThe Promotion Act is short.", "Promotion Act", "jp-ai-promotion-act-2025"),
        ("Peru waits. The Promotion Act is short.", "Promotion Act", ""),
        ("Japan is far.\n\nThe Promotion Act is short.", "Promotion Act", ""),
    ],
)
def test_a_place_tells_whose_number_or_short_name_it_is(text: str, name: str, expected: str) -> None:
    found = [one for one in Antecedents(text, TITLES).names if one.text == name]
    assert [expected in one.ids if expected else one.ids == () for one in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Virginia’s new bill, HB 713",
        "HB 713 (Virginia)",
        "HB 713 of Virginia",
        "the Virginia bill HB 713",
        "Virginia House Bill No. 713",
    ],
)
def test_a_number_is_that_of_the_place_beside_it(text: str) -> None:
    named = [one.ids for one in TITLES.mentions(f"{text} says so.") if one.kind == "instrument"]
    assert named == [("us-va-hb713-2026",)]


def test_a_number_of_which_a_text_is_stored_is_not_told_to_be_nobodys() -> None:
    quoted = "“‘deployer’ means whoever rents out boats and has no licence for them”"
    found = examine(f"Montana voted. HB 713 reads: {quoted}.").unchecked
    assert [one.why for one in found] == [
        "HB 713 (unless it is the Virginia House Bill 713 (FAIR AI Act, 2026 bill)) is not in the collection"
    ]
    found = examine(f"Montana voted. HB 99999 reads: {quoted}.").unchecked
    assert [one.why for one in found] == ["HB 99999 is not in the collection"]


def test_a_number_is_no_year_of_a_version() -> None:
    words = "emulates the structure and characteristics of the artificial intelligence’s training data"
    one = examine(f"California's AB 2013, on training data, wants content that “{words}”.").quotations[0]
    assert (one.definition.id, one.reproach) == ("us-ca-ab2013-2024-generative-ai", ())


@pytest.mark.parametrize(
    ("behind", "wrong"),
    [
        ("says Article 3(1) of the AI Act.", True),
        ("says the Act.", True),
        ("says Anna Smith.", False),
        ("he said.", False),
    ],
)
def test_who_says_so_behind_the_words_is_a_person_or_the_text(behind: str, wrong: bool) -> None:
    changed = DEFINIENS.replace("may exhibit", "must exhibit")
    (one,) = examine(f"The AI Act is plain. “{changed}”, {behind}").quotations
    assert one.wrong is wrong


def test_the_article_of_a_provision_is_read_in_the_languages_of_the_records() -> None:
    index = index_of(Library.shipped().of("all"))
    ids = ("eu-ai-act-2024-general-purpose-ai-model-fr", "eu-ai-act-2024", "eu-ai-act-2024-deployer-de")
    assert [index.references[index.ranks[one]].article for one in ids] == ["3(63)", "3(1)", "3(4)"]


# Pieces of which documents are made that place numbers and short names, and of which others do not.
pieces = st.lists(
    st.sampled_from(
        (
            "Virginia", "Texas", "Japan", "Colorado", "the United States", "Congress", "HB 713", "H.R. 8005",
            "S. 1993", "S.1,993", "SB 53", "sb 53", "House File 12", "HB3773", "The Promotion Act",
            "promotion act", "the Innovation Act", "the Privacy Act", "Public Law 116-283", "Act of 2023",
            "Wis. Stat. § 11.1303", "15 U.S.C. 9401", "the AI Act", "OECD (2024)", "Directive 95/46/EC",
            "(the “Initiative Act”)", "The Parliament’s June 2023 Act", "of", "in 2019", "12", ".", "\n\n",
            "# ", ",", "_", "data-",
        )
    ),
    max_size=14,
)  # fmt: skip


@given(pieces, st.data())
def test_names_of_a_document_are_found_wherever_they_stand(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    asked = Placements(text, None, TITLES)
    complete = TITLES.with_names({**Antecedents(text, TITLES).placed, **introduced(text, TITLES)})
    for _ in range(3):
        low, high = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        assert asked.titles.mentions(text, low, high) == complete.mentions(text, low, high)


def test_what_was_said_of_a_stretch_is_said_again() -> None:
    text = "Of the AI Act, and of the OECD Recommendation."
    first = TITLES.mentions(text, 3, 20)
    said = [*first]
    first.clear()
    assert said and TITLES.mentions(text, 3, 20) == said
    assert TITLES.mentions(text, 3, 12) != said


@pytest.mark.parametrize(
    "said",
    [
        "The AI Act says “can influence physical or virtual environments”; the Convention says “{}”.",
        "The AI Act says “can influence physical or virtual environments”; Strasbourg’s treaty says “{}”.",
        "The AI Act says “can influence physical or virtual environments”. The Convention’s wording is “{}”.",
        "The OECD and the AI Act say “can influence physical or virtual environments”; the treaty has “{}”.",
        "The AI Act and the Convention differ: “can influence physical or virtual environments” and “{}”.",
    ],
)
def test_a_convention_that_is_spoken_of_is_no_act(said: str) -> None:
    found = aidefs.find_quotations(said.format("may influence physical or virtual environments"))
    assert not any(one.wrong for one in found)


def test_an_act_that_is_set_apart_from_a_convention_is_meant() -> None:
    text = "The AI Act, unlike the Convention, says “must exhibit adaptiveness after deployment”."
    assert any(one.wrong for one in aidefs.find_quotations(text))


def test_the_convention_of_a_text_that_names_none_is_the_stored_one() -> None:
    before = "The OECD Recommendation says “can influence physical or virtual environments”."
    text = f"{before} The Convention says “may influence physical or real environments”."
    found = aidefs.find_quotations(text)
    assert [(one.definition.id, one.wrong) for one in found][-1] == ("coe-2024", True)
