"""Words of definitions in documents: exact, changed, paraphrased, in part, and not at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aidefs
from aidefs.corpora.occurrence import Occurrence
from aidefs.corpora.parallels import Parallels
from aidefs.library.library import Library
from aidefs.quotations.index import index_of

FILLER = "The council of a town looks after its parks, streets and wells. " * 8
ENGLISH = [one for one in aidefs.definitions(lang="en") if len(one.text.split()) > 12]


@pytest.fixture(scope="module")
def parallels() -> Parallels:
    return Parallels(index_of(Library.shipped()))


def only(found: list[Occurrence]) -> Occurrence:
    (one,) = found
    return one


@pytest.mark.parametrize("definition", ENGLISH, ids=lambda one: one.id)
def test_every_stored_text_is_found_word_for_word(
    parallels: Parallels, definition: aidefs.Definition
) -> None:
    text = f"{FILLER}\n\n{definition.text}\n\n{FILLER}"
    low, high = len(FILLER) + 2, len(FILLER) + 2 + len(definition.text)
    found = [one for one in parallels.find(text) if one.start < high and low < one.end]
    ids = {name for one in found for name in (one.definition, *one.same_wording) if one.relation == "exact"}
    within = {other.id for other in ENGLISH if other.id in ids}
    assert within, f"{definition.id} is not found"
    assert all(one.start >= low - 2 and one.end <= high + 2 for one in found)


def test_a_text_of_other_things_has_none(parallels: Parallels) -> None:
    assert parallels.find(FILLER * 50) == []


def test_what_the_printer_does_is_no_change(parallels: Parallels) -> None:
    text = aidefs.get("us-ca-ab2885-2024").text
    wrapped = text.replace(" and that can,", "\nand that\ncan,").replace("machine-based", "MACHINE-\nBASED")
    one = only(parallels.find(f"(1) {wrapped}"))
    assert (one.definition, one.relation, one.extent) == ("us-ca-ab2885-2024", "exact", "whole")


def test_a_changed_text_says_which_elements_survive(parallels: Parallels) -> None:
    text = aidefs.get("oecd").text.replace("from the input it receives, ", "")
    one = only(parallels.find(text))
    assert (one.relation, "input" in one.lost, "environment" in one.kept) == ("changed", True, True)
    assert one.similarity is not None and 0.7 <= one.similarity < 1


def test_another_form_of_a_word_is_a_change(parallels: Parallels) -> None:
    text = aidefs.get("us-tn-49-7-2024").text
    one = only(parallels.find(text.replace("decisions", "decision")))
    assert one.relation == "changed" and one.similarity is not None and one.similarity < 1
    assert "outputs" in one.altered


def test_a_part_is_truncated(parallels: Parallels) -> None:
    limb = aidefs.get("us-ndaa-fy2019-238g").text.split("\n")[0]
    one = only(parallels.find(f"“AI” means {limb[4].lower()}{limb[5:]}"))
    assert one.extent == "truncated" and one.relation == "changed"


def test_a_whole_text_goes_before_a_part_of_a_longer_one(parallels: Parallels) -> None:
    short = aidefs.get("us-il-hb3773-2024")
    found = only(parallels.find(short.text))
    assert short.id in (found.definition, *found.same_wording) and found.extent == "whole"


def test_passages_beside_each_other_are_told_apart(parallels: Parallels) -> None:
    names = ("eu", "us-co-sb24-205-2024", "us-tn-49-7-2024")
    found = parallels.find("\n".join(aidefs.get(name).text for name in names))
    assert [one.relation for one in found] == ["exact"] * 3
    assert all(
        name in (aidefs.get(one.definition).id, *one.same_wording) or name == "eu"
        for name, one in zip(names, found, strict=True)
    )


def test_a_text_full_of_definitions_is_searched_by_windows(parallels: Parallels) -> None:
    text = aidefs.get("us-ca-ab2885-2024").text
    found = parallels.find("\n".join([text] * 300))
    assert [one.relation for one in found] == ["exact"] * 300


@given(st.lists(st.sampled_from([*ENGLISH[:40], None]), max_size=6), st.randoms())
@settings(max_examples=30, deadline=None)
def test_passages_are_in_order_and_apart(texts: list[aidefs.Definition | None], random: object) -> None:
    parallels = Parallels(index_of(Library.shipped()))
    text = " ".join(FILLER if one is None else one.text for one in texts)
    found = parallels.find(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert found == parallels.find(text)


def test_the_name_of_an_act_is_no_passage(parallels: Parallels) -> None:
    """Also of one that a stored definition names."""
    text = (
        "The official designated under section 238(b) of the John S. McCain National Defense Authorization "
        "Act for Fiscal Year 2019 (Public Law 115-232) carries out the program."
    )
    assert parallels.find(text) == []
