"""Definitions by what people call them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import DEFINITIONS

import aidefs
from aidefs.errors import InputError, UnknownName
from aidefs.library.called import _at, _place, name_words
from aidefs.library.library import Library
from aidefs.library.names import beginnings, begins

LIBRARY = Library.shipped()
CALLED = LIBRARY.called


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("AI Act", "eu-ai-act-2024"),
        ("the EU’s AI Act", "eu-ai-act-2024"),
        ("EUROPEAN UNION", "eu-ai-act-2024"),
        ("32024R1689", "eu-ai-act-2024"),
        ("Regulation (EU) 2024/1689", "eu-ai-act-2024"),
        ("AI Act, Article 3(1)", "eu-ai-act-2024"),
        ("Art. 3(63) AI Act", "eu-ai-act-gpai-model-2024"),
        ("AI Act:fr", "eu-ai-act-2024-fr"),
        ("AI Act@2021", "eu-commission-2021"),
        ("KI-VO", "eu-ai-act-2024-de"),
        ("règlement sur l’IA", "eu-ai-act-2024-fr"),
        ("CETS 225", "coe-2024"),
        ("CETS No. 225", "coe-2024"),
        ("Europarat", "coe-2024"),
        ("OECD/LEGAL/0449", "oecd-2024"),
        ("ISO/IEC 22989", "iso-iec-22989-2022"),
        ("15 U.S.C. § 9401(3)", "us-naiia-2020"),
        ("Executive Order 14110, sec. 3(b)", "us-eo-14110-2023-ai"),
        ("colorado", "us-co-sb24-205-2024"),
        ("us-co", "us-co-sb24-205-2024"),
        ("CO", "us-co-sb24-205-2024"),
        ("TRAIGA", "us-tx-hb149-2025"),
        ("HB 149", "us-tx-hb149-2025"),
        ("Texas HB 149", "us-tx-hb149-2025"),
        ("Brasil", "br-pl-2338-2024-senate"),
        ("AI Promotion Act", "jp-ai-promotion-act-2025"),
        ("AI推進法", "jp-ai-promotion-act-2025-ja"),
        ("UNESCO", "unesco-2021"),
        ("OECD Recommendation", "oecd-2024"),
        ("Montana statute", "us-mt-2-10-203-2025"),
        ("Montana-statute", "us-mt-2-10-203-2025"),
        ("Colorado's", "us-co-sb24-205-2024"),
        ("AI Act, Article 3(63)", "eu-ai-act-gpai-model-2024"),
        ("Article 3(63) of the AI Act", "eu-ai-act-gpai-model-2024"),
    ],
)
def test_names(name: str, found: str) -> None:
    assert LIBRARY[name].id == found
    assert name in LIBRARY


@pytest.mark.parametrize("name", ["test-bill", "my_act", "bill/bill", "a statute of nobody"])
def test_a_name_of_nothing_that_ends_with_a_kind_of_instrument(name: str) -> None:
    assert CALLED.ids(name) == ()
    assert name not in LIBRARY


PLACES = [
    "Article 3(1)",
    "section 22757.1",
    "12 a",
    "of the 3",
    "longer words 4",
    "no place 5",
    "Article 3(63)",
    "",
    "sec",
]


@given(st.sampled_from(sorted(CALLED.by_words)), st.sampled_from(PLACES), st.sampled_from(PLACES))
def test_a_provision_is_looked_for_wherever_one_may_stand(
    words: tuple[str, ...], before: str, behind: str
) -> None:
    said = (*name_words(before), *words, *name_words(behind))
    found = (
        tuple(one for one in CALLED._instrument(CALLED.by_words[name]) if _at(LIBRARY[one].provision, place))
        for k in range(len(said) - 1, 0, -1)
        for name, rest in ((said[:k], said[k:]), (said[-k:], said[:-k]))
        if (place := _place(rest)) and name in CALLED.by_words
    )
    assert CALLED._by_provision(said) == next(filter(None, found), ())


@given(st.text("US-CO-x", max_size=9), st.text("US-CO-x", max_size=4))
def test_what_a_code_begins_with(code: str, start: str) -> None:
    assert begins(code, start) == (start in set(beginnings(code)))


@pytest.mark.parametrize("name", sorted({one.label for one in DEFINITIONS}))
def test_every_label_is_a_name(name: str) -> None:
    assert LIBRARY[name].label == name


@given(st.sampled_from(DEFINITIONS))
def test_every_title_and_number_leads_to_its_text(one: aidefs.Definition) -> None:
    for name in (one.title, one.instrument, *one.identifiers.values()):
        if not name.isdecimal():
            assert one.id in CALLED.ids(name)


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("EO 14110", ("us-eo-14110-2023-ai (EO 14110 (AI))", "us-eo-14110-2023-ai-system")),
        ("Utah", ("us-ut-13-72-101-2024 (Utah SB 149 (AI))", "us-ut-53-25-901-2025")),
        ("UK", ("uk-guide-ai-public-sector-2019", "uk-data-ethics-framework-2020")),
        ("Korea", ("kr-ai-basic-act-2025-ai (", "kr-ai-basic-act-2025-ai-system-ko")),
    ],
)
def test_candidates_of_a_name_of_several_are_named(name: str, candidates: tuple[str, ...]) -> None:
    assert name not in LIBRARY
    with pytest.raises(InputError) as error:
        LIBRARY[name]
    assert all(one in str(error.value) for one in candidates)
    assert f"{name!r} stands for " in str(error.value)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("colorodo", "Colorado"), ("AI Akt", "eu-ai-act-2024 (AI Act)"), ("eu-ai-act-2042", "eu-ai-act-2024")],
)
def test_what_is_alike_is_hinted_at(name: str, nearest: str) -> None:
    with pytest.raises(UnknownName, match=re.escape(nearest)):
        LIBRARY[name]


@pytest.mark.parametrize("name", ["SB 205", "Article 3(1)", "225", "3", "law", "§", "the"])
def test_parts_of_names_are_none(name: str) -> None:
    with pytest.raises(UnknownName):
        LIBRARY[name]


# --- jurisdictions and words ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "code"),
    [("Utah", "US-UT"), ("UT", "US-UT"), ("uk", "GB"), ("European Union", "EU"), ("us", "US"), ("CA", "CA")],
)
def test_jurisdictions_by_name(name: str, code: str) -> None:
    found = aidefs.definitions(jurisdiction=name)
    assert found and found == aidefs.definitions(jurisdiction=code)
    assert all(one.jurisdiction.split("-")[0] == code.split("-")[0] for one in found)


def test_an_unknown_jurisdiction_is_an_error() -> None:
    with pytest.raises(InputError, match="unknown jurisdiction 'Colorodo'; nearest: Colorado"):
        aidefs.definitions(jurisdiction="Colorodo")
    assert aidefs.definitions(jurisdiction="France") == ()  # it is known and has no text


def test_a_code_of_ones_own_is_known(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('id = "mine"\ntext = "A tool."\njurisdiction = "NARNIA"\n')
    assert [one.id for one in aidefs.definitions(jurisdiction="Narnia", library=tmp_path)] == ["mine"]


def test_words_stand_in_texts_or_in_names() -> None:
    utah = aidefs.definitions(about="utah")
    assert utah == aidefs.definitions(jurisdiction="US-UT")
    autonomy = {one.id for one in aidefs.definitions(about="levels of autonomy")}
    assert autonomy == {one.id for one in aidefs.definitions(text="levels of autonomy")}
    assert "us-ny-loading-2024" in {one.id for one in aidefs.definitions(about="loading act")}
    # "us" stands in "use" and "virtuous"; a whole name means what is called so
    assert all(one.jurisdiction[:2] == "US" or "us" in one.id for one in aidefs.definitions(about="US"))


def test_a_provision_of_whatever_instrument_lists_what_stands_there() -> None:
    found = {one.id for one in LIBRARY.where(about="art 3(1)")}
    assert {"eu-ai-act-2024", "eu-commission-2021"} <= found
    assert all("3" in LIBRARY[name].provision for name in found)
    assert "eu-ai-act-gpai-model-2024" not in found


@pytest.mark.parametrize("name", ["", " ", "\t"])
def test_an_empty_name_has_no_neighbours(name: str) -> None:
    with pytest.raises(UnknownName, match=r"^an empty name stands for no definition"):
        Library.shipped()[name]
