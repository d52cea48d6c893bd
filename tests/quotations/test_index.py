"""The index that a wheel holds is the one that would be made of the texts."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidefs.library.files import EVERY_TERM
from aidefs.library.library import Library
from aidefs.quotations.index import (
    Index,
    bits_in,
    every_text,
    index_of,
    pairs,
    pairs_between,
    parts_are_read_alike,
    placed_pairs,
    places_of,
    small,
    word_pattern,
)
from aidefs.quotations.references import words


def test_the_index_comes_back_from_json() -> None:
    library = Library.shipped()
    made = index_of(library)
    known = json.loads(json.dumps(made.to_dict()))
    read = Index.from_dict(known, library)
    assert read == made
    assert list(read.titles.by_first.items()) == list(made.titles.by_first.items())
    assert read._of_few == made._of_few
    ready, worked_out = read.titles._in_written, made.titles._in_written
    assert "borne" in vars(ready) and ready.borne == worked_out.borne
    assert (ready.parts, ready.digits) == (worked_out.parts, worked_out.digits)
    assert [(one.definiens, one.whole) for one in read.references] == [
        (one.definiens, one.whole) for one in made.references
    ]


def test_the_stored_keys_are_those_that_would_be_made() -> None:
    library = Library.shipped()
    known = json.loads(json.dumps(index_of(library).to_dict()))
    known["texts"] = [[*text[:4], "other", "words", *text[6:]] for text in known["texts"]]
    first = Index.from_dict(known, library).references[0]
    assert (first.definiens, first.whole) == ("other", "words")  # they are read and not made again


@pytest.mark.parametrize("term", ["ai-system", EVERY_TERM])
def test_terms_are_told_without_reading_the_records(term: str) -> None:
    library = Library.shipped().of(term)
    made = Index.of(library)
    read = Index.from_dict(json.loads(json.dumps(made.to_dict())), library)
    for name in made.ranks:
        assert read.terms_of(name) == made.terms_of(name)
        for said in ("provider", "AI system", "bicycle", "deep fake"):
            assert read.is_other_term(said, name) == made.is_other_term(said, name)
    assert not any("definition" in vars(one) for one in read.references)


def test_stems_of_few_terms_are_told_without_reading_the_records() -> None:
    made = index_of(None)
    read = Index.from_dict(json.loads(json.dumps(made.to_dict())), every_text())
    stems = [*sorted(made.stems), "adapt", "zzzzz"]
    assert list(map(read.is_of_few, stems)) == list(map(made.is_of_few, stems))
    assert list(map(read.ranks_of_few, stems)) == list(map(made.ranks_of_few, stems))
    assert read.is_of_few("adapt") and not read.is_of_few("perso")
    assert not any("definition" in vars(one) for one in read.references)


texts = st.lists(
    st.sampled_from([one.definition.text for one in index_of(None).references]) | st.text(), max_size=4
)


@given(texts.map(" ".join).map(small))
def test_pairs_stand_where_their_words_begin(text: str) -> None:
    matches = word_pattern(text).finditer(text)
    each = [((first[1], second[1]), first.start(), second.start()) for first, second in pairwise(matches)]
    known = set(pairs(text)) & index_of(None).postings.keys()
    assert placed_pairs(text, known) == [one for one in each if one[0] in known]


@given(texts.map(" ".join) | st.text("abcdEÉΣσς²¼ .'-7人", max_size=80), st.data())
def test_a_part_of_a_text_has_the_pairs_that_stand_there(text: str, data: st.DataObject) -> None:
    found = words(text)
    if not found or not parts_are_read_alike(text):
        return
    low = data.draw(st.integers(0, len(found) - 1))
    start, end = found[low][1], found[data.draw(st.integers(low, len(found) - 1))][2]
    known = set(pairs(small(text))) | set(pairs(small(text[start:end])))
    placed = placed_pairs(small(text), known)
    assert pairs_between(placed, start, end) == set(pairs(small(text[start:end])))


@given(st.sets(st.sampled_from(sorted(index_of(None).postings)), max_size=12))
def test_what_is_touched_may_be_touched(found: set[tuple[str, str]]) -> None:
    index = index_of(None)
    assert index.may_touch(found) or not index.touched(found)
    assert index.touches(found) == bool(index.touched(found))


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("provider", True),
        ("deep fake", True),
        ("AI system", False),  # its own
        ("artificial intelligence", False),
        ("", False),
        ("bicycle", False),  # nobody's
        ("deployer of bicycles", False),
    ],
)
def test_whether_words_are_the_name_of_another_term(said: str, other: bool) -> None:
    assert index_of(every_text()).is_other_term(said, "eu-ai-act-2024") is other


@given(st.integers(1, 9), st.lists(st.integers(0, 2**70), max_size=40))
def test_bits_of_numbers_are_counted_one_by_one_or_all_at_once(least: int, numbers: list[int]) -> None:
    counts = Counter(place for number in numbers for place in range(71) if number >> place & 1)
    expected = sorted(place for place, count in counts.items() if count >= least)
    assert list(places_of(bits_in(least, numbers))) == expected
