"""The tables of phrases: each is an expression by itself, in a known language, found as its notation says."""

from __future__ import annotations

import re

import pytest

import aidefs
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
    for name in filter(str.isupper, phrases.__all__):
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


_NOT_THE_ACTS = "must exhibit adaptiveness after deployment"


@pytest.mark.parametrize(
    "said",
    [
        "The AI Act never said “{}”.",
        "The AI Act does not require that a system “{}”.",
        "The AI Act has “may”, not “{}”.",
        "The AI Act chose “may” rather than “{}”.",
        "The AI Act avoids saying “{}”.",
        "The AI Act is silent on whether a system “{}”.",
        "It is not true that under the AI Act a system “{}”.",
        "The drafters of the AI Act rejected “{}”.",
        "We propose that Article 3(1) of the AI Act be amended to read: “{}”.",
        "Replace Article 3(1) of the AI Act with the following: “{}”.",
        "The delegation suggested that the AI Act speak of what “{}”.",
        "Our amendment to the AI Act: “{}”.",
        "A student asked whether the AI Act covers what “{}”.",
        "Does the AI Act say “may” or “{}”?",
        "Were the AI Act to say “{}”, much would change.",
        "The AI Act might just as well have read “{}”.",
        "Jones, discussing the AI Act, calls it what “{}”.",
        "A court held that under the AI Act a tool “{}”.",
        "It is a common mistake to quote the AI Act as “{}”.",
        "In plain English, the AI Act’s definition is: “{}”.",
        "The AI Act’s “may exhibit” is not the same as “{}”.",
    ],
)
def test_words_that_are_said_not_to_be_the_acts(said: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(said.format(_NOT_THE_ACTS)))


@pytest.mark.parametrize(
    "said",
    [
        "The AI Act asks whether a system “{}”.",
        "The AI Act, which never mentions robots, says that a system “{}”.",
        "An expert read the AI Act. Its system “{}”.",
        "Rather than listing tools, the AI Act says that a system “{}”.",
        "The AI Act is not long. A system, it says, “{}”.",
    ],
)
def test_words_that_are_said_to_be_the_acts(said: str) -> None:
    assert any(one.wrong for one in aidefs.find_quotations(said.format(_NOT_THE_ACTS)))


@pytest.mark.parametrize(
    "said",
    [
        "Die KI-Verordnung verlangt nicht, dass ein System „{}“.",
        "Wir schlagen vor, Artikel 3 der KI-Verordnung so zu fassen: „{}“.",
        "Ein Student fragte, ob die KI-Verordnung sagt, dass ein System „{}“.",
        "Hätte die KI-Verordnung gesagt, dass ein System „{}“, wäre es anders.",
    ],
)
def test_the_same_in_german(said: str) -> None:
    changed = "das nach seiner Betriebsaufnahme anpassungsfähig sein muss"
    assert not any(one.wrong for one in aidefs.find_quotations(said.format(changed)))
    plain = "Nach der KI-Verordnung gilt, dass ein System „{}“."
    assert any(one.wrong for one in aidefs.find_quotations(plain.format(changed)))
