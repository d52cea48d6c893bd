"""Severity: how grave a departure is, from textual facts alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aidefs
from aidefs.quotations.severity import (
    SEVERITIES,
    begins_behind_operator,
    ends_before_condition,
    ends_before_exception,
    ends_within_condition,
    operators_in,
    rest_of_sentence,
    severity,
    tears_rule,
)
from aidefs.text.languages import profile, profiles

Change = tuple[str, str]
CHANGES: dict[str, tuple[Change, ...]] = {
    "operator": (
        ("may", "can"),
        ("", "not"),
        ("never", ""),
        ("only", ""),
        ("unless it learns", "where it learns"),
        ("and", "or"),
        ("two", "10"),
        ("paragraph (a)", "paragraph (b)"),
        ("", "all"),
    ),
    "words": (("outputs", "output"), ("", "materially"), ("varying", ""), ("", "and"), ("the", "a")),
    "punctuation": ((",", ""), ("", ";"), (",", ";"), ("", "(b)")),
}
any_change = st.sampled_from([(degree, change) for degree, group in CHANGES.items() for change in group])


@pytest.mark.parametrize(("degree", "change"), [(d, c) for d, group in CHANGES.items() for c in group])
def test_the_degree_of_a_change(degree: str, change: Change) -> None:
    assert severity([change], "en") == degree
    assert severity([change[::-1]], "en") == degree  # put in or taken out is the same


@given(st.lists(any_change, max_size=6))
def test_the_gravest_of_several_counts(found: list[tuple[str, Change]]) -> None:
    degrees = [degree for degree, _ in found]
    expected = next((degree for degree in SEVERITIES if degree in degrees), None)
    assert severity([change for _, change in found], "en") == expected


def test_the_order_is_from_the_gravest() -> None:
    assert SEVERITIES == ("condition", "operator", "words", "punctuation")


@pytest.mark.parametrize(
    ("lang", "operator", "other"),
    [
        ("en", "shall", "broadly"),
        ("de", "muss", "weitgehend"),
        ("fr", "peut", "largement"),
        ("es", "puede", "amplio"),
        ("cs", "musí", "velmi"),
        ("da", "skal", "meget"),
        ("fi", "täytyy", "hyvin"),
        ("hu", "nem", "nagyon"),
        ("ro", "trebuie", "foarte"),
        ("sv", "måste", "mycket"),
    ],
)
def test_operators_of_a_language(lang: str, operator: str, other: str) -> None:
    assert operators_in(f"x {operator} x", lang) == [operator]
    assert severity([("", operator)], lang) == "operator"
    assert severity([("", other)], lang) == "words"


@pytest.mark.parametrize("lang", ["cs", "da", "fi", "hu", "ro", "sv", "pl", "nl"])
def test_and_for_or_is_a_change_of_the_rule(lang: str) -> None:
    both, either = profile(lang).conjunctions.split()
    assert severity([(both, either)], lang) == severity([(either, both)], lang) == "operator"
    assert severity([("", both)], lang) == "words"


def test_what_denies_or_counts_is_among_the_operators() -> None:
    for known in profiles():
        assert {*known.limits.split(), *known.quantifiers.split()} <= set(known.operators.split()), known.tag


@pytest.mark.parametrize(
    ("official", "end", "told"),
    [
        ("a system that learns, unless it is a toy.", ", unless", True),
        ("a system that learns, except toys.", ", except", True),
        ("a system that learns; provided that it is new.", "; provided", True),
        ("a system that learns, and is new.", ", and", False),
        ("a system that learns, such as a robot.", ", such", False),
        ("a system that can learn.", " can", True),
        ("a system that can learn.", " learn", True),
        ("a system that can learn.", " that", False),
    ],
)
def test_a_condition_that_is_left_out(official: str, end: str, told: bool) -> None:
    assert ends_before_condition(official, official.index(end), "en") is told


@pytest.mark.parametrize(
    ("official", "end", "lang", "told"),
    [
        ("a system that learns, unless it is a toy.", ", unless", "en", True),
        ("a system that learns except where it is a toy.", " except", "en", True),
        ("a system that learns; provided, however, that it is new.", "; provided", "en", True),
        ("a system that learns, but does not include toys.", ", but", "en", True),
        # A clause of its own, a mere relative clause, an example.
        ("a system that learns. Except as provided in (c), toys.", ". Except", "en", False),
        ("a system that learns, which is new.", ", which", "en", False),
        ("a system that learns, including but not limited to toys.", " but not", "en", False),
        ("a system that decides without help.", " without", "en", False),
        ("un système qui apprend, sauf lorsque c’est un jouet.", ", sauf", "fr", True),
        ("ein System, das lernt, es sei denn, es ist ein Spielzeug.", ", es sei", "de", True),
        ("een systeem dat leert, tenzij het speelgoed is.", ", tenzij", "nl", True),
        ("un sistema che apprende, salvo che sia un giocattolo.", ", salvo", "it", True),
        ("un sistema que aprende, excepto cuando es un juguete.", ", excepto", "es", True),
        ("system, który się uczy, chyba że jest zabawką.", ", chyba", "pl", True),
        ("um sistema que aprende, salvo se for um brinquedo.", ", salvo", "pt", True),
        ("rendszer, amely tanul, kivéve, ha játék.", ", kivéve", "hu", True),
        ("system, der lærer, medmindre det er legetøj.", ", medmindre", "da", True),
        ("systém, který se učí, s výjimkou hraček.", ", s výjimkou", "cs", True),
        ("ein System, das lernt, wenn es neu ist.", ", wenn", "de", False),
    ],
)
def test_an_exception_that_is_left_off(official: str, end: str, lang: str, told: bool) -> None:
    at = official.index(end)
    assert ends_before_exception(official, at, lang) is told
    assert not told or official[at:].strip(" ,;.").startswith(rest_of_sentence(official, at)[:6])


@pytest.mark.parametrize(
    ("left_out", "told"),
    [
        ("a system that may ", True),
        ("a system that does not\n", True),
        ("a system that ", False),
        ("a system that may quickly ", False),
        ("a system that can, ", False),
        ("(1) Any ", False),
        ("", False),
    ],
)
def test_an_operator_that_is_left_out_before_a_quotation(left_out: str, told: bool) -> None:
    assert begins_behind_operator(left_out, "en") is told


@pytest.mark.parametrize(
    ("quoted", "told"),
    [
        ("exhibit adaptiveness after deployment", True),  # may
        ("influence physical or virtual environments", True),  # can
        ("may exhibit adaptiveness after deployment", False),
        ("infers, from the input it receives, how to generate outputs", False),
    ],
)
def test_a_fragment_that_begins_behind_an_operator_is_told_and_no_fault(quoted: str, told: bool) -> None:
    (one,) = aidefs.find_quotations(f"Under Article 3(1) of the AI Act a system “{quoted}”.")
    assert (one.verdict, one.truncated_condition, one.wrong) == ("exact", told, False)
    assert aidefs.check(quoted, "eu").truncated_condition is told


def test_a_quotation_that_leaves_the_first_word_to_its_sentence_is_not_told() -> None:
    text = aidefs.get("us-ndaa-fy2019-238g").text
    cut = text[text.index("artificial system that") : text.index(", or that can learn")]
    (one,) = aidefs.find_quotations(f"Section 238(g) speaks of an “{cut}”.")
    assert (one.verdict, one.truncated_condition) == ("exact", False)


def test_a_quotation_that_ends_before_an_exception_is_told() -> None:
    text = aidefs.get("eu-ai-act-gpai-model-2024").text
    cut = text[: text.index(", except")]
    (one,) = aidefs.find_quotations(f"The AI Act says: “{cut}”.")
    assert (one.verdict, one.extent, one.truncated_condition) == ("exact", "truncated", True)
    assert not aidefs.find_quotations(f"The AI Act says: “{text}”.")[0].truncated_condition


@pytest.mark.parametrize(
    ("left_out", "rest", "torn"),
    [
        ("may exhibit", " adaptiveness after deployment, and that infers", True),
        ("that may exhibit adaptiveness after deployment", " and that infers", False),
        ("that may exhibit adaptiveness after deployment,", " and that infers", False),
        ("can, for a given set of human-defined objectives,", " make predictions", True),
        ("infers, from the input it receives,", " how to generate outputs", False),
        ("without meaningful", " human oversight", True),
        ("without human oversight", "", False),
        ("any", " machine-based system", False),
    ],
)
def test_what_an_omission_tears(left_out: str, rest: str, torn: bool) -> None:
    assert tears_rule(left_out, rest, "en") is torn


def test_limits_and_quantifiers_are_operators() -> None:
    for one in profiles():
        limits, quantifiers = set(one.limits.split()), set(one.quantifiers.split())
        assert limits | quantifiers <= set(one.operators.split()), one.tag
        assert not limits & quantifiers, one.tag


@pytest.mark.parametrize(
    ("left_out", "rest", "within"),
    [
        ("es sei denn,", " das KI-System wird im Rahmen", True),
        ("verwendet, es sei denn, das KI-System wird verwendet,", " und im Übrigen", False),
        ("unless", " it is ancillary", True),
    ],
)
def test_a_condition_whose_clause_stays_is_left_out(left_out: str, rest: str, within: bool) -> None:
    lang = "de" if "es sei denn" in left_out else "en"
    assert ends_within_condition(left_out, rest, lang) is within
