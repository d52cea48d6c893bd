"""Definitions narrowed to those that have words on elements, with modal verbs."""

from __future__ import annotations

import pytest

import aidefs
from aidefs.survey.having import having

ENGLISH = aidefs.definitions(lang="en")


@pytest.mark.parametrize("element", ["autonomy", "adaptiveness", "outputs"])
def test_elements_are_those_of_coverage(element: str) -> None:
    found = {one.id for one in having(ENGLISH, [element]).definitions}
    rows = aidefs.coverage(elements=element).rows
    covered = {d.id for row in rows if row.cells[0].segments for d in row.wording.definitions}
    assert found == covered and 0 < len(found) < len(ENGLISH)


def test_modal_verbs_narrow_further() -> None:
    may = having(ENGLISH, ["adaptiveness"], ["may"]).definitions
    assert "eu-ai-act-2024" in {one.id for one in may}
    both = having(ENGLISH, ["adaptiveness"], ["may", "can"]).definitions
    assert set(may) < set(both) < set(having(ENGLISH, ["adaptiveness"]).definitions)
    assert set(may) <= set(having(ENGLISH, [], ["may"]).definitions)
    assert having(ENGLISH, ["autonomy", "adaptiveness"], ["can"]).definitions == tuple(
        one
        for one in having(ENGLISH, ["autonomy"], ["can"]).definitions
        if one in having(ENGLISH, ["adaptiveness"], ["can"]).definitions
    )


def test_what_cannot_be_read_is_counted_and_not_left_out_in_silence() -> None:
    thai = aidefs.Definition("x", "ระบบปัญญาประดิษฐ์ หมายความว่า", lang="th")
    assert having([thai], ["autonomy"]) == ((), 1)


def test_unknown_names_are_errors() -> None:
    with pytest.raises(aidefs.UnknownName, match="unknown element 'autonomi'; nearest: autonomy"):
        having(ENGLISH, ["autonomi"])
    with pytest.raises(aidefs.InputError, match="unknown modal verb 'mey'; nearest: may"):
        having(ENGLISH, ["autonomy"], ["mey"])
