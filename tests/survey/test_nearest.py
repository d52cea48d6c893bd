"""The nearest wordings: what is closest to a text, as a whole and by element."""

from __future__ import annotations

import pytest
from support.strategies import ENGLISH

import aidefs
from aidefs.alignment.redline import redline
from aidefs.errors import InputError

FIRST_READING = aidefs.get("eu-parliament-first-reading-2024").text


@pytest.mark.parametrize(
    "text",
    [
        FIRST_READING,
        FIRST_READING.rstrip(";"),
        FIRST_READING.replace("‘", '"').replace("’", '"'),
        "  " + FIRST_READING.replace(" ", "\n", 5),
        FIRST_READING.removeprefix("‘AI system’ means "),
    ],
)
def test_the_first_reading_is_known_for_what_it_is_and_not_for_the_act(text: str) -> None:
    found = aidefs.nearest(text)
    best = found.overall[0]
    assert best.wording.id == "eu-parliament-first-reading-2024"
    assert best.same_wording
    assert found.overall[1].status == "reworded"
    assert all(match.same_wording for match in found.shared.values())
    assert set(found.shared) == set(found.elements)


def test_a_text_without_its_term_is_compared_with_what_stands_behind_the_terms() -> None:
    assert aidefs.nearest(FIRST_READING).measure == "text"
    found = aidefs.nearest(FIRST_READING.removeprefix("‘AI system’ means "))
    assert (found.measure, found.overall[0].similarity) == ("definiens", 1.0)


def test_element_by_element() -> None:
    text = (
        "An AI system is a machine-based system that infers, from the input it receives, how to generate "
        "forecasts. AI systems are designed to operate with varying levels of autonomy."
    )
    found = aidefs.nearest(text)
    best = {element.id: matches[0] for element, matches in found.elements.items()}
    assert "oecd-2019" in best["autonomy"].wording.ids and best["autonomy"].status == "identical"
    assert "nist-ai-rmf-2023" in best["autonomy"].wording.ids
    assert "oecd-2023" in best["input"].wording.ids and best["input"].status == "identical"
    assert best["outputs"].status == "reworded"
    assert "autonomy as in OECD 2019" in found.to_text(width=400)


def test_a_definition_is_not_its_own_neighbour() -> None:
    for name in ("eu", "oecd", "us-co-sb24-205-2024"):
        found = aidefs.nearest(name, limit=5)
        own = aidefs.get(name).id
        every = [*found.overall, *(match for matches in found.elements.values() for match in matches)]
        assert all(own not in match.wording.ids for match in every)
    assert aidefs.nearest("us-co-sb24-205-2024").overall[0].wording.id == "us-tx-hb149-2025"


@pytest.mark.parametrize("name", ["eu", "nist", "us-ca-ab2885-2024", "ca-aida-c27-2022"])
def test_the_search_finds_what_a_full_search_finds(name: str) -> None:
    one = aidefs.get(name)
    found = aidefs.nearest(name, limit=4)
    scores = sorted(
        (redline(other.text, one.text).similarity for other in ENGLISH if other != one), reverse=True
    )
    distinct = [match.similarity for match in found.overall for _ in match.wording.ids]
    assert distinct[: len(scores)] == pytest.approx(scores[: len(distinct)])


def test_each_match_has_the_redline_to_the_text() -> None:
    found = aidefs.nearest("eu", limit=2)
    for match in found.overall:
        assert (match.redline.a, match.redline.b) == (match.wording.definition.text, aidefs.get("eu").text)
        assert match.similarity == match.redline.similarity


def test_nothing_in_common_is_no_neighbour() -> None:
    found = aidefs.nearest("“Zzz” means qqq xxx", limit=2)
    assert all(match.redline.words.equal for match in found.overall)


def test_conditions_choose_where_to_look() -> None:
    found = aidefs.nearest("eu", jurisdiction="US")
    assert {one.jurisdiction[:2] for m in found.overall for one in m.wording.definitions} == {"US"}
    with pytest.raises(InputError, match="a number from 1 on"):
        aidefs.nearest("eu", limit=0)


def test_a_french_text_is_compared_with_french_texts() -> None:
    found = aidefs.nearest(aidefs.get("eu:fr").text, lang="fr")
    assert found.overall[0].wording.id == "eu-ai-act-2024-fr"


def test_where_no_elements_are_known_whole_texts_are_compared() -> None:
    found = aidefs.nearest("jp-ai-promotion-act-2025-ja", lang="ja")
    assert found.overall and not found.elements
    assert "the elements are not known, because there are no cues for Japanese" in found.to_text(width=400)
    with pytest.raises(InputError, match=r"no cues .* and so does the measure 'text'$"):
        aidefs.families(lang="ja")
    assert len(aidefs.families(lang="ja", measure="text").matrix) == 3


def test_a_language_with_one_text_has_no_neighbours() -> None:
    found = aidefs.nearest("eu-com-2018-237-hr")
    assert (found.searched, found.records()) == (0, ())
    assert "There is no other definition in Croatian" in found.to_text()
