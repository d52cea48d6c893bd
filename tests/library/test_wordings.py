"""Identical wordings: who belongs together, who stands for all, and that no order matters."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import DEFINITIONS

import aidefs
from aidefs.library.records import Definition
from aidefs.library.wordings import Wording, chronological, group_wordings, wording_key

OECD = ("oecd-2024", "uk-ai-playbook-2025", "oecd-2023")


def ids(wordings: Sequence[Wording]) -> list[tuple[str, ...]]:
    return [wording.ids for wording in wordings]


def test_the_earliest_stands_for_all_and_the_others_are_named() -> None:
    (wording,) = group_wordings(map(aidefs.get, OECD))
    assert wording.ids == ("oecd-2023", "oecd-2024", "uk-ai-playbook-2025")
    assert wording.words == "OECD 2023 · also OECD 2024, UK AI Playbook 2025"
    assert wording.definition is aidefs.get("oecd-2023")
    assert (wording.id, wording.label, len(wording.also)) == ("oecd-2023", "OECD 2023", 2)


def test_a_wording_of_one_definition_names_nobody_else() -> None:
    (wording,) = group_wordings([aidefs.get("eu")])
    assert (wording.words, wording.others, wording.also) == ("EU AI Act", "", ())


def test_colorado_and_texas_share_their_words_and_their_typography_does_not_matter() -> None:
    pair = [aidefs.get("us-tx-hb149-2025"), aidefs.get("us-co-sb24-205-2024")]
    assert ids(group_wordings(pair)) == [("us-co-sb24-205-2024", "us-tx-hb149-2025")]


def test_a_comma_makes_another_wording_and_the_last_mark_does_not() -> None:
    a, b, c = (
        Definition(n, text)
        for n, text in zip("abc", ("x, y or z;", "x, y, or z;", "“X, y or z.”"), strict=True)
    )
    assert ids(group_wordings([a, b])) == [("a",), ("b",)]
    assert ids(group_wordings([a, c])) == [("a",), ("c",)]  # quotation marks at the front are inside
    assert ids(group_wordings([a, Definition("d", "x, y or z.")])) == [("a", "d")]


def test_the_same_letters_in_two_languages_are_two_wordings() -> None:
    pair = [Definition("a", "система ИИ", lang="ru"), Definition("b", "система ИИ", lang="bg")]
    assert len(group_wordings(pair)) == 2


def test_the_baseline_goes_first_and_stands_for_its_wording() -> None:
    chosen = [aidefs.get(name) for name in (*OECD, "eu", "oecd-2019")]
    playbook = aidefs.get("uk-ai-playbook-2025")
    found = group_wordings(chosen, baseline=playbook)
    assert ids(found) == [
        ("uk-ai-playbook-2025", "oecd-2023", "oecd-2024"), ("oecd-2019",), ("eu-ai-act-2024",)
    ]  # fmt: skip


def test_a_part_may_be_shared_where_the_whole_is_not() -> None:
    def definiens(one: Definition) -> str:
        return " ".join(text for element, text in one.segments if element != "frame")

    chosen = [aidefs.get("oecd"), aidefs.get("au-dta-technical-standard-2025")]
    assert len(group_wordings(chosen)) == 2
    assert len(group_wordings(chosen, part=definiens)) == 1


def test_many_others_are_counted() -> None:
    chosen = [Definition(f"d{n:02}", "the same words", adopted=f"20{n:02}") for n in range(10)]
    (wording,) = group_wordings(chosen)
    assert wording.words == "d00 · also d01, d02, d03, d04, d05, d06, 3 more"


def test_a_date_that_is_known_in_part_goes_behind_what_it_may_follow() -> None:
    dates = ["", "2025", "2025-12-31", "2025-02", "2025-02-28", "2026-01-01"]
    chosen = [Definition(f"n{k}", "x", adopted=date) for k, date in enumerate(dates)]
    assert [one.adopted for one in sorted(chosen, key=chronological)] == [
        "2025-02-28", "2025-02", "2025-12-31", "2025", "2026-01-01", ""
    ]  # fmt: skip


@pytest.mark.parametrize("baseline", [None, "oecd-2024"])
def test_no_permutation_changes_the_result(baseline: str | None) -> None:
    chosen = [aidefs.get(name) for name in (*OECD, "eu", "coe")]
    base = aidefs.get(baseline) if baseline else None
    results = {group_wordings(order, baseline=base) for order in permutations(chosen)}
    assert len(results) == 1


@given(st.integers(0, 2**32))
@pytest.mark.exhaustive
def test_no_order_of_the_collection_changes_the_result(seed: int) -> None:
    shuffled = list(DEFINITIONS)
    random.Random(seed).shuffle(shuffled)
    assert group_wordings(shuffled) == group_wordings(DEFINITIONS)


def test_every_definition_is_in_one_wording() -> None:
    found = [name for wording in group_wordings([*DEFINITIONS, *DEFINITIONS]) for name in wording.ids]
    assert sorted(found) == sorted(one.id for one in DEFINITIONS)


def test_texts_without_words_do_not_meet_across_languages() -> None:
    assert wording_key("", "en") == ("en",)
    assert wording_key(" ;.", "fr") == ("fr",)
