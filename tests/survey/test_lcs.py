"""Shared words: both engines count the same, and it is the longest common subsequence."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import ENGLISH

from aidefs.alignment.redline import redline
from aidefs.survey import lcs as subsequences
from aidefs.survey.lcs import engine, shared_words, similarities
from aidefs.text.tokens import scan

pytest.importorskip("rapidfuzz", reason="rapidfuzz is not installed")

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


def test_texts_of_every_length_fit_their_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subsequences, "_BLOCK", 7)  # so that there are several integers
    texts = ["ab" * n + "c" * m for n in range(12) for m in range(3)]
    found = shared_words(texts, texts, "integers")
    assert found == shared_words(texts, texts, "rapidfuzz")
    assert [row[n] for n, row in enumerate(found)] == [len(text) for text in texts]


def test_the_engine_is_named() -> None:
    assert (engine(), engine("integers"), engine("rapidfuzz")) == ("rapidfuzz", "integers", "rapidfuzz")


def test_without_rapidfuzz_python_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subsequences, "find_spec", lambda name: None)
    engine.cache_clear()
    try:
        assert engine() == "integers"
        assert [list(row) for row in shared_words(["abc"], ["abd", ""])] == [[2, 0]]
    finally:
        engine.cache_clear()


def test_no_redline_keeps_more_words_than_are_shared() -> None:
    """A redline leaves out matches that are coincidence, so that its similarity is never the higher one."""
    chosen = ENGLISH[:30]
    shared = shared_words(
        [scan(a.text).word_codes for a in chosen], [scan(b.text).word_codes for b in chosen]
    )
    kept = [[redline(a.text, b.text).words.equal for b in chosen] for a in chosen]
    assert all(k <= s for row, full in zip(kept, shared, strict=True) for k, s in zip(row, full, strict=True))
    assert [row[n] for n, row in enumerate(kept)] == [row[n] for n, row in enumerate(shared)]
