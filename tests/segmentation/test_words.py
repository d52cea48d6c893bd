"""What single words say of an element: the shipped weights, and where they count."""

from __future__ import annotations

from aidefs.library.library import Library
from aidefs.library.taxonomy import Element, Taxonomy
from aidefs.segmentation.automatic import Learned, assign_elements
from aidefs.segmentation.segmentation import segmentation_of
from aidefs.segmentation.words import word_weights
from aidefs.text.cues import PLAIN

TAXONOMY = Taxonomy.shipped()
LIBRARY = Library.shipped()
REVIEWED = sorted(name for name, one in LIBRARY.items() if one.reviewed)


def test_a_word_says_less_than_a_plain_cue() -> None:
    weights = word_weights("en", TAXONOMY)
    assert len(weights) > 500
    for row in weights.values():
        assert row.keys() <= TAXONOMY.keys()
        assert all(0 < abs(weight) < PLAIN for weight in row.values())


def test_other_languages_and_other_elements_have_no_weights() -> None:
    assert word_weights("de", TAXONOMY) == {}
    assert word_weights("", TAXONOMY) == {}
    assert word_weights("en", {"use", "risk", "frame"}) == {}


def test_elements_of_ones_own_are_cut_without_weights() -> None:
    own = Taxonomy(
        [
            Element(id="what", label="What", group="core", cues={"en": ("a thing",)}),
            Element(id="term", label="Term", group="frame"),
        ]
    )
    text = "“Record” means a thing that protects a wide range of persons."
    found = segmentation_of(text, method="automatic", taxonomy=own)
    assert all(evidence.kind != "words" for one in found.segments for evidence in one.evidence)


def test_words_decide_where_nothing_else_does_and_are_shown() -> None:
    text = "“Tool” means a program that performs more general functions of speech and language."
    found = segmentation_of(text, method="automatic", exclude=REVIEWED)
    last = found.segments[-1]
    assert last.element == "capability"
    shown = [evidence.value for evidence in last.evidence if evidence.kind == "words"]
    assert shown
    assert all(word in text for word in shown[0].split(", "))


def test_a_clause_that_a_cue_decides_keeps_its_element() -> None:
    plain = "“Tool” means a program that makes predictions."
    for text in (plain, plain.replace("predictions", "predictions on general and expert tasks")):
        found = segmentation_of(text, method="automatic", exclude=REVIEWED)
        assert [one.element for one in found.segments][:3] == ["frame", "machine-based", "outputs"]


def test_weights_can_be_given_and_left_out() -> None:
    definition = LIBRARY["coe-2024"]
    given = Learned({"influenc": {"scope": 100.0}})
    with_given = assign_elements(definition, LIBRARY, TAXONOMY, REVIEWED, given)
    without = assign_elements(definition, LIBRARY, TAXONOMY, REVIEWED, Learned({}))
    assert "scope" in {one[0] for one in with_given}
    assert "scope" not in {one[0] for one in without}
