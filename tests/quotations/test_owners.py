"""Words that are known by themselves: what a document says of their text, and when it says nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aidefs
from aidefs.library.library import Library
from aidefs.quotations.index import index_of
from aidefs.quotations.owners import LastNamed, is_issuer, is_kind, last_named, tells
from aidefs.quotations.references import ReferenceText

LIBRARY = Library.shipped().of("all")
INDEX = index_of(LIBRARY)
BY_ID = {one.id: one for one in INDEX.references}
MINNESOTA = BY_ID["us-mn-hf1370-2023-deepfake"]

# What is printed, the words in it that the text does not have, and those of the text.
TOLD = [
    ("Minnesota was early.\n\nIts act of 2023 speaks of a recording “that is so realistic that "
     "a reasonable person {} believe it depicts speech or conduct of an individual who did not in fact "
     "engage in such speech”.",
     "may", "would"),
    ("Minsky later made it crisper: “the science of making machines do things that would require "
     "intelligence if done by {}”.", "humans", "men"),
    ("The United Kingdom has no statute.\n\nThe cyber security code of January 2025 says that such "
     "systems “{} operate with varying levels of autonomy and adapt to their environment or data to improve "
     "performance”.", "must", "can"),
    ("The AI Act has been read.\n\nIt has a point 39, “for the purpose of identifying {} "
     "inferring emotions or intentions of natural persons”.", "and", "or"),
    ("SB 24-205 of Colorado was signed.\n\nA high-risk system under the Colorado statute is one that, “when "
     "deployed, makes, or {} a substantial factor in making, a consequential decision”.", "may be", "is"),
    ("En 2018, la Commission écrivait « L’intelligence artificielle pour l’Europe ».\n\nSix ans plus tard, "
     "le règlement parle d’« un système automatisé qui {} conçu pour fonctionner à différents niveaux "
     "d’autonomie ».", "peut être", "est"),
]  # fmt: skip


def faults(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.definition.id, one.reproach) for one in aidefs.find_quotations(text) if one.wrong]


@pytest.mark.parametrize(("text", "wrong", "right"), TOLD)
def test_changed_words_of_a_text_that_is_told_elsewhere(text: str, wrong: str, right: str) -> None:
    assert [reproach for _, reproach in faults(text.format(wrong))] == [("wording",)]
    assert faults(text.format(right)) == []


@pytest.mark.parametrize(
    "before",
    [
        "One recording is meant, “{}”.",  # nobody is named
        "Minnesota was early.\n\nOhio speaks of a recording “{}”.",  # another State is named last
        "Minnesota was early. House Bill 9999 speaks of a recording “{}”.",  # one not stored
        "Minnesota was early. The Recording (Truth) Act 2020 speaks of a recording “{}”.",
        "Minnesota was early.\n\nThe vendor’s contract reads: “{}”.",
        "Minnesota was early.\n\nA vendor writes that a recording counts “{}”.",  # somebody else speaks
        "The United States go ahead.\n\nOne speaks of “{}”.",  # a nation is no name of its States
    ],
)
def test_where_the_owner_is_not_named_nothing_is_reproached(before: str) -> None:
    changed = (
        "that is so realistic that a reasonable person may believe it depicts speech or conduct of an "
        "individual who did not in fact engage in such speech"
    )
    assert faults(before.format(changed)) == []
    assert faults(f"Minnesota was early.\n\nIt speaks of a recording “{changed}”.") != []


def test_a_common_formula_is_of_no_text_that_its_place_alone_tells() -> None:
    changed = "predictions, content, recommendations, or decisions that must influence physical or virtual"
    assert faults(f"The United Kingdom went ahead.\n\nIts act speaks of “{changed}”.") == []
    named = f"The UK AI Playbook was published.\n\nIt speaks of “{changed}”."
    assert [reproach for _, reproach in faults(named)] == [("wording",)]


@pytest.mark.parametrize(
    ("goes_on", "told"),
    [
        ("One sentence later one finds", [("wording",)]),
        ("Kazakhstan’s draft law has", []),
        ("Brazil’s bill has", []),
        ("The OECD speaks of", [("wording", "source")]),  # of which they are not
        ("House Bill 9999 has", []),
        ("The bill of Ruritania has", []),
        ("Ruritania’s bill has", []),
        ("The Nevada Responsible AI Act has", []),
        ("Our policy speaks of", []),
        ("IBM says that its systems have", []),
    ],
)
def test_what_a_paragraph_quotes_tells_the_next_words_until_something_else_is_named(
    goes_on: str, told: list[tuple[str, ...]]
) -> None:
    quoted = "The AI Act speaks of systems “designed to operate with varying levels of autonomy”."
    changed = "that may exhibit adaptiveness after deployment, or that, for explicit or implicit objectives"
    assert [reproach for _, reproach in faults(f"{quoted} {goes_on} “{changed}”.")] == told


def test_words_that_another_text_has_letter_for_letter_are_no_fault_of_the_owner() -> None:
    seoul = "match or exceed the capabilities present in the most advanced models"
    assert seoul in BY_ID["seoul-frontier-commitments-2024"].definition.text
    text = f"Seoul 2024 was short.\n\nBletchley 2023 had models that “{seoul}”."
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Minnesota has an act.", LastNamed.PLACE),
        ("HF 1370 is an act of Minnesota.", LastNamed.OWN),
        ("Minnesota has HF 1370.", LastNamed.OWN),
        ("Minnesota looked at Colorado.", LastNamed.OTHER),
        ("Minnesota looked at the AI Act.", LastNamed.OTHER),
        ("Minnesota looked at House Bill 9999.", LastNamed.UNKNOWN),
        ("Minnesota looked at House Bill 9999.\n\nAnd now?", LastNamed.OTHER),
        ("The United States look at Ohio and", LastNamed.OTHER),
        ("Nobody is named.", LastNamed.KIN),
    ],
)
def test_what_is_named_last(text: str, last: LastNamed) -> None:
    names = INDEX.titles.mentions(text)
    assert last_named(MINNESOTA, names, text, len(text), INDEX) is last


@pytest.mark.parametrize(
    ("id", "said", "told"),
    [
        ("uk-ai-cyber-code-2025-ai", "the cyber security code says", True),
        ("uk-ai-cyber-code-2025-ai", "the building code says that AI", False),
        ("sch-minsky-1968", "Minsky made it crisper", True),
        ("sch-minsky-1968", "McCarthy made it crisper", False),
        ("eu-ai-act-2024-emotion-recognition-system", "point 39 has", True),
        ("eu-ai-act-2024-emotion-recognition-system", "point 3 has", False),
        ("us-mn-hf1370-2023-deepfake", "a deepfake of 2023", False),  # any sentence on the term says so
    ],
)
def test_what_tells_a_text(id: str, said: str, told: bool) -> None:
    assert tells(BY_ID[id], said, INDEX) is told


def test_the_body_that_a_text_is_from() -> None:
    annex = "“software that is developed with one or more of the techniques or approaches listed in Annex I”"
    assert [
        reproach for _, reproach in faults(f"The European Commission defines AI systems as {annex}.")
    ] == [("wording",)]
    assert faults(f"The Federal Trade Commission defines AI systems as {annex}.") == []
    assert is_issuer("as the Council of Europe puts it", BY_ID["coe-2024"])
    assert not is_issuer("as the council puts it", BY_ID["coe-2024"])


def test_what_a_line_calls_a_text() -> None:
    assert is_kind("règlement", BY_ID["eu-ai-act-2024-fr"], INDEX)
    assert not is_kind("loi", BY_ID["uk-ai-cyber-code-2025-ai"], INDEX)
    assert not is_kind("", BY_ID["eu-ai-act-2024-fr"], INDEX)


ENGLISH = [one for one in INDEX.references if one.definition.lang == "en" and len(one.words) > 24]
PLACES = ("Minnesota", "Colorado", "the United Kingdom", "Texas", "Seoul 2024", "California", "Minsky")


@settings(deadline=None)
@given(
    st.sampled_from(ENGLISH),
    st.integers(0, 12),
    st.integers(6, 14),
    st.lists(st.sampled_from(PLACES), max_size=3),
)
def test_right_words_are_no_fault_whatever_is_named(
    reference: ReferenceText, first: int, length: int, places: list[str]
) -> None:
    printed = reference.definition.text.split()[first : first + length]
    part = " ".join(printed).strip(",;:.")
    if re.search(r"[“”\"‘’()\[\]…]", part):
        return
    named = " and ".join(places) or "Nobody"
    text = f"{named} went further.\n\nThe act of 2023 speaks of “{part}”, and the code of “{part}” too."
    assert not [one for one in aidefs.find_quotations(text) if "wording" in one.reproach]
