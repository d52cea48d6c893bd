"""Shared words: both engines count the same, and it is the longest common subsequence."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import ENGLISH

from aidefs.alignment.redline import redline
from aidefs.survey import lcs as subsequences
from aidefs.survey.lcs import engine, shared_words, similarities, similarities_on_demand
from aidefs.text.tokens import scan

pytest.importorskip("rapidfuzz", reason="rapidfuzz is not installed")
np = pytest.importorskip("numpy", reason="numpy is not installed")

ENGINES = ("rapidfuzz", "integers")
words = st.text(st.sampled_from("abcdé\U00080000\U0010ffff"), max_size=40)


def by_the_book(a: Sequence[str], b: Sequence[str]) -> int:
    """Length of the longest common subsequence, from its definition."""
    row = [0] * (len(b) + 1)
    for x in a:
        before = 0
        for n, y in enumerate(b, 1):
            before, row[n] = row[n], before + 1 if x == y else max(row[n], row[n - 1])
    return row[-1]


@pytest.mark.parametrize("which", ENGINES)
@given(st.lists(words, max_size=4), st.lists(words, max_size=6))
def test_the_number_is_the_longest_common_subsequence(
    which: str, queries: list[str], texts: list[str]
) -> None:
    found = shared_words(queries, texts, which)
    assert [list(row) for row in found] == [[by_the_book(a, b) for b in texts] for a in queries]


def test_the_engines_agree_on_the_collection() -> None:
    codes = [scan(one.text).word_codes for one in ENGLISH]
    assert shared_words(codes, codes, "rapidfuzz") == shared_words(codes, codes, "integers")


@given(st.lists(words, max_size=6))
def test_similarities_are_the_same_to_the_last_bit(texts: list[str]) -> None:
    found = similarities(texts, "rapidfuzz")
    assert found == similarities(texts, "integers")
    for a, row in zip(texts, found, strict=True):
        for b, value in zip(texts, row, strict=True):
            assert value == (2 * by_the_book(a, b) / (len(a) + len(b)) if a or b else 1.0)


@given(st.lists(words, max_size=9), st.data())
def test_a_table_reads_as_one_of_lists(texts: list[str], data: st.DataObject) -> None:
    by_rapidfuzz, by_integers = similarities(texts, "rapidfuzz"), similarities(texts, "integers")
    whole = [list(row) for row in by_integers]
    assert by_rapidfuzz == whole and by_integers != [*whole, []]
    assert np.array_equal(np.array(by_rapidfuzz), np.array(by_integers))
    assert np.array(by_integers).reshape(len(texts), len(texts)).tolist() == whole
    for table in (by_rapidfuzz, by_integers):
        assert len(table) == len(texts)
        assert [[row[n] for n in range(len(row))] for row in table] == whole
        assert all(type(number) is float for row in table for number in row)
        if texts:
            low, high = sorted(data.draw(st.tuples(st.integers(0, 9), st.integers(0, 9))))
            assert [list(row[low:high]) for row in table[low:high]] == [
                row[low:high] for row in whole[low:high]
            ]


@given(st.lists(words, min_size=1, max_size=20), st.data())
def test_rows_on_demand_are_those_of_the_table(texts: list[str], data: st.DataObject) -> None:
    table, whole = similarities_on_demand(texts), similarities(texts)
    for n in data.draw(st.lists(st.integers(0, len(texts) - 1), max_size=20)):
        assert list(table[n]) == list(whole[n])


def test_numbers_of_words_that_need_more_than_a_byte_or_two() -> None:
    texts = ["ab" * 130, "a" * 300, "b", "", "ab" * 40_000]
    by_integers = similarities(texts, "integers")
    assert [row.itemsize for row in by_integers.shared] == [4] * 5
    assert [list(row) for row in by_integers] == [list(row) for row in similarities(texts, "rapidfuzz")]
    assert by_integers[0][4] == 2 * 260 / 80_260
    assert [row.itemsize for row in similarities(texts[:4], "integers").shared] == [2] * 4


def test_a_table_is_counted_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["ab" * (n % 7) + "ba" * (n % 3) + "c" * (n % 5) for n in range(40)]
    whole = [[2 * by_the_book(a, b) / ((len(a) + len(b)) or 2) for b in texts] for a in texts]
    whole = [[value if a or b else 1.0 for value, b in zip(row, texts, strict=True)]
             for row, a in zip(whole, texts, strict=True)]  # fmt: skip
    monkeypatch.setattr(subsequences, "_BLOCK", 7)
    monkeypatch.setattr(subsequences, "_ROWS", 6)
    for which in ENGINES:
        assert [list(row) for row in similarities(texts, which)] == whole


def test_texts_of_every_length_fit_their_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subsequences, "_BLOCK", 7)  # so that there are several integers
    texts = ["ab" * n + "c" * m for n in range(12) for m in range(3)]
    found = shared_words(texts, texts, "integers")
    assert found == shared_words(texts, texts, "rapidfuzz")
    assert [row[n] for n, row in enumerate(found)] == [len(text) for text in texts]


def test_the_engine_is_named() -> None:
    assert (engine(), engine("integers"), engine("rapidfuzz")) == ("rapidfuzz", "integers", "rapidfuzz")
    assert engine(pairs=90 * 90) == "integers", "to import numpy takes longer than to count few pairs"


def test_without_rapidfuzz_python_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subsequences, "find_spec", lambda name: None)
    monkeypatch.setattr(subsequences, "_FEW", 0)
    assert engine() == "integers"
    assert [list(row) for row in shared_words(["abc"], ["abd", ""])] == [[2, 0]]
    assert [list(row) for row in similarities(["abc", "abd"])] == [[1.0, 2 / 3], [2 / 3, 1.0]]


def test_no_redline_keeps_more_words_than_are_shared() -> None:
    """A redline leaves out matches that are coincidence, so that its similarity is never the higher one."""
    chosen = ENGLISH[:30]
    shared = shared_words(
        [scan(a.text).word_codes for a in chosen], [scan(b.text).word_codes for b in chosen]
    )
    kept = [[redline(a.text, b.text).words.equal for b in chosen] for a in chosen]
    assert all(k <= s for row, full in zip(kept, shared, strict=True) for k, s in zip(row, full, strict=True))
    assert [row[n] for n, row in enumerate(kept)] == [row[n] for n, row in enumerate(shared)]
