"""Facets are read from the words of a segment alone."""

from __future__ import annotations

import pytest

import aidefs
from aidefs.library.library import Library
from aidefs.segmentation.facets import facets
from aidefs.segmentation.segmentation import segmentation_of
from aidefs.segmentation.segments import Facets
from aidefs.text.tokens import token_columns


def one(text: str) -> Facets:
    return facets(token_columns(text), [("outputs", 0, len(text))])[0]


@pytest.mark.parametrize(
    ("text", "modal"),
    [
        ("that can influence its surroundings", "can"),
        ("and that may exhibit change", "may"),
        ("that must be supervised", "must"),
        ("it shall be lawful", "shall"),
        ("that could be used", None),
        ("that generates text", None),
        ("such as systems that can pass a test", None),  # the modal governs the example only
    ],
)
def test_modal(text: str, modal: str | None) -> None:
    assert one(text).modal == modal


def test_a_detached_modal_reaches_its_verb() -> None:
    text = "that can, for any goal, make decisions"
    found = facets(
        token_columns(text), [("outputs", 0, 9), ("objectives", 10, 23), ("outputs", 24, len(text))]
    )
    assert [facet.modal for facet in found] == ["can", None, "can"]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("make predictions, recommendations, or decisions", ("predictions", "recommendations", "decisions")),
        ("make predictions, recommendations or decisions", ("predictions", "recommendations", "decisions")),
        ("outputs such as text, images and sound.", ("text", "images", "sound")),
        ("outputs, including but not limited to a score or a ranking,", ("score", "ranking")),
        ("that, for explicit or implicit objectives,", ("explicit", "implicit")),
        ("that may influence physical or virtual environments.", ("physical", "virtual")),
        ("perceive real and virtual environments", ("real", "virtual")),
        ("uses machine- and human-based inputs", ("machine", "human-based")),
        ("models and systems", ("models", "systems")),
        ("any data system, software, tool, or utility", ("data system", "software", "tool", "utility")),
        ("a filter, a firewall, identity and access tools, a calculator, or a database",
         ("filter", "firewall", "identity and access tools", "calculator", "database")),
        ("tasks requiring human-like perception, planning, or physical action",
         ("human-like perception", "planning", "physical action")),
        ("methods such as: (i) machine learning, at scale; (ii) search", ("machine learning", "search")),
        ("one or more of the approaches", ()),
        ("with limited or no oversight", ()),
        ("that can learn from experience and improve performance", ()),
        ("infers how to", ()),
    ],
)  # fmt: skip
def test_items(text: str, items: tuple[str, ...]) -> None:
    assert one(text).items == items


@pytest.mark.parametrize(
    ("text", "open_list"),
    [
        ("outputs such as text", True),
        ("outputs, including text", True),
        ("forms (e.g. robots)", True),
        ("tasks, for example planning", True),
        ("predictions or decisions", False),
        ("such systems as defined", False),
    ],
)
def test_open_list(text: str, open_list: bool) -> None:
    assert one(text).open_list is open_list


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("does not include calculators", True),
        ("excluding spreadsheets", True),
        ("a system other than a toy", True),
        ("models, except those used in research", True),
        ("without human oversight", False),
        ("including but not limited to text", False),
    ],
)
def test_negated(text: str, negated: bool) -> None:
    assert one(text).negated is negated


def test_positions() -> None:
    text = "AI means software that: (a) learns; and (b) adapts. It includes robots."
    cuts = ["AI means", "software", "that: (a) learns;", "and (b) adapts.", "It includes robots."]
    spans, at = [], 0
    for cut in cuts:
        start = text.index(cut, at)
        at = start + len(cut)
        spans.append(("scope", start, at))
    assert [facet.position for facet in facets(token_columns(text), spans)] == [
        "main",
        "main",
        "list",
        "list",
        "separate",
    ]


def test_a_single_number_is_the_place_in_the_article_not_a_limb() -> None:
    text = "3) AI \u2013 a program"
    found = facets(token_columns(text), [("frame", 0, 7), ("machine-based", 8, len(text))], frame="frame")
    assert [facet.position for facet in found] == ["main", "main"]


def test_other_languages_have_a_position_only() -> None:
    assert facets(token_columns("qui can, may", "fr"), [("scope", 0, 12)]) == [Facets()]


def test_facets_of_the_convention_and_the_act() -> None:
    library = Library.shipped()
    convention = {one.element: one.facets for one in segmentation_of(library["coe"]).segments}
    act = {one.element: one.facets for one in segmentation_of(library["eu"]).segments}
    assert (convention["environment"].modal, act["environment"].modal) == ("may", "can")
    assert (convention["autonomy"].position, act["autonomy"].position) == ("separate", "main")
    assert convention["outputs"].items == act["outputs"].items
    assert act["outputs"].open_list


def test_items_are_shown_with_the_capitals_of_the_text() -> None:
    shown = aidefs.segment(
        "„KI-System“ ist ein System, das Ausgaben wie etwa Vorhersagen, Inhalte oder Empfehlungen erstellt."
    ).to_markdown()
    assert "items: Vorhersagen, Inhalte, Empfehlungen" in shown
