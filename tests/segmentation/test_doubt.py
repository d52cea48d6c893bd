"""An element that an automatic cut may have overlooked is not said to be missing."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aidefs
from aidefs import Definition, Segmentation
from aidefs.errors import NoDefinition
from aidefs.library.taxonomy import Taxonomy
from aidefs.segmentation.segmentation import segmentation_of

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
DRAFTS: list[dict[str, Any]] = [
    draft
    for file in sorted(BENCHMARKS.glob("*drafts*.toml"))
    for draft in tomllib.loads(file.read_text("utf-8"))["gold"]
]
READ = (
    "L’expression « système d’IA » désigne un système automatisé qui, à partir des entrées qu’il reçoit, "
    "génère des sorties telles que des prédictions ou du contenu qui peuvent influencer les environnements "
    "physiques ou virtuels."
)
# The last clause is about autonomy, in words that no cue knows.
UNREAD = (
    "L’expression « système d’IA » désigne un logiciel qui génère du contenu et qui va son petit bonhomme de "
    "chemin."
)


def cut(text: str, lang: str) -> Segmentation:
    return segmentation_of(Definition("", text, lang=lang), method="automatic")


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft["id"])
def test_no_element_of_a_draft_is_called_missing(draft: dict[str, Any]) -> None:
    try:
        found = cut(draft["text"], draft["lang"])
    except NoDefinition:
        return  # nothing is said of such a text
    both = {e for e, _ in draft["pieces"]} & {e for e, _ in draft.get("second", draft["pieces"])}
    missed = {element for element in both if not found.cell(element).segments}
    assert missed <= found.doubtful | found.unread


def test_a_text_that_is_read_as_a_whole_leaves_no_doubt() -> None:
    found = cut(READ, "fr")
    assert all(one.confidence == "high" for one in found.segments)
    assert not found.doubtful
    assert not found.cell("autonomy").unread


def test_words_that_no_cue_knows_leave_a_doubt() -> None:
    found = cut(UNREAD, "fr")
    assert {"autonomy", "capability"} <= found.doubtful
    assert found.cell("autonomy").unread and not found.cell("outputs").unread


def test_in_english_doubt_is_about_segments_most_of_whose_words_speak_for_nothing() -> None:
    found = cut("“AI system” means software that generates advice and that goes its own gait.", "en")
    assert {"autonomy", "capability"} <= found.doubtful
    # "Whether" speaks for scope, and nothing for what is said behind it.
    found = cut("“AI system” means software that generates advice, whether or not it goes on learning.", "en")
    assert "adaptiveness" in found.doubtful
    found = cut("“AI system” means a program generating forecasts using neural networks.", "en")
    assert any(one.confidence == "low" for one in found.segments)
    assert found.doubtful == {"inference"}  # which forecasts are the outcome of


def test_a_comparison_says_not_recognised_where_it_cannot_say_missing() -> None:
    there = aidefs.compare("eu:fr", UNREAD, lang="fr")
    back = aidefs.compare(UNREAD, "eu:fr", lang="fr")
    for comparison in (there, back):
        row = next(row for row in comparison.rows if row.element.id == "autonomy")
        assert row.pairs[0].status == "unknown"
        told = [one for one in comparison.findings if one.element == "autonomy"]
        assert [one.kind for one in told] == ["not recognised"]
        assert told[0].text.endswith(", not recognised in text.")
        assert comparison.findings[-1].kind == "not recognised"  # they stand last
    absent = aidefs.compare("eu:fr", READ, lang="fr")
    assert {one.kind for one in absent.findings if one.element == "autonomy"} == {"only in one"}


def test_coverage_does_not_count_it_as_absent() -> None:
    record = aidefs.coverage(UNREAD, lang="fr").records()
    assert next(one for one in record if one["element"] == "autonomy")["present"] is None


def test_the_segmentation_names_what_may_have_been_overlooked() -> None:
    shown = " ".join(aidefs.segment(UNREAD, lang="fr").to_text().split())
    assert "Not recognised, but words of other segments may be about: adaptiveness, autonomy" in shown


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["fr", "es", "it", "pt", "de", "nl", "pl"]),
    st.lists(st.sampled_from(UNREAD.split() + READ.split()), min_size=3, max_size=20),
)
def test_doubt_is_about_what_was_not_found(lang: str, words: list[str]) -> None:
    try:
        found = cut(" ".join(words), lang)
    except NoDefinition:
        return
    has = {one.element for one in found.segments}
    assert found.doubtful <= set(Taxonomy.shipped()) - has


GENERA = {
    "en": "An AI system is a machine-based system",
    "fr": "Un système d’IA est un système automatisé",
    "es": "Un sistema de IA es un sistema basado en una máquina",
    "it": "Un sistema di IA è un sistema automatizzato",
    "pl": "System AI to system maszynowy,",
}


@pytest.mark.parametrize(
    ("lang", "clause", "own", "other"),
    [
        ("en", "that is designed to operate with varying levels of {}.", "autonomy", "voltage"),
        ("en", "that may exhibit {} after deployment.", "adaptiveness", "defects"),
        ("en", "that, for explicit or implicit {}, generates outputs.", "objectives", "costs"),
        ("en", "that infers, from the {} it receives, how to act.", "input", "rent"),
        ("fr", "qui est conçu pour fonctionner à différents niveaux {}.", "d’autonomie", "de tension"),
        ("es", "que está diseñado para funcionar con distintos niveles de {}.", "autonomía", "voltaje"),
        ("it", "progettato per funzionare con livelli di {} variabili.", "autonomia", "tensione"),
        ("pl", "który został zaprojektowany do działania z różnym poziomem {}.", "autonomii", "napięcia"),
    ],
)
def test_a_reviewed_wording_with_another_word_in_it_is_not_sure(
    lang: str, clause: str, own: str, other: str
) -> None:
    def sure(word: str) -> str:
        text = f"{GENERA[lang]} {clause.format(word)}"
        found = aidefs.segment(text, lang=lang, method="automatic").segments
        return next(one.confidence for one in found if word in one.text)

    assert sure(own) == "high"
    assert sure(other) == "low"


def test_words_of_two_kinds_together_are_sure() -> None:
    text = f"{GENERA['en']} that operates without meaningful human oversight."
    found = aidefs.segment(text, lang="en", method="automatic").segments
    assert [(one.element, one.confidence) for one in found][-1] == ("autonomy", "high")
