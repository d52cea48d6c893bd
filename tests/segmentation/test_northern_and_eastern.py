"""Definitions in Czech, Danish, Finnish, Hungarian and Swedish are cut by grammars of their own."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from support.segmentation import cut, labels

from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.segmentation.automatic import assign_elements
from aidefs.segmentation.segmentation import segment, segmentation_of
from aidefs.text.sentences import sentence_offsets

LANGUAGES = ("cs", "da", "fi", "hu", "sv")
DRAFTS = tomllib.loads(
    (Path(__file__).parents[2] / "benchmarks" / "drafts-cs-da-fi-hu-sv.toml").read_text("utf-8")
)["gold"]


def agreement(pairs: list[tuple[str, str, list[Any], list[Any]]]) -> float:
    """The share of scored words that two cuts of the same texts give the same element."""
    same = [
        a == b
        for text, lang, first, second in pairs
        for a, b in zip(labels(text, lang, first), labels(text, lang, second), strict=True)
    ]
    return sum(same) / len(same)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("held_out", "least"), [(False, 0.85), (True, 0.7)])
def test_agreement_with_the_drafts(lang: str, held_out: bool, least: float) -> None:
    chosen = [one for one in DRAFTS if (one["lang"], one["held_out"]) == (lang, held_out)]
    assert len(chosen) == 4
    pairs = [(one["text"], lang, one["pieces"], cut(one["text"], lang)) for one in chosen]
    assert agreement(pairs) >= least


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft["id"])
def test_no_element_that_is_there_is_called_missing(draft: dict[str, Any]) -> None:
    found = segmentation_of(Definition("", draft["text"], lang=draft["lang"]), method="automatic")
    there = {element for element, _ in draft["pieces"]} - {one.element for one in found.segments}
    assert there <= found.doubtful


@pytest.mark.parametrize("lang", ["cs", "da", "hu"])
def test_reviewed_versions_come_out_without_the_help_of_any(lang: str) -> None:
    library = Library.shipped()
    own = [one for one in library.values() if one.lang == lang and one.segments]
    assert len(own) == 2
    pairs = []
    for one in own:
        found = assign_elements(one, library, Taxonomy.shipped(), exclude={other.id for other in own})
        mine = [(element, one.text[start:end]) for element, start, end, *_ in found]
        pairs.append((one.text, lang, [list(piece) for piece in one.segments], mine))
    assert agreement(pairs) >= 0.85


@pytest.mark.parametrize(
    ("lang", "text", "frame"),
    [
        ("da", "Ved et AI-system forstås i denne lov et program, som lærer.",
         "Ved et AI-system forstås i denne lov"),
        ("da", "I denne lov forstås ved AI-system: et program, som lærer.",
         "I denne lov forstås ved AI-system:"),
        ("da", "Med kunstig intelligens menes der systemer, der lærer.", "Med kunstig intelligens menes der"),
        ("da", "»AI-system«: et program, som lærer.", "»AI-system«:"),
        ("da", "Et AI-system er et program, som lærer.", "Et AI-system er"),
        ("da", "AI-systemer defineres som programmer, der lærer.", "AI-systemer defineres som"),
        ("da", "Når vi taler om AI, mener vi programmer, der lærer.", "Når vi taler om AI, mener vi"),
        ("sv", "Med AI-system avses i denna lag ett program som lär sig.",
         "Med AI-system avses i denna lag"),
        ("sv", "Med AI-system avses i avtalet ett program som lär sig.", "Med AI-system avses i avtalet"),
        ("sv", "I denna lag avses med AI-system: ett program som lär sig.",
         "I denna lag avses med AI-system:"),
        ("sv", "Ett AI-system är ett program som lär sig.", "Ett AI-system är"),
        ("sv", "AI är ett samlingsnamn för program som lär sig.", "AI är ett samlingsnamn för"),
        ("cs", "Systémem umělé inteligence se rozumí program, který se učí.",
         "Systémem umělé inteligence se rozumí"),
        ("cs", "Pro účely tohoto zákona se rozumí systémem umělé inteligence program, který se učí.",
         "Pro účely tohoto zákona se rozumí systémem umělé inteligence"),
        ("cs", "„Systémem AI“ se rozumí program, který se učí.", "„Systémem AI“ se rozumí"),
        ("cs", "Za umělou inteligenci se považují systémy, které se učí.",
         "Za umělou inteligenci se považují"),
        ("cs", "Systém AI je program, který se učí.", "Systém AI je"),
        ("hu", "E törvény alkalmazásában MI-rendszer: olyan szoftver, amely tanul.",
         "E törvény alkalmazásában MI-rendszer:"),
        ("hu", "MI-rendszernek minősül minden szoftver, amely tanul.", "MI-rendszernek minősül"),
        ("hu", "A mesterséges intelligencia olyan gépi rendszer, amely tanul.",
         "A mesterséges intelligencia"),
        ("hu", "„MI-megoldás” a jelen szerződés értelmében bármely szoftver, amely tanul.",
         "„MI-megoldás” a jelen szerződés értelmében"),
        ("fi", "Tekoälyjärjestelmällä tarkoitetaan tässä laissa ohjelmistoa, joka oppii.",
         "Tekoälyjärjestelmällä tarkoitetaan tässä laissa"),
        ("fi", "Tässä laissa tarkoitetaan tekoälyjärjestelmällä ohjelmistoa, joka oppii.",
         "Tässä laissa tarkoitetaan tekoälyjärjestelmällä"),
        ("fi", "Tekoäly on järjestelmä, joka oppii.", "Tekoäly on"),
    ],
)  # fmt: skip
def test_frames(lang: str, text: str, frame: str) -> None:
    found = cut(text, lang)
    assert found[0] == ("frame", frame)
    assert [element for element, _ in found[1:]] == ["machine-based", "adaptiveness"]


def test_a_hungarian_frame_may_close_behind_the_genus() -> None:
    found = cut("Mesterséges intelligencia alatt olyan rendszert értünk, amely tanul.", "hu")
    assert found == [
        ("frame", "Mesterséges intelligencia alatt"),
        ("machine-based", "olyan rendszert"),
        ("frame", "értünk,"),
        ("adaptiveness", "amely tanul."),
    ]


@pytest.mark.parametrize(
    ("lang", "text", "elements"),
    [
        ("da", "AI er et program, som af de data, det modtager, udleder, hvordan det kan generere tekster.",
         ["frame", "machine-based", "input", "inference", "outputs"]),
        ("sv", "AI är ett program som utifrån mottagna data härleder hur det kan generera texter.",
         ["frame", "machine-based", "input", "inference", "outputs"]),
        ("cs", "Systém AI je program, který z obdržených dat odvozuje, jak generovat texty.",
         ["frame", "machine-based", "input", "inference", "outputs"]),
        ("hu", "Az MI-rendszer olyan szoftver, amely a kapott adatokból kikövetkezteti, miként "
         "hozzon létre szövegeket.", ["frame", "machine-based", "input", "inference", "outputs"]),
        ("fi", "Tekoäly on ohjelmisto, joka päättelee saamastaan datasta, miten tuottaa tekstejä.",
         ["frame", "machine-based", "inference", "input", "outputs"]),
    ],
)  # fmt: skip
def test_from_data_to_outputs(lang: str, text: str, elements: list[str]) -> None:
    assert [element for element, _ in cut(text, lang)] == elements


@pytest.mark.parametrize(
    ("lang", "text", "noun", "machine"),
    [
        ("fi", "Tekoäly on konepohjainen järjestelmä, joka oppii.", "järjestelmä", True),
        ("fi", "Tekoälyllä tarkoitetaan ohjelmistoja, jotka oppivat.", "ohjelmisto", False),
        ("sv", "Ett AI-system är programvara som lär sig.", "programvara", False),
        ("da", "Et AI-system er et maskinbaseret system, som lærer.", "system", True),
    ],
)
def test_genus(lang: str, text: str, noun: str, machine: bool) -> None:
    genus = next(
        one for one in segment(text, lang=lang, method="automatic").segments if one.element == "machine-based"
    )
    assert (genus.facets.genus, genus.facets.machine_based) == (noun, machine)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("da", "i den virtuelle verden (f.eks. Taleassistenter)"),
        ("sv", "i den virtuella världen (t.ex. Röstassistenter)"),
        ("cs", "ve virtuálním světě (např. Asistenti)"),
        ("hu", "a virtuális világban (pl. Asszisztensek)"),
        ("fi", "virtuaalimaailmassa (esim. Digiapulaiset)"),
    ],
)
def test_no_sentence_ends_behind_an_abbreviation(lang: str, text: str) -> None:
    assert not sentence_offsets(text, lang)


def test_an_annex_is_no_preposition() -> None:
    found = cut("AI-system är programvara som använder tekniker i bilaga I och som genererar texter.", "sv")
    assert found[-1] == ("outputs", "och som genererar texter.")
