"""The first look passes over nothing that a closer one would find."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidefs.library.library import Library
from aidefs.quotations import candidates, fragments
from aidefs.quotations.candidates import first_look
from aidefs.quotations.fragments import CUES, may_define, statements
from aidefs.quotations.index import index_of
from aidefs.quotations.introductions import DEFINES_OR_STATES

WORDS = (
    "defines", "Defined", "DEFINITION", "under", "Understands", "according to", "gemäß", "Nach", "according",
    "the AI Act,", "an AI system", "“AI system”", "as", "is", "sind", "a system that infers how to act",
    "states", "says", "provides", "lautet", ".", "\n\n", "_define", "2defines", "provider", "\u00ad", "é",
    "x" * 900,
)  # fmt: skip
prose = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
index = index_of(Library.shipped())
pairs = st.sampled_from(sorted(index.postings)).map(" ".join)
stored = st.sampled_from(index.references).map(lambda one: one.definition.text)
mixed = st.lists(st.sampled_from(WORDS) | pairs | stored, max_size=60).map(" ".join)


@given(prose)
def test_statements_are_those_of_a_look_at_the_whole_text(text: str) -> None:
    matches = fragments._STATEMENT.finditer(text)
    stated = (fragments._STATED.match(text, match.end()) for match in matches)
    look = first_look(text, index, CUES)
    assert list(statements(text, look)) == [one.span() for one in stated if one]
    assert may_define(text, look) == (DEFINES_OR_STATES.search(text) is not None)


@given(mixed)
def test_numpy_sees_what_is_seen_without(text: str) -> None:
    pytest.importorskip("numpy", reason="without numpy there is but one way to look")
    seen = []
    for worth in (True, False):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(candidates, "worth_numpy", lambda characters, worth=worth: worth)
            seen.append(first_look(text, index, CUES))
    assert seen[0] == seen[1]


@pytest.mark.parametrize("before", range(candidates.BLOCK - 8, candidates.BLOCK + 2))
def test_no_border_of_blocks_goes_through_a_word(before: int) -> None:
    filler = "so " * candidates.BLOCK
    text = f"{filler[: before - 1]} defines {filler}"
    assert ["defin" in cues for _, _, cues in first_look(text, index, CUES).cued] == [True]


@given(stored, stored, st.integers(0, 5 * candidates.BLOCK), st.integers(0, 5 * candidates.BLOCK))
def test_what_is_read_closely_holds_every_definition_with_what_stands_around_it(
    first: str, second: str, before: int, between: int
) -> None:
    filler = "so " * 2 * candidates.BLOCK
    text = f"{filler[:before]}\n{first}\n{filler[:between]}\n{second}\n{filler[:3000]}"
    hot = first_look(text, index).hot
    assert hot == sorted(hot) and all(behind[0] > this[1] for this, behind in pairwise(hot))
    for low in (before + 1, before + len(first) + between + 3):
        words = first if low == before + 1 else second
        around = [(begin, end) for begin, end in hot if begin < low + len(words) and low < end]
        if not around:
            continue  # it shares too little with what is looked for
        begin, end = around[0]
        assert len(around) == 1 and begin <= max(low - 1, 0)
        assert end >= min(low + len(words), len(text))
