"""The tables of phrases: each is an expression by itself, in a known language, found as its notation says."""

from __future__ import annotations

import re

import pytest

from aidefs.quotations import phrases
from aidefs.quotations.phrases import ACCORDING, DENIED, SAID_TO_END
from aidefs.text.languages import profiles

TABLES = {
    name: table for name, table in vars(phrases).items() if isinstance(table, dict) and name[1:].isupper()
}
LANGUAGES = {one.tag for one in profiles()}


@pytest.mark.parametrize("name", TABLES)
def test_each_phrase_stands_by_itself_under_a_known_language(name: str) -> None:
    assert TABLES[name].keys() <= LANGUAGES
    for those in TABLES[name].values():
        assert not isinstance(those, str), f"one phrase of {name} is no tuple"
        for phrase in those:
            re.compile(phrase)  # a bracket that is left open would close behind another phrase
            assert phrase and len(set(those)) == len(those)


def test_every_expression_can_be_compiled() -> None:
    assert len(TABLES) > len(phrases.__all__)
    for name in phrases.__all__:
        assert getattr(phrases, name).pattern


def test_a_space_is_one_white_space_and_a_line_below_it_any_number() -> None:
    assert SAID_TO_END.match("”. Full\nstop") and not SAID_TO_END.match("”. Full  stop")
    assert ACCORDING.search("in  the\nwords of the ")


@pytest.mark.parametrize("case", [str, str.lower])
def test_a_capital_that_begins_a_phrase_is_found_small_too(case: type[str]) -> None:
    assert SAID_TO_END.match(case("Nada más."))
    assert DENIED.match(case("No such words"))


def test_other_letters_are_found_as_they_stand() -> None:
    assert not SAID_TO_END.match("NADA MÁS.")
    assert DENIED.match("I can find that") is None
    assert DENIED.match("I cannot find that") and not DENIED.match("i cannot find that")
