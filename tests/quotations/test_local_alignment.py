"""Alignments with many definitions are those with each, but for what cannot come near the best."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aidefs.library.library import Library
from aidefs.quotations.index import index_of
from aidefs.quotations.local_alignment import ROUNDING, Stretch, naming, weights
from aidefs.quotations.references import ReferenceText, words

references = index_of(Library.shipped()).references
pieces = st.tuples(st.sampled_from(references), st.integers(0, 60), st.integers(2, 30)).map(
    lambda drawn: " ".join(drawn[0].definition.text.split()[drawn[1] :][: drawn[2]])
)
texts = st.lists(
    pieces | st.sampled_from(("and then", "The report was discussed at length by all")), min_size=1
)


@given(
    texts.map(" ".join), st.lists(st.sampled_from(references), unique=True, max_size=12), st.floats(0.3, 1)
)
def test_no_definition_near_the_best_is_left_out(text: str, some: list, share: float) -> None:  # type: ignore[type-arg]
    found = words(text)
    stretch = Stretch(found, weights(found), 0, len(found))
    each = [(made, one) for one in some if (made := stretch.alignment(one)) is not None]
    several = stretch.alignments(some, share)
    best = max((made.score for made, _ in each), default=0.0)
    assert [one for one in each if one in several] == several
    assert all(one in several for one in each if one[0].score >= share * best)


@given(texts.map(" ".join), st.sampled_from(references), st.data())
def test_no_part_of_a_stretch_agrees_more_than_the_whole(
    text: str, one: ReferenceText, data: st.DataObject
) -> None:
    found = words(text)
    total = weights(found)
    low = data.draw(st.integers(0, len(found)))
    high = data.draw(st.integers(low, len(found)))

    def score(low: int, high: int) -> float:
        made = Stretch(found, total, low, high).alignment(one)
        return made.score + sum(naming(run, one) for run in made.runs) if made else 0.0

    assert score(low, high) <= score(0, len(found)) + ROUNDING


@given(texts.map(" ".join), st.sampled_from(references))
def test_runs_are_as_long_as_the_words_agree(text: str, one: ReferenceText) -> None:
    found = words(text)
    mine, own = [key for key, _, _ in found], [key for key, _, _ in one.words]
    runs = Stretch(found, weights(found), 0, len(found))._runs(one)
    assert len(set(runs)) == len(runs)
    for at, place, length in runs:
        assert mine[at : at + length] == own[place : place + length] != []
        assert not (at and place and mine[at - 1] == own[place - 1]), "it would begin before"
        behind = mine[at + length : at + length + 1]
        assert not behind or behind != own[place + length : place + length + 1], "it would go on"


@given(texts.map(" ".join), st.lists(st.sampled_from(references), unique=True, max_size=6), st.data())
def test_runs_are_cut_out_of_those_of_a_longer_stretch(text: str, some: list, data: st.DataObject) -> None:  # type: ignore[type-arg]
    found = words(text)
    total = weights(found)
    around = Stretch(found, total, 0, len(found))
    around.alignments(some[1:], 0.7)  # of the first one it knows none
    low, high = 0, len(found)
    for _ in range(2):
        low = data.draw(st.integers(low, high))
        high = data.draw(st.integers(low, high))
        assert around.holds(low, high)
        around = Stretch(found, total, low, high, around)
        alone = Stretch(found, total, low, high)
        assert around.alignments(some, 0.7) == alone.alignments(some, 0.7)
