"""One quotation against the text that it is said to be from: a strict and closed answer."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.command import Run
from support.strategies import DEFINITIONS, texts

import aidefs
from aidefs.errors import InputError, UnknownName
from aidefs.library.records import Definition
from aidefs.quotations.check import check
from aidefs.quotations.references import words

EU = aidefs.get("eu")
RUN = 6  # words
PRINTED = {d.id: [match.span() for match in re.finditer(r"\S+", d.text)] for d in DEFINITIONS}
LONG = tuple(d for d in DEFINITIONS if len(PRINTED[d.id]) > RUN)


def run_of(definition: Definition, first: int) -> str:
    """Some printed words of a definition."""
    places = PRINTED[definition.id]
    return definition.text[places[first][0] : places[first + RUN - 1][1]]


def runs_of(definition: Definition) -> list[int]:
    """Where runs begin whose words stand only once in the definition, so that their place is known."""
    parts = [run_of(definition, first) for first in range(len(PRINTED[definition.id]) - RUN + 1)]
    own = [key for key, _, _ in words(definition.text)]

    def times(part: str) -> int:
        keys = [key for key, _, _ in words(part)]
        return sum(own[at : at + len(keys)] == keys for at in range(len(own)))

    return [first for first, part in enumerate(parts) if times(part) == 1]


# --- laws -------------------------------------------------------------------------------------


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda d: d.id)
def test_every_stored_text_is_exact(definition: Definition) -> None:
    answer = check(definition.text, definition)
    assert (answer.definition.id, answer.verdict, answer.faults, answer.exit_code) == (
        definition.id,
        "exact",
        (),
        0,
    )
    assert answer.severity is None


@given(st.data())
def test_every_run_of_a_stored_text_is_exact(data: st.DataObject) -> None:
    definition = data.draw(st.sampled_from(LONG))
    first = data.draw(st.sampled_from(runs_of(definition)))
    assert check(run_of(definition, first), definition).verdict == "exact"


@pytest.mark.exhaustive
@pytest.mark.parametrize("definition", LONG, ids=lambda d: d.id)
def test_all_runs_of_a_stored_text_are_exact(definition: Definition) -> None:
    parts = [run_of(definition, first) for first in runs_of(definition)]
    assert [part for part in parts if check(part, definition).verdict != "exact"] == []


@settings(max_examples=60)
@given(st.data())
def test_a_word_put_in_or_exchanged_is_never_exact(data: st.DataObject) -> None:
    definition = data.draw(st.sampled_from([d for d in LONG if " " in d.text]))
    first = data.draw(st.integers(0, len(PRINTED[definition.id]) - RUN))
    printed = run_of(definition, first).split()
    at = data.draw(st.integers(1, RUN - 2))
    word = data.draw(st.sampled_from(["never", "not", "may", "the", "boats"]))
    if word in printed:
        return
    printed[at : at + data.draw(st.integers(0, 1))] = [word]
    answer = check(" ".join(printed), definition)
    assert answer.verdict in ("changed", "not found") and answer.exit_code == 1


@given(texts(30), st.sampled_from(["eu", "coe", "eu:de", "jp-ai-promotion-act-2025"]))
def test_any_text_has_an_answer(text: str, name: str) -> None:
    try:
        answer = check(text, name)
    except InputError as error:
        assert str(error) == "the quotation has no words"
        return
    assert answer.verdict in ("exact", "punctuation", "changed", "not found")
    assert (answer.exit_code == 0) is (answer.verdict == "exact")
    assert (answer.official is None) is (answer.verdict == "not found") is (answer.extent is None)
    assert not (answer.verdict == "exact" and answer.faults)
    json.dumps(answer.to_dict())


@given(st.integers(0, len(PRINTED[EU.id]) - RUN), st.sampled_from(["varying", "boats", "never"]))
def test_the_redline_of_an_answer_gives_both_sides_back(first: int, word: str) -> None:
    printed = run_of(EU, first).split()
    printed[2] = word
    answer = check(" ".join(printed), "eu")
    if answer.official is None:
        return
    assert "".join(edit.text for edit in answer.edits if edit.op != "insert") == answer.official_words
    for edit in answer.edits:
        assert edit.op == "insert" or (edit.a and EU.text[slice(*edit.a)] == edit.text)
        assert edit.op != "insert" or (edit.b and answer.quotation[slice(*edit.b)] == edit.text)


# --- answers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quotation", "name", "verdict", "severity"),
    [
        ("may exhibit adaptiveness after deployment", "eu", "exact", None),
        ("“May exhibit adaptiveness after deployment”", "eu", "exact", None),
        ("can exhibit adaptiveness after deployment", "eu", "changed", "operator"),
        ("may exhibit adaptation after deployment", "eu", "changed", "words"),
        ("such as predictions, content, recommendations or decisions", "eu", "punctuation", "punctuation"),
        ("An AI system infers how to generate outputs", "eu", "changed", "words"),
        ("the quick brown fox jumps over the lazy dog", "eu", "not found", None),
        ("an AI system infer[s] how to generate outputs", "oecd", "changed", "words"),
        ("a machine-based system … that … infers, from the input it receives", "eu", "exact", None),
        ("anpassungsfähig sein muss", "eu:de", "changed", "operator"),
        ("peut faire preuve d’une capacité d’adaptation", "eu:fr", "exact", None),
        ("debe mostrar capacidad de adaptación tras el despliegue", "eu:es", "changed", "operator"),
    ],
)
def test_answers(quotation: str, name: str, verdict: str, severity: str | None) -> None:
    answer = check(quotation, name)
    assert (answer.verdict, answer.severity) == (verdict, severity)


@pytest.mark.parametrize("lang", ["de", "fr", "es", "pl"])
def test_a_short_name_is_the_version_in_the_language_of_the_quotation(lang: str) -> None:
    version = aidefs.get(f"eu:{lang}")
    assert check(version.text, "eu").definition.id == version.id
    assert check(version.text, "eu-ai-act-2024").definition.id == "eu-ai-act-2024"


def test_what_cannot_be_asked() -> None:
    with pytest.raises(InputError, match="no words"):
        check(" … ", "eu")
    with pytest.raises(UnknownName):
        check("a system", "no such text")


# --- the command ------------------------------------------------------------------------------


def test_the_command_takes_one_quotation(run: Run) -> None:
    exact = run("verify", "--against", "eu", "--text", "may exhibit adaptiveness after deployment")
    assert exact.code == 0 and "Letter for letter" in exact.out
    changed = run("verify", "--against", "eu", "-", stdin=b"can exhibit adaptiveness after deployment\n")
    assert changed.code == 1 and "carries the rule" in changed.out
    data = json.loads(
        run("verify", "--against", "eu", "--text", "can exhibit adaptiveness", "--format", "json").out
    )
    assert (data["verdict"], data["severity"]) == ("changed", "operator")
    assert data["official_words"] == "may exhibit adaptiveness"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--text", "a system"),
        ("--against", "eu"),
        ("--against", "eu", "--text", "…"),
        ("--against", "eu", "--text", "a system", "a.md"),
        ("--against", "no such text", "--text", "a system"),
    ],
)
def test_a_command_that_asks_for_nothing_is_refused(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run("verify", *arguments)
    assert ran.code == 2 and ran.err.startswith("aidefs: ") and not ran.out


def test_a_definition_of_any_term_may_be_named() -> None:
    answer = check("whether for payment and free of charge", "eu-ai-act-2024-provider")
    assert (answer.verdict, answer.severity) == ("changed", "operator")
    assert answer.official_words == "whether for payment or free of charge"
