"""Jurisdictions: every record's has a name, and is found by what people call it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import DEFINITIONS

from aidefs.library.jurisdictions import plain_name, without_accents
from aidefs.library.library import Library

KNOWN = Library.shipped().jurisdictions
MEMBERS = (
    {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT"}
    | {"LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"}
)  # fmt: skip


@pytest.mark.parametrize("code", sorted({d.jurisdiction for d in DEFINITIONS}))
def test_every_stored_jurisdiction_has_a_name(code: str) -> None:
    assert code in KNOWN
    assert KNOWN.named(code)[0] == code
    assert KNOWN.named(KNOWN.name_of(code))[0] == code or KNOWN.name_of(code) == "Georgia"


def test_the_states_and_the_members_of_the_union_are_complete() -> None:
    assert len([code for code in KNOWN if code.startswith("US-")]) == 52  # with the capital and Puerto Rico
    assert len(MEMBERS) == 27 and set(KNOWN) >= MEMBERS


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Utah", ("US-UT",)),
        ("UT", ("US-UT",)),
        ("UK", ("GB",)),
        ("european union", ("EU",)),
        ("Europäische Union", ("EU",)),
        ("Espana", ("ES",)),
        ("TÜRKİYE", ("TR",)),
        ("the Netherlands", ("NL",)),
        ("대한민국", ("KR",)),
        ("KOR", ("KR",)),
        ("Conseil de l’Europe", ("COE",)),
        ("OCDE", ("OECD",)),
        ("Canadian", ("CA",)),
        ("Colo.", ("US-CO",)),
        ("Georgia", ("GE", "US-GA")),
        ("CA", ("CA", "US-CA")),
        ("Narnia", ()),
        ("", ()),
    ],
)
def test_names(name: str, codes: tuple[str, ...]) -> None:
    assert KNOWN.named(name) == codes


@given(st.sampled_from([(code, name) for code, one in KNOWN.items() for name in one.names]), st.booleans())
def test_every_name_leads_to_its_code(pair: tuple[str, str], upper: bool) -> None:
    code, name = pair
    assert code in KNOWN.named(name.upper() if upper else f"  {name} ")


@given(st.lists(st.sampled_from(KNOWN.called) | st.text("aA éЖ.'’-s\u0301 the", max_size=9), max_size=9))
def test_a_look_before_a_name_is_looked_up_passes_over_none(parts: list[str]) -> None:
    name = " ".join(parts)
    assert KNOWN.named(name) == KNOWN._called.get(plain_name(name), ())
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    assert without_accents(name) == bare


def test_names_that_stand_in_running_text_are_no_codes() -> None:
    allowed = {"EU", "UE", "US", "UK", "UN", "ΕΕ", "ЕС", "ЄС"}
    short = {
        name
        for one in KNOWN.values()
        for name in one.names
        if len(name) < 3 and name.isalpha() and name < "\u3000"
    }
    assert short == allowed


def test_no_name_is_given_twice() -> None:
    for one in KNOWN.values():
        assert len({name.casefold() for name in one.names}) == len(one.names)
        assert all(name == " ".join(name.split()) and plain_name(name) for name in one.names)


def test_a_folder_adds_jurisdictions(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('id = "mine"\ntext = "A machine."\njurisdiction = "NR"\n')
    (tmp_path / "jurisdictions.toml").write_text('[NR]\nnames = ["Narnia"]\n')
    library = Library.shipped().overlay(Library.load(tmp_path))
    assert library.jurisdictions.named("narnia") == ("NR",)
    assert library.jurisdictions.named("UK") == ("GB",)
    assert KNOWN.named("narnia") == ()
