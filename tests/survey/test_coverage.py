"""Coverage: which definitions have which elements, with which modal verb and items."""

from __future__ import annotations

from typing import Any

import pytest
from support.strategies import ENGLISH
from support.surveys import CHAIN

import aidefs
from aidefs.errors import InputError


def row_of(found: aidefs.Coverage, name: str) -> dict[str, Any]:
    row = next(row for row in found.rows if name in row.wording.ids)
    return {element.id: cell for element, cell in zip(found.elements, row.cells, strict=True)}


def test_who_says_it_plainly_and_who_with_a_modal_verb() -> None:
    found = aidefs.coverage("eu", "eu@2021-04", "oecd", "coe", "eu@2023", elements="core")
    eu = row_of(found, "eu-ai-act-2024")
    assert eu["autonomy"].facets.modal is None and eu["adaptiveness"].facets.modal == "may"
    assert row_of(found, "oecd-2024")["autonomy"].facets.position == "separate"
    assert not row_of(found, "eu-commission-2021")["autonomy"].segments
    autonomy = next(count for count in found.counts if count.element.id == "autonomy")
    assert (autonomy.wordings, autonomy.forms) == (4, {"plain": 2, "separate": 2})


def test_who_lists_content() -> None:
    found = aidefs.coverage("eu", "eu@2021-04", "eu@2023", "oecd@2019", elements="outputs")
    content = next(item for item in found.items if item.item == "content")
    assert [one.id for one in content.wordings] == ["eu-commission-2021", "eu-ai-act-2024"]


def test_the_counts_are_those_of_the_rows() -> None:
    found = aidefs.coverage(elements="all")
    for k, count in enumerate(found.counts):
        having = [row for row in found.rows if row.cells[k].segments]
        assert count.wordings == len(having)
        assert count.definitions == sum(len(row.wording.definitions) for row in having)
    assert sum(len(row.wording.definitions) for row in found.rows) == len(ENGLISH)


def test_rows_are_sorted_as_asked() -> None:
    by_date = [row.wording.definition.adopted for row in aidefs.coverage(*CHAIN).rows]
    assert by_date == sorted(by_date)
    by_label = [row.wording.label for row in aidefs.coverage(*CHAIN, sort="label").rows]
    assert by_label == sorted(by_label, key=str.casefold)
    by_count = [row.number for row in aidefs.coverage(*CHAIN, sort="count").rows]
    assert by_count == sorted(by_count, reverse=True)
    by_element = aidefs.coverage(*CHAIN, elements="adaptiveness", sort="adaptiveness")
    assert [bool(row.cells[0].segments) for row in by_element.rows] == [True] * 4 + [False] * 4
    with pytest.raises(InputError, match="cannot sort by 'dat'; nearest: date"):
        aidefs.coverage("eu", sort="dat")
    with pytest.raises(InputError, match="there is no definition to show"):
        aidefs.coverage(jurisdiction="FR")
