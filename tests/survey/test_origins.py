"""Origins: each word in the earliest ancestor that has it in an aligned passage, and no claim beyond."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.command import Run, is_error
from support.strategies import ENGLISH, WORDS, texts

import aidefs
from aidefs.library.records import Definition
from aidefs.text.tokens import scan

TRACED = tuple(one for one in ENGLISH if one.predecessors)


def text_of(text: str, name: str, adopted: str) -> Definition:
    """A text that is said to be English: of two random ones each may look like another language."""
    return Definition(id=name, text=text, adopted=adopted, lang="en")


def keys(text: str) -> list[str]:
    tokens = scan(text)
    return [tokens.key(index) for index in tokens.words]


def check(found: aidefs.Origins) -> None:
    """What holds of every result."""
    text = found.definition.text
    assert "".join(one.text for one in found.passages) == text[found.passages[0].start :]
    assert text[: found.passages[0].start].strip() == ""
    assert found.words == sum(found.shares.values()) == sum(one.words for one in found.passages)
    dates = [one.definition.adopted for one in found.ancestors]
    assert dates == sorted(dates)
    for one in found.passages:
        assert text[one.start : one.end] == one.text
        if one.ancestor is None:
            assert one.place is None and not one.moved
        else:
            assert one.place is not None
            there = found.ancestors[one.ancestor].definition.text[slice(*one.place)]
            assert keys(there) == keys(one.text)


def first_seen(text: str, *earlier: str) -> list[tuple[str, int | None]]:
    """Passages with the number of the text in which they were first seen."""
    among = [text_of(one, f"t{n}", f"20{n:02}") for n, one in enumerate(earlier)]
    found = aidefs.origins(text_of(text, "given", "2099"), among=among)
    check(found)
    return [(one.text.strip(), one.ancestor) for one in found.passages]


@pytest.mark.parametrize("definition", TRACED, ids=lambda one: one.id)
def test_stored_texts_with_predecessors(definition: Definition) -> None:
    found = aidefs.origins(definition)
    check(found)
    assert json.loads(json.dumps(found.to_dict())) == found.to_dict()
    assert "taken from" not in found.to_text()


_few = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@given(st.one_of(_few, texts()), st.lists(st.one_of(_few, texts()), min_size=1, max_size=3))
def test_any_texts(text: str, earlier: list[str]) -> None:
    if not text.strip():
        text = "an AI system"
    first_seen(text, *earlier)


def test_the_earliest_text_that_has_the_words_counts() -> None:
    assert first_seen("software that learns", "software", "software that learns", "learns") == [
        ("software", 0), ("that learns", 1),
    ]  # fmt: skip


def test_function_words_alone_are_no_passage() -> None:
    assert first_seen("rules for the boats of men", "a house for the poor of Rome") == [
        ("rules for the boats of men", None)
    ]


def test_words_that_moved_are_found() -> None:
    moved = aidefs.origins(
        text_of("It learns on its own and varies widely in autonomy.", "given", "2024"),
        among=[text_of("Varies widely in autonomy, while people watch it.", "earlier", "2020")],
    )
    check(moved)
    assert [(one.text.strip(), one.moved) for one in moved.passages if one.ancestor == 0] == [
        ("varies widely in autonomy.", False)
    ]
    turned = aidefs.origins(
        text_of("one red boat sails; a big green house stands there on the hill", "given", "2024"),
        among=[text_of("a big green house stands there on the hill; one red boat sails", "earlier", "2020")],
    )
    check(turned)
    assert turned.shares == {0: 13}
    assert {one.moved for one in turned.passages} == {False, True}


def test_the_act_has_words_of_the_oecd_and_of_parliament() -> None:
    found = aidefs.origins("eu")
    seen = {
        " ".join(one.text.split()).rstrip(",;"): found.ancestors[one.ancestor].definition.id
        for one in found.passages
        if one.ancestor is not None
    }
    assert seen["designed to operate with varying levels of autonomy"] == "oecd-2019"
    assert seen["for explicit or implicit"] == "eu-parliament-2023"
    assert seen["from the input it receives"] == "oecd-2023"


def test_documented_ancestors_alone() -> None:
    found = aidefs.origins("eu", documented=True)
    check(found)
    assert [one.definition.id for one in found.ancestors] == [
        "oecd-2019",
        "eu-commission-2021",
        "oecd-2023",
        "eu-provisional-agreement-2024",
        "eu-parliament-first-reading-2024",
    ]
    assert {one.ground for one in found.ancestors} == {"documented"}


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("oecd@2019", {}, "the records name no earlier text of 'oecd-2019'"),
        ("eu:fr", {}, "no earlier text of 'eu-ai-act-2024-fr' is in its language, fr; there are: en"),
        ("oecd@2019", {"among": ["eu"]}, "is later than 'oecd-2019'"),
        ("eu", {"among": ["eu"]}, "is the text itself"),
        ("eu", {"among": []}, "takes one or more earlier texts"),
        ("eu", {"among": ["oecdd"]}, "unknown definition 'oecdd'"),
    ],
)
def test_what_cannot_be_traced(name: str, options: dict[str, Any], message: str) -> None:
    with pytest.raises(aidefs.AidefsError, match=message):
        aidefs.origins(name, **options)


def test_the_command(run: Run) -> None:
    data = json.loads(run("origins", "eu", "--documented", "--format", "json").out)
    assert data["schema"] == "aidefs/origins/1"
    assert "".join(one["text"] for one in data["passages"]) == aidefs.get("eu").text
    is_error(run("origins", "oecd@2019"), "the records name no earlier text", "--among")
    assert "first seen" in run("origins", "coe", "--among", "oecd@2023").out.lower()


@pytest.mark.parametrize("form", ["html", "latex", "markdown", "docx", "xlsx", "text", "pandoc", "csv"])
def test_every_format(form: str) -> None:
    from aidefs.output.render import render_bytes

    assert render_bytes(aidefs.origins("eu"), form)


def test_the_words_of_a_letter_stand_between_brackets() -> None:
    shown = aidefs.origins("coe").to_text(width=10_000)
    assert "For the purposes of this Convention, “artificial intelligence [A: system]” means [A: a " in shown
    assert "] may [B: influence physical]" in shown
    assert "[A: a machine-based system that], [B: for" in shown


@pytest.mark.parametrize(
    ("lang", "earlier", "later", "shown"),
    [
        ("en", "an artificial intelligence system is a tool", "the “artificial intelligence system” runs",
         "the “[A: artificial intelligence system]” runs"),
        ("fr", "un système d’intelligence artificielle agit",
         "on entend par « système d’intelligence » un être",
         "on entend par « [A: système d’intelligence] » un être"),
        ("de", "ein maschinengestütztes System arbeitet", "(ein maschinengestütztes System), das ruht",
         "([A: ein maschinengestütztes System]), das ruht"),
    ],
)  # fmt: skip
def test_a_letter_claims_no_mark_at_the_edge(lang: str, earlier: str, later: str, shown: str) -> None:
    one = Definition(id="one", text=earlier, adopted="2001", lang=lang)
    two = Definition(id="two", text=later, adopted="2002", lang=lang)
    result = aidefs.origins(two, among=one)
    assert shown in result.to_text(width=10_000)
    for passage in result.passages:
        low, high = passage.span
        assert passage.start <= low < high <= passage.end
